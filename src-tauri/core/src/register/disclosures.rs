//! What was done with data: entered with its collisions in sight, corrected by later entries, struck out but never removed.

pub mod entry;
mod sorted;
mod told;

pub use told::{of_subject, told};

use super::handled::{self, Handled, Slot};
use super::health;
use crate::api::wire::{
    Contradiction, ContradictionAnswer, HandlingAdd, HandlingCheck, HandlingCorrect, HandlingIn,
    HandlingList, HandlingPurpose, HandlingQuery, HandlingRow, HandlingStrike, HandlingSuggests,
    Refusal,
};
use crate::desk::{App, Desk};
use crate::promise::contradictions::{of_entry, of_entry_at, written};
use crate::promise::standing;
use crate::request::same::{fold, keys, plain};
use crate::store::{self, Event, handling::Handling, handling::New};
use crate::time::{self, Now, short};
use crate::words::Act;
use chrono::NaiveDate;
use entry::{Read, read};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// How many entries a page holds where nothing else is asked for.
const PAGE: u32 = 200;
/// More than so many at once, and no window shows them.
const LARGEST_PAGE: u32 = 1000;

/// See the command table.
pub fn list(app: &mut App, args: HandlingQuery, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let wanted = Wanted::read(desk, &args)?;
    let size = match args.limit {
        0 => PAGE,
        n => n.min(LARGEST_PAGE),
    };
    let (ids, total, in_register, flagged) = standing::look(desk, |handled, standing| {
        let marks: Vec<Vec<bool>> = wanted
            .words
            .iter()
            .map(|word| handled.texts_with(&word.text))
            .collect();
        let mut found: Vec<&Slot> = handled
            .slots
            .iter()
            .enumerate()
            .filter(|(place, slot)| {
                wanted.is(handled, slot, &marks)
                    && (!args.flagged || standing.open_at(*place, slot))
            })
            .map(|(_, slot)| slot)
            .collect();
        sorted::sort(handled, &mut found, args.sort, args.ascending);
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let page = found.iter().skip(args.offset as usize).take(size as usize);
        let ids: Vec<u32> = page.map(|slot| slot.id).collect();
        let all = u32::try_from(handled.slots.len()).unwrap_or(u32::MAX);
        Ok((ids, total, all, standing.flagged))
    })?;
    let mut entries = rows(desk, &ids)?;
    let places: HashMap<u32, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    entries.sort_by_key(|row| places.get(&row.id).copied());
    Ok(HandlingList {
        entries,
        total,
        in_register,
        flagged,
        today: now.today(desk.zone).to_string(),
    })
}

/// These entries as lists show them, newest day first.
pub fn rows(desk: &Desk, ids: &[u32]) -> Result<Vec<HandlingRow>, Refusal> {
    let mut told = told::rows(desk, ids)?;
    store::handling::these(desk.store.read(), ids)?
        .into_iter()
        .map(|one| {
            let contradictions = of_entry(desk, &one.entry, one.day, Some(&one))?;
            let without_authority = blocked(&contradictions).is_some();
            Ok(HandlingRow {
                without_authority,
                suggests: suggests(without_authority),
                exception_name: health::data()?
                    .exception(&one.entry.health.exception)
                    .map(|exception| exception.name.clone())
                    .unwrap_or_default(),
                contradictions,
                told: told.remove(&one.id).unwrap_or_default(),
                id: one.id,
                entry: one.entry,
                entered_by: one.entered_by,
                entered_at: one.entered_at,
                reference: one.reference,
                struck: one.struck,
                corrects: one.corrects,
                corrected_by: one.corrected_by,
            })
        })
        .collect()
}

/// The first collision for which something had to be obtained before the data left the house.
fn blocked(collisions: &[Contradiction]) -> Option<&Contradiction> {
    collisions.iter().find(|one| !one.obtain.is_empty())
}

