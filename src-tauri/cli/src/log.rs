//! A new request.

use crate::{
    At, desk,
    queue::right,
    say::{self, Failure},
};
use clap::Args;
use rightsdesk_core::{
    api::wire::{ClaimDraft, DraftIn, Logged, Particulars, Person, RequestDraft},
    words::{ArrivedAt, Capacity, Channel, DataKind, QuestionTopic, Right},
};
use serde_json::Value;
use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// Log a request
///
/// From flags, or with --draft from JSON with the members of a request half typed
/// (received, channel, requester, subject, capacity, residence, claims, words, files, particulars); what is left out is empty.
#[derive(Debug, Args)]
pub struct Log {
    /// Read the request as JSON from this file, or from standard input when it is -
    #[arg(long, value_name = "FILE", conflicts_with_all = ["received", "channel", "name", "email", "phone", "address", "capacity", "residence", "rights", "laws", "words", "age", "data_kinds", "arrived_at", "questions", "dated"])]
    draft: Option<PathBuf>,
    /// When it came in, in the desk's time zone: 2026-02-03T09:30; now when left out
    #[arg(long, value_name = "WHEN", default_value = "")]
    received: String,
    /// mail, post, phone, web-form, in-person or account-representative
    #[arg(long, value_parser = channel)]
    channel: Option<Channel>,
    /// Who wrote
    #[arg(long, default_value = "")]
    name: String,
    /// Their mail address
    #[arg(long, value_name = "MAIL", default_value = "")]
    email: String,
    /// Their telephone number
    #[arg(long, value_name = "NUMBER", default_value = "")]
    phone: String,
    /// Their postal address, one flag a line
    #[arg(long, value_name = "LINE")]
    address: Vec<String>,
    /// Whose data it is about, when it is somebody else
    #[arg(long, value_name = "NAME")]
    subject: Option<String>,
    /// self, parent-or-guardian or authorised-agent
    #[arg(long, value_parser = capacity)]
    capacity: Option<Capacity>,
    /// Where the person lives: de, fr, us-ca …
    #[arg(long, value_name = "PLACE", default_value = "")]
    residence: String,
    /// What they ask; may be given several times
    #[arg(long = "right", value_name = "RIGHT", value_parser = right)]
    rights: Vec<Right>,
    /// The laws, with commas between them; those that fit when left out
    #[arg(long, value_name = "LAWS", value_delimiter = ',')]
    laws: Vec<String>,
    /// Age of the person the data is about, in whole years; some laws speak of children only
    #[arg(long, value_name = "YEARS")]
    age: Option<u32>,
    /// Kind of data it is about: account, health-record, employment …; may be given several times
    #[arg(long = "data-kind", value_name = "KIND", value_parser = data_kind)]
    data_kinds: Vec<DataKind>,
    /// designated-address, other-address or opt-out-signal, for the laws that ask
    #[arg(long, value_name = "WHERE", value_parser = arrived_at)]
    arrived_at: Option<ArrivedAt>,
    /// What they only ask about, with --right question: selling, sharing, do-not-track …; may be given several times
    #[arg(long = "question", value_name = "TOPIC", value_parser = question)]
    questions: Vec<QuestionTopic>,
    /// The date written on the request, for the laws that count from it: 2026-02-01
    #[arg(long, value_name = "DAY", default_value = "")]
    dated: String,
    /// Their own words
    #[arg(long, value_name = "TEXT", default_value = "")]
    words: String,
    /// Print JSON instead of the reference
    #[arg(long)]
    json: bool,
}

fn channel(word: &str) -> Result<Channel, String> {
    Channel::from_id(word).ok_or_else(|| {
        "there are mail, post, phone, web-form, in-person, account-representative".to_owned()
    })
}

fn capacity(word: &str) -> Result<Capacity, String> {
    Capacity::from_id(word)
        .ok_or_else(|| "there are self, parent-or-guardian, authorised-agent".to_owned())
}

fn data_kind(word: &str) -> Result<DataKind, String> {
    DataKind::from_id(word).ok_or_else(|| known(DataKind::ALL.iter().map(|kind| kind.id())))
}

