//! The dates of the registers that belong to no request, so that the queue and the calendar show them beside the requests.
//!
//! Derived from the files, in memory only, and kept in step file by file as the board is; nothing of it is stored.

mod process;

use super::{children, consents, health, incidents};
use crate::api::wire::{AlsoDue, Refusal};
use crate::desk::Desk;
use crate::request::deadlines::days_between;
use crate::store;
use crate::time::Now;
use crate::words::{Register, Right};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use std::collections::BTreeMap;

/// As far ahead as the queue looks into the registers; a habit of the desk, not a rule of law.
pub const AHEAD: i32 = 30;

/// One date that is not met yet.
#[derive(Debug, Clone)]
pub struct Open {
    pub register: Register,
    pub id: u32,
    pub title: String,
    pub what: String,
    pub on: NaiveDate,
    /// The moment it ends, where hours are counted.
    pub at: Option<DateTime<Utc>>,
    pub law: String,
    pub why: Vec<String>,
    pub cite: String,
    pub caution: Option<String>,
    /// What is asked of whoever comes later.
    pub if_late: String,
    /// A request whose own date of this right is the same one.
    pub same_as: Option<(u32, Right)>,
}

impl Open {
    /// A date of a file with nothing said of it yet.
    pub fn of(register: Register, id: u32, title: impl Into<String>, on: NaiveDate) -> Self {
        Self {
            register,
            id,
            title: title.into(),
            what: String::new(),
            on,
            at: None,
            law: String::new(),
            why: Vec::new(),
            cite: String::new(),
            caution: None,
            if_late: String::new(),
            same_as: None,
        }
    }

    /// What a date of a register says of itself.
    pub fn saying(self, date: crate::api::wire::RegisterDate) -> Self {
        Self {
            what: date.what,
            why: date.working,
            cite: date.cite,
            caution: date.caution,
            ..self
        }
    }

    /// The day and the hour by which it is to be done. What ends as a day begins is due on the day before, at 24:00:
    /// nobody takes a date for a day too many.
    fn until(&self, desk: &Desk) -> (NaiveDate, Option<String>) {
        let Some(at) = self.at else {
            return (self.on, None);
        };
        let local = at.with_timezone(&desk.zone);
        match (local.time(), local.date_naive().pred_opt()) {
            (NaiveTime::MIN, Some(before)) => (before, Some("24:00".into())),
            _ => (local.date_naive(), Some(local.format("%H:%M").to_string())),
        }
    }

    fn told(&self, desk: &Desk, now: Now) -> AlsoDue {
        let (on, at) = self.until(desk);
        let days = days_between(now.today(desk.zone), on);
        let late = self.at.map_or(days < 0, |at| now.instant() > at);
        let mut why = self.why.clone();
        if late && !self.if_late.is_empty() && !why.contains(&self.if_late) {
            why.push(self.if_late.clone());
        }
        AlsoDue {
            register: self.register,
            id: self.id,
            title: self.title.clone(),
            what: self.what.clone(),
            by: on.to_string(),
            at,
            days,
            late,
            law: self.law.clone(),
            why,
            cite: self.cite.clone(),
            caution: self.caution.clone(),
        }
    }
}

/// What was derived, by file; the disclosures to courts and authorities stand under [`store::due::PROCESSES`].
pub struct Kept {
    by_file: BTreeMap<u32, Vec<Open>>,
    /// The reading of the policy it was derived from.
    policy: u64,
}

/// The open dates of one file; one that cannot be derived says so today and never blanks the queue.
fn file(desk: &Desk, register: Register, id: u32, now: Now) -> Vec<Open> {
    let found = match register {
        Register::Incidents => incidents::due(desk, id, now),
        Register::Children => children::due(desk, id, now),
        Register::Authorizations => health::due(desk, id, now),
        Register::Consents => consents::due(desk, id, now),
        Register::Recipients | Register::Disclosures | Register::Suppression => Ok(Vec::new()),
    };
    found.unwrap_or_else(|why| {
        let today = now.today(desk.zone);
        vec![Open {
            what: "Look at this entry: its date cannot be derived.".into(),
            why: vec![why.message],
            ..Open::of(register, id, format!("No. {id}"), today)
        }]
    })
}

/// Brings what was derived in step with what changed.
fn keep(desk: &mut Desk, now: Now) -> Result<(), Refusal> {
    let conn = desk.store.read();
    let touched = store::due::touched(conn)?;
    let policy = desk.policy.times_read();
    let kept = desk.board.also.take().filter(|kept| kept.policy == policy);
    let fresh = kept.is_none();
    let mut kept = kept.unwrap_or(Kept {
        by_file: BTreeMap::new(),
        policy,
    });
    let mut open = Vec::new();
    if fresh {
        open = store::due::open(conn, None)?;
    } else {
        for id in &touched {
            kept.by_file.remove(id);
            open.extend(store::due::open(conn, Some(*id))?);
        }
    }
    if fresh || touched.contains(&store::due::PROCESSES) {
        let untold = process::untold(desk, now)?;
        kept.by_file.insert(store::due::PROCESSES, untold);
    }
    for (id, register) in open {
        kept.by_file.insert(id, file(desk, register, id, now));
    }
    desk.board.also = Some(kept);
    Ok(())
}

/// A request on the board has this date itself, as early.
fn in_queue(desk: &Desk, open: &Open) -> bool {
    open.same_as.is_some_and(|(request, right)| {
        desk.board.entries.get(&request).is_some_and(|entry| {
            entry
                .dates
                .iter()
                .any(|date| date.right == right && date.on <= open.on)
        })
    })
}

/// Every open date of the registers that belongs to no request, the earliest first. The board is of today.
pub fn all(desk: &mut Desk, now: Now) -> Result<Vec<AlsoDue>, Refusal> {
    keep(desk, now)?;
    let desk = &*desk;
    let mut all: Vec<AlsoDue> = desk
        .board
        .also
        .iter()
        .flat_map(|kept| kept.by_file.values().flatten())
        .filter(|open| !in_queue(desk, open))
        .map(|open| open.told(desk, now))
        .collect();
    // An hour comes before the days that have the whole day.
    all.sort_by(|a, b| {
        let hour = |one: &AlsoDue| one.at.clone().unwrap_or_else(|| "24:01".into());
        (&a.by, hour(a), a.register, a.id).cmp(&(&b.by, hour(b), b.register, b.id))
    });
    Ok(all)
}
