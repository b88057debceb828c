//! One request under each law, logged in the window; and each guard taken to its refusal, whose sentence an officer reads.

use crate::{
    first_day::{at, create_desk_under},
    talk,
    window::{Home, Window},
};
use rightsdesk_core::{law::Library, words::Right};
use std::{fmt::Write as _, fs, path::Path};

/// Where somebody lives whom the law covers, what they ask, and the article that must stand beside it.
const LAWS: &[(&str, &str, &str, &str)] = &[
    ("eu-gdpr", "Germany", "access", "GDPR Art. 15"),
    ("uk-gdpr", "United Kingdom", "access", "UK GDPR Art. 15"),
    ("uk-dpa", "United Kingdom", "complaint", "164A"),
    ("us-ca-ccpa", "California, USA", "access", "1798.110"),
    (
        "us-ca-shine-the-light",
        "California, USA",
        "disclosure-list",
        "1798.83",
    ),
    ("us-ca-caloppa", "California, USA", "child-erasure", "22581"),
    ("us-coppa", "Ohio, USA", "child-access", "312.6"),
    ("us-can-spam", "Ohio, USA", "unsubscribe", "7704"),
    ("mail-sender-rules", "Ohio, USA", "unsubscribe", "8058"),
    ("us-hipaa", "Ohio, USA", "disclosure-accounting", "164.528"),
    ("us-tx-hb300", "Texas, USA", "access", "181.102"),
    ("us-tx-tdpsa", "Texas, USA", "erasure", "541.051"),
    ("us-va-cdpa", "Virginia, USA", "access", "59.1-577"),
    ("us-co-cpa", "Colorado, USA", "access", "6-1-1306"),
    ("us-ct-ctdpa", "Connecticut, USA", "access", "42-518"),
    ("us-ut-ucpa", "Utah, USA", "access", "13-61-201"),
    ("us-fl-fdbr", "Florida, USA", "erasure", "501.705"),
    ("us-or-ocpa", "Oregon, USA", "disclosure-list", "646A.574"),
    ("us-mt-mcdpa", "Montana, USA", "access", "30-14-2808"),
    ("us-ia-icdpa", "Iowa, USA", "access", "715D.3"),
    ("us-de-dpdpa", "Delaware, USA", "access", "12D-104"),
    ("us-ne-ndpa", "Nebraska, USA", "access", "87-11"),
    ("us-nh-nhpa", "New Hampshire, USA", "access", "507-H:4"),
    ("us-nj-njdpa", "New Jersey, USA", "access", "56:8-166"),
    ("us-tn-tipa", "Tennessee, USA", "access", "47-18-33"),
    ("us-mn-mcdpa", "Minnesota, USA", "access", "325M.14"),
    ("us-md-modpa", "Maryland, USA", "access", "14-47"),
    ("us-in-icdpa", "Indiana, USA", "access", "24-15-3-1"),
    ("us-ky-kcdpa", "Kentucky, USA", "access", "367.3615"),
    ("us-ri-ridtppa", "Rhode Island, USA", "access", "6-48.1-5"),
    ("br-lgpd", "Brazil", "access", "LGPD Arts. 18"),
    ("ca-pipeda", "Canada", "access", "PIPEDA"),
    ("ca-qc-law25", "Canada", "access", "P-39.1"),
    ("ch-fadp", "Switzerland", "access", "FADP Art. 25"),
    ("au-app", "Australia", "access", "APP 12"),
    ("jp-appi", "Japan", "access", "APPI Arts. 32"),
];

/// India gives no right yet: its law is in the list and cannot be chosen for a request of today.
const NOT_YET: &str = "in-dpdp";

/// What is asked under which law, which step is then not offered, and what the sentence must say.
const GUARDS: &[(&str, &str, &str, &str, &[&str])] = &[
    (
        "us-ca-ccpa",
        "California, USA",
        "opt-out-sale-sharing",
        "Ask for proof of identity",
        &["11 CCR 70"],
    ),
    (
        "us-ca-ccpa",
        "California, USA",
        "limit-sensitive",
        "Ask for proof of identity",
        &["11 CCR 70"],
    ),
    (
        "us-can-spam",
        "Ohio, USA",
        "unsubscribe",
        "Ask for proof of identity",
        &["16 CFR 316.5"],
    ),
    (
        "us-can-spam",
        "Ohio, USA",
        "unsubscribe",
        "Extend",
        &["7704"],
    ),
    (
        "us-tx-hb300",
        "Texas, USA",
        "access",
        "Extend",
        &["181.102"],
    ),
];

