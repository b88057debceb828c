//! The sample desk: a made-up organisation.
