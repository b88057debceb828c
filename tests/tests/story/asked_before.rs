//! Letters that say what was before: an answer given already, a fee after a free answer, a consent that did not come,
//! and a date that moved while the letter lay on the desk.

use super::*;
use rightsdesk_tests::office::fill;
use rightsdesk_tests::profile;

fn office(calendar: &str, laws: &[&str], now: &str) -> Office {
    Office::quick(profile("America/Los_Angeles", calendar, laws), now)
}

fn asks(office: &mut Office, received: &str, right: &str, law: &str) -> u32 {
    let claims: &[(&str, &[&str])] = &[(right, &[law])];
    office.log(draft(received, "mail", "Dolores Ibáñez", "us-ca", claims))
}

fn decide(office: &mut Office, id: u32, outcome: &str, ground: Option<&str>) {
    let view = office.call("request_show", json!({ "id": id }));
    office.call("claim_decide", json!({ "claim": view["claims"][0]["id"], "outcome": outcome, "ground": ground, "reasons": if outcome == "refused" { "Nothing has changed since our last answer." } else { "" }, "kept": "" }));
}

fn choice(office: &mut Office, id: u32, kind: &str) -> Value {
    let all = office.call("letter_choices", json!({ "id": id }));
    let all = all["choices"].as_array().unwrap();
    all.iter().find(|one| one["kind"] == kind).unwrap().clone()
}

/// Two answers in the year before; a third request comes.
fn third_request() -> (Office, u32) {
    let mut office = office("ca-cons", &["us-ca-ccpa"], "2026-01-12T18:00:00Z");
    for (received, now) in [
        ("2026-01-12T09:00", "2026-01-14T18:00:00Z"),
        ("2026-04-02T09:00", "2026-04-07T18:00:00Z"),
    ] {
        office.at(now);
        let id = asks(&mut office, received, "access", "us-ca-ccpa");
        decide(&mut office, id, "granted", None);
        office.write(
            id,
            "answer-in-full",
            "us-ca-ccpa",
            "",
            "",
            "the list enclosed",
        );
    }
    office.at("2026-11-02T18:00:00Z");
    let id = asks(&mut office, "2026-11-02T09:00", "access", "us-ca-ccpa");
    (office, id)
}

#[test]
fn a_third_request_in_twelve_months_is_told_from_when_to_ask_again() {
    let (mut office, id) = third_request();
    let early = choice(&mut office, id, "repeat-request");
    assert_eq!(early["offered"], false, "{early}");
    assert!(
        early["reason"].as_str().unwrap().contains("Decide first"),
        "{early}"
    );
    // Refused on another ground, it is not this letter that answers.
    decide(&mut office, id, "refused", Some("privilege"));
    let other = choice(&mut office, id, "repeat-request");
    assert!(
        other["reason"].as_str().unwrap().contains("came too often"),
        "{other}"
    );
    let why = office.refused("letter_draft", json!({ "request": id, "kind": "repeat-request", "law": "us-ca-ccpa", "reason": "", "asked": "" }));
    assert!(why.message.contains("came too often"), "{}", why.message);
    assert_eq!(choice(&mut office, id, "refusal")["suggested"], true);

    decide(&mut office, id, "refused", Some("twice-in-twelve-months"));
    let now = choice(&mut office, id, "repeat-request");
    assert_eq!(
        (&now["offered"], &now["suggested"]),
        (&json!(true), &json!(true)),
        "{now}"
    );
    assert_eq!(choice(&mut office, id, "refusal")["suggested"], false);
    let view = office.write(id, "repeat-request", "us-ca-ccpa", "", "", "as before");
    says(
        &newest_letter(&mut office, &view),
        &[
            "January 12, 2026 and April 2, 2026",
            "more than twice in a 12-month period",
            "You can ask us again from January 12, 2027 on.",
            "gives no appeal to us",
        ],
    );
    // It is an answer, and the log keeps the date as it was said.
    offered(&view, &["close"], &[]);
    office.assert_intact();
}

#[test]
fn a_second_account_within_a_year_may_cost_something_and_says_until_when() {
    let mut office = office("us-fed", &["us-hipaa"], "2026-02-03T18:00:00Z");
    let first = asks(
        &mut office,
        "2026-02-03T09:00",
        "disclosure-accounting",
        "us-hipaa",
    );
    let fee = |office: &mut Office, id| {
        office.call("letter_draft", json!({ "request": id, "kind": "fee-notice", "law": "us-hipaa", "reason": "", "asked": "" }))
    };
    let text = fee(&mut office, first)["text"].to_string();
    assert!(
        !text.contains("2027") && text.contains("[["),
        "nothing came before: {text}"
    );
    office.call("letter_discard", json!({ "id": first }));
    decide(&mut office, first, "granted", None);
    office.write(
        first,
        "answer-in-full",
        "us-hipaa",
        "",
        "",
        "the list enclosed",
    );
    office.at("2026-09-01T18:00:00Z");
    let second = asks(
        &mut office,
        "2026-09-01T09:00",
        "disclosure-accounting",
        "us-hipaa",
    );
    let view = office.write(second, "fee-notice", "us-hipaa", "", "", "nine dollars");
    says(
        &newest_letter(&mut office, &view),
        &[
            "The first accounting in any 12 months is free.",
            "February 3, 2026 without charge",
            "A request that reaches us from February 3, 2027 on is free again.",
        ],
    );
}

#[test]
fn a_date_that_moved_keeps_the_letter_on_the_desk() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-03-02T09:00:00Z",
    );
    let claims: &[(&str, &[&str])] = &[("access", &["eu-gdpr"])];
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        claims,
    ));
    let said = office.call("letter_draft", json!({ "request": id, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "" }));
    assert!(said["text"].to_string().contains("2 April 2026"), "{said}");
    // The request turns out to have come later.
    office.at("2026-03-09T09:00:00Z");
    office.call("request_correct", json!({ "request": id, "received": "2026-03-06T10:00", "requester": null, "residence": null, "reason": "The stamp says so." }));
    let why = office.refused("letter_issue", json!({ "request": id, "sent_by": "post" }));
    assert!(
        why.message.contains("2 April 2026") && why.message.contains("has moved"),
        "{}",
        why.message
    );
    // Drafted anew it says the date of now.
    let view = office.write(id, "acknowledgement", "eu-gdpr", "", "", "-");
    says(
        &newest_letter(&mut office, &view),
        &["6 March 2026", "7 April 2026"],
    );
}

#[test]
fn a_date_that_the_officer_mended_lets_the_letter_go() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-03-02T09:00:00Z",
    );
    let claims: &[(&str, &[&str])] = &[("access", &["eu-gdpr"])];
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Kim Okafor",
        "de",
        claims,
    ));
    let said = office.call("letter_draft", json!({ "request": id, "kind": "acknowledgement", "law": "eu-gdpr", "reason": "", "asked": "" }));
    office.at("2026-03-09T09:00:00Z");
    office.call("request_correct", json!({ "request": id, "received": "2026-03-06T10:00", "requester": null, "residence": null, "reason": "The stamp says so." }));
    let mut text = said["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] = fill(
            &block["text"]
                .as_str()
                .unwrap()
                .replace("2 April 2026", "7 April 2026"),
            "-",
        )
        .into();
    }
    office.call("letter_save", json!({ "request": id, "text": text }));
    let view = office.call("letter_issue", json!({ "request": id, "sent_by": "post" }));
    says(&newest_letter(&mut office, &view), &["7 April 2026"]);
}
