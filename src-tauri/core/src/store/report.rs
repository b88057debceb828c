//! Reports as they were issued.

use crate::api::wire::Refusal;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// One issued report without its figures.
#[derive(Debug, Clone)]
pub struct Issued {
    pub id: u32,
    /// Identifier of the report.
    pub report: String,
    pub first: String,
    pub last: String,
    /// As report and span are called.
    pub title: String,
    pub span: String,
    /// The question as it was asked, as JSON.
    pub options: String,
    /// SHA-256 of the body.
    pub sha256: String,
    /// Hash and number of the newest event counted.
    pub log_head: String,
    pub log_seq: u32,
    pub rules: String,
    pub as_of: String,
    /// RFC 3339, UTC.
    pub issued_at: String,
    /// The day of it in the desk's zone of that moment, as its event says; earlier versions said none.
    pub issued_on: Option<String>,
    pub signed_by: String,
    pub office: String,
    pub remark: String,
    /// The event of its issue.
    pub event: u32,
}

const COLUMNS: &str = "id, report, first_day, last_day, options, sha256, log_head, log_seq, rules, as_of, issued_at, signed_by, office, remark, event, title, span, (SELECT json_extract(facts, '$.issued_on') FROM event WHERE seq = report_issued.event)";

fn row(r: &Row) -> rusqlite::Result<Issued> {
    Ok(Issued {
        id: r.get(0)?,
        report: r.get(1)?,
        first: r.get(2)?,
        last: r.get(3)?,
        options: r.get(4)?,
        sha256: r.get(5)?,
        log_head: r.get(6)?,
        log_seq: r.get(7)?,
        rules: r.get(8)?,
        as_of: r.get(9)?,
        issued_at: r.get(10)?,
        signed_by: r.get(11)?,
        office: r.get(12)?,
        remark: r.get(13)?,
        event: r.get(14)?,
        title: r.get(15)?,
        span: r.get(16)?,
        issued_on: r.get(17)?,
    })
}

/// Keeps a report with its figures for ever and gives its number.
pub fn keep(tx: &Transaction, one: &Issued, body: &[u8]) -> Result<u32, Refusal> {
    tx.prepare_cached(include_str!("sql/report_issued_insert.sql"))?
        .execute(params![
            one.report,
            one.first,
            one.last,
            one.options,
            one.sha256,
            one.log_head,
            one.log_seq,
            one.rules,
            one.as_of,
            one.issued_at,
            one.signed_by,
            one.office,
            one.remark,
            one.event,
            body,
            one.title,
            one.span
        ])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more reports than it can number"))
}

/// Every issued report, newest first.
pub fn all(conn: &Connection) -> Result<Vec<Issued>, Refusal> {
    let sql = format!("SELECT {COLUMNS} FROM report_issued ORDER BY id DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_map([], row)?.collect::<Result<_, _>>()?)
}

/// One of them.
pub fn find(conn: &Connection, id: u32) -> Result<Issued, Refusal> {
    let sql = format!("SELECT {COLUMNS} FROM report_issued WHERE id = ?1");
    conn.prepare_cached(&sql)?
        .query_row([id], row)
        .optional()?
        .ok_or_else(missing)
}

/// Its figures as they were issued, byte for byte.
pub fn body(conn: &Connection, id: u32) -> Result<Vec<u8>, Refusal> {
    conn.prepare_cached("SELECT body FROM report_issued WHERE id = ?1")?
        .query_row([id], |r| r.get(0))
        .optional()?
        .ok_or_else(missing)
}

fn missing() -> Refusal {
    Refusal::missing("No such report was issued in this desk.")
}

/// How much there is to count for one report: requests and entries of the register of disclosures.
pub fn to_count(conn: &Connection) -> Result<u32, Refusal> {
    Ok(conn
        .prepare_cached("SELECT (SELECT coalesce(max(id), 0) FROM request) + (SELECT coalesce(max(id), 0) FROM handling)")?
        .query_row([], |r| r.get(0))?)
}
