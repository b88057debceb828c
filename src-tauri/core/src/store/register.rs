//! Files of the registers as rows: what each is about, what happened in it, and whom it is about.
//!
//! A line is never changed; a file's body is what its lines made of it. Erasing a person empties the person's row and nothing else.

use super::request::Keys;
use crate::api::wire::{Person, Refusal};
use crate::words::{PostState, Register};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One file of a register.
#[derive(Debug, Clone)]
pub struct File<B> {
    pub id: u32,
    pub body: B,
    pub request: Option<u32>,
    pub reference: String,
    /// Why it was struck out; empty while it stands.
    pub struck: String,
    /// RFC 3339 in UTC.
    pub opened_at: String,
}

/// One line of a file.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: u32,
    pub file: u32,
    /// The civil day.
    pub day: String,
    /// Identifier of what happened.
    pub kind: String,
    /// JSON; what it means is the register's business.
    pub body: String,
    pub corrects: Option<u32>,
    pub request: Option<u32>,
    pub reference: String,
    pub by: String,
    pub at: String,
}

/// Whom a file is about.
#[derive(Debug, Clone)]
pub struct Someone {
    pub id: u32,
    pub file: u32,
    pub role: String,
    /// Empty once erased.
    pub person: Person,
    pub erased_on: Option<String>,
}

fn bad(e: serde_json::Error) -> Refusal {
    Refusal::broken(&format!("a file of a register cannot be read ({e})"))
}

fn number(tx: &Transaction) -> Result<u32, Refusal> {
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the register holds more than it can number"))
}

fn file<B: DeserializeOwned>(r: &Row) -> Result<File<B>, Refusal> {
    let body: String = r.get("body")?;
    Ok(File {
        id: r.get("id")?,
        body: serde_json::from_str(&body).map_err(bad)?,
        request: r.get("request")?,
        reference: r.get::<_, Option<String>>("reference")?.unwrap_or_default(),
        struck: r.get("struck")?,
        opened_at: r.get("opened_at")?,
    })
}

/// Every file of a register, newest first; those struck out too.
pub fn files<B: DeserializeOwned>(
    conn: &Connection,
    register: Register,
) -> Result<Vec<File<B>>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_files.sql"))?;
    let mut rows = statement.query([register.id()])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(file(r)?);
    }
    Ok(all)
}

/// One file of a register; a file of another register is none.
pub fn find<B: DeserializeOwned>(
    conn: &Connection,
    register: Register,
    id: u32,
) -> Result<Option<File<B>>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_file.sql"))?;
    let mut rows = statement.query(params![register.id(), id])?;
    rows.next()?.map(file).transpose()
}

/// The files of a register that belong to a request: opened for it, or with a line about it.
pub fn of_request(
    conn: &Connection,
    register: Register,
    request: u32,
) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_of_request.sql"))?;
    let rows = statement.query_map(params![register.id(), request], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Opens a file and gives its number.
pub fn open(
    tx: &Transaction,
    register: Register,
    body: &impl Serialize,
    request: Option<u32>,
    event: u32,
) -> Result<u32, Refusal> {
    tx.prepare_cached(
        "INSERT INTO register_file (register, body, request, event) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        register.id(),
        serde_json::to_string(body).map_err(bad)?,
        request,
        event
    ])?;
    number(tx)
}

/// Changes what a file is about; the caller writes the line that says what it was.
pub fn change(tx: &Transaction, id: u32, body: &impl Serialize) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE register_file SET body = ?2 WHERE id = ?1")?
        .execute(params![id, serde_json::to_string(body).map_err(bad)?])?;
    Ok(())
}

/// Ties a file to a request.
pub fn tie(tx: &Transaction, id: u32, request: u32) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE register_file SET request = ?2 WHERE id = ?1")?
        .execute(params![id, request])?;
    Ok(())
}

/// Strikes a file out; it stays to be read.
pub fn strike(tx: &Transaction, id: u32, why: &str) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE register_file SET struck = ?2 WHERE id = ?1")?
        .execute(params![id, why])?;
    Ok(())
}

/// A line to be written.
pub struct NewLine<'a> {
    pub file: u32,
    pub day: &'a str,
    pub kind: &'a str,
    pub corrects: Option<u32>,
    pub request: Option<u32>,
}

/// Writes a line and gives its number.
pub fn write(
    tx: &Transaction,
    line: &NewLine,
    body: &impl Serialize,
    event: u32,
) -> Result<u32, Refusal> {
    tx.prepare_cached(
        "INSERT INTO register_entry (file, day, kind, body, corrects, request, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        line.file,
        line.day,
        line.kind,
        serde_json::to_string(body).map_err(bad)?,
        line.corrects,
        line.request,
        event
    ])?;
    number(tx)
}

fn line(r: &Row) -> Result<Line, Refusal> {
    Ok(Line {
        id: r.get("id")?,
        file: r.get("file")?,
        day: r.get("day")?,
        kind: r.get("kind")?,
        body: r.get("body")?,
        corrects: r.get("corrects")?,
        request: r.get("request")?,
        reference: r.get::<_, Option<String>>("reference")?.unwrap_or_default(),
        by: r.get("by")?,
        at: r.get("at")?,
    })
}