/// What left the house without authority may be a breach of security.
fn suggests(without_authority: bool) -> Vec<HandlingSuggests> {
    without_authority
        .then_some(HandlingSuggests::OpenIncident)
        .into_iter()
        .collect()
}

/// A word that was typed, with the entries that name somebody so.
struct Word {
    text: String,
    named: HashSet<u32>,
}

/// What is looked for.
struct Wanted<'q> {
    query: &'q HandlingQuery,
    act: Option<Act>,
    purpose: Option<HandlingPurpose>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    words: Vec<Word>,
}

impl<'q> Wanted<'q> {
    fn read(desk: &Desk, query: &'q HandlingQuery) -> Result<Self, Refusal> {
        let act = match query.act.as_str() {
            "" => None,
            id => Some(Act::from_id(id).ok_or_else(|| {
                Refusal::field(
                    "act",
                    format!("“{id}” is none of disclose, sell, use, collect."),
                )
            })?),
        };
        let purpose = match query.purpose.as_str() {
            "" => None,
            id => Some(
                HandlingPurpose::ALL
                    .iter()
                    .copied()
                    .find(|one| one.id() == id)
                    .ok_or_else(|| {
                        Refusal::field(
                            "purpose",
                            format!("“{id}” is no purpose that entries have."),
                        )
                    })?,
            ),
        };
        let day = |field: &str, text: &str| match text.trim() {
            "" => Ok(None),
            text => time::day(text).map(Some).ok_or_else(|| {
                Refusal::field(field, "That is no day that exists. Write it as 2026-03-31.")
            }),
        };
        let words = plain(&query.search)
            .split_whitespace()
            .map(|text| {
                let named = store::handling::with_person(desk.store.read(), &fold(text), text)?;
                Ok(Word {
                    text: text.to_owned(),
                    named: named.into_iter().collect(),
                })
            })
            .collect::<Result<_, Refusal>>()?;
        Ok(Self {
            query,
            act,
            purpose,
            from: day("from", &query.from)?,
            until: day("until", &query.until)?,
            words,
        })
    }

    /// `marks` says of each word which texts hold it.
    fn is(&self, handled: &Handled, slot: &Slot, marks: &[Vec<bool>]) -> bool {
        let Some(shape) = handled.shape(slot) else {
            return false;
        };
        let query = self.query;
        self.act.is_none_or(|act| shape.act == act)
            && self.purpose.is_none_or(|purpose| shape.purpose == purpose)
            && query.recipient.is_none_or(|id| slot.recipient_id == id)
            && query.child.is_none_or(|id| slot.child == id)
            && query
                .permission
                .is_none_or(|id| slot.authorization == id || slot.consent == id)
            && query.request.is_none_or(|id| slot.request == id)
            && query.entry.is_none_or(|id| slot.id == id)
            && self.from.is_none_or(|day| slot.day >= day)
            && self.until.is_none_or(|day| slot.day <= day)
            && self
                .words
                .iter()
                .zip(marks)
                .all(|(word, marks)| handled.marked(slot, marks) || word.named.contains(&slot.id))
    }
}

/// See the command table.
pub fn check(app: &mut App, args: HandlingIn, now: Now) -> Result<HandlingCheck, Refusal> {
    let desk = app.desk()?;
    let Read {
        entry,
        day,
        problems,
        ..
    } = read(desk, &args, now)?;
    let collisions = match day {
        Some(day) => of_entry_at(desk, &entry, day, None, args.corrects)?,
        None => Vec::new(),
    };
    Ok(HandlingCheck {
        suggests: suggests(entry.already_made && blocked(&collisions).is_some()),
        collisions,
        problems,
    })
}

/// An entry that may be written, with what it collides with and what was written about that.
struct Ready {
    entry: HandlingIn,
    day: NaiveDate,
    categories: i64,
    collisions: Vec<Contradiction>,
    /// Key and answer.
    answers: Vec<(String, String)>,
}

