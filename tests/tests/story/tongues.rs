//! The language of a letter: suggested, chosen, kept with what was sent, and in force for the next one.

use super::*;
use rightsdesk_tests::office::{self, fill};
use rightsdesk_tests::profile;

fn berlin(now: &str) -> Office {
    let mut of = profile("Europe/Berlin", "de-be", &["eu-gdpr", "us-ca-ccpa"]);
    of.contact_email = "datenschutz@elbuecher.example".into();
    Office::quick(of, now)
}

fn suggested(office: &mut Office, id: u32) -> (String, String) {
    let choices = office.call("letter_choices", json!({ "id": id }));
    let all = choices["languages"].as_array().unwrap().clone();
    let mut of: Vec<_> = all.iter().filter(|one| one["suggested"] == true).collect();
    assert_eq!(of.len(), 1, "exactly one is suggested: {all:?}");
    let one = of.remove(0);
    let text = |key: &str| one[key].as_str().unwrap().to_owned();
    (text("language"), text("because"))
}

/// Drafts in a language, fills the blanks, and issues.
fn write_in(office: &mut Office, id: u32, kind: &str, language: &str, more: Value) -> Value {
    let mut start = json!({ "request": id, "kind": kind, "law": "eu-gdpr", "reason": "Es sind viele Ordner", "asked": "ein Ausweis", "language": language });
    for (key, value) in more.as_object().unwrap() {
        start[key] = value.clone();
    }
    let draft = office.call("letter_draft", start);
    assert_eq!(draft["language"], language);
    let mut text = draft["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] = fill(block["text"].as_str().unwrap(), "wie besprochen").into();
    }
    let saved = office.call("letter_save", json!({ "request": id, "text": text }));
    assert_eq!(saved["ready"], true, "not ready: {saved:#}");
    assert_eq!(
        saved["language"], language,
        "the words may change, the language stays"
    );
    office.call("letter_issue", json!({ "request": id, "sent_by": "post" }))
}

#[test]
fn where_somebody_lives_suggests_a_language_and_the_last_letter_more_so() {
    for (residence, language) in [
        ("de", "de"),
        ("at", "de"),
        ("fr", "fr"),
        ("be", "fr"),
        ("es", "es"),
        ("ca-qc", "fr"),
        ("pl", "en"),
        ("us-ca", "en"),
        ("", "en"),
    ] {
        let mut office = berlin("2026-03-02T09:00:00Z");
        let id = office.log(draft(
            "2026-03-02T09:00",
            "mail",
            "Kim Okafor",
            residence,
            &[("access", &["eu-gdpr"])],
        ));
        let (found, because) = suggested(&mut office, id);
        assert_eq!(found, language, "{residence}");
        assert_eq!(
            because.is_empty(),
            language == "en",
            "{residence}: {because}"
        );
    }
    let mut office = berlin("2026-03-02T09:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        &[("access", &["eu-gdpr"])],
    ));
    write_in(&mut office, id, "acknowledgement", "fr", json!({}));
    let (language, because) = suggested(&mut office, id);
    assert_eq!(language, "fr");
    assert!(because.contains("last letter"), "{because}");
}

#[test]
fn a_german_letter_is_german_to_its_foot_and_so_is_the_next() {
    let mut office = berlin("2026-03-02T09:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        &[("access", &["eu-gdpr"])],
    ));
    let view = write_in(&mut office, id, "acknowledgement", "de", json!({}));
    assert_eq!(view["letters"][0]["language"], "de");
    let letter = newest_letter(&mut office, &view);
    says(
        &letter,
        &[
            "Guten Tag Kim Okafor,",
            "2. März 2026",
            "per E-Mail",
            "Auskunft (Art. 15 DSGVO)",
            "bis zum 2. April 2026",
            "Unser Zeichen",
            "Mit freundlichen Grüßen",
        ],
    );
    assert!(
        !letter.contains("Our reference") && !letter.contains("Dear"),
        "{letter}"
    );
    // The day that a German letter tells is kept with its reasons, as one that an English letter tells.
    let told = view["log"].to_string();
    assert!(told.contains("2 Apr 2026, because"), "{told}");
    let kept = office.call("letter_pdf", json!({ "id": view["letters"][0]["id"] }));
    assert_eq!(kept["name"], "2026-0001 Eingangsbestätigung.pdf");
    let bytes = office::bytes(&kept["base64"]);
    paper::assert_sound(&bytes);
    assert!(
        bytes
            .windows(10)
            .any(|part| part == b"/Lang (de)" || part == b"/Lang(de)\n")
            || String::from_utf8_lossy(&bytes).contains("Lang"),
        "the file says its language"
    );

    // The extension that the request page sends by itself goes on in the same language.
    let view = office.call(
        "request_extend",
        json!({ "request": id, "reason": "Es sind viele Ordner", "sent_by": "post" }),
    );
    says(
        &newest_letter(&mut office, &view),
        &["Artikel 12 Absatz 3 DSGVO", "Es sind viele Ordner."],
    );
    office.assert_intact();
}

