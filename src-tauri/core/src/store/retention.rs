//! How long requests are kept, what holds them, and what goes when one is purged.

use super::request::{Keys, person};
use crate::api::wire::{LegalHold, Person, Refusal, RequestPurged};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use std::collections::HashMap;

/// The house's own periods in months, by law.
pub fn periods(conn: &Connection) -> Result<HashMap<String, u32>, Refusal> {
    let mut statement = conn.prepare_cached("SELECT law, months FROM retention_period")?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets one, or takes it back.
pub fn set_period(
    tx: &Transaction,
    law: &str,
    months: Option<u32>,
    event: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM retention_period WHERE law = ?1")?
        .execute([law])?;
    if let Some(months) = months {
        tx.prepare_cached("INSERT INTO retention_period (law, months, event) VALUES (?1, ?2, ?3)")?
            .execute(params![law, months, event])?;
    }
    Ok(())
}

const HOLD: &str = "SELECT legal_hold.id, request, reference, placed_on, reason, lifted_on, lifted FROM legal_hold JOIN request ON request.id = legal_hold.request";

fn hold(r: &Row) -> rusqlite::Result<LegalHold> {
    Ok(LegalHold {
        id: r.get(0)?,
        request: r.get(1)?,
        reference: r.get(2)?,
        placed_on: r.get(3)?,
        reason: r.get(4)?,
        lifted_on: r.get(5)?,
        lifted: r.get(6)?,
    })
}

/// The holds of a request, newest first, lifted ones too.
pub fn holds_of(conn: &Connection, request: u32) -> Result<Vec<LegalHold>, Refusal> {
    let sql = format!("{HOLD} WHERE request = ?1 ORDER BY legal_hold.id DESC");
    Ok(conn
        .prepare_cached(&sql)?
        .query_map([request], hold)?
        .collect::<Result<_, _>>()?)
}

/// Every hold that stands, oldest first.
pub fn holds(conn: &Connection) -> Result<Vec<LegalHold>, Refusal> {
    let sql = format!("{HOLD} WHERE lifted_on IS NULL ORDER BY legal_hold.id");
    Ok(conn
        .prepare_cached(&sql)?
        .query_map([], hold)?
        .collect::<Result<_, _>>()?)
}

/// Places a hold.
pub fn place(
    tx: &Transaction,
    request: u32,
    on: &str,
    reason: &str,
    event: u32,
) -> Result<u32, Refusal> {
    tx.prepare_cached(
        "INSERT INTO legal_hold (request, placed_on, reason, event) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![request, on, reason, event])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more than it can number"))
}

/// Lifts it; it stays to be read.
pub fn lift(tx: &Transaction, id: u32, on: &str, reason: &str, event: u32) -> Result<(), Refusal> {
    tx.prepare_cached(
        "UPDATE legal_hold SET lifted_on = ?2, lifted = ?3, ended = ?4 WHERE id = ?1",
    )?
    .execute(params![id, on, reason, event])?;
    Ok(())
}

/// Which closed requests are looked at.
pub struct Wanted<'a> {
    /// Law, right and the last closing day whose period is over, as a JSON list of lists.
    pub cutoffs: &'a str,
    /// The same for what stands under no law.
    pub otherwise: NaiveDate,
    /// The last closing day whose period may be over at all.
    pub latest: NaiveDate,
    /// Only under one of these laws, as a JSON list; an empty list is all.
    pub laws: &'a str,
    /// Every period is over; otherwise some is and some is not.
    pub all_over: bool,
    /// No more than so many.
    pub most: u32,
}

/// Closed requests that are not purged, those closed first before the others. Their days are looked at once more by who asks.
pub fn closed_long_ago(conn: &Connection, wanted: &Wanted) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/retention_over.sql"))?;
    let ids = statement
        .query_map(
            params![
                wanted.cutoffs,
                wanted.otherwise.to_string(),
                wanted.laws,
                wanted.all_over,
                wanted.most,
                wanted.latest.to_string()
            ],
            |r| r.get(0),
        )?
        .collect::<Result<_, _>>()?;
    Ok(ids)
}

/// Whom open appeals and complaints come from, and whom they are about.
pub fn appealing(conn: &Connection) -> Result<Vec<Person>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/retention_appealing.sql"))?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(person(&r.get::<_, String>("requester")?)?);
        if let Some(subject) = r.get::<_, Option<String>>("subject")? {
            all.push(person(&subject)?);
        }
    }
    Ok(all)
}

/// Closed requests that came from somebody found by one of these.
pub fn closed_from(conn: &Connection, people: &[Keys]) -> Result<Vec<u32>, Refusal> {
    let names: Vec<&str> = people.iter().map(|one| one.person.as_str()).collect();
    let mails: Vec<&str> = people.iter().map(|one| one.email.as_str()).collect();
    let mut statement = conn.prepare_cached(include_str!("sql/retention_of_person.sql"))?;
    let lists = [names, mails].map(|one| serde_json::json!(one).to_string());
    Ok(statement
        .query_map(lists, |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}

/// Closed requests that somebody made for another, with whom they are about; nobody, once purged.
pub fn closed_for(conn: &Connection) -> Result<Vec<(u32, Person)>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT id, subject FROM request WHERE closed_on IS NOT NULL AND subject IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push((r.get("id")?, person(&r.get::<_, String>("subject")?)?));
    }
    Ok(all)
}

/// What a request has beside its facts.
#[derive(Debug, Clone, Default)]
pub struct Hanging {
    pub letters: u32,
    pub files: u32,
    pub entries: u32,
    /// Addresses on the suppression list that came with it.
    pub addresses: u32,
    /// Entries and files of registers that belong to it.
    pub registered: u32,
    /// Letters being written.
    pub drafts: u32,
}

