//! What was seen of somebody's authority to act for another, as rows.

use super::request::word;
use crate::api::wire::{AuthoritySeen, Refusal};
use crate::words::AuthorityKind;
use rusqlite::{Connection, Transaction, params};

/// What was seen for a request, in the order it was written.
pub fn of(conn: &Connection, request: u32) -> Result<Vec<AuthoritySeen>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/authority_of.sql"))?;
    let mut rows = statement.query([request])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let kind: String = r.get("kind")?;
        all.push(AuthoritySeen {
            id: r.get("id")?,
            kind: word(AuthorityKind::from_id(&kind), &kind)?,
            on: r.get("day")?,
            what: r.get("what")?,
            by: r.get("by")?,
        });
    }
    Ok(all)
}

/// Writes down what was seen.
pub fn add(
    tx: &Transaction,
    request: u32,
    kind: AuthorityKind,
    day: &str,
    what: &str,
    event: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached(
        "INSERT INTO authority (request, kind, day, what, event) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![request, kind.id(), day, what, event])?;
    Ok(())
}
