//! The sample desk's policy: brought in, reviewed but for the last passages, and held against what was done.

use super::sample::{Life, read};
use crate::api::wire::{
    ConsentOnFile, ContradictionAnswer, HandlingAdd, HandlingCheck, HandlingIn, HandlingPurpose,
    HealthBasis, LegalProcess, NoticeGiven, Person, PolicyAbout, PolicyFile, PolicyIn, PolicyView,
    PromiseReview, PromiseState, Refusal,
};
use crate::time::Now;
use crate::words::{Act, DataTopic, PersonTold, ProcessKind};
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    policy: Vec<MadePolicy>,
    handling: Vec<MadeHandling>,
}

/// One version.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadePolicy {
    ago: i64,
    text: String,
    title: String,
    source: String,
    /// Suggestions at its end that nobody has reviewed.
    left: usize,
    notice: Option<MadeNotice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MadeNotice {
    /// Days before the first day in force.
    before: i64,
    how: String,
}

/// Something done with data.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeHandling {
    ago: i64,
    act: Act,
    recipient: String,
    purpose: HandlingPurpose,
    data: Vec<DataTopic>,
    people: u32,
    group: String,
    /// The recipient by the name its file is kept under.
    #[serde(default)]
    to: String,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    legal_basis: String,
    process: Option<MadeProcess>,
    /// The one person it is about, by name.
    #[serde(default)]
    about: String,
    health: Option<MadeHealth>,
    /// What was written about whatever it collides with.
    #[serde(default)]
    answer: String,
}

/// What let health information go.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MadeHealth {
    electronic: bool,
    /// An authorisation by the name its file is kept under.
    #[serde(default)]
    authorization: String,
    #[serde(default)]
    exception: String,
    #[serde(default)]
    why: String,
}

/// An order of a court.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MadeProcess {
    kind: ProcessKind,
    number: String,
    /// Days between its coming and what was given.
    before: i64,
    asked: String,
    given: String,
    approved_by: String,
    told: PersonTold,
}

/// One thing of it that happens on a day.
#[derive(Clone, Copy)]
pub enum Happening<'m> {
    Published(&'m MadePolicy),
    Handled(&'m MadeHandling),
}

/// What the sample publishes and does.
pub fn published() -> Result<Published, Refusal> {
    read(include_str!("../../data/sample/policies.toml"))
}

impl Published {
    /// Each with its day.
    pub fn happenings(&self, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, Happening<'_>)> {
        let policies = self
            .policy
            .iter()
            .map(move |one| (one.begins(today), Happening::Published(one)));
        let handlings = self
            .handling
            .iter()
            .map(move |one| (today - TimeDelta::days(one.ago), Happening::Handled(one)));
        policies.chain(handlings)
    }
}

impl MadePolicy {
    fn begins(&self, today: NaiveDate) -> NaiveDate {
        today - TimeDelta::days(self.ago)
    }
}

impl Life<'_> {
    /// Lets one of them happen.
    pub fn happen(&mut self, what: Happening<'_>, on: NaiveDate, at: Now) -> Result<(), Refusal> {
        match what {
            Happening::Published(policy) => self.publish(policy, on, at),
            Happening::Handled(handling) => self.handle(handling, on, at),
        }
    }

    fn publish(&mut self, made: &MadePolicy, from: NaiveDate, at: Now) -> Result<(), Refusal> {
        let text = match made.text.as_str() {
            "policy-first" => include_str!("../../data/sample/policy-first.md"),
            _ => include_str!("../../data/sample/policy-second.md"),
        };
        let policy = PolicyIn {
            file: PolicyFile {
                name: format!("{}.md", made.text),
                base64: String::new(),
                text: text.into(),
            },
            about: PolicyAbout {
                title: made.title.clone(),
                from: from.to_string(),
                until: String::new(),
                source: made.source.clone(),
                publisher: self.organisation.to_owned(),
            },
        };
        let view: PolicyView = self.call("policy_add", policy, at)?;
        let reviewed = view.promises.len().saturating_sub(made.left);
        for row in view.promises.into_iter().take(reviewed) {
            let review = PromiseReview {
                policy: view.version.id,
                key: row.key,
                state: PromiseState::Accepted,
                reading: None,
                start: None,
                end: None,
            };
            let _: Value = self.call("promise_review", review, at)?;
        }
        if let Some(notice) = &made.notice {
            let given = NoticeGiven {
                policy: view.version.id,
                on: (from - TimeDelta::days(notice.before)).to_string(),
                how: notice.how.clone(),
            };
            let _: Value = self.call("policy_notice_given", given, at)?;
        }
        Ok(())
    }

    fn basis(&self, made: Option<&MadeHealth>) -> Result<HealthBasis, Refusal> {
        let Some(made) = made else {
            return Ok(HealthBasis::default());
        };
        Ok(HealthBasis {
            electronic: made.electronic,
            authorization: match made.authorization.as_str() {
                "" => None,
                name => Some(self.file(name)?),
            },
            exception: made.exception.clone(),
            why: made.why.clone(),
        })
    }

    fn handle(&mut self, made: &MadeHandling, on: NaiveDate, at: Now) -> Result<(), Refusal> {
        let entry = HandlingIn {
            act: made.act,
            on: on.to_string(),
            recipient: made.recipient.clone(),
            purpose: made.purpose,
            data: made.data.clone(),
            people: made.people,
            group: made.group.clone(),
            children: false,
            audiences: Vec::new(),
            consent: ConsentOnFile::None,
            consent_note: String::new(),
            told_on: String::new(),
            legal_basis: made.legal_basis.clone(),
            note: String::new(),
            request: None,
            recipient_id: match made.to.as_str() {
                "" => None,
                name => Some(self.file(name)?),
            },
            categories: made.categories.clone(),
            persons: named(&made.about),
            child: None,
            explicit_consent: None,
            health: self.basis(made.health.as_ref())?,
            already_made: false,
            corrects: None,
            process: made.process.as_ref().map(|process| LegalProcess {
                kind: process.kind,
                from: made.recipient.clone(),
                number: process.number.clone(),
                received_on: (on - TimeDelta::days(process.before)).to_string(),
                asked: process.asked.clone(),
                given: process.given.clone(),
                approved_by: process.approved_by.clone(),
                told: process.told,
                told_on: String::new(),
            }),
        };
        let check: HandlingCheck = self.call("handling_check", entry.clone(), at)?;
        let resolutions = check
            .collisions
            .into_iter()
            .filter(|_| !made.answer.is_empty())
            .map(|one| ContradictionAnswer {
                key: one.key,
                text: made.answer.clone(),
            })
            .collect();
        let _: Value = self.call("handling_add", HandlingAdd { entry, resolutions }, at)?;
        Ok(())
    }
}

/// One person, or nobody in particular.
fn named(name: &str) -> Vec<Person> {
    let person = |name: &str| Person {
        name: name.to_owned(),
        ..Person::default()
    };
    Some(name)
        .filter(|name| !name.is_empty())
        .map(person)
        .into_iter()
        .collect()
}
