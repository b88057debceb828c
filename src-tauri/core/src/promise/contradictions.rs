//! What does not agree with a promise in force: derived from what was done, decided and missed; answered in writing.
//!
//! Nothing of it is stored but the answers. Each has a key made of what collides and of the passage, which never changes.

use super::at_work::is_kept_by_granting;
use super::book::{Book, at};
use super::collide::{Contract, collide};
use super::engaged::{about_child, childs, engaged, promised};
use super::notice;
use crate::api::wire::{
    CheckState, ConsentOnFile, Contradiction, ContradictionAbout, ContradictionAnswered,
    HandlingIn, Refusal,
};
use crate::desk::Desk;
use crate::policy::Reading;
use crate::register::against::{Against, against};
use crate::register::{children, recipients};
use crate::request::board::right_name;
use crate::request::case::{Case, Claim};
use crate::request::deadlines::settled_on;
use crate::store::{self, Event, handling::Handling, policy::Version, promise::Reviewed};
use crate::time::{Now, short};
use crate::words::{Act, Outcome, PromiseKind, QuestionTopic, Right};
use chrono::NaiveDate;
use serde_json::json;

/// What the log says of an answer; it stands with its request where it has one.
pub fn answered_event(one: &Contradiction, text: &str) -> Event {
    let event = match one.request {
        Some(request) => Event::of(request, "contradiction-answered", ANSWERED),
        None => Event::desk("contradiction-answered", ANSWERED),
    };
    event
        .facts(json!({ "contradiction": one.key, "about": one.about, "policy": one.policy }))
        .detail("What", one.message.clone())
        .detail("Promised", format!("“{}” ({})", one.quote, one.cite))
        .detail("Answer", text)
}

const ANSWERED: &str = "A contradiction with the policy was answered in writing.";

/// An answer that says something.
pub fn written(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::field(
            "text",
            "Write what was found and what was done about it; the year’s report quotes it.",
        ));
    }
    if text.chars().count() > LONGEST {
        return Err(Refusal::field(
            "text",
            format!("That is too long for the report; {LONGEST} characters are the most."),
        ));
    }
    Ok(text.to_owned())
}

/// Longest answer that a report can quote.
const LONGEST: usize = 4000;

/// What requests and notices show; the register stands apart.
pub fn of_requests(desk: &Desk, now: Now) -> Result<Vec<Contradiction>, Refusal> {
    let today = now.today(desk.zone);
    let mut all = notice::missed(&desk.policy, today);
    for case in candidates(desk)? {
        all.extend(of_case(desk, &case, today)?);
    }
    all.sort_by(|a, b| b.on.cmp(&a.on).then_with(|| a.key.cmp(&b.key)));
    all.dedup_by(|a, b| a.key == b.key);
    Ok(all)
}

/// Requests in which something may collide: refused, about a child, or with a promised date.
fn candidates(desk: &Desk) -> Result<Vec<Case>, Refusal> {
    if desk.policy.versions.is_empty() {
        return Ok(Vec::new());
    }
    let promises = desk.policy.reviewed.iter();
    let mut rights: Vec<Right> = promises
        .filter(|p| super::book::answers_within(&p.reading))
        .flat_map(|p| match p.reading.rights.as_slice() {
            // How soon everybody is answered.
            [] => Right::ALL.to_vec(),
            some => some.to_vec(),
        })
        .collect();
    rights.extend(Right::ALL.iter().copied().filter(|right| childs(*right)));
    let ids: Vec<&str> = rights.iter().map(|right| right.id()).collect();
    let found = store::request::with_claims(desk.store.read(), &ids)?;
    store::request::load_these(desk.store.read(), &found)
}

/// What one entry collides with; `known` once it stands in the register. What is struck out or corrected collides with nothing.
pub fn of_entry(
    desk: &Desk,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<&Handling>,
) -> Result<Vec<Contradiction>, Refusal> {
    if known.is_some_and(|one| !one.stands()) {
        return Ok(Vec::new());
    }
    of_entry_at(desk, entry, day, known, known.map(|one| one.id))
}

/// As [`of_entry`], for one that will take the `place` of an earlier entry.
pub fn of_entry_at(
    desk: &Desk,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<&Handling>,
    place: Option<u32>,
) -> Result<Vec<Contradiction>, Refusal> {
    let contract = recipients::contract_of(desk, entry.recipient_id, day)?;
    of_entry_with(desk, entry, day, known, place, contract)
}

