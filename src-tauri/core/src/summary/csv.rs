//! The figures as CSV (RFC 4180), safe to open in a spreadsheet.

use crate::api::wire::{YearRow, YearSummary};

/// One line a row, the total last; a byte-order mark so that spreadsheets read the names right.
pub fn csv(summary: &YearSummary) -> String {
    let mut out = String::from("\u{feff}");
    line(
        &mut out,
        [
            "law",
            "right",
            "received",
            "in full",
            "in part",
            "refused",
            "withdrawn",
            "open",
            "late",
            "median days",
            "mean days",
        ]
        .map(String::from),
    );
    for row in summary.rows.iter().chain([&summary.total]) {
        line(&mut out, cells(row));
    }
    out
}

/// The promises of the year, one line each; the contradictions with their answers stand in the page and the JSON.
pub fn promises_csv(summary: &YearSummary) -> String {
    let mut out = String::from("\u{feff}");
    line(
        &mut out,
        [
            "policy",
            "kind",
            "promise",
            "called on",
            "in time",
            "late",
            "contradicted",
            "answered in writing",
        ]
        .map(String::from),
    );
    for row in &summary.promises {
        line(
            &mut out,
            [
                row.cite.clone(),
                row.kind.id().to_owned(),
                row.quote.clone(),
                row.called_on.to_string(),
                row.in_time.to_string(),
                row.late.to_string(),
                row.contradicted.to_string(),
                row.answered.to_string(),
            ],
        );
    }
    out
}

fn cells(row: &YearRow) -> [String; 11] {
    let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
    [
        row.law_short.clone(),
        row.right_name.clone(),
        row.received.to_string(),
        row.in_full.to_string(),
        row.in_part.to_string(),
        row.refused.to_string(),
        row.withdrawn.to_string(),
        row.open.to_string(),
        row.late.to_string(),
        number(row.median_days),
        number(row.mean_days),
    ]
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
