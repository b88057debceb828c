//! The arithmetic of periods: months, days, business days, and the one roll at the end.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Question;
use super::calendar::{Calendar, Week};
use super::clock_rule::{CountedFrom, Counting, Period, ShortMonth, Unit};
use super::error::LawError;
use super::working::{Record, StepKind, counted, day, months_in_words, ordinal, step};
use crate::words::ClockFact;

/// The same day number, `count` months on, in one addition: 31 Jan and 3 months is 30 Apr.
pub(super) fn add_months(
    start: NaiveDate,
    count: u32,
    short: ShortMonth,
) -> Result<NaiveDate, LawError> {
    let end = start
        .checked_add_months(Months::new(count))
        .ok_or(LawError::DateOutOfRange(start))?;
    if end.day() == start.day() || short == ShortMonth::LastDay {
        return Ok(end);
    }
    add_days(end, 1)
}

pub(super) fn add_days(start: NaiveDate, count: u32) -> Result<NaiveDate, LawError> {
    start
        .checked_add_days(Days::new(count.into()))
        .ok_or(LawError::DateOutOfRange(start))
}

/// The day something is counted from, before anything stops or restarts it.
pub(super) fn begin(q: &Question, from: CountedFrom) -> NaiveDate {
    match from {
        CountedFrom::Receipt => q.received_on,
        CountedFrom::RequestDate => q
            .facts
            .iter()
            .filter(|f| f.fact == ClockFact::RequestDated)
            .map(|f| f.on)
            .chain([q.received_on])
            .min()
            .unwrap_or(q.received_on),
    }
}

/// Says so where that is not the day of receipt.
pub(super) fn record_begin(q: &Question, period: &Period, record: &mut impl Record) {
    let start = begin(q, period.from);
    if start != q.received_on {
        let text = format!(
            "The request is dated {}; this period runs from that day.",
            day(start)
        );
        record.note(|| step(StepKind::Received, Some(start), &period.cite, text));
    }
}

/// Counts a period from a day that itself does not count, without rolling.
pub(super) fn add(
    start: NaiveDate,
    period: &Period,
    counting: &Counting,
    calendar: &Calendar,
    week: Week,
    record: &mut impl Record,
) -> Result<NaiveDate, LawError> {
    let end = match period.unit {
        Unit::Months => add_months(start, period.count, counting.short_month)?,
        Unit::Days => add_days(start, period.count)?,
        Unit::BusinessDays => calendar.add_business_days(start, period.count, week)?,
    };
    record.note(|| {
        let text = match period.unit {
            Unit::Months => months_text(
                &months_in_words(period.count),
                start,
                end,
                counting.short_month,
            ),
            Unit::Days if period.count == 0 => period
                .text
                .clone()
                .unwrap_or_else(|| format!("The same day: {}.", day(end))),
            Unit::Days => {
                let count = counted(period.count.into(), "calendar day");
                let days = format!("{count}, the first of them the day after: {}.", day(end));
                match &period.text {
                    Some(text) => format!("{text} {days}"),
                    None => days,
                }
            }
            Unit::BusinessDays => business_text(start, end, period.count, calendar, week),
        };
        let cite = if period.count == 0 {
            period.cite.clone()
        } else {
            format!("{}; {}", period.cite, counting.cite)
        };
        step(StepKind::Count, Some(end), &cite, text)
    });
    Ok(end)
}

/// “One month: no 31st in February, so the last day, Sat 28 Feb 2026.”
pub(super) fn months_text(
    length: &str,
    start: NaiveDate,
    end: NaiveDate,
    short: ShortMonth,
) -> String {
    if end.day() == start.day() {
        return format!("{length}: {}.", day(end));
    }
    let (in_month, choice) = match short {
        ShortMonth::LastDay => (end, "the last day"),
        ShortMonth::DayAfter => (end.pred_opt().unwrap_or(end), "the day after"),
    };
    format!(
        "{length}: no {} in {}, so {choice}, {}.",
        ordinal(start.day()),
        month_name(in_month),
        day(end)
    )
}

fn business_text(
    start: NaiveDate,
    end: NaiveDate,
    count: u32,
    calendar: &Calendar,
    week: Week,
) -> String {
    let skipped: Vec<String> = calendar
        .holidays(start, end)
        .filter(|(date, _)| *date > start && calendar.week_has(week, *date))
        .map(|(date, name)| format!("{name} ({})", day(date)))
        .collect();
    let rest = match week {
        Week::MonFri => "Saturdays and Sundays",
        Week::MonSat => "Sundays",
    };
    let holidays = if skipped.is_empty() {
        String::new()
    } else {
        format!(", nor {}", list(&skipped))
    };
    format!(
        "{}, the first of them the day after receipt: {}. Not counted: {rest}{holidays}.",
        counted(count.into(), "business day"),
        day(end)
    )
}

/// Moves a last day that is no working day; the sentence names every day it passes.
pub(super) fn roll(
    end: NaiveDate,
    cite: &str,
    calendar: &Calendar,
    record: &mut impl Record,
) -> Result<NaiveDate, LawError> {
    let rolled = calendar.roll(end)?;
    if rolled != end {
        record.note(|| {
            let passed: Vec<String> = end
                .iter_days()
                .take_while(|date| *date < rolled)
                .enumerate()
                .map(|(at, date)| passed_day(date, at == 0, calendar))
                .collect();
            let text = format!(
                "{}: the next working day, {}.",
                passed.join(", "),
                day(rolled)
            );
            step(StepKind::Roll, Some(rolled), cite, text)
        });
    }
    Ok(rolled)
}

fn passed_day(date: NaiveDate, first: bool, calendar: &Calendar) -> String {
    let article = if first { "A" } else { "a" };
    match (date.weekday(), calendar.holiday(date)) {
        (Weekday::Sat, None) => format!("{article} Saturday"),
        (Weekday::Sun, None) => format!("{article} Sunday"),
        (Weekday::Sat, Some(name)) => format!("{article} Saturday ({name})"),
        (Weekday::Sun, Some(name)) => format!("{article} Sunday ({name})"),
        (_, Some(name)) => name.to_owned(),
        (_, None) => day(date),
    }
}

/// “a”, “a and b”, “a, b and c”.
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn month_name(date: NaiveDate) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    // `month0` is 0 to 11.
    NAMES[date.month0() as usize]
}
