//! The lists against the law, and the ages at their borders. What files do is told as stories through the commands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::data::rules;
use super::file::{Body, born, of_age};
use super::link::same_child;
use super::say::held;
use crate::api::wire::NoticeNeeds;
use crate::law::Library;
use crate::letter::{Under, required};
use crate::words::{Capacity, LetterKind, Right};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_methods_are_the_nine_of_the_rule_in_its_order() {
    let rules = rules().unwrap();
    let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let coppa: Vec<_> = rules
        .methods
        .iter()
        .filter(|one| one.only_outside.is_none())
        .collect();
    assert_eq!(coppa.len(), numerals.len());
    for (method, numeral) in coppa.iter().zip(numerals) {
        let (cite, barred) = (&method.cite, method.only_without_disclosure);
        assert_eq!(*cite, format!("16 CFR 312.5(b)(2)({numeral})"));
        // Only (viii) and (ix) are barred where data is disclosed, and only they need the further message.
        assert_eq!(barred, ["viii", "ix"].contains(&numeral), "{cite}");
        assert_eq!(method.confirmed, barred, "{cite}");
        // Only an identification and an image must be deleted promptly.
        assert_eq!(
            !method.delete.is_empty(),
            ["v", "vii"].contains(&numeral),
            "{cite}"
        );
        assert!(
            method.needs.ends_with('.') && method.record.ends_with('.'),
            "{cite}"
        );
    }
}

#[test]
fn the_exceptions_are_the_nine_of_the_rule_with_their_notices() {
    let rules = rules().unwrap();
    let notices = [
        "consent",
        "voluntary",
        "",
        "multiple-contacts",
        "safety",
        "",
        "",
        "",
        "",
    ];
    assert_eq!(rules.exceptions.len(), notices.len());
    for (at, (one, notice)) in rules.exceptions.iter().zip(notices).enumerate() {
        assert!(
            one.cite
                .starts_with(&format!("16 CFR 312.5(c)({})", at + 1)),
            "{}",
            one.cite
        );
        assert_eq!(one.notice, notice, "{}", one.cite);
        assert_eq!(one.by_itself, at != 0, "{}", one.cite);
        assert_eq!(!one.erase.is_empty(), at == 2 || at == 8, "{}", one.cite);
        assert!(!one.data.is_empty());
    }
}

#[test]
fn the_notices_hold_what_the_rule_counts() {
    let rules = rules().unwrap();
    for (id, items, part) in [
        ("consent", 7, "(c)(1)"),
        ("voluntary", 4, "(c)(2)"),
        ("multiple-contacts", 6, "(c)(3)"),
        ("safety", 5, "(c)(4)"),
    ] {
        let notice = rules.notice(id).unwrap();
        assert_eq!(notice.items.len(), items, "{id}");
        for item in &notice.items {
            assert!(item.cite.contains(part), "{id}: {}", item.cite);
        }
    }
    let when = |needs| -> Vec<&str> {
        let items = rules.notice("consent").unwrap().items.iter();
        items
            .filter(|i| i.needs == needs)
            .map(|i| i.id.as_str())
            .collect()
    };
    assert_eq!(when(NoticeNeeds::Contact), ["contact", "erased-without"]);
    assert_eq!(when(NoticeNeeds::Disclosure), ["third-parties"]);
}

#[test]
fn the_letter_holds_what_the_register_wants_of_a_notice() {
    let library = Library::bundled().unwrap();
    for (law, notices) in [
        ("us-coppa", &["consent"][..]),
        ("own-policy", &["consent", "europe"]),
    ] {
        let under = Under {
            law: library.law(law).unwrap(),
            received_on: day("2026-11-02"),
            capacity: Capacity::ParentOrGuardian,
            grounds: Vec::new(),
        };
        let held: Vec<String> = required(
            &under,
            LetterKind::DirectNotice,
            &[(Right::ChildConsent, None)],
        )
        .unwrap()
        .into_iter()
        .map(|item| item.id)
        .collect();
        for notice in notices {
            for item in &rules().unwrap().notice(notice).unwrap().items {
                assert!(
                    held.contains(&item.id),
                    "{law} {notice}: {} is not in the letter",
                    item.id
                );
            }
        }
        assert!(held.contains(&"form".to_owned()), "{law}");
    }
}

