//! The open requests with their derived dates, in memory only.
//!
//! Built once when the desk opens and kept in step request by request, so that the queue of a full desk is as quick as that of an empty one.
//! It holds nothing that could go stale unseen: a new day rebuilds it.

use super::case::Case;
use super::clock::{ClaimClock, clocks};
use super::deadlines::{days_between, dues, leading};
use super::moved::{dates_of, noted};
use super::same::plain;
use super::standing::{Standing, standing};
use crate::api::wire::{LawCount, QueueRow, Refusal, RowState, Tiles};
use crate::desk::Desk;
use crate::law::Law;
use crate::register::due::Kept;
use crate::store;
use crate::time::Now;
use crate::words::{DeadlineKind, Right};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// One open request as the queue needs it.
pub struct Entry {
    pub row: QueueRow,
    pub by: Option<NaiveDate>,
    pub rights: Vec<Right>,
    pub law_ids: Vec<String>,
    /// What is not met yet, under every law.
    pub dates: Vec<OpenDate>,
    /// Everything a search looks in, in lower case and without marks.
    pub said: String,
}

/// One date of an open request that is not met yet.
pub struct OpenDate {
    pub law: &'static Law,
    pub right: Right,
    pub kind: DeadlineKind,
    pub on: NaiveDate,
    pub safe_by: Option<NaiveDate>,
    /// The one that leads the request.
    pub leads: bool,
}

/// Where a date of the board stands in the calendar.
#[derive(Clone, Copy)]
pub struct Slot {
    pub request: u32,
    /// Which of the request's dates.
    pub at: usize,
    /// Its safe-by day; the date itself stands on another.
    pub safe: bool,
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
    /// The dates of all entries by day; absent until the calendar asks.
    pub by_day: Option<BTreeMap<NaiveDate, Vec<Slot>>>,
    /// The dates of the registers; absent until they are asked for.
    pub also: Option<Kept>,
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
            by_day: None,
            also: None,
        })
    }

    /// The dates by day, made once after a change, so that a month costs what it shows.
    pub fn days(&mut self) -> &BTreeMap<NaiveDate, Vec<Slot>> {
        let entries = &self.entries;
        self.by_day.get_or_insert_with(|| {
            let mut days: BTreeMap<NaiveDate, Vec<Slot>> = BTreeMap::new();
            for (request, entry) in entries {
                for (at, date) in entry.dates.iter().enumerate() {
                    let mut stand = |on, safe| {
                        days.entry(on).or_default().push(Slot {
                            request: *request,
                            at,
                            safe,
                        });
                    };
                    stand(date.on, false);
                    // What need not be done has no day to be safe by.
                    if let (Some(safe), false) = (date.safe_by, only_if_taken(date.kind)) {
                        stand(safe, true);
                    }
                }
            }
            days
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
        desk.board.by_day = None;
        remember(desk, request);
        Ok(())
    }
}

/// Notes what is shown of one request now. A memo only: when the disk is full, the change itself was kept and counts.
fn remember(desk: &mut Desk, request: u32) {
    let note = desk
        .board
        .entries
        .get(&request)
        .map(|e| noted(&dates_of(e)));
    let _ = desk.store.scratch(|tx| match &note {
        Some(dates) => {
            store::shown::note(tx, request, store::shown::last_event(tx, request)?, dates)
        }
        None => store::shown::forget(tx, request),
    });
}

/// One request as a row. A law that cannot be counted leaves the row without a date and says so: it never blanks the queue.
pub fn entry(desk: &Desk, case: &Case, today: NaiveDate) -> Entry {
    let (stands, dates) = match clocks(desk.here(), case) {
        Ok(clocks) => (
            standing(case, &clocks, today),
            open_dates(case, &clocks, today),
        ),
        Err(_) => (
            Standing {
                state: RowState::Overdue,
                next_step: "Look at the law: no date can be derived",
                by: None,
                waiting_since: None,
            },
            Vec::new(),
        ),
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
        person: match case.purged_on {
            Some(_) => "(purged)".into(),
            None => case.person().to_owned(),
        },
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
        dates,
        said: said(case),
    }
}

fn open_dates(case: &Case, clocks: &[ClaimClock], today: NaiveDate) -> Vec<OpenDate> {
    if !case.open() {
        return Vec::new();
    }
    let lead = leading(case, clocks, today);
    let mut all = Vec::new();
    for of in clocks {
        for due in dues(case, of).iter().filter(|due| due.met_on.is_none()) {
            all.push(OpenDate {
                law: of.law,
                right: of.claim.right,
                kind: due.kind,
                on: due.on,
                safe_by: due.safe_by,
                leads: lead
                    .as_ref()
                    .is_some_and(|(at, lead)| std::ptr::eq(*at, of) && lead == due),
            });
        }
    }
    all
}

/// A day for something that need not be done: past it, nothing is late.
pub fn only_if_taken(kind: DeadlineKind) -> bool {
    matches!(
        kind,
        DeadlineKind::ExtensionNotice | DeadlineKind::RefusalNotice
    )
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

/// A right by its own word, where no law is at hand.
pub fn plain_name(right: Right) -> String {
    let words = right.id().replace('-', " ");
    let kind = if right.means_stop() { "stop: " } else { "" };
    format!("{kind}{words}")
}
