//! What stands behind a figure, as lines that lead to its file.

use crate::api::wire::{BehindRow, Refusal, ReportBehind};
use crate::desk::Desk;
use crate::store;
use crate::summary::report::Thing;
use crate::words::BehindKind;
use std::collections::HashMap;

/// As many as anybody reads; the register's own list has them all.
const SHOWN: usize = 1000;

/// The first of them with their names and days.
pub fn rows(desk: &Desk, things: &[&Thing]) -> Result<ReportBehind, Refusal> {
    let shown: Vec<&&Thing> = things.iter().take(SHOWN).collect();
    let requests = requests(desk, &shown)?;
    let rows = shown
        .iter()
        .map(|thing| match thing.kind {
            BehindKind::Request => {
                let (title, day) = requests.get(&thing.id).cloned().unwrap_or_default();
                BehindRow {
                    kind: thing.kind,
                    id: thing.id,
                    title,
                    text: thing.text.clone(),
                    day,
                }
            }
            kind => BehindRow {
                kind,
                id: thing.id,
                title: String::new(),
                text: thing.text.clone(),
                day: String::new(),
            },
        })
        .collect();
    Ok(ReportBehind {
        rows,
        all: u32::try_from(things.len()).unwrap_or(u32::MAX),
    })
}

/// Reference and day of receipt by number.
fn requests(desk: &Desk, things: &[&&Thing]) -> Result<HashMap<u32, (String, String)>, Refusal> {
    let ids: Vec<u32> = things
        .iter()
        .filter(|thing| thing.kind == BehindKind::Request)
        .map(|thing| thing.id)
        .collect();
    Ok(store::request::load_these(desk.store.read(), &ids)?
        .into_iter()
        .map(|case| (case.id, (case.reference, case.received_on.to_string())))
        .collect())
}
