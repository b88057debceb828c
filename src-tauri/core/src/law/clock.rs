//! A clock's dates: the one place where they are counted.

use chrono::NaiveDate;

use super::calendar::{Calendar, Week};
use super::clock_rule::{ClockVersion, Extension, Measured, Period, RefusalWithin, Roll, Unit};
use super::count::{add, add_days, add_months, begin, months_text, record_begin, roll};
use super::dates::{Clock, Dates, ExtensionState};
use super::error::LawError;
use super::pack::{Confidence, RightRule};
use super::readings::strictest;
use super::suspend::{Standing, SuspendAs};
use super::working::{Record, Silent, StepKind, counted, day, months_in_words, step};
use super::{DatedFact, Question};
use crate::words::{ArrivedAt, ClockFact, DeadlineKind};

/// The dates of a question, without sentences.
pub fn derive(q: &Question) -> Result<Clock, LawError> {
    let (right, version) = rules(q)?;
    let main = Reckoning::new(q, right, version, Way::written(q, version))?;
    let dates = main.dates()?;
    let safe_by = strictest(q, right, version, dates)?;
    let told = q
        .facts
        .iter()
        .filter(|f| f.fact == ClockFact::Extended)
        .map(|f| f.on)
        .min();
    Ok(Clock {
        acknowledge: dates.acknowledge,
        respond: dates.respond,
        extension_notice: dates.extension_notice,
        extended: dates.extended,
        cease: dates.cease,
        refusal_notice: dates.refusal_notice,
        compliance_notice: dates.compliance_notice,
        safe_by,
        waiting: main.standing.waiting.map(|(fact, _, _)| fact),
        waiting_since: main.standing.waiting.map(|(_, on, _)| on),
        extension: match told {
            None => ExtensionState::None,
            Some(on) if dates.extension_notice.is_some_and(|by| on <= by) => {
                ExtensionState::InForce(on)
            }
            Some(on) => ExtensionState::NoEffect(on),
        },
        started_on: main.standing.start,
        paused_days: main.standing.pause,
        house_answer: main.is_house_rule(DeadlineKind::Respond),
        act: main
            .period(DeadlineKind::Respond)
            .is_some_and(|period| period.act),
    })
}

/// One deadline again, with its sentences.
///
/// Says whether its number is a rule of the house.
pub(super) fn reckon(
    q: &Question,
    kind: DeadlineKind,
    record: &mut impl Record,
) -> Result<bool, LawError> {
    let (right, version) = rules(q)?;
    let main = Reckoning::new(q, right, version, Way::written(q, version))?;
    if let Some(date) = main.due(kind, record)? {
        record.note(|| result(kind, date, main.period(kind), main.cite(kind)));
    }
    Ok(main.is_house_rule(kind))
}

pub(super) fn rules<'a>(q: &Question<'a>) -> Result<(&'a RightRule, &'a ClockVersion), LawError> {
    let right = q.law.right(q.right, q.received_on)?;
    Ok((right, q.law.clock(right, q.received_on)?))
}

/// The choices a reading may make otherwise.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'a> {
    pub calendar: &'a Calendar,
    pub week: Week,
    pub suspend: SuspendAs,
    pub measured: Option<Measured>,
    /// Roll over this calendar's days although the rule does not.
    pub roll: Option<&'a Calendar>,
    pub arrived_at: Option<ArrivedAt>,
}

impl<'a> Way<'a> {
    /// As the pack says.
    pub fn written(q: &Question<'a>, version: &ClockVersion) -> Self {
        Way {
            calendar: q.calendar,
            week: version.counting.week,
            suspend: SuspendAs::Written,
            measured: None,
            roll: None,
            arrived_at: q.arrived_at,
        }
    }
}

/// One way of counting one question.
pub(super) struct Reckoning<'q, 'a> {
    q: &'q Question<'a>,
    right: &'a RightRule,
    version: &'a ClockVersion,
    way: Way<'a>,
    respond: Option<&'a Period>,
    pub standing: Standing<'a>,
}

