//! Finding a request by any part of a name, an address, a reference or the words.

use crate::api::wire::{Person, Refusal};
use crate::request::case::Case;
use crate::request::same::plain;
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
    let words = [plain(&names), plain(&addresses), plain(&case.words)];
    put(tx, id, &case.reference, &words)
}

/// Files a request under its reference alone.
pub fn file_reference(tx: &Transaction, id: u32, reference: &str) -> Result<(), Refusal> {
    put(tx, id, reference, &[const { String::new() }; 3])
}

/// Names, addresses and words in their plain form.
fn put(tx: &Transaction, id: u32, reference: &str, words: &[String; 3]) -> Result<(), Refusal> {
    let [names, addresses, words] = words;
    tx.prepare_cached("DELETE FROM request_search WHERE rowid = ?1")?
        .execute([id])?;
    tx.prepare_cached("DELETE FROM request_beginnings WHERE rowid = ?1")?
        .execute([id])?;
    tx.prepare_cached(
        "INSERT INTO request_beginnings (rowid, reference, person) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![id, reference, names])?;
    tx.prepare_cached("INSERT INTO request_search (rowid, reference, person, address, words) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, reference, names, addresses, words])?;
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
const MOST_HITS: usize = 300;

/// A page of the register.
pub struct Page {
    /// How many requests match, beyond this page too.
    pub total: u32,
    /// Older ones match as well and are not counted.
    pub more: bool,
    pub ids: Vec<u32>,
}

/// The requests that match, a page of them.
pub fn page(conn: &Connection, wanted: &Wanted, offset: u32, limit: u32) -> Result<Page, Refusal> {
    // A zero character would end the question early.
    let typed = plain(wanted.typed).replace('\0', " ");
    let asked = ask(wanted, &typed);
    let way = if wanted.turned { "DESC" } else { "ASC" };
    let column = match wanted.order {
        Order::Number => "id",
        Order::Person => "person_key",
        Order::Received => "received_on",
    };
    let order = format!("ORDER BY {column} {way}, id {way}");
    if let Some(index) = asked.index {
        let newest = format!(
            "SELECT request.id {} ORDER BY {index}.rowid DESC LIMIT {MOST_HITS}",
            asked.from()
        );
        let hits = ids(conn, &newest, &asked.values)?;
        let sql = format!(
            "SELECT id FROM request WHERE id IN (SELECT value FROM json_each(?1)) {} {order}",
            asked.then
        );
        let mut values = vec![Value::from(serde_json::json!(hits).to_string())];
        values.extend(asked.then_values);
        let all = ids(conn, &sql, &values)?;
        return Ok(Page {
            total: u32::try_from(all.len()).unwrap_or(u32::MAX),
            more: hits.len() == MOST_HITS,
            ids: all
                .into_iter()
                .skip(offset as usize)
                .take(limit as usize)
                .collect(),
        });
    }
    let total = conn
        .prepare_cached(&format!("SELECT count(*) {}", asked.from()))?
        .query_row(params_from_iter(&asked.values), |r| r.get(0))?;
    let sql = format!(
        "SELECT id {} {order} LIMIT {limit} OFFSET {offset}",
        asked.from()
    );
    Ok(Page {
        total,
        more: false,
        ids: ids(conn, &sql, &asked.values)?,
    })
}

fn ids(conn: &Connection, sql: &str, values: &[Value]) -> Result<Vec<u32>, Refusal> {
    Ok(conn
        .prepare_cached(sql)?
        .query_map(params_from_iter(values), |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}

/// Where to look, under which conditions, with which values.
struct Asked {
    /// The full-text index that leads, if something was typed.
    index: Option<&'static str>,
    conditions: String,
    /// What is asked of the hits only.
    then: String,
    then_values: Vec<Value>,
    values: Vec<Value>,
}

impl Asked {
    /// The index leads and walks from the newest back, so that the walk ends with the last hit wanted.
    fn from(&self) -> String {
        let Self { conditions, .. } = self;
        match self.index {
            Some(index) => format!(
                "FROM {index} CROSS JOIN request ON request.id = {index}.rowid WHERE {index} MATCH ?1 {conditions}"
            ),
            None => format!("FROM request WHERE 1 = 1 {conditions}"),
        }
    }
}

/// Words of three letters and more are found anywhere; shorter ones alone, where a word of a name or a reference begins.
fn ask(wanted: &Wanted, typed: &str) -> Asked {
    let (long, short): (Vec<&str>, Vec<&str>) = typed
        .split_whitespace()
        .partition(|w| w.chars().count() >= 3);
    // In quotes: nothing typed is ever read as an operator of the index.
    let quoted = |w: &&str| format!("\"{}\"", w.replace('"', "\"\""));
    let mut asked = Asked {
        index: None,
        conditions: String::new(),
        then: String::new(),
        then_values: Vec::new(),
        values: Vec::new(),
    };
    if !long.is_empty() {
        asked.index = Some("request_search");
        let words: Vec<String> = long.iter().map(quoted).collect();
        asked.values.push(words.join(" AND ").into());
        // Too short for the index: looked for in the hits alone.
        for (n, word) in short.iter().enumerate() {
            asked.then_values.push((*word).to_owned().into());
            asked.then.push_str(&format!(
                " AND instr(person_key || ' ' || reference || ' ' || lower(json_extract(requester, '$.name', '$.email', '$.phone', '$.address')) || ' ' || lower(words), ?{}) > 0",
                n + 2
            ));
        }
    } else if !short.is_empty() {
        asked.index = Some("request_beginnings");
        let words: Vec<String> = short.iter().map(|w| quoted(w) + "*").collect();
        asked.values.push(words.join(" AND ").into());
    }
    if wanted.closed_only {
        asked.conditions.push_str(" AND closed_on IS NOT NULL");
    }
    if let Some(right) = wanted.right {
        asked.also(
            "EXISTS (SELECT 1 FROM claim WHERE claim.request = request.id AND claim.\"right\" = ?)",
            right.id().to_owned(),
        );
    }
    if !wanted.law.is_empty() {
        asked.also(
            "EXISTS (SELECT 1 FROM claim JOIN claim_law ON claim_law.claim = claim.id WHERE claim.request = request.id AND claim_law.law = ?)",
            wanted.law.to_owned(),
        );
    }
    asked
}

impl Asked {
    /// A condition with one value.
    fn also(&mut self, condition: &str, value: String) {
        self.values.push(value.into());
        let numbered = condition.replace('?', &format!("?{}", self.values.len()));
        self.conditions.push_str(" AND ");
        self.conditions.push_str(&numbered);
    }
}
