//! What a letter does to the clocks on the day it leaves.

use super::case::{Case, Milestone};
use super::letters::spoken_of;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::store::draft::LetterInHand;
use crate::words::{ClockFact, LetterKind};
use chrono::NaiveDate;

/// What a letter does to the clock on the day it leaves. Asking for what a policy wants stops no law's clock.
pub fn effect(kind: LetterKind) -> Option<ClockFact> {
    Some(match kind {
        LetterKind::MissingParticulars | LetterKind::DirectNotice => return None,
        LetterKind::Acknowledgement => ClockFact::Acknowledged,
        LetterKind::ProofOfIdentity => ClockFact::IdentityRequested,
        LetterKind::Clarification => ClockFact::ClarificationRequested,
        LetterKind::Extension => ClockFact::Extended,
        LetterKind::AnswerInFull
        | LetterKind::AnswerInPart
        | LetterKind::Refusal
        | LetterKind::OptOutConfirmation => ClockFact::Answered,
    })
}

/// What a letter records: an extension under its law only, an answer for the claims it speaks of only.
pub fn milestones(
    desk: &Desk,
    case: &Case,
    kept: &LetterInHand,
    fact: Option<ClockFact>,
    today: NaiveDate,
) -> Result<Vec<Milestone>, Refusal> {
    let Some(fact) = fact else {
        return Ok(Vec::new());
    };
    let whole = Milestone::of(fact, today);
    if fact == ClockFact::Extended {
        return Ok(vec![Milestone {
            law: Some(kept.law.clone()),
            ..whole
        }]);
    }
    if fact != ClockFact::Answered {
        return Ok(vec![whole]);
    }
    Ok(spoken_of(desk, case, kept.kind, &kept.law)?
        .into_iter()
        .map(|claim| Milestone {
            claim: Some(claim.id),
            ..whole.clone()
        })
        .collect())
}
