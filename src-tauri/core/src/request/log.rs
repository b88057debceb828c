//! Logging a request: one transaction, one event, a reference.

use super::{board::Board, particulars, preview, same, which_laws};
use crate::api::wire::{DraftIn, Logged, Refusal};
use crate::desk::App;
use crate::store::{self, Event};
use crate::time::{Now, short};
use chrono::Datelike;
use serde_json::json;

/// See the command table. The files of the half-typed request go with it, and the draft is gone.
pub fn log(app: &mut App, args: DraftIn, now: Now) -> Result<Logged, Refusal> {
    let desk = app.desk()?;
    let (mut case, problems) = preview::read(desk, &args.draft, now)?;
    if let Some(first) = problems.into_iter().next() {
        return Err(Refusal::field(&first.field, first.message));
    }
    let files = store::file::of(desk.store.read(), None)?;
    let year = case.received_on.year();
    let keys = same::keys(&case.requester);
    let officer = desk.officer.clone();
    let rights: Vec<_> = case
        .claims
        .iter()
        .map(|c| json!({ "right": c.right, "laws": c.laws }))
        .collect();
    let asked = case
        .claims
        .iter()
        .map(|c| super::board::right_name(desk, &case, c.right, c.laws.first()))
        .collect::<Vec<_>>()
        .join(", ");
    let otherwise = which_laws::chosen_otherwise(desk, &case);
    let (id, reference) = desk.store.transact(officer.id, now, |tx, _| {
        let number = store::request::next_number(tx, year)?;
        case.reference = format!("{year}-{number:04}");
        let id = store::request::insert(tx, &case, year, number, &keys)?;
        store::file::adopt(tx, id)?;
        store::draft::discard(tx)?;
        let mut facts = json!({
                "reference": case.reference, "received_at": case.received_at, "received_on": case.received_on.to_string(),
                "channel": case.channel, "capacity": case.capacity, "claims": rights,
                "files": files.iter().map(|f| &f.sha256).collect::<Vec<_>>(),
        });
        if let Some((otherwise, _)) = &otherwise {
            facts["chosen_otherwise"] = otherwise.clone();
        }
        let mut event = Event::of(id, "request-logged", format!("{} logged the request.", officer.name))
            .facts(facts)
            .detail("Received", format!("{}, by {}", short(case.received_on), case.channel.id().replace('-', " ")))
            .detail("From", case.requester.name.clone())
            .detail("Asks for", asked);
        for (label, said, value) in [
            ("Age", case.age.is_some(), particulars::years(case.age)),
            ("Kinds of data", !case.data_kinds.is_empty(), particulars::kinds(&case.data_kinds)),
            ("Arrived at", case.arrived_at.is_some(), particulars::arrival(case.arrived_at)),
            ("Asks about", !case.questions.is_empty(), particulars::questions(&case.questions)),
            ("Dated", case.dated_on.is_some(), particulars::dated(case.dated_on)),
        ] {
            if said {
                event = event.detail(label, value);
            }
        }
        for line in otherwise.iter().flat_map(|(_, lines)| lines) {
            event = event.detail("Laws chosen otherwise", line.clone());
        }
        for file in &files {
            event = event.detail("File", file.name.clone());
        }
        Ok(((id, case.reference.clone()), event))
    })?;
    Board::refresh(desk, id, now)?;
    desk.board.in_register += 1;
    Ok(Logged { id, reference })
}
