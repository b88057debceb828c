//! What went to others for their own marketing, as rows.

use crate::api::wire::Refusal;
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// So many entries with the same recipient and the same categories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// In the directory.
    pub recipient: Option<u32>,
    /// Where it does not stand in the directory.
    pub name: String,
    /// A bit for each.
    pub categories: i64,
    pub entries: u32,
}

/// Everything of a calendar year, grouped; struck and superseded entries left out.
pub fn given(conn: &Connection, year: i32) -> Result<Vec<Given>, Refusal> {
    let year = format!("{year:04}");
    let mut statement = conn.prepare_cached(include_str!("sql/shine_given.sql"))?;
    let rows = statement.query_map([&year], |r| {
        Ok(Given {
            recipient: r.get("recipient")?,
            name: String::new(),
            categories: r.get("categories")?,
            entries: r.get("entries")?,
        })
    })?;
    let mut all: Vec<Given> = rows.collect::<Result<_, _>>()?;
    if all.iter().all(|one| one.recipient.is_some()) {
        return Ok(all);
    }
    // Only where somebody is missing from the directory are the entries themselves read.
    all.retain(|one| one.recipient.is_some());
    let mut statement = conn.prepare_cached(include_str!("sql/shine_unlisted.sql"))?;
    let rows = statement.query_map([&year], |r| {
        Ok(Given {
            recipient: None,
            name: r.get::<_, Option<String>>("name")?.unwrap_or_default(),
            categories: r.get("categories")?,
            entries: r.get("entries")?,
        })
    })?;
    for one in rows {
        all.push(one?);
    }
    Ok(all)
}

/// What one of the directory got in a calendar year before a day, by category; struck and superseded entries left out.
pub fn given_before(
    conn: &Connection,
    year: i32,
    recipient: u32,
    day: NaiveDate,
) -> Result<Vec<Given>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/shine_before.sql"))?;
    let first = format!("{year:04}-01-01");
    let rows = statement.query_map(params![recipient, first, day.to_string()], |r| {
        Ok(Given {
            recipient: Some(recipient),
            name: String::new(),
            categories: r.get("categories")?,
            entries: r.get("entries")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
