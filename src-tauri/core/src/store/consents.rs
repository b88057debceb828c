//! What only the register of consents asks of the rows.

use super::request::Keys;
use crate::api::wire::Refusal;
use crate::words::Register;
use rusqlite::{Connection, params};
use std::collections::HashMap;

/// The files in which somebody of this name or mail address is the person.
pub fn of_person(conn: &Connection, keys: &Keys) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/consents_of_person.sql"))?;
    let rows = statement.query_map(
        params![Register::Consents.id(), keys.person, keys.email],
        |r| r.get(0),
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Entries of the register of disclosures that name somebody of this name or mail address.
pub fn entries_of_person(conn: &Connection, keys: &Keys) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT handling FROM handling_person WHERE name_key = ?1 AND ?1 <> '' OR email_key = ?2 AND ?2 <> '' ORDER BY handling",
    )?;
    let rows = statement.query_map(params![keys.person, keys.email], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many standing entries of the register of disclosures rest on each consent.
pub fn uses(conn: &Connection) -> Result<HashMap<u32, u32>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/consents_used.sql"))?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
