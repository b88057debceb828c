//! Z2 and M1: what went to whom for their marketing last year, asked by its California name or by our own promise.

use super::*;

pub(super) const LAW: &str = "us-ca-shine-the-light";

/// A made-up policy with the California section, a choice, and no promise against sharing.
pub(super) const POLICY: &str = "# Privacy policy

## Sharing

You may opt out of our sharing your personal information with third parties for their direct marketing at any time, by writing to choice@harbourlane.example.

## Your California Privacy Rights

If you live in California you may ask which categories of personal information we disclosed to third parties for their direct marketing in the preceding calendar year. Your request must carry the words “Your California Privacy Rights” and give your name, street address, city, state and ZIP code. We answer one such request in a calendar year. Write to privacy@harbourlane.example.
";

pub(super) fn office(now: &str) -> Office {
    Office::quick(
        american("America/Los_Angeles", "ca-cons", &[LAW, "us-can-spam"]),
        now,
    )
}

pub(super) fn asked(received: &str, street: bool) -> Value {
    let mut asked = draft(
        received,
        "mail",
        "Dana Whitmore",
        "us-ca",
        &[("disclosure-list", &[])],
    );
    asked["requester"]["email"] = "dana@whitmore.example".into();
    asked["requester"]["address"] = if street {
        json!(["12 Almond Court", "Fresno, CA 93701"])
    } else {
        json!(["Fresno, CA 93701"])
    };
    asked["words"] = "Your California Privacy Rights – whom did you give my details to?".into();
    asked["particulars"]["arrived_at"] = "designated-address".into();
    asked
}

/// Two third parties, somebody who works for us, and much that does not belong into the answer.
pub(super) fn fill_register(office: &mut Office) -> (u32, u32) {
    let post = recipient(office, "Brightpost Ltd", &[], json!({}));
    let seeds = recipient(
        office,
        "Almanac Seeds Inc.",
        &["90 Orchard Way", "Salem, OR 97301"],
        json!({ "name_tells": true }),
    );
    let press = recipient(
        office,
        "Quill Mailing Services",
        &["3 Press Lane", "Reno, NV 89501"],
        json!({ "processor": true, "contract": "folder 12", "contract_on": "2023-01-01" }),
    );
    let marketing = |categories: &[&str], id: u32| json!({ "purpose": "their-marketing", "recipient_id": id, "categories": categories, "people": 900 });
    for day in ["2025-01-01", "2025-06-30", "2025-12-31"] {
        enter(
            office,
            disclosure(
                day,
                "Brightpost Ltd",
                marketing(&["name-and-address", "email-address"], post),
            ),
        );
    }
    enter(
        office,
        disclosure(
            "2025-04-04",
            "Almanac Seeds Inc.",
            marketing(&["products-bought"], seeds),
        ),
    );
    // Not of the year, not for their marketing, struck out, or by somebody who works for us.
    enter(
        office,
        disclosure(
            "2024-12-31",
            "Almanac Seeds Inc.",
            marketing(&["height"], seeds),
        ),
    );
    enter(
        office,
        disclosure(
            "2026-01-01",
            "Almanac Seeds Inc.",
            marketing(&["weight"], seeds),
        ),
    );
    enter(
        office,
        disclosure(
            "2025-05-05",
            "Almanac Seeds Inc.",
            json!({ "recipient_id": seeds, "categories": ["education"] }),
        ),
    );
    let list = enter(
        office,
        disclosure(
            "2025-05-06",
            "Almanac Seeds Inc.",
            marketing(&["occupation"], seeds),
        ),
    );
    let id = list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["entry"]["categories"] == json!(["occupation"]))
        .unwrap()["id"]
        .clone();
    office.call(
        "handling_strike",
        json!({ "id": id, "reason": "Entered twice." }),
    );
    enter(
        office,
        disclosure(
            "2025-05-07",
            "Quill Mailing Services",
            marketing(&["telephone-number"], press),
        ),
    );
    // Corrected: it was the year before.
    let list = enter(
        office,
        disclosure(
            "2025-08-08",
            "Almanac Seeds Inc.",
            marketing(&["race"], seeds),
        ),
    );
    let wrong = list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["entry"]["categories"] == json!(["race"]))
        .unwrap()["id"]
        .clone();
    office.call(
        "handling_correct",
        json!({ "id": wrong, "entry": disclosure("2024-08-08", "Almanac Seeds Inc.", marketing(&["race"], seeds)), "reason": "Wrong year.", "resolutions": [] }),
    );
    (post, seeds)
}

