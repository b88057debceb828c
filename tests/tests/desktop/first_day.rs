//! The officer's first day: from an empty computer to a letter in the year's figures, and the next morning.

use crate::{
    talk,
    window::{Home, Window, zone_of_midday},
};
use std::{fs, path::Path};

pub const PASSPHRASE: &str = "tall herons wade at dusk 47";
pub const PERSON: &str = "Mirela Ostrowicz";
const WORDS: &str = "Please show me everything you keep under my name, quince jelly included.";

#[test]
fn from_the_first_start_to_the_next_morning() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "first-day").await;

        create_desk(&window).await;
        log_request(&window).await;
        work_on_it(&window).await;
        letter(&window).await;
        year(&window).await;
        lock_and_unlock(&window).await;
        window.close().await;

        nothing_personal(home.path());

        // The next morning.
        let window = Window::open(&home, "next-morning").await;
        window.see(&at("unlock-passphrase")).await;
        assert_eq!(window.count(&at("queue-row")).await, 0);
        window.picture("asks").await;
        unlock(&window, PASSPHRASE).await;
        window.see(&at("rail-queue")).await;
        window.click(&at("rail-queue")).await;
        window.read(&at("queue-row"), PERSON).await;
        window.close().await;
    });
}

/// By the name the page gives it for us.
pub fn at(testid: &str) -> String {
    format!("[data-testid='{testid}']")
}

/// Through every step of the first start; leaves the queue on the screen.
pub async fn create_desk(window: &Window) {
    create_desk_under(window, &["eu-gdpr", "us-can-spam"]).await;
}

/// As [`create_desk`], for an organisation under these laws.
pub async fn create_desk_under(window: &Window, laws: &[&str]) {
    window.see(&at("welcome-sample")).await;
    window.picture("welcome").await;
    window.click(&at("welcome-create")).await;

    // What is missing is said beside its field, and the step stays.
    window.click(&at("create-next")).await;
    window.see("[aria-invalid='true']").await;
    window
        .write(&at("create-organisation"), "Harbour Lane Archive")
        .await;
    window
        .write(&at("create-address"), "12 Harbour Lane\n20457 Hamburg")
        .await;
    window.click(&at("create-next")).await;

    window.write(&at("create-officer"), "Tomas Lindqvist").await;
    window
        .write(&at("create-email"), "privacy@harbourlane.example")
        .await;
    window.click(&at("create-next")).await;

    // Families of laws that are folded are opened by their headings.
    let fold = "const folded = document.querySelector(\"details[data-testid^='laws-of-']:not([open]) > summary\");
                folded?.click();
                return !folded;";
    window
        .until("every family of laws to stand open", async || {
            window.script(fold).await.as_bool()?.then_some(())
        })
        .await;
    for law in laws {
        window.click(&at(&format!("law-{law}"))).await;
    }
    window.choose(&at("zone"), zone_of_midday()).await;
    window.choose(&at("calendar"), "Germany: Hamburg").await;
    window.picture("laws").await;
    window.click(&at("create-next")).await;

    window.write(&at("passphrase"), PASSPHRASE).await;
    window
        .write(&at("passphrase-repeat"), "something else")
        .await;
    window.read(&at("desk-place"), "Harbour Lane Archive").await;
    window.click(&at("create-finish")).await;
    window.see("[aria-invalid='true']").await;
    window.write(&at("passphrase-repeat"), PASSPHRASE).await;
    window.picture("passphrase").await;
    window.click(&at("create-finish")).await;

    let key = window.see(&at("recovery-key")).await.text().await.unwrap();
    assert!(
        key.chars().filter(|c| c.is_alphanumeric()).count() >= 20,
        "{key}"
    );
    window.picture("recovery-key").await;
    // Nobody gets past the key without saying that it is kept.
    let enter = window.see(&at("create-enter")).await;
    assert!(!enter.is_enabled().await.unwrap());
    window.click(&at("recovery-kept")).await;
    window.click(&at("create-enter")).await;
    window.see(&at("rail-queue")).await;
    window.picture("empty-queue").await;
}

/// Logs an access request from Germany; leaves it in the queue on the screen.
pub async fn log_request(window: &Window) {
    log_request_from(window, "Germany").await;
}

