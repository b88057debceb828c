//! What became of each promise from one version to the next: added, dropped, weaker, stronger.
//!
//! Weaker and stronger are meant from the side of the person: what they can count on, ask for or refuse.

mod hedges;
mod reasons;

use super::compare::{How, Row, Side};
use super::document::{Document, Span};
use super::reading::Reading;
use crate::words::Audience;
use std::collections::HashMap;

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    Added,
    Dropped,
    Weakened,
    Strengthened,
    /// Weaker in one thing and stronger in another, or different without being either.
    Changed,
    /// Other words, the same promise.
    Reworded,
    Same,
}

impl Change {
    /// The identifier used in files and commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Weakened => "weakened",
            Self::Strengthened => "strengthened",
            Self::Changed => "changed",
            Self::Reworded => "reworded",
            Self::Same => "same",
        }
    }
}

/// One promise and what became of it; the numbers are places in the lists that were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    pub change: Change,
    pub old: Option<usize>,
    pub new: Option<usize>,
    /// Whole sentences; none where it is the same, reworded, added or dropped.
    pub why: Vec<String>,
}

/// A promise of one version.
type Promise = (Span, Reading);

/// Least likeness of two promises of one kind at different places.
const ALIKE: f32 = 0.34;
/// The same in a sentence that became the other.
const IN_PLACE: f32 = 0.2;

/// What became of every promise of both versions: first those of the new in their order, then what was dropped.
pub fn shifts(
    old: &Document,
    old_promises: &[Promise],
    new: &Document,
    new_promises: &[Promise],
    rows: &[Row],
) -> Vec<Shift> {
    let texts = |document: &Document, promises: &[Promise]| -> Vec<Vec<String>> {
        promises
            .iter()
            .map(|(span, _)| words(document.at(*span)))
            .collect()
    };
    let mut pairing = Pairing {
        old: old_promises,
        new: new_promises,
        old_words: texts(old, old_promises),
        new_words: texts(new, new_promises),
        of_new: vec![None; new_promises.len()],
        taken: vec![false; old_promises.len()],
    };
    pairing.by_rows(rows);
    pairing.by_kind();
    let mut shifts = Vec::with_capacity(new_promises.len());
    for (at, (span, reading)) in new_promises.iter().enumerate() {
        let before = pairing.of_new.get(at).copied().flatten();
        let Some((was, (old_span, old_reading))) =
            before.and_then(|was| Some((was, old_promises.get(was)?)))
        else {
            shifts.push(Shift {
                change: Change::Added,
                old: None,
                new: Some(at),
                why: Vec::new(),
            });
            continue;
        };
        let (change, why) = reasons::judge(old.at(*old_span), old_reading, new.at(*span), reading);
        shifts.push(Shift {
            change,
            old: Some(was),
            new: Some(at),
            why,
        });
    }
    let dropped = pairing
        .taken
        .iter()
        .enumerate()
        .filter(|(_, taken)| !**taken);
    shifts.extend(dropped.map(|(was, _)| Shift {
        change: Change::Dropped,
        old: Some(was),
        new: None,
        why: Vec::new(),
    }));
    shifts
}

