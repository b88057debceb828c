//! Every register as a list, as CSV and as JSON.

use super::*;

const REGISTERS: [&str; 7] = [
    "recipients",
    "disclosures",
    "children",
    "authorizations",
    "consents",
    "suppression",
    "incidents",
];

fn out(office: &mut Office, register: &str, format: &str, from: &str, until: &str) -> Value {
    office.call(
        "register_export",
        json!({ "register": register, "format": format, "from": from, "until": until }),
    )
}

/// An office with something in the registers that this part keeps.
fn office() -> Office {
    let mut office = under("2026-04-20T08:00:00Z", &["eu-gdpr", "us-ca-ccpa"]);
    office.call("handling_add", json!({ "entry": done("2026-04-02", "disclose", "service-provider", "email-address", &[somebody("=Ana Lindqvist", "ana@example.org")]), "resolutions": [] }));
    office.call("handling_add", json!({ "entry": done("2026-04-12", "use", "our-marketing", "email-address", &[]), "resolutions": [] }));
    office.call("suppression_add", json!({ "scope": "newsletter", "recipient": null, "email": "ana@example.org", "phone": "+49 40 5550100", "address": ["Ana Lindqvist", "12 Elm Row"], "since": "2026-04-05", "reason": "Said so, twice", "request": null }));
    office.call("consent_add", json!({
        "person": somebody("Ben Nowak", "ben@example.org"), "data": ["health"], "purpose": "Readings for the blind", "disclose": false, "recipient": null,
        "given_on": "2026-03-01", "how": "Signed", "evidence": "Folder 3", "until": "", "note": "", "request": null,
    }));
    office.call("incident_open", json!({
        "title": "Laptop left on a train", "aware_at": "2026-04-10T09:30", "happened_from": "", "happened_until": "", "nature": "A laptop was left on a train.", "data": "names",
        "people": 12, "records": 12, "consequences": "", "measures": "It was locked from afar.", "advice": "", "risk": "risk", "risk_reason": "", "residences": ["de"], "reason": "",
    }));
    office
}

#[test]
fn every_register_goes_out_three_ways_and_the_log_says_so() {
    let mut office = office();
    for register in REGISTERS {
        let before = number(&office.call("log_verify", json!({}))["events"]);
        let pdf = bytes(&out(&mut office, register, "pdf", "", "")["base64"]);
        paper::assert_sound(&pdf);
        let words = paper::words(&pdf);
        says(
            &words,
            &["Harbour Lane Books", "Made on 20 April 2026", "Page 1 of 1"],
        );
        let csv = text_of(&out(&mut office, register, "csv", "", ""));
        assert!(
            csv.starts_with('\u{feff}') && csv.ends_with("\r\n"),
            "{csv}"
        );
        let json: Value =
            serde_json::from_str(&text_of(&out(&mut office, register, "json", "", ""))).unwrap();
        assert_eq!(json["register"], register);
        let rows = json["rows"].as_array().unwrap();
        assert_eq!(csv.lines().count(), rows.len() + 1, "{csv}");
        assert_eq!(
            words.contains("Nothing is entered."),
            rows.is_empty(),
            "{register}: {words}"
        );
        assert_eq!(
            number(&office.call("log_verify", json!({}))["events"]),
            before + 3
        );
    }
    office.assert_intact();
}

#[test]
fn a_list_holds_what_the_register_holds() {
    let mut office = office();
    for (register, held) in [
        (
            "disclosures",
            &[
                "2026-04-02",
                "disclosed",
                "Brightpost Ltd",
                "service for us",
                "'=Ana Lindqvist",
            ][..],
        ),
        (
            "suppression",
            &[
                "ana@example.org",
                "'+49405550100",
                "\"ana lindqvist, 12 elm row\"",
                "\"Said so, twice\"",
            ],
        ),
        (
            "consents",
            &[
                "Ben Nowak",
                "health",
                "Readings for the blind",
                "Folder 3",
                "given",
            ],
        ),
        (
            "incidents",
            &[
                "Laptop left on a train",
                "2026-04-10 09:30",
                "a risk",
                "It was locked from afar.",
            ],
        ),
    ] {
        let csv = text_of(&out(&mut office, register, "csv", "", ""));
        for word in held {
            assert!(csv.contains(word), "{register}: “{word}” is not in {csv}");
        }
    }
    let json: Value =
        serde_json::from_str(&text_of(&out(&mut office, "disclosures", "json", "", ""))).unwrap();
    assert_eq!(
        json["rows"][1]["whom"], "=Ana Lindqvist",
        "as it was written"
    );
}

#[test]
fn a_list_can_be_of_some_days_only() {
    let mut office = office();
    for (from, until, rows) in [
        ("", "", 2),
        ("2026-04-02", "2026-04-02", 1),
        ("2026-04-03", "", 1),
        ("", "2026-04-11", 1),
        ("2026-04-13", "", 0),
    ] {
        let json: Value = serde_json::from_str(&text_of(&out(
            &mut office,
            "disclosures",
            "json",
            from,
            until,
        )))
        .unwrap();
        assert_eq!(
            json["rows"].as_array().unwrap().len(),
            rows,
            "{from} to {until}"
        );
    }
    let pdf = bytes(&out(&mut office, "disclosures", "pdf", "2026-04-03", "")["base64"]);
    says(&paper::words(&pdf), &["From 3 April 2026 on: 1 row."]);
    for (from, until, format, field) in [
        ("soon", "", "csv", "from"),
        ("", "2026-02-30", "csv", "until"),
        ("2026-04-02", "2026-04-01", "csv", "until"),
        ("", "", "xlsx", "format"),
    ] {
        let refused = office.refused(
            "register_export",
            json!({ "register": "disclosures", "format": format, "from": from, "until": until }),
        );
        assert_eq!(refused.field.as_deref(), Some(field));
    }
    let missing = office.refused("register_letter_pdf", json!({ "id": 9 }));
    assert!(missing.message.contains("no such letter"));
}
