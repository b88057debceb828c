//! Heads and feet of pages: what stands at the edge of most pages, and their numbers.

use super::super::remnants::is_page_number;
use super::super::{Cleaned, sample};
use super::lines::Line;
use std::collections::{HashMap, HashSet};

/// How many lines of each edge are looked at.
const EDGE: usize = 3;

/// Drops them from all pages.
pub(super) fn drop(pages: &mut [Vec<Line>], cleaned: &mut Vec<Cleaned>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let own: HashSet<String> = edges(page)
            .into_iter()
            .filter_map(|at| page.get(at))
            .map(key)
            .collect();
        for key in own {
            *seen.entry(key).or_default() += 1;
        }
    }
    let enough = (pages.len() / 2).max(2);
    let (mut gone, mut shown) = (0, String::new());
    for (number, page) in pages.iter_mut().enumerate() {
        let edges = edges(page);
        let mut at = 0;
        page.retain(|line| {
            let here = at;
            at += 1;
            if !edges.contains(&here) {
                return true;
            }
            let repeated = seen.get(&key(line)).is_some_and(|count| *count >= enough);
            // The title of the policy is the head of its pages too: it stays where it stands first.
            let first = number == 0 && !is_page_number(line.text.trim()) && line.size > 13.0;
            if is_page_number(line.text.trim()) || (repeated && !first) {
                gone += line.text.chars().count();
                if shown.is_empty() {
                    shown = sample(&line.text);
                }
                return false;
            }
            true
        });
    }
    if gone > 0 {
        cleaned.push(Cleaned {
            what: "Heads, feet and numbers of pages were left out.".into(),
            sample: shown,
            characters: gone,
        });
    }
}

/// The highest and lowest lines of a page.
fn edges(page: &[Line]) -> HashSet<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    let height = |at: &usize| page.get(*at).map_or(0.0, |line| line.y);
    order.sort_by(|one, other| height(one).total_cmp(&height(other)));
    let upper = order.iter().rev().take(EDGE);
    order.iter().take(EDGE).chain(upper).copied().collect()
}

/// The words with every number alike, and about where they stand.
fn key(line: &Line) -> String {
    let mut key = String::with_capacity(line.text.len());
    for c in line.text.trim().chars() {
        if c.is_ascii_digit() {
            if !key.ends_with('#') {
                key.push('#');
            }
        } else {
            key.extend(c.to_lowercase());
        }
    }
    key.push_str(&format!("@{:.0}", line.y / 8.0));
    key
}
