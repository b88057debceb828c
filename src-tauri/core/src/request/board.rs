//! The open requests with their derived dates, in memory only.
//!
//! Built once when the desk opens and kept in step request by request, so that the queue of a full desk is as quick as that of an empty one.
//! It holds nothing that could go stale unseen: a new day rebuilds it.

use super::case::Case;
use super::clock::clocks;
use super::deadlines::days_between;
use super::same::plain;
use super::standing::{Standing, standing};
use crate::api::wire::{LawCount, QueueRow, Refusal, RowState, Tiles};
use crate::desk::Desk;
use crate::store;
use crate::time::Now;
use crate::words::Right;
use chrono::NaiveDate;
use std::collections::HashMap;

/// One open request as the queue needs it.
pub struct Entry {
    pub row: QueueRow,
    pub by: Option<NaiveDate>,
    pub rights: Vec<Right>,
    pub law_ids: Vec<String>,
    /// Everything a search looks in, in lower case and without marks.
    pub said: String,
}

/// What every look at the queue shows of all open requests; made once after a change.
pub struct Overview {
    pub tiles: Tiles,
    pub laws: Vec<LawCount>,
    /// In the order of their dates; what has no date comes last.
    pub by_due: Vec<u32>,
}

/// Every open request, and the day its distances are counted from.
#[derive(Default)]
pub struct Board {
    pub day: Option<NaiveDate>,
    pub entries: HashMap<u32, Entry>,
    /// Requests in the register, closed ones too.
    pub in_register: u32,
    /// Absent until it is asked for again.
    pub overview: Option<Overview>,
}

impl Board {
    /// Derives everything anew.
    pub fn build(desk: &Desk, now: Now) -> Result<Self, Refusal> {
        let today = now.today(desk.zone);
        let entries = store::request::load_open(desk.store.read())?
            .iter()
            .map(|case| (case.id, entry(desk, case, today)))
            .collect();
        Ok(Self {
            day: Some(today),
            entries,
            in_register: store::request::count(desk.store.read())?,
            overview: None,
        })
    }

    /// Derives one request anew after a change.
    pub fn refresh(desk: &mut Desk, request: u32, now: Now) -> Result<(), Refusal> {
        let case = store::request::load(desk.store.read(), request)?;
        let today = now.today(desk.zone);
        if case.open() {
            let fresh = entry(desk, &case, today);
            desk.board.entries.insert(request, fresh);
        } else {
            desk.board.entries.remove(&request);
        }
        desk.board.overview = None;
        Ok(())
    }
}

/// One request as a row. A law that cannot be counted leaves the row without a date and says so: it never blanks the queue.
pub fn entry(desk: &Desk, case: &Case, today: NaiveDate) -> Entry {
    let stands = match clocks(desk.here(), case) {
        Ok(clocks) => standing(case, &clocks, today),
        Err(_) => Standing {
            state: RowState::Overdue,
            next_step: "Look at the law: no date can be derived",
            by: None,
            waiting_since: None,
        },
    };
    let mut law_ids: Vec<String> = case
        .claims
        .iter()
        .flat_map(|c| c.laws.iter().cloned())
        .collect();
    law_ids.sort();
    law_ids.dedup();
    let rights = case.claims.iter().map(|c| c.right).collect();
    let row = QueueRow {
        id: case.id,
        reference: case.reference.clone(),
        person: case.person().to_owned(),
        on_behalf_of: case.subject.as_ref().map(|s| s.name.clone()),
        rights: case
            .claims
            .iter()
            .map(|c| right_name(desk, case, c.right, c.laws.first()))
            .collect(),
        laws: law_ids
            .iter()
            .filter_map(|id| desk.library.law(id).ok())
            .map(|l| l.short.clone())
            .collect(),
        received_on: case.received_on.to_string(),
        next_step: stands.next_step.into(),
        by: stands.by.map(|d| d.to_string()),
        days: stands.by.map(|d| days_between(today, d)),
        state: stands.state,
        waiting_days: stands.waiting_since.map(|since| days_between(since, today)),
    };
    Entry {
        row,
        by: stands.by,
        rights,
        law_ids,
        said: said(case),
    }
}

/// Name, address, reference and words, each on a line of its own.
fn said(case: &Case) -> String {
    let mut all = case.reference.clone();
    for person in std::iter::once(&case.requester).chain(&case.subject) {
        for text in [&person.name, &person.email, &person.phone]
            .into_iter()
            .chain(&person.address)
        {
            all.push('\n');
            all.push_str(text);
        }
    }
    all.push('\n');
    all.push_str(&case.words);
    plain(&all)
}

/// A right by the name its law gives it; by its own word where no law is at hand.
pub fn right_name(desk: &Desk, case: &Case, right: Right, law: Option<&String>) -> String {
    law.and_then(|id| desk.library.law(id).ok())
        .and_then(|law| law.right(right, case.received_on).ok())
        .map_or_else(|| plain_name(right), |rule| rule.name.clone())
}

fn plain_name(right: Right) -> String {
    let words = right.id().replace('-', " ");
    let kind = if right.means_stop() { "stop: " } else { "" };
    format!("{kind}{words}")
}
