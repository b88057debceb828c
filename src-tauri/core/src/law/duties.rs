//! What a law asks of an organisation although nobody has asked for anything, and how long a failure may be mended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clock_rule::Period;
use super::pack::{Confidence, Law};

/// Who is behind a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// A legislature or its agency.
    #[default]
    Statute,
    /// Somebody whose service is used; no authority takes complaints about it.
    Contract,
}

/// What a duty is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// What the privacy policy says, and where it is found.
    Policy,
    /// What people are told of before, or beside, the policy.
    Notice,
    /// How consent or an authorization is obtained.
    Consent,
    /// By which ways a request can be made.
    Intake,
    /// What an answer or a refusal says.
    Letter,
    /// What a message or a mail carries.
    Message,
    /// What happens to the data once a request is granted.
    Handling,
    /// How long something is kept.
    Retention,
    /// How it is protected.
    Security,
}

impl Topic {
    /// Every topic, in the order of a sheet.
    pub const ALL: &'static [Self] = &[
        Self::Policy,
        Self::Notice,
        Self::Consent,
        Self::Intake,
        Self::Letter,
        Self::Message,
        Self::Handling,
        Self::Retention,
        Self::Security,
    ];

    /// As a heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Policy => "What the policy says",
            Self::Notice => "What people are told",
            Self::Consent => "How consent is obtained",
            Self::Intake => "How a request can be made",
            Self::Letter => "What a letter says",
            Self::Message => "What a message carries",
            Self::Handling => "What happens to the data",
            Self::Retention => "How long it is kept",
            Self::Security => "How it is protected",
        }
    }
}

/// Something the organisation owes without a request; it has no clock of its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Unique in the pack.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// In plain words.
    pub text: String,
    /// The article.
    pub cite: String,
    /// First day on which it is owed.
    pub since: NaiveDate,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
}

/// Time to put a failure right, once somebody has pointed it out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cure {
    /// From when it runs and what it saves, in plain words.
    pub text: String,
    /// How long, where the law gives a number.
    pub within: Option<Period>,
    /// First day on which it is granted.
    pub since: NaiveDate,
    /// Last day on which it is granted, where it has run out.
    pub until: Option<NaiveDate>,
    /// The article.
    pub cite: String,
    /// Last compared with its source.
    pub checked: NaiveDate,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
}

impl Law {
    /// What is owed about this topic on this day, in the order of the pack.
    pub fn duties(&self, topic: Topic, on: NaiveDate) -> impl Iterator<Item = &Duty> {
        self.duties
            .iter()
            .filter(move |duty| duty.topic == topic && duty.since <= on)
    }

    /// The time to put a failure of this day right, if the law grants one.
    pub fn cure(&self, on: NaiveDate) -> Option<&Cure> {
        self.cures
            .iter()
            .rev()
            .find(|cure| cure.since <= on && cure.until.is_none_or(|until| on <= until))
    }
}