impl<'q, 'a> Reckoning<'q, 'a> {
    pub fn new(
        q: &'q Question<'a>,
        right: &'a RightRule,
        version: &'a ClockVersion,
        way: Way<'a>,
    ) -> Result<Self, LawError> {
        let respond = version.respond(way.arrived_at);
        let standing = Standing::find(q, version, respond, &way)?;
        Ok(Reckoning {
            q,
            right,
            version,
            way,
            respond,
            standing,
        })
    }

    /// All dates, without sentences.
    pub fn dates(&self) -> Result<Dates, LawError> {
        self.dates_of(DeadlineKind::ALL)
    }

    /// The dates of these kinds, without sentences; the others stay empty.
    ///
    /// A reading that touches one date is asked for that one, so that a queue of ten thousand
    /// claims does not count all dates once for every reading.
    pub fn dates_of(&self, kinds: &[DeadlineKind]) -> Result<Dates, LawError> {
        let wanted = |kind| kinds.contains(&kind);
        let alone = |kind, period| match wanted(kind) {
            true => self.counted_from_receipt(period, &mut Silent),
            false => Ok(None),
        };
        let mut dates = Dates {
            acknowledge: alone(DeadlineKind::Acknowledge, self.version.acknowledge.as_ref())?,
            cease: alone(DeadlineKind::Cease, self.cease_period())?,
            compliance_notice: alone(
                DeadlineKind::ComplianceNotice,
                self.version.compliance_notice.as_ref(),
            )?,
            ..Dates::default()
        };
        let refusal = wanted(DeadlineKind::RefusalNotice);
        let longer = refusal || wanted(DeadlineKind::ExtendedRespond);
        let notice = refusal || wanted(DeadlineKind::ExtensionNotice);
        if !(longer || notice || wanted(DeadlineKind::Respond)) {
            return Ok(dates);
        }
        dates.respond = self.first(&mut Silent)?;
        if longer {
            dates.extended = self.extended(dates.respond, &mut Silent)?;
        }
        if notice {
            dates.extension_notice = self.notice(dates.respond, &mut Silent)?;
        }
        if refusal {
            dates.refusal_notice =
                self.refusal(dates.respond, dates.extension_notice, dates.extended);
        }
        Ok(dates)
    }

    pub fn due(
        &self,
        kind: DeadlineKind,
        record: &mut impl Record,
    ) -> Result<Option<NaiveDate>, LawError> {
        record.note(|| {
            let text = format!("Received {}.", day(self.q.received_on));
            let trigger = &self.version.trigger;
            step(
                StepKind::Received,
                Some(self.q.received_on),
                &trigger.cite,
                text,
            )
        });
        if let Some(caution) = self.confidence(kind).caution() {
            record.note(|| step(StepKind::Caution, None, &self.version.cite, caution));
        }
        match kind {
            DeadlineKind::Acknowledge => {
                self.counted_from_receipt(self.version.acknowledge.as_ref(), record)
            }
            DeadlineKind::Cease => self.counted_from_receipt(self.cease_period(), record),
            DeadlineKind::ComplianceNotice => {
                self.counted_from_receipt(self.version.compliance_notice.as_ref(), record)
            }
            DeadlineKind::Respond => self.first(record),
            DeadlineKind::ExtensionNotice => {
                let own = self
                    .version
                    .extension
                    .as_ref()
                    .is_some_and(|e| e.notice.is_some());
                let first = if own {
                    self.first(&mut Silent)?
                } else {
                    self.first(record)?
                };
                self.notice(first, record)
            }
            DeadlineKind::ExtendedRespond => {
                let first = self.first(&mut Silent)?;
                self.extended(first, record)
            }
            DeadlineKind::RefusalNotice => {
                let first = self.first(&mut Silent)?;
                let extended = self.extended(first, &mut Silent)?;
                let notice = self.notice(first, &mut Silent)?;
                let refusal = self.refusal(first, notice, extended);
                if refusal.is_some() && refusal == first {
                    self.first(record)?;
                } else if refusal.is_some() {
                    self.extended(first, record)?;
                }
                Ok(refusal)
            }
        }
    }

    /// The end of the first period.
    fn first(&self, record: &mut impl Record) -> Result<Option<NaiveDate>, LawError> {
        let Some(period) = self.respond else {
            return Ok(None);
        };
        record_begin(self.q, period, record);
        self.standing.record_start(self.q, self.version, record);
        let end = add(
            self.standing.start,
            period,
            &self.version.counting,
            self.way.calendar,
            self.way.week,
            record,
        )?;
        self.finish(end, false, record).map(Some)
    }

