//! The rules about authorisations as the data has them.

use crate::api::wire::{
    AuthorizationElement, AuthorizationLimit, ElementWhen, HealthException, HealthKind,
    HealthRules, Refusal, RegisterNote,
};
use crate::law::Unit;
use crate::register::rules::{self, Source};
use crate::words::{DataKind, LetterKind};
use serde::Deserialize;
use std::sync::OnceLock;

/// Everything of `data/registers/health.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub elements: Vec<Element>,
    pub kinds: Vec<Kind>,
    pub exceptions: Vec<Exception>,
    pub limits: Vec<Limit>,
    pub demands: Vec<Demand>,
    pub purposes: Vec<Purpose>,
    pub says: Says,
    /// Laws under which words alone are no authorisation.
    pub signed: Signed,
    pub plain_mail: PlainMail,
}

/// What an authorisation must contain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Element {
    pub id: String,
    pub what: String,
    /// What the form to sign prints.
    pub form: String,
    /// Words that the form holds, not something to fill in.
    #[serde(default)]
    pub statement: bool,
    /// Wanted only then; always where the data does not say.
    #[serde(default = "always")]
    pub when: ElementWhen,
    pub source: Source,
}

fn always() -> ElementWhen {
    ElementWhen::Always
}

/// A kind of information that the form wants initialled.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub id: String,
    pub name: String,
    pub source: Source,
}

/// What lets information go without one.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub id: String,
    pub name: String,
    pub what: String,
    /// For treatment, payment or operations.
    #[serde(default)]
    pub care: bool,
    pub source: Source,
}

/// How long one lasts at most.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub id: String,
    pub name: String,
    pub what: String,
    pub count: u32,
    pub unit: Unit,
    /// A day or event that the authorisation names stands.
    pub yields: bool,
    pub source: Source,
}

/// What a law wants on file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    pub law: String,
    /// A clause without its full stop.
    pub says: String,
    /// A separate one for each electronic disclosure.
    pub each: bool,
    pub source: Source,
}

/// What the purpose of an authorisation must speak of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    pub when: ElementWhen,
    /// Beginnings of words, in lower case.
    pub words: Vec<String>,
    pub source: Source,
}

/// A sentence with its article.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub text: String,
    pub source: Source,
}

impl Said {
    pub fn note(&self) -> RegisterNote {
        self.source.note(self.text.clone())
    }
}

/// What is said beside an authorisation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    pub copy: Said,
    pub each: Said,
    pub revocation: Said,
    pub defective: Said,
}

/// Laws under which words alone are no authorisation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    pub laws: Vec<String>,
    pub text: String,
    pub source: Source,
}

/// Which letters do not leave by plain mail without a reason.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainMail {
    pub laws: Vec<String>,
    pub data: Vec<DataKind>,
    pub letters: Vec<LetterKind>,
    pub text: String,
    pub source: Source,
}

/// The rules, read once.
pub fn rules() -> Result<&'static Rules, Refusal> {
    static RULES: OnceLock<Result<Rules, Refusal>> = OnceLock::new();
    RULES
        .get_or_init(|| {
            rules::read(
                "registers/health.toml",
                include_str!("../../../data/registers/health.toml"),
            )
        })
        .as_ref()
        .map_err(Refusal::clone)
}

impl Rules {
    pub fn exception(&self, id: &str) -> Option<&Exception> {
        self.exceptions.iter().find(|one| one.id == id)
    }

    pub fn limit(&self, id: &str) -> Option<&Limit> {
        self.limits.iter().find(|one| one.id == id)
    }

    /// For the sheets.
    pub fn shown(&self) -> HealthRules {
        HealthRules {
            elements: self
                .elements
                .iter()
                .map(|one| AuthorizationElement {
                    id: one.id.clone(),
                    what: one.what.clone(),
                    statement: one.statement,
                    when: one.when,
                    note: one.source.note(if one.statement {
                        one.form.clone()
                    } else {
                        sentence(&one.what)
                    }),
                })
                .collect(),
            kinds: self
                .kinds
                .iter()
                .map(|one| HealthKind {
                    id: one.id.clone(),
                    name: one.name.clone(),
                    note: one.source.note(sentence(&one.name)),
                })
                .collect(),
            exceptions: self
                .exceptions
                .iter()
                .map(|one| HealthException {
                    id: one.id.clone(),
                    name: one.name.clone(),
                    what: one.what.clone(),
                    note: one.source.note(one.what.clone()),
                })
                .collect(),
            limits: self
                .limits
                .iter()
                .map(|one| AuthorizationLimit {
                    id: one.id.clone(),
                    name: one.name.clone(),
                    note: one.source.note(one.what.clone()),
                })
                .collect(),
        }
    }
}

/// With a full stop.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
