//! Where the law is open: the other ways to read it, and the strictest date over all of them.

use chrono::NaiveDate;
use serde::Serialize;

use super::Question;
use super::clock::{Reckoning, Way, rules};
use super::clock_rule::{ClockVersion, How, Measured, Reading, Roll};
use super::dates::Dates;
use super::error::LawError;
use super::pack::{Confidence, RightRule};
use super::suspend::SuspendAs;
use crate::words::DeadlineKind;

/// Another reading and what it would change in this case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingResult {
    /// In plain words.
    pub text: String,
    /// Where it comes from.
    pub cite: String,
    /// How sure the program is of the text.
    pub confidence: Confidence,
    /// The dates that differ under it.
    pub dates: Vec<(DeadlineKind, NaiveDate)>,
    /// Whether any of them is earlier than the date we show.
    pub stricter: bool,
}

/// The strictest date of each kind over the main reading and all others.
pub(super) fn strictest<'a>(
    q: &Question<'a>,
    right: &'a RightRule,
    version: &'a ClockVersion,
    main: Dates,
) -> Result<Dates, LawError> {
    let mut safe = main;
    for reading in &version.readings {
        // To roll a day that does not roll can only make it later.
        if matches!(reading.how, How::Roll { .. }) && !version.rolls() {
            continue;
        }
        let Some(way) = way_of(q, version, reading)? else {
            continue;
        };
        let dates = Reckoning::new(q, right, version, way)?.dates_of(&reading.affects)?;
        for kind in reading.affects.iter().copied() {
            earlier(&mut safe, kind, dates.get(kind));
        }
    }
    for (_, dates) in by_calendar(q, right, version)? {
        for kind in DeadlineKind::ALL.iter().copied() {
            earlier(&mut safe, kind, dates.get(kind));
        }
    }
    Ok(safe)
}

/// Every other reading that would change a date of this question.
pub(super) fn other_readings(q: &Question) -> Result<Vec<ReadingResult>, LawError> {
    let (right, version) = rules(q)?;
    let main = Reckoning::new(q, right, version, Way::written(q, version))?.dates()?;
    let mut found = Vec::new();
    for reading in &version.readings {
        let Some(way) = way_of(q, version, reading)? else {
            continue;
        };
        let dates = Reckoning::new(q, right, version, way)?.dates()?;
        let (text, cite) = (&reading.text, &reading.cite);
        found.extend(differing(
            main,
            dates,
            &reading.affects,
            text,
            cite,
            reading.confidence,
        ));
    }
    for (reading, dates) in by_calendar(q, right, version)? {
        let (text, cite) = (&reading.text, &reading.cite);
        found.extend(differing(
            main,
            dates,
            DeadlineKind::ALL,
            text,
            cite,
            Confidence::Knowledge,
        ));
    }
    Ok(found)
}

fn differing(
    main: Dates,
    dates: Dates,
    affects: &[DeadlineKind],
    text: &str,
    cite: &str,
    confidence: Confidence,
) -> Option<ReadingResult> {
    let changed: Vec<(DeadlineKind, NaiveDate)> = affects
        .iter()
        .filter_map(|kind| {
            let date = dates
                .get(*kind)
                .filter(|date| Some(*date) != main.get(*kind))?;
            Some((*kind, date))
        })
        .collect();
    let stricter = changed
        .iter()
        .any(|(kind, date)| main.get(*kind).is_some_and(|ours| *date < ours));
    (!changed.is_empty()).then(|| ReadingResult {
        text: text.to_owned(),
        cite: cite.to_owned(),
        confidence,
        dates: changed,
        stricter,
    })
}

fn earlier(safe: &mut Dates, kind: DeadlineKind, other: Option<NaiveDate>) {
    if let (Some(ours), Some(other)) = (safe.get(kind), other)
        && other < ours
    {
        safe.set(kind, Some(other));
    }
}

fn way_of<'a>(
    q: &Question<'a>,
    version: &'a ClockVersion,
    reading: &'a Reading,
) -> Result<Option<Way<'a>>, LawError> {
    let written = Way::written(q, version);
    let idle = q.facts.is_empty();
    Ok(match &reading.how {
        How::ExtensionFromFirstEnd => Some(Way {
            measured: Some(Measured::FromFirstEnd),
            ..written
        }),
        How::NoSuspension if idle => None,
        How::NoSuspension => Some(Way {
            suspend: SuspendAs::Never,
            ..written
        }),
        How::Restart { .. } if idle => None,
        How::Restart { asked, settled } => Some(Way {
            suspend: SuspendAs::RestartOn(*asked, *settled),
            ..written
        }),
        How::BusinessDays { week, calendar } => Some(Way {
            week: *week,
            calendar: q.library.calendar(calendar)?,
            ..written
        }),
        How::Roll { calendar } => Some(Way {
            roll: Some(q.library.calendar(calendar)?),
            ..written
        }),
        How::Arrival { arrived_at } => Some(Way {
            arrived_at: Some(*arrived_at),
            ..written
        }),
    })
}

/// Holidays that some count and some do not, at the place that must act.
fn by_calendar<'a>(
    q: &Question<'a>,
    right: &'a RightRule,
    version: &'a ClockVersion,
) -> Result<Vec<(&'a super::calendar_rules::CalendarReading, Dates)>, LawError> {
    // Only where the law itself leaves the calendar to the place of the organisation.
    if q.calendar.readings.is_empty() || version.counting.roll == Roll::None {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for reading in &q.calendar.readings {
        let calendar = q.library.calendar(&reading.calendar)?;
        let way = Way {
            calendar,
            ..Way::written(q, version)
        };
        found.push((reading, Reckoning::new(q, right, version, way)?.dates()?));
    }
    Ok(found)
}
