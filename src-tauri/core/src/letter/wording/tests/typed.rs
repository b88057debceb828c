//! What somebody types: slips told at their line, texts that are meant to hurt, and anything at all.

use proptest::prelude::*;

use super::super::super::draft::{NoDraft, draft_by};
use super::super::super::pen::Pen;
use super::super::super::{OwnText, Wording};
use super::super::sample::{Sample, sample, under};
use super::{SPAM, law, look};
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

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
