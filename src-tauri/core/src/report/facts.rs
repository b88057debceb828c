//! The facts behind the figures of requests: from the memo where it is in step, else derived like every other date.

use super::{Asked, tally};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::law;
use crate::request::case::Case;
use crate::request::clock::ask;
use crate::request::deadlines::{done_on, last_day};
use crate::store;
use crate::summary::fact::{Counted, Fact, Facts};

/// Every claim received in the span, one line a law, in the order of the register.
pub fn received(desk: &Desk, asked: &Asked) -> Result<Facts, Refusal> {
    let counted = match tally::read(desk, asked)? {
        Some(counted) => counted,
        None => derived(desk, asked)?,
    };
    Ok(counted.as_of(asked.as_of))
}

/// The same without the memo.
pub fn derived(desk: &Desk, asked: &Asked) -> Result<Counted, Refusal> {
    let cases = store::request::load_span(desk.store.read(), asked.first, asked.last)?;
    let mut counted = Counted::default();
    for case in &cases {
        add(desk, &mut counted, case)?;
    }
    Ok(counted)
}

/// The lines of one request. The memo has to watch every table that is read for them: see its migration.
pub fn add(desk: &Desk, counted: &mut Counted, case: &Case) -> Result<(), Refusal> {
    for claim in &case.claims {
        for law_id in &claim.laws {
            let clock = ask(desk.here(), case, claim, law_id, |q, _| law::derive(q))?;
            let line = Fact {
                request: case.id,
                claim: claim.id,
                law: place(&mut counted.laws, law_id),
                right: claim.right,
                received: case.received_on,
                californian: case.residence == CALIFORNIA,
                outcome: claim.outcome,
                settled: done_on(case, claim, &clock),
                ground: claim
                    .ground
                    .as_ref()
                    .filter(|(law, _)| law == law_id)
                    .map(|ground| place(&mut counted.grounds, ground)),
                extended: matches!(clock.extension, law::ExtensionState::InForce(_)),
                timed: false,
                late: false,
            };
            counted.lines.push((line, last_day(claim, &clock)));
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
