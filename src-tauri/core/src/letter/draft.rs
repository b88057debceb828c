//! Template and fields become the first text of a letter.
//!
//! A template is text with a head (`subject:`, `salutation:`, `closing:`) and blocks;
//! a line `--- item item` begins a block and names the required items it carries.

use std::collections::BTreeSet;

use minijinja::Value;
use minijinja::value::{Serde, merge_maps};
use serde::Serialize;

use super::demands::{Says, demands};
use super::error::LetterError;
use super::fields::{ClaimFields, Fields};
use super::items::{self, Under};
use super::pen::{Broken, Pen, squeeze};
use super::templates::Wording;
use super::text::LetterText;
use super::tongue::{Tongue, tongue_under};
use crate::words::{LetterKind, LetterLanguage, Outcome, Right};

/// The first text of a letter, ready for the officer to change, in the words that come with the program.
///
/// Where a law forbids the letter for some of the claims only, the letter leaves those aside and says so;
/// where it forbids it for all, there is no letter but a sentence with the article.
pub fn draft(under: &Under, kind: LetterKind, fields: &Fields) -> Result<LetterText, LetterError> {
    draft_with(&Wording::built_in(fields.language), under, kind, fields)
}

/// As [`draft`], in the desk's own words where it has some.
pub fn draft_with(
    wording: &Wording,
    under: &Under,
    kind: LetterKind,
    fields: &Fields,
) -> Result<LetterText, LetterError> {
    Ok(draft_told(wording, under, kind, fields)?.0)
}

/// As [`draft_with`], with the templates that it was made of where the desk has texts of its own.
pub fn draft_told(
    wording: &Wording,
    under: &Under,
    kind: LetterKind,
    fields: &Fields,
) -> Result<(LetterText, BTreeSet<String>), LetterError> {
    let pen = Pen::new(wording, &under.law.id)?;
    let text = draft_by(&pen, wording, under, kind, fields).map_err(NoDraft::into_error)?;
    Ok((text, pen.used()))
}

/// Why there is no draft.
#[derive(Debug)]
pub(super) enum NoDraft {
    /// The law does not allow it, or is not known.
    Not(LetterError),
    /// A template is broken.
    Broken(Broken),
}

impl NoDraft {
    fn into_error(self) -> LetterError {
        match self {
            Self::Not(error) => error,
            Self::Broken(broken) => broken.into(),
        }
    }
}

impl From<LetterError> for NoDraft {
    fn from(error: LetterError) -> Self {
        Self::Not(error)
    }
}

/// As [`draft_with`], with templates that were read before.
pub(super) fn draft_by(
    pen: &Pen,
    wording: &Wording,
    under: &Under,
    kind: LetterKind,
    fields: &Fields,
) -> Result<LetterText, NoDraft> {
    let rights: Vec<Right> = fields.claims.iter().map(|claim| claim.right).collect();
    if let Some(forbidden) = items::forbidden(under, kind, &rights)? {
        return Err(forbidden.into());
    }
    let derived = derived(wording.language, under, kind, fields)?;
    let name = wording.path(&under.law.id, kind);
    // The last one counts: what is derived stands before the field of the same name.
    let context = merge_maps([Value::from(Serde(fields)), Value::from(Serde(&derived))]);
    pen.write(&name, context).map_err(NoDraft::Broken)
}

/// What a template may name beside its [`Fields`]: what follows from them, from the law, and from the letter.
#[derive(Debug, Serialize)]
pub(super) struct Derived {
    claims: Vec<ClaimFields>,
    aside: Vec<ClaimFields>,
    verified_rights: bool,
    needs: Vec<String>,
    rights: Vec<Right>,
    whom: String,
    whose: String,
    whose_data: String,
    about: String,
    law: String,
    says: Says,
    data: String,
    says_no: bool,
    american: bool,
    house: bool,
    kind: &'static str,
}

/// See [`Derived`].
pub(super) fn derived(
    language: LetterLanguage,
    under: &Under,
    kind: LetterKind,
    fields: &Fields,
) -> Result<Derived, LetterError> {
    let mut claims: Vec<ClaimFields> = Vec::new();
    let mut aside: Vec<ClaimFields> = Vec::new();
    for claim in &fields.claims {
        let mut claim = claim.clone();
        claim.outcome = items::outcome_in(kind, claim.outcome);
        match items::forbidden(under, kind, &[claim.right])? {
            Some(_) => aside.push(claim),
            None => claims.push(claim),
        }
    }
    let about: Vec<_> = claims.iter().map(|c| (c.right, c.outcome)).collect();
    let needs: Vec<String> = items::required(under, kind, &about)?
        .into_iter()
        .map(|item| item.id)
        .collect();
    let law_id = under.law.id.as_str();
    let words = tongue_under(language, law_id)?;
    let says = words.says(law_id, &demands(law_id)?.says);
    let house = under.law.always;
    let english = language == LetterLanguage::En;
    let american = english && (law_id.starts_with("us-") || house && fields.american);
    let data = match says.data.as_str() {
        "" if american && house => "personal information",
        "" => words.data.word.as_str(),
        data => data,
    }
    .to_owned();
    let person = Person::of(words, &squeeze(&fields.subject), &data);
    Ok(Derived {
        verified_rights: claims
            .iter()
            .any(|claim| !items::needs_no_proof(under, claim.right)),
        needs,
        rights: claims.iter().map(|claim| claim.right).collect(),
        whom: person.whom,
        whose: person.whose,
        whose_data: person.data,
        about: person.about,
        law: law_id.to_owned(),
        says,
        data,
        says_no: claims
            .iter()
            .any(|c| matches!(c.outcome, Some(Outcome::Refused | Outcome::GrantedInPart))),
        american,
        house,
        kind: kind.id(),
        claims,
        aside,
    })
}

/// Whose data a letter is about, as its sentences say it.
struct Person {
    whom: String,
    whose: String,
    data: String,
    about: String,
}

impl Person {
    fn of(words: &Tongue, subject: &str, data: &str) -> Self {
        let said = &words.data;
        if subject.is_empty() {
            return Self {
                whom: said.you.clone(),
                whose: said.your.clone(),
                data: said.of_you.replace("{data}", data),
                about: said.about_you.clone(),
            };
        }
        let about = |pattern: &str| {
            pattern
                .replace("{data}", data)
                .replace("{of}", &words.of(subject))
                .replace("{subject}", subject)
        };
        Self {
            whom: subject.to_owned(),
            whose: about(&said.others),
            data: about(&said.of_other),
            about: about(&said.about_other),
        }
    }
}

/// The first text of a letter that answers nobody’s request, from a template of its own.
pub(super) fn render_named(
    pen: &Pen,
    name: &str,
    fields: &impl Serialize,
) -> Result<LetterText, Broken> {
    pen.write(name, Value::from(Serde(fields)))
}
