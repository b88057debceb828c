//! The claims of a span of days, for the year's figures.

use crate::api::wire::Refusal;
use rusqlite::{Connection, params};

/// One claim under one law, with what the year's figures need of it. Days are `YYYY-MM-DD`.
pub struct ClaimOfYear {
    pub request: u32,
    pub claim: u32,
    pub law: String,
    pub right: String,
    pub outcome: Option<String>,
    pub received_on: String,
    pub decided_on: Option<String>,
    pub answered_on: Option<String>,
}

/// Claims of the requests received from `from` to `to`, both days included.
pub fn claims(conn: &Connection, from: &str, to: &str) -> Result<Vec<ClaimOfYear>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/year_claims.sql"))?;
    let rows = statement.query_map(params![from, to], |r| {
        Ok(ClaimOfYear {
            request: r.get(0)?,
            claim: r.get(1)?,
            law: r.get(2)?,
            right: r.get(3)?,
            outcome: r.get(4)?,
            received_on: r.get(5)?,
            decided_on: r.get(6)?,
            answered_on: r.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The years in which requests were received, newest first.
pub fn years(conn: &Connection) -> Result<Vec<i32>, Refusal> {
    let mut statement = conn.prepare_cached("SELECT DISTINCT CAST(substr(received_on, 1, 4) AS INTEGER) FROM request ORDER BY 1 DESC")?;
    Ok(statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

/// Hash of the newest event.
pub fn head(conn: &Connection) -> Result<String, Refusal> {
    Ok(conn.prepare_cached("SELECT coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), '')")?.query_row([], |r| r.get(0))?)
}
