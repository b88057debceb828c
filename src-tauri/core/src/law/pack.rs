//! A law as data: one TOML file, ordered like the statute. Unknown keys do not load.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bodies::ComplaintBody;
use super::clock_rule::{ClockRule, ClockVersion, CountedFrom, Period, Unit};
use super::duties::{Cure, Duty, Nature};
use super::error::LawError;
use super::reach::{Family, Reach};
use crate::words::{Capacity, Right};

/// How sure the program is of what a rule says.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Compared with the text itself, or its official guidance.
    #[default]
    Checked,
    /// Taken from a commentary.
    Secondary,
    /// Well known, not compared again.
    Knowledge,
    /// Have it verified before a hard date hangs on it.
    Doubtful,
}

impl Confidence {
    /// What an officer is told quietly beside a rule; nothing where the text itself was read.
    pub fn caution(self) -> Option<&'static str> {
        match self {
            Confidence::Checked => None,
            Confidence::Secondary => {
                Some("Taken from a commentary; not compared with the text itself.")
            }
            Confidence::Knowledge => {
                Some("Taken as well known; not compared with the text for this version.")
            }
            Confidence::Doubtful => {
                Some("Not certain: have it verified before anything hangs on it.")
            }
        }
    }
}

/// One law: its rights, its clocks, and whom to complain to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// As in files and commands: `eu-gdpr`.
    pub id: String,
    /// The law's full name.
    pub name: String,
    /// What people call it: “EU GDPR”.
    pub short: String,
    /// Where it applies.
    pub jurisdiction: String,
    /// Where it stands in a list of laws.
    pub family: Family,
    /// Where the law can be found.
    pub cite: String,
    /// In force from.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// A statute, or only the terms of somebody one deals with.
    #[serde(default)]
    pub nature: Nature,
    /// Stands in every desk without being ticked, and covers nobody by itself: something else, such as a promise, brings a request under it.
    #[serde(default)]
    pub always: bool,
    /// The calendar the law itself names; without it the organisation's own counts.
    pub calendar: Option<String>,
    /// Whom, which organisations and which data it covers, for the proposal.
    pub reach: Reach,
    /// Named clocks; rights refer to them.
    pub clocks: Vec<ClockRule>,
    /// The rights, each version with its first day.
    pub rights: Vec<RightRule>,
    /// What a refusal may rest on.
    #[serde(default)]
    pub grounds: Vec<Ground>,
    /// Whom the person may complain to.
    #[serde(default)]
    pub complaint_bodies: Vec<ComplaintBody>,
    /// Whether the law has an appeal to the organisation itself; its clock is the one of the right `appeal`.
    pub appeal: Option<Remark>,
    /// How long the record of a request is kept, or that the law prescribes none.
    pub records: Option<Records>,
    /// What the law asks of the organisation without anybody's request.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// How long a failure may be put right before it costs anything.
    #[serde(default)]
    pub cures: Vec<Cure>,
}

/// A sentence with its article.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// In plain words.
    pub text: String,
    /// The article.
    pub cite: String,
}

/// Something a law does not give, and where it leaves room all the same.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Why, in plain words.
    pub text: String,
    /// The article.
    pub cite: String,
    /// When it may be done all the same; without it there is no room, and nobody can override it.
    pub room: Option<Remark>,
}

/// How long a person who opted out is not asked to opt in again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskAgain {
    /// At least so many months …
    pub months: u32,
    /// … from this day.
    pub from: CountedFrom,
    /// In plain words.
    pub text: String,
    /// The article.
    pub cite: String,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// When they may be asked earlier all the same.
    pub room: Option<Remark>,
}

/// A duty to keep records.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// In plain words.
    pub text: String,
    /// At least this long, where the law gives a number.
    pub months: Option<u32>,
    /// The article.
    pub cite: String,
}

/// What a law says about one right, for requests received from a certain day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RightRule {
    /// The right.
    pub right: Right,
    /// Its name in that law: “Delete”.
    pub name: String,
    /// Its term in the W3C Data Privacy Vocabulary, if it has one.
    pub dpv: Option<String>,
    /// Its clock.
    pub clock: String,
    /// The article that gives the right.
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
    /// What an officer should know before answering.
    pub note: Option<String>,
    /// How much proof may be asked for, by capacity.
    pub verification: Vec<Verification>,
    /// Identifiers of the grounds a refusal may rest on.
    #[serde(default)]
    pub grounds: Vec<String>,
    /// Why there is no ground, where there is none.
    pub no_grounds: Option<Remark>,
    /// How often one may ask.
    pub frequency: Option<Frequency>,
    /// What it may cost.
    pub fee: Option<Remark>,
    /// So often it is free, where the law counts; after that a fee may be asked, and no answer withheld.
    pub free: Option<Frequency>,
    /// The right has its own day by which processing stops, whatever the clock says.
    pub cease: Option<Period>,
    /// How long the person is not asked to agree again, where the law says so.
    pub opt_in: Option<AskAgain>,
}

