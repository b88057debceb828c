//! Policy versions as rows: what they say of themselves, their reading text, their bytes as they came.

use crate::api::wire::{Cleaned, PolicyAbout, Refusal};
use crate::policy::Document;
use crate::words::PolicyFormat;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// One version without its text.
#[derive(Debug, Clone)]
pub struct Version {
    pub id: u32,
    pub title: String,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub source: String,
    pub publisher: String,
    pub format: PolicyFormat,
    pub file_name: String,
    pub size: u32,
    pub sha256: String,
    /// Why it was taken out of force; empty while it was not.
    pub withdrawn: String,
    pub characters: u32,
    /// What the finder proposed on the day it came.
    pub suggested: u32,
    pub added_at: String,
    pub added_by: String,
}

impl Version {
    /// What the officer says of it.
    pub fn about(&self) -> PolicyAbout {
        PolicyAbout {
            title: self.title.clone(),
            from: self.from.to_string(),
            until: self.until.map(|d| d.to_string()).unwrap_or_default(),
            source: self.source.clone(),
            publisher: self.publisher.clone(),
        }
    }
}

fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    serde_json::from_str(text)
        .map_err(|e| Refusal::broken(&format!("a policy in the desk cannot be read ({e})")))
}

fn version(r: &Row) -> Result<Version, Refusal> {
    let format: String = r.get("format")?;
    Ok(Version {
        id: r.get("id")?,
        title: r.get("title")?,
        from: super::request::day(r, "from_day")?,
        until: super::request::optional_day(r, "until_day")?,
        source: r.get("source")?,
        publisher: r.get("publisher")?,
        format: super::request::word(PolicyFormat::from_id(&format), &format)?,
        file_name: r.get("file_name")?,
        size: r.get("size")?,
        sha256: r.get("sha256")?,
        withdrawn: r.get("withdrawn")?,
        characters: r.get("characters")?,
        suggested: r.get("suggested")?,
        added_at: r.get("added_at")?,
        added_by: r.get("added_by")?,
    })
}

/// Every version by its first day; of one day the one brought in later comes later.
pub fn all(conn: &Connection) -> Result<Vec<Version>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/policies.sql"))?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(version(r)?);
    }
    Ok(all)
}

/// Keeps a version and gives its number.
pub fn insert(
    tx: &Transaction,
    version: &Version,
    document: &Document,
    cleaned: &[Cleaned],
    bytes: &[u8],
    event: u32,
) -> Result<u32, Refusal> {
    let text = |e: serde_json::Error| Refusal::broken(&e.to_string());
    tx.prepare_cached(include_str!("sql/policy_insert.sql"))?
        .execute(params![
            version.title,
            version.from.to_string(),
            version.until.map(|d| d.to_string()),
            version.source,
            version.publisher,
            version.format.id(),
            version.file_name,
            version.size,
            version.sha256,
            version.characters,
            version.suggested,
            event,
            serde_json::to_string(document).map_err(text)?,
            serde_json::to_string(cleaned).map_err(text)?,
            bytes,
        ])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more policies than it can number"))
}

/// Changes what is known of a version beside its text.
pub fn change(tx: &Transaction, version: &Version) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE policy SET title = ?2, from_day = ?3, until_day = ?4, source = ?5, publisher = ?6, withdrawn = ?7 WHERE id = ?1")?
        .execute(params![
            version.id,
            version.title,
            version.from.to_string(),
            version.until.map(|d| d.to_string()),
            version.source,
            version.publisher,
            version.withdrawn,
        ])?;
    Ok(())
}

/// The reading text, and what was left out of it.
pub fn text(conn: &Connection, id: u32) -> Result<(Document, Vec<Cleaned>), Refusal> {
    let (document, cleaned): (String, String) = conn
        .prepare_cached("SELECT document, cleaned FROM policy WHERE id = ?1")?
        .query_row([id], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?
        .ok_or_else(missing)?;
    Ok((json(&document)?, json(&cleaned)?))
}

/// The bytes as they came.
pub fn bytes(conn: &Connection, id: u32) -> Result<Vec<u8>, Refusal> {
    conn.prepare_cached("SELECT bytes FROM policy WHERE id = ?1")?
        .query_row([id], |r| r.get(0))
        .optional()?
        .ok_or_else(missing)
}

/// What is said of a number that no version has.
pub fn missing() -> Refusal {
    Refusal::missing("There is no such policy version in this desk.")
}

/// The notice of a change, as it was given.
pub struct Notice {
    pub policy: u32,
    pub day: NaiveDate,
    pub how: String,
    pub officer: String,
}

/// Every notice given.
pub fn notices(conn: &Connection) -> Result<Vec<Notice>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT policy, day, how, officer.name AS officer FROM policy_notice JOIN event ON event.seq = policy_notice.event JOIN officer ON officer.id = event.officer ORDER BY policy",
    )?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(Notice {
            policy: r.get("policy")?,
            day: super::request::day(r, "day")?,
            how: r.get("how")?,
            officer: r.get("officer")?,
        });
    }
    Ok(all)
}

/// Records that the notice was given; a second time corrects the first, and the log keeps both.
pub fn give_notice(
    tx: &Transaction,
    policy: u32,
    day: NaiveDate,
    how: &str,
    event: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO policy_notice (policy, day, how, event) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (policy) DO UPDATE SET day = ?2, how = ?3, event = ?4")?
        .execute(params![policy, day.to_string(), how, event])?;
    Ok(())
}
