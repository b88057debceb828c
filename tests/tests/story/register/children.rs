//! Children and their parents: the notice first, then the consent, and nothing before it.

use super::*;
use rightsdesk_tests::profile;

const COPPA: &[&str] = &["us-coppa", "us-ca-ccpa"];

fn office(now: &str) -> Office {
    let mut office = Office::quick(profile("America/Chicago", "us-fed", COPPA), now);
    let mut about = office.call("profile", json!({}));
    about["about"]["established"] = json!(["us-il"]);
    about["about"]["facts"] = json!({ "child-service": true, "for-profit": true });
    office.call("profile_save", about);
    office
}

/// The child of the stories: eleven, in Ohio.
fn file() -> Value {
    json!({
        "child": "Mina", "born": "2015", "age": null, "residence": "us-oh",
        "parent": { "name": "Grace Adeyemi", "email": "grace@adeyemi.example", "phone": "", "address": ["9 Poplar Street", "Columbus, OH 43004"] },
        "service": "The reading club", "collects": "First name, the books read, and a nickname.",
        "discloses": "", "integral": "", "contact_collected_on": "", "request": null, "log_request": false,
    })
}

fn with(change: &[(&str, Value)]) -> Value {
    let mut file = file();
    for (key, value) in change {
        file[*key] = value.clone();
    }
    file
}

fn open(office: &mut Office, file: Value) -> u32 {
    u32::try_from(
        office.call("child_open", file)["row"]["id"]
            .as_u64()
            .unwrap(),
    )
    .unwrap()
}

fn entry(child: u32, step: &str, on: &str, more: Value) -> Value {
    let mut entry = json!({
        "child": child, "step": step, "on": on, "method": "", "notice": "", "items": [], "disclose": false,
        "exception": "", "text": "", "request": null, "corrects": null,
    });
    for (key, value) in more.as_object().unwrap() {
        entry[key.as_str()] = value.clone();
    }
    entry
}

const ITEMS: &[&str] = &[
    "contact",
    "consent-needed",
    "collected",
    "third-parties",
    "online-notice",
    "how-to-consent",
    "erased-without",
];

fn notice(office: &mut Office, child: u32, on: &str) -> Value {
    office.call(
        "child_step",
        entry(
            child,
            "notice-sent",
            on,
            json!({ "notice": "consent", "items": ITEMS }),
        ),
    )
}

fn consent(office: &mut Office, child: u32, on: &str, method: &str, disclose: bool) -> Value {
    office.call(
        "child_step",
        entry(
            child,
            "consent-given",
            on,
            json!({ "method": method, "disclose": disclose }),
        ),
    )
}

#[track_caller]
fn no(office: &mut Office, entry: Value, words: &str) {
    let before = office.call("child_show", json!({ "id": entry["child"] }))["timeline"].clone();
    let why = office.refused("child_step", entry.clone()).message;
    assert!(why.contains(words), "{words} is not in: {why}");
    let after = office.call("child_show", json!({ "id": entry["child"] }))["timeline"].clone();
    assert_eq!(before, after, "nothing was written");
}

/// An entry of the register of disclosures about one child.
fn handled(child: u32, act: &str, on: &str) -> Value {
    json!({
        "act": act, "on": on, "recipient": if act == "disclose" { "Lantern Toys Inc" } else { "" }, "purpose": "their-marketing",
        "data": ["contact-details", "usage-data"], "people": 1, "group": "", "children": true, "audiences": [], "consent": "none",
        "consent_note": "", "told_on": "", "legal_basis": "", "note": "", "request": null, "child": child,
    })
}

