//! A letter made up to look at a letterhead by.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::error::LetterError;
use super::text::{Block, LetterText};
use crate::words::LetterLanguage;

/// A letter of nobody to nobody.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleLetter {
    /// Name and address.
    pub recipient: Vec<String>,
    subject: String,
    salutation: String,
    paragraphs: Vec<String>,
    /// What follows in a letter of several pages.
    more: Vec<String>,
    closing: String,
    /// One that lies in the envelope with it.
    pub enclosure: String,
}

impl SampleLetter {
    /// Its words; the long one goes over three pages.
    pub fn text(&self, long: bool) -> LetterText {
        let more = self.more.iter().filter(|_| long);
        LetterText {
            subject: self.subject.clone(),
            salutation: self.salutation.clone(),
            blocks: self
                .paragraphs
                .iter()
                .chain(more)
                .map(|text| Block {
                    items: Vec::new(),
                    text: text.clone(),
                })
                .collect(),
            closing: self.closing.clone(),
        }
    }
}

/// The made-up letter in a language.
pub fn sample_letter(language: LetterLanguage) -> Result<&'static SampleLetter, LetterError> {
    static ALL: OnceLock<Result<BTreeMap<LetterLanguage, SampleLetter>, String>> = OnceLock::new();
    let broken = |problem: &str| LetterError::Template {
        template: "sample.toml".to_owned(),
        problem: problem.to_owned(),
    };
    ALL.get_or_init(|| {
        toml::from_str(include_str!("../../data/letters/sample.toml")).map_err(|e| e.to_string())
    })
    .as_ref()
    .map_err(|problem| broken(problem))?
    .get(&language)
    .ok_or_else(|| broken("the language is missing"))
}
