//! What was disclosed under an authorisation, as rows.

use crate::api::wire::{HandlingIn, Refusal};
use chrono::NaiveDate;
use rusqlite::Connection;

/// One disclosure under an authorisation.
#[derive(Debug, Clone)]
pub struct Use {
    pub id: u32,
    pub day: NaiveDate,
    pub entry: HandlingIn,
}

/// What stands in the register under an authorisation, as it was entered; what was struck out or corrected does not.
pub fn uses(conn: &Connection, authorization: u32) -> Result<Vec<Use>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/authorization_uses.sql"))?;
    let mut rows = statement.query([authorization])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let entry: String = r.get("entry")?;
        all.push(Use {
            id: r.get("id")?,
            day: super::request::day(r, "day")?,
            entry: super::handling::entry(&entry)?,
        });
    }
    Ok(all)
}
