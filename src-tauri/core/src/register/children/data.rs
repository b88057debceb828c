//! What the rules about children want, read once from `data/registers`.

use crate::api::wire::{
    ChildRules, ConsentAge, ConsentException, ConsentMethod, NoticeItem, NoticeKind, NoticeNeeds,
    Refusal, RegisterNote,
};
use crate::law::Confidence;
use crate::words::{ChildStep, DataTopic};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Everything of `children.toml` and `consent-ages.toml`.
pub struct Rules {
    pub methods: Vec<Method>,
    pub notices: Vec<Notice>,
    pub exceptions: Vec<Exception>,
    pub ages: Vec<Age>,
    steps: Vec<Step>,
    articles: BTreeMap<String, Articles>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    methods: Vec<Method>,
    notices: Vec<Notice>,
    exceptions: Vec<Exception>,
    steps: Vec<Step>,
    articles: BTreeMap<String, Articles>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgeBook {
    ages: Vec<Age>,
}

/// A way by which a parent's consent is verified.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    pub id: String,
    pub name: String,
    pub needs: String,
    pub record: String,
    /// What goes promptly afterwards.
    #[serde(default)]
    pub delete: String,
    #[serde(default)]
    pub only_without_disclosure: bool,
    #[serde(default)]
    pub confirmed: bool,
    /// Not enough where this law applies.
    pub only_outside: Option<String>,
    pub cite: String,
    pub since: NaiveDate,
    #[serde(rename = "checked")]
    _checked: NaiveDate,
    #[serde(default)]
    pub confidence: Confidence,
}

/// A notice to the parent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    pub id: String,
    pub name: String,
    pub law: String,
    pub cite: String,
    #[serde(rename = "since")]
    _since: NaiveDate,
    #[serde(rename = "checked")]
    _checked: NaiveDate,
    pub items: Vec<Item>,
}

/// Something a notice says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub what: String,
    pub cite: String,
    #[serde(default)]
    pub needs: NoticeNeeds,
}

/// Something that may be collected without consent beforehand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub id: String,
    pub name: String,
    pub may_collect: String,
    pub conditions: String,
    pub cite: String,
    pub since: NaiveDate,
    #[serde(rename = "checked")]
    _checked: NaiveDate,
    /// The notice it needs.
    #[serde(default)]
    pub notice: String,
    /// What an entry under it may be about.
    pub data: Vec<DataTopic>,
    /// What goes at once when it has served.
    #[serde(default)]
    pub erase: String,
    /// False for the asking itself, which has a step of its own.
    #[serde(default = "yes")]
    pub by_itself: bool,
}

fn yes() -> bool {
    true
}

/// Below which age a parent consents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Age {
    pub place: String,
    /// Other codes of the same place.
    #[serde(default)]
    also: Vec<String>,
    pub name: String,
    pub age: u32,
    pub law: String,
    /// Only for this, and not for consent at large.
    pub only: Option<String>,
    pub text: String,
    pub cite: String,
    pub since: NaiveDate,
    #[serde(rename = "checked")]
    _checked: NaiveDate,
    #[serde(default)]
    pub confidence: Confidence,
}

impl Age {
    /// The place lies there: `us-tx` lies in `us`.
    pub fn holds(&self, place: &str) -> bool {
        let lies = |code: &str| {
            place == code
                || place
                    .strip_prefix(code)
                    .is_some_and(|rest| rest.starts_with('-'))
        };
        lies(&self.place) || self.also.iter().any(|code| lies(code))
    }

    /// As a sheet shows it.
    pub fn note(&self) -> RegisterNote {
        RegisterNote {
            message: self.text.clone(),
            cite: self.cite.clone(),
            caution: self.confidence.caution().map(str::to_owned),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    id: ChildStep,
    label: String,
    title: String,
    cite: String,
    europe: Option<String>,
}

/// The articles that sentences rest on, under one law.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Articles {
    /// Consent comes before anything is done.
    pub before: String,
    /// Disclosure is consented to apart.
    pub separate: String,
    pub change: String,
    /// Methods for those who disclose nothing.
    pub barred: String,
    /// No consent in time.
    pub missing: String,
    pub withdrawn: String,
    /// What proved it goes.
    pub proof: String,
    pub exception: String,
    pub found: String,
    pub need: String,
}

/// Under which rules a file stands, the first of them leading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regime {
    /// 16 CFR 312, wherever it applies or nothing else is known.
    Coppa,
    /// GDPR Art. 8, the British one too.
    Europe,
}

impl Regime {
    fn law(self) -> &'static str {
        match self {
            Regime::Coppa => "us-coppa",
            Regime::Europe => "eu-gdpr",
        }
    }
}

/// The rules, or the sentence that says which file of the program is damaged.
pub fn rules() -> Result<&'static Rules, Refusal> {
    static READ: OnceLock<Result<Rules, String>> = OnceLock::new();
    READ.get_or_init(read)
        .as_ref()
        .map_err(|why| Refusal::broken(why))
}

