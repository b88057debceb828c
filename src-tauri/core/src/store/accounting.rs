//! What was disclosed of one person, as rows.

use super::request::Keys;
use crate::api::wire::{HandlingIn, Refusal};
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// One disclosure that names the person.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: u32,
    pub day: NaiveDate,
    pub entry: HandlingIn,
    /// The mail address is the same.
    pub by_mail: bool,
    /// The name is the same and the mail address is another.
    pub other_mail: bool,
}

/// Every disclosure that names somebody, oldest first.
pub fn of_person(conn: &Connection, keys: &Keys) -> Result<Vec<Named>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/disclosed_of_person.sql"))?;
    let mut rows = statement.query(params![keys.person, keys.email])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let entry: String = r.get("entry")?;
        all.push(Named {
            id: r.get("id")?,
            day: super::request::day(r, "day")?,
            entry: super::handling::entry(&entry)?,
            by_mail: r.get("by_mail")?,
            other_mail: r.get("other_mail")?,
        });
    }
    Ok(all)
}