fn against(office: &mut Office, entry: &Value) -> Vec<String> {
    office.call("handling_check", entry.clone())["collisions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["about"] == "consent")
        .map(|one| {
            assert!(one["cite"].as_str().unwrap().contains("312."), "{one}");
            format!(
                "{}{}",
                one["message"].as_str().unwrap(),
                if one["needs_answer"] == true { "!" } else { "" }
            )
        })
        .collect()
}

#[test]
fn c4_an_eleven_year_old_is_signed_up() {
    let mut office = office("2026-04-06T15:00:00Z");
    // A request half typed stays where it is.
    let half = draft(
        "2026-04-06T09:00",
        "mail",
        "Somebody Else",
        "us-oh",
        &[("access", &[])],
    );
    office.call("draft_save", json!({ "draft": half }));
    let view = office.call(
        "child_open",
        with(&[
            ("contact_collected_on", "2026-04-02".into()),
            ("log_request", true.into()),
        ]),
    );
    let child = view["row"]["id"].as_u64().unwrap();
    assert_eq!(view["row"]["standing"], "notice-due");
    assert_eq!(view["row"]["may_collect"], false);
    assert_eq!(
        office.call("draft_load", json!({}))["draft"]["requester"]["name"],
        "Somebody Else"
    );
    // Tied both ways, received on the day of the collection, under the law that applies.
    let request = view["row"]["request"]["id"].as_u64().unwrap();
    let page = office.call("request_show", json!({ "id": request }));
    assert_eq!(page["received_on"], "2026-04-02");
    assert_eq!(page["claims"][0]["laws"][0]["law"], "us-coppa");
    assert_eq!(page["registers"][0]["id"], child);
    assert_eq!(page["registers"][0]["standing"], "notice-due");
    assert_eq!(due(&page, "respond"), "2026-04-16");
    assert_eq!(view["row"]["date"]["by"], "2026-04-16", "{view:#}");
    assert!(
        !view["row"]["date"]["working"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    // Nothing before: not the consent, not the collection.
    let id = u32::try_from(child).unwrap();
    no(
        &mut office,
        entry(id, "consent-given", "", json!({ "method": "signed-form" })),
        "No consent counts before the notice",
    );
    assert!(
        against(&mut office, &handled(id, "collect", "2026-04-06"))[0]
            .contains("no parent had consented before.!")
    );
    // The notice is a letter with the form as its last page.
    let choices = office.call("letter_choices", json!({ "id": request }));
    let of = |kind: &str| {
        choices["choices"]
            .as_array()
            .unwrap()
            .iter()
            .find(|c| c["kind"] == kind)
            .unwrap()
            .clone()
    };
    assert_eq!(
        of("direct-notice")["offered"],
        true,
        "{:#}",
        of("direct-notice")
    );
    assert_eq!(of("direct-notice")["suggested"], true);
    let page = office.write(
        u32::try_from(request).unwrap(),
        "direct-notice",
        "us-coppa",
        "",
        "",
        "shown in the club",
    );
    let letter = newest_letter(&mut office, &page);
    says(
        &letter,
        &[
            "Mina would like to use or take part in the following: The reading club.",
            "First name, the books read, and a nickname.",
            "We would disclose it to nobody",
            "April 16, 2026",
            "Consent of a parent or guardian",
            "I do not agree.",
            "Signature:",
        ],
    );
    assert!(
        !letter.contains("disclosed to the third parties"),
        "nothing is disclosed, so nothing is asked: {letter}"
    );
    let view = office.call("child_show", json!({ "id": child }));
    assert_eq!(view["row"]["standing"], "awaiting-consent");
    let sent = view["timeline"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(sent["kind"], "notice-sent");
    assert_eq!(sent["letter"], page["letters"][0]["id"]);
    assert!(sent["details"].as_array().unwrap().len() >= 8, "{sent:#}");
    assert_eq!(
        view["row"]["date"]["by"], "2026-04-16",
        "the earlier start counts"
    );
    // The form comes back.
    office.at("2026-04-10T15:00:00Z");
    let claim = page["claims"][0]["id"].clone();
    let grant =
        json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" });
    let why = office.refused("claim_decide", grant.clone()).message;
    assert!(why.contains("children’s register"), "{why}");
    let view = consent(&mut office, id, "2026-04-09", "signed-form", false);
    assert_eq!(view["row"]["standing"], "use-only");
    assert_eq!(
        (&view["row"]["may_collect"], &view["row"]["may_disclose"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(view["dates"], json!([]), "the time is over");
    office.call("claim_decide", grant);
    let page = office.write(
        u32::try_from(request).unwrap(),
        "answer-in-full",
        "us-coppa",
        "",
        "",
        "never used",
    );
    let letter = newest_letter(&mut office, &page);
    says(
        &letter,
        &[
            "This is about the consent that we asked you for, for Mina.",
            "We received your consent as a parent on April 9, 2026 (signed form)",
            "It does not cover disclosure",
            "You can take it back at any time",
        ],
    );
    // The book of disclosures now agrees from that day on, and not before.
    assert_eq!(
        against(&mut office, &handled(id, "collect", "2026-04-09")),
        [""; 0]
    );
    assert_eq!(
        against(&mut office, &handled(id, "collect", "2026-04-08")).len(),
        1
    );
    office.assert_intact();
}

#[test]
fn c4_no_answer_in_the_house_period_erases_whom_it_was_about() {
    let mut office = office("2026-04-02T15:00:00Z");
    let child = open(
        &mut office,
        with(&[("contact_collected_on", "2026-04-02".into())]),
    );
    office.at("2026-04-06T15:00:00Z");
    notice(&mut office, child, "2026-04-06");
    office.at("2026-04-16T15:00:00Z");
    let row = office.call("child_show", json!({ "id": child }))["row"].clone();
    assert_eq!(
        (&row["standing"], &row["date"]["days"]),
        (&json!("awaiting-consent"), &json!(0))
    );
    office.at("2026-04-17T15:00:00Z");
    let list = office.call("child_list", json!({ "search": "", "standing": "lapsed" }));
    assert_eq!(list["children"][0]["id"], child);
    let erased = office.call("child_step", entry(child, "contact-erased", "", json!({})));
    assert_eq!(erased["row"]["standing"], "erased");
    assert_eq!(
        (&erased["row"]["child"], &erased["row"]["parent"]),
        (&json!(""), &json!(""))
    );
    assert_eq!(erased["about"]["parent"]["email"], "");
    for search in ["Mina", "Adeyemi"] {
        let found = office.call("child_list", json!({ "search": search, "standing": "" }));
        assert_eq!(found["children"], json!([]), "{search} is still found");
    }
    // Nothing in the whole reply speaks of them, and nothing brings them back.
    let all = office
        .call("child_show", json!({ "id": child }))
        .to_string();
    assert!(!all.contains("Mina") && !all.contains("Adeyemi"), "{all}");
    no(
        &mut office,
        entry(child, "contact-erased", "", json!({})),
        "erased already",
    );
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form" }),
        ),
        "A new matter needs a new file",
    );
    let line = erased["timeline"].as_array().unwrap().last().unwrap()["id"].clone();
    no(
        &mut office,
        entry(
            child,
            "note",
            "",
            json!({ "text": "A mistake.", "corrects": line }),
        ),
        "What is erased is gone",
    );
    let mut about = file();
    about["request"] = Value::Null;
    let why = office.refused(
        "child_change",
        json!({ "id": child, "about": about, "reason": "Again" }),
    );
    assert!(
        why.message.contains("are erased and are not written again"),
        "{}",
        why.message
    );
    office.assert_intact();
}

#[test]
fn a_notice_counts_only_with_everything_it_must_say() {
    let mut office = office("2026-04-06T15:00:00Z");
    let child = open(
        &mut office,
        with(&[
            ("contact_collected_on", "2026-04-02".into()),
            ("discloses", "A printer of name tags".into()),
        ]),
    );
    for item in ITEMS {
        let items: Vec<&&str> = ITEMS.iter().filter(|one| *one != item).collect();
        no(
            &mut office,
            entry(
                child,
                "notice-sent",
                "",
                json!({ "notice": "consent", "items": items }),
            ),
            "The notice lacks what it must say",
        );
    }
    no(
        &mut office,
        entry(
            child,
            "notice-sent",
            "",
            json!({ "notice": "", "items": ITEMS }),
        ),
        "Say which notice",
    );
    no(
        &mut office,
        entry(
            child,
            "notice-sent",
            "",
            json!({ "notice": "consent", "items": ["warmth"] }),
        ),
        "no part of this notice",
    );
    no(
        &mut office,
        entry(
            child,
            "notice-sent",
            "2026-04-07",
            json!({ "notice": "consent", "items": ITEMS }),
        ),
        "has not come yet",
    );
    // Without third parties and without contact details from the child, less is needed.
    let other = open(&mut office, with(&[("child", "Tobi".into())]));
    let few: Vec<&str> = ITEMS
        .iter()
        .copied()
        .filter(|i| !["contact", "third-parties", "erased-without"].contains(i))
        .collect();
    let view = office.call(
        "child_step",
        entry(
            other,
            "notice-sent",
            "",
            json!({ "notice": "consent", "items": few }),
        ),
    );
    assert_eq!(view["row"]["standing"], "awaiting-consent");
    // A notice to nobody is none.
    let nobody = open(
        &mut office,
        with(&[(
            "parent",
            json!({ "name": "", "email": "", "phone": "", "address": [] }),
        )]),
    );
    no(
        &mut office,
        entry(
            nobody,
            "notice-sent",
            "",
            json!({ "notice": "consent", "items": ITEMS }),
        ),
        "a notice to nobody is none",
    );
}

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
        why.message.contains("without a written answer"),
        "{}",
        why.message
    );
    let check = office.call("handling_check", gave.clone());
    let key = check["collisions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["about"] == "consent")
        .unwrap()["key"]
        .clone();
    let answers: Vec<Value> = check["collisions"].as_array().unwrap().iter().map(|c| json!({ "key": c["key"], "text": "It was sent by mistake; Lantern Toys deleted it the same day." })).collect();
    office.call(
        "handling_add",
        json!({ "entry": gave, "resolutions": answers }),
    );
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
fn refusal_withdrawal_and_a_material_change_end_what_was_allowed() {
    let mut office = office("2026-04-06T15:00:00Z");
    let refused = open(&mut office, file());
    no(
        &mut office,
        entry(refused, "consent-withdrawn", "", json!({})),
        "no consent that could be taken back",
    );
    no(
        &mut office,
        entry(refused, "material-change", "", json!({ "text": "More" })),
        "Nothing was told or consented to",
    );
    notice(&mut office, refused, "2026-04-06");
    let view = office.call(
        "child_step",
        entry(refused, "consent-refused", "", json!({})),
    );
    assert_eq!(view["row"]["standing"], "refused");
    assert!(
        against(&mut office, &handled(refused, "use", "2026-04-06"))[0].contains("had refused on")
    );
    no(
        &mut office,
        entry(refused, "consent-refused", "", json!({})),
        "refused already",
    );

    let child = open(&mut office, file());
    notice(&mut office, child, "2026-04-06");
    consent(&mut office, child, "2026-04-06", "video-call", false);
    no(
        &mut office,
        entry(child, "consent-refused", "", json!({})),
        "record that it was taken back",
    );
    no(
        &mut office,
        entry(child, "contact-erased", "", json!({})),
        "A consent stands",
    );
    no(
        &mut office,
        entry(child, "data-found", "", json!({ "text": "A list" })),
        "material change",
    );
    // What the parent agreed to is not corrected behind the parent's back.
    let mut about = office.call("child_show", json!({ "id": child }))["about"].clone();
    about["collects"] = "First name, photographs.".into();
    let change = json!({ "id": child, "about": about, "reason": "The club now shows photographs" });
    let why = office.refused("child_change", change.clone());
    assert!(
        why.message.contains("Record a material change first"),
        "{}",
        why.message
    );
    no(
        &mut office,
        entry(child, "material-change", "", json!({})),
        "Write what changes",
    );
    office.at("2026-05-04T15:00:00Z");
    let view = office.call(
        "child_step",
        entry(
            child,
            "material-change",
            "",
            json!({ "text": "Photographs" }),
        ),
    );
    assert_eq!(view["row"]["standing"], "notice-due");
    assert!(
        against(&mut office, &handled(child, "use", "2026-05-04"))[0].contains("had changed on")
    );
    assert_eq!(
        against(&mut office, &handled(child, "use", "2026-05-03")),
        [""; 0],
        "what was before stays right"
    );
    let view = office.call("child_change", change);
    assert_eq!(view["about"]["collects"], "First name, photographs.");
    assert!(
        view["timeline"]
            .to_string()
            .contains("Collects was: First name, the books read")
    );
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "video-call" }),
        ),
        "told anew before consenting anew",
    );
    notice(&mut office, child, "2026-05-04");
    assert_eq!(
        consent(&mut office, child, "2026-05-04", "video-call", false)["row"]["standing"],
        "use-only"
    );
    assert_eq!(
        office.call("child_show", json!({ "id": child }))["dates"],
        json!([]),
        "no time without a consent runs here"
    );
    // And taken back.
    office.at("2026-06-01T15:00:00Z");
    let view = office.call(
        "child_step",
        entry(child, "consent-withdrawn", "", json!({})),
    );
    assert_eq!(view["row"]["standing"], "withdrawn");
    assert!(view["row"]["next_step"].as_str().unwrap().contains("Erase"));
    assert!(
        against(&mut office, &handled(child, "use", "2026-06-01"))[0]
            .contains("taken the consent back")
    );
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "video-call" }),
        ),
        "needs another notice",
    );
    office.assert_intact();
}

