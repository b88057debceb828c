//! Whether a law applies, from what is known: yes, no, or not to be told yet. Each answer has its sentence and article.
//!
//! Three-valued throughout: what was not said is neither yes nor no, and a no once given stays one, whatever is said later.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::limbs::{Lives, Part, age, capacity, data, place, rule_on, size};
use super::pack::{Confidence, Law};
use super::reach::{ReachBook, Subject};
use super::working::day;
use crate::words::{Capacity, DataKind, Right};

/// What the organisation has said about itself; what is not there was not said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Organisation {
    /// Where it is established, as `de` or `us-ca`.
    pub established: Vec<String>,
    /// Where the people live whose data it holds.
    pub serves: Vec<String>,
    /// Questions answered yes or no.
    pub facts: BTreeMap<String, bool>,
    /// Questions answered with a number.
    pub figures: BTreeMap<String, u64>,
    /// Of how many people of a state it holds data.
    pub people: BTreeMap<String, u64>,
}

/// What a request has said about the person and the data.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Where the person lives; empty or `unknown` when that is not known.
    pub residence: &'a str,
    /// The age of the person in whole years.
    pub age: Option<u32>,
    /// In what capacity the requester acts.
    pub capacity: Capacity,
    /// What kinds of data it is about; none means not said.
    pub data: &'a [DataKind],
    /// Which version of a rule counts.
    pub received_on: NaiveDate,
}

/// The answer of a law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// It applies.
    Applies,
    /// It cannot be told yet.
    Open,
    /// It does not apply.
    DoesNot,
}

/// What would settle an open answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Where the person lives.
    Residence,
    /// In which state of a known country the person lives.
    State,
    /// Where the organisation is established.
    Established,
    /// Where the people live whose data it holds.
    Serves,
    /// The age of the person.
    Age,
    /// The kind of data.
    Data,
    /// A question about the organisation, by its identifier.
    Question(String),
    /// How many people of a state it holds data of.
    People(String),
}

/// An answer with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The answer.
    pub answer: Answer,
    /// Whole sentences, each with its article.
    pub reason: String,
    /// What to know about how sure the reason is.
    pub caution: Option<&'static str>,
    /// What would settle it, in the order in which it is worth asking; empty unless open.
    pub missing: Vec<Missing>,
}

/// Whether a law applies to one right of one request.
///
/// A pack that stands in every desk ([`Law::always`]) applies to nobody by itself, so the answer is no.
pub fn judge(
    law: &Law,
    book: &ReachBook,
    organisation: &Organisation,
    asked: &Asked,
    right: Right,
) -> Verdict {
    if law.always {
        return not_by_itself(law);
    }
    together(
        book,
        vec![
            place(
                law,
                organisation,
                &Lives::At(asked.residence),
                asked.received_on,
            ),
            age(law, asked, right),
            capacity(law, asked),
            data(law, asked),
            size(law, organisation, asked.received_on),
        ],
    )
}

/// Whether a law applies to the organisation at all, whoever asks.
pub fn judge_organisation(
    law: &Law,
    book: &ReachBook,
    organisation: &Organisation,
    today: NaiveDate,
) -> Verdict {
    if law.always {
        return not_by_itself(law);
    }
    if law.since > today {
        return Verdict {
            answer: Answer::DoesNot,
            reason: format!("Not in force before {} ({}).", day(law.since), law.cite),
            caution: None,
            missing: Vec::new(),
        };
    }
    let served = Lives::Among(&organisation.serves);
    together(
        book,
        vec![
            place(law, organisation, &served, today),
            size(law, organisation, today),
        ],
    )
}

fn not_by_itself(law: &Law) -> Verdict {
    Verdict {
        answer: Answer::DoesNot,
        reason: format!(
            "No promise that would bring this under {} is known ({}).",
            sentence_name(&law.short),
            law.cite
        ),
        caution: None,
        missing: Vec::new(),
    }
}

/// “Our policy” within a sentence of ours.
fn sentence_name(short: &str) -> String {
    match short.strip_prefix("Our ") {
        Some(rest) => format!("our {rest}"),
        None => short.to_owned(),
    }
}

/// Neither the places nor the kind of organisation rule the law out.
pub(super) fn may_cover(
    law: &Law,
    organisation: &Organisation,
    residence: &str,
    on: NaiveDate,
) -> bool {
    !law.always
        && place(law, organisation, &Lives::At(residence), on).answer != Answer::DoesNot
        && size(law, organisation, on).answer != Answer::DoesNot
}

fn together(book: &ReachBook, parts: Vec<Part>) -> Verdict {
    let answer = parts
        .iter()
        .map(|part| part.answer)
        .max()
        .unwrap_or(Answer::Applies);
    // A no needs one reason; a yes has all of them; what is open also says what is settled.
    let told: Vec<&Part> = match answer {
        Answer::DoesNot => parts
            .iter()
            .filter(|part| part.answer == Answer::DoesNot)
            .take(1)
            .collect(),
        _ => parts.iter().filter(|part| !part.text.is_empty()).collect(),
    };
    let mut missing: Vec<Missing> = Vec::new();
    if answer == Answer::Open {
        for one in parts.iter().flat_map(|part| &part.missing) {
            if !missing.contains(one) {
                missing.push(one.clone());
            }
        }
    }
    let mut reason = told
        .iter()
        .map(|part| part.text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    if !missing.is_empty() {
        if !reason.is_empty() {
            reason.push(' ');
        }
        reason.push_str(&unsaid(book, &missing));
    }
    let worst = told.iter().map(|part| part.confidence).max();
    Verdict {
        answer,
        reason,
        caution: worst.and_then(Confidence::caution),
        missing,
    }
}

/// “Not said yet: a, b and c.”, with the first three: an officer asks one thing at a time.
fn unsaid(book: &ReachBook, missing: &[Missing]) -> String {
    const TOLD: usize = 3;
    let mut names: Vec<String> = missing
        .iter()
        .take(TOLD)
        .map(|one| name(book, one))
        .collect();
    let more = missing.len().saturating_sub(TOLD);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        format!("Not said yet: {last}.")
    } else {
        format!("Not said yet: {} and {last}.", names.join(", "))
    }
}

fn name(book: &ReachBook, missing: &Missing) -> String {
    match missing {
        Missing::Residence => "where the person lives".to_owned(),
        Missing::State => "in which state the person lives".to_owned(),
        Missing::Established => "where your organisation is established".to_owned(),
        Missing::Serves => "where the people live whose data you hold".to_owned(),
        Missing::Age => "the age of the person".to_owned(),
        Missing::Data => "the kind of data".to_owned(),
        Missing::Question(id) => book
            .facts
            .iter()
            .chain(&book.figures)
            .find(|question| question.id == *id)
            .map_or_else(|| id.clone(), |question| question.missing.clone()),
        Missing::People(code) => format!(
            "how many people of {} you hold data of",
            book.states.get(code).unwrap_or(code)
        ),
    }
}

/// The questions a law asks of an organisation on a day, in any version that may still count.
pub fn questions(law: &Law, today: NaiveDate) -> BTreeSet<Missing> {
    let limbs = rule_on(law, today)
        .into_iter()
        .flat_map(|rule| rule.any.iter().chain(&rule.unless));
    limbs
        .flat_map(|limb| &limb.all)
        .filter_map(|condition| match condition.subject()? {
            Subject::Fact(id) | Subject::Figure(id) => Some(Missing::Question(id.to_owned())),
            Subject::People(place) => Some(Missing::People(place.to_owned())),
        })
        .collect()
}
