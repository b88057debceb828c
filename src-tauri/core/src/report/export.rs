//! A report as a file: pages, a table of values, JSON, or a piece of a web page.

use super::{show, span, tally};
use crate::api::wire::{Export, Refusal, Report, ReportExport};
use crate::desk::App;
use crate::request::making::making;
use crate::summary::{Making, report_csv, report_html, report_pdf};
use crate::time::Now;
use crate::words::ReportKind;
use base64::{Engine, engine::general_purpose::STANDARD};

/// So many rows of a table are printed; what is longer is no reading matter, and goes out as CSV or JSON.
const PRINTED: usize = 20_000;

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFile {
    /// Without a character that a file system refuses.
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// See the command table.
pub fn export(app: &mut App, args: ReportExport, now: Now) -> Result<Export, Refusal> {
    let made = file(app, &args, now)?;
    Ok(Export {
        name: made.name,
        media_type: made.media_type.to_owned(),
        base64: STANDARD.encode(made.bytes),
    })
}

/// The report as it stands now, as a file.
pub fn file(app: &mut App, args: &ReportExport, now: Now) -> Result<ReportFile, Refusal> {
    let desk = tally::desk(app, args.of.report)?;
    let asked = span::asked(desk, &args.of, now)?;
    can(asked.report, &args.format)?;
    let report = show::of(desk, &asked, now)?;
    of(&report, &args.format, &making(desk, now))
}

/// Any report as a file, one that was issued with who signed it off.
pub fn of(report: &Report, format: &str, making: &Making) -> Result<ReportFile, Refusal> {
    can(report.report, format)?;
    let (media_type, bytes) = match format {
        "csv" => ("text/csv", report_csv(report).into_bytes()),
        "html" => ("text/html", report_html(report).into_bytes()),
        "json" => {
            let json = serde_json::to_vec_pretty(report);
            let json = json.map_err(|e| Refusal::broken(&e.to_string()))?;
            ("application/json", json)
        }
        _ => {
            let read = show::cut(report.clone(), PRINTED);
            ("application/pdf", report_pdf(&read, making)?.pdf)
        }
    };
    Ok(ReportFile {
        name: name(report, format),
        media_type,
        bytes,
    })
}

/// Whether a report goes out in this format, or which do.
fn can(report: ReportKind, format: &str) -> Result<(), Refusal> {
    match format {
        "pdf" | "csv" | "json" => Ok(()),
        "html" if report == ReportKind::Metrics => Ok(()),
        "html" => Err(Refusal::field(
            "format",
            "Only the request metrics are made for a web page. Choose pdf, csv or json.",
        )),
        other => Err(Refusal::field(
            "format",
            format!(
                "“{other}” is no format this program writes. Choose pdf, csv, json, or for the request metrics html."
            ),
        )),
    }
}

/// “Register of requests 2026.csv”, “Request metrics 2026 everybody.csv”: the metrics of everybody and of Californians stand beside each other.
///
/// What a file system refuses becomes a hyphen.
fn name(report: &Report, format: &str) -> String {
    let whom = match (report.report, report.californians) {
        (ReportKind::Metrics, false) => " everybody",
        (_, true) => " Californians only",
        _ => "",
    };
    let plain: String = format!("{} {}{whom}", report.title, report.span.name)
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    format!("{}.{format}", words.join(" ").trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::summary::tests::samples;

    fn making() -> Making {
        Making {
            paper: crate::letter::Paper::A4,
            now: chrono::DateTime::from_timestamp(1_795_339_800, 0).unwrap(),
            zone: chrono_tz::Europe::Berlin,
        }
    }

    #[test]
    fn a_file_has_a_name_that_every_file_system_takes() {
        let mut report = samples::rights();
        report.title = "Rights: who / what?".into();
        report.span.name = "Fiscal year 2025/26".into();
        let made = of(&report, "csv", &making()).unwrap();
        assert_eq!(made.name, "Rights- who - what- Fiscal year 2025-26.csv");
        assert_eq!(made.media_type, "text/csv");
        let mut metrics = samples::metrics();
        let everybody = of(&metrics, "csv", &making()).unwrap();
        assert_eq!(everybody.name, "Request metrics 2026 everybody.csv");
        metrics.californians = true;
        let alone = of(&metrics, "csv", &making()).unwrap();
        assert_eq!(alone.name, "Request metrics 2026 Californians only.csv");
    }

    #[test]
    fn what_is_read_ends_with_where_the_rest_is_and_keeps_its_sums() {
        let whole = samples::rights();
        let of = |report: &Report| -> Vec<(usize, usize, usize)> {
            let tables = report.tables.iter();
            tables
                .map(|table| {
                    let sums = table.rows.iter().filter(|row| row.total).count();
                    (table.rows.len() - sums, sums, table.counting.len())
                })
                .collect()
        };
        let before = of(&whole);
        let cut = show::cut(whole.clone(), 2);
        for ((rows, sums, rules), now) in before.iter().zip(of(&cut)) {
            let said = rules + usize::from(*rows > 2);
            assert_eq!(now, ((*rows).min(2), *sums, said));
        }
        let long = before.iter().position(|(rows, ..)| *rows > 2).unwrap();
        let said = &cut.tables[long].counting.last().unwrap().text;
        let rows = before[long].0;
        assert!(
            said.starts_with(&format!("The table has {rows} rows, of which the first 2")),
            "{said}"
        );
        let longest = before.iter().map(|(rows, ..)| *rows).max().unwrap();
        let same = show::cut(whole.clone(), longest);
        assert_eq!(
            serde_json::to_value(same).unwrap(),
            serde_json::to_value(whole).unwrap()
        );
    }

    #[test]
    fn json_is_the_report_itself_and_the_same_each_time() {
        let report = samples::rights();
        let made = of(&report, "json", &making()).unwrap();
        assert_eq!(made, of(&report, "json", &making()).unwrap());
        let read: Report = serde_json::from_slice(&made.bytes).unwrap();
        assert_eq!(
            serde_json::to_value(&read).unwrap(),
            serde_json::to_value(&report).unwrap()
        );
    }

    #[test]
    fn a_format_that_does_not_fit_is_refused_in_a_sentence() {
        let report = samples::rights();
        for (format, says) in [
            ("html", "Only the request metrics"),
            ("docx", "“docx” is no format"),
        ] {
            let refusal = of(&report, format, &making()).unwrap_err();
            assert_eq!(refusal.field.as_deref(), Some("format"));
            assert!(refusal.message.starts_with(says), "{}", refusal.message);
        }
        assert!(of(&samples::metrics(), "html", &making()).is_ok());
    }
}