/// As [`log_request`], from this country.
pub async fn log_request_from(window: &Window, country: &str) {
    window.click(&at("rail-queue")).await;
    window.ctrl('n').await;
    window.click(&at("log-channel-mail")).await;
    window.write(&at("log-name"), PERSON).await;
    window
        .write(&at("log-email"), "mirela@ostrowicz.example")
        .await;
    window
        .write(&at("log-address"), "Deichweg 4\n21129 Hamburg")
        .await;
    window.choose(&at("log-residence"), country).await;
    window.click(&at("right-access")).await;
    window.write(&at("log-words"), WORDS).await;
    // The law answers while one types.
    window.see(&at("preview-deadline")).await;
    window.picture("log").await;
    window.click(&at("log-submit")).await;
    window.see(&at("request-page")).await;
    window.read(&at("request-page"), PERSON).await;

    window.click(&at("rail-queue")).await;
    window.read(&at("queue-row"), PERSON).await;
    window.picture("queue").await;
    window
        .write(&at("queue-search"), "nobody by that name")
        .await;
    window.gone(&at("queue-row")).await;
    window.write(&at("queue-search"), "strowi").await;
    window.read(&at("queue-row"), PERSON).await;
    window.write(&at("queue-search"), "").await;
}

/// Opens the request and leaves a note in its log.
async fn work_on_it(window: &Window) {
    window.click(&format!("{} td", at("queue-row"))).await;
    window.see(&at("request-page")).await;
    window.see(&at("why-card")).await;
    window.click(&at("step-note")).await;
    window
        .write(&at("step-text"), "Rang the archive; two boxes.")
        .await;
    window.click(&at("step-confirm")).await;
    window.read(&at("request-log-entry"), "two boxes").await;
    window.picture("request").await;
}

/// Drafts, looks at the page, issues; the letter is kept and can be looked at again.
async fn letter(window: &Window) {
    window.click(&at("step-write-letter")).await;
    window.click(&at("letter-kind-acknowledgement")).await;
    window.see(&at("letter-editor")).await;
    window.pdf_page(PERSON).await;
    window.picture("letter-draft").await;
    window.click(&at("letter-issue")).await;
    window.click(&at("letter-sent-mail")).await;
    window.picture("letter-issue").await;
    window.click(&at("letter-issue-confirm")).await;

    window.see(&at("letter-viewer")).await;
    window.pdf_page("Harbour Lane Archive").await;
    window.picture("letter-issued").await;
    close_dialog(window, "letter-viewer").await;
    window.read(&at("request-page"), PERSON).await;
    assert_eq!(window.count(&at("letter-editor")).await, 0);

    window.click(&at("rail-letters")).await;
    window.read(&at("letters-table"), PERSON).await;
    window.picture("letters").await;
    window
        .click(&format!("{} .open", at("letters-table")))
        .await;
    window.pdf_page(PERSON).await;
    close_dialog(window, "letter-viewer").await;
}

/// Closes a dialog by its own button.
pub async fn close_dialog(window: &Window, testid: &str) {
    window
        .click("[role='dialog'] button[aria-label='Close']")
        .await;
    window.gone(&at(testid)).await;
}

/// The year counts it.
async fn year(window: &Window) {
    window.click(&at("rail-year")).await;
    window.click(&at("year-tab-rights")).await;
    window.see(&at("year-table-rights")).await;
    let received = at("year-figure-rights-total-received");
    let figure = window.read(&received, "1").await;
    assert_eq!(figure.trim(), "1");
    window.picture("year").await;
    window.click(&received).await;
    window.read(&at("year-behind-row"), "GDPR").await;
    window.picture("year-behind").await;
    close_dialog(window, "year-behind").await;
}

/// Ctrl+L takes everything off the screen; a wrong passphrase says so; the right one returns to where one was.
async fn lock_and_unlock(window: &Window) {
    window.click(&at("rail-queue")).await;
    window.click(&format!("{} td", at("queue-row"))).await;
    window.read(&at("request-page"), WORDS).await;
    window.ctrl('l').await;
    window.see(&at("unlock-passphrase")).await;
    let left = window
        .script("return document.documentElement.outerHTML;")
        .await;
    assert!(
        !left.as_str().unwrap().contains(PERSON),
        "a locked page still names {PERSON}"
    );

    unlock(window, "not the passphrase").await;
    window.see("[aria-invalid='true']").await;
    window.picture("wrong-passphrase").await;
    unlock(window, PASSPHRASE).await;
    window.read(&at("request-page"), WORDS).await;
}

pub async fn unlock(window: &Window, passphrase: &str) {
    window.write(&at("unlock-passphrase"), passphrase).await;
    window.click(&at("unlock-submit")).await;
}

/// What the person is called and wrote is nowhere on the disk as it was typed.
pub fn nothing_personal(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            nothing_personal(&path);
        } else {
            let bytes = fs::read(&path).unwrap_or_default();
            for secret in [PERSON, WORDS, PASSPHRASE, "ostrowicz.example"] {
                let plain = secret.as_bytes();
                let wide: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let found = |needle: &[u8]| bytes.windows(needle.len()).any(|w| w == needle);
                assert!(
                    !found(plain) && !found(&wide),
                    "{} holds “{secret}”",
                    path.display()
                );
            }
        }
    }
}
