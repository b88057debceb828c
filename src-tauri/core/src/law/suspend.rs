//! What stops a clock or starts it again: proof of identity, clarification, a fee.
//!
//! A question without an answer moves nothing: the date is shown as if the clock ran on, because
//! a pause that nobody ends would let a request sleep for ever.

use chrono::NaiveDate;

use super::clock::Way;
use super::clock_rule::{ClockVersion, Effect, Period, Roll, Suspension};
use super::count::{add, add_days, begin, roll};
use super::error::LawError;
use super::working::{Record, Silent, StepKind, counted, day, step};
use super::{DatedFact, Question};
use crate::words::ClockFact;

/// The questions that can stop a clock, each with what settles it.
const QUESTIONS: [(ClockFact, ClockFact, &str); 3] = [
    (
        ClockFact::IdentityRequested,
        ClockFact::IdentityReceived,
        "Proof of identity",
    ),
    (
        ClockFact::ClarificationRequested,
        ClockFact::ClarificationReceived,
        "Clarification",
    ),
    (ClockFact::FeeRequested, ClockFact::FeePaid, "The fee"),
];

/// How a reading treats the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SuspendAs {
    /// As the rule says.
    Written,
    /// Nothing stops the clock.
    Never,
    /// This question starts the clock anew.
    RestartOn(ClockFact, ClockFact),
}

/// One question and its answer, with what it does.
#[derive(Debug, Clone, Copy)]
struct Stop {
    asked: NaiveDate,
    settled: NaiveDate,
    effect: Effect,
    notice_days: u32,
    name: &'static str,
    /// Asked when the first period was already over.
    late: bool,
}

/// Where a clock stands after all questions.
#[derive(Debug, Clone)]
pub(super) struct Standing<'a> {
    /// The day the periods are counted from.
    pub start: NaiveDate,
    /// Days of the first period that do not count.
    pub pause: u32,
    /// Days of the extended period that do not count.
    pub pause_extended: u32,
    /// The first question that suspends and has no answer yet.
    pub waiting: Option<(ClockFact, NaiveDate, &'a Suspension)>,
    stops: Vec<Stop>,
}

impl<'a> Standing<'a> {
    pub fn find(
        q: &Question,
        version: &'a ClockVersion,
        respond: Option<&Period>,
        way: &Way,
    ) -> Result<Self, LawError> {
        let mut standing = Standing {
            start: respond.map_or(q.received_on, |period| begin(q, period.from)),
            pause: 0,
            pause_extended: 0,
            waiting: None,
            stops: Vec::new(),
        };
        let Some(respond) = respond else {
            return Ok(standing);
        };
        if q.facts.is_empty() || way.suspend == SuspendAs::Never {
            return Ok(standing);
        }
        standing.gather(q, version, way);
        let mut end = standing.first_end(version, respond, way)?;
        for at in 0..standing.stops.len() {
            let stop = standing.stops[at];
            if stop.asked > end {
                standing.stops[at].late = true;
                continue;
            }
            match stop.effect {
                Effect::Restart => standing.start = standing.start.max(stop.settled),
                Effect::StartAfterNotice => {
                    standing.start = standing.start.max(add_days(stop.asked, stop.notice_days)?);
                }
                Effect::Pause | Effect::StopBothEnds => {}
            }
            standing.pause = pause_days(&standing.stops[..=at], standing.start, false);
            end = standing.first_end(version, respond, way)?;
        }
        // An extension in force keeps the clock running, so a question after the first period
        // still stops it; the first date is history by then.
        let extended = q
            .facts
            .iter()
            .any(|f| f.fact == ClockFact::Extended && f.on <= end);
        standing.pause_extended = pause_days(&standing.stops, standing.start, extended);
        if let Some((_, asked, _)) = standing.waiting
            && (asked > end && !extended || has(q.facts, ClockFact::Answered))
        {
            standing.waiting = None;
        }
        Ok(standing)
    }

    fn gather(&mut self, q: &Question, version: &'a ClockVersion, way: &Way) {
        for (asked, settled, name) in QUESTIONS {
            let rule = version.suspension(asked, q.right);
            let (effect, notice_days) = match (way.suspend, rule) {
                (SuspendAs::RestartOn(fact, _), _) if fact == asked => (Effect::Restart, 0),
                (_, Some(rule)) => (rule.effect, rule.notice_days.unwrap_or(0)),
                (_, None) => continue,
            };
            for question in q.facts.iter().filter(|f| f.fact == asked) {
                let answer = answer_to(q.facts, question.on, settled);
                if let Some(answer) = answer {
                    self.stops.push(Stop {
                        asked: question.on,
                        settled: answer,
                        effect,
                        notice_days,
                        name,
                        late: false,
                    });
                } else if let Some(rule) = rule
                    && self.waiting.is_none_or(|(_, on, _)| question.on < on)
                {
                    self.waiting = Some((asked, question.on, rule));
                }
            }
        }
        self.stops.sort_by_key(|stop| (stop.asked, stop.settled));
    }

    fn first_end(
        &self,
        version: &ClockVersion,
        respond: &Period,
        way: &Way,
    ) -> Result<NaiveDate, LawError> {
        let end = add(
            self.start,
            respond,
            &version.counting,
            way.calendar,
            way.week,
            &mut Silent,
        )?;
        let end = add_days(end, self.pause)?;
        match version.counting.roll {
            Roll::NextWorkingDay => roll(end, "", way.calendar, &mut Silent),
            Roll::None => Ok(end),
        }
    }

