//! What a letter says of our own policy: the promises it quotes, what the registers show, what a request lacks.

use super::at_work;
use super::collide::{data_words, people};
use super::engaged::{Engaged, OWN_POLICY, engaged};
use super::requirements;
use crate::api::wire::{CheckState, HandlingIn, HandlingPurpose, Refusal};
use crate::desk::Desk;
use crate::letter::PromiseQuote;
use crate::register::handled::{self, Handled, Slot};
use crate::request::case::Case;
use crate::time::long_in;
use crate::words::{Act, DataTopic, LetterKind, PromiseKind, QuestionTopic, Right};
use chrono::NaiveDate;
use std::collections::HashMap;

/// More than so many quotations, and nobody reads them; the officer may add others.
const MOST_QUOTES: usize = 4;

/// What a letter quotes by itself: under our own policy what it answers by, and what it asks for where that is missing.
pub fn quoted(
    desk: &Desk,
    case: &Case,
    kind: LetterKind,
    law: &str,
    american: bool,
) -> Vec<PromiseQuote> {
    let mut all = engaged(&desk.policy, desk.library, case);
    all.retain(|one| !one.open && !one.rights.is_empty());
    if kind == LetterKind::MissingParticulars {
        all.retain(|one| lacks(case, one));
    } else if law == OWN_POLICY {
        all = telling(all);
    } else {
        return Vec::new();
    }
    all.truncate(MOST_QUOTES);
    all.iter()
        .map(|one| PromiseQuote {
            quote: one.promise.quote.clone(),
            published: long_in(one.version.from, american),
            title: one.version.title.clone(),
            kind: one.promise.reading.kind,
        })
        .collect()
}

fn lacks(case: &Case, one: &Engaged) -> bool {
    let conditions = &one.promise.reading.conditions;
    conditions
        .iter()
        .any(|c| requirements::compare(case, c).state == CheckState::Missing)
}

