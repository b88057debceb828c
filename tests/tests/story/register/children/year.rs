//! Children over a span: what parents were told and answered, counted by hand.

use super::*;
use crate::register::year::{figures, names_nobody, report, rows, text, walk};

const NAMES: &[&str] = &[
    "Mina",
    "Odalys",
    "Corvin",
    "Desta",
    "Elspeth",
    "Fenna",
    "Gustav",
    "Hollis",
    "Grace",
    "Adeyemi",
    "adeyemi.example",
];

/// Opens a file and sends its notice on the same day.
fn told(office: &mut Office, at: &str, name: &str, change: &[(&str, Value)]) -> u32 {
    office.at(at);
    let mut about = with(change);
    about["child"] = name.into();
    let child = open(office, about);
    notice(office, child, "");
    child
}

fn step(office: &mut Office, child: u32, step: &str, on: &str, more: Value) -> Value {
    office.call("child_step", entry(child, step, on, more))
}

/// A year of eight files.
fn a_year() -> Office {
    // 23:59 on New Year's Eve in Chicago: file and notice are of 2025.
    let mut office = office("2026-01-01T05:59:00Z");
    let mina = told(&mut office, "2026-01-01T05:59:00Z", "Mina", &[]);
    office.at("2026-01-01T06:01:00Z");
    consent(&mut office, mina, "", "signed-form", false);
    // Refused, and given after all; taken back in June.
    let odalys = told(&mut office, "2026-02-02T15:00:00Z", "Odalys", &[]);
    office.at("2026-02-11T15:00:00Z");
    step(
        &mut office,
        odalys,
        "consent-refused",
        "2026-02-05",
        json!({}),
    );
    consent(&mut office, odalys, "2026-02-10", "video-call", false);
    // To disclosure too; by another method than was written first.
    let discloses = [("discloses", json!("Lantern Toys Inc, for a catalogue"))];
    let corvin = told(&mut office, "2026-03-02T15:00:00Z", "Corvin", &discloses);
    office.at("2026-03-10T15:00:00Z");
    let view = consent(&mut office, corvin, "2026-03-09", "video-call", true);
    let wrong = view["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["kind"] == "consent-given");
    let wrong = wrong.unwrap()["id"].clone();
    step(
        &mut office,
        corvin,
        "consent-given",
        "2026-03-09",
        json!({ "method": "toll-free-call", "disclose": true, "corrects": wrong }),
    );
    // Nobody answers; fourteen days after 1 April end with 15 April.
    let desta = told(&mut office, "2026-04-01T15:00:00Z", "Desta", &[]);
    office.at("2026-04-20T15:00:00Z");
    step(&mut office, desta, "contact-erased", "", json!({}));
    // Grace asks to have Mina's data erased, which is answered, and refuses further use, whose letter has not left.
    office.at("2026-05-05T15:00:00Z");
    let erasure = parents_request(&mut office, "child-erasure");
    step(
        &mut office,
        mina,
        "data-erased",
        "",
        json!({ "text": "The account", "request": erasure["id"] }),
    );
    office.call("claim_decide", granted(&erasure));
    let id = u32::try_from(erasure["id"].as_u64().unwrap()).unwrap();
    office.write(id, "answer-in-full", "us-coppa", "", "", "it is closed");
    let refusal = parents_request(&mut office, "child-refusal");
    office.call("claim_decide", granted(&refusal));
    office.at("2026-06-01T15:00:00Z");
    step(
        &mut office,
        odalys,
        "consent-withdrawn",
        "",
        json!({ "text": "By telephone" }),
    );
    // Saying it again is no second withdrawal.
    step(
        &mut office,
        odalys,
        "further-refused",
        "",
        json!({ "text": "By letter" }),
    );
    // A consent that counts once its further message has left.
    let fenna = told(&mut office, "2026-07-01T15:00:00Z", "Fenna", &[]);
    consent(&mut office, fenna, "", "text-plus", false);
    office.at("2026-07-02T15:00:00Z");
    step(
        &mut office,
        fenna,
        "consent-confirmed",
        "",
        json!({ "text": "A second text." }),
    );
    let gustav = told(&mut office, "2026-08-03T15:00:00Z", "Gustav", &[]);
    office.call(
        "child_strike",
        json!({ "id": gustav, "reason": "Opened twice." }),
    );
    // One answer under an exception; what it needed is erased.
    office.at("2026-09-01T15:00:00Z");
    let hollis = open(&mut office, with(&[("child", "Hollis".into())]));
    step(
        &mut office,
        hollis,
        "exception-used",
        "",
        json!({ "exception": "one-time-answer", "text": "A question about a book" }),
    );
    office.at("2026-09-03T15:00:00Z");
    step(
        &mut office,
        hollis,
        "data-erased",
        "",
        json!({ "text": "Answered" }),
    );
    // The further message has not left by the end of the year.
    let elspeth = told(&mut office, "2026-12-28T15:00:00Z", "Elspeth", &[]);
    consent(&mut office, elspeth, "", "mail-plus", false);
    office.at("2026-12-31T20:00:00Z");
    office
}

#[test]
fn a_year_is_counted_by_hand_and_nobody_is_named() {
    let mut office = a_year();
    let year = report(&mut office, "children", "2026-01-01", "2026-12-31");
    // Of Odalys, Corvin, Desta, Fenna and Elspeth: Mina's is of 2025, Gustav's is struck out, Hollis needed none.
    assert_eq!(figures(&year, "notices", "consent"), [5, 5, 0]);
    assert_eq!(
        text(&year, "notices", "consent", "cite"),
        "16 CFR 312.4(c)(1)"
    );
    // Given, collect and use only, disclose too, not counting.
    for (row, counted) in [
        ("signed-form", [1, 1, 0, 0]),
        ("video-call", [1, 1, 0, 0]),
        ("toll-free-call", [1, 0, 1, 0]),
        ("text-plus", [1, 1, 0, 0]),
        ("mail-plus", [1, 0, 0, 1]),
        ("total", [5, 3, 1, 1]),
    ] {
        assert_eq!(figures(&year, "consents", row), counted, "{row}");
    }
    for (row, counted, why) in [
        ("opened", 6, "all but Mina's of 2025 and Gustav's"),
        ("consented", 4, "all but Elspeth's"),
        ("refused", 1, "Odalys on 5 February"),
        ("further-refused", 0, "it only repeated a withdrawal"),
        (
            "withdrawn",
            2,
            "Odalys on 1 June, and Mina by the request that was granted",
        ),
        ("lapsed", 1, "Desta on 16 April"),
        ("contact-erased", 1, "Desta"),
        ("data-erased", 2, "Mina and Hollis"),
        ("data-found", 0, ""),
        ("struck", 1, "Gustav"),
    ] {
        assert_eq!(figures(&year, "steps", row), [counted], "{row}: {why}");
    }
    assert!(text(&year, "steps", "lapsed", "cite").contains("312.4(c)(1)(vii)"));
    assert_eq!(figures(&year, "exceptions", "one-time-answer"), [1]);
    assert_eq!(
        text(&year, "exceptions", "one-time-answer", "cite"),
        "16 CFR 312.5(c)(3)"
    );
    // Files, of them open. Names and contact details of Odalys and Mina are still there, and Hollis's too; Desta's are gone.
    for (row, counted) in [
        ("withdrawn", [2, 2]),
        ("use-and-disclose", [1, 0]),
        ("erased", [2, 1]),
        ("use-only", [1, 0]),
        ("confirmation-due", [1, 1]),
        ("total", [7, 4]),
    ] {
        assert_eq!(figures(&year, "standing", row), counted, "{row}");
    }
    // Received, granted, in part, refused, withdrawn, open.
    assert_eq!(
        figures(&year, "requests", "child-erasure"),
        [1, 1, 0, 0, 0, 0]
    );
    assert_eq!(
        figures(&year, "requests", "child-refusal"),
        [1, 0, 0, 0, 0, 1]
    );
    names_nobody(&year, NAMES);
    assert!(walk(&mut office, "children", "2026-01-01", "2026-12-31") > 30);

    let before = report(&mut office, "children", "2025-01-01", "2025-12-31");
    assert_eq!(
        figures(&before, "notices", "total"),
        [1, 1, 0],
        "one minute before midnight"
    );
    assert_eq!(figures(&before, "steps", "opened"), [1]);
    assert_eq!(rows(&before, "consents"), [""; 0], "it came a minute after");
    assert_eq!(figures(&before, "standing", "awaiting-consent"), [1, 1]);
    office.assert_intact();
}

#[test]
fn other_days_end_where_they_end() {
    let mut office = a_year();
    // From Odalys's consent on 10 February to the day after Desta's last day.
    let span = report(&mut office, "children", "2026-02-10", "2026-04-16");
    assert_eq!(
        figures(&span, "consents", "total"),
        [2, 1, 1, 0],
        "Odalys and Corvin"
    );
    assert_eq!(
        figures(&span, "notices", "total"),
        [2, 2, 0],
        "Corvin and Desta"
    );
    for (row, counted) in [
        ("refused", 0),
        ("lapsed", 1),
        ("contact-erased", 0),
        ("withdrawn", 0),
    ] {
        assert_eq!(figures(&span, "steps", row), [counted], "{row}");
    }
    // As they stood that day: Mina and Odalys to use, Corvin to disclosure, Desta without an answer and not erased yet.
    assert_eq!(figures(&span, "standing", "use-only"), [2, 0]);
    assert_eq!(figures(&span, "standing", "lapsed"), [1, 1]);
    assert_eq!(figures(&span, "standing", "total"), [4, 1]);
    // A day earlier there was still time.
    let earlier = report(&mut office, "children", "2026-02-10", "2026-04-15");
    assert_eq!(figures(&earlier, "steps", "lapsed"), [0]);
    assert_eq!(figures(&earlier, "standing", "awaiting-consent"), [1, 1]);
    walk(&mut office, "children", "2026-02-10", "2026-04-16");
}

#[test]
fn behind_a_figure_nobody_is_named_who_was_erased() {
    let mut office = a_year();
    let behind = |office: &mut Office, row: &str| {
        office.call(
            "report_behind",
            json!({
                "of": { "report": "children", "first": "2026-01-01", "last": "2026-12-31" },
                "table": "steps", "row": row, "column": "times",
            }),
        )["rows"][0]
            .clone()
    };
    let lapsed = behind(&mut office, "lapsed");
    let number = lapsed["id"].as_u64().unwrap();
    assert_eq!(lapsed["kind"], "child");
    assert_eq!(lapsed["title"], format!("File no. {number}"));
    assert_eq!(lapsed["text"], "No answer in time, Thu 16 Apr 2026");
    assert_eq!(
        behind(&mut office, "refused")["title"],
        "Odalys",
        "the register's own title"
    );
}

#[test]
fn a_consent_confirmed_after_new_year_counts_in_the_new_year_alone() {
    let mut office = a_year();
    let years = |office: &mut Office, row: &str| {
        let spans = [
            ("2026-01-01", "2026-12-31"),
            ("2027-01-01", "2027-12-31"),
            ("2026-01-01", "2027-12-31"),
        ];
        spans.map(|(first, last)| {
            let shown = report(office, "children", first, last);
            let there = rows(&shown, "consents").contains(&row);
            let consents = if there {
                figures(&shown, "consents", row)
            } else {
                vec![0; 4]
            };
            (consents, figures(&shown, "steps", "consented")[0])
        })
    };
    // Given, use, disclose, not counting; and what counts among the steps. Elspeth's waits for its further message.
    office.at("2027-01-01T15:00:00Z");
    assert_eq!(
        years(&mut office, "mail-plus"),
        [
            (vec![1, 0, 0, 1], 4),
            (vec![0, 0, 0, 0], 0),
            (vec![1, 0, 0, 1], 4)
        ]
    );
    // 16 CFR 312.5(b)(2)(viii): without the further message there is no consent yet.
    office.at("2027-01-02T15:00:00Z");
    let elspeth = office.call("child_list", json!({ "search": "", "standing": "" }))["children"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["child"] == "Elspeth")
        .unwrap()["id"]
        .clone();
    let elspeth = u32::try_from(elspeth.as_u64().unwrap()).unwrap();
    step(
        &mut office,
        elspeth,
        "consent-confirmed",
        "",
        json!({ "text": "A letter." }),
    );
    assert_eq!(
        years(&mut office, "mail-plus"),
        [
            (vec![0, 0, 0, 0], 4),
            (vec![1, 1, 0, 0], 1),
            (vec![1, 1, 0, 0], 5)
        ]
    );
    assert_eq!(
        years(&mut office, "total")[0].0,
        [4, 3, 1, 0],
        "the others of 2026"
    );
    // It stood open at the end of 2026 all the same.
    let year = report(&mut office, "children", "2026-01-01", "2026-12-31");
    assert_eq!(figures(&year, "standing", "confirmation-due"), [1, 1]);
    let behind = office.call(
        "report_behind",
        json!({
            "of": { "report": "children", "first": "2027-01-01", "last": "2027-12-31" },
            "table": "consents", "row": "mail-plus", "column": "use",
        }),
    );
    assert_eq!(
        behind["rows"][0]["text"],
        "A parent’s consent was confirmed, Sat 2 Jan 2027"
    );
    walk(&mut office, "children", "2027-01-01", "2027-12-31");
}

#[test]
fn a_file_is_open_until_everything_is_erased() {
    let mut office = office("2026-06-01T15:00:00Z");
    let discloses = [("discloses", json!("Lantern Toys Inc"))];
    let fenna = told(&mut office, "2026-06-01T15:00:00Z", "Fenna", &[]);
    let corvin = told(&mut office, "2026-06-01T15:00:00Z", "Corvin", &discloses);
    let desta = told(&mut office, "2026-06-01T15:00:00Z", "Desta", &[]);
    let mina = told(&mut office, "2026-06-01T15:00:00Z", "Mina", &[]);
    step(&mut office, fenna, "consent-refused", "", json!({}));
    consent(&mut office, corvin, "", "signed-form", false);
    consent(&mut office, desta, "", "signed-form", false);
    consent(&mut office, mina, "", "face-match", false);
    office.at("2026-06-03T15:00:00Z");
    for child in [corvin, desta] {
        step(
            &mut office,
            child,
            "consent-withdrawn",
            "",
            json!({ "text": "By telephone" }),
        );
    }
    let open = |office: &mut Office, day: &str, row: &str| {
        office.at(&format!("{day}T15:00:00Z"));
        let shown = report(office, "children", "2026-01-01", "2026-12-31");
        (figures(&shown, "standing", row), shown["lead"][1].clone())
    };
    // Refused, 16 CFR 312.4(c)(1)(vii): names and contact details are to be erased, and are late by now.
    assert_eq!(open(&mut office, "2026-12-01", "refused").0, [1, 1]);
    assert_eq!(open(&mut office, "2026-12-01", "withdrawn").0, [2, 2]);
    // What proved Mina's mother is to be deleted, 312.5(b)(2)(vii).
    let (counted, lead) = open(&mut office, "2026-12-01", "use-only");
    assert_eq!(counted, [1, 1]);
    assert_eq!(lead, "4 files were open on Tue 1 Dec 2026.");
    step(
        &mut office,
        desta,
        "data-erased",
        "",
        json!({ "text": "The account" }),
    );
    step(&mut office, corvin, "contact-erased", "", json!({}));
    assert_eq!(
        open(&mut office, "2026-12-02", "withdrawn").0,
        [1, 1],
        "Desta's names and contact details are there"
    );
    assert_eq!(
        open(&mut office, "2026-12-02", "erased").0,
        [1, 1],
        "what was collected of Corvin is there"
    );
    step(
        &mut office,
        corvin,
        "data-erased",
        "",
        json!({ "text": "The account" }),
    );
    step(&mut office, desta, "contact-erased", "", json!({}));
    step(&mut office, fenna, "contact-erased", "", json!({}));
    step(&mut office, mina, "proof-deleted", "", json!({}));
    let (counted, lead) = open(&mut office, "2026-12-03", "erased");
    assert_eq!(counted, [3, 0]);
    assert_eq!(lead, "No file was open on Thu 3 Dec 2026.");
    // At the end of an earlier span all of it was still to come.
    let half = report(&mut office, "children", "2026-01-01", "2026-06-30");
    assert_eq!(figures(&half, "standing", "total"), [4, 4]);
}
