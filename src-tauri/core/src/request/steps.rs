//! Steps recorded without a letter of ours: done by mail program, by phone, at the counter.

use super::board::Board;
use super::case::Milestone;
use super::offers::offer;
use super::show::view;
use crate::api::wire::{NoteIn, Refusal, RequestView, StepIn, StepName};
use crate::desk::{App, Desk};
use crate::store::{self, Event};
use crate::time::{self, Now, short};
use crate::words::ClockFact;
use chrono::NaiveDate;
use serde_json::json;

/// See the command table.
pub fn acknowledge(app: &mut App, args: StepIn, now: Now) -> Result<RequestView, Refusal> {
    record(
        app,
        args,
        StepName::Acknowledge,
        ClockFact::Acknowledged,
        "Acknowledged",
        now,
    )
}

/// See the command table.
pub fn ask_identity(app: &mut App, args: StepIn, now: Now) -> Result<RequestView, Refusal> {
    said(
        &args,
        "Write what was asked for and why there is doubt; the law allows it only then.",
    )?;
    record(
        app,
        args,
        StepName::AskIdentity,
        ClockFact::IdentityRequested,
        "Asked for proof of identity",
        now,
    )
}

/// See the command table.
pub fn identity_received(app: &mut App, args: StepIn, now: Now) -> Result<RequestView, Refusal> {
    said(
        &args,
        "Write what was seen, such as “passport seen, copy not kept”.",
    )?;
    record(
        app,
        args,
        StepName::IdentityReceived,
        ClockFact::IdentityReceived,
        "Proof of identity came",
        now,
    )
}

/// See the command table.
pub fn ask_clarification(app: &mut App, args: StepIn, now: Now) -> Result<RequestView, Refusal> {
    said(&args, "Write what they were asked.")?;
    record(
        app,
        args,
        StepName::AskClarification,
        ClockFact::ClarificationRequested,
        "Asked them to clarify",
        now,
    )
}

/// See the command table.
pub fn clarified(app: &mut App, args: StepIn, now: Now) -> Result<RequestView, Refusal> {
    said(&args, "Write what they said.")?;
    record(
        app,
        args,
        StepName::Clarified,
        ClockFact::ClarificationReceived,
        "They clarified",
        now,
    )
}

/// See the command table.
pub fn note(app: &mut App, args: NoteIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let text = args.text.trim().to_owned();
    if text.is_empty() {
        return Err(Refusal::field("text", "Write the note."));
    }
    store::request::load(desk.store.read(), args.request)?;
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |_, _| {
        Ok(((), Event::of(args.request, "note", text)))
    })?;
    view(desk, args.request, now)
}

fn said(args: &StepIn, otherwise: &str) -> Result<(), Refusal> {
    if args.text.trim().is_empty() {
        Err(Refusal::field("text", otherwise))
    } else {
        Ok(())
    }
}

fn record(
    app: &mut App,
    args: StepIn,
    step: StepName,
    fact: ClockFact,
    what: &str,
    now: Now,
) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    let today = now.today(desk.zone);
    offer(desk, &case, step, today)?.map_err(|(why, _)| Refusal::not_now(why))?;
    let on = day_of(&args.on, case.received_on, today)?;
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::request::add_milestone(tx, case.id, &Milestone::of(fact, on), seq)?;
        let event = Event::of(case.id, fact.id(), format!("{what}."))
            .facts(json!({ "on": on.to_string() }))
            .detail("On", short(on))
            .detail("How", args.text.trim());
        Ok(((), event))
    })?;
    after(desk, case.id, now)
}

/// The page after a change, and the queue in step with it.
pub fn after(desk: &mut Desk, request: u32, now: Now) -> Result<RequestView, Refusal> {
    Board::refresh(desk, request, now)?;
    view(desk, request, now)
}

/// The day something happened: today when nothing is said, never before receipt and never in the future.
pub fn day_of(text: &str, received_on: NaiveDate, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    if text.trim().is_empty() {
        return Ok(today.max(received_on));
    }
    let on = time::day(text.trim()).ok_or_else(|| {
        Refusal::field(
            "on",
            format!("“{text}” is no day that exists. Write it as 2026-03-31."),
        )
    })?;
    if on > today {
        return Err(Refusal::field(
            "on",
            "That day has not come yet. Record a step when it has happened.",
        ));
    }
    if on < received_on {
        return Err(Refusal::field(
            "on",
            format!(
                "That is before the request was received on {}.",
                short(received_on)
            ),
        ));
    }
    Ok(on)
}
