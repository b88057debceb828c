//! The suppression list as rows: one line an address. The hash stays when the address is forgotten.

use crate::api::wire::Refusal;
use crate::request::same::plain;
use crate::words::{AddressKind, SuppressionScope};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params, params_from_iter};

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: u32,
    pub scope: SuppressionScope,
    /// The only recipient it counts for, where it is about marketing by recipients.
    pub recipient: Option<u32>,
    pub recipient_name: Option<String>,
    pub kind: AddressKind,
    /// Normalised; empty once only the hash is kept.
    pub address: String,
    pub hash: String,
    pub since: NaiveDate,
    /// The law it rests on; empty where nobody said.
    pub law: String,
    pub request: Option<u32>,
    pub reference: String,
    pub reason: String,
    /// It came with a decision and goes with it.
    pub decided: bool,
    pub lifted_on: Option<NaiveDate>,
    pub lifted: String,
    /// The decision was taken back.
    pub undone: bool,
}

impl Line {
    /// Whether it held on a day. The day itself on which somebody opted out is not counted against anybody.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        !self.undone && self.since < day && self.lifted_on.is_none_or(|lifted| day < lifted)
    }
}

fn line(r: &Row) -> Result<Line, Refusal> {
    let (scope, kind): (String, String) = (r.get("scope")?, r.get("kind")?);
    let unknown =
        |id: &str| Refusal::broken(&format!("the suppression list holds the word “{id}”"));
    Ok(Line {
        id: r.get("id")?,
        scope: SuppressionScope::from_id(&scope).ok_or_else(|| unknown(&scope))?,
        recipient: r.get("recipient")?,
        recipient_name: r.get("recipient_name")?,
        kind: AddressKind::from_id(&kind).ok_or_else(|| unknown(&kind))?,
        address: r.get("address")?,
        hash: r.get("hash")?,
        since: super::request::day(r, "since")?,
        law: r.get("law")?,
        request: r.get("request")?,
        reference: r.get::<_, Option<String>>("reference")?.unwrap_or_default(),
        reason: r.get("reason")?,
        decided: r.get("decided")?,
        lifted_on: super::request::optional_day(r, "lifted_on")?,
        lifted: r.get("lifted")?,
        undone: r.get("undone")?,
    })
}

fn these(conn: &Connection, which: &str, values: Vec<Value>) -> Result<Vec<Line>, Refusal> {
    let sql = include_str!("sql/suppression_lines.sql").replace("{which}", which);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        all.push(line(r)?);
    }
    Ok(all)
}

/// What is looked for.
#[derive(Default)]
pub struct Wanted<'a> {
    /// Any part of an address, a reference or a reason; empty finds all.
    pub typed: &'a str,
    /// Hashes of what was typed, in case it is a whole address.
    pub hashes: &'a [String],
    pub scope: Option<SuppressionScope>,
    /// Lifted lines too.
    pub lifted: bool,
    /// This line alone, lifted or not.
    pub line: Option<u32>,
}

impl Wanted<'_> {
    fn which(&self) -> (String, Vec<Value>) {
        let mut which = vec!["1 = 1".to_owned()];
        let mut values: Vec<Value> = Vec::new();
        if let Some(line) = self.line {
            values.push(Value::Integer(line.into()));
            which.push("suppression.id = ?1".to_owned());
        } else if !self.lifted {
            which.push("lifted_on IS NULL".into());
        }
        if let Some(scope) = self.scope {
            values.push(Value::Text(scope.id().to_owned()));
            which.push(format!("scope = ?{}", values.len()));
        }
        if !self.typed.trim().is_empty() {
            values.push(Value::Text(like(&plain(self.typed.trim()))));
            let at = values.len();
            let mut any = vec![format!(
                "address LIKE ?{at} ESCAPE '\\' OR request.reference LIKE ?{at} ESCAPE '\\' OR reason LIKE ?{at} ESCAPE '\\'"
            )];
            for hash in self.hashes {
                values.push(Value::Text(hash.clone()));
                any.push(format!("hash = ?{}", values.len()));
            }
            which.push(format!("({})", any.join(" OR ")));
        }
        (which.join(" AND "), values)
    }
}

/// A pattern that finds the text itself anywhere.
fn like(text: &str) -> String {
    let mut out = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('%');
    out
}

/// A page of the list, newest first, and how many lines match in all.
pub fn page(
    conn: &Connection,
    wanted: &Wanted,
    offset: u32,
    limit: u32,
) -> Result<(Vec<Line>, u32), Refusal> {
    let (which, mut values) = wanted.which();
    let count = format!(
        "SELECT count(*) FROM suppression LEFT JOIN request ON request.id = suppression.request WHERE {which}"
    );
    let total = conn
        .prepare_cached(&count)?
        .query_row(params_from_iter(values.clone()), |r| r.get(0))?;
    values.extend([Value::Integer(limit.into()), Value::Integer(offset.into())]);
    let (limit, offset) = (values.len() - 1, values.len());
    let rows = these(
        conn,
        &format!(
            "{which} ORDER BY since DESC, suppression.id DESC LIMIT ?{limit} OFFSET ?{offset}"
        ),
        values,
    )?;
    Ok((rows, total))
}

