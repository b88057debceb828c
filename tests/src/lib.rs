//! What the tests share: an office to call commands in, and independent eyes on what it leaves behind.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set up its office has nothing to go on with"
)]

pub mod keys;
pub mod office;
pub mod paper;
pub mod raw;

pub use office::{Office, PASSPHRASE, new_desk, profile};
