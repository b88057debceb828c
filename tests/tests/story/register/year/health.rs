//! Health information over a span: accountings, what went out and by what, authorisations, consents.

use super::super::health::*;
use super::*;

const NAMES: &[&str] = &[
    "Marisol",
    "Trevino",
    "Quiroga",
    "Haddad",
    "State Board",
    "Alamo Billing",
];

fn office() -> Office {
    let mut office = clinic("2026-12-20T15:00:00Z", &[TEXAS, HIPAA]);
    let board = recipient(
        &mut office,
        "State Board of Health",
        &["1100 Capitol Row", "Austin, TX 78701"],
        json!({ "name_tells": true }),
    );
    let billing = recipient(
        &mut office,
        "Alamo Billing Inc.",
        &["5 Mission Street", "Austin, TX 78701"],
        json!({ "processor": true, "contract": "folder 3", "contract_on": "2024-01-01" }),
    );
    let her = json!([somebody("Marisol Trevino", "marisol@trevino.example")]);
    let health = |changes: Value| {
        let mut all = json!({ "data": ["health"], "persons": her, "health": { "electronic": false, "authorization": null, "exception": "", "why": "" } });
        merge(&mut all, changes);
        all
    };
    let report =
        |id: u32| json!({ "recipient_id": id, "legal_basis": "report of a notifiable disease" });
    let by = |exception: &str| json!({ "electronic": true, "authorization": null, "exception": exception, "why": "It was needed for that." });
    let mut newest = |entry: Value| {
        let marked = format!("mark {}", entry["on"]);
        let mut entry = entry;
        entry["note"] = marked.clone().into();
        let list = enter(&mut office, entry);
        let found = list["entries"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["entry"]["note"] == marked);
        found.unwrap()["id"].clone()
    };
    newest(disclosure(
        "2026-02-01",
        "Dr. Noor Haddad",
        health(json!({ "purpose": "care-and-payment", "health": by("treatment") })),
    ));
    newest(disclosure(
        "2026-02-02",
        "State Board of Health",
        health(report(board)),
    ));
    newest(disclosure(
        "2026-02-03",
        "Alamo Billing Inc.",
        health(
            json!({ "purpose": "care-and-payment", "recipient_id": billing, "health": by("payment") }),
        ),
    ));
    newest(disclosure(
        "2026-03-03",
        "Alamo Billing Inc.",
        json!({ "data": ["financial"], "recipient_id": billing }),
    ));
    let struck = newest(disclosure(
        "2026-03-04",
        "State Board of Health",
        health(report(board)),
    ));
    let moved = newest(disclosure(
        "2026-03-05",
        "State Board of Health",
        health(report(board)),
    ));
    office.call(
        "handling_strike",
        json!({ "id": struck, "reason": "Entered twice." }),
    );
    office.call(
        "handling_correct",
        json!({
            "id": moved, "reason": "It was in December.", "resolutions": [],
            "entry": disclosure("2025-12-31", "State Board of Health", health(report(board))),
        }),
    );

    let authorised =
        |office: &mut Office, changes: Value| number(&add(office, changes)["row"]["id"]);
    // Written on 10 March, used up by the one electronic disclosure that Texas lets it cover.
    let used = authorised(&mut office, json!({}));
    enter(
        &mut office,
        sent("2026-05-20", json!({ "authorization": used })),
    );
    // Electronic on 1 April, revoked on 1 June.
    let revoked = authorised(
        &mut office,
        json!({ "form": "electronic", "signed_on": "2026-04-01" }),
    );
    office.call(
        "authorization_revoke",
        json!({ "id": revoked, "on": "2026-06-01", "how": "By letter." }),
    );
    // Said on 1 July: HIPAA wants a signature, so it is not complete.
    authorised(
        &mut office,
        json!({ "form": "oral-documented", "signed_on": "2026-07-01", "documented_by": "Nele Brandt", "documented_on": "2026-07-01" }),
    );
    // Signed on the last day of 2025, its last day is 31 August.
    authorised(
        &mut office,
        json!({ "signed_on": "2025-12-31", "expires_on": "2026-08-31" }),
    );
    let struck = authorised(&mut office, json!({ "signed_on": "2026-09-01" }));
    office.call(
        "authorization_strike",
        json!({ "id": struck, "reason": "Of another house." }),
    );

    for (data, given, until) in [
        ("health", "2026-01-05", ""),
        ("health", "2026-03-01", "2026-10-31"),
        ("sensitive", "2026-03-02", ""),
    ] {
        let list = office.call(
            "consent_add",
            json!({
                "person": somebody("Marisol Trevino", "marisol@trevino.example"), "data": [data], "purpose": "The walking group",
                "disclose": false, "recipient": null, "given_on": given, "how": "Signed card", "evidence": "Folder 2",
                "until": until, "note": "", "request": null,
            }),
        );
        if given == "2026-01-05" {
            office.call(
                "consent_withdraw",
                json!({ "id": list["consents"][0]["id"], "on": "2026-02-05", "how": "By mail." }),
            );
        }
    }

    let first = office.log(about_a_record(
        "2026-06-15T09:00",
        "disclosure-accounting",
        &[HIPAA],
    ));
    decide_all(&mut office, first, "granted", None, "");
    let letter = draft_letter(&mut office, first, "answer-in-full", HIPAA);
    assert_eq!(letter["ready"], true, "{}", words(&letter));
    issue(&mut office, &letter);
    office.log(about_a_record(
        "2026-07-20T09:00",
        "disclosure-accounting",
        &[HIPAA],
    ));
    office
}

