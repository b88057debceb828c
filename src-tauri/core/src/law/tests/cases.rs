//! Deadline cases: a table of given facts and a table of our own, each row with its source.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::law::deadline_report;
use crate::words::ArrivedAt;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    regime: String,
    right: String,
    calendar: Option<String>,
    received: String,
    timezone: Option<String>,
    #[serde(default)]
    events: Vec<(String, String)>,
    arrived_at: Option<ArrivedAt>,
    expect: BTreeMap<String, NaiveDate>,
    #[serde(default)]
    earliest: BTreeMap<String, NaiveDate>,
    source: String,
}

fn check(table: &str) -> usize {
    let cases: Vec<Case> = serde_json::from_str(table).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        assert!(!case.source.is_empty(), "{} has no source", case.id);
        let report = deadline_report(
            &case.regime,
            &case.right,
            &case.received,
            case.timezone.as_deref(),
            case.calendar.as_deref(),
            &case.events,
            case.arrived_at,
        )
        .unwrap_or_else(|error| panic!("{}: {error}", case.id));
        let found = serde_json::to_value(&report).unwrap();
        for (key, date) in &case.expect {
            if found[key] != date.to_string() {
                wrong.push(format!(
                    "{} {key}: {} instead of {date}",
                    case.id, found[key]
                ));
            }
        }
        for (key, date) in &case.earliest {
            if found["earliest"][key] != date.to_string() {
                let got = &found["earliest"][key];
                wrong.push(format!(
                    "{} earliest {key}: {got} instead of {date}",
                    case.id
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    cases.len()
}

#[test]
fn given_cases() {
    assert!(check(include_str!("deadlines.given.json")) >= 65);
}

#[test]
fn own_cases_at_the_borders() {
    assert!(check(include_str!("deadlines.own.json")) >= 125);
}
