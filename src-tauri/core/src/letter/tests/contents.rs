//! What the letters say: required items, blanks, forbidden letters, strange values.

use super::samples::{
    LAWS, check, claim, draft, every_draft, fields, forbidden, required, rights, strange, under,
};
use crate::law::Library;
use crate::letter::templates::built_in;
use crate::letter::{self, LetterError, blanks};
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

/// A text whose blanks the officer has filled in.
pub fn filled(mut text: crate::letter::LetterText) -> crate::letter::LetterText {
    for block in &mut text.blocks {
        while let Some(start) = block.text.find("[[") {
            let end = block.text.find("]]").expect("a closed blank") + 2;
            block.text.replace_range(start..end, "as told");
        }
    }
    text
}

#[test]
fn every_required_item_is_there_once_the_blanks_are_filled() {
    for (law, kind, claims, text) in every_draft(fields) {
        let text = filled(text);
        for item in check(&law, kind, &claims, &text).unwrap() {
            // A letter leaves aside what the law forbids it for.
            let right = claims
                .iter()
                .find(|(r, _)| item.item.id.starts_with(&format!("{}.", r.id())));
            if right.is_some_and(|(r, _)| forbidden(&law, kind, &[*r]).unwrap().is_some()) {
                continue;
            }
            assert!(item.present, "{law} {kind} {claims:?}: {item:?}\n{text:#?}");
        }
    }
}

#[test]
fn every_required_item_is_missed_when_its_block_is_removed_or_emptied_or_blank() {
    for (law, kind, claims, text) in every_draft(fields) {
        let text = filled(text);
        for item in required(&law, kind, &claims).unwrap() {
            let carries = |b: &crate::letter::Block| b.items.contains(&item.id);
            let state = |text: &crate::letter::LetterText| {
                let all = check(&law, kind, &claims, text).unwrap();
                all.into_iter().find(|s| s.item.id == item.id).unwrap()
            };
            let mut without = text.clone();
            without.blocks.retain(|b| !carries(b));
            assert!(!state(&without).present, "{law} {kind} {}", item.id);

            let mut empty = text.clone();
            let mut blank = text.clone();
            for block in empty.blocks.iter_mut().filter(|b| carries(b)) {
                block.text = " \n# Heading only\n".into();
            }
            for block in blank.blocks.iter_mut().filter(|b| carries(b)) {
                block.text.push_str(" [[the rest]]");
            }
            assert!(!state(&empty).present, "{law} {kind} {}", item.id);
            let said = state(&blank).why_missing.unwrap();
            if text.blocks.iter().any(carries) {
                assert_eq!(said, "Still to be filled in: the rest");
            }
        }
    }
}

#[test]
fn templates_carry_no_item_that_no_law_knows() {
    let outcomes = [
        None,
        Some(Outcome::Granted),
        Some(Outcome::GrantedInPart),
        Some(Outcome::Refused),
    ];
    for (law, kind, _, text) in every_draft(fields) {
        let known: Vec<String> = rights(&law)
            .iter()
            .flat_map(|right| outcomes.map(|outcome| (*right, outcome)))
            .flat_map(|pair| required(&law, kind, &[pair]).unwrap())
            .map(|item| item.id)
            .collect();
        for id in text.blocks.iter().flat_map(|b| &b.items) {
            // House items are welcome where the law wants none; a misspelt right is not.
            let right = id.split_once('.').map(|(right, _)| right);
            assert!(
                known.contains(id) || right.is_none_or(|r| Right::from_id(r).is_some()),
                "{law} {kind}: {id}"
            );
        }
    }
}

#[test]
fn the_access_letter_of_the_gdpr_lists_article_15() {
    for law in ["eu-gdpr", "uk-gdpr"] {
        let items = required(law, LetterKind::AnswerInFull, &[(Right::Access, None)]).unwrap();
        let ids: Vec<&str> = items.iter().map(|i| i.id.as_str()).collect();
        for id in [
            "access.confirmation",
            "access.purposes",
            "access.categories",
            "access.recipients",
            "access.retention",
            "access.rights",
            "complaint",
            "access.source",
            "access.automated",
            "access.transfers",
            "access.copy",
        ] {
            assert!(ids.contains(&id), "{law} lacks {id}");
        }
        assert_eq!(ids.contains(&"complaint-controller"), law == "uk-gdpr");
    }
}

