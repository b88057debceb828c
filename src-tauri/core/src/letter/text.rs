//! The text of a letter while it is still being written.

use serde::{Deserialize, Serialize};

/// A piece of the letter and the required items it carries.
///
/// The text may be changed at will; the items stay with the block, not with the words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Identifiers of [`super::RequiredItem`]s, for example `erasure.reasons`.
    pub items: Vec<String>,
    /// Light markup: a blank line parts paragraphs, `# ` begins a heading, `- ` a list item, `**` marks bold.
    pub text: String,
}

/// A letter's words, from the subject line to the closing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterText {
    /// The bold line above the salutation.
    pub subject: String,
    /// For example `Dear Kim Ngọc Ánh,`.
    pub salutation: String,
    /// The body.
    pub blocks: Vec<Block>,
    /// For example `Yours sincerely,`.
    pub closing: String,
    /// The deadlines that it told when it was drafted; they are derived again before it leaves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
}

/// A deadline as a letter says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Which one: `respond-by`.
    pub what: String,
    /// In the words of the letter: `2 December 2026`.
    pub said: String,
}

impl LetterText {
    /// Whether the body says these words; the 12 of a month does not say the 2.
    pub fn says(&self, words: &str) -> bool {
        let whole = |text: &str| {
            text.match_indices(words).any(|(at, _)| {
                let before = text.get(..at).and_then(|head| head.chars().next_back());
                !before.is_some_and(|c| c.is_ascii_digit())
            })
        };
        !words.is_empty() && self.blocks.iter().any(|block| whole(&block.text))
    }
}

/// What the officer still has to fill in, in the order of the letter, without the brackets.
///
/// An opening `[[` that is never closed counts too, so that half a blank is not printed.
pub fn blanks(text: &LetterText) -> Vec<String> {
    let mut found = blanks_in(&text.subject);
    found.extend(blanks_in(&text.salutation));
    for block in &text.blocks {
        found.extend(blanks_in(&block.text));
    }
    found.extend(blanks_in(&text.closing));
    found
}

/// The blanks of one text.
pub(super) fn blanks_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("[[") {
        let inside = &rest[start + 2..];
        let end = inside.find("]]").unwrap_or(inside.len());
        found.push(inside[..end].trim().to_owned());
        rest = inside.get(end + 2..).unwrap_or("");
    }
    found
}
