//! Which files of the registers can have a date to keep, and which were changed since somebody last looked.

use crate::api::wire::{HandlingIn, Refusal};
use crate::words::Register;
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// Stands among the touched files for the disclosures to courts and authorities.
pub const PROCESSES: u32 = 0;

/// Begins to note which files change, whoever changes them; a change that is rolled back is not noted.
pub(super) fn watch(conn: &Connection) -> Result<(), Refusal> {
    Ok(conn.execute_batch(include_str!("sql/register_touched.sql"))?)
}

/// The files changed since this was last asked.
pub fn touched(conn: &Connection) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached("SELECT file FROM temp.touched ORDER BY file")?;
    let rows = statement.query_map([], |r| r.get(0))?;
    let all: Vec<u32> = rows.collect::<Result<_, _>>()?;
    if !all.is_empty() {
        conn.prepare_cached("DELETE FROM temp.touched")?
            .execute([])?;
    }
    Ok(all)
}

/// The files that can have a date, or the one of this number if it can.
pub fn open(conn: &Connection, only: Option<u32>) -> Result<Vec<(u32, Register)>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_open.sql"))?;
    let mut rows = statement.query(params![only])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let register: String = r.get(1)?;
        if let Some(register) = Register::from_id(&register) {
            all.push((r.get(0)?, register));
        }
    }
    Ok(all)
}

/// Disclosures to courts and authorities since a day of which those concerned were not told, as they were entered.
pub fn untold(
    conn: &Connection,
    since: NaiveDate,
) -> Result<Vec<(u32, NaiveDate, HandlingIn)>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/process_untold.sql"))?;
    let mut rows = statement.query([since.to_string()])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let entry: String = r.get("entry")?;
        all.push((
            r.get("id")?,
            super::request::day(r, "day")?,
            super::handling::entry(&entry)?,
        ));
    }
    Ok(all)
}
