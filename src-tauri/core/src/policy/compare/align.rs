//! Which sentence of the old text became which of the new.

use super::units::{Unit, alike};
use std::collections::{HashMap, HashSet};

/// What a new sentence was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) other: usize,
    pub(super) moved: bool,
}

/// From so alike on, two sentences at the same place are one that changed.
const CHANGED: f32 = 0.5;
/// The same where nothing else stands between what stayed.
const ALONE: f32 = 0.36;
/// From so alike on, two sentences at different places are one that moved.
const MOVED: f32 = 0.76;
/// Words that a sentence must have to be told again elsewhere when it is not the same.
const TOLD: usize = 5;
/// Pairs compared word by word, at most.
const PAIRS: usize = 1_500_000;

/// For each new sentence what it was, if it was.
pub(super) fn matches(old: &[Unit], new: &[Unit]) -> Vec<Option<Match>> {
    let mut found = Found {
        of_new: vec![None; new.len()],
        taken: vec![false; old.len()],
    };
    let stay = anchors(old, new);
    for (was, is) in stay {
        found.take(was, is, false);
    }
    extend(old, new, &mut found);
    let mut pairs = PAIRS;
    for (olds, news) in gaps(&found) {
        within(old, new, &olds, &news, &mut found, &mut pairs);
    }
    elsewhere_same(old, new, &mut found);
    elsewhere_alike(old, new, &mut found);
    found.of_new
}

struct Found {
    of_new: Vec<Option<Match>>,
    taken: Vec<bool>,
}

impl Found {
    fn take(&mut self, was: usize, is: usize, moved: bool) {
        if let (Some(slot), Some(taken)) = (self.of_new.get_mut(is), self.taken.get_mut(was))
            && slot.is_none()
            && !*taken
        {
            *slot = Some(Match { other: was, moved });
            *taken = true;
        }
    }

    fn free_old(&self, at: usize) -> bool {
        self.taken.get(at) == Some(&false)
    }

    fn free_new(&self, at: usize) -> bool {
        matches!(self.of_new.get(at), Some(None))
    }
}

/// Sentences said once in each text, as many as stand in the same order.
fn anchors(old: &[Unit], new: &[Unit]) -> Vec<(usize, usize)> {
    let once = |units: &[Unit]| -> HashMap<u64, Option<usize>> {
        let mut places = HashMap::with_capacity(units.len());
        for (at, unit) in units.iter().enumerate() {
            places
                .entry(unit.key)
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
        places
    };
    let (before, after) = (once(old), once(new));
    let pairs: Vec<(usize, usize)> = old
        .iter()
        .enumerate()
        .filter_map(|(at, unit)| {
            before.get(&unit.key).copied().flatten()?;
            Some((at, after.get(&unit.key).copied().flatten()?))
        })
        .collect();
    rising(&pairs)
}

/// The longest run of pairs that rises on both sides.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // By length of the run: the pair that ends it lowest.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    let value = |at: usize| pairs.get(at).map_or(0, |(_, is)| *is);
    for (at, (_, is)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| value(*end) < *is);
        if let Some(slot) = before.get_mut(at) {
            *slot = length
                .checked_sub(1)
                .and_then(|below| ends.get(below))
                .copied();
        }
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        run.extend(pairs.get(at));
        next = before.get(at).copied().flatten();
    }
    run.reverse();
    run
}

/// Neighbours of what stayed stayed too where they are equal, said once or often.
fn extend(old: &[Unit], new: &[Unit], found: &mut Found) {
    let equal = |was: usize, is: usize| matches!((old.get(was), new.get(is)), (Some(a), Some(b)) if a.key == b.key);
    for is in 0..new.len() {
        let was = match is.checked_sub(1) {
            Some(before) => match found.of_new.get(before).copied().flatten() {
                Some(found) => found.other + 1,
                None => continue,
            },
            None => 0,
        };
        if found.free_new(is) && found.free_old(was) && equal(was, is) {
            found.take(was, is, false);
        }
    }
    for is in (0..new.len()).rev() {
        let was = match found.of_new.get(is + 1).copied() {
            Some(Some(next)) => next.other.checked_sub(1),
            Some(None) => None,
            None => old.len().checked_sub(1),
        };
        if let Some(was) = was
            && found.free_new(is)
            && found.free_old(was)
            && equal(was, is)
        {
            found.take(was, is, false);
        }
    }
}

