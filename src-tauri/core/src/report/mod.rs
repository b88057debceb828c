//! The year end: what the organisation says in public, to its board and to a regulator, over a span of days.
//!
//! Every report has one shape (`api::wire::report`); what builds one is a function of the desk, the span and a [`Trace`].

mod behind;
mod children;
pub mod compare;
mod disclosures;
mod ends;
pub mod export;
pub mod facts;
mod grid;
mod health;
pub mod issue;
pub mod issued;
mod limit;
mod metrics;
mod names;
mod promises;
mod register;
mod rights;
mod rules;
pub mod show;
pub mod span;
mod tally;

use crate::api::wire::{CitedText, Refusal, ReportPicture};
use crate::desk::Desk;
use crate::summary::report::{Table, Trace};
use crate::time::Now;
use crate::vault;
use crate::words::ReportKind;
use chrono::NaiveDate;

/// What a report is asked about.
#[derive(Debug, Clone)]
pub struct Asked {
    pub report: ReportKind,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// As the span is said.
    pub name: String,
    pub californians: bool,
    pub reasons: bool,
    /// The day as of which things are open or late.
    pub as_of: NaiveDate,
}

impl Asked {
    /// The day lies in the span.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// What a report says, before it is dressed with title, span and hashes.
#[derive(Debug, Default)]
pub struct Built {
    pub title: String,
    pub lead: Vec<String>,
    pub notes: Vec<CitedText>,
    pub tables: Vec<Table>,
    /// Those that need more than their table, such as a limit; `show` draws the others.
    pub pictures: Vec<ReportPicture>,
}

/// Builds one report.
pub fn build(desk: &Desk, asked: &Asked, trace: &Trace, now: Now) -> Result<Built, Refusal> {
    let build = match asked.report {
        ReportKind::Disclosures => disclosures::build,
        ReportKind::Metrics => metrics::build,
        ReportKind::Rights => rights::build,
        ReportKind::Children => children::build,
        ReportKind::Health => health::build,
        ReportKind::Promises => promises::build,
        ReportKind::Register => register::build,
    };
    build(desk, asked, trace, now)
}

/// What the officer should know before the report goes out.
fn advice(desk: &Desk, asked: &Asked) -> Result<Vec<CitedText>, Refusal> {
    match asked.report {
        ReportKind::Metrics => metrics::advice(desk, asked),
        _ => Ok(Vec::new()),
    }
}

/// SHA-256 over the fingerprints of every pack and calendar: other rules, another hash.
pub fn rules(desk: &Desk) -> String {
    let all: String = desk
        .library
        .fingerprints()
        .iter()
        .map(|(source, fingerprint)| format!("{source} {fingerprint}\n"))
        .collect();
    vault::sha256(all.as_bytes())
}