#[test]
fn a_year_is_counted_by_hand_and_nobody_is_named() {
    let mut office = office();
    let year = report(&mut office, "health", "2026-01-01", "2026-12-31");
    // Of June, answered; of July, open: received, granted, in part, refused, withdrawn, open.
    assert_eq!(
        figures(&year, "accountings", "disclosure-accounting"),
        [2, 1, 0, 0, 0, 1]
    );
    // The report of 2 February and the one moved to 31 December 2025; treatment, payment and what she authorised are left out by law.
    assert_eq!(figures(&year, "accounted", "other"), [2]);
    assert_eq!(figures(&year, "accounted", "total"), [2]);
    // All, to third parties of the directory, to those who work for us, to others.
    for (row, counted) in [
        // Dr. Haddad, who is not in the directory, and the billing house.
        ("care-and-payment", [2, 0, 1, 1]),
        // The board on 2 February, and Dr. Quiroga by the authorisation on 20 May.
        ("other", [2, 1, 0, 1]),
        ("total", [4, 1, 1, 2]),
    ] {
        assert_eq!(figures(&year, "disclosures", row), counted, "{row}");
    }
    for (row, cite) in [
        ("authorization", "181.154"),
        ("treatment", "181.154(c)(1)"),
        ("payment", "181.154(c)(2)"),
        ("none", ""),
    ] {
        assert_eq!(figures(&year, "bases", row), [1], "{row}");
        assert!(text(&year, "bases", row, "cite").contains(cite), "{row}");
    }
    assert_eq!(rows(&year, "bases").len(), 5, "the four and their total");
    // Given, not complete, withdrawn, ended by time, used up.
    for (row, counted) in [
        // Given on 10 March and used up; the one of 2025 ended on 31 August.
        ("written", [1, 0, 0, 1, 1]),
        ("electronic", [1, 0, 1, 0, 0]),
        ("oral-documented", [1, 1, 0, 0, 0]),
        ("total", [3, 1, 1, 1, 1]),
    ] {
        assert_eq!(figures(&year, "authorizations", row), counted, "{row}");
    }
    // Two about health, one taken back on 5 February, one over since 31 October; the sensitive one is another matter.
    assert_eq!(figures(&year, "consents", "use"), [2, 1, 1]);
    assert_eq!(
        year["lead"][1],
        "4 disclosures of health information, 1 without an authorisation or an exception on record."
    );
    names_nobody(&year, NAMES);
    assert!(walk(&mut office, "health", "2026-01-01", "2026-12-31") > 25);
    office.assert_intact();
}

