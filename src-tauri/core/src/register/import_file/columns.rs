//! What each column of a file is.

use super::super::csv::Csv;
use super::words;
use crate::api::wire::{ImportColumn, ImportIn, Refusal};

/// What a column is taken for, by its number.
pub type Columns = Vec<String>;

/// What each column is: as chosen, or by its heading; each field once.
pub fn columns(csv: &Csv, args: &ImportIn) -> Result<(Columns, Vec<ImportColumn>), Refusal> {
    let words = words::words()?;
    let Some(heading) = csv.rows().next() else {
        return Ok(Default::default());
    };
    let mut columns: Columns = vec![String::new(); heading.cells()];
    match &args.columns {
        Some(chosen) => {
            for one in chosen.iter().filter(|one| !one.field.is_empty()) {
                if !words.fields.iter().any(|field| field.id == one.field) {
                    return Err(Refusal::field(
                        "columns",
                        format!("“{}” is nothing a column can be.", one.field),
                    ));
                }
                if columns.contains(&one.field) {
                    return Err(Refusal::field(
                        "columns",
                        "Two columns are taken for the same. Leave one of them out.",
                    ));
                }
                let place = columns.get_mut(one.number as usize).ok_or_else(|| {
                    Refusal::field("columns", "The file has fewer columns than were chosen.")
                })?;
                place.clone_from(&one.field);
            }
        }
        None => {
            for number in 0..heading.cells() {
                let field = words.heading(&heading.cell(number));
                if !field.is_empty()
                    && !columns.iter().any(|one| one == field)
                    && let Some(place) = columns.get_mut(number)
                {
                    *place = field.to_owned();
                }
            }
        }
    }
    let shown = columns
        .iter()
        .enumerate()
        .map(|(number, field)| ImportColumn {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            heading: short(&heading.cell(number)),
            field: field.clone(),
            sample: csv
                .rows()
                .skip(1)
                .take(1000)
                .filter(|row| row.broken().is_none())
                .map(|row| row.cell(number))
                .find(|cell| !cell.is_empty())
                .map_or_else(String::new, |cell| short(&cell)),
        })
        .collect();
    Ok((columns, shown))
}

/// As much of a cell as a table shows.
pub fn short(text: &str) -> String {
    let mut short: String = text.chars().take(120).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
