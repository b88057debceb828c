//! What a passage promises, in the closed words of the field.

use super::document::Span;
use crate::words::{
    Act, Audience, DataTopic, Exception, Per, Polarity, PromiseKind, Requirement, Right, TimeUnit,
    Way,
};
use serde::{Deserialize, Serialize};

/// What one passage promises. Found by the finder or said by the officer; never both mixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub kind: PromiseKind,
    /// At least one.
    pub audiences: Vec<Audience>,
    /// The rights it opens to somebody who asks.
    pub rights: Vec<Right>,
    pub polarity: Polarity,
    /// Ways it names, with the address where it gives one.
    pub ways: Vec<WayOf>,
    /// What it asks of a request, or on what it hangs.
    pub conditions: Vec<Condition>,
    pub time_limit: Option<TimeLimit>,
    pub frequency: Option<Frequency>,
    /// What it excepts.
    pub exceptions: Vec<Except>,
    /// What it says is done, or not done …
    pub acts: Vec<Act>,
    /// … with which data.
    pub data: Vec<DataTopic>,
    /// Below which age somebody is a child, in whole years, where it names one.
    pub age: Option<u32>,
}

/// A way with the address, number or place it gives; empty where it gives none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WayOf {
    pub way: Way,
    pub value: String,
}

/// Something a promise hangs on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What can be compared with a request; absent where only a reader can judge.
    pub requires: Option<Requirement>,
    /// The words of the policy; of a label the words that must stand in the request.
    pub words: String,
}

/// How soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// 0 where the unit is `promptly`.
    pub count: u32,
    pub unit: TimeUnit,
    pub words: String,
}

/// How often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    pub times: u32,
    pub per: Per,
    pub words: String,
}

/// What is excepted, and in which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Except {
    pub what: Exception,
    pub words: String,
}

/// One reason why a passage is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// In words the officer understands, such as “speaks of a child under 13”.
    pub says: String,
    /// The words of the policy that show it; of a heading its text.
    pub words: String,
}

/// A passage that the finder takes for a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub span: Span,
    pub reading: Reading,
    /// At least one.
    pub why: Vec<Evidence>,
}
