//! The rules hold what their examples say.

use super::rules::{PATTERNS, PatternFile, Rules};
use super::{find, read_span};
use crate::policy::document::{BlockKind, Document, Span};
use crate::words::PromiseKind;

/// Reads the small texts of the examples: `# ` headings, `- ` items, everything else paragraphs.
fn read(text: &str) -> Document {
    let mut doc = Document::default();
    for line in text.lines() {
        let depth = line.chars().take_while(|c| *c == '#').count();
        if depth > 0 {
            doc.push(BlockKind::Heading, depth as u8, &line[depth..]);
        } else if let Some(item) = line.strip_prefix("- ") {
            doc.push(BlockKind::Item, 1, item);
        } else {
            doc.push(BlockKind::Paragraph, 0, line);
        }
    }
    doc
}

fn kinds(text: &str) -> Vec<PromiseKind> {
    find(&read(text))
        .iter()
        .map(|proposal| proposal.reading.kind)
        .collect()
}

#[test]
fn the_rules_load() {
    if let Err(error) = Rules::bundled() {
        panic!("{error}");
    }
}

#[test]
fn every_example_is_found_and_no_counter_example() {
    let mut wrong = Vec::new();
    for (name, text) in PATTERNS {
        let file: PatternFile = toml::from_str(text).unwrap();
        for pattern in file.pattern {
            assert!(!pattern.examples.is_empty(), "{name}: {}", pattern.says);
            for example in &pattern.examples {
                let found = kinds(example);
                if !found.contains(&pattern.kind) {
                    wrong.push(format!("{name}: {} not found ({found:?}): {example}", pattern.kind));
                }
            }
            for example in &pattern.counter_examples {
                if kinds(example).contains(&pattern.kind) {
                    wrong.push(format!("{name}: {} found: {example}", pattern.kind));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_chosen_passage_always_has_a_reading() {
    let doc = read("Lindenpress likes books.");
    let whole = Span { start: 0, end: doc.text.len() };
    let (reading, why) = read_span(&doc, whole);
    assert_eq!(reading.kind, PromiseKind::UseLimit);
    assert!(!why.is_empty());
}
