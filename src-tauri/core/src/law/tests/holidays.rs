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

/// Every day of a year on which a calendar and a list differ.
fn differences(id: &str, year: i32, expected: &BTreeSet<NaiveDate>) -> Vec<String> {
    let calendar = Library::bundled().unwrap().calendar(id).unwrap();
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    first
        .iter_days()
        .take_while(|date| date.year() == year)
        // On a Sunday nothing depends on it: no reading counts one as a working day.
        .filter(|date| date.weekday() != Weekday::Sun)
        .filter(|date| {
            !BEYOND_THE_LIST
                .iter()
                .any(|(of, day, _)| *of == id && *day == date.to_string())
        })
        .filter(|date| calendar.is_holiday(*date) != expected.contains(date))
        .map(|date| format!("{id} {date} {:?}", calendar.holiday(date)))
        .collect()
}

#[test]
fn calendars_agree_with_the_lists() {
    let lists: BTreeMap<String, BTreeMap<i32, String>> =
        serde_json::from_str(include_str!("holidays.json")).unwrap();
    assert_eq!(lists.len(), 32);
    for (id, years) in &lists {
        for (year, days) in years.iter().filter(|(year, _)| **year >= 2022) {
            let expected = days
                .split_whitespace()
                .map(|day| format!("{year}-{day}").parse().unwrap())
                .collect();
            assert_eq!(differences(id, *year, &expected), Vec::<String>::new());
        }
    }
}

/// Another list, where there is one: `RIGHTSDESK_HOLIDAYS` names a file `{ "DE-BE": { "2026": ["2026-01-01", …] } }`.
#[test]
fn calendars_agree_with_a_list_at_hand() {
    let Some(place) = std::env::var_os("RIGHTSDESK_HOLIDAYS") else {
        return;
    };
    let lists: BTreeMap<String, BTreeMap<i32, BTreeSet<NaiveDate>>> =
        serde_json::from_str(&std::fs::read_to_string(place).unwrap()).unwrap();
    let mut found = Vec::new();
    for (id, years) in &lists {
        for (year, expected) in years {
            found.extend(differences(&id.to_lowercase(), *year, expected));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// One-off days and changed laws before and after the lists.
#[test]
fn days_that_came_once_or_ended() {
    let library = Library::bundled().unwrap();
    let is = |id: &str, day: &str| {
        library
            .calendar(id)
            .unwrap()
            .is_holiday(day.parse().unwrap())
    };
    for (id, day, holiday) in [
        ("de", "2017-10-31", true),
        ("de-by", "2018-10-31", false),
        ("de-be", "2018-03-08", false),
        ("de-be", "2019-03-08", true),
        ("de-be", "2020-05-08", true),
        ("de-th", "2018-09-20", false),
        ("pl", "2018-11-12", true),
        ("pl", "2024-12-24", false),
        ("pl", "2030-12-24", true),
        ("it", "2025-10-04", false),
        ("it", "2027-10-04", true),
        ("gb-eng", "2020-05-04", false),
        ("us-fed", "2020-06-19", false),
        ("us-fed", "2036-07-04", true),
        ("ie", "2036-02-01", true),
        ("fr-am", "2026-04-03", true),
        ("fr", "2026-04-03", false),
        ("de-by-cath", "2026-08-15", true),
        ("de-by-augsburg", "2025-08-08", true),
        ("de-by-cath", "2025-08-08", false),
        ("de-sn-cc", "2026-06-04", true),
        ("de-sn", "2026-06-04", false),
        ("de-th-cc", "2026-06-04", true),
    ] {
        assert_eq!(is(id, day), holiday, "{id} {day}");
    }
}

#[test]
fn past_the_last_year_a_date_is_refused_in_a_sentence() {
    let calendar = Library::bundled().unwrap().calendar("de-be").unwrap();
    let last = "2036-12-31".parse().unwrap();
    assert_eq!(calendar.roll(last), Ok(last));
    let why = calendar.roll("2037-01-02".parse().unwrap()).unwrap_err();
    assert_eq!(
        why.to_string(),
        "The holidays of Germany: Berlin are written for the years 2016 to 2036, and this date would be 2037-01-02. Check the dates that were typed; for a later year, install a newer Rightsdesk."
    );
    assert!(calendar.add_business_days(last, 1, Week::MonFri).is_err());
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
