//! Which letters fit a request now.

use super::case::Case;
use super::letters::{claims_under, spoken_of, under};
use super::offers::offer_under;
use crate::api::wire::{Refusal, StepName};
use crate::desk::Desk;
use crate::letter;
use crate::register::children;
use crate::words::{Capacity, LetterKind, Outcome, Right};
use chrono::NaiveDate;

/// Whether a letter fits now, or why not.
pub(super) fn fits(
    desk: &Desk,
    case: &Case,
    kind: LetterKind,
    law: &str,
    today: NaiveDate,
) -> Result<Result<(), String>, Refusal> {
    let claims = claims_under(case, law);
    let rights: Vec<Right> = claims.iter().map(|c| c.right).collect();
    let no = |why: &str| Ok(Err(why.to_owned()));
    if !case.open() {
        return no("The request is closed. Reopen it first.");
    }
    if let Some(why) = letter::forbidden(&under(desk, case, law)?, kind, &rights)? {
        return Ok(Err(why.to_string()));
    }
    let step = match kind {
        LetterKind::Acknowledgement => Some(StepName::Acknowledge),
        LetterKind::ProofOfIdentity => Some(StepName::AskIdentity),
        LetterKind::Clarification => Some(StepName::AskClarification),
        LetterKind::Extension => Some(StepName::Extend),
        _ => None,
    };
    if let Some(step) = step {
        return Ok(offer_under(desk, case, step, Some(law), today)?
            .map(|_| ())
            .map_err(|no| no.why));
    }
    let claims = spoken_of(desk, case, kind, law)?;
    if kind == LetterKind::DirectNotice {
        if !claims.iter().any(|c| c.undecided()) {
            return no("It is decided; there is no consent left to ask for.");
        }
        return Ok(children::notice_to_write(desk, case, today)?.map(|_| ()));
    }
    if kind == LetterKind::ParentNotice {
        return Ok(children::contact_notice_to_write(desk, case, today)?.map(|_| ()));
    }
    if matches!(kind, LetterKind::AgentAuthority | LetterKind::FeeNotice) {
        if kind == LetterKind::AgentAuthority && case.capacity == Capacity::Own {
            return no("They ask for themselves; there is nobody they act for.");
        }
        let open = claims.iter().any(|c| c.undecided());
        let done = "Everything is decided; there is nothing left to ask for.";
        return Ok(open.then_some(()).ok_or_else(|| done.to_owned()));
    }
    if kind == LetterKind::MissingParticulars {
        let open = claims.iter().any(|c| c.undecided());
        let done = "Everything is decided; there is nothing left to ask for.";
        return Ok(open.then_some(()).ok_or_else(|| done.to_owned()));
    }
    if claims.iter().any(|c| c.undecided()) {
        return no("Decide first; the letter says what was decided.");
    }
    let outcomes: Vec<Outcome> = claims.iter().filter_map(|c| c.outcome).collect();
    let refused = outcomes.contains(&Outcome::Refused);
    let granted = outcomes.contains(&Outcome::Granted);
    let part = outcomes.contains(&Outcome::GrantedInPart) || (refused && granted);
    let about: Vec<Right> = claims.iter().map(|c| c.right).collect();
    if let Some(why) = letter::off_ground(&under(desk, case, law)?, kind, &about)? {
        return Ok(Err(why));
    }
    match kind {
        LetterKind::ConsentLapsed => Ok(children::lapsed(desk, case, today)?),
        LetterKind::OptOutConfirmation
            if !claims
                .iter()
                .any(|c| c.right.means_stop() && c.outcome == Some(Outcome::Granted)) =>
        {
            no("Nothing was stopped that could be confirmed.")
        }
        LetterKind::NothingHeld if part || refused => no("Not everything was granted."),
        LetterKind::RestrictionLifting | LetterKind::RecipientNotice if !granted && !part => {
            no("Nothing was granted that could be told.")
        }
        LetterKind::AnswerInFull if part || refused => no("Not everything was granted."),
        LetterKind::AnswerInPart if !part => no("Nothing was granted in part."),
        LetterKind::Refusal if part || !refused => no("Not everything was refused."),
        _ => Ok(Ok(())),
    }
}
