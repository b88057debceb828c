//! The pictures of a report, drawn from its finished tables: shapes for the screen and the page alike.
//!
//! A table is found by its id; one that is missing or counts nothing has no picture.

mod bars;
mod canvas;
mod classes;
mod months;

use crate::api::wire::{ReportPicture, ReportRow, ReportTable};
use crate::words::ColumnKind;

pub use canvas::grouped;

/// How long the law gives, where all that was counted has one limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Days from receipt.
    pub days: u32,
    /// What stands beside the line, such as “One month, Art. 12(3)”.
    pub words: String,
}

/// Draws what it finds of these tables, in the order people look: what came, how long it took, in time or late, what is open.
pub fn pictures(tables: &[ReportTable], limit: Option<&Limit>) -> Vec<ReportPicture> {
    let drawn = |id: &str, draw: &dyn Fn(&ReportTable) -> Option<ReportPicture>| {
        tables.iter().find(|table| table.id == id).and_then(draw)
    };
    [
        drawn("months", &months::draw),
        drawn("days", &|table| classes::days(table, limit)),
        drawn("rights", &bars::draw),
        drawn("age", &classes::age),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The rows that are no sums of others.
fn parts(table: &ReportTable) -> impl Iterator<Item = &ReportRow> {
    table.rows.iter().filter(|row| !row.total)
}

/// The figure of a row in a column; nothing counts as none.
fn figure(row: &ReportRow, column: usize) -> f64 {
    let cell = row.cells.get(column);
    cell.and_then(|cell| cell.value)
        .filter(|value| value.is_finite())
        .map_or(0.0, |value| value.max(0.0))
}

/// The place of the column with this identifier.
fn column(table: &ReportTable, id: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.id == id)
}

/// What a row is called: the words in its first columns.
fn names<'t>(table: &ReportTable, row: &'t ReportRow) -> Vec<&'t str> {
    let words: Vec<&str> = table
        .columns
        .iter()
        .zip(&row.cells)
        .filter(|(column, _)| column.kind == ColumnKind::Text)
        .map(|(_, cell)| cell.text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    if words.is_empty() {
        vec![row.id.as_str()]
    } else {
        words
    }
}

/// The same in one line.
fn name(table: &ReportTable, row: &ReportRow) -> String {
    names(table, row).join(" · ")
}

#[cfg(test)]
mod tests;
