//! M12 and Tex. Health & Safety Code 181.102: a record in fifteen business days, and never by plain mail without a reason.

use super::health::*;
use super::*;

#[test]
fn a_record_asked_for_in_texas_has_fifteen_business_days_and_m12_no_plain_mail() {
    let mut office = clinic("2026-06-30T15:00:00Z", &[TEXAS, HIPAA]);
    let id = office.log(about_a_record("2026-06-30T09:00", "access", &[TEXAS]));
    let view = office.call("request_show", json!({ "id": id }));
    // Friday 3 July is a working day in Texas and Saturday the 4th is not moved: fifteen weekdays after 30 June.
    assert_eq!(due(&view, "respond"), "2026-07-21");
    decide_all(&mut office, id, "granted", None, "");
    let letter = draft_letter(&mut office, id, "answer-in-full", TEXAS);
    let mut text = letter["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] = fill(
            block["text"].as_str().unwrap(),
            "the record of 2024 to 2026 as a file",
        )
        .into();
    }
    office.call("letter_save", json!({ "request": id, "text": text }));
    // From the wrong side: by plain mail without a reason it stays in the house.
    for reason in [Value::Null, json!(""), json!("   ")] {
        let refused = office.refused(
            "letter_issue",
            json!({ "request": id, "sent_by": "mail", "plain_mail_reason": reason }),
        );
        assert_eq!(refused.field.as_deref(), Some("plain_mail_reason"));
        assert!(
            refused
                .message
                .contains("plain e-mail can be read on its way"),
            "{}",
            refused.message
        );
    }
    let view = office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": "mail", "plain_mail_reason": "She asked for it by mail after we told her of the risk." }),
    );
    let logged = view["log"].to_string();
    assert!(
        logged.contains("She asked for it by mail after we told her of the risk."),
        "{logged}"
    );
    assert_eq!(view["letters"][0]["sent_by"], "mail");

    // What says nothing of her health may go by mail, and post needs no reason.
    let id = office.log(about_a_record("2026-06-30T10:00", "access", &[HIPAA]));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2026-07-30");
    draft_letter(&mut office, id, "acknowledgement", HIPAA);
    office.call("letter_issue", json!({ "request": id, "sent_by": "mail" }));
    office.assert_intact();
}

#[test]
fn m12_a_promise_of_a_protected_way_is_quoted_where_no_law_speaks() {
    let mut office = clinic("2026-06-30T15:00:00Z", &["us-can-spam"]);
    let view = office.call(
        "policy_add",
        json!({
            "file": { "name": "policy.md", "base64": base64("# Privacy policy\n\n## Mail\n\nWe never send medical details by plain e-mail.\n".as_bytes()), "text": "" },
            "about": { "title": "Privacy policy", "from": "2026-01-01", "until": "", "source": "", "publisher": "" },
        }),
    );
    let sentence = "We never send medical details by plain e-mail.";
    let (start, end) = view["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|block| {
            let at = block["text"].as_str().unwrap().find(sentence)?;
            let start = number(&block["start"]) as usize + at;
            Some((start, start + sentence.chars().count()))
        })
        .unwrap();
    let mut reading = json!({
        "kind": "confidential-channel", "audiences": ["everyone"], "rights": [], "polarity": "does-not", "ways": [], "conditions": [],
        "time_limit": null, "frequency": null, "exceptions": [], "acts": [], "data": ["health"], "age": null,
    });
    office.call("promise_add", json!({ "policy": view["version"]["id"], "start": start, "end": end, "reading": reading.clone() }));
    reading["kind"] = "access".into();
    reading["rights"] = json!(["access"]);
    reading["polarity"] = "does".into();
    office.call(
        "promise_add",
        json!({ "policy": view["version"]["id"], "start": start, "end": end, "reading": reading }),
    );
    let id = office.log(about_a_record(
        "2026-06-30T09:00",
        "access",
        &["own-policy"],
    ));
    decide_all(&mut office, id, "granted", None, "");
    let letter = draft_letter(&mut office, id, "answer-in-full", "own-policy");
    let mut text = letter["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] = fill(block["text"].as_str().unwrap(), "two letters of May").into();
    }
    office.call("letter_save", json!({ "request": id, "text": text }));
    let refused = office.refused("letter_issue", json!({ "request": id, "sent_by": "mail" }));
    assert!(refused.message.contains(sentence), "{}", refused.message);
    office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": "handed-over" }),
    );
}
