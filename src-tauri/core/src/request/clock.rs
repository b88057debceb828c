//! The clocks of a request: one per claim and law, derived each time they are asked for.

use super::case::{Case, Claim, Left};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::law::{self, Clock, DatedFact, Dates, ExtensionState, Law, LawError, Library, Question};
use crate::promise::book::Book;
use crate::promise::engaged::{OWN_POLICY, Promised, promised};
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
    /// What our own policy promises.
    pub policy: &'a Book,
}

impl Desk {
    /// Where this desk's clocks are counted.
    pub(crate) fn here(&self) -> Place<'_> {
        Place {
            library: self.library,
            home: &self.profile.calendar,
            closing: &self.closing,
            policy: &self.policy,
        }
    }
}

/// One claim under one law, with its dates.
pub struct ClaimClock<'c> {
    pub claim: &'c Claim,
    pub law: &'static Law,
    pub clock: Clock,
    /// Our own promise sets the day of the answer, not the law.
    pub promise: Option<Promised>,
}

/// The facts of a request that count for a claim under a law: what still lies in the house does not, nor an extension
/// told under another law.
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
        .filter(|m| m.left != Left::NotYet)
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

/// Every clock of a request, in the order of its claims; after the laws' that of our own promise.
pub fn clocks<'c>(place: Place<'_>, case: &'c Case) -> Result<Vec<ClaimClock<'c>>, Refusal> {
    let mut all = Vec::with_capacity(case.claims.len());
    for claim in &case.claims {
        let mut promise = promised(place.policy, place.library, place.home, case, claim)?;
        for law_id in &claim.laws {
            let mut of = ask(place, case, claim, law_id, |q, law| {
                Ok(ClaimClock {
                    claim,
                    law,
                    clock: law::derive(q)?,
                    promise: None,
                })
            })?;
            // What the policy promises takes the place of the rule that the house has where it promises nothing.
            if law_id == OWN_POLICY
                && let Some(promise) = promise.take()
            {
                of.clock.respond = Some(promise.due);
                of.clock.safe_by.respond = None;
                of.promise = Some(promise);
            }
            all.push(of);
        }
        if let Some(promise) = promise {
            all.push(ClaimClock {
                claim,
                law: place.library.law(OWN_POLICY)?,
                clock: only(case, &promise),
                promise: Some(promise),
            });
        }
    }
    Ok(all)
}

/// A clock that knows one date: a promise neither pauses nor takes longer.
fn only(case: &Case, promise: &Promised) -> Clock {
    Clock {
        acknowledge: None,
        respond: Some(promise.due),
        extension_notice: None,
        extended: None,
        cease: None,
        refusal_notice: None,
        compliance_notice: None,
        safe_by: Dates::default(),
        waiting: None,
        waiting_since: None,
        extension: ExtensionState::None,
        started_on: case.received_on,
        paused_days: 0,
        house_answer: true,
        act: false,
    }
}
