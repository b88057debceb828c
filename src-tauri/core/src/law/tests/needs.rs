//! What each law must have, written down by hand from the law: a pack that loses something fails here.

use chrono::NaiveDate;

use crate::law::{
    ClockVersion, Frequency, Law, Library, Nature, Period, RightRule, Topic, Unit,
    VerificationLevel, fee_note, frequency_note,
};
use crate::words::{Capacity, Right};

/// Law, right, its periods, its limits, and the proof that may be asked of the person, a parent, an agent.
///
/// Periods: `ack 10b | 45d +45d`; `b` is business days, `m` months, `~` in front a rule of the house;
/// `stop` the day by which it must have stopped.
const NEEDS: &[(&str, &str, &str, &str)] = &[
    (
        "uk-dpa complaint",
        "ack 30d rolled | ~3m",
        "",
        "doubt doubt doubt",
    ),
    (
        "us-ca-shine-the-light disclosure-list",
        "30d",
        "once a calendar year",
        "none none none",
    ),
    (
        "us-ca-caloppa child-erasure",
        "~30d",
        "",
        "account doubt doubt",
    ),
    (
        "us-coppa child-consent",
        "~14d",
        "",
        "parental parental parental",
    ),
    (
        "us-coppa child-access",
        "~30d",
        "",
        "parental parental parental",
    ),
    ("us-coppa child-erasure", "~30d", "", "doubt doubt doubt"),
    (
        "us-coppa child-refusal",
        "~30d | stop ~0d",
        "",
        "none none none",
    ),
    ("mail-sender-rules unsubscribe", "2d", "", "none none none"),
    ("us-can-spam unsubscribe", "10b", "", "none none none"),
    (
        "us-tx-hb300 access",
        "15b",
        "",
        "reasonable reasonable permission",
    ),
    (
        "us-tx-hb300 marketing-objection",
        "45d",
        "",
        "none none none",
    ),
    (
        "us-tx-hb300 health-authorization",
        "~15b",
        "",
        "reasonable permission permission",
    ),
    (
        "us-tx-tdpsa access",
        "45d +45d",
        "free 2 in 12 months",
        "commercial commercial commercial",
    ),
    (
        "us-tx-tdpsa portability",
        "45d +45d",
        "free 2 in 12 months",
        "commercial commercial commercial",
    ),
    (
        "us-tx-tdpsa rectification",
        "45d +45d",
        "free 2 in 12 months",
        "commercial commercial commercial",
    ),
    (
        "us-tx-tdpsa erasure",
        "45d +45d",
        "free 2 in 12 months",
        "commercial commercial commercial",
    ),
    (
        "us-tx-tdpsa opt-out-sale-sharing",
        "45d +45d | stop ~15d",
        "",
        "none none commercial",
    ),
    (
        "us-tx-tdpsa admt-opt-out",
        "45d +45d | stop ~15d",
        "",
        "none none commercial",
    ),
    ("us-tx-tdpsa appeal", "60d", "", "none none none"),
    (
        "us-hipaa access",
        "30d +30d",
        "",
        "reasonable reasonable permission",
    ),
    (
        "us-hipaa rectification",
        "60d +30d",
        "",
        "reasonable reasonable permission",
    ),
    (
        "us-hipaa disclosure-accounting",
        "60d +30d",
        "free 1 in 12 months",
        "reasonable reasonable permission",
    ),
    (
        "us-hipaa restriction",
        "~30d",
        "",
        "reasonable reasonable permission",
    ),
    (
        "us-hipaa confidential-communications",
        "~30d",
        "",
        "reasonable reasonable permission",
    ),
    (
        "us-hipaa health-authorization",
        "~30d",
        "",
        "reasonable permission permission",
    ),
    (
        "us-hipaa consent-withdrawal",
        "~30d | stop ~0d",
        "",
        "none none none",
    ),
    (
        "us-ca-ccpa access",
        "ack 10b | 45d +45d",
        "twice in 12 months",
        "high parental permission",
    ),
    ("own-policy access", "~30d", "", "doubt doubt doubt"),
    ("own-policy portability", "~30d", "", "doubt doubt doubt"),
    ("own-policy rectification", "~30d", "", "doubt doubt doubt"),
    ("own-policy erasure", "~30d", "", "doubt doubt doubt"),
    ("own-policy restriction", "~30d", "", "doubt doubt doubt"),
    ("own-policy objection", "~30d", "", "doubt doubt doubt"),
    (
        "own-policy marketing-objection",
        "~10b",
        "",
        "none none none",
    ),
    ("own-policy unsubscribe", "~10b", "", "none none none"),
    (
        "own-policy opt-out-sale-sharing",
        "~15b",
        "",
        "none none none",
    ),
    ("own-policy limit-sensitive", "~15b", "", "none none none"),
    (
        "own-policy consent-withdrawal",
        "~30d | stop ~0d",
        "",
        "none none none",
    ),
    ("own-policy disclosure-list", "~30d", "", "none none none"),
    (
        "own-policy child-consent",
        "~14d",
        "",
        "parental parental parental",
    ),
    (
        "own-policy child-access",
        "~30d",
        "",
        "parental parental parental",
    ),
    (
        "own-policy child-erasure",
        "~30d",
        "",
        "parental parental parental",
    ),
    (
        "own-policy child-refusal",
        "~30d | stop ~0d",
        "",
        "doubt doubt doubt",
    ),
    (
        "own-policy complaint",
        "ack ~5d | ~30d",
        "",
        "doubt doubt doubt",
    ),
    ("own-policy question", "~30d", "", "none none none"),
];

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Months => "m",
        Unit::Days => "d",
        Unit::BusinessDays => "b",
    }
}

