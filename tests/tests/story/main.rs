//! The story as JSON calls through the command table: from the empty desk to the year's figures, under each law.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod asked_before;
mod calendar;
mod calendar_file;
mod canspam;
mod ccpa;
mod desk;
mod eu;
mod guards;
mod issued;
mod letterhead;
mod policy;
mod post;
mod register;
mod retention;
mod told;
mod tongues;
mod uk;
mod virginia;
mod which_laws;
mod wording;
mod year;

use rightsdesk_tests::{Office, paper};
use serde_json::{Value, json};

/// A request half typed, by one person for themselves.
fn draft(
    received: &str,
    channel: &str,
    name: &str,
    residence: &str,
    rights: &[(&str, &[&str])],
) -> Value {
    let claims: Vec<Value> = rights
        .iter()
        .map(|(right, laws)| json!({ "right": right, "laws": laws }))
        .collect();
    json!({
        "received": received, "channel": channel, "capacity": "self", "residence": residence, "subject": null,
        "requester": { "name": name, "email": "", "phone": "", "address": ["12 Elm Row", "Somewhere"] },
        "claims": claims, "words": "Please see to it.", "files": [],
        "particulars": { "age": null, "data_kinds": [], "arrived_at": null, "dated_on": "", "questions": [] },
    })
}

/// The day a deadline of a view or a preview's claim is due.
#[track_caller]
fn due<'v>(of: &'v Value, kind: &str) -> &'v str {
    of["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["kind"] == kind)
        .unwrap_or_else(|| panic!("no {kind} in {:#}", of["deadlines"]))["due"]
        .as_str()
        .unwrap()
}

/// Whether a deadline of this kind is there at all.
fn has(of: &Value, kind: &str) -> bool {
    of["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .any(|d| d["kind"] == kind)
}

/// The steps a page offers, and for one that is not, its sentence.
#[track_caller]
fn offered(view: &Value, steps: &[&str], not: &[&str]) {
    let found = |name: &&str| {
        view["steps"]
            .as_array()
            .unwrap()
            .iter()
            .find(|s| s["step"] == **name)
            .unwrap()
    };
    for name in steps {
        assert_eq!(found(name)["offered"], true, "{name}: {}", found(name));
    }
    for name in not {
        let step = found(name);
        assert_eq!(step["offered"], false, "{name}: {step}");
        assert!(
            step["reason"].as_str().is_some_and(|r| r.ends_with('.')),
            "{name} is not offered without a reason: {step}"
        );
    }
}

/// The one step the page proposes.
fn primary(view: &Value) -> Option<&str> {
    let mut all = view["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|s| s["primary"] == true);
    let first = all.next().map(|s| s["step"].as_str().unwrap());
    assert!(all.next().is_none(), "two steps are primary");
    first
}

/// The kinds of the log of a request, oldest first.
fn log(view: &Value) -> Vec<&str> {
    let mut kinds: Vec<&str> = view["log"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap())
        .collect();
    kinds.reverse();
    kinds
}

/// The newest letter: sound, its bytes those the list names, its words.
#[track_caller]
fn newest_letter(office: &mut Office, view: &Value) -> String {
    let letter = &view["letters"][0];
    let pdf = office.letter(&letter["id"]);
    assert_eq!(rightsdesk_core::vault::sha256(&pdf), letter["sha256"]);
    assert_eq!(pdf.len(), letter["size"].as_u64().unwrap() as usize);
    assert!(pdf.len() < 60 * 1024, "{} bytes", pdf.len());
    paper::assert_sound(&pdf);
    office.lock_and_unlock();
    assert_eq!(pdf, office.letter(&letter["id"]), "kept byte for byte");
    paper::words(&pdf)
}

/// Every one of these stands in the letter.
#[track_caller]
fn says(letter: &str, words: &[&str]) {
    for word in words {
        assert!(letter.contains(word), "“{word}” is not in: {letter}");
    }
}

/// The rights and answers of a calendar year.
#[track_caller]
fn year_of(office: &mut Office, year: i32) -> Value {
    office.call("report_show", rights_of(year))
}

/// The question for them.
fn rights_of(year: i32) -> Value {
    json!({ "report": "rights", "first": format!("{year}-01-01"), "last": format!("{year}-12-31") })
}

/// The table of a report with this identifier.
#[track_caller]
fn table<'y>(report: &'y Value, id: &str) -> &'y Value {
    let mut tables = report["tables"].as_array().unwrap().iter();
    tables.find(|table| table["id"] == id).unwrap()
}

/// The row of a year for one law and right, by the names of its columns.
#[track_caller]
fn row(year: &Value, law: &str, right: &str) -> Value {
    named(year, &format!("{law}-{right}"))
}

/// The same for any row of the table by law and right.
#[track_caller]
fn named(year: &Value, row: &str) -> Value {
    let table = table(year, "rights");
    let found = table["rows"].as_array().unwrap().iter();
    let mut found = found.filter(|one| one["id"] == row);
    let found = found
        .next()
        .unwrap_or_else(|| panic!("no {row} in {table:#}"));
    let columns = table["columns"].as_array().unwrap().iter();
    let cells = found["cells"].as_array().unwrap().iter();
    columns
        .zip(cells)
        .map(|(column, cell)| {
            (
                column["id"].as_str().unwrap().to_owned(),
                cell["value"].clone(),
            )
        })
        .collect()
}

/// The counts of a row in the order of the table.
fn counts(row: &Value) -> [u64; 7] {
    [
        "received",
        "in-full",
        "in-part",
        "refused",
        "withdrawn",
        "open",
        "late",
    ]
    .map(|k| row[k].as_f64().unwrap() as u64)
}
