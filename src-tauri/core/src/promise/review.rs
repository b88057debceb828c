//! Suggestions reviewed one by one, like mail; and passages the officer marks.

use super::book::{Book, answers_within};
use super::held::{Held, key};
use super::versions::{hold, moving, progress};
use crate::api::wire::{
    PromiseChanged, PromiseGuess, PromiseOwn, PromiseReview, PromiseRow, PromiseSpan, PromiseState,
    Refusal,
};
use crate::desk::{App, Desk};
use crate::policy::{self, Proposal, Reading, Span};
use crate::store::{self, Event, promise::Reviewed};
use crate::time::Now;
use crate::words::{PromiseKind, TimeUnit};
use serde_json::json;
use std::sync::Arc;

/// What the finder proposes and nobody has reviewed. A passage reviewed under the same kind is not proposed again.
pub fn waiting<'h>(
    book: &'h Book,
    policy: u32,
    held: &'h Held,
) -> impl Iterator<Item = &'h Proposal> {
    let known: Vec<(u32, u32, PromiseKind, String)> = book
        .of(policy)
        .map(|one| (one.start, one.end, one.reading.kind, one.key.clone()))
        .collect();
    held.proposals.iter().filter(move |one| {
        let (start, end) = (held.character(one.span.start), held.character(one.span.end));
        let name = key(start, end, one.reading.kind);
        !known.iter().any(|(from, to, kind, known)| {
            *known == name || *kind == one.reading.kind && *from < end && start < *to
        })
    })
}

/// Every passage of a version, in the order of its text.
pub fn rows(book: &Book, policy: u32, held: &Held) -> Vec<PromiseRow> {
    let mut rows: Vec<PromiseRow> = book.of(policy).map(row).collect();
    rows.extend(waiting(book, policy, held).map(|one| held.suggestion(one)));
    rows.sort_by(|a, b| (a.start, a.end, &a.key).cmp(&(b.start, b.end, &b.key)));
    rows
}

fn row(one: &Reviewed) -> PromiseRow {
    PromiseRow {
        key: one.key.clone(),
        id: Some(one.id),
        state: one.state,
        own: one.own,
        corrected: one.corrected,
        start: one.start,
        end: one.end,
        quote: one.quote.clone(),
        under: one.under.clone(),
        reading: one.reading.clone(),
        why: one.why.clone(),
        reviewed_by: one.by.clone(),
        reviewed_at: one.at.clone(),
    }
}

/// See the command table.
pub fn review(app: &mut App, args: PromiseReview, now: Now) -> Result<PromiseChanged, Refusal> {
    let desk = app.desk()?;
    let held = hold(desk, args.policy)?;
    let known = desk
        .policy
        .of(args.policy)
        .find(|one| one.key == args.key)
        .cloned();
    let proposed = held.proposal(&args.key);
    let Some(now_stands) = known.as_ref().map(row).or_else(|| proposed.clone()) else {
        return Err(Refusal::missing(
            "There is no such passage in this version any more. Open it again.",
        ));
    };
    let own = known.as_ref().is_some_and(|one| one.own);
    let back = args.state == PromiseState::Suggested || own && args.state == PromiseState::Rejected;
    if back {
        return take_back(desk, &args, known, proposed, now);
    }
    let reading = match args.reading {
        Some(reading) => checked(reading)?,
        None => now_stands.reading.clone(),
    };
    let span = borders(
        &held,
        args.start.unwrap_or(now_stands.start),
        args.end.unwrap_or(now_stands.end),
    )?;
    let mut one = passage(args.policy, args.key.clone(), &held, span, reading);
    one.state = args.state;
    one.own = own;
    one.why = now_stands.why;
    one.corrected = proposed.is_some_and(|was| {
        (was.start, was.end) != (one.start, one.end) || was.reading != one.reading
    });
    keep(desk, one, now)
}

fn take_back(
    desk: &mut Desk,
    args: &PromiseReview,
    known: Option<Reviewed>,
    proposed: Option<PromiseRow>,
    now: Now,
) -> Result<PromiseChanged, Refusal> {
    if let Some(one) = known {
        let event = Event::desk(
            "promise-taken-back",
            "What was said of a passage of the policy was taken back.",
        )
        .facts(json!({ "policy": one.policy, "passage": one.key, "kind": one.reading.kind }))
        .detail("Passage", format!("“{}”", one.quote));
        let counts = answers_within(&one.reading);
        write(desk, event, counts, now, |tx, _| {
            store::promise::forget(tx, one.id)
        })?;
    }
    changed(desk, args.policy, &args.key, proposed)
}

/// See the command table.
pub fn guess(app: &mut App, args: PromiseSpan, _: Now) -> Result<PromiseGuess, Refusal> {
    let desk = app.desk()?;
    let held = hold(desk, args.policy)?;
    let span = borders(&held, args.start, args.end)?;
    let (reading, why) = policy::read_span(&held.document, span);
    Ok(PromiseGuess {
        start: held.character(span.start),
        end: held.character(span.end),
        quote: held.quote(span),
        reading,
        why,
    })
}

/// See the command table.
pub fn own(app: &mut App, args: PromiseOwn, now: Now) -> Result<PromiseChanged, Refusal> {
    let desk = app.desk()?;
    let held = hold(desk, args.policy)?;
    let span = borders(&held, args.start, args.end)?;
    let reading = checked(args.reading)?;
    let name = format!(
        "own-{}",
        key(
            held.character(span.start),
            held.character(span.end),
            reading.kind
        )
    );
    if desk.policy.of(args.policy).any(|one| one.key == name) {
        return Err(Refusal::input(
            "This passage is marked with that kind already. Choose another kind, or correct the one there is.",
        ));
    }
    let mut one = passage(args.policy, name, &held, span, reading);
    one.own = true;
    keep(desk, one, now)
}

