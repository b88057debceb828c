//! What a letter says of our own policy: the promises it quotes, what the registers show, what a request lacks.

use super::engaged::{Engaged, OWN_POLICY, engaged};
use super::requirements;
use crate::api::wire::{CheckState, HandlingIn, HandlingPurpose, Refusal};
use crate::desk::Desk;
use crate::letter::{PromiseQuote, RegisterWords, Tongue};
use crate::register::handled::{self, Handled, Slot};
use crate::request::case::Case;
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
    words: &Tongue,
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
            published: words.date(one.version.from, american),
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
pub fn missing(desk: &Desk, case: &Case, words: &Tongue, american: bool) -> Vec<String> {
    let american = american || case.residence.starts_with("us");
    let mut lines: Vec<String> = Vec::new();
    let mut all = engaged(&desk.policy, desk.library, case);
    all.retain(|one| !one.rights.is_empty() && one.rights != [Right::Question]);
    for condition in all.iter().flat_map(|one| &one.promise.reading.conditions) {
        let lacking = requirements::compare(case, condition).state == CheckState::Missing;
        if let (true, Some(wanted)) = (lacking, condition.requires) {
            let line = words.particular(wanted, &condition.words, american);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
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
    words: &Tongue,
    american: bool,
) -> Result<Vec<String>, Refusal> {
    if case.questions.is_empty() {
        return Ok(Vec::new());
    }
    let day = |on| words.date(on, american);
    let shows = &words.registers;
    let mut said: Vec<String> = Vec::new();
    handled::look(desk, |handled| {
        for topic in &case.questions {
            let Some(what) = shows.what.get(topic) else {
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
                said.push(
                    shows
                        .nothing
                        .replace("{since}", &day(since))
                        .replace("{what}", what)
                        .replace("{until}", &day(today)),
                );
            }
            for sentence in sentences(handled, &found, shows, day) {
                if !said.contains(&sentence) {
                    said.push(sentence);
                }
            }
        }
        Ok(())
    })?;
    if said.is_empty() {
        said.push(shows.no_such.clone());
    }
    Ok(said)
}

/// One sentence an entry; where they are many, one for all that went the same way to the same recipient.
fn sentences(
    handled: &Handled,
    found: &[&Slot],
    shows: &RegisterWords,
    day: impl Fn(NaiveDate) -> String,
) -> Vec<String> {
    let on = |at: NaiveDate| shows.on.replace("{day}", &day(at));
    if found.len() <= ONE_BY_ONE {
        return found
            .iter()
            .filter_map(|slot| {
                let entry = handled.entry(slot)?;
                let whom = shows
                    .of
                    .replace("{data}", &data_words(&entry, shows))
                    .replace("{people}", &people(&entry, shows));
                Some(told(&entry, shows, &on(slot.day), &whom, ""))
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
            let data = data_words(&entry, shows);
            let often = shows.times.replace("{times}", &times.to_string());
            let (when, times) = if times == 1 {
                (on(first.day), String::new())
            } else if first.day == last.day {
                (on(first.day), often)
            } else {
                let between = shows
                    .between
                    .replace("{from}", &day(first.day))
                    .replace("{until}", &day(last.day));
                (between, often)
            };
            Some(told(&entry, shows, &when, &data, &times))
        })
        .collect();
    if left_out > 0 {
        all.push(shows.more.replace("{count}", &left_out.to_string()));
    }
    all
}

/// So many entries are told one by one.
const ONE_BY_ONE: usize = 20;
/// More sentences than so many, and nobody reads them.
const MOST_SENTENCES: usize = 60;

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
fn told(entry: &HandlingIn, shows: &RegisterWords, when: &str, data: &str, times: &str) -> String {
    let purpose = match entry.purpose {
        HandlingPurpose::OurMarketing => "our-marketing",
        HandlingPurpose::TheirMarketing => "their-marketing",
        HandlingPurpose::ServiceProvider => "service-provider",
        HandlingPurpose::LegalProcess => "legal-process",
        HandlingPurpose::CareAndPayment => "care-and-payment",
        HandlingPurpose::BusinessTransfer => "business-transfer",
        HandlingPurpose::Other => "other",
    };
    let purpose = shows.purposes.get(purpose).map_or("", String::as_str);
    let pattern = match entry.act {
        Act::Collect => &shows.collected,
        Act::Use => &shows.used,
        Act::Disclose => &shows.gave,
        Act::Sell => &shows.sold,
    };
    // What people wrote comes last, so that braces in it stay as they are.
    pattern
        .replace("{when}", when)
        .replace("{purpose}", purpose)
        .replace("{times}", times)
        .replace("{data}", data)
        .replace("{to}", entry.recipient.trim())
}

fn data_words(entry: &HandlingIn, shows: &RegisterWords) -> String {
    let words = entry.data.iter().filter_map(|topic| shows.data.get(topic));
    words.cloned().collect::<Vec<_>>().join(", ")
}

/// How many people an entry concerns, and who they are in general words.
fn people(entry: &HandlingIn, shows: &RegisterWords) -> String {
    let group = entry.group.trim();
    let pattern = match (entry.people, group) {
        (0, "") => &shows.some,
        (0, group) => return group.to_owned(),
        (1, "") => &shows.one,
        (1, _) => &shows.one_of,
        (_, "") => &shows.many,
        _ => &shows.many_of,
    };
    pattern
        .replace("{count}", &entry.people.to_string())
        .replace("{group}", group)
}
