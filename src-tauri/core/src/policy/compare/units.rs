//! What is compared: every heading, sentence and label, with what it says as numbers.

use crate::policy::document::{BlockKind, Document, Span};
use crate::policy::sentences::sentences;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// One heading, sentence or label.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub(super) span: Span,
    pub(super) kind: BlockKind,
    /// Equal where two say the same in the same words.
    pub(super) key: u64,
    /// Its words as numbers, in their order.
    pub(super) words: Vec<u32>,
    /// The same, sorted.
    pub(super) sorted: Vec<u32>,
}

/// The numbers of all words.
#[derive(Debug, Default)]
pub(super) struct Words(HashMap<String, u32>);

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.to_owned(), next);
        next
    }
}

/// All of a document, in its order.
pub(super) fn of(document: &Document, words: &mut Words) -> Vec<Unit> {
    let mut spans: Vec<(Span, BlockKind)> = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Heading)
        .map(|block| (block.span, block.kind))
        .collect();
    for sentence in sentences(document) {
        let kind = document
            .blocks
            .get(sentence.block)
            .map_or(BlockKind::Paragraph, |block| block.kind);
        spans.extend(sentence.label.map(|label| (label, kind)));
        spans.push((sentence.span, kind));
    }
    spans.sort_by_key(|(span, _)| *span);
    spans.dedup_by_key(|(span, _)| *span);
    spans
        .into_iter()
        .map(|(span, kind)| unit(document, span, kind, words))
        .collect()
}

fn unit(document: &Document, span: Span, kind: BlockKind, words: &mut Words) -> Unit {
    let flat = flat(document.at(span));
    let numbers: Vec<u32> = flat
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(|word| words.number(word))
        .collect();
    let mut hasher = DefaultHasher::new();
    flat.hash(&mut hasher);
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    Unit {
        span,
        kind,
        key: hasher.finish(),
        words: numbers,
        sorted,
    }
}

/// The same text with plain quotes, dashes and spaces, in small letters.
pub(in crate::policy) fn flat(text: &str) -> String {
    let mut flat = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => flat.push('\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => flat.push('"'),
            '–' | '—' | '‐' | '‑' | '−' | '‒' | '―' => {
                if flat.ends_with(' ') {
                    flat.pop();
                }
                flat.push('-');
            }
            '…' => flat.push_str("..."),
            c if c.is_whitespace() => {
                if !flat.ends_with([' ', '-']) {
                    flat.push(' ');
                }
            }
            '-' if flat.ends_with(' ') => {
                flat.pop();
                flat.push('-');
            }
            c => flat.extend(c.to_lowercase()),
        }
    }
    flat.truncate(flat.trim_end().len());
    flat
}

/// How alike two are, from 0 to 1: the share of words they have in common.
pub(super) fn alike(one: &Unit, other: &Unit) -> f32 {
    let (a, b) = (&one.sorted, &other.sorted);
    let total = a.len() + b.len();
    if total == 0 {
        return 0.0;
    }
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    // So different in length cannot be alike enough.
    if longer > shorter * 5 + 8 {
        return 0.0;
    }
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    // Sentences have a few hundred words.
    (2 * common) as f32 / total as f32
}
