//! How a calendar is written: holidays as rules, one-off days, and what happens on a weekend.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

/// One file of `data/calendars`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarFile {
    pub calendars: Vec<CalendarData>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarData {
    pub id: String,
    pub name: String,
    pub cite: String,
    /// First year for which the rules are right.
    pub first_year: i32,
    /// Last year for which the rules are right.
    pub last_year: i32,
    /// Last compared with its source.
    pub checked: NaiveDate,
    pub note: Option<String>,
    /// Takes over every day of these calendars.
    #[serde(default)]
    pub extends: Vec<String>,
    /// Only the days that are holidays in each of these.
    #[serde(default)]
    pub common_to: Vec<String>,
    #[serde(default)]
    pub readings: Vec<CalendarReading>,
    #[serde(default)]
    pub days: Vec<HolidayRule>,
}

/// Another calendar that some read instead of this one.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarReading {
    pub calendar: String,
    pub text: String,
    pub cite: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidayRule {
    pub name: String,
    /// `MM-DD`, every year.
    pub on: Option<String>,
    pub nth: Option<Nth>,
    pub last: Option<Last>,
    /// Days after Western Easter Sunday; may be negative.
    pub easter: Option<i64>,
    /// The last such weekday before a date.
    pub before: Option<Before>,
    /// The first such weekday of a month, unless a fixed day falls on a certain weekday.
    pub or_fixed: Option<OrFixed>,
    /// Single days: moons, proclamations.
    #[serde(default)]
    pub dates: Vec<NaiveDate>,
    /// First year.
    pub since: Option<i32>,
    /// Last year.
    pub until: Option<i32>,
    /// Years in which the rule is suspended.
    #[serde(default)]
    pub except: Vec<i32>,
    #[serde(default)]
    pub shift: Shift,
    /// The source of this day, where it is not the calendar's.
    #[allow(dead_code, reason = "kept beside the day for whoever checks the file")]
    pub cite: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nth {
    pub month: u32,
    pub weekday: Weekday,
    pub n: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Last {
    pub month: u32,
    pub weekday: Weekday,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Before {
    pub date: String,
    pub weekday: Weekday,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrFixed {
    pub date: String,
    pub weekday: Weekday,
}

/// What happens to a holiday that falls on a weekend.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shift {
    /// Nothing: it stays where it is.
    #[default]
    None,
    /// Saturday adds the Friday before, Sunday adds the Monday after (5 USC 6103).
    ObservedNearest,
    /// Sunday adds the Monday after (Cal. Gov. Code 6701).
    ObservedMonday,
    /// The next weekday that is not itself a holiday takes its place (United Kingdom).
    Substitute,
    /// Sunday moves it to the Saturday before (King's Day in the Netherlands).
    SaturdayBefore,
}

/// Every holiday of one year by these rules, by date, with its name.
pub(super) fn days_of(
    rules: &[HolidayRule],
    year: i32,
) -> Result<Vec<(NaiveDate, String)>, String> {
    let mut days: Vec<(NaiveDate, String)> = Vec::new();
    let mut moved: Vec<(NaiveDate, &str)> = Vec::new();
    for rule in rules {
        for date in dates_of(rule, year)? {
            let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            match rule.shift {
                Shift::Substitute if weekend => {
                    moved.push((date, &rule.name));
                    continue;
                }
                Shift::SaturdayBefore if date.weekday() == Weekday::Sun => {
                    days.push((shifted(date, -1)?, rule.name.clone()));
                    continue;
                }
                Shift::ObservedNearest if date.weekday() == Weekday::Sat => {
                    days.push((shifted(date, -1)?, format!("{} (observed)", rule.name)));
                }
                Shift::ObservedNearest | Shift::ObservedMonday
                    if date.weekday() == Weekday::Sun =>
                {
                    days.push((shifted(date, 1)?, format!("{} (observed)", rule.name)));
                }
                _ => {}
            }
            days.push((date, rule.name.clone()));
        }
    }
    // After the days that stay, so that Christmas on a Sunday steps over Boxing Day on the Monday.
    moved.sort_unstable();
    for (date, name) in moved {
        let mut substitute = date;
        loop {
            substitute = shifted(substitute, 1)?;
            let weekend = matches!(substitute.weekday(), Weekday::Sat | Weekday::Sun);
            if !weekend && !days.iter().any(|(taken, _)| *taken == substitute) {
                break;
            }
        }
        days.push((substitute, format!("{name} (substitute day)")));
    }
    days.sort_unstable();
    Ok(days)
}

fn dates_of(rule: &HolidayRule, year: i32) -> Result<Vec<NaiveDate>, String> {
    let mut dates: Vec<NaiveDate> = rule
        .dates
        .iter()
        .copied()
        .filter(|date| date.year() == year)
        .collect();
    let outside = rule.since.is_some_and(|since| year < since)
        || rule.until.is_some_and(|until| year > until)
        || rule.except.contains(&year);
    if !outside && let Some(date) = yearly(rule, year)? {
        dates.push(date);
    }
    Ok(dates)
}

fn yearly(rule: &HolidayRule, year: i32) -> Result<Option<NaiveDate>, String> {
    let bad = || format!("the day “{}” does not exist in {year}", rule.name);
    if let Some(fixed) = &rule.or_fixed {
        let date = month_day(&fixed.date, year).ok_or_else(bad)?;
        if date.weekday() == fixed.weekday {
            return Ok(Some(date));
        }
    }
    let date = if let Some(on) = &rule.on {
        month_day(on, year)
    } else if let Some(nth) = &rule.nth {
        NaiveDate::from_weekday_of_month_opt(year, nth.month, nth.weekday, nth.n)
    } else if let Some(last) = &rule.last {
        (1..=5)
            .rev()
            .find_map(|n| NaiveDate::from_weekday_of_month_opt(year, last.month, last.weekday, n))
    } else if let Some(offset) = rule.easter {
        Some(shifted(easter(year).ok_or_else(bad)?, offset)?)
    } else if let Some(before) = &rule.before {
        let date = month_day(&before.date, year).ok_or_else(bad)?;
        (1..=7)
            .filter_map(|n| date.checked_sub_days(Days::new(n)))
            .find(|d| d.weekday() == before.weekday)
    } else if rule.dates.is_empty() {
        return Err(format!("the day “{}” has no rule", rule.name));
    } else {
        return Ok(None);
    };
    date.map(Some).ok_or_else(bad)
}

fn month_day(text: &str, year: i32) -> Option<NaiveDate> {
    let (month, day) = text.split_once('-')?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

fn shifted(date: NaiveDate, by: i64) -> Result<NaiveDate, String> {
    date.checked_add_signed(chrono::TimeDelta::days(by))
        .ok_or_else(|| format!("the date {date} is out of range"))
}

/// Western Easter Sunday, by the anonymous Gregorian computus.
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, rest) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_shift = (century + 8).div_euclid(25);
    let correction = (century - moon_shift + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - correction + 15).rem_euclid(30);
    let (leap_years, year_rest) = (of_century.div_euclid(4), of_century.rem_euclid(4));
    let weekday = (32 + 2 * rest + 2 * leap_years - epact - year_rest).rem_euclid(7);
    let exception = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let sum = epact + weekday - 7 * exception + 114;
    let (month, day) = (sum.div_euclid(31), sum.rem_euclid(31) + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}
