//! Borders of the periods.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::periods::{Periods, after, before, bundled};
use crate::api::wire::Person;
use crate::law::Library;
use crate::request::case::{Case, Claim, Left, Milestone};
use crate::words::{Capacity, Channel, ClockFact, Outcome, Right};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::HashMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A request closed on a day, with a claim for each right and its laws.
fn closed(on: Option<&str>, claims: &[(Right, &[&str])]) -> Case {
    Case {
        id: 1,
        reference: "2024-0001".into(),
        received_at: "2024-01-02T08:00:00Z".into(),
        received_on: day("2024-01-02"),
        channel: Channel::Mail,
        requester: Person::default(),
        subject: None,
        capacity: Capacity::Own,
        residence: String::new(),
        age: None,
        data_kinds: Vec::new(),
        arrived_at: None,
        dated_on: None,
        questions: Vec::new(),
        words: String::new(),
        closed_on: on.map(day),
        purged_on: None,
        claims: (1..)
            .zip(claims)
            .map(|(id, (right, laws))| Claim {
                id,
                right: *right,
                laws: laws.iter().map(|law| (*law).to_owned()).collect(),
                outcome: Some(Outcome::Granted),
                decided_on: None,
                decided_event: None,
                ground: None,
                reasons: String::new(),
                kept: String::new(),
            })
            .collect(),
        in_the_post: Vec::new(),
        milestones: Vec::new(),
    }
}

fn periods(own: &[(&str, u32)]) -> Periods {
    Periods {
        rules: bundled().unwrap(),
        own: own
            .iter()
            .map(|(law, months)| ((*law).to_owned(), *months))
            .collect::<HashMap<_, _>>(),
    }
}

#[test]
fn a_request_is_kept_to_the_end_of_its_longest_period() {
    use Right::{Access, Appeal, DisclosureAccounting, Erasure, Question};
    let ccpa: &[(Right, &[&str])] = &[(Access, &["us-ca-ccpa"])];
    let gdpr: &[(Right, &[&str])] = &[(Access, &["eu-gdpr"])];
    for (on, claims, own, until, cite, why) in [
        (
            "2024-11-23",
            ccpa,
            &[][..],
            "2026-11-23",
            "11 CCR 7101",
            "24 months, the last day counted",
        ),
        (
            "2024-02-29",
            ccpa,
            &[],
            "2026-02-28",
            "11 CCR 7101",
            "no 29th: the last day of February",
        ),
        (
            "2024-08-31",
            gdpr,
            &[("eu-gdpr", 6)],
            "2025-02-28",
            "own period",
            "no 31st",
        ),
        (
            "2024-11-23",
            gdpr,
            &[],
            "2026-11-23",
            "Rule of the house",
            "no law sets it",
        ),
        (
            "2024-11-23",
            gdpr,
            &[("eu-gdpr", 12)],
            "2025-11-23",
            "own period",
            "shorter, where no law sets one",
        ),
        (
            "2024-11-23",
            ccpa,
            &[("us-ca-ccpa", 36)],
            "2027-11-23",
            "own period",
            "longer",
        ),
        (
            "2024-11-23",
            ccpa,
            &[("us-ca-ccpa", 12)],
            "2026-11-23",
            "11 CCR 7101",
            "never shorter than the law",
        ),
        (
            "2024-11-23",
            &[(Access, &["us-ca-ccpa", "us-hipaa"])],
            &[],
            "2030-11-23",
            "164.530(j)",
            "two laws: the longer",
        ),
        (
            "2024-11-23",
            &[(Access, &["eu-gdpr"]), (Erasure, &["us-ca-ccpa"])],
            &[("eu-gdpr", 12)],
            "2026-11-23",
            "11 CCR 7101",
            "two claims: the longer",
        ),
        (
            "2024-11-23",
            &[(Access, &["eu-gdpr", "us-ca-ccpa"])],
            &[],
            "2026-11-23",
            "11 CCR 7101",
            "equally long: the one that a law sets",
        ),
        (
            "2024-11-23",
            &[(Appeal, &["us-mn-mcdpa"])],
            &[("us-mn-mcdpa", 6)],
            "2026-11-23",
            "325M.14",
            "Minnesota keeps appeals",
        ),
        (
            "2024-11-23",
            &[(Access, &["us-mn-mcdpa"])],
            &[("us-mn-mcdpa", 6)],
            "2025-05-23",
            "own period",
            "and of the rest says nothing",
        ),
        (
            "2024-11-23",
            &[(DisclosureAccounting, &["us-hipaa"])],
            &[],
            "2030-11-23",
            "164.5",
            "the accounting too",
        ),
        (
            "2024-11-23",
            &[(Question, &[])],
            &[],
            "2026-11-23",
            "Rule of the house",
            "under no law",
        ),
    ] {
        let kept = periods(own).kept(&closed(Some(on), claims)).unwrap();
        assert_eq!(kept.until, day(until), "{why}");
        assert!(kept.why.cite.contains(cite), "{why}: {}", kept.why.cite);
    }
}

#[test]
fn an_open_one_has_no_end_and_a_later_answer_moves_it() {
    let claims: &[(Right, &[&str])] = &[(Right::Access, &["us-ca-ccpa"])];
    assert_eq!(periods(&[]).kept(&closed(None, claims)), None);
    // The letter was posted after the closing: the answer left then.
    let mut case = closed(Some("2024-11-23"), claims);
    case.milestones.push(Milestone {
        left: Left::Later {
            issued: day("2024-11-23"),
        },
        ..Milestone::of(ClockFact::Answered, day("2024-11-25"))
    });
    let kept = periods(&[]).kept(&case).unwrap();
    assert_eq!(kept.until, day("2026-11-25"));
}

#[test]
fn what_the_packs_say_of_records_is_what_is_counted() {
    let periods = periods(&[]);
    for law in Library::bundled().unwrap().laws() {
        let Some(records) = &law.records else {
            continue;
        };
        let set = (periods.rules.periods.iter()).find(|p| p.laws.contains(&law.id));
        match (set, records.months) {
            (Some(period), said) => assert_eq!(said, Some(period.months), "{}", law.id),
            (None, Some(months)) => {
                assert!(records.cite.starts_with("rule of the house"), "{}", law.id);
                assert_eq!(months, periods.rules.house.months, "{}", law.id);
            }
            (None, None) => {}
        }
    }
    for period in &periods.rules.periods {
        for law in &period.laws {
            assert!(Library::bundled().unwrap().law(law).is_ok(), "{law}");
        }
    }
}

proptest! {
    /// The store looks for the day of closing, the judge for the last day: the store never leaves out one that may go.
    #[test]
    fn whatever_may_go_is_looked_at(closed in 0_i64..20_000, later in 0_i64..4_000, months in 1_u32..130) {
        let closed = day("1990-01-01") + chrono::TimeDelta::days(closed);
        let today = closed + chrono::TimeDelta::days(later);
        if after(closed, months) < today {
            prop_assert!(closed <= before(today, months));
        }
    }
}
