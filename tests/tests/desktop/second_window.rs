//! Two windows on one desk: the second says so, and may open it once the first has locked.

use crate::{
    first_day::{PASSPHRASE, at, create_desk, unlock},
    talk,
    window::{Home, Window},
};

#[test]
fn a_desk_is_open_in_one_window_at_a_time() {
    talk(async {
        let home = Home::new();
        let first = Window::open(&home, "first-window").await;
        create_desk(&first).await;

        let second = Window::open(&home, "second-window").await;
        unlock(&second, PASSPHRASE).await;
        second.read("main", "already open").await;
        second.picture("already-open").await;
        assert_eq!(second.count(&at("rail-queue")).await, 0);

        first.ctrl('l').await;
        first.see(&at("unlock-passphrase")).await;
        unlock(&second, PASSPHRASE).await;
        second.see(&at("rail-queue")).await;
        second.close().await;
        first.close().await;
    });
}
