//! What a letter must contain, and whether a text has it; and which letters a law does not allow.

use chrono::NaiveDate;
use serde::Serialize;

use super::demands::{Item, Source, demands};
use super::error::LetterError;
use super::text::{LetterText, blanks_in};
use crate::law::{Confidence, Law, RightRule, VerificationLevel};
use crate::words::{Capacity, LetterKind, Outcome, Right};

/// The law a letter is written under, as it stood on the day the request came in.
#[derive(Debug, Clone)]
pub struct Under<'a> {
    /// The law.
    pub law: &'a Law,
    /// Civil day of receipt: the law of this day counts, also for a letter sent much later.
    pub received_on: NaiveDate,
    /// In what capacity the requester acts.
    pub capacity: Capacity,
    /// On which ground of this law a claim was refused, in whole or in part: some grounds want more of the letter.
    pub grounds: Vec<(Right, &'a str)>,
}

/// Something the law wants in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequiredItem {
    /// Names it in blocks: `court`, or with its right `erasure.reasons`.
    pub id: String,
    /// What it is, in words.
    pub what: String,
    /// The article that wants it.
    pub cite: String,
    /// How sure the program is of that.
    pub confidence: Confidence,
}

/// A required item and whether the text has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemState {
    /// What is wanted.
    pub item: RequiredItem,
    /// Whether it is there, whole and without blanks.
    pub present: bool,
    /// A sentence for the officer, when it is not.
    pub why_missing: Option<String>,
}

/// What a letter under this law must contain for these rights and outcomes, in the order of the law.
pub fn required(
    under: &Under,
    kind: LetterKind,
    claims: &[(Right, Option<Outcome>)],
) -> Result<Vec<RequiredItem>, LetterError> {
    let mut found: Vec<RequiredItem> = Vec::new();
    for item in &demands(&under.law.id)?.items {
        if !item.letters.contains(&kind) {
            continue;
        }
        for (right, outcome) in claims {
            let id = item.id_for(*right);
            if !item.applies(*right, outcome_in(kind, *outcome))
                || !item.on_ground(under.ground(*right))
                || found.iter().any(|known| known.id == id)
            {
                continue;
            }
            if let Some((cite, confidence)) = under.article(item, *right) {
                found.push(RequiredItem {
                    id,
                    what: item.what.clone(),
                    cite,
                    confidence,
                });
            }
        }
    }
    Ok(found)
}

/// Whether the law lets nobody be asked who they are for this; a right of which nothing is known promises no such
/// thing, and one that is not in force yet is judged by the rule to come.
pub(super) fn needs_no_proof(under: &Under, right: Right) -> bool {
    let to_come = || under.law.rights.iter().find(|rule| rule.right == right);
    let rule = under.right(right).or_else(to_come);
    let proof = rule.and_then(|rule| rule.verification(under.capacity));
    proof.is_some_and(|proof| proof.level == VerificationLevel::None)
}

