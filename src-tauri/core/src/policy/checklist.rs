//! What the laws want a policy to say, and where this one says it. A reading of words, never advice.
//!
//! The lists are `data/promises/checklist`: each item has its article, and the promises and words by which it is found.

mod phrases;

use super::document::{BlockKind, Document, Span};
use super::reading::Reading;
use super::sentences::sentences;
use crate::words::{Audience, PromiseKind};
use chrono::NaiveDate;
use phrases::{Phrase, Words};
use serde::Deserialize;
use std::sync::OnceLock;

/// More passages than these tell an officer nothing more.
const MOST: usize = 8;

/// One law's list, held against a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawCheck {
    /// The list: `caloppa`.
    pub id: &'static str,
    /// The packs it belongs to: `eu-gdpr`, `uk-gdpr`.
    pub laws: &'static [String],
    pub name: &'static str,
    pub cite: &'static str,
    /// In the order of the law.
    pub items: Vec<ItemCheck>,
}

/// One thing a law wants said, and the passages that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemCheck {
    pub id: &'static str,
    pub what: &'static str,
    pub cite: &'static str,
    /// First day on which the law wants it.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    pub sureness: Sureness,
    /// What to look for where nothing was found.
    pub look_for: &'static str,
    /// In the order of the text, promises and sentences together; empty where it seems to be missing.
    pub found: Vec<Span>,
}

/// How sure the program is of what a list says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// Compared with the text itself.
    #[default]
    Checked,
    /// Taken from a commentary.
    Secondary,
    /// Well known, not compared again.
    Knowledge,
}

impl Sureness {
    /// What an officer is told quietly beside an item; nothing where the text itself was read.
    pub fn caution(self) -> Option<&'static str> {
        match self {
            Self::Checked => None,
            Self::Secondary => Some("Taken from a commentary; not compared with the text itself."),
            Self::Knowledge => {
                Some("Taken as well known; not compared with the text for this version.")
            }
        }
    }
}

/// Holds a policy against every list, as the laws stood on a day; what a law wants only later is left out.
///
/// `found` are the promises of the text, accepted or only proposed. An error means that a list of the program is damaged.
pub fn check(
    document: &Document,
    found: &[(Span, Reading)],
    on: NaiveDate,
) -> Result<Vec<LawCheck>, String> {
    let lists = lists()?;
    let text = Text::read(document);
    Ok(lists
        .iter()
        .map(|list| LawCheck {
            id: &list.id,
            laws: &list.laws,
            name: &list.name,
            cite: &list.cite,
            items: list
                .item
                .iter()
                .filter(|item| item.since <= on)
                .map(|item| item.check(&text, found))
                .collect(),
        })
        .collect())
}

/// Declares the lists by their names below `data/promises/checklist`.
macro_rules! lists {
    ($($name:literal,)+) => {
        [$(($name, include_str!(concat!("../../data/promises/checklist/", $name, ".toml"))),)+]
    };
}

fn lists() -> Result<&'static [List], String> {
    static READ: OnceLock<Result<Vec<List>, String>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        lists!["caloppa", "ccpa", "gdpr", "coppa",]
            .iter()
            .map(|(name, source)| {
                let list: List = toml::from_str(source).map_err(|e| format!("{name}: {e}"))?;
                list.whole().map_err(|why| format!("{name}: {why}"))?;
                Ok(list)
            })
            .collect()
    });
    read.as_deref().map_err(Clone::clone)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    id: String,
    laws: Vec<String>,
    name: String,
    cite: String,
    item: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: String,
    what: String,
    cite: String,
    since: NaiveDate,
    checked: NaiveDate,
    #[serde(default)]
    confidence: Sureness,
    look_for: String,
    /// Sentences that say it; a test holds them.
    examples: Vec<String>,
    /// Sentences that look like it and do not say it.
    others: Vec<String>,
    found_by: Vec<Rule>,
}

/// By promises or by words, never both.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    #[serde(default)]
    kinds: Vec<PromiseKind>,
    #[serde(default)]
    audiences: Vec<Audience>,
    /// One phrase of every list, in one sentence.
    #[serde(default)]
    says: Vec<Vec<Phrase>>,
    #[serde(default)]
    unless: Vec<Phrase>,
    /// In a heading above it.
    #[serde(default)]
    under: Vec<Phrase>,
}

