//! What the reports of requests go by, read from the data once.

use crate::api::wire::{CitedText, Refusal};
use crate::register::rules::{Source, read};
use crate::summary::figures::{Kind, Reason};
use crate::words::Right;
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::OnceLock;

/// The request metrics, and the classes of days.
#[derive(Debug)]
pub struct Rules {
    pub metrics: Metrics,
    pub classes: Classes,
}

/// Which law's requests are counted as what, and who publishes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    /// Identifier of the law.
    pub law: String,
    /// Where the people live whom the law protects, as in `residence`.
    pub residence: String,
    pub publish: Publish,
    pub everybody: Everybody,
    kinds: Vec<KindRule>,
    pub reasoned: Reading,
    /// What the days of a request metric are.
    pub days: Reading,
    reasons: Vec<ReasonRule>,
}

/// Who publishes the figures, and by when of the year after.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// From so many consumers in a calendar year.
    pub consumers: u64,
    month: u32,
    day: u32,
    /// Goes out with the figures.
    pub text: String,
    pub officer: Advice,
    pub source: Source,
}

/// What the officer is told of who publishes: a span that is no year, and what Settings say of the size.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    pub year: String,
    pub must: String,
    pub voluntary: String,
    pub unsaid: String,
}

/// What is said of whom is counted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Everybody {
    pub all: String,
    pub alone: String,
    /// What the officer is told of it.
    pub officer: String,
    pub source: Source,
}

/// A reading with its article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub text: String,
    pub source: Source,
}

impl Reading {
    /// As a rule of counting.
    pub fn cited(&self) -> CitedText {
        CitedText {
            text: self.text.clone(),
            cite: self.source.cite.clone(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRule {
    id: String,
    name: String,
    rights: Vec<Right>,
    days: bool,
    source: Source,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonRule {
    id: String,
    name: String,
    grounds: Vec<String>,
}

/// Classes of days: numbers of our choosing, none of a law's.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    /// The last day of each class, rising.
    pub upper: Vec<u32>,
    text: String,
}

impl Classes {
    /// What is said beside a table of classes.
    pub fn says(&self) -> CitedText {
        CitedText {
            text: self.text.clone(),
            cite: String::new(),
        }
    }
}

impl Metrics {
    /// The kinds that count in a span that ends on this day.
    pub fn kinds(&self, last: NaiveDate) -> Vec<Kind> {
        self.kinds
            .iter()
            .filter(|kind| kind.source.since <= last)
            .map(|kind| Kind {
                id: kind.id.clone(),
                name: kind.name.clone(),
                rights: kind.rights.clone(),
                days: kind.days,
                cite: kind.source.cite.clone(),
            })
            .collect()
    }

    /// The reasons of denial; the last takes every other ground.
    pub fn reasons(&'static self) -> Vec<Reason> {
        self.reasons
            .iter()
            .map(|reason| Reason {
                id: &reason.id,
                name: reason.name.clone(),
                grounds: reason.grounds.clone(),
            })
            .collect()
    }
}

impl Publish {
    /// The day by which the figures of a year are published.
    pub fn by(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year + 1, self.month, self.day)
    }
}

/// The rules, read on first use.
pub fn rules() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            Ok(Rules {
                metrics: read(
                    "metrics.toml",
                    include_str!("../../data/report/metrics.toml"),
                )?,
                classes: read(
                    "classes.toml",
                    include_str!("../../data/report/classes.toml"),
                )?,
            })
        })
        .as_ref()
        .map_err(Clone::clone)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::rules;
    use crate::law::Library;

    #[test]
    fn every_ground_of_the_law_stands_under_one_reason_and_no_other_does() {
        let metrics = &rules().unwrap().metrics;
        let law = Library::bundled().unwrap().law(&metrics.law).unwrap();
        let mut sorted: Vec<&String> = metrics.reasons.iter().flat_map(|r| &r.grounds).collect();
        let mut known: Vec<&String> = law.grounds.iter().map(|ground| &ground.id).collect();
        sorted.sort();
        known.sort();
        assert_eq!(sorted, known);
        assert_eq!(metrics.reasons.last().unwrap().id, "other");
    }

    #[test]
    fn every_kind_is_a_right_of_the_law_and_no_right_is_two() {
        let metrics = &rules().unwrap().metrics;
        let law = Library::bundled().unwrap().law(&metrics.law).unwrap();
        let mut rights: Vec<_> = metrics.kinds.iter().flat_map(|k| &k.rights).collect();
        assert!(rights.iter().all(|right| law.knows(**right)));
        let all = rights.len();
        rights.sort();
        rights.dedup();
        assert_eq!(rights.len(), all);
        let ids = |last: &str| -> Vec<String> {
            let kinds = metrics.kinds(last.parse().unwrap());
            kinds.into_iter().map(|kind| kind.id).collect()
        };
        assert_eq!(
            ids("2026-12-31"),
            ["delete", "correct", "know", "opt-out", "limit"]
        );
        assert_eq!(
            ids("2027-01-01").len(),
            7,
            "a span that reaches into 2027 has the automated decisions"
        );
    }

    #[test]
    fn the_classes_rise() {
        let classes = &rules().unwrap().classes;
        assert!(classes.upper.is_sorted_by(|a, b| a < b));
        assert!(classes.says().text.ends_with('.'));
    }

    #[test]
    fn what_is_published_names_its_day_in_the_year_after() {
        let publish = &rules().unwrap().metrics.publish;
        assert_eq!(publish.by(2026), Some("2027-07-01".parse().unwrap()));
        assert!(publish.text.contains("{consumers}") && publish.text.contains("{by}"));
        let officer = &publish.officer;
        assert!(officer.must.contains("{people}") && officer.voluntary.contains("{people}"));
    }
}
