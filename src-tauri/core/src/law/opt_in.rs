//! Whether a person who opted out may be asked to opt in again.

use chrono::NaiveDate;

use super::Question;
use super::clock_rule::{CountedFrom, ShortMonth};
use super::count::{add_days, add_months, begin};
use super::error::LawError;
use super::guard::{Offer, not_offered_but};
use super::working::{counted, day};

/// A stretch during which somebody who opted out is left alone.
pub struct LeftAlone<'a> {
    /// The last day on which they are not asked …
    pub until: NaiveDate,
    /// … and the first on which they may be.
    pub ask_from: NaiveDate,
    /// The rule.
    pub rule: &'a super::AskAgain,
    /// How sure it is.
    pub confidence: super::Confidence,
}

/// From when they may be asked again; nothing where the law sets no such rule for this right.
///
/// “At least 12 months” are whole months: an opt-out of 1 March 2026 is left alone until the end of
/// 1 March 2027, and the first day for asking is the 2nd.
pub fn left_alone<'a>(q: &Question<'a>) -> Result<Option<LeftAlone<'a>>, LawError> {
    let rule = q.law.right(q.right, q.received_on)?;
    let Some(again) = &rule.opt_in else {
        return Ok(None);
    };
    let until = add_months(begin(q, again.from), again.months, ShortMonth::LastDay)?;
    Ok(Some(LeftAlone {
        until,
        ask_from: add_days(until, 1)?,
        rule: again,
        confidence: rule.confidence,
    }))
}

/// Whether they may be asked today; nothing where the law sets no such rule for this right.
pub fn may_ask_opt_in(q: &Question, today: NaiveDate) -> Result<Option<Offer>, LawError> {
    let Some(alone) = left_alone(q)? else {
        return Ok(None);
    };
    let again = alone.rule;
    if today < alone.ask_from {
        let since = match again.from {
            CountedFrom::Receipt => "It came in on",
            CountedFrom::RequestDate => "It was made on",
        };
        let reason = format!(
            "{} {since} {}, so not before {}.",
            again.text,
            day(begin(q, again.from)),
            day(alone.ask_from)
        );
        let room = again.room.as_ref();
        return Ok(Some(not_offered_but(reason, &again.cite, room)));
    }
    Ok(Some(Offer::Allowed {
        note: format!(
            "The {} ended on {}. They are asked once, and nothing is taken for a yes but a yes.",
            counted(again.months.into(), "month"),
            day(alone.until)
        ),
        cite: again.cite.clone(),
        by: None,
        level: None,
        confidence: alone.confidence,
    }))
}
