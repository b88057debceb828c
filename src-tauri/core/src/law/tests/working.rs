//! The sentences an officer reads.

use chrono::NaiveDate;

use crate::law::{
    ArrivedAt, DatedFact, DeadlineReport, Library, Question, StepKind, deadline_report, derive,
};
use crate::words::{Capacity, ClockFact, Right};

fn report(
    regime: &str,
    right: &str,
    received: &str,
    calendar: &str,
    events: &[(&str, &str)],
) -> DeadlineReport {
    let events: Vec<(String, String)> = events
        .iter()
        .map(|(event, on)| ((*event).to_owned(), (*on).to_owned()))
        .collect();
    deadline_report(regime, right, received, None, Some(calendar), &events, None).unwrap()
}

fn sentences(report: &DeadlineReport, deadline: &str) -> Vec<String> {
    let of = report
        .working
        .iter()
        .filter(|step| step.deadline == deadline);
    of.map(|step| step.text.clone()).collect()
}

#[test]
fn a_short_month_and_a_weekend() {
    let report = report("eu-gdpr", "access", "2026-01-31", "de-be", &[]);
    assert_eq!(
        sentences(&report, "respond_due"),
        [
            "Received Sat 31 Jan 2026.",
            "One month: no 31st in February, so the last day, Sat 28 Feb 2026.",
            "A Saturday, a Sunday: the next working day, Mon 2 Mar 2026.",
            "The answer is due by Mon 2 Mar 2026.",
        ]
    );
    assert_eq!(
        sentences(&report, "extended_due"),
        [
            "Received Sat 31 Jan 2026.",
            "Three months in all, counted from the start: no 31st in April, so the last day, Thu 30 Apr 2026.",
            "With an extension announced in time, the answer is due by Thu 30 Apr 2026.",
        ]
    );
    assert!(report.working.iter().all(|step| !step.citation.is_empty()));
}

#[test]
fn holidays_are_named() {
    let report = report("eu-gdpr", "erasure", "2023-11-30", "de-be", &[]);
    assert_eq!(
        sentences(&report, "respond_due")[2],
        "A Saturday, a Sunday, New Year's Day: the next working day, Tue 2 Jan 2024."
    );
}

#[test]
fn pauses_and_restarts_are_told() {
    let report = report(
        "uk-gdpr",
        "access",
        "2026-04-01",
        "gb-eng",
        &[
            ("identity-requested", "2026-04-02"),
            ("identity-received", "2026-04-09"),
            ("clarification-requested", "2026-04-10"),
            ("clarification-received", "2026-04-14"),
        ],
    );
    assert_eq!(
        sentences(&report, "respond_due"),
        [
            "Received Wed 1 Apr 2026.",
            "Proof of identity asked on Thu 2 Apr 2026, received on Thu 9 Apr 2026: the period starts again on that day.",
            "One month: Sat 9 May 2026.",
            "Clarification asked on Fri 10 Apr 2026, received on Tue 14 Apr 2026: 5 days, both end days included, do not count, Thu 14 May 2026.",
            "The answer is due by Thu 14 May 2026.",
        ]
    );
}

#[test]
fn business_days_name_what_they_skip() {
    let report = report("us-ca-ccpa", "access", "2026-11-16", "ca-cons", &[]);
    assert_eq!(
        sentences(&report, "ack_due")[1],
        "10 business days, the first of them the day after receipt: Tue 1 Dec 2026. Not counted: Saturdays and Sundays, nor Thanksgiving Day (Thu 26 Nov 2026)."
    );
    assert_eq!(report.readings.len(), 4, "{:#?}", report.readings);
}

#[test]
fn an_open_question_is_waited_for() {
    let report = report(
        "eu-gdpr",
        "access",
        "2026-03-10",
        "ie",
        &[("identity-requested", "2026-03-12")],
    );
    assert_eq!(report.waiting, Some(ClockFact::IdentityRequested));
    assert!(sentences(&report, "respond_due")[1].contains("as if the clock ran on"));
}

