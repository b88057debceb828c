//! The parts that decide by themselves: what a request lacks, what collides, where a passage stands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::collide::{Contract, collide};
use super::held::Held;
use super::requirements::compare;
use crate::api::wire::{
    CheckState, ConsentOnFile, HandlingIn, HandlingPurpose, HealthBasis, Person,
};
use crate::policy::{BlockKind, Condition, Document, Except, Reading};
use crate::request::case::Case;
use crate::words::{
    Act, Audience, Capacity, Channel, DataTopic, Exception, Polarity, PromiseKind, Requirement,
};
use proptest::prelude::*;

fn case(address: &[&str], words: &str) -> Case {
    Case {
        id: 1,
        reference: "2026-0001".into(),
        received_at: "2026-04-01T08:00:00Z".into(),
        received_on: "2026-04-01".parse().unwrap(),
        channel: Channel::Mail,
        requester: Person {
            name: "Dana Whitmore".into(),
            email: "dana@post.example".into(),
            phone: String::new(),
            address: address.iter().map(|line| (*line).to_owned()).collect(),
        },
        subject: None,
        capacity: Capacity::Own,
        residence: "us-ca".into(),
        age: None,
        data_kinds: Vec::new(),
        arrived_at: None,
        dated_on: None,
        questions: Vec::new(),
        words: words.into(),
        closed_on: None,
        purged_on: None,
        claims: Vec::new(),
        in_the_post: Vec::new(),
        milestones: Vec::new(),
    }
}

#[test]
fn the_parts_of_an_address_are_seen_by_their_form() {
    use Requirement as R;
    for (address, missing, why) in [
        (
            &["12 Almond Court", "Fresno, CA 93701"][..],
            &[][..],
            "as it is written in the United States",
        ),
        (&["Fresno, CA 93701"], &[R::Street], "no street"),
        (
            &["12 Almond Court", "Fresno, CA"],
            &[R::PostalCode],
            "no ZIP code",
        ),
        (
            &["P.O. Box 118", "Fresno, CA 93701-2203"],
            &[],
            "a box is where post arrives; nine digits",
        ),
        (
            &["12 Almond Court, Fresno, CA 93701"],
            &[],
            "everything on one line",
        ),
        (
            &["7 Tanner’s Yard", "Whitby", "YO22 4DE"],
            &[R::State],
            "the United Kingdom has no states",
        ),
        (
            &[],
            &[R::Street, R::City, R::State, R::PostalCode],
            "no address at all",
        ),
    ] {
        let of = case(address, "");
        let found: Vec<Requirement> = [R::Street, R::City, R::State, R::PostalCode]
            .into_iter()
            .filter(|wanted| {
                let condition = Condition {
                    requires: Some(*wanted),
                    words: String::new(),
                };
                compare(&of, &condition).state == CheckState::Missing
            })
            .collect();
        // Whether Whitby is a city stands on a line of its own: the form cannot tell it from a street's name.
        let found: Vec<_> = found
            .into_iter()
            .filter(|r| *r != R::City || missing.contains(r))
            .collect();
        assert_eq!(found, missing, "{why}: {address:?}");
    }
}

#[test]
fn a_label_is_found_whatever_its_quotes_and_capitals() {
    for (words, state) in [
        ("Subject: YOUR CALIFORNIA PRIVACY RIGHTS", CheckState::Met),
        (
            "I write about \"Your California  privacy-rights\".",
            CheckState::Met,
        ),
        ("My California privacy rights", CheckState::Missing),
        ("", CheckState::Missing),
    ] {
        let condition = Condition {
            requires: Some(Requirement::Label),
            words: "Your California Privacy Rights".into(),
        };
        assert_eq!(
            compare(&case(&[], words), &condition).state,
            state,
            "{words}"
        );
    }
}

fn promise(
    kind: PromiseKind,
    data: &[DataTopic],
    acts: &[Act],
    except: Option<Exception>,
) -> Reading {
    Reading {
        kind,
        audiences: vec![Audience::Everyone],
        rights: Vec::new(),
        polarity: Polarity::DoesNot,
        ways: Vec::new(),
        conditions: Vec::new(),
        time_limit: None,
        frequency: None,
        exceptions: except
            .map(|what| Except {
                what,
                words: String::new(),
            })
            .into_iter()
            .collect(),
        acts: acts.to_vec(),
        data: data.to_vec(),
        age: Some(13),
    }
}

