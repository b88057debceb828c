//! What goes along with a letter: chosen for a draft, kept with an issued one. The bytes are those of the request's files.

use super::request::word;
use crate::api::wire::{LetterEnclosure, Refusal};
use crate::words::EnclosureRole;
use rusqlite::{Connection, Transaction, params};

/// A file chosen for the letter being written.
#[derive(Debug, Clone)]
pub struct Chosen {
    pub file: u32,
    pub role: EnclosureRole,
    /// As an annex; none where it is too long for paper.
    pub pages: u32,
    /// Characters that cannot be printed.
    pub lacks: String,
}

/// What is chosen for the letter being written for a request, in the order of its files.
pub fn chosen(conn: &Connection, request: u32) -> Result<Vec<Chosen>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT file, role, pages, lacks FROM letter_draft_enclosure WHERE request = ?1 ORDER BY file",
    )?;
    let mut rows = statement.query([request])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let role: String = r.get(1)?;
        all.push(Chosen {
            file: r.get(0)?,
            role: word(EnclosureRole::from_id(&role), &role)?,
            pages: r.get(2)?,
            lacks: r.get(3)?,
        });
    }
    Ok(all)
}

/// What is said at the end of a letter beside its files, one a line.
#[derive(Debug, Clone, Default)]
pub struct Besides {
    /// What else lies in the envelope.
    pub also: String,
    /// Who else gets it.
    pub copy_to: String,
}

/// What is said at the end of the letter being written.
pub fn besides(conn: &Connection, request: u32) -> Result<Besides, Refusal> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(also), ''), coalesce(max(copy_to), '') FROM letter_draft WHERE request = ?1")?
        .query_row([request], |r| {
            Ok(Besides {
                also: r.get(0)?,
                copy_to: r.get(1)?,
            })
        })?)
}

/// Takes the place of what was chosen before.
pub fn choose(
    tx: &Transaction,
    request: u32,
    all: &[Chosen],
    besides: &Besides,
) -> Result<(), Refusal> {
    forget(tx, request)?;
    for one in all {
        tx.prepare_cached("INSERT OR REPLACE INTO letter_draft_enclosure (request, file, role, pages, lacks) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![request, one.file, one.role.id(), one.pages, one.lacks])?;
    }
    tx.prepare_cached("UPDATE letter_draft SET also = ?2, copy_to = ?3 WHERE request = ?1")?
        .execute(params![request, besides.also, besides.copy_to])?;
    Ok(())
}

/// Forgets what was chosen.
pub fn forget(tx: &Transaction, request: u32) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM letter_draft_enclosure WHERE request = ?1")?
        .execute([request])?;
    tx.prepare_cached("UPDATE letter_draft SET also = '', copy_to = '' WHERE request = ?1")?
        .execute([request])?;
    Ok(())
}

/// Keeps what goes along with a letter as it is issued.
pub fn keep(
    tx: &Transaction,
    letter: u32,
    place: u32,
    one: &LetterEnclosure,
    event: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO letter_enclosure (letter, place, file, role, pages, sha256, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![letter, place, one.file, one.role.id(), one.pages, one.sha256, event])?;
    Ok(())
}

/// What went along with a letter, in its order.
pub fn of_letter(conn: &Connection, letter: u32) -> Result<Vec<LetterEnclosure>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/enclosures.sql"))?;
    let mut rows = statement.query([letter])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let role: String = r.get(1)?;
        all.push(LetterEnclosure {
            file: r.get(0)?,
            role: word(EnclosureRole::from_id(&role), &role)?,
            pages: r.get(2)?,
            sha256: r.get(3)?,
            name: r.get(4)?,
            media_type: r.get(5)?,
            size: r.get(6)?,
        });
    }
    Ok(all)
}