    fn extended(
        &self,
        first: Option<NaiveDate>,
        record: &mut impl Record,
    ) -> Result<Option<NaiveDate>, LawError> {
        let (Some(extension), Some(period), Some(first)) =
            (&self.version.extension, self.respond, first)
        else {
            return Ok(None);
        };
        match self.way.measured.unwrap_or(extension.measured) {
            Measured::FromStart => {
                record_begin(self.q, period, record);
                self.standing.record_start(self.q, self.version, record);
                let end = self.more(self.standing.start, period.count, extension, record)?;
                self.finish(end, true, record).map(Some)
            }
            Measured::FromFirstEnd => {
                self.first(record)?;
                let end = self.more(first, 0, extension, record)?;
                // The pause is in the first end already.
                self.roll(end, record).map(Some)
            }
        }
    }

    fn more(
        &self,
        start: NaiveDate,
        before: u32,
        extension: &Extension,
        record: &mut impl Record,
    ) -> Result<NaiveDate, LawError> {
        let counting = &self.version.counting;
        let count = before + extension.count;
        let end = match extension.unit {
            Unit::Months => add_months(start, count, counting.short_month)?,
            Unit::Days => add_days(start, count)?,
            Unit::BusinessDays => {
                self.way
                    .calendar
                    .add_business_days(start, count, self.way.week)?
            }
        };
        record.note(|| {
            let from = if before == 0 {
                "from the end of the first period"
            } else {
                "from the start"
            };
            let text = match extension.unit {
                Unit::Months => {
                    let length = format!("{} in all, counted {from}", months_in_words(count));
                    months_text(&length, start, end, counting.short_month)
                }
                Unit::Days => format!(
                    "{} in all, counted {from}: {}.",
                    counted(count.into(), "calendar day"),
                    day(end)
                ),
                Unit::BusinessDays => format!(
                    "{} in all, counted {from}: {}.",
                    counted(count.into(), "business day"),
                    day(end)
                ),
            };
            let cite = format!("{}; {}", extension.cite, extension.measured_cite);
            step(StepKind::Extension, Some(end), &cite, text)
        });
        Ok(end)
    }

    fn notice(
        &self,
        first: Option<NaiveDate>,
        record: &mut impl Record,
    ) -> Result<Option<NaiveDate>, LawError> {
        let Some(extension) = &self.version.extension else {
            return Ok(None);
        };
        match &extension.notice {
            Some(own) => self.counted_from_receipt(Some(own), record),
            None => Ok(first),
        }
    }

    fn refusal(
        &self,
        first: Option<NaiveDate>,
        notice: Option<NaiveDate>,
        extended: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let rule = self.version.refusal.as_ref()?;
        let in_force = told_in_time(self.q.facts, notice);
        match rule.within {
            RefusalWithin::AsExtended if in_force => extended.or(first),
            RefusalWithin::AsExtended | RefusalWithin::FirstPeriod => first,
        }
    }

    /// A period that nothing stops: it runs from receipt, whatever is asked of the person.
    fn counted_from_receipt(
        &self,
        period: Option<&Period>,
        record: &mut impl Record,
    ) -> Result<Option<NaiveDate>, LawError> {
        let Some(period) = period else {
            return Ok(None);
        };
        let start = begin(self.q, period.from);
        record_begin(self.q, period, record);
        let end = add(
            start,
            period,
            &self.version.counting,
            self.way.calendar,
            self.way.week,
            record,
        )?;
        // “At once” is not a period, so nothing rolls: a Sunday's objection counts on Sunday.
        if period.count == 0 {
            return Ok(Some(end));
        }
        self.rolled_by_rule(end, record).map(Some)
    }

    /// Adds the days that do not count, then rolls: once, at the end.
    fn finish(
        &self,
        end: NaiveDate,
        extended: bool,
        record: &mut impl Record,
    ) -> Result<NaiveDate, LawError> {
        let end = self
            .standing
            .record_pauses(self.q, self.version, extended, end, record)?;
        self.roll(end, record)
    }

