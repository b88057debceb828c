//! The real window: the built program under WebDriver, clicked and typed into as an officer would.
//!
//! Needs a display, the window driver and the program built beside this test; `make test` sees to all three.
//! Pictures are left in `tests/artefacts`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot reach the window has nothing to go on with"
)]

mod every_law;
mod first_day;
mod own_letters;
mod policies;
mod print_room;
mod registers;
mod sample;
mod second_window;
mod window;
mod year_end;

/// Runs one test's conversation with the window.
fn talk(conversation: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap()
        .block_on(conversation);
}
