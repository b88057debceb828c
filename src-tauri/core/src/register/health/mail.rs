//! Letters with details of somebody's health do not leave by plain mail without a reason.

use super::rules::rules;
use crate::api::wire::{Refusal, RegisterNote};
use crate::desk::Desk;
use crate::promise::engaged::engaged;
use crate::request::case::Case;
use crate::words::{LetterKind, PromiseKind};

/// Why a letter of this kind should not leave by plain mail; nothing where it may.
///
/// A law about health records speaks of what the letter carries; a promise of a protected way speaks for itself.
pub fn plain_mail(
    desk: &Desk,
    case: &Case,
    kind: LetterKind,
    law: &str,
) -> Result<Option<RegisterNote>, Refusal> {
    let rule = &rules()?.plain_mail;
    if !rule.letters.contains(&kind) {
        return Ok(None);
    }
    if let Some(one) = engaged(&desk.policy, desk.library, case)
        .into_iter()
        .find(|one| one.promise.reading.kind == PromiseKind::ConfidentialChannel)
    {
        return Ok(Some(RegisterNote {
            message: format!(
                "The policy promises a protected way: “{}” {}",
                one.promise.quote.trim(),
                rule.text
            ),
            cite: crate::promise::book::at(one.version, one.promise),
            caution: None,
        }));
    }
    let about_health = rule.laws.iter().any(|one| one == law)
        || case.data_kinds.iter().any(|kind| rule.data.contains(kind));
    Ok(about_health.then(|| rule.source.note(rule.text.clone())))
}
