//! How long requests are kept, what keeps one longer, and what goes when one is purged.

use super::RegisterNote;
use serde::{Deserialize, Serialize};

wire! {
    /// The periods of every law of the desk.
    pub struct Retention {
        pub today: String,
        pub laws: Vec<RetentionLaw>,
        /// From which day the periods run, and how that is read.
        pub reading: RegisterNote,
        /// Requests under legal hold now.
        pub holds: Vec<LegalHold>,
        /// Requests that could be purged today.
        pub may_go: u32,
    }
    pub struct RetentionLaw {
        pub law: String,
        pub short: String,
        /// What the law says of records.
        pub says: RegisterNote,
        /// The least the law sets, in months; absent where it sets nothing.
        pub minimum: Option<u32>,
        /// What the law or the house wants, each with its article.
        pub rules: Vec<RetentionRule>,
        /// The house's own period in months, where one was set.
        pub own: Option<u32>,
        /// Months that count now.
        pub months: u32,
        /// Requests that could be purged today because this period ended last.
        pub may_go: u32,
    }
    pub struct RetentionRule {
        pub months: u32,
        pub covers: String,
        pub cite: String,
        pub since: String,
        pub checked: String,
        /// How sure the program is of it, where it is not quite.
        pub caution: Option<String>,
    }
    /// Sets the house's own period for a law; without months it is what the program proposes again.
    pub struct RetentionSave { pub law: String, pub months: Option<u32> }

    /// Places or lifts a legal hold.
    pub struct HoldIn { pub request: u32, pub reason: String }
    pub struct LegalHold {
        pub id: u32,
        pub request: u32,
        pub reference: String,
        pub placed_on: String,
        pub reason: String,
        pub lifted_on: Option<String>,
        /// Why it was lifted.
        pub lifted: String,
    }

    /// What could be purged.
    #[derive(Default)]
    pub struct PurgeIn {
        /// Only requests under one of these; empty for all.
        #[serde(default)]
        pub laws: Vec<String>,
        /// As of this day; empty for today. A day to come shows what may go by then.
        #[serde(default)]
        pub as_of: String,
    }
    pub struct PurgePreview {
        pub as_of: String,
        /// By the law whose period ends last.
        pub groups: Vec<PurgeGroup>,
        /// Some period is over, and yet they stay.
        pub kept: Vec<PurgeKept>,
        /// More stay than are shown.
        pub more: bool,
        /// What stays of every request.
        pub stays: Vec<String>,
    }
    pub struct PurgeGroup {
        pub law: String,
        pub short: String,
        pub requests: u32,
        /// First and last day on which one of them was closed.
        pub oldest: String,
        pub youngest: String,
        /// Every one of them by number, those closed first before the others.
        pub all: Vec<u32>,
        /// The first of them.
        pub rows: Vec<PurgeRow>,
    }
    pub struct PurgeRow {
        pub request: u32,
        pub reference: String,
        pub closed_on: String,
        /// The last day it had to be kept.
        pub kept_until: String,
        /// Why it may go, with the article.
        pub why: RegisterNote,
        pub goes: Vec<String>,
        /// What stays of this one beside what stays of every request.
        pub stays: Vec<String>,
    }
    pub struct PurgeKept { pub request: u32, pub reference: String, pub closed_on: String, pub why: RegisterNote }

    /// The requests to purge, as the preview named them.
    pub struct PurgeNow { pub requests: Vec<u32> }
    pub struct PurgeDone {
        pub purged_on: String,
        pub references: Vec<String>,
        /// What the officer should know afterwards.
        pub note: String,
    }
    /// When and under which article a request was purged.
    pub struct RequestPurged { pub on: String, pub cite: String }
}
