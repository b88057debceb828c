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

fn shown_paper(office: &mut Office) -> Value {
    office.call("profile", json!({}))["paper"].clone()
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
    let mut figures = issued["report"].clone();
    let signed = figures.as_object_mut().unwrap().remove("signed").unwrap();
    assert_eq!(figures, shown, "what was shown is what was issued");
    assert_eq!(
        signed,
        json!({
            "by": "Nele Brandt", "office": "Privacy officer", "on": "2027-01-15", "remark": "",
            "zone": "America/Los_Angeles", "paper": shown_paper(&mut office),
        })
    );
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
fn what_was_signed_stays_on_its_day_and_its_paper() {
    let mut office = office();
    // The evening of 1 April in Los Angeles is 2 April in Tokyo.
    office.at("2027-04-02T02:00:00Z");
    let id = issue(&mut office)["id"].clone();
    let files = |office: &mut Office| -> Vec<(String, Vec<u8>)> {
        ["pdf", "csv", "json"]
            .map(|format| {
                let made = office.call("issued_export", json!({ "id": id, "format": format }));
                let name = made["name"].as_str().unwrap().to_owned();
                (name, bytes(&made["base64"]))
            })
            .to_vec()
    };
    let before = files(&mut office);
    assert!(
        before[0].0.ends_with("2026 issued 2027-04-01.pdf"),
        "{}",
        before[0].0
    );
    let table = String::from_utf8_lossy(&before[1].1).into_owned();
    for line in [
        "Signed off by,Nele Brandt\r\n",
        "Office,Privacy officer\r\n",
        "Signed off on,2027-04-01\r\n",
    ] {
        assert!(table.contains(line), "{line} in {table}");
    }
    let kept: Value = serde_json::from_slice(&before[2].1).unwrap();
    assert_eq!(kept["signed"]["by"], "Nele Brandt");

    let mut of = office.call("profile", json!({}));
    let other = if of["paper"] == "a4" {
        "us-letter"
    } else {
        "a4"
    };
    of["paper"] = other.into();
    of["time_zone"] = "Asia/Tokyo".into();
    office.call("profile_save", of);
    office.lock_and_unlock();
    assert_eq!(files(&mut office), before, "byte for byte");
    let line = &office.call("report_issues", json!({}))["issued"][0];
    assert_eq!(line["issued_on"], "2027-04-01");
    let shown = office.call("report_issued", json!({ "id": id }));
    assert_eq!(shown["issued_on"], "2027-04-01");
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
