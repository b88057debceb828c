#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::difference::differences;
use super::compare;
use crate::api::wire::{
    Report, ReportCell, ReportColumn, ReportDifference, ReportRow, ReportSpan, ReportTable,
};
use crate::words::{ColumnKind, ReportKind};

fn report(tables: Vec<ReportTable>) -> Report {
    Report {
        report: ReportKind::Rights,
        title: "Rights".into(),
        span: ReportSpan {
            name: "2026".into(),
            first: "2026-01-01".into(),
            last: "2026-12-31".into(),
        },
        organisation: "Harbour Lane Books".into(),
        californians: false,
        reasons: false,
        as_of: "2027-01-10".into(),
        lead: Vec::new(),
        notes: Vec::new(),
        tables,
        pictures: Vec::new(),
        log_head: String::new(),
        rules: String::new(),
        advice: Vec::new(),
        signed: None,
    }
}

/// A table of right, number and days; a row is its name, its number, its days.
fn table(id: &str, extra: ColumnKind, rows: &[(&str, u32, Option<f64>)]) -> ReportTable {
    let column = |id: &str, kind| ReportColumn {
        id: id.into(),
        name: id.to_uppercase(),
        kind,
    };
    let cell = |text: String, value| ReportCell {
        text,
        value,
        behind: 0,
        opens: None,
    };
    ReportTable {
        id: id.into(),
        title: id.into(),
        columns: vec![
            column("right", ColumnKind::Text),
            column("received", ColumnKind::Count),
            column("days", extra),
        ],
        rows: rows
            .iter()
            .map(|(name, n, days)| ReportRow {
                id: (*name).into(),
                cells: vec![
                    cell(format!("To {name}"), None),
                    cell(n.to_string(), Some(f64::from(*n))),
                    cell(days.map(|d| format!("{d:.1}")).unwrap_or_default(), *days),
                ],
                total: false,
            })
            .collect(),
        empty: String::new(),
        counting: Vec::new(),
    }
}

#[test]
fn figures_stand_side_by_side_in_the_newer_order_and_lists_stay_out() {
    use ColumnKind::{Day, Days};
    let before = report(vec![
        table("gone", Days, &[("know", 4, None)]),
        table(
            "rights",
            Days,
            &[("delete", 2, Some(3.5)), ("object", 1, None)],
        ),
        table("register", Day, &[("one", 1, None)]),
    ]);
    let now = report(vec![
        table(
            "rights",
            Days,
            &[("know", 5, Some(9.0)), ("delete", 3, None)],
        ),
        table("register", Day, &[("two", 1, None)]),
    ]);
    let compared = compare(&before, &now);
    let flat: Vec<_> = compared
        .tables
        .iter()
        .flat_map(|t| t.rows.iter().map(|r| (t.id.as_str(), r)))
        .map(|(t, r)| (t, r.name.as_str(), r.column.as_str(), r.before, r.now))
        .collect();
    assert_eq!(
        flat,
        [
            ("rights", "To know", "received", Some(0.0), Some(5.0)),
            ("rights", "To know", "days", None, Some(9.0)),
            ("rights", "To delete", "received", Some(2.0), Some(3.0)),
            ("rights", "To delete", "days", Some(3.5), None),
            ("rights", "To object", "received", Some(1.0), Some(0.0)),
            ("rights", "To object", "days", None, None),
            ("gone", "To know", "received", Some(4.0), Some(0.0)),
            ("gone", "To know", "days", None, None),
        ]
    );
}

