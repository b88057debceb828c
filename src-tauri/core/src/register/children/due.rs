//! The dates of a child’s file that somebody must keep: consents that do not come, proofs to delete, the age.

use super::data::Regime;
use super::dates::{dates, missing};
use super::file::Child;
use super::state::State;
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::register::due::Open;
use crate::time::{self, Now, short};
use crate::words::{Register, Right};
use chrono::NaiveDate;

/// The dates of a file; none once it is struck out.
pub fn due(desk: &Desk, id: u32, now: Now) -> Result<Vec<Open>, Refusal> {
    let child = Child::load(desk, id)?;
    if !child.file.struck.is_empty() {
        return Ok(Vec::new());
    }
    let today = now.today(desk.zone);
    let state = State::on(&child, today, None)?;
    let title = child.title();
    let law = match child.regime() {
        Regime::Coppa => "us-coppa",
        Regime::Europe => "",
    };
    let waits = missing(desk, &child, &state)?.map(|one| one.by);
    let mut all: Vec<Open> = dates(desk, &child, &state, today)?
        .into_iter()
        .filter_map(|date| {
            let on = time::day(&date.by)?;
            let consent = waits == Some(on);
            Some(Open {
                law: law.to_owned(),
                // A consent that a request waits for has its date there.
                same_as: child
                    .file
                    .request
                    .filter(|_| consent && state.found_on.is_none())
                    .map(|request| (request, Right::ChildConsent)),
                ..Open::of(Register::Children, id, title.clone(), on).saying(date)
            })
        })
        .collect();
    all.extend(age(&child, &state, today).map(|open| Open { title, ..open }));
    Ok(all)
}

/// The day the child may reach the age, and once that has passed the day by which it surely has.
///
/// Nothing is late between the two: the day of birth is not known, and not asked.
fn age(child: &Child, state: &State, today: NaiveDate) -> Option<Open> {
    if state.reached_on.is_some() || state.contact_erased_on.is_some() {
        return None;
    }
    let (from, surely) = child.of_age()?;
    let note = child.age.note();
    let age = child.age.age;
    let (on, what) = if today <= from && from < surely {
        (
            from,
            format!(
                "The child may reach {age} from this day on: find out, without asking for the day of birth."
            ),
        )
    } else {
        (
            surely,
            format!(
                "The child is {age} on this day at the latest: record it, and ask the child itself for what is new."
            ),
        )
    };
    let body = &child.file.body;
    let known = match (body.born.as_str(), body.age) {
        ("", Some(years)) => format!(
            "The child was {years} when the file was opened on {}.",
            time::day(&body.opened_on).map(short).unwrap_or_default()
        ),
        (born, _) => format!("The child was born in {born}."),
    };
    Some(Open {
        what,
        why: vec![
            known,
            format!(
                "It may be {age} from {} on, and surely is on {}.",
                short(from),
                short(surely)
            ),
            note.message,
        ],
        cite: note.cite,
        caution: note.caution,
        ..Open::of(Register::Children, child.file.id, "", on)
    })
}
