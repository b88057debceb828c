//! What an entry must say to be entered, and how it is kept.

use super::super::categories;
use crate::api::wire::{HandlingIn, HandlingPurpose, LegalProcess, Person, Problem, Refusal};
use crate::desk::Desk;
use crate::request::preview::trimmed;
use crate::request::same::fold;
use crate::store;
use crate::time::{self, Now};
use crate::words::{Act, PersonTold, Register};
use chrono::NaiveDate;
use serde_json::Value;

/// Longest text of an entry; the sentence below says the same.
const LONGEST: usize = 2000;
/// More people than so many are a group, or a file to be brought in.
const MOST_PEOPLE: usize = 1000;

/// An entry as it would be kept, with what keeps it from being entered.
pub struct Read {
    pub entry: HandlingIn,
    /// Absent where the day is none.
    pub day: Option<NaiveDate>,
    /// A bit for each category.
    pub categories: i64,
    pub problems: Vec<Problem>,
}

/// Reads an entry: the recipient found in the directory, the kinds of data that the categories imply added.
pub fn read(desk: &Desk, typed: &HandlingIn, now: Now) -> Result<Read, Refusal> {
    let mut problems = Problems(Vec::new());
    let mut entry = tidied(typed);
    let today = now.today(desk.zone);
    let day = time::day(&entry.on);
    match day {
        None => problems.add("on", "Write the day it happened, as 2026-03-31."),
        Some(day) if day > today => problems.add(
            "on",
            "That day has not come yet. Enter what was done when it is done.",
        ),
        Some(_) => {}
    }
    recipient(desk, &mut entry, &mut problems)?;
    let categories = match categories::mask(desk.store.read(), &entry.categories) {
        Ok(mask) => mask,
        Err(why) if why.field.is_some() => {
            problems.add("categories", &why.message);
            0
        }
        Err(why) => return Err(why),
    };
    for topic in categories::topics(&entry.categories)? {
        if !entry.data.contains(&topic) {
            entry.data.push(topic);
        }
    }
    if entry.data.is_empty() {
        problems.add("data", "Choose at least one kind of data.");
    }
    people(&mut entry, &mut problems);
    if !entry.told_on.is_empty() && time::day(&entry.told_on).is_none() {
        problems.add("told_on", NO_DAY);
    }
    if entry.consent != crate::api::wire::ConsentOnFile::None && entry.consent_note.is_empty() {
        problems.add(
            "consent_note",
            "Write which consent it is and where it is kept; nobody finds it otherwise.",
        );
    }
    process(&mut entry, day, today, &mut problems);
    files(desk, &entry, &mut problems)?;
    let texts = [
        &entry.recipient,
        &entry.group,
        &entry.consent_note,
        &entry.legal_basis,
        &entry.note,
        &entry.health.why,
    ];
    if texts.iter().any(|text| text.chars().count() > LONGEST) {
        problems.add(
            "note",
            "One of these texts is longer than the register can show; 2000 characters are the most.",
        );
    }
    if let Some(request) = entry.request {
        store::request::load(desk.store.read(), request)?;
    }
    Ok(Read {
        entry,
        day,
        categories,
        problems: problems.0,
    })
}

const NO_DAY: &str = "That is no day that exists. Write it as 2026-03-31.";

struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, field: &str, message: &str) {
        self.0.push(Problem {
            field: field.into(),
            message: message.into(),
        });
    }
}

/// Without white space around, and nothing named twice.
fn tidied(typed: &HandlingIn) -> HandlingIn {
    let clean = |text: &str| text.trim().to_owned();
    let mut entry = HandlingIn {
        on: clean(&typed.on),
        recipient: clean(&typed.recipient),
        group: clean(&typed.group),
        consent_note: clean(&typed.consent_note),
        told_on: clean(&typed.told_on),
        legal_basis: clean(&typed.legal_basis),
        note: clean(&typed.note),
        persons: typed
            .persons
            .iter()
            .map(trimmed)
            .filter(|person| *person != Person::default())
            .collect(),
        process: typed.process.as_ref().map(|process| LegalProcess {
            from: clean(&process.from),
            number: clean(&process.number),
            received_on: clean(&process.received_on),
            asked: clean(&process.asked),
            given: clean(&process.given),
            approved_by: clean(&process.approved_by),
            told_on: clean(&process.told_on),
            ..process.clone()
        }),
        ..typed.clone()
    };
    entry.health.exception = clean(&entry.health.exception);
    entry.health.why = clean(&entry.health.why);
    entry.categories.sort_unstable();
    entry.categories.dedup();
    entry
}