    /// What restarts the clock, and which questions do not move it at all.
    pub fn record_start(&self, q: &Question, version: &ClockVersion, record: &mut impl Record) {
        for (asked, settled, name) in QUESTIONS {
            let rule = version.suspension(asked, q.right);
            for question in q.facts.iter().filter(|f| f.fact == asked) {
                let on = question.on;
                let Some(rule) = rule else {
                    record.note(|| not_known(q, version, name, on));
                    continue;
                };
                let late = self
                    .stops
                    .iter()
                    .any(|s| s.name == name && s.asked == on && s.late);
                if answer_to(q.facts, on, settled).is_none() {
                    if !has(q.facts, ClockFact::Answered) {
                        record.note(|| waiting(name, on, &rule.cite));
                    }
                } else if late {
                    let text = format!(
                        "{name} asked on {}, after the first period had ended: too late to move its last day.",
                        day(on)
                    );
                    record.note(|| step(StepKind::Pause, None, &rule.cite, text));
                }
            }
        }
        for stop in self.stops.iter().filter(|stop| !stop.late) {
            let cite = self.cite_of(version, q, stop);
            match stop.effect {
                Effect::Restart => record.note(|| {
                    let text = format!(
                        "{} asked on {}, received on {}: the period starts again on that day.",
                        stop.name,
                        day(stop.asked),
                        day(stop.settled)
                    );
                    step(StepKind::Restart, Some(stop.settled), cite, text)
                }),
                Effect::StartAfterNotice => record.note(|| {
                    let text = format!(
                        "{} announced on {}: the period starts when the {} to confirm have ended.",
                        stop.name,
                        day(stop.asked),
                        counted(stop.notice_days.into(), "day")
                    );
                    step(StepKind::Restart, Some(self.start), cite, text)
                }),
                Effect::Pause | Effect::StopBothEnds => {}
            }
        }
    }

    /// The days that do not count, added to an end that is not rolled yet.
    pub fn record_pauses(
        &self,
        q: &Question,
        version: &ClockVersion,
        extended: bool,
        mut end: NaiveDate,
        record: &mut impl Record,
    ) -> Result<NaiveDate, LawError> {
        let total = if extended {
            self.pause_extended
        } else {
            self.pause
        };
        let mut before = 0;
        for at in 0..self.stops.len() {
            let stop = &self.stops[at];
            let after = pause_days(
                &self.stops[..=at],
                self.start,
                extended && self.pause_extended != self.pause,
            );
            let days = after.saturating_sub(before);
            before = after;
            if days == 0 {
                continue;
            }
            end = add_days(end, days)?;
            record.note(|| {
                let how = match stop.effect {
                    Effect::StopBothEnds => ", both end days included,",
                    _ => "",
                };
                let verb = if days == 1 { "does" } else { "do" };
                let text = format!(
                    "{} asked on {}, received on {}: {}{how} {verb} not count, {}.",
                    stop.name,
                    day(stop.asked),
                    day(stop.settled),
                    counted(days.into(), "day"),
                    day(end)
                );
                step(
                    StepKind::Pause,
                    Some(end),
                    self.cite_of(version, q, stop),
                    text,
                )
            });
        }
        debug_assert_eq!(before, total, "the sentences add up to the count");
        Ok(end)
    }

    fn cite_of<'v>(&self, version: &'v ClockVersion, q: &Question, stop: &Stop) -> &'v str {
        QUESTIONS
            .iter()
            .find(|(_, _, name)| *name == stop.name)
            .and_then(|(asked, _, _)| version.suspension(*asked, q.right))
            .map_or(version.cite.as_str(), |rule| rule.cite.as_str())
    }
}

/// Days that fall into any of the pauses and after the start; a day paused twice counts once.
fn pause_days(stops: &[Stop], start: NaiveDate, with_late: bool) -> u32 {
    let mut counted_to = start;
    let mut days = 0;
    for stop in stops.iter().filter(|stop| with_late || !stop.late) {
        let until = match stop.effect {
            Effect::Pause => stop.settled,
            Effect::StopBothEnds => stop.settled.succ_opt().unwrap_or(stop.settled),
            Effect::Restart | Effect::StartAfterNotice => continue,
        };
        let from = stop.asked.max(counted_to);
        if until > from {
            days += (until - from).num_days();
            counted_to = until;
        }
    }
    u32::try_from(days).unwrap_or(u32::MAX)
}

fn answer_to(facts: &[DatedFact], asked: NaiveDate, settled: ClockFact) -> Option<NaiveDate> {
    facts
        .iter()
        .filter(|f| f.fact == settled && f.on >= asked)
        .map(|f| f.on)
        .min()
}

fn has(facts: &[DatedFact], fact: ClockFact) -> bool {
    facts.iter().any(|f| f.fact == fact)
}

fn waiting(name: &str, asked: NaiveDate, cite: &str) -> super::Step {
    let text = format!(
        "{name} asked on {} and not yet received: the date is shown as if the clock ran on, and moves when it comes.",
        day(asked)
    );
    step(StepKind::Pause, None, cite, text)
}

fn not_known(q: &Question, version: &ClockVersion, name: &str, asked: NaiveDate) -> super::Step {
    let (why, cite) = match &version.no_suspension {
        Some(remark) => (remark.text.clone(), remark.cite.as_str()),
        None => (
            format!("{} knows no pause for it here.", q.law.short),
            version.cite.as_str(),
        ),
    };
    let text = format!("{name} asked on {}: the clock runs on. {why}", day(asked));
    step(StepKind::Pause, None, cite, text)
}
