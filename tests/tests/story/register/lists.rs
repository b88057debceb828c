//! Long lists: sorted by what is looked for, one line found wherever it stands, and what is equal answered together.

use super::disclosures::{entry, with_policy};
use super::suppression::added;
use super::*;

/// The recipients of a list, as it stands.
fn recipients(list: &Value) -> Vec<&str> {
    list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["entry"]["recipient"].as_str().unwrap())
        .collect()
}

#[test]
fn entries_are_sorted_by_day_name_purpose_and_number_of_categories_both_ways() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    for (on, recipient, purpose, categories) in [
        (
            "2026-04-02",
            "Ölmühle",
            "other",
            &["name-and-address", "education"][..],
        ),
        (
            "2026-04-04",
            "beta oy",
            "their-marketing",
            &["name-and-address"],
        ),
        (
            "2026-04-01",
            "Acme Ltd",
            "service-provider",
            &["name-and-address", "education", "occupation"],
        ),
        (
            "2026-04-03",
            "Acme Ltd",
            "other",
            &["name-and-address", "education"],
        ),
    ] {
        let given = disclosure(
            on,
            recipient,
            json!({ "purpose": purpose, "categories": categories }),
        );
        enter(&mut office, given);
    }
    let used = disclosure(
        "2026-04-05",
        "",
        json!({ "act": "use", "categories": ["name-and-address"] }),
    );
    enter(&mut office, used);
    for (sort, ascending, wanted, why) in [
        (
            "day",
            false,
            ["", "beta oy", "Acme Ltd", "Ölmühle", "Acme Ltd"],
            "newest first",
        ),
        (
            "day",
            true,
            ["Acme Ltd", "Ölmühle", "Acme Ltd", "beta oy", ""],
            "oldest first",
        ),
        (
            "recipient",
            true,
            ["Acme Ltd", "Acme Ltd", "beta oy", "Ölmühle", ""],
            "capitals and marks aside; nobody stands last",
        ),
        (
            "recipient",
            false,
            ["Ölmühle", "beta oy", "Acme Ltd", "Acme Ltd", ""],
            "nobody stands last this way too",
        ),
        (
            "categories",
            true,
            ["", "beta oy", "Acme Ltd", "Ölmühle", "Acme Ltd"],
            "one, one, two, two, three; equal ones newest first",
        ),
        (
            "categories",
            false,
            ["Acme Ltd", "Acme Ltd", "Ölmühle", "", "beta oy"],
            "equal ones newest first this way too",
        ),
        (
            "purpose",
            true,
            ["beta oy", "Acme Ltd", "", "Acme Ltd", "Ölmühle"],
            "in the order of the form",
        ),
    ] {
        let ask = json!({ "sort": sort, "ascending": ascending });
        let list = office.call("handling_list", ask);
        assert_eq!(recipients(&list), wanted, "{sort} {ascending}: {why}");
    }
    // Equal ones are told apart by their day, and a page goes on where the one before ended.
    let mut pages = Vec::new();
    for offset in 0..5 {
        let ask = json!({ "sort": "recipient", "ascending": true, "offset": offset, "limit": 1 });
        let page = office.call("handling_list", ask);
        assert_eq!((&page["total"], recipients(&page).len()), (&json!(5), 1));
        pages.push(page["entries"][0]["entry"]["on"].clone());
    }
    assert_eq!(
        json!(pages),
        json!([
            "2026-04-03",
            "2026-04-01",
            "2026-04-04",
            "2026-04-02",
            "2026-04-05"
        ])
    );
    let few = office.call(
        "handling_list",
        json!({ "sort": "recipient", "search": "acme" }),
    );
    assert_eq!(recipients(&few), ["Acme Ltd", "Acme Ltd"]);
    office.refused("handling_list", json!({ "sort": "colour" }));
}

