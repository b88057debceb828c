//! Which law applies, and why; which are proposed, and which not.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::reach_cases::CASES;
use crate::law::{
    Answer, Asked, Confidence, Library, Missing, Organisation, judge, judge_organisation, propose,
    questions,
};
use crate::words::{Capacity, DataKind, Right};

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// What is said, as the table writes it. `BUSINESS` is a company that no law leaves out as a kind.
fn organisation(said: &str) -> Organisation {
    let said = said.replace(
        "BUSINESS",
        "for-profit=yes public-body=no bank=no hipaa-covered=no",
    );
    let mut org = Organisation::default();
    for word in said.split_whitespace() {
        let (name, value) = word.split_once('=').unwrap();
        match (name, value) {
            ("at", _) => org.established = value.split(',').map(str::to_owned).collect(),
            ("serves", _) => org.serves = value.split(',').map(str::to_owned).collect(),
            (_, "yes" | "no") => {
                org.facts.insert(name.to_owned(), value == "yes");
            }
            _ => {
                let number = value.parse().unwrap();
                match name.strip_prefix("people:") {
                    Some(place) => org.people.insert(place.to_owned(), number),
                    None => org.figures.insert(name.to_owned(), number),
                };
            }
        }
    }
    org
}

/// What a request says.
#[derive(Debug, Clone)]
struct Told {
    residence: String,
    age: Option<u32>,
    capacity: Capacity,
    data: Vec<DataKind>,
    received_on: NaiveDate,
}

impl Told {
    fn read(said: &str) -> Self {
        let mut told = Told {
            residence: String::new(),
            age: None,
            capacity: Capacity::Own,
            data: Vec::new(),
            received_on: on("2026-11-22"),
        };
        for word in said.split_whitespace() {
            let (name, value) = word.split_once('=').unwrap();
            match name {
                "from" => told.residence = value.to_owned(),
                "age" => told.age = Some(value.parse().unwrap()),
                "as" => told.capacity = Capacity::from_id(value).unwrap(),
                "on" => told.received_on = on(value),
                "data" => {
                    let kinds = value.split(',');
                    told.data = kinds.map(|id| DataKind::from_id(id).unwrap()).collect();
                }
                _ => panic!("{word}"),
            }
        }
        told
    }

    fn asked(&self) -> Asked<'_> {
        Asked {
            residence: &self.residence,
            age: self.age,
            capacity: self.capacity,
            data: &self.data,
            received_on: self.received_on,
        }
    }
}

#[test]
fn every_law_says_whether_it_applies_and_why() {
    let library = Library::bundled().unwrap();
    for (law, right, org, request, answer, piece) in CASES {
        let told = Told::read(request);
        let verdict = judge(
            library.law(law).unwrap(),
            library.reach_book(),
            &organisation(org),
            &told.asked(),
            Right::from_id(right).unwrap(),
        );
        let wanted = match *answer {
            "yes" => Answer::Applies,
            "no" => Answer::DoesNot,
            _ => Answer::Open,
        };
        let case = format!("{law} [{org}] [{request}]: {verdict:?}");
        assert_eq!(verdict.answer, wanted, "{case}");
        assert!(verdict.reason.contains(piece), "lacks “{piece}”: {case}");
        assert!(verdict.reason.ends_with('.'), "{case}");
        assert_eq!(verdict.missing.is_empty(), wanted != Answer::Open, "{case}");
        assert!(!verdict.reason.contains(".."), "{case}");
    }
    for law in library.laws() {
        let answers: BTreeSet<&str> = CASES
            .iter()
            .filter(|case| case.0 == law.id)
            .map(|case| case.4)
            .collect();
        // What covers nobody by itself has one answer.
        let wanted = if law.always { 1 } else { 3 };
        assert_eq!(
            answers.len(),
            wanted,
            "{} lacks a case: {answers:?}",
            law.id
        );
    }
}

#[test]
fn a_reason_that_was_not_compared_with_the_text_says_so() {
    let library = Library::bundled().unwrap();
    let verdict = |law: &str, org: &str, request: &str| {
        let told = Told::read(request);
        judge(
            library.law(law).unwrap(),
            library.reach_book(),
            &organisation(org),
            &told.asked(),
            Right::Access,
        )
    };
    assert_eq!(verdict("eu-gdpr", "at=de", "from=br").caution, None);
    assert_eq!(
        verdict("us-va-cdpa", "BUSINESS people:us-va=100000", "from=us-va").caution,
        Confidence::Knowledge.caution()
    );
}