#[test]
fn m4_data_turns_up_and_the_parent_is_told_first() {
    let mut office = office("2026-04-06T15:00:00Z");
    let child = open(&mut office, file());
    no(
        &mut office,
        entry(child, "data-found", "", json!({})),
        "Write what turned up",
    );
    let view = office.call(
        "child_step",
        entry(
            child,
            "data-found",
            "2026-04-03",
            json!({ "text": "An account with a birthday" }),
        ),
    );
    assert_eq!(view["row"]["standing"], "found");
    assert!(
        view["row"]["next_step"]
            .as_str()
            .unwrap()
            .starts_with("Tell the parent first"),
        "{view:#}"
    );
    assert_eq!(view["row"]["date"]["by"], "2026-04-17");
    assert!(
        against(&mut office, &handled(child, "use", "2026-04-06"))[0].contains("only turned up")
    );
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form" }),
        ),
        "before the notice",
    );
    notice(&mut office, child, "2026-04-06");
    assert_eq!(
        office.call("child_show", json!({ "id": child }))["row"]["date"]["by"],
        "2026-04-17",
        "from the day it was found"
    );
    office.at("2026-04-20T15:00:00Z");
    assert_eq!(
        office.call("child_show", json!({ "id": child }))["row"]["standing"],
        "lapsed"
    );
    office.call(
        "child_step",
        entry(child, "data-erased", "", json!({ "text": "The account" })),
    );
    let view = office.call("child_step", entry(child, "contact-erased", "", json!({})));
    assert_eq!(view["row"]["standing"], "erased");
    // The other way: the parent consents, and it may stay.
    let other = open(&mut office, with(&[("child", "Ade".into())]));
    office.call(
        "child_step",
        entry(other, "data-found", "", json!({ "text": "A scan" })),
    );
    notice(&mut office, other, "2026-04-20");
    assert_eq!(
        consent(&mut office, other, "2026-04-20", "signed-form", false)["row"]["standing"],
        "use-only"
    );
}

