//! From the notice to the consent, or to the erasure.

use super::*;

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

#[test]
fn a_parent_whose_consent_did_not_come_is_told_what_is_erased() {
    let mut office = office("2026-04-06T15:00:00Z");
    let view = office.call(
        "child_open",
        with(&[
            ("contact_collected_on", "2026-04-06".into()),
            ("log_request", true.into()),
        ]),
    );
    let child = u32::try_from(view["row"]["id"].as_u64().unwrap()).unwrap();
    let request = u32::try_from(view["row"]["request"]["id"].as_u64().unwrap()).unwrap();
    office.write(
        request,
        "direct-notice",
        "us-coppa",
        "",
        "",
        "shown in the club",
    );
    let page = office.call("request_show", json!({ "id": request }));
    let claim = page["claims"][0]["id"].clone();
    office.at("2026-04-14T15:00:00Z");
    let refuse = json!({ "claim": claim, "outcome": "refused", "ground": "no-consent", "reasons": "No form came back.", "kept": "" });
    office.call("claim_decide", refuse);
    let start = json!({ "request": request, "kind": "consent-lapsed", "law": "us-coppa", "reason": "", "asked": "" });
    let why = office.refused("letter_draft", start).message;
    assert!(why.contains("can still come"), "{why}");
    office.at("2026-04-20T15:00:00Z");
    let page = office.write(
        request,
        "consent-lapsed",
        "us-coppa",
        "",
        "",
        "at the desk of the club",
    );
    let letter = newest_letter(&mut office, &page);
    says(
        &letter,
        &[
            "We have not had your consent for Mina",
            "The reading club.",
            "by April 20, 2026",
            "With this letter we delete the names and contact details",
            "begin again at any time",
        ],
    );
    let erased = entry(child, "contact-erased", "2026-04-20", json!({}));
    office.call("child_step", erased);
    office.assert_intact();
}

#[test]
fn a_parent_is_told_of_details_that_are_used_without_a_consent() {
    for (exception, items, words) in [
        (
            "several-answers",
            6,
            &[
                "asked us for something that takes more than one answer",
                "combine them with nothing else",
                "refuse any further contact with Mina",
                "If we do not hear from you",
            ][..],
        ),
        (
            "safety",
            5,
            &["protect the safety of Mina", "If we do not hear from you"],
        ),
        (
            "voluntary-notice",
            4,
            &["takes part in the following", "disclose them to nobody"],
        ),
    ] {
        let mut office = office("2026-04-06T15:00:00Z");
        let view = office.call("child_open", with(&[("log_request", true.into())]));
        let child = u32::try_from(view["row"]["id"].as_u64().unwrap()).unwrap();
        let request = u32::try_from(view["row"]["request"]["id"].as_u64().unwrap()).unwrap();
        let start = json!({ "request": request, "kind": "parent-notice", "law": "us-coppa", "reason": "", "asked": "" });
        let why = office.refused("letter_draft", start.clone()).message;
        assert!(why.contains("still to be told"), "{why}");
        let used = entry(
            child,
            "exception-used",
            "2026-04-06",
            json!({ "exception": exception, "text": "The details were taken for this alone." }),
        );
        office.call("child_step", used);
        // What only this notice must say cannot be taken out of it.
        let draft = office.call("letter_draft", start.clone());
        let mut text = draft["text"].clone();
        for block in text["blocks"].as_array_mut().unwrap() {
            let filled = rightsdesk_tests::office::fill(block["text"].as_str().unwrap(), "as told");
            block["text"] = filled.into();
            if block["items"].to_string().contains("-contact") {
                block["items"] = json!(["details"]);
            }
        }
        office.call("letter_save", json!({ "request": request, "text": text }));
        let why = office.refused(
            "letter_issue",
            json!({ "request": request, "sent_by": "post" }),
        );
        assert!(why.message.contains("312.4(c)"), "{}", why.message);

        let page = office.write(request, "parent-notice", "us-coppa", "", "", "as told");
        says(&newest_letter(&mut office, &page), words);
        let view = office.call("child_show", json!({ "id": child }));
        let sent = view["timeline"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(sent["kind"], "notice-sent", "{sent:#}");
        assert_eq!(sent["letter"], page["letters"][0]["id"]);
        assert!(
            sent["details"].as_array().unwrap().len() >= items,
            "{sent:#}"
        );
        let why = office.refused("letter_draft", start).message;
        assert!(why.contains("still to be told"), "told once: {why}");
        office.assert_intact();
    }
}
