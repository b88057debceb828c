//! The officer's own closing days as rows.

use crate::api::wire::Refusal;
use chrono::NaiveDate;
use rusqlite::{Connection, Transaction, params};

/// A day or a span on which the house is closed. It never moves a legal date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    pub id: u32,
    pub name: String,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Again in every later year.
    pub yearly: bool,
}

/// All of them, by their first day.
pub fn all(conn: &Connection) -> Result<Vec<Closing>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name, first_day, last_day, yearly FROM closing_day ORDER BY first_day, id",
    )?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(Closing {
            id: r.get("id")?,
            name: r.get("name")?,
            first: super::request::day(r, "first_day")?,
            last: super::request::day(r, "last_day")?,
            yearly: r.get("yearly")?,
        });
    }
    Ok(all)
}

/// Adds one and gives its number.
pub fn add(tx: &Transaction, closing: &Closing, event: u32) -> Result<u32, Refusal> {
    tx.prepare_cached("INSERT INTO closing_day (name, first_day, last_day, yearly, event) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![
            closing.name,
            closing.first.to_string(),
            closing.last.to_string(),
            closing.yearly,
            event
        ])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more closing days than it can number"))
}

/// Takes one away; the log keeps that it was there.
pub fn remove(tx: &Transaction, id: u32) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM closing_day WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}