fn entry(
    act: Act,
    purpose: HandlingPurpose,
    data: &[DataTopic],
    consent: ConsentOnFile,
) -> HandlingIn {
    HandlingIn {
        act,
        on: "2026-04-02".into(),
        recipient: "Brightpost Ltd".into(),
        purpose,
        data: data.to_vec(),
        people: 3,
        group: String::new(),
        children: data.contains(&DataTopic::Child),
        audiences: Vec::new(),
        consent,
        consent_note: String::new(),
        told_on: String::new(),
        legal_basis: String::new(),
        note: String::new(),
        request: None,
        recipient_id: None,
        categories: Vec::new(),
        persons: Vec::new(),
        child: None,
        explicit_consent: None,
        health: HealthBasis::default(),
        process: None,
        already_made: false,
        corrects: None,
    }
}

#[test]
fn what_is_done_is_measured_by_what_was_promised() {
    use Act as A;
    use ConsentOnFile as C;
    use DataTopic as D;
    use HandlingPurpose as P;
    use PromiseKind as K;
    let never = promise(K::NoSharing, &[D::EmailAddress], &[A::Disclose], None);
    let sensitive = promise(
        K::OptIn,
        &[D::Sensitive],
        &[A::Use, A::Disclose],
        Some(Exception::ExplicitConsent),
    );
    let parents = promise(K::ParentalConsent, &[D::Child], &[A::Collect], None);
    let health = promise(
        K::HealthAuthorization,
        &[D::Health],
        &[A::Disclose],
        Some(Exception::Authorization),
    );
    let unsold = promise(K::NoSharing, &[D::Personal], &[A::Sell], None);
    for (reading, done, collides, needs_answer, why) in [
        (
            &never,
            entry(A::Disclose, P::TheirMarketing, &[D::EmailAddress], C::None),
            true,
            false,
            "the plain case",
        ),
        (
            &never,
            entry(A::Disclose, P::TheirMarketing, &[D::MailingList], C::None),
            true,
            false,
            "a list is made of addresses",
        ),
        (
            &never,
            entry(A::Disclose, P::TheirMarketing, &[D::Financial], C::None),
            false,
            false,
            "other data",
        ),
        (
            &never,
            entry(A::Disclose, P::ServiceProvider, &[D::EmailAddress], C::None),
            false,
            false,
            "who works for us is nobody else",
        ),
        (
            &never,
            entry(A::Use, P::OurMarketing, &[D::EmailAddress], C::None),
            false,
            false,
            "nothing was passed on",
        ),
        (
            &sensitive,
            entry(A::Use, P::OurMarketing, &[D::Health], C::OptIn),
            true,
            true,
            "health is sensitive, and a plain consent is not explicit",
        ),
        (
            &sensitive,
            entry(A::Use, P::OurMarketing, &[D::Sensitive], C::Explicit),
            false,
            false,
            "that is what was promised",
        ),
        (
            &parents,
            entry(A::Disclose, P::Other, &[D::Child], C::ParentUse),
            true,
            true,
            "a parent allowed the use and not the disclosure",
        ),
        (
            &parents,
            entry(A::Disclose, P::Other, &[D::Child], C::ParentDisclose),
            false,
            false,
            "a parent allowed it",
        ),
        (
            &parents,
            entry(A::Collect, P::Other, &[D::Child], C::ParentUse),
            false,
            false,
            "asked first",
        ),
        (
            &health,
            entry(A::Disclose, P::Other, &[D::Health], C::None),
            true,
            true,
            "no authorization",
        ),
        (
            &health,
            entry(A::Disclose, P::CareAndPayment, &[D::Health], C::None),
            false,
            false,
            "treatment and payment need none",
        ),
        (
            &unsold,
            entry(A::Sell, P::TheirMarketing, &[D::ContactDetails], C::None),
            true,
            false,
            "personal data is any",
        ),
        (
            &unsold,
            entry(A::Disclose, P::Other, &[D::ContactDetails], C::None),
            false,
            false,
            "given is not sold",
        ),
        (
            &unsold,
            entry(A::Sell, P::Other, &[D::Usage], C::None),
            false,
            false,
            "figures about pages are nobody’s data",
        ),
    ] {
        let found = collide(&done, Contract::Unknown, reading);
        assert_eq!(found.is_some(), collides, "{why}: {found:?}");
        assert_eq!(
            found.is_some_and(|one| one.needs_answer),
            needs_answer,
            "{why}"
        );
    }
}