impl List {
    fn whole(&self) -> Result<(), String> {
        if self.laws.is_empty() || self.name.trim().is_empty() || self.cite.trim().is_empty() {
            return Err("it lacks its laws, its name or its citation".to_owned());
        }
        for item in &self.item {
            let said = [&item.what, &item.cite, &item.look_for];
            if said.iter().any(|text| text.trim().is_empty()) {
                return Err(format!("{} lacks its words or its article", item.id));
            }
            if item.examples.is_empty() || item.others.is_empty() {
                return Err(format!("{} has no examples, or no others", item.id));
            }
            if item.found_by.is_empty() || !item.found_by.iter().all(Rule::is_one) {
                return Err(format!(
                    "{} is found by promises or by words, each rule by one of them",
                    item.id
                ));
            }
        }
        Ok(())
    }
}

impl Rule {
    fn is_one(&self) -> bool {
        self.kinds.is_empty() != self.says.is_empty()
    }

    fn promised(&self, reading: &Reading) -> bool {
        self.kinds.contains(&reading.kind)
            && (self.audiences.is_empty()
                || reading.audiences.iter().any(|a| self.audiences.contains(a)))
    }

    fn said(&self, passage: &Passage, headings: &[Words]) -> bool {
        let any = |phrases: &[Phrase], words: &Words| phrases.iter().any(|p| words.has(p));
        !self.says.is_empty()
            && self.says.iter().all(|group| any(group, &passage.words))
            && !any(&self.unless, &passage.words)
            && (self.under.is_empty()
                || passage
                    .under
                    .iter()
                    .filter_map(|at| headings.get(*at))
                    .any(|words| any(&self.under, words)))
    }
}

impl Item {
    fn check(&'static self, text: &Text, promises: &[(Span, Reading)]) -> ItemCheck {
        let promised = promises
            .iter()
            .filter(|(_, reading)| self.found_by.iter().any(|rule| rule.promised(reading)))
            .map(|(span, _)| *span);
        let mut found: Vec<Span> = promised.take(MOST).collect();
        for passage in &text.passages {
            if found.len() >= MOST {
                break;
            }
            // What is found as a promise is not found again as a sentence of it.
            let known = found.iter().any(|span| span.overlaps(passage.span));
            if !known
                && self
                    .found_by
                    .iter()
                    .any(|rule| rule.said(passage, &text.headings))
            {
                found.push(passage.span);
            }
        }
        found.sort();
        ItemCheck {
            id: &self.id,
            what: &self.what,
            cite: &self.cite,
            since: self.since,
            checked: self.checked,
            sureness: self.confidence,
            look_for: &self.look_for,
            found,
        }
    }
}

/// A sentence, with the headings above it.
struct Passage {
    span: Span,
    words: Words,
    under: Vec<usize>,
}

struct Text {
    passages: Vec<Passage>,
    headings: Vec<Words>,
}

impl Text {
    fn read(document: &Document) -> Self {
        let mut text = Self {
            passages: Vec::new(),
            headings: Vec::new(),
        };
        // Level and place of each heading that is open.
        let mut open: Vec<(u8, usize)> = Vec::new();
        let mut said = sentences(document).into_iter().peekable();
        for (at, block) in document.blocks.iter().enumerate() {
            let heading = block.kind == BlockKind::Heading;
            if heading {
                open.retain(|(level, _)| *level < block.level);
            }
            let under: Vec<usize> = open.iter().map(|(_, heading)| *heading).collect();
            if heading {
                let words = Words::of(document.at(block.span));
                open.push((block.level, text.headings.len()));
                text.headings.push(words.clone());
                // A date often stands in a heading.
                text.passages.push(Passage {
                    span: block.span,
                    words,
                    under,
                });
                continue;
            }
            while let Some(sentence) = said.next_if(|sentence| sentence.block == at) {
                // “We collect:” belongs to each item of the list after it.
                let parts = [sentence.lead, sentence.label, Some(sentence.span)];
                let words = parts.into_iter().flatten();
                text.passages.push(Passage {
                    span: sentence.span,
                    words: Words::all(words.map(|span| document.at(span))),
                    under: under.clone(),
                });
            }
        }
        text
    }
}

#[cfg(test)]
mod tests;
