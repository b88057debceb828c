//! The languages: nothing that a letter says is missing in one of them, and nothing English is left.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::contents::filled;
use super::every_law::{laws, real_in, rights, whole};
use super::samples::{outcomes, received, sheet, strange, under};
use crate::law::{Law, RightRule};
use crate::letter::templates::built_in;
use crate::letter::{
    LetterError, LetterText, Under, blanks, check, draft, no_letters, render, tongue,
};
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

pub const OTHERS: [LetterLanguage; 3] =
    [LetterLanguage::De, LetterLanguage::Fr, LetterLanguage::Es];

pub fn laws_in(language: LetterLanguage) -> impl Iterator<Item = &'static Law> {
    laws().filter(move |law| no_letters(language, law).unwrap().is_none())
}

/// Every letter there is in a language other than English.
fn every(
    mut see: impl FnMut(LetterLanguage, &Under, &RightRule, LetterKind, Option<Outcome>, LetterText),
) {
    for language in OTHERS {
        for law in laws_in(language) {
            let under = under(&law.id);
            for rule in rights(law) {
                for kind in LetterKind::ALL.iter().copied() {
                    for outcome in outcomes(kind) {
                        match draft(&under, kind, &real_in(language, law, rule, *outcome)) {
                            Ok(text) => see(language, &under, rule, kind, *outcome, text),
                            Err(LetterError::Forbidden { .. }) => {}
                            Err(other) => {
                                panic!("{language} {} {} {kind}: {other}", law.id, rule.right)
                            }
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_letter_in_every_language_holds_what_its_law_demands() {
    let mut written = 0;
    every(|language, under, rule, kind, outcome, text| {
        let at = format!(
            "{language} {} {} {kind} {outcome:?}",
            under.law.id, rule.right
        );
        written += 1;
        let text = filled(text);
        assert!(blanks(&text).is_empty(), "{at}");
        let claims = [(rule.right, outcome)];
        for state in check(under, kind, &claims, &text).unwrap() {
            assert!(state.present, "{at}: {state:?}\n{text:#?}");
            let mut without = text.clone();
            without
                .blocks
                .retain(|block| !block.items.contains(&state.item.id));
            let again = check(under, kind, &claims, &without).unwrap();
            assert!(
                again
                    .iter()
                    .any(|s| s.item.id == state.item.id && !s.present),
                "{at}: {state:?}"
            );
        }
        let all = whole(&text);
        for hole in [
            " .",
            " ,",
            "..",
            ": .",
            "()",
            "( ",
            "  ",
            ", ,",
            "{{",
            "{%",
            "[[",
            "undefined",
        ] {
            assert!(!all.contains(hole), "{at}: “{hole}” in {all}");
        }
        // Only French puts a space before a colon.
        assert!(
            language == LetterLanguage::Fr || !all.contains(" :"),
            "{at}: {all}"
        );
    });
    assert!(written > 400, "{written}");
}

/// Words that no German, French or Spanish letter holds; names of laws and of authorities stand as they are.
const ENGLISH: &[&str] = &[
    "the",
    "your",
    "you",
    "we",
    "our",
    "request",
    "with",
    "and",
    "of",
    "is",
    "which",
    "that",
    "this",
    "answer",
    "data",
    "personal",
    "dear",
    "sincerely",
    "letter",
    "right",
    "who",
    "what",
    "not",
    "have",
    "from",
    "has",
    "it",
    "are",
    "by",
    "for",
    "to",
    "or",
    "please",
    "days",
    "months",
];

fn foreign(language: LetterLanguage, text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for name in [
        "Data Protection Act",
        "UK General Data Protection Regulation",
        "Information Commission",
        "Do Not Track",
    ] {
        text = text.replace(name, "");
    }
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| ENGLISH.contains(&word.as_str()))
        // “personal” is Spanish too, and “it” stands in web addresses only.
        .filter(|word| !(language == LetterLanguage::Es && word == "personal"))
        .collect()
}

#[test]
fn no_english_word_is_left_in_a_letter_of_another_language() {
    every(|language, under, rule, kind, outcome, text| {
        let found = foreign(language, &whole(&text));
        assert!(
            found.is_empty(),
            "{language} {} {} {kind} {outcome:?}: {found:?} in {}",
            under.law.id,
            rule.right,
            whole(&text)
        );
    });
    assert_eq!(
        foreign(LetterLanguage::De, "Wir haben the data."),
        ["the", "data"]
    );
}

#[test]
fn the_blocks_are_those_of_the_english_letters() {
    let shape = |source: &str| -> Vec<String> {
        source
            .lines()
            .filter(|line| line.starts_with("---") || line.trim() == "===")
            .map(str::to_owned)
            .collect()
    };
    for language in OTHERS {
        let english: BTreeSet<_> = built_in(LetterLanguage::En).iter().collect();
        for (path, source) in built_in(language) {
            let (_, mate) = english
                .iter()
                .find(|(known, _)| known == path)
                .unwrap_or_else(|| panic!("{language}/{path} has no English mate"));
            assert_eq!(shape(source), shape(mate), "{language}/{path}");
        }
        // Rights that no law with letters in these languages gives.
        let american = [
            "general/decided/appeal.txt",
            "general/granted/admt-opt-out.txt",
            "general/granted/confidential-communications.txt",
            "general/granted/disclosure-accounting.txt",
            "general/granted/health-authorization.txt",
            "general/parent-notice.txt",
        ];
        // Whatever is not of one law only, or of an American one, is there in each language.
        for (path, _) in english {
            let law = path.split('/').next().unwrap_or_default();
            let shared = [
                "common",
                "general",
                "gdpr",
                "own-policy",
                "eu-gdpr",
                "uk-gdpr",
                "incident",
            ];
            let there = built_in(language).iter().any(|(own, _)| own == path);
            assert!(
                !shared.contains(&law) || there || american.contains(path),
                "{language}/{path} is missing"
            );
        }
    }
}

#[test]
fn strange_and_empty_values_make_no_hole_in_any_language() {
    for language in OTHERS {
        for law in laws_in(language) {
            for rule in rights(law) {
                for kind in LetterKind::ALL.iter().copied() {
                    let under = under(&law.id);
                    let real = real_in(language, law, rule, None);
                    let claims = || real.claims.clone();
                    let odd = crate::letter::Fields {
                        language,
                        ..strange(claims())
                    };
                    let mut bare = claims();
                    for claim in &mut bare {
                        claim.reasons.clear();
                        claim.kept.clear();
                    }
                    let empty = crate::letter::Fields {
                        language,
                        claims: bare,
                        ..Default::default()
                    };
                    let at = format!("{language} {} {} {kind}", law.id, rule.right);
                    let (Ok(odd), Ok(empty), Ok(plain)) = (
                        draft(&under, kind, &odd),
                        draft(&under, kind, &empty),
                        draft(&under, kind, &real),
                    ) else {
                        continue;
                    };
                    let items = |text: &LetterText| {
                        text.blocks
                            .iter()
                            .map(|b| b.items.clone())
                            .collect::<Vec<_>>()
                    };
                    assert_eq!(items(&odd), items(&plain), "{at}");
                    assert!(!blanks(&empty).is_empty(), "{at}");
                    for block in &empty.blocks {
                        for hole in [" .", " ,", ": .", "()", ". .", "  "] {
                            assert!(!block.text.contains(hole), "{at}: {block:?}");
                        }
                    }
                }
            }
        }
    }
}

/// Letters in full, to be read; `RIGHTSDESK_WRITE_GOLDEN=1` writes them anew.
#[test]
fn letters_in_full_are_as_they_were() {
    use LetterKind::{
        Acknowledgement, AnswerInFull, AnswerInPart, Clarification, Extension, MissingParticulars,
        OptOutConfirmation, ProofOfIdentity, Refusal,
    };
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/letter/tests/tongues");
    let mut changed = Vec::new();
    for language in OTHERS {
        for (law, right, kind, outcome) in [
            ("eu-gdpr", Right::Access, Acknowledgement, None),
            ("eu-gdpr", Right::Access, ProofOfIdentity, None),
            ("eu-gdpr", Right::Access, Clarification, None),
            ("eu-gdpr", Right::Access, Extension, None),
            (
                "eu-gdpr",
                Right::Access,
                AnswerInFull,
                Some(Outcome::Granted),
            ),
            (
                "eu-gdpr",
                Right::Erasure,
                AnswerInPart,
                Some(Outcome::GrantedInPart),
            ),
            ("eu-gdpr", Right::Objection, Refusal, Some(Outcome::Refused)),
            (
                "eu-gdpr",
                Right::MarketingObjection,
                OptOutConfirmation,
                Some(Outcome::Granted),
            ),
            (
                "uk-gdpr",
                Right::Rectification,
                Refusal,
                Some(Outcome::Refused),
            ),
            (
                "uk-dpa",
                Right::Complaint,
                AnswerInFull,
                Some(Outcome::Granted),
            ),
            (
                "ch-fadp",
                Right::Access,
                AnswerInFull,
                Some(Outcome::Granted),
            ),
            (
                "own-policy",
                Right::Question,
                AnswerInFull,
                Some(Outcome::Granted),
            ),
            ("eu-gdpr", Right::Access, LetterKind::AgentAuthority, None),
            ("eu-gdpr", Right::Access, LetterKind::FeeNotice, None),
            ("eu-gdpr", Right::Access, LetterKind::NothingHeld, None),
            (
                "eu-gdpr",
                Right::Restriction,
                LetterKind::RestrictionLifting,
                None,
            ),
            ("eu-gdpr", Right::Erasure, LetterKind::RecipientNotice, None),
            (
                "eu-gdpr",
                Right::Access,
                LetterKind::RepeatRequest,
                Some(Outcome::Refused),
            ),
            (
                "own-policy",
                Right::ChildConsent,
                LetterKind::ConsentLapsed,
                Some(Outcome::Refused),
            ),
            (
                "ca-qc-law25",
                Right::Access,
                Refusal,
                Some(Outcome::Refused),
            ),
            (
                "ca-qc-law25",
                Right::Rectification,
                AnswerInFull,
                Some(Outcome::Granted),
            ),
            ("own-policy", Right::Access, MissingParticulars, None),
            (
                "own-policy",
                Right::ChildConsent,
                LetterKind::DirectNotice,
                None,
            ),
        ] {
            let under = under(law);
            if no_letters(language, under.law).unwrap().is_some() {
                continue;
            }
            let rule = under.law.right(right, received(law)).unwrap();
            let text = draft(&under, kind, &real_in(language, under.law, rule, outcome)).unwrap();
            let fresh = format!("{}\n", whole(&text));
            let path = folder.join(format!("{language}-{law}-{right}-{kind}.txt"));
            if std::env::var_os("RIGHTSDESK_WRITE_GOLDEN").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &fresh).unwrap();
            }
            if std::fs::read_to_string(&path).unwrap_or_default() != fresh {
                changed.push(path);
            }
        }
    }
    assert!(
        changed.is_empty(),
        "{changed:#?}\nRIGHTSDESK_WRITE_GOLDEN=1 writes them anew."
    );
}

/// Writes letters as PDF into the folder named by `RIGHTSDESK_SHOW_LETTERS`, to be looked at.
#[test]
fn a_letter_of_every_kind_can_be_printed_in_every_language() {
    let show = std::env::var_os("RIGHTSDESK_SHOW_LETTERS").map(PathBuf::from);
    let mut seen = BTreeSet::new();
    every(|language, under, rule, kind, outcome, text| {
        if !seen.insert((language, under.law.id.clone(), kind)) {
            return;
        }
        let mut sheet = sheet(filled(text));
        sheet.language = tongue(language).unwrap().tag.clone();
        let done = render(&sheet).unwrap();
        assert!(
            (1..=4).contains(&done.pages.len()),
            "{language} {} {kind}",
            under.law.id
        );
        if let Some(folder) = &show {
            let name = format!(
                "{language}-{}-{}-{kind}-{outcome:?}.pdf",
                under.law.id, rule.right
            );
            std::fs::write(folder.join(name), &done.pdf).unwrap();
        }
    });
    assert!(seen.len() > 100, "{}", seen.len());
}
