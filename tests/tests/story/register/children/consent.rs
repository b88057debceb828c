//! How far a consent reaches, and what is held against it.

use super::*;

#[test]
fn mail_plus_counts_after_its_message_and_only_where_nothing_is_disclosed() {
    let mut office = office("2026-04-06T15:00:00Z");
    let gives = open(
        &mut office,
        with(&[("discloses", "A printer of name tags".into())]),
    );
    notice(&mut office, gives, "2026-04-06");
    for method in ["mail-plus", "text-plus"] {
        for disclose in [false, true] {
            no(
                &mut office,
                entry(
                    gives,
                    "consent-given",
                    "",
                    json!({ "method": method, "disclose": disclose }),
                ),
                "only for services that disclose nothing",
            );
        }
    }
    no(
        &mut office,
        entry(gives, "consent-given", "", json!({ "method": "nod" })),
        "by which method",
    );
    no(
        &mut office,
        entry(
            gives,
            "consent-given",
            "",
            json!({ "method": "reasonable-efforts" }),
        ),
        "not enough for this child",
    );
    let child = open(&mut office, file());
    notice(&mut office, child, "2026-04-06");
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form", "disclose": true }),
        ),
        "Nothing in this file is to be disclosed",
    );
    let view = consent(&mut office, child, "2026-04-06", "mail-plus", false);
    assert_eq!(view["row"]["standing"], "confirmation-due");
    assert_eq!(view["row"]["may_collect"], false);
    assert!(
        against(&mut office, &handled(child, "use", "2026-04-06"))[0]
            .contains("the further message had not left")
    );
    no(
        &mut office,
        entry(child, "consent-confirmed", "", json!({})),
        "Write how the message left",
    );
    let view = office.call(
        "child_step",
        entry(
            child,
            "consent-confirmed",
            "",
            json!({ "text": "A second e-mail, with how to take it back." }),
        ),
    );
    assert_eq!(view["row"]["standing"], "use-only");
    assert_eq!(
        against(&mut office, &handled(child, "use", "2026-04-06")),
        [""; 0]
    );
    no(
        &mut office,
        entry(child, "consent-confirmed", "", json!({ "text": "Again." })),
        "The further message has left",
    );
    let signed = open(&mut office, file());
    notice(&mut office, signed, "2026-04-06");
    consent(&mut office, signed, "2026-04-06", "signed-form", false);
    no(
        &mut office,
        entry(
            signed,
            "consent-confirmed",
            "",
            json!({ "text": "A mail." }),
        ),
        "needs no further message",
    );
}

