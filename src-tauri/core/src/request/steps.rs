//! Steps recorded without a letter of ours: done by mail program, by phone, at the counter.

use super::board::Board;
use super::case::{Case, Milestone};
use super::offers::{No, offer};
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

/// See the command table. Nothing moves: the law gives no number, and the rule of the house stays in sight.
pub fn take_longer(app: &mut App, args: StepIn, now: Now) -> Result<RequestView, Refusal> {
    said(
        &args,
        "Write how they were told that it takes longer, and by which day it comes.",
    )?;
    let desk = app.desk()?;
    let (case, today) = at_hand(desk, args.request, now)?;
    let guard = match offer(desk, &case, StepName::Extend, today)? {
        Err(no) if no.room.is_some() => no,
        Err(no) => return Err(no.refuse()),
        Ok(_) => {
            return Err(Refusal::not_now(
                "The law gives an extension here, and it needs its letter: extend the request.",
            ));
        }
    };
    let over = Overridden::by(guard, args.all_the_same.as_deref())?;
    let on = day_of(&args.on, case.received_on, today)?;
    tell(
        desk,
        &case,
        "took-longer",
        "Told them that it takes longer",
        on,
        &args,
        over,
        now,
    )?;
    after(desk, case.id, now)
}

/// See the command table. Recorded on the day it happened, and judged by that day.
pub fn ask_opt_in(app: &mut App, args: StepIn, now: Now) -> Result<RequestView, Refusal> {
    said(
        &args,
        "Write how they were asked, and to what they would agree.",
    )?;
    let desk = app.desk()?;
    let (case, today) = at_hand(desk, args.request, now)?;
    let on = day_of(&args.on, case.received_on, today)?;
    let over = match offer(desk, &case, StepName::AskOptIn, on)? {
        Ok(_) => None,
        Err(no) => Overridden::by(no, args.all_the_same.as_deref())?,
    };
    tell(
        desk,
        &case,
        "opt-in-asked",
        "Asked them to opt in again",
        on,
        &args,
        over,
        now,
    )?;
    after(desk, case.id, now)
}

fn at_hand(desk: &Desk, request: u32, now: Now) -> Result<(Case, NaiveDate), Refusal> {
    let case = store::request::load(desk.store.read(), request)?;
    Ok((case, now.today(desk.zone)))
}

/// Records a step that moves no clock.
#[expect(
    clippy::too_many_arguments,
    reason = "what an entry of the log is made of, in its order"
)]
fn tell(
    desk: &mut Desk,
    case: &Case,
    kind: &'static str,
    what: &str,
    on: NaiveDate,
    args: &StepIn,
    over: Option<Overridden>,
    now: Now,
) -> Result<(), Refusal> {
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |_, _| {
        let event = Event::of(case.id, kind, format!("{what}."))
            .facts(json!({ "on": on.to_string() }))
            .detail("On", short(on))
            .detail("How", args.text.trim());
        Ok(((), Overridden::written(over, event)))
    })
}

/// A guard that was overridden: what it said, what room its law leaves, and why the officer used it.
struct Overridden {
    guard: No,
    reason: String,
}

impl Overridden {
    /// Only where the law leaves room, and never without a reason.
    fn by(guard: No, reason: Option<&str>) -> Result<Option<Self>, Refusal> {
        let reason = reason.map(str::trim);
        match (&guard.room, reason) {
            (None, Some(_)) => Err(Refusal::field(
                "all_the_same",
                format!(
                    "{} The law leaves no room for doing it all the same.",
                    guard.why
                ),
            )),
            (Some(_), Some("")) => Err(Refusal::field(
                "all_the_same",
                "Write why it is done all the same; the log keeps it beside the rule.",
            )),
            (Some(_), Some(reason)) => Ok(Some(Self {
                reason: reason.to_owned(),
                guard,
            })),
            (_, None) => Err(guard.refuse()),
        }
    }

    /// The guard is a rule and names nobody: it stays when the person is forgotten. The reason may name them.
    fn written(over: Option<Self>, mut event: Event) -> Event {
        let Some(Self { guard, reason }) = over else {
            return event;
        };
        let room = guard.room.as_ref();
        if let Some(facts) = event.facts.as_object_mut() {
            facts.insert(
                "all_the_same".into(),
                json!({ "guard": guard.why, "cite": guard.cite, "room": room }),
            );
        }
        let cited = |text: &str, cite: &str| match cite {
            "" => text.to_owned(),
            cite => format!("{text} ({cite})"),
        };
        let guarded = cited(&guard.why, guard.cite.as_deref().unwrap_or_default());
        let left = room.map_or_else(String::new, |r| cited(&r.text, &r.cite));
        event
            .detail("What speaks against it", guarded)
            .detail("The room the law leaves", left)
            .detail("Done all the same because", reason)
    }
}

/// See the command table.
pub fn note(app: &mut App, args: NoteIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let text = args.text.trim().to_owned();
    if text.is_empty() {
        return Err(Refusal::field("text", "Write the note."));
    }
    store::request::load(desk.store.read(), args.request)?.still_here()?;
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
    let (case, today) = at_hand(desk, args.request, now)?;
    let over = match offer(desk, &case, step, today)? {
        Ok(_) => None,
        Err(no) => Overridden::by(no, args.all_the_same.as_deref())?,
    };
    let on = day_of(&args.on, case.received_on, today)?;
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::request::add_milestone(tx, case.id, &Milestone::of(fact, on), seq)?;
        let event = Event::of(case.id, fact.id(), format!("{what}."))
            .facts(json!({ "on": on.to_string() }))
            .detail("On", short(on))
            .detail("How", args.text.trim());
        Ok(((), Overridden::written(over, event)))
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