/// To a question about passing data on, the plain “never” is the answer; what binds others is quoted only where there is none.
fn telling(mut all: Vec<Engaged<'_>>) -> Vec<Engaged<'_>> {
    let plain = |one: &Engaged| one.promise.reading.kind == PromiseKind::NoSharing;
    if all.iter().any(plain) {
        all.retain(|one| {
            !matches!(
                one.promise.reading.kind,
                PromiseKind::SharingLimits
                    | PromiseKind::DisclosureList
                    | PromiseKind::LegalDisclosure
            ) || one.rights != [Right::Question]
        });
    }
    all
}

/// What the request lacks, as lines of a letter.
pub fn missing(desk: &Desk, case: &Case, today: NaiveDate) -> Result<Vec<String>, Refusal> {
    Ok(at_work::of(desk, case, today)?.missing)
}

/// Whether what is asked under a law lacks something that a promise wants of it.
pub fn lacks_for(desk: &Desk, case: &Case, rights: &[Right]) -> bool {
    engaged(&desk.policy, desk.library, case)
        .iter()
        .filter(|one| !one.open && one.rights != [Right::Question])
        .any(|one| one.rights.iter().any(|right| rights.contains(right)) && lacks(case, one))
}

/// What the register shows about what was asked, in whole sentences.
pub fn registers(
    desk: &Desk,
    case: &Case,
    today: NaiveDate,
    american: bool,
) -> Result<Vec<String>, Refusal> {
    if case.questions.is_empty() {
        return Ok(Vec::new());
    }
    let day = |on| long_in(on, american);
    let mut said: Vec<String> = Vec::new();
    handled::look(desk, |handled| {
        for topic in &case.questions {
            let Some(what) = registered(*topic) else {
                continue;
            };
            let bears: Vec<bool> = handled
                .shapes
                .iter()
                .map(|shape| bears_on(*topic, &shape.entry()))
                .collect();
            // Oldest first, as a letter tells it.
            let standing = || handled.slots.iter().rev().filter(|slot| slot.stands);
            let found: Vec<&Slot> = standing()
                .filter(|slot| bears.get(slot.shape as usize).copied().unwrap_or_default())
                .collect();
            if found.is_empty() {
                let since = standing().next().map_or(today, |slot| slot.day);
                said.push(format!(
                    "Our register of what is done with data, kept since {}, shows no {what} up to {}.",
                    day(since),
                    day(today)
                ));
            }
            for sentence in sentences(handled, &found, day) {
                if !said.contains(&sentence) {
                    said.push(sentence);
                }
            }
        }
        Ok(())
    })?;
    if said.is_empty() {
        said.push("Our registers hold no entries of this kind; how it is done is a matter of how our systems are set.".into());
    }
    Ok(said)
}

/// One sentence an entry; where they are many, one for all that went the same way to the same recipient.
fn sentences(handled: &Handled, found: &[&Slot], day: impl Fn(NaiveDate) -> String) -> Vec<String> {
    if found.len() <= ONE_BY_ONE {
        return found
            .iter()
            .filter_map(|slot| {
                let entry = handled.entry(slot)?;
                let whom = format!(
                    "{} of {}",
                    data_words(&entry).to_lowercase(),
                    people(&entry)
                );
                Some(told(&entry, &format!("On {}", day(slot.day)), &whom, ""))
            })
            .collect();
    }
    let mut groups: Vec<(&Slot, &Slot, u32)> = Vec::new();
    let mut places: HashMap<(u32, u32), usize> = HashMap::new();
    for slot in found {
        match places.get(&(slot.shape, slot.recipient)) {
            Some(place) => {
                if let Some((_, last, times)) = groups.get_mut(*place) {
                    *last = slot;
                    *times += 1;
                }
            }
            None => {
                places.insert((slot.shape, slot.recipient), groups.len());
                groups.push((slot, slot, 1));
            }
        }
    }
    let left_out = groups.len().saturating_sub(MOST_SENTENCES);
    let mut all: Vec<String> = groups
        .into_iter()
        .take(MOST_SENTENCES)
        .filter_map(|(first, last, times)| {
            let entry = handled.entry(first)?;
            let data = data_words(&entry).to_lowercase();
            let (when, times) = if times == 1 {
                (format!("On {}", day(first.day)), String::new())
            } else if first.day == last.day {
                (format!("On {}", day(first.day)), format!(", {times} times"))
            } else {
                (
                    format!("Between {} and {}", day(first.day), day(last.day)),
                    format!(", {times} times"),
                )
            };
            Some(told(&entry, &when, &data, &times))
        })
        .collect();
    if left_out > 0 {
        all.push(format!(
            "The register holds {left_out} further kinds of entries; we send the whole list to whoever asks for it."
        ));
    }
    all
}

/// So many entries are told one by one.
const ONE_BY_ONE: usize = 20;
/// More sentences than so many, and nobody reads them.
const MOST_SENTENCES: usize = 60;

/// What the register would show of a topic; nothing where it keeps nothing of the kind.
fn registered(topic: QuestionTopic) -> Option<&'static str> {
    match topic {
        QuestionTopic::Selling => Some("sale, and nothing given to others for their own marketing"),
        QuestionTopic::Sharing => Some("disclosure to anybody but those who work for us"),
        QuestionTopic::Children => Some("entry about the data of children"),
        QuestionTopic::Sensitive => Some("use or disclosure of sensitive data"),
        QuestionTopic::Uses => Some("use that would be entered there"),
        QuestionTopic::DoNotTrack
        | QuestionTopic::Retention
        | QuestionTopic::Security
        | QuestionTopic::PolicyChanges
        | QuestionTopic::Other => None,
    }
}

fn bears_on(topic: QuestionTopic, entry: &HandlingIn) -> bool {
    let passed_on = matches!(entry.act, Act::Disclose | Act::Sell);
    match topic {
        QuestionTopic::Selling => {
            passed_on
                && (entry.act == Act::Sell || entry.purpose == HandlingPurpose::TheirMarketing)
        }
        QuestionTopic::Sharing => passed_on && entry.purpose != HandlingPurpose::ServiceProvider,
        QuestionTopic::Children => entry.children || entry.data.contains(&DataTopic::Child),
        QuestionTopic::Sensitive => entry
            .data
            .iter()
            .any(|one| matches!(one, DataTopic::Sensitive | DataTopic::Health)),
        QuestionTopic::Uses => entry.act == Act::Use,
        _ => false,
    }
}

/// An entry as a letter tells it; it names nobody but the recipient.
fn told(entry: &HandlingIn, when: &str, data: &str, times: &str) -> String {
    let purpose = match entry.purpose {
        HandlingPurpose::OurMarketing => ", for our own mailing",
        HandlingPurpose::TheirMarketing => ", for its own marketing",
        HandlingPurpose::ServiceProvider => ", which works for us",
        HandlingPurpose::LegalProcess => ", because the law demanded it",
        HandlingPurpose::CareAndPayment => ", for treatment or payment",
        HandlingPurpose::BusinessTransfer => ", as part of a transfer of the business",
        HandlingPurpose::Other => "",
    };
    let to = entry.recipient.trim();
    match entry.act {
        Act::Collect => format!("{when} we collected {data}{times}."),
        Act::Use => format!("{when} we used {data}{purpose}{times}."),
        Act::Disclose => format!("{when} we gave {data} to {to}{purpose}{times}."),
        Act::Sell => format!("{when} we sold {data} to {to}{purpose}{times}."),
    }
}
