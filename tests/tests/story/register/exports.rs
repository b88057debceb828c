//! Registers on paper and in open formats.
