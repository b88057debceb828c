//! The rules hold what their examples say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod benchmark;
mod robust;

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
                    wrong.push(format!(
                        "{name}: {} not found ({found:?}): {example}",
                        pattern.kind
                    ));
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
    let whole = Span {
        start: 0,
        end: doc.text.len(),
    };
    let (reading, why) = read_span(&doc, whole);
    assert_eq!(reading.kind, PromiseKind::UseLimit);
    assert!(!why.is_empty());
}

/// What one sentence says beside its kind.
fn reading(text: &str, kind: PromiseKind) -> crate::policy::Reading {
    find(&read(text))
        .into_iter()
        .map(|proposal| proposal.reading)
        .find(|reading| reading.kind == kind)
        .unwrap_or_else(|| panic!("{kind} is not found in: {text}"))
}

#[test]
fn a_promise_says_how_when_and_for_whom() {
    use crate::words::{Audience, Exception, Per, Requirement, Right, TimeUnit, Way};
    let list = reading(
        "# Notice to California residents\nYou must put the words “List of partners” in the subject line and include your name, street address, city, state, and ZIP code.",
        PromiseKind::DisclosureList,
    );
    assert_eq!(list.audiences, [Audience::Californians]);
    let asked: Vec<_> = list.conditions.iter().filter_map(|c| c.requires).collect();
    for requirement in [
        Requirement::Label,
        Requirement::FullName,
        Requirement::Street,
        Requirement::City,
        Requirement::State,
        Requirement::PostalCode,
    ] {
        assert!(asked.contains(&requirement), "{requirement}");
    }
    assert_eq!(list.conditions[0].words, "List of partners");

    let often = reading(
        "# Notice to California residents\nWe are only required to respond to one request per reader each year.",
        PromiseKind::DisclosureList,
    );
    let often = often.frequency.unwrap();
    assert_eq!((often.times, often.per), (1, Per::CalendarYear));

    let soon = reading(
        "We answer every request within forty-five (45) days of its receipt.",
        PromiseKind::ResponseTime,
    );
    let soon = soon.time_limit.unwrap();
    assert_eq!((soon.count, soon.unit), (45, TimeUnit::Days));

    let kept = reading(
        "We do not sell or rent your address unless we give you advance notice.",
        PromiseKind::NoSharing,
    );
    assert_eq!(kept.exceptions[0].what, Exception::AdvanceNotice);

    let off = reading(
        "You may unsubscribe at any time by writing to leave@lindenpress.example.",
        PromiseKind::OptOut,
    );
    assert_eq!(off.rights, [Right::Unsubscribe]);
    assert!(
        off.ways
            .iter()
            .any(|way| way.way == Way::Mail && way.value == "leave@lindenpress.example")
    );

    let young = reading(
        "We do not knowingly collect anything from children under 13.",
        PromiseKind::NoChildren,
    );
    assert_eq!(
        (young.age, young.audiences),
        (Some(13), vec![Audience::Children])
    );

    let ways = reading(
        "Readers are able to change their personal information\nBy emailing us\n- By calling us\n- By contacting their account representative.",
        PromiseKind::Edit,
    );
    for way in [Way::Mail, Way::Phone, Way::AccountRepresentative] {
        assert!(ways.ways.iter().any(|known| known.way == way), "{way}");
    }
}

#[test]
fn an_answer_is_read_with_its_question() {
    assert_eq!(
        kinds("## Do you sell my data?\nNo."),
        [PromiseKind::NoSharing]
    );
    assert!(kinds("## Do you sell my data?\nIt depends.").is_empty());
}

#[test]
fn the_sentence_of_a_name_is_ours() {
    let text = "# Quillfeather Privacy Policy\nQuillfeather will delete letters. Quillfeather does not share names with anyone.";
    assert!(kinds(text).contains(&PromiseKind::NoSharing));
}
