//! Where a word may be parted at the end of a line.
//!
//! By the patterns of the letter's language, and never in a name, an address, an abbreviation or a place on the web.

use std::collections::BTreeSet;

use hypher::{Lang, hyphenate_bounded};

use super::sheet::Sheet;

/// Letters that stay on either side.
const BEFORE: usize = 3;
const AFTER: usize = 3;
/// A shorter word stays whole.
const SHORTEST: usize = 7;

/// How the words of one letter are parted.
pub(super) struct Parting {
    lang: Lang,
    /// A capital begins a noun here, and not only a name.
    nouns: bool,
    /// The names in this letter.
    names: BTreeSet<String>,
}

impl Parting {
    /// For the language of a letter; nothing where words stay whole.
    pub(super) fn of(sheet: &Sheet) -> Option<Self> {
        if !sheet.look.hyphenated {
            return None;
        }
        let named = [&sheet.letterhead.organisation, &sheet.signatory]
            .into_iter()
            .chain(&sheet.recipient_lines)
            .chain(&sheet.letterhead.address_lines)
            .chain(&sheet.copy_to);
        Self::in_language(&sheet.language, named.map(String::as_str))
    }

    /// For a language and the names that stay whole.
    pub(super) fn in_language<'n>(
        language: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<Self> {
        let lang = match language.split('-').next().unwrap_or_default() {
            "en" => Lang::English,
            "de" => Lang::German,
            "fr" => Lang::French,
            "es" => Lang::Spanish,
            _ => return None,
        };
        let names = names
            .into_iter()
            .flat_map(|name| name.split(|c: char| !c.is_alphabetic()))
            .filter(|name| name.chars().next().is_some_and(char::is_uppercase))
            .map(str::to_owned)
            .collect();
        Some(Self {
            lang,
            nouns: lang == Lang::German,
            names,
        })
    }

    /// The places in bytes; `around` is what stands between the spaces around it.
    pub(super) fn places(&self, word: &str, around: &str) -> Vec<usize> {
        let of_the_web = around.contains(['@', '/', '_', '\\'])
            || around.contains(|c: char| c.is_ascii_digit())
            || around
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .contains('.');
        if of_the_web {
            return Vec::new();
        }
        // What stands before an apostrophe belongs to the next word: l’information.
        let start = word
            .char_indices()
            .filter(|(_, c)| matches!(c, '’' | '\''))
            .map(|(at, c)| at + c.len_utf8())
            .find(|at| word[*at..].chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST)
            .unwrap_or(0);
        let rest = &word[start..];
        let Some(first) = rest.find(char::is_alphabetic) else {
            return Vec::new();
        };
        let core = &rest[first..];
        let end = core
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(core.len());
        let (core, tail) = core.split_at(end);
        let letters = core.chars().count();
        let capital = core.chars().next().is_some_and(char::is_uppercase);
        let shouted = core.chars().skip(1).any(char::is_uppercase);
        if letters < SHORTEST
            || tail.contains(char::is_alphabetic) && !tail.starts_with(['’', '\''])
            || shouted
            || capital && (!self.nouns || self.names.contains(core))
        {
            return Vec::new();
        }
        let lower = core.to_lowercase();
        if lower.len() != core.len() {
            return Vec::new();
        }
        let mut at = start + first;
        let mut places: Vec<usize> = hyphenate_bounded(&lower, self.lang, BEFORE, AFTER)
            .map(|syllable| {
                at += syllable.len();
                at
            })
            .collect();
        places.pop();
        places
    }
}
