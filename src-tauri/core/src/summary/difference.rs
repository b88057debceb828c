//! What a report that was issued would say otherwise today. Pure.

use super::compare::{Pair, cell, paired, row_name};
use super::report::read;
use crate::api::wire::{Report, ReportColumn, ReportDifference, ReportRow, ReportTable};

/// Every cell whose words or figure are others, by table, row and column; a row that is new or gone is one difference.
///
/// The order is that of today's report, then what only the issued one had.
/// Titles, leads and notes are not compared: they say in words what the tables say.
pub fn differences(issued: &Report, today: &Report) -> Vec<ReportDifference> {
    let mut all = Vec::new();
    for tables in paired(&today.tables, &issued.tables, |table| &table.id) {
        let rows = paired(rows(tables.newer), rows(tables.older), |row| &row.id);
        for row in rows {
            match (tables.older, row.older, tables.newer, row.newer) {
                (Some(then), Some(old), Some(now), Some(new)) => {
                    in_row(&mut all, (then, old), (now, new));
                }
                (_, _, Some(table), Some(row)) => all.push(whole(table, row, true)),
                (Some(table), Some(row), ..) => all.push(whole(table, row, false)),
                _ => {}
            }
        }
    }
    all
}

fn rows(table: Option<&ReportTable>) -> &[ReportRow] {
    table.map_or(&[], |table| &table.rows)
}

fn in_row(
    all: &mut Vec<ReportDifference>,
    (then, old): (&ReportTable, &ReportRow),
    (now, new): (&ReportTable, &ReportRow),
) {
    let columns: Vec<Pair<ReportColumn>> = paired(&now.columns, &then.columns, |c| &c.id);
    for column in columns.iter().filter_map(Pair::either) {
        let text = |table, row| {
            cell(table, row, &column.id)
                .map(|cell| read(cell, column.kind))
                .unwrap_or_default()
        };
        let (was, is) = (text(then, old), text(now, new));
        if was != is {
            all.push(ReportDifference {
                table: now.id.clone(),
                title: now.title.clone(),
                row: row_name(now, new),
                column: column.name.clone(),
                then: was,
                now: is,
            });
        }
    }
}

fn whole(table: &ReportTable, row: &ReportRow, new: bool) -> ReportDifference {
    let cells: Vec<String> = table
        .columns
        .iter()
        .zip(&row.cells)
        .map(|(column, cell)| read(cell, column.kind))
        .filter(|text| !text.is_empty())
        .collect();
    let text = cells.join("; ");
    let (then, now) = if new {
        (String::new(), text)
    } else {
        (text, String::new())
    };
    ReportDifference {
        table: table.id.clone(),
        title: table.title.clone(),
        row: row_name(table, row),
        column: String::new(),
        then,
        now,
    }
}
