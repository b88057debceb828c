//! Which steps are offered.

use chrono::NaiveDate;

use crate::law::{
    DatedFact, Library, Offer, Question, frequency_note, may_ask_identity, may_extend,
    may_pause_for_clarification, refusal_grounds,
};
use crate::words::{Capacity, ClockFact, Right};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn question<'a>(law: &str, right: Right, facts: &'a [DatedFact]) -> Question<'a> {
    let library = Library::bundled().unwrap();
    let law = library.law(law).unwrap();
    Question {
        law,
        library,
        calendar: library.calendar(law.calendar_id("de-be")).unwrap(),
        right,
        capacity: Capacity::Own,
        received_on: on("2026-06-01"),
        facts,
        arrived_at: None,
    }
}

fn reason(offer: &Offer) -> &str {
    match offer {
        Offer::Allowed { note, .. } => note,
        Offer::NotOffered { reason, .. } => reason,
    }
}

#[test]
fn no_proof_of_identity_for_an_opt_out() {
    let library = Library::bundled().unwrap();
    for (law, right) in [
        ("us-ca-ccpa", Right::OptOutSaleSharing),
        ("us-ca-ccpa", Right::LimitSensitive),
        ("us-ca-ccpa", Right::AdmtOptOut),
        ("us-can-spam", Right::Unsubscribe),
        ("eu-gdpr", Right::MarketingObjection),
        ("eu-gdpr", Right::Unsubscribe),
        ("uk-gdpr", Right::Unsubscribe),
        ("eu-gdpr", Right::ConsentWithdrawal),
        ("mail-sender-rules", Right::Unsubscribe),
        ("us-tx-hb300", Right::MarketingObjection),
        ("us-hipaa", Right::ConsentWithdrawal),
        ("us-coppa", Right::ChildRefusal),
    ] {
        for capacity in Capacity::ALL.iter().copied() {
            let law = library.law(law).unwrap();
            let offer = may_ask_identity(law, right, capacity, on("2027-02-01")).unwrap();
            assert!(!offer.is_allowed(), "{} {right} {capacity}", law.id);
            assert!(reason(&offer).ends_with('.'));
        }
    }
    let law = library.law("us-ca-ccpa").unwrap();
    let know = may_ask_identity(law, Right::Access, Capacity::Own, on("2026-06-01")).unwrap();
    assert!(know.is_allowed());
}

#[test]
fn an_extension_is_offered_once_and_in_time() {
    let access = question("eu-gdpr", Right::Access, &[]);
    assert!(may_extend(&access, on("2026-07-01")).unwrap().is_allowed());
    let late = may_extend(&access, on("2026-07-02")).unwrap();
    assert_eq!(
        reason(&late),
        "The first period ended on Wed 1 Jul 2026; an extension had to be announced by then."
    );
    let told = [DatedFact {
        fact: ClockFact::Extended,
        on: on("2026-06-20"),
    }];
    let twice = may_extend(&question("eu-gdpr", Right::Access, &told), on("2026-06-21")).unwrap();
    assert!(reason(&twice).contains("only once"));
    let done = [DatedFact {
        fact: ClockFact::Answered,
        on: on("2026-06-20"),
    }];
    let answered = may_extend(&question("eu-gdpr", Right::Access, &done), on("2026-06-21"));
    assert!(reason(&answered.unwrap()).contains("was answered"));
    for (law, right) in [
        ("eu-gdpr", Right::MarketingObjection),
        ("us-ca-ccpa", Right::OptOutSaleSharing),
        ("us-can-spam", Right::Unsubscribe),
        ("us-tx-hb300", Right::Access),
        ("us-tx-tdpsa", Right::Appeal),
    ] {
        assert!(
            !may_extend(&question(law, right, &[]), on("2026-06-02"))
                .unwrap()
                .is_allowed()
        );
    }
}

#[test]
fn a_pause_needs_a_ground_that_the_law_knows() {
    let today = on("2026-06-03");
    let offer =
        |law, right| may_pause_for_clarification(&question(law, right, &[]), today).unwrap();
    assert!(offer("eu-gdpr", Right::Access).is_allowed());
    assert!(offer("uk-gdpr", Right::Access).is_allowed());
    assert!(reason(&offer("uk-gdpr", Right::Erasure)).contains("Only for an access request"));
    assert!(!offer("us-ca-ccpa", Right::Access).is_allowed());
    assert!(!offer("us-can-spam", Right::Unsubscribe).is_allowed());
    assert!(reason(&offer("us-hipaa", Right::Access)).contains("verification included"));
    assert!(!offer("us-tx-tdpsa", Right::Access).is_allowed());
    let asked = [DatedFact {
        fact: ClockFact::ClarificationRequested,
        on: on("2026-06-02"),
    }];
    let again = may_pause_for_clarification(&question("uk-gdpr", Right::Access, &asked), today);
    assert!(reason(&again.unwrap()).contains("no answer yet"));
}

#[test]
fn grounds_belong_to_their_right() {
    let library = Library::bundled().unwrap();
    let of = |law: &str, right| {
        refusal_grounds(library.law(law).unwrap(), right, on("2026-06-01")).unwrap()
    };
    let erasure = of("eu-gdpr", Right::Erasure);
    assert!(
        erasure
            .grounds
            .iter()
            .any(|ground| ground.cite == "GDPR Art. 17(3)(b)")
    );
    assert!(of("eu-gdpr", Right::MarketingObjection).none.is_some());
    assert_eq!(of("us-ca-ccpa", Right::OptOutSaleSharing).grounds.len(), 1);
    assert!(of("us-ca-ccpa", Right::Erasure).appeal.is_some());
}

#[test]
fn a_third_request_is_flagged() {
    let law = Library::bundled().unwrap().law("us-ca-ccpa").unwrap();
    let flagged = |dates: &[&str]| {
        let dates: Vec<NaiveDate> = dates.iter().map(|day| on(day)).collect();
        frequency_note(law, Right::Access, &dates, on("2026-06-01")).unwrap()
    };
    assert_eq!(flagged(&["2026-01-05"]), None);
    assert_eq!(flagged(&["2025-06-01", "2026-01-05"]), None);
    let note = flagged(&["2026-01-05", "2025-06-02"]).unwrap();
    assert_eq!(note.earlier.len(), 2);
    assert!(
        note.text.contains("Mon 2 Jun 2025 and Mon 5 Jan 2026"),
        "{}",
        note.text
    );
    assert_eq!(
        frequency_note(law, Right::Erasure, &[on("2026-05-01")], on("2026-06-01")),
        Ok(None)
    );
}

#[test]
fn letters_name_the_authority_of_their_day() {
    let library = Library::bundled().unwrap();
    let name = |law: &str, home: &str, day: &str| {
        let law = library.law(law).unwrap();
        law.complaint_bodies(home, on(day))
            .map(|b| b.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        name("uk-gdpr", "gb-eng", "2026-09-29"),
        ["The Information Commissioner's Office (ICO)"]
    );
    assert_eq!(
        name("uk-gdpr", "gb-eng", "2026-09-30"),
        ["The Information Commission (ICO)"]
    );
    assert_eq!(name("eu-gdpr", "de-be", "2026-09-30").len(), 1);
    assert!(name("eu-gdpr", "de", "2026-09-30").is_empty());
    assert_eq!(name("us-ca-ccpa", "de-be", "2026-09-30").len(), 2);
}
