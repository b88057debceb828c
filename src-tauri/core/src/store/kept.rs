//! Letters and files must be, byte for byte, what the log says was kept: none changed, none gone, none slipped in.

use crate::api::wire::Refusal;
use crate::vault::sha256;
use rusqlite::{Connection, OptionalExtension};

/// An entry that does not fit, and why.
type Misfit = (u32, String);

/// Compares what is kept with what the log says. `last` is the newest entry of a chain that holds.
pub fn compare(conn: &Connection, last: u32) -> Result<Option<Misfit>, Refusal> {
    if let Some(found) = gone_entry(conn, last)? {
        return Ok(Some(found));
    }
    if let Some(found) = letters(conn)? {
        return Ok(Some(found));
    }
    files(conn, last)
}

/// A chain cut off at its end still holds, link by link; but what its last entries did is still there and points at them.
fn gone_entry(conn: &Connection, last: u32) -> Result<Option<Misfit>, Refusal> {
    let pointed: Option<u32> =
        conn.query_row(include_str!("sql/kept_pointed.sql"), [last], |r| r.get(0))?;
    Ok(pointed.map(|seq| {
        (
            seq,
            "it is gone, though a letter or a date in the desk came with it".into(),
        )
    }))
}

fn letters(conn: &Connection) -> Result<Option<Misfit>, Refusal> {
    let mut statement = conn.prepare(include_str!("sql/kept_letters.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let (event, said): (u32, Option<String>) = (r.get(0)?, r.get(1)?);
        let kept: Option<(String, Vec<u8>)> = r.get::<_, Option<String>>(2)?.zip(r.get(3)?);
        let problem = match kept {
            None => "the letter that left with it is gone",
            Some(_) if said.is_none() => "a letter is kept with it that never left",
            Some((stored, pdf)) if Some(&stored) != said.as_ref() || sha256(&pdf) != stored => {
                "the letter kept with it is not the one that left"
            }
            Some(_) => continue,
        };
        return Ok(Some((event, problem.into())));
    }
    Ok(None)
}

fn files(conn: &Connection, last: u32) -> Result<Option<Misfit>, Refusal> {
    let gone: Option<u32> = conn
        .query_row(include_str!("sql/kept_files_gone.sql"), [], |r| r.get(0))
        .optional()?;
    if let Some(event) = gone {
        return Ok(Some((event, "a file that came with it is gone".into())));
    }
    let mut statement = conn.prepare(include_str!("sql/kept_files.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let (stored, event): (String, Option<u32>) = (r.get(0)?, r.get(1)?);
        let bytes: Vec<u8> = r.get(2)?;
        let problem = match event {
            None => "no entry up to here speaks of a file that is kept",
            Some(_) if sha256(&bytes) != stored => "a file kept with it is not the one that came",
            Some(_) => continue,
        };
        return Ok(Some((event.unwrap_or(last), problem.into())));
    }
    Ok(None)
}