impl Under<'_> {
    fn right(&self, right: Right) -> Option<&RightRule> {
        self.law.right(right, self.received_on).ok()
    }

    pub(super) fn ground(&self, right: Right) -> Option<&str> {
        let mut all = self.grounds.iter();
        all.find(|(of, _)| *of == right).map(|(_, id)| *id)
    }

    /// The article of an item for a right, and how sure it is; none where the law of the day did not want it.
    fn article(&self, item: &Item, right: Right) -> Option<(String, Confidence)> {
        if item.since.is_some_and(|since| since > self.received_on)
            || item.until.is_some_and(|until| until < self.received_on)
        {
            return None;
        }
        let Some(source) = item.from else {
            return Some((item.cite.clone()?, item.confidence));
        };
        let (cite, confidence) = self.in_pack(source, right)?;
        Some((cite, confidence.max(item.confidence)))
    }

    fn in_pack(&self, source: Source, right: Right) -> Option<(String, Confidence)> {
        let rule = self.right(right)?;
        let clock = self.law.clock(rule, self.received_on).ok()?;
        let duty = |id: &str| {
            let duty = self.law.duties.iter().find(|duty| duty.id == id)?;
            (duty.since <= self.received_on).then(|| (duty.cite.clone(), duty.confidence))
        };
        let by_right = || (rule.cite.clone(), rule.confidence);
        match source {
            Source::Right => Some(by_right()),
            Source::Extension => {
                let extension = clock.extension.as_ref()?;
                Some((extension.cite.clone(), extension.confidence))
            }
            Source::Refusal => Some(duty("refusal-letter").unwrap_or_else(|| {
                clock
                    .refusal
                    .as_ref()
                    .map_or_else(by_right, |notice| (notice.cite.clone(), clock.confidence))
            })),
            Source::Identity => {
                let proof = rule.verification(self.capacity)?;
                Some((proof.cite.clone(), rule.confidence))
            }
            Source::Fee => {
                let fee = rule.fee.as_ref()?;
                Some((fee.cite.clone(), rule.confidence))
            }
            Source::Free => {
                let free = rule.free.as_ref()?;
                Some((free.cite.clone(), rule.confidence))
            }
            Source::AuthenticationLetter => duty("authentication-letter"),
            Source::AppealLetter => duty("appeal-letter"),
        }
    }
}

/// Each required item and whether the text has it: an item is missing when no block carries it,
/// when its blocks are empty, or when one of them still holds a blank `[[…]]`.
pub fn check(
    under: &Under,
    kind: LetterKind,
    claims: &[(Right, Option<Outcome>)],
    text: &LetterText,
) -> Result<Vec<ItemState>, LetterError> {
    let states = required(under, kind, claims)?
        .into_iter()
        .map(|item| {
            let why_missing = why_missing(&item.id, text);
            ItemState {
                item,
                present: why_missing.is_none(),
                why_missing,
            }
        })
        .collect();
    Ok(states)
}

pub(super) fn why_missing(id: &str, text: &LetterText) -> Option<String> {
    let blocks: Vec<_> = text
        .blocks
        .iter()
        .filter(|block| block.items.iter().any(|item| item == id))
        .collect();
    if blocks.is_empty() {
        return Some("No paragraph of the letter carries it any more.".to_owned());
    }
    if blocks.iter().all(|block| !has_words(&block.text)) {
        return Some("Its paragraph is empty.".to_owned());
    }
    let blank = blocks.iter().flat_map(|b| blanks_in(&b.text)).next()?;
    Some(format!("Still to be filled in: {blank}"))
}

/// A lone heading or bare markup says nothing.
fn has_words(text: &str) -> bool {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("# "))
        .any(|line| line.chars().any(char::is_alphanumeric))
}

/// Why the law forbids this letter for all of these rights, if it does.
pub fn forbidden(
    under: &Under,
    kind: LetterKind,
    rights: &[Right],
) -> Result<Option<LetterError>, LetterError> {
    let mut first = None;
    for right in rights {
        match forbids(under, kind, *right)? {
            Some(why) => first = first.or(Some(why)),
            None => return Ok(None),
        }
    }
    Ok(first.map(|(because, cite)| LetterError::Forbidden { because, cite }))
}

/// The list of the law speaks first, then its pack.
fn forbids(
    under: &Under,
    kind: LetterKind,
    right: Right,
) -> Result<Option<(String, String)>, LetterError> {
    let listed = demands(&under.law.id)?.forbidden.iter().find(|rule| {
        rule.since <= under.received_on
            && rule.letters.contains(&kind)
            && rule.rights.as_ref().is_none_or(|r| r.contains(&right))
    });
    Ok(listed
        .map(|rule| (rule.because.clone(), rule.cite.clone()))
        .or_else(|| under.forbids(kind, right)))
}