#[test]
fn below_which_age_a_parent_is_asked() {
    for (place, coppa, on, age) in [
        ("us", true, "2026-01-01", 13),
        ("us-tx", true, "2026-01-01", 13),
        // Selling in California has an age of its own; consent has not.
        ("us-ca", true, "2026-01-01", 13),
        ("de", false, "2026-01-01", 16),
        ("de", true, "2026-01-01", 16),
        ("de-be", false, "2026-01-01", 16),
        ("be", false, "2026-01-01", 13),
        ("be", true, "2026-01-01", 13),
        ("at", false, "2026-01-01", 14),
        ("fr", false, "2026-01-01", 15),
        ("dk", false, "2024-01-01", 15),
        ("gb", false, "2026-01-01", 13),
        ("uk", false, "2026-01-01", 13),
        ("el", false, "2026-01-01", 15),
        ("ca-qc", true, "2026-01-01", 14),
        // Nothing said: the oldest of all, so that nobody is missed.
        ("", true, "2026-01-01", 16),
        ("unknown", false, "2026-01-01", 16),
        // A place without a rule of its own: the house takes the American age.
        ("au", false, "2026-01-01", 13),
    ] {
        let found = rules().unwrap().age_at(place, coppa, day(on)).unwrap();
        assert_eq!(found.age, age, "{place} {coppa} {on}: {}", found.cite);
    }
    let sale = |place| {
        rules()
            .unwrap()
            .sale_age(place, day("2026-01-01"))
            .map(|a| a.age)
    };
    assert_eq!(
        (sale("us-ca"), sale("us-tx"), sale("de")),
        (Some(16), None, None)
    );
}

#[test]
fn an_age_is_reached_in_an_interval() {
    let body = |born: &str, age| Body {
        opened_on: "2026-04-06".into(),
        born: born.into(),
        age,
        ..Body::default()
    };
    for (born, age, from, surely) in [
        ("2014", None, "2027-01-01", "2027-12-31"),
        ("2014-07", None, "2027-07-01", "2027-07-31"),
        ("2014-12", None, "2027-12-01", "2027-12-31"),
        // Born on the 29th of February: surely only on the day after.
        ("2016-02", None, "2029-02-01", "2029-03-01"),
        ("2015-02", None, "2028-02-01", "2028-02-28"),
        // Twelve today: thirteen tomorrow at the earliest, in a year at the latest.
        ("", Some(12), "2026-04-07", "2027-04-06"),
        ("", Some(9), "2029-04-07", "2030-04-06"),
        ("", Some(13), "2026-04-06", "2026-04-06"),
        // The year tells more than the age, so it counts.
        ("2014", Some(9), "2027-01-01", "2027-12-31"),
    ] {
        let found = of_age(&body(born, age), 13).unwrap();
        assert_eq!(found, (day(from), day(surely)), "{born} {age:?}");
    }
    assert_eq!(of_age(&body("", None), 13), None);
    for no in [
        "2014-07-12",
        "14",
        "2014-13",
        "2014-00",
        "2014-7",
        "+014",
        "July 2014",
        "",
    ] {
        assert_eq!(born(no), None, "{no}");
    }
}

#[test]
fn the_same_child_by_its_name() {
    for (one, other, same) in [
        ("Mina", "Mina Adeyemi", true),
        ("Mina Adeyemi", "mina", true),
        ("Łucja", "Lucja Nowak", true),
        ("Mina", "Minal Adeyemi", false),
        ("Mina", "Tobi Adeyemi", false),
        ("Mina Okafor", "Mina Adeyemi", false),
        ("", "Mina", false),
        ("...", "Mina", false),
    ] {
        assert_eq!(same_child(one, other), same, "{one} / {other}");
    }
}

#[test]
fn what_a_notice_holds_reads_as_a_sentence() {
    let begins = [
        "It gives a ",
        "It gives the ",
        "It says that ",
        "It says what ",
        "It says who ",
        "It says which ",
        "It says how ",
        "It says to which ",
    ];
    for notice in &rules().unwrap().notices {
        for item in &notice.items {
            let sentence = held(&item.what);
            assert!(
                begins.iter().any(|begin| sentence.starts_with(begin)),
                "{sentence}"
            );
        }
    }
    assert_eq!(
        held("a hyperlink to the online notice"),
        "It gives a hyperlink to the online notice."
    );
}
