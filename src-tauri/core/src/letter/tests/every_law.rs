//! Every law of the library, every right, every letter: what it demands is there, or the letter is
//! forbidden with its article.
//!
//! Set `RIGHTSDESK_WRITE_GOLDEN=1` to write the table of demands anew; then read what changed before keeping it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::contents::filled;
use super::samples::{claim, dated, fields, fields_in, on, outcomes, received, sheet, under};
use crate::law::{Law, Library, RightRule};
use crate::letter::{
    Authority, ClaimFields, Fields, LetterError, LetterText, Under, blanks, check, draft,
    forbidden, render, required, tongue_under,
};
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

pub fn laws() -> impl Iterator<Item = &'static Law> {
    Library::bundled().unwrap().laws()
}

/// The rights of a law in force on the day of the samples.
pub fn rights(law: &'static Law) -> Vec<&'static RightRule> {
    law.rights
        .iter()
        .filter(|rule| {
            law.right(rule.right, received(&law.id))
                .is_ok_and(|found| std::ptr::eq(found, *rule))
        })
        .collect()
}

fn named(law: &Law, right: Right) -> Vec<Authority> {
    law.complaint_bodies_for(right, "us-fed", received(&law.id))
        .map(|body| Authority {
            name: body.name.clone(),
            address: body.address.clone(),
            website: body.web.clone(),
        })
        .collect()
}

/// What a desk would fill in from the pack, in a letter of this language.
pub fn real_in(
    language: LetterLanguage,
    law: &Law,
    rule: &RightRule,
    outcome: Option<Outcome>,
) -> Fields {
    let ground = rule.grounds.first().and_then(|id| law.ground(id));
    let ground =
        ground.filter(|_| matches!(outcome, Some(Outcome::Refused | Outcome::GrantedInPart)));
    let words = tongue_under(language, &law.id).unwrap();
    fields_in(
        language,
        &law.id,
        vec![words.claim(law, rule, outcome, ground)],
    )
}

/// The same in English.
pub fn real(law: &Law, rule: &RightRule, outcome: Option<Outcome>) -> Fields {
    let ground = rule.grounds.first().map_or("", String::as_str);
    real_on(law, rule, outcome, ground)
}

/// The same, refused on this ground.
pub fn real_on(law: &Law, rule: &RightRule, outcome: Option<Outcome>, ground: &str) -> Fields {
    let no = matches!(outcome, Some(Outcome::Refused | Outcome::GrantedInPart));
    let ground = law.ground(ground).filter(|_| no);
    let words = tongue_under(LetterLanguage::En, &law.id).unwrap();
    let claim = ClaimFields {
        reasons: claim(rule.right, outcome).reasons,
        kept: claim(rule.right, outcome).kept,
        ..words.claim(law, rule, outcome, ground)
    };
    Fields {
        bodies: named(law, rule.right),
        appeal_bodies: named(law, Right::Appeal),
        ..dated(&law.id, fields(vec![claim]))
    }
}

/// Each letter of each law and right that may be written, and the law's word on those that may not.
fn every(
    mut see: impl FnMut(
        &Under,
        &RightRule,
        LetterKind,
        Option<Outcome>,
        Result<LetterText, LetterError>,
    ),
) {
    for law in laws() {
        let under = under(&law.id);
        for rule in rights(law) {
            for kind in LetterKind::ALL.iter().copied() {
                for outcome in outcomes(kind) {
                    let text = draft(&under, kind, &real(law, rule, *outcome));
                    see(&under, rule, kind, *outcome, text);
                }
            }
        }
    }
}

pub fn whole(text: &LetterText) -> String {
    let blocks: Vec<&str> = text.blocks.iter().map(|b| b.text.as_str()).collect();
    [
        &text.subject,
        &text.salutation,
        &blocks.join("\n\n"),
        &text.closing,
    ]
    .map(String::as_str)
    .join("\n\n")
}

#[test]
fn every_letter_holds_what_its_law_demands_or_is_forbidden_with_an_article() {
    let mut written = 0;
    every(|under, rule, kind, outcome, text| {
        let at = format!("{} {} {kind} {outcome:?}", under.law.id, rule.right);
        let text = match text {
            Ok(text) => text,
            Err(LetterError::Forbidden { because, cite }) => {
                assert!(
                    because.ends_with('.') && cite.len() > 3,
                    "{at}: {because} ({cite})"
                );
                return;
            }
            Err(other) => panic!("{at}: {other}"),
        };
        written += 1;
        let text = filled(text);
        assert!(blanks(&text).is_empty(), "{at}");
        let claims = [(rule.right, outcome)];
        for state in check(under, kind, &claims, &text).unwrap() {
            assert!(state.present, "{at}: {state:?}\n{text:#?}");
            assert!(!state.item.cite.trim().is_empty(), "{at}: {state:?}");
        }
        let all = whole(&text);
        for mark in ["{{", "{%", "}}", "[[", "]]", "\u{1e}", "undefined", "none."] {
            assert!(!all.contains(mark), "{at}: {mark} in {all}");
        }
        for hole in [
            " .", " ,", "..", ": .", "()", " :", "( ", "  ", ", ,", "the the ",
        ] {
            assert!(!all.contains(hole), "{at}: “{hole}” in {all}");
        }
    });
    assert!(written > 1_500, "{written}");
}

#[test]
fn no_letter_but_an_acknowledgement_goes_without_demands() {
    every(|under, rule, kind, outcome, text| {
        let asks = kind != LetterKind::Acknowledgement && outcome != Some(Outcome::Withdrawn);
        if text.is_ok() && asks {
            let all = required(under, kind, &[(rule.right, outcome)]).unwrap();
            assert!(!all.is_empty(), "{} {} {kind}", under.law.id, rule.right);
        }
    });
}

/// Words that the other side of the ocean writes otherwise.
pub const BRITISH: &[&str] = &[
    "organis",
    "authoris",
    "recognis",
    "anonymis",
    "minimis",
    "apologis",
    "summaris",
    "personalis",
    "behaviour",
    "favour",
    "honour",
    "colour",
    "neighbour",
    "licence",
    "jeopardis",
    "labour",
    "programme",
    "centre",
    "cheque",
    "cancelled",
    "fulfil ",
    "enquir",
    "whilst",
    "analys",
    "catalogue",
    "judgement",
    "grey",
];
const AMERICAN: &[&str] = &[
    "organiz",
    "authoriz",
    "recogniz",
    "anonymiz",
    "minimiz",
    "apologiz",
    "summariz",
    "personaliz",
    "behavior",
    "favor ",
    "honor ",
    "color",
    "neighbor",
    "canceled",
    "fulfill ",
    "license number",
    "judgment",
    "gray",
];

#[test]
fn letters_are_spelled_as_their_law_is() {
    every(|under, rule, kind, _, text| {
        let Ok(text) = text else { return };
        let american = under.law.id.starts_with("us-");
        let foreign = if american { BRITISH } else { AMERICAN };
        // Names of authorities and laws stand as they are.
        let mut all = whole(&text)
            .replace(&under.law.name, "")
            .replace("analysis", "");
        for body in &under.law.complaint_bodies {
            all = all.replace(&body.name, "");
        }
        let all = all.to_lowercase();
        for word in foreign {
            assert!(
                !all.contains(word),
                "{} {} {kind}: {word} in {all}",
                under.law.id,
                rule.right
            );
        }
        let closing = text.closing.as_str();
        assert_eq!(closing == "Sincerely,", american, "{}", under.law.id);
    });
}

#[test]
fn a_refusal_tells_how_to_appeal_and_a_denied_appeal_names_the_authority() {
    let mut seen = 0;
    for law in laws().filter(|law| law.right(Right::Appeal, received(&law.id)).is_ok()) {
        let under = under(&law.id);
        let body = &named(law, Right::Appeal)[0];
        for rule in rights(law) {
            let text = match draft(
                &under,
                LetterKind::Refusal,
                &real(law, rule, Some(Outcome::Refused)),
            ) {
                Ok(text) => whole(&text),
                Err(LetterError::Forbidden { .. }) => continue,
                Err(other) => panic!("{other}"),
            };
            let at = format!("{} {}", law.id, rule.right);
            if rule.right == Right::Appeal {
                assert!(text.contains("your appeal is denied"), "{at}: {text}");
                assert!(
                    text.contains(&body.website) && text.contains(&body.address[0]),
                    "{at}: {text}"
                );
                seen += 1;
            } else {
                assert!(
                    text.contains("You can appeal this decision to us"),
                    "{at}: {text}"
                );
                assert!(
                    text.contains("complaints@lindensee.example"),
                    "{at}: {text}"
                );
                assert!(!text.contains(&body.address[0]), "{at}: {text}");
            }
        }
    }
    assert_eq!(seen, 18, "the states with an appeal");
}

#[test]
fn a_demand_counts_from_its_day() {
    let ids = |law: &str, day: &str, kind, right| -> Vec<String> {
        let day: NaiveDate = day.parse().unwrap();
        required(&on(law, day), kind, &[(right, None)])
            .unwrap()
            .into_iter()
            .map(|item| item.id)
            .collect()
    };
    let access = |law, day| ids(law, day, LetterKind::AnswerInFull, Right::Access);
    let withheld = "access.withheld".to_owned();
    assert!(!access("us-ct-ctdpa", "2026-06-30").contains(&withheld));
    assert!(access("us-ct-ctdpa", "2026-07-01").contains(&withheld));
    assert!(!access("us-mt-mcdpa", "2025-09-30").contains(&withheld));
    assert!(access("us-mt-mcdpa", "2025-10-01").contains(&withheld));
    let refusal = |day| ids("uk-gdpr", day, LetterKind::Refusal, Right::Access);
    let to_us = "complaint-controller".to_owned();
    assert!(!refusal("2026-06-18").contains(&to_us));
    assert!(refusal("2026-06-19").contains(&to_us));
    for day in ["2026-02-04", "2026-02-05"] {
        let extension = ids("uk-gdpr", day, LetterKind::Extension, Right::Access);
        assert_eq!(extension, ["extension", "reasons", "new-date"], "{day}");
    }
}

#[test]
fn what_the_pack_forbids_no_letter_does() {
    for law in laws() {
        let under = under(&law.id);
        for rule in rights(law) {
            let no = |kind| forbidden(&under, kind, &[rule.right]).unwrap().is_some();
            let at = format!("{} {}", law.id, rule.right);
            let clock = law.clock(rule, under.received_on).unwrap();
            assert!(
                clock.extension.is_some() || no(LetterKind::Extension),
                "{at}"
            );
            let decided = rule.right.is_decided_with_reasons();
            assert!(
                decided || rule.no_grounds.is_none() || no(LetterKind::Refusal),
                "{at}"
            );
            assert!(
                rule.right.means_stop() || no(LetterKind::OptOutConfirmation),
                "{at}"
            );
            assert!(
                !rule.right.means_stop() || !no(LetterKind::OptOutConfirmation),
                "{at}"
            );
            let asks =
                crate::law::may_ask_identity(law, rule.right, under.capacity, under.received_on);
            assert!(
                asks.unwrap().is_allowed() || no(LetterKind::ProofOfIdentity),
                "{at}"
            );
            for kind in [LetterKind::Acknowledgement, LetterKind::AnswerInFull] {
                assert!(!no(kind), "{at} {kind}");
            }
        }
    }
}

/// A line for each law, letter and item, with the rights it is wanted for; and one for each letter forbidden.
fn table(law: &'static Law) -> String {
    let under = under(&law.id);
    let mut out = String::new();
    for kind in LetterKind::ALL.iter().copied() {
        let mut lines: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for rule in rights(law) {
            if let Some(LetterError::Forbidden { because, cite }) =
                forbidden(&under, kind, &[rule.right]).unwrap()
            {
                let line = format!("forbidden | {because} | {cite}");
                lines.entry(line).or_default().push(rule.right.id());
                continue;
            }
            for outcome in outcomes(kind)
                .iter()
                .filter(|o| **o != Some(Outcome::Withdrawn))
                .filter(|o| o.is_some() || outcomes(kind).len() == 1)
            {
                for item in required(&under, kind, &[(rule.right, *outcome)]).unwrap() {
                    let bare = item.id.rsplit('.').next().unwrap_or(&item.id);
                    let doubt = item
                        .confidence
                        .caution()
                        .map(|_| " | doubt")
                        .unwrap_or_default();
                    let when = match outcome {
                        None => String::new(),
                        Some(outcome) => format!(" ({outcome})"),
                    };
                    let line = format!("{bare}{when} | {} | {}{doubt}", item.what, item.cite);
                    let rights = lines.entry(line).or_default();
                    if rights.last() != Some(&rule.right.id()) {
                        rights.push(rule.right.id());
                    }
                }
            }
        }
        for (line, rights) in lines {
            writeln!(out, "{kind} | {line} | {}", rights.join(", ")).unwrap();
        }
    }
    out
}

#[test]
fn what_each_law_demands_is_as_it_was() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/letter/tests/golden");
    let mut changed = Vec::new();
    for law in laws() {
        let path = folder.join(format!("{}.txt", law.id));
        let fresh = table(law);
        if std::env::var_os("RIGHTSDESK_WRITE_GOLDEN").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &fresh).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let new: Vec<&str> = fresh
            .lines()
            .filter(|line| !kept.lines().any(|old| old == *line))
            .take(12)
            .collect();
        if kept != fresh {
            changed.push(format!("{}:\n{}", law.id, new.join("\n")));
        }
    }
    assert!(
        changed.is_empty(),
        "\n{}\nRIGHTSDESK_WRITE_GOLDEN=1 writes the tables anew.",
        changed.join("\n")
    );
}

