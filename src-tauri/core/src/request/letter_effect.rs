//! What a letter does to the clocks on the day it leaves, and by which way it may leave.

use super::case::{Case, Milestone};
use super::letters::spoken_of;
use crate::api::wire::{LetterIssue, Refusal};
use crate::desk::Desk;
use crate::register::health;
use crate::store::draft::LetterInHand;
use crate::words::{ClockFact, LetterKind};
use chrono::NaiveDate;

/// What a letter does to the clock on the day it leaves. Asking for what a policy wants stops no law's clock.
pub fn effect(kind: LetterKind) -> Option<ClockFact> {
    Some(match kind {
        LetterKind::MissingParticulars
        | LetterKind::DirectNotice
        | LetterKind::RestrictionLifting
        | LetterKind::RecipientNotice
        | LetterKind::ParentNotice => return None,
        // No text stops a clock for a missing authority; the stricter reading lets it run on.
        LetterKind::AgentAuthority => return None,
        LetterKind::FeeNotice => ClockFact::FeeRequested,
        LetterKind::Acknowledgement => ClockFact::Acknowledged,
        LetterKind::ProofOfIdentity => ClockFact::IdentityRequested,
        LetterKind::Clarification => ClockFact::ClarificationRequested,
        LetterKind::Extension => ClockFact::Extended,
        LetterKind::AnswerInFull
        | LetterKind::AnswerInPart
        | LetterKind::Refusal
        | LetterKind::NothingHeld
        | LetterKind::RepeatRequest
        | LetterKind::ConsentLapsed
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

/// Why a letter with details of somebody's health leaves by plain mail, and the article; nothing where that needs no reason.
pub fn plain_mail(
    desk: &Desk,
    case: &Case,
    kept: &LetterInHand,
    args: &LetterIssue,
) -> Result<Option<(String, String)>, Refusal> {
    if args.sent_by != "mail" {
        return Ok(None);
    }
    let Some(note) = health::plain_mail(desk, case, kept.kind, &kept.law)? else {
        return Ok(None);
    };
    let why = args
        .plain_mail_reason
        .as_deref()
        .unwrap_or_default()
        .trim()
        .to_owned();
    if why.is_empty() {
        return Err(Refusal::field(
            "plain_mail_reason",
            format!("{} ({})", note.message, note.cite),
        ));
    }
    Ok(Some((why, note.cite)))
}
