//! Whether a consent on file reaches what was done.

use super::{Consent, load, rules};
use crate::api::wire::{
    ConsentOnFile, ContradictionAbout, HandlingIn, HandlingPurpose, Person, Refusal,
};
use crate::desk::Desk;
use crate::register::against::Against;
use crate::register::categories;
use crate::request::same::keys;
use crate::store;
use crate::time::short;
use crate::words::{Act, DataTopic, Register};
use chrono::NaiveDate;
use std::collections::HashSet;

/// The sensitive data of an entry that wants a consent of its own.
///
/// Health information that goes out under rules of its own, an authorisation or an exception, is not asked about twice;
/// nor is what care, payment or legal process need.
fn wanting(laws: &[String], entry: &HandlingIn) -> Result<Vec<DataTopic>, Refusal> {
    if entry.act == Act::Collect {
        return Ok(Vec::new());
    }
    if entry.purpose == HandlingPurpose::LegalProcess && !entry.legal_basis.trim().is_empty() {
        return Ok(Vec::new());
    }
    let implied = if entry.categories.is_empty() {
        Vec::new()
    } else {
        categories::topics(&entry.categories)?
    };
    let marketing = entry.act == Act::Sell
        || matches!(
            entry.purpose,
            HandlingPurpose::OurMarketing | HandlingPurpose::TheirMarketing
        );
    let own_rules = entry.purpose == HandlingPurpose::CareAndPayment
        || passes_on(entry) && !marketing && rules::rules()?.health_has_its_own(laws)
        || entry.health.authorization.is_some()
        || !entry.health.exception.trim().is_empty();
    Ok([DataTopic::Sensitive, DataTopic::Health]
        .into_iter()
        .filter(|topic| entry.data.contains(topic) || implied.contains(topic))
        .filter(|topic| !(*topic == DataTopic::Health && own_rules))
        .collect())
}

/// Whether such an entry wants consents of those it names.
pub fn asks(desk: &Desk, entry: &HandlingIn) -> Result<bool, Refusal> {
    Ok(!wanting(&desk.profile.laws, entry)?.is_empty())
}

/// Whoever may have consented, for looking past many people quickly: folded names and mail addresses.
pub struct Known {
    names: HashSet<String>,
    emails: HashSet<String>,
}

impl Known {
    /// Reads them.
    pub fn of(desk: &Desk) -> Result<Self, Refusal> {
        let people = store::register::people_of(desk.store.read(), Register::Consents)?;
        let (mut names, mut emails) = (HashSet::new(), HashSet::new());
        for one in people {
            let keys = keys(&one.person);
            names.insert(keys.person);
            emails.insert(keys.email);
        }
        names.remove("");
        emails.remove("");
        Ok(Self { names, emails })
    }

    /// Whether somebody of this name or mail address may have consented.
    pub fn holds(&self, person: &Person) -> bool {
        if self.names.is_empty() && self.emails.is_empty() {
            return false;
        }
        let keys = keys(person);
        self.names.contains(&keys.person) || self.emails.contains(&keys.email)
    }
}

/// What stands against an entry of that day.
pub fn against(desk: &Desk, entry: &HandlingIn, day: NaiveDate) -> Result<Vec<Against>, Refusal> {
    let topics = wanting(&desk.profile.laws, entry)?;
    if topics.is_empty() {
        return Ok(Vec::new());
    }
    let rules = rules::rules()?;
    let cite = rules.cite(&desk.profile.laws, day);
    // Where a law asks for consent and the entry names no other basis, it is not entered without an answer; the rule of the house flags.
    let needs_answer =
        rules.law_asks(&desk.profile.laws, day) && entry.legal_basis.trim().is_empty();
    let found = |key: String, message: String| Against {
        key,
        about: ContradictionAbout::Consent,
        message,
        cite: cite.clone(),
        needs_answer,
        obtain: "",
    };
    if let Some(id) = entry.explicit_consent {
        let Some(one) = load(desk, id)? else {
            return Ok(vec![found(
                format!("consent-{id}-missing"),
                "The explicit consent that the entry names is not on file.".into(),
            )]);
        };
        let mut all: Vec<Against> = lacks(&one, entry, &topics, day)
            .into_iter()
            .map(|(what, message)| found(format!("consent-{id}-{what}"), message))
            .collect();
        if let Some(others) = others(desk, &one, entry, &topics, day)? {
            all.push(found(format!("consent-{id}-others"), others));
        }
        return Ok(all);
    }
    without_number(desk, entry, &topics, day).map(|message| {
        message
            .map(|m| found("consent-none".into(), m))
            .into_iter()
            .collect()
    })
}

/// Why a consent does not reach an entry, each reason with its name.
fn lacks(
    one: &Consent,
    entry: &HandlingIn,
    topics: &[DataTopic],
    day: NaiveDate,
) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    let name = one.name();
    if !one.file.struck.is_empty() {
        all.push(("struck", format!("The consent of {name} is struck out.")));
        return all;
    }
    match one.given_on() {
        Some(given) if given <= day => {}
        Some(given) => all.push((
            "later",
            format!("{name} consented only on {}, after that day.", short(given)),
        )),
        None => all.push(("later", format!("The consent of {name} has no day."))),
    }
    if let Some(on) = one.withdrawn_on().filter(|on| *on <= day) {
        all.push((
            "withdrawn",
            format!("{name} withdrew the consent on {}.", short(on)),
        ));
    }
    if let Some(until) = one.until().filter(|until| *until < day) {
        all.push((
            "ended",
            format!("The consent of {name} ended on {}.", short(until)),
        ));
    }
    let missing: Vec<&str> = topics
        .iter()
        .filter(|topic| !reaches(one, **topic))
        .map(|topic| word(*topic))
        .collect();
    if !missing.is_empty() {
        all.push((
            "data",
            format!(
                "The consent of {name} does not speak of {}.",
                missing.join(" or ")
            ),
        ));
    }
    if passes_on(entry) {
        if !one.file.body.disclose {
            all.push((
                "disclose",
                format!("{name} consented to the use, not to the disclosure."),
            ));
        } else if one
            .file
            .body
            .recipient
            .is_some_and(|only| entry.recipient_id != Some(only))
        {
            all.push((
                "recipient",
                format!("{name} consented to the disclosure to another recipient."),
            ));
        }
    }
    all
}

