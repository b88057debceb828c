//! Words of a sentence, as the rules see them: lower case, no possessive, hyphens are spaces.

use super::lexicon::Lexicon;
use crate::policy::document::{Document, Span};

/// A word, with its number in the lexicon and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// 0 for a word that no rule names.
    pub word: u32,
    pub span: Span,
    /// How far it stands from the beginning, fillers not counted and the borders of clauses counted more.
    pub rank: u32,
}

/// What stands for every mail address and every address of a page.
pub(super) const MAIL: &str = "@mail";
pub(super) const PAGE: &str = "@page";

/// At most so many words of one stretch are looked at.
const MOST: usize = 700;
/// What a semicolon or a full stop inside a stretch is worth in words.
const BORDER: u32 = 4;

/// Appends the words of a stretch.
pub(super) fn tokenize(lexicon: &Lexicon, doc: &Document, span: Span, into: &mut Vec<Token>) {
    let mut low = String::new();
    let mut rank = into.last().map_or(0, |token| token.rank + 1);
    let full = into.len() + MOST;
    words(doc.at(span), |start, end, word, border| {
        if into.len() >= full {
            return;
        }
        low.clear();
        for c in word.chars() {
            match c {
                '’' | '‘' | 'ʼ' => low.push('\''),
                _ => low.extend(c.to_lowercase()),
            }
        }
        let (first, second) = apart(&low);
        for word in [Some(first), second].into_iter().flatten() {
            let word = lexicon.word(bare(word));
            into.push(Token {
                word,
                span: Span {
                    start: span.start + start,
                    end: span.start + end,
                },
                rank,
            });
            rank += u32::from(!lexicon.is_filler(word));
        }
        rank += if border { BORDER } else { 0 };
    });
}

/// The words of one phrase of the rules, cut like the text.
pub(super) fn phrase(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    words(text, |_, _, word, _| {
        let low = word.to_lowercase();
        let (first, second) = apart(&low);
        all.extend(
            [Some(first), second]
                .into_iter()
                .flatten()
                .map(|word| bare(word).to_owned()),
        );
    });
    all
}

/// “we'll” is “we will”.
fn apart(low: &str) -> (&str, Option<&str>) {
    for (ending, word) in [
        ("'ll", "will"),
        ("'ve", "have"),
        ("'re", "are"),
        ("'d", "would"),
    ] {
        if let Some(first) = low.strip_suffix(ending).filter(|first| !first.is_empty()) {
            return (first, Some(word));
        }
    }
    (low, None)
}

/// “user's” is “user”; “don't” stays.
fn bare(low: &str) -> &str {
    low.strip_suffix("'s")
        .filter(|word| !matches!(*word, "let" | "it" | "that" | "here" | "what"))
        .unwrap_or(low)
        .trim_matches('\'')
}

/// Calls `found(start, end, word, border)` for each word; `border` where a clause or sentence ends behind it.
fn words(text: &str, mut found: impl FnMut(usize, usize, &str, bool)) {
    let mut at = 0;
    for chunk in text.split([' ', '\u{a0}', '\n', '\t', '/']) {
        let here = at;
        at += chunk.len()
            + text[at + chunk.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        let border = chunk.ends_with([';', '.', ':', '?', '!']);
        let trimmed = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        if trimmed.is_empty() {
            if chunk == MAIL || chunk == PAGE {
                found(here, here + chunk.len(), chunk, false);
            }
            continue;
        }
        let start = here + chunk.find(trimmed).unwrap_or(0);
        if chunk == MAIL || chunk == PAGE {
            found(here, here + chunk.len(), chunk, false);
        } else if is_mail(trimmed) {
            found(start, start + trimmed.len(), MAIL, border);
        } else if is_page(trimmed) {
            found(start, start + trimmed.len(), PAGE, border);
        } else {
            parts(trimmed, start, border, &mut found);
        }
    }
}

/// The parts of a word at its hyphens and other marks; “e-mail” is “email”.
fn parts(
    word: &str,
    offset: usize,
    border: bool,
    found: &mut impl FnMut(usize, usize, &str, bool),
) {
    let mut rest = 0;
    while rest < word.len() {
        let piece = &word[rest..];
        let length = piece
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘' | 'ʼ')))
            .unwrap_or(piece.len());
        if length > 0 {
            let part = &piece[..length];
            let tail = &piece[length..];
            if part.eq_ignore_ascii_case("e")
                && let Some(mail) = tail.strip_prefix(['-', '‑'])
                && mail
                    .get(..4)
                    .is_some_and(|m| m.eq_ignore_ascii_case("mail"))
            {
                let kept = mail
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(mail.len());
                let start = offset + rest;
                rest += length + (tail.len() - mail.len());
                let end = offset + rest + kept;
                let joined = format!("e{}", &mail[..kept]);
                rest += kept;
                found(start, end, &joined, border && rest >= word.len());
                continue;
            }
            found(
                offset + rest,
                offset + rest + length,
                part,
                border && rest + length >= word.len(),
            );
        }
        rest += length;
        rest += word[rest..].chars().next().map_or(0, char::len_utf8);
    }
}

pub(super) fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || ".-_".contains(c))
    })
}

pub(super) fn is_page(word: &str) -> bool {
    let low = word.as_bytes();
    let begins = |with: &str| {
        low.len() > with.len() && low[..with.len()].eq_ignore_ascii_case(with.as_bytes())
    };
    if begins("http:") || begins("https:") || begins("www.") {
        return true;
    }
    word.rsplit_once('.').is_some_and(|(host, ending)| {
        host.len() > 1
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || ".-".contains(c))
            && [
                "com", "org", "net", "edu", "gov", "io", "eu", "uk", "de", "info",
            ]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
