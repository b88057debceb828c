//! What holds for every date, every law and every history.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::law::{DatedFact, Library, Question, StepKind, Week, derive, explain};
use crate::words::{Capacity, ClockFact, DeadlineKind, Right};

/// A law, one of its rights, a calendar, a day of receipt.
fn claims() -> impl Strategy<Value = (&'static str, Right, &'static str, NaiveDate)> {
    let library = Library::bundled().unwrap();
    let pairs: Vec<(&'static str, Right)> = library
        .laws()
        .flat_map(|law| law.rights.iter().map(|rule| (law.id.as_str(), rule.right)))
        .collect();
    let calendars: Vec<&'static str> = library.calendars().map(|c| c.id()).collect();
    // India's rights are the last to begin, in May 2027; the calendars end in 2036.
    let first = NaiveDate::from_ymd_opt(2027, 6, 1).unwrap();
    (select(pairs), select(calendars), 0u64..3050).prop_map(move |((law, right), calendar, add)| {
        (law, right, calendar, first + Days::new(add))
    })
}

fn old_claims() -> impl Strategy<Value = (&'static str, Right, &'static str, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
    (
        select(vec!["eu-gdpr", "uk-gdpr"]),
        select(vec![
            Right::Access,
            Right::Erasure,
            Right::MarketingObjection,
        ]),
        select(vec!["de-sn", "gb-eng", "gb-nir", "nl", "pl", "none"]),
        0u64..5000,
    )
        .prop_map(move |(law, right, calendar, add)| (law, right, calendar, first + Days::new(add)))
}

/// What may happen in the ninety days after receipt.
fn happenings() -> impl Strategy<Value = Vec<(ClockFact, u64)>> {
    vec((select(ClockFact::ALL.to_vec()), 0u64..90), 0..7)
}

fn dated(received: NaiveDate, events: &[(ClockFact, u64)]) -> Vec<DatedFact> {
    events
        .iter()
        .map(|(fact, after)| DatedFact {
            fact: *fact,
            on: received + Days::new(*after),
        })
        .collect()
}

fn ask<'a>(
    law: &str,
    right: Right,
    calendar: &str,
    received_on: NaiveDate,
    facts: &'a [DatedFact],
) -> Question<'a> {
    let library = Library::bundled().unwrap();
    Question {
        law: library.law(law).unwrap(),
        library,
        calendar: library.calendar(calendar).unwrap(),
        right,
        capacity: Capacity::Own,
        received_on,
        facts,
        arrived_at: None,
    }
}

proptest! {
    #[test]
    fn a_later_receipt_is_never_due_earlier(
        (law, right, calendar, received) in prop_oneof![claims(), old_claims()],
        later in 1u64..40,
    ) {
        let clock = derive(&ask(law, right, calendar, received, &[])).unwrap();
        let next = derive(&ask(law, right, calendar, received + Days::new(later), &[])).unwrap();
        for kind in DeadlineKind::ALL.iter().copied() {
            prop_assert!(clock.date(kind) <= next.date(kind), "{kind}");
            prop_assert!(clock.safe_by.get(kind) <= next.safe_by.get(kind), "{kind} safe by");
        }
    }

    #[test]
    fn a_rolled_day_is_a_working_day(
        (law, right, calendar, received) in old_claims(),
        events in happenings(),
    ) {
        let facts = dated(received, &events);
        let question = ask(law, right, calendar, received, &facts);
        let clock = derive(&question).unwrap();
        for date in [clock.respond, clock.extended, clock.extension_notice, clock.refusal_notice].into_iter().flatten() {
            prop_assert!(question.calendar.is_working_day(date, Week::MonFri), "{date}");
        }
    }

    #[test]
    fn another_places_holiday_moves_nothing(
        (law, right, calendar, received) in old_claims(),
        other in select(vec!["de-be", "gb-sct", "us-fed", "tx-legal", "it"]),
    ) {
        // A date that rests on no holiday of its own calendar is the same with none at all,
        // whatever day it may be elsewhere.
        let question = ask(law, right, calendar, received, &[]);
        let clock = derive(&question).unwrap();
        let plain = derive(&ask(law, right, "none", received, &[])).unwrap();
        let elsewhere = ask(law, right, other, received, &[]).calendar;
        for (date, plain) in [(clock.respond, plain.respond), (clock.extended, plain.extended)] {
            if let (Some(date), Some(plain)) = (date, plain)
                && !question.calendar.is_holiday(plain)
            {
                prop_assert_eq!(date, plain, "{:?}", elsewhere.holiday(plain));
            }
        }
    }

    #[test]
    fn pauses_never_shorten(
        (law, right, calendar, received) in prop_oneof![claims(), old_claims()],
        events in happenings(),
    ) {
        let facts = dated(received, &events);
        let bare = derive(&ask(law, right, calendar, received, &[])).unwrap();
        let clock = derive(&ask(law, right, calendar, received, &facts)).unwrap();
        for kind in DeadlineKind::ALL.iter().copied() {
            prop_assert!(clock.date(kind) >= bare.date(kind), "{kind}");
            prop_assert!(clock.safe_by.get(kind) <= clock.date(kind), "{kind} safe by");
        }
    }

    #[test]
    fn same_facts_same_answer_in_any_order(
        (law, right, calendar, received) in prop_oneof![claims(), old_claims()],
        events in happenings(),
    ) {
        let facts = dated(received, &events);
        let turned: Vec<DatedFact> = facts.iter().rev().copied().collect();
        let clock = derive(&ask(law, right, calendar, received, &facts)).unwrap();
        prop_assert_eq!(clock, derive(&ask(law, right, calendar, received, &facts)).unwrap());
        let other = derive(&ask(law, right, calendar, received, &turned)).unwrap();
        for kind in DeadlineKind::ALL.iter().copied() {
            prop_assert_eq!(clock.date(kind), other.date(kind));
        }
    }

    #[test]
    fn the_working_replays_to_the_date(
        (law, right, calendar, received) in prop_oneof![claims(), old_claims()],
        events in happenings(),
    ) {
        let facts = dated(received, &events);
        let question = ask(law, right, calendar, received, &facts);
        let explained = explain(&question).unwrap();
        prop_assert_eq!(explained.clock, derive(&question).unwrap());
        for working in &explained.workings {
            let kind = working.deadline;
            prop_assert_eq!(Some(working.date), explained.clock.date(kind));
            let first = working.steps.first().unwrap();
            prop_assert_eq!((first.kind, first.date), (StepKind::Received, Some(received)));
            let last = working.steps.last().unwrap();
            prop_assert_eq!((last.kind, last.date), (StepKind::Result, Some(working.date)));
            let counted: Vec<_> = working.steps.iter().filter_map(|step| step.date).collect();
            prop_assert_eq!(counted[counted.len() - 2], working.date, "{:#?}", working.steps);
            let results = working.steps.iter().filter(|s| s.kind == StepKind::Result).count();
            prop_assert_eq!(results, 1);
            prop_assert!(working.steps.iter().all(|s| !s.cite.is_empty() && !s.text.is_empty()));
        }
    }
}
