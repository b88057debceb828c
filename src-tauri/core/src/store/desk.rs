//! The organisation and its officers as rows.

use crate::api::wire::{DeskProfile, OfficerName, Preferences, Refusal};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// Writes the organisation of a new desk.
pub fn create(tx: &Transaction, profile: &DeskProfile, at: &str, sample: bool) -> Result<(), Refusal> {
    tx.execute("INSERT INTO desk (id, profile, created_at, sample) VALUES (1, ?1, ?2, ?3)", params![json(profile)?, at, sample])?;
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Refusal> {
    serde_json::to_string(value).map_err(|e| Refusal::broken(&e.to_string()))
}

/// The organisation, and whether this is the sample desk.
pub fn profile(conn: &Connection) -> Result<(DeskProfile, bool), Refusal> {
    let (text, sample): (String, bool) =
        conn.prepare_cached("SELECT profile, sample FROM desk WHERE id = 1")?.query_row([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let profile = serde_json::from_str(&text).map_err(|e| Refusal::broken(&format!("the desk's own page cannot be read ({e})")))?;
    Ok((profile, sample))
}

/// Writes the organisation anew.
pub fn save_profile(tx: &Transaction, profile: &DeskProfile) -> Result<(), Refusal> {
    tx.execute("UPDATE desk SET profile = ?1 WHERE id = 1", [json(profile)?])?;
    Ok(())
}

/// Adds a named officer with the number of their key slot.
pub fn add_officer(tx: &Transaction, officer: &OfficerName, at: &str) -> Result<(), Refusal> {
    tx.execute("INSERT INTO officer (id, name, added_at) VALUES (?1, ?2, ?3)", params![officer.id, officer.name, at])?;
    Ok(())
}

/// The officers, oldest first.
pub fn officers(conn: &Connection) -> Result<Vec<OfficerName>, Refusal> {
    let mut statement = conn.prepare_cached("SELECT id, name FROM officer ORDER BY id")?;
    Ok(statement.query_map([], |r| Ok(OfficerName { id: r.get(0)?, name: r.get(1)? }))?.collect::<Result<_, _>>()?)
}

/// What the window remembers for an officer.
pub fn preferences(conn: &Connection, officer: u32) -> Result<Option<Preferences>, Refusal> {
    let text: Option<String> =
        conn.prepare_cached("SELECT preferences FROM officer WHERE id = ?1")?.query_row([officer], |r| r.get(0)).optional()?;
    // Preferences of another version are no reason to keep an officer out: they start afresh.
    Ok(text.and_then(|t| serde_json::from_str(&t).ok()))
}

/// Remembers it.
pub fn save_preferences(tx: &Transaction, officer: u32, preferences: &Preferences) -> Result<(), Refusal> {
    tx.execute("UPDATE officer SET preferences = ?2 WHERE id = ?1", params![officer, json(preferences)?])?;
    Ok(())
}