/// Every line that stands or stood, oldest first.
pub fn all(conn: &Connection, wanted: &Wanted) -> Result<Vec<Line>, Refusal> {
    let (which, values) = wanted.which();
    these(
        conn,
        &format!("{which} ORDER BY since, suppression.id"),
        values,
    )
}

/// How many addresses stand for each scope.
pub fn counts(conn: &Connection) -> Result<Vec<(String, u32)>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT scope, count(DISTINCT hash) FROM suppression WHERE lifted_on IS NULL GROUP BY scope",
    )?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One line.
pub fn find(conn: &Connection, id: u32) -> Result<Option<Line>, Refusal> {
    Ok(these(conn, "suppression.id = ?1", vec![Value::Integer(id.into())])?.pop())
}

/// Every line of a request, lifted ones too.
pub fn of_request(conn: &Connection, request: u32) -> Result<Vec<Line>, Refusal> {
    these(
        conn,
        "suppression.request = ?1 ORDER BY suppression.id",
        vec![Value::Integer(request.into())],
    )
}

/// Every line of an address, lifted ones too.
pub fn of_hash(conn: &Connection, hash: &str) -> Result<Vec<Line>, Refusal> {
    these(conn, "hash = ?1", vec![Value::Text(hash.to_owned())])
}

/// The salt, once there is a line.
pub fn salt(conn: &Connection) -> Result<Option<String>, Refusal> {
    Ok(conn
        .prepare_cached("SELECT salt FROM suppression_salt WHERE id = 1")?
        .query_row([], |r| r.get(0))
        .optional()?)
}

/// The salt; a fresh one is kept where there was none, and never another after it.
pub fn keep_salt(tx: &Transaction, fresh: &str) -> Result<String, Refusal> {
    tx.prepare_cached("INSERT OR IGNORE INTO suppression_salt (id, salt) VALUES (1, ?1)")?
        .execute([fresh])?;
    salt(tx)?.ok_or_else(|| Refusal::broken("the salt of the suppression list was not kept"))
}

/// A line to be added.
pub struct NewLine<'a> {
    pub scope: SuppressionScope,
    pub recipient: Option<u32>,
    pub kind: AddressKind,
    pub address: &'a str,
    pub hash: &'a str,
    pub since: NaiveDate,
    pub law: &'a str,
    pub request: Option<u32>,
    pub reason: &'a str,
    pub decided: bool,
}

/// Adds one and gives its number.
pub fn add(tx: &Transaction, new: &NewLine, event: u32) -> Result<u32, Refusal> {
    tx.prepare_cached(include_str!("sql/suppression_insert.sql"))?
        .execute(params![
            new.scope.id(),
            new.recipient,
            new.kind.id(),
            new.address,
            new.hash,
            new.since.to_string(),
            new.law,
            new.request,
            new.reason,
            new.decided,
            event
        ])?;
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the suppression list holds more than it can number"))
}

/// Lifts one; it stays to be read.
pub fn lift(
    tx: &Transaction,
    id: u32,
    on: NaiveDate,
    how: &str,
    undone: bool,
) -> Result<(), Refusal> {
    tx.prepare_cached(
        "UPDATE suppression SET lifted_on = ?2, lifted = ?3, undone = ?4 WHERE id = ?1",
    )?
    .execute(params![id, on.to_string(), how, undone])?;
    Ok(())
}

/// Forgets an address and the words about it wherever it stands; what is left names nobody and still meets its like.
pub fn forget(tx: &Transaction, hash: &str) -> Result<u32, Refusal> {
    let lines = tx
        .prepare_cached("UPDATE suppression SET address = '', reason = CASE WHEN decided THEN reason ELSE '' END, lifted = '' WHERE hash = ?1")?
        .execute([hash])?;
    Ok(u32::try_from(lines).unwrap_or(u32::MAX))
}

/// Every hash with the kind of its address, lifted ones too.
pub fn hashes(conn: &Connection) -> Result<Vec<(String, String)>, Refusal> {
    let mut statement = conn.prepare_cached("SELECT DISTINCT hash, kind FROM suppression")?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Walks past everybody whom an entry of the register of disclosures names: entry, folded mail address, the person as JSON.
pub fn each_named(
    conn: &Connection,
    mut see: impl FnMut(u32, &str, &str) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT handling, email_key, person FROM handling_person")?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let text = |column: usize| -> Result<&str, Refusal> {
            r.get_ref(column)?
                .as_str()
                .map_err(|e| Refusal::broken(&e.to_string()))
        };
        see(r.get(0)?, text(1)?, text(2)?)?;
    }
    Ok(())
}
