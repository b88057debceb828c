#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! What an officer may write, tried with what is right, what is a slip, and what is meant to hurt.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::Value;

use super::super::draft::{NoDraft, derived, draft_by};
use super::super::pen::Pen;
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
fn a_slip_is_told_at_its_line_also_where_no_sample_comes() {
    let table: &[(&str, &str, u32, &str)] = &[
        (
            "an unknown field",
            "{{ requestr | line }}",
            1,
            "There is no field “requestr”. Is “requester” meant?",
        ),
        (
            "a part that is not there",
            "\n{{ organisation.nmae | line }}",
            2,
            "“organisation” has no “nmae”. Is “organisation.name” meant?",
        ),
        (
            "in a branch no letter takes",
            "{% if law == \"nowhere\" %}\n\n{{ shoe_size }}\n{% endif %}",
            3,
            "There is no field “shoe_size”",
        ),
        (
            "in the other case of a choice",
            "{{ \"a\" if american else colour }}",
            1,
            "“colour”",
        ),
        (
            "a field of another letter",
            "{{ consequences | line }}",
            1,
            "“consequences”",
        ),
        (
            "each of a list, outside of it",
            "{{ body.name }}",
            1,
            "There is no field “body”",
        ),
        (
            "a part of each",
            "{% for body in bodies %}{{ body.adress }}{% endfor %}",
            1,
            "Is “body.address” meant?",
        ),
        (
            "a name after its branch",
            "{% if american %}{% set x = officer %}{% endif %}\n{{ x }}",
            2,
            "There is no field “x”",
        ),
        (
            "what is done with it",
            "{{ requester | lin }}",
            1,
            "There is no “| lin”. Is “| line” meant?",
        ),
        (
            "a filter of the engine",
            "{{ requester | replace(\"a\", \"b\") }}",
            1,
            "There is no “| replace”",
        ),
        ("a list as words", "{{ bodies }}", 1, "is a list"),
        (
            "a list on one line",
            "{{ organisation.address | line }}",
            1,
            "takes words",
        ),
        (
            "a yes or no as words",
            "{{ american }}",
            1,
            "is a yes or no",
        ),
        (
            "something with parts as words",
            "{{ organisation }}",
            1,
            "has parts",
        ),
        (
            "each of what is no list",
            "{% for one in requester %}{% endfor %}",
            1,
            "is no list",
        ),
        (
            "a blank without words",
            "{{ reason | blank }}",
            1,
            "wants words in brackets",
        ),
        (
            "half a choice",
            "{{ officer if american }}",
            1,
            "add “else”",
        ),
        (
            "an unknown part",
            "{% include \"common/question.txt\" %}",
            1,
            "There is no part “common/question.txt”. Is “common/questions.txt” meant?",
        ),
        (
            "a part out of place",
            "{% include \"common/why.txt\" %}",
            1,
            "The part “common/why.txt” cannot stand here.",
        ),
        (
            "an unknown item",
            "\n--- reasens",
            2,
            "No law asks for “reasens”",
        ),
        (
            "not closed",
            "{% if american %}",
            1,
            "is not closed: {% endif %}",
        ),
        (
            "closed too often",
            "\n\n{% endif %}",
            3,
            "an “endif” without its “if”",
        ),
        ("a field not closed", "{{ requester", 1, "is not closed"),
        (
            "an unknown instruction",
            "{% when american %}",
            1,
            "“when” is no instruction",
        ),
        (
            "curly quotes",
            "{% include “common/questions.txt” %}",
            1,
            "straight quotation marks",
        ),
        (
            "words not closed",
            "{{ reason | blank(\"why) }}",
            1,
            "a \" is missing",
        ),
        ("a remark not closed", "{# why", 1, "#} is missing"),
        (
            "a macro",
            "{% macro a() %}{% endmacro %}",
            1,
            "“macro” has no use in letters",
        ),
        (
            "a call",
            "{{ range(9) }}",
            1,
            "no use for calling something",
        ),
        ("counting", "{{ 2 * 3 }}", 1, "no use for counting"),
    ];
    for (what, added, line, words) in table {
        let found = look(LetterLanguage::En, SPAM, added);
        let hit = found
            .problems
            .iter()
            .any(|one| one.line == Some(*line) && one.says.contains(words));
        assert!(hit, "{what}: {:#?}", found.problems);
        assert!(!found.is_clean(), "{what}");
    }
}

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
fn a_text_without_its_head_says_what_it_lacks() {
    let found = look(LetterLanguage::En, SPAM, "Dear {{ requester | line }},\n");
    assert!(!found.is_clean());
    let said: String = found.problems.iter().map(|one| one.says.as_str()).collect();
    assert!(said.contains("head"), "{said}");
}