fn question(word: &str) -> Result<QuestionTopic, String> {
    QuestionTopic::from_id(word)
        .ok_or_else(|| known(QuestionTopic::ALL.iter().map(|kind| kind.id())))
}

fn arrived_at(word: &str) -> Result<ArrivedAt, String> {
    ArrivedAt::from_id(word).ok_or_else(|| known(ArrivedAt::ALL.iter().map(|at| at.id())))
}

fn known<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    format!("there are {}", ids.collect::<Vec<_>>().join(", "))
}

impl Log {
    pub fn run(self, at: &At) -> crate::Done {
        let json = self.json;
        let draft = match &self.draft {
            Some(file) => read(file)?,
            None => self.into_draft(),
        };
        let logged: Logged = desk::call(&mut desk::open(at)?, "request_log", DraftIn { draft })?;
        if json {
            say::json(&logged)
        } else {
            say::line(&logged.reference)
        }
    }

    fn into_draft(self) -> RequestDraft {
        let laws = self.laws;
        RequestDraft {
            received: self.received,
            channel: self.channel,
            requester: Person {
                name: self.name,
                email: self.email,
                phone: self.phone,
                address: self.address,
            },
            subject: self.subject.map(|name| Person {
                name,
                ..Person::default()
            }),
            capacity: self.capacity,
            residence: self.residence,
            claims: self
                .rights
                .into_iter()
                .map(|right| ClaimDraft {
                    right,
                    laws: laws.clone(),
                })
                .collect(),
            words: self.words,
            files: Vec::new(),
            particulars: Particulars {
                age: self.age,
                data_kinds: self.data_kinds,
                arrived_at: self.arrived_at,
                dated_on: self.dated,
                questions: self.questions,
            },
        }
    }
}

/// A draft with members left out is one with those members empty; a member it does not know is an error.
fn read(file: &Path) -> Result<RequestDraft, Failure> {
    let unread = |error: io::Error| {
        Failure::refused(format!("{} could not be read: {error}.", file.display()))
    };
    let text = if file == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map_err(unread)?;
        text
    } else {
        fs::read_to_string(file).map_err(unread)?
    };
    draft(&text)
        .map_err(|error| Failure::refused(format!("This is not a request as JSON: {error}.")))
}

fn draft(text: &str) -> serde_json::Result<RequestDraft> {
    let given: Value = serde_json::from_str(text)?;
    let mut whole = serde_json::to_value(RequestDraft::default())?;
    fill(&mut whole, given);
    for claim in whole
        .get_mut("claims")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        if let Some(claim) = claim.as_object_mut() {
            claim
                .entry("laws")
                .or_insert_with(|| Value::Array(Vec::new()));
        }
    }
    if whole.get("subject").is_some_and(Value::is_object) {
        let mut person = serde_json::to_value(Person::default())?;
        fill(&mut person, whole["subject"].take());
        whole["subject"] = person;
    }
    serde_json::from_value(whole)
}

/// Lays what is given over what is there, object into object.
fn fill(there: &mut Value, given: Value) {
    match (there, given) {
        (Value::Object(there), Value::Object(given)) => {
            for (key, value) in given {
                fill(there.entry(key).or_insert(Value::Null), value);
            }
        }
        (there, given) => *there = given,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_draft_may_leave_out_what_is_empty() {
        let draft = draft(r#"{"requester": {"name": "Ada"}, "subject": {"name": "Bea"}, "claims": [{"right": "access"}]}"#).unwrap();
        assert_eq!(draft.requester.name, "Ada");
        assert_eq!(draft.subject.unwrap().name, "Bea");
        assert_eq!(
            draft.claims,
            [ClaimDraft {
                right: Right::Access,
                laws: Vec::new()
            }]
        );
    }

    #[test]
    fn a_member_nobody_knows_is_an_error() {
        assert!(draft(r#"{"requestor": {}}"#).is_err());
        assert!(draft("[]").is_err());
    }
}
