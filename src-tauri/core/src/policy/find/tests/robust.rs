//! Whatever the text: proposals in order, on the borders of characters, the same each time, and never a panic.

use super::super::{find, read_span};
use super::read;
use crate::policy::document::{BlockKind, Document, Span};
use crate::policy::sentences::sentences;
use proptest::prelude::*;

/// Words that rules look for, and what breaks naive readers.
const PIECES: &[&str] = &[
    "we",
    "do not",
    "sell",
    "share",
    "your",
    "personal information",
    "to third parties",
    "without",
    "consent",
    "You may",
    "opt out",
    "delete",
    "within 30 days",
    "children",
    "under 13",
    "parents",
    "“quoted",
    "”",
    "’",
    ".",
    ";",
    ":",
    "?",
    "No.",
    "(a)",
    "e.g.",
    "a@b.example",
    "https://x.example/",
    "\u{301}",
    "ß",
    "漢字",
    "🦦",
    "\u{200b}",
    "—",
    "1.",
    "unless",
    "notify",
    "changes",
    "breach",
];

fn document(parts: &[(u8, Vec<usize>)]) -> Document {
    let mut doc = Document::default();
    for (kind, words) in parts {
        let text: Vec<&str> = words.iter().map(|at| PIECES[at % PIECES.len()]).collect();
        let (kind, level) = match kind % 4 {
            0 => (BlockKind::Heading, 1 + kind % 6),
            1 => (BlockKind::Item, 1 + kind % 3),
            _ => (BlockKind::Paragraph, 0),
        };
        doc.push(kind, level, &text.join(" "));
    }
    doc
}

fn holds(doc: &Document) {
    for sentence in sentences(doc) {
        assert!(
            doc.text
                .get(sentence.span.start..sentence.span.end)
                .is_some()
        );
        assert!(sentence.span.start < sentence.span.end);
    }
    let found = find(doc);
    assert!(found.is_sorted_by_key(|proposal| (proposal.span, proposal.reading.kind)));
    for proposal in &found {
        assert!(!doc.at(proposal.span).trim().is_empty());
        assert!(!proposal.why.is_empty());
        assert!(!proposal.reading.audiences.is_empty());
    }
    assert_eq!(found, find(doc));
}

proptest! {
    #[test]
    fn words_in_any_order(parts in prop::collection::vec((any::<u8>(), prop::collection::vec(0usize..64, 0..40)), 0..12)) {
        holds(&document(&parts));
    }

    #[test]
    fn any_text(text in "\\PC{0,400}") {
        holds(&read(&text));
    }

    #[test]
    fn any_passage_has_a_reading(text in "\\PC{1,200}", from in 0usize..220, length in 0usize..220) {
        let doc = read(&text);
        let (reading, why) = read_span(&doc, Span { start: from, end: from.saturating_add(length) });
        prop_assert!(!why.is_empty());
        prop_assert!(!reading.audiences.is_empty());
    }
}

#[test]
fn one_line_without_end_is_still_read() {
    let mut doc = Document::default();
    doc.push(
        BlockKind::Paragraph,
        0,
        &"sell share we not ".repeat(20_000),
    );
    holds(&doc);
}
