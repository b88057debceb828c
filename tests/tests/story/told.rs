//! When a request counts as answered, and whether in time: each case with what the figures must say of it, and why.

use super::year::act;
use super::*;
use rightsdesk_tests::profile;

/// Received, the claim, what happened day by day, the day of the report; received, in full, in part, refused, withdrawn,
/// open, late; mean days; why.
type Told = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
    [u64; 7],
    Option<f64>,
    &'static str,
);

const CASES: &[Told] = &[
    (
        "erasure eu-gdpr",
        "2026-01-05",
        &[
            ("2026-01-15", "refuse erasure legal-obligation"),
            ("2026-01-15", "letter refusal eu-gdpr"),
            ("2026-01-15", "close"),
            ("2026-01-20", "reopen"),
            ("2026-01-22", "grant erasure"),
        ],
        "2026-01-25",
        [1, 0, 0, 0, 0, 1, 0],
        None,
        "decided anew and told nobody: the old answer was another one",
    ),
    (
        "erasure eu-gdpr",
        "2026-01-05",
        &[
            ("2026-01-15", "refuse erasure legal-obligation"),
            ("2026-01-15", "letter refusal eu-gdpr"),
            ("2026-01-15", "grant erasure"),
        ],
        "2026-01-25",
        [1, 0, 0, 0, 0, 1, 0],
        None,
        "decided anew on the very day: the log knows the order",
    ),
    (
        "erasure eu-gdpr",
        "2026-01-05",
        &[
            ("2026-01-15", "refuse erasure legal-obligation"),
            ("2026-01-15", "letter refusal eu-gdpr"),
            ("2026-01-15", "close"),
            ("2026-01-20", "reopen"),
            ("2026-01-22", "grant erasure"),
            ("2026-01-25", "letter answer-in-full eu-gdpr"),
        ],
        "2026-01-31",
        [1, 1, 0, 0, 0, 0, 0],
        Some(20.0),
        "the new answer counts, on its own day",
    ),
    (
        "erasure eu-gdpr",
        "2026-01-05",
        &[
            ("2026-01-15", "refuse erasure legal-obligation"),
            ("2026-01-15", "letter refusal eu-gdpr"),
            ("2026-01-15", "close"),
            ("2026-03-20", "reopen"),
            ("2026-03-20", "refuse erasure legal-obligation"),
        ],
        "2026-04-01",
        [1, 0, 0, 1, 0, 0, 0],
        Some(10.0),
        "the same decision in other words: it was told when it was told",
    ),
    (
        "access eu-gdpr",
        "2026-01-05",
        &[
            ("2026-01-08", "grant access"),
            ("2026-01-08", "waiting answer-in-full eu-gdpr"),
        ],
        "2026-02-05",
        [1, 0, 0, 0, 0, 1, 0],
        None,
        "a letter in the house is no answer; its last day is today",
    ),
    (
        "access eu-gdpr",
        "2026-01-05",
        &[
            ("2026-01-08", "grant access"),
            ("2026-01-08", "waiting answer-in-full eu-gdpr"),
        ],
        "2026-02-06",
        [1, 0, 0, 0, 0, 1, 1],
        None,
        "and a day later it is late",
    ),
    (
        "access eu-gdpr",
        "2026-01-05",
        &[
            ("2026-01-08", "grant access"),
            ("2026-01-08", "waiting answer-in-full eu-gdpr"),
            ("2026-02-05", "posted"),
        ],
        "2026-03-01",
        [1, 1, 0, 0, 0, 0, 0],
        Some(31.0),
        "posted on its last day",
    ),
    (
        "access eu-gdpr",
        "2026-01-05",
        &[
            ("2026-02-02", "extend"),
            ("2026-03-05", "refuse access manifestly-unfounded"),
            ("2026-03-05", "letter refusal eu-gdpr"),
        ],
        "2026-03-10",
        [1, 0, 0, 1, 0, 0, 1],
        Some(59.0),
        "GDPR Art. 12(4): an extension does not move the day by which a refusal is told",
    ),
    (
        "access eu-gdpr",
        "2026-01-05",
        &[
            ("2026-02-02", "extend"),
            ("2026-03-05", "part access rights-of-others"),
            ("2026-03-05", "letter answer-in-part eu-gdpr"),
        ],
        "2026-03-10",
        [1, 0, 1, 0, 0, 0, 0],
        Some(59.0),
        "an answer in part takes action, in the extended time",
    ),
    (
        "opt-out-sale-sharing us-ca-ccpa",
        "2026-01-05",
        &[
            ("2026-01-07", "grant opt-out-sale-sharing"),
            ("2026-02-23", "tell"),
        ],
        "2026-03-01",
        [1, 1, 0, 0, 0, 0, 0],
        Some(2.0),
        "11 CCR 7026(f)(1) asks for the opt-out, not for a letter",
    ),
    (
        "opt-out-sale-sharing us-ca-ccpa",
        "2026-01-05",
        &[("2026-01-28", "grant opt-out-sale-sharing")],
        "2026-03-01",
        [1, 1, 0, 0, 0, 0, 1],
        Some(23.0),
        "carried out after fifteen business days: late, whoever was told",
    ),
];

