//! What the laws say of explicit consent, read from `data/registers/consents.toml`.

use crate::api::wire::{Refusal, RegisterNote};
use crate::register::rules::{Source, read};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::OnceLock;

/// The file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    rule: Vec<Rule>,
    house: Rule,
    needs: Vec<Needs>,
    /// Laws with authorisations of their own for the disclosure of health information.
    health: Health,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Health {
    laws: Vec<String>,
    #[allow(
        dead_code,
        reason = "read so that no list of laws stands without its source"
    )]
    source: Source,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    /// Any of the organisation’s; the rule of the house has none.
    #[serde(default)]
    laws: Vec<String>,
    text: String,
    source: Source,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Needs {
    law: String,
    source: Source,
}

/// The rules, read once.
pub fn rules() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            read(
                "registers/consents.toml",
                include_str!("../../../data/registers/consents.toml"),
            )
        })
        .as_ref()
        .map_err(Refusal::clone)
}

impl Rules {
    fn asking<'r>(&'r self, laws: &'r [String], day: NaiveDate) -> impl Iterator<Item = &'r Needs> {
        self.needs
            .iter()
            .filter(move |one| laws.contains(&one.law) && one.source.since <= day)
    }

    /// Whether one of these laws asks for consent on a day, and not the house alone.
    pub fn law_asks(&self, laws: &[String], day: NaiveDate) -> bool {
        self.asking(laws, day).next().is_some()
    }

    /// Whether one of these laws has authorisations of its own for health information.
    pub fn health_has_its_own(&self, laws: &[String]) -> bool {
        self.health.laws.iter().any(|law| laws.contains(law))
    }

    /// The articles that ask for consent on a day under these laws; the house asks where no law does.
    pub fn cite(&self, laws: &[String], day: NaiveDate) -> String {
        let all: Vec<&str> = self
            .asking(laws, day)
            .map(|one| one.source.cite.as_str())
            .collect();
        if all.is_empty() {
            self.house.source.cite.clone()
        } else {
            all.join("; ")
        }
    }

    /// What a consent must be under these laws.
    pub fn says(&self, laws: &[String], day: NaiveDate) -> Vec<RegisterNote> {
        let mut all: Vec<&Rule> = self
            .rule
            .iter()
            .filter(|one| one.laws.iter().any(|law| laws.contains(law)) && one.source.since <= day)
            .collect();
        if all.is_empty() {
            all.push(&self.house);
        }
        all.into_iter()
            .map(|one| one.source.note(one.text.clone()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn every_rule_names_a_law_of_the_library_and_says_where_it_stands() {
        let rules = rules().unwrap();
        let library = crate::desk::reference::library().unwrap();
        let named = rules
            .needs
            .iter()
            .map(|one| &one.law)
            .chain(rules.rule.iter().flat_map(|one| &one.laws))
            .chain(&rules.health.laws);
        for law in named {
            assert!(library.law(law).is_ok(), "{law} is no law of the library");
        }
        for one in &rules.needs {
            assert!(!one.source.cite.trim().is_empty(), "{}", one.law);
        }
    }

    #[test]
    fn the_house_asks_where_no_law_does_and_before_one_began() {
        let rules = rules().unwrap();
        let day = |text: &str| crate::time::day(text).unwrap();
        let texas = ["us-tx-tdpsa".to_owned()];
        assert_eq!(rules.cite(&texas, day("2024-06-30")), "rule of the house");
        assert!(rules.cite(&texas, day("2024-07-01")).contains("541.101"));
        assert_eq!(rules.cite(&[], day("2026-01-01")), "rule of the house");
        assert_eq!(rules.says(&[], day("2026-01-01")).len(), 1);
    }
}
