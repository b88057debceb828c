//! Rows of a file are held to the same rule as entries typed by hand, down to whom they name.

use super::suppression::added;
use super::*;

const HEAD: &str = "date,recipient,purpose,categories,act,name,email\n";

fn file(rows: &str) -> Value {
    let usual = disclosure("", "", json!({ "people": 0 }));
    json!({ "name": "given.csv", "base64": base64(format!("{HEAD}{rows}").as_bytes()), "columns": null, "usual": usual })
}

/// Fate and reasons of the row of this line.
#[track_caller]
fn of_line(seen: &Value, line: u64) -> (String, String) {
    let rows = seen["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["line"] == line);
    let row = row.unwrap_or_else(|| panic!("no line {line} in {seen:#}"));
    (
        row["fate"].as_str().unwrap().to_owned(),
        row["reasons"].to_string(),
    )
}

#[test]
fn whoever_opted_out_is_flagged_in_the_preview_as_a_single_entry_would_be() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-ca-ccpa"]);
    let firm = recipient(&mut office, "Brightpost Ltd", &["1 Signal Road"], json!({}));
    let other = recipient(&mut office, "Almanac House", &["2 Quay"], json!({}));
    for (scope, email, only) in [
        ("newsletter", "news@example.org", Value::Null),
        ("sale-sharing", "sale@example.org", Value::Null),
        ("sensitive", "sensitive@example.org", Value::Null),
        ("recipient-marketing", "firm@example.org", firm.into()),
    ] {
        let mut line = added(email);
        line["scope"] = scope.into();
        line["since"] = "2026-03-20".into();
        line["recipient"] = only;
        office.call("suppression_add", line);
    }
    let mut lifted = added("again@example.org");
    lifted["scope"] = "sale-sharing".into();
    lifted["since"] = "2026-01-20".into();
    let list = office.call("suppression_add", lifted);
    let rows = list["rows"].as_array().unwrap();
    let row = rows
        .iter()
        .find(|r| r["address"] == "again@example.org")
        .unwrap();
    office.call(
        "suppression_lift",
        json!({ "id": row["id"], "on": "2026-02-10", "how": "Wrote that they agree again." }),
    );
    // Each with what stands in its line, and what is expected of it.
    let cases = [
        (
            "2026-04-01,Brightpost Ltd,their-marketing,email-address,disclose,Ana,sale@example.org",
            "flagged",
            "opted out of sharing",
        ),
        (
            "2026-04-01,Brightpost Ltd,other,email-address,sell,Ana,SALE@Example.org",
            "flagged",
            "a sale, whatever it is for; the address is normalised",
        ),
        (
            "2026-04-01,Brightpost Ltd,other,email-address,disclose,Ana,sale@example.org",
            "good",
            "neither sold nor for their marketing",
        ),
        (
            "2026-03-20,Brightpost Ltd,their-marketing,email-address,disclose,Ana,sale@example.org",
            "good",
            "the day of the opt-out itself",
        ),
        (
            "2026-04-01,Brightpost Ltd,their-marketing,email-address,disclose,Kim,firm@example.org",
            "flagged",
            "marketing of this one firm",
        ),
        (
            "2026-04-01,Almanac House,their-marketing,email-address,disclose,Kim,firm@example.org",
            "good",
            "another firm",
        ),
        (
            "2026-04-01,,our-marketing,email-address,use,Ben,news@example.org",
            "flagged",
            "a mailing of ours",
        ),
        (
            "2026-04-01,Brightpost Ltd,their-marketing,email-address,disclose,Zoe,again@example.org",
            "good",
            "agreed again before",
        ),
        (
            "2026-02-01,Brightpost Ltd,their-marketing,email-address,disclose,Zoe,again@example.org",
            "flagged",
            "before they agreed again",
        ),
        (
            "2026-04-01,Brightpost Ltd,their-marketing,email-address,disclose,Lee,lee@example.org",
            "good",
            "stands nowhere",
        ),
        (
            "2026-04-01,Brightpost Ltd,other,race,disclose,Max,sensitive@example.org",
            "bad",
            "sensitive data is entered by itself, with an answer",
        ),
    ];
    let rows: String = cases.iter().map(|(row, _, _)| format!("{row}\n")).collect();
    let seen = office.call("handling_import_preview", file(&rows));
    for (line, (row, fate, why)) in (2_u64..).zip(cases) {
        let (found, reasons) = of_line(&seen, line);
        assert_eq!(found, fate, "{row}: {why}: {reasons}");
        // The same entry typed by hand meets the same.
        let cell: Vec<&str> = row.split(',').collect();
        let typed = disclosure(
            cell[0],
            cell[1],
            json!({ "purpose": cell[2], "categories": [cell[3]], "act": cell[4], "persons": [somebody(cell[5], cell[6])] }),
        );
        let check = office.call("handling_check", typed);
        let listed = check["collisions"].as_array().unwrap();
        let listed: Vec<&Value> = listed
            .iter()
            .filter(|c| c["about"] == "suppressed")
            .collect();
        assert_eq!(listed.is_empty(), fate == "good", "{row}: {check:#}");
        for one in listed {
            let said = one["message"].as_str().unwrap();
            assert!(
                reasons.contains(&said.replace('"', "\\\"")),
                "{said} in {reasons}"
            );
        }
    }
    assert_ne!(firm, other);
    let done = office.call("handling_import", file(&rows));
    assert_eq!(
        (&done["entered"], &done["left_out"]),
        (&json!(10), &json!(1))
    );
    assert_eq!(done["list"]["flagged"], seen["flagged"]);
    office.assert_intact();
}