/// As [`of_entry_at`], where it is known whether the recipient worked under a contract that day.
pub fn of_entry_with(
    desk: &Desk,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<&Handling>,
    place: Option<u32>,
    contract: Contract,
) -> Result<Vec<Contradiction>, Refusal> {
    let book = &desk.policy;
    let what = known.map_or_else(
        || "handling-new".to_owned(),
        |one| format!("handling-{}", one.id),
    );
    let with = |one: Contradiction| Contradiction {
        request: entry.request,
        reference: known.map(|one| one.reference.clone()).unwrap_or_default(),
        handling: known.map(|one| one.id),
        ..one
    };
    let mut all: Vec<Contradiction> = against(desk, entry, day, place)?
        .into_iter()
        .map(|one| with(from_register(book, &what, day, one)))
        .collect();
    let Some(version) = book.in_force(day) else {
        return Ok(all);
    };
    // A child’s own file says which consent stands; what the entry says of one is not asked for beside it.
    let by_file = entry.child.is_some()
        && !all
            .iter()
            .any(|one| one.about == ContradictionAbout::Consent && one.key.contains(":child-"));
    all.extend(book.promises(version.id).filter_map(|promise| {
        if by_file && promise.reading.kind == PromiseKind::ParentalConsent {
            return None;
        }
        let collision = collide(entry, contract, &promise.reading)?;
        let about = match entry.act {
            Act::Collect => ContradictionAbout::Collection,
            Act::Use => ContradictionAbout::Use,
            Act::Disclose | Act::Sell => ContradictionAbout::Disclosure,
        };
        Some(with(Contradiction {
            needs_answer: collision.needs_answer,
            obtain: collision.obtain.to_owned(),
            ..made(book, &what, about, day, collision.message, version, promise)
        }))
    }));
    Ok(all)
}

/// What a register says against an entry, with what was written about it.
fn from_register(book: &Book, what: &str, on: NaiveDate, one: Against) -> Contradiction {
    let key = format!("{what}:{}", one.key);
    Contradiction {
        answer: answered(book, &key),
        key,
        about: one.about,
        on: on.to_string(),
        message: one.message,
        promise: None,
        policy: None,
        quote: String::new(),
        cite: one.cite,
        request: None,
        reference: String::new(),
        handling: None,
        needs_answer: one.needs_answer,
        alike: 0,
        obtain: one.obtain.to_owned(),
    }
}

fn answered(book: &Book, key: &str) -> Option<ContradictionAnswered> {
    book.answers.get(key).map(|a| ContradictionAnswered {
        text: a.text.clone(),
        officer: a.officer.clone(),
        at: a.at.clone(),
    })
}

/// One contradiction with what was written about it.
pub fn made(
    book: &Book,
    what: &str,
    about: ContradictionAbout,
    on: NaiveDate,
    message: String,
    version: &Version,
    promise: &Reviewed,
) -> Contradiction {
    let key = format!("{what}:{}:{}", promise.policy, promise.key);
    Contradiction {
        answer: answered(book, &key),
        key,
        about,
        on: on.to_string(),
        message,
        promise: Some(promise.id),
        policy: Some(promise.policy),
        quote: promise.quote.clone(),
        cite: at(version, promise),
        request: None,
        reference: String::new(),
        handling: None,
        needs_answer: false,
        alike: 0,
        obtain: String::new(),
    }
}

/// The answer will speak of what was given to others: then what was given against a promise must be seen first.
pub fn asks_what_was_given(case: &Case, claim: &Claim) -> bool {
    match claim.right {
        Right::DisclosureList => true,
        Right::Question => case
            .questions
            .iter()
            .any(|topic| matches!(topic, QuestionTopic::Selling | QuestionTopic::Sharing)),
        _ => false,
    }
}

/// A promise about giving a child's data away, and none about collecting it.
fn of_disclosure(reading: &Reading) -> bool {
    !reading.acts.is_empty()
        && reading
            .acts
            .iter()
            .all(|act| matches!(act, Act::Disclose | Act::Sell))
}

