//! Who was affected is forgotten; that and how they were told stays, and so does the copy of their letter.

use super::file::{self, ERASED, LineBody};
use super::{LONGEST, line, people_word, view};
use crate::api::wire::{IncidentErase, IncidentView, Refusal};
use crate::desk::App;
use crate::store::{self, Event};
use crate::time::Now;
use serde_json::json;

/// See the command table. Whoever is still to be told keeps their name until they were, or until the incident is closed.
pub fn erase(app: &mut App, args: IncidentErase, now: Now) -> Result<IncidentView, Refusal> {
    let desk = app.desk()?;
    let one = file::load(desk, args.id)?;
    let mut people = args.people;
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return Err(Refusal::field("people", "Choose whom to erase."));
    }
    let running = one.struck.is_empty() && one.closed_on().is_none();
    let mut letters = 0_usize;
    for id in &people {
        let Some(person) = one.people.iter().find(|person| person.id == *id) else {
            return Err(Refusal::field(
                "people",
                "One of those chosen does not stand in this incident.",
            ));
        };
        if person.erased_on.is_some() {
            return Err(Refusal::field(
                "people",
                "One of those chosen is erased already.",
            ));
        }
        if running && person.told_on.is_none() {
            return Err(Refusal::field(
                "people",
                format!(
                    "{} was not told of the breach yet and could not be told any more. Tell them first, or close the incident and say why they are not told.",
                    match person.person.name.trim() {
                        "" => person.person.email.trim(),
                        name => name,
                    }
                ),
            ));
        }
        letters += usize::from(person.letter.is_some());
    }
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(Refusal::field(
            "reason",
            "Write why they are erased, without naming them; 4000 characters are the most.",
        ));
    }
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        for id in &people {
            store::register::erase_person(tx, *id, &today)?;
        }
        let body = LineBody {
            text: reason.clone(),
            was: kept(letters),
            erased: people.clone(),
            ..LineBody::default()
        };
        line(tx, one.id, &today, ERASED, &body, seq)?;
        let what = format!(
            "{} affected by a breach of security {} erased from the register.",
            people_word(people.len()),
            if people.len() == 1 { "was" } else { "were" }
        );
        let event = Event::desk("incident-people-erased", what)
            .facts(json!({ "incident": one.id, "people": people, "letters_kept": letters }))
            .detail("Why", reason);
        Ok(((), event))
    })?;
    view(desk, args.id, now)
}

/// What still names them.
fn kept(letters: usize) -> Vec<String> {
    match letters {
        0 => Vec::new(),
        1 => vec![
            "The copy of the letter is kept as proof that it left, and still names them.".into(),
        ],
        n => vec![format!(
            "The copies of {n} letters are kept as proof that they left, and still name them."
        )],
    }
}
