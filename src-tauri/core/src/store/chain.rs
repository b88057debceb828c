//! The event log: it only grows, and each entry carries the hash of the one before.

use crate::api::wire::Refusal;
use crate::time::Now;
use crate::vault::{hex, random, sha256};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::{Value, json};

/// One thing that happened.
///
/// `facts` names no person: it stays when the person is forgotten.
/// `summary` and `details` may, and are held to by a salted digest only.
pub struct Event {
    pub request: Option<u32>,
    /// Identifier, such as `request-logged`.
    pub kind: &'static str,
    pub facts: Value,
    pub summary: String,
    pub details: Vec<(String, String)>,
}

impl Event {
    /// An event about one request.
    pub fn of(request: u32, kind: &'static str, summary: impl Into<String>) -> Self {
        Self {
            request: Some(request),
            ..Self::desk(kind, summary)
        }
    }

    /// An event about the desk itself.
    pub fn desk(kind: &'static str, summary: impl Into<String>) -> Self {
        Self {
            request: None,
            kind,
            facts: json!({}),
            summary: summary.into(),
            details: Vec::new(),
        }
    }

    /// Facts without names, for summaries and for the chain.
    pub fn facts(mut self, facts: Value) -> Self {
        self.facts = facts;
        self
    }

    /// A line of detail; empty values are left out.
    pub fn detail(mut self, label: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.details.push((label.into(), value));
        }
        self
    }
}

/// What walking the chain found.
pub struct Walk {
    pub events: u32,
    pub head: String,
    /// The first entry that does not fit, and why.
    pub broken: Option<(u32, String)>,
}

/// Before the first event there is nothing to point at.
const ORIGIN: &str = "rightsdesk";

pub fn next_seq(conn: &Connection) -> Result<u32, Refusal> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM event")?
        .query_row([], |r| r.get(0))?)
}

/// What is hashed, spelled so that anyone can do it again: a JSON array of these eight, in UTF-8.
#[expect(
    clippy::too_many_arguments,
    reason = "these are the eight things hashed, in their order"
)]
fn message(
    seq: u32,
    at: &str,
    officer: u32,
    request: Option<u32>,
    kind: &str,
    facts: &str,
    digest: &str,
    prev: &str,
) -> String {
    json!([seq, at, officer, request, kind, facts, digest, prev]).to_string()
}

pub fn append(
    tx: &Transaction,
    seq: u32,
    officer: u32,
    now: Now,
    event: &Event,
) -> Result<(), Refusal> {
    let prev: Option<String> = tx
        .prepare_cached("SELECT hash FROM event WHERE seq = ?1")?
        .query_row([seq - 1], |r| r.get(0))
        .optional()?;
    let prev = prev.unwrap_or_else(|| ORIGIN.into());
    let text = json!({ "summary": event.summary, "details": event.details }).to_string();
    let salt = hex(&random::<16>()?);
    let digest = sha256(format!("{salt}{text}").as_bytes());
    let facts = event.facts.to_string();
    let at = now.stamp();
    let hash = sha256(
        message(
            seq,
            &at,
            officer,
            event.request,
            event.kind,
            &facts,
            &digest,
            &prev,
        )
        .as_bytes(),
    );
    tx.prepare_cached(include_str!("sql/event_insert.sql"))?
        .execute(params![
            seq,
            at,
            officer,
            event.request,
            event.kind,
            facts,
            digest,
            prev,
            hash
        ])?;
    tx.prepare_cached("INSERT INTO event_text (seq, salt, text) VALUES (?1, ?2, ?3)")?
        .execute(params![seq, salt, text])?;
    Ok(())
}

pub fn walk(conn: &Connection) -> Result<Walk, Refusal> {
    let mut statement = conn.prepare(include_str!("sql/event_walk.sql"))?;
    let mut rows = statement.query([])?;
    let mut walk = Walk {
        events: 0,
        head: ORIGIN.into(),
        broken: None,
    };
    while let Some(r) = rows.next()? {
        let seq: u32 = r.get("seq")?;
        let (at, kind, facts): (String, String, String) =
            (r.get("at")?, r.get("kind")?, r.get("facts")?);
        let (digest, prev, hash): (String, String, String) =
            (r.get("digest")?, r.get("prev")?, r.get("hash")?);
        let words: Option<(String, String)> =
            r.get::<_, Option<String>>("salt")?.zip(r.get("text")?);
        let problem = if seq != walk.events + 1 {
            Some("an entry before it is gone")
        } else if prev != walk.head {
            Some("it does not follow from the entry before it")
        } else if sha256(
            message(
                seq,
                &at,
                r.get("officer")?,
                r.get("request")?,
                &kind,
                &facts,
                &digest,
                &prev,
            )
            .as_bytes(),
        ) != hash
        {
            Some("what it says is not what was written")
        } else if words
            .is_some_and(|(salt, text)| sha256(format!("{salt}{text}").as_bytes()) != digest)
        {
            Some("its words are not those that were written")
        } else {
            None
        };
        if let Some(problem) = problem {
            walk.broken = Some((seq, problem.into()));
            return Ok(walk);
        }
        walk.events = seq;
        walk.head = hash;
    }
    walk.broken = super::kept::compare(conn, walk.events)?;
    Ok(walk)
}