/// What a request's own history collides with.
pub fn of_case(desk: &Desk, case: &Case, today: NaiveDate) -> Result<Vec<Contradiction>, Refusal> {
    let book = &desk.policy;
    let mut all = Vec::new();
    let with = |one: Contradiction| Contradiction {
        request: Some(case.id),
        reference: case.reference.clone(),
        ..one
    };
    for one in engaged(book, desk.library, case) {
        let reading = &one.promise.reading;
        for claim in &case.claims {
            if one.rights.contains(&claim.right)
                && claim.outcome == Some(Outcome::Refused)
                && is_kept_by_granting(reading.kind)
                && excused(desk, case, &one)?.is_none()
            {
                let on = claim.decided_on.unwrap_or(case.received_on);
                let name = right_name(desk, case, claim.right, claim.laws.first());
                all.push(with(made(
                    book,
                    &format!("decision-{}", claim.id),
                    ContradictionAbout::Decision,
                    on,
                    format!(
                        "“{name}” was refused, though the policy in force on receipt promises it."
                    ),
                    one.version,
                    one.promise,
                )));
            }
        }
        let kept_from_children = matches!(
            reading.kind,
            PromiseKind::NoChildren | PromiseKind::ParentalConsent
        );
        if kept_from_children
            && about_child(case, reading.age)
            && case
                .claims
                .iter()
                .any(|c| childs(c.right) && c.right != Right::ChildConsent)
            && !consented(desk, case)?
        {
            let age = case
                .age
                .map_or_else(|| "a child".to_owned(), |age| format!("a child of {age}"));
            let below = reading
                .age
                .map(|n| format!(" under {n}"))
                .unwrap_or_default();
            let promised = if reading.kind == PromiseKind::NoChildren {
                format!("nothing is knowingly collected from children{below}")
            } else if of_disclosure(reading) {
                format!("without it nothing of a child{below} is disclosed")
            } else {
                format!("a parent is asked before anything of a child{below} is collected")
            };
            all.push(with(made(
                book,
                &format!("child-{}", case.id),
                ContradictionAbout::Child,
                case.received_on,
                format!(
                    "Data of {age} seems to be held and no consent of a parent is on file in the register, though the policy says that {promised}."
                ),
                one.version,
                one.promise,
            )));
        }
    }
    for claim in &case.claims {
        all.extend(late(desk, case, claim, today)?.map(with));
    }
    Ok(all)
}

/// What of a request is found by who asked, and by their other requests, as keys: the promises that let it be refused, and a parent's consent.
///
/// Once the person is purged it cannot be found again, so it is kept then: the figures of the years go by it.
pub fn found_by_person(desk: &Desk, case: &Case) -> Result<Vec<String>, Refusal> {
    let mut found = Vec::new();
    for one in engaged(&desk.policy, desk.library, case) {
        if excused(desk, case, &one)?.is_some() {
            found.push(passage(&one));
        }
    }
    if consented(desk, case)? {
        found.push(CONSENTED.to_owned());
    }
    Ok(found)
}

/// A parent's consent, among what was found.
const CONSENTED: &str = "parents-consent";

fn passage(one: &super::engaged::Engaged) -> String {
    format!("{}:{}", one.promise.policy, one.promise.key)
}

/// The promise itself lets this request be refused: what it asks for is missing, or it was asked too often.
fn excused(desk: &Desk, case: &Case, one: &super::engaged::Engaged) -> Result<Option<()>, Refusal> {
    if let Some(found) = store::retention::found(desk.store.read(), case.id)? {
        return Ok(found.contains(&passage(one)).then_some(()));
    }
    let reading = &one.promise.reading;
    let lacks = reading
        .conditions
        .iter()
        .any(|c| super::requirements::compare(case, c).state == CheckState::Missing);
    let often = match &reading.frequency {
        Some(limit) => {
            super::at_work::frequency(desk, case, one, limit)?.state == CheckState::Reached
        }
        None => false,
    };
    Ok((lacks || often || one.open).then_some(()))
}

/// A parent's consent is on file: in the child's own file, or with an entry that belongs to this request.
fn consented(desk: &Desk, case: &Case) -> Result<bool, Refusal> {
    let conn = desk.store.read();
    if let Some(found) = store::retention::found(conn, case.id)? {
        return Ok(found.iter().any(|key| key == CONSENTED));
    }
    let theirs = store::handling::of_request(conn, case.id)?;
    let entered = store::handling::these(conn, &theirs)?.iter().any(|one| {
        matches!(
            one.entry.consent,
            ConsentOnFile::ParentUse | ConsentOnFile::ParentDisclose
        )
    });
    Ok(entered || children::consented(desk, case)?)
}

/// The promised day went by.
fn late(
    desk: &Desk,
    case: &Case,
    claim: &Claim,
    today: NaiveDate,
) -> Result<Option<Contradiction>, Refusal> {
    let book = &desk.policy;
    let Some(promise) = promised(book, desk.library, &desk.profile.calendar, case, claim)? else {
        return Ok(None);
    };
    let settled = settled_on(case, claim);
    let over = settled.map_or_else(
        || case.open() && today > promise.due,
        |on| on > promise.due && !claim.withdrawn(),
    );
    let Some(reviewed) = book
        .promises(promise.policy)
        .find(|one| one.key == promise.key)
        .filter(|_| over)
    else {
        return Ok(None);
    };
    let version = book.version(promise.policy)?;
    let name = right_name(desk, case, claim.right, claim.laws.first());
    let message = match settled {
        Some(on) => format!(
            "“{name}” was answered on {}, though the policy promises an answer by {}.",
            short(on),
            short(promise.due)
        ),
        None => format!(
            "“{name}” is not answered, though the policy promises an answer by {}.",
            short(promise.due)
        ),
    };
    Ok(Some(made(
        book,
        &format!("late-{}", claim.id),
        ContradictionAbout::Late,
        promise.due,
        message,
        version,
        reviewed,
    )))
}
