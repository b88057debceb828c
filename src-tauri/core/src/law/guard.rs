//! Which steps a law allows, each with its reason in one sentence and its article.
//!
//! Nothing is refused here: a step is offered or it is not, and the reason can be read either way.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::Question;
use super::clock::{derive, rules};
use super::dates::ExtensionState;
use super::error::LawError;
use super::pack::{Confidence, Frequency, Law, Remark, VerificationLevel};
use super::working::day;
use crate::words::{Capacity, ClockFact, Right};

/// Whether a step is offered to the officer, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "offer")]
pub enum Offer {
    /// The law allows it; the note says on what condition.
    Allowed {
        /// The condition, in one sentence.
        note: String,
        /// The article.
        cite: String,
        /// The last day for it, where there is one.
        by: Option<NaiveDate>,
        /// How much proof may be asked for, where that is the question.
        level: Option<VerificationLevel>,
        /// How sure the program is of the rule.
        confidence: Confidence,
    },
    /// The law does not allow it.
    NotOffered {
        /// Why, in one sentence.
        reason: String,
        /// The article.
        cite: String,
        /// When it may be done all the same, with a written reason; without it, never.
        room: Option<Remark>,
    },
}

impl Offer {
    /// Whether the step may be offered.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Offer::Allowed { .. })
    }
}

pub(super) fn not_offered(reason: impl Into<String>, cite: &str) -> Offer {
    not_offered_but(reason, cite, None)
}

/// Not offered, but the law may leave room.
pub(super) fn not_offered_but(
    reason: impl Into<String>,
    cite: &str,
    room: Option<&Remark>,
) -> Offer {
    Offer::NotOffered {
        reason: reason.into(),
        cite: cite.to_owned(),
        room: room.cloned(),
    }
}

/// Whether proof of identity may be asked for, and how much.
///
/// Never for an opt-out, a request to limit or an unsubscribe.
pub fn may_ask_identity(
    law: &Law,
    right: Right,
    capacity: Capacity,
    received_on: NaiveDate,
) -> Result<Offer, LawError> {
    let rule = law.right(right, received_on)?;
    // A pack that is silent about a capacity does not load; silence would mean no proof.
    let Some(verification) = rule.verification(capacity) else {
        return Ok(not_offered(
            format!("{} asks for no proof here.", law.short),
            &rule.cite,
        ));
    };
    Ok(match verification.level {
        VerificationLevel::None => not_offered_but(
            &verification.reason,
            &verification.cite,
            verification.room.as_ref(),
        ),
        level => Offer::Allowed {
            note: verification.reason.clone(),
            cite: verification.cite.clone(),
            by: None,
            level: Some(level),
            confidence: rule.confidence,
        },
    })
}

/// Whether the answer's time may be extended today.
///
/// Not after the first period, not twice, not where the law knows none; always with a reason and
/// a letter, which the note says.
pub fn may_extend(q: &Question, today: NaiveDate) -> Result<Offer, LawError> {
    let (right, version) = rules(q)?;
    let Some(extension) = &version.extension else {
        return Ok(match &version.no_extension {
            Some(none) => {
                // Nothing is left to take more time for once it is answered.
                let done = q.facts.iter().any(|f| f.fact == ClockFact::Answered);
                let room = none.room.as_ref().filter(|_| !done);
                not_offered_but(&none.text, &none.cite, room)
            }
            None => not_offered(
                format!("{} gives no more time for “{}”.", q.law.short, right.name),
                &version.cite,
            ),
        });
    };
    let clock = derive(q)?;
    if let ExtensionState::InForce(on) | ExtensionState::NoEffect(on) = clock.extension {
        let reason = format!(
            "It was extended once, on {}; the law allows it only once.",
            day(on)
        );
        return Ok(not_offered(reason, &extension.cite));
    }
    if let Some(answered) = q.facts.iter().find(|f| f.fact == ClockFact::Answered) {
        let reason = format!(
            "It was answered on {}; there is nothing to extend.",
            day(answered.on)
        );
        return Ok(not_offered(reason, &extension.cite));
    }
    let by = clock.extension_notice;
    if let Some(by) = by
        && today > by
    {
        let reason = format!(
            "The first period ended on {}; an extension had to be announced by then.",
            day(by)
        );
        return Ok(not_offered(reason, &extension.cite));
    }
    let note = format!(
        "{} It needs a reason, and a letter that gives it to the person within the first period.",
        extension.condition
    );
    Ok(Offer::Allowed {
        note,
        cite: extension.cite.clone(),
        by,
        level: None,
        confidence: extension.confidence.max(version.confidence),
    })
}

