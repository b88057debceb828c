//! What laws say of breaches, read from `data/registers/breach.toml`.

use crate::api::wire::Refusal;
use crate::register::rules::{Source, read};
use crate::words::IncidentRisk;
use serde::Deserialize;
use std::sync::OnceLock;

/// The file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    #[serde(rename = "clock")]
    pub clocks: Vec<Clock>,
    pub promptly: Promptly,
    #[serde(rename = "item")]
    pub items: Vec<Item>,
    #[serde(rename = "reminder")]
    pub reminders: Vec<Reminder>,
}

/// Towards whom a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Towards {
    Authority,
    People,
}

/// A date that is counted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    pub id: String,
    /// Runs where it is one of the organisation’s.
    pub law: String,
    pub towards: Towards,
    /// Words in the name of its authority, where another law has another.
    #[serde(default)]
    pub names: Vec<String>,
    pub risks: Vec<IncidentRisk>,
    /// From the moment of awareness,
    pub hours: Option<u32>,
    /// or from its day.
    pub days: Option<u32>,
    /// The number is one of the house.
    #[serde(default)]
    pub house: bool,
    pub what: String,
    /// What is asked of whoever comes later.
    pub late: String,
    /// How it is counted.
    pub counted: String,
    pub source: Source,
}

/// How soon the house takes “promptly” to be.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promptly {
    pub days: u32,
    pub counted: String,
}

/// Something a letter says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub what: String,
    pub source: Source,
    /// Wanted only where the house writes American English: the statutes there want it.
    #[serde(default)]
    pub american: bool,
}

/// A law that is named and not counted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// One of the organisation’s laws,
    #[serde(default)]
    pub laws: Vec<String>,
    /// or a place where somebody affected lives: a code, `us-*`, or `group:eu`.
    #[serde(default)]
    pub places: Vec<String>,
    /// Only for places that no other reminder names.
    #[serde(default)]
    pub unless_named: bool,
    /// Only while this is none of the organisation’s laws.
    pub without_law: Option<String>,
    /// Its own number of days, told as a date.
    pub days: Option<u32>,
    /// What is to be done by then, for those that name a number.
    #[serde(default)]
    pub due: String,
    pub text: String,
    pub source: Source,
}

/// The rules, read once.
pub fn rules() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            read(
                "registers/breach.toml",
                include_str!("../../../data/registers/breach.toml"),
            )
        })
        .as_ref()
        .map_err(Refusal::clone)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn every_rule_is_whole_and_names_laws_of_the_library() {
        let rules = rules().unwrap();
        let library = crate::desk::reference::library().unwrap();
        for clock in &rules.clocks {
            assert!(library.law(&clock.law).is_ok(), "{}", clock.id);
            assert_ne!(clock.hours.is_some(), clock.days.is_some(), "{}", clock.id);
            assert!(
                !clock.risks.is_empty() && !clock.counted.is_empty(),
                "{}",
                clock.id
            );
            assert!(
                clock.risks.contains(&IncidentRisk::Open),
                "{}: the stricter clocks run while nobody has judged",
                clock.id
            );
            assert!(!clock.what.ends_with('.'), "{}: a day follows", clock.id);
        }
        for one in &rules.reminders {
            for law in one.laws.iter().chain(&one.without_law) {
                assert!(library.law(law).is_ok(), "{law}");
            }
            assert!(
                !one.laws.is_empty() || !one.places.is_empty(),
                "{}",
                one.text
            );
            assert!(
                one.text.ends_with('.') && !one.source.cite.is_empty(),
                "{}",
                one.text
            );
            assert_eq!(
                one.days.is_some(),
                one.due.ends_with('.'),
                "{}: a number of days says what is due then",
                one.text
            );
        }
        let ids: Vec<&str> = rules.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "nature",
                "data",
                "contact",
                "consequences",
                "measures",
                "advice"
            ]
        );
    }
}
