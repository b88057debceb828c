//! A date that an organisation promised itself: counted by the same arithmetic as a law's, under no law.

use chrono::NaiveDate;

use super::calendar::{Calendar, Week};
use super::clock_rule::ShortMonth;
use super::count::{add_days, add_months};
use super::error::LawError;
use super::working::{Step, StepKind, counted, day, step};
use crate::words::TimeUnit;

const HOURS_OF_A_DAY: u32 = 24;
const DAYS_OF_A_WEEK: u32 = 7;
const MONTHS_OF_A_YEAR: u32 = 12;

/// The last day of a promised time, with its working; nothing where the promise names no number.
///
/// It never rolls past a weekend or a holiday: a promise gives itself no such room, so the stricter day stands.
/// Hours end with the last day they reach into. Business days are counted in the home calendar.
pub fn promised(
    received_on: NaiveDate,
    count: u32,
    unit: TimeUnit,
    calendar: &Calendar,
    cite: &str,
) -> Result<Option<(NaiveDate, Vec<Step>)>, LawError> {
    let months = |count| add_months(received_on, count, ShortMonth::LastDay);
    let (end, length) = match unit {
        TimeUnit::Promptly => return Ok(None),
        _ if count == 0 => return Ok(None),
        TimeUnit::Hours => (
            add_days(received_on, count.div_ceil(HOURS_OF_A_DAY))?,
            counted(count.into(), "hour"),
        ),
        TimeUnit::Days => (add_days(received_on, count)?, counted(count.into(), "day")),
        TimeUnit::Weeks => (
            add_days(received_on, count.saturating_mul(DAYS_OF_A_WEEK))?,
            counted(count.into(), "week"),
        ),
        TimeUnit::Months => (months(count)?, counted(count.into(), "month")),
        TimeUnit::Years => (
            months(count.saturating_mul(MONTHS_OF_A_YEAR))?,
            counted(count.into(), "year"),
        ),
        TimeUnit::BusinessDays => (
            calendar.add_business_days(received_on, count, Week::MonFri)?,
            counted(count.into(), "business day"),
        ),
    };
    Ok(Some((
        end,
        vec![
            step(
                StepKind::Received,
                Some(received_on),
                cite,
                format!("Received on {}.", day(received_on)),
            ),
            step(
                StepKind::Count,
                Some(end),
                cite,
                format!(
                    "{length}, as our policy promises, the first of them the day after receipt: {}. A promise moves past no weekend and no holiday.",
                    day(end)
                ),
            ),
            step(
                StepKind::Result,
                Some(end),
                cite,
                format!("Promised by {}.", day(end)),
            ),
        ],
    )))
}
