//! The promises of a year: how often each was called on, kept in time, contradicted, and what was written about it.

use super::book::at;
use super::engaged::{date, engaged};
use super::whole;
use crate::api::wire::{Contradiction, Refusal, YearPromise};
use crate::desk::Desk;
use crate::request::case::Case;
use crate::request::clock::clocks;
use crate::request::deadlines::settled_on;
use crate::store::promise::Reviewed;
use crate::time::Now;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a year's report says of the promises: those called on or contradicted, in the order of versions and texts.
pub fn of(
    desk: &Desk,
    year: i32,
    cases: &[Case],
    now: Now,
) -> Result<(Vec<YearPromise>, Vec<Contradiction>), Refusal> {
    let book = &desk.policy;
    if book.versions.is_empty() {
        return Ok(Default::default());
    }
    let today = now.today(desk.zone);
    let contradicted = whole::of_year(desk, year, now)?;
    let mut rows: BTreeMap<u32, YearPromise> = BTreeMap::new();
    for case in cases {
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
                let settled = settled_on(case, claim);
                let row = rows
                    .entry(one.promise.id)
                    .or_insert_with(|| empty(one.promise, at(one.version, one.promise)));
                row.called_on += 1;
                match timely(settled, due, today) {
                    Some(true) => row.in_time += 1,
                    Some(false) => row.late += 1,
                    None => {}
                }
                if !row.requests.contains(&case.id) {
                    row.requests.push(case.id);
                }
            }
        }
    }
    for (id, (times, answered)) in &contradicted.by_promise {
        let Some(promise) = book.reviewed.iter().find(|p| p.id == *id) else {
            continue;
        };
        let cite = at(book.version(promise.policy)?, promise);
        let row = rows
            .entry(promise.id)
            .or_insert_with(|| empty(promise, cite));
        row.contradicted += times;
        row.answered += answered;
    }
    let mut rows: Vec<YearPromise> = rows.into_values().collect();
    let order = |promise: u32| book.reviewed.iter().position(|one| one.id == promise);
    rows.sort_by_key(|row| order(row.promise));
    Ok((rows, contradicted.lines))
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

fn empty(promise: &Reviewed, cite: String) -> YearPromise {
    YearPromise {
        promise: promise.id,
        policy: promise.policy,
        cite,
        quote: promise.quote.clone(),
        kind: promise.reading.kind,
        called_on: 0,
        in_time: 0,
        late: 0,
        contradicted: 0,
        answered: 0,
        requests: Vec::new(),
    }
}