struct Pairing<'a> {
    old: &'a [Promise],
    new: &'a [Promise],
    old_words: Vec<Vec<String>>,
    new_words: Vec<Vec<String>>,
    of_new: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairing<'_> {
    fn take(&mut self, was: usize, is: usize) {
        if let (Some(slot @ None), Some(taken @ false)) =
            (self.of_new.get_mut(is), self.taken.get_mut(was))
        {
            *slot = Some(was);
            *taken = true;
        }
    }

    /// Takes the best pairs first.
    fn take_best(&mut self, mut pairs: Vec<(f32, usize, usize)>) {
        pairs.sort_by(|one, other| {
            other
                .0
                .total_cmp(&one.0)
                .then((one.2, one.1).cmp(&(other.2, other.1)))
        });
        for (_, was, is) in pairs {
            self.take(was, is);
        }
    }

    fn alike(&self, was: usize, is: usize) -> f32 {
        match (self.old_words.get(was), self.new_words.get(is)) {
            (Some(one), Some(other)) => alike(one, other),
            _ => 0.0,
        }
    }

    /// Promises in a sentence that stayed, moved or became another.
    fn by_rows(&mut self, rows: &[Row]) {
        let one = inside(self.old, rows.iter().map(|row| row.old.as_ref()));
        let other = inside(self.new, rows.iter().map(|row| row.new.as_ref()));
        let mut pairs = Vec::new();
        for (row, (olds, news)) in rows.iter().zip(one.iter().zip(&other)) {
            for was in olds.iter().copied() {
                for is in news.iter().copied() {
                    let (Some((_, a)), Some((_, b))) = (self.old.get(was), self.new.get(is)) else {
                        continue;
                    };
                    let alike = self.alike(was, is);
                    let kin = reasons::kin(a.kind, b.kind);
                    // Where the sentence is the same, another kind is another promise of it.
                    if !kin && (row.how == How::Same || alike < 0.5) || alike < IN_PLACE {
                        continue;
                    }
                    let score = alike
                        + if a.kind == b.kind {
                            2.0
                        } else if kin {
                            1.0
                        } else {
                            0.0
                        };
                    pairs.push((score, was, is));
                }
            }
        }
        self.take_best(pairs);
    }

    /// The rest: the same kind, for some of the same people, in similar words.
    fn by_kind(&mut self) {
        let mut left: HashMap<_, Vec<usize>> = HashMap::new();
        for (was, (_, reading)) in self.old.iter().enumerate() {
            if self.taken.get(was) == Some(&false) {
                left.entry(reading.kind).or_default().push(was);
            }
        }
        let mut pairs = Vec::new();
        for (is, (_, reading)) in self.new.iter().enumerate() {
            if !matches!(self.of_new.get(is), Some(None)) {
                continue;
            }
            for was in left.get(&reading.kind).into_iter().flatten() {
                let Some((_, before)) = self.old.get(*was) else {
                    continue;
                };
                let alike = self.alike(*was, is);
                if meet(&before.audiences, &reading.audiences) && alike >= ALIKE {
                    pairs.push((alike, *was, is));
                }
            }
        }
        self.take_best(pairs);
    }
}

/// For each row the promises that stand in it, in whatever order they are given.
fn inside<'a>(
    promises: &[Promise],
    sides: impl Iterator<Item = Option<&'a Side>>,
) -> Vec<Vec<usize>> {
    let mut spans: Vec<(Span, usize)> = Vec::new();
    let mut rows = 0;
    for (row, side) in sides.enumerate() {
        rows = row + 1;
        spans.extend(side.map(|side| (side.span, row)));
    }
    spans.sort_unstable();
    let mut inside = vec![Vec::new(); rows];
    for (at, (own, _)) in promises.iter().enumerate() {
        let first = spans.partition_point(|(span, _)| span.end <= own.start);
        for (_, row) in spans
            .iter()
            .skip(first)
            .take_while(|(span, _)| span.start < own.end)
        {
            if let Some(inside) = inside.get_mut(*row) {
                inside.push(at);
            }
        }
    }
    inside
}

/// Whether both speak to some of the same people.
fn meet(one: &[Audience], other: &[Audience]) -> bool {
    one.contains(&Audience::Everyone)
        || other.contains(&Audience::Everyone)
        || one.iter().any(|audience| other.contains(audience))
}

/// The words of a text in small letters, sorted.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.sort_unstable();
    words
}

/// The share of words two have in common.
fn alike(one: &[String], other: &[String]) -> f32 {
    let total = one.len() + other.len();
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    if total == 0 {
        0.0
    } else {
        (2 * common) as f32 / total as f32
    }
}

#[cfg(test)]
mod tests;