/// How much proof of identity a law allows for one right and some capacities.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// In which capacities.
    pub capacity: Vec<Capacity>,
    /// How much.
    pub level: VerificationLevel,
    /// Why, in one sentence.
    pub reason: String,
    /// The article.
    pub cite: String,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// When proof may be asked for all the same, where the level is “none” and the law leaves room.
    pub room: Option<Remark>,
}

/// How much proof may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerificationLevel {
    /// None at all.
    None,
    /// Only signing in to an account that exists.
    ExistingAccount,
    /// Only where there are reasonable doubts, and no more than needed.
    ReasonableDoubt,
    /// Commercially reasonable efforts to authenticate.
    CommerciallyReasonable,
    /// A reasonable degree of certainty.
    Reasonable,
    /// A reasonably high degree of certainty.
    ReasonablyHigh,
    /// Proof of the permission to act for somebody.
    SignedPermission,
    /// The methods a law lists for parents.
    ParentalMethods,
}

/// A ground on which a law lets a request be refused, wholly or in part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Unique in the pack.
    pub id: String,
    /// A few words for the list.
    pub title: String,
    /// In plain words, as the letter may say it.
    pub text: String,
    /// The article.
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
}

/// How often in a span: before the law lets the answer be no, or before it lets it cost something.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    /// So many times …
    pub times: u32,
    /// … in so many months before the day of receipt,
    pub months: Option<u32>,
    /// … or in a calendar year.
    #[serde(default)]
    pub calendar_year: bool,
    /// In plain words.
    pub text: String,
    /// The article.
    pub cite: String,
    /// Last compared with its source.
    pub checked: NaiveDate,
}

impl Law {
    /// The calendar whose holidays count: the law's own if it names one, else the organisation's.
    pub fn calendar_id<'a>(&'a self, home: &'a str) -> &'a str {
        self.calendar.as_deref().unwrap_or(home)
    }

    /// Whether a holiday of its calendar can move a date of this law, for requests received by this day.
    pub fn heeds_holidays(&self, received_on: NaiveDate) -> bool {
        self.rights.iter().any(|rule| {
            let own = rule.cease.as_ref().map(|period| period.unit);
            rule.since <= received_on
                && (own == Some(Unit::BusinessDays)
                    || self
                        .clock(rule, received_on)
                        .is_ok_and(ClockVersion::heeds_holidays))
        })
    }

    /// Whether the law gives this right at all, on whatever day.
    pub fn knows(&self, right: Right) -> bool {
        self.rights.iter().any(|rule| rule.right == right)
    }

    /// The right as it stands for a request received on this day.
    pub fn right(&self, right: Right, received_on: NaiveDate) -> Result<&RightRule, LawError> {
        let mut earliest: Option<NaiveDate> = None;
        let mut found: Option<&RightRule> = None;
        for rule in self.rights.iter().filter(|rule| rule.right == right) {
            earliest = Some(earliest.map_or(rule.since, |day| day.min(rule.since)));
            if rule.since <= received_on && found.is_none_or(|best| best.since < rule.since) {
                found = Some(rule);
            }
        }
        match (found, earliest) {
            (Some(rule), _) => Ok(rule),
            (None, Some(since)) => Err(LawError::NotYetInForce {
                law: self.short.clone(),
                right,
                since,
                received: received_on,
            }),
            (None, None) => Err(LawError::RightNotInLaw {
                law: self.short.clone(),
                right,
            }),
        }
    }

    /// The clock of a right as it stands for a request received on this day.
    pub fn clock(
        &self,
        rule: &RightRule,
        received_on: NaiveDate,
    ) -> Result<&ClockVersion, LawError> {
        let versions = self.clocks.iter().find(|clock| clock.id == rule.clock);
        versions
            .and_then(|clock| {
                clock
                    .versions
                    .iter()
                    .rev()
                    .find(|version| version.since <= received_on)
            })
            .ok_or_else(|| LawError::NotYetInForce {
                law: self.short.clone(),
                right: rule.right,
                since: versions
                    .and_then(|clock| clock.versions.first())
                    .map_or(self.since, |version| version.since),
                received: received_on,
            })
    }

    /// A ground by its identifier.
    pub fn ground(&self, id: &str) -> Option<&Ground> {
        self.grounds.iter().find(|ground| ground.id == id)
    }
}

impl RightRule {
    /// What may be asked of somebody in this capacity.
    pub fn verification(&self, capacity: Capacity) -> Option<&Verification> {
        self.verification
            .iter()
            .find(|rule| rule.capacity.contains(&capacity))
    }
}
