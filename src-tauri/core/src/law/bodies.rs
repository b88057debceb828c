//! Whom a person may complain to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::pack::{Confidence, Law};
use crate::words::Right;

/// An authority that takes complaints; letters name it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintBody {
    /// As it calls itself.
    pub name: String,
    /// What comes below the name on an envelope; empty where the address is not certain.
    #[serde(default)]
    pub address: Vec<String>,
    /// Where complaints are made on the web.
    pub web: String,
    /// Only for an organisation at home in one of these calendars; empty means everywhere.
    #[serde(default)]
    pub calendars: Vec<String>,
    /// Only in letters about these rights, as `appeal`: where a refusal first leads to an appeal, the
    /// authority is named when that is denied. Empty means all.
    #[serde(default)]
    pub only: Vec<Right>,
    /// Named so in letters sent from this day.
    pub since: Option<NaiveDate>,
    /// Named so in letters sent up to this day.
    pub until: Option<NaiveDate>,
    /// The article that lets the person complain.
    pub cite: String,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure the program is of name and address.
    #[serde(default)]
    pub confidence: Confidence,
}

impl ComplaintBody {
    /// Whether a letter sent on this day calls it so.
    pub fn is_named_on(&self, letter_on: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= letter_on)
            && self.until.is_none_or(|until| letter_on <= until)
    }
}

impl Law {
    /// The authorities to name in a letter sent on this day by an organisation at home in this
    /// calendar.
    ///
    /// Empty for a member state the pack does not list: the officer's own setting is then used.
    pub fn complaint_bodies<'a>(
        &'a self,
        home: &'a str,
        letter_on: NaiveDate,
    ) -> impl Iterator<Item = &'a ComplaintBody> {
        self.complaint_bodies.iter().filter(move |body| {
            (body.calendars.is_empty() || body.calendars.iter().any(|id| id == home))
                && body.is_named_on(letter_on)
        })
    }

    /// As [`Law::complaint_bodies`], without those that only belong into letters about other rights.
    pub fn complaint_bodies_for<'a>(
        &'a self,
        right: Right,
        home: &'a str,
        letter_on: NaiveDate,
    ) -> impl Iterator<Item = &'a ComplaintBody> {
        self.complaint_bodies(home, letter_on)
            .filter(move |body| body.only.is_empty() || body.only.contains(&right))
    }
}
