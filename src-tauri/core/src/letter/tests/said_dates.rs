//! The deadlines that letters tell: whatever a template prints of them is among what is recorded as said.

use std::collections::BTreeSet;

use serde_json::Value;

use super::every_law::{laws, real, real_in, real_on, rights, whole};
use super::samples::{english, outcomes, under};
use super::tongues::laws_in;
use crate::law::{Law, RightRule};
use crate::letter::{Account, AccountRow, ChildFields, Fields, Given, LetterError, Repeat, draft};
use crate::words::{LetterKind, LetterLanguage, Outcome};

/// Fields that are a day still to come, each with a mark no other text has.
const DEADLINES: [(&str, &str); 5] = [
    ("respond_by", "DEADLINE-RESPOND"),
    ("new_date", "DEADLINE-NEW"),
    ("erase_by", "DEADLINE-ERASE"),
    ("claims.repeat.again", "DEADLINE-AGAIN"),
    ("given.again", "DEADLINE-GIVEN"),
];

/// Fields that are a day that was: facts, which need no deriving.
const FACTS: [&str; 11] = [
    "received",
    "published",
    "from",
    "until",
    "on",
    "last_on",
    "consented_on",
    "erased_on",
    "stopped_on",
    "contact_erased_on",
    "earlier",
];

fn marked(mut fields: Fields) -> Fields {
    let mark = |of: &str| -> String {
        let found = DEADLINES.iter().find(|(name, _)| *name == of);
        found.expect("a known deadline").1.to_owned()
    };
    fields.respond_by = mark("respond_by");
    fields.new_date = mark("new_date");
    fields.child = ChildFields {
        on_file: true,
        service: "The reading club".into(),
        collects: "first name".into(),
        contact: true,
        erase_by: mark("erase_by"),
        ..ChildFields::default()
    };
    for claim in &mut fields.claims {
        claim.repeat = Some(Repeat {
            limit: "Once a year.".into(),
            cite: "Art. 1".into(),
            earlier: vec!["2 January 2026".into()],
            again: mark("claims.repeat.again"),
        });
    }
    let ground = fields.claims.iter().find_map(|claim| claim.ground.clone());
    fields.given = Some(Given {
        year: "2025".into(),
        ground: ground.map(|one| one.id).unwrap_or_default(),
        earlier: "2 January 2026".into(),
        again: mark("given.again"),
        ..Given::default()
    });
    fields.account = Some(Account {
        from: "2 November 2020".into(),
        until: "2 November 2026".into(),
        rows: vec![AccountRow::default()],
        fee: String::new(),
    });
    fields
}