/// Whether asking what is meant stops the clock today.
///
/// Asking is always possible; what the law may not know is the pause.
pub fn may_pause_for_clarification(q: &Question, today: NaiveDate) -> Result<Offer, LawError> {
    let (_, version) = rules(q)?;
    let Some(rule) = version.suspension(ClockFact::ClarificationRequested, q.right) else {
        let (why, cite) = match &version.no_suspension {
            Some(remark) => (remark.text.clone(), remark.cite.as_str()),
            None => elsewhere(q, version),
        };
        return Ok(not_offered(
            format!("You may ask, but the clock runs on. {why}"),
            cite,
        ));
    };
    let clock = derive(q)?;
    if clock.waiting == Some(ClockFact::ClarificationRequested) {
        let since = clock.waiting_since.map(day).unwrap_or_default();
        let reason = format!("It was asked on {since} and there is no answer yet.");
        return Ok(not_offered(reason, &rule.cite));
    }
    if let Some(by) = clock.answer_by()
        && today > by
    {
        let reason = format!(
            "The time ended on {}; a question now no longer stops it.",
            day(by)
        );
        return Ok(not_offered(reason, &rule.cite));
    }
    Ok(Offer::Allowed {
        note: rule.condition.clone(),
        cite: rule.cite.clone(),
        by: clock.answer_by(),
        level: None,
        confidence: version.confidence,
    })
}

fn elsewhere<'a>(q: &Question<'a>, version: &'a super::ClockVersion) -> (String, &'a str) {
    // The pause may be there for another right only (UK GDPR Art. 12A(5): access).
    let other = version
        .suspensions
        .iter()
        .find(|rule| rule.asked == ClockFact::ClarificationRequested && !rule.only.is_empty());
    match other {
        Some(rule) => (rule.condition.clone(), rule.cite.as_str()),
        None => (
            format!("{} knows no pause for it.", q.law.short),
            version.cite.as_str(),
        ),
    }
}

/// What a refusal may rest on, and where the person can go with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroundOffer {
    /// The grounds of this right; empty where it cannot be refused.
    pub grounds: Vec<OfferedGround>,
    /// Why there is none.
    pub none: Option<Remark>,
    /// The law gives an appeal to the organisation, and a refusal says how.
    pub appeal: Option<Remark>,
}

/// One ground, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferedGround {
    /// Identifier in the pack.
    pub id: String,
    /// A few words for the list.
    pub title: String,
    /// In plain words, as the letter may say it.
    pub text: String,
    /// The article.
    pub cite: String,
    /// How sure the program is of it.
    pub confidence: Confidence,
}

/// The grounds on which this right may be refused, as the law stood on the day of receipt.
pub fn refusal_grounds(
    law: &Law,
    right: Right,
    received_on: NaiveDate,
) -> Result<GroundOffer, LawError> {
    let rule = law.right(right, received_on)?;
    let grounds = rule
        .grounds
        .iter()
        .filter_map(|id| law.ground(id))
        .filter(|ground| ground.since <= received_on)
        .map(|ground| OfferedGround {
            id: ground.id.clone(),
            title: ground.title.clone(),
            text: ground.text.clone(),
            cite: ground.cite.clone(),
            confidence: ground.confidence,
        })
        .collect();
    Ok(GroundOffer {
        grounds,
        none: rule.no_grounds.clone(),
        appeal: law
            .appeal
            .clone()
            .filter(|_| law.right(Right::Appeal, received_on).is_ok()),
    })
}

