//! What ends, what turns up, and what was written by mistake.

use super::*;

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
        let why = office.refused("child_open", with(std::slice::from_ref(&change)));
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
