//! The figures of a year as pages.