impl Under<'_> {
    /// What the pack says against a letter: no proof where none may be asked for, no extension where
    /// there is none, no refusal where the right knows no ground, no confirmation of a stop where nothing stops.
    fn forbids(&self, kind: LetterKind, right: Right) -> Option<(String, String)> {
        let rule = self.right(right)?;
        match kind {
            LetterKind::Extension => {
                let clock = self.law.clock(rule, self.received_on).ok()?;
                if clock.extension.is_some() {
                    return None;
                }
                Some(clock.no_extension.as_ref().map_or_else(
                    || {
                        (
                            format!("{} gives no more time for this.", self.law.short),
                            clock.cite.clone(),
                        )
                    },
                    |why| (why.text.clone(), why.cite.clone()),
                ))
            }
            LetterKind::ProofOfIdentity => {
                let proof = rule.verification(self.capacity)?;
                (proof.level == VerificationLevel::None)
                    .then(|| (proof.reason.clone(), proof.cite.clone()))
            }
            LetterKind::FeeNotice
            | LetterKind::RestrictionLifting
            | LetterKind::RecipientNotice
            | LetterKind::RepeatRequest
            | LetterKind::ConsentLapsed
            | LetterKind::ParentNotice => {
                let known = |item: &Item| {
                    item.letters.contains(&kind)
                        && item.applies(right, outcome_in(kind, None))
                        && self.article(item, right).is_some()
                };
                let listed = demands(&self.law.id).is_ok_and(|all| all.items.iter().any(known));
                (!listed).then(|| {
                    (
                        format!("{} knows no such letter about this right.", self.law.short),
                        rule.cite.clone(),
                    )
                })
            }
            LetterKind::NothingHeld
                if !matches!(
                    right,
                    Right::Access | Right::Portability | Right::Erasure | Right::Rectification
                ) =>
            {
                Some((
                    "That nothing is held answers a request for the data; this right asks for something else.".to_owned(),
                    rule.cite.clone(),
                ))
            }
            LetterKind::DirectNotice if right != Right::ChildConsent => Some((
                "This notice asks a parent for consent before anything of a child is collected; this right asks for none."
                    .to_owned(),
                rule.cite.clone(),
            )),
            // An appeal or a complaint is decided with reasons, not refused on a ground.
            LetterKind::Refusal if !right.is_decided_with_reasons() => rule
                .no_grounds
                .as_ref()
                .map(|why| (why.text.clone(), why.cite.clone())),
            LetterKind::OptOutConfirmation if !right.means_stop() => Some((
                "This letter confirms that something stopped; this right needs an answer of its own."
                    .to_owned(),
                rule.cite.clone(),
            )),
            _ => None,
        }
    }
}

/// Why a letter that answers refusals on some grounds only does not answer all of these; nothing where it does.
///
/// The grounds are those of [`Under::grounds`]; a right without one is not answered by such a letter.
pub fn off_ground(
    under: &Under,
    kind: LetterKind,
    rights: &[Right],
) -> Result<Option<String>, LetterError> {
    let answers = &demands(&under.law.id)?.answers;
    let mut rules = answers.iter().filter(|one| one.letters.contains(&kind));
    let on = |rule: &super::demands::Answers, right: &Right| {
        under
            .ground(*right)
            .is_some_and(|ground| rule.grounds.iter().any(|one| one == ground))
    };
    Ok(rules
        .find(|rule| !rights.iter().all(|right| on(rule, right)))
        .map(|rule| rule.because.clone()))
}

/// What a letter says about a claim nobody has decided yet: what its kind stands for.
pub(super) fn outcome_in(kind: LetterKind, outcome: Option<Outcome>) -> Option<Outcome> {
    outcome.or(match kind {
        LetterKind::AnswerInFull | LetterKind::OptOutConfirmation => Some(Outcome::Granted),
        LetterKind::AnswerInPart => Some(Outcome::GrantedInPart),
        LetterKind::Refusal | LetterKind::RepeatRequest | LetterKind::ConsentLapsed => {
            Some(Outcome::Refused)
        }
        _ => None,
    })
}
