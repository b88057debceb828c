//! What each law asks of each letter, written down in `law_facts.txt` from the texts of the laws and not from the
//! lists of items.
//!
//! The list of the law must demand each of them, the draft must carry it, and the letter is not whole without it.

use chrono::NaiveDate;

use super::contents::filled;
use super::every_law::{BRITISH, laws, real_on, whole};
use crate::law::Library;
use crate::letter::{Under, check, draft, required, tongue};
use crate::words::{Capacity, LetterKind as K, LetterLanguage, Outcome, Right as R};

const REFUSED: Option<Outcome> = Some(Outcome::Refused);
const TODAY: &str = "2026-11-22";
const NEXT_YEAR: &str = "2027-01-04";

struct Fact {
    at: &'static str,
    law: &'static str,
    kind: K,
    right: R,
    outcome: Option<Outcome>,
    /// Empty where it was decided on none.
    ground: &'static str,
    day: &'static str,
    /// Each item with a piece of its article.
    items: Vec<(&'static str, &'static str)>,
}

fn facts() -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    for line in include_str!("law_facts.txt").lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(item) = line.strip_prefix("  ") {
            let item = item.split_once(": ").unwrap_or_else(|| panic!("{line}"));
            all.last_mut()
                .expect("a letter before its items")
                .items
                .push(item);
            continue;
        }
        let parts: Vec<&str> = line.split(" | ").collect();
        let [law, kind, right, outcome, ground, day] = parts[..] else {
            panic!("{line}");
        };
        all.push(Fact {
            at: line,
            law,
            kind: K::from_id(kind).unwrap_or_else(|| panic!("{line}")),
            right: R::from_id(right).unwrap_or_else(|| panic!("{line}")),
            outcome: (outcome != "-")
                .then(|| Outcome::from_id(outcome).unwrap_or_else(|| panic!("{line}"))),
            ground: ground.trim_start_matches('-'),
            day,
            items: Vec::new(),
        });
    }
    all
}