#[test]
fn exceptions_are_kept_to_their_conditions() {
    let mut office = office("2026-04-06T15:00:00Z");
    let child = open(&mut office, file());
    no(
        &mut office,
        entry(
            child,
            "exception-used",
            "",
            json!({ "exception": "because" }),
        ),
        "which exception",
    );
    no(
        &mut office,
        entry(
            child,
            "exception-used",
            "",
            json!({ "exception": "to-ask", "text": "Mail" }),
        ),
        "a step of their own",
    );
    no(
        &mut office,
        entry(
            child,
            "exception-used",
            "",
            json!({ "exception": "one-time-answer" }),
        ),
        "how the conditions were kept",
    );
    let view = office.call("child_step", entry(child, "exception-used", "", json!({ "exception": "one-time-answer", "text": "Her mail address, to say when the library opens." })));
    assert_eq!(view["row"]["standing"], "exception");
    assert_eq!(view["row"]["date"]["by"], "2026-04-06");
    let mut mail = handled(child, "collect", "2026-04-06");
    mail["data"] = json!(["email-address"]);
    assert_eq!(against(&mut office, &mail), [""; 0]);
    assert!(
        against(&mut office, &handled(child, "collect", "2026-04-06"))[0]
            .contains("does not reach so far")
    );
    mail["act"] = "disclose".into();
    mail["recipient"] = "Lantern Toys Inc".into();
    assert_eq!(
        against(&mut office, &mail).len(),
        1,
        "no exception lets it be disclosed"
    );
    let view = office.call(
        "child_step",
        entry(
            child,
            "data-erased",
            "",
            json!({ "text": "Her mail address" }),
        ),
    );
    assert_eq!(view["dates"], json!([]));
    // The notice that goes with repeated answers.
    let again = open(&mut office, file());
    let view = office.call(
        "child_step",
        entry(
            again,
            "exception-used",
            "",
            json!({ "exception": "several-answers", "text": "Her mail address and her mother's" }),
        ),
    );
    assert!(
        view["row"]["next_step"]
            .as_str()
            .unwrap()
            .contains("312.4(c)(3)"),
        "{}",
        view["row"]
    );
    office.call("child_step", entry(again, "notice-sent", "", json!({ "notice": "multiple-contacts", "items": ["child-contact", "parent-contact", "no-other-use", "may-refuse", "silence", "online-notice"] })));
    assert_eq!(
        office.call("child_show", json!({ "id": again }))["row"]["may_collect"],
        false
    );
}