fn proposed(laws: &[&str], org: &str, request: &str, right: Right) -> Vec<String> {
    let library = Library::bundled().unwrap();
    let laws: Vec<String> = laws.iter().map(|id| (*id).to_owned()).collect();
    let told = Told::read(request);
    let found = propose(library, &laws, &organisation(org), &told.asked(), &[right]);
    for one in &found {
        assert!(one.verdict.reason.ends_with('.'), "{one:?}");
    }
    found
        .into_iter()
        .filter(|one| one.proposed)
        .map(|one| one.law_id)
        .collect()
}

#[test]
fn laws_are_proposed_by_where_the_person_lives() {
    let all = ["eu-gdpr", "uk-gdpr", "us-ca-ccpa", "us-can-spam"];
    let laws = |from: &str, right| proposed(&all, "", &format!("from={from}"), right);
    assert_eq!(laws("DE", Right::Access), ["eu-gdpr"]);
    assert_eq!(laws("no", Right::Unsubscribe), ["eu-gdpr"]);
    assert_eq!(laws("GB", Right::Unsubscribe), ["uk-gdpr"]);
    assert_eq!(laws("us-ca", Right::Access), ["us-ca-ccpa"]);
    assert_eq!(laws("us-ca", Right::Unsubscribe), ["us-can-spam"]);
    assert_eq!(laws("us-tx", Right::Unsubscribe), ["us-can-spam"]);
    assert_eq!(laws("us", Right::Erasure), ["us-ca-ccpa"]);
    assert_eq!(laws("", Right::Access), ["eu-gdpr"]);
    assert_eq!(laws("unknown", Right::LimitSensitive), ["us-ca-ccpa"]);
    let early = proposed(&all, "", "from=us-ca on=2026-12-31", Right::AdmtOptOut);
    assert!(early.is_empty(), "{early:?}");
}

#[test]
fn a_place_of_establishment_brings_its_law_and_an_unsaid_one_only_where_nothing_else_is() {
    let both = ["eu-gdpr", "us-ca-ccpa"];
    let laws = |org: &str, from: &str| proposed(&both, org, from, Right::Access);
    // Several apply to one claim.
    assert_eq!(laws("at=de", "from=us-ca"), both);
    assert_eq!(laws("at=us", "from=us-ca"), ["us-ca-ccpa"]);
    assert_eq!(laws("", "from=us-ca"), ["us-ca-ccpa"]);
    assert_eq!(laws("", "from=br"), ["eu-gdpr"]);
    assert!(laws("at=us", "from=br").is_empty());
    // Known to apply, whoever asks; the strictest of the others is it already.
    assert_eq!(laws("at=de", ""), ["eu-gdpr"]);
}

#[test]
fn our_policy_is_never_proposed_by_a_law_and_takes_nothing_from_one() {
    let with = ["eu-gdpr", "us-can-spam", "own-policy"];
    for (from, right) in [
        ("de", Right::Access),
        ("", Right::Access),
        ("br", Right::Unsubscribe),
        ("us-ca", Right::Unsubscribe),
        ("", Right::Question),
    ] {
        let request = format!("from={from}");
        assert_eq!(
            proposed(&with, "", &request, right),
            proposed(&with[..2], "", &request, right),
            "{from} {right}"
        );
    }
    let library = Library::bundled().unwrap();
    let always: Vec<&str> = library.always().map(|law| law.id.as_str()).collect();
    assert_eq!(always, ["own-policy"]);
    let told = judge_organisation(
        library.law("own-policy").unwrap(),
        library.reach_book(),
        &organisation("at=de"),
        on("2026-11-22"),
    );
    assert_eq!(told.answer, Answer::DoesNot);
}

#[test]
fn a_record_of_a_hospital_in_texas_is_under_the_federal_law_and_that_of_the_state() {
    let ticked = ["us-hipaa", "us-tx-hb300", "us-tx-tdpsa"];
    let org = "at=us-tx hipaa-covered=yes texas-health=yes small-business=no for-profit=yes";
    assert_eq!(
        proposed(&ticked, org, "from=us-tx data=health-record", Right::Access),
        ["us-hipaa", "us-tx-hb300"]
    );
}

