//! A clock as data: where it starts, how long it runs, what suspends it, and the readings of an open law.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Week;
use super::pack::{Closed, Confidence, Remark};
use crate::words::{ArrivedAt, ClockFact, DeadlineKind, Right};

/// A clock by name, as a series of dated versions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// What rights call it.
    pub id: String,
    /// Oldest first; never overwritten.
    pub versions: Vec<ClockVersion>,
}

/// A clock as it stands for requests received from a certain day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockVersion {
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// The article.
    pub cite: String,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
    /// What starts it.
    pub trigger: Remark,
    /// How periods are counted.
    pub counting: Counting,
    /// Receipt must be confirmed.
    pub acknowledge: Option<Period>,
    /// The answer.
    pub respond: Option<Period>,
    /// The processing itself must have stopped.
    pub cease: Option<Period>,
    /// When a refusal must be told at the latest.
    pub refusal: Option<RefusalNotice>,
    /// The person must be told that it was done, by a day of its own that no extension moves.
    pub compliance_notice: Option<Period>,
    /// More time, by notice.
    pub extension: Option<Extension>,
    /// Why there is no more time, where an officer might expect some.
    pub no_extension: Option<Closed>,
    /// What stops or restarts it.
    #[serde(default)]
    pub suspensions: Vec<Suspension>,
    /// Why nothing stops it, where an officer might expect something to.
    pub no_suspension: Option<Remark>,
    /// Other periods by where or how the request arrived.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// What else can be read into the law.
    #[serde(default)]
    pub readings: Vec<Reading>,
}

/// How a clock counts its days.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// The rule for the first and the last day.
    pub cite: String,
    /// What happens to the 31st of a month that has none.
    #[serde(default)]
    pub short_month: ShortMonth,
    /// Whether a last day on a weekend or holiday moves.
    #[serde(default)]
    pub roll: Roll,
    /// The rule that moves it.
    pub roll_cite: Option<String>,
    /// Which weekdays are business days.
    #[serde(default)]
    pub week: Week,
}

/// The choice for a month that is too short.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShortMonth {
    /// Its last day.
    #[default]
    LastDay,
    /// The first day of the month after it.
    DayAfter,
}

/// Whether a last day moves to the next working day; only ever once, at the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Roll {
    /// It stays.
    #[default]
    None,
    /// Over Saturday, Sunday and holidays.
    NextWorkingDay,
}

/// A length of time, counted from receipt unless it says otherwise.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
    /// The article.
    pub cite: String,
    /// A sentence for the working, where the number alone would mislead.
    pub text: Option<String>,
    /// How the last sentence begins, where “the answer is due by” is not what the law says.
    pub result: Option<String>,
    /// The law asks for it but gives no number: this one is ours, and the working says so.
    #[serde(default)]
    pub house: bool,
    /// What is due is the act, not word of it: the day it was carried out meets it (11 CCR 7026(f)(1)).
    #[serde(default)]
    pub act: bool,
    /// From which day it is counted.
    #[serde(default)]
    pub from: CountedFrom,
}

/// The day a period is counted from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountedFrom {
    /// The day the request arrived.
    #[default]
    Receipt,
    /// The day the person wrote on it, if that is earlier and known (PIPEDA s. 8(4)).
    RequestDate,
}

/// What a period is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Months, by the number of the day.
    Months,
    /// Calendar days after the first.
    Days,
    /// Working days after the first.
    BusinessDays,
}

/// What a refusal's last day follows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalNotice {
    /// The first period, or the period as extended.
    pub within: RefusalWithin,
    /// The article.
    pub cite: String,
}

/// See [`RefusalNotice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusalWithin {
    /// An extension does not move it (GDPR Art. 12(4)).
    FirstPeriod,
    /// It moves with the answer.
    AsExtended,
}

/// More time for the answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// How much more.
    pub count: u32,
    /// Of what; the same unit as the first period.
    pub unit: Unit,
    /// Where the added time is counted from.
    #[serde(default)]
    pub measured: Measured,
    /// When it may be taken, in plain words.
    pub condition: String,
    /// The notice has its own period; else it is due with the first answer.
    pub notice: Option<Period>,
    /// The article.
    pub cite: String,
    /// The article about where it is counted from.
    pub measured_cite: String,
    /// How sure it is, where that differs from the rest of the clock.
    #[serde(default)]
    pub confidence: Confidence,
}

/// Where the added time of an extension begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measured {
    /// One longer period from the start.
    #[default]
    FromStart,
    /// From the last day of the first period, rolled.
    FromFirstEnd,
}

/// What a question to the person does to the clock.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    /// What was asked.
    pub asked: ClockFact,
    /// What settles it.
    pub settled: ClockFact,
    /// What it does.
    pub effect: Effect,
    /// For [`Effect::StartAfterNotice`]: days from the notice.
    pub notice_days: Option<u32>,
    /// Only for these rights; empty means all.
    #[serde(default)]
    pub only: Vec<Right>,
    /// When it may be asked, in plain words.
    pub condition: String,
    /// The article.
    pub cite: String,
}