impl Ready {
    /// What touches children, health or sensitive data is entered only with a written answer; the rest may stay flagged.
    /// What needed an authorisation or a parent’s consent is entered only where it has happened already, and in writing.
    ///
    /// `place` is the entry it takes the place of: what that one used up is free for it.
    fn of(
        desk: &Desk,
        typed: &HandlingIn,
        place: Option<u32>,
        resolutions: &[ContradictionAnswer],
        now: Now,
    ) -> Result<Self, Refusal> {
        let Read {
            mut entry,
            day,
            categories,
            problems,
        } = read(desk, typed, now)?;
        entry.corrects = None;
        if let Some(first) = problems.into_iter().next() {
            return Err(Refusal::field(&first.field, first.message));
        }
        let day = day.ok_or_else(|| Refusal::field("on", "Write the day it happened."))?;
        let collisions = of_entry_at(desk, &entry, day, None, place)?;
        // What nothing stood in the way of was not made without authority, whatever a tick left behind says.
        entry.already_made &= blocked(&collisions).is_some();
        let mut answers = Vec::new();
        for one in &collisions {
            let answer = resolutions
                .iter()
                .find(|a| a.key == one.key && !a.text.trim().is_empty());
            if !one.obtain.is_empty() && !entry.already_made {
                return Err(Refusal::field("already_made", not_yet(one)));
            }
            match answer {
                Some(answer) => answers.push((one.key.clone(), written(&answer.text)?)),
                None if one.needs_answer => {
                    return Err(Refusal::field(
                        "resolutions",
                        format!(
                            "{} It cannot be entered without a written answer: say what was found and what is done about it.",
                            one.message
                        ),
                    ));
                }
                None => {}
            }
        }
        Ok(Self {
            entry,
            day,
            categories,
            collisions,
            answers,
        })
    }

    /// Writes it down with its answers.
    fn write(
        &self,
        tx: &store::Transaction,
        corrects: Option<u32>,
        seq: u32,
    ) -> Result<u32, Refusal> {
        let new = New {
            day: self.day,
            entry: &self.entry,
            categories: self.categories,
            corrects,
        };
        let id = store::handling::add(tx, &new, keys, seq)?;
        for (key, text) in &self.answers {
            store::promise::answer(tx, &kept_key(key, id), text, seq)?;
        }
        Ok(id)
    }

    /// What the log says of it; those named stand in the register alone.
    fn event(&self, kind: &'static str, what: &str, id: u32, corrects: Option<u32>) -> Event {
        let entry = &self.entry;
        let event = match entry.request {
            Some(request) => Event::of(request, kind, what),
            None => Event::desk(kind, what),
        };
        let mut facts = json!({
            "handling": id, "act": entry.act, "on": self.day, "purpose": entry.purpose, "data": entry.data,
            "people": entry.people, "children": entry.children, "consent": entry.consent,
            "recipient": entry.recipient_id, "categories": entry.categories, "named": entry.persons.len(),
            "collides": self.collisions.iter().map(|one| kept_key(&one.key, id)).collect::<Vec<_>>(),
        });
        if entry.already_made {
            facts["already_made"] = true.into();
        }
        if let Some(earlier) = corrects {
            facts["corrects"] = earlier.into();
        }
        let mut event = event
            .facts(facts)
            .detail("On", short(self.day))
            .detail("Recipient", entry.recipient.as_str())
            .detail("People", entry.group.as_str())
            .detail("Basis", entry.legal_basis.as_str());
        if entry.already_made {
            event = event.detail("Made without authority", "It had left the house already.");
        }
        if let Some(process) = &entry.process {
            event = event
                .detail("Demanded by", process.from.as_str())
                .detail("Number", process.number.as_str())
                .detail("Asked for", process.asked.as_str())
                .detail("Given", process.given.as_str())
                .detail("Approved by", process.approved_by.as_str());
        }
        for one in &self.collisions {
            let against = if one.quote.is_empty() {
                one.cite.clone()
            } else {
                format!("“{}” ({})", one.quote, one.cite)
            };
            event = event.detail("Does not agree with", against);
        }
        for (_, text) in &self.answers {
            event = event.detail("Answer", text.as_str());
        }
        event
    }
}

