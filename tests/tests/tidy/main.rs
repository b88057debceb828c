//! The rules of the house, kept by tests: what a folder may know, and what must not stand in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot read the house has nothing to go on with"
)]

mod core;
mod house;
mod page;
mod shell;
mod source;