#[test]
fn an_instant_tells_its_civil_day() {
    let report = deadline_report(
        "us-ca-ccpa",
        "access",
        "2027-01-01T07:59:00+00:00",
        Some("America/Los_Angeles"),
        Some("CA-CONS"),
        &[],
        None,
    )
    .unwrap();
    assert_eq!(
        sentences(&report, "respond_due")[0],
        "2027-01-01T07:59:00+00:00 is 23:59 on Thu 31 Dec 2026 in America/Los_Angeles."
    );
}

#[test]
fn a_signal_is_told_only_where_the_law_has_one() {
    let opt_out = report(
        "us-ca-ccpa",
        "opt-out-sale-sharing",
        "2026-06-08",
        "ca-cons",
        &[],
    );
    assert!(opt_out.due.cease_due.is_some());
    let limit = report(
        "us-ca-ccpa",
        "limit-sensitive",
        "2026-06-08",
        "ca-cons",
        &[],
    );
    assert!(limit.due.cease_due.is_none());

    // In the desk an opt-out by mail has no earlier day of its own; only a signal has.
    let library = Library::bundled().unwrap();
    let law = library.law("us-ca-ccpa").unwrap();
    let mut question = Question {
        law,
        library,
        calendar: library.calendar(law.calendar_id("de-be")).unwrap(),
        right: Right::OptOutSaleSharing,
        capacity: Capacity::Own,
        received_on: "2026-06-08".parse().unwrap(),
        facts: &[],
        arrived_at: None,
    };
    assert_eq!(derive(&question).unwrap().cease, None);
    question.arrived_at = Some(ArrivedAt::OptOutSignal);
    assert_eq!(derive(&question).unwrap().cease, Some(question.received_on));
}

#[test]
fn the_answer_moves_only_with_an_extension_in_time() {
    let library = Library::bundled().unwrap();
    let law = library.law("eu-gdpr").unwrap();
    let answer_by = |extended_on: &str| -> Option<NaiveDate> {
        let facts = [DatedFact {
            fact: ClockFact::Extended,
            on: extended_on.parse().unwrap(),
        }];
        let question = Question {
            law,
            library,
            calendar: library.calendar("de-be").unwrap(),
            right: Right::Access,
            capacity: Capacity::Own,
            received_on: "2026-06-01".parse().unwrap(),
            facts: &facts,
            arrived_at: None,
        };
        let clock = derive(&question).unwrap();
        // Art. 12(4): an extension never moves the refusal's day.
        assert_eq!(clock.refusal_notice, "2026-07-01".parse().ok());
        clock.answer_by()
    };
    assert_eq!(answer_by("2026-07-01"), "2026-09-01".parse().ok());
    assert_eq!(answer_by("2026-07-02"), "2026-07-01".parse().ok());
}

#[test]
fn errors_say_what_to_do() {
    let error = |regime: &str, right: &str, received: &str, calendar: &str, zone| {
        deadline_report(regime, right, received, zone, Some(calendar), &[], None)
            .unwrap_err()
            .to_string()
    };
    assert!(error("eu", "access", "2026-01-31", "de", None).contains("Choose one of: eu-gdpr"));
    assert!(error("eu-gdpr", "acess", "2026-01-31", "de", None).contains("is not a right"));
    assert!(error("eu-gdpr", "appeal", "2026-01-31", "de", None).contains("does not know"));
    assert!(error("eu-gdpr", "access", "2026-02-30", "de", None).contains("not a date"));
    assert!(error("eu-gdpr", "access", "2026-01-31", "xx", None).contains("no calendar"));
    assert!(error("eu-gdpr", "access", "2026-01-31", "de", Some("Mars")).contains("time zone"));
    assert!(error("eu-gdpr", "access", "2036-12-10", "de", None).contains("2016 to 2036"));
    assert_eq!(
        error("us-ca-ccpa", "admt-opt-out", "2026-12-31", "ca-cons", None),
        "Under CCPA the right “admt-opt-out” applies to requests received from 2027-01-01; this one was received on 2026-12-31."
    );
    let events = [("identity-requested".to_owned(), "2026-01-01".to_owned())];
    let early = deadline_report("eu-gdpr", "access", "2026-01-31", None, None, &events, None);
    assert!(
        early
            .unwrap_err()
            .to_string()
            .contains("before the request")
    );
}