#[test]
fn one_line_of_the_suppression_list_is_found_whatever_page_it_is_on() {
    let mut office = under("2026-04-10T08:00:00Z", &["eu-gdpr"]);
    let first = office.call("suppression_add", added("ana@example.org"))["rows"][0]["id"].clone();
    for n in 0..12 {
        office.call("suppression_add", added(&format!("reader{n}@example.org")));
    }
    let page = office.call("suppression_list", json!({ "limit": 5 }));
    let shown = page["rows"].as_array().unwrap();
    assert!(shown.iter().all(|row| row["id"] != first), "a later page");
    let one = json!({ "line": first, "limit": 5 });
    let found = office.call("suppression_list", one.clone());
    assert_eq!(
        (&found["total"], &found["rows"][0]["address"]),
        (&json!(1), &json!("ana@example.org"))
    );
    // A link still leads to it when it was lifted, which the list leaves out.
    office.call(
        "suppression_lift",
        json!({ "id": first, "on": "", "how": "She wrote that she wants it again." }),
    );
    assert_eq!(office.call("suppression_list", json!({}))["total"], 12);
    assert_eq!(office.call("suppression_list", one)["rows"][0]["id"], first);
    let none = office.call("suppression_list", json!({ "line": 4711 }));
    assert_eq!(none["total"], 0);
}

/// The open contradictions of the register.
fn open(office: &mut Office) -> Value {
    office.call("contradictions", json!({ "which": "open" }))
}

/// Three times the same to the same firm, once to another; each against the promise about e-mail addresses.
fn four_disclosures(office: &mut Office) {
    for (on, firm) in [
        ("2026-04-01", "Brightpost Ltd"),
        ("2026-04-02", "Brightpost Ltd"),
        ("2026-04-03", "Brightpost Ltd"),
        ("2026-04-04", "Almanac House"),
    ] {
        let mut given = entry(on, "their-marketing");
        given["recipient"] = firm.into();
        office.call("handling_add", json!({ "entry": given, "resolutions": [] }));
    }
}

#[test]
fn equal_contradictions_are_answered_in_one_go_and_only_those_that_were_shown() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    four_disclosures(&mut office);
    let all = open(&mut office);
    let of = |on: &str| {
        let rows = all["contradictions"].as_array().unwrap();
        rows.iter().find(|one| one["on"] == on).unwrap().clone()
    };
    let (one, other) = (of("2026-04-02"), of("2026-04-04"));
    assert_eq!(
        (&one["alike"], &other["alike"]),
        (&json!(2), &json!(0)),
        "{all:#}"
    );
    let key = one["key"].clone();
    let group = office.call("contradiction_alike", json!({ "key": key }));
    assert_eq!(group["entries"], json!([3, 2, 1]));
    assert_eq!(
        (&group["people"], &group["oldest"], &group["newest"]),
        (&json!(930), &json!("2026-04-01"), &json!("2026-04-03"))
    );

    // What is entered after they were shown is not covered.
    let mut late = entry("2026-04-05", "their-marketing");
    late["people"] = 7.into();
    office.call("handling_add", json!({ "entry": late, "resolutions": [] }));
    let text = "Brightpost deleted the lists and confirmed it on 7 April; nothing is given to them any more.";
    let many = open(&mut office)["total"].as_u64().unwrap();
    let answer =
        |entries: Value, text: &str| json!({ "key": key, "entries": entries, "text": text });

    for (entries, text, field, why) in [
        (
            group["entries"].clone(),
            "  ",
            "text",
            "an answer says something",
        ),
        (json!([]), text, "entries", "nothing is answered unseen"),
        (
            json!([3, 1]),
            text,
            "entries",
            "the one looked at is left out",
        ),
        (json!([1, 2, 3, 4]), text, "entries", "another firm’s"),
        (
            json!([1, 2, 3, 99]),
            text,
            "entries",
            "none of the register",
        ),
    ] {
        let refused = office.refused("contradiction_answer_alike", answer(entries, text));
        assert_eq!(refused.field.as_deref(), Some(field), "{why}");
    }
    assert_eq!(open(&mut office)["total"], many, "nothing was written");

    let events = |office: &mut Office| office.call("log_verify", json!({}))["events"].clone();
    let before = events(&mut office).as_u64().unwrap();
    let left = office.call(
        "contradiction_answer_alike",
        answer(group["entries"].clone(), text),
    );
    assert_eq!(left["total"], many - 3);
    assert_eq!(events(&mut office), before + 1, "one event for all");
    let still = left["contradictions"].as_array().unwrap();
    let days: Vec<&str> = still.iter().map(|c| c["on"].as_str().unwrap()).collect();
    assert!(
        days.contains(&"2026-04-05") && days.contains(&"2026-04-04"),
        "{days:?}"
    );
    assert!(!days.contains(&"2026-04-01") && !days.contains(&"2026-04-03"));
    let list = office.call("handling_list", json!({ "entry": 1 }));
    let kept = &list["entries"][0]["contradictions"];
    let told = kept
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["promise"] == one["promise"]);
    assert_eq!(told.unwrap()["answer"]["text"], text);

    // Twice is not possible; by itself it can still be answered anew.
    let again = office.refused(
        "contradiction_answer_alike",
        answer(group["entries"].clone(), text),
    );
    assert!(
        again.message.contains("answered already"),
        "{}",
        again.message
    );
    office.call(
        "contradiction_answer",
        json!({ "key": key, "text": "They confirmed it again." }),
    );
    office.lock_and_unlock();
    assert_eq!(open(&mut office)["total"], many - 3);
    office.assert_intact();
}

