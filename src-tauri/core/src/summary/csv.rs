//! The figures as CSV (RFC 4180), safe to open in a spreadsheet.

use crate::api::wire::{Report, ReportCell};
use crate::words::ColumnKind;

/// The whole report for a spreadsheet: what it is, then table by table a line with its title, its names and its rows, at last how it was counted; an empty line between them.
///
/// Figures stand bare and days as 2026-03-31, so that a spreadsheet can count with them.
pub fn report_csv(report: &Report) -> String {
    let mut out = String::from("\u{feff}");
    let mut about = vec![
        ("Report", &report.title),
        ("Organisation", &report.organisation),
        ("Span", &report.span.name),
        ("First day", &report.span.first),
        ("Last day", &report.span.last),
        ("Counted as of", &report.as_of),
        ("Log", &report.log_head),
        ("Rules", &report.rules),
    ];
    let only = "only people who live in California".to_owned();
    if report.californians {
        about.push(("Counted", &only));
    }
    for (name, value) in about {
        line(&mut out, [name.to_owned(), value.clone()]);
    }
    for table in &report.tables {
        line(&mut out, []);
        line(&mut out, [table.title.clone()]);
        line(&mut out, table.columns.iter().map(|one| one.name.clone()));
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