#[test]
fn nothing_differs_from_itself_and_every_change_is_named() {
    let rows = [("know", 5, Some(9.0)), ("delete", 3, None)];
    let issued = report(vec![table("rights", ColumnKind::Days, &rows)]);
    assert_eq!(differences(&issued, &issued), []);

    let rows = [("object", 1, None), ("know", 6, Some(9.0))];
    let mut today = report(vec![table("rights", ColumnKind::Days, &rows)]);
    today.tables[0].rows[1].cells[0].text = "To learn".into();
    let one = |row: &str, column: &str, then: &str, now: &str| ReportDifference {
        table: "rights".into(),
        title: "rights".into(),
        row: row.into(),
        column: column.into(),
        then: then.into(),
        now: now.into(),
    };
    assert_eq!(
        differences(&issued, &today),
        [
            one("To object", "", "", "To object; 1"),
            one("To learn", "RIGHT", "To know", "To learn"),
            one("To learn", "RECEIVED", "5", "6"),
            one("To delete", "", "To delete; 3", ""),
        ]
    );
}

#[test]
fn months_meet_by_their_place_in_the_span() {
    let of = |first: &str, last: &str, months: &[(&str, u32)]| {
        let mut one = report(vec![table("months", ColumnKind::Days, &[])]);
        one.span = ReportSpan {
            name: first[..4].into(),
            first: first.into(),
            last: last.into(),
        };
        let rows: Vec<(&str, u32, Option<f64>)> =
            months.iter().map(|(month, n)| (*month, *n, None)).collect();
        one.tables = vec![table("months", ColumnKind::Days, &rows)];
        for row in &mut one.tables[0].rows {
            let first = crate::time::day(&format!("{}-01", row.id)).unwrap();
            row.cells[0].text = first.format("%B %Y").to_string();
        }
        one
    };
    let flat = |older: &Report, newer: &Report| -> Vec<(String, String, f64, f64)> {
        let compared = compare(older, newer);
        let rows = compared.tables[0].rows.iter();
        rows.filter(|one| one.column == "received")
            .map(|one| {
                let (before, now) = (one.before.unwrap(), one.now.unwrap());
                (one.row.clone(), one.name.clone(), before, now)
            })
            .collect()
    };
    let older = of(
        "2025-01-01",
        "2025-12-31",
        &[("2025-01", 4), ("2025-02", 5), ("2025-03", 6)],
    );
    let newer = of(
        "2026-01-01",
        "2026-12-31",
        &[("2026-01", 1), ("2026-02", 2)],
    );
    let row = |row: &str, name: &str, before, now| (row.to_owned(), name.to_owned(), before, now);
    assert_eq!(
        flat(&older, &newer),
        [
            row("month-1", "January", 4.0, 1.0),
            row("month-2", "February", 5.0, 2.0),
            row("month-3", "March 2025", 6.0, 0.0),
        ]
    );
    // Spans that begin in other months, and one that holds the other.
    let fiscal = of(
        "2025-02-01",
        "2026-02-28",
        &[("2025-02", 5), ("2025-03", 6)],
    );
    assert_eq!(
        flat(&fiscal, &newer),
        [
            row("month-1", "January 2026 beside February 2025", 5.0, 1.0),
            row("month-2", "February 2026 beside March 2025", 6.0, 2.0),
        ]
    );
}

#[test]
fn a_span_that_is_not_over_is_said_to_be_so() {
    let mut newer = report(Vec::new());
    let mut older = report(Vec::new());
    older.span.name = "2025".into();
    (older.span.first, older.span.last) = ("2025-01-01".into(), "2025-12-31".into());
    for (as_of, says) in [
        (
            "2025-12-31",
            &[
                "2025 is not over: its figures are those up to 31 December 2025.",
                "2026 had not begun on 31 December 2025.",
            ][..],
        ),
        (
            "2026-11-23",
            &["2026 is not over: its figures are those up to 23 November 2026."],
        ),
        (
            "2026-12-31",
            &["2026 is not over: its figures are those up to 31 December 2026."],
        ),
        ("2027-01-01", &[]),
    ] {
        (newer.as_of, older.as_of) = (as_of.into(), as_of.into());
        let compared = compare(&older, &newer);
        assert_eq!(compared.says, says);
        assert_eq!(compared.as_of, as_of);
    }
}