#[test]
fn every_working_ends_in_its_result() {
    let report = report("us-ca-ccpa", "erasure", "2026-03-24", "ca-cons", &[]);
    let last = report
        .working
        .iter()
        .rfind(|step| step.deadline == "ack_due")
        .unwrap();
    assert_eq!(
        (last.kind, last.date),
        (StepKind::Result, report.due.ack_due)
    );
}

#[test]
fn a_number_of_the_house_and_an_uncertain_rule_say_so() {
    let report = |regime: &str, right: &str| {
        crate::law::deadline_report(regime, right, "2026-06-01", None, None, &[], None).unwrap()
    };
    let opt_out = report("us-tx-tdpsa", "opt-out-sale-sharing");
    assert_eq!(opt_out.house_rules, ["cease_due"]);
    let last = opt_out
        .working
        .iter()
        .rfind(|s| s.deadline == "cease_due")
        .unwrap();
    assert_eq!(
        last.text,
        "The law gives no number; by the rule of the house it has stopped by Tue 16 Jun 2026."
    );
    assert!(opt_out.working.iter().all(|s| s.kind != StepKind::Caution));

    assert_eq!(
        report("us-coppa", "child-access").house_rules,
        ["respond_due"]
    );
    let coppa = question_clock("us-coppa", Right::ChildAccess);
    assert!(coppa.house_answer && coppa.respond.is_some());
    assert!(!question_clock("us-tx-tdpsa", Right::OptOutSaleSharing).house_answer);

    let appeal = report("us-tx-tdpsa", "appeal");
    assert_eq!(appeal.confidence, crate::law::Confidence::Secondary);
    assert!(appeal.working.iter().any(|s| s.kind == StepKind::Caution));

    // Only the extension of an accounting was not compared with its text.
    let accounting = report("us-hipaa", "disclosure-accounting");
    let cautious: Vec<&str> = accounting
        .working
        .iter()
        .filter(|s| s.kind == StepKind::Caution)
        .map(|s| s.deadline)
        .collect();
    assert_eq!(cautious, ["extension_notice_due", "extended_due"]);
}

#[test]
fn a_repeated_request_is_told_in_the_report() {
    let events = [(
        "previous-request-answered".to_owned(),
        "2026-04-01".to_owned(),
    )];
    let report = |regime: &str, right: &str| {
        crate::law::deadline_report(regime, right, "2026-10-01", None, None, &events, None).unwrap()
    };
    let list = report("us-ca-shine-the-light", "disclosure-list");
    assert!(list.frequency.unwrap().text.contains("calendar year"));
    assert!(report("us-hipaa", "disclosure-accounting").fee.is_some());
}

#[test]
fn another_address_says_why_it_has_longer() {
    let report = crate::law::deadline_report(
        "us-ca-shine-the-light",
        "disclosure-list",
        "2026-03-02",
        None,
        None,
        &[],
        Some(crate::law::ArrivedAt::OtherAddress),
    );
    let report = report.unwrap();
    assert!(
        report
            .working
            .iter()
            .any(|s| s.text.contains("at most 150 days"))
    );
    assert!(report.readings.iter().any(|r| r.stricter));
}

#[test]
fn a_complaint_before_the_section_counts_is_told_so() {
    let early = crate::law::deadline_report(
        "uk-dpa",
        "complaint",
        "2026-06-18",
        None,
        Some("gb-eng"),
        &[],
        None,
    );
    assert!(early.unwrap_err().to_string().contains("2026-06-19"));
}

fn question_clock(law: &str, right: Right) -> crate::law::Clock {
    let library = Library::bundled().unwrap();
    let law = library.law(law).unwrap();
    derive(&Question {
        law,
        library,
        calendar: library.calendar(law.calendar_id("none")).unwrap(),
        right,
        capacity: Capacity::Own,
        received_on: "2026-06-01".parse().unwrap(),
        facts: &[],
        arrived_at: None,
    })
    .unwrap()
}
