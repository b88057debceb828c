//! `deadline`: a question to the law, no desk needed. The dates are worked out by hand from the sources named.

use crate::run::run;
use serde_json::Value;

fn ask(line: &str) -> Value {
    let args: Vec<&str> = line.split_whitespace().collect();
    run(&[&["deadline", "--json"], args.as_slice()].concat()).json()
}

#[track_caller]
fn check(line: &str, dates: &[(&str, &str)]) {
    let report = ask(line);
    for (key, date) in dates {
        assert_eq!(report[key], *date, "{key} of {line}");
    }
}

#[test]
fn a_month_without_a_31st_ends_on_its_last_day_and_rolls_over_the_weekend() {
    // Reg. 1182/71 Art. 3(2)(c) and 3(4): 28 Feb 2026 is a Saturday.
    check(
        "--regime eu-gdpr --right access --received 2026-01-31 --calendar de-be",
        &[
            ("respond_due", "2026-03-02"),
            ("extension_notice_due", "2026-03-02"),
            ("extended_due", "2026-04-30"),
        ],
    );
}

#[test]
fn the_example_of_the_help_works() {
    let report = ask(
        "--regime eu-gdpr --right access --received 2026-01-31 --calendar de-be --event identity-requested=2026-02-03",
    );
    // A date the law does not set is not there: the GDPR knows no acknowledgement.
    for key in [
        "respond_due",
        "extension_notice_due",
        "extended_due",
        "earliest",
        "working",
    ] {
        assert!(report.get(key).is_some(), "{key} is missing");
    }
    assert!(report.get("ack_due").is_none());
    let working = report["working"].as_array().unwrap();
    assert!(!working.is_empty());
    assert!(
        working
            .iter()
            .any(|step| step["citation"].as_str().is_some_and(|c| c.contains("12")))
    );
}

#[test]
fn a_holiday_is_skipped_only_by_the_calendar_that_has_it() {
    // One month from 8 Feb 2027 ends on 8 Mar 2027, a Monday: International Women's Day, a holiday in Berlin alone.
    let asked = "--regime eu-gdpr --right access --received 2027-02-08";
    check(
        &format!("{asked} --calendar de-be"),
        &[("respond_due", "2027-03-09")],
    );
    check(
        &format!("{asked} --calendar de-by"),
        &[("respond_due", "2027-03-08")],
    );
    check(asked, &[("respond_due", "2027-03-08")]);
}

#[test]
fn an_instant_counts_on_its_civil_day_in_the_zone() {
    // 22:30 UTC on the last night of summer time is half past midnight in Berlin.
    check(
        "--regime eu-gdpr --right erasure --received 2026-10-24T22:30:00Z --timezone Europe/Berlin",
        &[("received_on", "2026-10-25"), ("respond_due", "2026-11-25")],
    );
    check(
        "--regime eu-gdpr --right erasure --received 2026-10-24T22:30:00Z --timezone America/New_York",
        &[("received_on", "2026-10-24")],
    );
}

#[test]
fn california_counts_days_and_business_days() {
    // Cal. Civ. Code 1798.130(a)(2)(A): 45 days, once 45 more; 11 CCR 7021(a): ten business days to confirm.
    check(
        "--regime us-ca-ccpa --right access --received 2026-03-02",
        &[
            ("ack_due", "2026-03-16"),
            ("respond_due", "2026-04-16"),
            ("extended_due", "2026-05-31"),
        ],
    );
}

#[test]
fn a_newsletter_stops_within_ten_business_days() {
    // 15 USC 7704(a)(4)(A), Monday to Friday.
    check(
        "--regime us-can-spam --right unsubscribe --received 2026-03-02",
        &[("respond_due", "2026-03-16")],
    );
}