    fn roll(&self, end: NaiveDate, record: &mut impl Record) -> Result<NaiveDate, LawError> {
        if let Some(calendar) = self.way.roll {
            return roll(end, &self.version.cite, calendar, record);
        }
        self.rolled_by_rule(end, record)
    }

    fn rolled_by_rule(
        &self,
        end: NaiveDate,
        record: &mut impl Record,
    ) -> Result<NaiveDate, LawError> {
        let counting = &self.version.counting;
        match counting.roll {
            Roll::None => Ok(end),
            Roll::NextWorkingDay => {
                let cite = counting.roll_cite.as_deref().unwrap_or(&counting.cite);
                roll(end, cite, self.way.calendar, record)
            }
        }
    }

    fn period(&self, kind: DeadlineKind) -> Option<&'a Period> {
        match kind {
            DeadlineKind::Acknowledge => self.version.acknowledge.as_ref(),
            DeadlineKind::Respond => self.respond,
            DeadlineKind::Cease => self.cease_period(),
            DeadlineKind::ComplianceNotice => self.version.compliance_notice.as_ref(),
            DeadlineKind::ExtensionNotice
            | DeadlineKind::ExtendedRespond
            | DeadlineKind::RefusalNotice => None,
        }
    }

    fn confidence(&self, kind: DeadlineKind) -> Confidence {
        let rule = self.version.confidence.max(self.right.confidence);
        match (kind, &self.version.extension) {
            (DeadlineKind::ExtensionNotice | DeadlineKind::ExtendedRespond, Some(extension)) => {
                rule.max(extension.confidence)
            }
            _ => rule,
        }
    }

    /// Whether the number is ours, the law giving none.
    pub fn is_house_rule(&self, kind: DeadlineKind) -> bool {
        self.period(kind).is_some_and(|period| period.house)
    }

    fn cease_period(&self) -> Option<&'a Period> {
        self.right
            .cease
            .as_ref()
            .or_else(|| self.version.cease(self.way.arrived_at))
    }

    fn cite(&self, kind: DeadlineKind) -> &'a str {
        let version = self.version;
        match kind {
            DeadlineKind::ExtensionNotice | DeadlineKind::ExtendedRespond => {
                version.extension.as_ref().map(|e| e.cite.as_str())
            }
            DeadlineKind::RefusalNotice => version.refusal.as_ref().map(|r| r.cite.as_str()),
            _ => self.period(kind).map(|period| period.cite.as_str()),
        }
        .unwrap_or(&version.cite)
    }
}

/// Whether an extension letter left the house by this day.
fn told_in_time(facts: &[DatedFact], notice: Option<NaiveDate>) -> bool {
    notice.is_some_and(|by| {
        facts
            .iter()
            .any(|f| f.fact == ClockFact::Extended && f.on <= by)
    })
}

fn result(kind: DeadlineKind, date: NaiveDate, period: Option<&Period>, cite: &str) -> super::Step {
    let by = day(date);
    if let Some(begin) = period.and_then(|period| period.result.as_deref()) {
        return step(StepKind::Result, Some(date), cite, format!("{begin} {by}."));
    }
    if period.is_some_and(|period| period.house) {
        let what = match kind {
            DeadlineKind::Acknowledge => "receipt is confirmed by",
            DeadlineKind::Cease => "it has stopped by",
            _ => "the answer goes out by",
        };
        let text = format!("The law gives no number; by the rule of the house {what} {by}.");
        return step(StepKind::Result, Some(date), cite, text);
    }
    let text = match kind {
        DeadlineKind::Acknowledge => format!("Receipt must be confirmed by {by}."),
        DeadlineKind::Respond => format!("The answer is due by {by}."),
        DeadlineKind::ExtensionNotice => {
            format!("An extension must be announced, with its reasons, by {by}.")
        }
        DeadlineKind::ExtendedRespond => {
            format!("With an extension announced in time, the answer is due by {by}.")
        }
        DeadlineKind::Cease => format!("It must have stopped by {by}."),
        DeadlineKind::RefusalNotice => format!("A refusal must be told by {by}."),
        DeadlineKind::ComplianceNotice => {
            format!("The person must be told that it was done by {by}.")
        }
    };
    step(StepKind::Result, Some(date), cite, text)
}
