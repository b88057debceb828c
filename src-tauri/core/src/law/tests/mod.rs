#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cases;
mod guards;
mod holidays;
mod needs;
mod packs;
mod properties;
mod states;
mod working;