fn read() -> Result<Rules, String> {
    let book: Book = toml::from_str(include_str!("../../../data/registers/children.toml"))
        .map_err(|e| format!("children.toml: {e}"))?;
    let ages: AgeBook = toml::from_str(include_str!("../../../data/registers/consent-ages.toml"))
        .map_err(|e| format!("consent-ages.toml: {e}"))?;
    let known = |id: &str| id.is_empty() || book.notices.iter().any(|n| n.id == id);
    if let Some(one) = book.exceptions.iter().find(|one| !known(&one.notice)) {
        return Err(format!("children.toml: {} names no notice", one.id));
    }
    for regime in [Regime::Coppa, Regime::Europe] {
        if !book.articles.contains_key(regime.law()) {
            return Err(format!("children.toml: no articles for {}", regime.law()));
        }
    }
    if let Some(step) = ChildStep::ALL
        .iter()
        .find(|step| !book.steps.iter().any(|one| one.id == **step))
    {
        return Err(format!("children.toml: nothing about the step {step}"));
    }
    Ok(Rules {
        methods: book.methods,
        notices: book.notices,
        exceptions: book.exceptions,
        ages: ages.ages,
        steps: book.steps,
        articles: book.articles,
    })
}

impl Rules {
    /// The method with this identifier.
    pub fn method(&self, id: &str) -> Option<&Method> {
        self.methods.iter().find(|one| one.id == id)
    }

    /// The notice with this identifier.
    pub fn notice(&self, id: &str) -> Option<&Notice> {
        self.notices.iter().find(|one| one.id == id)
    }

    /// The exception with this identifier.
    pub fn exception(&self, id: &str) -> Option<&Exception> {
        self.exceptions.iter().find(|one| one.id == id)
    }

    /// The notice without which no consent counts.
    pub fn notice_for(&self, regime: Regime) -> Option<&Notice> {
        self.notices.iter().find(|one| one.law == regime.law())
    }

    /// The articles under a regime.
    pub fn articles(&self, regime: Regime) -> Result<&Articles, Refusal> {
        self.articles
            .get(regime.law())
            .ok_or_else(|| Refusal::broken("the articles about children are not all there"))
    }

    /// Label and title of a step, and its article under a regime.
    pub fn step(&self, step: ChildStep, regime: Regime) -> (&str, &str, &str) {
        self.steps
            .iter()
            .find(|one| one.id == step)
            .map_or(("", "", ""), |one| {
                let cite = match (regime, &one.europe) {
                    (Regime::Europe, Some(cite)) => cite,
                    _ => &one.cite,
                };
                (&one.label, &one.title, cite)
            })
    }

    /// The oldest age below which a parent is asked, at a place and on a day; for a place that was not said the oldest of all.
    pub fn age_at(&self, place: &str, coppa: bool, on: NaiveDate) -> Option<&Age> {
        let said = !place.is_empty() && place != "unknown";
        self.ages
            .iter()
            .filter(|one| one.only.is_none() && one.since <= on)
            .filter(|one| !said || one.holds(place) || coppa && one.law == "us-coppa")
            .max_by_key(|one| one.age)
            .or_else(|| self.ages.iter().find(|one| one.law == "us-coppa"))
    }

    /// The age below which selling needs an opt-in, where a law of the place has one.
    pub fn sale_age(&self, place: &str, on: NaiveDate) -> Option<&Age> {
        self.ages
            .iter()
            .find(|one| one.only.as_deref() == Some("sale") && one.since <= on && one.holds(place))
    }

    /// As the sheets show them.
    pub fn shown(&self) -> ChildRules {
        let when = |needs| match needs {
            NoticeNeeds::Always => "",
            NoticeNeeds::Contact => {
                "names or contact details of parent or child were collected to ask for consent"
            }
            NoticeNeeds::Disclosure => "data is to be disclosed to third parties",
        };
        ChildRules {
            methods: self
                .methods
                .iter()
                .map(|one| ConsentMethod {
                    id: one.id.clone(),
                    name: one.name.clone(),
                    needs: one.needs.clone(),
                    record: one.record.clone(),
                    delete: one.delete.clone(),
                    only_without_disclosure: one.only_without_disclosure,
                    confirmed: one.confirmed,
                    note: RegisterNote {
                        message: one.needs.clone(),
                        cite: one.cite.clone(),
                        caution: one.confidence.caution().map(str::to_owned),
                    },
                })
                .collect(),
            notices: self
                .notices
                .iter()
                .map(|one| NoticeKind {
                    id: one.id.clone(),
                    name: one.name.clone(),
                    items: one
                        .items
                        .iter()
                        .map(|item| NoticeItem {
                            id: item.id.clone(),
                            what: item.what.clone(),
                            cite: item.cite.clone(),
                            when: when(item.needs).into(),
                            needs: item.needs,
                        })
                        .collect(),
                    cite: one.cite.clone(),
                })
                .collect(),
            exceptions: self
                .exceptions
                .iter()
                .map(|one| ConsentException {
                    id: one.id.clone(),
                    name: one.name.clone(),
                    may_collect: one.may_collect.clone(),
                    conditions: one.conditions.clone(),
                    cite: one.cite.clone(),
                    notice: one.notice.clone(),
                })
                .collect(),
            ages: self
                .ages
                .iter()
                .map(|one| ConsentAge {
                    place: one.place.clone(),
                    name: one.name.clone(),
                    age: one.age,
                    law: one.law.clone(),
                    note: one.note(),
                })
                .collect(),
        }
    }
}
