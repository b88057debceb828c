//! Two versions of a policy, sentence by sentence: what stayed, moved, changed, came and went.
//!
//! Sentences are compared by what they say: quotes, dashes, spaces and capitals make no difference.
//! Equal ones are found by their hash; the longest run of them in the same order stays, the others moved.
//! What is left between two that stayed is compared by its words.

mod align;
mod pieces;
mod units;

use super::document::{BlockKind, Document, Span};
use align::Match;
use units::Unit;

pub(super) use units::flat;

/// What became of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    Same,
    /// It stands elsewhere, in the same words or nearly so.
    Moved,
    Changed,
    Added,
    Removed,
}

impl How {
    /// The identifier used in files and commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// One sentence or heading, in one version or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub how: How,
    /// What it is in the new version, or was in the old one where it is gone.
    pub block: BlockKind,
    pub old: Option<Side>,
    pub new: Option<Side>,
}

/// A sentence in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub span: Span,
    /// Its words in order, with whether the other version has them too; joined they are the sentence.
    pub pieces: Vec<(String, bool)>,
}

/// Every sentence of both, in the order of the new text; what was removed stands where it was.
pub fn compare(old: &Document, new: &Document) -> Vec<Row> {
    let mut words = units::Words::default();
    let (before, after) = (units::of(old, &mut words), units::of(new, &mut words));
    let matches = align::matches(&before, &after);
    let mut rows = Vec::with_capacity(after.len() + before.len() / 4);
    let mut gone = removed(&before, &matches, after.len());
    for (at, unit) in after.iter().enumerate() {
        for unit in gone.get_mut(at).map(std::mem::take).unwrap_or_default() {
            rows.push(lone(How::Removed, old, before.get(unit)));
        }
        let Some(Some(Match { other, moved })) = matches.get(at) else {
            rows.push(lone(How::Added, new, Some(unit)));
            continue;
        };
        let Some(was) = before.get(*other) else {
            continue;
        };
        let equal = was.key == unit.key;
        let how = match (moved, equal) {
            (true, _) => How::Moved,
            (false, true) => How::Same,
            (false, false) => How::Changed,
        };
        let (one, two) = if equal {
            (
                vec![(old.at(was.span).to_owned(), false)],
                vec![(new.at(unit.span).to_owned(), false)],
            )
        } else {
            pieces::of(old.at(was.span), new.at(unit.span))
        };
        rows.push(Row {
            how,
            block: unit.kind,
            old: Some(Side {
                span: was.span,
                pieces: one,
            }),
            new: Some(Side {
                span: unit.span,
                pieces: two,
            }),
        });
    }
    for unit in gone.pop().unwrap_or_default() {
        rows.push(lone(How::Removed, old, before.get(unit)));
    }
    rows.retain(|row| row.old.is_some() || row.new.is_some());
    rows
}

/// The old sentences without a match, by the new one before which they stood.
fn removed(before: &[Unit], matches: &[Option<Match>], after: usize) -> Vec<Vec<usize>> {
    let mut place: Vec<Option<(usize, bool)>> = vec![None; before.len()];
    for (at, found) in matches.iter().enumerate() {
        if let Some(found) = found
            && let Some(place) = place.get_mut(found.other)
        {
            *place = Some((at, found.moved));
        }
    }
    let mut gone = vec![Vec::new(); after + 1];
    let mut next = 0;
    for (at, place) in place.iter().enumerate() {
        match place {
            Some((here, false)) => next = here + 1,
            Some((_, true)) => {}
            None => {
                if let Some(gone) = gone.get_mut(next) {
                    gone.push(at);
                }
            }
        }
    }
    gone
}

fn lone(how: How, document: &Document, unit: Option<&Unit>) -> Row {
    let side = unit.map(|unit| Side {
        span: unit.span,
        pieces: vec![(document.at(unit.span).to_owned(), true)],
    });
    let block = unit.map_or(BlockKind::Paragraph, |unit| unit.kind);
    let (old, new) = if how == How::Removed {
        (side, None)
    } else {
        (None, side)
    };
    Row {
        how,
        block,
        old,
        new,
    }
}

#[cfg(test)]
mod tests;