#[test]
fn other_days_take_what_happened_on_them() {
    let mut office = office();
    // From New Year's Eve to 31 May: the entry of 31 December counts, as does the signature of that day.
    let span = report(&mut office, "health", "2025-12-31", "2026-05-31");
    assert_eq!(figures(&span, "disclosures", "total"), [5, 2, 1, 2]);
    // Of 10 March and of 31 December, one used up on 20 May; the revocation of 1 June is a day later.
    assert_eq!(figures(&span, "authorizations", "written"), [2, 0, 0, 0, 1]);
    assert_eq!(
        figures(&span, "authorizations", "electronic"),
        [1, 0, 0, 0, 0]
    );
    assert_eq!(rows(&span, "accountings"), [""; 0]);
    names_nobody(&span, NAMES);
    walk(&mut office, "health", "2025-12-31", "2026-05-31");
}

#[test]
fn an_authorisation_that_did_not_cover_it_lets_nothing_go() {
    let mut office = clinic("2026-12-20T15:00:00Z", &[TEXAS, HIPAA]);
    let authorised =
        |office: &mut Office, changes: Value| number(&add(office, changes)["row"]["id"]);
    let valid = authorised(&mut office, json!({}));
    let expired = authorised(&mut office, json!({ "expires_on": "2026-04-30" }));
    let once = authorised(&mut office, json!({ "single_use": true }));
    let revoked = authorised(&mut office, json!({}));
    office.call(
        "authorization_revoke",
        json!({ "id": revoked, "on": "2026-05-01", "how": "By letter." }),
    );
    // It left all the same, and is entered as what was made already.
    let mut left = |on: &str, health: Value| {
        let mut entry = sent(on, health);
        entry["already_made"] = true.into();
        let check = office.call("handling_check", entry.clone());
        let answers: Vec<Value> = check["collisions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| json!({ "key": one["key"], "text": "It was called back." }))
            .collect();
        entry["already_made"] = (!answers.is_empty()).into();
        office.call(
            "handling_add",
            json!({ "entry": entry, "resolutions": answers }),
        );
    };
    left("2026-05-02", json!({ "authorization": valid }));
    left("2026-04-30", json!({ "authorization": expired }));
    left("2026-05-03", json!({ "authorization": expired }));
    left("2026-05-04", json!({ "authorization": once }));
    left("2026-05-05", json!({ "authorization": once }));
    left("2026-05-01", json!({ "authorization": revoked }));
    left(
        "2026-05-06",
        json!({ "authorization": valid, "electronic": false }),
    );
    left("2026-05-07", json!({}));
    let year = report(&mut office, "health", "2026-01-01", "2026-12-31");
    // Covered: the valid one twice (once on paper), the last day of the one that expired, the first use of the single one.
    assert_eq!(figures(&year, "bases", "authorization"), [4]);
    // After the last day, used up, on the day of the revocation: 45 CFR 164.508(b)(2).
    assert_eq!(figures(&year, "bases", "not-covered"), [3]);
    assert!(text(&year, "bases", "not-covered", "cite").contains("164.508(b)(2)"));
    assert_eq!(figures(&year, "bases", "none"), [1]);
    assert_eq!(
        year["lead"][1],
        "8 disclosures of health information, 4 without an authorisation or an exception on record."
    );
    // They are those that the register of disclosures shows as made without authority.
    let list = office.call("handling_list", json!({}));
    let mut without: Vec<u64> = list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["without_authority"] == true)
        .map(|row| row["id"].as_u64().unwrap())
        .collect();
    without.sort_unstable();
    let mut counted = Vec::new();
    for row in ["not-covered", "none"] {
        let behind = office.call(
            "report_behind",
            json!({
                "of": { "report": "health", "first": "2026-01-01", "last": "2026-12-31" },
                "table": "bases", "row": row, "column": "disclosures",
            }),
        );
        let rows = behind["rows"].as_array().unwrap();
        counted.extend(rows.iter().map(|one| one["id"].as_u64().unwrap()));
    }
    counted.sort_unstable();
    assert_eq!(counted, without);
    walk(&mut office, "health", "2026-01-01", "2026-12-31");
    names_nobody(&year, NAMES);
}
