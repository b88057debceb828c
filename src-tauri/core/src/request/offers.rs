//! Which steps make sense now; where one is not offered, the sentence that says why.

use super::case::{Case, Claim, Left, Milestone, purged};
use super::clock::{ClaimClock, ask};
use super::standing::standing;
use crate::api::wire::{Note, Refusal, RowState, StepName, StepOffer};
use crate::desk::Desk;
use crate::law::{self, Confidence, Offer, Remark};
use crate::words::{ClockFact, PostState};
use chrono::NaiveDate;

/// Whether a step is offered, and what is said either way.
pub type Offered = Result<Yes, No>;

/// Offered; what the law says to it.
#[derive(Debug, Default)]
pub struct Yes {
    note: Option<String>,
    /// The rule has not been compared with the text itself.
    caution: Option<&'static str>,
}

impl Yes {
    fn with(note: String, confidence: Confidence) -> Self {
        Self {
            note: Some(note),
            caution: confidence.caution(),
        }
    }
}

/// Not offered.
#[derive(Debug)]
pub struct No {
    /// Why, in one sentence.
    pub why: String,
    /// The article.
    pub cite: Option<String>,
    /// When it may be done all the same.
    pub room: Option<Remark>,
}

impl No {
    fn because(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            cite: None,
            room: None,
        }
    }

    /// For whoever asks for the step nevertheless.
    pub fn refuse(self) -> Refusal {
        Refusal::not_now(self.why)
    }
}

const CLOSED: &str = "The request is closed. Reopen it first.";

/// Every step of the page, offered or explained.
pub fn offers(
    desk: &Desk,
    case: &Case,
    clocks: &[ClaimClock],
    today: NaiveDate,
) -> Result<Vec<StepOffer>, Refusal> {
    let stands = standing(case, clocks, today);
    let next = primary(case, stands.state, stands.next_step);
    let mut all = Vec::new();
    for (step, label) in STEPS {
        if *step == StepName::AskOptIn && opt_in(desk, case, None, today)?.is_none() {
            continue;
        }
        let mut shown = StepOffer {
            step: *step,
            label: (*label).into(),
            offered: false,
            reason: None,
            cite: None,
            primary: false,
            room: None,
            caution: None,
        };
        match offer(desk, case, *step, today)? {
            Ok(yes) => {
                shown.offered = true;
                shown.primary = next == Some(*step);
                shown.reason = yes.note;
                shown.caution = yes.caution.map(str::to_owned);
            }
            Err(no) => {
                shown.reason = Some(no.why);
                shown.cite = no.cite;
                shown.room = no.room.map(|room| Note {
                    message: room.text,
                    cite: room.cite,
                });
            }
        }
        all.push(shown);
    }
    Ok(all)
}

const STEPS: &[(StepName, &str)] = &[
    (StepName::Acknowledge, "Acknowledge"),
    (StepName::AskIdentity, "Ask for proof of identity"),
    (StepName::IdentityReceived, "Proof received"),
    (StepName::AskClarification, "Ask to clarify"),
    (StepName::Clarified, "Clarified"),
    (StepName::Extend, "Extend"),
    (StepName::Decide, "Decide"),
    (StepName::WriteLetter, "Write a letter"),
    (StepName::AskOptIn, "Ask to opt in again"),
    (StepName::Note, "Note"),
    (StepName::Correct, "Correct"),
    (StepName::Close, "Close"),
    (StepName::Reopen, "Reopen"),
];

fn primary(case: &Case, state: RowState, next: &str) -> Option<StepName> {
    Some(match next {
        "Acknowledge" => StepName::Acknowledge,
        "Wait for proof of identity" => StepName::IdentityReceived,
        "Wait for their answer" => StepName::Clarified,
        "Send the answer" | "Send it again: a letter came back" => StepName::WriteLetter,
        "Close" => StepName::Close,
        _ if state == RowState::Closed => return None,
        _ if case.claims.iter().any(Claim::undecided) => StepName::Decide,
        _ => return None,
    })
}

/// Whether one step is offered now. Steps ask here again before they act: what the page shows may be old.
pub fn offer(
    desk: &Desk,
    case: &Case,
    step: StepName,
    today: NaiveDate,
) -> Result<Offered, Refusal> {
    offer_under(desk, case, step, None, today)
}

