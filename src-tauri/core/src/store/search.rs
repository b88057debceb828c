//! Finding a request by any part of a name, an address, a reference or the words.

use crate::api::wire::{Person, Refusal};
use crate::request::case::Case;
use crate::request::same::{fold, plain};
use rusqlite::{Connection, Transaction, params};

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

/// Open or closed requests that hold every word of `typed` somewhere, newest first.
///
/// Words of one or two letters are too short for the index and are looked for in names and references alone.
pub fn find(conn: &Connection, typed: &str, open: bool, most: u32) -> Result<Vec<u32>, Refusal> {
    let typed = plain(typed);
    let (long, short): (Vec<&str>, Vec<&str>) = typed
        .split_whitespace()
        .partition(|w| w.chars().count() >= 3);
    let short: Vec<String> = short
        .into_iter()
        .map(|w| format!("%{}%", fold(w)))
        .filter(|p| p != "%%")
        .collect();
    if long.is_empty() && short.is_empty() {
        return Ok(Vec::new());
    }
    let still = if open { "IS NULL" } else { "IS NOT NULL" };
    // The index leads and walks from the newest back, so that the walk ends with the last hit wanted.
    let mut sql = if long.is_empty() {
        format!("SELECT id FROM request WHERE closed_on {still}")
    } else {
        format!(
            "SELECT request.id FROM request_search CROSS JOIN request ON request.id = request_search.rowid
             WHERE request_search MATCH ?1 AND closed_on {still}"
        )
    };
    let mut values: Vec<String> = Vec::new();
    if !long.is_empty() {
        // Each word in quotes: nothing typed is ever read as an operator of the index.
        values.push(
            long.iter()
                .map(|w| format!("\"{}\"", w.replace('"', "\"\"")))
                .collect::<Vec<_>>()
                .join(" AND "),
        );
    }
    for pattern in short {
        values.push(pattern);
        let n = values.len();
        sql.push_str(&format!(
            " AND (request.person_key LIKE ?{n} OR request.reference LIKE ?{n})"
        ));
    }
    let id = if long.is_empty() {
        "id"
    } else {
        "request_search.rowid"
    };
    sql.push_str(&format!(" ORDER BY {id} DESC LIMIT {most}"));
    let mut statement = conn.prepare_cached(&sql)?;
    let ids = statement
        .query_map(rusqlite::params_from_iter(values), |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(ids)
}

/// The newest requests of the register, or only the closed ones.
pub fn newest(conn: &Connection, closed_only: bool, most: u32) -> Result<Vec<u32>, Refusal> {
    let sql = if closed_only {
        "SELECT id FROM request WHERE closed_on IS NOT NULL ORDER BY id DESC LIMIT ?1"
    } else {
        "SELECT id FROM request ORDER BY id DESC LIMIT ?1"
    };
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement
        .query_map([most], |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}