/// Writes a dozen letters as PDF into the folder named by `RIGHTSDESK_SHOW_LETTERS`, to be looked at.
#[test]
fn a_dozen_letters_can_be_printed() {
    let show = std::env::var_os("RIGHTSDESK_SHOW_LETTERS").map(PathBuf::from);
    use LetterKind::{
        Acknowledgement, AnswerInFull, AnswerInPart, Extension, ProofOfIdentity, Refusal,
    };
    for (law, right, kind, outcome) in [
        (
            "us-va-cdpa",
            Right::Erasure,
            Refusal,
            Some(Outcome::Refused),
        ),
        ("us-va-cdpa", Right::Appeal, Refusal, Some(Outcome::Refused)),
        ("us-tx-tdpsa", Right::Access, Extension, None),
        ("us-ct-ctdpa", Right::Access, ProofOfIdentity, None),
        (
            "us-ct-ctdpa",
            Right::Access,
            AnswerInFull,
            Some(Outcome::Granted),
        ),
        ("us-hipaa", Right::Access, Refusal, Some(Outcome::Refused)),
        (
            "us-hipaa",
            Right::Rectification,
            AnswerInPart,
            Some(Outcome::GrantedInPart),
        ),
        (
            "us-coppa",
            Right::ChildAccess,
            AnswerInFull,
            Some(Outcome::Granted),
        ),
        (
            "us-ca-shine-the-light",
            Right::DisclosureList,
            AnswerInFull,
            Some(Outcome::Granted),
        ),
        ("uk-dpa", Right::Complaint, Acknowledgement, None),
        (
            "ca-qc-law25",
            Right::Access,
            Refusal,
            Some(Outcome::Refused),
        ),
        (
            "ch-fadp",
            Right::Access,
            AnswerInFull,
            Some(Outcome::Granted),
        ),
        (
            "au-app",
            Right::Rectification,
            Refusal,
            Some(Outcome::Refused),
        ),
    ] {
        let under = under(law);
        let rule = under.law.right(right, under.received_on).unwrap();
        let text = draft(&under, kind, &real(under.law, rule, outcome)).unwrap();
        let done = render(&sheet(filled(text))).unwrap();
        assert!((1..=3).contains(&done.pages.len()), "{law} {right} {kind}");
        if let Some(folder) = &show {
            std::fs::write(folder.join(format!("{law}-{right}-{kind}.pdf")), &done.pdf).unwrap();
        }
    }
}
