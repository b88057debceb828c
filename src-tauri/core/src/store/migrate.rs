//! The ladder of migrations. `PRAGMA user_version` counts the rungs climbed.

use crate::api::wire::{Code, Refusal};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// In order, never edited once released.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../../migrations/0001_desk.sql"),
    include_str!("../../../../migrations/0002_calendar.sql"),
    include_str!("../../../../migrations/0003_what_decides_the_law.sql"),
    include_str!("../../../../migrations/0004_promises.sql"),
    include_str!("../../../../migrations/0005_registers.sql"),
    include_str!("../../../../migrations/0006_letters.sql"),
    include_str!("../../../../migrations/0007_post.sql"),
    include_str!("../../../../migrations/0008_letterhead.sql"),
    include_str!("../../../../migrations/0009_wording.sql"),
    include_str!("../../../../migrations/0010_enclosures.sql"),
    include_str!("../../../../migrations/0011_year_end.sql"),
    include_str!("../../../../migrations/0012_tally.sql"),
    include_str!("../../../../migrations/0013_decided.sql"),
];

/// Brings a desk up to date, one transaction a rung. `desk` is given for one that existed before: it is copied beside itself first.
pub fn to_newest(conn: &mut Connection, desk: Option<&Path>) -> Result<(), Refusal> {
    climb(conn, desk, MIGRATIONS)
}

fn climb(conn: &mut Connection, desk: Option<&Path>, ladder: &[&str]) -> Result<(), Refusal> {
    let at: usize = conn.pragma_query_value(None, "user_version", |r| r.get::<_, u32>(0))? as usize;
    if at > ladder.len() {
        return Err(Refusal::coded(
            Code::NewerDesk,
            "This desk was last used with a newer Rightsdesk. Install that version; this one would not understand all of it, and has not touched it.",
        ));
    }
    if at == ladder.len() {
        return Ok(());
    }
    // SQLite takes an empty file for an empty database: without this, a desk that lost everything would become a new one.
    if at == 0 && desk.is_some() {
        return Err(Refusal::coded(
            Code::Damaged,
            "The desk file is empty or not a desk. It was not changed; open your last backup, and keep this file for whoever mends it.",
        ));
    }
    if let Some(desk) = desk {
        copy_before(conn, desk, at)?;
    }
    for (rung, sql) in ladder.iter().enumerate().skip(at) {
        let tx = conn.transaction()?;
        tx.execute_batch(sql)?;
        tx.pragma_update(
            None,
            "user_version",
            i64::try_from(rung + 1).unwrap_or(i64::MAX),
        )?;
        tx.commit()?;
    }
    Ok(())
}

/// The copy keeps its keys beside it, so that it opens like any desk.
fn copy_before(conn: &Connection, desk: &Path, at: usize) -> Result<(), Refusal> {
    let mut name = desk.as_os_str().to_owned();
    name.push(format!(".before-{}", at + 1));
    let copy = PathBuf::from(name);
    if copy.exists() {
        // A former try was cut off after the copy: that copy is as good as a new one.
        return Ok(());
    }
    super::open::copy(conn, &copy)?;
    let keys = crate::vault::key_path(desk);
    if keys.exists() {
        std::fs::copy(keys, crate::vault::key_path(&copy))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
