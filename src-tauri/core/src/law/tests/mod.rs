#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cases;
mod golden;
mod guards;
mod holidays;
mod needs;
mod packs;
mod promised;
mod properties;
mod reach;
mod reach_cases;
mod shapes;
mod sheets;
mod states;
mod working;