#[test]
fn every_law_takes_a_request_and_every_guard_says_why() {
    talk(async {
        let ids: Vec<&str> = Library::bundled()
            .unwrap()
            .tickable()
            .map(|law| law.id.as_str())
            .collect();
        for id in &ids {
            assert!(
                *id == NOT_YET || LAWS.iter().any(|(law, ..)| law == id),
                "{id} has no row in this test"
            );
        }
        let home = Home::new();
        let window = Window::open(&home, "every-law").await;
        create_desk_under(&window, &ids).await;

        let mut read = String::new();
        for (law, lives, right, article) in LAWS {
            let said = log_under(&window, law, lives, right).await;
            assert!(said.contains(article), "{law}: {said}");
            let not = refused_steps(&window).await;
            writeln!(read, "== {law}: {right}\n{said}\n-- not offered\n{not}\n").unwrap();
        }
        for (law, lives, right, step, wanted) in GUARDS {
            log_under(&window, law, lives, right).await;
            let not = refused_steps(&window).await;
            assert!(
                not.contains(step),
                "{law} {right}: “{step}” is offered:\n{not}"
            );
            for words in *wanted {
                assert!(not.contains(words), "{law} {right} {step}: {not}");
            }
        }
        without_a_reason(&window).await;
        without_a_ground(&window).await;
        not_yet(&window).await;
        window.picture("guards").await;
        // For whoever wants to read all of it as a lawyer would.
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artefacts");
        fs::write(folder.join("every-law.txt"), read).unwrap();
        window.close().await;
    });
}

/// Logs one claim under one law alone; leaves the request's page on the screen, and gives what it says of the claim.
async fn log_under(window: &Window, law: &str, lives: &str, right: &str) -> String {
    let claimed = Right::from_id(right).unwrap();
    let short = &Library::bundled().unwrap().law(law).unwrap().short;
    window.click(&at("rail-queue")).await;
    window.ctrl('n').await;
    window.click(&at("log-channel-mail")).await;
    window
        .write(&at("log-name"), &format!("Person under {short}"))
        .await;
    window.choose(&at("log-residence"), lives).await;
    window.click(&at(&format!("right-{right}"))).await;
    only(window, law, right).await;
    window.read(&at("log-preview"), short).await;
    window.click(&at("log-submit")).await;
    window.see(&at("request-page")).await;
    window
        .read(&at(&format!("claim-{}", claimed.id())), short)
        .await
}

/// Chooses this law for the right, and none beside it; also where it does not seem to apply.
///
/// A chip follows the core's answer, so each press waits until the chip has changed.
async fn only(window: &Window, law: &str, right: &str) {
    let wanted = format!("law-{right}-{law}");
    window
        .until(&format!("{law} among the laws of {right}"), async || {
            let unfold = format!(
                "const others = document.querySelector(\"{}\"); if (others) others.open = true;
                 return document.querySelector(\"{}\") !== null;",
                at(&format!("other-laws-{right}")),
                at(&wanted)
            );
            window.script(&unfold).await.as_bool()?.then_some(())
        })
        .await;
    loop {
        let next = format!(
            "const on = (chip) => chip.getAttribute('aria-pressed') === 'true';
             const wanted = document.querySelector(\"{}\");
             const chips = [...document.querySelectorAll(\"[data-testid^='law-{right}-']\")];
             const chip = on(wanted) ? chips.find((other) => other !== wanted && on(other)) : wanted;
             return chip ? [chip.dataset.testid, on(chip)] : null;",
            at(&wanted)
        );
        let next = window.script(&next).await;
        let (Some(chip), Some(was_on)) = (next[0].as_str(), next[1].as_bool()) else {
            return;
        };
        window.click(&at(chip)).await;
        let pressed = format!("{}[aria-pressed='true']", at(chip));
        if was_on {
            window.gone(&pressed).await;
        } else {
            window.see(&pressed).await;
        }
    }
}

/// The steps that are not offered, with their sentences and articles.
async fn refused_steps(window: &Window) -> String {
    let script = format!(
        "const all = document.querySelector(\"{}\"); if (all) all.open = true; return all?.innerText ?? '';",
        at("steps-refused")
    );
    window.script(&script).await.as_str().unwrap().to_owned()
}

/// An extension without a reason goes nowhere.
async fn without_a_reason(window: &Window) {
    log_under(window, "eu-gdpr", "Germany", "access").await;
    window.click(&at("step-extend")).await;
    window.click(&at("step-confirm")).await;
    window.see("[aria-invalid='true']").await;
    window.picture("no-reason").await;
    close(window).await;
}

/// Nothing is refused without a ground, and marketing is never refused at all.
async fn without_a_ground(window: &Window) {
    log_under(window, "eu-gdpr", "Germany", "erasure").await;
    window.click(&at("decide-claim-erasure")).await;
    window.click(&at("decide-refused")).await;
    window.click(&at("decide-confirm")).await;
    window.read(&at("decide-sheet"), "ground").await;
    window.see("[aria-invalid='true'], [role='alert']").await;
    window.picture("no-ground").await;
    close(window).await;

    log_under(window, "eu-gdpr", "Germany", "marketing-objection").await;
    window.click(&at("decide-claim-marketing-objection")).await;
    window.click(&at("decide-refused")).await;
    window.read(&at("decide-sheet"), "knows no ground").await;
    close(window).await;
}

/// A right that no law gives yet can be read and not chosen.
async fn not_yet(window: &Window) {
    window.click(&at("rail-queue")).await;
    window.ctrl('n').await;
    let explain = window.see(&at("right-admt-access")).await;
    assert!(!explain.is_enabled().await.unwrap());
    window.picture("not-yet").await;
}

async fn close(window: &Window) {
    window
        .click("[role='dialog'] button[aria-label='Close']")
        .await;
    window.gone("[role='dialog']").await;
}
