//! Every figure of the sample desk, which keeps something in every register.

use super::*;
use rightsdesk_core::desk::App;
use rightsdesk_tests::office::moment;

fn sample() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("Sample desk.rightsdesk");
    let mut app = App::new();
    let now = moment("2026-11-23T09:00:00Z");
    app.create_sample(&place, now).unwrap();
    Office {
        app,
        place,
        now,
        recovery_key: String::new(),
        folder,
    }
}

#[test]
fn every_report_of_the_sample_desk_has_figures() {
    let mut office = sample();
    let kinds = [
        "disclosures",
        "metrics",
        "rights",
        "children",
        "health",
        "promises",
        "register",
    ];
    for kind in kinds {
        let shown = report(&mut office, kind, "2026-01-01", "2026-12-31");
        let counted = shown["tables"].as_array().unwrap().iter().any(|table| {
            let rows = table["rows"].as_array().unwrap().iter();
            rows.flat_map(|row| row["cells"].as_array().unwrap())
                .any(|cell| cell["behind"].as_u64() > Some(0))
        });
        assert!(counted, "{kind} shows nothing");
    }
    let health = report(&mut office, "health", "2026-01-01", "2026-12-31");
    for table in health["tables"].as_array().unwrap() {
        assert!(!table["rows"].as_array().unwrap().is_empty(), "{table:#}");
    }
    let disclosures = report(&mut office, "disclosures", "2026-01-01", "2026-12-31");
    for row in table(&disclosures, "register")["rows"].as_array().unwrap() {
        let (entry, recipient) = (&row["cells"][0]["opens"], &row["cells"][2]);
        assert_eq!(entry["kind"], "disclosure", "{row}");
        let asked = json!({ "entry": entry["id"] });
        let shown = office.call("handling_list", asked);
        assert_eq!(
            shown["entries"][0]["entry"]["recipient_id"],
            recipient["opens"]["id"]
        );
    }
}

/// The law of the health plan is no law of the bookshop’s customers; every reference in the register opens its request.
#[test]
fn each_staged_request_keeps_its_law() {
    let mut office = sample();
    let register = report(&mut office, "register", "2025-01-01", "2026-12-31");
    let mut seen = Vec::new();
    let mut of_the_plan = 0;
    for row in table(&register, "register")["rows"].as_array().unwrap() {
        let cell = &row["cells"][0];
        assert_eq!(cell["opens"]["kind"], "request", "{cell}");
        let id = cell["opens"]["id"].as_u64().unwrap();
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let shown = office.call("request_show", json!({ "id": id }));
        assert_eq!(shown["reference"], cell["text"]);
        let kinds = shown["particulars"]["data_kinds"].as_array().unwrap();
        for claim in shown["claims"].as_array().unwrap() {
            let laws = claim["laws"].as_array().unwrap();
            let laws: Vec<&str> = laws
                .iter()
                .map(|law| law["law"].as_str().unwrap())
                .collect();
            let wanted = kinds.iter().any(|kind| kind == "health-record");
            assert_eq!(
                laws.contains(&"us-hipaa"),
                wanted,
                "{}: {laws:?}",
                cell["text"]
            );
            of_the_plan += u32::from(wanted);
        }
    }
    assert!(seen.len() > 40, "{}", seen.len());
    assert_eq!(of_the_plan, 3);
}

#[test]
fn behind_every_figure_of_the_sample_desk_stand_its_rows() {
    let mut office = sample();
    let mut walked = 0;
    for kind in ["disclosures", "children", "health", "promises"] {
        walked += walk(&mut office, kind, "2026-01-01", "2026-12-31");
        walked += walk(&mut office, kind, "2025-07-01", "2026-06-30");
    }
    assert!(walked > 40, "only {walked} figures");
    for kind in ["children", "health"] {
        let shown = report(&mut office, kind, "2025-01-01", "2026-12-31");
        names_nobody(
            &shown,
            &[
                "Mila",
                "Sommerfeld",
                "Brandhorst",
                "Postma",
                "Voss",
                "Aydın",
                "Whitcomb",
                "Delgado",
                "Banks",
            ],
        );
    }
    let kept = report(&mut office, "promises", "2026-01-01", "2026-12-31");
    // The second version came 75 days ago; its notice left nine days before.
    let versions = rows(&kept, "versions");
    assert_eq!(versions.len(), 1, "{versions:?}");
    assert_eq!(
        text(&kept, "versions", versions[0], "notice-given"),
        "2026-08-31"
    );
}
