//! The United Kingdom: the month begins anew with the proof, stops for a question, and a refusal names the Commissioner.

use super::*;
use rightsdesk_tests::{office, profile};

fn london(now: &str) -> Office {
    Office::quick(profile("Europe/London", "gb-eng", &["uk-gdpr"]), now)
}

#[test]
fn the_clock_restarts_with_the_proof_and_stops_for_a_question() {
    let mut office = london("2026-04-01T09:00:00Z");
    let id = office.log(draft(
        "2026-04-01T09:30",
        "web-form",
        "Rhys O’Malley",
        "gb",
        &[("access", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2026-05-01");

    office.at("2026-04-02T09:00:00Z");
    let view = office.write(
        id,
        "proof-of-identity",
        "uk-gdpr",
        "The account was opened under another name.",
        "- A reply from the address we know",
        "a reply",
    );
    assert_eq!(view["state"], "waiting");
    assert_eq!(view["next_step"], "Wait for proof of identity");
    says(
        &newest_letter(&mut office, &view),
        &[
            "Rhys O’Malley",
            "The account was opened under another name.",
            "A reply from the address we know",
            "UK GDPR",
            "The month we have for our answer begins when we have received this",
        ],
    );
    office.at("2026-04-09T09:00:00Z");
    let view = office.call(
        "request_identity_received",
        json!({ "request": id, "on": "2026-04-09", "text": "Replied from the known address." }),
    );
    assert_eq!(due(&view, "respond"), "2026-05-11");

    office.at("2026-04-10T09:00:00Z");
    let view = office.write(
        id,
        "clarification",
        "uk-gdpr",
        "We hold a large amount of data about you",
        "Which years do you mean?",
        "the years",
    );
    assert_eq!(view["next_step"], "Wait for their answer");
    says(
        &newest_letter(&mut office, &view),
        &["Which years do you mean?", "stands still"],
    );
    office.at("2026-04-14T09:00:00Z");
    let view = office.call(
        "request_clarified",
        json!({ "request": id, "on": "2026-04-14", "text": "2022 to 2024." }),
    );
    assert_eq!(due(&view, "respond"), "2026-05-14");

    let view = office.call("request_extend", json!({ "request": id, "reason": "There are four requests of the same person to answer together", "sent_by": "mail" }));
    assert_eq!(due(&view, "extended-respond"), "2026-07-14");
    says(
        &newest_letter(&mut office, &view),
        &["by 14 May 2026", "14 July 2026", "Article 12A"],
    );

    // Refused: a ground, reasons, the Commissioner, the court.
    let claim = view["claims"][0]["id"].clone();
    assert_eq!(office.refused("claim_decide", json!({ "claim": claim, "outcome": "refused", "ground": "excessive", "reasons": "", "kept": "" })).field.as_deref(), Some("reasons"));
    let view = office.call("claim_decide", json!({ "claim": claim, "outcome": "refused", "ground": "excessive", "reasons": "It is the fifth request for the same papers in two months.", "kept": "" }));
    offered(&view, &["write-letter"], &["close"]);
    let view = office.write(id, "refusal", "uk-gdpr", "", "", "as said");
    says(
        &newest_letter(&mut office, &view),
        &[
            "It is the fifth request for the same papers in two months.",
            "Information Commission",
            "court",
        ],
    );
    office.call("request_close", json!({ "request": id, "note": "" }));
    let year = year_of(&mut office, 2026);
    assert_eq!(
        counts(&row(&year, "uk-gdpr", "access")),
        [1, 0, 0, 1, 0, 0, 0]
    );
    assert_eq!(
        row(&year, "uk-gdpr", "access")["median"].as_f64(),
        Some(13.0)
    );
    office.assert_intact();
}

#[test]
fn the_civil_day_is_the_desk_s_own() {
    // 23:30 UTC on 31 March is already 1 April in London's summer.
    let mut office = london("2026-03-31T23:30:00Z");
    let id = office.log(draft(
        "",
        "mail",
        "Mo Ahmed",
        "gb",
        &[("access", &["uk-gdpr"])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["received_on"], "2026-04-01");
    assert_eq!(view["received_at"], "2026-03-31T23:30:00Z");
    assert_eq!(view["today"], "2026-04-01");
}

#[test]
fn a_parent_asks_for_a_child() {
    let mut office = london("2026-09-03T09:00:00Z");
    let mut typed = draft(
        "2026-09-03T09:30",
        "post",
        "Grace Amoah",
        "gb",
        &[("erasure", &["uk-gdpr"])],
    );
    typed["capacity"] = "parent-or-guardian".into();
    let problems = office.call("request_preview", json!({ "draft": typed }))["problems"].clone();
    assert_eq!(problems[0]["field"], "subject.name");
    typed["subject"] = json!({ "name": "Kofi Amoah", "email": "", "phone": "", "address": [] });
    let id = office.log(typed);
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["subject"]["name"], "Kofi Amoah");
    let queue = office.call("queue", json!({ "filter": "open", "law": "", "right": null, "search": "kofi", "sort": "due", "offset": 0, "limit": 50 }));
    assert_eq!(queue["rows"][0]["on_behalf_of"], "Kofi Amoah");
    let view = office.write(id, "acknowledgement", "uk-gdpr", "", "", "x");
    let letter = newest_letter(&mut office, &view);
    says(&letter, &["Dear Grace Amoah", "Kofi Amoah"]);
    assert_eq!(office::number(&view["letters"][0]["pages"]), 1);
}
