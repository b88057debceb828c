//! A request that comes again: what was answered before, and from when the person may ask anew.

use super::case::{Case, Claim};
use super::preview::answered_before;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::law::{self, Frequency, Law};
use crate::letter::{Repeat, Tongue};
use crate::words::LetterKind;
use chrono::NaiveDate;

/// A limit that the earlier requests of the same person have reached.
pub struct Reached<'l> {
    limit: &'l Frequency,
    earlier: Vec<NaiveDate>,
    /// The first day on which it stands in the way no more.
    pub again: NaiveDate,
}

/// The limit that a letter of this kind speaks of, where it is reached: how often the law wants an answer,
/// and in a letter about a fee how often it wants one for nothing.
pub fn reached<'l>(
    desk: &Desk,
    case: &Case,
    claim: &Claim,
    law: &'l Law,
    kind: LetterKind,
) -> Result<Option<Reached<'l>>, Refusal> {
    let rule = law.right(claim.right, case.received_on)?;
    let limit = match kind {
        LetterKind::RepeatRequest => rule.frequency.as_ref(),
        LetterKind::FeeNotice => rule.free.as_ref(),
        _ => None,
    };
    let Some(limit) = limit else {
        return Ok(None);
    };
    let prior = answered_before(desk, case, claim)?;
    let note = if kind == LetterKind::FeeNotice {
        law::fee_note(law, claim.right, &prior, case.received_on)?
    } else {
        law::frequency_note(law, claim.right, &prior, case.received_on)?
    };
    let again = law::again_from(limit, &prior, case.received_on);
    Ok(note.zip(again).map(|(note, again)| Reached {
        limit,
        earlier: note.earlier,
        again,
    }))
}

/// What a letter says of it.
pub fn fields(
    desk: &Desk,
    case: &Case,
    claim: &Claim,
    law: &Law,
    kind: LetterKind,
    words: &Tongue,
    american: bool,
) -> Result<Option<Repeat>, Refusal> {
    Ok(reached(desk, case, claim, law, kind)?.map(|one| Repeat {
        limit: one.limit.text.clone(),
        cite: one.limit.cite.clone(),
        earlier: one
            .earlier
            .iter()
            .map(|on| words.date(*on, american))
            .collect(),
        again: words.date(one.again, american),
    }))
}
