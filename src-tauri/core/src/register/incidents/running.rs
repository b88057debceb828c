//! Which clocks run for an incident: those of the desk's laws that cover somebody affected.

use super::file::Incident;
use super::rules::{Clock, Rules};
use crate::api::wire::{Refusal, RegisterNote};
use crate::desk::Desk;
use crate::law::{self, Answer, Asked, Organisation};
use crate::words::{Capacity, Right};

/// The clocks that run. While nobody knows where those affected live, those of all laws of the desk do.
pub fn running<'r>(
    rules: &'r Rules,
    desk: &Desk,
    one: &Incident,
) -> Result<Vec<&'r Clock>, Refusal> {
    let mut all = Vec::new();
    for clock in named(rules, desk, one) {
        if beyond(desk, one, clock)?.is_none() {
            all.push(clock);
        }
    }
    Ok(all)
}

/// For each law of the desk whose clocks do not run: why not, so that nobody misses a date unseen.
pub fn not_counted(
    rules: &Rules,
    desk: &Desk,
    one: &Incident,
) -> Result<Vec<RegisterNote>, Refusal> {
    let mut said: Vec<&str> = Vec::new();
    let mut notes = Vec::new();
    for clock in named(rules, desk, one) {
        if said.contains(&clock.law.as_str()) {
            continue;
        }
        if let Some(reason) = beyond(desk, one, clock)? {
            said.push(&clock.law);
            let law = &desk.library.law(&clock.law)?.short;
            notes.push(clock.source.note(format!(
                "No date of the {law} runs, going by where those affected live. {reason}"
            )));
        }
    }
    Ok(notes)
}

/// The clocks of the desk's laws for how grave it is, whomever they cover.
fn named<'r>(rules: &'r Rules, desk: &Desk, one: &Incident) -> impl Iterator<Item = &'r Clock> {
    rules.clocks.iter().filter(|clock| {
        desk.profile.laws.contains(&clock.law)
            && clock.risks.contains(&one.risk())
            && clock.source.since <= one.aware_on(desk.zone)
    })
}

/// Why the law of a clock covers nobody affected; nothing where it covers one, or may.
fn beyond(desk: &Desk, one: &Incident, clock: &Clock) -> Result<Option<String>, Refusal> {
    let law = desk.library.law(&clock.law)?;
    let organisation = Organisation::from(&desk.profile.about);
    let mut why = None;
    for place in one.places() {
        let asked = Asked {
            residence: &place,
            age: None,
            capacity: Capacity::Own,
            data: &[],
            received_on: one.aware_on(desk.zone),
        };
        // A breach is about no right of its own: whoever has the right of access is covered.
        let verdict = law::judge(
            law,
            desk.library.reach_book(),
            &organisation,
            &asked,
            Right::Access,
        );
        if verdict.answer != Answer::DoesNot {
            return Ok(None);
        }
        why = Some(verdict.reason);
    }
    Ok(why)
}
