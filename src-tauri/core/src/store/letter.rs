//! Letters as they left, byte for byte.

use crate::api::wire::{LetterName, LetterOf, Person, Refusal};
use crate::words::{LetterKind, LetterLanguage};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

const NAME: &str = "letter.id, letter.kind, letter.title, letter.law, letter.issued_on, letter.sent_by, letter.pages, letter.size, letter.sha256, letter.language";

/// A language that a later program wrote in is shown as the default; the letter itself stays as it left.
pub(super) fn language(id: &str) -> LetterLanguage {
    LetterLanguage::from_id(id).unwrap_or_default()
}

fn name(r: &Row) -> rusqlite::Result<LetterName> {
    let kind: String = r.get(1)?;
    Ok(LetterName {
        id: r.get(0)?,
        kind: LetterKind::from_id(&kind).ok_or_else(|| {
            rusqlite::Error::InvalidColumnType(1, kind, rusqlite::types::Type::Text)
        })?,
        title: r.get(2)?,
        law: r.get(3)?,
        issued_on: r.get(4)?,
        sent_by: r.get(5)?,
        pages: r.get(6)?,
        size: r.get(7)?,
        sha256: r.get(8)?,
        language: language(&r.get::<_, String>(9)?),
        way: None,
    })
}

/// Keeps an issued letter for ever.
pub fn insert(
    tx: &Transaction,
    request: u32,
    letter: &LetterName,
    text: &str,
    event: u32,
    pdf: &[u8],
) -> Result<u32, Refusal> {
    tx.prepare_cached(include_str!("sql/letter_insert.sql"))?
        .execute(params![
            request,
            letter.kind.id(),
            letter.law,
            letter.title,
            text,
            letter.issued_on,
            letter.sent_by,
            letter.pages,
            letter.size,
            letter.sha256,
            event,
            pdf,
            letter.language.id()
        ])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more letters than it can number"))
}

/// The letters of a request, newest first.
pub fn of(conn: &Connection, request: u32) -> Result<Vec<LetterName>, Refusal> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {NAME} FROM letter WHERE request = ?1 ORDER BY id DESC"
    ))?;
    let mut all: Vec<LetterName> = statement
        .query_map([request], name)?
        .collect::<Result<_, _>>()?;
    for one in super::post::of_request(conn, request)? {
        let same = |it: &&mut LetterName| super::post::Which::Letter(it.id) == one.which;
        if let Some(letter) = all.iter_mut().find(same) {
            letter.way = Some(one.way);
        }
    }
    Ok(all)
}

/// Every issued letter with whom it went to, newest first.
pub fn all(conn: &Connection) -> Result<Vec<LetterOf>, Refusal> {
    let sql = format!(
        "SELECT {NAME}, request.id, request.reference, request.requester FROM letter JOIN request ON request.id = letter.request ORDER BY letter.id DESC LIMIT 5000"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], |r| {
        Ok((
            name(r)?,
            r.get::<_, u32>(10)?,
            r.get::<_, String>(11)?,
            r.get::<_, String>(12)?,
        ))
    })?;
    rows.map(|row| {
        let (letter, request, reference, person) = row?;
        let person: Person =
            serde_json::from_str(&person).map_err(|e| Refusal::broken(&e.to_string()))?;
        Ok(LetterOf {
            request,
            reference,
            person: person.name,
            letter,
        })
    })
    .collect()
}

/// The bytes of a letter, with the reference of its request.
pub fn pdf(conn: &Connection, id: u32) -> Result<(LetterName, String, Vec<u8>), Refusal> {
    super::retention::letter_there(conn, id)?;
    let sql = format!(
        "SELECT {NAME}, request.reference, letter.pdf FROM letter JOIN request ON request.id = letter.request WHERE letter.id = ?1"
    );
    conn.prepare_cached(&sql)?
        .query_row([id], |r| Ok((name(r)?, r.get(10)?, r.get(11)?)))
        .optional()?
        .ok_or_else(|| Refusal::missing("There is no such letter in this desk."))
}
