//! Every right of every pack over the same days of receipt: a changed number shows all it changes.
//!
//! Set `RIGHTSDESK_WRITE_GOLDEN=1` to write the tables anew; then read what changed before keeping it.

use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::law::{Clock, Law, Library, Question, derive};
use crate::words::{Capacity, DeadlineKind, Right};

/// A leap day, a year's end, short months, a holiday's eve, a Sunday, and the days around new law.
const RECEIVED: [&str; 10] = [
    "2024-02-29",
    "2025-12-31",
    "2026-01-31",
    "2026-02-04",
    "2026-02-05",
    "2026-06-12",
    "2026-07-30",
    "2026-11-22",
    "2027-01-01",
    "2028-01-31",
];

fn home(law: &Law) -> &str {
    law.calendar_id(if law.id.starts_with("uk") {
        "gb-eng"
    } else {
        "de-be"
    })
}

fn row(received: NaiveDate, clock: &Clock) -> String {
    let mut row = received.to_string();
    for kind in DeadlineKind::ALL.iter().copied() {
        let Some(date) = clock.date(kind) else {
            continue;
        };
        let _ = write!(row, "  {kind} {date}");
        if let Some(safe) = clock.safe_by.get(kind).filter(|safe| *safe != date) {
            let _ = write!(row, " (safe {safe})");
        }
    }
    row
}

fn rows(library: &Library, law: &Law, right: Right) -> String {
    let mut rows = String::new();
    for received in RECEIVED.map(|day| day.parse::<NaiveDate>().unwrap()) {
        let question = Question {
            law,
            library,
            calendar: library.calendar(home(law)).unwrap(),
            right,
            capacity: Capacity::Own,
            received_on: received,
            facts: &[],
            arrived_at: None,
        };
        let line = match derive(&question) {
            Ok(clock) => row(received, &clock),
            Err(_) => format!("{received}  not yet"),
        };
        let _ = writeln!(rows, "{line}");
    }
    rows
}

/// Rights that always give the same dates share their rows.
fn table(library: &Library, law: &Law) -> String {
    let mut groups: Vec<(Vec<Right>, String)> = Vec::new();
    for rule in &law.rights {
        if groups
            .iter()
            .any(|(rights, _)| rights.contains(&rule.right))
        {
            continue;
        }
        let fresh = rows(library, law, rule.right);
        match groups.iter_mut().find(|(_, rows)| *rows == fresh) {
            Some((rights, _)) => rights.push(rule.right),
            None => groups.push((vec![rule.right], fresh)),
        }
    }
    let mut table = format!("{} by the calendar {}\n", law.short, home(law));
    for (rights, rows) in groups {
        let names: Vec<&str> = rights.iter().map(|right| right.id()).collect();
        let _ = write!(table, "\n{}\n{rows}", names.join(", "));
    }
    table
}

#[test]
fn every_rule_gives_the_dates_it_gave() {
    let library = Library::bundled().unwrap();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/law/tests/golden");
    let mut changed = Vec::new();
    for law in library.laws() {
        let path = folder.join(format!("{}.txt", law.id));
        let fresh = table(library, law);
        if std::env::var_os("RIGHTSDESK_WRITE_GOLDEN").is_some() {
            std::fs::write(&path, &fresh).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept != fresh {
            let lines = fresh
                .lines()
                .filter(|line| !kept.lines().any(|old| old == *line));
            let new: Vec<&str> = lines.take(12).collect();
            changed.push(format!("{}:\n{}", law.id, new.join("\n")));
        }
    }
    assert!(
        changed.is_empty(),
        "\n{}\nRIGHTSDESK_WRITE_GOLDEN=1 writes the tables anew.",
        changed.join("\n")
    );
}