#[test]
fn a_consent_on_file_lets_a_row_in_and_one_taken_back_keeps_it_out() {
    let mut office = under("2026-04-10T08:00:00Z", &["eu-gdpr"]);
    let consent = |name: &str, email: &str| {
        json!({
            "person": somebody(name, email), "data": ["sensitive"], "purpose": "The mailing of the readers’ circle", "disclose": false,
            "recipient": null, "given_on": "2026-03-01", "how": "Ticked and confirmed", "evidence": "Mailbox, folder Consents",
            "until": "", "note": "", "request": null,
        })
    };
    office.call("consent_add", consent("Ana", "ana@example.org"));
    let list = office.call("consent_add", consent("Ben", "ben@example.org"));
    let rows = list["consents"].as_array().unwrap();
    let ben = rows
        .iter()
        .find(|c| c["about"]["person"]["name"] == "Ben")
        .unwrap();
    office.call(
        "consent_withdraw",
        json!({ "id": ben["id"], "on": "2026-03-10", "how": "By mail" }),
    );
    let rows = "2026-04-01,,our-marketing,race,use,Ana,ana@example.org\n\
        2026-04-01,,our-marketing,race,use,Ben,ben@example.org\n\
        2026-04-01,,our-marketing,race,use,Lee,lee@example.org\n";
    let seen = office.call("handling_import_preview", file(rows));
    assert_eq!(of_line(&seen, 2).0, "good", "hers is on file: {seen:#}");
    let (fate, why) = of_line(&seen, 3);
    assert!(fate == "bad" && why.contains("withdrew"), "{why}");
    let (fate, why) = of_line(&seen, 4);
    assert!(
        fate == "bad" && why.contains("No explicit consent"),
        "{why}"
    );
}

#[test]
fn a_list_of_two_hundred_thousand_is_held_against_the_suppression_list() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-ca-ccpa"]);
    for n in [7, 70_000, 150_000] {
        let mut line = added(&format!("reader{n}@post.example"));
        line["scope"] = "sale-sharing".into();
        line["since"] = "2026-03-20".into();
        office.call("suppression_add", line);
    }
    let rows: String = (0..200_000)
        .map(|n| format!("2026-04-{:02},Brightpost Ltd,their-marketing,email-address,disclose,,reader{n}@post.example\n", 1 + n % 9))
        .collect();
    let seen = office.call("handling_import_preview", file(&rows));
    assert_eq!(
        (&seen["good"], &seen["flagged"], &seen["bad"]),
        (&json!(199_997), &json!(3), &json!(0))
    );
    for line in [9, 70_002, 150_002] {
        assert_eq!(of_line(&seen, line).0, "flagged");
    }
}
