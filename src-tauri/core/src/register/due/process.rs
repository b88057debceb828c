//! Data that went to a court or an authority without a word to those concerned: a reminder of the house.

use super::Open;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::register::rules::{Source, read};
use crate::store;
use crate::time::{Now, short};
use crate::words::{ProcessKind, Register};
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use std::sync::OnceLock;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    untold: Untold,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Untold {
    days: u32,
    what: String,
    counted: String,
    source: Source,
}

fn rules() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            read(
                "registers/process.toml",
                include_str!("../../../data/registers/process.toml"),
            )
        })
        .as_ref()
        .map_err(Refusal::clone)
}

/// The last day of the reminder.
fn until(given: NaiveDate, days: u32) -> NaiveDate {
    given
        .checked_add_days(Days::new(days.into()))
        .unwrap_or(given)
}

/// What the entry is called: what demanded the data, and its number.
fn title(kind: ProcessKind, number: &str) -> String {
    let kind = match kind {
        ProcessKind::Subpoena => "Subpoena",
        ProcessKind::CourtOrder => "Court order",
        ProcessKind::Warrant => "Warrant",
        ProcessKind::AgencyRequest => "Demand of an authority",
        ProcessKind::Other => "Legal process",
    };
    match number.trim() {
        "" => kind.to_owned(),
        number => format!("{kind} {number}"),
    }
}

/// The reminders whose day has not passed.
pub fn untold(desk: &Desk, now: Now) -> Result<Vec<Open>, Refusal> {
    let rule = &rules()?.untold;
    let today = now.today(desk.zone);
    let since = today
        .checked_sub_days(Days::new(rule.days.into()))
        .unwrap_or(today);
    let mut all = Vec::new();
    for (id, given, entry) in store::due::untold(desk.store.read(), since)? {
        let Some(process) = entry.process else {
            continue;
        };
        let by = until(given, rule.days);
        all.push(Open {
            what: rule.what.clone(),
            why: vec![
                format!("The data was given out on {}.", short(given)),
                format!("{} days after that: {}.", rule.days, short(by)),
                rule.counted.clone(),
            ],
            cite: rule.source.cite.clone(),
            caution: rule.source.confidence.caution().map(str::to_owned),
            ..Open::of(
                Register::Disclosures,
                id,
                title(process.kind, &process.number),
                by,
            )
        });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn the_reminder_of_the_house_says_that_it_is_one() {
        let rule = &rules().unwrap().untold;
        assert!(rule.counted.contains("rule of the house"));
        assert!(rule.what.ends_with('.') && rule.days > 0);
        assert_eq!(title(ProcessKind::Warrant, " 12 "), "Warrant 12");
        assert_eq!(title(ProcessKind::Other, ""), "Legal process");
    }
}
