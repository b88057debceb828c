//! Contradictions of the register that are equal before the same promise, answered together in writing.
//!
//! An answer covers the entries that were shown and no later ones. What touches children, health or sensitive data,
//! or somebody’s own consent or objection, is answered one by one.

use super::collide::Contract;
use super::contradictions::written;
use super::standing::{self, Met, Pointer, Standing};
use super::whole::{find, list};
use crate::api::wire::{
    Contradiction, ContradictionAnswerAlike, ContradictionKey, ContradictionQuery, Contradictions,
    ContradictionsAlike, RecipientIn, Refusal,
};
use crate::desk::{App, Desk};
use crate::register::handled::{Handled, Slot};
use crate::register::recipients;
use crate::store::{self, Event};
use crate::time::{Now, short};
use crate::vault::sha256;
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// More runs of numbers than so many do not stand in the log one by one; their digest does, and the register has them all.
const MOST_RUNS: usize = 500;

/// What equal ones have in common: the passage, what was done with which data by which leave, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Alike {
    promise: u32,
    shape: u32,
    recipient: u32,
    recipient_id: u32,
    contract: Contract,
}

impl Alike {
    /// Nothing for one that is answered already, or by itself.
    pub fn of(met: &Met, directory: &HashMap<u32, RecipientIn>) -> Option<Self> {
        let slot = met.slot;
        Some(Self {
            promise: met
                .light
                .promise
                .filter(|_| met.open && !met.light.needs_answer)?,
            shape: slot.shape,
            recipient: slot.recipient,
            recipient_id: slot.recipient_id,
            contract: recipients::contract(directory, slot.recipient_id, slot.day),
        })
    }
}

/// How many stand in each group.
pub fn counts(
    handled: &Handled,
    standing: &Standing,
    directory: &HashMap<u32, RecipientIn>,
) -> HashMap<Alike, u32> {
    let mut all: HashMap<Alike, u32> = HashMap::new();
    for alike in standing
        .all(handled)
        .filter_map(|met| Alike::of(&met, directory))
    {
        *all.entry(alike).or_default() += 1;
    }
    all
}

/// The open ones that are equal to one, newest first, with that one among them.
struct Group {
    slots: Vec<Slot>,
    /// The key behind the number of each entry.
    suffix: String,
}

fn group(desk: &Desk, key: &str) -> Result<Group, Refusal> {
    let directory = standing::directory(desk)?;
    standing::look(desk, |handled, standing| {
        let mut of_key = standing.all(handled).filter(|met| is(met, key));
        let Some(one) = of_key.next() else {
            return Err(Refusal::missing(
                "There is no such contradiction of the register any more: what collided has changed.",
            ));
        };
        let Some(alike) = Alike::of(&one, &directory) else {
            return Err(Refusal::not_now(if one.open {
                "What touches children, health or sensitive data, or stands against somebody’s own consent or objection, is answered one by one."
            } else {
                "It is answered already. Answer it by itself to write another answer."
            }));
        };
        Ok(Group {
            slots: standing
                .all(handled)
                .filter(|met| Alike::of(met, &directory) == Some(alike))
                .map(|met| *met.slot)
                .collect(),
            suffix: one.light.suffix.clone(),
        })
    })
}

/// Whether the key is that of this one; no key is made for each.
fn is(met: &Met, key: &str) -> bool {
    key.strip_prefix("handling-")
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(id, suffix)| suffix == met.light.suffix && id.parse() == Ok(met.slot.id))
}

/// See the command table.
pub fn show(app: &mut App, args: ContradictionKey, _: Now) -> Result<ContradictionsAlike, Refusal> {
    let desk = app.desk()?;
    let group = group(desk, &args.key)?;
    let one = of_key(desk, &args.key, &group)?;
    let day = |slot: Option<&Slot>| slot.map(|slot| slot.day.to_string()).unwrap_or_default();
    Ok(ContradictionsAlike {
        one,
        people: group
            .slots
            .iter()
            .fold(0_u32, |sum, slot| sum.saturating_add(slot.people)),
        oldest: day(group.slots.last()),
        newest: day(group.slots.first()),
        entries: group.slots.iter().map(|slot| slot.id).collect(),
    })
}

/// The one that was asked about, in words.
fn of_key(desk: &Desk, key: &str, group: &Group) -> Result<Contradiction, Refusal> {
    let mut one = find_entry(desk, key)?;
    one.alike = u32::try_from(group.slots.len().saturating_sub(1)).unwrap_or(u32::MAX);
    Ok(one)
}

fn find_entry(desk: &Desk, key: &str) -> Result<Contradiction, Refusal> {
    find(desk, key, None)?.ok_or_else(|| {
        Refusal::missing("There is no such contradiction any more: what collided has changed.")
    })
}