fn parents_request(office: &mut Office, right: &str) -> Value {
    let mut asked = draft(
        "2026-05-05T09:00",
        "mail",
        "Grace Adeyemi",
        "us-oh",
        &[(right, &["us-coppa"])],
    );
    asked["capacity"] = "parent-or-guardian".into();
    asked["requester"]["email"] = "grace@adeyemi.example".into();
    asked["subject"] = json!({ "name": "Mina Adeyemi", "email": "", "phone": "", "address": [] });
    asked["particulars"]["age"] = 11.into();
    let id = office.log(asked);
    office.call("request_show", json!({ "id": id }))
}

fn granted(page: &Value) -> Value {
    json!({ "claim": page["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" })
}

#[test]
fn m5_a_parent_reviews_after_being_shown_to_be_one() {
    let mut office = office("2026-05-05T15:00:00Z");
    let child = open(&mut office, file());
    let page = parents_request(&mut office, "child-access");
    assert_eq!(
        page["registers"][0]["id"], child,
        "found by the parent and the child"
    );
    assert_eq!(page["authority"]["child"], child);
    assert_eq!(page["authority"]["needs"][0]["met"], false);
    let view = office.call("child_show", json!({ "id": child }));
    assert_eq!(view["requests"][0]["id"], page["id"]);
    assert_eq!(
        view["timeline"].as_array().unwrap().last().unwrap()["kind"],
        "request-logged"
    );
    let why = office.refused("claim_decide", granted(&page)).message;
    assert!(
        why.contains("A parent is shown in the child’s file") && why.contains("312.6(a)(3)(i)"),
        "{why}"
    );
    no(
        &mut office,
        entry(child, "reviewed", "", json!({ "text": "Shown" })),
        "First make sure that it is a parent",
    );
    no(
        &mut office,
        entry(child, "proof-deleted", "", json!({})),
        "Nothing that proved a parent",
    );
    no(
        &mut office,
        entry(
            child,
            "parent-proven",
            "",
            json!({ "method": "government-id" }),
        ),
        "without a copy of an identity document",
    );
    no(
        &mut office,
        entry(child, "parent-proven", "", json!({ "text": "Seen" })),
        "by which method",
    );
    let view = office.call("child_step", entry(child, "parent-proven", "", json!({ "method": "government-id", "text": "A driving licence; it matched.", "request": page["id"] })));
    assert!(
        view["dates"][0]["what"]
            .as_str()
            .unwrap()
            .contains("the identification"),
        "{view:#}"
    );
    office.call(
        "child_step",
        entry(
            child,
            "reviewed",
            "",
            json!({ "text": "A printout of the account" }),
        ),
    );
    let view = office.call("child_step", entry(child, "proof-deleted", "", json!({})));
    assert_eq!(view["dates"], json!([]));
    let page = office.call("request_show", json!({ "id": page["id"] }));
    assert_eq!(page["authority"]["needs"][0]["met"], true);
    office.call("claim_decide", granted(&page));
    let page = office.write(
        page["id"].as_u64().unwrap() as u32,
        "answer-in-full",
        "us-coppa",
        "",
        "",
        "a printout, enclosed",
    );
    let letter = newest_letter(&mut office, &page);
    says(
        &letter,
        &[
            "First name, the books read, and a nickname.",
            "What you showed us to prove that you are the parent has been deleted.",
        ],
    );
    let view = office.call("child_show", json!({ "id": child }));
    assert!(
        view["timeline"]
            .to_string()
            .contains("Child access: granted."),
        "{:#}",
        view["timeline"]
    );
}

#[test]
fn m6_a_parent_has_it_deleted_and_no_proof_is_demanded() {
    let mut office = office("2026-05-05T15:00:00Z");
    let child = open(&mut office, file());
    let page = parents_request(&mut office, "child-erasure");
    assert_eq!(
        page["authority"]["needs"][0]["must"], false,
        "{:#}",
        page["authority"]
    );
    office.call("child_step", entry(child, "data-erased", "", json!({ "text": "The account and its books; backups are gone by June 5", "request": page["id"] })));
    office.call("claim_decide", granted(&page));
    let page = office.write(
        page["id"].as_u64().unwrap() as u32,
        "answer-in-full",
        "us-coppa",
        "",
        "",
        "it is closed",
    );
    says(
        &newest_letter(&mut office, &page),
        &["on May 5, 2026: The account and its books; backups are gone by June 5."],
    );
}

#[test]
fn m7_a_parent_refuses_more_and_it_stops_the_same_day() {
    let mut office = office("2026-05-05T15:00:00Z");
    let child = open(&mut office, file());
    notice(&mut office, child, "2026-05-05");
    consent(&mut office, child, "2026-05-05", "signed-form", false);
    let page = parents_request(&mut office, "child-refusal");
    assert_eq!(page["authority"]["needs"][0]["accepts"], json!([]));
    let why = office.refused(
        "authority_seen",
        json!({ "request": page["id"], "kind": "guardian", "on": "", "what": "An order" }),
    );
    assert!(
        why.message.contains("needs no authority"),
        "{}",
        why.message
    );
    office.call("claim_decide", granted(&page));
    // The decision itself ends it, whoever forgets to write it into the file.
    let view = office.call("child_show", json!({ "id": child }));
    assert_eq!(
        view["row"]["standing"], "withdrawn",
        "{:#}",
        view["timeline"]
    );
    assert_eq!(view["row"]["may_collect"], false);
    let page = office.write(
        page["id"].as_u64().unwrap() as u32,
        "answer-in-full",
        "us-coppa",
        "",
        "",
        "it goes on without",
    );
    says(
        &newest_letter(&mut office, &page),
        &["collect no more, since May 5, 2026."],
    );
}

#[test]
fn reaching_the_age_is_noticed_and_never_silently_done() {
    let mut office = office("2027-12-01T15:00:00Z");
    let child = open(&mut office, file());
    let row =
        |office: &mut Office| office.call("child_show", json!({ "id": child }))["row"].clone();
    assert_eq!(
        (
            &row(&mut office)["of_age_from"],
            &row(&mut office)["of_age_by"]
        ),
        (&json!("2028-01-01"), &json!("2028-12-30"))
    );
    notice(&mut office, child, "");
    consent(&mut office, child, "", "signed-form", false);
    no(
        &mut office,
        entry(child, "reached-age", "", json!({ "text": "She said so" })),
        "cannot have reached 13 before",
    );
    office.at("2028-01-02T15:00:00Z");
    assert!(
        row(&mut office)["next_step"]
            .as_str()
            .unwrap()
            .contains("may have reached 13")
    );
    assert_eq!(row(&mut office)["standing"], "use-only");
    office.at("2029-01-02T15:00:00Z");
    assert!(
        row(&mut office)["next_step"]
            .as_str()
            .unwrap()
            .contains("at the latest")
    );
    assert_eq!(
        row(&mut office)["standing"],
        "use-only",
        "nobody has said so yet"
    );
    no(
        &mut office,
        entry(child, "reached-age", "", json!({})),
        "how it became known",
    );
    let view = office.call(
        "child_step",
        entry(
            child,
            "reached-age",
            "",
            json!({ "text": "The account says 13" }),
        ),
    );
    assert_eq!(view["row"]["standing"], "of-age");
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form" }),
        ),
        "speaks for itself",
    );
    assert_eq!(
        against(&mut office, &handled(child, "use", "2029-01-02")),
        [""; 0]
    );
}