/// The same under one law only, for a letter that speaks under it.
pub fn offer_under(
    desk: &Desk,
    case: &Case,
    step: StepName,
    only: Option<&str>,
    today: NaiveDate,
) -> Result<Offered, Refusal> {
    let no = |why: &str| Ok(Err(No::because(why)));
    let yes = || Ok(Ok(Yes::default()));
    if let Some(on) = case.purged_on {
        return no(&purged(on));
    }
    let asked_open = |asked, settled| {
        let count = |fact| case.milestones.iter().filter(|m| m.fact == fact).count();
        count(asked) > count(settled)
    };
    match step {
        StepName::Note => yes(),
        StepName::Reopen if case.open() => no("The request is open."),
        StepName::Reopen => yes(),
        StepName::Correct => yes(),
        // Twelve months on most requests are closed; the person is still theirs to leave alone.
        StepName::AskOptIn => Ok(opt_in(desk, case, only, today)?
            .unwrap_or_else(|| Err(No::because("Nothing here was opted out of.")))),
        _ if !case.open() => no(CLOSED),
        StepName::Acknowledge if case.last(ClockFact::Acknowledged).is_some() => {
            no("It is acknowledged.")
        }
        StepName::Acknowledge if case.answer_written() => {
            no("It is answered; there is nothing to acknowledge.")
        }
        StepName::Acknowledge if case.heard_on().is_some() => {
            no("They have heard from you that it is here; there is nothing left to confirm.")
        }
        StepName::Acknowledge | StepName::WriteLetter => yes(),
        StepName::AskIdentity
            if asked_open(ClockFact::IdentityRequested, ClockFact::IdentityReceived) =>
        {
            no("Proof is asked for and has not come.")
        }
        StepName::AskIdentity if case.answer_written() => {
            no("It is answered; there is nothing to prove any more.")
        }
        StepName::AskIdentity => identity(desk, case, only),
        StepName::IdentityReceived
            if !asked_open(ClockFact::IdentityRequested, ClockFact::IdentityReceived) =>
        {
            no("No proof of identity is asked for.")
        }
        StepName::IdentityReceived => yes(),
        StepName::AskClarification
            if asked_open(
                ClockFact::ClarificationRequested,
                ClockFact::ClarificationReceived,
            ) =>
        {
            no("A question to them is open.")
        }
        StepName::AskClarification if case.answer_written() => no("It is answered."),
        StepName::AskClarification => clarification(desk, case, only, today),
        StepName::Clarified
            if !asked_open(
                ClockFact::ClarificationRequested,
                ClockFact::ClarificationReceived,
            ) =>
        {
            no("No question to them is open.")
        }
        StepName::Clarified => yes(),
        StepName::Extend => extension(desk, case, only, today),
        StepName::Decide => yes(),
        StepName::Close => closing(case),
    }
}

/// A claim and a law of it, or of the one law that is asked about.
fn pairs<'c>(
    case: &'c Case,
    only: Option<&'c str>,
) -> impl Iterator<Item = (&'c Claim, &'c String)> {
    case.claims
        .iter()
        .flat_map(|claim| claim.laws.iter().map(move |law| (claim, law)))
        .filter(move |(_, law)| only.is_none_or(|only| only == law.as_str()))
}

/// The first reason stays, unless a later one leaves room.
fn keep(because: &mut Option<No>, offer: Offer) {
    if let Offer::NotOffered { reason, cite, room } = offer
        && because
            .as_ref()
            .is_none_or(|no| no.room.is_none() && room.is_some())
    {
        *because = Some(No {
            why: reason,
            cite: Some(cite),
            room,
        });
    }
}

/// Allowed as soon as one right of the request may be proved; the letter names only that one.
fn identity(desk: &Desk, case: &Case, only: Option<&str>) -> Result<Offered, Refusal> {
    let mut because = None;
    for (claim, id) in pairs(case, only) {
        match law::may_ask_identity(
            desk.library.law(id)?,
            claim.right,
            case.capacity,
            case.received_on,
        )? {
            Offer::Allowed {
                note, confidence, ..
            } => return Ok(Ok(Yes::with(note, confidence))),
            closed => keep(&mut because, closed),
        }
    }
    Ok(Err(because.unwrap_or_else(|| {
        No::because("No law of this request lets proof be asked for.")
    })))
}

