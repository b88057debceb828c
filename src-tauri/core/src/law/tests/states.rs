//! The states' laws and those of other countries, row by row against a table written by hand.

use chrono::NaiveDate;

use crate::law::{
    ClockVersion, Law, LawError, Library, Unit, VerificationLevel, deadline_report, fee_note,
    frequency_note, may_ask_identity, may_extend, refusal_grounds,
};
use crate::law::{DatedFact, Question};
use crate::words::{Capacity, ClockFact, Right};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn law(id: &str) -> &'static Law {
    Library::bundled().unwrap().law(id).unwrap()
}

/// In force from, answer and more time, revocation of consent, appeal and more time, free answers in
/// twelve months; all in days. 0 is none.
type Row = (&'static str, &'static str, (u32, u32), u32, (u32, u32), u32);

const STATES: [Row; 19] = [
    ("us-va-cdpa", "2023-01-01", (45, 45), 0, (60, 0), 2),
    ("us-co-cpa", "2023-07-01", (45, 45), 15, (45, 60), 1),
    ("us-ct-ctdpa", "2023-07-01", (45, 45), 15, (60, 0), 1),
    ("us-ut-ucpa", "2023-12-31", (45, 45), 0, (0, 0), 1),
    ("us-tx-tdpsa", "2024-07-01", (45, 45), 0, (60, 0), 2),
    ("us-fl-fdbr", "2024-07-01", (45, 15), 0, (60, 0), 2),
    ("us-or-ocpa", "2024-07-01", (45, 45), 15, (45, 0), 1),
    ("us-mt-mcdpa", "2024-10-01", (45, 45), 45, (60, 0), 1),
    ("us-ia-icdpa", "2025-01-01", (90, 45), 0, (60, 0), 2),
    ("us-de-dpdpa", "2025-01-01", (45, 45), 15, (60, 0), 1),
    ("us-ne-ndpa", "2025-01-01", (45, 45), 0, (60, 0), 2),
    ("us-nh-nhpa", "2025-01-01", (45, 45), 15, (60, 0), 1),
    ("us-nj-njdpa", "2025-01-15", (45, 45), 15, (45, 0), 1),
    ("us-tn-tipa", "2025-07-01", (45, 45), 0, (60, 0), 2),
    ("us-mn-mcdpa", "2025-07-31", (45, 45), 15, (45, 60), 2),
    ("us-md-modpa", "2025-10-01", (45, 45), 30, (60, 0), 1),
    ("us-in-icdpa", "2026-01-01", (45, 45), 0, (60, 0), 1),
    ("us-ky-kcdpa", "2026-01-01", (45, 45), 0, (60, 0), 2),
    ("us-ri-ridtppa", "2026-01-01", (45, 45), 15, (60, 0), 1),
];

fn version(law: &Law, right: Right) -> &ClockVersion {
    let today = on("2026-11-22");
    law.clock(law.right(right, today).unwrap(), today).unwrap()
}

fn days(law: &Law, right: Right) -> (u32, u32) {
    if !law.knows(right) {
        return (0, 0);
    }
    let version = version(law, right);
    let respond = version.respond.as_ref().unwrap();
    assert_eq!(respond.unit, Unit::Days, "{}", law.id);
    let more = version.extension.as_ref().map_or(0, |more| more.count);
    (respond.count, more)
}

#[test]
fn each_state_has_its_own_numbers() {
    for (id, since, answer, revoke, appeal, free) in STATES {
        let law = law(id);
        assert_eq!(law.since, on(since), "{id}");
        assert_eq!(days(law, Right::Access), answer, "{id}");
        assert_eq!(days(law, Right::Erasure), answer, "{id}");
        assert_eq!(days(law, Right::OptOutSaleSharing), answer, "{id}");
        assert_eq!(days(law, Right::ConsentWithdrawal), (revoke, 0), "{id}");
        assert_eq!(days(law, Right::Appeal), appeal, "{id}");
        let rule = law.right(Right::Access, on("2026-11-22")).unwrap();
        assert_eq!(rule.free.as_ref().unwrap().times, free, "{id}");
        assert!(law.appeal.is_some(), "{id} says what comes after a refusal");
    }
}

