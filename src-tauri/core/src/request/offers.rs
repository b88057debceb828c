//! Which steps make sense now; where one is not offered, the sentence that says why.

use super::case::{Case, Claim};
use super::clock::{ClaimClock, ask};
use super::standing::standing;
use crate::api::wire::{Refusal, RowState, StepName, StepOffer};
use crate::desk::Desk;
use crate::law::{self, Offer};
use crate::words::{ClockFact, Outcome};
use chrono::NaiveDate;

/// Whether a step is offered: yes, or why not and under which article.
pub type Offered = Result<Option<String>, (String, Option<String>)>;

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
        let offered = offer(desk, case, *step, today)?;
        let (reason, cite) = match &offered {
            Ok(note) => (note.clone(), None),
            Err((why, cite)) => (Some(why.clone()), cite.clone()),
        };
        all.push(StepOffer {
            step: *step,
            label: (*label).into(),
            offered: offered.is_ok(),
            reason,
            cite,
            primary: offered.is_ok() && next == Some(*step),
        });
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
        "Send the answer" => StepName::WriteLetter,
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
    let no = |why: &str| Ok(Err((why.to_owned(), None)));
    let yes = || Ok(Ok(None));
    let asked_open = |asked, settled| {
        let count = |fact| case.milestones.iter().filter(|m| m.fact == fact).count();
        count(asked) > count(settled)
    };
    match step {
        StepName::Note => yes(),
        StepName::Reopen if case.open() => no("The request is open."),
        StepName::Reopen => yes(),
        StepName::Correct => yes(),
        _ if !case.open() => no(CLOSED),
        StepName::Acknowledge if case.last(ClockFact::Acknowledged).is_some() => {
            no("It is acknowledged.")
        }
        StepName::Acknowledge if case.answered_on().is_some() => {
            no("It is answered; there is nothing to acknowledge.")
        }
        StepName::Acknowledge | StepName::WriteLetter => yes(),
        StepName::AskIdentity
            if asked_open(ClockFact::IdentityRequested, ClockFact::IdentityReceived) =>
        {
            no("Proof is asked for and has not come.")
        }
        StepName::AskIdentity if case.answered_on().is_some() => {
            no("It is answered; there is nothing to prove any more.")
        }
        StepName::AskIdentity => identity(desk, case),
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
        StepName::AskClarification if case.answered_on().is_some() => no("It is answered."),
        StepName::AskClarification => clarification(desk, case, today),
        StepName::Clarified
            if !asked_open(
                ClockFact::ClarificationRequested,
                ClockFact::ClarificationReceived,
            ) =>
        {
            no("No question to them is open.")
        }
        StepName::Clarified => yes(),
        StepName::Extend => extension(desk, case, today),
        StepName::Decide => yes(),
        StepName::Close => closing(case),
    }
}

/// Allowed as soon as one right of the request may be proved; the letter names only that one.
fn identity(desk: &Desk, case: &Case) -> Result<Offered, Refusal> {
    let mut because = None;
    for claim in &case.claims {
        for id in &claim.laws {
            match law::may_ask_identity(
                desk.library.law(id)?,
                claim.right,
                case.capacity,
                case.received_on,
            )? {
                Offer::Allowed { note, .. } => return Ok(Ok(Some(note))),
                Offer::NotOffered { reason, cite } => {
                    because = because.or(Some((reason, Some(cite))))
                }
            }
        }
    }
    Ok(Err(because.unwrap_or_else(|| {
        (
            "No law of this request lets proof be asked for.".into(),
            None,
        )
    })))
}

/// A question is always free; the note says whether the clock pauses for it.
fn clarification(desk: &Desk, case: &Case, today: NaiveDate) -> Result<Offered, Refusal> {
    let mut note = None;
    for claim in &case.claims {
        for id in &claim.laws {
            match ask(desk.here(), case, claim, id, |q, _| {
                law::may_pause_for_clarification(q, today)
            })? {
                Offer::Allowed { note: pauses, .. } => return Ok(Ok(Some(pauses))),
                Offer::NotOffered { reason, .. } => note = note.or(Some(reason)),
            }
        }
    }
    Ok(Ok(note))
}

fn extension(desk: &Desk, case: &Case, today: NaiveDate) -> Result<Offered, Refusal> {
    let mut because = None;
    for claim in &case.claims {
        for id in &claim.laws {
            match ask(desk.here(), case, claim, id, |q, _| {
                law::may_extend(q, today)
            })? {
                Offer::Allowed { note, .. } => return Ok(Ok(Some(note))),
                Offer::NotOffered { reason, cite } => {
                    because = because.or(Some((reason, Some(cite))))
                }
            }
        }
    }
    Ok(Err(because.unwrap_or_else(|| {
        ("No law of this request gives more time.".into(), None)
    })))
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
    let undecided = case.claims.iter().filter(|c| c.undecided()).count();
    if undecided > 0 {
        let what = if undecided == 1 {
            "One thing they asked for is".into()
        } else {
            format!("{undecided} things they asked for are")
        };
        return Ok(Err((format!("{what} not decided."), None)));
    }
    let refused = case
        .claims
        .iter()
        .any(|c| matches!(c.outcome, Some(Outcome::Refused | Outcome::GrantedInPart)));
    if refused && case.owes_answer() {
        return Ok(Err(("Something was refused, and no letter has told them why and where they can complain. Write it first.".into(), None)));
    }
    Ok(Ok(case.owes_answer().then(|| {
        "No letter of ours answered it: say in the note how they were told.".into()
    })))
}
