//! What does not agree with a promise: flagged where it is entered, on the request, and in the year, until it is answered in writing.

use super::*;

fn with_policy(now: &str) -> Office {
    let mut office = office(now);
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &view);
    office
}

#[test]
fn c5_a_disclosure_against_the_promise_is_flagged_before_an_answer_leaves() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let entry = handing_over("2026-04-02", "email-address");
    let check = office.call("handling_check", entry.clone());
    assert_eq!(check["problems"], json!([]));
    assert_eq!(check["collisions"][0]["about"], "disclosure", "{check:#}");
    // Nothing is blocked: it may be entered and stays flagged.
    let list = office.call("handling_add", json!({ "entry": entry, "resolutions": [] }));
    assert_eq!(
        list["entries"][0]["contradictions"][0]["answer"],
        Value::Null
    );

    let mut asked = draft(
        "2026-04-10T09:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("question", &[])],
    );
    asked["particulars"]["questions"] = json!(["sharing"]);
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    let flags = view["contradictions"].as_array().unwrap().clone();
    assert_eq!(
        flags.len(),
        1,
        "one promise speaks of e-mail addresses: {flags:#?}"
    );
    let key = flags[0]["key"].clone();
    let claim = &view["claims"][0]["id"];
    office.call(
        "claim_decide",
        json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    let letter = office.call("letter_draft", json!({ "request": id, "kind": "answer-in-full", "law": "own-policy", "reason": "", "asked": "" }));
    assert_eq!(letter["contradictions"][0]["key"], key);
    let text: String = letter["text"]["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b["text"].as_str().unwrap())
        .collect();
    assert!(
        text.contains("Brightpost Ltd"),
        "the letter says what the register shows: {text}"
    );
    let mut words = letter["text"].clone();
    for block in words["blocks"].as_array_mut().unwrap() {
        block["text"] = fill(block["text"].as_str().unwrap(), "the answer").into();
    }
    office.call("letter_save", json!({ "request": id, "text": words }));
    let unseen = office.refused("letter_issue", json!({ "request": id, "sent_by": "mail" }));
    assert!(
        unseen.message.contains("See it first"),
        "{}",
        unseen.message
    );
    let issued = office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": "mail", "seen": [key] }),
    );
    assert!(issued["answered_on"].is_string());

    // Answered in writing, it is quoted in the year's report.
    let open = office.call(
        "contradiction_answer",
        json!({ "key": key, "text": "Brightpost was told to delete the list and confirmed it." }),
    );
    assert_eq!(open["contradictions"], json!([]));
    let of = json!({ "report": "promises", "first": "2026-01-01", "last": "2026-12-31" });
    let pdf = office.call("report_export", json!({ "of": of, "format": "pdf" }));
    let text = paper::words(&bytes(&pdf["base64"]));
    assert!(text.contains("Brightpost was told"), "{text}");
    office.assert_intact();
}

#[test]
fn m9_sensitive_data_is_not_entered_without_consent_or_a_written_answer() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let mut mailing = handing_over("2026-04-03", "sensitive");
    mailing["act"] = "use".into();
    mailing["purpose"] = "our-marketing".into();
    let check = office.call("handling_check", mailing.clone());
    // The promise and the register of consents both want an answer; one is not enough.
    let answers: Vec<Value> = check["collisions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["needs_answer"] == true)
        .map(|one| json!({ "key": one["key"], "text": "The mailing was stopped after 40 letters; the list is deleted." }))
        .collect();
    assert!(answers.len() > 1, "{check:#}");
    let refused = office.refused(
        "handling_add",
        json!({ "entry": mailing, "resolutions": answers[1..] }),
    );
    assert_eq!(refused.field.as_deref(), Some("resolutions"));
    assert_eq!(
        office.call("handling_list", json!({}))["entries"],
        json!([])
    );

    let list = office.call(
        "handling_add",
        json!({ "entry": mailing, "resolutions": answers }),
    );
    let told = list["entries"][0]["contradictions"].as_array().unwrap();
    assert!(
        told.iter().any(
            |one| one["key"].as_str().unwrap().starts_with("handling-1:")
                && one["answer"]["text"]
                    .as_str()
                    .is_some_and(|text| text.contains("stopped"))
        ),
        "{told:#?}"
    );

    // With the consent on file nothing collides.
    mailing["consent"] = "explicit".into();
    mailing["consent_note"] = "Signed forms, folder 12".into();
    let check = office.call("handling_check", mailing);
    assert_eq!(check["collisions"], json!([]));
}

#[test]
fn a_promise_leaves_the_room_it_names() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let address = handing_over("2026-04-05", "contact-details");
    let collides = |office: &mut Office, entry: &Value| {
        let found = office.call("handling_check", entry.clone())["collisions"].clone();
        found
            .as_array()
            .unwrap()
            .iter()
            .any(|c| c["quote"].as_str().unwrap().contains("postal address"))
    };
    assert!(
        collides(&mut office, &address),
        "nobody was told beforehand"
    );
    let mut told = address.clone();
    told["told_on"] = "2026-04-01".into();
    assert!(
        !collides(&mut office, &told),
        "“unless we have told you beforehand”"
    );
    told["told_on"] = "2026-04-06".into();
    assert!(
        collides(&mut office, &told),
        "told the day after is not beforehand"
    );
    let mut carrier = address.clone();
    carrier["purpose"] = "service-provider".into();
    assert!(
        !collides(&mut office, &carrier),
        "who works for us is nobody else"
    );
    let mut court = address;
    court["purpose"] = "legal-process".into();
    assert!(collides(&mut office, &court), "no order is named");
    court["legal_basis"] = "Order of the local court of 1 April 2026".into();
    assert!(!collides(&mut office, &court));
}

