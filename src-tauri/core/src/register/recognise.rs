//! What a request asks for by name, and nobody has chosen yet.

use super::rules::{self, Source};
use crate::api::wire::{Refusal, RightSuggested};
use crate::desk::Desk;
use crate::request::case::Case;
use crate::request::same::plain;
use crate::words::{Requirement, Right};
use serde::Deserialize;
use std::sync::OnceLock;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    rights: Vec<Names>,
}

/// The names by which people ask for a right.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    right: Right,
    why: String,
    words: Vec<String>,
    source: Source,
}

fn names() -> Result<&'static [Names], Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            rules::read(
                "registers/recognise.toml",
                include_str!("../../data/registers/recognise.toml"),
            )
        })
        .as_ref()
        .map(|rules| rules.rights.as_slice())
        .map_err(Refusal::clone)
}

/// Letters and digits only, words parted by one space, with a space at both ends.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in plain(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// Rights that the words name, that something gives, and that nobody has chosen.
pub fn suggests(desk: &Desk, case: &Case) -> Result<Vec<RightSuggested>, Refusal> {
    let mut all = Vec::new();
    if case.words.trim().is_empty() {
        return Ok(all);
    }
    let text = bare(&case.words);
    for one in names()? {
        if case.claims.iter().any(|c| c.right == one.right) || !given(desk, case, one.right) {
            continue;
        }
        let labels = labels(desk, case, one.right);
        let mut found: Vec<&str> = Vec::new();
        for words in one.words.iter().chain(&labels) {
            let wanted = bare(words);
            // Of two that say the same, the longer one is enough.
            let said =
                wanted.trim().is_empty() || found.iter().any(|known| bare(known).contains(&wanted));
            if !said && text.contains(&wanted) {
                found.push(words);
            }
        }
        if let Some(first) = found.first() {
            let quoted: Vec<String> = found.iter().map(|words| format!("“{words}”")).collect();
            let label = labels.iter().any(|label| label == first);
            all.push(RightSuggested {
                right: one.right,
                words: quoted.join(", "),
                why: if label {
                    "The policy asks that such a request carry these words.".to_owned()
                } else {
                    one.why.clone()
                },
                cite: one.source.cite.clone(),
            });
        }
    }
    Ok(all)
}

/// A law of the desk gives the right on that day, or a promise in force does.
fn given(desk: &Desk, case: &Case, right: Right) -> bool {
    let by_law = desk
        .profile
        .laws
        .iter()
        .filter_map(|id| desk.library.law(id).ok())
        .any(|law| law.right(right, case.received_on).is_ok());
    by_law
        || desk
            .policy
            .promises_on(case.received_on)
            .any(|promise| promise.reading.rights.contains(&right))
}

/// The words that a promise in force asks such a request to carry.
fn labels(desk: &Desk, case: &Case, right: Right) -> Vec<String> {
    desk.policy
        .promises_on(case.received_on)
        .filter(|promise| promise.reading.rights.contains(&right))
        .flat_map(|promise| &promise.reading.conditions)
        .filter(|condition| condition.requires == Some(Requirement::Label))
        .map(|condition| condition.words.trim().to_owned())
        .collect()
}