/// The lines of one file as they were written.
pub fn lines(conn: &Connection, file: u32) -> Result<Vec<Line>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_lines.sql"))?;
    let mut rows = statement.query([file])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(line(r)?);
    }
    Ok(all)
}

/// The lines of all files of a register, by file and as they were written.
pub fn lines_of(conn: &Connection, register: Register) -> Result<Vec<Line>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_lines_of.sql"))?;
    let mut rows = statement.query([register.id()])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(line(r)?);
    }
    Ok(all)
}

fn someone(r: &Row) -> Result<Someone, Refusal> {
    let person: String = r.get("person")?;
    Ok(Someone {
        id: r.get("id")?,
        file: r.get("file")?,
        role: r.get("role")?,
        person: if person.is_empty() {
            Person::default()
        } else {
            serde_json::from_str(&person).map_err(bad)?
        },
        erased_on: r.get("erased_on")?,
    })
}

/// Whom one file is about.
pub fn people(conn: &Connection, file: u32) -> Result<Vec<Someone>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT id, file, role, person, erased_on FROM register_person WHERE file = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([file])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(someone(r)?);
    }
    Ok(all)
}

/// Whom the files of a register are about, by file.
pub fn people_of(conn: &Connection, register: Register) -> Result<Vec<Someone>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_people_of.sql"))?;
    let mut rows = statement.query([register.id()])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(someone(r)?);
    }
    Ok(all)
}

/// Writes down whom a file is about, and gives the number.
pub fn add_person(
    tx: &Transaction,
    file: u32,
    role: &str,
    person: &Person,
    keys: &Keys,
    event: u32,
) -> Result<u32, Refusal> {
    tx.prepare_cached(
        "INSERT INTO register_person (file, role, person, name_key, email_key, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        file,
        role,
        serde_json::to_string(person).map_err(bad)?,
        keys.person,
        keys.email,
        event
    ])?;
    number(tx)
}

/// Corrects who it is.
pub fn change_person(
    tx: &Transaction,
    id: u32,
    person: &Person,
    keys: &Keys,
) -> Result<(), Refusal> {
    tx.prepare_cached(
        "UPDATE register_person SET person = ?2, name_key = ?3, email_key = ?4 WHERE id = ?1",
    )?
    .execute(params![
        id,
        serde_json::to_string(person).map_err(bad)?,
        keys.person,
        keys.email
    ])?;
    Ok(())
}

/// Forgets who it is, in the list of the post too; the line with its day stays.
pub fn erase_person(tx: &Transaction, id: u32, on: &str) -> Result<(), Refusal> {
    tx.prepare_cached(
        "UPDATE register_person SET person = '', name_key = '', email_key = '', erased_on = ?2 WHERE id = ?1",
    )?
    .execute(params![id, on])?;
    tx.prepare_cached(
        "UPDATE posting SET recipient = '[]' WHERE register_letter IN (SELECT id FROM register_letter WHERE person = ?1)",
    )?
    .execute([id])?;
    Ok(())
}

/// A letter of a file to be kept.
pub struct NewLetter<'a> {
    pub file: u32,
    pub person: Option<u32>,
    pub title: &'a str,
    pub issued_on: &'a str,
    pub sent_by: &'a str,
    pub pages: u32,
    pub sha256: &'a str,
}

/// Keeps a letter byte for byte.
pub fn keep_letter(
    tx: &Transaction,
    letter: &NewLetter,
    pdf: &[u8],
    event: u32,
) -> Result<u32, Refusal> {
    tx.prepare_cached(
        "INSERT INTO register_letter (file, person, title, issued_on, sent_by, pages, sha256, event, pdf) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        letter.file,
        letter.person,
        letter.title,
        letter.issued_on,
        letter.sent_by,
        letter.pages,
        letter.sha256,
        event,
        pdf
    ])?;
    number(tx)
}

/// Title, pages and bytes of a letter of a file.
pub fn letter(conn: &Connection, id: u32) -> Result<Option<(String, u32, Vec<u8>)>, Refusal> {
    Ok(conn
        .prepare_cached("SELECT title, pages, pdf FROM register_letter WHERE id = ?1")?
        .query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .optional()?)
}

/// A letter of a file, and how far it has come.
#[derive(Debug, Clone)]
pub struct LetterOfFile {
    pub id: u32,
    pub person: Option<u32>,
    pub issued_on: String,
    /// The day it left, once that is known.
    pub posted_on: Option<String>,
    pub state: PostState,
}

/// The letters of a file, in the order in which they were issued.
pub fn letters_of(conn: &Connection, file: u32) -> Result<Vec<LetterOfFile>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/register_letters_of.sql"))?;
    let rows = statement.query_map([file], |r| {
        let state: String = r.get(4)?;
        Ok(LetterOfFile {
            id: r.get(0)?,
            person: r.get(1)?,
            issued_on: r.get(2)?,
            posted_on: r.get(3)?,
            // One without a way left as it was issued.
            state: PostState::from_id(&state).unwrap_or(PostState::Posted),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
