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
fn a_clause_that_points_back_belongs_to_its_promise() {
    use crate::words::{DataTopic, Exception, Right, TimeUnit};
    let text = "# Your rights\nReaders may ask us to delete their record and all letters in it; we do so within three weeks.";
    assert_eq!(kinds(text), [PromiseKind::Delete]);
    let gone = reading(text, PromiseKind::Delete);
    assert_eq!(gone.rights, [Right::Erasure]);
    let soon = gone.time_limit.unwrap();
    assert_eq!((soon.count, soon.unit), (3, TimeUnit::Weeks));

    let told = reading(
        "If you ask what we keep about you, we answer within 12 days.",
        PromiseKind::Access,
    );
    assert_eq!(told.rights, [Right::Access]);
    assert_eq!(told.time_limit.unwrap().count, 12);

    let kept = reading(
        "We will not hand your postal address to anybody unless we have warned you beforehand.",
        PromiseKind::NoSharing,
    );
    assert_eq!(kept.data, [DataTopic::ContactDetails]);
    assert_eq!(kept.exceptions[0].what, Exception::AdvanceNotice);

    let mail = reading(
        "We never pass e-mail addresses to printers, sponsors or friends of the press.",
        PromiseKind::NoSharing,
    );
    assert_eq!(mail.data, [DataTopic::EmailAddress]);
}

#[test]
fn every_right_in_a_row_is_found() {
    let found = kinds(
        "You have the right to access, to rectify, to erasure, to object and to restrict processing.",
    );
    for kind in [
        PromiseKind::Access,
        PromiseKind::Edit,
        PromiseKind::Delete,
        PromiseKind::Object,
        PromiseKind::Restrict,
    ] {
        assert!(found.contains(&kind), "{kind}: {found:?}");
    }
}

#[test]
fn including_but_not_limited_to_denies_nothing() {
    assert!(
        !kinds("We share details, including but not limited to names, with printers.")
            .contains(&PromiseKind::NoSharing)
    );
}

#[test]
fn the_lead_of_a_list_lends_its_points_no_denial() {
    assert!(
        !kinds("We work with recipients who may or may not belong to us:\n- share prices, sold each day;")
            .contains(&PromiseKind::NoSharing)
    );
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
