//! What was done with data, as rows.

use crate::api::wire::{HandlingIn, Refusal};
use chrono::NaiveDate;
use rusqlite::{Connection, Transaction, params};

/// One entry of the register.
#[derive(Debug, Clone)]
pub struct Handling {
    pub id: u32,
    pub day: NaiveDate,
    pub entry: HandlingIn,
    /// Why it was struck out; empty while it stands.
    pub struck: String,
    pub reference: String,
    pub entered_by: String,
    pub entered_at: String,
}

fn bad(e: serde_json::Error) -> Refusal {
    Refusal::broken(&format!("an entry of the register cannot be read ({e})"))
}

/// Every entry, newest day first.
pub fn all(conn: &Connection) -> Result<Vec<Handling>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/handlings.sql"))?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let entry: String = r.get("entry")?;
        let reference: Option<String> = r.get("reference")?;
        all.push(Handling {
            id: r.get("id")?,
            day: super::request::day(r, "day")?,
            entry: serde_json::from_str(&entry).map_err(bad)?,
            struck: r.get("struck")?,
            reference: reference.unwrap_or_default(),
            entered_by: r.get("entered_by")?,
            entered_at: r.get("entered_at")?,
        });
    }
    Ok(all)
}

/// Enters one and gives its number.
pub fn add(
    tx: &Transaction,
    day: NaiveDate,
    entry: &HandlingIn,
    event: u32,
) -> Result<u32, Refusal> {
    tx.prepare_cached("INSERT INTO handling (day, entry, request, event) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            day.to_string(),
            serde_json::to_string(entry).map_err(bad)?,
            entry.request,
            event
        ])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the register holds more entries than it can number"))
}

/// Strikes one out; it stays to be read.
pub fn strike(tx: &Transaction, id: u32, why: &str) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE handling SET struck = ?2 WHERE id = ?1")?
        .execute(params![id, why])?;
    Ok(())
}

/// Our own categories by their bits.
pub fn own_categories(conn: &Connection) -> Result<Vec<(u32, String)>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT number, name FROM own_category ORDER BY number")?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds one at its bit.
pub fn add_own_category(tx: &Transaction, bit: u32, name: &str, event: u32) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO own_category (number, name, event) VALUES (?1, ?2, ?3)")?
        .execute(params![bit, name, event])?;
    Ok(())
}
