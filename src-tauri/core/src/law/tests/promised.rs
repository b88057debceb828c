//! What an organisation promised itself: the same arithmetic, no roll.

use crate::law::{Library, promised};
use crate::words::TimeUnit;
use chrono::NaiveDate;

#[test]
fn a_promised_time_ends_on_the_day_it_names_and_rolls_past_nothing() {
    use TimeUnit as U;
    let library = Library::bundled().unwrap();
    let hamburg = library.calendar("de-hh").unwrap();
    for (received, count, unit, due, why) in [
        (
            "2026-01-31",
            1,
            U::Months,
            "2026-02-28",
            "no 31st in February: its last day, a Saturday, and it stays there",
        ),
        ("2028-01-31", 1, U::Months, "2028-02-29", "a leap day"),
        (
            "2028-02-29",
            1,
            U::Years,
            "2029-02-28",
            "a year after a leap day",
        ),
        (
            "2026-04-01",
            2,
            U::Weeks,
            "2026-04-15",
            "fourteen days, the first of them the day after",
        ),
        ("2026-04-20", 10, U::Days, "2026-04-30", "calendar days"),
        (
            "2026-04-21",
            10,
            U::Days,
            "2026-05-01",
            "a holiday all the same: a promise gives itself no room",
        ),
        (
            "2026-04-27",
            5,
            U::BusinessDays,
            "2026-05-05",
            "Labour Day and a weekend do not count",
        ),
        ("2026-04-01", 48, U::Hours, "2026-04-03", "two days"),
        (
            "2026-04-01",
            49,
            U::Hours,
            "2026-04-04",
            "into the third day",
        ),
    ] {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let (end, steps) = promised(day(received), count, unit, hamburg, "Policy")
            .unwrap()
            .unwrap();
        assert_eq!(end, day(due), "{why}");
        assert!(steps.iter().all(|step| step.cite == "Policy"));
        assert_eq!(steps.last().unwrap().date, Some(end));
    }
    let day: NaiveDate = "2026-04-01".parse().unwrap();
    for (count, unit) in [(0, U::Promptly), (0, U::Days)] {
        assert!(
            promised(day, count, unit, hamburg, "Policy")
                .unwrap()
                .is_none()
        );
    }
    // What lies past every calendar is an error with a sentence, never a panic.
    assert!(promised(day, u32::MAX, U::Weeks, hamburg, "Policy").is_err());
}
