//! Which promises a request calls on: by the day of receipt, by whom they speak to, by the rights they open.

use super::book::{Book, answers_within, cited};
use crate::law::{self, LawError, Library, Step};
use crate::policy::WayOf;
use crate::request::case::{Case, Claim};
use crate::store::{policy::Version, promise::Reviewed};
use crate::words::{Audience, Capacity, DataKind, PromiseKind, QuestionTopic, Right};
use chrono::NaiveDate;

/// The pack of the house's own rules: it carries what only our policy promises.
pub const OWN_POLICY: &str = "own-policy";

/// One promise that a request calls on.
pub struct Engaged<'b> {
    pub promise: &'b Reviewed,
    pub version: &'b Version,
    /// The rights of the request that it opens; empty for one that only goes with it.
    pub rights: Vec<Right>,
    /// Whom it speaks to cannot be told from what is known of the person.
    pub open: bool,
}

/// Every accepted promise of the version in force on receipt that the request calls on, in the order of its text.
pub fn engaged<'b>(book: &'b Book, library: &Library, case: &Case) -> Vec<Engaged<'b>> {
    let Some(version) = book.in_force(case.received_on) else {
        return Vec::new();
    };
    book.promises(version.id)
        .filter_map(|promise| {
            let open = match speaks_to(library, case, promise) {
                Fit::No => return None,
                fit => fit == Fit::Open,
            };
            let rights = opened(case, promise);
            (!rights.is_empty() || goes_with(case, promise)).then_some(Engaged {
                promise,
                version,
                rights,
                open,
            })
        })
        .collect()
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Fit {
    Yes,
    No,
    /// Where the person lives was not said.
    Open,
}

fn speaks_to(library: &Library, case: &Case, promise: &Reviewed) -> Fit {
    let mut fit = Fit::No;
    for audience in &promise.reading.audiences {
        match fits(library, case, promise, *audience) {
            Fit::Yes => return Fit::Yes,
            Fit::Open => fit = Fit::Open,
            Fit::No => {}
        }
    }
    fit
}

fn fits(library: &Library, case: &Case, promise: &Reviewed, audience: Audience) -> Fit {
    let place = case.residence.as_str();
    let lives = |there: bool| match (place.is_empty() || place == "us", there) {
        (_, true) => Fit::Yes,
        (true, false) => Fit::Open,
        (false, false) => Fit::No,
    };
    let book = library.reach_book();
    let europe =
        book.in_group("eu", place) || book.in_group("uk", place) || place == "uk" || place == "ch";
    match audience {
        Audience::Everyone => Fit::Yes,
        Audience::Californians => lives(place == "us-ca"),
        Audience::Texans => lives(place == "us-tx"),
        Audience::Europeans if place == "us" => Fit::No,
        Audience::Europeans => lives(europe),
        // Which place is meant stands in the words only; those the other words name are not it.
        Audience::OtherRegion if europe || place == "us-ca" || place == "us-tx" => Fit::No,
        Audience::OtherRegion => Fit::Open,
        Audience::Children if about_child(case, promise.reading.age) => Fit::Yes,
        Audience::Children => Fit::No,
    }
}

/// The person is a child, as far as the request says: by age, by who asks, or by what is asked for.
pub fn about_child(case: &Case, below: Option<u32>) -> bool {
    let young = case.age.zip(below).is_some_and(|(age, below)| age < below);
    let grown = case.age.zip(below).is_some_and(|(age, below)| age >= below);
    young
        || !grown
            && (case.capacity == Capacity::ParentOrGuardian
                || case.claims.iter().any(|c| childs(c.right))
                || case.questions.contains(&QuestionTopic::Children))
}

/// A right that a parent has for a child.
pub fn childs(right: Right) -> bool {
    matches!(
        right,
        Right::ChildConsent | Right::ChildAccess | Right::ChildErasure | Right::ChildRefusal
    )
}

/// The rights of the request that a promise opens.
fn opened(case: &Case, promise: &Reviewed) -> Vec<Right> {
    case.claims
        .iter()
        .map(|c| c.right)
        .filter(|right| opens(case, promise, *right))
        .collect()
}

fn opens(case: &Case, promise: &Reviewed, asked: Right) -> bool {
    let reading = &promise.reading;
    if asked == Right::Question {
        return case
            .questions
            .iter()
            .any(|topic| answers(*topic).contains(&reading.kind));
    }
    // How soon everybody is answered, without naming a right.
    if reading.kind == PromiseKind::ResponseTime && reading.rights.is_empty() {
        return true;
    }
    reading.rights.iter().any(|right| {
        *right == asked
            || matches!(
                (right, asked),
                (Right::Unsubscribe, Right::MarketingObjection)
                    | (Right::MarketingObjection, Right::Unsubscribe)
            )
    })
}