/// See the command table.
pub fn answer(
    app: &mut App,
    args: ContradictionAnswerAlike,
    now: Now,
) -> Result<Contradictions, Refusal> {
    let desk = app.desk()?;
    let text = written(&args.text)?;
    let mut entries = args.entries;
    entries.sort_unstable();
    entries.dedup();
    let group = group(desk, &args.key)?;
    let one = of_key(desk, &args.key, &group)?;
    if !one.handling.is_some_and(|id| entries.contains(&id)) {
        return Err(Refusal::field(
            "entries",
            "The entry that was looked at is not among those to be answered. Look at them again.",
        ));
    }
    let now_there: HashSet<u32> = group.slots.iter().map(|slot| slot.id).collect();
    let gone = entries.iter().filter(|id| !now_there.contains(id)).count();
    if gone > 0 {
        let these = if gone == 1 {
            "1 of these entries is".to_owned()
        } else {
            format!("{gone} of these entries are")
        };
        return Err(Refusal::field(
            "entries",
            format!(
                "{these} not open and equal any more: answered, struck out or corrected meanwhile. Nothing was written; look at them again."
            ),
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        for id in &entries {
            store::promise::answer(tx, &format!("handling-{id}:{}", group.suffix), &text, seq)?;
        }
        Ok(((), event(&one, &group, &entries, &text)))
    })?;
    desk.policy.reload(desk.store.read())?;
    let open = ContradictionQuery {
        which: "open".into(),
        ..ContradictionQuery::default()
    };
    list(app, open, now)
}

/// What the log says of it: how many, and which.
fn event(one: &Contradiction, group: &Group, entries: &[u32], text: &str) -> Event {
    // All of one request stand with it.
    let covered: HashSet<u32> = entries.iter().copied().collect();
    let requests: HashSet<u32> = group
        .slots
        .iter()
        .filter(|slot| covered.contains(&slot.id))
        .map(|slot| slot.request)
        .collect();
    let what = match entries.len() {
        1 => "A contradiction with the policy was answered in writing.".to_owned(),
        n => {
            format!("{n} equal contradictions with the policy were answered in writing, in one go.")
        }
    };
    let kind = "contradictions-answered";
    let event = match one.request {
        Some(request) if requests.len() == 1 => Event::of(request, kind, what),
        _ => Event::desk(kind, what),
    };
    let runs = runs(entries);
    let (first, last) = (entries.first(), entries.last());
    let mut facts = json!({
        "contradiction": one.key, "about": one.about, "policy": one.policy, "promise": one.promise,
        "entries": entries.len(), "first": first, "last": last, "entries_sha256": digest(entries),
    });
    if runs.len() <= MOST_RUNS {
        facts["runs"] = json!(runs);
    }
    event
        .facts(facts)
        .detail("What", one.message.clone())
        .detail(
            "How many",
            match (first, last) {
                (Some(first), Some(last)) if first != last => format!(
                    "{} entries, numbers {first} to {last}, of {} to {}",
                    entries.len(),
                    day_of(group, &covered, false),
                    day_of(group, &covered, true)
                ),
                _ => "1 entry".to_owned(),
            },
        )
        .detail("Promised", format!("“{}” ({})", one.quote, one.cite))
        .detail("Answer", text)
}

fn day_of(group: &Group, covered: &HashSet<u32>, last: bool) -> String {
    let days = group
        .slots
        .iter()
        .filter(|slot| covered.contains(&slot.id))
        .map(|slot| slot.day);
    let day = if last { days.max() } else { days.min() };
    day.map(short).unwrap_or_default()
}

/// Numbers that follow each other as first and last.
fn runs(entries: &[u32]) -> Vec<(u32, u32)> {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for id in entries {
        match all.last_mut().filter(|run| run.1 + 1 == *id) {
            Some(run) => run.1 = *id,
            None => all.push((*id, *id)),
        }
    }
    all
}

/// SHA-256 of the numbers, one a line: whoever has them can show that these were meant.
fn digest(entries: &[u32]) -> String {
    let lines: String = entries.iter().map(|id| format!("{id}\n")).collect();
    sha256(lines.as_bytes())
}

/// Says of each line of a page how many others are equal to it.
pub fn counted(desk: &Desk, pointers: &[Pointer]) -> Result<HashMap<String, u32>, Refusal> {
    let directory = standing::directory(desk)?;
    let wanted: HashMap<u32, Vec<&str>> = pointers.iter().fold(HashMap::new(), |mut all, one| {
        all.entry(one.handling).or_default().push(one.key.as_str());
        all
    });
    standing::look(desk, |handled, standing| {
        let counts = counts(handled, standing, &directory);
        Ok(standing
            .all(handled)
            .filter_map(|met| {
                let keys = wanted.get(&met.slot.id)?;
                let key = keys.iter().find(|key| is(&met, key))?;
                let many = counts.get(&Alike::of(&met, &directory)?)?;
                Some(((*key).to_owned(), many - 1))
            })
            .collect())
    })
}