#[test]
fn what_is_meant_to_hurt_gets_a_sentence_and_ends() {
    let many = |text: &str, times: usize| text.repeat(times);
    let table: Vec<(&str, String, &str)> = vec![
        ("200 KB", many("Dear all, ", 20_000), "too long"),
        ("a million lines’ beginning", many("\n", 5_000), "lines"),
        (
            "loops in loops",
            format!(
                "{}x{}",
                many("{% for line in organisation.address %}", 20),
                many("{% endfor %}", 20)
            ),
            "too long to write",
        ),
        (
            "a heap of conditions",
            format!(
                "{}{}",
                many("{% if american %}", 300),
                many("{% endif %}", 300)
            ),
            "within each other",
        ),
        (
            "a heap of brackets",
            format!("{{{{ {}1{} }}}}", many("(", 100), many(")", 100)),
            "within each other",
        ),
        (
            "a long sum",
            format!("{{{{ officer {} }}}}", many(" ~ officer", 5_000)),
            "too much between one pair",
        ),
        (
            "a staircase",
            format!(
                "{{% if american %}}{}{{% endif %}}",
                many("{% elif house %}", 500)
            ),
            "elif",
        ),
        (
            "doubling",
            many("{% set a = officer ~ officer %}", 3),
            "“set”",
        ),
        (
            "counting to a thousand million",
            "{% for i in range(1000000000) %}x{% endfor %}".into(),
            "calling something",
        ),
        (
            "itself",
            format!("{{% include \"{SPAM}\" %}}"),
            "takes itself in",
        ),
        (
            "much, often",
            format!(
                "{{% for a in organisation.address %}}{{% for b in organisation.address %}}{{% for c in organisation.address %}}{{% for d in organisation.address %}}{}{{% endfor %}}{{% endfor %}}{{% endfor %}}{{% endfor %}}",
                many("word ", 9_000)
            ),
            "hundred pages",
        ),
    ];
    let head = "subject: a\nsalutation: b\nclosing: c\n---\n";
    for (what, text, words) in table {
        let found = look(LetterLanguage::En, SPAM, &format!("{head}{text}"));
        let said: Vec<&str> = found.problems.iter().map(|one| one.says.as_str()).collect();
        assert!(
            said.iter().any(|one| one.contains(words)),
            "{what}: {said:?}"
        );
    }
}

#[test]
fn no_text_and_no_field_begins_a_block_but_a_line_of_three_dashes() {
    let path = SPAM.to_owned();
    let source = "subject: a\nsalutation: b\nclosing: c\n--- receipt\nWords \u{1e}court here {{ \"\\x1e\" }}{{ reason }}\n".to_owned();
    let own = [OwnText { path, source }];
    let wording = Wording {
        language: LetterLanguage::En,
        own: &own,
    };
    let spam = law("us-can-spam");
    let claims = [(Right::Unsubscribe, Some(Outcome::Refused))];
    let mut fields = sample(LetterLanguage::En, spam, &claims, Sample::Ordinary).unwrap();
    fields.reason = "\u{1e}court\n--- court\nmine".into();
    let pen = Pen::new(&wording, "us-can-spam").unwrap();
    let text = draft_by(
        &pen,
        &wording,
        &under(spam).unwrap(),
        LetterKind::Refusal,
        &fields,
    );
    let text = match text {
        Ok(text) => text,
        Err(NoDraft::Not(error)) => panic!("{error}"),
        Err(NoDraft::Broken(broken)) => panic!("{broken:?}"),
    };
    let carried: Vec<&Vec<String>> = text.blocks.iter().map(|block| &block.items).collect();
    assert_eq!(carried, [&vec!["receipt".to_owned()]]);
    assert_eq!(pen.used().into_iter().collect::<Vec<_>>(), [SPAM]);
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

/// Pieces that templates are made of, and what nobody should write.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("{% if ".to_owned()),
        Just(" %}".to_owned()),
        Just("{% endif %}".to_owned()),
        Just("{% else %}".to_owned()),
        Just("{% for claim in claims %}".to_owned()),
        Just("{% endfor %}".to_owned()),
        Just("{% include \"common/".to_owned()),
        Just("{{ claim.ground.".to_owned()),
        Just("requester | line }}".to_owned()),
        Just("[[".to_owned()),
        Just("]]".to_owned()),
        Just("\n--- ".to_owned()),
        Just("subject: a\nsalutation: b\nclosing: c\n".to_owned()),
        Just("{% raw %}".to_owned()),
        Just("{#".to_owned()),
        "[ -~\\n]{0,12}",
        "\\PC{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_typed_is_answered(pieces in proptest::collection::vec(piece(), 0..14)) {
        let source = pieces.concat();
        let found = look(LetterLanguage::En, SPAM, &source);
        for problem in &found.problems {
            prop_assert!(!problem.says.trim().is_empty());
            let lines = source.lines().count().max(1) as u32;
            prop_assert!(problem.line.is_none_or(|line| (1..=lines + 1).contains(&line)), "{problem:?} {source:?}");
        }
    }
}
