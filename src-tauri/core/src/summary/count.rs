//! Adding up. Pure: the same claims always give the same figures.

use crate::api::wire::{Contradiction, MonthCount, YearPromise, YearRow, YearSummary};
use crate::words::{Outcome, Right};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// One claim under one law, with everything the figures read.
#[derive(Debug, Clone)]
pub struct Counted {
    pub request: u32,
    pub law: String,
    pub law_short: String,
    pub right: Right,
    pub right_name: String,
    pub received_on: NaiveDate,
    pub outcome: Option<Outcome>,
    /// The day the person had the answer.
    pub answered_on: Option<NaiveDate>,
    /// The day it was due, as extended.
    pub due: Option<NaiveDate>,
    /// Past due today and still unanswered.
    pub overdue: bool,
}

impl Counted {
    /// What became of it, once the person knows: a decision that has not left the house is still open.
    fn outcome(&self) -> Option<Outcome> {
        self.answered_on.and(self.outcome)
    }
}

/// What a year's summary is made from.
pub struct Figures<'a> {
    pub year: i32,
    pub organisation: &'a str,
    pub log_head: &'a str,
    pub claims: &'a [Counted],
    /// What the promises came to.
    pub promises: Vec<YearPromise>,
    pub contradictions: Vec<Contradiction>,
}

/// Adds up a year, one row a law and right.
pub fn summarise(of: Figures) -> YearSummary {
    let mut groups: BTreeMap<(&str, Right), Vec<&Counted>> = BTreeMap::new();
    for claim in of.claims {
        groups
            .entry((&claim.law, claim.right))
            .or_default()
            .push(claim);
    }
    let rows = groups
        .into_values()
        .map(|claims| {
            // A group holds at least the claim that made it.
            let (law, short, right, name) = claims
                .first()
                .map(|c| {
                    (
                        c.law.clone(),
                        c.law_short.clone(),
                        Some(c.right),
                        c.right_name.clone(),
                    )
                })
                .unwrap_or_default();
            row(law, short, right, name, &claims)
        })
        .collect();
    let all: Vec<&Counted> = of.claims.iter().collect();
    let months = (1..=12)
        .map(|month| {
            let mut requests: Vec<u32> = of
                .claims
                .iter()
                .filter(|c| c.received_on.month() == month)
                .map(|c| c.request)
                .collect();
            requests.sort_unstable();
            requests.dedup();
            MonthCount {
                month,
                received: size(requests.len()),
            }
        })
        .collect();
    YearSummary {
        year: of.year,
        organisation: of.organisation.to_owned(),
        rows,
        total: row(
            String::new(),
            "All laws".into(),
            None,
            "All rights".into(),
            &all,
        ),
        months,
        rules: RULES.iter().map(|r| (*r).to_owned()).collect(),
        log_head: of.log_head.to_owned(),
        promises: of.promises,
        contradictions: of.contradictions,
    }
}

const RULES: &[&str] = &[
    "The year is that of the civil day of receipt in the desk’s time zone.",
    "A request counts once for each right it invokes under each law that applies; the months count requests.",
    "In part means that something was granted and something was not, on a ground of the law.",
    "Days run from the day of receipt to the day the answer left; withdrawn claims and those still open have none.",
    "Still open is what the person has no answer to yet, decided or not.",
    "Late means answered after the last day, extensions in force counted, or past it and not answered.",
];

fn row(
    law: String,
    law_short: String,
    right: Option<Right>,
    right_name: String,
    claims: &[&Counted],
) -> YearRow {
    let count = |which: fn(&&&Counted) -> bool| size(claims.iter().filter(which).count());
    let mut days: Vec<i64> = claims
        .iter()
        .filter(|c| c.outcome().is_some_and(|o| o != Outcome::Withdrawn))
        .filter_map(|c| c.answered_on.map(|on| (on - c.received_on).num_days()))
        .collect();
    days.sort_unstable();
    let mut requests: Vec<u32> = claims.iter().map(|c| c.request).collect();
    requests.sort_unstable();
    requests.dedup();
    YearRow {
        law,
        law_short,
        right,
        right_name,
        received: size(claims.len()),
        in_full: count(|c| c.outcome() == Some(Outcome::Granted)),
        in_part: count(|c| c.outcome() == Some(Outcome::GrantedInPart)),
        refused: count(|c| c.outcome() == Some(Outcome::Refused)),
        withdrawn: count(|c| c.outcome() == Some(Outcome::Withdrawn)),
        open: count(|c| c.outcome().is_none()),
        late: count(|c| {
            c.overdue
                || c.outcome() != Some(Outcome::Withdrawn)
                    && c.answered_on.zip(c.due).is_some_and(|(on, due)| on > due)
        }),
        median_days: median(&days),
        mean_days: mean(&days),
        requests,
    }
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The middle value; between two middle values, halfway.
fn median(sorted: &[i64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper as f64);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    Some((lower + upper) as f64 / 2.0)
}

/// Rounded to a tenth: a hundredth of a day is no knowledge.
fn mean(days: &[i64]) -> Option<f64> {
    if days.is_empty() {
        return None;
    }
    Some((days.iter().sum::<i64>() as f64 / days.len() as f64 * 10.0).round() / 10.0)
}