/// The table that the core is proved with, each row as a line of the command.
#[test]
fn every_given_case_as_a_line() {
    let table = include_str!("../../../core/src/law/tests/deadlines.given.json");
    let cases: Vec<Value> = serde_json::from_str(table).unwrap();
    assert!(cases.len() >= 45);
    let mut wrong = Vec::new();
    for case in &cases {
        let word = |key: &str| case[key].as_str();
        let mut args = vec!["deadline".to_owned(), "--json".to_owned()];
        for flag in ["regime", "right", "received", "timezone", "calendar"] {
            if let Some(value) = word(flag) {
                args.extend([format!("--{flag}"), value.to_owned()]);
            }
        }
        if let Some(how) = word("arrived_at") {
            args.extend(["--arrived-at".to_owned(), how.to_owned()]);
        }
        for event in case["events"].as_array().into_iter().flatten() {
            let (kind, day) = (event[0].as_str().unwrap(), event[1].as_str().unwrap());
            args.extend(["--event".to_owned(), format!("{kind}={day}")]);
        }
        let line: Vec<&str> = args.iter().map(String::as_str).collect();
        let report = run(&line).json();
        for (key, date) in case["expect"].as_object().unwrap() {
            if report[key] != *date {
                wrong.push(format!(
                    "{} {key}: {} instead of {date}",
                    case["id"], report[key]
                ));
            }
        }
        for (key, date) in case["earliest"].as_object().into_iter().flatten() {
            if report["earliest"][key] != *date {
                wrong.push(format!(
                    "{} earliest {key}: {} instead of {date}",
                    case["id"], report["earliest"][key]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn without_json_it_is_a_sheet_to_read() {
    let ran = run(&[
        "deadline",
        "--regime",
        "eu-gdpr",
        "--right",
        "access",
        "--received",
        "2026-01-31",
    ])
    .well();
    assert!(ran.out.contains("Answer by"), "{}", ran.out);
    assert!(ran.out.contains("2026-03-02"), "{}", ran.out);
    assert!(ran.out.contains("why"), "{}", ran.out);
}

#[test]
fn what_cannot_be_used_is_said_in_a_sentence() {
    let refused = |line: &str, sentence: &str| {
        let args: Vec<&str> = line.split_whitespace().collect();
        run(&[&["deadline", "--json"], args.as_slice()].concat()).refused(1, sentence);
    };
    refused(
        "--regime eu-gdpr --right access --received 2026-02-30",
        "2026-02-30",
    );
    refused(
        "--regime no-such-law --right access --received 2026-01-31",
        "no-such-law",
    );
    refused(
        "--regime eu-gdpr --right opt-out-sale-sharing --received 2026-01-31",
        "opt-out-sale-sharing",
    );
    refused(
        "--regime eu-gdpr --right access --received 2026-01-31 --calendar atlantis",
        "atlantis",
    );
    refused(
        "--regime eu-gdpr --right access --received 2026-01-31 --event tea-served=2026-02-01",
        "tea-served",
    );
    refused(
        "--regime eu-gdpr --right access --received 2026-01-31T10:00:00Z --timezone Mars/Olympus",
        "Mars/Olympus",
    );
}

#[test]
fn a_line_that_is_not_understood_ends_with_two() {
    let ran = run(&["deadline", "--regime", "eu-gdpr"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--received"), "{}", ran.err);
    let ran = run(&[
        "deadline",
        "--regime",
        "eu-gdpr",
        "--right",
        "access",
        "--received",
        "2026-01-31",
        "--event",
        "noday",
    ]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("EVENT=DAY"), "{}", ran.err);
}

#[test]
fn help_names_every_command_and_every_exit_code() {
    let ran = run(&["--help"]).well();
    for word in [
        "deadline",
        "create",
        "queue",
        "log",
        "letter",
        "year",
        "verify",
        "backup",
        "call",
        "Exit codes",
        "passphrase",
    ] {
        assert!(ran.out.contains(word), "{word} is not in the help");
    }
    assert!(
        run(&["--version"])
            .well()
            .out
            .starts_with("rightsdesk-cli ")
    );
}
