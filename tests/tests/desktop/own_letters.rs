//! The house's own letterhead and words: set once, seen on the page at once, and in the next letter that leaves.

use crate::{
    first_day::{PERSON, at, close_dialog, create_desk, log_request_from},
    talk,
    window::{Home, Window},
};

const ORIGINAL: &str = "There is nothing you need to do until then";
const OURS: &str = "You can lean back until then";
/// Of these, what stands on one line of the page.
const ON_PAGE: &str = "lean back";
const FOOT: &str = "Hamburg Local Court, HRB 40221";

#[test]
fn the_letterhead_and_the_words_of_the_house_are_in_its_next_letter() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "own-letters").await;
        create_desk(&window).await;
        letterhead(&window).await;
        wording(&window).await;
        // Where letters are in English.
        log_request_from(&window, "Ireland").await;
        letter(&window).await;
        window.close().await;
    });
}

/// The page beside the form shows what is typed; nothing counts before it is saved.
async fn letterhead(window: &Window) {
    window.click(&at("rail-settings")).await;
    window.click(&at("tab-letterhead")).await;
    window.pdf_page("Harbour Lane Archive").await;
    window.write(&at("letterhead-place"), "Hamburg").await;
    window.write(&at("letterhead-footer"), FOOT).await;
    window.pdf_page(FOOT).await;
    window.picture("letterhead").await;
    window.click(&at("letterhead-save")).await;
    window.gone(&at("letterhead-undo")).await;
}

/// A field that does not exist keeps a text from being used; a good one is used from now on.
async fn wording(window: &Window) {
    window.click(&at("rail-letters")).await;
    window.click(&at("open-wording")).await;
    window
        .click(&format!(
            "{}[data-path='gdpr/acknowledgement.txt']",
            at("wording-row")
        ))
        .await;
    window.see(&at("wording-text")).await;
    let text = window
        .script("return document.querySelector(\"[data-testid='wording-text']\").value")
        .await;
    let text = text.as_str().unwrap();
    assert!(text.contains(ORIGINAL), "{text}");

    let wrong = text.replace("{{ reference |", "{{ referense |");
    window.paste(&at("wording-text"), &wrong).await;
    window
        .read(&at("wording-editor"), "Is “reference” meant?")
        .await;
    window.picture("wrong-field").await;
    window.click(&at("wording-save")).await;
    let using = window.see(&at("wording-keep-use")).await;
    assert!(!using.is_enabled().await.unwrap());
    window.key('\u{e00c}').await;
    window.gone(&at("wording-keep")).await;

    window
        .paste(&at("wording-text"), &text.replace(ORIGINAL, OURS))
        .await;
    window.pdf_page(ON_PAGE).await;
    window.picture("own-words").await;
    window.click(&at("wording-save")).await;
    window.click(&at("wording-keep-use")).await;
    window.gone(&at("wording-keep")).await;
}

async fn letter(window: &Window) {
    window.click(&format!("{} td", at("queue-row"))).await;
    window.see(&at("request-page")).await;
    window.click(&at("step-write-letter")).await;
    window.click(&at("letter-kind-acknowledgement")).await;
    window.see(&at("letter-editor")).await;
    window.pdf_page(PERSON).await;
    window.click(&at("letter-issue")).await;
    window.click(&at("letter-issue-confirm")).await;
    window.see(&at("letter-viewer")).await;
    // The foot is the last thing on the page: with it everything is there.
    let page = window.pdf_page_in(&at("letter-viewer"), FOOT).await;
    for wanted in [ON_PAGE, "Hamburg", PERSON] {
        assert!(page.contains(wanted), "{wanted} is not on the page: {page}");
    }
    window
        .read(&at("letter-wording"), "gdpr/acknowledgement.txt")
        .await;
    window.picture("issued").await;
    close_dialog(window, "letter-viewer").await;
}
