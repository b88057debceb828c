//! Addresses, numbers and places by which an organisation can be reached, as the text gives them.

use super::tokens::is_mail;
use crate::policy::document::{BlockKind, Document, Span};
use crate::policy::reading::WayOf;
use crate::words::Way;

/// Every way the policy gives with an address, and the block it stands in.
#[derive(Debug, Default)]
pub(super) struct Contacts {
    all: Vec<(usize, WayOf)>,
}

/// At most so many are kept; a directory is not a policy.
const MOST: usize = 40;
/// A line of an address is not longer.
const LINE: usize = 160;

impl Contacts {
    pub(super) fn of(doc: &Document) -> Self {
        let mut all: Vec<(usize, WayOf)> = Vec::new();
        for (at, block) in doc.blocks.iter().enumerate() {
            if all.len() >= MOST {
                break;
            }
            let text = doc.at(block.span);
            let mut ways = named(text);
            if !ways.iter().any(|way| way.way == Way::Post)
                && text.len() < LINE
                && zip_end(text).is_some()
            {
                ways.push(WayOf {
                    way: Way::Post,
                    value: above(doc, at, text),
                });
            }
            all.extend(ways.into_iter().map(|way| (at, way)));
        }
        Self { all }
    }

    /// What is meant by “below” or “at the end of this policy” in a block: what follows next, or what stands last.
    pub(super) fn pointed(&self, block: usize) -> Vec<WayOf> {
        let next = self.all.iter().position(|(at, _)| *at > block);
        let Some(from) = next else {
            return Vec::new();
        };
        let mut ways: Vec<WayOf> = Vec::new();
        for (at, way) in &self.all[from..] {
            if *at > self.all[from].0 + 8 {
                break;
            }
            if !ways.contains(way) && !ways.iter().any(|known| known.way == way.way) {
                ways.push(way.clone());
            }
        }
        ways
    }

    /// What the next few blocks give.
    pub(super) fn right_behind(&self, block: usize) -> Vec<WayOf> {
        self.all
            .iter()
            .filter(|(at, _)| *at > block && *at <= block + 4)
            .map(|(_, way)| way.clone())
            .collect()
    }
}

/// The mail addresses, telephone numbers and postal addresses of a text.
pub(super) fn named(text: &str) -> Vec<WayOf> {
    let mut ways: Vec<WayOf> = Vec::new();
    let mut add = |way: Way, value: &str| {
        let value = value.trim().to_owned();
        if !ways
            .iter()
            .any(|known| known.way == way && known.value == value)
        {
            ways.push(WayOf { way, value });
        }
    };
    for word in text.split([' ', '(', ')', '<', '>', ',', ';']) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        if is_mail(word) {
            add(Way::Mail, word);
        }
    }
    if let Some(address) = postal(text) {
        add(Way::Post, address);
    }
    for number in phones(text) {
        add(Way::Phone, number);
    }
    ways
}

/// The address behind “write to”, up to its postal code.
fn postal(text: &str) -> Option<&str> {
    const INTRODUCED: &[&str] = &[
        "writing to us at:",
        "writing to:",
        "write to us at:",
        "write to us at ",
        "write to:",
        "writing to us at ",
        "write us at:",
        "write us at ",
        "mail to:",
        "mailing address:",
        "postal address:",
        "by mail at:",
        "by mail at ",
        "by mail to:",
        "by mail to ",
        "by post at ",
        "by post to ",
        "by post:",
        "by mail:",
        "mail:",
        "address:",
        "writing to ",
        "write to ",
        "at the following address:",
        "sent to:",
        "sent to ",
        "letter to ",
        "located at ",
    ];
    let end = zip_end(text)?;
    let low = text.to_ascii_lowercase();
    let start = INTRODUCED
        .iter()
        .filter_map(|said| low[..end].rfind(said).map(|at| at + said.len()))
        .max()?;
    let address = text.get(start..end)?.trim();
    (address.len() > 8 && address.len() < 240).then_some(address)
}

/// Where a postal code ends: “MI 48335-2611”, “SW1A 1AA”, or five digits with a place behind a street.
fn zip_end(text: &str) -> Option<usize> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        words.push((at, word));
        at += word.len() + 1;
    }
    for pair in words.windows(2).rev() {
        let (before, (start, word)) = (pair[0].1, pair[1]);
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let end = start + word.find(plain).unwrap_or(0) + plain.len();
        let digits = plain.split('-').next().unwrap_or_default();
        let state = before.trim_matches(|c: char| !c.is_alphanumeric());
        let american = digits.len() == 5
            && digits.chars().all(|c| c.is_ascii_digit())
            && state.chars().next().is_some_and(char::is_uppercase);
        let british = plain.len() == 3
            && (5..=8).contains(&(plain.len() + state.len()))
            && state
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            && state.chars().next().is_some_and(|c| c.is_ascii_uppercase())
            && state.chars().any(|c| c.is_ascii_digit())
            && plain.chars().next().is_some_and(|c| c.is_ascii_digit())
            && plain.chars().skip(1).all(|c| c.is_ascii_uppercase());
        if american || british {
            return Some(end);
        }
    }
    None
}

/// Telephone numbers: ten digits and more with the marks people put between them.
fn phones(text: &str) -> Vec<&str> {
    let fits =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ' ' | '‑' | '–');
    text.split(|c: char| !fits(c))
        .map(|part| part.trim_matches(|c: char| !c.is_ascii_digit() && !matches!(c, '+' | '(')))
        .filter(|part| {
            let digits = part.chars().filter(char::is_ascii_digit).count();
            let marks = part.contains(['-', ' ', '.', ')', '‑', '–']);
            (10..=15).contains(&digits) && marks
        })
        .collect()
}

/// The lines of an address that is set as one short paragraph per line.
fn above(doc: &Document, at: usize, text: &str) -> String {
    let mut lines = vec![text];
    for block in doc.blocks[..at].iter().rev().take(3) {
        let line = doc.at(Span { ..block.span });
        if block.kind == BlockKind::Heading || line.len() > 60 || line.ends_with([':', '.']) {
            break;
        }
        lines.push(line);
    }
    lines.reverse();
    let whole = lines.join(", ");
    match zip_end(&whole) {
        Some(end) => whole[..end].to_owned(),
        None => whole,
    }
}