fn length(period: &Period) -> String {
    let house = if period.house { "~" } else { "" };
    format!("{house}{}{}", period.count, unit(period.unit))
}

fn periods(version: &ClockVersion) -> String {
    let mut parts = Vec::new();
    if let Some(period) = &version.acknowledge {
        let rolled = if version.rolls() { " rolled" } else { "" };
        parts.push(format!("ack {}{rolled}", length(period)));
    }
    if let Some(period) = &version.respond {
        let more = version
            .extension
            .as_ref()
            .map(|e| format!(" +{}{}", e.count, unit(e.unit)));
        parts.push(length(period) + &more.unwrap_or_default());
    }
    if let Some(period) = &version.cease {
        parts.push(format!("stop {}", length(period)));
    }
    parts.join(" | ")
}

fn limits(rule: &RightRule) -> String {
    let words = |limit: &Frequency| match (limit.times, limit.months) {
        (1, None) => "once a calendar year".to_owned(),
        (2, Some(months)) => format!("twice in {months} months"),
        (times, months) => format!("{times} in {months:?}"),
    };
    let free = |limit: &Frequency| {
        let months = limit.months.unwrap_or_default();
        format!("free {} in {months} months", limit.times)
    };
    let found: Vec<String> = rule
        .frequency
        .iter()
        .map(words)
        .chain(rule.free.iter().map(free))
        .collect();
    found.join(", ")
}

fn proof(rule: &RightRule) -> String {
    let words: Vec<&str> = Capacity::ALL
        .iter()
        .map(
            |capacity| match rule.verification(*capacity).unwrap().level {
                VerificationLevel::None => "none",
                VerificationLevel::ExistingAccount => "account",
                VerificationLevel::ReasonableDoubt => "doubt",
                VerificationLevel::CommerciallyReasonable => "commercial",
                VerificationLevel::Reasonable => "reasonable",
                VerificationLevel::ReasonablyHigh => "high",
                VerificationLevel::SignedPermission => "permission",
                VerificationLevel::ParentalMethods => "parental",
            },
        )
        .collect();
    words.join(" ")
}

#[test]
fn every_law_has_what_it_needs() {
    let library = Library::bundled().unwrap();
    let today = on("2026-11-22");
    for (name, wanted, limit, proofs) in NEEDS {
        let (law, right) = name.split_once(' ').unwrap();
        let law = library.law(law).unwrap();
        let rule = law.right(Right::from_id(right).unwrap(), today).unwrap();
        let version = law.clock(rule, today).unwrap();
        assert_eq!(periods(version), *wanted, "{name}");
        assert_eq!(limits(rule), *limit, "{name}");
        assert_eq!(proof(rule), *proofs, "{name}");
    }
}

