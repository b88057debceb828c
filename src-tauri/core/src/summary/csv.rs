//! The figures as CSV (RFC 4180), safe to open in a spreadsheet.

use crate::api::wire::{Report, ReportCell};
use crate::words::{ColumnKind, ReportKind};

/// The whole report for a spreadsheet: what it is, what it says, then table by table a line with its title, its names and its rows, at last how it was counted; an empty line between them.
///
/// Figures stand bare and days as 2026-03-31, so that a spreadsheet can count with them.
/// Each sentence is a cell behind a word that says what it is; a table without rows has its sentence in their place.
pub fn report_csv(report: &Report) -> String {
    let mut out = String::from("\u{feff}");
    for (name, value) in about(report) {
        line(&mut out, [name, value].map(str::to_owned));
    }
    if !(report.lead.is_empty() && report.notes.is_empty() && report.advice.is_empty()) {
        line(&mut out, []);
    }
    for sentence in &report.lead {
        line(&mut out, ["Says".to_owned(), sentence.clone()]);
    }
    let advice = report.advice.iter().map(|one| ("For the officer", one));
    for (name, note) in report.notes.iter().map(|one| ("Note", one)).chain(advice) {
        let cells = [name.to_owned(), note.text.clone(), note.cite.clone()];
        line(&mut out, cells);
    }
    for table in &report.tables {
        line(&mut out, []);
        line(&mut out, [table.title.clone()]);
        line(&mut out, table.columns.iter().map(|one| one.name.clone()));
        if table.rows.is_empty() {
            line(&mut out, [table.empty.clone()]);
        }
        for row in &table.rows {
            let cells = table.columns.iter().zip(&row.cells);
            line(
                &mut out,
                cells.map(|(column, cell)| bare(cell, column.kind)),
            );
        }
    }
    let counting = report
        .tables
        .iter()
        .flat_map(|table| table.counting.iter().map(move |rule| (table, rule)));
    let mut said = counting.peekable();
    if said.peek().is_some() {
        line(&mut out, []);
        line(&mut out, ["How it was counted".to_owned()]);
        line(&mut out, ["Table", "Rule", "Source"].map(String::from));
    }
    for (table, rule) in said {
        let cells = [table.title.clone(), rule.text.clone(), rule.cite.clone()];
        line(&mut out, cells);
    }
    out
}

/// What the report is, a name and a value each.
fn about(report: &Report) -> Vec<(&str, &str)> {
    let mut about: Vec<(&str, &str)> = vec![
        ("Report", &report.title),
        ("Organisation", &report.organisation),
        ("Span", &report.span.name),
        ("First day", &report.span.first),
        ("Last day", &report.span.last),
        ("Counted as of", &report.as_of),
    ];
    about.extend(whom(report).map(|whom| ("Counted", whom)));
    if let Some(signed) = &report.signed {
        about.extend([
            ("Signed off by", signed.by.as_str()),
            ("Office", &signed.office),
            ("Signed off on", &signed.on),
            ("Remark", &signed.remark),
        ]);
    }
    about.extend([("Log", report.log_head.as_str()), ("Rules", &report.rules)]);
    about
}

/// Whom the request metrics count; the other reports always count everybody.
fn whom(report: &Report) -> Option<&'static str> {
    match (report.report, report.californians) {
        (ReportKind::Metrics, false) => Some("everybody, wherever they live"),
        (ReportKind::Metrics, true) => Some("only people who live in California"),
        _ => None,
    }
}

/// A figure without what makes it easier to read.
fn bare(cell: &ReportCell, kind: ColumnKind) -> String {
    match (kind, cell.value) {
        (ColumnKind::Count | ColumnKind::Days, Some(value)) => value.to_string(),
        _ => cell.text.clone(),
    }
}

fn line(out: &mut String, cells: impl IntoIterator<Item = String>) {
    let cells: Vec<String> = cells.into_iter().map(|c| cell(&c)).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// A cell that a spreadsheet would take for a formula is given an apostrophe first.
pub fn cell(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
