//! The dates a clock gives.

use chrono::NaiveDate;
use serde::Serialize;

use crate::words::{ClockFact, DeadlineKind};

/// One date per kind of deadline; none where the law sets none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Dates {
    /// Receipt confirmed.
    pub acknowledge: Option<NaiveDate>,
    /// Answered, without an extension.
    pub respond: Option<NaiveDate>,
    /// An extension announced.
    pub extension_notice: Option<NaiveDate>,
    /// Answered, with an extension.
    pub extended: Option<NaiveDate>,
    /// Processing stopped.
    pub cease: Option<NaiveDate>,
    /// A refusal told.
    pub refusal_notice: Option<NaiveDate>,
    /// The person told that it was done.
    pub compliance_notice: Option<NaiveDate>,
}

impl Dates {
    /// The date of this kind.
    pub fn get(&self, kind: DeadlineKind) -> Option<NaiveDate> {
        match kind {
            DeadlineKind::Acknowledge => self.acknowledge,
            DeadlineKind::Respond => self.respond,
            DeadlineKind::ExtensionNotice => self.extension_notice,
            DeadlineKind::ExtendedRespond => self.extended,
            DeadlineKind::Cease => self.cease,
            DeadlineKind::RefusalNotice => self.refusal_notice,
            DeadlineKind::ComplianceNotice => self.compliance_notice,
        }
    }

    pub(super) fn set(&mut self, kind: DeadlineKind, date: Option<NaiveDate>) {
        let cell = match kind {
            DeadlineKind::Acknowledge => &mut self.acknowledge,
            DeadlineKind::Respond => &mut self.respond,
            DeadlineKind::ExtensionNotice => &mut self.extension_notice,
            DeadlineKind::ExtendedRespond => &mut self.extended,
            DeadlineKind::Cease => &mut self.cease,
            DeadlineKind::RefusalNotice => &mut self.refusal_notice,
            DeadlineKind::ComplianceNotice => &mut self.compliance_notice,
        };
        *cell = date;
    }
}

/// Whether the time was extended, and in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "on")]
pub enum ExtensionState {
    /// No extension letter has left the house.
    None,
    /// Announced in time, on this day.
    InForce(NaiveDate),
    /// Announced after the first period, or where the law knows none; it moves nothing.
    NoEffect(NaiveDate),
}

/// Every date of one claim. A date means the end of that local day.
///
/// While a question to the person is open, `waiting` is set and the dates are those of a clock
/// that ran on: nobody has to remember to come back to a request that sleeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// Receipt must be confirmed.
    pub acknowledge: Option<NaiveDate>,
    /// The answer, without an extension. See [`Clock::answer_by`].
    pub respond: Option<NaiveDate>,
    /// An extension must be announced.
    pub extension_notice: Option<NaiveDate>,
    /// The answer's date if an extension is (or were) in force.
    pub extended: Option<NaiveDate>,
    /// The processing itself must have stopped.
    pub cease: Option<NaiveDate>,
    /// A refusal must be told; under the EU GDPR an extension does not move it.
    pub refusal_notice: Option<NaiveDate>,
    /// The person must be told that it was done.
    pub compliance_notice: Option<NaiveDate>,
    /// The strictest date over all readings of the law.
    pub safe_by: Dates,
    /// The open question that suspends the clock once it is answered.
    pub waiting: Option<ClockFact>,
    /// Since when.
    pub waiting_since: Option<NaiveDate>,
    /// Whether the time was extended.
    pub extension: ExtensionState,
    /// The day the answer's period is counted from.
    pub started_on: NaiveDate,
    /// Days of it that do not count.
    pub paused_days: u32,
    /// The law gives no number for the answer: to miss our own is not late by law.
    pub house_answer: bool,
    /// What is due as an answer is the act, not word of it.
    pub act: bool,
}

impl Clock {
    /// The day by which the answer is due now: the extended one only if the extension was
    /// announced in time.
    pub fn answer_by(&self) -> Option<NaiveDate> {
        match self.extension {
            ExtensionState::InForce(_) => self.extended.or(self.respond),
            ExtensionState::None | ExtensionState::NoEffect(_) => self.respond,
        }
    }

    /// The date of this kind.
    pub fn date(&self, kind: DeadlineKind) -> Option<NaiveDate> {
        match kind {
            DeadlineKind::Acknowledge => self.acknowledge,
            DeadlineKind::Respond => self.respond,
            DeadlineKind::ExtensionNotice => self.extension_notice,
            DeadlineKind::ExtendedRespond => self.extended,
            DeadlineKind::Cease => self.cease,
            DeadlineKind::RefusalNotice => self.refusal_notice,
            DeadlineKind::ComplianceNotice => self.compliance_notice,
        }
    }
}
