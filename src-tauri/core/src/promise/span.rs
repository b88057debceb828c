//! The promises over a span of days: which requests called on each, and what became of them.

use super::book::at;
use super::engaged::{date, engaged};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::request::case::{Case, Claim};
use crate::request::clock::clocks;
use crate::request::deadlines::settled_on;
use crate::store::promise::Reviewed;
use crate::words::Right;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

/// A promise that requests called on.
pub struct Called<'b> {
    pub promise: &'b Reviewed,
    /// Policy and heading.
    pub cite: String,
    pub calls: Vec<Call>,
}

/// One request that called on a promise, whatever it asks for by it.
#[derive(Debug, Clone)]
pub struct Call {
    pub request: u32,
    pub rights: Vec<Right>,
    pub became: Became,
}

/// What became of a request under a promise; of several rights the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// The person took all of it back.
    Withdrawn,
    /// Refused though promised, or otherwise against the promise than by being late.
    NotKept,
    /// Answered too late, or still open when the day had passed.
    Late,
    /// Open, and there is time.
    NotDue,
    InTime,
}

/// Every promise that these requests call on, in the order of versions and texts; each request once for each promise.
///
/// `against` holds what is not kept, whatever its day: promise and request, for every contradiction but those of being late.
pub fn called_on<'b>(
    desk: &'b Desk,
    cases: &[Case],
    against: &HashSet<(u32, u32)>,
    today: NaiveDate,
) -> Result<Vec<Called<'b>>, Refusal> {
    let book = &desk.policy;
    let mut found: BTreeMap<u32, Called> = BTreeMap::new();
    for case in cases.iter().filter(|_| !book.versions.is_empty()) {
        let all = clocks(desk.here(), case)?;
        for one in engaged(book, desk.library, case) {
            if one.rights.is_empty() {
                continue;
            }
            // Its own day where it names one, else the day the laws or the house set.
            let own = date(
                desk.library,
                &desk.profile.calendar,
                case,
                one.promise,
                one.version,
            )?;
            let mut rights = Vec::new();
            let mut live = Vec::new();
            let asked = |claim: &&Claim| one.rights.contains(&claim.right);
            for claim in case.claims.iter().filter(asked) {
                rights.push(claim.right);
                if claim.withdrawn() {
                    continue;
                }
                let due = own.as_ref().map(|own| own.due).or_else(|| {
                    all.iter()
                        .filter(|of| of.claim.id == claim.id)
                        .filter_map(|of| of.clock.answer_by())
                        .min()
                });
                live.push(timely(settled_on(case, claim), due, today));
            }
            let became = match live.as_slice() {
                [] => Became::Withdrawn,
                _ if against.contains(&(one.promise.id, case.id)) => Became::NotKept,
                live if live.contains(&Some(false)) => Became::Late,
                live if live.contains(&None) => Became::NotDue,
                _ => Became::InTime,
            };
            found
                .entry(one.promise.id)
                .or_insert_with(|| Called {
                    promise: one.promise,
                    cite: at(one.version, one.promise),
                    calls: Vec::new(),
                })
                .calls
                .push(Call {
                    request: case.id,
                    rights,
                    became,
                });
        }
    }
    let mut called: Vec<Called> = found.into_values().collect();
    let order = |promise: u32| book.reviewed.iter().position(|one| one.id == promise);
    called.sort_by_key(|one| order(one.promise.id));
    Ok(called)
}

/// Answered in time, answered or still open too late; nothing while there is time.
fn timely(settled: Option<NaiveDate>, due: Option<NaiveDate>, today: NaiveDate) -> Option<bool> {
    match (settled, due) {
        (Some(_), None) => Some(true),
        (Some(on), Some(due)) => Some(on <= due),
        (None, Some(due)) if due < today => Some(false),
        (None, _) => None,
    }
}
