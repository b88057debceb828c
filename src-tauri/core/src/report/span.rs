//! Which days a report covers, and how that is said.

use super::Asked;
use crate::api::wire::{Nothing, Refusal, ReportIn, ReportSpan, ReportSpans};
use crate::desk::{App, Desk};
use crate::store;
use crate::time::{Now, day, short};
use chrono::{Datelike, NaiveDate};

/// See the command table.
pub fn list(app: &mut App, _: Nothing, now: Now) -> Result<ReportSpans, Refusal> {
    let desk = app.desk()?;
    let mut years = store::year::years(desk.store.read())?;
    let this = now.today(desk.zone).year();
    if !years.contains(&this) {
        years.insert(0, this);
    }
    Ok(ReportSpans {
        calendar: years.iter().filter_map(|year| calendar(*year)).collect(),
        fiscal: Vec::new(),
        fiscal_start: "01-01".into(),
    })
}

/// A calendar year.
fn calendar(year: i32) -> Option<ReportSpan> {
    Some(ReportSpan {
        name: year.to_string(),
        first: NaiveDate::from_ymd_opt(year, 1, 1)?.to_string(),
        last: NaiveDate::from_ymd_opt(year, 12, 31)?.to_string(),
    })
}

/// The question is about a whole calendar year.
pub fn is_calendar_year(asked: &Asked) -> bool {
    calendar(asked.first.year()).is_some_and(|span| {
        span.first == asked.first.to_string() && span.last == asked.last.to_string()
    })
}

/// What the span of a question is called.
pub fn name(first: NaiveDate, last: NaiveDate) -> String {
    match calendar(first.year()) {
        Some(span) if span.first == first.to_string() && span.last == last.to_string() => span.name,
        _ => format!("{} to {}", short(first), short(last)),
    }
}

/// The question with its days read, or which of them is wrong.
pub fn asked(desk: &Desk, of: &ReportIn, now: Now) -> Result<Asked, Refusal> {
    let read = |field: &str, text: &str| {
        day(text).ok_or_else(|| {
            Refusal::field(
                field,
                "Give a day as year, month and day, such as 2026-12-31.",
            )
        })
    };
    let first = read("first", &of.first)?;
    let last = read("last", &of.last)?;
    if last < first {
        return Err(Refusal::field(
            "last",
            "The span ends before it begins. Choose a last day that is not before the first.",
        ));
    }
    Ok(Asked {
        report: of.report,
        first,
        last,
        name: name(first, last),
        californians: of.californians,
        reasons: of.reasons,
        as_of: now.today(desk.zone),
    })
}
