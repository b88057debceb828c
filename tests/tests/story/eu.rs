//! The European Union: a month, a pause while proof is awaited, two months more, an answer in part.

use super::*;
use rightsdesk_core::api::wire::Report;
use rightsdesk_tests::{office, profile};

fn berlin(now: &str) -> Office {
    Office::quick(profile("Europe/Berlin", "de-be", &["eu-gdpr"]), now)
}

#[test]
fn access_from_first_word_to_the_year() {
    let mut office = berlin("2026-02-02T09:00:00Z");
    let typed = draft(
        "2026-01-31T14:05",
        "post",
        "Łucja Żeromska-Müller",
        "de",
        &[("access", &[])],
    );

    // The right-hand side of the form, before anything is logged.
    let preview = office.call("request_preview", json!({ "draft": typed }));
    assert_eq!(preview["problems"], json!([]));
    assert_eq!(preview["received_on"], "2026-01-31");
    let claim = &preview["claims"][0];
    assert_eq!(due(claim, "respond"), "2026-03-02");
    assert_eq!(claim["laws"][0]["law"], "eu-gdpr");
    assert_eq!(claim["laws"][0]["proposed"], true);
    assert_eq!(claim["laws"][0]["chosen"], true);

    // Half typed, with a file; the program ends; it is still there.
    let bytes = b"From: a person\r\n\r\nWhat do you hold about me?\r\n";
    office.call("draft_save", json!({ "draft": typed }));
    let file = office.call("file_add", json!({ "request": null, "name": "C:\\mail\\letter.eml", "media_type": "message/rfc822", "base64": office::base64(bytes) }));
    assert_eq!(file["name"], "letter.eml");
    office.lock_and_unlock();
    let kept = office.call("draft_load", json!({}));
    assert_eq!(kept["draft"], typed);
    assert_eq!(kept["files"][0]["id"], file["id"]);

    let logged = office.call("request_log", json!({ "draft": typed }));
    assert_eq!(logged["reference"], "2026-0001");
    let id = office::number(&logged["id"]);
    let kept = office.call("draft_load", json!({}));
    assert!(
        kept["draft"].is_null() && kept["files"] == json!([]),
        "the draft is gone: {kept}"
    );

    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2026-03-02");
    assert_eq!(due(&view, "extension-notice"), "2026-03-02");
    assert!(!has(&view, "acknowledge") && !has(&view, "extended-respond"));
    assert_eq!(view["files"][0]["name"], "letter.eml");
    assert_eq!(
        office::bytes(&office.call("file_open", json!({ "id": file["id"] }))["base64"]),
        bytes
    );
    offered(
        &view,
        &[
            "acknowledge",
            "ask-identity",
            "ask-clarification",
            "extend",
            "decide",
            "write-letter",
            "note",
            "correct",
        ],
        &["identity-received", "clarified", "close", "reopen"],
    );
    let lead = &view["deadlines"][0];
    assert_eq!(lead["leads"], true);
    assert_eq!(lead["days"], 28);
    assert!(
        lead["working"]
            .as_array()
            .unwrap()
            .iter()
            .all(|s| !s["cite"].as_str().unwrap().is_empty())
    );

    let queue = office.call("queue", json!({ "filter": "open", "law": "", "right": null, "search": "zeromska", "sort": "due", "offset": 0, "limit": 50 }));
    assert_eq!(
        queue["total"], 1,
        "a name is found without its marks: {queue}"
    );
    assert_eq!(queue["rows"][0]["by"], "2026-03-02");
    assert_eq!(queue["rows"][0]["state"], "open");

    // An acknowledgement: a draft, a look at the page, on paper.
    office.call("letter_draft", json!({ "request": id, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "" }));
    let preview = office.call("letter_preview", json!({ "id": id }));
    let page = paper::words(&office::bytes(&preview["base64"]));
    says(&page, &["Łucja Żeromska-Müller", "2 March 2026"]);
    let drawn = paper::letters(&office::bytes(&preview["base64"]));
    assert!(drawn.contains("DRAFT"), "{drawn}");
    let view = office.call("letter_issue", json!({ "request": id, "sent_by": "post" }));
    assert!(view["letter_draft"].is_null());
    let letter = newest_letter(&mut office, &view);
    says(
        &letter,
        &[
            "Harbour Lane Books",
            "20457 Hamburg",
            "Dear Łucja Żeromska-Müller",
            "31 January 2026",
            "2026-0001",
            "by 2 March 2026",
            "GDPR Art. 15",
            "Nele Brandt",
            "2 February 2026",
        ],
    );
    assert!(!letter.contains("DRA"), "{letter}");
    offered(&view, &[], &["acknowledge"]);

    // Proof of identity pauses the month: asked on the 3rd, there on the 10th, seven days.
    office.at("2026-02-04T09:00:00Z");
    let view = office.call("request_ask_identity", json!({ "request": id, "on": "2026-02-03", "text": "The mail came from an address we do not know." }));
    assert_eq!(view["next_step"], "Wait for proof of identity");
    assert_eq!(view["state"], "waiting");
    assert_eq!(primary(&view), Some("identity-received"));
    offered(
        &view,
        &["identity-received", "note", "decide"],
        &["ask-identity"],
    );
    let queue = office.call("queue", json!({ "filter": "waiting", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 }));
    assert_eq!(queue["tiles"]["waiting"], 1);
    assert_eq!(queue["rows"][0]["waiting_days"], 1);
    // A paused request still takes notes.
    office.call(
        "request_note",
        json!({ "request": id, "text": "Called twice, nobody there." }),
    );
    office.at("2026-02-10T09:00:00Z");
    let view = office.call(
        "request_identity_received",
        json!({ "request": id, "on": "", "text": "Passport seen, copy not kept." }),
    );
    // 28 Feb and seven days is Sat 7 Mar; the 8th a Sunday and a holiday in Berlin.
    assert_eq!(due(&view, "respond"), "2026-03-09");
    assert_eq!(
        view["picture"]["pauses"][0],
        json!({ "from": "2026-02-03", "to": "2026-02-10", "label": "does not count" })
    );

    // More time: with a reason, by letter, once.
    let why = office.refused(
        "request_extend",
        json!({ "request": id, "reason": "  ", "sent_by": "post" }),
    );
    assert_eq!(why.field.as_deref(), Some("reason"));
    office.at("2026-02-20T09:00:00Z");
    let view = office.call("request_extend", json!({ "request": id, "reason": "your data stands in eleven archives that must be read by hand", "sent_by": "post" }));
    assert_eq!(due(&view, "extended-respond"), "2026-05-07");
    assert_eq!(view["picture"]["extension_in_force"], true);
    offered(&view, &["decide"], &["extend"]);
    let letter = newest_letter(&mut office, &view);
    says(
        &letter,
        &[
            "by 9 March 2026",
            "Your data stands in eleven archives that must be read by hand.",
            "7 May 2026",
            "Article 12(3)",
        ],
    );
    let why = office.refused(
        "request_extend",
        json!({ "request": id, "reason": "once more", "sent_by": "post" }),
    );
    assert_eq!(why.code, rightsdesk_core::api::wire::Code::NotNow);

    // No refusal in part without a ground and without saying what is kept back.
    let claim = office::number(&view["claims"][0]["id"]);
    let mut decision = json!({ "claim": claim, "outcome": "granted-in-part", "ground": null, "reasons": "Two letters name other people.", "kept": "The names in two letters of 2019." });
    assert_eq!(
        office
            .refused("claim_decide", decision.clone())
            .field
            .as_deref(),
        Some("ground")
    );
    decision["ground"] = "no-such-ground".into();
    assert_eq!(
        office
            .refused("claim_decide", decision.clone())
            .field
            .as_deref(),
        Some("ground")
    );
    decision["ground"] = "rights-of-others".into();
    decision["kept"] = "".into();
    assert_eq!(
        office
            .refused("claim_decide", decision.clone())
            .field
            .as_deref(),
        Some("kept")
    );
    decision["kept"] = "The names in two letters of 2019.".into();
    office.at("2026-04-01T09:00:00Z");
    let view = office.call("claim_decide", decision);
    assert_eq!(view["claims"][0]["outcome"], "granted-in-part");
    assert_eq!(view["claims"][0]["ground"]["id"], "rights-of-others");
    assert_eq!(view["next_step"], "Send the answer");
    assert_eq!(primary(&view), Some("write-letter"));
    // What was refused must be told before it is closed.
    offered(&view, &["write-letter"], &["close"]);

    // The letters that fit now, and the sentence for those that do not.
    let choices = office.call("letter_choices", json!({ "id": id }));
    let choice = |kind: &str| {
        choices["choices"]
            .as_array()
            .unwrap()
            .iter()
            .find(|c| c["kind"] == kind)
            .unwrap()
            .clone()
    };
    assert_eq!(
        (
            choice("answer-in-part")["offered"].clone(),
            choice("answer-in-part")["suggested"].clone()
        ),
        (json!(true), json!(true))
    );
    for kind in [
        "answer-in-full",
        "refusal",
        "acknowledgement",
        "extension",
        "opt-out-confirmation",
    ] {
        assert_eq!(choice(kind)["offered"], false, "{kind}");
        assert!(
            choice(kind)["reason"]
                .as_str()
                .unwrap()
                .ends_with(['.', ')']),
            "{kind}"
        );
    }

    // A letter with blanks or without a required item does not leave the house.
    let letter = office.call("letter_draft", json!({ "request": id, "kind": "answer-in-part", "law": "eu-gdpr", "reason": "", "asked": "" }));
    assert_eq!(letter["ready"], false);
    let why = office.refused("letter_issue", json!({ "request": id, "sent_by": "post" }));
    assert_eq!(why.code, rightsdesk_core::api::wire::Code::NotNow);
    let mut text = letter["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] =
            office::fill(block["text"].as_str().unwrap(), "as in the list enclosed").into();
    }
    let whole = text.clone();
    text["blocks"].as_array_mut().unwrap().retain(|b| {
        !b["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|i| i == "complaint")
    });
    let lacking = office.call("letter_save", json!({ "request": id, "text": text }));
    assert_eq!(lacking["ready"], false);
    let why = office.refused("letter_issue", json!({ "request": id, "sent_by": "post" }));
    assert!(why.message.contains("complain"), "{}", why.message);
    let saved = office.call("letter_save", json!({ "request": id, "text": whole }));
    assert_eq!(saved["ready"], true, "{saved:#}");
    office.lock_and_unlock();
    let shown = office.call("request_show", json!({ "id": id }));
    assert_eq!(
        shown["letter_draft"], saved,
        "a letter in hand outlives the program"
    );
    assert_eq!(
        office
            .refused(
                "letter_issue",
                json!({ "request": id, "sent_by": "pigeon" })
            )
            .field
            .as_deref(),
        Some("sent_by")
    );
    let view = office.call("letter_issue", json!({ "request": id, "sent_by": "post" }));
    // A second click finds nothing to post.
    office.refused("letter_issue", json!({ "request": id, "sent_by": "post" }));
    let letter = newest_letter(&mut office, &view);
    says(
        &letter,
        &[
            "Two letters name other people.",
            "The names in two letters of 2019.",
            "Berlin",
            "Article 77",
            "court",
            "Article 79",
        ],
    );
    assert_eq!(view["answered_on"], "2026-04-01");
    assert_eq!(view["next_step"], "Close");

    // Closed, and opened again, and closed.
    let view = office.call("request_close", json!({ "request": id, "note": "" }));
    assert_eq!(
        (
            view["open"].clone(),
            view["closed_on"].clone(),
            view["state"].clone()
        ),
        (json!(false), json!("2026-04-01"), json!("closed"))
    );
    offered(
        &view,
        &["note", "reopen", "correct"],
        &[
            "acknowledge",
            "ask-identity",
            "extend",
            "decide",
            "write-letter",
            "close",
        ],
    );
    office.call(
        "request_note",
        json!({ "request": id, "text": "She rang to thank us." }),
    );
    assert_eq!(
        office
            .refused("request_reopen", json!({ "request": id, "reason": "" }))
            .field
            .as_deref(),
        Some("reason")
    );
    let view = office.call(
        "request_reopen",
        json!({ "request": id, "reason": "One archive was forgotten." }),
    );
    assert_eq!(view["open"], true);
    let view = office.call("request_close", json!({ "request": id, "note": "" }));
    assert_eq!(
        log(&view),
        [
            "request-logged",
            "letter-issued",
            "identity-requested",
            "note",
            "identity-received",
            "letter-issued",
            "claim-decided",
            "letter-issued",
            "request-closed",
            "note",
            "request-reopened",
            "request-closed",
        ]
    );
    assert!(
        view["log"]
            .as_array()
            .unwrap()
            .iter()
            .all(|e| e["officer"] == "Nele Brandt" && e["hash"].as_str().unwrap().len() == 64)
    );

    // The year.
    let year = year_of(&mut office, 2026);
    let access = row(&year, "eu-gdpr", "access");
    assert_eq!(counts(&access), [1, 0, 1, 0, 0, 0, 0]);
    assert_eq!(
        (access["median"].as_f64(), access["mean"].as_f64()),
        (Some(60.0), Some(60.0))
    );
    assert_eq!(behind(&mut office, "eu-gdpr-access"), [json!(id)]);
    assert_eq!(counts(&named(&year, "total")), [1, 0, 1, 0, 0, 0, 0]);
    let month = &table(&year, "months")["rows"][0];
    assert_eq!(
        (&month["id"], &month["cells"][2]["value"]),
        (&json!("2026-01"), &json!(1.0))
    );
    assert_eq!(year_of(&mut office, 2026), year, "the same again");
    let spans = office.call("report_spans", json!({}));
    assert_eq!(spans["calendar"].as_array().unwrap().len(), 1);
    let csv = String::from_utf8(office::bytes(
        &office.call(
            "report_export",
            json!({ "of": rights_of(2026), "format": "csv" }),
        )["base64"],
    ))
    .unwrap();
    assert!(csv.contains("Access") || csv.contains("access"), "{csv}");
    let pdf = office::bytes(
        &office.call(
            "report_export",
            json!({ "of": rights_of(2026), "format": "pdf" }),
        )["base64"],
    );
    paper::assert_sound(&pdf);
    says(&paper::words(&pdf), &["2026", "Harbour Lane Books", "GDPR"]);
    let whole: Report = serde_json::from_slice(&office::bytes(
        &office.call(
            "report_export",
            json!({ "of": rights_of(2026), "format": "json" }),
        )["base64"],
    ))
    .unwrap();
    assert_eq!(whole, serde_json::from_value(year).unwrap());

    office.assert_intact();
}

#[test]
fn an_answer_after_the_day_counts_as_late_and_a_withdrawn_claim_does_not() {
    let mut office = berlin("2026-03-01T09:00:00Z");
    let late = office.log(draft(
        "2026-01-05T10:00",
        "mail",
        "Ida Late",
        "de",
        &[("erasure", &["eu-gdpr"])],
    ));
    let gone = office.log(draft(
        "2026-01-05T10:00",
        "mail",
        "Ira Gone",
        "de",
        &[("erasure", &["eu-gdpr"])],
    ));
    let left = office.log(draft(
        "2026-01-06T10:00",
        "mail",
        "Uwe Left",
        "de",
        &[("erasure", &["eu-gdpr"])],
    ));
    let queue = office.call("queue", json!({ "filter": "overdue", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 }));
    assert_eq!(queue["tiles"]["overdue"], 3);
    let view = office.call("request_show", json!({ "id": late }));
    assert_eq!(view["state"], "overdue");
    // No extension once the first period has passed.
    offered(&view, &["decide"], &["extend"]);
    let claim = |office: &mut Office, id: u32| {
        office.call("request_show", json!({ "id": id }))["claims"][0]["id"].clone()
    };
    let of = claim(&mut office, late);
    office.call(
        "claim_decide",
        json!({ "claim": of, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    let view = office.write(late, "answer-in-full", "eu-gdpr", "", "", "all of it");
    let letter = newest_letter(&mut office, &view);
    says(&letter, &["Ida Late", "5 January 2026"]);
    let of = claim(&mut office, gone);
    let view = office.call(
        "claim_decide",
        json!({ "claim": of, "outcome": "withdrawn", "ground": null, "reasons": "", "kept": "" }),
    );
    assert_eq!(view["next_step"], "Close");
    office.call("request_close", json!({ "request": gone, "note": "" }));
    let year = year_of(&mut office, 2026);
    let erasure = row(&year, "eu-gdpr", "erasure");
    assert_eq!(
        counts(&erasure),
        [3, 1, 0, 0, 1, 1, 2],
        "late: the one answered late and the one still open"
    );
    assert_eq!(erasure["median"].as_f64(), Some(55.0));
    assert_eq!(
        behind(&mut office, "eu-gdpr-erasure"),
        [json!(late), json!(gone), json!(left)]
    );
    office.assert_intact();
}

#[test]
fn a_corrected_day_of_receipt_moves_the_dates_and_the_log_says_so() {
    let mut office = berlin("2026-02-02T09:00:00Z");
    let id = office.log(draft(
        "2026-01-31T14:05",
        "post",
        "Jon Byrne",
        "ie",
        &[("access", &["eu-gdpr"])],
    ));
    assert_eq!(office.refused("request_correct", json!({ "request": id, "received": "2026-01-20T10:00", "requester": null, "residence": null, "reason": "" })).field.as_deref(), Some("reason"));
    assert_eq!(office.refused("request_correct", json!({ "request": id, "received": "2026-02-20T10:00", "requester": null, "residence": null, "reason": "typing" })).field.as_deref(), Some("received"));
    let view = office.call("request_correct", json!({ "request": id, "received": "2026-01-20T10:00", "requester": null, "residence": null, "reason": "The stamp of the post room says so." }));
    assert_eq!(due(&view, "respond"), "2026-02-20");
    let entry = view["log"][0].to_string();
    says(
        &entry,
        &[
            "request-corrected",
            "31 Jan 2026",
            "20 Jan 2026",
            "2 Mar 2026",
            "20 Feb 2026",
            "The stamp of the post room says so.",
        ],
    );
    let queue = office.call("queue", json!({ "filter": "open", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 }));
    assert_eq!(queue["rows"][0]["by"], "2026-02-20");
    office.assert_intact();
}

#[test]
fn one_request_with_several_rights_is_answered_right_by_right() {
    let mut office = berlin("2026-05-13T09:00:00Z");
    let id = office.log(draft(
        "2026-05-13T10:00",
        "mail",
        "Ana Kovač",
        "hr",
        &[
            ("consent-withdrawal", &["eu-gdpr"]),
            ("erasure", &["eu-gdpr"]),
        ],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "cease"), "2026-05-13");
    assert_eq!(view["state"], "today");
    let claims = view["claims"].as_array().unwrap().clone();
    for claim in &claims {
        let stop = claim["right"] == "consent-withdrawal";
        let (outcome, ground, reasons) = if stop {
            ("granted", None, "")
        } else {
            (
                "refused",
                Some("legal-obligation"),
                "The invoices must be kept for ten years.",
            )
        };
        office.call("claim_decide", json!({ "claim": claim["id"], "outcome": outcome, "ground": ground, "reasons": reasons, "kept": "" }));
    }
    // What simply stops is confirmed by itself; the refusal is a letter of its own, and only both together answer it.
    let view = office.write(
        id,
        "opt-out-confirmation",
        "eu-gdpr",
        "",
        "",
        "the newsletter",
    );
    assert!(view["answered_on"].is_null());
    offered(&view, &["write-letter"], &["close"]);
    let view = office.write(id, "refusal", "eu-gdpr", "", "", "the list");
    assert_eq!(view["answered_on"], "2026-05-13");
    says(
        &newest_letter(&mut office, &view),
        &["The invoices must be kept for ten years.", "Article 77"],
    );
    let view = office.call("request_close", json!({ "request": id, "note": "" }));
    assert_eq!(view["open"], false);
    let year = year_of(&mut office, 2026);
    assert_eq!(
        counts(&row(&year, "eu-gdpr", "erasure")),
        [1, 0, 0, 1, 0, 0, 0]
    );
    assert_eq!(
        counts(&row(&year, "eu-gdpr", "consent-withdrawal")),
        [1, 1, 0, 0, 0, 0, 0]
    );
    let may = table(&year, "months")["rows"][4]["cells"]
        .as_array()
        .unwrap();
    assert_eq!(
        may.last().unwrap()["value"],
        1.0,
        "the last column counts requests"
    );
}

#[test]
fn the_same_person_again_is_flagged_and_nothing_is_merged() {
    let mut office = berlin("2026-02-02T09:00:00Z");
    let first = office.log(draft(
        "2026-01-31T14:05",
        "post",
        "Łukasz  Nowak",
        "pl",
        &[("access", &["eu-gdpr"])],
    ));
    let again = draft(
        "2026-02-01T14:05",
        "post",
        "lukasz nowak",
        "pl",
        &[("access", &["eu-gdpr"])],
    );
    let preview = office.call("request_preview", json!({ "draft": again }));
    assert_eq!(preview["duplicates"][0]["id"], first);
    let second = office.log(again);
    assert_ne!(first, second);
    let view = office.call("request_show", json!({ "id": second }));
    assert_eq!(view["earlier"][0]["id"], first);
    assert_eq!(view["reference"], "2026-0002");
}

/// The requests behind what came in of a row.
fn behind(office: &mut Office, row: &str) -> Vec<Value> {
    let asked =
        json!({ "of": rights_of(2026), "table": "rights", "row": row, "column": "received" });
    let found = office.call("report_behind", asked);
    let rows = found["rows"].as_array().unwrap().iter();
    rows.map(|one| one["id"].clone()).collect()
}
