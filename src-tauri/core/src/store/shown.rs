//! What was last shown: a memo to compare with, never the source of a date.

use crate::api::wire::Refusal;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// One open request: its own last event, and what the memo says of it.
pub struct Shown {
    pub request: u32,
    pub last: u32,
    /// The event after which it was noted, and the dates noted.
    pub noted: Option<(u32, String)>,
}

/// The rules under which the dates were last shown, as they were written.
pub fn rules(conn: &Connection) -> Result<Option<String>, Refusal> {
    Ok(conn
        .prepare_cached("SELECT rules FROM shown_rules WHERE id = 1")?
        .query_row([], |r| r.get(0))
        .optional()?)
}

/// Notes the rules of today.
pub fn note_rules(tx: &Transaction, rules: &str) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO shown_rules (id, rules) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET rules = excluded.rules")?
        .execute([rules])?;
    Ok(())
}

/// Every open request with its memo.
pub fn open(conn: &Connection) -> Result<Vec<Shown>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/shown_open.sql"))?;
    let rows = statement.query_map([], |r| {
        let seq: Option<u32> = r.get("seq")?;
        Ok(Shown {
            request: r.get("id")?,
            last: r.get("last")?,
            noted: seq.zip(r.get("dates")?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The last event of a request's own.
pub fn last_event(conn: &Connection, request: u32) -> Result<u32, Refusal> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM event WHERE request = ?1")?
        .query_row([request], |r| r.get(0))?)
}

/// Notes the dates of one request.
pub fn note(tx: &Transaction, request: u32, seq: u32, dates: &str) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO shown_dates (request, seq, dates) VALUES (?1, ?2, ?3) ON CONFLICT (request) DO UPDATE SET seq = excluded.seq, dates = excluded.dates")?
        .execute(params![request, seq, dates])?;
    Ok(())
}

/// A closed request has no dates to be shown.
pub fn forget(tx: &Transaction, request: u32) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM shown_dates WHERE request = ?1")?
        .execute([request])?;
    Ok(())
}

/// Lets an event of the desk show in the log of a request it touched.
pub fn link(tx: &Transaction, seq: u32, request: u32) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO event_request (request, seq) VALUES (?1, ?2)")?
        .execute(params![request, seq])?;
    Ok(())
}

/// An event of the desk with its facts.
pub struct Told {
    pub seq: u32,
    pub at: String,
    pub facts: String,
}

/// The newest event that says the rules changed, since this officer sits at the desk.
pub fn newest_change(conn: &Connection, officer: u32) -> Result<Option<Told>, Refusal> {
    Ok(conn
        .prepare_cached(include_str!("sql/shown_change.sql"))?
        .query_row([officer], told)
        .optional()?)
}

fn told(r: &rusqlite::Row) -> rusqlite::Result<Told> {
    Ok(Told {
        seq: r.get("seq")?,
        at: r.get("at")?,
        facts: r.get("facts")?,
    })
}