/// What is free on both sides between two neighbours that stayed.
fn gaps(found: &Found) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut gaps = Vec::new();
    let (mut olds_from, mut news) = (0, Vec::new());
    let mut close = |from: usize, to: usize, news: &mut Vec<usize>| {
        let olds: Vec<usize> = (from..to).filter(|at| found.free_old(*at)).collect();
        let news = std::mem::take(news);
        if !olds.is_empty() && !news.is_empty() {
            gaps.push((olds, news));
        }
    };
    for (is, slot) in found.of_new.iter().enumerate() {
        match slot {
            Some(stays) => {
                close(olds_from, stays.other, &mut news);
                olds_from = stays.other + 1;
            }
            None => news.push(is),
        }
    }
    close(olds_from, found.taken.len(), &mut news);
    gaps
}

/// Pairs within a gap that are alike enough, in order, so that they are most alike together.
fn within(
    old: &[Unit],
    new: &[Unit],
    olds: &[usize],
    news: &[usize],
    found: &mut Found,
    pairs: &mut usize,
) {
    let (rows, columns) = (olds.len(), news.len());
    let Some(left) = rows
        .checked_mul(columns)
        .and_then(|cells| pairs.checked_sub(cells))
    else {
        return;
    };
    *pairs = left;
    let enough = if rows == 1 && columns == 1 {
        ALONE
    } else {
        CHANGED
    };
    let width = columns + 1;
    let mut best = vec![0.0f32; (rows + 1) * width];
    let mut likeness = vec![0.0f32; rows * columns];
    let cell = |cells: &[f32], at: usize| cells.get(at).copied().unwrap_or(0.0);
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let alike = match (
                olds.get(i).and_then(|at| old.get(*at)),
                news.get(j).and_then(|at| new.get(*at)),
            ) {
                (Some(a), Some(b)) if a.key == b.key => 1.5,
                (Some(a), Some(b)) => alike(a, b),
                _ => 0.0,
            };
            if let Some(slot) = likeness.get_mut(i * columns + j) {
                *slot = alike;
            }
            let with = if alike >= enough {
                alike + cell(&best, (i + 1) * width + j + 1)
            } else {
                0.0
            };
            let most = with
                .max(cell(&best, (i + 1) * width + j))
                .max(cell(&best, i * width + j + 1));
            if let Some(slot) = best.get_mut(i * width + j) {
                *slot = most;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < rows && j < columns {
        let alike = cell(&likeness, i * columns + j);
        let here = cell(&best, i * width + j);
        if alike >= enough && here <= alike + cell(&best, (i + 1) * width + j + 1) {
            if let (Some(was), Some(is)) = (olds.get(i), news.get(j)) {
                found.take(*was, *is, false);
            }
            i += 1;
            j += 1;
        } else if here <= cell(&best, (i + 1) * width + j) {
            i += 1;
        } else {
            j += 1;
        }
    }
}

/// The same sentence in another place.
fn elsewhere_same(old: &[Unit], new: &[Unit], found: &mut Found) {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, unit) in old.iter().enumerate().rev() {
        if found.free_old(at) {
            places.entry(unit.key).or_default().push(at);
        }
    }
    for (is, unit) in new.iter().enumerate() {
        if found.free_new(is)
            && let Some(was) = places.get_mut(&unit.key).and_then(Vec::pop)
        {
            found.take(was, is, true);
        }
    }
}

/// Nearly the same sentence in another place: candidates share pairs of words that few sentences have.
fn elsewhere_alike(old: &[Unit], new: &[Unit], found: &mut Found) {
    const COMMON: usize = 24;
    let pairs = |unit: &Unit| -> HashSet<(u32, u32)> {
        unit.words
            .windows(2)
            .filter_map(|two| match two {
                [one, next] => Some((*one, *next)),
                _ => None,
            })
            .collect()
    };
    let mut places: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
    for (at, unit) in old.iter().enumerate() {
        if found.free_old(at) && unit.words.len() >= TOLD {
            for pair in pairs(unit) {
                places.entry(pair).or_default().push(at);
            }
        }
    }
    for (is, unit) in new.iter().enumerate() {
        if !found.free_new(is) || unit.words.len() < TOLD {
            continue;
        }
        let mut votes: HashMap<usize, usize> = HashMap::new();
        for pair in pairs(unit) {
            for at in places
                .get(&pair)
                .filter(|places| places.len() <= COMMON)
                .into_iter()
                .flatten()
            {
                *votes.entry(*at).or_default() += 1;
            }
        }
        let best = votes
            .into_iter()
            .filter(|(at, _)| found.free_old(*at))
            .max_by_key(|(at, votes)| (*votes, std::cmp::Reverse(*at)));
        if let Some((was, _)) = best
            && old.get(was).is_some_and(|old| alike(old, unit) >= MOVED)
        {
            found.take(was, is, true);
        }
    }
}