#[test]
fn a_file_asks_no_more_than_it_needs() {
    let mut office = office("2026-04-06T15:00:00Z");
    for (change, field) in [
        (("born", json!("2015-07-12")), "born"),
        (("born", json!("15")), "born"),
        (("born", json!("2027")), "born"),
        (("born", json!("2011")), "born"),
        (("born", json!("")), "age"),
        (("child", json!(" ")), "child"),
        (("service", json!("")), "service"),
        (
            ("contact_collected_on", json!("2026-04-07")),
            "contact_collected_on",
        ),
        (
            ("contact_collected_on", json!("April")),
            "contact_collected_on",
        ),
    ] {
        let why = office.refused("child_open", with(&[change.clone()]));
        assert_eq!(
            why.field.as_deref(),
            Some(field),
            "{change:?}: {}",
            why.message
        );
    }
    let why = office.refused(
        "child_open",
        with(&[("born", "".into()), ("age", 13.into())]),
    );
    assert!(why.message.contains("312.2"), "{}", why.message);
    office.call(
        "child_open",
        with(&[("born", "".into()), ("age", 12.into())]),
    );
    // In Germany a parent is asked until 16; the European notice is wanted, the American one too for a service run from there.
    let view = office.call(
        "child_open",
        with(&[("born", "2011".into()), ("residence", "de".into())]),
    );
    assert_eq!(view["age_limit"], 16);
    let id = view["row"]["id"].as_u64().unwrap() as u32;
    notice(&mut office, id, "");
    no(
        &mut office,
        entry(id, "consent-given", "", json!({ "method": "signed-form" })),
        "GDPR",
    );
    let europe = json!({ "notice": "europe", "items": ["controller", "collected", "third-parties", "kept", "rights", "take-back", "how-to-consent"] });
    office.call("child_step", entry(id, "notice-sent", "", europe));
    assert_eq!(
        consent(&mut office, id, "", "signed-form", false)["row"]["standing"],
        "use-only"
    );
}

