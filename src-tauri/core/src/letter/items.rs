//! What each letter must contain, as data with citations, and whether a text has it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::LetterError;
use super::text::{LetterText, blanks_in};
use crate::words::{LetterKind, Outcome, Right};

/// Something the law wants in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequiredItem {
    /// Names it in blocks: `court`, or with its right `erasure.reasons`.
    pub id: String,
    /// What it is, in words.
    pub what: String,
    /// The article that wants it.
    pub cite: String,
}

/// A required item and whether the text has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemState {
    /// As in [`RequiredItem`].
    pub id: String,
    /// What it is, in words.
    pub what: String,
    /// The article that wants it.
    pub cite: String,
    /// Whether it is there, whole and without blanks.
    pub present: bool,
    /// A sentence for the officer, when it is not.
    pub why_missing: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    law: String,
    #[serde(default)]
    item: Vec<Item>,
    #[serde(default)]
    forbidden: Vec<Forbidden>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: String,
    what: String,
    cite: String,
    /// In force from; read so that no entry comes without it.
    #[serde(rename = "since")]
    _since: NaiveDate,
    /// Last compared with its source.
    #[serde(rename = "checked")]
    _checked: NaiveDate,
    letters: Vec<LetterKind>,
    /// Any right, when absent.
    rights: Option<Vec<Right>>,
    /// Any outcome and none, when absent.
    outcomes: Option<Vec<Outcome>>,
    /// Once for each right rather than once in the letter.
    #[serde(default)]
    each: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forbidden {
    letters: Vec<LetterKind>,
    rights: Option<Vec<Right>>,
    because: String,
    cite: String,
    #[serde(rename = "since")]
    _since: NaiveDate,
    #[serde(rename = "checked")]
    _checked: NaiveDate,
}

/// The items files, one for each law, ordered like the statute.
const FILES: &[(&str, &str)] = &[
    (
        "eu-gdpr",
        include_str!("../../data/letters/items/eu-gdpr.toml"),
    ),
    (
        "uk-gdpr",
        include_str!("../../data/letters/items/uk-gdpr.toml"),
    ),
    (
        "us-ca-ccpa",
        include_str!("../../data/letters/items/us-ca-ccpa.toml"),
    ),
    (
        "us-can-spam",
        include_str!("../../data/letters/items/us-can-spam.toml"),
    ),
];

/// What a letter under this law must contain for these rights and outcomes, in the order of the law.
pub fn required(
    law_id: &str,
    kind: LetterKind,
    claims: &[(Right, Option<Outcome>)],
) -> Result<Vec<RequiredItem>, LetterError> {
    let mut found: Vec<RequiredItem> = Vec::new();
    for item in &law(law_id)?.item {
        if !item.letters.contains(&kind) {
            continue;
        }
        for (right, outcome) in claims {
            if !item.applies(*right, outcome_in(kind, *outcome)) {
                continue;
            }
            let id = item.id_for(*right);
            if found.iter().any(|known| known.id == id) {
                continue;
            }
            found.push(RequiredItem {
                id,
                what: item.what.clone(),
                cite: item.cite.clone(),
            });
        }
    }
    Ok(found)
}

/// Each required item and whether the text has it: an item is missing when no block carries it,
/// when its blocks are empty, or when one of them still holds a blank `[[…]]`.
pub fn check(
    law_id: &str,
    kind: LetterKind,
    claims: &[(Right, Option<Outcome>)],
    text: &LetterText,
) -> Result<Vec<ItemState>, LetterError> {
    let states = required(law_id, kind, claims)?
        .into_iter()
        .map(|item| {
            let why_missing = why_missing(&item.id, text);
            ItemState {
                id: item.id,
                what: item.what,
                cite: item.cite,
                present: why_missing.is_none(),
                why_missing,
            }
        })
        .collect();
    Ok(states)
}

