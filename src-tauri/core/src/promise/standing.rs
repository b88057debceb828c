//! Which entries of the register collide with what: judged once for all that are equal, kept until anything changes.
//!
//! Nothing of it is stored. A change of any fact of the desk is an event, and an event makes it be judged anew.

use super::collide::Contract;
use super::contradictions::of_entry_with;
use crate::api::wire::{Contradiction, ContradictionAbout, RecipientIn, Refusal};
use crate::desk::Desk;
use crate::register::against;
use crate::register::handled::{self, Handled, Slot};
use crate::register::recipients;
use crate::store;
use crate::words::Register;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// One collision without its words.
#[derive(Debug, Clone)]
pub struct Light {
    /// The key behind the entry's number.
    pub suffix: String,
    pub needs_answer: bool,
    pub about: ContradictionAbout,
    pub promise: Option<u32>,
    pub policy: Option<u32>,
}

impl Light {
    fn of(one: Contradiction) -> Self {
        Self {
            suffix: one
                .key
                .split_once(':')
                .map_or_else(String::new, |(_, rest)| rest.to_owned()),
            needs_answer: one.needs_answer,
            about: one.about,
            promise: one.promise,
            policy: one.policy,
        }
    }
}

/// One collision of one entry.
#[derive(Clone, Copy)]
pub struct Met<'s> {
    pub slot: &'s Slot,
    pub light: &'s Light,
    /// Nobody has answered it.
    pub open: bool,
}

impl Met<'_> {
    /// The key of the contradiction.
    pub fn key(&self) -> String {
        format!("handling-{}:{}", self.slot.id, self.light.suffix)
    }
}

/// What the whole register collides with.
pub struct Standing {
    /// The newest event, and how often the policies were read.
    stamp: (u32, u64),
    verdicts: Vec<Vec<Light>>,
    /// By place of the entry; 0 is no collision.
    of: Vec<u32>,
    answered: HashMap<u32, HashSet<String>>,
    /// Entries with something that nobody has answered.
    pub flagged: u32,
}

impl Standing {
    /// Every collision, newest entry first.
    pub fn all<'s>(&'s self, handled: &'s Handled) -> impl Iterator<Item = Met<'s>> {
        handled
            .slots
            .iter()
            .zip(&self.of)
            .filter(|(_, verdict)| **verdict > 0)
            .flat_map(|(slot, verdict)| self.met(slot, *verdict))
    }

    fn met<'s>(&'s self, slot: &'s Slot, verdict: u32) -> impl Iterator<Item = Met<'s>> {
        let answered = self.answered.get(&slot.id);
        self.verdicts
            .get(verdict as usize)
            .into_iter()
            .flatten()
            .map(move |light| Met {
                slot,
                light,
                open: !answered.is_some_and(|keys| keys.contains(&light.suffix)),
            })
    }

    /// Whether the entry at this place has something that nobody has answered.
    pub fn open_at(&self, place: usize, slot: &Slot) -> bool {
        let verdict = self.of.get(place).copied().unwrap_or_default();
        verdict > 0 && self.met(slot, verdict).any(|met| met.open)
    }
}

/// Looks at it, judged anew where anything has changed.
pub fn look<T>(
    desk: &Desk,
    see: impl FnOnce(&Handled, &Standing) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let stamp = (
        store::last_event(desk.store.read())?,
        desk.policy.times_read(),
    );
    handled::look(desk, |handled| {
        let known = desk.standing.borrow().as_ref().map(|one| one.stamp);
        if known != Some(stamp) {
            let fresh = judge(desk, handled, stamp)?;
            desk.standing.replace(Some(fresh));
        }
        match desk.standing.borrow().as_ref() {
            Some(standing) => see(handled, standing),
            None => Err(Refusal::broken("the register was not judged")),
        }
    })
}

/// What an entry is judged by beside its shape: the version in force, the contract, and the day where a register has a say.
type Judged = (u32, u32, Contract, Option<NaiveDate>);

