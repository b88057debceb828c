//! The reports of the year end, to read or as files.

use crate::{
    At, desk,
    out::{self, Over},
    say::{self, Failure},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{Months, NaiveDate};
use clap::{
    Args, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use rightsdesk_core::{
    api::wire::{
        CitedText, Export, Nothing, Report, ReportExport, ReportIn, ReportSpans, ReportTable,
    },
    words::{ColumnKind, ReportKind},
};
use std::{
    io::{self, IsTerminal},
    ops::RangeInclusive,
    path::PathBuf,
};

/// The years that can be asked for.
const YEARS: RangeInclusive<i32> = 1900..=9000;

/// Report on a year, or on any span of days
///
/// A request counts in the span in which it was received, in the desk's time zone; what is open and late is so today.
/// The figures are those of the program's window.
#[derive(Debug, Args)]
#[command(
    override_usage = "rightsdesk-cli year [OPTIONS] <YEAR>\n       rightsdesk-cli year [OPTIONS] --from <DAY> --to <DAY>"
)]
pub struct Year {
    /// The calendar year, such as 2026; with --fiscal the year in which the fiscal year begins
    #[arg(required_unless_present = "from")]
    year: Option<i32>,
    /// Which report
    #[arg(long, value_name = "REPORT", value_parser = reports(), default_value = "rights")]
    report: ReportKind,
    /// A table to read, or a file; html is for the request metrics
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Where to write it; standard output when left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    over: Over,
    /// The first day instead of a year, such as 2026-03-01
    #[arg(long, value_name = "DAY", value_parser = day, requires = "to", conflicts_with_all = ["year", "fiscal"])]
    from: Option<NaiveDate>,
    /// The last day, which counts too
    #[arg(long, value_name = "DAY", value_parser = day, requires = "from")]
    to: Option<NaiveDate>,
    /// The desk's fiscal year instead of the calendar year
    #[arg(long)]
    fiscal: bool,
    /// Only people who live in California; for --report metrics alone
    #[arg(long)]
    californians: bool,
    /// With the reasons of denial; for --report metrics alone
    #[arg(long)]
    reasons: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Pdf,
    Csv,
    Json,
    Html,
}

fn reports() -> impl TypedValueParser<Value = ReportKind> {
    let says = |kind: &ReportKind| match kind {
        ReportKind::Disclosures => "what third parties got for their own marketing",
        ReportKind::Metrics => "the request metrics of California",
        ReportKind::Rights => "per law and right: in time, late, refused and on what ground",
        ReportKind::Children => "notices to parents, their consents and refusals",
        ReportKind::Health => "accountings, authorisations and exceptions",
        ReportKind::Promises => "promises of the policy, kept and broken",
        ReportKind::Register => "every request with its answer",
    };
    let all = ReportKind::ALL
        .iter()
        .map(move |kind| PossibleValue::new(kind.id()).help(says(kind)));
    PossibleValuesParser::new(all)
        .try_map(|id| ReportKind::from_id(&id).ok_or_else(|| format!("there is no report {id}")))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| "that is no day that exists; write it as 2026-03-01".to_owned())
}

impl Year {
    pub fn run(self, at: &At) -> crate::Done {
        if self.format == Format::Pdf && self.out.is_none() && io::stdout().is_terminal() {
            return Err(Failure::refused(
                "A PDF does not go on a terminal. Say where with --out FILE.",
            ));
        }
        let place = self
            .out
            .as_ref()
            .map(|out| self.over.place(out, at))
            .transpose()?;
        let mut app = desk::open(at)?;
        let fiscal_start = if self.fiscal {
            let spans: ReportSpans = desk::call(&mut app, "report_spans", Nothing {})?;
            spans.fiscal_start
        } else {
            "01-01".to_owned()
        };
        let (first, last) = self.span(&fiscal_start)?;
        let of = ReportIn {
            report: self.report,
            first: first.to_string(),
            last: last.to_string(),
            californians: self.californians,
            reasons: self.reasons,
        };
        let bytes = if self.format == Format::Table {
            let report: Report = desk::call(&mut app, "report_show", of)?;
            sheet(&report).into_bytes()
        } else {
            let format = self
                .format
                .to_possible_value()
                .map(|value| value.get_name().to_owned())
                .unwrap_or_default();
            let asked = ReportExport { of, format };
            let export: Export = desk::call(&mut app, "report_export", asked)?;
            STANDARD.decode(export.base64).map_err(Failure::refused)?
        };
        out::give(place.as_ref(), &bytes)
    }

    /// The days asked about: those that were given, or a year that begins on this day, `MM-DD`.
    fn span(&self, start: &str) -> Result<(NaiveDate, NaiveDate), Failure> {
        if let (Some(first), Some(last)) = (self.from, self.to) {
            return Ok((first, last));
        }
        let year = self.year.unwrap_or_default();
        let first = NaiveDate::parse_from_str(&format!("{year:04}-{start}"), "%Y-%m-%d");
        first
            .ok()
            .filter(|_| YEARS.contains(&year))
            .and_then(|first| Some((first, (first + Months::new(12)).pred_opt()?)))
            .ok_or_else(|| {
                Failure::refused(format!(
                    "Give the year with four digits, from {} to {}, such as 2026 (year)",
                    YEARS.start(),
                    YEARS.end()
                ))
            })
    }
}

