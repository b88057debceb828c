//! A table with more columns than a page is wide, as several beneath each other: the columns that name a row stand in each.

use super::columns::{Content, Layout, layout};
use crate::api::wire::ReportTable;
use crate::letter::Pt;
use crate::words::ColumnKind;
use std::borrow::Cow;

/// A table as it is set, or a part of one.
pub type Set<'t> = (Cow<'t, ReportTable>, Layout);

/// The table on a wide page of this measure: whole, else its columns shared out; words are parted only where one alone is too wide for that.
pub fn set<'t>(table: &'t ReportTable, content: &Content, measure: Pt) -> Vec<Set<'t>> {
    let (whole, fits) = layout(content, measure, true);
    if fits {
        return vec![(Cow::Borrowed(table), whole)];
    }
    let parts = shared(table, content, measure);
    if !parts.is_empty() {
        return parts;
    }
    if content.fits(measure) {
        return vec![(Cow::Borrowed(table), whole)];
    }
    let content = content.with_words_parted();
    let (whole, fits) = layout(&content, measure, true);
    let parts = shared(table, &content, measure);
    if fits || parts.is_empty() {
        return vec![(Cow::Borrowed(table), whole)];
    }
    parts
}

/// As few parts as there can be, of as many columns each: those that name the row, then some of the others. None where these have no room.
fn shared<'t>(table: &ReportTable, content: &Content, measure: Pt) -> Vec<Set<'t>> {
    let naming = table
        .columns
        .iter()
        .take_while(|column| column.kind == ColumnKind::Text)
        .count();
    let others: Vec<usize> = (naming..table.columns.len()).collect();
    let laid_out = |part: &[usize]| {
        let all: Vec<usize> = (0..naming).chain(part.iter().copied()).collect();
        let (layout, fits) = layout(&content.of(&all), measure, true);
        fits.then_some((all, layout))
    };
    for count in 2..=others.len() {
        let parts = others.chunks(others.len().div_ceil(count));
        let Some(parts) = parts.map(laid_out).collect::<Option<Vec<_>>>() else {
            continue;
        };
        let last = parts.len() - 1;
        return parts
            .into_iter()
            .enumerate()
            .map(|(at, (columns, layout))| {
                let part = part(table, &columns, at == 0, at == last);
                (Cow::Owned(part), layout)
            })
            .collect();
    }
    Vec::new()
}

/// How it was counted stands beneath the last.
fn part(table: &ReportTable, columns: &[usize], first: bool, last: bool) -> ReportTable {
    let mut part = ReportTable {
        id: table.id.clone(),
        title: table.title.clone(),
        columns: columns
            .iter()
            .filter_map(|at| table.columns.get(*at).cloned())
            .collect(),
        rows: table.rows.clone(),
        empty: table.empty.clone(),
        counting: Vec::new(),
    };
    for row in &mut part.rows {
        row.cells = columns
            .iter()
            .filter_map(|at| row.cells.get(*at).cloned())
            .collect();
    }
    if !first {
        part.title.push_str(", continued");
    }
    if last {
        part.counting.clone_from(&table.counting);
    }
    part
}
