//! The words that letters are made of: one place to look a template up, whatever its language, law and kind.
//!
//! A template is named by its path below the folder of its language, such as `eu-gdpr/refusal.txt`.

mod abroad;
mod en;

use crate::words::{LetterKind, LetterLanguage};

/// Path and source of each template of a language.
pub(super) type Sources = &'static [(&'static str, &'static str)];

/// Declares the templates by their path below the language's folder; a test sees to it that no file is forgotten.
macro_rules! templates {
    ($language:literal; $($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../../../data/letters/", $language, "/", $path))),)*]
    };
}
use templates;

/// The templates that come with the program.
pub(super) fn built_in(language: LetterLanguage) -> Sources {
    match language {
        LetterLanguage::En => en::ALL,
        LetterLanguage::De => abroad::DE,
        LetterLanguage::Fr => abroad::FR,
        LetterLanguage::Es => abroad::ES,
    }
}

/// A text of the desk's own, which stands before the built-in template of the same path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// The template's path below the folder of its language.
    pub path: String,
    /// Its words.
    pub source: String,
}

/// What the letters of one language are made of.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// The language.
    pub language: LetterLanguage,
    /// The desk's own texts in this language.
    pub own: &'a [OwnText],
}

impl Wording<'_> {
    /// Path and source of every template that comes with the program in this language.
    pub fn originals(&self) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
        built_in(self.language).iter()
    }

    /// The templates as they come with the program.
    pub fn built_in(language: LetterLanguage) -> Self {
        Self { language, own: &[] }
    }

    /// The source of a template: the desk's own, else the built-in one.
    pub fn source(&self, path: &str) -> Option<&str> {
        let own = self.own.iter().find(|text| text.path == path);
        own.map(|text| text.source.as_str()).or_else(|| {
            let built_in = built_in(self.language).iter();
            built_in
                .clone()
                .find(|(known, _)| *known == path)
                .map(|(_, source)| *source)
        })
    }

    /// The path of the template for a law's letter: the law's own, else the general one.
    pub(super) fn path(&self, law: &str, kind: LetterKind) -> String {
        let own = format!("{law}/{}.txt", kind.id());
        if self.source(&own).is_some() {
            own
        } else {
            format!("general/{}.txt", kind.id())
        }
    }
}
