//! Files kept with a request, as they came.

use crate::api::wire::{FileBytes, FileName, Refusal};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

fn name(r: &Row) -> rusqlite::Result<FileName> {
    Ok(FileName {
        id: r.get(0)?,
        name: r.get(1)?,
        media_type: r.get(2)?,
        size: r.get(3)?,
        sha256: r.get(4)?,
        added_at: r.get(5)?,
    })
}

/// Keeps a file; without a request it belongs to the request half typed.
pub fn insert(
    tx: &Transaction,
    request: Option<u32>,
    file: &FileName,
    bytes: &[u8],
) -> Result<u32, Refusal> {
    tx.prepare_cached("INSERT INTO file (request, name, media_type, size, sha256, added_at, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![request, file.name, file.media_type, file.size, file.sha256, file.added_at, bytes])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more files than it can number"))
}

/// The files of a request, or of the request half typed.
pub fn of(conn: &Connection, request: Option<u32>) -> Result<Vec<FileName>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT id, name, media_type, size, sha256, added_at FROM file WHERE request IS ?1 ORDER BY id")?;
    Ok(statement
        .query_map([request], name)?
        .collect::<Result<_, _>>()?)
}

/// Moves the files of the request half typed to the request it became.
pub fn adopt(tx: &Transaction, request: u32) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE file SET request = ?1 WHERE request IS NULL")?
        .execute([request])?;
    Ok(())
}

/// The bytes of one file.
pub fn open(conn: &Connection, id: u32) -> Result<(FileBytes, Vec<u8>), Refusal> {
    if super::retention::file_gone(conn, id)? {
        return Err(Refusal::missing(
            "This file went when its request was purged; the log keeps its fingerprint.",
        ));
    }
    conn.prepare_cached("SELECT name, media_type, bytes FROM file WHERE id = ?1")?
        .query_row([id], |r| {
            Ok((
                FileBytes {
                    name: r.get(0)?,
                    media_type: r.get(1)?,
                    base64: String::new(),
                },
                r.get(2)?,
            ))
        })
        .optional()?
        .ok_or_else(|| Refusal::missing("There is no such file in this desk."))
}

/// Takes a file off the request half typed; one that a request holds stays.
pub fn discard(tx: &Transaction, id: u32) -> Result<bool, Refusal> {
    Ok(tx
        .prepare_cached("DELETE FROM file WHERE id = ?1 AND request IS NULL")?
        .execute([id])?
        > 0)
}

/// Takes all files off the request half typed.
pub fn discard_all(tx: &Transaction) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM file WHERE request IS NULL")?
        .execute([])?;
    Ok(())
}
