//! Decisions that put somebody on the list: it follows the claims of a request, forwards and back.

use super::address::{hashed, of_person};
use super::salt;
use crate::api::wire::{Person, Refusal};
use crate::desk::Desk;
use crate::law;
use crate::request::board::right_name;
use crate::request::case::Case;
use crate::store::suppression::{Line, NewLine};
use crate::store::{self, Event, Transaction};
use crate::words::{AddressKind, Capacity, Outcome, Right, SuppressionScope};
use chrono::NaiveDate;
use serde_json::json;

/// What a “stop” that is granted puts somebody on the list for.
pub fn scopes(right: Right) -> &'static [SuppressionScope] {
    use SuppressionScope as S;
    match right {
        Right::Unsubscribe | Right::MarketingObjection => &[S::Newsletter],
        Right::OptOutSaleSharing => &[S::SaleSharing, S::RecipientMarketing],
        Right::LimitSensitive => &[S::Sensitive],
        _ => &[],
    }
}

/// What the list will have to follow of a request, worked out before anything is written.
pub struct Following {
    salt: String,
    add: Vec<Wanted>,
    lift: Vec<Line>,
    /// A “stop” was granted and no address of the person is known.
    nowhere: bool,
    request: u32,
    since: NaiveDate,
}

struct Wanted {
    scope: SuppressionScope,
    kind: AddressKind,
    address: String,
    hash: String,
    law: String,
    reason: String,
}

/// Whose addresses are meant: the subject’s, else the requester’s.
///
/// An agent’s own address is never put on the list in the place of the person’s.
fn whom(case: &Case) -> Option<&Person> {
    match (&case.subject, case.capacity) {
        (Some(subject), _) if !of_person(subject).is_empty() => Some(subject),
        (_, Capacity::AuthorisedAgent) => None,
        _ => Some(&case.requester),
    }
}

/// Compares the list with the claims of a request as they will stand.
pub fn following(desk: &Desk, case: &Case) -> Result<Following, Refusal> {
    let salt = salt(desk)?;
    let addresses = whom(case).map(of_person).unwrap_or_default();
    let mut wanted: Vec<Wanted> = Vec::new();
    let mut stops = false;
    for claim in &case.claims {
        let how = match claim.outcome {
            Some(Outcome::Granted) => "granted",
            Some(Outcome::GrantedInPart) => "granted in part",
            _ => continue,
        };
        for scope in scopes(claim.right) {
            stops = true;
            for (kind, address) in &addresses {
                let hash = hashed(&salt, address);
                if wanted
                    .iter()
                    .any(|one| one.scope == *scope && one.hash == hash)
                {
                    continue;
                }
                wanted.push(Wanted {
                    scope: *scope,
                    kind: *kind,
                    address: address.clone(),
                    hash,
                    law: resting_on(desk, case, claim.right, &claim.laws),
                    reason: format!(
                        "{}: {how}.",
                        right_name(desk, case, claim.right, claim.laws.first())
                    ),
                });
            }
        }
    }
    let known = store::suppression::of_request(desk.store.read(), case.id)?;
    let lift = known
        .iter()
        .filter(|line| line.decided && line.lifted_on.is_none())
        .filter(|line| {
            !wanted
                .iter()
                .any(|one| one.scope == line.scope && one.hash == line.hash)
        })
        .cloned()
        .collect();
    // Whoever agreed again since is not put back by the same decision.
    let add = wanted
        .into_iter()
        .filter(|one| {
            !known.iter().any(|line| {
                !line.undone
                    && line.scope == one.scope
                    && line.recipient.is_none()
                    && line.hash == one.hash
            })
        })
        .collect();
    Ok(Following {
        salt,
        add,
        lift,
        nowhere: stops && addresses.is_empty(),
        request: case.id,
        since: case.received_on,
    })
}

/// The law that a line names: one that says when they may be asked again, else the first.
fn resting_on(desk: &Desk, case: &Case, right: Right, laws: &[String]) -> String {
    let waits = |id: &&String| {
        desk.library
            .law(id)
            .ok()
            .and_then(|law: &law::Law| law.right(right, case.received_on).ok())
            .is_some_and(|rule| rule.opt_in.is_some())
    };
    laws.iter()
        .find(waits)
        .or_else(|| laws.first())
        .cloned()
        .unwrap_or_default()
}

impl Following {
    /// Writes it, in the transaction of what was decided.
    pub fn write(&self, tx: &Transaction, event: u32, today: NaiveDate) -> Result<(), Refusal> {
        if !self.add.is_empty() {
            store::suppression::keep_salt(tx, &self.salt)?;
        }
        for one in &self.add {
            let new = NewLine {
                scope: one.scope,
                recipient: None,
                kind: one.kind,
                address: &one.address,
                hash: &one.hash,
                since: self.since,
                law: &one.law,
                request: Some(self.request),
                reason: &one.reason,
                decided: true,
            };
            store::suppression::add(tx, &new, event)?;
        }
        for line in &self.lift {
            store::suppression::lift(tx, line.id, today.max(line.since), TAKEN_BACK, true)?;
        }
        Ok(())
    }

    /// Says it in the event of what was decided.
    pub fn told(&self, mut event: Event) -> Event {
        if (!self.add.is_empty() || !self.lift.is_empty())
            && let Some(facts) = event.facts.as_object_mut()
        {
            facts.insert(
                "suppression".into(),
                json!({ "added": self.add.len(), "lifted": self.lift.len() }),
            );
        }
        let lines = |n: usize| match n {
            1 => "1 line".to_owned(),
            n => format!("{n} lines"),
        };
        let mut said = Vec::new();
        if !self.add.is_empty() {
            said.push(format!("{} added", lines(self.add.len())));
        }
        if !self.lift.is_empty() {
            said.push(format!("{} lifted", lines(self.lift.len())));
        }
        if self.nowhere {
            said.push("no address of theirs is known that could be added".into());
        }
        event.detail("Suppression list", said.join(", "))
    }
}

const TAKEN_BACK: &str = "What the line came with was changed.";