proptest! {
    /// Whatever the text, a place in characters is the same place in bytes.
    #[test]
    fn characters_and_bytes_name_the_same_place(words in prop::collection::vec("[a-zßéЖ漢🙂]{1,9}", 1..400), at in 0u32..3000) {
        let mut document = Document::default();
        for block in words.chunks(7) {
            document.push(BlockKind::Paragraph, 0, &block.join(" "));
        }
        let text = document.text.clone();
        let held = Held::new(document, Vec::new());
        prop_assert_eq!(held.characters() as usize, text.chars().count());
        let at = at.min(held.characters());
        let byte = text.char_indices().nth(at as usize).map_or(text.len(), |(byte, _)| byte);
        prop_assert_eq!(held.byte(at), byte);
        prop_assert_eq!(held.character(byte), at);
    }
}

#[test]
fn work_for_us_and_what_the_law_demands_are_no_sharing_of_our_own_choice() {
    use crate::api::wire::LegalProcess;
    use crate::words::{PersonTold, ProcessKind};
    use HandlingPurpose as P;
    let process = |kind, number: &str| LegalProcess {
        kind,
        from: "The court of Fresno".into(),
        number: number.into(),
        received_on: "2026-04-01".into(),
        asked: "A name".into(),
        given: "A name".into(),
        approved_by: "Nele Brandt".into(),
        told: PersonTold::No,
        told_on: String::new(),
    };
    let never = promise(PromiseKind::NoSharing, &[], &[Act::Disclose], None);
    let only_by_law = promise(PromiseKind::LegalDisclosure, &[], &[Act::Disclose], None);
    for (purpose, contract, order, basis, collides, why) in [
        (
            P::ServiceProvider,
            Contract::Unknown,
            None,
            "",
            false,
            "the entry says so, and the directory nothing",
        ),
        (
            P::ServiceProvider,
            Contract::OnFile,
            None,
            "",
            false,
            "a contract on file",
        ),
        (
            P::ServiceProvider,
            Contract::Missing,
            None,
            "",
            true,
            "in the directory without a contract",
        ),
        (
            P::Other,
            Contract::OnFile,
            None,
            "",
            false,
            "a processor, whatever the entry calls it",
        ),
        (P::Other, Contract::Unknown, None, "", true, "anybody"),
        (
            P::TheirMarketing,
            Contract::OnFile,
            None,
            "",
            true,
            "its own marketing is no work for us",
        ),
        (
            P::BusinessTransfer,
            Contract::OnFile,
            None,
            "",
            true,
            "a sale of the shop is no work for us",
        ),
        (
            P::LegalProcess,
            Contract::Unknown,
            Some((ProcessKind::Subpoena, "24-118")),
            "",
            false,
            "a subpoena with its number",
        ),
        (
            P::LegalProcess,
            Contract::Unknown,
            Some((ProcessKind::CourtOrder, "3 C 7")),
            "",
            false,
            "an order with its number",
        ),
        (
            P::LegalProcess,
            Contract::Unknown,
            Some((ProcessKind::Subpoena, " ")),
            "",
            true,
            "a subpoena nobody can find",
        ),
        (
            P::LegalProcess,
            Contract::Unknown,
            Some((ProcessKind::AgencyRequest, "77")),
            "",
            true,
            "a wish of an authority",
        ),
        (
            P::LegalProcess,
            Contract::Unknown,
            Some((ProcessKind::AgencyRequest, "77")),
            "Tax Code 93c",
            false,
            "with the law behind it",
        ),
        (
            P::LegalProcess,
            Contract::Unknown,
            None,
            "",
            true,
            "a purpose alone demands nothing",
        ),
        (
            P::LegalProcess,
            Contract::Unknown,
            None,
            "Court order of 1 April",
            false,
            "a basis in words",
        ),
    ] {
        let done = HandlingIn {
            legal_basis: basis.into(),
            process: order.map(|(kind, number)| process(kind, number)),
            ..entry(
                Act::Disclose,
                purpose,
                &[DataTopic::EmailAddress],
                ConsentOnFile::None,
            )
        };
        for reading in [&never, &only_by_law] {
            let found = collide(&done, contract, reading);
            assert_eq!(found.is_some(), collides, "{why}: {:?}", reading.kind);
        }
    }
}
