//! Two spans of one report side by side, figure beside figure. Pure.

use crate::api::wire::{
    ComparedRow, ComparedTable, Report, ReportCell, ReportColumn, ReportComparison, ReportRow,
    ReportSpan, ReportTable,
};
use crate::time;
use crate::words::ColumnKind;
use chrono::Datelike;

/// Compares every count and every number of days. The order is that of the newer report, then what only the older had.
///
/// A table with a column of civil days lists single things, such as the register or single disclosures:
/// nothing in it stands beside anything, so it is left out.
/// Months stand beside each other by their place in the span: the first beside the first.
/// A row or column that one of them lacks counts as none there; days that nothing took are no days rather than zero.
pub fn compare(before: &Report, now: &Report) -> ReportComparison {
    let pairs = paired(&now.tables, &before.tables, |table| &table.id);
    let spans = Pair {
        newer: Some(&now.span),
        older: Some(&before.span),
    };
    ReportComparison {
        before: before.span.clone(),
        now: now.span.clone(),
        as_of: now.as_of.clone(),
        says: [&before.span, &now.span]
            .into_iter()
            .filter_map(|span| unfinished(span, &now.as_of))
            .collect(),
        tables: pairs
            .into_iter()
            .filter(|pair| pair.any(lists_single_things).is_none())
            .map(|pair| table(&pair, &spans))
            .filter(|table| !table.rows.is_empty())
            .collect(),
    }
}

/// What is to be said of a span that is not over on that day. Days are written so that they can be compared as text.
fn unfinished(span: &ReportSpan, as_of: &str) -> Option<String> {
    let day = time::day(as_of).map_or_else(|| as_of.to_owned(), time::long);
    if as_of < span.first.as_str() {
        Some(format!("{} had not begun on {day}.", span.name))
    } else if as_of <= span.last.as_str() {
        Some(format!(
            "{} is not over: its figures are those up to {day}.",
            span.name
        ))
    } else {
        None
    }
}

/// Where a row stands that is a month of a span: 1 for the first. Nothing for any other row.
fn month(row: &ReportRow, span: &ReportSpan) -> Option<i32> {
    let of = |text: &str| -> Option<i32> {
        let first = time::day(&format!("{text}-01"))?;
        Some(first.year() * 12 + first.month0() as i32)
    };
    Some(of(&row.id)? - of(span.first.get(..7)?)? + 1)
}

/// The rows, each with what names it in a comparison.
fn keyed<'r>(
    table: Option<&'r ReportTable>,
    span: Option<&ReportSpan>,
) -> Vec<(String, &'r ReportRow)> {
    rows(table)
        .iter()
        .map(|row| {
            let month = span.and_then(|span| month(row, span));
            let key = month.map_or_else(|| row.id.clone(), |at| format!("month-{at}"));
            (key, row)
        })
        .collect()
}

fn lists_single_things(table: &ReportTable) -> bool {
    table
        .columns
        .iter()
        .any(|column| column.kind == ColumnKind::Day)
}

/// The same thing in both reports, or in one of them.
pub struct Pair<'r, T> {
    pub newer: Option<&'r T>,
    pub older: Option<&'r T>,
}

impl<'r, T> Pair<'r, T> {
    /// The newer, else the older.
    pub fn either(&self) -> Option<&'r T> {
        self.newer.or(self.older)
    }

    fn any(&self, is: impl Fn(&T) -> bool) -> Option<&'r T> {
        [self.newer, self.older]
            .into_iter()
            .flatten()
            .find(|one| is(one))
    }
}

/// What stands in either list, by its identifier: the newer's order, then what only the older has.
pub fn paired<'r, T>(newer: &'r [T], older: &'r [T], id: impl Fn(&T) -> &str) -> Vec<Pair<'r, T>> {
    let known: std::collections::HashMap<&str, &'r T> =
        older.iter().map(|one| (id(one), one)).collect();
    let there: std::collections::HashSet<&str> = newer.iter().map(&id).collect();
    let first = newer.iter().map(|one| Pair {
        newer: Some(one),
        older: known.get(id(one)).copied(),
    });
    let rest = older
        .iter()
        .filter(|one| !there.contains(id(one)))
        .map(|one| Pair {
            newer: None,
            older: Some(one),
        });
    first.chain(rest).collect()
}

fn table(pair: &Pair<ReportTable>, spans: &Pair<ReportSpan>) -> ComparedTable {
    let columns = paired(columns(pair.newer), columns(pair.older), |c| &c.id);
    let mut compared = Vec::new();
    let newer = keyed(pair.newer, spans.newer);
    let older = keyed(pair.older, spans.older);
    for both in paired(&newer, &older, |(key, _)| key) {
        let row = Pair {
            newer: both.newer.map(|(_, row)| *row),
            older: both.older.map(|(_, row)| *row),
        };
        for column in &columns {
            let Some(of) = column.either() else { continue };
            if !matches!(of.kind, ColumnKind::Count | ColumnKind::Days) {
                continue;
            }
            compared.push(ComparedRow {
                row: both
                    .either()
                    .map(|(key, _)| key.clone())
                    .unwrap_or_default(),
                name: named(pair, &row),
                column: of.id.clone(),
                column_name: of.name.clone(),
                before: figure(pair.older, row.older, of),
                now: figure(pair.newer, row.newer, of),
            });
        }
    }
    ComparedTable {
        id: pair.either().map(|t| t.id.clone()).unwrap_or_default(),
        title: pair.either().map(|t| t.title.clone()).unwrap_or_default(),
        rows: compared,
    }
}

fn columns(table: Option<&ReportTable>) -> &[ReportColumn] {
    table.map_or(&[], |table| &table.columns)
}

fn rows(table: Option<&ReportTable>) -> &[ReportRow] {
    table.map_or(&[], |table| &table.rows)
}

fn named(pair: &Pair<ReportTable>, row: &Pair<ReportRow>) -> String {
    match (pair.newer, row.newer, pair.older, row.older) {
        // The same place in two spans, such as two Januaries.
        (Some(table), Some(new), Some(before), Some(old)) if new.id != old.id => {
            let (new, old) = (row_name(table, new), row_name(before, old));
            match (new.rsplit_once(' '), old.rsplit_once(' ')) {
                (Some((month, _)), Some((same, _))) if month == same => month.to_owned(),
                _ => format!("{new} beside {old}"),
            }
        }
        (Some(table), Some(row), ..) | (_, _, Some(table), Some(row)) => row_name(table, row),
        _ => String::new(),
    }
}

/// What a row is called: its words before the first figure.
pub fn row_name(table: &ReportTable, row: &ReportRow) -> String {
    let words: Vec<&str> = table
        .columns
        .iter()
        .zip(&row.cells)
        .take_while(|(column, _)| column.kind == ColumnKind::Text)
        .map(|(_, cell)| cell.text.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    if words.is_empty() {
        row.id.clone()
    } else {
        words.join(", ")
    }
}

/// The cell of a column, wherever that column stands.
pub fn cell<'r>(table: &ReportTable, row: &'r ReportRow, column: &str) -> Option<&'r ReportCell> {
    let at = table.columns.iter().position(|c| c.id == column)?;
    row.cells.get(at)
}

fn figure(
    table: Option<&ReportTable>,
    row: Option<&ReportRow>,
    column: &ReportColumn,
) -> Option<f64> {
    let found = table
        .zip(row)
        .and_then(|(table, row)| cell(table, row, &column.id))
        .and_then(|cell| cell.value);
    match column.kind {
        ColumnKind::Count => Some(found.unwrap_or_default()),
        _ => found,
    }
}

#[cfg(test)]
mod tests;
