//! A report is frozen and signed off; what is corrected afterwards shows as a difference, and the bytes stay what they were.

use super::*;
use rightsdesk_core::vault::sha256;
use rightsdesk_tests::office::bytes;
use rightsdesk_tests::profile;

fn of(first: &str, last: &str) -> Value {
    json!({ "report": "disclosures", "first": first, "last": last, "californians": false, "reasons": false })
}

fn gave(office: &mut Office, on: &str) {
    let entry = json!({
        "act": "disclose", "on": on, "recipient": "Brightpost Ltd", "purpose": "their-marketing", "data": ["email-address"], "people": 310,
        "group": "newsletter readers", "children": false, "audiences": [], "consent": "none", "consent_note": "", "told_on": "",
        "legal_basis": "", "note": "", "request": null,
    });
    office.call("handling_add", json!({ "entry": entry, "resolutions": [] }));
}

fn office() -> Office {
    let mut office = Office::quick(
        profile("America/Los_Angeles", "ca-cons", &["us-ca-shine-the-light"]),
        "2026-12-30T18:00:00Z",
    );
    gave(&mut office, "2026-03-04");
    gave(&mut office, "2025-03-04");
    gave(&mut office, "2025-03-05");
    office.at("2027-01-15T18:00:00Z");
    office
}

fn issue(office: &mut Office) -> Value {
    office.call("report_issue", json!({ "of": of("2026-01-01", "2026-12-31"), "signed_by": " Nele Brandt ", "office": "Privacy officer", "remark": "" }))
}

#[test]
fn an_issued_report_stays_as_it_was_signed() {
    let mut office = office();
    let why = office.refused("report_issue", json!({ "of": of("2026-01-01", "2026-12-31"), "signed_by": "  ", "office": "", "remark": "" }));
    assert_eq!(why.field.as_deref(), Some("signed_by"));
    let shown = office.call("report_show", of("2026-01-01", "2026-12-31"));
    let issued = issue(&mut office);
    assert_eq!(issued["report"], shown, "what was shown is what was issued");
    assert_eq!(
        (
            &issued["signed_by"],
            &issued["differences"],
            &issued["other_rules"]
        ),
        (&json!("Nele Brandt"), &json!([]), &json!(false))
    );

    // Byte for byte, years later too, and from the same log the same figures.
    let id = issued["id"].clone();
    let file = office.call("issued_export", json!({ "id": id, "format": "json" }));
    let body = bytes(&file["base64"]);
    assert_eq!(sha256(&body), issued["sha256"].as_str().unwrap());
    office.at("2029-06-01T18:00:00Z");
    let later = office.call("report_issued", json!({ "id": id }));
    assert_eq!(
        (&later["report"], &later["differences"]),
        (&issued["report"], &json!([]))
    );
    assert_eq!(
        bytes(&office.call("issued_export", json!({ "id": id, "format": "json" }))["base64"]),
        body
    );
    office.refused("issued_export", json!({ "id": id, "format": "doc" }));
    office.refused("report_issued", json!({ "id": 99 }));

    // Something of that year comes to light: a difference, and the report stays.
    gave(&mut office, "2026-07-08");
    let later = office.call("report_issued", json!({ "id": id }));
    assert_eq!(later["report"], issued["report"]);
    let differences = later["differences"].as_array().unwrap();
    assert!(!differences.is_empty());
    let figure = differences
        .iter()
        .find(|one| one["then"] == "1" && one["now"] == "2");
    assert!(figure.is_some(), "{differences:#?}");
    let again = issue(&mut office);
    assert_eq!(again["differences"], json!([]));
    let list = office.call("report_issues", json!({}));
    let lines = list["issued"].as_array().unwrap();
    assert_eq!(
        lines.iter().map(|line| &line["id"]).collect::<Vec<_>>(),
        [&again["id"], &id],
        "newest first"
    );
    assert_eq!(
        (&lines[0]["differences"], &lines[1]["differences"]),
        (&json!(0), &json!(differences.len()))
    );
    assert_eq!(lines[1]["issued_on"], "2027-01-15");
    office.assert_intact();
}

#[test]
fn two_years_stand_side_by_side() {
    let mut office = office();
    let both = office.call("report_compare", json!({ "now": of("2026-01-01", "2026-12-31"), "first": "2025-01-01", "last": "2025-12-31" }));
    assert_eq!(
        (&both["before"]["name"], &both["now"]["name"]),
        (&json!("2025"), &json!("2026"))
    );
    let tables = both["tables"].as_array().unwrap();
    let rows: Vec<&Value> = tables
        .iter()
        .flat_map(|t| t["rows"].as_array().unwrap())
        .collect();
    assert!(
        rows.iter()
            .any(|row| row["before"] == 2.0 && row["now"] == 1.0),
        "{tables:#?}"
    );
}