/// Whoever has this name in the directory is meant, chosen or typed; the entry keeps the name of the day.
fn recipient(desk: &Desk, entry: &mut HandlingIn, problems: &mut Problems) -> Result<(), Refusal> {
    use crate::api::wire::RecipientIn;
    let conn = desk.store.read();
    match entry.recipient_id {
        Some(id) => match store::register::find::<RecipientIn>(conn, Register::Recipients, id)? {
            Some(file) if file.struck.is_empty() => entry.recipient = file.body.name,
            Some(file) => problems.add(
                "recipient",
                &format!(
                    "“{}” is struck out of the directory. Choose another, or add it anew.",
                    file.body.name
                ),
            ),
            None => problems.add("recipient", "There is no such recipient in the directory."),
        },
        None if !entry.recipient.is_empty() => {
            let key = fold(&entry.recipient);
            let all = store::register::files::<RecipientIn>(conn, Register::Recipients)?;
            if let Some(file) = all
                .into_iter()
                .find(|file| file.struck.is_empty() && fold(&file.body.name) == key)
            {
                entry.recipient_id = Some(file.id);
                entry.recipient = file.body.name;
            }
        }
        None => {}
    }
    if matches!(entry.act, Act::Disclose | Act::Sell) && entry.recipient.is_empty() {
        problems.add("recipient", "Write who got it.");
    }
    Ok(())
}

/// Those named, and how many there are at least.
fn people(entry: &mut HandlingIn, problems: &mut Problems) {
    let named = entry.persons.len();
    if entry
        .persons
        .iter()
        .any(|person| person.name.is_empty() && person.email.is_empty())
    {
        problems.add(
            "persons",
            "Write a name or an e-mail address for each person, or leave the line out.",
        );
    }
    if named > MOST_PEOPLE {
        problems.add(
            "persons",
            "These are too many to be entered by hand. Say how many they are, or bring them in as a CSV file.",
        );
    }
    let named = u32::try_from(named).unwrap_or(u32::MAX);
    if entry.people == 0 {
        entry.people = named;
    } else if entry.people < named {
        problems.add(
            "people",
            &format!("{named} people are named; the number cannot be smaller."),
        );
    }
}

/// What an order asked for, what was given, who approved it, and whether those concerned know.
fn process(
    entry: &mut HandlingIn,
    day: Option<NaiveDate>,
    today: NaiveDate,
    problems: &mut Problems,
) {
    let passes_on = matches!(entry.act, Act::Disclose | Act::Sell);
    if entry.purpose != HandlingPurpose::LegalProcess {
        if entry.process.is_some() {
            problems.add(
                "process",
                "A subpoena or an order belongs to the purpose “legal process”. Choose that, or leave it out.",
            );
        }
        return;
    }
    let Some(process) = &mut entry.process else {
        if passes_on {
            problems.add(
                "process",
                "Write what was demanded, what was given, who approved it, and whether those concerned were told.",
            );
        }
        return;
    };
    for (field, text, message) in [
        (
            "process.from",
            &process.from,
            "Write which court or authority demanded it.",
        ),
        ("process.asked", &process.asked, "Write what was asked for."),
        (
            "process.given",
            &process.given,
            "Write what was given; it should be no more than what was asked for.",
        ),
        (
            "process.approved_by",
            &process.approved_by,
            "Write who approved that it was given.",
        ),
    ] {
        if text.is_empty() {
            problems.add(field, message);
        }
        if text.chars().count() > LONGEST {
            problems.add(
                field,
                "That is longer than the register can show; 2000 characters are the most.",
            );
        }
    }
    match time::day(&process.received_on) {
        None => problems.add("process.received_on", "Write the day on which it came."),
        Some(on) if day.is_some_and(|day| on > day) => problems.add(
            "process.received_on",
            "It cannot have come after what it demanded was given.",
        ),
        Some(_) => {}
    }
    match (process.told, time::day(&process.told_on)) {
        (PersonTold::Yes, None) => problems.add(
            "process.told_on",
            "Write the day on which those concerned were told.",
        ),
        (PersonTold::Yes, Some(on)) if on > today => {
            problems.add("process.told_on", "That day has not come yet.");
        }
        (PersonTold::Yes, Some(_)) => {}
        (PersonTold::No | PersonTold::Forbidden, _) => process.told_on = String::new(),
    }
}

/// The files it points to are there, and stand.
fn files(desk: &Desk, entry: &HandlingIn, problems: &mut Problems) -> Result<(), Refusal> {
    for (field, register, id, what) in [
        ("child", Register::Children, entry.child, "file of a child"),
        (
            "health.authorization",
            Register::Authorizations,
            entry.health.authorization,
            "authorisation",
        ),
        (
            "explicit_consent",
            Register::Consents,
            entry.explicit_consent,
            "consent",
        ),
    ] {
        let Some(id) = id else { continue };
        match store::register::find::<Value>(desk.store.read(), register, id)? {
            None => problems.add(field, &format!("There is no such {what} in the register.")),
            Some(file) if !file.struck.is_empty() => problems.add(
                field,
                &format!("This {what} is struck out and lets nothing be done."),
            ),
            Some(_) => {}
        }
    }
    Ok(())
}
