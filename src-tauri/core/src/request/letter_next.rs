//! Which letter comes next.

use super::case::{Case, Claim};
use super::letter_fit::fits;
use super::letters::{claims_under, under};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::letter;
use crate::promise::quotes;
use crate::register::children;
use crate::store;
use crate::words::{LetterKind, Right};
use chrono::NaiveDate;

/// The letter most officers would write next.
pub(super) fn suggested(
    desk: &Desk,
    case: &Case,
    kind: LetterKind,
    law: &str,
    today: NaiveDate,
) -> Result<bool, Refusal> {
    let claims = claims_under(case, law);
    if claims.iter().any(|c| c.undecided()) {
        // A consent that we asked for ourselves is not acknowledged: the parent is told.
        if claims.iter().all(|c| c.right == Right::ChildConsent) {
            let told = children::notice_to_write(desk, case, today)?;
            return Ok(kind == LetterKind::ParentNotice
                || kind == LetterKind::DirectNotice && told.is_ok_and(|told| told.owed()));
        }
        let first = if asks_first(desk, case, law, &claims)? {
            LetterKind::MissingParticulars
        } else {
            LetterKind::Acknowledgement
        };
        return Ok(kind == first);
    }
    // A letter made for the very ground of the refusal comes before the plain one.
    let own = [LetterKind::RepeatRequest, LetterKind::ConsentLapsed];
    if kind == LetterKind::Refusal {
        for special in own {
            if fits(desk, case, special, law, today)?.is_ok() {
                return Ok(false);
            }
        }
    }
    let all_stop = claims.iter().all(|c| c.right.means_stop());
    Ok(match kind {
        LetterKind::OptOutConfirmation => all_stop,
        LetterKind::AnswerInFull => !all_stop,
        LetterKind::AnswerInPart | LetterKind::Refusal => true,
        _ if own.contains(&kind) => true,
        _ => false,
    })
}

/// What a promise wants of the request is missing and was not asked for yet: that comes before anything else is said.
fn asks_first(desk: &Desk, case: &Case, law: &str, claims: &[&Claim]) -> Result<bool, Refusal> {
    let rights: Vec<Right> = claims
        .iter()
        .filter(|claim| claim.undecided())
        .map(|claim| claim.right)
        .collect();
    if !quotes::lacks_for(desk, case, &rights) {
        return Ok(false);
    }
    let kind = LetterKind::MissingParticulars;
    if letter::forbidden(&under(desk, case, law)?, kind, &rights)?.is_some() {
        return Ok(false);
    }
    let written = store::letter::of(desk.store.read(), case.id)?;
    Ok(!written.iter().any(|one| one.kind == kind))
}
