//! What the officer said of passages, as rows.

use crate::api::wire::{PromiseState, Refusal};
use crate::policy::{Evidence, Reading};
use rusqlite::{Connection, Transaction, params};

/// One passage that somebody reviewed or marked.
#[derive(Debug, Clone)]
pub struct Reviewed {
    pub id: u32,
    pub policy: u32,
    /// Names the passage as it was proposed.
    pub key: String,
    pub state: PromiseState,
    pub own: bool,
    pub corrected: bool,
    /// In characters of the reading text.
    pub start: u32,
    pub end: u32,
    pub quote: String,
    /// The headings over it, outermost first.
    pub under: Vec<String>,
    pub reading: Reading,
    pub why: Vec<Evidence>,
    pub by: String,
    pub at: String,
}

fn bad(e: serde_json::Error) -> Refusal {
    Refusal::broken(&format!("a promise in the desk cannot be read ({e})"))
}

/// Every reviewed passage, in the order of the texts.
pub fn all(conn: &Connection) -> Result<Vec<Reviewed>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/promises.sql"))?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let state: String = r.get("state")?;
        let (reading, why): (String, String) = (r.get("reading")?, r.get("why")?);
        let under: String = r.get("under")?;
        all.push(Reviewed {
            id: r.get("id")?,
            policy: r.get("policy")?,
            key: r.get("passage")?,
            state: if state == "accepted" {
                PromiseState::Accepted
            } else {
                PromiseState::Rejected
            },
            own: r.get("own")?,
            corrected: r.get("corrected")?,
            start: r.get("start_at")?,
            end: r.get("end_at")?,
            quote: r.get("quote")?,
            under: serde_json::from_str(&under).map_err(bad)?,
            reading: serde_json::from_str(&reading).map_err(bad)?,
            why: serde_json::from_str(&why).map_err(bad)?,
            by: r.get("by")?,
            at: r.get("at")?,
        });
    }
    Ok(all)
}

/// Keeps what was said of a passage. Its number stays when it is said anew.
pub fn keep(tx: &Transaction, one: &Reviewed, event: u32) -> Result<u32, Refusal> {
    let state = match one.state {
        PromiseState::Accepted => "accepted",
        PromiseState::Rejected | PromiseState::Suggested => "rejected",
    };
    tx.prepare_cached(include_str!("sql/promise_keep.sql"))?
        .query_row(
            params![
                one.policy,
                one.key,
                state,
                one.own,
                one.corrected,
                one.start,
                one.end,
                one.quote,
                serde_json::to_string(&one.under).map_err(bad)?,
                serde_json::to_string(&one.reading).map_err(bad)?,
                serde_json::to_string(&one.why).map_err(bad)?,
                event
            ],
            |r| r.get(0),
        )
        .map_err(Refusal::from)
}

/// Takes back what was said; the log keeps it.
pub fn forget(tx: &Transaction, id: u32) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM promise WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// What was written about a contradiction, by its key.
pub struct Answer {
    pub key: String,
    pub text: String,
    pub officer: String,
    pub at: String,
}

/// Every answer.
pub fn answers(conn: &Connection) -> Result<Vec<Answer>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT contradiction, text, officer.name, event.at FROM contradiction_answer JOIN event ON event.seq = contradiction_answer.event JOIN officer ON officer.id = event.officer",
    )?;
    let rows = statement.query_map([], |r| {
        Ok(Answer {
            key: r.get(0)?,
            text: r.get(1)?,
            officer: r.get(2)?,
            at: r.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps an answer; a later one takes the place of an earlier, and the log keeps both.
pub fn answer(tx: &Transaction, key: &str, text: &str, event: u32) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO contradiction_answer (contradiction, text, event) VALUES (?1, ?2, ?3) ON CONFLICT (contradiction) DO UPDATE SET text = ?2, event = ?3")?
        .execute(params![key, text, event])?;
    Ok(())
}
