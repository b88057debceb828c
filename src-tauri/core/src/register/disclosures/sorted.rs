//! The order of a list of entries.

use crate::api::wire::{HandlingPurpose, HandlingSort};
use crate::register::handled::{Handled, Slot};
use crate::request::same::plain;
use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

/// Sorts entries that stand newest first; those that are equal keep that order, whichever way it goes.
pub fn sort(handled: &Handled, found: &mut [&Slot], by: HandlingSort, ascending: bool) {
    let way = |order: Ordering| if ascending { order } else { order.reverse() };
    match by {
        HandlingSort::Day if ascending => found.sort_by_key(|slot| (slot.day, slot.id)),
        // They stand so already.
        HandlingSort::Day => {}
        HandlingSort::Recipient => {
            let ranks = ranks(handled, found);
            let rank = |slot: &Slot| ranks.get(&slot.recipient).copied().flatten();
            found.sort_by(|a, b| match (rank(a), rank(b)) {
                (Some(a), Some(b)) => way(a.cmp(&b)),
                // Without a name: last.
                (a, b) => Reverse(a.is_some()).cmp(&Reverse(b.is_some())),
            });
        }
        HandlingSort::Purpose => {
            let place = |slot: &Slot| {
                let purpose = handled.shape(slot).map(|shape| shape.purpose);
                HandlingPurpose::ALL
                    .iter()
                    .position(|one| Some(*one) == purpose)
            };
            found.sort_by(|a, b| way(place(a).cmp(&place(b))));
        }
        HandlingSort::Categories => {
            let many = |slot: &Slot| {
                let kinds = handled.shape(slot).map_or(0, |shape| shape.data.len());
                (slot.categories, kinds)
            };
            found.sort_by(|a, b| way(many(a).cmp(&many(b))));
        }
    }
}

/// The place of each name among all of them, capitals and accents left aside; nothing for an empty one.
fn ranks(handled: &Handled, found: &[&Slot]) -> HashMap<u32, Option<usize>> {
    let mut ranks: HashMap<u32, Option<usize>> =
        found.iter().map(|slot| (slot.recipient, None)).collect();
    let mut names: Vec<(String, u32)> = ranks
        .keys()
        .map(|word| (plain(handled.word(*word)), *word))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    names.sort();
    let mut rank = 0;
    let mut before: Option<&str> = None;
    for (name, word) in &names {
        if before.is_some_and(|before| before != name) {
            rank += 1;
        }
        before = Some(name);
        ranks.insert(*word, Some(rank));
    }
    ranks
}
