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
