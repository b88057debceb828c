//! Finding a request by any part of a name, an address, a reference or the words.

use crate::api::wire::{Person, Refusal};
use crate::request::case::Case;
use crate::request::same::{fold, plain};
use crate::words::Right;
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params, params_from_iter};

/// Files a request for search, in place of what was filed before.
pub fn file(tx: &Transaction, id: u32, case: &Case) -> Result<(), Refusal> {
    let people: Vec<&Person> = std::iter::once(&case.requester)
        .chain(case.subject.as_ref())
        .collect();
    let names = people
        .iter()
        .map(|p| p.name.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    let addresses = people
        .iter()
        .flat_map(|p| {
            [p.email.as_str(), p.phone.as_str()]
                .into_iter()
                .chain(p.address.iter().map(String::as_str))
        })
        .collect::<Vec<_>>()
        .join("\n");
    tx.prepare_cached("DELETE FROM request_search WHERE rowid = ?1")?
        .execute([id])?;
    tx.prepare_cached("INSERT INTO request_search (rowid, reference, person, address, words) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, case.reference, plain(&names), plain(&addresses), plain(&case.words)])?;
    Ok(())
}

/// The order in which the register is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As they were logged.
    Number,
    Person,
    Received,
}

/// What is looked for in the whole register.
pub struct Wanted<'a> {
    /// Every word must stand somewhere; empty finds all.
    pub typed: &'a str,
    pub closed_only: bool,
    /// One law, or any when empty.
    pub law: &'a str,
    pub right: Option<Right>,
    pub order: Order,
    /// Greatest first.
    pub turned: bool,
}

/// A search stops at its newest so many hits: whoever has more types another letter.
const MOST_HITS: u32 = 2_000;

/// How many requests match, and the identifiers of one page of them.
pub fn page(
    conn: &Connection,
    wanted: &Wanted,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<u32>), Refusal> {
    let (conditions, mut values) = conditions(wanted);
    let all = format!("SELECT count(*) FROM request WHERE {conditions}");
    let total: u32 = conn
        .prepare_cached(&all)?
        .query_row(params_from_iter(&values), |r| r.get(0))?;
    let column = match wanted.order {
        Order::Number => "id",
        Order::Person => "person_key",
        Order::Received => "received_on",
    };
    let way = if wanted.turned { "DESC" } else { "ASC" };
    let n = values.len();
    values.extend([Value::from(limit), Value::from(offset)]);
    let one = format!(
        "SELECT id FROM request WHERE {conditions} ORDER BY {column} {way}, id {way} LIMIT ?{} OFFSET ?{}",
        n + 1,
        n + 2
    );
    let ids = conn
        .prepare_cached(&one)?
        .query_map(params_from_iter(&values), |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    Ok((total, ids))
}

/// The conditions on a request and their values. Words of one or two letters are too short for the index and are looked for in names and references alone.
fn conditions(wanted: &Wanted) -> (String, Vec<Value>) {
    let mut sql = String::from("1 = 1");
    let mut values: Vec<Value> = Vec::new();
    if wanted.closed_only {
        sql.push_str(" AND closed_on IS NOT NULL");
    }
    let typed = plain(wanted.typed);
    let (long, short): (Vec<&str>, Vec<&str>) = typed
        .split_whitespace()
        .partition(|w| w.chars().count() >= 3);
    if !long.is_empty() {
        // Each word in quotes: nothing typed is ever read as an operator of the index.
        let words: Vec<String> = long
            .iter()
            .map(|w| format!("\"{}\"", w.replace('"', "\"\"")))
            .collect();
        values.push(words.join(" AND ").into());
        sql.push_str(&format!(
            " AND id IN (SELECT rowid FROM request_search WHERE request_search MATCH ?{} ORDER BY rowid DESC LIMIT {MOST_HITS})",
            values.len()
        ));
    }
    for word in short {
        values.push(format!("%{}%", fold(word)).into());
        values.push(format!("%{}%", word.replace(['%', '_'], "")).into());
        let n = values.len();
        // Two questions that each read one index, and no row of the register.
        sql.push_str(&format!(
            " AND id IN (SELECT id FROM request WHERE person_key LIKE ?{} UNION SELECT id FROM request WHERE reference LIKE ?{n})",
            n - 1
        ));
    }
    if let Some(right) = wanted.right {
        values.push(right.id().to_owned().into());
        sql.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM claim WHERE claim.request = request.id AND claim.\"right\" = ?{})",
            values.len()
        ));
    }
    if !wanted.law.is_empty() {
        values.push(wanted.law.to_owned().into());
        sql.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM claim JOIN claim_law ON claim_law.claim = claim.id WHERE claim.request = request.id AND claim_law.law = ?{})",
            values.len()
        ));
    }
    (sql, values)
}
