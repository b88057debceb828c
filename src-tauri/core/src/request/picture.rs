//! The clock as a picture, in civil days; the page draws it.

use super::case::Case;
use super::clock::ClaimClock;
use super::deadlines::leading;
use crate::api::wire::{ClockPicture, Mark, Span};
use crate::law::ExtensionState;
use crate::words::{ClockFact, DeadlineKind};
use chrono::NaiveDate;

/// What happened and what is due, from receipt to the last date that matters.
pub fn picture(case: &Case, clocks: &[ClaimClock], today: NaiveDate) -> ClockPicture {
    // The claim that leads is the one drawn; when nothing presses any more, the one that was answered last.
    let drawn = leading(case, clocks, today)
        .map(|(of, _)| of)
        .or_else(|| clocks.iter().max_by_key(|c| c.clock.answer_by()));
    let clock = drawn.map(|of| &of.clock);
    let due = clock.and_then(|c| c.answer_by());
    let extension_in_force =
        clock.is_some_and(|c| matches!(c.extension, ExtensionState::InForce(_)));
    let extended = clock.and_then(|c| c.extended);
    let mut marks = vec![mark(case.received_on, "received", "received")];
    for m in case.milestones.iter() {
        if let Some(label) = happened(m.fact) {
            marks.push(mark(
                m.day,
                label,
                if m.fact == ClockFact::Answered {
                    "answered"
                } else {
                    "event"
                },
            ));
        }
    }
    if let Some(ack) = clock
        .and_then(|c| c.acknowledge)
        .filter(|_| case.last(ClockFact::Acknowledged).is_none())
    {
        marks.push(mark(ack, DeadlineKind::Acknowledge.id(), "due"));
    }
    if let Some(due) = due {
        marks.push(mark(due, "answer by", "due"));
    }
    if let Some(extended) = extended.filter(|_| !extension_in_force) {
        marks.push(mark(extended, "if extended", "extended"));
    }
    if let Some(closed) = case.closed_on {
        marks.push(mark(closed, "closed", "closed"));
    }
    let last = marks.iter().map(|m| m.on.clone()).max();
    let to = last
        .into_iter()
        .chain([today.to_string()])
        .max()
        .unwrap_or_default();
    ClockPicture {
        from: case.received_on.to_string(),
        to,
        today: today.to_string(),
        due: due.map(|d| d.to_string()),
        extended: extended.map(|d| d.to_string()),
        extension_in_force,
        pauses: pauses(
            case,
            clock.is_some_and(|c| c.paused_days > 0 || c.waiting.is_some()),
            today,
        ),
        marks,
    }
}

fn mark(on: NaiveDate, label: &str, kind: &str) -> Mark {
    Mark {
        on: on.to_string(),
        label: label.into(),
        kind: kind.into(),
    }
}

fn happened(fact: ClockFact) -> Option<&'static str> {
    Some(match fact {
        ClockFact::Acknowledged => "acknowledged",
        ClockFact::IdentityRequested => "proof asked",
        ClockFact::IdentityReceived => "proof came",
        ClockFact::ClarificationRequested => "asked to clarify",
        ClockFact::ClarificationReceived => "clarified",
        ClockFact::FeeRequested => "fee asked",
        ClockFact::FeePaid => "fee paid",
        ClockFact::Extended => "extended",
        ClockFact::Answered => "answered",
        ClockFact::RequestDated | ClockFact::PreviousRequestAnswered => return None,
    })
}

/// Spans between a question and its answer, where the law drawn lets them not count; an open one runs to today.
fn pauses(case: &Case, counts: bool, today: NaiveDate) -> Vec<Span> {
    if !counts {
        return Vec::new();
    }
    let mut spans = Vec::new();
    for (asked, settled) in [
        (ClockFact::IdentityRequested, ClockFact::IdentityReceived),
        (
            ClockFact::ClarificationRequested,
            ClockFact::ClarificationReceived,
        ),
        (ClockFact::FeeRequested, ClockFact::FeePaid),
    ] {
        for start in case.milestones.iter().filter(|m| m.fact == asked) {
            let end = case
                .milestones
                .iter()
                .filter(|m| m.fact == settled && m.day >= start.day)
                .map(|m| m.day)
                .min();
            let label = if end.is_some() {
                "does not count"
            } else {
                "waiting"
            };
            spans.push(Span {
                from: start.day.to_string(),
                to: end.unwrap_or(today).max(start.day).to_string(),
                label: label.into(),
            });
        }
    }
    spans
}
