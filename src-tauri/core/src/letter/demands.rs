//! The lists of what each law demands of its letters, read from `data/letters/items`.
//!
//! What many laws share stands once, in `base`, and takes article, dates and certainty from each law's own pack.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::LetterError;
use crate::law::Confidence;
use crate::words::{LetterKind, Outcome, Right};

/// All that one law demands: its own entries first, then those of the lists it is based on.
#[derive(Debug, Clone, Default)]
pub(super) struct Demands {
    pub says: Says,
    pub items: Vec<Item>,
    pub forbidden: Vec<Forbidden>,
    pub answers: Vec<Answers>,
}

impl Demands {
    /// Whether something of a letter hangs on this ground of a refusal.
    pub(super) fn names_ground(&self, ground: &str) -> bool {
        let items = self.items.iter().filter_map(|item| item.grounds.as_ref());
        let answers = self.answers.iter().map(|one| &one.grounds);
        items.chain(answers).flatten().any(|one| one == ground)
    }
}

/// How the letters under a law put things that every letter says; empty where the usual words will do.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Says {
    /// What the law calls the data: `personal information`.
    pub data: String,
    /// What asking costs, as sentences.
    pub fee: String,
    /// Who decides a complaint or a suit, as sentences, beside the authorities of the pack.
    pub recourse: String,
    /// Who else than the authority of the pack takes complaints, as part of a sentence.
    pub also: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// The law; absent in a list of `base`.
    law: Option<String>,
    #[serde(default)]
    based_on: Vec<String>,
    #[serde(default)]
    says: Says,
    #[serde(default)]
    item: Vec<Item>,
    #[serde(default)]
    forbidden: Vec<Forbidden>,
    #[serde(default)]
    answers: Vec<Answers>,
}

/// A letter that answers refusals on some grounds only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answers {
    pub letters: Vec<LetterKind>,
    /// Identifiers of the pack.
    pub grounds: Vec<String>,
    /// What to tell who wants the letter without that ground.
    pub because: String,
}

/// One thing a letter must contain.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub id: String,
    pub what: String,
    /// The article; or `from`, and the pack names it.
    pub cite: Option<String>,
    /// Where in the pack article, first day and certainty stand.
    pub from: Option<Source>,
    /// First day of receipt for which it counts.
    pub since: Option<NaiveDate>,
    /// Last day of receipt for which it counted.
    pub until: Option<NaiveDate>,
    /// Last compared with its source; read so that no entry comes without it.
    pub checked: Option<NaiveDate>,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Confidence,
    pub letters: Vec<LetterKind>,
    /// Any right, when absent.
    rights: Option<Vec<Right>>,
    /// Any right but these.
    #[serde(default)]
    except: Vec<Right>,
    /// Any outcome and none, when absent.
    outcomes: Option<Vec<Outcome>>,
    /// Only where the claim was refused on one of these grounds of the pack; any ground and none, when absent.
    #[serde(default)]
    pub grounds: Option<Vec<String>>,
    /// Once for each right rather than once in the letter.
    #[serde(default)]
    each: bool,
}

/// Where in a pack the article of a shared item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Source {
    /// The right itself.
    Right,
    /// The extension of the clock; a right whose clock has none does not want the item.
    Extension,
    /// The duty `refusal-letter`, else the clock's notice of a refusal, else the right.
    Refusal,
    /// The proof that may be asked for.
    Identity,
    /// What the right may cost; a right of which the pack says nothing does not want the item.
    Fee,
    /// How often the answer is free; a right for which the law does not count does not want the item.
    Free,
    /// The duty `authentication-letter`; a law without it does not want the item.
    AuthenticationLetter,
    /// The duty `appeal-letter`; a law without it does not want the item.
    AppealLetter,
}

/// A letter that a law does not allow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forbidden {
    pub letters: Vec<LetterKind>,
    pub rights: Option<Vec<Right>>,
    pub because: String,
    pub cite: String,
    /// First day of receipt for which it counts.
    pub since: NaiveDate,
    /// Last compared with its source; read so that no entry comes without it.
    #[serde(rename = "checked")]
    _checked: NaiveDate,
}

impl Item {
    pub(super) fn applies(&self, right: Right, outcome: Option<Outcome>) -> bool {
        let by_right = self.rights.as_ref().is_none_or(|r| r.contains(&right))
            && !self.except.contains(&right);
        let by_outcome = match (&self.outcomes, outcome) {
            (None, outcome) => outcome != Some(Outcome::Withdrawn),
            (Some(wanted), Some(outcome)) => wanted.contains(&outcome),
            (Some(_), None) => false,
        };
        by_right && by_outcome
    }

