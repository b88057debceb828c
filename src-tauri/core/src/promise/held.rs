//! A policy's text in memory: its blocks, what the finder proposes, and the way between bytes and characters.

use crate::api::wire::{Cleaned, PolicyBlock, PromiseRow, PromiseState};
use crate::policy::{self, Document, Proposal, Span};
use crate::words::PromiseKind;

/// Every so many bytes the characters before are counted once.
const STRIDE: usize = 512;

/// The text of one version, searched once.
pub struct Held {
    pub document: Document,
    pub cleaned: Vec<Cleaned>,
    pub proposals: Vec<Proposal>,
    /// Characters before each stride of bytes.
    marks: Vec<u32>,
    characters: u32,
}

impl Held {
    /// Searches a text.
    pub fn new(document: Document, cleaned: Vec<Cleaned>) -> Self {
        let proposals = policy::find(&document);
        let mut marks = Vec::with_capacity(document.text.len() / STRIDE + 1);
        let mut characters = 0;
        for (at, _) in document.text.char_indices() {
            while marks.len() * STRIDE <= at {
                marks.push(characters);
            }
            characters += 1;
        }
        Self {
            document,
            cleaned,
            proposals,
            marks,
            characters,
        }
    }

    /// Characters of the whole text.
    pub fn characters(&self) -> u32 {
        self.characters
    }

    /// Characters before a byte.
    pub fn character(&self, byte: usize) -> u32 {
        let text = &self.document.text;
        let byte = byte.min(text.len());
        let Some(mut counted) = self.marks.get(byte / STRIDE).copied() else {
            return self.characters;
        };
        // A stride begins in the middle of a character where the one before reaches over: then that one was counted.
        let mut from = byte / STRIDE * STRIDE;
        while !text.is_char_boundary(from) {
            from += 1;
        }
        if let Some(between) = text.get(from..byte) {
            counted += u32::try_from(between.chars().count()).unwrap_or(u32::MAX);
        }
        counted
    }

    /// The byte at which a character begins; the end of the text for one past it.
    pub fn byte(&self, character: u32) -> usize {
        let text = &self.document.text;
        let mark = self
            .marks
            .partition_point(|counted| *counted <= character)
            .saturating_sub(1);
        let mut from = (mark * STRIDE).min(text.len());
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = self.marks.get(mark).copied().unwrap_or(0);
        let rest = (character.saturating_sub(before)) as usize;
        text.get(from..)
            .and_then(|rest_of| rest_of.char_indices().nth(rest))
            .map_or(text.len(), |(at, _)| from + at)
    }

    /// A stretch in characters as bytes, without the white space at its ends; nothing where it holds no word.
    pub fn span(&self, start: u32, end: u32) -> Option<Span> {
        let (from, to) = (self.byte(start), self.byte(end));
        let text = self.document.text.get(from..to)?;
        let words = text.trim();
        if words.is_empty() {
            return None;
        }
        let lead = text.len() - text.trim_start().len();
        Some(Span {
            start: from + lead,
            end: from + lead + words.len(),
        })
    }

    /// The words of a stretch on one line: what stands in two blocks is joined by a space.
    pub fn quote(&self, span: Span) -> String {
        let words: Vec<&str> = self.document.at(span).split_whitespace().collect();
        words.join(" ")
    }

    /// The blocks as the page shows them.
    pub fn blocks(&self) -> Vec<PolicyBlock> {
        blocks(&self.document, |byte| self.character(byte))
    }

    /// The headings over a place, outermost first.
    pub fn under(&self, at: usize) -> Vec<String> {
        policy::headings_over(&self.document, at)
            .into_iter()
            .map(|span| self.document.at(span).to_owned())
            .collect()
    }

    /// A proposal as a row that nobody has reviewed.
    pub fn suggestion(&self, one: &Proposal) -> PromiseRow {
        let (start, end) = (self.character(one.span.start), self.character(one.span.end));
        // Two patterns may see the same words for the same reason.
        let mut why = one.why.clone();
        why.dedup();
        PromiseRow {
            key: key(start, end, one.reading.kind),
            id: None,
            state: PromiseState::Suggested,
            own: false,
            corrected: false,
            start,
            end,
            quote: self.quote(one.span),
            under: self.under(one.span.start),
            reading: one.reading.clone(),
            why,
            reviewed_by: String::new(),
            reviewed_at: String::new(),
        }
    }

    /// The proposal of this name.
    pub fn proposal(&self, key: &str) -> Option<PromiseRow> {
        self.proposals
            .iter()
            .map(|one| self.suggestion(one))
            .find(|row| row.key == key)
    }
}

/// Names a passage as the finder proposes it.
pub fn key(start: u32, end: u32, kind: PromiseKind) -> String {
    format!("{start}-{end}-{kind}")
}

/// The blocks of a text, their places in characters.
pub fn blocks(document: &Document, character: impl Fn(usize) -> u32) -> Vec<PolicyBlock> {
    document
        .blocks
        .iter()
        .map(|block| PolicyBlock {
            kind: block.kind,
            level: block.level.into(),
            start: character(block.span.start),
            text: document.at(block.span).to_owned(),
        })
        .collect()
}
