//! What a report says of itself: whom and what it counts, as of when, and for whom each sentence is.

use super::*;
use rightsdesk_tests::office::bytes;

#[test]
fn the_officers_notes_are_on_no_page_to_publish() {
    let mut office = counted();
    // What only the officer is told stands apart, and on no page to publish.
    let shown = office.call("report_show", of_2024("metrics"));
    assert_eq!(shown["notes"].as_array().unwrap().len(), 1);
    let mut file = |of: &Value, format: &str| {
        let of = json!({ "of": of, "format": format });
        let made = office.call("report_export", of);
        let text = String::from_utf8_lossy(&bytes(&made["base64"])).into_owned();
        (made["name"].as_str().unwrap().to_owned(), text)
    };
    let of = of_2024("metrics");
    let (_, page) = file(&of, "html");
    assert!(page.contains("datetime=\"2025-03-31\"") && page.contains("wherever they live"));
    for officers in ["figures is voluntary", "Attorney General"] {
        assert!(!page.contains(officers), "{officers} in {page}");
        let (_, table) = file(&of, "csv");
        assert!(table.contains(officers), "no {officers} in {table}");
    }
    assert!(page.contains("11 CCR 7102(a)(1)(H)"), "{page}");
    let names = ["metrics", "californians"].map(|of| file(&of_2024(of), "csv").0);
    assert_eq!(
        names,
        [
            "Request metrics 2024 everybody.csv",
            "Request metrics 2024 Californians only.csv"
        ]
    );
}

#[test]
fn a_report_says_what_cannot_be_asked_and_what_is_not_over() {
    let mut office = counted();
    let mut of = of_2024("rights");
    of["californians"] = true.into();
    for command in ["report_show", "report_issue", "report_export"] {
        let ask = match command {
            "report_show" => of.clone(),
            "report_issue" => {
                json!({ "of": of, "signed_by": "Ada", "office": "", "remark": "" })
            }
            _ => json!({ "of": of, "format": "csv" }),
        };
        let why = office.refused(command, ask);
        assert_eq!(why.field.as_deref(), Some("californians"), "{command}");
    }
    let ask =
        json!({ "of": of_2024("rights"), "table": "wealth", "row": "total", "column": "received" });
    let why = office.refused("report_behind", ask);
    assert!(why.message.contains("no table “wealth”"), "{}", why.message);

    let mut lead = |first: &str, last: &str| {
        let shown = office.call("report_show", asked("metrics", first, last));
        shown["lead"].to_string()
    };
    assert!(!lead("2024-01-01", "2024-12-31").contains("This span"));
    assert!(lead("2025-01-01", "2025-12-31").contains("This span is not over."));
    assert!(lead("2025-01-01", "2025-03-31").contains("This span is not over."));
    assert!(lead("2029-01-01", "2029-12-31").contains("This span has not begun."));

    // Months of two years stand beside each other.
    let compare = json!({ "now": of_2024("rights"), "first": "2025-01-01", "last": "2025-12-31" });
    let both = office.call("report_compare", compare);
    assert_eq!(both["as_of"], "2025-03-31");
    assert_eq!(
        both["says"],
        json!(["2025 is not over: its figures are those up to 31 March 2025."])
    );
    let months = table(&both, "months")["rows"].as_array().unwrap();
    let of_all: Vec<_> = months
        .iter()
        .filter(|row| row["column"] == "requests")
        .map(|row| (row["row"].as_str().unwrap(), row["name"].as_str().unwrap()))
        .collect();
    assert_eq!(of_all.len(), 13, "twelve months and their sum: {of_all:?}");
    assert_eq!(of_all[0], ("month-1", "January"));
    let january = months
        .iter()
        .find(|row| row["column"] == "requests")
        .unwrap();
    assert_eq!(
        (&january["before"], &january["now"]),
        (&json!(1.0), &json!(8.0))
    );
}

#[test]
fn what_came_after_the_day_of_issue_is_not_of_that_age() {
    let of = profile("America/Los_Angeles", "ca-cons", &["us-ca-ccpa"]);
    let mut office = Office::quick(of, "2024-03-01T18:00:00Z");
    let ada = |received: &str| {
        draft(
            received,
            "mail",
            "Ada Example",
            "us-ca",
            &[("erasure", &["us-ca-ccpa"])],
        )
    };
    office.log(ada("2024-03-01T09:00"));
    let ask = json!({ "of": of_2024("rights"), "signed_by": "Ada", "office": "", "remark": "" });
    let issued = office.call("report_issue", ask);
    office.at("2024-04-02T18:00:00Z");
    office.log(ada("2024-04-01T09:00"));
    let later = office.call("report_issued", json!({ "id": issued["id"] }));
    let differences = later["differences"].as_array().unwrap();
    assert!(differences.iter().any(|one| one["table"] == "months"));
    assert!(
        differences.iter().all(|one| one["table"] != "age"),
        "{differences:#?}"
    );
}
