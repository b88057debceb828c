#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! What an officer may write, tried with what is right, what is a slip, and what is meant to hurt.

mod typed;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::draft::derived;
use super::super::{OwnText, RequiredItem, Wording};
use super::book::Book;
use super::catalogue::{FieldKind, Scene, catalogue};
use super::code::{self, AtLine};
use super::names::walk;
use super::outline::Sayings;
use super::sample::{Sample, breach_sample, sample, under};
use super::{Review, passage, review};
use crate::law::{Confidence, Law, Library};
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

fn laws() -> Vec<&'static Law> {
    Library::bundled().unwrap().laws().collect()
}

fn law(id: &str) -> &'static Law {
    Library::bundled().unwrap().law(id).unwrap()
}

fn original(language: LetterLanguage, path: &str) -> &'static str {
    let found = Wording::built_in(language).source(path).map(str::to_owned);
    Box::leak(
        found
            .unwrap_or_else(|| panic!("no {path}"))
            .into_boxed_str(),
    )
}

/// What the letter about a breach must say, as the registers demand it.
fn notice_items() -> Vec<RequiredItem> {
    ["nature", "contact", "consequences", "measures", "advice"]
        .map(|id| RequiredItem {
            id: id.into(),
            what: format!("the {id}"),
            cite: "GDPR Art. 34(2)".into(),
            confidence: Confidence::default(),
        })
        .to_vec()
}

fn look(language: LetterLanguage, path: &str, source: &str) -> Review {
    let wording = Wording::built_in(language);
    review(&wording, &laws(), path, source, &notice_items(), |kind| {
        kind.id()
    })
    .unwrap()
}

#[test]
fn the_catalogue_is_what_letters_are_written_from() {
    let gdpr = law("eu-gdpr");
    let no = Some(Outcome::Refused);
    let claims = [(Right::Access, no), (Right::Restriction, no)];
    let fields = sample(LetterLanguage::En, gdpr, &claims, Sample::Ordinary).unwrap();
    let more = derived(
        LetterLanguage::En,
        &under(gdpr).unwrap(),
        LetterKind::RestrictionLifting,
        &fields,
    )
    .unwrap();
    let mut request = BTreeMap::new();
    flat("", &serde_json::to_value(&more).unwrap(), &mut request);
    flat("", &serde_json::to_value(&fields).unwrap(), &mut request);
    let mut breach = BTreeMap::new();
    let notice = breach_sample(LetterLanguage::En, Sample::Ordinary).unwrap();
    flat("", &serde_json::to_value(&notice).unwrap(), &mut breach);
    for (scene, found) in [(Scene::Request, request), (Scene::Breach, breach)] {
        let told: BTreeMap<String, &str> = catalogue()
            .unwrap()
            .fields(scene)
            .map(|field| {
                let kind = match field.kind {
                    FieldKind::Text | FieldKind::Word => "text",
                    FieldKind::List => "list",
                    FieldKind::YesNo => "yes-no",
                    FieldKind::Number => "number",
                    FieldKind::Group => "group",
                };
                (field.name.clone(), kind)
            })
            .collect();
        assert_eq!(told, found, "{scene:?}");
    }
}

/// Every field of a sample with its kind; the first of a list stands for all.
fn flat(at: &str, value: &Value, all: &mut BTreeMap<String, &'static str>) {
    let kind = match value {
        Value::Object(_) => "group",
        Value::Array(_) => "list",
        Value::Bool(_) => "yes-no",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Null => panic!("the sample leaves {at} out"),
    };
    if !at.is_empty() && !at.ends_with("[]") {
        all.entry(at.to_owned()).or_insert(kind);
    }
    match value {
        Value::Object(parts) => {
            for (name, part) in parts {
                let dot = if at.is_empty() { "" } else { "." };
                flat(&format!("{at}{dot}{name}"), part, all);
            }
        }
        Value::Array(many) => {
            if let Some(first @ Value::Object(_)) = many.first() {
                flat(&format!("{at}[]"), first, all);
            }
        }
        _ => {}
    }
}

#[test]
fn every_template_of_ours_names_only_what_there_is_and_can_be_told_in_words() {
    let catalogue = catalogue().unwrap();
    let sayings = Sayings::new(&laws(), |kind| kind.id()).unwrap();
    let mut silent = BTreeSet::new();
    for language in LetterLanguage::ALL.iter().copied() {
        let wording = Wording::built_in(language);
        let book = Book::of(&wording).unwrap();
        let with: Vec<&Law> = super::book::with_letters(language, &laws()).unwrap();
        for (path, source) in wording.originals() {
            let tree = code::read(source).unwrap_or_else(|e| panic!("{language} {path}: {e:?}"));
            let fields = catalogue.names(Scene::of(path));
            let given = book.given(&with, path).unwrap();
            let found = walk(&tree, &fields, &given, catalogue);
            assert_eq!(found.problems, [] as [AtLine; 0], "{language} {path}");
            assert!(!book.takes_itself_in(path), "{language} {path}");
            for one in &found.conditions {
                if sayings.says(one).is_none() {
                    silent.insert(one.to_string());
                }
            }
            let told = super::outline::outline(&tree, source, &sayings);
            assert!(!told.is_empty(), "{language} {path}");
            let lines = source.lines().count() as u32;
            for line in told {
                assert!(line.known, "{language} {path}: {line:?}");
                assert!((1..=lines).contains(&line.line), "{path}: {line:?}");
            }
        }
    }
    assert_eq!(silent, BTreeSet::new(), "conditions without a sentence");
}

