//! Rules in the data of the registers: each with its article, its day, and how sure it is.

use crate::api::wire::{Refusal, RegisterNote};
use crate::law::Confidence;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What every rule carries, as `source = { cite = …, since = …, checked = … }`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The article.
    pub cite: String,
    /// First day it counts.
    pub since: NaiveDate,
    /// When it was last compared with its source.
    pub checked: NaiveDate,
    #[serde(default)]
    pub confidence: Confidence,
}

impl Source {
    /// A sentence with this article and how sure it is.
    pub fn note(&self, message: impl Into<String>) -> RegisterNote {
        RegisterNote {
            message: message.into(),
            cite: self.cite.clone(),
            caution: self.confidence.caution().map(str::to_owned),
        }
    }
}

/// Reads a file of rules. A broken one is a fault of the program; the tests read every one.
pub fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Refusal> {
    toml::from_str(text)
        .map_err(|e| Refusal::broken(&format!("the rules in {name} cannot be read ({e})")))
}