fn why_missing(id: &str, text: &LetterText) -> Option<String> {
    let blocks: Vec<_> = text
        .blocks
        .iter()
        .filter(|block| block.items.iter().any(|item| item == id))
        .collect();
    if blocks.is_empty() {
        return Some("No paragraph of the letter carries it any more.".to_owned());
    }
    if blocks.iter().all(|block| !has_words(&block.text)) {
        return Some("Its paragraph is empty.".to_owned());
    }
    let blank = blocks.iter().flat_map(|b| blanks_in(&b.text)).next()?;
    Some(format!("Still to be filled in: {blank}"))
}

/// A lone heading or bare markup says nothing.
fn has_words(text: &str) -> bool {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("# "))
        .any(|line| line.chars().any(char::is_alphanumeric))
}

/// Why the law forbids this letter for all of these rights, if it does.
pub fn forbidden(
    law_id: &str,
    kind: LetterKind,
    rights: &[Right],
) -> Result<Option<LetterError>, LetterError> {
    let file = law(law_id)?;
    let forbids = |right: &Right| {
        file.forbidden.iter().find(|f| {
            f.letters.contains(&kind) && f.rights.as_ref().is_none_or(|r| r.contains(right))
        })
    };
    let mut first = None;
    for right in rights {
        match forbids(right) {
            Some(rule) => first = first.or(Some(rule)),
            None => return Ok(None),
        }
    }
    Ok(first.map(|rule| LetterError::Forbidden {
        because: rule.because.clone(),
        cite: rule.cite.clone(),
    }))
}

/// What a letter says about a claim nobody has decided yet: what its kind stands for.
pub(super) fn outcome_in(kind: LetterKind, outcome: Option<Outcome>) -> Option<Outcome> {
    outcome.or(match kind {
        LetterKind::AnswerInFull | LetterKind::OptOutConfirmation => Some(Outcome::Granted),
        LetterKind::AnswerInPart => Some(Outcome::GrantedInPart),
        LetterKind::Refusal => Some(Outcome::Refused),
        _ => None,
    })
}

impl Item {
    fn applies(&self, right: Right, outcome: Option<Outcome>) -> bool {
        let by_right = self.rights.as_ref().is_none_or(|r| r.contains(&right));
        let by_outcome = match (&self.outcomes, outcome) {
            (None, outcome) => outcome != Some(Outcome::Withdrawn),
            (Some(wanted), Some(outcome)) => wanted.contains(&outcome),
            (Some(_), None) => false,
        };
        by_right && by_outcome
    }

    fn id_for(&self, right: Right) -> String {
        if self.each {
            format!("{}.{}", right.id(), self.id)
        } else {
            self.id.clone()
        }
    }
}

/// Whether there are letters for a law at all.
pub fn knows(law_id: &str) -> bool {
    FILES.iter().any(|(id, _)| *id == law_id)
}

type Laws = BTreeMap<&'static str, Result<File, LetterError>>;

fn law(law_id: &str) -> Result<&'static File, LetterError> {
    static LAWS: OnceLock<Laws> = OnceLock::new();
    LAWS.get_or_init(|| {
        FILES
            .iter()
            .map(|(id, source)| (*id, parse(id, source)))
            .collect()
    })
    .get(law_id)
    .ok_or_else(|| LetterError::UnknownLaw {
        law: law_id.to_owned(),
    })?
    .as_ref()
    .map_err(LetterError::clone)
}

fn parse(law: &str, source: &str) -> Result<File, LetterError> {
    let problem = |problem: String| LetterError::Items {
        law: law.to_owned(),
        problem,
    };
    let file: File = toml::from_str(source).map_err(|e| problem(e.to_string()))?;
    if file.law != law {
        return Err(problem(format!("it says it is about {}", file.law)));
    }
    let dated = file
        .item
        .iter()
        .map(|i| (&i.cite, &i.what))
        .chain(file.forbidden.iter().map(|f| (&f.cite, &f.because)));
    for (cite, what) in dated {
        if cite.trim().is_empty() || what.trim().is_empty() {
            return Err(problem(
                "an entry lacks its words or its citation".to_owned(),
            ));
        }
    }
    Ok(file)
}
