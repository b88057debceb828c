//! What the laws do not allow: each guard with its sentence, and the few that leave room, used with a reason that the log keeps.

use super::*;
use base64::{Engine, engine::general_purpose::STANDARD};
use rightsdesk_tests::profile;

/// A step of the page.
#[track_caller]
fn step<'v>(view: &'v Value, name: &str) -> &'v Value {
    view["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["step"] == name)
        .unwrap_or_else(|| panic!("no step {name}"))
}

/// What an entry of the log tells under this label.
#[track_caller]
fn detail<'v>(view: &'v Value, kind: &str, label: &str) -> &'v str {
    let entry = view["log"]
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["kind"] == kind)
        .unwrap_or_else(|| panic!("no entry {kind}"));
    entry["details"]
        .as_array()
        .unwrap()
        .iter()
        .find(|detail| detail["label"].as_str().unwrap().starts_with(label))
        .unwrap_or_else(|| panic!("no {label} in {entry:#}"))["value"]
        .as_str()
        .unwrap()
}

#[test]
fn an_opt_out_is_left_alone_for_twelve_months() {
    let mut office = Office::quick(
        profile("America/Los_Angeles", "ca-cons", &["us-ca-ccpa"]),
        "2026-03-02T20:00:00Z",
    );
    let id = office.log(draft(
        "2026-03-02T10:00",
        "web-form",
        "Odile Marsh",
        "us-ca",
        &[("opt-out-sale-sharing", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    let opt_in = step(&view, "ask-opt-in");
    assert_eq!(opt_in["offered"], false);
    assert!(
        opt_in["reason"]
            .as_str()
            .unwrap()
            .contains("not before Wed 3 Mar 2027"),
        "{opt_in}"
    );
    assert!(opt_in["cite"].as_str().unwrap().contains("7026(k)"));
    assert!(opt_in["room"]["cite"].as_str().unwrap().contains("7028"));

    let asked = |why: Value| json!({ "request": id, "on": "", "text": "A box in the checkout.", "all_the_same": why });
    let early = office.refused("request_ask_opt_in", asked(Value::Null));
    assert!(early.message.contains("not before"), "{}", early.message);
    let silent = office.refused("request_ask_opt_in", asked(json!("  ")));
    assert_eq!(silent.field.as_deref(), Some("all_the_same"));
    let reason = "She started an order that a partner has to carry out.";
    let view = office.call("request_ask_opt_in", asked(json!(reason)));
    assert_eq!(
        detail(&view, "opt-in-asked", "Done all the same because"),
        reason
    );
    assert!(detail(&view, "opt-in-asked", "What speaks against it").contains("7026(k)"));
    assert!(detail(&view, "opt-in-asked", "The room the law leaves").contains("7028"));

    // No proof of identity, whatever the reason.
    let proof = json!({ "request": id, "on": "", "text": "A passport.", "all_the_same": "I want to be sure." });
    let refused = office.refused("request_ask_identity", proof);
    assert!(refused.message.contains("no room"), "{}", refused.message);
    assert!(step(&view, "ask-identity")["room"].is_null());

    // Closed, and the year is over: now they may be asked.
    let claim = view["claims"][0]["id"].clone();
    office.call(
        "claim_decide",
        json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    office.call(
        "request_close",
        json!({ "request": id, "note": "Told on the page." }),
    );
    office.at("2027-03-03T20:00:00Z");
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(step(&view, "ask-opt-in")["offered"], true);
    office.call("request_ask_opt_in", asked(Value::Null));
    let before = office.refused(
        "request_ask_opt_in",
        json!({ "request": id, "on": "2027-03-02", "text": "By mail, yesterday." }),
    );
    assert!(
        before.message.contains("not before"),
        "the day it happened counts: {}",
        before.message
    );
    assert_eq!(office.call("log_verify", json!({}))["intact"], true);
}

#[test]
fn a_marketing_objection_leaves_room_for_real_doubt_only() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-03-02T09:00:00Z",
    );
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Jonas Weil",
        "de",
        &[("marketing-objection", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    let proof = step(&view, "ask-identity");
    assert_eq!(proof["offered"], false);
    assert!(proof["room"]["cite"].as_str().unwrap().contains("12(6)"));
    let text = "Which of two addresses is meant.";
    let refused = office.refused(
        "request_ask_identity",
        json!({ "request": id, "on": "", "text": text }),
    );
    assert!(refused.message.contains("address"), "{}", refused.message);
    let why = "The mail names an address that belongs to somebody else.";
    let view = office.call(
        "request_ask_identity",
        json!({ "request": id, "on": "", "text": text, "all_the_same": why }),
    );
    assert_eq!(
        detail(&view, "identity-requested", "Done all the same because"),
        why
    );
    assert_eq!(
        due(&view, "cease"),
        "2026-03-02",
        "the objection is carried out meanwhile"
    );
    // They have heard; to confirm receipt is not the thing to do any more.
    offered(&view, &[], &["acknowledge"]);
    assert!(step(&view, "extend")["room"].is_null());
    let longer = office.refused(
        "request_take_longer",
        json!({ "request": id, "on": "", "text": "Next week.", "all_the_same": "Much to do." }),
    );
    assert!(longer.message.contains("absolute"), "{}", longer.message);
}

#[test]
fn a_rule_of_the_house_gives_way_to_a_written_reason() {
    let mut office = Office::quick(
        profile("Europe/Zurich", "none", &["ch-fadp"]),
        "2026-03-02T09:00:00Z",
    );
    let id = office.log(draft(
        "2026-03-02T09:00",
        "post",
        "Vreni Roth",
        "ch",
        &[("access", &[])],
    ));
    let told = json!({ "request": id, "on": "", "text": "By post: the answer comes by 20 April.", "all_the_same": "Three archives have to be searched." });
    let view = office.call("request_take_longer", told);
    assert!(detail(&view, "took-longer", "The room the law leaves").contains("Art. 18"));
    assert_eq!(
        due(&view, "respond"),
        "2026-04-01",
        "the date stays in sight"
    );
}

#[test]
fn a_date_can_be_printed_with_its_reasons_and_a_letter_keeps_them() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-01-31T09:00:00Z",
    );
    let id = office.log(draft(
        "2026-01-31T09:00",
        "mail",
        "Maja Brandt",
        "de",
        &[("access", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    let claim = view["claims"][0]["id"].clone();
    let ask = |kind: &str| json!({ "request": id, "claim": claim, "law": "eu-gdpr", "kind": kind });
    let sheet = office.call("why_sheet", ask("respond"));
    let pdf = STANDARD.decode(sheet["base64"].as_str().unwrap()).unwrap();
    paper::assert_sound(&pdf);
    let words = paper::words(&pdf);
    says(
        &words,
        &[
            "Why this date?",
            "2026-0001",
            "Answer by Mon 2 Mar 2026",
            "no 31st in February",
            "Reg. 1182/71 Art. 3(4)",
            "compared with its source",
        ],
    );
    assert!(!words.contains("Brandt"), "the page names nobody");
    assert_eq!(sheet["pages"], 1);
    assert_eq!(
        sheet,
        office.call("why_sheet", ask("respond")),
        "the same moment, the same bytes"
    );
    let none = office.refused("why_sheet", ask("acknowledge"));
    assert!(none.message.contains("no such date"), "{}", none.message);

    let view = office.write(id, "acknowledgement", "eu-gdpr", "", "", "");
    let because = detail(&view, "letter-issued", "Answer by Mon 2 Mar 2026");
    assert!(
        because.contains("no 31st in February") && because.contains("[Reg. 1182/71 Art. 3(4)]"),
        "{because}"
    );
}
