//! Which dates of the clocks are due, which are met, and which one leads.

use super::case::{Case, Claim, Left};
use super::clock::{ClaimClock, Place, ask};
use crate::api::wire::{Deadline, Refusal, WorkingStep};
use crate::desk::closing::closed;
use crate::law::{self, Clock, ExtensionState};
use crate::time::short;
use crate::words::{ClockFact, DeadlineKind, Outcome};
use chrono::NaiveDate;

/// One due date, before it is put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub kind: DeadlineKind,
    pub on: NaiveDate,
    pub safe_by: Option<NaiveDate>,
    pub met_on: Option<NaiveDate>,
}

impl Due {
    /// Can press the officer: the notice of an extension is a choice, not a duty.
    ///
    /// While a claim is undecided, the day for telling a refusal reminds of the decision until it has passed;
    /// after it nothing is late yet, but a refusal would be (GDPR Art. 12(4)).
    fn presses(&self, claim: &Claim, today: NaiveDate) -> bool {
        self.met_on.is_none()
            && match self.kind {
                DeadlineKind::ExtensionNotice => false,
                DeadlineKind::RefusalNotice => !claim.undecided() || today <= self.on,
                _ => true,
            }
    }
}

/// The day a claim's answer is settled: with the letter, or by the person's own withdrawal.
pub fn settled_on(case: &Case, claim: &Claim) -> Option<NaiveDate> {
    if claim.withdrawn() {
        claim.decided_on
    } else {
        claim.answered_on(case)
    }
}

/// The day that meets the date of the answer under one law: where the law asks for the act itself, what was granted is
/// met on the day it was carried out, whenever the person was told (11 CCR 7026(f)(1)).
pub fn done_on(case: &Case, claim: &Claim, clock: &Clock) -> Option<NaiveDate> {
    if clock.act && claim.granted() {
        claim.decided_on
    } else {
        settled_on(case, claim)
    }
}

/// The last day a law leaves for the answer; nothing of what only the house wants.
///
/// What was decided is read too: an extension does not move the day by which a refusal is told (GDPR Art. 12(4); an answer
/// in part takes action, so it has the extended day).
pub fn last_day(claim: &Claim, clock: &Clock) -> Option<NaiveDate> {
    let answer = clock.answer_by().filter(|_| !clock.house_answer);
    let refusal = clock
        .refusal_notice
        .filter(|_| !clock.house_answer && claim.outcome == Some(Outcome::Refused));
    [answer, refusal].into_iter().flatten().min()
}

/// The due dates of one claim under one law.
pub fn dues(case: &Case, of: &ClaimClock) -> Vec<Due> {
    let clock = &of.clock;
    let settled = settled_on(case, of.claim);
    let done = done_on(case, of.claim, clock);
    let extended = matches!(clock.extension, ExtensionState::InForce(_));
    let mut all = Vec::with_capacity(4);
    let mut push = |kind, on: Option<NaiveDate>, met_on| {
        if let Some(on) = on {
            all.push(Due {
                kind,
                on,
                safe_by: clock.safe_by.get(kind).filter(|s| *s < on),
                met_on,
            });
        }
    };
    push(
        DeadlineKind::Acknowledge,
        clock.acknowledge,
        case.heard_on().or(settled),
    );
    push(
        DeadlineKind::Cease,
        clock.cease,
        of.claim.decided_on.or(settled),
    );
    push(
        DeadlineKind::ComplianceNotice,
        clock.compliance_notice,
        settled,
    );
    if extended {
        push(DeadlineKind::ExtendedRespond, clock.extended, done);
        // An extension may not move the day by which a refusal is told (GDPR Art. 12(4)).
        if clock
            .refusal_notice
            .is_some_and(|by| Some(by) < clock.extended)
        {
            let met = if of.claim.refused_something() {
                settled
            } else {
                settled.or(of.claim.decided_on)
            };
            push(DeadlineKind::RefusalNotice, clock.refusal_notice, met);
        }
    } else {
        push(DeadlineKind::Respond, clock.respond, done);
        push(
            DeadlineKind::ExtensionNotice,
            clock.extension_notice,
            settled,
        );
    }
    all
}

