//! The desk's own words for its letters: versions that are never written over, and which of them counts.

use crate::api::wire::{LetterWording, Refusal};
use crate::words::LetterLanguage;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// A version that letters are written with.
pub struct InUse {
    pub id: u32,
    pub path: String,
    pub version: u32,
    pub source: String,
    pub original_sha256: String,
}

/// A version as it was kept.
pub struct Version {
    pub id: u32,
    pub version: u32,
    pub source: String,
    pub sha256: String,
    /// The text of the program that it was made from.
    pub original: String,
    pub original_sha256: String,
    pub note: String,
    pub at: String,
    pub officer: String,
    pub in_use: bool,
}

/// A version to keep.
pub struct New<'a> {
    pub language: LetterLanguage,
    pub path: &'a str,
    pub version: u32,
    pub source: &'a str,
    pub sha256: &'a str,
    pub original: &'a str,
    pub original_sha256: &'a str,
    pub note: &'a str,
}

/// How many versions a template has, and whether somebody is typing one.
pub struct State {
    pub language: LetterLanguage,
    pub path: String,
    pub versions: u32,
    pub unsaved: bool,
}

/// Keeps a version with the event `seq`.
pub fn insert(tx: &Transaction, new: &New, seq: u32) -> Result<u32, Refusal> {
    tx.prepare_cached("INSERT INTO wording (language, path, version, source, sha256, original, original_sha256, note, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
        .execute(params![
            new.language.id(),
            new.path,
            new.version,
            new.source,
            new.sha256,
            new.original,
            new.original_sha256,
            new.note,
            seq
        ])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more versions than it can number"))
}

/// From this event on letters are written with a version, or with the text that comes with the program.
pub fn put_in_use(
    tx: &Transaction,
    language: LetterLanguage,
    path: &str,
    wording: Option<u32>,
    seq: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached(
        "INSERT INTO wording_use (language, path, wording, event) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![language.id(), path, wording, seq])?;
    Ok(())
}

/// The versions that letters of a language are written with.
pub fn in_use(conn: &Connection, language: LetterLanguage) -> Result<Vec<InUse>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/wording_in_use.sql"))?;
    let rows = statement.query_map([language.id()], |r| {
        Ok(InUse {
            id: r.get(0)?,
            path: r.get(1)?,
            version: r.get(2)?,
            source: r.get(3)?,
            original_sha256: r.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The versions of one template, the newest first.
pub fn versions(
    conn: &Connection,
    language: LetterLanguage,
    path: &str,
) -> Result<Vec<Version>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/wording_versions.sql"))?;
    let rows = statement.query_map([language.id(), path], version)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn version(r: &Row) -> rusqlite::Result<Version> {
    Ok(Version {
        id: r.get(0)?,
        version: r.get(1)?,
        source: r.get(2)?,
        sha256: r.get(3)?,
        original: r.get(4)?,
        original_sha256: r.get(5)?,
        note: r.get(6)?,
        at: r.get(7)?,
        officer: r.get(8)?,
        in_use: r.get::<_, Option<bool>>(9)?.unwrap_or_default(),
    })
}

/// Every template of which there is a version, or a text being typed.
pub fn states(conn: &Connection) -> Result<Vec<State>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/wording_state.sql"))?;
    let rows = statement.query_map([], |r| {
        let language: String = r.get(0)?;
        Ok(LetterLanguage::from_id(&language).map(|language| State {
            language,
            path: r.get(1).unwrap_or_default(),
            versions: r.get(2).unwrap_or_default(),
            unsaved: r.get(3).unwrap_or_default(),
        }))
    })?;
    // A language that a later program brought is left alone.
    Ok(rows
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

/// Keeps a text being typed.
pub fn save_draft(
    tx: &Transaction,
    language: LetterLanguage,
    path: &str,
    source: &str,
    at: &str,
) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO wording_draft (language, path, source, saved_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (language, path) DO UPDATE SET source = ?3, saved_at = ?4")?
        .execute([language.id(), path, source, at])?;
    Ok(())
}

/// A text being typed.
pub fn draft(
    conn: &Connection,
    language: LetterLanguage,
    path: &str,
) -> Result<Option<String>, Refusal> {
    Ok(conn
        .prepare_cached("SELECT source FROM wording_draft WHERE language = ?1 AND path = ?2")?
        .query_row([language.id(), path], |r| r.get(0))
        .optional()?)
}

/// Forgets a text being typed.
pub fn discard_draft(
    tx: &Transaction,
    language: LetterLanguage,
    path: &str,
) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM wording_draft WHERE language = ?1 AND path = ?2")?
        .execute([language.id(), path])?;
    Ok(())
}

/// What an issued letter was made of.
pub fn made_of(
    tx: &Transaction,
    which: super::post::Which,
    wording: &[u32],
) -> Result<(), Refusal> {
    let (letter, register) = match which {
        super::post::Which::Letter(id) => (Some(id), None),
        super::post::Which::Register(id) => (None, Some(id)),
    };
    for id in wording {
        tx.prepare_cached(
            "INSERT INTO letter_wording (letter, register_letter, wording) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![letter, register, id])?;
    }
    Ok(())
}

/// These versions, as a letter names what it was made of.
pub fn named(conn: &Connection, ids: &[u32]) -> Result<Vec<LetterWording>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT path, version, sha256 FROM wording WHERE id = ?1")?;
    let mut all = Vec::new();
    for id in ids {
        let found = statement
            .query_row([id], |r| {
                Ok(LetterWording {
                    path: r.get(0)?,
                    version: r.get(1)?,
                    sha256: r.get(2)?,
                })
            })
            .optional()?;
        all.extend(found);
    }
    Ok(all)
}

/// What an issued letter of a request was made of: our versions, and the program's set of templates.
pub fn of_letter(conn: &Connection, letter: u32) -> Result<(Vec<u32>, String), Refusal> {
    let mut statement = conn
        .prepare_cached("SELECT wording FROM letter_wording WHERE letter = ?1 ORDER BY wording")?;
    let ids = statement
        .query_map([letter], |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    let templates = conn
        .prepare_cached("SELECT template_sha256 FROM posting WHERE letter = ?1")?
        .query_row([letter], |r| r.get(0))
        .optional()?;
    Ok((ids, templates.unwrap_or_default()))
}