/// See the command table.
pub fn add(app: &mut App, args: HandlingAdd, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let ready = Ready::of(desk, &args.entry, None, &args.resolutions, now)?;
    let officer = desk.officer.clone();
    let id = desk.store.transact(officer.id, now, |tx, seq| {
        let id = ready.write(tx, None, seq)?;
        let what = "What was done with data was entered.";
        Ok((id, ready.event("data-handled", what, id, None)))
    })?;
    handled::entered(desk, [(id, ready.day, &ready.entry)]);
    desk.policy.reload(desk.store.read())?;
    list(app, HandlingQuery::default(), now)
}

/// Why something is not entered before what it needs is there.
fn not_yet(one: &Contradiction) -> String {
    format!(
        "{} {} Until then it does not leave the house and is not entered. If it has left already, tick “It has already happened” and write what was found and what is done about it.",
        one.message, one.obtain
    )
}

/// The key of a collision once its entry has a number.
fn kept_key(key: &str, id: u32) -> String {
    key.replacen("handling-new:", &format!("handling-{id}:"), 1)
}

/// An entry that counts, to be changed.
fn standing_entry(desk: &Desk, id: u32) -> Result<Handling, Refusal> {
    let one = store::handling::these(desk.store.read(), &[id])?
        .pop()
        .ok_or_else(|| Refusal::missing("There is no such entry in the register."))?;
    if !one.struck.is_empty() {
        return Err(Refusal::not_now("This entry is struck out already."));
    }
    if let Some(later) = one.corrected_by {
        return Err(Refusal::not_now(format!(
            "This entry was corrected already; entry {later} took its place."
        )));
    }
    Ok(one)
}

/// See the command table. What was answered about the earlier entry stays answered where the correction collides with the same.
pub fn correct(app: &mut App, args: HandlingCorrect, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let before = standing_entry(desk, args.id)?;
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write what was wrong; the earlier entry stays to be read beside this one.",
        ));
    }
    let mut answers = args.resolutions;
    for one in of_entry(desk, &before.entry, before.day, Some(&before))? {
        let key = one
            .key
            .replacen(&format!("handling-{}:", before.id), "handling-new:", 1);
        if let Some(answer) = one.answer
            && !answers
                .iter()
                .any(|a| a.key == key && !a.text.trim().is_empty())
        {
            answers.push(ContradictionAnswer {
                key,
                text: answer.text,
            });
        }
    }
    let ready = Ready::of(desk, &args.entry, Some(before.id), &answers, now)?;
    let officer = desk.officer.clone();
    let id = desk.store.transact(officer.id, now, |tx, seq| {
        let id = ready.write(tx, Some(before.id), seq)?;
        let what = "An entry about what was done with data was corrected by a later one.";
        let event = ready
            .event("data-entry-corrected", what, id, Some(before.id))
            .detail("Why", reason);
        Ok((id, event))
    })?;
    handled::gone(desk, before.id);
    handled::entered(desk, [(id, ready.day, &ready.entry)]);
    desk.policy.reload(desk.store.read())?;
    list(app, HandlingQuery::default(), now)
}

/// See the command table.
pub fn strike(app: &mut App, args: HandlingStrike, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let one = standing_entry(desk, args.id)?;
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is struck out; the entry stays to be read.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::handling::strike(tx, args.id, &reason)?;
        let what = "An entry about what was done with data was struck out.";
        let event = match one.entry.request {
            Some(request) => Event::of(request, "data-entry-struck", what),
            None => Event::desk("data-entry-struck", what),
        };
        Ok((
            (),
            event
                .facts(json!({ "handling": args.id }))
                .detail("Why", reason.clone()),
        ))
    })?;
    handled::gone(desk, args.id);
    list(app, HandlingQuery::default(), now)
}
