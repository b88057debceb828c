//! The promises of a policy, without a desk.

use crate::say::{self, Failure};
use clap::Args;
use rightsdesk_core::policy::{Document, Proposal, find, import};
use serde::Serialize;
use std::{fmt::Write, fs, path::PathBuf};

/// Propose which passages of a policy are promises; needs no desk
///
/// Reads .txt, .md, .html, .pdf and .docx. What is proposed is for a reader to accept or to reject.
#[derive(Debug, Args)]
pub struct Promises {
    /// The policy
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A JSON list: kind, audience, rights, quote, start, end (in characters of the cleaned text), why, and what else it says
    #[arg(long)]
    json: bool,
    /// Print the cleaned text that start and end count in
    #[arg(long, conflicts_with = "json")]
    text: bool,
}

#[derive(Debug, Serialize)]
struct Promise {
    kind: &'static str,
    audience: Vec<&'static str>,
    rights: Vec<&'static str>,
    quote: String,
    start: usize,
    end: usize,
    why: Vec<String>,
    polarity: &'static str,
    /// The ways with an address, in one line; absent where it names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<String>,
    ways: Vec<Way>,
    conditions: Vec<Condition>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_limit: Option<TimeLimit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    frequency: Option<Frequency>,
    exceptions: Vec<Exception>,
    acts: Vec<&'static str>,
    data: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    age: Option<u32>,
}

#[derive(Debug, Serialize)]
struct Way {
    way: &'static str,
    value: String,
}

#[derive(Debug, Serialize)]
struct Condition {
    #[serde(skip_serializing_if = "Option::is_none")]
    requires: Option<&'static str>,
    words: String,
}

#[derive(Debug, Serialize)]
struct TimeLimit {
    count: u32,
    unit: &'static str,
    words: String,
}

#[derive(Debug, Serialize)]
struct Frequency {
    times: u32,
    per: &'static str,
    words: String,
}

#[derive(Debug, Serialize)]
struct Exception {
    what: &'static str,
    words: String,
}

impl Promises {
    pub fn run(self) -> crate::Done {
        let name = self.file.display().to_string();
        let bytes = fs::read(&self.file)
            .map_err(|error| Failure::refused(format!("{name} could not be read: {error}.")))?;
        let read = import::read(&name, &bytes)
            .map_err(|error| Failure::refused(format!("{name}: {error}")))?;
        let doc = read.document;
        if self.text {
            return say::line(&doc.text);
        }
        let promises = promises(&doc);
        if self.json {
            return say::json(&promises);
        }
        say::print(&list(&promises))
    }
}

/// The proposals with places in characters. Places only grow, so the text is walked once.
fn promises(doc: &Document) -> Vec<Promise> {
    let (mut byte, mut character) = (0, 0);
    find(doc)
        .into_iter()
        .map(|proposal| {
            let start = proposal.span.start;
            character += count(doc, byte, start);
            byte = start;
            promise(doc, proposal, character)
        })
        .collect()
}

fn count(doc: &Document, from: usize, to: usize) -> usize {
    doc.text
        .get(from..to)
        .map_or(0, |text| text.chars().count())
}

fn promise(doc: &Document, proposal: Proposal, start: usize) -> Promise {
    let quote = doc.at(proposal.span).to_owned();
    let reading = proposal.reading;
    let values: Vec<&str> = reading
        .ways
        .iter()
        .map(|way| {
            if way.value.is_empty() {
                way.way.id()
            } else {
                way.value.as_str()
            }
        })
        .collect();
    Promise {
        kind: reading.kind.id(),
        audience: reading.audiences.iter().map(|one| one.id()).collect(),
        rights: reading.rights.iter().map(|one| one.id()).collect(),
        start,
        end: start + quote.chars().count(),
        quote,
        why: proposal
            .why
            .iter()
            .map(|one| format!("{}: “{}”", one.says, one.words))
            .collect(),
        polarity: reading.polarity.id(),
        channel: (!values.is_empty()).then(|| values.join("; ")),
        ways: reading
            .ways
            .iter()
            .map(|one| Way {
                way: one.way.id(),
                value: one.value.clone(),
            })
            .collect(),
        conditions: reading
            .conditions
            .into_iter()
            .map(|one| Condition {
                requires: one.requires.map(|requires| requires.id()),
                words: one.words,
            })
            .collect(),
        time_limit: reading.time_limit.map(|one| TimeLimit {
            count: one.count,
            unit: one.unit.id(),
            words: one.words,
        }),
        frequency: reading.frequency.map(|one| Frequency {
            times: one.times,
            per: one.per.id(),
            words: one.words,
        }),
        exceptions: reading
            .exceptions
            .into_iter()
            .map(|one| Exception {
                what: one.what.id(),
                words: one.words,
            })
            .collect(),
        acts: reading.acts.iter().map(|one| one.id()).collect(),
        data: reading.data.iter().map(|one| one.id()).collect(),
        age: reading.age,
    }
}

fn list(promises: &[Promise]) -> String {
    let mut text = String::new();
    for promise in promises {
        let to = promise.audience.join(", ");
        let _ = writeln!(text, "{} · {to}", promise.kind);
        let _ = writeln!(text, "  “{}”", promise.quote);
        if !promise.rights.is_empty() {
            let _ = writeln!(text, "  opens: {}", promise.rights.join(", "));
        }
        if let Some(channel) = &promise.channel {
            let _ = writeln!(text, "  by: {channel}");
        }
        for why in &promise.why {
            let _ = writeln!(text, "  why: it {why}");
        }
        text.push('\n');
    }
    let _ = match promises.len() {
        0 => writeln!(text, "No promise was found."),
        1 => writeln!(text, "1 passage proposed."),
        many => writeln!(text, "{many} passages proposed."),
    };
    text
}
