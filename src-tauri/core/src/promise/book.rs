//! The versions of the published policy and their promises, in memory while the desk is open.
//!
//! Read anew after each change. Only accepted promises count: what nobody has reviewed binds nobody in here.

use super::held::Held;
use crate::api::wire::{PolicyName, PolicyStanding, PromiseState, Refusal};
use crate::policy::Reading;
use crate::store::{
    self, Connection,
    policy::{Notice, Version},
    promise::{Answer, Reviewed},
};
use crate::time::short;
use crate::words::{PromiseKind, TimeUnit};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;

/// All versions by their first day, with what was said of their passages.
#[derive(Default)]
pub struct Book {
    pub versions: Vec<Version>,
    /// In the order of versions and texts.
    pub reviewed: Vec<Reviewed>,
    pub notices: Vec<Notice>,
    /// What was written about contradictions, by their keys.
    pub answers: HashMap<String, Answer>,
    /// Texts that were asked for, with what the finder proposes in them.
    held: HashMap<u32, Arc<Held>>,
    times_read: u64,
}

impl Book {
    /// Reads everything but the texts.
    pub fn load(conn: &Connection) -> Result<Self, Refusal> {
        Ok(Self {
            versions: store::policy::all(conn)?,
            reviewed: store::promise::all(conn)?,
            notices: store::policy::notices(conn)?,
            answers: store::promise::answers(conn)?
                .into_iter()
                .map(|answer| (answer.key.clone(), answer))
                .collect(),
            held: HashMap::new(),
            times_read: 1,
        })
    }

    /// Reads it anew after a change; texts never change and stay.
    pub fn reload(&mut self, conn: &Connection) -> Result<(), Refusal> {
        let held = std::mem::take(&mut self.held);
        *self = Self {
            held,
            times_read: self.times_read + 1,
            ..Self::load(conn)?
        };
        Ok(())
    }

    /// How often it was read: what was derived from an earlier reading is derived anew.
    pub fn times_read(&self) -> u64 {
        self.times_read
    }

    /// One version.
    pub fn version(&self, id: u32) -> Result<&Version, Refusal> {
        self.versions
            .iter()
            .find(|v| v.id == id)
            .ok_or_else(store::policy::missing)
    }

    /// The version in force on a day, if one was.
    ///
    /// The newest that had begun counts; where it has ended, no older one comes back.
    pub fn in_force(&self, day: NaiveDate) -> Option<&Version> {
        self.standing_versions()
            .rfind(|v| v.from <= day)
            .filter(|v| v.until.is_none_or(|until| day <= until))
    }

    /// Every version but those withdrawn, by first day.
    pub fn standing_versions(&self) -> impl DoubleEndedIterator<Item = &Version> {
        self.versions.iter().filter(|v| v.withdrawn.is_empty())
    }

    /// The version before another.
    pub fn before(&self, version: &Version) -> Option<&Version> {
        self.standing_versions()
            .take_while(|v| v.id != version.id)
            .last()
            .filter(|_| version.withdrawn.is_empty())
    }

    /// The last day in force: its own, or the day before the next version begins.
    pub fn ends(&self, version: &Version) -> Option<NaiveDate> {
        let next = self
            .standing_versions()
            .skip_while(|v| v.id != version.id)
            .nth(1)
            .and_then(|next| next.from.pred_opt());
        match (version.until, next) {
            (Some(own), Some(next)) => Some(own.min(next)),
            (own, next) => own.or(next),
        }
    }

    /// Where a version stands today.
    pub fn standing(&self, version: &Version, today: NaiveDate) -> PolicyStanding {
        if !version.withdrawn.is_empty() {
            PolicyStanding::Withdrawn
        } else if version.from > today {
            PolicyStanding::ToCome
        } else if self.in_force(today).is_some_and(|v| v.id == version.id) {
            PolicyStanding::InForce
        } else {
            PolicyStanding::Past
        }
    }

    /// What was said of the passages of one version.
    pub fn of(&self, policy: u32) -> impl Iterator<Item = &Reviewed> {
        self.reviewed.iter().filter(move |r| r.policy == policy)
    }

    /// The accepted promises of one version.
    pub fn promises(&self, policy: u32) -> impl Iterator<Item = &Reviewed> {
        self.of(policy)
            .filter(|r| r.state == PromiseState::Accepted)
    }

    /// The promises in force on a day.
    pub fn promises_on(&self, day: NaiveDate) -> impl Iterator<Item = &Reviewed> {
        let version = self.in_force(day).map(|v| v.id);
        self.reviewed
            .iter()
            .filter(move |r| Some(r.policy) == version && r.state == PromiseState::Accepted)
    }

    /// The text of a version with what the finder proposes; read and searched once.
    pub fn held(&mut self, conn: &Connection, id: u32) -> Result<Arc<Held>, Refusal> {
        let held = self.read(conn, id)?;
        self.held.insert(id, held.clone());
        Ok(held)
    }

    /// As [`Book::held`], without keeping one that is not at hand.
    pub fn read(&self, conn: &Connection, id: u32) -> Result<Arc<Held>, Refusal> {
        if let Some(held) = self.held.get(&id) {
            return Ok(held.clone());
        }
        let (document, cleaned) = store::policy::text(conn, id)?;
        Ok(Arc::new(Held::new(document, cleaned)))
    }

    /// The text of a version, if it was asked for before.
    pub fn at_hand(&self, id: u32) -> Option<&Held> {
        self.held.get(&id).map(Arc::as_ref)
    }

    /// Keeps a text that was just read.
    pub fn hold(&mut self, id: u32, held: Held) {
        self.held.insert(id, Arc::new(held));
    }
}

/// “Policy of Sun 1 Mar 2026”, as a promise is cited.
pub fn cited(version: &Version) -> String {
    format!("Policy of {}", short(version.from))
}

/// “Policy of Sun 1 Mar 2026, “Children””: with the heading the promise stands under.
pub fn at(version: &Version, promise: &Reviewed) -> String {
    match promise.under.last() {
        Some(heading) => format!("{}, “{heading}”", cited(version)),
        None => cited(version),
    }
}

/// As lists name a version.
pub fn named(version: &Version) -> PolicyName {
    PolicyName {
        id: version.id,
        title: version.title.clone(),
        from: version.from.to_string(),
    }
}

/// The promise says by when somebody who asks is answered; how long data is kept is another time.
pub fn answers_within(reading: &Reading) -> bool {
    let asks = matches!(
        reading.kind,
        PromiseKind::OptOut
            | PromiseKind::Access
            | PromiseKind::Edit
            | PromiseKind::Delete
            | PromiseKind::Restrict
            | PromiseKind::Object
            | PromiseKind::WithdrawConsent
            | PromiseKind::Complain
            | PromiseKind::DisclosureList
            | PromiseKind::ParentalReview
            | PromiseKind::ResponseTime
    );
    asks && reading
        .time_limit
        .as_ref()
        .is_some_and(|limit| limit.count > 0 && limit.unit != TimeUnit::Promptly)
}