fn under(law: &str, right: R, ground: &'static str, day: &str) -> Under<'static> {
    Under {
        law: Library::bundled().unwrap().law(law).unwrap(),
        received_on: day.parse::<NaiveDate>().unwrap(),
        capacity: Capacity::Own,
        grounds: if ground.is_empty() {
            Vec::new()
        } else {
            vec![(right, ground)]
        },
    }
}

/// With `RIGHTSDESK_SHOW_LETTERS` each letter is written as text into the folder it names, to be read.
#[test]
fn each_law_gets_what_it_asks_for() {
    let show = std::env::var_os("RIGHTSDESK_SHOW_LETTERS").map(std::path::PathBuf::from);
    let all = facts();
    assert!(all.len() > 80, "{}", all.len());
    for fact in all {
        let Fact {
            at,
            kind,
            right,
            outcome,
            ground,
            ..
        } = fact;
        let under = under(fact.law, right, ground, fact.day);
        let rule = under.law.right(right, under.received_on).unwrap();
        let known = ground.is_empty() || rule.grounds.iter().any(|one| one == ground);
        assert!(known, "{at}: the right knows no such ground");
        assert!(!fact.items.is_empty(), "{at}");
        let claims = [(right, outcome)];
        let demanded = required(&under, kind, &claims).unwrap();
        for (id, article) in &fact.items {
            let ids: Vec<&str> = demanded.iter().map(|one| one.id.as_str()).collect();
            let found = demanded.iter().find(|one| one.id == *id);
            let item = found.unwrap_or_else(|| panic!("{at}: {id} is not among {ids:?}"));
            assert!(
                item.cite.contains(article),
                "{at}: {id} cites {}, not {article}",
                item.cite
            );
        }
        let fields = real_on(under.law, rule, outcome, ground);
        let text = draft(&under, kind, &fields).unwrap_or_else(|e| panic!("{at}: {e}"));
        if let Some(folder) = &show {
            let name = at.replace(" | ", " ").replace('-', " ");
            std::fs::write(folder.join(format!("{name}.txt")), whole(&text)).unwrap();
        }
        let text = filled(text);
        for state in check(&under, kind, &claims, &text).unwrap() {
            assert!(state.present, "{at}: {state:?}\n{text:#?}");
            let mut without = text.clone();
            without
                .blocks
                .retain(|block| !block.items.contains(&state.item.id));
            let again = check(&under, kind, &claims, &without).unwrap();
            let missed = again
                .iter()
                .any(|one| one.item.id == state.item.id && !one.present);
            assert!(missed, "{at}: {}", state.item.id);
        }
    }
}

#[test]
fn what_hangs_on_a_ground_is_not_asked_on_another() {
    let ids = |law, kind, right, ground, day| -> Vec<String> {
        required(&under(law, right, ground, day), kind, &[(right, REFUSED)])
            .unwrap()
            .into_iter()
            .map(|item| item.id)
            .collect()
    };
    for (law, right, with, without, day, item) in [
        (
            "us-ca-ccpa",
            R::Access,
            "not-verified",
            "privilege",
            TODAY,
            "access.categories",
        ),
        (
            "us-ca-ccpa",
            R::AdmtOptOut,
            "admt-human-appeal",
            "admt-opt-out-fraud",
            NEXT_YEAR,
            "admt-opt-out.human",
        ),
        (
            "us-ca-shine-the-light",
            R::DisclosureList,
            "opt-out-alternative",
            "once-a-year",
            TODAY,
            "disclosure-list.prevent",
        ),
    ] {
        assert!(
            ids(law, K::Refusal, right, with, day).contains(&item.to_owned()),
            "{law} {with}"
        );
        assert!(
            !ids(law, K::Refusal, right, without, day).contains(&item.to_owned()),
            "{law} {without}"
        );
        assert!(
            !ids(law, K::Refusal, right, "", day).contains(&item.to_owned()),
            "{law}"
        );
    }
}

#[test]
fn automated_decisions_are_asked_about_from_their_day() {
    for day in ["2026-12-31", "2027-01-01"] {
        let under = under("us-ca-ccpa", R::AdmtAccess, "", day);
        let all = required(
            &under,
            K::AnswerInFull,
            &[(R::AdmtAccess, Some(Outcome::Granted))],
        )
        .unwrap();
        assert_eq!(all.is_empty(), day == "2026-12-31", "{day}");
    }
}

#[test]
fn a_ground_speaks_to_the_person_and_not_to_the_officer() {
    let words = tongue(LetterLanguage::En).unwrap();
    for law in laws() {
        for ground in &law.grounds {
            let said = words.ground(law, ground).text;
            for aside in ["the letter", "It is for", "The letter"] {
                assert!(!said.contains(aside), "{} {}: {said}", law.id, ground.id);
            }
            let american = law.id.starts_with("us-");
            for word in BRITISH.iter().filter(|_| american) {
                assert!(
                    !said.to_lowercase().contains(word),
                    "{} {}: {word} in {said}",
                    law.id,
                    ground.id
                );
            }
        }
    }
}

#[test]
fn proof_of_identity_is_neither_denied_where_it_is_wanted_nor_held_against_a_complaint() {
    let said = |law: &str, kind, right, day: &str, capacity| {
        let law = Library::bundled().unwrap().law(law).unwrap();
        let under = Under {
            law,
            received_on: day.parse::<NaiveDate>().unwrap(),
            capacity,
            grounds: Vec::new(),
        };
        let rule = law.rights.iter().find(|rule| rule.right == right).unwrap();
        whole(&draft(&under, kind, &real_on(law, rule, None, "")).unwrap())
    };
    let california = |right, day| {
        said("us-ca-ccpa", K::Acknowledgement, right, day, Capacity::Own)
            .contains("You do not need to prove who you are")
    };
    // 11 CCR 7062(c), 7222(e): access to automated decisions is verified, and a request that comes before the duty begins is too.
    assert!(!california(R::AdmtAccess, TODAY));
    assert!(!california(R::AdmtAccess, NEXT_YEAR));
    assert!(!california(R::Access, TODAY));
    // 7060(b), 7221(f): opting out is not.
    assert!(california(R::OptOutSaleSharing, TODAY));
    assert!(california(R::AdmtOptOut, NEXT_YEAR));
    // DPA 2018 s. 164A(4): a complaint is looked into.
    for kind in [K::ProofOfIdentity, K::AgentAuthority] {
        let text = said(
            "uk-dpa",
            kind,
            R::Complaint,
            TODAY,
            Capacity::AuthorisedAgent,
        );
        assert!(
            text.contains("look into") && !text.contains("refuse"),
            "{text}"
        );
        let text = said(
            "own-policy",
            kind,
            R::Access,
            TODAY,
            Capacity::AuthorisedAgent,
        );
        assert!(text.contains("refuse"), "{text}");
    }
}
