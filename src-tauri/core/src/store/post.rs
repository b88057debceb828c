//! Where issued letters are on their way: one row each, its history in the log.

use super::request::word;
use crate::api::wire::{LetterLink, LetterWay, LetterWording, Person, PostCounts, Refusal};
use crate::words::{AfterReturn, LetterKind, PostState};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, params};

/// A letter of a request, or of a file of the registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Letter(u32),
    Register(u32),
}

/// How an issued letter was made and is to leave.
pub struct NewPosting<'a> {
    pub which: Which,
    pub request: Option<u32>,
    /// The day it left, for one that leaves at once; one without waits.
    pub posted_on: Option<&'a str>,
    /// As printed.
    pub recipient: &'a [String],
    pub paper: &'a str,
    pub envelope: &'a str,
    pub language: &'a str,
    pub template: &'a str,
    pub template_sha256: &'a str,
    pub enclosures: &'a str,
    pub method: &'a str,
    pub replaces: Option<u32>,
    /// Our own versions that it was made of.
    pub wording: &'a [u32],
}

/// One letter on its way.
#[derive(Debug, Clone)]
pub struct Posting {
    pub id: u32,
    pub which: Which,
    pub request: Option<u32>,
    pub file: Option<u32>,
    pub reference: String,
    /// Absent once erased.
    pub person: Person,
    /// As printed; empty where it was issued before this was kept.
    pub recipient: Vec<String>,
    pub title: String,
    pub kind: Option<LetterKind>,
    pub law: String,
    pub issued_on: String,
    pub sent_by: String,
    pub pages: u32,
    pub paper: String,
    pub envelope: String,
    /// Its tag; empty where it was issued before this was kept.
    pub language: String,
    pub way: LetterWay,
}

fn text_of(lines: &[String]) -> Result<String, Refusal> {
    serde_json::to_string(lines).map_err(|e| Refusal::broken(&e.to_string()))
}

/// Notes a letter as it is issued with the event `seq`; the one it replaces needs nothing more.
pub fn issued(tx: &Transaction, new: &NewPosting, seq: u32) -> Result<(), Refusal> {
    let (letter, register) = match new.which {
        Which::Letter(id) => (Some(id), None),
        Which::Register(id) => (None, Some(id)),
    };
    let state = if new.posted_on.is_some() {
        PostState::Posted
    } else {
        PostState::Ready
    };
    tx.prepare_cached(include_str!("sql/posting_insert.sql"))?
        .execute(params![
            letter,
            register,
            new.request,
            seq,
            state.id(),
            state == PostState::Ready,
            text_of(new.recipient)?,
            new.paper,
            new.envelope,
            new.language,
            new.template,
            new.template_sha256,
            new.enclosures,
            new.posted_on,
            new.method,
            new.replaces,
        ])?;
    super::wording::made_of(tx, new.which, new.wording)?;
    if let (Some(old), Some(letter)) = (new.replaces, letter) {
        tx.prepare_cached("UPDATE posting SET replaced_by = ?2, open = 0 WHERE letter = ?1")?
            .execute([old, letter])?;
    }
    Ok(())
}

/// A letter of the registers takes the place of one that came back; each points at the other.
pub fn register_replaced(tx: &Transaction, old: u32, new: u32) -> Result<(), Refusal> {
    tx.prepare_cached(
        "UPDATE posting SET register_replaced_by = ?2, open = 0 WHERE register_letter = ?1",
    )?
    .execute([old, new])?;
    Ok(())
}

/// It left.
pub fn posted(
    tx: &Transaction,
    id: u32,
    on: &str,
    method: &str,
    tracking: &str,
    seq: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE posting SET state = 'posted', open = 0, posted_on = ?2, method = ?3, tracking = ?4, event = ?5 WHERE id = ?1")?
        .execute(params![id, on, method, tracking, seq])?;
    Ok(())
}

/// It came back.
pub fn returned(
    tx: &Transaction,
    id: u32,
    on: &str,
    reason: &str,
    next: AfterReturn,
    seq: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE posting SET state = 'returned', open = replaced_by IS NULL AND register_replaced_by IS NULL, returned_on = ?2, reason = ?3, next = ?4, event = ?5 WHERE id = ?1")?
        .execute(params![id, on, reason, next.id(), seq])?;
    Ok(())
}

/// An event of the desk stands in the log of this request too.
pub fn touches(tx: &Transaction, request: u32, seq: u32) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT OR IGNORE INTO event_request (request, seq) VALUES (?1, ?2)")?
        .execute([request, seq])?;
    Ok(())
}

/// How many letters there are in each state; of those that came back only what nothing took the place of.
pub fn counts(conn: &Connection) -> Result<PostCounts, Refusal> {
    Ok(conn
        .prepare_cached(include_str!("sql/posting_counts.sql"))?
        .query_row([], |r| {
            Ok(PostCounts {
                drafts: r.get(0)?,
                ready: r.get(1)?,
                posted: r.get(2)?,
                returned: r.get(3)?,
            })
        })?)
}

/// The letters in one state, newest first.
pub fn in_state(conn: &Connection, state: PostState) -> Result<Vec<Posting>, Refusal> {
    rows(conn, "state = ?1", &[&state.id()])
}

