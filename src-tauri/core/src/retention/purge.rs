//! Purging requests: in one go, with one entry in the log.

use super::periods::{Kept, Periods};
use super::preview::{KeptBack, MOST, judge};
use crate::api::wire::{PurgeDone, PurgeNow, Refusal};
use crate::desk::{App, Desk};
use crate::promise::contradictions::found_by_person;
use crate::request::case::Case;
use crate::request::same;
use crate::store::{self, Event};
use crate::time::{Now, short};
use crate::vault::sha256;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// See the command table. All of them or none; one that may not go says why.
///
/// Nothing of it can be undone. Backups made before still hold what went.
pub fn purge(app: &mut App, args: PurgeNow, now: Now) -> Result<PurgeDone, Refusal> {
    let desk = app.desk()?;
    let ids: BTreeSet<u32> = args.requests.into_iter().collect();
    let ids: Vec<u32> = ids.into_iter().collect();
    if ids.is_empty() {
        return Err(Refusal::field("requests", "Choose the requests to purge."));
    }
    if ids.len() > MOST as usize {
        return Err(Refusal::field(
            "requests",
            format!("{MOST} requests are the most at once. Purge the oldest first."),
        ));
    }
    let cases = store::request::load_these(desk.store.read(), &ids)?;
    if cases.len() != ids.len() {
        return Err(Refusal::missing(
            "One of these requests is not in this desk. Look at the list again.",
        ));
    }
    let today = now.today(desk.zone);
    let free = may_go(desk, &cases, now)?;
    let found = found(desk, &cases, &ids)?;
    let digest = digest(desk, &ids)?;
    let on = today.to_string();
    let references: Vec<String> = cases.iter().map(|case| case.reference.clone()).collect();
    let articles: BTreeSet<&str> = free.iter().map(|kept| kept.why.cite.as_str()).collect();
    let articles = articles.into_iter().collect::<Vec<_>>().join("; ");
    let officer = desk.officer.clone();
    desk.store.transact_many(officer.id, now, |tx, seq| {
        for (request, keys) in &found {
            store::retention::keep_found(tx, *request, keys, seq)?;
        }
        for (case, kept) in cases.iter().zip(&free) {
            store::retention::purge(tx, case, &on, &kept.why.cite, seq)?;
        }
        store::retention::tidy_search(tx)?;
        let purged: Vec<_> = cases
            .iter()
            .zip(&free)
            .map(|(case, kept)| json!({ "request": case.id, "reference": case.reference, "cite": kept.why.cite }))
            .collect();
        let what = match cases.len() {
            1 => "A request was purged: who asked is not known any more.".to_owned(),
            n => format!("{n} requests were purged: who asked is not known any more."),
        };
        let event = Event::desk("requests-purged", what)
            .facts(json!({ "on": on, "purged": purged, "sha256": digest }))
            .detail("Under", articles);
        Ok(((), event))
    })?;
    // Letters being put together for the printer may be among them.
    desk.press = None;
    desk.store.settle()?;
    Ok(PurgeDone {
        purged_on: on,
        references,
        note: format!(
            "Purged on {}. Backups made before still hold what went; let them go in their turn.",
            short(today)
        ),
    })
}

/// Every one of them may go today; the first that may not is named.
fn may_go(desk: &Desk, cases: &[Case], now: Now) -> Result<Vec<Kept>, Refusal> {
    let periods = Periods::of(desk)?;
    let back = KeptBack::of(desk, now)?;
    let today = now.today(desk.zone);
    let mut free = Vec::with_capacity(cases.len());
    for case in cases {
        match judge(&periods, &back, case, today) {
            Ok(kept) => free.push(kept),
            Err(why) => {
                let cite = match why.cite.as_str() {
                    "" => String::new(),
                    cite => format!(" ({cite})"),
                };
                return Err(Refusal::not_now(format!(
                    "{} stays, and nothing was purged. {}{cite}",
                    case.reference, why.message
                )));
            }
        }
    }
    Ok(free)
}

/// What is found of them by the person, and of other requests by the same person: it cannot be found any more afterwards.
fn found(
    desk: &Desk,
    cases: &[Case],
    going: &[u32],
) -> Result<BTreeMap<u32, Vec<String>>, Refusal> {
    let mut all = BTreeMap::new();
    let conn = desk.store.read();
    for case in cases {
        all.insert(case.id, found_by_person(desk, case)?);
        for other in store::request::by_person(conn, &same::keys(&case.requester), case.id)? {
            if going.binary_search(&other).is_err() && !all.contains_key(&other) {
                let other = store::request::load(conn, other)?;
                all.insert(other.id, found_by_person(desk, &other)?);
            }
        }
    }
    Ok(all)
}

/// SHA-256 over the proofs of what goes, a line each; they stay, so it can be counted again, and nobody is guessed from it.
fn digest(desk: &Desk, ids: &[u32]) -> Result<String, Refusal> {
    let mut lines = String::new();
    for id in ids {
        for proof in store::retention::proofs(desk.store.read(), *id)? {
            lines.push_str(&format!("{id} {proof}\n"));
        }
    }
    Ok(sha256(lines.as_bytes()))
}
