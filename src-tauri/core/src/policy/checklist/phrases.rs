//! Words of a sentence, and phrases to look for in them. Neither case nor punctuation counts.

use serde::Deserialize;

/// The words of a sentence, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// Of a text; an address keeps its `@`.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        let mut word = String::new();
        for c in text.chars() {
            match c {
                // An apostrophe belongs to its word, whichever it is.
                '’' | '\'' if !word.is_empty() => word.push('\''),
                // It says that an address follows, which no word does.
                '@' => {
                    words.push(std::mem::take(&mut word));
                    words.push("@".to_owned());
                }
                c if c.is_alphanumeric() => word.extend(c.to_lowercase()),
                _ => words.push(std::mem::take(&mut word)),
            }
        }
        words.push(word);
        words.retain(|word| !word.is_empty());
        Self(words)
    }

    /// Of several texts, one after the other.
    pub fn all<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        Self(texts.flat_map(|text| Self::of(text).0).collect())
    }

    /// Whether the phrase stands in it, word after word.
    pub fn has(&self, phrase: &Phrase) -> bool {
        let wanted = phrase.0.as_slice();
        !wanted.is_empty()
            && self
                .0
                .windows(wanted.len())
                .any(|words| words.iter().zip(wanted).all(|(word, piece)| piece.is(word)))
    }
}

/// Words in a row; one may end in `*`, and `####` is a year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Phrase(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Word(String),
    Begins(String),
    Year,
}

impl Piece {
    fn is(&self, word: &str) -> bool {
        match self {
            Self::Word(wanted) => word == wanted,
            Self::Begins(wanted) => word.starts_with(wanted.as_str()),
            Self::Year => {
                word.len() == 4
                    && (word.starts_with("19") || word.starts_with("20"))
                    && word.chars().all(|c| c.is_ascii_digit())
            }
        }
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        let mut pieces = Vec::new();
        for part in text.split_whitespace() {
            if part == "####" {
                pieces.push(Piece::Year);
                continue;
            }
            let words = Words::of(part.trim_end_matches('*')).0;
            let last = words.len().saturating_sub(1);
            for (at, word) in words.into_iter().enumerate() {
                pieces.push(if at == last && part.ends_with('*') {
                    Piece::Begins(word)
                } else {
                    Piece::Word(word)
                });
            }
        }
        Self(pieces)
    }
}
