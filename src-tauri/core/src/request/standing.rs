//! Where a request stands: what to do next, by when, and who has the ball.

use super::case::{Case, Claim};
use super::clock::ClaimClock;
use super::deadlines::{days_between, leading};
use crate::api::wire::RowState;
use crate::words::{ClockFact, DeadlineKind, PostState};
use chrono::NaiveDate;

/// As far ahead as “due soon” looks; a habit of the desk, not a rule of law.
pub const SOON: i32 = 7;

/// Where a request stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub state: RowState,
    pub next_step: &'static str,
    pub by: Option<NaiveDate>,
    pub waiting_since: Option<NaiveDate>,
}

/// Derived anew each day: nothing of it is stored.
pub fn standing(case: &Case, clocks: &[ClaimClock], today: NaiveDate) -> Standing {
    if !case.open() {
        return Standing {
            state: RowState::Closed,
            next_step: "",
            by: None,
            waiting_since: None,
        };
    }
    let lead = leading(case, clocks, today);
    let waiting = clocks
        .iter()
        .find_map(|c| c.clock.waiting.zip(c.clock.waiting_since))
        .or_else(|| open_question(case));
    let by = lead.as_ref().map(|(_, due)| due.on);
    let all_decided = !case.claims.iter().any(Claim::undecided);
    let next_step = match (waiting, lead) {
        (Some((ClockFact::IdentityRequested, _)), _) => "Wait for proof of identity",
        (Some((ClockFact::FeeRequested, _)), _) => "Wait for the fee",
        (Some(_), _) => "Wait for their answer",
        (None, Some((_, due))) if due.kind == DeadlineKind::Acknowledge => "Acknowledge",
        (None, Some((_, due))) if due.kind == DeadlineKind::RefusalNotice && !all_decided => {
            "Decide"
        }
        (None, Some(_)) if all_decided => "Send the answer",
        (None, Some(_)) if case.claims.iter().all(|c| c.right.means_stop()) => "Stop and confirm",
        (None, Some(_)) => "Answer",
        (None, None) if !all_decided => "Decide",
        // What was carried out has met its day, and whoever asked is told all the same.
        (None, None) if case.owes_answer() => "Send the answer",
        (None, None) => "Close",
    };
    // What lies in the house has told nobody anything, and what came back neither.
    let next_step = if case.in_the_post.contains(&PostState::Returned) {
        "Send it again: a letter came back"
    } else if case.in_the_post.contains(&PostState::Ready) {
        "Post the letter"
    } else {
        next_step
    };
    let waiting = waiting.filter(|_| !all_decided && case.in_the_post.is_empty());
    let state = match by.map(|by| days_between(today, by)) {
        Some(days) if days < 0 => RowState::Overdue,
        _ if waiting.is_some() => RowState::Waiting,
        Some(0) => RowState::Today,
        Some(days) if days <= SOON => RowState::Soon,
        _ => RowState::Open,
    };
    Standing {
        state,
        next_step,
        by,
        waiting_since: waiting.map(|(_, since)| since),
    }
}

/// A question to the person that no law of this request pauses for: the clock runs, the ball is theirs all the same.
fn open_question(case: &Case) -> Option<(ClockFact, NaiveDate)> {
    [
        (ClockFact::IdentityRequested, ClockFact::IdentityReceived),
        (
            ClockFact::ClarificationRequested,
            ClockFact::ClarificationReceived,
        ),
        (ClockFact::FeeRequested, ClockFact::FeePaid),
    ]
    .into_iter()
    .find_map(|(asked, settled)| {
        let count = |fact| case.milestones.iter().filter(|m| m.fact == fact).count();
        (count(asked) > count(settled))
            .then(|| case.last(asked).map(|on| (asked, on)))
            .flatten()
    })
}