    /// Whether the ground of a claim is one that the item is about.
    pub(super) fn on_ground(&self, ground: Option<&str>) -> bool {
        self.grounds
            .as_ref()
            .is_none_or(|all| ground.is_some_and(|ground| all.iter().any(|one| one == ground)))
    }

    pub(super) fn id_for(&self, right: Right) -> String {
        if self.each {
            format!("{}.{}", right.id(), self.id)
        } else {
            self.id.clone()
        }
    }

    fn check(&self) -> Result<(), String> {
        let no = |why: &str| Err(format!("{}: {why}", self.id));
        if self.what.trim().is_empty() {
            return no("it lacks its words");
        }
        match (&self.cite, self.from) {
            (Some(cite), None) if cite.trim().is_empty() => no("its citation is empty"),
            (Some(_), None) if self.since.is_none() || self.checked.is_none() => {
                no("an own citation needs since and checked")
            }
            (None, Some(_)) if self.checked.is_some() => no("the pack says when it was checked"),
            (Some(_), None) | (None, Some(_)) => Ok(()),
            _ => no("it needs either cite or from"),
        }
    }
}

/// Declares the lists by their name below `data/letters/items`.
macro_rules! lists {
    ($($name:literal,)+) => {
        &[$(($name, include_str!(concat!("../../data/letters/items/", $name, ".toml"))),)+]
    };
}

/// What laws share.
const BASES: &[(&str, &str)] = lists!["base/general", "base/us-state", "base/every",];

/// One list for each law; a test sees to it that every law of the library has one.
const LAWS: &[(&str, &str)] = lists![
    "eu-gdpr",
    "uk-gdpr",
    "uk-dpa",
    "us-ca-ccpa",
    "us-ca-shine-the-light",
    "us-ca-caloppa",
    "us-coppa",
    "us-can-spam",
    "mail-sender-rules",
    "us-hipaa",
    "us-tx-hb300",
    "us-tx-tdpsa",
    "us-va-cdpa",
    "us-co-cpa",
    "us-ct-ctdpa",
    "us-ut-ucpa",
    "us-fl-fdbr",
    "us-or-ocpa",
    "us-mt-mcdpa",
    "us-ia-icdpa",
    "us-de-dpdpa",
    "us-ne-ndpa",
    "us-nh-nhpa",
    "us-nj-njdpa",
    "us-tn-tipa",
    "us-mn-mcdpa",
    "us-md-modpa",
    "us-in-icdpa",
    "us-ky-kcdpa",
    "us-ri-ridtppa",
    "br-lgpd",
    "ca-pipeda",
    "ca-qc-law25",
    "ch-fadp",
    "au-app",
    "jp-appi",
    "in-dpdp",
    "own-policy",
];

/// What this law demands.
pub(super) fn demands(law_id: &str) -> Result<&'static Demands, LetterError> {
    type Laws = BTreeMap<&'static str, Result<Demands, LetterError>>;
    static READ: OnceLock<Laws> = OnceLock::new();
    READ.get_or_init(|| {
        LAWS.iter()
            .map(|(id, text)| (*id, read(id, text)))
            .collect()
    })
    .get(law_id)
    .ok_or_else(|| LetterError::UnknownLaw {
        law: law_id.to_owned(),
    })?
    .as_ref()
    .map_err(LetterError::clone)
}

fn read(law: &str, source: &str) -> Result<Demands, LetterError> {
    let problem = |problem: String| LetterError::Items {
        law: law.to_owned(),
        problem,
    };
    let own = parse(source).map_err(problem)?;
    if own.law.as_deref() != Some(law) {
        return Err(problem(format!("it does not say that it is about {law}")));
    }
    let mut all = Demands {
        says: own.says,
        items: own.item,
        forbidden: own.forbidden,
        answers: own.answers,
    };
    let every = ["every".to_owned()];
    for name in own.based_on.iter().chain(&every) {
        let base = BASES
            .iter()
            .find(|(known, _)| known.strip_prefix("base/") == Some(name))
            .ok_or_else(|| problem(format!("there is no list base/{name}")))?;
        let base = parse(base.1).map_err(problem)?;
        all.items.extend(base.item);
        all.forbidden.extend(base.forbidden);
        all.answers.extend(base.answers);
    }
    Ok(all)
}

fn parse(source: &str) -> Result<File, String> {
    let file: File = toml::from_str(source).map_err(|e| e.to_string())?;
    for item in &file.item {
        item.check()?;
    }
    for rule in &file.forbidden {
        if rule.cite.trim().is_empty() || rule.because.trim().is_empty() {
            return Err("a forbidden letter lacks its reason or its citation".to_owned());
        }
    }
    for one in &file.answers {
        if one.because.trim().is_empty() || one.grounds.is_empty() {
            return Err("a letter that answers some grounds lacks them or its sentence".to_owned());
        }
    }
    Ok(file)
}