/// A template that one law uses, so that looking at it is quick.
const SPAM: &str = "us-can-spam/refusal.txt";

#[test]
fn the_original_is_clean_and_so_is_a_friendlier_one() {
    for (language, path) in [
        (LetterLanguage::En, SPAM),
        (LetterLanguage::En, "us-coppa/denied/child-consent.txt"),
        (LetterLanguage::En, "incident/notice.txt"),
        (LetterLanguage::De, "eu-gdpr/remedies.txt"),
        (LetterLanguage::Fr, "gdpr/extension.txt"),
        (LetterLanguage::Es, "gdpr/granted/access.txt"),
    ] {
        let source = original(language, path);
        let found = look(language, path, source);
        assert!(
            found.is_clean(),
            "{language} {path}: {:#?} {:#?}",
            found.problems,
            found.losses
        );
        let found = look(
            language,
            path,
            &format!("{source}\n---\nThank you, {{{{ 'you' }}}}.\n"),
        );
        assert!(found.is_clean(), "{language} {path}: {:#?}", found.problems);
    }
}

#[test]
fn a_removed_item_is_named_with_its_article_for_every_law_that_loses_it() {
    // General remedies carry the appeal of every American state, and nobody else’s.
    let path = "general/remedies.txt";
    let source = original(LetterLanguage::En, path).replace("--- appeal\n", "---\n");
    let found = look(LetterLanguage::En, path, &source);
    assert_eq!(found.problems, []);
    let losing: BTreeSet<&str> = found.losses.iter().map(|loss| loss.law.as_str()).collect();
    let with_appeal: BTreeSet<&str> = laws()
        .into_iter()
        .filter(|law| {
            let under = under(law).unwrap();
            let refused = [(Right::Access, Some(Outcome::Refused))];
            // California’s letters have remedies of their own.
            let general = Wording::built_in(LetterLanguage::En).path(&law.id, LetterKind::Refusal);
            law.right(Right::Access, under.received_on).is_ok()
                && general.starts_with("general/")
                && super::super::required(&under, LetterKind::Refusal, &refused)
                    .unwrap()
                    .iter()
                    .any(|item| item.id == "appeal")
        })
        .map(|law| law.id.as_str())
        .collect();
    assert!(with_appeal.len() > 10, "{with_appeal:?}");
    assert!(
        losing.is_superset(&with_appeal),
        "{losing:?} {with_appeal:?}"
    );
    for loss in &found.losses {
        assert_eq!(loss.item.id, "appeal");
        assert!(
            loss.item.cite.len() > 5 && !loss.rights.is_empty(),
            "{loss:?}"
        );
    }
    let back = passage(original(LetterLanguage::En, path), "appeal").unwrap();
    assert!(
        back.starts_with("--- appeal\n") && back.contains("{% endif %}"),
        "{back}"
    );
    assert!(code::read(&back).is_ok(), "{back}");
    // The letter about a breach answers no request; what it must say is named all the same.
    let notice = original(LetterLanguage::De, "incident/notice.txt").replace("--- measures", "---");
    let found = look(LetterLanguage::De, "incident/notice.txt", &notice);
    let lost: Vec<&str> = found
        .losses
        .iter()
        .map(|loss| loss.item.id.as_str())
        .collect();
    assert_eq!(lost, ["measures"]);
}

#[test]
fn a_part_of_every_letter_is_looked_at_whole() {
    let path = "common/questions.txt";
    let source = original(LetterLanguage::En, path);
    let found = look(LetterLanguage::En, path, source);
    assert!(
        found.is_clean(),
        "{:#?} {:#?}",
        found.problems,
        found.losses
    );
    // It carries nothing, so nothing is lost with it; what it names is held against every letter.
    assert!(look(LetterLanguage::En, path, "Ask us.").is_clean());
    let found = look(LetterLanguage::En, path, "{{ claim.right_name }}");
    assert!(!found.is_clean());
}

#[test]
fn a_text_of_one_language_is_not_used_for_another() {
    let own = [OwnText {
        path: "common/questions.txt".into(),
        source: "Rufen Sie an.".into(),
    }];
    let german = Wording {
        language: LetterLanguage::De,
        own: &own,
    };
    let english = Wording {
        language: LetterLanguage::En,
        own: &[],
    };
    assert_eq!(german.source("common/questions.txt"), Some("Rufen Sie an."));
    assert_ne!(
        english.source("common/questions.txt"),
        Some("Rufen Sie an.")
    );
}

#[test]
fn an_own_condition_stands_as_it_is_written() {
    let source = "subject: a\nsalutation: b\nclosing: c\n--- receipt\n{% if officer == \"Marta\" %}\nHello.\n{% elif not subject and house %}\nBye.\n{% endif %}\n";
    let told: Vec<(u32, u32, String, bool)> = look(LetterLanguage::En, SPAM, source)
        .outline
        .into_iter()
        .map(|line| (line.depth, line.line, line.text, line.known))
        .collect();
    let find = |words: &str| {
        told.iter()
            .find(|line| line.2.contains(words))
            .unwrap_or_else(|| panic!("{words}: {told:#?}"))
    };
    assert_eq!(
        find("Marta"),
        &(0, 5, "Only where officer == \"Marta\"".to_owned(), false)
    );
    assert_eq!(find("Hello.").0, 1);
    assert_eq!(
        find("Otherwise").2,
        "Otherwise, where it is about the requester’s own data, and the letter is under our own policy"
    );
}
