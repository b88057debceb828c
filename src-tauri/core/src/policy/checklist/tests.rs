#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! Each item is found in the sentences that say it, and in none that does not.

use super::phrases::{Phrase, Words};
use super::{Item, LawCheck, check, lists};
use crate::policy::{BlockKind, Document, Reading, Span};
use crate::words::{Audience, Polarity, PromiseKind};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

/// “Heading | sentence” is a sentence below a heading.
fn policy(text: &str) -> Document {
    let mut document = Document::default();
    if let Some((heading, text)) = text.split_once(" | ") {
        document.push(BlockKind::Heading, 1, heading);
        document.push(BlockKind::Paragraph, 0, text);
    } else {
        document.push(BlockKind::Paragraph, 0, text);
    }
    document
}

fn promise(kind: PromiseKind, audience: Audience) -> Reading {
    Reading {
        kind,
        audiences: vec![audience],
        rights: Vec::new(),
        polarity: Polarity::Does,
        ways: Vec::new(),
        conditions: Vec::new(),
        time_limit: None,
        frequency: None,
        exceptions: Vec::new(),
        acts: Vec::new(),
        data: Vec::new(),
        age: None,
    }
}

fn found<'c>(checks: &'c [LawCheck], list: &str, item: &str) -> &'c [Span] {
    let list = checks.iter().find(|check| check.id == list).unwrap();
    &list.items.iter().find(|one| one.id == item).unwrap().found
}

fn every(mut see: impl FnMut(&str, &'static Item)) {
    for list in lists().unwrap() {
        for item in &list.item {
            see(&list.id, item);
        }
    }
}

#[test]
fn each_item_is_found_in_the_sentences_that_say_it_and_in_no_other() {
    let mut wrong = Vec::new();
    every(|list, item| {
        for (sentences, wanted) in [(&item.examples, true), (&item.others, false)] {
            for sentence in sentences {
                let checks = check(&policy(sentence), &[], today()).unwrap();
                if found(&checks, list, &item.id).is_empty() == wanted {
                    let what = if wanted { "does not find" } else { "finds" };
                    wrong.push(format!("{list} {} {what}: {sentence}", item.id));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_promise_of_the_right_kind_is_enough_and_of_another_is_not() {
    let document = policy("Such is the lake.");
    let whole = document.blocks[0].span;
    let mut by_promise = 0;
    every(|list, item| {
        for kind in PromiseKind::ALL.iter().copied() {
            for audience in Audience::ALL.iter().copied() {
                let wanted = item.found_by.iter().any(|rule| {
                    rule.kinds.contains(&kind)
                        && (rule.audiences.is_empty() || rule.audiences.contains(&audience))
                });
                let promises = [(whole, promise(kind, audience))];
                let checks = check(&document, &promises, today()).unwrap();
                let spans = found(&checks, list, &item.id);
                assert_eq!(
                    !spans.is_empty(),
                    wanted,
                    "{list} {} {kind} {audience}",
                    item.id
                );
                by_promise += usize::from(wanted);
            }
        }
    });
    assert!(by_promise > 100, "{by_promise}");
}

#[test]
fn an_item_counts_from_its_day() {
    let ids = |on: &str| -> Vec<&str> {
        let checks = check(&Document::default(), &[], day(on)).unwrap();
        checks.iter().flat_map(|c| &c.items).map(|i| i.id).collect()
    };
    assert!(!ids("2013-12-31").contains(&"do-not-track"));
    assert!(ids("2014-01-01").contains(&"do-not-track"));
    assert!(!ids("2025-06-22").contains(&"audio"));
    assert!(ids("2025-06-23").contains(&"audio"));
}

#[test]
fn an_empty_policy_says_nothing_and_every_item_says_what_to_look_for() {
    for law in check(&Document::default(), &[], today()).unwrap() {
        assert!(!law.items.is_empty(), "{}", law.id);
        for item in law.items {
            assert!(item.found.is_empty(), "{}", item.id);
            assert!(
                item.look_for.len() > 10 && !item.look_for.ends_with('.'),
                "{}",
                item.id
            );
        }
    }
}

#[test]
fn the_items_of_a_list_are_read_with_the_sentence_above_them() {
    let mut document = Document::default();
    document.push(BlockKind::Paragraph, 0, "We are glad you came. We collect:");
    document.push(BlockKind::Item, 1, "your name");
    document.push(BlockKind::Item, 1, "shells");
    document.push(BlockKind::Paragraph, 0, "Your name is safe.");
    let checks = check(&document, &[], today()).unwrap();
    let spans = found(&checks, "caloppa", "collected");
    let words: Vec<&str> = spans.iter().map(|span| document.at(*span)).collect();
    assert_eq!(words, ["your name"]);
}

#[test]
fn a_heading_counts_for_what_stands_below_it_and_no_further() {
    let mut document = Document::default();
    document.push(BlockKind::Heading, 1, "Our policy");
    document.push(BlockKind::Heading, 2, "Children");
    document.push(BlockKind::Heading, 3, "Scores");
    document.push(
        BlockKind::Paragraph,
        0,
        "We share it with nobody but keep the name.",
    );
    document.push(BlockKind::Heading, 2, "Invoices");
    document.push(BlockKind::Paragraph, 0, "We share it with our bank.");
    let checks = check(&document, &[], today()).unwrap();
    let spans = found(&checks, "coppa", "disclosed");
    assert_eq!(spans.len(), 1);
    assert!(document.at(spans[0]).contains("nobody"));
}

#[test]
fn a_sentence_inside_a_promise_is_not_named_twice_and_no_list_is_endless() {
    let document = policy("We do not respond to Do Not Track signals.");
    let span = document.blocks[0].span;
    let promises = [(span, promise(PromiseKind::DoNotTrack, Audience::Everyone))];
    let checks = check(&document, &promises, today()).unwrap();
    assert_eq!(found(&checks, "caloppa", "do-not-track"), [span]);
    let many = policy(&"We do not respond to Do Not Track signals. ".repeat(50));
    let checks = check(&many, &[], today()).unwrap();
    assert_eq!(found(&checks, "caloppa", "do-not-track").len(), 8);
}

#[test]
fn phrases_are_words_in_a_row() {
    let has = |text: &str, phrase: &str| Words::of(text).has(&Phrase::from(phrase.to_owned()));
    assert!(has("Our E-Mail, please", "e-mail"));
    assert!(has("the child’s name", "child's name"));
    assert!(has("since 1 March 2026.", "march ####"));
    assert!(!has("number 12026", "####"));
    assert!(has("We are collecting", "collect*"));
    assert!(!has("to recollect", "collect*"));
    assert!(!has("third, the party", "third party"));
    assert!(!has("anything", ""));
}

/// A text of a hundred pages without an end in sight is read in the time of a breath.
#[test]
fn a_long_policy_is_checked_soon() {
    let mut document = Document::default();
    for _ in 0..4_000 {
        document.push(BlockKind::Paragraph, 0, "The lake is wide and deep, and the boats go out upon it every morning when the mist has lifted from the reeds.");
    }
    let started = std::time::Instant::now();
    assert!(check(&document, &[], today()).unwrap().len() == 4);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
