//! The figures of requests, added up from facts. Pure: the same facts always give the same tables.

mod kinds;
mod parts;
mod rights;
mod spread;
#[cfg(test)]
mod tests;

pub use kinds::{Kind, Reason, metrics, reasons};
pub use rights::{appeals, grounds, rights};
pub use spread::{age, days, months};

use super::fact::{Fact, Facts};
use super::report::{Thing, Trace};
use crate::api::wire::CitedText;
use crate::words::{BehindKind, Right};
use chrono::NaiveDate;

/// What laws, rights and grounds are called. Asked once a row, never once a fact.
pub struct Names<'a> {
    /// Identifier of a law to the one that lives as long as the program, and what people call it.
    pub law: &'a dyn Fn(&str) -> (&'static str, String),
    /// A right as its law calls it.
    pub right: &'a dyn Fn(&str, Right) -> String,
    /// A right where no law speaks.
    pub plain: &'a dyn Fn(Right) -> String,
    /// A ground of refusal as its law calls it, with its article.
    pub ground: &'a dyn Fn(&str, &str) -> String,
}

/// What is added up, and over which days.
pub struct Of<'a> {
    pub facts: &'a Facts,
    pub names: &'a Names<'a>,
    pub trace: &'a Trace,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The day as of which things are open.
    pub as_of: NaiveDate,
}

impl Of<'_> {
    /// Identifier of the law of a fact.
    fn law(&self, place: u16) -> &str {
        self.facts
            .laws
            .get(usize::from(place))
            .map_or("", String::as_str)
    }

    /// What the list behind a figure says of a fact.
    fn thing(&self, fact: &Fact) -> Thing {
        let law = self.law(fact.law);
        Thing {
            kind: BehindKind::Request,
            id: fact.request,
            text: format!(
                "{}, {}",
                (self.names.law)(law).1,
                (self.names.right)(law, fact.right)
            ),
        }
    }
}

/// A rule of counting that no law sets.
fn rule(text: &str) -> CitedText {
    CitedText {
        text: text.into(),
        cite: String::new(),
    }
}

/// What every table of claims is counted by.
fn of_claims() -> Vec<CitedText> {
    [
        "The day of receipt, as a civil day in the desk’s time zone, decides whether a request belongs to the span.",
        "A request counts once for each right it invokes under each law that applies. A duplicate is a request of its own; nothing is merged.",
        "In part means that something was granted and something refused on a ground of the law.",
        "What the person withdrew is counted apart and has no days.",
        "A decision that has not left the house is still open, and so is one whose letter came back.",
    ]
    .map(rule)
    .to_vec()
}

/// How days are counted.
const DAYS: &str = "Days run from the day of receipt to the day the answer left the house, or to the day it was carried out where the law asks for that.";
