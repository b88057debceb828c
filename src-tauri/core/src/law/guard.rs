//! Which steps a law allows.