#[test]
fn the_organisation_is_told_which_laws_apply_to_it() {
    let library = Library::bundled().unwrap();
    let answer = |law: &str, said: &str, today: &str| {
        judge_organisation(
            library.law(law).unwrap(),
            library.reach_book(),
            &organisation(said),
            on(today),
        )
    };
    let now = "2026-11-22";
    assert_eq!(answer("eu-gdpr", "at=de", now).answer, Answer::Applies);
    assert_eq!(
        answer("eu-gdpr", "at=us serves=fr", now).answer,
        Answer::Applies
    );
    assert_eq!(
        answer("eu-gdpr", "at=us serves=us", now).answer,
        Answer::DoesNot
    );
    let open = answer("eu-gdpr", "at=us", now);
    assert_eq!(open.missing, [Missing::Serves]);
    assert_eq!(
        answer("us-va-cdpa", "BUSINESS serves=us people:us-va=100000", now).missing,
        [Missing::Serves],
        "the United States are not yet Virginia"
    );
    assert_eq!(
        answer(
            "us-va-cdpa",
            "BUSINESS serves=us-va people:us-va=100000",
            now
        )
        .answer,
        Answer::Applies
    );
    let later = answer("in-dpdp", "at=in", now);
    assert_eq!(later.answer, Answer::DoesNot);
    assert!(later.reason.starts_with("Not in force before"), "{later:?}");
    assert_eq!(
        answer("in-dpdp", "at=in", "2027-05-13").answer,
        Answer::Applies
    );
}

#[test]
fn every_question_is_asked_by_a_law_and_every_state_is_counted_by_one() {
    let library = Library::bundled().unwrap();
    let book = library.reach_book();
    let asked: BTreeSet<Missing> = library
        .laws()
        .flat_map(|law| questions(law, on("2026-11-22")))
        .collect();
    for question in book.facts.iter().chain(&book.figures) {
        assert!(
            asked.contains(&Missing::Question(question.id.clone())),
            "no law asks {}",
            question.id
        );
    }
    for state in book.states.keys() {
        assert!(asked.contains(&Missing::People(state.clone())), "{state}");
    }
}

#[test]
fn a_pack_whose_reach_lacks_something_does_not_load() {
    let library = Library::bundled().unwrap();
    let pack = include_str!("../../../data/law/us-ca-shine-the-light.toml");
    for (from, to, why) in [
        ("fewer_than = 20", "is = true", "one answer, or one bound"),
        (
            "figure = \"employees\"",
            "figure = \"hands\"",
            "does not know",
        ),
        (
            "residences = [\"us-ca\"]",
            "residences = []",
            "place without",
        ),
        (
            "except = [\"employment\", \"business-contact\"]",
            "",
            "“only” or “except”",
        ),
        (
            "that = \"has fewer than 20 employees\"",
            "that = \"\"",
            "without a sentence",
        ),
    ] {
        assert!(pack.contains(from), "{from}");
        let error = library
            .check_pack("pack.toml", &pack.replacen(from, to, 1))
            .unwrap_err()
            .to_string();
        assert!(error.contains(why), "{error}");
    }
}

#[test]
fn what_covers_nobody_has_no_limb_that_nothing_would_ask() {
    let pack = include_str!("../../../data/law/own-policy.toml");
    let limb = "[[reach.data]]\nonly = [\"account\"]\ntext = \"x\"\ncite = \"x\"\nsince = \"1990-01-01\"\nchecked = \"2026-11-22\"\n\n[appeal]";
    let library = Library::bundled().unwrap();
    let error = |text: &str| {
        let found = library.check_pack("pack.toml", text);
        found.map_or_else(|error| error.to_string(), |_| String::new())
    };
    assert_eq!(error(pack), "");
    assert!(error(&pack.replacen("[appeal]", limb, 1)).contains("covers nobody by itself"));
    assert!(error(&pack.replacen("always = true", "", 1)).contains("names no place"));
}

