//! The facts behind the figures of requests, read from the register; lateness is derived like every other date.

use super::Asked;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::law;
use crate::request::case::Case;
use crate::request::clock::ask;
use crate::request::deadlines::{done_on, last_day};
use crate::store;
use crate::summary::fact::{Fact, Facts};
use chrono::NaiveDate;

/// Every claim received in the span, one line a law.
pub fn received(desk: &Desk, asked: &Asked) -> Result<Facts, Refusal> {
    let cases = store::request::load_span(desk.store.read(), asked.first, asked.last)?;
    let mut facts = Facts::default();
    for case in &cases {
        add(desk, &mut facts, case, asked.as_of)?;
    }
    Ok(facts)
}

/// The lines of one request.
pub fn add(desk: &Desk, facts: &mut Facts, case: &Case, as_of: NaiveDate) -> Result<(), Refusal> {
    for claim in &case.claims {
        for law_id in &claim.laws {
            let clock = ask(desk.here(), case, claim, law_id, |q, _| law::derive(q))?;
            let due = last_day(claim, &clock);
            let settled = done_on(case, claim, &clock);
            let late = match settled {
                Some(_) if claim.withdrawn() => false,
                Some(on) => due.is_some_and(|due| on > due),
                None => due.is_some_and(|due| due < as_of),
            };
            let line = Fact {
                request: case.id,
                claim: claim.id,
                law: place(&mut facts.laws, law_id),
                right: claim.right,
                received: case.received_on,
                californian: case.residence == CALIFORNIA,
                outcome: claim.outcome,
                settled,
                ground: claim
                    .ground
                    .as_ref()
                    .filter(|(law, _)| law == law_id)
                    .map(|ground| place(&mut facts.grounds, ground)),
                extended: matches!(clock.extension, law::ExtensionState::InForce(_)),
                late,
            };
            facts.lines.push(line);
        }
    }
    Ok(())
}

/// As a residence is written in the register.
const CALIFORNIA: &str = "us-ca";

/// Where something stands in a list, which gets it if it is not there.
fn place<T: PartialEq + Clone>(list: &mut Vec<T>, one: &T) -> u16 {
    let at = list
        .iter()
        .position(|known| known == one)
        .unwrap_or_else(|| {
            list.push(one.clone());
            list.len() - 1
        });
    u16::try_from(at).unwrap_or(u16::MAX)
}