fn judge(desk: &Desk, handled: &Handled, stamp: (u32, u64)) -> Result<Standing, Refusal> {
    let mut answered: HashMap<u32, HashSet<String>> = HashMap::new();
    for key in desk.policy.answers.keys() {
        if let Some((id, suffix)) = key
            .strip_prefix("handling-")
            .and_then(|rest| rest.split_once(':'))
            && let Ok(id) = id.parse()
        {
            answered.entry(id).or_default().insert(suffix.to_owned());
        }
    }
    let directory = directory(desk)?;
    let mut standing = Standing {
        stamp,
        verdicts: vec![Vec::new()],
        of: Vec::with_capacity(handled.slots.len()),
        answered,
        flagged: 0,
    };
    let mut known: HashMap<Judged, u32> = HashMap::new();
    let concerned: Vec<bool> = handled
        .shapes
        .iter()
        .map(|shape| against::concerns(&shape.entry()))
        .collect();
    let named = against::by_name(desk, handled)?;
    // Newest first: entries of one day stand together.
    let mut of_day: Option<(NaiveDate, u32)> = None;
    for slot in &handled.slots {
        if !slot.stands {
            standing.of.push(0);
            continue;
        }
        let version = match of_day {
            Some((day, version)) if day == slot.day => version,
            _ => {
                let version = desk.policy.in_force(slot.day).map_or(0, |v| v.id);
                of_day = Some((slot.day, version));
                version
            }
        };
        let contract = recipients::contract(&directory, slot.recipient_id, slot.day);
        let has_say = concerned
            .get(slot.shape as usize)
            .copied()
            .unwrap_or_default();
        let whole = slot.consent > 0 || named.contains(&slot.id);
        let alone = slot.child > 0 || slot.authorization > 0 || whole;
        let key = (slot.shape, version, contract, has_say.then_some(slot.day));
        let verdict = match known.get(&key).filter(|_| !alone) {
            Some(verdict) => *verdict,
            None => {
                // A file that it points to is looked up for each: that may be used up, or be about somebody else.
                let entry = if whole {
                    // A consent and a line of the suppression list are somebody’s: those named are read too.
                    let mut read = store::handling::these(desk.store.read(), &[slot.id])?;
                    read.pop().map(|one| one.entry)
                } else if alone {
                    handled.entry(slot)
                } else {
                    handled.shape(slot).map(|shape| shape.entry())
                };
                let lights: Vec<Light> = match entry {
                    Some(entry) => of_entry_with(
                        desk,
                        &entry,
                        slot.day,
                        None,
                        alone.then_some(slot.id),
                        contract,
                    )?
                    .into_iter()
                    .map(Light::of)
                    .collect(),
                    None => Vec::new(),
                };
                let verdict = if lights.is_empty() {
                    0
                } else {
                    standing.verdicts.push(lights);
                    u32::try_from(standing.verdicts.len() - 1).unwrap_or_default()
                };
                if !alone {
                    known.insert(key, verdict);
                }
                verdict
            }
        };
        standing.of.push(verdict);
        if verdict > 0 && standing.met(slot, verdict).any(|met| met.open) {
            standing.flagged += 1;
        }
    }
    Ok(standing)
}

/// The directory by number; those struck out too, for what they were given before.
pub fn directory(desk: &Desk) -> Result<HashMap<u32, RecipientIn>, Refusal> {
    let all = store::register::files::<RecipientIn>(desk.store.read(), Register::Recipients)?;
    Ok(all.into_iter().map(|one| (one.id, one.body)).collect())
}

/// Which collision of which entry, to be put into words.
#[derive(Debug, Clone)]
pub struct Pointer {
    pub day: NaiveDate,
    pub handling: u32,
    pub key: String,
}

impl Pointer {
    /// Names one.
    pub fn of(met: &Met) -> Self {
        Self {
            day: met.slot.day,
            handling: met.slot.id,
            key: met.key(),
        }
    }
}

/// In words, in the order asked for; nothing for one that is none any more.
pub fn in_words(desk: &Desk, pointers: &[Pointer]) -> Result<Vec<Option<Contradiction>>, Refusal> {
    let mut ids: Vec<u32> = pointers.iter().map(|one| one.handling).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut by_key: HashMap<String, Contradiction> = HashMap::new();
    for one in store::handling::these(desk.store.read(), &ids)? {
        let found = super::contradictions::of_entry(desk, &one.entry, one.day, Some(&one))?;
        by_key.extend(found.into_iter().map(|c| (c.key.clone(), c)));
    }
    Ok(pointers
        .iter()
        .map(|one| by_key.get(&one.key).cloned())
        .collect())
}