fn everything() -> impl Strategy<Value = (Organisation, Told, &'static str, Right)> {
    let library = Library::bundled().unwrap();
    let book = library.reach_book();
    let pairs: Vec<(&'static str, Right)> = library
        .laws()
        .flat_map(|law| law.rights.iter().map(|rule| (law.id.as_str(), rule.right)))
        .collect();
    let facts: Vec<String> = book.facts.iter().map(|q| q.id.clone()).collect();
    let figures: Vec<String> = book.figures.iter().map(|q| q.id.clone()).collect();
    let states: Vec<String> = book.states.keys().cloned().collect();
    let places = vec![
        "de", "gb", "us", "us-ca", "us-tx", "us-va", "br", "ca-qc", "jp",
    ];
    let numbers = select(vec![
        0u64,
        15,
        20,
        51,
        5_000,
        26_000,
        120_000,
        30_000_000,
        2_000_000_000,
    ]);
    (
        select(pairs),
        proptest::collection::btree_map(select(facts), any::<bool>(), 0..12),
        proptest::collection::btree_map(select(figures), numbers.clone(), 0..5),
        proptest::collection::btree_map(select(states), numbers, 0..8),
        subsequence(places.clone(), 0..3),
        select([places, vec!["", "unknown"]].concat()),
        proptest::option::of(0u32..40),
        select(Capacity::ALL.to_vec()),
        subsequence(DataKind::ALL.to_vec(), 0..3),
    )
        .prop_map(
            |((law, right), facts, figures, people, at, from, age, capacity, data)| {
                let org = Organisation {
                    established: at.into_iter().map(str::to_owned).collect(),
                    serves: Vec::new(),
                    facts,
                    figures,
                    people,
                };
                let told = Told {
                    residence: from.to_owned(),
                    age,
                    capacity,
                    data,
                    received_on: on("2027-06-01"),
                };
                (org, told, law, right)
            },
        )
}

/// Forgets some of what the organisation said; the bits say which.
fn forgetful(org: &Organisation, bits: u64) -> Organisation {
    let mut less = org.clone();
    let mut bit = 0;
    let mut keep = || {
        bit += 1;
        bits >> (bit % 64) & 1 == 1
    };
    less.facts.retain(|_, _| keep());
    less.figures.retain(|_, _| keep());
    less.people.retain(|_, _| keep());
    if !keep() {
        less.established.clear();
    }
    less
}

proptest! {
    /// More that is known never takes a no back, nor a yes, and never leaves either without a reason and an article.
    #[test]
    fn what_is_settled_stays_settled((org, told, law, right) in everything(), bits in any::<u64>()) {
        let library = Library::bundled().unwrap();
        let law = library.law(law).unwrap();
        let book = library.reach_book();
        let less = judge(law, book, &forgetful(&org, bits), &told.asked(), right);
        let more = judge(law, book, &org, &told.asked(), right);
        if less.answer != Answer::Open {
            prop_assert_eq!(less.answer, more.answer, "{:?} then {:?}", less, more);
        }
        for verdict in [&less, &more] {
            prop_assert!(verdict.reason.ends_with('.'), "{:?}", verdict);
            prop_assert!(verdict.answer == Answer::Open || verdict.reason.contains('('), "{:?}", verdict);
            prop_assert_eq!(verdict.missing.is_empty(), verdict.answer != Answer::Open);
        }
        // What a request says of the person can only settle it further, too.
        let silent = Told { age: None, residence: String::new(), ..told.clone() };
        let before = judge(law, book, &org, &silent.asked(), right);
        if before.answer == Answer::DoesNot {
            prop_assert_eq!(more.answer, Answer::DoesNot);
        }
    }

    /// Every ticked law that gives the right is there with its reason, proposed or not.
    #[test]
    fn no_ticked_law_passes_in_silence((org, told, law, right) in everything()) {
        let library = Library::bundled().unwrap();
        let ticked = vec![law.to_owned(), "eu-gdpr".to_owned(), "us-ca-ccpa".to_owned()];
        let found = propose(library, &ticked, &org, &told.asked(), &[right]);
        for id in ticked.iter().collect::<BTreeSet<_>>() {
            let gives = library.law(id).unwrap().right(right, told.received_on).is_ok();
            let mine: Vec<_> = found.iter().filter(|one| one.law_id == *id).collect();
            prop_assert_eq!(mine.len(), usize::from(gives));
            for one in mine {
                prop_assert!(!one.verdict.reason.is_empty());
                prop_assert!(!one.proposed || one.verdict.answer != Answer::DoesNot);
            }
        }
    }
}
