//! What became of each authorisation over time, for a report: by its number, and nobody is named.

use super::file::{self, Authorization, ENTERED, Judged};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::time;
use crate::words::AuthorizationForm;
use chrono::NaiveDate;

/// One authorisation that was not struck out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    pub file: u32,
    pub form: Option<AuthorizationForm>,
    /// The day it was signed or said; where it does not say so, the day it was entered.
    pub given_on: Option<NaiveDate>,
    /// It lacks something, as it stands now, and lets nothing be disclosed.
    pub incomplete: bool,
    pub revoked_on: Option<NaiveDate>,
    /// Its last day, where that came before a revocation and before it was used up.
    pub expired_on: Option<NaiveDate>,
    /// The day of the one disclosure it was good for, where that came before a revocation.
    pub used_up_on: Option<NaiveDate>,
}

/// Every one, in the order of their numbers.
pub fn all(desk: &Desk) -> Result<Vec<Passed>, Refusal> {
    file::all(desk.store.read())?
        .iter()
        .rev()
        .filter(|one| one.struck.is_empty())
        .map(|one| Ok(passed(one, &one.judged(desk)?)))
        .collect()
}

fn passed(one: &Authorization, judged: &Judged) -> Passed {
    let entered = one.lines.iter().find(|line| line.kind == ENTERED);
    let revoked_on = one.revoked_on;
    let stood = |day: &NaiveDate| revoked_on.is_none_or(|on| *day < on);
    let used_up_on = one
        .uses
        .iter()
        .filter(|of| judged.single && (one.about.single_use || of.entry.health.electronic))
        .map(|of| of.day)
        .min()
        .filter(stood);
    Passed {
        file: one.id,
        form: one.about.form,
        given_on: time::day(one.about.signed_on.trim()).or_else(|| time::day(&entered?.day)),
        incomplete: !judged.lacks.is_empty(),
        revoked_on,
        expired_on: judged
            .lasts
            .until
            .filter(stood)
            .filter(|until| used_up_on.is_none_or(|used| *until < used)),
        used_up_on,
    }
}
