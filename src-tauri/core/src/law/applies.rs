//! Which law a claim is proposed under, from where the person lives and what they ask.
//!
//! A proposal, with its reason: the officer decides.

use chrono::NaiveDate;
use serde::Serialize;

use super::clock_rule::Unit;
use super::library::Library;
use super::pack::Law;
use crate::words::Right;

/// What the organisation has said about itself.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// Identifiers of the laws that apply to it.
    pub laws: Vec<String>,
}

/// One right under one law, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// The right.
    pub right: Right,
    /// The law.
    pub law_id: String,
    /// One sentence.
    pub reason: String,
}

/// Proposes a law for each right, whatever the day of receipt.
///
/// `residence` is an ISO country code or one with a state, as `us-ca`; empty or `unknown` proposes
/// the strictest of the enabled laws. Only laws the organisation has enabled and that know the
/// right are proposed, so the answer may be empty.
pub fn propose(
    library: &Library,
    profile: &Profile,
    residence: &str,
    rights: &[Right],
) -> Vec<Proposal> {
    proposals(library, profile, residence, rights, |law, right| {
        law.knows(right)
    })
}

/// As [`propose`], without the laws that do not give the right to a request of this day yet.
pub fn propose_on(
    library: &Library,
    profile: &Profile,
    residence: &str,
    rights: &[Right],
    received_on: NaiveDate,
) -> Vec<Proposal> {
    proposals(library, profile, residence, rights, |law, right| {
        law.right(right, received_on).is_ok()
    })
}

fn proposals(
    library: &Library,
    profile: &Profile,
    residence: &str,
    rights: &[Right],
    gives: impl Fn(&Law, Right) -> bool,
) -> Vec<Proposal> {
    let residence = residence.trim().to_lowercase();
    let mut found = Vec::new();
    for right in rights.iter().copied() {
        let enabled: Vec<&Law> = library
            .laws()
            .filter(|law| profile.laws.contains(&law.id) && gives(law, right))
            .collect();
        if matches!(residence.as_str(), "" | "unknown" | "??") {
            found.extend(strictest_of(&enabled, right));
            continue;
        }
        for law in enabled {
            if let Some(reason) = reason(law, right, &residence) {
                found.push(Proposal {
                    right,
                    law_id: law.id.clone(),
                    reason,
                });
            }
        }
    }
    found
}

fn reason(law: &Law, right: Right, residence: &str) -> Option<String> {
    let country = residence.split('-').next().unwrap_or(residence);
    let covers = |place: &str| {
        law.reach
            .residences
            .iter()
            .any(|code| code == place || code == "*")
    };
    let name = name_of(law, right);
    if covers(residence) || covers(country) {
        return Some(format!(
            "{} covers {} ({}) and knows this right as “{name}”.",
            law.short, law.reach.people, law.reach.cite
        ));
    }
    // A country without its state: the state's law may apply, and nothing is lost by keeping it.
    let state_of = law.reach.residences.iter().any(|code| {
        code.strip_prefix(residence)
            .is_some_and(|rest| rest.starts_with('-'))
    });
    state_of.then(|| {
        format!(
            "The state is not recorded; {} covers {} ({}), so it is kept until the state is known.",
            law.short, law.reach.people, law.reach.cite
        )
    })
}

fn strictest_of(enabled: &[&Law], right: Right) -> Option<Proposal> {
    let law = enabled.iter().min_by_key(|law| about_days(law, right))?;
    let reason = if enabled.len() == 1 {
        format!(
            "The residence is not known; of your laws only {} knows this right, as “{}”.",
            law.short,
            name_of(law, right)
        )
    } else {
        format!(
            "The residence is not known; of your laws that know this right {} is the strictest.",
            law.short
        )
    };
    Some(Proposal {
        right,
        law_id: law.id.clone(),
        reason,
    })
}

fn name_of(law: &Law, right: Right) -> &str {
    // The latest version: a name does not decide anything.
    law.rights
        .iter()
        .rev()
        .find(|rule| rule.right == right)
        .map_or("", |rule| &rule.name)
}

/// Roughly how long the law leaves, only to compare laws: a law that stops it at once comes first.
fn about_days(law: &Law, right: Right) -> u32 {
    let rule = law.rights.iter().rev().find(|rule| rule.right == right);
    let clock = rule.and_then(|rule| law.clocks.iter().find(|clock| clock.id == rule.clock));
    let version = clock.and_then(|clock| clock.versions.last());
    let period = version.and_then(|version| version.cease.as_ref().or(version.respond.as_ref()));
    period.map_or(u32::MAX, |period| {
        // The shortest a month or a week of business days can be.
        match period.unit {
            Unit::Days => period.count,
            Unit::Months => period.count * 28,
            Unit::BusinessDays => period.count * 7 / 5,
        }
    })
}