/// Every deadline of a request with its defence; the earliest that presses leads.
pub fn explained(
    place: Place<'_>,
    case: &Case,
    clocks: &[ClaimClock],
    today: NaiveDate,
) -> Result<Vec<Deadline>, Refusal> {
    let lead = leading(case, clocks, today);
    let mut all = Vec::new();
    for of in clocks {
        let told = under_its_law(of)
            .then(|| ask(place, case, of.claim, &of.law.id, |q, _| law::explain(q)))
            .transpose()?;
        let workings = told.as_ref().map_or(&[][..], |told| &told.workings);
        let readings = told.as_ref().map_or(&[][..], |told| &told.readings);
        for due in dues(case, of) {
            let promise = of
                .promise
                .as_ref()
                .filter(|_| due.kind == DeadlineKind::Respond);
            let steps = match promise {
                Some(promise) => promise.steps.as_slice(),
                None => workings
                    .iter()
                    .find(|w| w.deadline == due.kind)
                    .map(|w| w.steps.as_slice())
                    .unwrap_or_default(),
            };
            let mut working: Vec<WorkingStep> = steps
                .iter()
                .map(|s| WorkingStep {
                    kind: step_kind(s.kind).into(),
                    text: s.text.clone(),
                    date: s.date.map(|d| d.to_string()),
                    cite: s.cite.clone(),
                })
                .collect();
            for reading in readings.iter().filter(|_| promise.is_none()) {
                if let Some((_, date)) = reading.dates.iter().find(|(kind, _)| *kind == due.kind) {
                    working.push(WorkingStep {
                        kind: "reading".into(),
                        text: reading.text.clone(),
                        date: Some(date.to_string()),
                        cite: reading.cite.clone(),
                    });
                }
            }
            working.extend(on_its_way(case, of, &due));
            all.push(Deadline {
                claim: Some(of.claim.id),
                right: of.claim.right,
                law: of.law.id.clone(),
                law_short: of.law.short.clone(),
                kind: due.kind,
                due: due.on.to_string(),
                days: days_between(today, due.on),
                safe_by: due.safe_by.map(|d| d.to_string()),
                met_on: due.met_on.map(|d| d.to_string()),
                leads: lead
                    .as_ref()
                    .is_some_and(|(at, lead)| std::ptr::eq(*at, of) && *lead == due),
                promised: promise.map(|promise| promise.quote.clone()),
                closed: closed(place.closing, due.on).next().map(str::to_owned),
                working,
            });
        }
    }
    Ok(all)
}

/// What the working says where a letter of ours left later than it was issued, or is not known to have left.
fn on_its_way(case: &Case, of: &ClaimClock, due: &Due) -> Option<WorkingStep> {
    let mut letters = case
        .milestones
        .iter()
        .filter(|m| m.claim.is_none_or(|only| only == of.claim.id));
    let (text, date) = match due.met_on {
        Some(met) => {
            let issued = letters.find_map(|m| match m.left {
                Left::Later { issued } if m.day == met => Some(issued),
                _ => None,
            })?;
            let text = format!(
                "The letter was issued on {} and posted on {}; the day it was posted counts.",
                short(issued),
                short(met)
            );
            (text, met)
        }
        None => {
            let meets = |fact| match due.kind {
                DeadlineKind::Acknowledge => fact != ClockFact::Answered,
                DeadlineKind::ExtensionNotice => fact == ClockFact::Extended,
                _ => fact == ClockFact::Answered,
            };
            let waits = letters.find(|m| m.left == Left::NotYet && meets(m.fact))?;
            let text = format!(
                "Not posted yet: a letter for it was issued on {} and lies in the house. The day it leaves counts.",
                short(waits.day)
            );
            (text, waits.day)
        }
    };
    Some(WorkingStep {
        kind: "caution".into(),
        text,
        date: Some(date.to_string()),
        cite: String::new(),
    })
}

/// The claim stands under the law of this clock; a promise's own clock runs beside the laws chosen.
fn under_its_law(of: &ClaimClock) -> bool {
    of.claim.laws.contains(&of.law.id)
}

/// The earliest date that presses, and the claim it belongs to.
pub fn leading<'a, 'c>(
    case: &Case,
    clocks: &'a [ClaimClock<'c>],
    today: NaiveDate,
) -> Option<(&'a ClaimClock<'c>, Due)> {
    clocks
        .iter()
        .flat_map(|of| dues(case, of).into_iter().map(move |due| (of, due)))
        .filter(|(of, due)| due.presses(of.claim, today))
        .min_by_key(|(_, due)| due.on)
}

/// Civil days from one day to another; negative is past.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i32 {
    i32::try_from((to - from).num_days()).unwrap_or(i32::MAX)
}

fn step_kind(kind: law::StepKind) -> &'static str {
    match kind {
        law::StepKind::Received => "received",
        law::StepKind::Count => "count",
        law::StepKind::Pause => "pause",
        law::StepKind::Restart => "restart",
        law::StepKind::Roll => "roll",
        law::StepKind::Extension => "extension",
        law::StepKind::Reading => "reading",
        law::StepKind::Caution => "caution",
        law::StepKind::Result => "result",
    }
}
