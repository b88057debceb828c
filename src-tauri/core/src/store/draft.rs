//! Work in hand: the request half typed and the letters being written.

use crate::api::wire::Refusal;
use crate::words::{LetterKind, LetterLanguage};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// Keeps the request half typed.
pub fn save(tx: &Transaction, body: &str, at: &str) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO request_draft (id, body, saved_at) VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE SET body = ?1, saved_at = ?2")?
        .execute([body, at])?;
    Ok(())
}

/// The request half typed, and when it was kept.
pub fn load(conn: &Connection) -> Result<Option<(String, String)>, Refusal> {
    Ok(conn
        .prepare_cached("SELECT body, saved_at FROM request_draft")?
        .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?)
}

/// Forgets the request half typed.
pub fn discard(tx: &Transaction) -> Result<(), Refusal> {
    tx.execute("DELETE FROM request_draft", [])?;
    Ok(())
}

/// A letter being written.
pub struct LetterInHand {
    pub request: u32,
    pub kind: LetterKind,
    pub law: String,
    pub reason: String,
    pub asked: String,
    pub language: LetterLanguage,
    /// Lines of name and address, where it is not the requester.
    pub addressee: String,
    /// The passages, as JSON.
    pub text: String,
    /// The letter that it takes the place of.
    pub replaces: Option<u32>,
    /// Our own versions that it was drafted from.
    pub wording: Vec<u32>,
    /// The program's set of templates at that time; empty where it was not kept.
    pub templates: String,
}

/// Keeps a letter being written, one a request; what was chosen to go along with it stays.
pub fn save_letter(tx: &Transaction, letter: &LetterInHand) -> Result<(), Refusal> {
    tx.prepare_cached(include_str!("sql/letter_draft_keep.sql"))?
        .execute(params![
            letter.request,
            letter.kind.id(),
            letter.law,
            letter.reason,
            letter.asked,
            letter.text,
            letter.language.id(),
            letter.addressee,
            letter.replaces,
            ids(&letter.wording),
            letter.templates
        ])?;
    Ok(())
}

fn ids(of: &[u32]) -> String {
    serde_json::Value::from(of).to_string()
}

/// The letter being written for a request.
pub fn letter(conn: &Connection, request: u32) -> Result<Option<LetterInHand>, Refusal> {
    let found = conn
        .prepare_cached(
            "SELECT kind, law, reason, asked, text, language, addressee, replaces, wording, template_sha256 FROM letter_draft WHERE request = ?1",
        )?
        .query_row([request], |r| {
            Ok((
                r.get::<_, String>(0)?,
                LetterInHand {
                    request,
                    kind: LetterKind::Acknowledgement,
                    law: r.get(1)?,
                    reason: r.get(2)?,
                    asked: r.get(3)?,
                    text: r.get(4)?,
                    language: super::letter::language(&r.get::<_, String>(5)?),
                    addressee: r.get(6)?,
                    replaces: r.get(7)?,
                    wording: serde_json::from_str(&r.get::<_, String>(8)?).unwrap_or_default(),
                    templates: r.get(9)?,
                },
            ))
        })
        .optional()?;
    found
        .map(|(id, letter)| {
            let kind = LetterKind::from_id(&id)
                .ok_or_else(|| Refusal::broken("a letter in hand is of an unknown kind"))?;
            Ok(LetterInHand { kind, ..letter })
        })
        .transpose()
}

/// Forgets the letter being written for a request, and what was to go along with it.
pub fn discard_letter(tx: &Transaction, request: u32) -> Result<(), Refusal> {
    super::enclosure::forget(tx, request)?;
    tx.prepare_cached("DELETE FROM letter_draft WHERE request = ?1")?
        .execute([request])?;
    Ok(())
}