/// The letters of one request, newest first.
pub fn of_request(conn: &Connection, request: u32) -> Result<Vec<Posting>, Refusal> {
    rows(conn, "posting.request = ?1", &[&request])
}

/// One letter.
pub fn find(conn: &Connection, which: Which) -> Result<Option<Posting>, Refusal> {
    let found = match which {
        Which::Letter(id) => rows(conn, "letter = ?1", &[&id])?,
        Which::Register(id) => rows(conn, "register_letter = ?1", &[&id])?,
    };
    Ok(found.into_iter().next())
}

fn rows(conn: &Connection, which: &str, args: &[&dyn ToSql]) -> Result<Vec<Posting>, Refusal> {
    let sql = include_str!("sql/posting_rows.sql").replace("{which}", which);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(args)?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(posting(r)?);
    }
    Ok(all)
}

fn person(text: Option<String>) -> Result<Person, Refusal> {
    match text.filter(|text| !text.is_empty()) {
        None => Ok(Person::default()),
        Some(text) => serde_json::from_str(&text).map_err(|e| Refusal::broken(&e.to_string())),
    }
}

fn link(r: &Row, id: &str, title: &str, on: &str) -> Result<Option<LetterLink>, Refusal> {
    let Some(id) = r.get::<_, Option<u32>>(id)? else {
        return Ok(None);
    };
    Ok(Some(LetterLink {
        id,
        title: r.get::<_, Option<String>>(title)?.unwrap_or_default(),
        issued_on: r.get::<_, Option<String>>(on)?.unwrap_or_default(),
    }))
}

fn wording(text: &str) -> Result<Vec<LetterWording>, Refusal> {
    serde_json::from_str(text).map_err(|e| Refusal::broken(&e.to_string()))
}

fn posting(r: &Row) -> Result<Posting, Refusal> {
    let letter: Option<u32> = r.get("letter")?;
    let register: Option<u32> = r.get("register_letter")?;
    let (state, kind, next): (String, String, String) =
        (r.get("state")?, r.get("kind")?, r.get("next")?);
    let recipient: String = r.get("recipient")?;
    let recipient: Vec<String> =
        serde_json::from_str(&recipient).map_err(|e| Refusal::broken(&e.to_string()))?;
    let kind = LetterKind::from_id(&kind);
    let requester = person(r.get("requester")?)?;
    let someone = person(r.get("someone")?)?;
    Ok(Posting {
        id: r.get("id")?,
        which: match (letter, register) {
            (Some(id), _) => Which::Letter(id),
            (None, Some(id)) => Which::Register(id),
            (None, None) => return Err(Refusal::broken("a letter on its way that is none")),
        },
        request: r.get("request")?,
        file: r.get("file")?,
        reference: r.get::<_, Option<String>>("reference")?.unwrap_or_default(),
        person: match (letter.is_some(), kind) {
            // It is for another house, whose mail address stands nowhere; the requester's own must not be taken for it.
            (true, Some(LetterKind::RecipientNotice)) => Person {
                name: recipient.first().cloned().unwrap_or_default(),
                ..Person::default()
            },
            (true, _) => requester,
            (false, _) => someone,
        },
        recipient,
        title: r.get("title")?,
        kind,
        law: r.get("law")?,
        issued_on: r.get("issued_on")?,
        sent_by: r.get("sent_by")?,
        pages: r.get("pages")?,
        paper: r.get("paper")?,
        envelope: r.get("envelope")?,
        language: r.get("language")?,
        way: LetterWay {
            state: word(PostState::from_id(&state), &state)?,
            method: r.get("method")?,
            posted_on: r.get("posted_on")?,
            tracking: r.get("tracking")?,
            returned_on: r.get("returned_on")?,
            reason: r.get("reason")?,
            next: AfterReturn::from_id(&next),
            enclosures: r.get("enclosures")?,
            replaces: link(r, "replaces", "replaces_title", "replaces_on")?,
            replaced_by: link(r, "replaced_by", "replaced_title", "replaced_on")?,
            wording: wording(&r.get::<_, String>("wording")?)?,
            templates: r.get("templates")?,
        },
    })
}

/// The bytes of a letter as it was issued.
pub fn pdf(conn: &Connection, which: Which) -> Result<Vec<u8>, Refusal> {
    let (sql, id) = match which {
        Which::Letter(id) => {
            super::retention::letter_there(conn, id)?;
            ("SELECT pdf FROM letter WHERE id = ?1", id)
        }
        Which::Register(id) => ("SELECT pdf FROM register_letter WHERE id = ?1", id),
    };
    conn.prepare_cached(sql)?
        .query_row([id], |r| r.get(0))
        .optional()?
        .ok_or_else(|| Refusal::missing("There is no such letter in this desk."))
}

/// The words of a letter, as JSON.
pub fn text(conn: &Connection, letter: u32) -> Result<String, Refusal> {
    conn.prepare_cached("SELECT text FROM letter WHERE id = ?1")?
        .query_row([letter], |r| r.get(0))
        .optional()?
        .ok_or_else(|| Refusal::missing("There is no such letter in this desk."))
}

/// The requests for which a letter is being written.
pub fn drafts(conn: &Connection) -> Result<Vec<u32>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT request FROM letter_draft ORDER BY request DESC")?;
    Ok(statement
        .query_map([], |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}
