//! The clocks of a request: one per claim and law, derived each time they are asked for.

use super::case::{Case, Claim};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::law::{self, Clock, DatedFact, Law, LawError, Library, Question};
use crate::store::closing::Closing;
use crate::words::ClockFact;

/// Where a clock is counted: the packs and the organisation's own calendar.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub library: &'static Library,
    /// Identifier of the home calendar.
    pub home: &'a str,
    /// The house's own closing days; they move nothing.
    pub closing: &'a [Closing],
}

impl Desk {
    /// Where this desk's clocks are counted.
    pub(super) fn here(&self) -> Place<'_> {
        Place {
            library: self.library,
            home: &self.profile.calendar,
            closing: &self.closing,
        }
    }
}

/// One claim under one law, with its dates.
pub struct ClaimClock<'c> {
    pub claim: &'c Claim,
    pub law: &'static Law,
    pub clock: Clock,
}

/// The facts of a request that count for a claim under a law: an extension told under another law does not.
fn facts_for(case: &Case, claim: &Claim, law: &str) -> Vec<DatedFact> {
    let dated = case.dated_on.map(|on| DatedFact {
        fact: ClockFact::RequestDated,
        on,
    });
    let happened = case
        .milestones
        .iter()
        .filter(|m| m.law.as_deref().is_none_or(|only| only == law))
        .filter(|m| m.claim.is_none_or(|only| only == claim.id))
        .map(|m| DatedFact {
            fact: m.fact,
            on: m.day,
        });
    dated.into_iter().chain(happened).collect()
}

/// Puts the question of one claim under one law and hands it to `ask`.
pub fn ask<T>(
    place: Place<'_>,
    case: &Case,
    claim: &Claim,
    law_id: &str,
    ask: impl FnOnce(&Question, &'static Law) -> Result<T, LawError>,
) -> Result<T, LawError> {
    let law = place.library.law(law_id)?;
    let calendar = place.library.calendar(law.calendar_id(place.home))?;
    let facts = facts_for(case, claim, law_id);
    let question = Question {
        law,
        library: place.library,
        calendar,
        right: claim.right,
        capacity: case.capacity,
        received_on: case.received_on,
        facts: &facts,
        arrived_at: case.arrived_at,
    };
    ask(&question, law)
}

/// Every clock of a request, in the order of its claims.
pub fn clocks<'c>(place: Place<'_>, case: &'c Case) -> Result<Vec<ClaimClock<'c>>, Refusal> {
    let mut all = Vec::with_capacity(case.claims.len());
    for claim in &case.claims {
        for law_id in &claim.laws {
            let clock = ask(place, case, claim, law_id, |q, law| {
                Ok(ClaimClock {
                    claim,
                    law,
                    clock: law::derive(q)?,
                })
            })?;
            all.push(clock);
        }
    }
    Ok(all)
}
