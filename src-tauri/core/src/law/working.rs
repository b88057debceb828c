//! Why this date: every step from receipt to the last day, in sentences with their articles.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::Question;
use super::clock::reckon;
use super::dates::Clock;
use super::error::LawError;
use super::readings::{ReadingResult, other_readings};
use crate::words::DeadlineKind;

/// What a step of the working does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// The clock starts.
    Received,
    /// A period is counted.
    Count,
    /// Days that do not count, or a question that does not stop the clock.
    Pause,
    /// The clock starts again.
    Restart,
    /// A last day moves to the next working day.
    Roll,
    /// More time.
    Extension,
    /// Another way to read the law.
    Reading,
    /// The rule has not been compared with the text itself.
    Caution,
    /// The date itself; always the last step of a deadline.
    Result,
}

/// One sentence of the working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What the officer reads.
    pub text: String,
    /// Where the count stands after it.
    pub date: Option<NaiveDate>,
    /// The article.
    pub cite: String,
    /// What kind of step it is.
    pub kind: StepKind,
}

/// The working of one deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Working {
    /// Which deadline.
    pub deadline: DeadlineKind,
    /// Its date.
    pub date: NaiveDate,
    /// The strictest date over all readings.
    pub safe_by: NaiveDate,
    /// The law gives no number; this one is ours.
    pub house: bool,
    /// From receipt to result.
    pub steps: Vec<Step>,
}

/// A clock with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The dates.
    pub clock: Clock,
    /// One per date, in the order of the dates.
    pub workings: Vec<Working>,
    /// What else can be read into the law, where it would change a date here.
    pub readings: Vec<ReadingResult>,
}

/// The dates of a question with the working of each. Slower than [`super::derive`]; same dates.
pub fn explain(q: &Question) -> Result<Explained, LawError> {
    let clock = super::clock::derive(q)?;
    let readings = other_readings(q)?;
    let mut workings = Vec::new();
    for kind in DeadlineKind::ALL.iter().copied() {
        let (Some(date), Some(safe_by)) = (clock.date(kind), clock.safe_by.get(kind)) else {
            continue;
        };
        let mut steps = Vec::new();
        let house = reckon(q, kind, &mut steps)?;
        workings.push(Working {
            deadline: kind,
            date,
            safe_by,
            house,
            steps,
        });
    }
    Ok(Explained {
        clock,
        workings,
        readings,
    })
}

/// Takes the sentences of a count, or does not.
///
/// The count is written once; a silent record costs nothing, so a queue of ten thousand open
/// requests need not build a sentence.
pub(super) trait Record {
    fn note(&mut self, step: impl FnOnce() -> Step);
}

/// Builds no sentences.
pub(super) struct Silent;

impl Record for Silent {
    #[inline]
    fn note(&mut self, _: impl FnOnce() -> Step) {}
}

impl Record for Vec<Step> {
    fn note(&mut self, step: impl FnOnce() -> Step) {
        self.push(step());
    }
}

pub(super) fn step(
    kind: StepKind,
    date: Option<NaiveDate>,
    cite: &str,
    text: impl Into<String>,
) -> Step {
    Step {
        text: text.into(),
        date,
        cite: cite.to_owned(),
        kind,
    }
}

/// A day as an officer reads it: “Sat 31 Jan 2026”.
pub fn day(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    // `month0` is 0 to 11.
    let month = MONTHS[date.month0() as usize];
    format!("{} {} {month} {}", date.weekday(), date.day(), date.year())
}

/// “31st”, “2nd”.
pub(super) fn ordinal(n: u32) -> String {
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

/// “1 day”, “3 days”.
pub(super) fn counted(n: i64, one: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {one}s")
    }
}

/// A month in words up to twelve, as a sentence begins.
pub(super) fn months_in_words(n: u32) -> String {
    const WORDS: [&str; 12] = [
        "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
        "Twelve",
    ];
    let word = usize::try_from(n)
        .ok()
        .and_then(|n| n.checked_sub(1))
        .and_then(|at| WORDS.get(at))
        .map_or_else(|| n.to_string(), |word| (*word).to_owned());
    if n == 1 {
        format!("{word} month")
    } else {
        format!("{word} months")
    }
}
