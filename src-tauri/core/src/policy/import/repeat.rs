//! A tail that says the text again: word processors and converters append it in fragments and torn words.
//!
//! Told by content alone: letters and digits of the whole are compared with what stood before, without
//! spaces, so that torn words and broken lines do not matter. A policy may well say a paragraph twice;
//! only a tail that begins again at the beginning, or that lies in shreds, is cut off.

use super::piece::Piece;
use super::{Cleaned, sample};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Letters compared at once.
const WINDOW: usize = 32;
/// Every so many letters a window is kept.
const STEP: usize = 8;
/// A shorter tail is left alone.
const LEAST: usize = 240;
/// Where a copy of the beginning may begin, in letters: a title may be missing.
const BEGINNING: usize = 400;

/// One stretch that stood before.
struct Run {
    start: usize,
    len: usize,
    source: usize,
}

/// Cuts the tail off.
pub(super) fn cut(pieces: &mut Vec<Piece>, cleaned: &mut Vec<Cleaned>) {
    let Some(at) = tail(pieces) else { return };
    let gone = pieces.split_off(at);
    cleaned.push(Cleaned {
        what: "After the end the text was said once more, in part or in fragments; the repeat was cut off.".into(),
        sample: gone.iter().find(|piece| piece.text.trim().len() > 12).map(|piece| sample(&piece.text)).unwrap_or_default(),
        characters: gone.iter().map(|piece| piece.text.chars().count()).sum(),
    });
}

/// The first piece of a tail that repeats.
fn tail(pieces: &[Piece]) -> Option<usize> {
    let mut letters: Vec<u32> = Vec::new();
    let mut starts = Vec::with_capacity(pieces.len() + 1);
    for piece in pieces {
        starts.push(letters.len());
        letters.extend(
            piece
                .text
                .chars()
                .filter(|c| c.is_alphanumeric())
                .map(|c| u32::from(c.to_ascii_lowercase())),
        );
    }
    starts.push(letters.len());
    let runs = runs(&letters);
    let covered = |from: usize, to: usize| -> usize {
        let first = runs.partition_point(|run| run.start + run.len <= from);
        runs.iter()
            .skip(first)
            .take_while(|run| run.start < to)
            .map(|run| (run.start + run.len).min(to) - run.start.max(from))
            .sum()
    };
    // Back from the end as long as nearly everything stood before.
    let mut first = pieces.len();
    let (mut size, mut said) = (0, 0);
    for at in (0..pieces.len()).rev() {
        let (Some(from), Some(to)) = (starts.get(at), starts.get(at + 1)) else {
            break;
        };
        let (own, known) = (to - from, covered(*from, *to));
        let tiny = own < 12;
        if !tiny && known * 10 < own * 9 {
            break;
        }
        size += own;
        said += known;
        if size > LEAST && said * 100 < size * 95 {
            break;
        }
        first = at;
    }
    // Small pieces at its head that stood nowhere before belong to the text.
    while first < pieces.len() {
        let (from, to) = (*starts.get(first)?, *starts.get(first + 1)?);
        if covered(from, to) * 2 > to - from {
            break;
        }
        first += 1;
    }
    let again = (first..pieces.len()).find(|at| {
        let Some(from) = starts.get(*at) else {
            return false;
        };
        runs.iter().any(|run| {
            run.start <= from + 4
                && run.start + WINDOW > *from
                && run.source < BEGINNING
                && run.len >= LEAST.min(letters.len() / 8).max(2 * WINDOW)
        })
    });
    let at = again.or_else(|| shredded(pieces, first).then_some(first))?;
    let length = letters.len() - starts.get(at)?;
    (at > 0 && length >= LEAST).then_some(at)
}

/// Most of its pieces are bits of a line, unlike those before.
fn shredded(pieces: &[Piece], first: usize) -> bool {
    const BIT: usize = 60;
    let bits = |pieces: &[Piece]| {
        let short = pieces.iter().filter(|piece| {
            let text = piece.text.trim();
            text.len() < BIT && !text.ends_with(['.', '?', '!'])
        });
        (short.count(), pieces.len())
    };
    let Some((before, tail)) = pieces.split_at_checked(first) else {
        return false;
    };
    let ((few, all), (many, whole)) = (bits(before), bits(tail));
    whole >= 8 && many * 10 > whole * 7 && few * whole < many * all
}

/// Every stretch of at least a window that stood before, in order and without overlap.
fn runs(letters: &[u32]) -> Vec<Run> {
    let mut runs = Vec::new();
    if letters.len() < LEAST + WINDOW {
        return runs;
    }
    let mut seen: HashMap<u64, usize, BuildHasherDefault<Direct>> = HashMap::default();
    seen.reserve(letters.len() / STEP);
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let power = (1..WINDOW).fold(1u64, |power, _| power.wrapping_mul(BASE));
    let mut hash = 0u64;
    let mut free = 0;
    for (end, letter) in letters.iter().enumerate() {
        if let Some(out) = end.checked_sub(WINDOW).and_then(|out| letters.get(out)) {
            hash = hash.wrapping_sub((u64::from(*out) + 1).wrapping_mul(power));
        }
        hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(*letter) + 1);
        let Some(start) = (end + 1).checked_sub(WINDOW) else {
            continue;
        };
        if start >= free
            && let Some(&source) = seen.get(&hash)
            && same(letters, source, start) == WINDOW
        {
            let back = letters
                .get(free..start)
                .unwrap_or_default()
                .iter()
                .rev()
                .zip(letters.get(..source).unwrap_or_default().iter().rev())
                .take_while(|(one, other)| one == other)
                .count();
            let mut len = WINDOW;
            while letters
                .get(start + len)
                .is_some_and(|one| letters.get(source + len) == Some(one))
            {
                len += 1;
            }
            runs.push(Run {
                start: start - back,
                len: len + back,
                source: source - back,
            });
            free = start + len;
        }
        if start % STEP == 0 {
            seen.entry(hash).or_insert(start);
        }
    }
    runs
}

fn same(letters: &[u32], one: usize, other: usize) -> usize {
    let from = |at: usize| letters.get(at..).unwrap_or_default().iter().take(WINDOW);
    from(one)
        .zip(from(other))
        .take_while(|(a, b)| a == b)
        .count()
}

/// The keys are hashes already.
#[derive(Default)]
struct Direct(u64);

impl Hasher for Direct {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