#[test]
fn a_law_of_the_list_has_no_right_beside_it() {
    let library = Library::bundled().unwrap();
    for id in [
        "uk-dpa",
        "us-ca-shine-the-light",
        "us-ca-caloppa",
        "us-coppa",
        "mail-sender-rules",
        "us-tx-hb300",
        "us-tx-tdpsa",
        "us-hipaa",
        "own-policy",
    ] {
        for rule in &library.law(id).unwrap().rights {
            let name = format!("{id} {}", rule.right);
            assert!(NEEDS.iter().any(|(needs, ..)| *needs == name), "{name}");
        }
    }
}

#[test]
fn what_is_owed_without_a_request_is_there() {
    let library = Library::bundled().unwrap();
    let today = on("2026-11-22");
    let count = |id: &str, topic| library.law(id).unwrap().duties(topic, today).count();
    assert_eq!(count("us-ca-caloppa", Topic::Policy), 7);
    assert!(count("us-coppa", Topic::Consent) >= 3);
    assert_eq!(count("us-coppa", Topic::Retention), 1);
    assert_eq!(count("us-ca-shine-the-light", Topic::Letter), 2);
    assert!(count("us-hipaa", Topic::Letter) >= 3);
    assert!(count("us-tx-hb300", Topic::Consent) >= 2);
    assert_eq!(count("mail-sender-rules", Topic::Message), 1);
    assert_eq!(count("uk-dpa", Topic::Letter), 1);
    let coppa = library.law("us-coppa").unwrap();
    assert_eq!(coppa.duties(Topic::Retention, on("2025-06-22")).count(), 0);
}

#[test]
fn a_failure_may_be_put_right_as_long_as_the_law_says() {
    let library = Library::bundled().unwrap();
    let days = |id: &str, day: &str| {
        let cure = library.law(id).unwrap().cure(on(day))?;
        cure.within.as_ref().map(|period| period.count)
    };
    assert_eq!(days("us-tx-tdpsa", "2026-11-22"), Some(30));
    assert_eq!(days("us-ca-caloppa", "2026-11-22"), Some(30));
    assert_eq!(days("us-ca-shine-the-light", "2026-11-22"), Some(90));
    assert_eq!(days("us-tx-tdpsa", "2024-06-30"), None);
    assert_eq!(days("us-hipaa", "2026-11-22"), None);
}

#[test]
fn an_appeal_names_who_comes_after_it() {
    let law = Library::bundled().unwrap().law("us-tx-tdpsa").unwrap();
    let named = |right| {
        law.complaint_bodies_for(right, "us-fed", on("2026-11-22"))
            .count()
    };
    assert_eq!((named(Right::Access), named(Right::Appeal)), (0, 1));
    assert!(law.appeal.is_some());
}

#[test]
fn only_a_contract_has_nobody_to_complain_to() {
    for law in Library::bundled().unwrap().laws() {
        let nobody = law.complaint_bodies.is_empty();
        assert_eq!(nobody, law.nature == Nature::Contract, "{}", law.id);
    }
}

fn earlier(days: &[&str]) -> Vec<NaiveDate> {
    days.iter().map(|day| on(day)).collect()
}

#[test]
fn shine_the_light_counts_the_calendar_year() {
    let law: &Law = Library::bundled()
        .unwrap()
        .law("us-ca-shine-the-light")
        .unwrap();
    let note = |days: &[&str], received: &str| {
        frequency_note(law, Right::DisclosureList, &earlier(days), on(received)).unwrap()
    };
    assert!(note(&["2026-04-01"], "2026-10-01").is_some());
    assert!(note(&["2026-01-01"], "2026-12-31").is_some());
    assert_eq!(note(&["2025-12-31"], "2026-01-01"), None);
}

#[test]
fn a_fee_may_be_asked_after_the_free_answers() {
    let library = Library::bundled().unwrap();
    let texas = library.law("us-tx-tdpsa").unwrap();
    let third = fee_note(
        texas,
        Right::Access,
        &earlier(&["2026-02-02", "2026-05-05"]),
        on("2026-11-22"),
    );
    let third = third.unwrap().unwrap();
    assert!(
        third.text.contains("answered all the same"),
        "{}",
        third.text
    );
    let second = fee_note(
        texas,
        Right::Access,
        &earlier(&["2026-02-02"]),
        on("2026-11-22"),
    );
    assert_eq!(second, Ok(None));
    let old = fee_note(
        library.law("us-hipaa").unwrap(),
        Right::DisclosureAccounting,
        &earlier(&["2025-11-22"]),
        on("2026-11-22"),
    );
    assert_eq!(old, Ok(None), "twelve months to the day are over");
}