#[test]
fn what_counts_as_told_and_when() {
    for (claim, received, deeds, as_of, expected, days, why) in CASES {
        let (right, law) = claim.split_once(' ').unwrap();
        let mut office = Office::quick(
            profile("Europe/Berlin", "de-be", &["eu-gdpr", "us-ca-ccpa"]),
            &format!("{received}T12:00:00Z"),
        );
        let received = format!("{received}T09:00");
        let id = office.log(draft(
            &received,
            "mail",
            "Ada Example",
            "de",
            &[(right, &[law])],
        ));
        for (day, deed) in *deeds {
            office.at(&format!("{day}T12:00:00Z"));
            act(&mut office, id, &deed.split(' ').collect::<Vec<_>>());
        }
        office.at(&format!("{as_of}T12:00:00Z"));
        let year = year_of(&mut office, 2026);
        let row = row(&year, law, right);
        assert_eq!(counts(&row), *expected, "{why}");
        assert_eq!(row["mean"].as_f64(), *days, "{why}");
        // What is not told is not closed without a word of how they were.
        if expected[5] == 1 {
            let why_not = office.refused("request_close", json!({ "request": id, "note": "" }));
            assert!(why_not.message.ends_with('.'), "{}", why_not.message);
        }
    }
}

#[test]
fn a_letter_in_the_house_moves_no_date() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-01-05T12:00:00Z",
    );
    let typed = draft(
        "2026-01-05T09:00",
        "mail",
        "Ada Example",
        "de",
        &[("access", &["eu-gdpr"])],
    );
    let id = office.log(typed);
    office.at("2026-01-20T12:00:00Z");
    let drafted = office.call(
        "letter_draft",
        json!({ "request": id, "kind": "extension", "law": "eu-gdpr", "reason": "Two archives must be searched by hand", "asked": "" }),
    );
    office.call(
        "letter_save",
        json!({ "request": id, "text": drafted["text"] }),
    );
    let view = office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": "post", "waits": true }),
    );
    assert_eq!(
        due(&view, "respond"),
        "2026-02-05",
        "nobody was told of more time"
    );
    assert_eq!(view["next_step"], "Post the letter");
    let extend = view["steps"].as_array().unwrap().iter();
    let extend = extend.clone().find(|s| s["step"] == "extend").unwrap();
    assert!(
        extend["reason"]
            .as_str()
            .unwrap()
            .contains("lies in the house"),
        "{extend}"
    );
    let key = format!("l{}", view["letters"][0]["id"]);
    office.at("2026-01-22T12:00:00Z");
    office.call(
        "post_confirm",
        json!({ "keys": [key], "on": "", "method": "", "tracking": "" }),
    );
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(
        due(&view, "extended-respond"),
        "2026-04-07",
        "the day after Easter Monday"
    );
}
