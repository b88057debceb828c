//! The figures of a year.

use crate::{
    At, desk,
    say::{self, Failure},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use clap::{Args, ValueEnum};
use rightsdesk_core::api::wire::{Export, YearExport, YearIn, YearRow, YearSummary};
use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
};

/// Add up a year
///
/// Requests count in the year they were received, in the desk's time zone.
#[derive(Debug, Args)]
pub struct Year {
    /// The calendar year
    year: i32,
    /// A table to read, or a file
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Where to write it; standard output when left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Pdf,
}

impl Year {
    pub fn run(self, at: &At) -> crate::Done {
        if self.format == Format::Pdf && self.out.is_none() && io::stdout().is_terminal() {
            return Err(Failure::refused(
                "A PDF does not go on a terminal. Say where with --out FILE.",
            ));
        }
        let mut app = desk::open(at)?;
        let bytes = if self.format == Format::Table {
            let summary: YearSummary =
                desk::call(&mut app, "year_summary", YearIn { year: self.year })?;
            sheet(&summary).into_bytes()
        } else {
            let format = self
                .format
                .to_possible_value()
                .map(|value| value.get_name().to_owned())
                .unwrap_or_default();
            let export: Export = desk::call(
                &mut app,
                "year_export",
                YearExport {
                    year: self.year,
                    format,
                },
            )?;
            STANDARD.decode(export.base64).map_err(Failure::refused)?
        };
        match self.out {
            Some(place) => say::write(&place, &bytes),
            None => io::stdout()
                .write_all(&bytes)
                .or_else(|error| match error.kind() {
                    io::ErrorKind::BrokenPipe => Ok(()),
                    _ => Err(Failure::refused(format!(
                        "The output could not be written: {error}."
                    ))),
                }),
        }
    }
}

fn sheet(summary: &YearSummary) -> String {
    let days = |days: Option<f64>| days.map(|days| format!("{days:.1}")).unwrap_or_default();
    let row = |row: &YearRow| {
        let counts = [
            row.received,
            row.in_full,
            row.in_part,
            row.refused,
            row.withdrawn,
            row.open,
            row.late,
        ];
        let mut cells = vec![row.law_short.clone(), row.right_name.clone()];
        cells.extend(counts.iter().map(u32::to_string));
        cells.extend([days(row.median_days), days(row.mean_days)]);
        cells
    };
    let rows: Vec<Vec<String>> = summary
        .rows
        .iter()
        .chain([&summary.total])
        .map(row)
        .collect();
    let head = [
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
    ];
    let mut text = format!(
        "{}, {}\n\n{}",
        say::plain(&summary.organisation),
        summary.year,
        say::table(&head, &rows)
    );
    for rule in &summary.rules {
        text.push_str(&format!("\n{}", say::plain(rule)));
    }
    text.push('\n');
    text
}
