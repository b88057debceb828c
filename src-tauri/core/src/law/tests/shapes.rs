//! Shapes that a bundled law need not use to be right: tried on an invented one.

use chrono::NaiveDate;

use crate::law::{DatedFact, Law, Library, Question, explain};
use crate::words::{Capacity, ClockFact, DeadlineKind, Right};

const CLOCK: &str = r#"
respond = { count = 30, unit = "days", cite = "s. 1" }
compliance_notice = { count = 60, unit = "days", cite = "s. 2" }
no_suspension = { text = "None.", cite = "s. 1" }

[clocks.versions.extension]
count = 15
unit = "days"
condition = "Once."
notice = { count = 30, unit = "days", from = "request-date", cite = "s. 3" }
cite = "s. 3"
measured_cite = "s. 3"
"#;

/// CAN-SPAM's pack with another clock.
fn library(clock: &str) -> Library {
    let pack = include_str!("../../../data/law/us-can-spam.toml");
    let mut lines: Vec<&str> = pack
        .lines()
        .filter(|l| !l.starts_with("no_extension") && !l.starts_with("no_suspension"))
        .collect();
    let at = lines.iter().position(|l| l.starts_with("respond")).unwrap();
    lines[at] = clock;
    let pack = lines.join("\n");
    let files = [
        ("eu.toml", include_str!("../../../data/calendars/eu.toml")),
        ("us.toml", include_str!("../../../data/calendars/us.toml")),
    ];
    Library::read(&[("invented.toml", &pack)], &files).unwrap()
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn ask<'a>(library: &'a Library, law: &'a Law, facts: &'a [DatedFact]) -> Question<'a> {
    Question {
        law,
        library,
        calendar: library.calendar("none").unwrap(),
        right: Right::Unsubscribe,
        capacity: Capacity::Own,
        received_on: on("2026-06-10"),
        facts,
        arrived_at: None,
    }
}

#[test]
fn a_notice_counts_from_the_date_of_the_request() {
    let library = library(CLOCK);
    let law = library.law("us-can-spam").unwrap();
    let dated = [DatedFact {
        fact: ClockFact::RequestDated,
        on: on("2026-06-04"),
    }];
    let told = explain(&ask(&library, law, &dated)).unwrap();
    assert_eq!(told.clock.respond, Some(on("2026-07-10")));
    assert_eq!(told.clock.extended, Some(on("2026-07-25")));
    assert_eq!(told.clock.extension_notice, Some(on("2026-07-04")));
    let notice = told
        .workings
        .iter()
        .find(|w| w.deadline == DeadlineKind::ExtensionNotice)
        .unwrap();
    assert!(
        notice.steps[1]
            .text
            .starts_with("The request is dated Thu 4 Jun 2026"),
        "{:?}",
        notice.steps
    );
    // A date after receipt is a slip of the pen, and none at all is receipt.
    let late = [DatedFact {
        fact: ClockFact::RequestDated,
        on: on("2026-06-12"),
    }];
    for facts in [&late[..], &[]] {
        let told = explain(&ask(&library, law, facts)).unwrap();
        assert_eq!(told.clock.extension_notice, Some(on("2026-07-10")));
    }
}

#[test]
fn an_answer_may_count_from_the_date_of_the_request_too() {
    let library = library(&CLOCK.replacen(
        "unit = \"days\",",
        "unit = \"days\", from = \"request-date\",",
        1,
    ));
    let law = library.law("us-can-spam").unwrap();
    let dated = [DatedFact {
        fact: ClockFact::RequestDated,
        on: on("2026-06-04"),
    }];
    let clock = explain(&ask(&library, law, &dated)).unwrap().clock;
    assert_eq!(clock.started_on, on("2026-06-04"));
    assert_eq!(clock.respond, Some(on("2026-07-04")));
    assert_eq!(clock.extended, Some(on("2026-07-19")));
}

#[test]
fn a_notice_of_compliance_is_a_date_of_its_own() {
    let library = library(CLOCK);
    let law = library.law("us-can-spam").unwrap();
    let extended = [DatedFact {
        fact: ClockFact::Extended,
        on: on("2026-06-20"),
    }];
    for facts in [&extended[..], &[]] {
        let told = explain(&ask(&library, law, facts)).unwrap();
        assert_eq!(told.clock.compliance_notice, Some(on("2026-08-09")));
        let last = told
            .workings
            .iter()
            .find(|w| w.deadline == DeadlineKind::ComplianceNotice)
            .and_then(|w| w.steps.last())
            .unwrap();
        assert_eq!(
            last.text,
            "The person must be told that it was done by Sun 9 Aug 2026."
        );
    }
}
