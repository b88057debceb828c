//! The law: facts + rule pack + calendar give deadlines, each with its working and its citations.
//!
//! Pure: nothing here reads a clock, a file or the network. The numbers are in `data/law` and
//! `data/calendars`; the code knows only shapes (days, business days, months, roll, pause, restart,
//! extension, readings). Which version of a rule counts is decided by the day of receipt.

mod applies;
mod bodies;
mod calendar;
mod calendar_rules;
mod clock;
mod clock_rule;
mod count;
mod dates;
mod duties;
mod error;
mod guard;
mod judge;
mod library;
mod limbs;
mod opt_in;
mod pack;
mod pack_check;
mod promised;
mod reach;
mod readings;
mod report;
mod sheet;
mod suspend;
mod working;

pub use applies::{Needs, Proposal, age_notes, needs, passes_unseen, propose};
pub use bodies::ComplaintBody;
pub use calendar::{Calendar, Week};
pub use clock::derive;
pub use clock_rule::{ClockVersion, CountedFrom, Period, Unit};
pub use dates::{Clock, Dates, ExtensionState};
pub use duties::{Cure, Duty, Nature, Topic};
pub use error::LawError;
pub use guard::{
    FrequencyNote, GroundOffer, Offer, OfferedGround, again_from, fee_note, frequency_note,
    may_ask_identity, may_extend, may_pause_for_clarification, refusal_grounds,
};
pub use judge::{
    Answer, Asked, Missing, Organisation, Verdict, judge, judge_organisation, questions,
};
pub use library::Library;
pub use opt_in::{LeftAlone, left_alone, may_ask_opt_in};
pub use pack::{
    AskAgain, Closed, Confidence, Frequency, Ground, Law, Records, Remark, RightRule, Verification,
    VerificationLevel,
};
pub use promised::promised;
pub use reach::{AgeNote, Family, Reach, ReachBook, ReachQuestion};
pub use readings::ReadingResult;
pub use report::{DeadlineReport, ReportDates, ReportStep, deadline_report};
pub use sheet::{LineKind, SheetLine, sheet, sheet_lines};
pub use working::{Explained, Step, StepKind, Working, day, explain};

use chrono::NaiveDate;

use crate::words::{ArrivedAt, Capacity, ClockFact, Right};

/// Something that happened on a day and that a law's clock may read.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct DatedFact {
    /// What happened.
    pub fact: ClockFact,
    /// The civil day at the place of the organisation.
    pub on: NaiveDate,
}

/// Everything a deadline depends on; the same question always has the same answer.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The law under which the right is invoked.
    pub law: &'a Law,
    /// All calendars, for the readings that use another one.
    pub library: &'a Library,
    /// The holidays at the place that must act; see [`Law::calendar_id`].
    pub calendar: &'a Calendar,
    /// The right invoked.
    pub right: Right,
    /// In what capacity the requester acts.
    pub capacity: Capacity,
    /// Civil day of receipt at the place of the organisation.
    pub received_on: NaiveDate,
    /// What has happened since, in any order.
    pub facts: &'a [DatedFact],
    /// Where it arrived, for the laws that ask.
    pub arrived_at: Option<ArrivedAt>,
}

#[cfg(test)]
mod tests;
