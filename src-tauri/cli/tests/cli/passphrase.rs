//! Where a passphrase comes from, and that it never comes from an argument.

use crate::run::{Desk, PASSPHRASE, program};
use std::process::Command;

fn shell(desk: &Desk, script: &str) -> Command {
    let mut bash = Command::new("bash");
    bash.args(["-c", script])
        .env_remove("RIGHTSDESK_PASSPHRASE")
        .env("RIGHTSDESK_DESK", desk.path())
        .env("CLI", env!("CARGO_BIN_EXE_rightsdesk-cli"))
        .env("WORDS", PASSPHRASE);
    bash
}

#[test]
fn each_way_in() {
    let desk = Desk::new();

    let ran: crate::run::Ran = shell(
        &desk,
        r#"exec "$CLI" verify --json --passphrase-fd 3 3< <(printf '%s\n' "$WORDS")"#,
    )
    .output()
    .unwrap()
    .into();
    assert_eq!(ran.json()["intact"], true);

    let ran: crate::run::Ran = shell(
        &desk,
        r#"exec "$CLI" verify --passphrase-fd 3 3< /dev/null"#,
    )
    .output()
    .unwrap()
    .into();
    ran.refused(1, "File descriptor 3 holds no passphrase");

    let ran: crate::run::Ran = shell(&desk, r#"exec "$CLI" verify --passphrase-fd 77"#)
        .output()
        .unwrap()
        .into();
    ran.refused(1, "could not be read from file descriptor 77");

    // The variable wins over nothing, the descriptor wins over the variable.
    let ran: crate::run::Ran = shell(
        &desk,
        r#"RIGHTSDESK_PASSPHRASE=wrong exec "$CLI" verify --json --passphrase-fd 3 3< <(printf '%s\n' "$WORDS")"#,
    )
    .output()
    .unwrap()
    .into();
    assert_eq!(ran.json()["intact"], true);
}

#[test]
#[cfg(target_os = "linux")]
fn it_is_asked_for_on_a_terminal_and_not_shown() {
    let desk = Desk::new();
    let output = shell(
        &desk,
        r#"(sleep 0.5; printf '%s\n' "$WORDS") | script -qec '"$CLI" verify' /dev/null"#,
    )
    .output()
    .unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("Passphrase:"), "{shown}");
    assert!(shown.contains("The log holds together"), "{shown}");
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_terminal_it_says_how_else() {
    let desk = Desk::new();
    let ran: crate::run::Ran = shell(&desk, r#"exec setsid -w "$CLI" verify < /dev/null"#)
        .output()
        .unwrap()
        .into();
    ran.refused(1, "--passphrase-fd or in RIGHTSDESK_PASSPHRASE");
}

#[test]
fn a_wrong_one_ends_with_three() {
    let desk = Desk::new();
    let ran: crate::run::Ran = desk
        .program()
        .env("RIGHTSDESK_PASSPHRASE", "not this one")
        .arg("queue")
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(!ran.err.contains("not this one"));
}

#[test]
fn there_is_no_flag_for_it() {
    let ran: crate::run::Ran = program()
        .args(["queue", "--passphrase", "seen by everyone"])
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.code, 2, "{}", ran.err);
}
