//! What else may answer such a request: nothing given, a choice, a small house, a promise of our own; and what keeps an answer in the house.

use super::shine::*;
use super::*;

#[test]
fn nothing_disclosed_is_said() {
    let mut office = office("2026-04-01T17:00:00Z");
    let id = office.log(asked("2026-04-01T09:00", true));
    let shine = office.call("shine_answer", json!({ "id": id }));
    assert_eq!(
        (
            &shine["recipients"],
            &shine["problems"],
            &shine["alternative"]
        ),
        (&json!([]), &json!([]), &Value::Null)
    );
    decide_all(&mut office, id, "granted", None, "");
    let letter = draft_letter(&mut office, id, "answer-in-full", LAW);
    assert_eq!(letter["ready"], true, "{}", words(&letter));
    says(
        &issue(&mut office, &letter),
        &["In 2025, the calendar year before your request, we disclosed no personal information"],
    );
}

#[test]
fn the_choice_that_costs_nothing_may_stand_for_the_list() {
    let mut office = office("2026-04-01T17:00:00Z");
    promise(&mut office, POLICY, "2026-01-01");
    fill_register(&mut office);
    let id = office.log(asked("2026-04-01T09:00", true));
    let shine = office.call("shine_answer", json!({ "id": id }));
    assert_eq!(
        shine["alternative"]["means"], "by e-mail to choice@harbourlane.example",
        "{:#}",
        shine["alternative"]
    );
    decide_all(
        &mut office,
        id,
        "refused",
        Some("opt-out-alternative"),
        "We give you the choice instead of a list.",
    );
    let letter = draft_letter(&mut office, id, "refusal", LAW);
    assert_eq!(letter["ready"], true, "{}", words(&letter));
    says(
        &issue(&mut office, &letter),
        &[
            "as published on January 1, 2026, says: “You may opt out of our sharing",
            "It costs you nothing",
            "by e-mail to choice@harbourlane.example",
        ],
    );

    // Without such a promise the letter has a blank, and cannot leave on that ground.
    let mut bare = super::shine::office("2026-04-01T17:00:00Z");
    let id = bare.log(asked("2026-04-01T09:00", true));
    assert_eq!(
        bare.call("shine_answer", json!({ "id": id }))["alternative"],
        Value::Null
    );
    decide_all(
        &mut bare,
        id,
        "refused",
        Some("opt-out-alternative"),
        "We give you the choice instead of a list.",
    );
    assert_eq!(draft_letter(&mut bare, id, "refusal", LAW)["ready"], false);
}

#[test]
fn fewer_than_twenty_employees_need_not_answer_and_twenty_do() {
    for (employees, exempt) in [(19_u64, true), (20, false)] {
        let mut of = american("America/Los_Angeles", "ca-cons", &[LAW]);
        of.about.figures.insert("employees".into(), employees);
        let mut office = Office::quick(of, "2026-04-01T17:00:00Z");
        let mut asked = asked("2026-04-01T09:00", true);
        asked["claims"] = json!([{ "right": "disclosure-list", "laws": [LAW] }]);
        let id = office.log(asked);
        let shine = office.call("shine_answer", json!({ "id": id }));
        assert_eq!(
            shine["exempt"].is_object(),
            exempt,
            "{employees}: {:#}",
            shine["exempt"]
        );
        if exempt {
            assert!(shine["exempt"]["message"].as_str().unwrap().contains("19"));
            decide_all(
                &mut office,
                id,
                "refused",
                Some("small-business"),
                "We are a small house.",
            );
            let letter = draft_letter(&mut office, id, "refusal", LAW);
            says(
                &issue(&mut office, &letter),
                &[
                    "fewer than 20 full-time or part-time employees",
                    "We are such a business.",
                ],
            );
        }
    }
}

#[test]
fn m1_a_policy_that_promises_the_list_is_answered_from_the_same_rows() {
    let mut office = Office::quick(
        american("America/Chicago", "us-fed", &["us-can-spam"]),
        "2026-04-01T17:00:00Z",
    );
    promise(
        &mut office,
        "# Privacy policy\n\n## What we gave to others\n\nYou may request a list of the categories of personal information that we disclosed to third parties for their direct marketing purposes in the preceding calendar year, and the names and addresses of those third parties.\n",
        "2026-01-01",
    );
    recipient(
        &mut office,
        "Almanac Seeds Inc.",
        &["90 Orchard Way", "Salem, OR 97301"],
        json!({ "name_tells": true }),
    );
    enter(
        &mut office,
        disclosure(
            "2025-04-04",
            "Almanac Seeds Inc.",
            json!({ "purpose": "their-marketing", "categories": ["products-bought"], "people": 40 }),
        ),
    );
    let mut typed = draft("2026-04-01T09:00", "mail", "Ruth Amadi", "us-oh", &[]);
    typed["words"] = "What did you give to third parties for marketing last year?".into();
    let preview = office.call("request_preview", json!({ "draft": typed }));
    assert_eq!(
        preview["suggests"][0]["right"], "disclosure-list",
        "{:#}",
        preview["suggests"]
    );
    typed["claims"] = json!([{ "right": "disclosure-list", "laws": [] }]);
    let id = office.log(typed);
    decide_all(&mut office, id, "granted", None, "");
    let letter = draft_letter(&mut office, id, "answer-in-full", "own-policy");
    assert_eq!(letter["ready"], true, "{}", words(&letter));
    says(
        &issue(&mut office, &letter),
        &[
            "In 2025, the calendar year before your request, we gave the following kinds of personal information",
            "Almanac Seeds Inc., 90 Orchard Way, Salem, OR 97301.",
        ],
    );
}

#[test]
fn entries_without_a_category_or_outside_the_directory_keep_the_letter_in_the_house() {
    let mut office = office("2026-04-01T17:00:00Z");
    enter(
        &mut office,
        disclosure(
            "2025-04-04",
            "Corner Fair",
            json!({ "act": "sell", "purpose": "other", "data": ["contact-details"], "people": 3 }),
        ),
    );
    let id = office.log(asked("2026-04-01T09:00", true));
    let shine = office.call("shine_answer", json!({ "id": id }));
    assert_eq!(
        shine["recipients"][0]["name"], "Corner Fair",
        "what was sold counts, whatever for: {shine:#}"
    );
    let problems: Vec<&str> = shine["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["message"].as_str().unwrap())
        .collect();
    assert!(
        problems
            .iter()
            .any(|p| p.contains("Corner Fair lacks a postal address")),
        "{problems:?}"
    );
    assert!(
        problems
            .iter()
            .any(|p| p.contains("1 entry says no category")),
        "{problems:?}"
    );
    decide_all(&mut office, id, "granted", None, "");
    let letter = draft_letter(&mut office, id, "answer-in-full", LAW);
    assert_eq!(letter["ready"], false);
    let all = words(&letter);
    assert!(all.contains("[[the categories of what 1"), "{all}");
    // By the year the same stands for the annual summary.
    let year = office.call("shine_year", json!({ "year": 2025 }));
    assert_eq!(
        (&year["disclosures"], &year["problems"]),
        (&shine["disclosures"], &shine["problems"])
    );
    office.refused("shine_year", json!({ "year": 2027 }));
    // A request that asks for something else has no such answer.
    let other = office.log(draft(
        "2026-04-01T09:00",
        "mail",
        "Ann Bo",
        "us-ca",
        &[("unsubscribe", &[])],
    ));
    office.refused("shine_answer", json!({ "id": other }));
}
