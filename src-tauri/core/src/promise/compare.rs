//! Two versions side by side: the sentences, what became of each promise, and what it means for the desk.

use super::book::{Book, named};
use super::engaged::engaged;
use super::held::Held;
use super::notice;
use super::review::rows;
use super::versions::hold;
use crate::api::wire::{
    CompareCounts, CompareHow, ComparePiece, CompareRow, CompareSide, Comparison, PolicyPair,
    PromiseCompared, PromiseRow, PromiseShift, PromiseSide, PromiseState, Refusal, TouchedRequest,
};
use crate::desk::{App, Desk};
use crate::policy::compare::{self, How, Side};
use crate::policy::shift::{Change, Shift, shifts};
use crate::policy::{Reading, Span};
use crate::store;
use crate::time::{Now, short};
use std::collections::BTreeSet;

/// See the command table. What is accepted and what is only proposed are both compared; what was rejected is not.
pub fn compare(app: &mut App, args: PolicyPair, _: Now) -> Result<Comparison, Refusal> {
    let desk = app.desk()?;
    if args.old == args.new {
        return Err(Refusal::field(
            "new",
            "Choose two versions; a version does not differ from itself.",
        ));
    }
    let (old, new) = (hold(desk, args.old)?, hold(desk, args.new)?);
    let book = &desk.policy;
    let (old_version, new_version) = (book.version(args.old)?, book.version(args.new)?);
    let Between {
        found,
        before,
        after,
        moves,
    } = between(book, &args, &old, &new);
    let mut counts = CompareCounts::default();
    for row in &found {
        *match row.how {
            How::Same => &mut counts.same,
            How::Moved => &mut counts.moved,
            How::Changed => &mut counts.changed,
            How::Added => &mut counts.added,
            How::Removed => &mut counts.removed,
        } += 1;
    }
    for one in &moves {
        match one.change {
            Change::Added => counts.promises_added += 1,
            Change::Dropped => counts.promises_dropped += 1,
            Change::Weakened => counts.promises_weakened += 1,
            Change::Strengthened => counts.promises_strengthened += 1,
            Change::Changed => counts.promises_changed += 1,
            Change::Reworded | Change::Same => {}
        }
    }
    let touched = touched(desk, &args, &before, &moves)?;
    Ok(Comparison {
        old: named(old_version),
        new: named(new_version),
        rows: found
            .iter()
            .map(|row| CompareRow {
                how: match row.how {
                    How::Same => CompareHow::Same,
                    How::Moved => CompareHow::Moved,
                    How::Changed => CompareHow::Changed,
                    How::Added => CompareHow::Added,
                    How::Removed => CompareHow::Removed,
                },
                block: row.block,
                old: row.old.as_ref().map(|one| side(one, &old)),
                new: row.new.as_ref().map(|one| side(one, &new)),
            })
            .collect(),
        promises: moves
            .iter()
            .filter_map(|one| compared(one, &before, &after))
            .collect(),
        counts,
        touched,
        notice: notice::owed(book, new_version).filter(|owed| owed.promised_by.id == args.old),
    })
}

/// Two versions held against each other: their sentences, and their promises with what became of them.
struct Between {
    found: Vec<compare::Row>,
    before: Vec<PromiseRow>,
    after: Vec<PromiseRow>,
    moves: Vec<Shift>,
}

fn between(book: &Book, pair: &PolicyPair, old: &Held, new: &Held) -> Between {
    let found = compare::compare(&old.document, &new.document);
    let before = standing(rows(book, pair.old, old));
    let after = standing(rows(book, pair.new, new));
    let moves = shifts(
        &old.document,
        &spans(&before, old),
        &new.document,
        &spans(&after, new),
        &found,
    );
    Between {
        found,
        before,
        after,
        moves,
    }
}

/// What became of each promise from one version to the next, as the comparison of the two shows it.
pub fn shifted(desk: &Desk, pair: &PolicyPair) -> Result<Vec<PromiseCompared>, Refusal> {
    let conn = desk.store.read();
    let (old, new) = (
        desk.policy.read(conn, pair.old)?,
        desk.policy.read(conn, pair.new)?,
    );
    let of = between(&desk.policy, pair, &old, &new);
    Ok(of
        .moves
        .iter()
        .filter_map(|one| compared(one, &of.before, &of.after))
        .collect())
}

/// What binds, or would once somebody accepts it.
fn standing(mut rows: Vec<PromiseRow>) -> Vec<PromiseRow> {
    rows.retain(|row| row.state != PromiseState::Rejected);
    rows
}

fn spans(rows: &[PromiseRow], held: &Held) -> Vec<(Span, Reading)> {
    rows.iter()
        .map(|row| {
            let span = Span {
                start: held.byte(row.start),
                end: held.byte(row.end),
            };
            (span, row.reading.clone())
        })
        .collect()
}

fn side(one: &Side, held: &Held) -> CompareSide {
    CompareSide {
        start: held.character(one.span.start),
        end: held.character(one.span.end),
        pieces: one
            .pieces
            .iter()
            .map(|(text, changed)| ComparePiece {
                text: text.clone(),
                changed: *changed,
            })
            .collect(),
    }
}

fn compared(one: &Shift, before: &[PromiseRow], after: &[PromiseRow]) -> Option<PromiseCompared> {
    let old = one.old.and_then(|at| before.get(at));
    let new = one.new.and_then(|at| after.get(at));
    let side = |row: &PromiseRow| PromiseSide {
        start: row.start,
        end: row.end,
        quote: row.quote.clone(),
        state: row.state,
        reading: row.reading.clone(),
    };
    Some(PromiseCompared {
        change: match one.change {
            Change::Added => PromiseShift::Added,
            Change::Dropped => PromiseShift::Dropped,
            Change::Weakened => PromiseShift::Weakened,
            Change::Strengthened => PromiseShift::Strengthened,
            Change::Changed => PromiseShift::Changed,
            Change::Reworded => PromiseShift::Reworded,
            Change::Same => PromiseShift::Same,
        },
        kind: new.or(old)?.reading.kind,
        old: old.map(side),
        new: new.map(side),
        why: one.why.clone(),
    })
}

/// Open requests that call on a promise of the old version that is weaker, gone or otherwise different in the new one.
fn touched(
    desk: &Desk,
    pair: &PolicyPair,
    before: &[PromiseRow],
    moves: &[Shift],
) -> Result<Vec<TouchedRequest>, Refusal> {
    let changed: BTreeSet<&str> = moves
        .iter()
        .filter(|one| !matches!(one.change, Change::Same | Change::Reworded | Change::Added))
        .filter_map(|one| before.get(one.old?))
        .map(|row| row.key.as_str())
        .collect();
    let mut all = Vec::new();
    for case in store::request::load_open(desk.store.read())? {
        let calls = engaged(&desk.policy, desk.library, &case);
        let quotes: Vec<String> = calls
            .iter()
            .filter(|one| {
                one.version.id == pair.old
                    && !one.rights.is_empty()
                    && changed.contains(one.promise.key.as_str())
            })
            .map(|one| format!("“{}”", one.promise.quote))
            .collect();
        if let Some(version) = calls.first().map(|one| one.version)
            && !quotes.is_empty()
        {
            all.push(TouchedRequest {
                request: case.id,
                reference: case.reference.clone(),
                person: case.person().to_owned(),
                received_on: case.received_on.to_string(),
                why: format!(
                    "It stays under the version of {}, which was in force on its receipt, and calls on {}.",
                    short(version.from),
                    quotes.join(" and ")
                ),
            });
        }
    }
    Ok(all)
}
