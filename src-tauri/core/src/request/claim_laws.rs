//! The laws of a claim, chosen anew: where somebody lives, or how old they are, is often known only later.

use super::case::Case;
use super::steps::after;
use super::{deadlines, which_laws};
use crate::api::wire::{ClaimLawsIn, Refusal, RequestView};
use crate::desk::{App, Desk};
use crate::store::{self, Event};
use crate::time::{Now, short};
use chrono::NaiveDate;
use serde_json::json;

/// See the command table. What was recorded stays; the dates follow the new laws, and the log keeps both.
pub fn choose(app: &mut App, args: ClaimLawsIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let request = store::request::of_claim(desk.store.read(), args.claim)?;
    let mut case = store::request::load(desk.store.read(), request)?;
    if !case.open() {
        return Err(Refusal::not_now("The request is closed. Reopen it first."));
    }
    if args.reason.trim().is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why other laws apply; the log keeps both.",
        ));
    }
    let mut laws = args.laws;
    laws.sort();
    laws.dedup();
    let due_before = lead(desk, &case, now)?;
    let draft = store::draft::letter(desk.store.read(), request)?;
    let Some(claim) = case.claims.iter_mut().find(|c| c.id == args.claim) else {
        return Err(Refusal::missing("There is no such claim in this desk."));
    };
    if laws.is_empty() {
        return Err(Refusal::field(
            "laws",
            "Choose at least one law; without one no date can be derived.",
        ));
    }
    if laws == claim.laws {
        return Err(Refusal::field(
            "laws",
            "These are the laws it stands under already.",
        ));
    }
    for id in &laws {
        let law = desk.library.law(id)?;
        law.right(claim.right, case.received_on)?;
    }
    if let Some((law, _)) = &claim.ground
        && !laws.contains(law)
    {
        let law = &desk.library.law(law)?.short;
        return Err(Refusal::field(
            "laws",
            format!(
                "It was decided on a ground of {law}. Keep {law} beside the others, decide again, then take it off."
            ),
        ));
    }
    if let Some(letter) = draft.filter(|d| claim.laws.contains(&d.law) && !laws.contains(&d.law)) {
        let law = &desk.library.law(&letter.law)?.short;
        return Err(Refusal::not_now(format!(
            "A letter under {law} is being written. Send it or throw it away first."
        )));
    }
    let before = std::mem::replace(&mut claim.laws, laws);
    let (right, after_laws) = (claim.right, claim.laws.clone());
    let due_after = lead(desk, &case, now)?;
    let name = super::board::right_name(desk, &case, right, after_laws.first());
    let names = |ids: &[String]| which_laws::short_names(desk, ids);
    let day = |on: Option<NaiveDate>| on.map_or_else(|| "none".into(), short);
    let mut event = Event::of(
        request,
        "laws-chosen",
        format!("{name}: the laws it stands under are chosen anew."),
    )
    .facts(json!({
        "claim": args.claim, "right": right, "before": before, "after": after_laws,
        "due_before": due_before.map(|d| d.to_string()), "due_after": due_after.map(|d| d.to_string()),
    }))
    .detail("Laws", format!("{} → {}", names(&before), names(&after_laws)))
    .detail("Why", args.reason.trim());
    if due_before != due_after {
        event = event.detail(
            "Next date",
            format!("{} → {}", day(due_before), day(due_after)),
        );
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::request::choose_laws(tx, args.claim, &after_laws)?;
        Ok(((), event))
    })?;
    after(desk, request, now)
}

fn lead(desk: &Desk, case: &Case, now: Now) -> Result<Option<NaiveDate>, Refusal> {
    let clocks = super::clock::clocks(desk.here(), case)?;
    let today = now.today(desk.zone);
    Ok(deadlines::leading(case, &clocks, today).map(|(_, due)| due.on))
}
