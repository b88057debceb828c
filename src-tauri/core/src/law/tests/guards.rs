//! Which steps are offered.

use chrono::NaiveDate;

use crate::law::{
    DatedFact, Library, Offer, Question, again_from, frequency_note, may_ask_identity,
    may_ask_opt_in, may_extend, may_pause_for_clarification, refusal_grounds,
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
    // The CCPA gives no appeal before the rules on automated decisions; Texas gives one against every refusal.
    assert!(of("us-ca-ccpa", Right::Erasure).appeal.is_none());
    assert!(of("us-tx-tdpsa", Right::Erasure).appeal.is_some());
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
fn a_limit_ends_on_the_first_day_on_which_it_counts_nothing_any_more() {
    let library = Library::bundled().unwrap();
    let again = |law: &str, right, earlier: &[&str], received: &str| {
        let rule = library
            .law(law)
            .unwrap()
            .right(right, on(received))
            .unwrap();
        let limit = rule.frequency.as_ref().or(rule.free.as_ref()).unwrap();
        let earlier: Vec<NaiveDate> = earlier.iter().map(|day| on(day)).collect();
        again_from(limit, &earlier, on(received)).map(|day| day.to_string())
    };
    let know = |earlier: &[&str], received| again("us-ca-ccpa", Right::Access, earlier, received);
    let next = |day: &str| Some(day.to_owned());
    // The older of the two that count leaves the twelve months first, in whatever order they are told.
    assert_eq!(
        know(&["2026-01-12", "2026-04-02"], "2026-11-02"),
        next("2027-01-12")
    );
    assert_eq!(
        know(&["2026-04-02", "2026-01-12"], "2026-11-02"),
        next("2027-01-12")
    );
    // Of three the second newest decides.
    assert_eq!(
        know(&["2025-12-01", "2026-01-12", "2026-04-02"], "2026-11-02"),
        next("2027-01-12")
    );
    assert_eq!(
        know(&["2026-01-12"], "2026-11-02"),
        None,
        "one is not too often"
    );
    assert_eq!(
        know(&["2025-01-12", "2025-04-02"], "2026-11-02"),
        None,
        "long ago"
    );
    // 29 February has no day of its own in the next year: on 28 February it still counts.
    let leap = again(
        "us-hipaa",
        Right::DisclosureAccounting,
        &["2024-02-29"],
        "2024-10-01",
    );
    assert_eq!(leap, next("2025-03-01"));
    let shine = |earlier| {
        again(
            "us-ca-shine-the-light",
            Right::DisclosureList,
            &[earlier],
            "2026-11-02",
        )
    };
    assert_eq!(shine("2026-01-01"), next("2027-01-01"));
    assert_eq!(shine("2025-12-31"), None, "another calendar year");
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

/// The room a closed step leaves, if any.
fn room(offer: &Offer) -> Option<&str> {
    match offer {
        Offer::Allowed { .. } => None,
        Offer::NotOffered { room, .. } => room.as_ref().map(|room| room.text.as_str()),
    }
}

#[test]
fn nobody_is_asked_to_opt_in_again_for_twelve_months() {
    let asked = |right, today: &str, facts: &[DatedFact]| {
        let question = question("us-ca-ccpa", right, facts);
        may_ask_opt_in(&question, on(today)).unwrap()
    };
    // Received 1 Jun 2026: the twelve months end with 1 Jun 2027.
    for right in [Right::OptOutSaleSharing, Right::LimitSensitive] {
        let early = asked(right, "2027-06-01", &[]).unwrap();
        assert!(
            reason(&early).ends_with("so not before Wed 2 Jun 2027."),
            "{}",
            reason(&early)
        );
        assert!(room(&early).unwrap().contains("transaction"));
        assert!(asked(right, "2027-06-02", &[]).unwrap().is_allowed());
    }
    // 7026(k) counts from the date of the request, 7027(l) from its receipt.
    let dated = [DatedFact {
        fact: ClockFact::RequestDated,
        on: on("2026-05-20"),
    }];
    assert!(
        asked(Right::OptOutSaleSharing, "2027-05-21", &dated)
            .unwrap()
            .is_allowed()
    );
    assert!(
        !asked(Right::LimitSensitive, "2027-05-21", &dated)
            .unwrap()
            .is_allowed()
    );
    assert!(
        asked(Right::Erasure, "2026-06-02", &[]).is_none(),
        "nothing was opted out of"
    );
    let leap = Question {
        received_on: on("2028-02-29"),
        ..question("us-ca-ccpa", Right::AdmtOptOut, &[])
    };
    let early = may_ask_opt_in(&leap, on("2029-02-28")).unwrap().unwrap();
    assert!(
        reason(&early).ends_with("not before Thu 1 Mar 2029."),
        "{}",
        reason(&early)
    );
    assert!(
        may_ask_opt_in(
            &question("eu-gdpr", Right::MarketingObjection, &[]),
            on("2026-06-02")
        )
        .unwrap()
        .is_none()
    );
}

#[test]
fn a_guard_leaves_room_only_where_its_law_does() {
    let library = Library::bundled().unwrap();
    let identity = |law: &str, right| {
        may_ask_identity(
            library.law(law).unwrap(),
            right,
            Capacity::Own,
            on("2027-02-01"),
        )
        .unwrap()
    };
    for (law, right) in [
        ("eu-gdpr", Right::MarketingObjection),
        ("uk-gdpr", Right::Unsubscribe),
        ("us-va-cdpa", Right::OptOutSaleSharing),
        ("us-tx-tdpsa", Right::OptOutSaleSharing),
    ] {
        assert!(room(&identity(law, right)).is_some(), "{law} {right}");
    }
    for (law, right) in [
        ("us-ca-ccpa", Right::OptOutSaleSharing),
        ("us-ca-ccpa", Right::LimitSensitive),
        ("us-ca-ccpa", Right::AdmtOptOut),
        ("us-can-spam", Right::Unsubscribe),
        ("mail-sender-rules", Right::Unsubscribe),
        ("eu-gdpr", Right::ConsentWithdrawal),
        ("us-or-ocpa", Right::OptOutSaleSharing),
        ("us-de-dpdpa", Right::OptOutSaleSharing),
        ("us-coppa", Right::ChildRefusal),
    ] {
        let closed = identity(law, right);
        assert!(
            !closed.is_allowed() && room(&closed).is_none(),
            "{law} {right}"
        );
    }
    let extend =
        |law, right, today: &str| may_extend(&question(law, right, &[]), on(today)).unwrap();
    assert!(room(&extend("ch-fadp", Right::Access, "2026-06-02")).is_some());
    assert!(room(&extend("us-ca-caloppa", Right::ChildErasure, "2026-06-02")).is_some());
    assert!(room(&extend("us-can-spam", Right::Unsubscribe, "2026-06-02")).is_none());
    let late = extend("eu-gdpr", Right::Access, "2026-07-02");
    assert!(
        !late.is_allowed() && room(&late).is_none(),
        "too late is too late"
    );
    let done = [DatedFact {
        fact: ClockFact::Answered,
        on: on("2026-06-02"),
    }];
    let answered =
        may_extend(&question("ch-fadp", Right::Access, &done), on("2026-06-03")).unwrap();
    assert!(
        room(&answered).is_none(),
        "nothing is left to take longer for"
    );
}

/// Every guard under every law: a sentence, an article, and no room without both.
#[test]
fn every_guard_of_every_law_reads_as_a_sentence_with_its_article() {
    let library = Library::bundled().unwrap();
    let mut seen = 0;
    for law in library.laws() {
        for rule in &law.rights {
            let received = rule.since.max(on("2026-06-01"));
            let question = Question {
                law,
                library,
                calendar: library.calendar(law.calendar_id("de-be")).unwrap(),
                right: rule.right,
                capacity: Capacity::Own,
                received_on: received,
                facts: &[],
                arrived_at: None,
            };
            let mut offers = vec![
                may_extend(&question, received).unwrap(),
                may_pause_for_clarification(&question, received).unwrap(),
            ];
            offers.extend(may_ask_opt_in(&question, received).unwrap());
            for capacity in Capacity::ALL.iter().copied() {
                offers.push(may_ask_identity(law, rule.right, capacity, received).unwrap());
            }
            for offer in offers {
                let (text, cite) = match &offer {
                    Offer::Allowed { note, cite, .. } => (note, cite),
                    Offer::NotOffered { reason, cite, .. } => (reason, cite),
                };
                let what = format!("{} {}: {text}", law.id, rule.right);
                assert!(
                    text.ends_with(['.', ')', '”']) && !cite.trim().is_empty(),
                    "{what}"
                );
                if let Offer::NotOffered {
                    room: Some(room), ..
                } = &offer
                {
                    assert!(room.text.ends_with('.') && !room.cite.is_empty(), "{what}");
                }
                seen += 1;
            }
            let grounds = refusal_grounds(law, rule.right, received).unwrap();
            assert!(
                !grounds.grounds.is_empty() || grounds.none.is_some(),
                "{}",
                law.id
            );
            let stop = matches!(
                rule.right,
                Right::OptOutSaleSharing
                    | Right::LimitSensitive
                    | Right::AdmtOptOut
                    | Right::Unsubscribe
                    | Right::MarketingObjection
            );
            if stop {
                let own = may_ask_identity(law, rule.right, Capacity::Own, received).unwrap();
                assert!(
                    !own.is_allowed(),
                    "{} asks for proof for {}",
                    law.id,
                    rule.right
                );
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn rights_about_automated_decisions_begin_in_2027() {
    let law = Library::bundled().unwrap().law("us-ca-ccpa").unwrap();
    for right in [Right::AdmtAccess, Right::AdmtOptOut] {
        let early = law.right(right, on("2026-12-31")).unwrap_err().to_string();
        assert!(early.contains("2027-01-01"), "{early}");
        assert!(law.right(right, on("2027-01-01")).is_ok());
    }
}