#[test]
fn a_law_without_letters_in_a_language_says_so() {
    let mut office = berlin("2026-03-02T09:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        &[("access", &["us-ca-ccpa"])],
    ));
    let choices = office.call("letter_choices", json!({ "id": id }));
    let german = choices["languages"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["language"] == "de")
        .unwrap();
    assert_eq!(german["without"][0]["law"], "us-ca-ccpa");
    assert_eq!(
        suggested(&mut office, id).0,
        "en",
        "a language with no letter is not suggested"
    );
    let why = office.refused("letter_draft", json!({ "request": id, "kind": "acknowledgement", "law": "us-ca-ccpa", "reason": "", "asked": "", "language": "de" }));
    assert!(
        why.message.contains("no letters in German"),
        "{}",
        why.message
    );
}

#[test]
fn a_recipient_is_told_and_the_letter_goes_there() {
    let mut office = berlin("2026-03-02T09:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        &[("erasure", &["eu-gdpr"])],
    ));
    let why = office.refused("letter_draft", json!({ "request": id, "kind": "recipient-notice", "law": "eu-gdpr", "reason": "", "asked": "" }));
    assert!(why.message.contains("Decide first"), "{}", why.message);
    let view = office.call("request_show", json!({ "id": id }));
    office.call("claim_decide", json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }));
    let why = office.refused("letter_draft", json!({ "request": id, "kind": "recipient-notice", "law": "eu-gdpr", "reason": "", "asked": "" }));
    assert!(
        why.message.contains("to whom the letter goes"),
        "{}",
        why.message
    );
    let to = json!({ "addressee": ["Druckerei Sandweg", "Sandweg 4", "10999 Berlin"] });
    let view = write_in(&mut office, id, "recipient-notice", "de", to);
    let letter = newest_letter(&mut office, &view);
    says(
        &letter,
        &[
            "Druckerei Sandweg",
            "10999 Berlin",
            "Daten von Kim Okafor",
            "Artikel 19 DSGVO",
        ],
    );
    assert!(
        !letter.contains("12 Elm Row"),
        "the person’s address is nobody’s business there: {letter}"
    );
    assert_eq!(
        view["state"],
        office.call("request_show", json!({ "id": id }))["state"]
    );
    assert!(view["open"] == true, "it answers nobody");
}

#[test]
fn nothing_held_is_an_answer() {
    let mut office = berlin("2026-03-02T09:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        &[("access", &["eu-gdpr"])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    office.call("claim_decide", json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }));
    let view = write_in(&mut office, id, "nothing-held", "de", json!({}));
    says(
        &newest_letter(&mut office, &view),
        &["keine Daten über Sie gespeichert"],
    );
    office.call("request_close", json!({ "request": id, "note": "" }));
}

#[test]
fn authority_is_asked_of_whoever_acts_for_somebody_else_only() {
    let mut office = berlin("2026-03-02T09:00:00Z");
    let own = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        &[("access", &["eu-gdpr"])],
    ));
    let why = office.refused("letter_draft", json!({ "request": own, "kind": "agent-authority", "law": "eu-gdpr", "reason": "", "asked": "Vollmacht" }));
    assert!(
        why.message.contains("ask for themselves"),
        "{}",
        why.message
    );
    let mut agent = draft(
        "2026-03-02T09:00",
        "mail",
        "Kanzlei Okafor",
        "de",
        &[("access", &["eu-gdpr"])],
    );
    agent["capacity"] = "authorised-agent".into();
    agent["subject"] = json!({ "name": "Rosa Lind", "email": "", "phone": "", "address": [] });
    let id = office.log(agent);
    let before = office.call("request_show", json!({ "id": id }))["deadlines"].clone();
    let view = write_in(&mut office, id, "agent-authority", "de", json!({}));
    says(
        &newest_letter(&mut office, &view),
        &["Sie schreiben für Rosa Lind."],
    );
    assert_eq!(view["deadlines"], before, "no law stops its clock for this");
}