#[test]
fn c3_a_childs_account_is_flagged_where_no_consent_is_on_file() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let mut asked = draft(
        "2026-04-10T09:00",
        "mail",
        "Ruth Okafor",
        "us-ca",
        &[("child-erasure", &[])],
    );
    asked["capacity"] = "parent-or-guardian".into();
    asked["subject"] = json!({ "name": "Ben Okafor", "email": "", "phone": "", "address": [] });
    asked["particulars"]["age"] = 12.into();
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    let flag = &view["contradictions"][0];
    assert_eq!(flag["about"], "child", "{:#}", view["contradictions"]);
    assert!(flag["message"].as_str().unwrap().contains("a child of 12"));
}

#[test]
fn a_promise_about_disclosing_a_childs_data_is_named_as_what_it_is() {
    let mut office = office("2026-04-10T08:00:00Z");
    let sentence = "Nothing about a child is passed on without a parent.";
    let view = bring_in(
        &mut office,
        &format!("# Privacy policy\n\n## Children\n\n{sentence}\n"),
        "2026-03-01",
    );
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
    let reading = json!({
        "kind": "parental-consent", "audiences": ["children"], "rights": ["child-consent"], "polarity": "does", "ways": [], "conditions": [],
        "time_limit": null, "frequency": null, "exceptions": [], "acts": ["disclose"], "data": ["child-data"], "age": 13,
    });
    office.call(
        "promise_add",
        json!({ "policy": view["version"]["id"], "start": start, "end": end, "reading": reading }),
    );
    let mut asked = draft(
        "2026-04-10T09:00",
        "mail",
        "Ruth Okafor",
        "us-ca",
        &[("child-erasure", &[])],
    );
    asked["capacity"] = "parent-or-guardian".into();
    asked["subject"] = json!({ "name": "Ben Okafor", "email": "", "phone": "", "address": [] });
    asked["particulars"]["age"] = 12.into();
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    let message = view["contradictions"][0]["message"].as_str().unwrap();
    assert!(
        message.ends_with("without it nothing of a child under 13 is disclosed."),
        "{message}"
    );
    // What is collected collides with no promise about disclosing; what is given away does, and waits for the parent.
    let mut entry = handing_over("2026-04-02", "child-data");
    entry["children"] = true.into();
    let of_promise = |office: &mut Office, entry: &Value| -> Vec<Value> {
        let check = office.call("handling_check", entry.clone());
        let all = check["collisions"].as_array().unwrap().iter();
        all.filter(|one| one["promise"].is_u64()).cloned().collect()
    };
    let found = of_promise(&mut office, &entry);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0]["obtain"]
            .as_str()
            .unwrap()
            .starts_with("Obtain the parent’s consent")
    );
    entry["act"] = "collect".into();
    entry["recipient"] = "".into();
    assert_eq!(of_promise(&mut office, &entry), Vec::<Value>::new());
}

#[test]
fn a_refusal_of_what_was_promised_and_a_promised_day_gone_by_are_flagged() {
    let mut office = with_policy("2026-04-01T08:00:00Z");
    let id = office.log(draft(
        "2026-04-01T09:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("erasure", &[])],
    ));
    let about = |office: &mut Office| -> Vec<String> {
        let view = office.call("request_show", json!({ "id": id }));
        view["contradictions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["about"].as_str().unwrap().to_owned())
            .collect()
    };
    office.at("2026-04-15T20:00:00Z");
    assert_eq!(about(&mut office), [""; 0], "the promised day is not over");
    office.at("2026-04-16T08:00:00Z");
    assert_eq!(about(&mut office), ["late"]);
    let view = office.call("request_show", json!({ "id": id }));
    let claim = &view["claims"][0];
    office.call("claim_decide", json!({ "claim": claim["id"], "outcome": "refused", "ground": claim["grounds"][0]["id"], "reasons": "A lawsuit", "kept": "" }));
    let mut both = about(&mut office);
    both.sort();
    assert_eq!(both, ["decision", "late"]);
}

#[test]
fn an_entry_struck_out_collides_with_nothing_and_stays_to_be_read() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let list = office.call(
        "handling_add",
        json!({ "entry": handing_over("2026-04-02", "email-address"), "resolutions": [] }),
    );
    let id = &list["entries"][0]["id"];
    let list = office.call(
        "handling_strike",
        json!({ "id": id, "reason": "Entered twice." }),
    );
    assert_eq!(list["entries"][0]["struck"], "Entered twice.");
    assert_eq!(
        office.call("contradictions", json!({ "which": "all" }))["contradictions"],
        json!([])
    );
    office.assert_intact();
}
