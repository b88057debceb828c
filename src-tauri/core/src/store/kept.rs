//! Letters, policies and files must be, byte for byte, what the log says was kept: none changed, none gone, none slipped in.

use crate::api::wire::Refusal;
use crate::vault::sha256;
use rusqlite::{Connection, OptionalExtension, Row};

/// An entry that does not fit, and why.
type Misfit = (u32, String);

/// Compares what is kept with what the log says. `last` is the newest entry of a chain that holds.
pub fn compare(conn: &Connection, last: u32) -> Result<Option<Misfit>, Refusal> {
    if let Some(found) = gone_entry(conn, last)? {
        return Ok(Some(found));
    }
    for (sql, words) in [
        (include_str!("sql/kept_letters.sql"), LETTER),
        (include_str!("sql/kept_policies.sql"), POLICY),
        // Whoever keeps a letter of a register names it in the facts of its event, as `register_letters`.
        (include_str!("sql/kept_register_letters.sql"), LETTER),
        // What went along with a letter stands in the facts of its event, as `enclosures`.
        (include_str!("sql/kept_enclosures.sql"), ENCLOSURE),
    ] {
        if let Some(found) = with_their_entry(conn, sql, &words)? {
            return Ok(Some(found));
        }
    }
    if let Some(found) = reports(conn)? {
        return Ok(Some(found));
    }
    if let Some(found) = purged(conn)? {
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
            "it is gone, though something in the desk came with it".into(),
        )
    }))
}

/// What is said of a thing that is kept with the entry it came with.
struct Words {
    gone: &'static str,
    slipped_in: &'static str,
    changed: &'static str,
}

const LETTER: Words = Words {
    gone: "the letter that left with it is gone",
    slipped_in: "a letter is kept with it that never left",
    changed: "the letter kept with it is not the one that left",
};

const POLICY: Words = Words {
    gone: "the policy that was brought in with it is gone",
    slipped_in: "a policy is kept with it that was never brought in",
    changed: "the policy kept with it is not the one that was brought in",
};

const ENCLOSURE: Words = Words {
    gone: "a file that went along with its letter is gone",
    slipped_in: "a file is kept with its letter that never went along",
    changed: "a file kept with its letter is not the one that went along",
};

/// Each entry's hash against the bytes that are kept with it.
fn with_their_entry(
    conn: &Connection,
    sql: &str,
    words: &Words,
) -> Result<Option<Misfit>, Refusal> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let (event, said): (u32, Option<String>) = (r.get(0)?, r.get(1)?);
        // The log says that it went with its request; its hash still has to be the one that was written.
        if r.get::<_, bool>(4)? && said.is_some() && said == r.get(2)? && empty(r, 3)? {
            continue;
        }
        let kept: Option<(String, Vec<u8>)> = r.get::<_, Option<String>>(2)?.zip(r.get(3)?);
        let problem = match kept {
            None => words.gone,
            Some(_) if said.is_none() => words.slipped_in,
            Some((stored, bytes)) if Some(&stored) != said.as_ref() || sha256(&bytes) != stored => {
                words.changed
            }
            Some(_) => continue,
        };
        return Ok(Some((event, problem.into())));
    }
    Ok(None)
}

fn empty(r: &Row, column: usize) -> Result<bool, Refusal> {
    Ok(r.get_ref(column)?
        .as_blob_or_null()
        .map_err(|e| Refusal::broken(&e.to_string()))?
        .is_some_and(<[u8]>::is_empty))
}

/// Each report's figures, and who signed them off, against the entry of its issue.
fn reports(conn: &Connection) -> Result<Option<Misfit>, Refusal> {
    let mut statement = conn.prepare(include_str!("sql/kept_reports.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let (event, said): (u32, Option<String>) = (r.get(0)?, r.get(1)?);
        let body: Option<Vec<u8>> = r.get(3)?;
        let problem = match (said, body) {
            (_, None) => "the report that was issued with it is gone",
            (None, _) => "a report is kept with it that was never issued",
            (Some(said), Some(body)) => {
                let remark: String = r.get(5)?;
                let signed = r.get::<_, String>(4)?;
                let stored = [r.get::<_, String>(2)?, signed, sha256(remark.as_bytes())];
                let same = said == stored.join("\n") && sha256(&body) == stored[0];
                if same {
                    continue;
                }
                "the report kept with it is not the one that was issued"
            }
        };
        return Ok(Some((event, problem.into())));
    }
    Ok(None)
}

/// A request is purged if and only if an entry says so.
fn purged(conn: &Connection) -> Result<Option<Misfit>, Refusal> {
    let found: Option<u32> = conn
        .query_row(include_str!("sql/kept_purged.sql"), [], |r| r.get(0))
        .optional()?;
    Ok(found.map(|event| {
        (
            event,
            "the requests it says were purged are not those that are".into(),
        )
    }))
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
        if event.is_some() && r.get::<_, bool>(3)? && empty(r, 2)? {
            continue;
        }
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
