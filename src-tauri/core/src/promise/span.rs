//! The promises over a span of days: which requests called on each, and whether they were answered by the day it or a law sets.

use super::book::at;
use super::engaged::{date, engaged};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::request::case::Case;
use crate::request::clock::clocks;
use crate::request::deadlines::settled_on;
use crate::store::promise::Reviewed;
use crate::words::Right;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A promise that requests called on.
pub struct Called<'b> {
    pub promise: &'b Reviewed,
    /// Policy and heading.
    pub cite: String,
    pub calls: Vec<Call>,
}

/// One claim that called on a promise.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    pub request: u32,
    pub right: Right,
    /// The person took it back.
    pub withdrawn: bool,
    /// Answered in time, or too late answered or still open; nothing while there is time.
    pub timely: Option<bool>,
}

/// Every promise that these requests call on, in the order of versions and texts.
pub fn called_on<'b>(
    desk: &'b Desk,
    cases: &[Case],
    today: NaiveDate,
) -> Result<Vec<Called<'b>>, Refusal> {
    let book = &desk.policy;
    let mut found: BTreeMap<u32, Called> = BTreeMap::new();
    for case in cases.iter().filter(|_| !book.versions.is_empty()) {
        let all = clocks(desk.here(), case)?;
        for one in engaged(book, desk.library, case) {
            for claim in case
                .claims
                .iter()
                .filter(|claim| one.rights.contains(&claim.right))
            {
                // Its own day where it names one, else the day the laws or the house set.
                let own = date(
                    desk.library,
                    &desk.profile.calendar,
                    case,
                    one.promise,
                    one.version,
                )?;
                let due = own.map(|own| own.due).or_else(|| {
                    all.iter()
                        .filter(|of| of.claim.id == claim.id)
                        .filter_map(|of| of.clock.answer_by())
                        .min()
                });
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
                        right: claim.right,
                        withdrawn: claim.withdrawn(),
                        timely: timely(settled_on(case, claim), due, today),
                    });
            }
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
