//! Legal hold: a request stays, whatever its periods say.

use crate::api::wire::{HoldIn, Refusal, RequestView};
use crate::desk::{App, Desk};
use crate::request::show::view;
use crate::store::{self, Event};
use crate::time::Now;
use serde_json::json;

/// Longest reason.
const LONGEST: usize = 2000;

/// See the command table. An open request can be held too.
pub fn place(app: &mut App, args: HoldIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    store::request::load(desk.store.read(), args.request)?.still_here()?;
    if standing(desk, args.request)?.is_some() {
        return Err(Refusal::not_now(
            "This request is under legal hold already. Lift that one first to write another reason.",
        ));
    }
    let reason = reason(
        &args,
        "Write why it has to stay, such as the court’s reference.",
    )?;
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let id = store::retention::place(tx, args.request, &today, &reason, seq)?;
        let event = Event::of(args.request, "hold-placed", "Placed under legal hold.")
            .facts(json!({ "hold": id, "on": today }))
            .detail("Why", reason.clone());
        Ok(((), event))
    })?;
    view(desk, args.request, now)
}

/// See the command table.
pub fn lift(app: &mut App, args: HoldIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    store::request::load(desk.store.read(), args.request)?;
    let Some(id) = standing(desk, args.request)? else {
        return Err(Refusal::not_now("This request is under no legal hold."));
    };
    let reason = reason(&args, "Write why it need not stay any more.")?;
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::retention::lift(tx, id, &today, &reason, seq)?;
        let event = Event::of(args.request, "hold-lifted", "The legal hold was lifted.")
            .facts(json!({ "hold": id, "on": today }))
            .detail("Why", reason.clone());
        Ok(((), event))
    })?;
    view(desk, args.request, now)
}

fn standing(desk: &Desk, request: u32) -> Result<Option<u32>, Refusal> {
    let all = store::retention::holds_of(desk.store.read(), request)?;
    Ok(all
        .iter()
        .find(|hold| hold.lifted_on.is_none())
        .map(|hold| hold.id))
}

fn reason(args: &HoldIn, ask: &str) -> Result<String, Refusal> {
    let text = args.reason.trim();
    if text.is_empty() {
        return Err(Refusal::field("reason", ask));
    }
    if text.chars().count() > LONGEST {
        return Err(Refusal::field(
            "reason",
            format!("That is too long for the log; {LONGEST} characters are the most."),
        ));
    }
    Ok(text.to_owned())
}
