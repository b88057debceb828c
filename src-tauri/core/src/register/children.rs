//! Children and their parents, 16 CFR 312 and GDPR Art. 8.
//!
//! A file says what a child is to use and what is to be collected; its lines say what happened. Who it is stands apart.
//! What may be done is derived from the lines each time it is asked for.

mod against;
mod data;
mod dates;
mod due;
mod file;
mod guard;
mod letter;
mod link;
mod open;
pub mod passed;
mod say;
mod standing;
mod state;
mod step;

pub use against::against;
pub use due::due;
pub use letter::{Told, contact_notice_to_write, fields, lapsed, notice_to_write};
pub use link::{consented, linked, note_asked, note_decided};
pub use open::{change, open};
pub use step::{step, strike};

use crate::api::wire::{
    ChildList, ChildQuery, ChildRules, ChildView, FileNumber, Nothing, Refusal,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::request::same;
use crate::time::Now;
use file::Child;

/// See the command table.
pub fn rules(_: &mut App, _: Nothing, _: Now) -> Result<ChildRules, Refusal> {
    Ok(data::rules()?.shown())
}

/// See the command table.
pub fn list(app: &mut App, args: ChildQuery, now: Now) -> Result<ChildList, Refusal> {
    listed(app.desk()?, &args, now)
}

/// Those with something to do first: the earliest date leads, files struck out come last.
fn listed(desk: &Desk, query: &ChildQuery, now: Now) -> Result<ChildList, Refusal> {
    let today = now.today(desk.zone);
    let wanted = same::plain(query.search.trim());
    let mut children = Vec::new();
    for child in Child::all(desk)? {
        let found = |text: &str| same::plain(text).contains(&wanted);
        let parent = child.parent();
        if !(found(&child.name())
            || found(&parent.name)
            || found(&parent.email)
            || found(&child.file.body.service)
            || found(&child.file.reference))
        {
            continue;
        }
        let row = say::row(desk, &child, today)?;
        if query.standing.is_empty() || query.standing == link::word(&row.standing) {
            children.push(row);
        }
    }
    children.sort_by_key(|row| {
        (
            !row.struck.is_empty(),
            row.next_step.is_empty() && row.date.is_none(),
            row.date.as_ref().map_or(i32::MAX, |date| date.days),
            std::cmp::Reverse(row.id),
        )
    });
    Ok(ChildList {
        children,
        today: today.to_string(),
    })
}

/// See the command table.
pub fn show(app: &mut App, args: FileNumber, now: Now) -> Result<ChildView, Refusal> {
    shown(app.desk()?, args.id, now)
}

fn shown(desk: &Desk, id: u32, now: Now) -> Result<ChildView, Refusal> {
    say::view(desk, &Child::load(desk, id)?, now.today(desk.zone))
}

/// What a file is called where it is pointed to, and the day it was opened.
pub fn titled(desk: &Desk, id: u32) -> Result<(String, String), Refusal> {
    let child = Child::load(desk, id)?;
    Ok((child.title(), child.file.body.opened_on))
}

/// The numbers of the files that belong to a request and stand.
pub fn files(desk: &Desk, case: &Case) -> Result<Vec<u32>, Refusal> {
    Ok(link::files(desk, case)?
        .into_iter()
        .filter(|one| one.file.struck.is_empty())
        .map(|one| one.file.id)
        .collect())
}

/// The file of the child a request is about, and whether its requester was shown to be the parent.
pub fn parent_shown(desk: &Desk, case: &Case) -> Result<Option<(u32, bool)>, Refusal> {
    let Some(child) = link::file_of(desk, case)? else {
        return Ok(None);
    };
    let today = link::newest_day(desk, case, &child);
    let state = state::State::on(&child, today, None)?;
    Ok(Some((child.file.id, state.parent_shown())))
}

#[cfg(test)]
mod tests;