/// The kinds of promise that answer a question.
pub fn answers(topic: QuestionTopic) -> &'static [PromiseKind] {
    use PromiseKind as K;
    match topic {
        QuestionTopic::Selling | QuestionTopic::Sharing => &[
            K::NoSharing,
            K::SharingLimits,
            K::DisclosureList,
            K::LegalDisclosure,
        ],
        QuestionTopic::DoNotTrack => &[K::DoNotTrack],
        QuestionTopic::Children => &[K::NoChildren, K::ParentalConsent, K::ParentalReview],
        QuestionTopic::Sensitive => &[K::OptIn, K::HealthAuthorization, K::ConfidentialChannel],
        QuestionTopic::Retention => &[K::Retention],
        QuestionTopic::Security => &[K::Security, K::BreachNotice],
        QuestionTopic::PolicyChanges => &[K::ChangeNotice, K::NoChangeNotice],
        QuestionTopic::Uses => &[K::UseLimit],
        QuestionTopic::Other => &[],
    }
}

/// Promises that open none of the rights asked for and yet belong beside the answer.
fn goes_with(case: &Case, promise: &Reviewed) -> bool {
    let reading = &promise.reading;
    case.claims.iter().any(|claim| match reading.kind {
        PromiseKind::IdentityCheck => claim.right != Right::Question && !claim.right.means_stop(),
        PromiseKind::OptOut if reading.rights.is_empty() => matches!(
            claim.right,
            Right::Erasure | Right::Objection | Right::ConsentWithdrawal
        ),
        PromiseKind::NoSharing | PromiseKind::SharingLimits => {
            claim.right == Right::OptOutSaleSharing
        }
        PromiseKind::NoChildren | PromiseKind::ParentalConsent => childs(claim.right),
        PromiseKind::ConfidentialChannel => {
            case.data_kinds.contains(&DataKind::HealthRecord)
                || matches!(
                    claim.right,
                    Right::HealthAuthorization | Right::DisclosureAccounting
                )
        }
        _ => false,
    })
}

/// A date that a promise sets for one claim.
#[derive(Debug, Clone)]
pub struct Promised {
    /// Names the passage.
    pub key: String,
    pub policy: u32,
    pub quote: String,
    pub cite: String,
    pub due: NaiveDate,
    pub steps: Vec<Step>,
}

/// The earliest date that a promise sets for a claim, where one does.
pub fn promised(
    book: &Book,
    library: &Library,
    home: &str,
    case: &Case,
    claim: &Claim,
) -> Result<Option<Promised>, LawError> {
    let Some(version) = book.in_force(case.received_on) else {
        return Ok(None);
    };
    let mut earliest: Option<Promised> = None;
    for promise in book
        .promises(version.id)
        .filter(|p| answers_within(&p.reading))
    {
        if speaks_to(library, case, promise) != Fit::Yes || !opens(case, promise, claim.right) {
            continue;
        }
        if let Some(found) = date(library, home, case, promise, version)?
            && earliest.as_ref().is_none_or(|known| found.due < known.due)
        {
            earliest = Some(found);
        }
    }
    Ok(earliest)
}

/// The date that one promise sets, where it names a number.
pub fn date(
    library: &Library,
    home: &str,
    case: &Case,
    promise: &Reviewed,
    version: &Version,
) -> Result<Option<Promised>, LawError> {
    let Some(limit) = promise
        .reading
        .time_limit
        .as_ref()
        .filter(|_| answers_within(&promise.reading))
    else {
        return Ok(None);
    };
    let cite = cited(version);
    let counted = law::promised(
        case.received_on,
        limit.count,
        limit.unit,
        library.calendar(home)?,
        &cite,
    )?;
    Ok(counted.map(|(due, steps)| Promised {
        key: promise.key.clone(),
        policy: promise.policy,
        quote: promise.quote.clone(),
        cite,
        due,
        steps,
    }))
}

/// The ways that a version names for writing to the organisation, for promises that name none themselves.
pub fn contacts(book: &Book, library: &Library, case: &Case) -> Vec<WayOf> {
    let mut ways: Vec<WayOf> = Vec::new();
    for promise in book.promises_on(case.received_on) {
        let reading = &promise.reading;
        let meant = reading.rights.is_empty() || !opened(case, promise).is_empty();
        if reading.kind == PromiseKind::Contact
            && meant
            && speaks_to(library, case, promise) == Fit::Yes
        {
            for way in &reading.ways {
                if !ways.contains(way) {
                    ways.push(way.clone());
                }
            }
        }
    }
    ways
}