/// Right by right: the answer in days, whether that number is ours because the law has none, and the
/// proof that may be asked of the person.
const ELSEWHERE: [(&str, &str, u32, bool, VerificationLevel); 24] = {
    use VerificationLevel::{None, Reasonable};
    [
        ("br-lgpd", "access", 15, false, Reasonable),
        ("br-lgpd", "rectification", 15, true, Reasonable),
        ("br-lgpd", "erasure", 15, true, Reasonable),
        ("br-lgpd", "consent-withdrawal", 15, true, None),
        ("br-lgpd", "automated-decision", 15, true, Reasonable),
        ("ca-pipeda", "access", 30, false, Reasonable),
        ("ca-pipeda", "rectification", 30, false, Reasonable),
        ("ca-pipeda", "consent-withdrawal", 30, true, None),
        ("ca-qc-law25", "access", 30, false, Reasonable),
        ("ca-qc-law25", "rectification", 30, false, Reasonable),
        ("ca-qc-law25", "portability", 30, false, Reasonable),
        ("ca-qc-law25", "automated-decision", 30, true, Reasonable),
        ("ch-fadp", "access", 30, false, Reasonable),
        ("ch-fadp", "portability", 30, false, Reasonable),
        ("ch-fadp", "rectification", 30, true, Reasonable),
        ("au-app", "access", 30, false, Reasonable),
        ("au-app", "rectification", 30, false, Reasonable),
        ("au-app", "marketing-objection", 30, true, None),
        ("jp-appi", "access", 14, true, Reasonable),
        ("jp-appi", "erasure", 14, true, Reasonable),
        ("in-dpdp", "access", 90, true, Reasonable),
        ("in-dpdp", "erasure", 90, true, Reasonable),
        ("in-dpdp", "consent-withdrawal", 90, true, None),
        ("in-dpdp", "complaint", 90, false, Reasonable),
    ]
};

#[test]
fn a_number_that_is_ours_says_so() {
    for (id, right, count, house, proof) in ELSEWHERE {
        let right = Right::from_id(right).unwrap();
        let law = law(id);
        let rule = law.right(right, on("2027-06-01")).unwrap();
        let respond = law
            .clock(rule, on("2027-06-01"))
            .unwrap()
            .respond
            .as_ref()
            .unwrap();
        assert_eq!(
            (respond.count, respond.house),
            (count, house),
            "{id} {right}"
        );
        let asked = rule.verification(Capacity::Own).unwrap().level;
        assert_eq!(asked, proof, "{id} {right}");
    }
}

#[test]
fn no_state_pauses_and_none_moves_a_refusal() {
    for (id, ..) in STATES {
        for rule in &law(id).rights {
            let version = version(law(id), rule.right);
            assert!(version.suspensions.is_empty(), "{id} {}", rule.right);
            assert!(!version.rolls(), "{id} {}", rule.right);
        }
        let events = [
            ("identity-requested".to_owned(), "2026-09-02".to_owned()),
            ("identity-received".to_owned(), "2026-09-20".to_owned()),
            ("extended".to_owned(), "2026-10-10".to_owned()),
        ];
        let report =
            deadline_report(id, "access", "2026-09-01", None, None, &events, None).unwrap();
        let first = if id == "us-ia-icdpa" {
            "2026-11-30"
        } else {
            "2026-10-16"
        };
        assert_eq!(report.due.respond_due, Some(on(first)), "{id}");
        // Iowa's refusal has no number at all.
        let refusal = (id != "us-ia-icdpa").then(|| on(first));
        assert_eq!(report.refusal_notice_due, refusal, "{id}");
    }
}

#[test]
fn no_proof_for_an_opt_out_a_revocation_or_an_appeal() {
    for law in Library::bundled().unwrap().laws() {
        for rule in &law.rights {
            let never = match rule.right {
                Right::OptOutSaleSharing | Right::LimitSensitive | Right::Unsubscribe => true,
                Right::AdmtOptOut | Right::ConsentWithdrawal | Right::MarketingObjection => true,
                // California has the appeal of an automated decision verified as a request.
                Right::Appeal => law.id != "us-ca-ccpa",
                _ => false,
            };
            if never {
                let offer = may_ask_identity(law, rule.right, Capacity::Own, rule.since).unwrap();
                assert!(!offer.is_allowed(), "{} {}", law.id, rule.right);
            } else {
                let level = rule.verification(Capacity::Own).unwrap().level;
                let asked = level != VerificationLevel::None;
                let open = matches!(
                    rule.right,
                    Right::DisclosureList
                        | Right::ChildRefusal
                        | Right::AutomatedDecision
                        | Right::Question
                );
                assert!(asked || open, "{} {}", law.id, rule.right);
            }
        }
    }
}

#[test]
fn a_right_begins_on_its_day() {
    for (id, right, first) in [
        ("us-ut-ucpa", Right::Rectification, "2026-07-01"),
        ("us-ct-ctdpa", Right::AutomatedDecision, "2026-07-01"),
        ("us-ky-kcdpa", Right::Access, "2026-01-01"),
        ("ca-qc-law25", Right::Portability, "2024-09-22"),
        ("in-dpdp", Right::Access, "2027-05-13"),
        ("in-dpdp", Right::Erasure, "2027-05-13"),
    ] {
        let first = on(first);
        assert!(law(id).right(right, first).is_ok(), "{id} {right}");
        let before = law(id).right(right, first.pred_opt().unwrap());
        assert!(
            matches!(before, Err(LawError::NotYetInForce { since, .. }) if since == first),
            "{id} {right}"
        );
    }
    for (id, right) in [
        ("us-ia-icdpa", Right::Rectification),
        ("us-ut-ucpa", Right::Appeal),
        ("us-va-cdpa", Right::ConsentWithdrawal),
    ] {
        assert!(!law(id).knows(right), "{id} {right}");
    }
}

