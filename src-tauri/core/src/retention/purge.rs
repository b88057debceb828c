//! Purging requests: in one go, with one entry in the log.

use super::periods::Periods;
use super::preview::{AT_ONCE, KeptBack, judge};
use crate::api::wire::{PurgeDone, PurgeNow, Refusal, RegisterNote};
use crate::desk::{App, Desk};
use crate::promise::contradictions::found_by_person;
use crate::request::case::Case;
use crate::request::same;
use crate::store::retention::Going;
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
    let today = now.today(desk.zone);
    let (going, found) = may_go(desk, &ids, now)?;
    let digest = digest(desk, &ids)?;
    let on = today.to_string();
    let articles: BTreeSet<&str> = going.iter().map(|one| one.cite.as_str()).collect();
    let articles = articles.into_iter().collect::<Vec<_>>().join("; ");
    let officer = desk.officer.clone();
    desk.store.transact_many(officer.id, now, |tx, seq| {
        for (request, keys) in &found {
            store::retention::keep_found(tx, *request, keys, seq)?;
        }
        for one in &going {
            store::retention::purge(tx, one, &on, seq)?;
        }
        store::retention::tidy_search(tx)?;
        let purged: Vec<_> = going
            .iter()
            .map(|one| json!({ "request": one.request, "reference": one.reference, "cite": one.cite }))
            .collect();
        let what = match going.len() {
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
        references: going.into_iter().map(|one| one.reference).collect(),
        note: format!(
            "Purged on {}. Backups made before still hold what went; let them go in their turn.",
            short(today)
        ),
    })
}

/// What is found by the person, request by request.
type Found = BTreeMap<u32, Vec<String>>;

/// Every one of them may go today; the first that may not is named.
fn may_go(desk: &Desk, ids: &[u32], now: Now) -> Result<(Vec<Going>, Found), Refusal> {
    let periods = Periods::of(desk)?;
    let back = KeptBack::of(desk, now)?;
    let today = now.today(desk.zone);
    let mut going = Vec::with_capacity(ids.len());
    let mut found = Found::new();
    for some in ids.chunks(AT_ONCE) {
        let cases = store::request::load_these(desk.store.read(), some)?;
        if cases.len() != some.len() {
            return Err(Refusal::missing(
                "One of these requests is not in this desk. Look at the list again.",
            ));
        }
        for case in cases {
            let kept = judge(&periods, &back, &case, today).map_err(|why| stays(&case, &why))?;
            find(desk, &case, ids, &mut found)?;
            going.push(Going {
                request: case.id,
                reference: case.reference,
                cite: kept.why.cite,
            });
        }
    }
    Ok((going, found))
}

fn stays(case: &Case, why: &RegisterNote) -> Refusal {
    let cite = match why.cite.as_str() {
        "" => String::new(),
        cite => format!(" ({cite})"),
    };
    Refusal::not_now(format!(
        "{} stays, and nothing was purged. {}{cite}",
        case.reference, why.message
    ))
}

/// What is found of one by the person, and of other requests by the same person: it cannot be found any more afterwards.
fn find(desk: &Desk, case: &Case, going: &[u32], found: &mut Found) -> Result<(), Refusal> {
    let conn = desk.store.read();
    found.insert(case.id, found_by_person(desk, case)?);
    for other in store::request::by_person(conn, &same::keys(&case.requester), case.id)? {
        if going.binary_search(&other).is_err() && !found.contains_key(&other) {
            let other = store::request::load(conn, other)?;
            found.insert(other.id, found_by_person(desk, &other)?);
        }
    }
    Ok(())
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
