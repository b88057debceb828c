//! What the organisation calls itself: “Acme does not sell …” speaks of “we”.

use super::lexicon::Family;
use super::rules::Rules;
use super::tokens::Token;
use crate::policy::document::{BlockKind, Document};
use std::collections::HashMap;

/// Names of the organisation, each as its words.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<Vec<String>>,
}

/// What stands behind the name of somebody who acts.
const ACTS: &[&str] = &[
    "is",
    "does",
    "will",
    "may",
    "collects",
    "uses",
    "shares",
    "has",
    "takes",
    "reserves",
    "respects",
    "provides",
    "processes",
    "cannot",
    "never",
    "also",
    "recognizes",
    "recognises",
    "encourages",
    "asks",
    "strives",
    "maintains",
    "makes",
    "gathers",
    "stores",
    "retains",
    "discloses",
    "sells",
    "keeps",
    "welcomes",
    "can",
    "operates",
    "protects",
    "employs",
    "and",
    "tracks",
    "creates",
    "occasionally",
    "secures",
    "shall",
    "understands",
    "values",
    "must",
];

/// What begins a sentence with a capital without being a name, and others who act in policies.
const NOT_NAMES: &[&str] = &[
    "we",
    "you",
    "users",
    "user",
    "parents",
    "parent",
    "children",
    "cookies",
    "cookie",
    "this",
    "these",
    "the",
    "it",
    "information",
    "data",
    "personal",
    "visitors",
    "customers",
    "google",
    "facebook",
    "analytics",
    "meta",
    "twitter",
    "stripe",
    "paypal",
    "microsoft",
    "apple",
    "they",
    "if",
    "our",
    "your",
    "such",
    "that",
    "there",
    "who",
    "what",
    "which",
    "all",
    "any",
    "no",
    "some",
    "access",
    "each",
    "service",
    "services",
    "site",
    "website",
    "policy",
    "privacy",
    "third",
    "people",
    "consumers",
    "residents",
    "law",
    "california",
    "texas",
    "virginia",
    "eu",
    "gdpr",
    "ccpa",
    "coppa",
    "caloppa",
    "usage",
    "security",
    "withdrawing",
    "withdrawal",
    "members",
    "i",
    "in",
    "a",
    "an",
    "and",
    "section",
    "article",
    "where",
    "how",
    "when",
    "contact",
    "it's",
    "email",
    "e-mail",
    "sometimes",
    "europe",
    "european",
    "union",
    "sharing",
    "advertisers",
    "individuals",
    "everyone",
    "nothing",
    "none",
    "or",
    "names",
    "other",
    "others",
    "terms",
];

/// At most so many names are kept: the organisation, its brand, its product.
const MOST: usize = 4;
/// A name has at most so many words.
const WORDS: usize = 4;

impl Names {
    pub(super) fn of(doc: &Document) -> Self {
        let mut counts: HashMap<Vec<&str>, usize> = HashMap::new();
        // Names show early and often; a very long text need not be counted to its end.
        let mut words: Vec<&str> = Vec::new();
        for block in doc.blocks.iter().take(4_000) {
            words.clear();
            words.extend(doc.at(block.span).split([' ', '/']));
            let title = block.kind == BlockKind::Heading;
            for at in 1..=words.len() {
                let behind = words.get(at).map(|word| word.trim_matches([',', '"', '(']));
                let acts = match behind {
                    Some(word) => ACTS.contains(&word),
                    None => title,
                };
                let defines = words
                    .get(at)
                    .is_some_and(|word| word.starts_with("(“") || word.starts_with("(\""));
                let titled = title && behind.is_some_and(|word| word == "Privacy");
                if (acts || defines || titled)
                    && let Some(name) = name_before(&words[..at])
                {
                    let weight = if defines || titled { 2 } else { 1 };
                    *counts.entry(name).or_default() += weight;
                }
            }
        }
        let mut known: Vec<(usize, Vec<&str>)> = counts
            .into_iter()
            .filter(|(_, count)| *count >= 2)
            .map(|(name, count)| (count, name))
            .collect();
        known.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        known.truncate(MOST);
        Self {
            all: known
                .into_iter()
                .map(|(_, name)| name.iter().map(|word| bare(word).to_lowercase()).collect())
                .collect(),
        }
    }

    /// Where a name stands among the words; it counts as `<we>`, and as a name for those who look for one.
    pub(super) fn places(
        &self,
        doc: &Document,
        rules: &Rules,
        tokens: &[Token],
    ) -> Vec<(Family, u32, u32)> {
        let ours: Vec<Family> = ["we", "us"]
            .into_iter()
            .filter_map(|name| rules.lexicon.named(name))
            .collect();
        let mut found = Vec::new();
        for name in &self.all {
            for at in 0..tokens.len() {
                let here = tokens.get(at..at + name.len()).is_some_and(|part| {
                    part.iter()
                        .zip(name)
                        .all(|(token, word)| bare(doc.at(token.span)).eq_ignore_ascii_case(word))
                });
                if here {
                    for family in &ours {
                        found.push((*family, at as u32, (at + name.len()) as u32));
                    }
                }
            }
        }
        found
    }

    /// How many words the name has that these words begin with.
    pub(super) fn starts(&self, doc: &Document, tokens: &[Token]) -> Option<usize> {
        self.all
            .iter()
            .filter(|name| {
                tokens.len() >= name.len()
                    && tokens
                        .iter()
                        .zip(name.iter())
                        .all(|(token, word)| bare(doc.at(token.span)).eq_ignore_ascii_case(word))
            })
            .map(Vec::len)
            .max()
    }
}

fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

/// The capitalised words right before a place, without what is no name.
fn name_before<'a>(words: &[&'a str]) -> Option<Vec<&'a str>> {
    let mut name: Vec<&str> = Vec::new();
    for word in words.iter().rev().take(WORDS) {
        let plain = bare(word);
        let capital = plain.chars().next().is_some_and(char::is_uppercase);
        let low = plain.to_lowercase();
        let closes = !name.is_empty() && word.ends_with(['.', ',', ':', ';', '?', ')']);
        if !capital || closes || NOT_NAMES.contains(&low.as_str()) {
            break;
        }
        name.push(plain);
        if word.starts_with(['“', '"', '(']) {
            break;
        }
    }
    name.reverse();
    // A name with hyphens or dots is several words for the rules; one plain word of two letters is too little.
    let fits = name
        .iter()
        .all(|word| word.chars().all(char::is_alphanumeric));
    (fits && !name.is_empty() && name.concat().len() > 2).then_some(name)
}
