//! Words of a sentence, and phrases to look for in them. Neither case nor punctuation counts.

use super::super::document::Span;
use serde::Deserialize;

/// The words of a sentence, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
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

    /// One after the other.
    pub fn and(&self, more: &Self) -> Self {
        Self(self.0.iter().chain(&more.0).cloned().collect())
    }

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

/// The sentences of a block, as stretches of it; a point within a word, or after a lone letter, ends none.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut before = String::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        let next_white = characters
            .peek()
            .is_none_or(|(_, next)| next.is_whitespace());
        let closes = matches!(c, '.' | '!' | '?') && next_white;
        let abbreviated = c == '.'
            && (before.chars().count() <= 1
                || matches!(
                    before.as_str(),
                    "e.g" | "i.e" | "Art" | "No" | "Inc" | "Cal" | "Civ"
                ));
        if closes && !abbreviated {
            all.push(Span { start, end });
            start = end;
            while let Some((white, _)) = characters.next_if(|(_, next)| next.is_whitespace()) {
                start = white + 1;
            }
            before.clear();
        } else if c.is_whitespace() {
            before.clear();
        } else {
            before.push(c);
        }
    }
    if start < text.len() {
        all.push(Span {
            start,
            end: text.len(),
        });
    }
    all
}