#[test]
fn m8_collect_and_use_yes_disclose_no_and_a_later_disclosure_is_blocked() {
    let mut office = office("2026-04-06T15:00:00Z");
    let child = open(
        &mut office,
        with(&[("discloses", "Lantern Toys Inc, for a catalogue".into())]),
    );
    notice(&mut office, child, "2026-04-06");
    let view = consent(&mut office, child, "2026-04-06", "toll-free-call", false);
    assert_eq!(view["row"]["standing"], "use-only");
    // Which items this file’s notices need, in words that a program can go by; and what each line said.
    assert_eq!(view["needs"], json!(["always", "disclosure"]));
    let rules = office.call("child_rules", json!({}));
    let items = rules["notices"][0]["items"].as_array().unwrap();
    let third = items.iter().find(|one| one["id"] == "third-parties");
    assert_eq!(third.unwrap()["needs"], "disclosure");
    let lines = view["timeline"].as_array().unwrap();
    let said = |kind: &str| {
        let line = lines.iter().find(|line| line["kind"] == kind).unwrap();
        assert!(!line["said"].to_string().contains("Adeyemi"), "{line}");
        line["said"].clone()
    };
    assert_eq!(said("notice-sent")["notice"], "consent");
    assert_eq!(said("notice-sent")["items"], json!(ITEMS));
    assert_eq!(said("consent-given")["method"], "toll-free-call");
    assert_eq!(said("consent-given")["disclose"], false);
    assert_eq!(said("opened"), Value::Null);
    assert_eq!(
        against(&mut office, &handled(child, "use", "2026-04-06")),
        [""; 0]
    );
    let gave = handled(child, "disclose", "2026-04-06");
    let found = against(&mut office, &gave);
    assert_eq!(
        found,
        [
            "Data of a child was disclosed to Lantern Toys Inc, and the parent had consented to collection and use only, not to disclosure.!"
        ]
    );
    let why = office.refused("handling_add", json!({ "entry": gave, "resolutions": [] }));
    assert!(
        why.message
            .contains("Obtain the parent’s consent to disclosure first"),
        "{}",
        why.message
    );
    assert_eq!(why.field.as_deref(), Some("already_made"));
    let check = office.call("handling_check", gave.clone());
    let key = check["collisions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["about"] == "consent")
        .unwrap()["key"]
        .clone();
    let answers: Vec<Value> = check["collisions"].as_array().unwrap().iter().map(|c| json!({ "key": c["key"], "text": "It was sent by mistake; Lantern Toys deleted it the same day." })).collect();
    let why = office.refused(
        "handling_add",
        json!({ "entry": gave, "resolutions": answers }),
    );
    assert_eq!(
        why.field.as_deref(),
        Some("already_made"),
        "an answer is no consent"
    );
    let mut made = gave.clone();
    made["already_made"] = true.into();
    let why = office.refused("handling_add", json!({ "entry": made, "resolutions": [] }));
    assert_eq!(why.field.as_deref(), Some("resolutions"), "{}", why.message);
    let list = office.call(
        "handling_add",
        json!({ "entry": made, "resolutions": answers }),
    );
    assert_eq!(list["entries"][0]["without_authority"], true);
    assert_eq!(list["entries"][0]["suggests"], json!(["open-incident"]));
    assert!(
        key.as_str()
            .unwrap()
            .ends_with(&format!("child-{child}-disclose")),
        "{key}"
    );
    let view = office.call("child_show", json!({ "id": child }));
    assert_eq!(view["disclosures"].as_array().unwrap().len(), 1);
    assert!(
        view["contradictions"][0]["answer"]["text"]
            .as_str()
            .unwrap()
            .starts_with("It was sent")
    );
    // Whoever works for us is no third party; an order asks no parent.
    let mut ours = gave.clone();
    ours["purpose"] = "service-provider".into();
    assert_eq!(against(&mut office, &ours), [""; 0]);
    let mut order = gave.clone();
    order["purpose"] = "legal-process".into();
    assert_eq!(against(&mut office, &order).len(), 1, "no order is named");
    order["legal_basis"] = "Order of the county court of 1 April 2026".into();
    assert_eq!(against(&mut office, &order), [""; 0]);
    // Then the parent agrees to it too, and from that day it agrees.
    office.at("2026-04-08T15:00:00Z");
    let view = consent(&mut office, child, "2026-04-08", "signed-form", true);
    assert_eq!(view["row"]["standing"], "use-and-disclose");
    assert_eq!(
        against(&mut office, &handled(child, "disclose", "2026-04-08")),
        [""; 0]
    );
    assert_eq!(
        against(&mut office, &gave).len(),
        1,
        "not for the days before"
    );
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form", "disclose": true }),
        ),
        "stands already",
    );
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form" }),
        ),
        "stands since",
    );
}

#[test]
fn integral_disclosure_has_its_reason_and_a_consent_of_its_own() {
    let mut office = office("2026-04-06T15:00:00Z");
    let why = office.refused("child_open", with(&[("integral", "Mail needs it".into())]));
    assert_eq!(why.field.as_deref(), Some("discloses"));
    let child = open(
        &mut office,
        with(&[
            ("discloses", "The partner school".into()),
            ("integral", "Pen friends write to each other".into()),
        ]),
    );
    notice(&mut office, child, "2026-04-06");
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form", "disclose": true }),
        ),
        "a consent of its own",
    );
    let view = consent(&mut office, child, "2026-04-06", "signed-form", false);
    assert!(
        view["says"]
            .to_string()
            .contains("needs a consent of its own")
    );
    assert!(
        against(&mut office, &handled(child, "disclose", "2026-04-06"))[0].contains("integral")
    );
    let view = consent(&mut office, child, "2026-04-06", "signed-form", true);
    assert_eq!(view["row"]["standing"], "use-and-disclose");
    assert_eq!(
        against(&mut office, &handled(child, "disclose", "2026-04-06")),
        [""; 0]
    );
}

#[test]
fn children_without_a_file_say_that_the_file_is_missing() {
    let mut office = office("2026-04-06T15:00:00Z");
    let mut many = handled(1, "disclose", "2026-04-06");
    many["child"] = Value::Null;
    many["people"] = 40.into();
    assert!(
        against(&mut office, &many)[0]
            .ends_with("no child’s file is named that would show a parent’s consent.!")
    );
    many["consent"] = "parent-use".into();
    assert!(
        against(&mut office, &many)[0].ends_with('!'),
        "use is not disclosure"
    );
    many["consent"] = "parent-disclose".into();
    many["consent_note"] = "Binder of 2025".into();
    let found = against(&mut office, &many);
    assert!(
        found[0].contains("only named in words") && !found[0].ends_with('!'),
        "{found:?}"
    );
    office.refused("child_show", json!({ "id": 77 }));
}