#[test]
fn one_that_was_struck_or_answered_meanwhile_stops_the_whole_answer() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    four_disclosures(&mut office);
    let all = open(&mut office);
    let rows = all["contradictions"].as_array().unwrap();
    let one = rows.iter().find(|one| one["handling"] == 3).unwrap();
    let key = one["key"].clone();
    let shown = office.call("contradiction_alike", json!({ "key": key }))["entries"].clone();
    office.call(
        "handling_strike",
        json!({ "id": 1, "reason": "Entered twice" }),
    );
    let stale = json!({ "key": key, "entries": shown, "text": "All of it was taken back." });
    let refused = office.refused("contradiction_answer_alike", stale);
    assert!(
        refused.message.contains("1 of these entries is not open"),
        "{}",
        refused.message
    );
    let second = rows
        .iter()
        .find(|c| c["handling"] == 2 && c["promise"] == one["promise"])
        .unwrap();
    office.call(
        "contradiction_answer",
        json!({ "key": second["key"], "text": "Taken back by telephone." }),
    );
    let group = office.call("contradiction_alike", json!({ "key": key }));
    assert_eq!(group["entries"], json!([3]), "what is left of them");
    office.call(
        "contradiction_answer_alike",
        json!({ "key": key, "entries": [3], "text": "This one was taken back too." }),
    );
    let kept = office.call("handling_list", json!({ "entry": 2 }));
    let theirs = kept["entries"][0]["contradictions"]
        .as_array()
        .unwrap()
        .clone();
    assert!(
        theirs
            .iter()
            .any(|c| c["answer"]["text"] == "Taken back by telephone."),
        "the answer of another stays: {theirs:#?}"
    );
    office.refused("contradiction_alike", json!({ "key": "handling-1:1:gone" }));
    office.refused("contradiction_alike", json!({ "key": "late-7:1:x" }));
}

#[test]
fn what_wants_an_answer_of_its_own_is_not_answered_in_bulk() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    // Entered before anybody had opted out of it; then the list speaks against both.
    let ana = json!([{ "name": "Ana Lindqvist", "email": "ana@example.org", "phone": "", "address": [] }]);
    let mut opt_out = added("ana@example.org");
    opt_out["scope"] = "sale-sharing".into();
    opt_out["since"] = "2026-03-20".into();
    office.call("suppression_add", opt_out);
    for on in ["2026-04-01", "2026-04-02"] {
        let mut given = entry(on, "their-marketing");
        given["persons"] = ana.clone();
        office.call("handling_add", json!({ "entry": given, "resolutions": [] }));
    }
    let all = open(&mut office);
    let rows = all["contradictions"].as_array().unwrap();
    let listed = rows
        .iter()
        .find(|one| one["about"] == "suppressed")
        .unwrap();
    assert_eq!(listed["alike"], 0, "{listed:#}");
    let alone = office.refused("contradiction_alike", json!({ "key": listed["key"] }));
    assert!(alone.message.contains("one by one"), "{}", alone.message);
    let bulk = json!({ "key": listed["key"], "entries": [1, 2], "text": "Both." });
    office.refused("contradiction_answer_alike", bulk);
    assert_eq!(open(&mut office)["total"], all["total"]);
}