#[test]
fn z2_the_request_is_recognised_by_its_name_where_something_gives_the_right() {
    let mut office = office("2026-04-01T17:00:00Z");
    let mut typed = asked("2026-04-01T09:00", true);
    typed["claims"] = json!([]);
    for (words, found) in [
        (
            "Your California Privacy Rights",
            "“Your California Privacy Rights”",
        ),
        (
            "RE: “your california  privacy-rights”, please",
            "“Your California Privacy Rights”",
        ),
        (
            "Under Shine the Light (Civ. Code 1798.83) I ask",
            "“Shine the Light”, “1798.83”",
        ),
        ("California, my privacy is my right", ""),
        ("Who shone the light?", ""),
        ("", ""),
    ] {
        typed["words"] = words.into();
        let preview = office.call("request_preview", json!({ "draft": typed }));
        let suggests = preview["suggests"].as_array().unwrap();
        if found.is_empty() {
            assert!(suggests.is_empty(), "{words}: {suggests:?}");
            continue;
        }
        assert_eq!(suggests.len(), 1, "{words}: {suggests:?}");
        assert_eq!(suggests[0]["right"], "disclosure-list");
        assert_eq!(suggests[0]["words"], found);
        assert!(suggests[0]["cite"].as_str().unwrap().contains("1798.83"));
    }
    // Chosen already: nothing more is proposed.
    let preview = office.call(
        "request_preview",
        json!({ "draft": asked("2026-04-01T09:00", true) }),
    );
    assert_eq!(preview["suggests"], json!([]));
    // Where neither a law nor a promise gives it, the words ask for nothing.
    let mut elsewhere = Office::quick(
        profile("Europe/Berlin", "de-hh", &["eu-gdpr"]),
        "2026-04-01T17:00:00Z",
    );
    typed["words"] = "Your California Privacy Rights".into();
    let preview = elsewhere.call("request_preview", json!({ "draft": typed }));
    assert_eq!(preview["suggests"], json!([]));
}

