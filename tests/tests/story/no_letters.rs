//! A law with dates and grounds but no letters in the program: everything can be done, by other means, and is recorded.

use rightsdesk_tests::{Office, profile};
use serde_json::json;

#[test]
fn a_law_without_letters_can_be_worked_to_its_end() {
    let mut office = Office::quick(
        profile("America/New_York", "us-fed", &["us-va-cdpa"]),
        "2026-03-02T15:00:00Z",
    );
    let draft = json!({
        "received": "", "channel": "web-form", "capacity": "self", "residence": "us-va", "subject": null,
        "requester": { "name": "Ada Ruiz", "email": "ada@ruiz.example", "phone": "", "address": [] },
        "claims": [{ "right": "access", "laws": [] }], "words": "What do you hold?", "files": [],
    });
    let id = office.call("request_log", json!({ "draft": draft }))["id"].clone();
    let view = office.call("request_show", json!({ "id": id }));
    let due = &view["deadlines"][0];
    assert_eq!(
        (&due["law"], &due["due"]),
        (&json!("us-va-cdpa"), &json!("2026-04-16"))
    );

    let choices = office.call("letter_choices", json!({ "id": id }));
    for choice in choices["choices"].as_array().unwrap() {
        assert_eq!(choice["offered"], false);
        let reason = choice["reason"].as_str().unwrap();
        assert!(reason.contains("no letters for this law"), "{reason}");
    }
    let extend = view["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["step"] == "extend")
        .unwrap();
    assert_eq!(extend["offered"], false, "an extension needs its letter");
    let refused = office.refused(
        "request_extend",
        json!({ "request": id, "reason": "many accounts", "sent_by": "mail" }),
    );
    assert!(
        refused.message.contains("no letters for this law"),
        "{}",
        refused.message
    );

    office.call(
        "request_acknowledge",
        json!({ "request": id, "on": "", "text": "By e-mail." }),
    );
    let claim = &view["claims"][0];
    let ground = &claim["grounds"][0]["id"];
    office.call(
        "claim_decide",
        json!({ "claim": claim["id"], "outcome": "refused", "ground": ground, "reasons": "We cannot tell who you are.", "kept": "" }),
    );
    // No letter of ours can say it, so the note must.
    let silent = office.refused("request_close", json!({ "request": id, "note": "" }));
    assert_eq!(silent.field.as_deref(), Some("note"));
    let closed = office.call(
        "request_close",
        json!({ "request": id, "note": "Refused by e-mail with reasons and the way to appeal." }),
    );
    assert_eq!(closed["open"], false);
    assert_eq!(closed["answered_on"], "2026-03-02");
}
