//! Which days a report covers, and how that is said.

use super::Asked;
use crate::api::wire::{Nothing, Refusal, ReportIn, ReportSpan, ReportSpans};
use crate::desk::profile::JANUARY;
use crate::desk::{App, Desk};
use crate::store;
use crate::time::{Now, day, short};
use crate::words::ReportKind;
use chrono::{Datelike, NaiveDate};

/// See the command table.
pub fn list(app: &mut App, _: Nothing, now: Now) -> Result<ReportSpans, Refusal> {
    let desk = app.desk()?;
    let mut years = store::year::years(desk.store.read())?;
    let today = now.today(desk.zone);
    if !years.contains(&today.year()) {
        years.push(today.year());
        years.sort_unstable_by(|a, b| b.cmp(a));
    }
    let start = &desk.profile.fiscal_start;
    let mut fiscal = Vec::new();
    // A fiscal year begins in one calendar year and ends in the next: there is one more of them.
    let begins = years.iter().map(|year| year - 1);
    let mut begins: Vec<i32> = years.iter().copied().chain(begins).collect();
    begins.sort_unstable_by(|a, b| b.cmp(a));
    begins.dedup();
    for year in begins {
        let Some((first, last)) = fiscal_year(start, year) else {
            continue;
        };
        let runs = first <= today && today <= last;
        if runs || store::year::any_received(desk.store.read(), first, last)? {
            fiscal.push(ReportSpan {
                name: fiscal_name(first, last),
                first: first.to_string(),
                last: last.to_string(),
            });
        }
    }
    Ok(ReportSpans {
        calendar: years.iter().filter_map(|year| calendar(*year)).collect(),
        fiscal,
        fiscal_start: start.clone(),
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

/// First and last day of the fiscal year that begins in a calendar year; none where it is the calendar year.
fn fiscal_year(start: &str, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    if start == JANUARY {
        return None;
    }
    let begins = |year: i32| day(&format!("{year}-{start}"));
    Some((begins(year)?, begins(year + 1)?.pred_opt()?))
}

/// “Fiscal year 2025/26”: the calendar years in which it begins and ends.
fn fiscal_name(first: NaiveDate, last: NaiveDate) -> String {
    format!(
        "Fiscal year {}/{:02}",
        first.year(),
        last.year().rem_euclid(100)
    )
}

/// From 1 January to 31 December of one year.
pub fn is_calendar_year(first: NaiveDate, last: NaiveDate) -> bool {
    (first.ordinal(), first.year()) == (1, last.year()) && (last.month(), last.day()) == (12, 31)
}

/// What a span is called, where the fiscal year begins on `start`, as `MM-DD`.
pub fn name(first: NaiveDate, last: NaiveDate, start: &str) -> String {
    if is_calendar_year(first, last) {
        first.year().to_string()
    } else if fiscal_year(start, first.year()) == Some((first, last)) {
        fiscal_name(first, last)
    } else if first == last {
        short(first)
    } else {
        format!("{} to {}", short(first), short(last))
    }
}

/// Says of a span that it is not over, or has not begun; nothing of one that is over.
pub fn standing(asked: &Asked) -> Option<String> {
    let said = if asked.as_of < asked.first {
        "This span has not begun. There is nothing in it to count yet."
    } else if asked.as_of <= asked.last {
        "This span is not over. What comes later is not counted yet."
    } else {
        return None;
    };
    Some(said.to_owned())
}

/// The question with its days read, or which of them is wrong. Only the request metrics know Californians from others.
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
    if of.californians && of.report != ReportKind::Metrics {
        return Err(Refusal::field(
            "californians",
            "Only the request metrics can be counted for Californians alone. Choose them, or count everybody.",
        ));
    }
    Ok(Asked {
        report: of.report,
        first,
        last,
        name: name(first, last, &desk.profile.fiscal_start),
        californians: of.californians,
        reasons: of.reasons,
        as_of: now.today(desk.zone),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{fiscal_year, name};
    use chrono::NaiveDate;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_fiscal_year_begins_on_its_day_and_ends_on_the_day_before() {
        for (start, year, first, last, said) in [
            (
                "04-01",
                2025,
                "2025-04-01",
                "2026-03-31",
                "Fiscal year 2025/26",
            ),
            (
                "03-01",
                2023,
                "2023-03-01",
                "2024-02-29",
                "Fiscal year 2023/24",
            ),
            (
                "03-01",
                2024,
                "2024-03-01",
                "2025-02-28",
                "Fiscal year 2024/25",
            ),
            (
                "02-28",
                2023,
                "2023-02-28",
                "2024-02-27",
                "Fiscal year 2023/24",
            ),
            (
                "01-02",
                2026,
                "2026-01-02",
                "2027-01-01",
                "Fiscal year 2026/27",
            ),
            (
                "07-01",
                1999,
                "1999-07-01",
                "2000-06-30",
                "Fiscal year 1999/00",
            ),
        ] {
            let (f, l) = fiscal_year(start, year).unwrap();
            assert_eq!((f, l), (on(first), on(last)), "{start} {year}");
            assert_eq!(name(f, l, start), said);
        }
        assert_eq!(fiscal_year("01-01", 2026), None, "it is the calendar year");
    }

    #[test]
    fn a_span_is_named_by_what_it_is() {
        for (first, last, start, said) in [
            ("2026-01-01", "2026-12-31", "04-01", "2026"),
            ("2026-01-01", "2026-12-31", "01-01", "2026"),
            (
                "2025-04-01",
                "2026-03-31",
                "01-01",
                "Tue 1 Apr 2025 to Tue 31 Mar 2026",
            ),
            (
                "2025-01-01",
                "2026-12-31",
                "04-01",
                "Wed 1 Jan 2025 to Thu 31 Dec 2026",
            ),
            ("2024-02-29", "2024-02-29", "03-01", "Thu 29 Feb 2024"),
        ] {
            assert_eq!(name(on(first), on(last), start), said);
        }
    }
}