/// A passage as it will be kept.
fn passage(policy: u32, key: String, held: &Arc<Held>, span: Span, reading: Reading) -> Reviewed {
    Reviewed {
        id: 0,
        policy,
        key,
        state: PromiseState::Accepted,
        own: false,
        corrected: false,
        start: held.character(span.start),
        end: held.character(span.end),
        quote: held.quote(span),
        under: held.under(span.start),
        reading,
        why: Vec::new(),
        by: String::new(),
        at: String::new(),
    }
}

fn keep(desk: &mut Desk, one: Reviewed, now: Now) -> Result<PromiseChanged, Refusal> {
    let (kind, what) = match (one.state, one.own) {
        (PromiseState::Accepted, true) => (
            "promise-marked",
            "A passage of the policy was marked as a promise.",
        ),
        (PromiseState::Accepted, false) if one.corrected => (
            "promise-accepted",
            "A promise of the policy was accepted with a correction.",
        ),
        (PromiseState::Accepted, false) => {
            ("promise-accepted", "A promise of the policy was accepted.")
        }
        _ => (
            "promise-rejected",
            "A passage of the policy was found to be no promise.",
        ),
    };
    let event = Event::desk(kind, what)
        .facts(json!({
            "policy": one.policy, "passage": one.key, "start": one.start, "end": one.end, "reading": one.reading,
        }))
        .detail("Passage", format!("“{}”", one.quote))
        .detail("Kind", one.reading.kind.id().replace('-', " "));
    let known = desk
        .policy
        .of(one.policy)
        .find(|known| known.key == one.key);
    let counts =
        answers_within(&one.reading) || known.is_some_and(|known| answers_within(&known.reading));
    let (policy, name) = (one.policy, one.key.clone());
    write(desk, event, counts, now, |tx, seq| {
        store::promise::keep(tx, &one, seq).map(|_| ())
    })?;
    changed(desk, policy, &name, None)
}

/// Only what sets a date moves dates; everything else is one quick write.
fn write(
    desk: &mut Desk,
    event: Event,
    counts: bool,
    now: Now,
    change: impl FnOnce(&store::Transaction, u32) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    if counts {
        return moving(desk, event, now, change);
    }
    let officer = desk.officer.id;
    desk.store.transact(officer, now, |tx, seq| {
        change(tx, seq)?;
        Ok(((), event))
    })?;
    desk.policy.reload(desk.store.read())
}

fn changed(
    desk: &Desk,
    policy: u32,
    key: &str,
    otherwise: Option<PromiseRow>,
) -> Result<PromiseChanged, Refusal> {
    let book = &desk.policy;
    Ok(PromiseChanged {
        key: key.to_owned(),
        row: book
            .of(policy)
            .find(|one| one.key == key)
            .map(row)
            .or(otherwise),
        progress: progress(book, book.version(policy)?),
    })
}

fn borders(held: &Held, start: u32, end: u32) -> Result<Span, Refusal> {
    let span = held
        .span(start, end)
        .filter(|_| start < end && end <= held.characters())
        .ok_or_else(|| {
            Refusal::input("Select some words of the text first; the selection is empty or lies outside of it.")
        })?;
    if held.document.at(span).chars().count() > LONGEST {
        return Err(Refusal::input(format!(
            "That is too long for one promise; {LONGEST} characters are the most. Mark its sentences one by one."
        )));
    }
    Ok(span)
}

/// Longest passage that still is one promise.
const LONGEST: usize = 4000;

/// What the officer said of a promise, put in order; what cannot be is named.
fn checked(mut reading: Reading) -> Result<Reading, Refusal> {
    reading.audiences.sort();
    reading.audiences.dedup();
    reading.rights.sort();
    reading.rights.dedup();
    reading.acts.sort();
    reading.acts.dedup();
    reading.data.sort();
    reading.data.dedup();
    if reading.audiences.is_empty() {
        return Err(Refusal::field(
            "audiences",
            "Say whom it speaks to; everyone, where it names nobody.",
        ));
    }
    reading.ways.retain_mut(|way| {
        way.value = way.value.split_whitespace().collect::<Vec<_>>().join(" ");
        way.value.chars().count() <= LONGEST
    });
    for condition in &mut reading.conditions {
        condition.words = condition.words.trim().to_owned();
    }
    reading
        .conditions
        .retain(|c| !c.words.is_empty() || c.requires.is_some());
    if let Some(limit) = &reading.time_limit {
        let number = limit.unit != TimeUnit::Promptly;
        if number && !(1..=MOST).contains(&limit.count) {
            return Err(Refusal::field(
                "time_limit",
                format!(
                    "Write how many, from 1 to {MOST}; or choose promptly, which has no number."
                ),
            ));
        }
    }
    if let Some(frequency) = &reading.frequency
        && !(1..=MOST).contains(&frequency.times)
    {
        return Err(Refusal::field(
            "frequency",
            format!("Write how many times, from 1 to {MOST}."),
        ));
    }
    if reading
        .age
        .is_some_and(|age| !(1..=OLDEST_CHILD).contains(&age))
    {
        return Err(Refusal::field(
            "age",
            format!("Write the age in whole years, from 1 to {OLDEST_CHILD}."),
        ));
    }
    Ok(reading)
}

/// A higher number is a slip of the keyboard.
const MOST: u32 = 1000;
/// Nowhere is somebody a child longer.
const OLDEST_CHILD: u32 = 21;
