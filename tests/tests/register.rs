//! Finding a request again: filters, pages and searches over the open ones and the whole register.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use rightsdesk_tests::{Office, profile};
use serde_json::{Value, json};

/// Twelve requests; those with an even number are closed.
fn office() -> Office {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-hh", &["eu-gdpr"]),
        "2026-03-02T09:00:00Z",
    );
    let people = [
        "Zofia Żółć",
        "Ada Nowak",
        "Bruno Nowak",
        "Chiara Bellandi",
        "Ελένη Παππά",
        "Emil O’Rourke",
        "王伟",
        "Greta Li",
        "Hanna Straße",
        "Ines Nowakowska",
        "Jan de Vries",
        "Kim Nowak",
    ];
    for (number, name) in people.iter().enumerate() {
        let day = 10 + number;
        let at = format!("2026-03-{day}T09:00:00Z");
        office.at(&at);
        let draft = json!({
            "received": "", "channel": "mail", "capacity": "self", "residence": "de", "subject": null,
            "requester": { "name": name, "email": format!("p{number}@post.example"), "phone": "", "address": [format!("{number} Elm Row")] },
            "claims": [{ "right": if number < 6 { "erasure" } else { "access" }, "laws": [] }],
            "words": format!("Where did parcel number {number} of last spring go?"), "files": [],
        });
        let id = office.call("request_log", json!({ "draft": draft }))["id"].clone();
        if number % 2 == 1 {
            let view = office.call("request_show", json!({ "id": id }));
            let claim = &view["claims"][0]["id"];
            office.call(
                "claim_decide",
                json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
            );
            office.call(
                "request_close",
                json!({ "request": id, "note": "Told on the telephone." }),
            );
        }
    }
    office
}

fn ask(office: &mut Office, change: Value) -> Value {
    let mut query = json!({ "filter": "all", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 100 });
    for (key, value) in change.as_object().unwrap() {
        query[key] = value.clone();
    }
    office.call("queue", query)
}

/// The numbers of the references found, in order.
fn numbers(found: &Value) -> Vec<u32> {
    let number = |row: &Value| row["reference"].as_str().unwrap()[5..].parse().unwrap();
    found["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(number)
        .collect()
}

#[test]
fn a_request_is_found_by_any_part_of_name_address_reference_or_words() {
    let mut office = office();
    for (filter, typed, expected, why) in [
        (
            "open",
            "nowak",
            vec![3],
            "an open one by a part of the name",
        ),
        (
            "closed",
            "nowak",
            vec![12, 10, 2],
            "closed ones, the newest first",
        ),
        (
            "all",
            "NOWAK",
            vec![3, 12, 10, 2],
            "open ones before closed ones, whatever the case",
        ),
        ("all", "zolc", vec![1], "marks may be left off"),
        ("all", "παππά", vec![5], "Greek"),
        ("all", "strasse", vec![9], "ss for ß"),
        ("all", "2026-0007", vec![7], "the reference"),
        ("all", "p11@post", vec![12], "a part of the mail address"),
        (
            "all",
            "elm spring nowak",
            vec![3, 12, 10, 2],
            "every word somewhere",
        ),
        ("open", "王伟", vec![7], "two letters are a name"),
        (
            "closed",
            "gr",
            vec![8],
            "a closed one by how the name begins",
        ),
        (
            "closed",
            "nowak ad",
            vec![2],
            "a short word beside a long one",
        ),
        (
            "all",
            "\" OR *",
            vec![],
            "what is typed is never an operator",
        ),
        (
            "all",
            "parcel number 77",
            vec![],
            "every word must be there",
        ),
    ] {
        let found = ask(&mut office, json!({ "filter": filter, "search": typed }));
        assert_eq!(numbers(&found), expected, "“{typed}” in {filter}: {why}");
        assert_eq!(found["total"], expected.len(), "“{typed}” in {filter}");
        assert_eq!(found["more"], false);
    }
}

#[test]
fn pages_of_the_whole_register_follow_each_other_without_a_gap() {
    let mut office = office();
    for (filter, sort, expected) in [
        ("all", "due", vec![1, 3, 5, 7, 9, 11, 12, 10, 8, 6, 4, 2]),
        // The ninth and the eleventh are due on one day, a Monday: the ninth's month ends on a Saturday.
        ("all", "-due", vec![9, 11, 7, 5, 3, 1, 2, 4, 6, 8, 10, 12]),
        ("all", "reference", (1..=12).collect()),
        ("all", "-received", (1..=12).rev().collect()),
        ("closed", "due", vec![12, 10, 8, 6, 4, 2]),
        ("closed", "person", vec![2, 4, 6, 8, 10, 12]),
        ("open", "-reference", vec![11, 9, 7, 5, 3, 1]),
    ] {
        for size in [1, 4, 5, 100] {
            let mut seen = Vec::new();
            loop {
                let page = ask(
                    &mut office,
                    json!({ "filter": filter, "sort": sort, "offset": seen.len(), "limit": size }),
                );
                assert_eq!(page["total"], expected.len(), "{filter} by {sort}");
                let page = numbers(&page);
                if page.is_empty() {
                    break;
                }
                seen.extend(page);
            }
            assert_eq!(seen, expected, "{filter} by {sort}, {size} at a time");
        }
    }
}

#[test]
fn a_law_and_a_right_narrow_the_register() {
    let mut office = office();
    let found = ask(
        &mut office,
        json!({ "filter": "closed", "right": "erasure" }),
    );
    assert_eq!(numbers(&found), [6, 4, 2]);
    let found = ask(
        &mut office,
        json!({ "filter": "all", "right": "access", "law": "eu-gdpr" }),
    );
    assert_eq!(numbers(&found), [7, 9, 11, 12, 10, 8]);
    let found = ask(&mut office, json!({ "filter": "all", "law": "uk-gdpr" }));
    assert_eq!(numbers(&found), [0_u32; 0]);
    assert_eq!(found["in_register"], 12);
}