#[test]
fn refusals_name_reasons_and_remedies() {
    let refused = |law| {
        let fields = fields(vec![claim(Right::Erasure, Some(Outcome::Refused))]);
        let text = draft(law, LetterKind::Refusal, &fields).unwrap();
        assert!(blanks(&text).len() <= 1, "{law}: {:?}", blanks(&text));
        text.blocks
            .iter()
            .map(|b| b.text.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let eu = refused("eu-gdpr");
    assert!(eu.contains("ten years") && eu.contains("Article 77") && eu.contains("Article 79"));
    let uk = refused("uk-gdpr");
    assert!(uk.contains("164A") && uk.contains("the Information Commission (ICO)"));
    assert!(!uk.contains("supervisory authority"));
    assert!(refused("us-ca-ccpa").contains("gives no appeal"));
}

#[test]
fn no_identity_letter_for_an_opt_out() {
    for (law, right) in [
        ("us-ca-ccpa", Right::OptOutSaleSharing),
        ("us-ca-ccpa", Right::LimitSensitive),
        ("us-can-spam", Right::Unsubscribe),
    ] {
        let fields = fields(vec![claim(right, None)]);
        let error = draft(law, LetterKind::ProofOfIdentity, &fields).unwrap_err();
        let LetterError::Forbidden { cite, .. } = &error else {
            panic!("{error}");
        };
        assert!(
            cite.contains("CFR 316.5") || cite.contains("7060(b)"),
            "{cite}"
        );
    }
}

#[test]
fn a_mixed_request_asks_only_for_what_may_be_asked_and_says_so() {
    let claims = vec![
        claim(Right::Access, None),
        claim(Right::OptOutSaleSharing, None),
    ];
    let text = draft("us-ca-ccpa", LetterKind::ProofOfIdentity, &fields(claims)).unwrap();
    let whole: String = text.blocks.iter().map(|b| b.text.as_str()).collect();
    assert!(whole.contains("does not hold up the rest"));
    assert!(whole.contains("Opt out sale sharing"));
}

#[test]
fn different_rights_get_blocks_of_their_own() {
    let claims = vec![
        claim(Right::Rectification, Some(Outcome::Granted)),
        claim(Right::Erasure, Some(Outcome::GrantedInPart)),
        claim(Right::Objection, Some(Outcome::Refused)),
    ];
    let text = draft("eu-gdpr", LetterKind::AnswerInPart, &fields(claims)).unwrap();
    let items: Vec<&str> = text
        .blocks
        .iter()
        .flat_map(|b| &b.items)
        .map(String::as_str)
        .collect();
    for id in [
        "rectification.done",
        "erasure.done",
        "erasure.kept",
        "objection.reasons",
        "court",
    ] {
        assert!(items.contains(&id), "{id}");
    }
    assert!(!items.contains(&"objection.done"));
}

#[test]
fn nothing_a_person_wrote_can_begin_a_block_or_name_a_field() {
    for (law, kind, claims, text) in every_draft(strange) {
        let plain = draft(
            &law,
            kind,
            &fields(claims.iter().map(|(r, o)| claim(*r, *o)).collect()),
        );
        assert_eq!(
            text.blocks.iter().map(|b| &b.items).collect::<Vec<_>>(),
            plain
                .unwrap()
                .blocks
                .iter()
                .map(|b| &b.items)
                .collect::<Vec<_>>(),
            "{law} {kind}"
        );
    }
}

#[test]
fn an_empty_request_leaves_blanks_never_holes() {
    for law in LAWS {
        for kind in LetterKind::ALL.iter().copied() {
            for right in rights(law) {
                let mut claim = claim(*right, None);
                claim.reasons.clear();
                claim.kept.clear();
                let empty = crate::letter::Fields {
                    claims: vec![claim],
                    ..Default::default()
                };
                match draft(law, kind, &empty) {
                    Ok(text) => {
                        assert!(!blanks(&text).is_empty(), "{law} {kind} {right}");
                        for block in &text.blocks {
                            for hole in [" .", " ,", "by  ", ": .", "()", "of ,", " :", ". ."] {
                                assert!(
                                    !block.text.contains(hole),
                                    "{law} {kind} {right}: {block:?}"
                                );
                            }
                        }
                    }
                    Err(LetterError::Forbidden { .. }) => {}
                    Err(e) => panic!("{law} {kind} {right}: {e}"),
                }
            }
        }
    }
}

#[test]
fn a_pack_without_a_list_of_contents_is_an_error() {
    let text = include_str!("../../../data/law/us-va-cdpa.toml").replace("us-va-cdpa", "xx-law");
    let law = Library::bundled().unwrap().check_pack("xx-law.toml", &text);
    let unknown = letter::Under {
        law: &law.unwrap(),
        ..under("us-va-cdpa")
    };
    let fields = fields(vec![claim(Right::Access, None)]);
    let error = letter::draft(&unknown, LetterKind::Refusal, &fields).unwrap_err();
    assert!(matches!(error, LetterError::UnknownLaw { .. }));
}

#[test]
fn no_template_is_forgotten() {
    fn walk(folder: &std::path::Path, found: &mut Vec<String>, base: &std::path::Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found, base);
            } else {
                let name = path
                    .strip_prefix(base)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push(name);
            }
        }
    }
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/letters");
    for language in LetterLanguage::ALL {
        let base = data.join(language.id());
        let mut found = Vec::new();
        walk(&base, &mut found, &base);
        found.retain(|name| name != "words.toml");
        found.sort();
        let listed: Vec<&str> = built_in(*language).iter().map(|(name, _)| *name).collect();
        assert_eq!(found, listed, "{language}");
    }
}
