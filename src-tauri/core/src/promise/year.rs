//! The promises of a year: how often each was called on, kept in time, contradicted, and what was written about it.

use super::book::at;
use super::{span, whole};
use crate::api::wire::{Contradiction, Refusal, YearPromise};
use crate::desk::Desk;
use crate::request::case::Case;
use crate::store::promise::Reviewed;
use crate::time::Now;
use chrono::NaiveDate;
use std::collections::HashMap;

/// What a year's report says of the promises: those called on or contradicted, in the order of versions and texts.
pub fn of(
    desk: &Desk,
    year: i32,
    cases: &[Case],
    now: Now,
) -> Result<(Vec<YearPromise>, Vec<Contradiction>), Refusal> {
    let book = &desk.policy;
    let day = |month, day| {
        NaiveDate::from_ymd_opt(year, month, day)
            .ok_or_else(|| Refusal::broken("the year has no such day"))
    };
    if book.versions.is_empty() {
        return Ok(Default::default());
    }
    let mut contradicted: HashMap<u32, (u32, u32)> = HashMap::new();
    let lines = whole::of_span(desk, day(1, 1)?, day(12, 31)?, now, |one| {
        if let Some(promise) = one.promise() {
            let of = contradicted.entry(promise).or_default();
            of.0 += 1;
            of.1 += u32::from(!one.open());
        }
    })?;
    let mut rows: Vec<YearPromise> = Vec::new();
    for one in span::called_on(desk, cases, now.today(desk.zone))? {
        let mut row = empty(one.promise, one.cite);
        for call in &one.calls {
            row.called_on += 1;
            row.in_time += u32::from(call.timely == Some(true));
            row.late += u32::from(call.timely == Some(false));
            if !row.requests.contains(&call.request) {
                row.requests.push(call.request);
            }
        }
        rows.push(row);
    }
    for (id, (times, answered)) in &contradicted {
        let Some(promise) = book.reviewed.iter().find(|p| p.id == *id) else {
            continue;
        };
        if !rows.iter().any(|row| row.promise == *id) {
            rows.push(empty(promise, at(book.version(promise.policy)?, promise)));
        }
        for row in rows.iter_mut().filter(|row| row.promise == *id) {
            row.contradicted += times;
            row.answered += answered;
        }
    }
    let order = |promise: u32| book.reviewed.iter().position(|one| one.id == promise);
    rows.sort_by_key(|row| order(row.promise));
    Ok((rows, lines))
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
