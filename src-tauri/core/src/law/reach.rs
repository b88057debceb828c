//! Whom a law covers, as data: places, sizes of organisations, ages, kinds of data. Each limb has its own sentence and article.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::LawError;
use super::pack::Confidence;
use crate::words::{Capacity, DataKind, Right};

/// Where a law stands in a list of laws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// The Union, the United Kingdom, Switzerland.
    Europe,
    /// The United States as a whole.
    UsFederal,
    /// California.
    UsCalifornia,
    /// Texas.
    UsTexas,
    /// The other states of the United States.
    UsStates,
    /// All other countries.
    Elsewhere,
    /// No statute: the terms of somebody one deals with.
    Contracts,
}

/// Whom a law covers. All of it must be met: one of the places, the organisation, the age, the data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// The people, to be read after “covers”.
    pub people: String,
    /// The rule of territory.
    pub cite: String,
    /// Any one is enough; none only in a pack that covers nobody by itself.
    #[serde(default)]
    pub places: Vec<PlaceLimb>,
    /// Dated versions, oldest first; without one, every organisation is covered.
    #[serde(default)]
    pub organisations: Vec<OrganisationRule>,
    /// Limits by the age of the person.
    #[serde(default)]
    pub ages: Vec<AgeLimb>,
    /// What to know about people of an age, without any limit to the law.
    #[serde(default)]
    pub age_notes: Vec<AgeNote>,
    /// Limits by who asks.
    #[serde(default)]
    pub capacities: Vec<CapacityLimb>,
    /// Limits by the kind of data.
    #[serde(default)]
    pub data: Vec<DataLimb>,
}

/// A connection with a place; a list left out asks for nothing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceLimb {
    /// Where the person lives: ISO 3166 codes in lower case, `us-ca`, a group, or `*` for everywhere.
    #[serde(default)]
    pub residences: Vec<String>,
    /// Where the organisation is established, in the same codes.
    #[serde(default)]
    pub established: Vec<String>,
    /// A sentence without its full stop.
    pub text: String,
    /// The article.
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
}

/// Which organisations a law covers, for requests received from a certain day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationRule {
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// The article.
    pub cite: String,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
    /// Any one is enough; none asks for nothing.
    #[serde(default)]
    pub any: Vec<OrganisationLimb>,
    /// Any one leaves the organisation out.
    #[serde(default)]
    pub unless: Vec<OrganisationLimb>,
}

/// Facts of an organisation that must all be there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationLimb {
    /// To be read after “an organisation that”.
    pub that: String,
    /// The article.
    pub cite: String,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
    /// All must be met.
    pub all: Vec<Condition>,
}

/// One fact or one number of an organisation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// A question answered yes or no,
    pub fact: Option<String>,
    /// … which must be answered so;
    pub is: Option<bool>,
    /// or a number,
    pub figure: Option<String>,
    /// or how many people of this place it holds data of;
    pub people: Option<String>,
    /// which must be so much,
    pub at_least: Option<u64>,
    /// or more than that,
    pub more_than: Option<u64>,
    /// or less than that.
    pub fewer_than: Option<u64>,
}

/// The law, or some of its rights, speak only of people under an age.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeLimb {
    /// Whole years.
    pub under: u32,
    /// Which rights; none means every right.
    #[serde(default)]
    pub rights: Vec<Right>,
    /// A sentence without its full stop.
    pub text: String,
    /// The article.
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
}

/// What an officer should know about people of an age.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeNote {
    /// From this age,
    #[serde(default)]
    pub from: u32,
    /// … and under this one.
    pub under: u32,
    /// For which rights.
    pub rights: Vec<Right>,
    /// Whole sentences.
    pub text: String,
    /// The article.
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
}

/// The law gives its rights only to people in these capacities.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapacityLimb {
    /// Only these.
    pub only: Vec<Capacity>,
    /// A sentence without its full stop.
    pub text: String,
    /// The article.
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
}

/// The law covers only some kinds of data, or leaves some out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataLimb {
    /// Only these,
    #[serde(default)]
    pub only: Vec<DataKind>,
    /// … or all but these.
    #[serde(default)]
    pub except: Vec<DataKind>,
    /// A sentence without its full stop.
    pub text: String,
    /// The article.
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
}

impl Reach {
    /// A pack that stands in every desk covers nobody by itself, so a limb of it would never be asked.
    fn check_nobody(&self) -> Result<(), String> {
        let limbs = [
            self.places.len(),
            self.organisations.len(),
            self.ages.len(),
            self.age_notes.len(),
            self.capacities.len(),
            self.data.len(),
        ];
        if limbs.iter().any(|count| *count > 0) {
            return Err(
                "it stands in every desk and covers nobody by itself, so its reach has no limbs"
                    .to_owned(),
            );
        }
        Ok(())
    }
}

/// What a condition asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject<'a> {
    Fact(&'a str),
    Figure(&'a str),
    People(&'a str),
}

impl Condition {
    pub(super) fn subject(&self) -> Option<Subject<'_>> {
        match (&self.fact, &self.figure, &self.people) {
            (Some(id), None, None) => Some(Subject::Fact(id)),
            (None, Some(id), None) => Some(Subject::Figure(id)),
            (None, None, Some(place)) => Some(Subject::People(place)),
            _ => None,
        }
    }
}

/// A question about the organisation that some law asks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReachQuestion {
    /// What conditions call it.
    pub id: String,
    /// As the officer reads it.
    pub label: String,
    /// One sentence of help; may be empty.
    #[serde(default)]
    pub help: String,
    /// To be read after “Not said yet:”.
    pub missing: String,
}

