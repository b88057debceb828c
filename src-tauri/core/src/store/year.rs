//! What the year's figures read beside the requests.

use crate::api::wire::Refusal;
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// The years in which requests were received, newest first.
pub fn years(conn: &Connection) -> Result<Vec<i32>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT CAST(substr(received_on, 1, 4) AS INTEGER) FROM request ORDER BY 1 DESC",
    )?;
    Ok(statement
        .query_map([], |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}

/// A request was received from a first day to a last, both counted.
pub fn any_received(conn: &Connection, first: NaiveDate, last: NaiveDate) -> Result<bool, Refusal> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM request WHERE received_on BETWEEN ?1 AND ?2)",
        )?
        .query_row(params![first.to_string(), last.to_string()], |r| r.get(0))?)
}

/// Hash of the newest event.
pub fn head(conn: &Connection) -> Result<String, Refusal> {
    Ok(conn
        .prepare_cached("SELECT coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), '')")?
        .query_row([], |r| r.get(0))?)
}

/// Hash of the desk's first event.
pub fn first(conn: &Connection) -> Result<String, Refusal> {
    Ok(conn
        .prepare_cached("SELECT coalesce((SELECT hash FROM event WHERE seq = 1), '')")?
        .query_row([], |r| r.get(0))?)
}
