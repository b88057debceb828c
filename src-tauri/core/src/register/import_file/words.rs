//! What headings and cells mean, from `data/registers/import.toml`.

use super::super::handled::QuickMap;
use super::super::rules;
use crate::api::wire::{
    Category, ConsentOnFile, HandlingIn, HandlingPurpose, ImportField, Person, Refusal,
};
use crate::request::same::fold;
use crate::words::Act;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    fields: Vec<WrittenField>,
    acts: BTreeMap<String, Vec<String>>,
    purposes: BTreeMap<String, Vec<String>>,
    consents: BTreeMap<String, Vec<String>>,
    truth: BTreeMap<String, Vec<String>>,
    categories: BTreeMap<String, Vec<String>>,
    months: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenField {
    id: String,
    name: String,
    #[serde(default)]
    required: bool,
    words: Vec<String>,
}

/// The words, folded.
#[derive(Debug)]
pub struct Words {
    pub fields: Vec<ImportField>,
    headings: QuickMap<String, String>,
    acts: QuickMap<String, Act>,
    purposes: QuickMap<String, HandlingPurpose>,
    consents: QuickMap<String, ConsentOnFile>,
    truth: QuickMap<String, bool>,
    categories: QuickMap<String, String>,
    months: QuickMap<String, u32>,
}

/// The words of the data.
pub fn words() -> Result<&'static Words, Refusal> {
    static WORDS: OnceLock<Result<Words, Refusal>> = OnceLock::new();
    WORDS
        .get_or_init(|| {
            let written = rules::read(
                "registers/import.toml",
                include_str!("../../../data/registers/import.toml"),
            )?;
            fold_all(written)
        })
        .as_ref()
        .map_err(Refusal::clone)
}

fn fold_all(written: Written) -> Result<Words, Refusal> {
    fn table<T: Copy>(
        written: BTreeMap<String, Vec<String>>,
        of: impl Fn(&str) -> Option<T>,
    ) -> Result<QuickMap<String, T>, Refusal> {
        let mut all = QuickMap::default();
        for (id, words) in written {
            let meant = of(&id)
                .ok_or_else(|| Refusal::broken(&format!("“{id}” is no word of the field")))?;
            for word in words.iter().chain([&id]) {
                all.insert(fold(word), meant);
            }
        }
        Ok(all)
    }
    let mut headings = QuickMap::default();
    for field in &written.fields {
        for word in field.words.iter().chain([&field.id, &field.name]) {
            headings.insert(fold(word), field.id.clone());
        }
    }
    let mut categories = QuickMap::default();
    for (id, words) in written.categories {
        for word in words {
            categories.insert(fold(&word), id.clone());
        }
    }
    Ok(Words {
        headings,
        categories,
        acts: table(written.acts, Act::from_id)?,
        purposes: table(written.purposes, |id| {
            HandlingPurpose::ALL
                .iter()
                .copied()
                .find(|one| one.id() == id)
        })?,
        consents: table(written.consents, |id| {
            serde_json::from_value(id.into()).ok()
        })?,
        truth: table(written.truth, |id| match id {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })?,
        months: table(written.months, |id| id.parse().ok())?,
        fields: written
            .fields
            .into_iter()
            .map(|field| ImportField {
                id: field.id,
                name: field.name,
                required: field.required,
            })
            .collect(),
    })
}

impl Words {
    /// The field that a heading means; empty for none.
    pub fn heading(&self, text: &str) -> &str {
        self.headings.get(&fold(text)).map_or("", String::as_str)
    }

    pub fn act(&self, text: &str) -> Option<Act> {
        self.acts.get(&fold(text)).copied()
    }

    pub fn purpose(&self, text: &str) -> Option<HandlingPurpose> {
        self.purposes.get(&fold(text)).copied()
    }

    pub fn consent(&self, text: &str) -> Option<ConsentOnFile> {
        self.consents.get(&fold(text)).copied()
    }

    pub fn truth(&self, text: &str) -> Option<bool> {
        self.truth.get(&fold(text)).copied()
    }

    pub fn month(&self, text: &str) -> Option<u32> {
        self.months.get(&fold(text)).copied()
    }

    /// The identifiers of the categories in a cell, or the part that is none. Names of statutes hold commas, so those divide only where nothing else does.
    pub fn categories(&self, cell: &str, all: &[Category]) -> Result<Vec<String>, String> {
        let mut found = Vec::new();
        for part in cell.split([';', '|', '\n']).map(str::trim) {
            if part.is_empty() {
                continue;
            }
            match self.category(part, all) {
                Some(id) => found.push(id),
                None => {
                    for piece in part.split(',').map(str::trim).filter(|p| !p.is_empty()) {
                        found.push(self.category(piece, all).ok_or_else(|| piece.to_owned())?);
                    }
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    fn category(&self, text: &str, all: &[Category]) -> Option<String> {
        let key = fold(text);
        all.iter()
            .find(|one| one.id == text || fold(&one.name) == key)
            .map(|one| one.id.clone())
            .or_else(|| self.categories.get(&key).cloned())
    }
}

/// A number as people write it: `1200`, `1,200`, `1.200`, `1 200`.
pub fn count(text: &str) -> Option<u32> {
    if text.chars().all(|c| c.is_ascii_digit()) {
        return text.parse().ok();
    }
    let mut parts = text.split([',', '.', ' ', '\'', '\u{a0}', '\u{202f}', '’']);
    let first = parts.next()?;
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    if !digits(first) || first.len() > 3 {
        return None;
    }
    let mut whole = first.to_owned();
    for part in parts {
        if part.len() != 3 || !digits(part) {
            return None;
        }
        whole.push_str(part);
    }
    whole.parse().ok()
}

/// Somebody as a cell names them: `Ana Lindqvist`, `ana@post.example`, `Ana Lindqvist <ana@post.example>`.
pub fn person(text: &str) -> Person {
    let mut person = Person::default();
    match text.split_once('<') {
        Some((name, rest)) if rest.contains('@') => {
            person.name = name.trim().trim_matches('"').to_owned();
            person.email = rest.trim_end_matches('>').trim().to_owned();
        }
        _ if text.contains('@') && !text.contains(' ') => person.email = text.to_owned(),
        _ => person.name = text.to_owned(),
    }
    person
}

/// A cell as it was meant: an apostrophe that only keeps a spreadsheet from calculating is no part of it.
pub fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@']))
        .unwrap_or(cell)
}

/// Without line breaks, and with one space between words.
pub fn one_line(text: &str) -> String {
    if text.contains(char::is_whitespace) {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}

/// That a cell is not one of the words that are known.
pub fn unknown(text: &str, wanted: &str) -> String {
    let short: String = text.chars().take(80).collect();
    format!("“{short}” is not {wanted}.")
}

/// How many, or who.
pub fn people(text: &str, entry: &mut HandlingIn, reasons: &mut Vec<String>) {
    if let Some(count) = count(text) {
        entry.people = count;
        return;
    }
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+')
        && !text.contains(char::is_alphabetic)
    {
        reasons.push(unknown(text, "a number of people"));
        return;
    }
    entry.persons.extend(
        text.split([';', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(person),
    );
}