#[test]
fn identifiers_are_kept_back_only_from_the_day_the_law_says_so() {
    let has = |id: &str, day: &str| {
        let offer = refusal_grounds(law(id), Right::Access, on(day)).unwrap();
        offer.grounds.iter().any(|g| g.id == "secret-identifiers")
    };
    assert!(!has("us-ct-ctdpa", "2026-06-30") && has("us-ct-ctdpa", "2026-07-01"));
    assert!(!has("us-mt-mcdpa", "2025-09-30") && has("us-mt-mcdpa", "2025-10-01"));
    assert!(has("us-mn-mcdpa", "2026-01-01"));
    assert!(!has("us-va-cdpa", "2026-11-22"));
}

#[test]
fn the_time_to_put_things_right_ends_where_it_ended() {
    let within = |id: &str, day: &str| {
        let cure = law(id).cure(on(day))?;
        cure.within.as_ref().map(|period| period.count)
    };
    for (id, last, count) in [
        ("us-co-cpa", "2024-12-31", 60),
        ("us-ct-ctdpa", "2024-12-31", 60),
        ("us-or-ocpa", "2025-12-31", 30),
        ("us-de-dpdpa", "2025-12-31", 60),
        ("us-nh-nhpa", "2025-12-31", 60),
        ("us-mn-mcdpa", "2026-01-31", 30),
    ] {
        assert_eq!(within(id, last), Some(count), "{id}");
        assert_eq!(within(id, "2026-11-22"), None, "{id}");
    }
    assert_eq!(within("us-ia-icdpa", "2026-11-22"), Some(90));
    assert_eq!(within("us-in-icdpa", "2026-11-22"), Some(30));
    assert_eq!(within("us-ri-ridtppa", "2026-11-22"), None);
}

#[test]
fn a_swiss_fee_lets_the_thirty_days_begin_after_ten() {
    let due = |confirmed: &str| {
        let events = [
            ("fee-requested".to_owned(), "2026-07-06".to_owned()),
            ("fee-paid".to_owned(), confirmed.to_owned()),
        ];
        let report =
            deadline_report("ch-fadp", "access", "2026-07-02", None, None, &events, None).unwrap();
        report.due.respond_due
    };
    // Confirming sooner does not let them begin sooner.
    assert_eq!(due("2026-07-07"), Some(on("2026-08-15")));
    assert_eq!(due("2026-07-16"), Some(on("2026-08-15")));
}

#[test]
fn canada_alone_of_the_other_countries_gives_more_time() {
    let library = Library::bundled().unwrap();
    for (id, right, more) in [
        ("br-lgpd", Right::Access, false),
        ("ca-pipeda", Right::Access, true),
        ("ca-qc-law25", Right::Access, false),
        ("ch-fadp", Right::Access, false),
        ("au-app", Right::Access, false),
        ("jp-appi", Right::Access, false),
    ] {
        let question = Question {
            law: law(id),
            library,
            calendar: library.calendar("none").unwrap(),
            right,
            capacity: Capacity::Own,
            received_on: on("2026-06-01"),
            facts: &[],
            arrived_at: None,
        };
        let offer = may_extend(&question, on("2026-06-05")).unwrap();
        assert_eq!(offer.is_allowed(), more, "{id}");
    }
}

#[test]
fn what_costs_and_what_may_be_too_often() {
    let second = [on("2026-03-01")];
    let note = fee_note(law("us-ct-ctdpa"), Right::Access, &second, on("2026-11-22"));
    assert!(note.unwrap().unwrap().text.contains("12 months"));
    let virginia = fee_note(law("us-va-cdpa"), Right::Access, &second, on("2026-11-22"));
    assert_eq!(virginia, Ok(None));
    // Only Colorado's portable copy has a number that lets the answer be no.
    let twice = [on("2026-01-05"), on("2026-06-05")];
    let colorado = |right, day| frequency_note(law("us-co-cpa"), right, &twice, on(day)).unwrap();
    assert!(colorado(Right::Portability, "2026-12-31").is_some());
    assert_eq!(colorado(Right::Portability, "2027-01-01"), None);
    assert_eq!(colorado(Right::Access, "2026-12-31"), None);
}

#[test]
fn an_extension_told_too_late_changes_nothing() {
    let library = Library::bundled().unwrap();
    let facts = [DatedFact {
        fact: ClockFact::Extended,
        on: on("2026-07-17"),
    }];
    let question = Question {
        law: law("us-fl-fdbr"),
        library,
        calendar: library.calendar("none").unwrap(),
        right: Right::Erasure,
        capacity: Capacity::Own,
        received_on: on("2026-06-01"),
        facts: &facts,
        arrived_at: None,
    };
    assert!(
        !may_extend(&question, on("2026-07-17"))
            .unwrap()
            .is_allowed()
    );
    let clock = crate::law::derive(&question).unwrap();
    assert_eq!(clock.refusal_notice, Some(on("2026-07-16")));
}
