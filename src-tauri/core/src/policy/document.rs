//! A policy as it is read: headings, paragraphs and list items over one text.

use serde::{Deserialize, Serialize};

/// A stretch of a text in bytes, always on the borders of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// Whether both share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the other lies inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// What a block of a policy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    Heading,
    Paragraph,
    /// One item of a list.
    Item,
}

/// One heading, paragraph or list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub kind: BlockKind,
    /// Of a heading 1 to 6; of an item how deep it lies, from 1; of a paragraph 0.
    pub level: u8,
    /// Where it stands in the text, without the white space around it.
    pub span: Span,
}

/// A cleaned text and its blocks, in order and without overlap. White space inside a block is single spaces.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The texts of the blocks with an empty line between each two.
    pub text: String,
    pub blocks: Vec<Block>,
}

impl Document {
    /// Adds a block at the end. White space is folded; an empty text adds nothing.
    pub fn push(&mut self, kind: BlockKind, level: u8, text: &str) {
        let mut words = text.split_whitespace();
        let Some(first) = words.next() else { return };
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(first);
        for word in words {
            self.text.push(' ');
            self.text.push_str(word);
        }
        let end = self.text.len();
        self.blocks.push(Block {
            kind,
            level,
            span: Span { start, end },
        });
    }

    /// The words of a stretch; empty where the span does not fit this text.
    pub fn at(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}
