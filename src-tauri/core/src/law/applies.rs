//! Which laws a claim is proposed under, and why the others are not.
//!
//! A proposal, with its reason: the officer decides.

use chrono::NaiveDate;

use super::clock_rule::Unit;
use super::judge::{Answer, Asked, Missing, Organisation, Verdict, judge, may_cover};
use super::library::Library;
use super::limbs::nowhere;
use super::pack::Law;
use super::reach::{AgeLimb, AgeNote};
use crate::words::Right;

/// One right under one law that gives it, proposed or not, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The right.
    pub right: Right,
    /// The law.
    pub law_id: String,
    /// Whether the program would choose it.
    pub proposed: bool,
    /// Why, or why not.
    pub verdict: Verdict,
}

/// Judges each of these laws for each right that it gives to a request of this day, in the order of the library.
///
/// What applies is proposed, and what cannot be told yet. Two exceptions: without a residence, of the laws that hang on it
/// only the strictest is; and what hangs only on an unsaid place of establishment is proposed where nothing else is.
/// The answer may be empty.
pub fn propose(
    library: &Library,
    laws: &[String],
    organisation: &Organisation,
    asked: &Asked,
    rights: &[Right],
) -> Vec<Proposal> {
    let book = library.reach_book();
    let mut all = Vec::new();
    for right in rights.iter().copied() {
        let enabled: Vec<&Law> = library
            .laws()
            .filter(|law| laws.contains(&law.id) && law.right(right, asked.received_on).is_ok())
            .collect();
        let mut found: Vec<Proposal> = enabled
            .iter()
            .map(|law| {
                let verdict = judge(law, book, organisation, asked, right);
                Proposal {
                    right,
                    law_id: law.id.clone(),
                    proposed: verdict.answer == Answer::Applies
                        || verdict.answer == Answer::Open
                            && !waits_for_establishment(&verdict)
                            && !waits_for_residence(&verdict),
                    verdict,
                }
            })
            .collect();
        if nowhere(asked.residence) {
            propose_strictest(library, &enabled, &mut found);
        }
        if !found.iter().any(|one| one.proposed) {
            for one in &mut found {
                one.proposed = one.verdict.answer == Answer::Open
                    && waits_for_establishment(&one.verdict)
                    && !nowhere(asked.residence);
            }
        }
        all.append(&mut found);
    }
    all
}

fn waits_for_establishment(verdict: &Verdict) -> bool {
    verdict.missing.contains(&Missing::Established) && !verdict.missing.contains(&Missing::State)
}

fn waits_for_residence(verdict: &Verdict) -> bool {
    verdict.missing.contains(&Missing::Residence)
}

/// Of the laws that are not ruled out, the one that leaves the least time.
fn propose_strictest(library: &Library, enabled: &[&Law], found: &mut [Proposal]) {
    let days = |one: &Proposal| {
        library
            .law(&one.law_id)
            .map_or(u32::MAX, |law| about_days(law, one.right))
    };
    let possible = found
        .iter()
        .filter(|one| one.verdict.answer != Answer::DoesNot)
        .count();
    let strictest = found
        .iter_mut()
        .filter(|one| one.verdict.answer != Answer::DoesNot)
        .min_by_key(|one| days(one));
    let Some(one) = strictest else { return };
    if one.proposed {
        return;
    }
    one.proposed = true;
    let law = enabled.iter().find(|law| law.id == one.law_id);
    let short = law.map_or(one.law_id.as_str(), |law| &law.short);
    let why = if possible == 1 {
        format!("The residence is not known; of your laws only {short} can apply.")
    } else {
        format!("The residence is not known; of your laws that can apply {short} is the strictest.")
    };
    one.verdict.reason = format!("{why} {}", one.verdict.reason);
}

/// What an officer should know about a person of this age who invokes these rights.
pub fn age_notes(law: &Law, right: Right, age: u32, on: NaiveDate) -> Vec<&AgeNote> {
    law.reach
        .age_notes
        .iter()
        .filter(|note| note.since <= on && (note.from..note.under).contains(&age))
        .filter(|note| note.rights.contains(&right))
        .collect()
}

/// What a law asks of a request beside where the person lives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// The age of the person.
    pub age: bool,
    /// The kind of data.
    pub data: bool,
}

/// What a law asks of a request for these rights; nothing where it cannot apply anyhow.
pub fn needs(
    law: &Law,
    organisation: &Organisation,
    residence: &str,
    rights: &[Right],
    on: NaiveDate,
) -> Needs {
    if !may_cover(law, organisation, residence, on) {
        return Needs::default();
    }
    let given: Vec<Right> = rights
        .iter()
        .copied()
        .filter(|right| law.right(*right, on).is_ok())
        .collect();
    let speaks = |of: &[Right]| of.is_empty() || of.iter().any(|right| given.contains(right));
    Needs {
        age: (!rights.is_empty() && law.reach.ages.iter().any(|limb| speaks(&limb.rights)))
            || law.reach.age_notes.iter().any(|note| speaks(&note.rights)),
        data: !given.is_empty() && !law.reach.data.is_empty(),
    }
}

/// A law for people under an age that covers this one, while none of its rights is invoked: the limit it sets.
pub fn passes_unseen<'a>(
    law: &'a Law,
    organisation: &Organisation,
    residence: &str,
    age: u32,
    rights: &[Right],
    on: NaiveDate,
) -> Option<&'a AgeLimb> {
    if rights.is_empty()
        || rights.iter().any(|right| law.right(*right, on).is_ok())
        || !may_cover(law, organisation, residence, on)
    {
        return None;
    }
    let mut limbs = law.reach.ages.iter();
    limbs.rfind(|limb| limb.rights.is_empty() && age < limb.under)
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
