//! Logging a request: one transaction, one event, a reference.

use super::case::Case;
use super::{board::Board, particulars, preview, same, which_laws};
use crate::api::wire::{DraftIn, FileName, Logged, OfficerName, Refusal};
use crate::desk::{App, Desk};
use crate::register::children;
use crate::store::{self, Event, Transaction, request::Keys};
use crate::time::{Now, short};
use chrono::Datelike;
use serde_json::json;

/// See the command table. The files of the half-typed request go with it, and the draft is gone.
pub fn log(app: &mut App, args: DraftIn, now: Now) -> Result<Logged, Refusal> {
    let desk = app.desk()?;
    let (case, problems) = preview::read(desk, &args.draft, now)?;
    if let Some(first) = problems.into_iter().next() {
        return Err(Refusal::field(&first.field, first.message));
    }
    let files = store::file::of(desk.store.read(), None)?;
    let mut entry = Entry::of(desk, case, files)?;
    let officer = desk.officer.clone();
    let (id, reference) = desk.store.transact(officer.id, now, |tx, seq| {
        let (id, event) = entry.write(tx, seq)?;
        store::file::adopt(tx, id)?;
        store::draft::discard(tx)?;
        Ok(((id, entry.case.reference.clone()), event))
    })?;
    Board::refresh(desk, id, now)?;
    desk.board.in_register += 1;
    Ok(Logged { id, reference })
}

/// A request about to be written, with all that its event says.
pub struct Entry {
    pub case: Case,
    keys: Keys,
    officer: OfficerName,
    files: Vec<FileName>,
    asked: String,
    otherwise: Option<(serde_json::Value, Vec<String>)>,
    /// Files of the same parent and child, for a right that a parent has.
    children: Vec<u32>,
}

impl Entry {
    /// What the log will say of a request that was read and lacks nothing.
    pub fn of(desk: &Desk, case: Case, files: Vec<FileName>) -> Result<Self, Refusal> {
        let asked = case
            .claims
            .iter()
            .map(|c| super::board::right_name(desk, &case, c.right, c.laws.first()))
            .collect::<Vec<_>>()
            .join(", ");
        Ok(Self {
            keys: same::keys(&case.requester),
            officer: desk.officer.clone(),
            asked,
            otherwise: which_laws::chosen_otherwise(desk, &case),
            children: children::files(desk, &case)?,
            files,
            case,
        })
    }

    /// Gives the request its reference and writes it; the caller's transaction takes the event.
    pub fn write(&mut self, tx: &Transaction, seq: u32) -> Result<(u32, Event), Refusal> {
        let case = &mut self.case;
        let year = case.received_on.year();
        let number = store::request::next_number(tx, year)?;
        case.reference = format!("{year}-{number:04}");
        let id = store::request::insert(tx, case, year, number, &self.keys)?;
        children::note_asked(tx, &self.children, id, case, seq)?;
        let rights: Vec<_> = case
            .claims
            .iter()
            .map(|c| json!({ "right": c.right, "laws": c.laws }))
            .collect();
        let mut facts = json!({
            "reference": case.reference, "received_at": case.received_at, "received_on": case.received_on.to_string(),
            "channel": case.channel, "capacity": case.capacity, "claims": rights,
            "files": self.files.iter().map(|f| &f.sha256).collect::<Vec<_>>(),
        });
        if let Some((otherwise, _)) = &self.otherwise {
            facts["chosen_otherwise"] = otherwise.clone();
        }
        if !self.children.is_empty() {
            facts["children"] = json!(self.children);
        }
        let summary = format!("{} logged the request.", self.officer.name);
        let mut event = Event::of(id, "request-logged", summary)
            .facts(facts)
            .detail(
                "Received",
                format!(
                    "{}, by {}",
                    short(case.received_on),
                    case.channel.id().replace('-', " ")
                ),
            )
            .detail("From", case.requester.name.clone())
            .detail("Asks for", self.asked.clone());
        for (label, said, value) in [
            ("Age", case.age.is_some(), particulars::years(case.age)),
            (
                "Kinds of data",
                !case.data_kinds.is_empty(),
                particulars::kinds(&case.data_kinds),
            ),
            (
                "Arrived at",
                case.arrived_at.is_some(),
                particulars::arrival(case.arrived_at),
            ),
            (
                "Asks about",
                !case.questions.is_empty(),
                particulars::questions(&case.questions),
            ),
            (
                "Dated",
                case.dated_on.is_some(),
                particulars::dated(case.dated_on),
            ),
        ] {
            if said {
                event = event.detail(label, value);
            }
        }
        for line in self.otherwise.iter().flat_map(|(_, lines)| lines) {
            event = event.detail("Laws chosen otherwise", line.clone());
        }
        for file in &self.files {
            event = event.detail("File", file.name.clone());
        }
        Ok((id, event))
    }
}
