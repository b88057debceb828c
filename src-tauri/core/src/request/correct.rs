//! Correcting what was logged. The log keeps what stood before; open dates follow.

use super::preview::{received, trimmed};
use super::steps::after;
use super::{clock, deadlines, particulars, same};
use crate::api::wire::{CorrectIn, Refusal, RequestView};
use crate::desk::App;
use crate::register::suppression::decided;
use crate::store::{self, Event};
use crate::time::{Now, civil_day, short, stamp};
use serde_json::json;

/// See the command table.
pub fn correct(app: &mut App, args: CorrectIn, now: Now) -> Result<RequestView, Refusal> {
    let desk = app.desk()?;
    let mut case = store::request::load(desk.store.read(), args.request)?;
    case.still_here()?;
    if args.reason.trim().is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is corrected; the log keeps both.",
        ));
    }
    let before = case.clone();
    let today = now.today(desk.zone);
    let lead = |case: &super::case::Case,
                desk: &crate::desk::Desk|
     -> Result<Option<chrono::NaiveDate>, Refusal> {
        let clocks = clock::clocks(desk.here(), case)?;
        Ok(deadlines::leading(case, &clocks, today).map(|(_, due)| due.on))
    };
    let due_before = lead(&case, desk)?;
    if let Some(text) = &args.received {
        let instant = received(desk, text, now).map_err(|why| Refusal::field("received", why))?;
        case.received_at = stamp(instant);
        case.received_on = civil_day(instant, desk.zone);
        if let Some(m) = case.milestones.iter().find(|m| m.day < case.received_on) {
            return Err(Refusal::field(
                "received",
                format!(
                    "A step of {} would then stand before the receipt. Look at the log first.",
                    short(m.day)
                ),
            ));
        }
    }
    if let Some(person) = &args.requester {
        if person.name.trim().is_empty() && person.email.trim().is_empty() {
            return Err(Refusal::field(
                "requester.name",
                "Write a name or an e-mail address; the answer must reach somebody.",
            ));
        }
        case.requester = trimmed(person);
    }
    if let Some(residence) = &args.residence {
        case.residence = residence.trim().to_lowercase();
    }
    if let Some(said) = &args.particulars
        && let Some((field, why)) = particulars::take(&mut case, said).into_iter().next()
    {
        return Err(Refusal::field(field, why));
    }
    if let Some(why) = particulars::dated_late(&case) {
        return Err(Refusal::field("particulars.dated_on", why));
    }
    let due_after = lead(&case, desk)?;
    let keys = same::keys(&case.requester);
    let officer = desk.officer.clone();
    let list = decided::following(desk, &case)?;
    desk.store.transact(officer.id, now, |tx, seq| {
        store::request::correct(tx, &case, &keys)?;
        list.write(tx, seq, today)?;
        let changed = |label: &str, was: String, is: String| (was != is).then(|| (label.to_owned(), format!("{was} → {is}")));
        let date = |d: Option<chrono::NaiveDate>| d.map_or_else(|| "none".into(), short);
        let mut event = Event::of(case.id, "request-corrected", "What was logged is corrected.")
            .facts(json!({ "received_on": case.received_on.to_string(), "due_before": due_before.map(|d| d.to_string()), "due_after": due_after.map(|d| d.to_string()) }))
            .detail("Why", args.reason.trim());
        event.details.extend(
            [
                changed("Received", short(before.received_on), short(case.received_on)),
                changed("Name", before.requester.name.clone(), case.requester.name.clone()),
                changed("Mail", before.requester.email.clone(), case.requester.email.clone()),
                changed("Address", before.requester.address.join(", "), case.requester.address.join(", ")),
                changed("Residence", before.residence.clone(), case.residence.clone()),
                changed("Age", particulars::years(before.age), particulars::years(case.age)),
                changed("Kinds of data", particulars::kinds(&before.data_kinds), particulars::kinds(&case.data_kinds)),
                changed("Arrived at", particulars::arrival(before.arrived_at), particulars::arrival(case.arrived_at)),
                changed("Asks about", particulars::questions(&before.questions), particulars::questions(&case.questions)),
                changed("Dated", particulars::dated(before.dated_on), particulars::dated(case.dated_on)),
                changed("Next date", date(due_before), date(due_after)),
            ]
            .into_iter()
            .flatten(),
        );
        Ok(((), list.told(event)))
    })?;
    after(desk, args.request, now)
}
