//! The answer of the command line: dates, the strictest dates, and every step with its citation.

use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Tz;
use serde::Serialize;

use super::clock_rule::ClockVersion;
use super::dates::Dates;
use super::error::LawError;
use super::guard::{FrequencyNote, fee_note, frequency_note};
use super::library::Library;
use super::pack::Confidence;
use super::working::{StepKind, Working, day, explain, step};
use super::{DatedFact, Question, ReadingResult};
use crate::words::{ArrivedAt, Capacity, ClockFact, DeadlineKind, Right};

/// What `rightsdesk-cli deadline` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadlineReport {
    /// Identifier of the law.
    pub regime: String,
    /// The right.
    pub right: Right,
    /// Its name in that law.
    pub right_name: String,
    /// The article that gives it.
    pub citation: String,
    /// Identifier of the calendar.
    pub calendar: String,
    /// Civil day of receipt, at the place of the organisation.
    pub received_on: NaiveDate,
    /// The dates.
    #[serde(flatten)]
    pub due: ReportDates,
    /// The strictest date of each kind over all readings of the law.
    pub earliest: ReportDates,
    /// The open question that will move the dates once it is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<ClockFact>,
    /// The days a refusal must be told by, where the law sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal_notice_due: Option<NaiveDate>,
    /// The dates whose number is ours, because the law gives none: `cease_due` and so on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub house_rules: Vec<&'static str>,
    /// How sure the program is of the right and its clock.
    pub confidence: Confidence,
    /// The law would let a request that comes so often go unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<FrequencyNote>,
    /// The law would let a request that comes so often cost something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<FrequencyNote>,
    /// Every step of every date.
    pub working: Vec<ReportStep>,
    /// What else can be read into the law, where it changes a date here.
    pub readings: Vec<ReadingResult>,
}

/// Dates under the names of the deadline cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ReportDates {
    /// Receipt confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ack_due: Option<NaiveDate>,
    /// Answered, without an extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub respond_due: Option<NaiveDate>,
    /// An extension announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension_notice_due: Option<NaiveDate>,
    /// Answered, with an extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extended_due: Option<NaiveDate>,
    /// Processing stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cease_due: Option<NaiveDate>,
    /// The person told that it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compliance_notice_due: Option<NaiveDate>,
}

impl From<Dates> for ReportDates {
    fn from(dates: Dates) -> Self {
        ReportDates {
            ack_due: dates.acknowledge,
            respond_due: dates.respond,
            extension_notice_due: dates.extension_notice,
            extended_due: dates.extended,
            cease_due: dates.cease,
            compliance_notice_due: dates.compliance_notice,
        }
    }
}

/// A step of the working and the date it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportStep {
    /// `respond_due` and so on.
    pub deadline: &'static str,
    /// What kind of step it is.
    pub kind: StepKind,
    /// What the officer reads.
    pub text: String,
    /// Where the count stands after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The article.
    pub citation: String,
}

/// Answers a question written in words.
///
/// An instant counts on the civil day it has in `timezone`; without one, on the day its own offset
/// gives it. Without a calendar there are no holidays, only weekends.
///
/// An arrival that the law does not ask for is refused; see [`LawError::ArrivalNotAsked`].
pub fn deadline_report(
    regime: &str,
    right: &str,
    received: &str,
    timezone: Option<&str>,
    calendar: Option<&str>,
    events: &[(String, String)],
    arrived_at: Option<ArrivedAt>,
) -> Result<DeadlineReport, LawError> {
    let library = Library::bundled()?;
    let law = library.law(regime)?;
    let right = Right::from_id(right).ok_or_else(|| LawError::UnknownWord {
        word: right.to_owned(),
        what: "a right",
        known: known(Right::ALL.iter().map(|word| word.id())),
    })?;
    let zone = timezone.map(zone_of).transpose()?;
    let arrival = Arrival::read(received, zone)?;
    let calendar = library.calendar(&calendar.unwrap_or("none").to_lowercase())?;
    let mut facts = Vec::with_capacity(events.len());
    for (event, on) in events {
        let fact = ClockFact::from_id(event).ok_or_else(|| LawError::UnknownWord {
            word: event.clone(),
            what: "an event",
            known: known(ClockFact::ALL.iter().map(|word| word.id())),
        })?;
        let on = Arrival::read(on, zone)?.on;
        let may_be_earlier = matches!(
            fact,
            ClockFact::PreviousRequestAnswered | ClockFact::RequestDated
        );
        if on < arrival.on && !may_be_earlier {
            return Err(LawError::EventBeforeReceipt {
                event: event.clone(),
                on,
                received: arrival.on,
            });
        }
        facts.push(DatedFact { fact, on });
    }
    let question = Question {
        law,
        library,
        calendar,
        right,
        capacity: Capacity::Own,
        received_on: arrival.on,
        facts: &facts,
        arrived_at,
    };
    if let Some(arrived_at) = arrived_at {
        asks_where(&question, arrived_at)?;
    }
    let mut explained = explain(&question)?;
    if arrived_at.is_none() {
        // Nobody said that it was no signal of a browser, so its stricter day is told too.
        let signal = Question {
            arrived_at: Some(ArrivedAt::OptOutSignal),
            ..question
        };
        let by_signal = explain(&signal)?;
        if explained.clock.cease.is_none() && by_signal.clock.cease.is_some() {
            explained.clock.cease = by_signal.clock.cease;
            explained.clock.safe_by.cease = by_signal.clock.safe_by.cease;
            explained.workings.extend(
                by_signal
                    .workings
                    .into_iter()
                    .filter(|w| w.deadline == DeadlineKind::Cease),
            );
        }
    }
    let rule = law.right(right, arrival.on)?;
    let clock = explained.clock;
    let earlier: Vec<NaiveDate> = facts
        .iter()
        .filter(|f| f.fact == ClockFact::PreviousRequestAnswered)
        .map(|f| f.on)
        .collect();
    Ok(DeadlineReport {
        regime: law.id.clone(),
        right,
        right_name: rule.name.clone(),
        citation: rule.cite.clone(),
        calendar: calendar.id().to_owned(),
        received_on: arrival.on,
        due: ReportDates {
            ack_due: clock.acknowledge,
            respond_due: clock.respond,
            extension_notice_due: clock.extension_notice,
            extended_due: clock.extended,
            cease_due: clock.cease,
            compliance_notice_due: clock.compliance_notice,
        },
        earliest: clock.safe_by.into(),
        waiting: clock.waiting,
        refusal_notice_due: clock.refusal_notice,
        house_rules: explained
            .workings
            .iter()
            .filter(|w| w.house)
            .map(|w| named(w.deadline))
            .collect(),
        confidence: rule.confidence.max(law.clock(rule, arrival.on)?.confidence),
        frequency: frequency_note(law, right, &earlier, arrival.on)?,
        fee: fee_note(law, right, &earlier, arrival.on)?,
        working: explained
            .workings
            .iter()
            .flat_map(|w| steps_of(w, &arrival))
            .collect(),
        readings: explained.readings,
    })
}

