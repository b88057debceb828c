//! Whether a person who opted out may be asked to opt in again.

use chrono::NaiveDate;

use super::Question;
use super::clock_rule::{CountedFrom, ShortMonth};
use super::count::{add_days, add_months, begin};
use super::error::LawError;
use super::guard::{Offer, not_offered_but};
use super::working::{counted, day};

/// Whether they may be asked today; nothing where the law sets no such rule for this right.
///
/// “At least 12 months” are whole months: an opt-out of 1 March 2026 is left alone until the end of
/// 1 March 2027, and the first day for asking is the 2nd.
pub fn may_ask_opt_in(q: &Question, today: NaiveDate) -> Result<Option<Offer>, LawError> {
    let rule = q.law.right(q.right, q.received_on)?;
    let Some(again) = &rule.opt_in else {
        return Ok(None);
    };
    let from = begin(q, again.from);
    let last = add_months(from, again.months, ShortMonth::LastDay)?;
    let first = add_days(last, 1)?;
    if today < first {
        let since = match again.from {
            CountedFrom::Receipt => "It came in on",
            CountedFrom::RequestDate => "It was made on",
        };
        let reason = format!(
            "{} {since} {}, so not before {}.",
            again.text,
            day(from),
            day(first)
        );
        let room = again.room.as_ref();
        return Ok(Some(not_offered_but(reason, &again.cite, room)));
    }
    Ok(Some(Offer::Allowed {
        note: format!(
            "The {} ended on {}. They are asked once, and nothing is taken for a yes but a yes.",
            counted(again.months.into(), "month"),
            day(last)
        ),
        cite: again.cite.clone(),
        by: None,
        level: None,
        confidence: rule.confidence,
    }))
}
