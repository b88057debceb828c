//! Whether a disclosure of health information has what lets it go: an authorisation that covers it, or an exception.

use super::file::{self, Authorization, Judged, demanded, load};
use super::rules::{Demand, Rules, rules};
use super::standing::{Wanted, lacks};
use crate::api::wire::{ContradictionAbout, ElementWhen, HandlingIn, HandlingPurpose, Refusal};
use crate::desk::Desk;
use crate::register::against::{AUTHORIZATION_FIRST, Against};
use crate::register::categories;
use crate::request::same::fold;
use crate::time::{self, short};
use crate::words::{Act, DataTopic};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What stands against an entry of that day; `known` is its number once it is in the register.
pub fn against(
    desk: &Desk,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<u32>,
) -> Result<Vec<Against>, Refusal> {
    if !matches!(entry.act, Act::Disclose | Act::Sell) {
        return Ok(Vec::new());
    }
    let rules = rules()?;
    if let Some(id) = entry.health.authorization {
        let file = match load(desk.store.read(), id) {
            Ok(file) => file,
            Err(_) => {
                return Ok(vec![found(
                    rules,
                    format!("authorization-{id}-missing"),
                    "The entry names an authorisation that is not in the register.".to_owned(),
                )]);
            }
        };
        return covers(desk, rules, &file, entry, day, known);
    }
    if !entry.health.electronic || !about_health(entry)? {
        return Ok(Vec::new());
    }
    let Some(demand) = demand(desk, rules) else {
        return Ok(Vec::new());
    };
    let chosen = entry.health.exception.trim();
    let message = if chosen.is_empty() {
        Some(format!(
            "{}. Neither is on file for what went to {}.",
            demand.says,
            recipient(entry)
        ))
    } else if rules.exception(chosen).is_none() {
        Some(format!(
            "{}. “{chosen}” is none of its exceptions.",
            demand.says
        ))
    } else if entry.health.why.trim().is_empty() {
        Some(format!(
            "{}. An exception is named, but not why it applies.",
            demand.says
        ))
    } else {
        None
    };
    Ok(message
        .map(|message| {
            vec![Against {
                key: "authorization-none".to_owned(),
                cite: demand.source.cite.clone(),
                ..found(rules, String::new(), message)
            }]
        })
        .unwrap_or_default())
}

/// The first law of the desk that wants something on file.
fn demand<'r>(desk: &Desk, rules: &'r Rules) -> Option<&'r Demand> {
    let ticked = |one: &&Demand| desk.profile.laws.contains(&one.law);
    rules.demands.iter().find(ticked)
}

/// By the kinds of data, or by a category of the statute that is about health.
pub fn about_health(entry: &HandlingIn) -> Result<bool, Refusal> {
    Ok(entry.data.contains(&DataTopic::Health)
        || categories::topics(&entry.categories)?.contains(&DataTopic::Health))
}

fn recipient(entry: &HandlingIn) -> String {
    let name = entry.recipient.trim();
    if name.is_empty() {
        "the recipient".to_owned()
    } else {
        name.to_owned()
    }
}

fn found(rules: &Rules, key: String, message: String) -> Against {
    Against {
        key,
        about: ContradictionAbout::Authorization,
        message,
        cite: rules.says.defective.source.cite.clone(),
        needs_answer: true,
        obtain: AUTHORIZATION_FIRST,
    }
}

/// Why the authorisation that an entry names does not cover it.
fn covers(
    desk: &Desk,
    rules: &Rules,
    file: &Authorization,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<u32>,
) -> Result<Vec<Against>, Refusal> {
    let judged = file.judged(desk)?;
    let reasons = reasons(desk, rules, file, &judged, entry, day, known);
    let Some((first, cite, _)) = reasons.first() else {
        return Ok(Vec::new());
    };
    let sentences: Vec<&str> = reasons.iter().map(|(_, _, text)| text.as_str()).collect();
    Ok(vec![Against {
        cite: cite.clone(),
        ..found(
            rules,
            format!("authorization-{}-{first}", file.id),
            format!(
                "The authorisation on file does not cover what went to {} on {}. {}",
                recipient(entry),
                short(day),
                sentences.join(" ")
            ),
        )
    }])
}

/// Every authorisation as the register judges it, read once for many entries.
pub struct Known(HashMap<u32, (Authorization, Judged)>);

