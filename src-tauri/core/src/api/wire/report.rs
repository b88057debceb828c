//! The year end: every report has one shape, so that one screen, one page, one table of values and one comparison serve them all.

use super::Paper;
use crate::words::{BehindKind, ColumnKind, Ink, ReportKind};
use serde::{Deserialize, Serialize};

wire! {
    /// The spans one can choose with a click, the newest first.
    pub struct ReportSpans {
        pub calendar: Vec<ReportSpan>,
        /// Empty where the fiscal year is the calendar year.
        pub fiscal: Vec<ReportSpan>,
        /// First day of the fiscal year, `MM-DD`.
        pub fiscal_start: String,
    }
    /// From a first day to a last, both counted.
    pub struct ReportSpan {
        /// As it is said: “2026”, “Fiscal year 2025/26”, “1 Mar 2026 to 5 Apr 2026”.
        pub name: String,
        pub first: String,
        pub last: String,
    }

    /// Which report over which span.
    pub struct ReportIn {
        pub report: ReportKind,
        pub first: String,
        pub last: String,
        /// Only people who live in California (11 CCR 7102(b)); asked of the request metrics alone.
        #[serde(default)]
        pub californians: bool,
        /// With the optional reasons of denial; asked of the request metrics alone.
        #[serde(default)]
        pub reasons: bool,
    }
    /// A report as it stands at a moment.
    pub struct Report {
        pub report: ReportKind,
        pub title: String,
        pub span: ReportSpan,
        pub organisation: String,
        pub californians: bool,
        pub reasons: bool,
        /// The day in the desk's zone as of which it was counted: what is open and late then.
        pub as_of: String,
        /// What the report says first, a sentence each.
        pub lead: Vec<String>,
        /// Who has to publish it and by when, with the articles: for whoever reads it.
        pub notes: Vec<CitedText>,
        /// What only the officer needs to know before it goes out; on no page that leaves the house.
        #[serde(default)]
        pub advice: Vec<CitedText>,
        pub tables: Vec<ReportTable>,
        pub pictures: Vec<ReportPicture>,
        /// Hash of the newest event counted; the same log gives the same figures.
        pub log_head: String,
        /// SHA-256 over the rules that were used.
        pub rules: String,
        /// Who answers for it, where it was issued; reports that were issued before it was kept here have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        pub signed: Option<ReportSigned>,
    }
    /// What is frozen with the figures of an issued report: who answers for them, and how its pages look for good.
    pub struct ReportSigned {
        pub by: String,
        pub office: String,
        /// The day in the desk's zone at that moment.
        pub on: String,
        pub remark: String,
        /// The zone, such as `Europe/Berlin`.
        pub zone: String,
        /// Says how dates are written, too.
        pub paper: Paper,
    }
    pub struct CitedText { pub text: String, pub cite: String }
    pub struct ReportTable {
        /// Names it in exports, comparisons and questions for what stands behind; never shown.
        pub id: String,
        pub title: String,
        pub columns: Vec<ReportColumn>,
        pub rows: Vec<ReportRow>,
        /// What stands in the place of the rows when there are none.
        pub empty: String,
        /// How it was counted, one rule each.
        pub counting: Vec<CitedText>,
    }
    pub struct ReportColumn { pub id: String, pub name: String, pub kind: ColumnKind }
    pub struct ReportRow {
        pub id: String,
        /// One a column.
        pub cells: Vec<ReportCell>,
        /// It adds up the rows above.
        pub total: bool,
    }
    pub struct ReportCell {
        /// As it is shown; empty where there is nothing to say.
        pub text: String,
        /// The figure of a count or of days.
        pub value: Option<f64>,
        /// How many rows stand behind it; 0 where it leads nowhere.
        pub behind: u32,
        /// The one thing its words name; only where they name one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        pub opens: Option<ReportOpens>,
    }
    /// A request, a file or an entry that can be opened.
    #[derive(Copy)]
    pub struct ReportOpens { pub kind: BehindKind, pub id: u32 }

    /// A picture, drawn once for the screen and the page.
    pub struct ReportPicture {
        pub id: String,
        pub title: String,
        /// What it shows, for somebody who does not see it.
        pub says: String,
        /// The table with the same figures.
        pub table: String,
        /// In units of which the page makes points and the screen pixels.
        pub width: f32,
        pub height: f32,
        pub shapes: Vec<PictureShape>,
    }
    /// One shape, from the upper left corner.
    #[serde(tag = "shape", rename_all = "lowercase")]
    pub enum PictureShape {
        Bar { x: f32, y: f32, width: f32, height: f32, ink: Ink },
        Line { x1: f32, y1: f32, x2: f32, y2: f32, ink: Ink },
        /// `anchor` is `start`, `middle` or `end`; `y` is the base line.
        Text { x: f32, y: f32, size: f32, anchor: String, text: String, ink: Ink },
    }

    /// A figure, to see what stands behind it.
    pub struct ReportBehindIn { pub of: ReportIn, pub table: String, pub row: String, pub column: String }
    pub struct ReportBehind {
        pub rows: Vec<BehindRow>,
        /// How many there are; `rows` ends at the first thousand.
        pub all: u32,
    }
    pub struct BehindRow {
        pub kind: BehindKind,
        pub id: u32,
        /// Its reference or name.
        pub title: String,
        /// What it is about, and for a request the claim that counted.
        pub text: String,
        pub day: String,
    }

    /// A report as a file: `pdf`, `csv`, `json`, or for the request metrics `html`.
    pub struct ReportExport { pub of: ReportIn, pub format: String }

    /// Two spans of one report, side by side.
    pub struct ReportCompareIn { pub now: ReportIn, pub first: String, pub last: String }
    pub struct ReportComparison {
        pub before: ReportSpan,
        pub now: ReportSpan,
        /// The day as of which both were counted.
        pub as_of: String,
        /// Which of them is not over, in words; empty where both are.
        pub says: Vec<String>,
        pub tables: Vec<ComparedTable>,
    }
    pub struct ComparedTable { pub id: String, pub title: String, pub rows: Vec<ComparedRow> }
    /// One figure in both spans; a row that is missing in one of them counts as nothing there.
    pub struct ComparedRow {
        /// Names it in this table; a month by its place in the span.
        pub row: String,
        pub name: String,
        pub column: String,
        pub column_name: String,
        pub before: Option<f64>,
        pub now: Option<f64>,
    }

    /// Freezes a report: its figures, the log's hash, the rules, and who answers for it.
    pub struct ReportIssueIn {
        pub of: ReportIn,
        /// Who signs it off, by name.
        pub signed_by: String,
        pub office: String,
        /// What the officer adds; printed.
        pub remark: String,
    }
    pub struct ReportIssues { pub issued: Vec<IssuedLine> }
    pub struct IssuedLine {
        pub id: u32,
        pub report: ReportKind,
        pub title: String,
        pub span: ReportSpan,
        pub issued_on: String,
        pub signed_by: String,
        /// Figures that are others today; absent where counting them waits until it is opened.
        pub differences: Option<u32>,
    }
    pub struct IssuedId { pub id: u32 }
    pub struct IssuedReport {
        pub id: u32,
        pub of: ReportIn,
        /// As it was issued; never counted anew.
        pub report: Report,
        pub issued_at: String,
        /// The day of it in the desk's zone at that moment.
        pub issued_on: String,
        pub signed_by: String,
        pub office: String,
        pub remark: String,
        /// SHA-256 of its figures as JSON.
        pub sha256: String,
        /// Figures that come out otherwise from today's log, with how; counted as of the day of issue, so that days going by change nothing.
        pub differences: Vec<ReportDifference>,
        /// The rules of the program have changed since.
        pub other_rules: bool,
    }
    pub struct ReportDifference {
        pub table: String,
        /// The table's title.
        pub title: String,
        /// The row as it is called.
        pub row: String,
        /// The column as it is called; empty where the whole row is new or gone.
        pub column: String,
        /// Empty where it was not there.
        pub then: String,
        /// Empty where it is not there any more.
        pub now: String,
    }
    pub struct IssuedExport { pub id: u32, pub format: String }
}
