//! Z2 and M1: “Your California Privacy Rights”, first without a street address, then with it; the letter names everybody.

use super::*;
use crate::talk;

const LAWS: &[&str] = &["us-ca-shine-the-light", "us-ca-ccpa", "us-can-spam"];

const POLICY: &str = "# Harbour Lane Archive, privacy\n\nEffective date: 1 February 2026\n\n## Your California Privacy Rights\n\nIf you live in California you may ask which categories of personal information we disclosed to third parties for their direct marketing in the preceding calendar year. Your request must carry the words “Your California Privacy Rights” and give your name, street address, city, state and ZIP code. We answer one such request in a calendar year. Write to privacy@harbourlane.example.\n";

const PERSON: &str = "Dana Whitmore";
const PARTY: &str = "Almanac Seeds Inc.";

#[test]
fn registers_z2_m1_what_went_to_whom_last_year_is_asked_and_answered() {
    talk(async {
        let home = Home::new();
        let window = Window::open(&home, "z2").await;
        create_desk_under(&window, LAWS).await;
        bring_in(&window, "policy", POLICY).await;
        let last = this_year(&window).await - 1;
        recipient(&window).await;
        disclosed(&window, last).await;

        begin_request(&window, PERSON, "Fresno, CA 93701", "California, USA").await;
        tick(&window, "right-disclosure-list").await;
        window
            .write(
                &at("log-words"),
                "Your California Privacy Rights: whom did you give my details to?",
            )
            .await;
        window
            .click(&at("particulars-arrived-designated-address"))
            .await;
        window.read(&at("log-preview"), "1798.83").await;
        window.picture("log").await;
        submit(&window).await;
        let card = window.read(&at("shine-card"), PARTY).await;
        assert!(card.contains("street address"), "{card}");
        assert!(card.contains(&last.to_string()), "{card}");
        window.picture("request").await;

        // The letter asks for what is missing, and proposes it by itself.
        window.click(&at("step-write-letter")).await;
        window.click(&at("letter-kind-missing-particulars")).await;
        let asked = format!(
            "return document.querySelector(\"{}\")?.value ?? ''",
            at("letter-asked-text")
        );
        window
            .until("the street address among what is asked", async || {
                let text = window.script(&asked).await;
                text.as_str()?.contains("street address").then_some(())
            })
            .await;
        window.picture("missing").await;
        window.click(&at("letter-draft")).await;
        window.see(&at("letter-editor")).await;
        window.pdf_page("street address").await;
        issue(&window, "street address").await;
        window.picture("missing-issued").await;
        close_letter(&window).await;

        // The street comes.
        window.click(&at("step-correct")).await;
        window
            .write(&at("correct-address"), "12 Almond Court\nFresno, CA 93701")
            .await;
        window.write(&at("step-text"), "The street came.").await;
        window.click(&at("step-confirm")).await;
        window
            .read(&at("shine-card"), "gives the street address")
            .await;
        window.picture("complete").await;

        window.click(&at("decide-claim-disclosure-list")).await;
        window.click(&at("decide-granted")).await;
        window.click(&at("decide-confirm")).await;
        window.gone(&at("decide-sheet")).await;
        window.click(&at("step-write-letter")).await;
        window.click(&at("letter-kind-answer-in-full")).await;
        window.see(&at("letter-editor")).await;
        window.pdf_page(PERSON).await;
        window.picture("answer").await;
        let page = issue(&window, PARTY).await;
        for words in [
            &format!("In {last}") as &str,
            "Name and address",
            "90 Orchard Way",
            "Salem, OR 97301",
        ] {
            assert!(page.contains(words), "“{words}” is not in: {page}");
        }
        window.picture("answer-issued").await;
        close_letter(&window).await;
        window.close().await;
    });
}

/// A third party with its address; its name says what it markets.
async fn recipient(window: &Window) {
    register(window, "recipients").await;
    window.click(&at("recipient-first")).await;
    window.click(&at("recipient-save")).await;
    window.see("[aria-invalid='true']").await;
    window.write(&at("recipient-name"), PARTY).await;
    window
        .write(&at("recipient-address"), "90 Orchard Way\nSalem, OR 97301")
        .await;
    tick(window, "recipient-tells").await;
    window.picture("recipient").await;
    window.click(&at("recipient-save")).await;
    window.gone(&at("recipient-sheet")).await;
    window.read(&at("recipient-table"), PARTY).await;
    window.picture("recipients").await;
}

/// A list given for their own marketing in the middle of that year.
async fn disclosed(window: &Window, year: i64) {
    register(window, "disclosures").await;
    window.click(&at("handling-first")).await;
    day(window, "handling-on", (year, 6, 30)).await;
    window.choose(&at("handling-directory"), PARTY).await;
    window.click(&at("handling-purpose-their-marketing")).await;
    tick(window, "category-name-and-address").await;
    window.write(&at("handling-people"), "900").await;
    window
        .write(&at("handling-group"), "readers in California")
        .await;
    window.click(&at("handling-audience-californians")).await;
    window.picture("entry").await;
    window.click(&at("handling-save")).await;
    window.gone(&at("handling-sheet")).await;
    window.read(&at("handling-table"), PARTY).await;
    window.picture("disclosures").await;
}