/// See [`Suspension`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The days between asking and receiving do not count (EDPB).
    Pause,
    /// As a pause, but both end days are left out too (UK GDPR Art. 12A(5)).
    StopBothEnds,
    /// The period begins anew on the day it is settled (UK GDPR Art. 12A(2)).
    Restart,
    /// The period begins when the time to confirm has ended (Swiss DPO Art. 19).
    StartAfterNotice,
}

/// Other periods when a request arrived in a certain way.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// How it arrived.
    pub arrived_at: ArrivedAt,
    /// Replaces the answer's period.
    pub respond: Option<Period>,
    /// Replaces the day by which it must have stopped.
    pub cease: Option<Period>,
}

/// Another way to read the law, with what it would change.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// For the tests and the screen.
    pub id: String,
    /// In plain words.
    pub text: String,
    /// Where it comes from.
    pub cite: String,
    /// How sure the program is of the text.
    #[serde(default)]
    pub confidence: Confidence,
    /// The dates it changes.
    pub affects: Vec<DeadlineKind>,
    /// How they are then counted.
    pub how: How,
}

/// How a reading counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, tag = "kind", rename_all = "kebab-case")]
pub enum How {
    /// The added time begins at the rolled end of the first period.
    ExtensionFromFirstEnd,
    /// Nothing stops the clock.
    NoSuspension,
    /// The clock begins anew when this question is settled.
    Restart {
        /// The question.
        asked: ClockFact,
        /// Its settlement.
        settled: ClockFact,
    },
    /// Business days by other weekdays or another calendar.
    BusinessDays {
        /// The weekdays.
        week: Week,
        /// The holidays.
        calendar: String,
    },
    /// A last day on a weekend or holiday of this calendar moves.
    Roll {
        /// The holidays.
        calendar: String,
    },
    /// The arrival is taken to be another one.
    Arrival {
        /// Which.
        arrived_at: ArrivedAt,
    },
}

impl ClockVersion {
    /// The suspension this question causes for this right, if the law knows one.
    pub fn suspension(&self, asked: ClockFact, right: Right) -> Option<&Suspension> {
        self.suspensions.iter().find(|rule| {
            rule.asked == asked && (rule.only.is_empty() || rule.only.contains(&right))
        })
    }

    /// The answer's period for this arrival.
    pub fn respond(&self, arrived_at: Option<ArrivedAt>) -> Option<&Period> {
        self.variant(arrived_at)
            .and_then(|v| v.respond.as_ref())
            .or(self.respond.as_ref())
    }

    /// The period by whose end processing has stopped, for this arrival.
    pub fn cease(&self, arrived_at: Option<ArrivedAt>) -> Option<&Period> {
        self.variant(arrived_at)
            .and_then(|v| v.cease.as_ref())
            .or(self.cease.as_ref())
    }

    /// The ways of arriving that make a difference here.
    pub fn arrivals(&self) -> impl Iterator<Item = ArrivedAt> {
        self.variants.iter().map(|variant| variant.arrived_at)
    }

    /// Whether a last day on a weekend or holiday moves.
    pub fn rolls(&self) -> bool {
        self.counting.roll != Roll::None
    }

    /// Whether a holiday can change a date at all: a last day rolls over it, or business days leave it out.
    pub fn heeds_holidays(&self) -> bool {
        let business = |period: &Option<Period>| {
            period
                .as_ref()
                .is_some_and(|period| period.unit == Unit::BusinessDays)
        };
        let extension = self.extension.as_ref();
        self.rolls()
            || business(&self.acknowledge)
            || business(&self.respond)
            || business(&self.cease)
            || business(&self.compliance_notice)
            || extension
                .is_some_and(|more| more.unit == Unit::BusinessDays || business(&more.notice))
            || self
                .variants
                .iter()
                .any(|variant| business(&variant.respond) || business(&variant.cease))
    }

    /// Some period runs from the date on the request, which may lie before its receipt.
    pub fn counts_from_its_date(&self) -> bool {
        let notice = self
            .extension
            .as_ref()
            .and_then(|more| more.notice.as_ref());
        [
            &self.acknowledge,
            &self.respond,
            &self.cease,
            &self.compliance_notice,
        ]
        .map(Option::as_ref)
        .into_iter()
        .chain([notice])
        .flatten()
        .any(|period| period.from == CountedFrom::RequestDate)
    }

    fn variant(&self, arrived_at: Option<ArrivedAt>) -> Option<&Variant> {
        let arrived_at = arrived_at?;
        self.variants
            .iter()
            .find(|variant| variant.arrived_at == arrived_at)
    }
}
