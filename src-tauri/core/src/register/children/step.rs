//! Something happened in a child's file: one line, one event.

use super::file::{Child, Said};
use super::state::State;
use super::{guard, listed, shown};
use crate::api::wire::{ChildEntryIn, ChildList, ChildQuery, ChildView, Refusal, RegisterStrike};
use crate::desk::{App, Desk};
use crate::store::{self, Event, Transaction, register as rows};
use crate::time::{self, Now, short};
use crate::words::ChildStep;
use chrono::NaiveDate;
use serde_json::json;

/// Longest text of a line; the sentence below says the same.
const LONGEST: usize = 4000;

/// See the command table.
pub fn step(app: &mut App, args: ChildEntryIn, now: Now) -> Result<ChildView, Refusal> {
    let desk = app.desk()?;
    let today = now.today(desk.zone);
    let child = Child::load(desk, args.child)?;
    let on = day(&args.on, today)?;
    if args.text.chars().count() > LONGEST {
        return Err(Refusal::field(
            "text",
            "That is longer than a line of the file can show; 4000 characters are the most.",
        ));
    }
    corrected(&child, &args)?;
    let state = State::on(&child, on, args.corrects)?;
    guard::check(&child, &state, &args, on)?;
    if let Some(request) = args.request {
        store::request::load(desk.store.read(), request)?;
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        write(tx, &child, &args, None, on, seq)?;
        Ok(((), event(&child, &args, on)))
    })?;
    settle(desk, &child, now)?;
    shown(desk, args.child, now)
}

/// Nothing of a request's dates changes with a child's file, but its page does.
fn settle(desk: &mut Desk, child: &Child, now: Now) -> Result<(), Refusal> {
    match child.file.request {
        Some(request) => crate::request::board::Board::refresh(desk, request, now),
        None => Ok(()),
    }
}

/// Writes the line, and with an erasure forgets who it was.
pub fn write(
    tx: &Transaction,
    child: &Child,
    args: &ChildEntryIn,
    letter: Option<u32>,
    on: NaiveDate,
    event: u32,
) -> Result<u32, Refusal> {
    let said = Said {
        method: args.method.trim().to_owned(),
        notice: args.notice.trim().to_owned(),
        items: args.items.clone(),
        disclose: args.disclose,
        exception: args.exception.trim().to_owned(),
        text: args.text.trim().to_owned(),
        letter,
        ..Said::default()
    };
    let id = rows::write(
        tx,
        &rows::NewLine {
            file: child.file.id,
            day: &on.to_string(),
            kind: args.step.id(),
            corrects: args.corrects,
            request: args.request,
        },
        &said,
        event,
    )?;
    if args.step == ChildStep::ContactErased {
        for one in child.people.iter().filter(|one| one.erased_on.is_none()) {
            rows::erase_person(tx, one.id, &on.to_string())?;
        }
    }
    Ok(id)
}

/// What the log says of it; it names the file and nobody.
fn event(child: &Child, args: &ChildEntryIn, on: NaiveDate) -> Event {
    let (_, title, cite) = child.rules.step(args.step, child.regime());
    let what = format!("A child’s file: {title}.");
    let event = match args.request.or(child.file.request) {
        Some(request) => Event::of(request, "child-step", what),
        None => Event::desk("child-step", what),
    };
    let mut facts = json!({ "child_file": child.file.id, "step": args.step, "on": on.to_string() });
    for (key, value) in [
        ("method", json!(args.method)),
        ("notice", json!(args.notice)),
        ("items", json!(args.items)),
        ("exception", json!(args.exception)),
    ] {
        if value != json!("") && value != json!([]) {
            facts[key] = value;
        }
    }
    if args.step == ChildStep::ConsentGiven {
        facts["disclose"] = json!(args.disclose);
    }
    if let Some(corrects) = args.corrects {
        facts["corrects"] = json!(corrects);
    }
    event
        .facts(facts)
        .detail("The child’s file", format!("No. {}", child.file.id))
        .detail("On", short(on))
        .detail("Article", cite)
        .detail("What", args.text.trim())
}

/// Today when nothing is said, never in the future.
fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    if text.trim().is_empty() {
        return Ok(today);
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
    Ok(on)
}

/// A line takes the place of one of the same kind; a note says that one was written by mistake.
fn corrected(child: &Child, args: &ChildEntryIn) -> Result<(), Refusal> {
    let Some(id) = args.corrects else {
        return Ok(());
    };
    let refuse = |why: &str| Err(Refusal::field("corrects", why));
    let Some(line) = child.lines.iter().find(|line| line.id == id) else {
        return refuse("There is no such line in this file.");
    };
    if child.lines.iter().any(|other| other.corrects == Some(id)) {
        return refuse("That line is corrected already; correct the later one.");
    }
    if line.kind == ChildStep::ContactErased.id() {
        return refuse("What is erased is gone; no line brings it back.");
    }
    let Some(step) = ChildStep::from_id(&line.kind) else {
        return refuse("That line is no step; it is not corrected here.");
    };
    if args.step != step && args.step != ChildStep::Note {
        return refuse(
            "A line is corrected by one of the same kind, or by a note that says it was written by mistake.",
        );
    }
    Ok(())
}

/// See the command table.
pub fn strike(app: &mut App, args: RegisterStrike, now: Now) -> Result<ChildList, Refusal> {
    let desk = app.desk()?;
    let child = Child::load(desk, args.id)?;
    if !child.file.struck.is_empty() {
        return Err(Refusal::not_now("This file is struck out already."));
    }
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is struck out; the file stays to be read.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        rows::strike(tx, args.id, &reason)?;
        let what = "A child’s file was struck out.";
        let event = match child.file.request {
            Some(request) => Event::of(request, "child-file-struck", what),
            None => Event::desk("child-file-struck", what),
        };
        Ok((
            (),
            event
                .facts(json!({ "child_file": args.id }))
                .detail("Why", reason.clone()),
        ))
    })?;
    listed(
        desk,
        &ChildQuery {
            search: String::new(),
            standing: String::new(),
        },
        now,
    )
}