/// Everything it says, for a terminal.
fn sheet(report: &Report) -> String {
    let mut text = format!(
        "{}\n{}, {} ({} to {}), as of {}\n",
        say::plain(&report.organisation),
        say::plain(&report.title),
        say::plain(&report.span.name),
        report.span.first,
        report.span.last,
        report.as_of
    );
    for sentence in &report.lead {
        text.push_str(&format!("\n{}", say::plain(sentence)));
    }
    if !report.lead.is_empty() {
        text.push('\n');
    }
    for table in &report.tables {
        text.push_str(&format!("\n{}\n", say::plain(&table.title)));
        if table.rows.is_empty() {
            text.push_str(&format!("{}\n", say::plain(&table.empty)));
        } else {
            text.push_str(&rows(table));
        }
        for rule in &table.counting {
            text.push_str(&format!("  {}\n", cited(rule)));
        }
    }
    for note in &report.notes {
        text.push_str(&format!("\n{}", cited(note)));
    }
    for note in &report.advice {
        text.push_str(&format!("\nFor the officer: {}", cited(note)));
    }
    if report.notes.len() + report.advice.len() > 0 {
        text.push('\n');
    }
    text.push_str(&format!(
        "\nLog {}\nRules {}\n",
        report.log_head, report.rules
    ));
    text
}

/// A sentence, with its article where a law gives it.
fn cited(rule: &CitedText) -> String {
    match rule.cite.as_str() {
        "" => say::plain(&rule.text),
        cite => format!("{} ({cite})", say::plain(&rule.text)),
    }
}

/// A table whose figures stand under one another.
fn rows(table: &ReportTable) -> String {
    let mut head: Vec<String> = table.columns.iter().map(|one| one.name.clone()).collect();
    let mut rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            row.cells
                .iter()
                .map(|cell| say::plain(&cell.text))
                .collect()
        })
        .collect();
    for (at, column) in table.columns.iter().enumerate() {
        if !matches!(column.kind, ColumnKind::Count | ColumnKind::Days) {
            continue;
        }
        let cells = rows
            .iter()
            .filter_map(|row| row.get(at))
            .chain(head.get(at));
        let wide = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        let cells = rows.iter_mut().filter_map(|row| row.get_mut(at));
        for cell in cells.chain(head.get_mut(at)) {
            *cell = format!("{cell:>wide$}");
        }
    }
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    say::table(&head, &rows)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        year: Year,
    }

    fn span(words: &[&str], start: &str) -> Result<(String, String), String> {
        let words = std::iter::once("year").chain(words.iter().copied());
        let line = Line::try_parse_from(words).map_err(|e| e.to_string())?;
        let (first, last) = line.year.span(start).map_err(|e| e.to_string())?;
        Ok((first.to_string(), last.to_string()))
    }

    #[test]
    fn a_year_is_calendar_or_fiscal_or_given_by_its_days() {
        for (words, start, wanted) in [
            (&["2026"][..], "01-01", ("2026-01-01", "2026-12-31")),
            (&["2024", "--fiscal"], "03-01", ("2024-03-01", "2025-02-28")),
            (&["2023", "--fiscal"], "03-01", ("2023-03-01", "2024-02-29")),
            (
                &["--from", "2026-02-03", "--to", "2026-02-03"],
                "01-01",
                ("2026-02-03", "2026-02-03"),
            ),
        ] {
            let (first, last) = span(words, start).unwrap();
            assert_eq!((first.as_str(), last.as_str()), wanted, "{words:?}");
        }
        for year in ["26", "1899", "9001"] {
            let why = span(&[year], "01-01").unwrap_err();
            assert!(why.contains("four digits, from 1900 to 9000"), "{why}");
        }
        let why = span(&["--from", "2024-02-30", "--to", "2024-03-01"], "01-01").unwrap_err();
        assert!(why.contains("no day that exists"), "{why}");
        let why = span(&["2024", "--from", "2024-02-01"], "01-01").unwrap_err();
        assert!(
            why.contains("year [OPTIONS] --from <DAY> --to <DAY>"),
            "{why}"
        );
        assert!(!why.contains("<DAY> <YEAR>"), "{why}");
        for wrong in [
            &[][..],
            &["--from", "2026-01-01"],
            &["2026", "--from", "2026-01-01", "--to", "2026-01-31"],
            &["2026", "--report", "wealth"],
            &["--from", "2026-13-01", "--to", "2026-12-31"],
        ] {
            assert!(span(wrong, "01-01").is_err(), "{wrong:?}");
        }
    }
}