/// A request that comes more often than the law asks one to answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrequencyNote {
    /// What the officer reads.
    pub text: String,
    /// The article.
    pub cite: String,
    /// The earlier requests that count.
    pub earlier: Vec<NaiveDate>,
}

/// Flags a repeat request against the law's limit. A flag, never a refusal: the officer decides.
///
/// `prior_dates` are the days of earlier requests of the same person for the same right that were
/// answered.
pub fn frequency_note(
    law: &Law,
    right: Right,
    prior_dates: &[NaiveDate],
    received_on: NaiveDate,
) -> Result<Option<FrequencyNote>, LawError> {
    let limit = law.right(right, received_on)?.frequency.as_ref();
    repeats(
        limit,
        prior_dates,
        received_on,
        "Whether to answer it all the same is yours to decide.",
    )
}

/// Flags a request that the law no longer wants answered free of charge. See [`frequency_note`].
pub fn fee_note(
    law: &Law,
    right: Right,
    prior_dates: &[NaiveDate],
    received_on: NaiveDate,
) -> Result<Option<FrequencyNote>, LawError> {
    let limit = law.right(right, received_on)?.free.as_ref();
    repeats(
        limit,
        prior_dates,
        received_on,
        "It is answered all the same; whether to ask for a fee is yours to decide.",
    )
}

/// The first day on which a request would not come too often any more; nothing where the law counts nothing
/// or its limit is not reached by these earlier requests.
pub fn again_from(
    limit: &Frequency,
    prior_dates: &[NaiveDate],
    received_on: NaiveDate,
) -> Option<NaiveDate> {
    use chrono::Datelike;
    let mut earlier: Vec<NaiveDate> = prior_dates
        .iter()
        .copied()
        .filter(|on| *on <= received_on)
        .collect();
    earlier.sort_unstable();
    let times = usize::try_from(limit.times).ok()?;
    let counted = *earlier.get(earlier.len().checked_sub(times)?)?;
    let Some(months) = limit.months else {
        return (counted.year() == received_on.year())
            .then(|| NaiveDate::from_ymd_opt(received_on.year() + 1, 1, 1))
            .flatten();
    };
    // A month that ends earlier than the day of the request lets it count a little longer.
    let first = counted.checked_add_months(Months::new(months))?;
    let mut day = first;
    while day.checked_sub_months(Months::new(months))? < counted {
        day = day.succ_opt()?;
    }
    (day > received_on).then_some(day)
}

fn repeats(
    limit: Option<&Frequency>,
    prior_dates: &[NaiveDate],
    received_on: NaiveDate,
    decide: &str,
) -> Result<Option<FrequencyNote>, LawError> {
    use chrono::Datelike;
    let Some(limit) = limit else {
        return Ok(None);
    };
    let since = match limit.months {
        Some(months) => received_on.checked_sub_months(Months::new(months)),
        None => NaiveDate::from_ymd_opt(received_on.year(), 1, 1).and_then(|day| day.pred_opt()),
    };
    let since = since.ok_or(LawError::DateOutOfRange(received_on))?;
    let mut earlier: Vec<NaiveDate> = prior_dates
        .iter()
        .copied()
        .filter(|on| *on > since && *on <= received_on)
        .collect();
    earlier.sort_unstable();
    let times = usize::try_from(limit.times).unwrap_or(usize::MAX);
    if earlier.len() < times {
        return Ok(None);
    }
    let days: Vec<String> = earlier.iter().copied().map(day).collect();
    let text = format!(
        "{} Earlier: {}. {decide}",
        limit.text,
        super::count::list(&days)
    );
    Ok(Some(FrequencyNote {
        text,
        cite: limit.cite.clone(),
        earlier,
    }))
}
