//! What a register itself says against something that was done: a consent that does not reach so far, an authorisation that is not there.

use super::handled::{Handled, QuickMap};
use super::{children, consents, health, suppression};
use crate::api::wire::{ContradictionAbout, HandlingIn, HealthBasis, Refusal};
use crate::desk::Desk;
use crate::store;
use crate::words::DataTopic;
use chrono::NaiveDate;
use std::collections::HashSet;

/// Why an entry does not agree with what is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// Names the file and the reason; stays the same: `child-7-disclose`.
    pub key: String,
    pub about: ContradictionAbout,
    /// A whole sentence: what was done, and what is on file.
    pub message: String,
    /// The article that asks for it.
    pub cite: String,
    /// It cannot be entered without a written answer.
    pub needs_answer: bool,
    /// What must be obtained before anything leaves the house, a whole sentence; empty where nothing must.
    pub obtain: &'static str,
}

/// What must be obtained before health information leaves the house.
pub const AUTHORIZATION_FIRST: &str =
    "Obtain an authorisation that covers it first, or name the exception that applies and why.";
/// What must be obtained before a child's data is given to anybody else.
pub const PARENT_FIRST: &str =
    "Obtain the parent’s consent to disclosure first, and record it in the child’s file.";

/// Whether a register can have anything to say: it is about children, health or sensitive data, or it points to a file.
///
/// What is none of this is never looked up, and entries that point to no file are judged once for all that are equal:
/// by what was done, when, for what, with which data and by which consent, never by who got it or how many it concerned.
pub fn concerns(entry: &HandlingIn) -> bool {
    entry.children
        || entry.child.is_some()
        || entry.explicit_consent.is_some()
        || entry.health != HealthBasis::default()
        || entry.data.iter().any(|topic| {
            matches!(
                topic,
                DataTopic::Child | DataTopic::Health | DataTopic::Sensitive
            )
        })
}

/// What stands against an entry of that day; `known` is its number once it is in the register, or that of the entry it takes the place of.
pub fn against(
    desk: &Desk,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<u32>,
) -> Result<Vec<Against>, Refusal> {
    // The suppression list looks at who is named; everything may be a mailing.
    let listed = suppression::against(desk, entry, day)?;
    if !concerns(entry) {
        return Ok(listed);
    }
    let mut all = children::against(desk, entry, day)?;
    all.extend(health::against(desk, entry, day, known)?);
    all.extend(consents::against(desk, entry, day)?);
    all.extend(listed);
    Ok(all)
}

/// Entries that are judged by those they name: sensitive data of people who may have consented, and people on the suppression list.
pub fn by_name(desk: &Desk, handled: &Handled) -> Result<HashSet<u32>, Refusal> {
    // What each shape asks of a name: a consent, the list, or nothing.
    let asks: Vec<(bool, bool)> = handled
        .shapes
        .iter()
        .map(|shape| {
            let entry = shape.entry();
            Ok((consents::asks(desk, &entry)?, suppression::asks(&entry)))
        })
        .collect::<Result<_, Refusal>>()?;
    let list = suppression::Signs::of(desk)?;
    // Where nobody stands on the list, it has nothing to say of anybody.
    if !asks
        .iter()
        .any(|(consent, listed)| *consent || *listed && !list.is_empty())
    {
        return Ok(HashSet::new());
    }
    let of: QuickMap<u32, (bool, bool)> = handled
        .slots
        .iter()
        .filter(|slot| slot.stands)
        .filter_map(|slot| {
            let asks = asks.get(slot.shape as usize)?;
            (asks.0 || asks.1).then_some((slot.id, *asks))
        })
        .collect();
    let mut found = HashSet::new();
    store::suppression::each_named(desk.store.read(), |entry, email, person| {
        match of.get(&entry) {
            Some((true, _)) => {
                found.insert(entry);
            }
            Some((false, true)) if !found.contains(&entry) && list.holds(email, person)? => {
                found.insert(entry);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}