/// A word about the arrival that changes nothing would look as if it had: it is refused.
///
/// Where another version of the clock asks, the word is taken: the day before a new rule it changes
/// nothing, and that is the answer.
fn asks_where(q: &Question, arrived_at: ArrivedAt) -> Result<(), LawError> {
    let clocks: Vec<&str> = (q.law.rights.iter())
        .filter(|rule| rule.right == q.right)
        .map(|rule| rule.clock.as_str())
        .collect();
    let mut asked: Vec<ArrivedAt> = (q.law.clocks.iter())
        .filter(|clock| clocks.contains(&clock.id.as_str()))
        .flat_map(|clock| &clock.versions)
        .flat_map(ClockVersion::arrivals)
        .collect();
    asked.sort_unstable();
    asked.dedup();
    if asked.contains(&arrived_at) {
        return Ok(());
    }
    Err(LawError::ArrivalNotAsked {
        law: q.law.short.clone(),
        right: q.right,
        arrived_at: arrived_at.id(),
        asks: if asked.is_empty() {
            "makes no difference by how a request arrived".to_owned()
        } else {
            format!(
                "asks only for: {}",
                known(asked.iter().map(|word| word.id()))
            )
        },
    })
}

/// A date's name in the report.
fn named(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::Acknowledge => "ack_due",
        DeadlineKind::Respond => "respond_due",
        DeadlineKind::ExtensionNotice => "extension_notice_due",
        DeadlineKind::ExtendedRespond => "extended_due",
        DeadlineKind::Cease => "cease_due",
        DeadlineKind::RefusalNotice => "refusal_notice_due",
        DeadlineKind::ComplianceNotice => "compliance_notice_due",
    }
}

fn steps_of(working: &Working, arrival: &Arrival) -> Vec<ReportStep> {
    let deadline = named(working.deadline);
    let zoned = arrival.sentence.as_ref().map(|text| {
        let cite = "civil day at the place of the organisation";
        step(StepKind::Received, Some(arrival.on), cite, text.as_str())
    });
    zoned
        .into_iter()
        .chain(working.steps.iter().cloned())
        .map(|step| ReportStep {
            deadline,
            kind: step.kind,
            text: step.text,
            date: step.date,
            citation: step.cite,
        })
        .collect()
}

/// The civil day something arrived, and how it follows from an instant.
struct Arrival {
    on: NaiveDate,
    sentence: Option<String>,
}

impl Arrival {
    fn read(text: &str, zone: Option<Tz>) -> Result<Self, LawError> {
        let text = text.trim();
        if let Ok(on) = text.parse::<NaiveDate>() {
            return Ok(Arrival { on, sentence: None });
        }
        let instant: DateTime<FixedOffset> =
            DateTime::parse_from_rfc3339(text).map_err(|_| LawError::BadDate(text.to_owned()))?;
        let Some(zone) = zone else {
            return Ok(Arrival {
                on: instant.date_naive(),
                sentence: None,
            });
        };
        let local = instant.with_timezone(&zone);
        let on = local.date_naive();
        let sentence = format!(
            "{text} is {} on {} in {zone}.",
            local.format("%H:%M"),
            day(on)
        );
        Ok(Arrival {
            on,
            sentence: Some(sentence),
        })
    }
}

fn zone_of(name: &str) -> Result<Tz, LawError> {
    name.parse()
        .map_err(|_| LawError::UnknownZone(name.to_owned()))
}

fn known<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