/// A question is always free; the note says whether the clock pauses for it.
fn clarification(
    desk: &Desk,
    case: &Case,
    only: Option<&str>,
    today: NaiveDate,
) -> Result<Offered, Refusal> {
    let mut note = None;
    for (claim, id) in pairs(case, only) {
        match ask(desk.here(), case, claim, id, |q, _| {
            law::may_pause_for_clarification(q, today)
        })? {
            Offer::Allowed {
                note, confidence, ..
            } => return Ok(Ok(Yes::with(note, confidence))),
            Offer::NotOffered { reason, .. } => note = note.or(Some(reason)),
        }
    }
    Ok(Ok(Yes {
        note,
        caution: None,
    }))
}

fn extension(
    desk: &Desk,
    case: &Case,
    only: Option<&str>,
    today: NaiveDate,
) -> Result<Offered, Refusal> {
    let waits = |m: &&Milestone| m.fact == ClockFact::Extended && m.left == Left::NotYet;
    if case.milestones.iter().find(waits).is_some() {
        return Ok(Err(No::because(
            "The letter that extends it lies in the house. Confirm its posting in the print room.",
        )));
    }
    let mut because = None;
    for (claim, id) in pairs(case, only) {
        match ask(desk.here(), case, claim, id, |q, _| {
            law::may_extend(q, today)
        })? {
            Offer::Allowed {
                note, confidence, ..
            } => return Ok(Ok(Yes::with(note, confidence))),
            closed => keep(&mut because, closed),
        }
    }
    Ok(Err(because.unwrap_or_else(|| {
        No::because("No law of this request gives more time.")
    })))
}

/// Whether they may be asked to agree again; nothing where no law of the request says so.
///
/// The law that waits longest decides.
fn opt_in(
    desk: &Desk,
    case: &Case,
    only: Option<&str>,
    today: NaiveDate,
) -> Result<Option<Offered>, Refusal> {
    let mut because = None;
    let mut allowed = None;
    for (claim, id) in pairs(case, only) {
        match ask(desk.here(), case, claim, id, |q, _| {
            law::may_ask_opt_in(q, today)
        })? {
            Some(Offer::Allowed {
                note, confidence, ..
            }) => allowed = allowed.or(Some(Yes::with(note, confidence))),
            Some(closed) => keep(&mut because, closed),
            None => {}
        }
    }
    Ok(match (because, allowed) {
        (Some(no), _) => Some(Err(no)),
        (None, Some(yes)) => Some(Ok(yes)),
        (None, None) => None,
    })
}

/// The first law of the request under which more time may be taken today.
pub fn law_to_extend(
    desk: &Desk,
    case: &Case,
    today: NaiveDate,
) -> Result<Option<String>, Refusal> {
    for claim in &case.claims {
        for id in &claim.laws {
            if ask(desk.here(), case, claim, id, |q, _| {
                law::may_extend(q, today)
            })?
            .is_allowed()
            {
                return Ok(Some(id.clone()));
            }
        }
    }
    Ok(None)
}

fn closing(case: &Case) -> Result<Offered, Refusal> {
    if case.in_the_post.contains(&PostState::Ready) {
        return Ok(Err(No::because(
            "A letter still lies in the house. Confirm its posting in the print room first.",
        )));
    }
    let undecided = case.claims.iter().filter(|c| c.undecided()).count();
    if undecided > 0 {
        let what = if undecided == 1 {
            "One thing they asked for is".into()
        } else {
            format!("{undecided} things they asked for are")
        };
        return Ok(Err(No::because(format!("{what} not decided."))));
    }
    let refused = case.claims.iter().any(Claim::refused_something);
    if refused && case.owes_answer() {
        return Ok(Err(No::because(
            "Something was refused, and no letter has told them why and where they can complain. Write it first.",
        )));
    }
    Ok(Ok(Yes {
        note: case
            .owes_answer()
            .then(|| "No letter of ours answered it: say in the note how they were told.".into()),
        caution: None,
    }))
}