fn passes_on(entry: &HandlingIn) -> bool {
    matches!(entry.act, Act::Disclose | Act::Sell)
}

/// Consent to sensitive data speaks of health too; consent to health of nothing else.
fn reaches(one: &Consent, topic: DataTopic) -> bool {
    let data = &one.file.body.data;
    data.contains(&topic) || topic == DataTopic::Health && data.contains(&DataTopic::Sensitive)
}

fn word(topic: DataTopic) -> &'static str {
    match topic {
        DataTopic::Health => "health information",
        _ => "sensitive data",
    }
}

/// The same mail address, or the same name where one of both has no address.
fn same(one: &Consent, person: &Person) -> bool {
    let Some(known) = &one.person else {
        return false;
    };
    let (theirs, asked) = (keys(&known.person), keys(person));
    if theirs.email.is_empty() || asked.email.is_empty() {
        return !asked.person.is_empty() && theirs.person == asked.person;
    }
    theirs.email == asked.email
}

/// A consent that holds for somebody, or the last one of theirs with why it does not.
fn of(
    desk: &Desk,
    person: &Person,
    entry: &HandlingIn,
    topics: &[DataTopic],
    day: NaiveDate,
) -> Result<Result<(), Option<String>>, Refusal> {
    let mut why = None;
    for id in store::consents::of_person(desk.store.read(), &keys(person))? {
        let Some(one) = load(desk, id)?.filter(|one| same(one, person)) else {
            continue;
        };
        match lacks(&one, entry, topics, day).into_iter().next() {
            None => return Ok(Ok(())),
            Some((_, message)) => why = Some(message),
        }
    }
    Ok(Err(why))
}

/// One consent is one person’s: the others named, or counted, need their own.
fn others(
    desk: &Desk,
    one: &Consent,
    entry: &HandlingIn,
    topics: &[DataTopic],
    day: NaiveDate,
) -> Result<Option<String>, Refusal> {
    let mut lacking = Vec::new();
    for person in entry.persons.iter().filter(|person| !same(one, person)) {
        if of(desk, person, entry, topics, day)?.is_err() {
            lacking.push(called(person));
        }
    }
    let erased = one
        .person
        .as_ref()
        .is_none_or(|one| one.erased_on.is_some());
    // Whose it was is not known any more: it speaks for one of them still, as it did before.
    if erased && lacking.len() == 1 {
        lacking.clear();
    }
    if !lacking.is_empty() {
        return Ok(Some(format!(
            "The consent named is that of {}; none is on file of {}.",
            one.name(),
            some(&lacking)
        )));
    }
    let counted = entry.people as usize;
    let named = entry.persons.len().max(1);
    // Whoever is not named is spoken for only by a consent that the entry itself describes.
    Ok((counted > named && !described(entry)).then(|| {
        format!(
            "The consent named is that of {}; the entry concerns {counted} people.",
            one.name()
        )
    }))
}

/// The entry names no consent of the register: then every person must have one, or the entry must say where theirs are kept.
fn without_number(
    desk: &Desk,
    entry: &HandlingIn,
    topics: &[DataTopic],
    day: NaiveDate,
) -> Result<Option<String>, Refusal> {
    let data: Vec<&str> = topics.iter().map(|topic| word(*topic)).collect();
    let data = data.join(" and ");
    let (mut lacking, mut why) = (Vec::new(), None);
    for person in &entry.persons {
        if let Err(said) = of(desk, person, entry, topics, day)? {
            // What somebody took back is known: no words about folders elsewhere outweigh it.
            why = why.or(said);
            lacking.push(called(person));
        }
    }
    if let Some(why) = why {
        return Ok(Some(format!(
            "No explicit consent to this {} of {data} holds. {why}",
            act(entry)
        )));
    }
    let all_named = !entry.persons.is_empty() && entry.people as usize <= entry.persons.len();
    if described(entry) || all_named && lacking.is_empty() {
        return Ok(None);
    }
    let of_whom = if lacking.is_empty() {
        String::new()
    } else {
        format!(" of {}", some(&lacking))
    };
    Ok(Some(format!(
        "No explicit consent{of_whom} to this {} of {data} is on file.",
        act(entry)
    )))
}

/// The entry says itself which consent there is and where it is kept.
fn described(entry: &HandlingIn) -> bool {
    matches!(
        entry.consent,
        ConsentOnFile::Explicit | ConsentOnFile::Authorization
    ) && !entry.consent_note.trim().is_empty()
}

fn act(entry: &HandlingIn) -> &'static str {
    match entry.act {
        Act::Sell => "sale",
        Act::Disclose => "disclosure",
        _ => "use",
    }
}

fn called(person: &Person) -> String {
    match person.name.trim() {
        "" => person.email.trim().to_owned(),
        name => name.to_owned(),
    }
}

fn some(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, rest @ ..] => format!("{first} and {} others", rest.len()),
    }
}
