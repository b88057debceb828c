//! The command line as a stranger meets it: what it prints, what it complains of, and what it ends with.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot start the program has nothing to go on with"
)]

mod batch;
mod calendar;
mod deadline;
mod desk;
mod law;
mod out;
mod passphrase;
mod policy_diff;
mod promises;
mod run;