#[test]
fn z2_from_a_missing_street_to_the_list_of_all_third_parties() {
    let mut office = office("2026-04-01T17:00:00Z");
    promise(&mut office, POLICY, "2026-01-01");
    let (post, _) = fill_register(&mut office);

    let id = office.log(asked("2026-04-01T09:00", false));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(
        due(&view, "respond"),
        "2026-05-01",
        "thirty days at the designated address"
    );
    let letter = draft_letter(&mut office, id, "missing-particulars", LAW);
    assert!(
        words(&letter).contains("your street address"),
        "{}",
        words(&letter)
    );
    assert_eq!(letter["ready"], true, "{letter:#}");
    says(
        &issue(&mut office, &letter),
        &["your street address", "Dana Whitmore", "2026-0001"],
    );

    // The street comes.
    office.at("2026-04-08T17:00:00Z");
    office.call(
        "request_correct",
        json!({
            "request": id, "received": null, "residence": null, "reason": "The street came.",
            "requester": { "name": "Dana Whitmore", "email": "dana@whitmore.example", "phone": "", "address": ["12 Almond Court", "Fresno, CA 93701"] },
        }),
    );
    let shine = office.call("shine_answer", json!({ "id": id }));
    assert_eq!(
        (&shine["year"], &shine["disclosures"]),
        (&json!(2025), &json!(4))
    );
    let names: Vec<&str> = shine["categories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["name-and-address", "email-address", "products-bought"],
        "in the statute's order, and no other"
    );
    let parties: Vec<&str> = shine["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        parties,
        ["Almanac Seeds Inc.", "Brightpost Ltd"],
        "all of them, and nobody who works for us"
    );
    let problems = shine["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let says_what = problems[0]["message"].as_str().unwrap();
    assert!(
        says_what.contains("Brightpost Ltd lacks a postal address and examples"),
        "{says_what}"
    );
    let checks: Vec<&str> = shine["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["message"].as_str().unwrap())
        .collect();
    for said in [
        "Quill Mailing Services stands in the directory as working for us",
        "carries the words",
        "gives the street address",
        "address that is named",
        "number 1 in that span",
    ] {
        assert!(
            checks.iter().any(|check| check.contains(said)),
            "“{said}” is not in {checks:#?}"
        );
    }

    decide_all(&mut office, id, "granted", None, "");
    let letter = draft_letter(&mut office, id, "answer-in-full", LAW);
    assert_eq!(letter["ready"], false);
    assert!(
        words(&letter).contains("[[postal address of Brightpost Ltd]]"),
        "{}",
        words(&letter)
    );
    let refused = office.refused("letter_issue", json!({ "request": id, "sent_by": "mail" }));
    assert!(
        refused
            .message
            .contains("names and addresses of all third parties"),
        "{}",
        refused.message
    );

    recipient(
        &mut office,
        "Brightpost Ltd",
        &["7 Harbour Street", "Oakland, CA 94607"],
        json!({ "id": post, "examples": "magazine subscriptions and reading lamps", "reason": "Looked up." }),
    );
    assert_eq!(
        office.call("shine_answer", json!({ "id": id }))["problems"],
        json!([])
    );
    let letter = draft_letter(&mut office, id, "answer-in-full", LAW);
    assert_eq!(
        letter["ready"],
        true,
        "no blank is left: {}",
        words(&letter)
    );
    let page = issue(&mut office, &letter);
    says(
        &page,
        &[
            "In 2025, the calendar year before your request",
            "Name and address",
            "Electronic mail address",
            "Almanac Seeds Inc., 90 Orchard Way, Salem, OR 97301.",
            "Brightpost Ltd, 7 Harbour Street, Oakland, CA 94607. It markets, for example, magazine subscriptions and reading lamps.",
        ],
    );
    for not in [
        "Quill",
        "Height",
        "Occupation",
        "(i)",
        "(ii)",
        "Race",
        "Telephone",
    ] {
        assert!(!page.contains(not), "“{not}” is in: {page}");
    }
    let at = |what: &str| {
        page.find(what)
            .unwrap_or_else(|| panic!("{what} is not in {page}"))
    };
    assert!(at("Name and address") < at("Electronic mail address"));

    // The second in the same calendar year: a courteous no that names the first answer, and when to ask again.
    office.at("2026-09-15T17:00:00Z");
    let second = office.log(asked("2026-09-15T09:00", true));
    let shine = office.call("shine_answer", json!({ "id": second }));
    let reached = shine["checks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["state"] == "reached")
        .count();
    assert_eq!(
        reached, 2,
        "by the policy and by the law: {:#}",
        shine["checks"]
    );
    decide_all(
        &mut office,
        second,
        "refused",
        Some("once-a-year"),
        "You asked us the same earlier this year.",
    );
    let letter = draft_letter(&mut office, second, "refusal", LAW);
    let page = issue(&mut office, &letter);
    says(
        &page,
        &[
            "We answered your earlier request on April 8, 2026",
            "covers the same year, 2025",
            "From January 1, 2027 on",
        ],
    );
    // In the next year the same question is answered again.
    office.at("2027-01-04T17:00:00Z");
    let third = office.log(asked("2027-01-04T09:00", true));
    let shine = office.call("shine_answer", json!({ "id": third }));
    assert_eq!(
        (&shine["year"], &shine["disclosures"]),
        (&json!(2026), &json!(1))
    );
    assert!(
        shine["checks"]
            .as_array()
            .unwrap()
            .iter()
            .all(|c| c["state"] != "reached")
    );
    office.assert_intact();
}

#[test]
fn elsewhere_it_has_at_most_150_days() {
    let mut office = office("2026-04-01T17:00:00Z");
    let mut asked = asked("2026-04-01T09:00", true);
    asked["particulars"]["arrived_at"] = "other-address".into();
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2026-08-29");
    let shine = office.call("shine_answer", json!({ "id": id }));
    assert!(
        shine["checks"][0]["message"]
            .as_str()
            .unwrap()
            .contains("150 days"),
        "{shine:#}"
    );
}
