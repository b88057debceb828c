//! The account of disclosures, 45 CFR 164.528, as a letter.

use super::health::*;
use super::*;

#[test]
fn an_account_of_disclosures_lists_six_years_and_says_what_it_leaves_out() {
    let mut office = clinic("2026-06-15T15:00:00Z", &[HIPAA]);
    let board = recipient(
        &mut office,
        "State Board of Health",
        &["1100 Capitol Row", "Austin, TX 78701"],
        json!({ "name_tells": true }),
    );
    let her = json!([somebody("Marisol Trevino", "marisol@trevino.example")]);
    let health = |changes: Value| {
        let mut all = json!({ "data": ["health"], "persons": her, "health": { "electronic": false, "authorization": null, "exception": "", "why": "" } });
        merge(&mut all, changes);
        all
    };
    // Three to one recipient for one purpose stand once.
    for day in ["2021-02-01", "2023-05-05", "2025-09-30"] {
        enter(
            &mut office,
            disclosure(
                day,
                "State Board of Health",
                health(
                    json!({ "recipient_id": board, "legal_basis": "report of a notifiable disease" }),
                ),
            ),
        );
    }
    let process = |told: &str| {
        json!({
            "kind": "subpoena", "from": "District Court of Travis County", "number": "D-1-GN-26-001", "received_on": "2026-01-10",
            "asked": "The whole record", "given": "The visit of May 3", "approved_by": "Nele Brandt", "told": told, "told_on": if told == "yes" { "2026-01-12" } else { "" },
        })
    };
    enter(
        &mut office,
        disclosure(
            "2026-01-15",
            "Bell & Ortega LLP",
            health(
                json!({ "purpose": "legal-process", "process": process("yes"), "legal_basis": "subpoena" }),
            ),
        ),
    );
    enter(
        &mut office,
        disclosure(
            "2026-02-15",
            "Sheriff of Travis County",
            health(
                json!({ "purpose": "legal-process", "process": process("forbidden"), "legal_basis": "subpoena" }),
            ),
        ),
    );
    // Left out: treatment, to herself, on an authorisation, too old, and after the request.
    enter(
        &mut office,
        disclosure(
            "2025-01-02",
            "Dr. Noor Haddad",
            health(json!({ "purpose": "care-and-payment" })),
        ),
    );
    enter(
        &mut office,
        disclosure("2025-01-03", "Marisol Trevino", health(json!({}))),
    );
    let id = number(&add(&mut office, json!({}))["row"]["id"]);
    enter(
        &mut office,
        sent("2026-05-20", json!({ "authorization": id })),
    );
    enter(
        &mut office,
        disclosure(
            "2020-06-14",
            "State Board of Health",
            health(
                json!({ "recipient_id": board, "legal_basis": "report of a notifiable disease" }),
            ),
        ),
    );
    // By name alone, and of somebody with the same name and another address.
    enter(
        &mut office,
        disclosure(
            "2025-03-03",
            "County Registry",
            health(
                json!({ "persons": [somebody("marisol  TREVIÑO", "")], "legal_basis": "registry of vaccinations" }),
            ),
        ),
    );
    enter(
        &mut office,
        disclosure(
            "2025-03-04",
            "County Registry",
            health(
                json!({ "persons": [somebody("Marisol Trevino", "another@trevino.example")], "legal_basis": "registry of vaccinations" }),
            ),
        ),
    );

    let request = office.log(about_a_record(
        "2026-06-15T09:00",
        "disclosure-accounting",
        &[HIPAA],
    ));
    let account = office.call("accounting", json!({ "request": request }));
    assert_eq!(
        (&account["from"], &account["until"]),
        (&json!("2020-06-15"), &json!("2026-06-15"))
    );
    let rows: Vec<(&str, &str, u64)> = account["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| {
            (
                r["on"].as_str().unwrap(),
                r["recipient"].as_str().unwrap(),
                r["times"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("2021-02-01", "State Board of Health", 3),
            ("2025-03-03", "County Registry", 1),
            ("2026-01-15", "Bell & Ortega LLP", 1)
        ],
        "{account:#}"
    );
    assert_eq!(account["rows"][0]["last_on"], "2025-09-30");
    let left: Vec<&str> = account["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n["message"].as_str().unwrap())
        .collect();
    for said in [
        "1 entry is left out: for treatment",
        "1 entry is left out: to the person",
        "1 entry is left out: on an authorization",
        "1 entry is left out: before the six years",
        "1 entry is left out: held back for an agency",
        "business associates",
    ] {
        assert!(
            left.iter().any(|one| one.contains(said)),
            "“{said}” is not in {left:#?}"
        );
    }
    let problems = account["problems"].to_string();
    for said in [
        "found by the name alone",
        "same name and another e-mail address",
        "held back for an agency",
    ] {
        assert!(problems.contains(said), "{problems}");
    }
    assert!(
        account["fee"]["message"]
            .as_str()
            .unwrap()
            .contains("first in any 12 months")
    );

    decide_all(&mut office, request, "granted", None, "");
    let letter = draft_letter(&mut office, request, "answer-in-full", HIPAA);
    assert_eq!(letter["ready"], true, "{}", words(&letter));
    let page = issue(&mut office, &letter);
    says(
        &page,
        &[
            "from June 15, 2020 to June 15, 2026",
            "February 1, 2021 to State Board of Health, 1100 Capitol Row, Austin, TX 78701: Health information. Purpose: report of a notifiable disease. Disclosed to the same recipient for the same purpose 3 times in all, the last time on September 30, 2025.",
            "to comply with a subpoena D-1-GN-26-001 of District Court of Travis County",
            "This account is free of charge.",
        ],
    );
    for not in ["Haddad", "Quiroga", "Sheriff", "another@"] {
        assert!(!page.contains(not), "“{not}” is in {page}");
    }
    // Another within twelve months may cost something; a year later it is free again.
    for (received, free) in [("2026-12-01T09:00", false), ("2027-07-01T09:00", true)] {
        office.at(&format!("{}:00Z", received.replace("09:00", "16:00")));
        let again = office.log(about_a_record(received, "disclosure-accounting", &[HIPAA]));
        let account = office.call("accounting", json!({ "request": again }));
        let fee = account["fee"]["message"].as_str().unwrap();
        assert_eq!(fee.contains("free"), free, "{received}: {fee}");
    }
    office.assert_intact();
}

#[test]
fn an_account_with_nothing_to_list_says_so() {
    let mut office = clinic("2026-06-15T15:00:00Z", &[HIPAA]);
    let request = office.log(about_a_record(
        "2026-06-15T09:00",
        "disclosure-accounting",
        &[HIPAA],
    ));
    decide_all(&mut office, request, "granted", None, "");
    let letter = draft_letter(&mut office, request, "answer-in-full", HIPAA);
    assert_eq!(letter["ready"], true);
    says(
        &issue(&mut office, &letter),
        &["made no disclosure of your health information that an account must list"],
    );
    let other = office.log(about_a_record("2026-06-15T10:00", "access", &[HIPAA]));
    office.refused("accounting", json!({ "request": other }));
}
