//! The memo of the year end, kept in step with the facts: deriving a million requests anew for each look would take minutes.
//!
//! A memo only. What is out of step is never read but derived, and without the memo everything is.

use super::Asked;
use super::facts::add;
use crate::api::wire::Refusal;
use crate::desk::{App, Desk};
use crate::store;
use crate::summary::fact::Counted;
use crate::words::ReportKind;

/// As many requests are read and counted in one go.
const AT_ONCE: u32 = 10_000;

/// The desk, its memo brought in step where this report reads it.
pub fn desk(app: &mut App, report: ReportKind) -> Result<&mut Desk, Refusal> {
    let desk = app.desk()?;
    if matches!(report, ReportKind::Rights | ReportKind::Metrics) {
        // One that cannot be written is only a memo: what it lacks is derived.
        let _ = keep(desk);
    }
    Ok(desk)
}

/// What the lines were counted under: another rule, calendar, zone or program, and none of them is read again.
fn under(desk: &Desk) -> String {
    format!(
        "{} {} {} {}",
        env!("CARGO_PKG_VERSION"),
        desk.profile.calendar,
        desk.profile.time_zone,
        super::rules(desk),
    )
}

/// Counts what changed; everything where the rules did.
pub fn keep(desk: &mut Desk) -> Result<(), Refusal> {
    let rules = under(desk);
    if store::tally::rules(desk.store.read())?.as_ref() != Some(&rules) {
        desk.store.scratch(|tx| store::tally::begin(tx, &rules))?;
    }
    loop {
        let due = store::tally::due(desk.store.read(), AT_ONCE)?;
        if due.is_empty() {
            return Ok(());
        }
        let mut counted = Counted::default();
        for case in &store::request::load_these(desk.store.read(), &due)? {
            add(desk, &mut counted, case)?;
        }
        desk.store
            .scratch(|tx| store::tally::keep(tx, &due, &counted))?;
    }
}

/// What the memo says of a span, with what it lacks derived; nothing where there is no memo under these rules, or it cannot be read.
pub fn read(desk: &Desk, asked: &Asked) -> Result<Option<Counted>, Refusal> {
    let conn = desk.store.read();
    if store::tally::rules(conn)? != Some(under(desk)) {
        return Ok(None);
    }
    let due = store::tally::due(conn, u32::MAX)?;
    let without = due.iter().copied().collect();
    let Ok(mut counted) = store::tally::read(conn, asked.first, asked.last, &without) else {
        return Ok(None);
    };
    if due.is_empty() {
        return Ok(Some(counted));
    }
    for some in due.chunks(AT_ONCE as usize) {
        for case in &store::request::load_these(conn, some)? {
            if asked.holds(case.received_on) {
                add(desk, &mut counted, case)?;
            }
        }
    }
    counted.lines.sort_by_key(|(line, _)| line.request);
    Ok(Some(counted))
}

#[cfg(test)]
mod tests;
