//! What was done with data, as rows.

mod kept;

use super::request::Keys;
use crate::api::wire::{HandlingIn, Person, Refusal};
use chrono::NaiveDate;
use rusqlite::{CachedStatement, Connection, Row, Transaction, params};
use std::collections::HashMap;

/// One entry of the register, with the people it names.
#[derive(Debug, Clone)]
pub struct Handling {
    pub id: u32,
    pub day: NaiveDate,
    pub entry: HandlingIn,
    /// Why it was struck out; empty while it stands.
    pub struck: String,
    pub reference: String,
    pub entered_by: String,
    pub entered_at: String,
    /// The earlier entry it takes the place of.
    pub corrects: Option<u32>,
    /// The later one that took its place.
    pub corrected_by: Option<u32>,
}

impl Handling {
    /// Neither struck out nor corrected: it counts.
    pub fn stands(&self) -> bool {
        self.struck.is_empty() && self.corrected_by.is_none()
    }
}

fn bad(e: serde_json::Error) -> Refusal {
    Refusal::broken(&format!("an entry of the register cannot be read ({e})"))
}

fn number(tx: &Transaction) -> Result<u32, Refusal> {
    u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the register holds more entries than it can number"))
}

/// An entry as it was stored, without the people it names; fields that were empty are left out of what is stored.
pub fn entry(text: &str) -> Result<HandlingIn, Refusal> {
    kept::read(text)
}

/// These entries, newest day first; numbers that are none are passed over.
pub fn these(conn: &Connection, ids: &[u32]) -> Result<Vec<Handling>, Refusal> {
    let list = serde_json::json!(ids).to_string();
    let mut statement = conn.prepare_cached(include_str!("sql/handlings.sql"))?;
    let mut rows = statement.query([&list])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let entry: String = r.get("entry")?;
        let reference: Option<String> = r.get("reference")?;
        all.push(Handling {
            id: r.get("id")?,
            day: super::request::day(r, "day")?,
            entry: kept::read(&entry)?,
            struck: r.get("struck")?,
            reference: reference.unwrap_or_default(),
            entered_by: r.get("entered_by")?,
            entered_at: r.get("entered_at")?,
            corrects: r.get("corrects")?,
            corrected_by: r.get("corrected_by")?,
        });
    }
    let mut named = people_of(conn, &list)?;
    for one in &mut all {
        one.entry.persons = named.remove(&one.id).unwrap_or_default();
    }
    Ok(all)
}

fn people_of(conn: &Connection, list: &str) -> Result<HashMap<u32, Vec<Person>>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT handling, person FROM handling_person WHERE handling IN (SELECT value FROM json_each(?1)) ORDER BY handling, number",
    )?;
    let mut rows = statement.query([list])?;
    let mut all: HashMap<u32, Vec<Person>> = HashMap::new();
    while let Some(r) = rows.next()? {
        let person: String = r.get(1)?;
        all.entry(r.get(0)?)
            .or_default()
            .push(serde_json::from_str(&person).map_err(bad)?);
    }
    Ok(all)
}

/// An entry as it is walked past: nothing is made of it yet.
pub struct Passing<'r> {
    pub id: u32,
    pub day: NaiveDate,
    pub struck: bool,
    pub request: Option<u32>,
    text: &'r str,
}

impl Passing<'_> {
    /// What it says; those it names left aside.
    pub fn entry(&self) -> Result<HandlingIn, Refusal> {
        kept::read(self.text)
    }
}

/// Walks past every entry, in no order.
pub fn each(
    conn: &Connection,
    mut see: impl FnMut(Passing) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT id, day, struck <> '', request, entry FROM handling")?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let text = |column: usize| -> Result<&str, Refusal> {
            r.get_ref(column)?
                .as_str()
                .map_err(|e| Refusal::broken(&e.to_string()))
        };
        let day = text(1)?;
        see(Passing {
            id: r.get(0)?,
            day: crate::time::day(day).ok_or_else(|| {
                Refusal::broken(&format!("the desk holds “{day}” where a day should stand"))
            })?,
            struck: r.get(2)?,
            request: r.get(3)?,
            text: text(4)?,
        })?;
    }
    Ok(())
}

/// One disclosure as a span of days is walked past.
pub struct Disclosed {
    pub id: u32,
    pub day: NaiveDate,
    /// What it says; those it names left aside.
    pub entry: HandlingIn,
    /// In the directory.
    pub recipient: Option<u32>,
    /// A bit for each.
    pub categories: i64,
    pub struck: bool,
    /// A later entry took its place.
    pub corrected: bool,
}

/// Walks past every disclosure from a first day to a last, both counted, oldest first; those struck out or corrected too.
pub fn disclosed(
    conn: &Connection,
    first: NaiveDate,
    last: NaiveDate,
    mut see: impl FnMut(Disclosed) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/disclosed_span.sql"))?;
    let mut rows = statement.query([first.to_string(), last.to_string()])?;
    while let Some(r) = rows.next()? {
        let text: String = r.get("entry")?;
        see(Disclosed {
            id: r.get("id")?,
            day: super::request::day(r, "day")?,
            entry: kept::read(&text)?,
            recipient: r.get("recipient")?,
            categories: r.get("categories")?,
            struck: r.get("struck")?,
            corrected: r.get("corrected")?,
        })?;
    }
    Ok(())
}

/// Entries that a later one took the place of.
pub fn corrected(conn: &Connection) -> Result<Vec<u32>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT corrects FROM handling WHERE corrects IS NOT NULL")?;
    let rows = statement.query_map([], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An entry to be written.
pub struct New<'e> {
    pub day: NaiveDate,
    pub entry: &'e HandlingIn,
    /// A bit for each category.
    pub categories: i64,
    pub corrects: Option<u32>,
}

