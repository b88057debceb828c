//! Deciding one claim. No refusal without a ground of a law that gives the right.

use super::steps::after;
use crate::api::wire::{DecideIn, Refusal, RequestView};
use crate::desk::App;
use crate::law;
use crate::register::suppression::decided;
use crate::register::{authority, children};
use crate::store::{self, Event};
use crate::time::Now;
use crate::words::Outcome;
use serde_json::json;

/// See the command table. Deciding again replaces the decision; the log keeps both.
pub fn decide(app: &mut App, args: DecideIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let request = store::request::of_claim(desk.store.read(), args.claim)?;
    let case = store::request::load(desk.store.read(), request)?;
    if !case.open() {
        return Err(Refusal::not_now("The request is closed. Reopen it first."));
    }
    let mut claim = case
        .claims
        .iter()
        .find(|c| c.id == args.claim)
        .cloned()
        .ok_or_else(|| Refusal::missing("There is no such claim in this desk."))?;
    if matches!(args.outcome, Outcome::Granted | Outcome::GrantedInPart) {
        authority::granting(desk, &case, claim.id)?;
    }
    let needs_ground = matches!(args.outcome, Outcome::Refused | Outcome::GrantedInPart)
        && !claim.right.is_decided_with_reasons();
    let mut ground = None;
    let mut named = String::new();
    let mut offered = 0;
    for id in &claim.laws {
        for g in law::refusal_grounds(desk.library.law(id)?, claim.right, case.received_on)?.grounds
        {
            offered += 1;
            if args.ground.as_deref() == Some(g.id.as_str()) && ground.is_none() {
                named = format!("{} ({})", g.title, g.cite);
                ground = Some((id.clone(), g.id));
            }
        }
    }
    if needs_ground && offered == 0 {
        return Err(Refusal::field(
            "outcome",
            "No law of this request knows a ground for refusing this. It can only be granted, or withdrawn by the person.",
        ));
    }
    if needs_ground && ground.is_none() {
        return Err(Refusal::field(
            "ground",
            "Choose the ground; the law allows no refusal without one, and the letter names it.",
        ));
    }
    if args.outcome == Outcome::Refused && args.reasons.trim().is_empty() {
        return Err(Refusal::field(
            "reasons",
            "Write why, in words the person understands; the letter gives them.",
        ));
    }
    if args.outcome == Outcome::GrantedInPart && args.kept.trim().is_empty() {
        return Err(Refusal::field(
            "kept",
            "Write what is not given or not deleted, and why.",
        ));
    }
    let ground = ground.filter(|_| needs_ground);
    // Other words for the same decision: it was taken when it was, and an answer that told it still does.
    let anew = claim.outcome != Some(args.outcome) || claim.ground != ground;
    if anew {
        claim.decided_on = Some(now.today(desk.zone).max(case.received_on));
    }
    claim.outcome = Some(args.outcome);
    claim.ground = ground;
    claim.reasons = args.reasons.trim().to_owned();
    claim.kept = if args.outcome == Outcome::GrantedInPart {
        args.kept.trim().to_owned()
    } else {
        String::new()
    };
    let name = super::board::right_name(desk, &case, claim.right, claim.laws.first());
    let mut decided = case.clone();
    for one in decided.claims.iter_mut().filter(|one| one.id == claim.id) {
        one.clone_from(&claim);
    }
    let list = decided::following(desk, &decided)?;
    let today = now.today(desk.zone);
    let officer = desk.officer.clone();
    let files = children::files(desk, &case)?;
    desk.store.transact(officer.id, now, |tx, seq| {
        if anew {
            claim.decided_event = Some(seq);
        }
        store::request::decide(tx, &claim)?;
        list.write(tx, seq, today)?;
        children::note_decided(tx, &files, request, &claim, seq)?;
        let event = Event::of(request, "claim-decided", format!("{name}: {}.", args.outcome.id().replace('-', " ")))
            .facts(json!({
                "claim": claim.id, "right": claim.right, "outcome": claim.outcome, "on": claim.decided_on.map(|d| d.to_string()),
                "ground": claim.ground.as_ref().map(|g| json!({ "law": g.0, "id": g.1 })),
            }))
            .detail("Ground", if needs_ground { named } else { String::new() })
            .detail("Reasons", claim.reasons.clone())
            .detail("What stays", claim.kept.clone());
        Ok(((), list.told(event)))
    })?;
    after(desk, request, now)
}