impl Known {
    /// Reads them all, those struck out too: they let nothing go, and say so.
    pub fn of(desk: &Desk) -> Result<Self, Refusal> {
        file::all(desk.store.read())?
            .into_iter()
            .map(|one| {
                let judged = one.judged(desk)?;
                Ok((one.id, (one, judged)))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether the authorisation that an entry of the register names covered it on its day, as [`against`] judges it.
    pub fn covers(
        &self,
        desk: &Desk,
        entry: &HandlingIn,
        day: NaiveDate,
        id: u32,
    ) -> Result<bool, Refusal> {
        let rules = rules()?;
        let named = entry.health.authorization.and_then(|of| self.0.get(&of));
        Ok(named.is_some_and(|(one, judged)| {
            reasons(desk, rules, one, judged, entry, day, Some(id)).is_empty()
        }))
    }
}

/// The article that wants an element.
fn element(rules: &Rules, id: &str) -> String {
    let found = rules.elements.iter().find(|one| one.id == id);
    found.map(|one| one.source.cite.clone()).unwrap_or_default()
}

type Reason = (&'static str, String, String);

/// Each reason with its name, its article and its sentence; the gravest first.
fn reasons(
    desk: &Desk,
    rules: &Rules,
    file: &Authorization,
    judged: &Judged,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<u32>,
) -> Vec<Reason> {
    let about = &file.about;
    let defective = || rules.says.defective.source.cite.clone();
    let mut all: Vec<Reason> = Vec::new();
    if !file.struck.is_empty() {
        all.push(("struck", defective(), "It is struck out.".to_owned()));
    }
    if let Some(on) = file.revoked_on.filter(|on| *on <= day) {
        all.push((
            "revoked",
            rules.says.revocation.source.cite.clone(),
            format!("It was revoked on {}.", short(on)),
        ));
    }
    let sells = entry.act == Act::Sell;
    let markets = matches!(
        entry.purpose,
        HandlingPurpose::TheirMarketing | HandlingPurpose::OurMarketing
    );
    let lacking = lacks(
        rules,
        about,
        Wanted {
            marketing: markets,
            sale: sells,
            signed: demanded(desk, rules).signed,
        },
    );
    if let Some(first) = lacking.first() {
        let what: Vec<&str> = lacking
            .iter()
            .map(|one| one.note.message.trim_end_matches('.'))
            .collect();
        all.push((
            "incomplete",
            first.note.cite.clone(),
            format!(
                "It is not complete and lets nothing be disclosed; it lacks: {}.",
                what.join("; ")
            ),
        ));
    }
    if let Some(signed) = time::day(about.signed_on.trim()).filter(|signed| *signed > day) {
        all.push((
            "later",
            defective(),
            format!("It was signed only on {}.", short(signed)),
        ));
    }
    if let Some(until) = judged.lasts.until.filter(|until| *until < day) {
        all.push((
            "expired",
            judged.lasts.cite.clone(),
            format!("It expired: its last day was {}.", short(until)),
        ));
    }
    let earlier = file
        .uses
        .iter()
        .filter(|one| known.is_none_or(|known| one.id < known))
        .find(|one| about.single_use || one.entry.health.electronic);
    if let Some(used) = earlier
        && judged.single
        && (about.single_use || entry.health.electronic)
    {
        let said = &rules.says.each;
        all.push((
            "used-up",
            said.source.cite.clone(),
            format!(
                "It covers one disclosure and was used up on {}; another electronic disclosure needs an authorisation of its own.",
                short(used.day)
            ),
        ));
    }
    if !same_recipient(file, entry) {
        all.push((
            "recipient",
            element(rules, "recipient"),
            format!("It names “{}” as the recipient.", file.recipient.trim()),
        ));
    }
    for (wanted, when) in [
        (markets, ElementWhen::Marketing),
        (sells, ElementWhen::Sale),
    ] {
        let rule = rules.purposes.iter().find(|one| one.when == when);
        let purpose = about.purpose.to_lowercase();
        if let Some(rule) = rule.filter(|rule| {
            wanted && !purpose.is_empty() && !rule.words.iter().any(|word| purpose.contains(word))
        }) {
            all.push((
                "purpose",
                rule.source.cite.clone(),
                format!(
                    "Its purpose is “{}”, which is another one.",
                    about.purpose.trim()
                ),
            ));
        }
    }
    if entry.people > 1 || !entry.persons.is_empty() && !names_patient(file, entry) {
        all.push((
            "person",
            element(rules, "description"),
            if entry.people > 1 {
                format!(
                    "It is of one person, and the entry is about {}.",
                    entry.people
                )
            } else {
                "It is of another person than the entry names.".to_owned()
            },
        ));
    }
    all
}

/// The directory decides where both point to it; else the names, without capitals and marks.
fn same_recipient(file: &Authorization, entry: &HandlingIn) -> bool {
    if let (Some(named), Some(got)) = (file.about.recipient, entry.recipient_id) {
        return named == got;
    }
    let (named, got) = (fold(&file.recipient), fold(&entry.recipient));
    // What is not named at all is said among what the authorisation lacks.
    named.is_empty() || !got.is_empty() && (named.contains(&got) || got.contains(&named))
}

fn names_patient(file: &Authorization, entry: &HandlingIn) -> bool {
    let patient = &file.about.patient;
    let mail = patient.email.trim().to_lowercase();
    let erased = file
        .people
        .iter()
        .any(|one| one.role == super::file::PATIENT && one.erased_on.is_some());
    erased
        || entry.persons.iter().any(|one| {
            fold(&one.name) == fold(&patient.name) && !patient.name.trim().is_empty()
                || !mail.is_empty() && one.email.trim().to_lowercase() == mail
        })
}
