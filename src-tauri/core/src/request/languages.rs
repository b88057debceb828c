//! In what a request's letters can be written, and what is suggested.

use super::case::Case;
use crate::api::wire::{LanguageChoice, LanguageWithout, Refusal};
use crate::desk::Desk;
use crate::letter::{self, tongue};
use crate::promise::quotes;
use crate::store;
use crate::words::LetterLanguage;

/// The language of the last letter that left for a request; none where none has.
pub fn earlier(desk: &Desk, case: &Case) -> Result<Option<LetterLanguage>, Refusal> {
    let letters = store::letter::of(desk.store.read(), case.id)?;
    Ok(letters.first().map(|letter| letter.language))
}

/// Every language, with why it is suggested and for which laws of the request there are no letters in it.
///
/// Earlier letters count before the place where the person lives; a language in which no law of the
/// request has letters is never suggested.
pub fn choices(desk: &Desk, case: &Case) -> Result<Vec<LanguageChoice>, Refusal> {
    let mut laws: Vec<&String> = case.claims.iter().flat_map(|claim| &claim.laws).collect();
    laws.sort();
    laws.dedup();
    let mut all = Vec::new();
    for language in LetterLanguage::ALL.iter().copied() {
        let words = tongue(language)?;
        let mut without = Vec::new();
        for law in &laws {
            if let Some(reason) = letter::no_letters(language, desk.library.law(law)?)? {
                without.push(LanguageWithout {
                    law: (*law).clone(),
                    reason,
                });
            }
        }
        all.push(LanguageChoice {
            language,
            name: words.name.clone(),
            suggested: false,
            because: String::new(),
            missing: quotes::missing(desk, case, words, false),
            without,
        });
    }
    let (wanted, because) = wanted(desk, case)?;
    let some = |choice: &&mut LanguageChoice| choice.without.len() < laws.len() || laws.is_empty();
    let fits = all.iter_mut().filter(some);
    if let Some(choice) = fits.into_iter().find(|choice| choice.language == wanted) {
        choice.suggested = true;
        choice.because = because;
    } else if let Some(english) = all.first_mut() {
        english.suggested = true;
    }
    Ok(all)
}

fn wanted(desk: &Desk, case: &Case) -> Result<(LetterLanguage, String), Refusal> {
    if let Some(language) = earlier(desk, case)? {
        return Ok((language, "the last letter of this request was in it".into()));
    }
    let country = case.residence.split('-').next().unwrap_or_default();
    for language in LetterLanguage::ALL.iter().copied() {
        if tongue(language)?
            .residences
            .iter()
            .any(|place| place == country || *place == case.residence)
        {
            return Ok((language, "by where the person lives".into()));
        }
    }
    Ok((LetterLanguage::default(), String::new()))
}