/// Every letter of a language, on the first and on the last ground that each right knows.
fn every(language: LetterLanguage, mut see: impl FnMut(&Law, &RightRule, LetterKind, &Fields)) {
    let english = language == LetterLanguage::En;
    let all: Vec<&'static Law> = if english {
        laws().collect()
    } else {
        laws_in(language).collect()
    };
    for law in all {
        for rule in rights(law) {
            for kind in LetterKind::ALL.iter().copied() {
                for outcome in outcomes(kind) {
                    if english {
                        for ground in rule.grounds.iter().map(String::as_str).chain([""]) {
                            let no = matches!(outcome, Some(Outcome::Refused));
                            if no || ground.is_empty() {
                                see(
                                    law,
                                    rule,
                                    kind,
                                    &marked(real_on(law, rule, *outcome, ground)),
                                );
                            }
                        }
                    } else {
                        see(
                            law,
                            rule,
                            kind,
                            &marked(real_in(language, law, rule, *outcome)),
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_deadline_a_letter_prints_is_recorded_as_said() {
    let mut printed = BTreeSet::new();
    for language in LetterLanguage::ALL.iter().copied() {
        every(language, |law, rule, kind, fields| {
            let text = match draft(&under(&law.id), kind, fields) {
                Ok(text) => text,
                Err(LetterError::Forbidden { .. }) => return,
                Err(other) => panic!("{language} {} {} {kind}: {other}", law.id, rule.right),
            };
            let said = fields.said_in(&text);
            for (name, mark) in DEADLINES {
                if text.says(mark) {
                    printed.insert((language, name));
                    let recorded = said.iter().any(|one| one.said == mark);
                    assert!(
                        recorded,
                        "{language} {} {} {kind}: {name}",
                        law.id, rule.right
                    );
                }
            }
            let head = format!("{} {} {}", text.subject, text.salutation, text.closing);
            assert!(
                !head.contains("DEADLINE"),
                "only the body is looked through: {head}"
            );
        });
    }
    for (name, _) in DEADLINES {
        assert!(
            printed.contains(&(LetterLanguage::En, name)),
            "no letter prints {name}"
        );
    }
    for language in LetterLanguage::ALL.iter().copied() {
        assert!(printed.contains(&(language, "respond_by")), "{language}");
    }
}

/// A new field that is a day has to be sorted: derived and recorded, or a fact.
#[test]
fn every_day_a_template_may_name_is_a_deadline_or_a_fact() {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    found.insert(key.clone());
                    walk(value, found);
                }
            }
            Value::Array(all) => all.iter().for_each(|one| walk(one, found)),
            _ => {}
        }
    }
    let law = laws().find(|law| law.id == "eu-gdpr").unwrap();
    let rule = rights(law)[0];
    let mut names = BTreeSet::new();
    walk(
        &serde_json::to_value(marked(real_on(law, rule, None, ""))).unwrap(),
        &mut names,
    );
    let deadlines: BTreeSet<&str> = DEADLINES
        .iter()
        .map(|(name, _)| name.rsplit('.').next().unwrap())
        .collect();
    for name in &names {
        let day = ["_by", "_on", "_date", "again", "until"]
            .iter()
            .any(|end| name.ends_with(end));
        assert!(
            !day || deadlines.contains(name.as_str()) || FACTS.contains(&name.as_str()),
            "{name} is a day: sort it among the deadlines that are recorded, or among the facts"
        );
    }
    for known in deadlines.iter().chain(&FACTS) {
        assert!(
            names.contains(*known) || *known == "published",
            "{known} is gone"
        );
    }
}

#[test]
fn a_deadline_that_moved_is_found_only_where_the_letter_says_it() {
    let law = laws().find(|law| law.id == "eu-gdpr").unwrap();
    let rule = law
        .right(crate::words::Right::Access, under("eu-gdpr").received_on)
        .unwrap();
    let then = real_on(law, rule, None, "");
    let mut text = draft(&under("eu-gdpr"), LetterKind::Acknowledgement, &then).unwrap();
    text.deadlines = then.said_in(&text);
    assert_eq!(text.deadlines.len(), 1);
    assert!(then.stale_in(&text).is_none());
    let mut now = then.clone();
    now.respond_by = "9 December 2026".into();
    assert_eq!(now.stale_in(&text).unwrap().said, "2 December 2026");
    for block in &mut text.blocks {
        block.text = block.text.replace("2 December 2026", "9 December 2026");
    }
    assert!(now.stale_in(&text).is_none(), "mended by hand");
    let mut later = now.clone();
    later.respond_by = "12 December 2026".into();
    let mut mended = text.clone();
    for block in &mut mended.blocks {
        block.text = block.text.replace("9 December 2026", "12 December 2026");
    }
    assert!(
        later.stale_in(&mended).is_none(),
        "the 12 does not say the 2"
    );
    assert_eq!(now.said_in(&text)[0].said, "9 December 2026");
}

#[test]
fn every_day_in_an_american_letter_is_written_the_american_way() {
    let mut seen = 0;
    for law in laws().filter(|law| law.id.starts_with("us-")) {
        for rule in rights(law) {
            for kind in LetterKind::ALL.iter().copied() {
                for outcome in outcomes(kind) {
                    let fields = real(law, rule, *outcome);
                    let Ok(text) = draft(&under(&law.id), kind, &fields) else {
                        continue;
                    };
                    let said = whole(&text);
                    assert_eq!(english().american(&said), said, "{} {kind}", law.id);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
    let cite = "Conn. Gen. Stat. 42-518, as amended from 1 July 2026";
    let american = "Conn. Gen. Stat. 42-518, as amended from July 1, 2026";
    assert_eq!(english().cite_in("us-ct-ctdpa", cite), american);
    assert_eq!(english().cite_in("uk-gdpr", cite), cite);
    assert_eq!(
        english().american("section 1 July 20, 12 May 2"),
        "section 1 July 20, 12 May 2"
    );
}
