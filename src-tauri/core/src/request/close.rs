//! Closing an answered request, and opening it again.

use super::case::Milestone;
use super::offers::{No, offer};
use super::steps::after;
use crate::api::wire::{CloseIn, Refusal, ReopenIn, RequestView, StepName};
use crate::desk::App;
use crate::store::{self, Event};
use crate::time::Now;
use crate::words::ClockFact;
use serde_json::json;

/// See the command table. An answer given by other means than a letter of ours is recorded with the closing, in words.
pub fn close(app: &mut App, args: CloseIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    let today = now.today(desk.zone).max(case.received_on);
    offer(desk, &case, StepName::Close, today)?.map_err(No::refuse)?;
    let note = args.note.trim().to_owned();
    let unanswered = case.owes_answer();
    if unanswered && note.is_empty() {
        return Err(Refusal::field(
            "note",
            "No letter of ours answered it. Write how and when the person was told.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        if unanswered {
            store::request::add_milestone(
                tx,
                case.id,
                &Milestone::of(ClockFact::Answered, today),
                seq,
            )?;
        }
        store::request::set_closed(tx, case.id, Some(today))?;
        let event = Event::of(case.id, "request-closed", "Closed.")
            .facts(json!({ "on": today.to_string(), "answered_with_it": unanswered }))
            .detail("Note", note);
        Ok(((), event))
    })?;
    after(desk, args.request, now)
}

/// See the command table.
pub fn reopen(app: &mut App, args: ReopenIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let case = store::request::load(desk.store.read(), args.request)?;
    offer(desk, &case, StepName::Reopen, now.today(desk.zone))?.map_err(No::refuse)?;
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is opened again; the log keeps it.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::request::set_closed(tx, case.id, None)?;
        Ok((
            (),
            Event::of(case.id, "request-reopened", "Opened again.").detail("Why", reason),
        ))
    })?;
    after(desk, args.request, now)
}
