//! The calendars against the lists of 2022 to 2028.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::law::{Library, Week};

/// Days the rules have and the lists lack, each with the reason.
const BEYOND_THE_LIST: &[(&str, &str, &str)] = &[
    (
        "ca-6700",
        "2028-01-26",
        "Lunar New Year; the list ends its moons in 2027",
    ),
    (
        "ca-6700",
        "2028-10-17",
        "Diwali; the list ends its moons in 2027",
    ),
    (
        "de-be",
        "2028-06-17",
        "one-off by the law of 10 July 2024; a Saturday",
    ),
];

#[test]
fn calendars_agree_with_the_lists() {
    let lists: BTreeMap<String, BTreeMap<i32, String>> =
        serde_json::from_str(include_str!("holidays.json")).unwrap();
    assert_eq!(lists.len(), 32);
    let library = Library::bundled().unwrap();
    for (id, years) in &lists {
        let calendar = library.calendar(id).unwrap();
        for (year, days) in years.iter().filter(|(year, _)| **year >= 2022) {
            let expected: BTreeSet<NaiveDate> = days
                .split_whitespace()
                .map(|day| format!("{year}-{day}").parse().unwrap())
                .collect();
            let first = NaiveDate::from_ymd_opt(*year, 1, 1).unwrap();
            for date in first.iter_days().take_while(|date| date.year() == *year) {
                // On a Sunday nothing depends on it: no reading counts one as a working day.
                let beyond = BEYOND_THE_LIST
                    .iter()
                    .any(|(of, day, _)| of == id && *day == date.to_string());
                if date.weekday() != Weekday::Sun && !beyond {
                    let found = calendar.holiday(date);
                    assert_eq!(
                        found.is_some(),
                        expected.contains(&date),
                        "{id} {date} {found:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_calendar_covers_its_years() {
    let library = Library::bundled().unwrap();
    assert!(library.calendars().count() >= 34);
    for calendar in library.calendars() {
        assert_eq!(calendar.years(), (2016, 2036), "{}", calendar.id());
        assert_eq!(calendar.id(), calendar.id().to_lowercase());
        for year in 2016..=2036 {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
            let days = calendar.holidays(first, last).count();
            assert!(
                calendar.id() == "none" || (7..=22).contains(&days),
                "{} {year}",
                calendar.id()
            );
        }
    }
}

#[test]
fn substitute_days_say_so() {
    let library = Library::bundled().unwrap();
    let name = |id: &str, day: &str| library.calendar(id).unwrap().holiday(day.parse().unwrap());
    assert_eq!(
        name("gb-eng", "2026-12-28"),
        Some("Boxing Day (substitute day)")
    );
    assert_eq!(
        name("gb-eng", "2022-12-27"),
        Some("Christmas Day (substitute day)")
    );
    assert_eq!(
        name("gb-sct", "2023-01-03"),
        Some("New Year's Day (substitute day)")
    );
    assert_eq!(
        name("us-fed", "2026-07-03"),
        Some("Independence Day (observed)")
    );
    assert_eq!(name("ca-cons", "2026-07-03"), None);
    assert_eq!(
        name("us-fed", "2021-12-31"),
        Some("New Year's Day (observed)")
    );
    assert_eq!(name("nl", "2025-04-26"), Some("King's Day"));
    assert_eq!(name("ie", "2030-02-01"), Some("Saint Brigid's Day"));
    assert_eq!(
        name("gb-eng", "2020-05-08"),
        Some("Early May bank holiday (VE Day)")
    );
    assert_eq!(name("de-hh", "2017-10-31"), Some("Reformation Day"));
    assert_eq!(name("de-hh", "2016-10-31"), None);
}

#[test]
fn a_saturday_counts_only_where_the_week_has_it() {
    let calendar = Library::bundled().unwrap().calendar("none").unwrap();
    let saturday = "2026-11-28".parse().unwrap();
    assert!(!calendar.is_working_day(saturday, Week::MonFri));
    assert!(calendar.is_working_day(saturday, Week::MonSat));
}
