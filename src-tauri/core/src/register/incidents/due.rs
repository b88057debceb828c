//! What is still to be done for an incident, and by when.

use super::{dates, file, reminders};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::register::due::Open;
use crate::time::{self, Now};
use crate::words::Register;

/// The dates of an incident that are not met; none once it is closed or struck out.
pub fn due(desk: &Desk, id: u32, now: Now) -> Result<Vec<Open>, Refusal> {
    let one = file::load(desk, id)?;
    if !one.struck.is_empty() || one.closed_on().is_some() {
        return Ok(Vec::new());
    }
    let mut all = dates::timed(desk, &one, now)?;
    all.extend(reminders::ending(desk, &one, now.today(desk.zone))?);
    Ok(all
        .into_iter()
        .filter(|timed| timed.date.met_on.is_none())
        .filter_map(|timed| {
            let on = time::day(&timed.date.by)?;
            Some(Open {
                what: timed.what,
                at: timed.at,
                law: timed.law,
                if_late: timed.late,
                ..Open::of(Register::Incidents, id, one.about.title.clone(), on).saying(timed.date)
            })
        })
        .collect())
}