/// The groups of places, and the questions about an organisation, that packs refer to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReachBook {
    groups: BTreeMap<String, Group>,
    /// The names of the states, as they are asked about.
    pub states: BTreeMap<String, String>,
    /// Answered yes or no.
    pub facts: Vec<ReachQuestion>,
    /// Answered with a number.
    pub figures: Vec<ReachQuestion>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    members: Vec<String>,
    #[expect(
        dead_code,
        reason = "read by whoever edits the file; a group without one does not load"
    )]
    cite: String,
    #[expect(
        dead_code,
        reason = "read by whoever edits the file; a group without one does not load"
    )]
    checked: NaiveDate,
}

impl ReachBook {
    /// What comes with the program.
    pub fn bundled() -> Result<&'static ReachBook, LawError> {
        static BOOK: OnceLock<Result<ReachBook, LawError>> = OnceLock::new();
        BOOK.get_or_init(|| {
            toml::from_str(include_str!("../../data/reach.toml")).map_err(|error| {
                LawError::BadData {
                    file: "reach.toml".to_owned(),
                    why: error.to_string(),
                }
            })
        })
        .as_ref()
        .map_err(Clone::clone)
    }

    /// Whether a place belongs to a group, or is the group itself.
    pub fn in_group(&self, group: &str, place: &str) -> bool {
        place == group
            || self
                .groups
                .get(group)
                .is_some_and(|group| group.members.iter().any(|one| one == place))
    }

    /// A group stands for its members, and for itself: somebody may be known to live in the Union, and no more.
    pub(super) fn spell_out(&self, reach: &mut Reach) {
        for limb in &mut reach.places {
            for list in [&mut limb.residences, &mut limb.established] {
                for (name, group) in &self.groups {
                    if list.contains(name) {
                        list.extend(group.members.iter().cloned());
                    }
                }
            }
        }
    }

    pub(super) fn check(&self, reach: &Reach, always: bool) -> Result<(), String> {
        let missing =
            |what: &str| format!("its reach has a {what} without a sentence or an article");
        if always {
            return reach.check_nobody();
        }
        if reach.places.is_empty() {
            return Err("its reach names no place".to_owned());
        }
        for limb in &reach.places {
            filled(&limb.text, &limb.cite).ok_or_else(|| missing("place"))?;
            if limb.residences.is_empty() && limb.established.is_empty() {
                return Err(missing("place"));
            }
        }
        if !reach.organisations.is_sorted_by(|a, b| a.since < b.since) {
            return Err("the versions of whom it covers are not in order".to_owned());
        }
        for rule in &reach.organisations {
            filled(&rule.cite, &rule.cite).ok_or_else(|| missing("rule of organisations"))?;
            for limb in rule.any.iter().chain(&rule.unless) {
                filled(&limb.that, &limb.cite).ok_or_else(|| missing("kind of organisation"))?;
                if limb.all.is_empty() {
                    return Err(missing("kind of organisation"));
                }
                for condition in &limb.all {
                    self.check_condition(condition)?;
                }
            }
        }
        for limb in &reach.ages {
            filled(&limb.text, &limb.cite).ok_or_else(|| missing("age"))?;
        }
        for note in &reach.age_notes {
            filled(&note.text, &note.cite).ok_or_else(|| missing("note on ages"))?;
        }
        for limb in &reach.capacities {
            filled(&limb.text, &limb.cite).ok_or_else(|| missing("capacity"))?;
        }
        for limb in &reach.data {
            filled(&limb.text, &limb.cite).ok_or_else(|| missing("kind of data"))?;
            if limb.only.is_empty() == limb.except.is_empty() {
                return Err("a limit by kind of data says either “only” or “except”".to_owned());
            }
        }
        Ok(())
    }

    fn check_condition(&self, condition: &Condition) -> Result<(), String> {
        let bounds = [
            condition.at_least,
            condition.more_than,
            condition.fewer_than,
        ];
        let bounds = bounds.iter().flatten().count();
        let (known, shaped) = match condition.subject() {
            Some(Subject::Fact(id)) => (
                self.facts.iter().any(|q| q.id == id),
                condition.is.is_some() && bounds == 0,
            ),
            Some(Subject::Figure(id)) => (
                self.figures.iter().any(|q| q.id == id),
                condition.is.is_none() && bounds == 1,
            ),
            Some(Subject::People(place)) => (
                self.states.contains_key(place),
                condition.is.is_none() && bounds == 1,
            ),
            None => (false, false),
        };
        if !known {
            return Err("a condition asks for what reach.toml does not know".to_owned());
        }
        if !shaped {
            return Err(
                "a condition needs one answer, or one bound: at_least, more_than or fewer_than"
                    .to_owned(),
            );
        }
        Ok(())
    }
}

fn filled(text: &str, cite: &str) -> Option<()> {
    (!text.trim().is_empty() && !cite.trim().is_empty()).then_some(())
}