/// What hangs on a request.
pub fn what_hangs(conn: &Connection, request: u32) -> Result<Hanging, Refusal> {
    Ok(conn
        .prepare_cached(include_str!("sql/retention_hangs.sql"))?
        .query_row([request], |r| {
            Ok(Hanging {
                letters: r.get(0)?,
                files: r.get(1)?,
                entries: r.get(2)?,
                addresses: r.get(3)?,
                registered: r.get(4)?,
                drafts: r.get(5)?,
            })
        })?)
}

/// The proofs of what goes, which stay: fingerprints of files and letters, and the salted digests of the log's words.
pub fn proofs(conn: &Connection, request: u32) -> Result<Vec<String>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/retention_proofs.sql"))?;
    Ok(statement
        .query_map([request], |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}

/// What is emptied, one statement each, with the number of the request. Dates, decisions, grounds and fingerprints stay.
const EMPTIED: &[&str] = &[
    "UPDATE claim SET reasons = '', kept = '' WHERE request = ?1",
    "UPDATE authority SET what = '' WHERE request = ?1",
    "UPDATE file SET name = 'purged', bytes = x'' WHERE request = ?1",
    "UPDATE letter SET text = '', pdf = x'' WHERE request = ?1",
    "UPDATE posting SET recipient = '[]', tracking = '', reason = '', enclosures = '' WHERE request = ?1",
    "DELETE FROM letter_draft_enclosure WHERE request = ?1",
    "DELETE FROM letter_draft WHERE request = ?1",
    "DELETE FROM shown_dates WHERE request = ?1",
    "DELETE FROM event_text WHERE seq IN (SELECT seq FROM event WHERE request = ?1)",
    // The hash goes on meeting the same address.
    "UPDATE suppression SET address = '', reason = CASE WHEN decided THEN reason ELSE '' END, lifted = '' WHERE request = ?1",
    "UPDATE legal_hold SET reason = '', lifted = '' WHERE request = ?1",
];

/// A request that is purged.
#[derive(Debug, Clone)]
pub struct Going {
    pub request: u32,
    pub reference: String,
    /// Why it may go.
    pub cite: String,
}

/// Empties a request of everything that names somebody, and marks it. What is left is what figures and proofs need.
pub fn purge(tx: &Transaction, one: &Going, on: &str, event: u32) -> Result<(), Refusal> {
    for sql in EMPTIED {
        tx.prepare_cached(sql)?.execute([one.request])?;
    }
    let nobody =
        serde_json::to_string(&Person::default()).map_err(|e| Refusal::broken(&e.to_string()))?;
    tx.prepare_cached("UPDATE request SET requester = ?2, subject = CASE WHEN subject IS NOT NULL THEN ?2 END, person_key = '', email_key = '', words = '' WHERE id = ?1")?
        .execute(params![one.request, nobody])?;
    super::search::file_reference(tx, one.request, &one.reference)?;
    tx.prepare_cached(
        "INSERT INTO purged (request, purged_on, cite, event) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![one.request, on, one.cite, event])?;
    super::shown::link(tx, event, one.request)
}

/// Keeps what was found of a request by its person; what was kept before stays.
pub fn keep_found(
    tx: &Transaction,
    request: u32,
    found: &[String],
    event: u32,
) -> Result<(), Refusal> {
    let text = serde_json::json!(found).to_string();
    tx.prepare_cached(
        "INSERT OR IGNORE INTO purged_finding (request, found, event) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![request, text, event])?;
    Ok(())
}

/// What was found of a request by its person, where that was kept.
pub fn found(conn: &Connection, request: u32) -> Result<Option<Vec<String>>, Refusal> {
    let text: Option<String> = conn
        .prepare_cached("SELECT found FROM purged_finding WHERE request = ?1")?
        .query_row([request], |r| r.get(0))
        .optional()?;
    text.map(|text| {
        serde_json::from_str(&text)
            .map_err(|e| Refusal::broken(&format!("what was found cannot be read ({e})")))
    })
    .transpose()
}

/// When and why a request was purged.
pub fn purged(conn: &Connection, request: u32) -> Result<Option<RequestPurged>, Refusal> {
    Ok(conn
        .prepare_cached("SELECT purged_on, cite FROM purged WHERE request = ?1")?
        .query_row([request], |r| {
            Ok(RequestPurged {
                on: r.get(0)?,
                cite: r.get(1)?,
            })
        })
        .optional()?)
}

/// How many were purged on which day under which article.
pub fn all_purged(conn: &Connection) -> Result<Vec<(String, String, u32)>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT purged_on, cite, count(*) FROM purged GROUP BY purged_on, cite ORDER BY purged_on, cite",
    )?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a file belonged to a purged request.
pub fn file_gone(conn: &Connection, file: u32) -> Result<bool, Refusal> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM file JOIN purged ON purged.request = file.request WHERE file.id = ?1)")?
        .query_row([file], |r| r.get(0))?)
}

/// Says that a letter went with its request, where it did.
pub fn letter_there(conn: &Connection, letter: u32) -> Result<(), Refusal> {
    let gone: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM letter JOIN purged ON purged.request = letter.request WHERE letter.id = ?1)")?
        .query_row([letter], |r| r.get(0))?;
    if gone {
        return Err(Refusal::missing(
            "This letter went when its request was purged; the log keeps its fingerprint.",
        ));
    }
    Ok(())
}

/// Puts the indexes of the search together anew: taken out of them, words stay in their pages until then.
pub fn tidy_search(tx: &Transaction) -> Result<(), Refusal> {
    for index in ["request_search", "request_beginnings"] {
        tx.execute(
            &format!("INSERT INTO {index} ({index}) VALUES ('optimize')"),
            [],
        )?;
    }
    Ok(())
}
