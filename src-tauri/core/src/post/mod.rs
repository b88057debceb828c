//! The print room: letters that wait in the house, leave it, and come back.
//!
//! Issuing keeps a letter; posting is confirmed here. What a letter does to a clock counts from the day it was posted;
//! until that is confirmed, from the day it was issued, and the page says so. A letter that came back counts for nothing:
//! its step is open again.

pub mod along;
pub mod batch;
pub mod confirm;
mod cover;
pub mod mail;
pub mod names;
pub mod parcel;
pub mod room;

use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::letter::Paper;
use crate::store::Connection;
use crate::store::post::{Posting, Which, find};

/// The letter that a key of the page names.
fn which(key: &str) -> Option<Which> {
    let (kind, id) = key.split_at_checked(1)?;
    let id = id.parse().ok()?;
    match kind {
        "l" => Some(Which::Letter(id)),
        "r" => Some(Which::Register(id)),
        _ => None,
    }
}

/// The key by which the page names a letter.
fn key(which: Which) -> String {
    match which {
        Which::Letter(id) => format!("l{id}"),
        Which::Register(id) => format!("r{id}"),
    }
}

/// The paper of a letter; of one issued before this was kept, that of the desk.
fn paper_of(desk: &Desk, one: &Posting) -> Paper {
    match one.paper.as_str() {
        "a4" => Paper::A4,
        "us-letter" => Paper::UsLetter,
        _ => crate::desk::letterhead::paper(desk.profile.paper),
    }
}

fn get(conn: &Connection, key: &str) -> Result<Posting, Refusal> {
    let found = which(key).map(|which| find(conn, which)).transpose()?;
    found
        .flatten()
        .ok_or_else(|| Refusal::missing("There is no such letter in this desk."))
}

/// The letters of these keys, each once, in the order of the keys.
fn all(conn: &Connection, keys: &[String]) -> Result<Vec<Posting>, Refusal> {
    let mut found: Vec<Posting> = Vec::with_capacity(keys.len());
    let mut seen = std::collections::HashSet::new();
    for key in keys {
        if seen.insert(key) {
            found.push(get(conn, key)?);
        }
    }
    Ok(found)
}