/// Enters many in one transaction: its statements are prepared once, and the words of a day are made once.
pub struct Writer<'t> {
    tx: &'t Transaction<'t>,
    entry: CachedStatement<'t>,
    person: CachedStatement<'t>,
    days: HashMap<NaiveDate, String>,
    event: u32,
}

impl<'t> Writer<'t> {
    /// For entries of this event.
    pub fn of(tx: &'t Transaction<'t>, event: u32) -> Result<Self, Refusal> {
        Ok(Self {
            tx,
            entry: tx.prepare_cached(include_str!("sql/handling_insert.sql"))?,
            person: tx.prepare_cached("INSERT INTO handling_person (handling, number, person, name_key, email_key) VALUES (?1, ?2, ?3, ?4, ?5)")?,
            days: HashMap::new(),
            event,
        })
    }

    /// Enters one and gives its number. Those it names stand beside it and never in it, so that one can be erased.
    pub fn add(&mut self, new: &New, keys: impl Fn(&Person) -> Keys) -> Result<u32, Refusal> {
        let entry = new.entry;
        let day = self
            .days
            .entry(new.day)
            .or_insert_with(|| new.day.to_string());
        self.entry.execute(params![
            &*day,
            kept::written(entry)?,
            entry.request,
            self.event,
            entry.act.id(),
            entry.purpose.id(),
            entry.recipient_id,
            new.categories,
            entry.child,
            entry.health.authorization.or(entry.explicit_consent),
            new.corrects,
        ])?;
        let id = number(self.tx)?;
        for (at, person) in (1_u32..).zip(&entry.persons) {
            let keys = keys(person);
            let written = serde_json::to_string(person).map_err(bad)?;
            self.person
                .execute(params![id, at, written, keys.person, keys.email])?;
        }
        Ok(id)
    }
}

/// Enters one and gives its number.
pub fn add(
    tx: &Transaction,
    new: &New,
    keys: impl Fn(&Person) -> Keys,
    event: u32,
) -> Result<u32, Refusal> {
    Writer::of(tx, event)?.add(new, keys)
}

/// Strikes one out; it stays to be read.
pub fn strike(tx: &Transaction, id: u32, why: &str) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE handling SET struck = ?2 WHERE id = ?1")?
        .execute(params![id, why])?;
    Ok(())
}

/// The entries about the child of this file, newest day first.
pub fn of_child(conn: &Connection, file: u32) -> Result<Vec<u32>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT id FROM handling WHERE child = ?1 ORDER BY day DESC, id DESC")?;
    let rows = statement.query_map([file], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Entries that belong to a request and count.
pub fn of_request(conn: &Connection, request: u32) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/handlings_of_request.sql"))?;
    let rows = statement.query_map([request], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Disclosures that name somebody and count: number, and whether the mail address is the same or only the name.
pub fn naming(conn: &Connection, keys: &Keys) -> Result<Vec<(u32, bool)>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/handlings_naming.sql"))?;
    let rows = statement.query_map(params![keys.person, keys.email], |r| {
        Ok((r.get(0)?, r.get(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Entries with somebody whose folded name or mail address holds this.
pub fn with_person(conn: &Connection, name: &str, email: &str) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT handling FROM handling_person WHERE (?1 <> '' AND instr(name_key, ?1) > 0) OR (?2 <> '' AND instr(email_key, ?2) > 0)",
    )?;
    let rows = statement.query_map([name, email], |r| r.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Walks past everybody who is named: entry, folded name, folded mail address; by entry.
pub fn each_person(conn: &Connection, mut see: impl FnMut(u32, &str, &str)) -> Result<(), Refusal> {
    let mut statement = conn.prepare_cached(
        "SELECT handling, name_key, email_key FROM handling_person ORDER BY handling, number",
    )?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let text = |column: usize| -> Result<&str, Refusal> {
            r.get_ref(column)?
                .as_str()
                .map_err(|e| Refusal::broken(&e.to_string()))
        };
        see(r.get(0)?, text(1)?, text(2)?);
    }
    Ok(())
}

/// What a recipient was told.
pub struct Told {
    pub handling: u32,
    /// Identifier of what of.
    pub of: String,
    pub day: Option<String>,
    pub how: String,
    pub request: Option<u32>,
    pub reference: String,
    pub by: String,
}

/// What the recipients of these entries were told, by entry and as it was written.
pub fn told_of(conn: &Connection, ids: &[u32]) -> Result<Vec<Told>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/handlings_told.sql"))?;
    let rows = statement.query_map([serde_json::json!(ids).to_string()], |r: &Row| {
        Ok(Told {
            handling: r.get(0)?,
            of: r.get(1)?,
            day: r.get(2)?,
            how: r.get(3)?,
            request: r.get(4)?,
            reference: r.get::<_, Option<String>>(5)?.unwrap_or_default(),
            by: r.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes down that a recipient was told, or why it could not be.
pub fn tell(tx: &Transaction, told: &Told, event: u32) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO handling_told (handling, of, day, how, request, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![told.handling, told.of, told.day, told.how, told.request, event])?;
    Ok(())
}

/// How many entries that count went to each recipient of the directory, and the last day.
pub fn by_recipient(conn: &Connection) -> Result<HashMap<u32, (u32, String)>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/handlings_by_recipient.sql"))?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Our own categories by their bits.
pub fn own_categories(conn: &Connection) -> Result<Vec<(u32, String)>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT number, name FROM own_category ORDER BY number")?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds one at its bit.
pub fn add_own_category(tx: &Transaction, bit: u32, name: &str, event: u32) -> Result<(), Refusal> {
    tx.prepare_cached("INSERT INTO own_category (number, name, event) VALUES (?1, ?2, ?3)")?
        .execute(params![bit, name, event])?;
    Ok(())
}
