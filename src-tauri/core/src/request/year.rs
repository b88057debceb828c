//! The claims of a year with what the figures read, lateness derived like every other date.

use super::board::right_name;
use super::clock::ask;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::law;
use crate::store;
use crate::summary::Counted;
use crate::time::Now;

/// Every claim of the requests received in a year, one entry a law.
pub fn claims_of_year(desk: &Desk, year: i32, now: Now) -> Result<Vec<Counted>, Refusal> {
    let today = now.today(desk.zone);
    let mut counted = Vec::new();
    for case in store::request::load_year(desk.store.read(), year)? {
        for claim in &case.claims {
            for law_id in &claim.laws {
                let clock = ask(desk.here(), &case, claim, law_id, |q, _| law::derive(q))?;
                let due = clock.answer_by();
                let settled = super::deadlines::settled_on(&case, claim);
                counted.push(Counted {
                    request: case.id,
                    law: law_id.clone(),
                    law_short: desk.library.law(law_id)?.short.clone(),
                    right: claim.right,
                    right_name: right_name(desk, &case, claim.right, Some(law_id)),
                    received_on: case.received_on,
                    outcome: claim.outcome,
                    answered_on: settled,
                    due,
                    overdue: settled.is_none() && due.is_some_and(|d| d < today),
                });
            }
        }
    }
    Ok(counted)
}