#[test]
fn what_was_written_by_mistake_is_corrected_by_a_later_line() {
    let mut office = office("2026-04-06T15:00:00Z");
    let child = open(&mut office, file());
    let view = notice(&mut office, child, "2026-04-03");
    let sent = view["timeline"].as_array().unwrap().last().unwrap()["id"].clone();
    consent(&mut office, child, "2026-04-04", "signed-form", false);
    // The notice left a day later than the consent came: then the consent does not count.
    let later = json!({ "notice": "consent", "items": ITEMS, "corrects": sent });
    let view = office.call(
        "child_step",
        entry(child, "notice-sent", "2026-04-05", later.clone()),
    );
    assert_eq!(view["row"]["standing"], "awaiting-consent");
    no(
        &mut office,
        entry(child, "notice-sent", "2026-04-05", later),
        "corrected already",
    );
    no(
        &mut office,
        entry(child, "note", "", json!({ "text": "x", "corrects": 99 })),
        "no such line",
    );
    let consent_line = view["timeline"][2]["id"].clone();
    no(
        &mut office,
        entry(
            child,
            "data-erased",
            "",
            json!({ "text": "x", "corrects": consent_line }),
        ),
        "one of the same kind",
    );
    let view = office.call(
        "child_step",
        entry(
            child,
            "note",
            "",
            json!({ "text": "It was another child's form.", "corrects": consent_line }),
        ),
    );
    assert_eq!(
        view["timeline"][2]["corrected_by"],
        view["timeline"][4]["id"]
    );
    assert_eq!(
        view["timeline"].as_array().unwrap().len(),
        5,
        "nothing is gone"
    );
    // Struck out: read, and nothing more.
    let why = office.refused("child_strike", json!({ "id": child, "reason": "" }));
    assert_eq!(why.field.as_deref(), Some("reason"));
    let list = office.call(
        "child_strike",
        json!({ "id": child, "reason": "Opened twice." }),
    );
    assert_eq!(list["children"][0]["struck"], "Opened twice.");
    no(
        &mut office,
        entry(child, "note", "", json!({ "text": "x" })),
        "struck out",
    );
    assert!(against(&mut office, &handled(child, "use", "2026-04-06"))[0].contains("struck out"));
    office.assert_intact();
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

#[test]
fn the_notice_is_for_a_consent_alone_and_needs_a_file() {
    let mut office = office("2026-05-05T15:00:00Z");
    let page = parents_request(&mut office, "child-erasure");
    let why = office.refused("letter_draft", json!({ "request": page["id"], "kind": "direct-notice", "law": "us-coppa", "reason": "", "asked": "" }));
    assert!(
        why.message.contains("this right asks for none"),
        "{}",
        why.message
    );
    let page = parents_request(&mut office, "child-consent");
    let why = office.refused("letter_draft", json!({ "request": page["id"], "kind": "direct-notice", "law": "us-coppa", "reason": "", "asked": "" }));
    assert!(
        why.message
            .contains("No child’s file belongs to this request"),
        "{}",
        why.message
    );
    // A file of the same parent and child is found; a paragraph taken out is missed.
    let child = open(
        &mut office,
        with(&[("contact_collected_on", "2026-05-05".into())]),
    );
    let draft = office.call("letter_draft", json!({ "request": page["id"], "kind": "direct-notice", "law": "us-coppa", "reason": "", "asked": "" }));
    let mut text = draft["text"].clone();
    let blocks = text["blocks"].as_array_mut().unwrap();
    blocks.retain(|b| !b["items"].to_string().contains("erased-without"));
    for block in blocks {
        block["text"] = block["text"]
            .as_str()
            .unwrap()
            .replace("[[", "")
            .replace("]]", "")
            .into();
    }
    office.call(
        "letter_save",
        json!({ "request": page["id"], "text": text }),
    );
    let why = office.refused(
        "letter_issue",
        json!({ "request": page["id"], "sent_by": "post" }),
    );
    assert!(why.message.contains("312.4(c)(1)(vii)"), "{}", why.message);
    assert_eq!(
        office.call("child_show", json!({ "id": child }))["row"]["standing"],
        "notice-due"
    );
}
