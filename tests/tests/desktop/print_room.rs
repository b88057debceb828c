//! The print room: a letter waits, is printed with the post of the day, leaves, comes back, and is written again.

use crate::{
    first_day::{PERSON, at, close_dialog, create_desk, log_request},
    talk,
    window::{Home, Window},
};
use rightsdesk_tests::paper;
use std::{fs, os::unix::fs::PermissionsExt, path::Path};

#[test]
fn a_letter_waits_is_printed_leaves_comes_back_and_is_written_again() {
    talk(async {
        let home = Home::new();
        let printed = virtual_printer(home.path());
        let window = Window::open(&home, "print-room").await;
        create_desk(&window).await;
        log_request(&window).await;
        issue_to_wait(&window).await;

        print(&window).await;
        let pdf = fs::read(&printed).unwrap();
        paper::assert_sound(&pdf);
        let words = paper::words(&pdf);
        for wanted in [PERSON, "Harbour Lane Archive", "Deichweg 4"] {
            assert!(words.contains(wanted), "{wanted} is not on it: {words}");
        }
        // The window of the envelope counts on it.
        let asked = fs::read_to_string(home.path().join("asked")).unwrap();
        assert!(asked.contains("print-scaling=none"), "{asked}");

        confirm(&window).await;
        come_back(&window).await;
        write_again(&window).await;
        window.close().await;
    });
}

/// What `lp` and `lpstat` of a machine with one printer do: the file it would print is kept instead.
fn virtual_printer(home: &Path) -> std::path::PathBuf {
    let printed = home.join("printed.pdf");
    let programs = home.join("bin");
    fs::create_dir(&programs).unwrap();
    let says = "#!/bin/sh\nif [ \"$1\" = -e ]; then echo Back_office; else echo 'system default destination: Back_office'; fi\n";
    let takes = format!(
        "#!/bin/sh\necho \"$@\" > '{0}/asked'\ncat > '{0}/coming.pdf'\nmv '{0}/coming.pdf' '{0}/printed.pdf'\n",
        home.display()
    );
    for (name, script) in [("lpstat", says), ("lp", takes.as_str())] {
        let place = programs.join(name);
        fs::write(&place, script).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
    }
    printed
}

/// An acknowledgement that leaves with the post of the day.
async fn issue_to_wait(window: &Window) {
    window.click(&format!("{} td", at("queue-row"))).await;
    window.see(&at("request-page")).await;
    window.click(&at("step-write-letter")).await;
    window.click(&at("letter-kind-acknowledgement")).await;
    issue(window).await;
}

async fn issue(window: &Window) {
    window.see(&at("letter-editor")).await;
    window.pdf_page(PERSON).await;
    window.click(&at("letter-issue")).await;
    window.click(&at("letter-sent-post")).await;
    window.click(&at("letter-issue-confirm")).await;
    window.see(&at("letter-viewer")).await;
    close_dialog(window, "letter-viewer").await;
    window.see(&at("request-page")).await;
}

async fn tab(window: &Window, name: &str) {
    let choice = format!("{} label:has(input[value='{name}'])", at("room-tabs"));
    window.click(&choice).await;
}

/// Put together with its cover sheet, looked at, handed to the printer; printing records nothing.
async fn print(window: &Window) {
    window.click(&at("rail-letters")).await;
    window.read(&at("room-tabs"), "Ready 1").await;
    window.read(&at("room-row"), PERSON).await;
    assert_eq!(
        window.count(&at("room-confirm")).await,
        0,
        "nothing is chosen"
    );
    window.picture("ready").await;
    window.click(&at("room-tick")).await;
    window.click(&at("room-print")).await;
    window.click(&at("press-begin")).await;
    window.click(&at("press-look")).await;
    window.pdf_page(PERSON).await;
    window.picture("post-of-the-day").await;
    window.click(&at("press-send")).await;
    window.read("body", "Handed to Back_office").await;
    window.read(&at("room-tabs"), "Ready 1").await;
}

async fn confirm(window: &Window) {
    window.click(&at("press-confirm")).await;
    window.write(&at("posted-tracking"), "RR 48 211").await;
    window.picture("posting").await;
    window.click(&at("posted-save")).await;
    window.gone(&at("posted-sheet")).await;
    tab(window, "posted").await;
    window.read(&at("room-row"), PERSON).await;
    window.read(&at("letters-table"), "RR 48 211").await;
    window.picture("posted").await;
}

/// Not without a reason; then the step is open again.
async fn come_back(window: &Window) {
    window.click(&at("room-tick")).await;
    window.click(&at("room-returned")).await;
    window.click(&at("returned-save")).await;
    window.see("[aria-invalid='true']").await;
    window.write(&at("returned-reason"), "Moved away").await;
    window.picture("returning").await;
    window.click(&at("returned-save")).await;
    window.gone(&at("returned-sheet")).await;
    tab(window, "returned").await;
    window.read(&at("letters-table"), "Moved away").await;
    window.picture("returned").await;
}

/// The new letter names the one it takes the place of.
async fn write_again(window: &Window) {
    window.click(&at("room-tick")).await;
    window.click(&at("room-again")).await;
    issue(window).await;
    window.click(&at("rail-letters")).await;
    tab(window, "ready").await;
    window.read(&at("room-row"), "replaces").await;
    window.picture("again").await;
}
