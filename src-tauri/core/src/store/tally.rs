//! What the year end adds up, kept as a memo: see its migration. It is written and read here; what it says is counted by `report`.

use crate::api::wire::Refusal;
use crate::summary::fact::{Counted, Fact};
use crate::words::{Outcome, Right};
use chrono::{Datelike, NaiveDate};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use std::collections::{HashMap, HashSet};

/// The rules under which the memo was counted; none where there is no memo.
pub fn rules(conn: &Connection) -> Result<Option<String>, Refusal> {
    Ok(conn
        .prepare_cached("SELECT rules FROM tally_rules WHERE id = 1")?
        .query_row([], |r| r.get(0))
        .optional()?)
}

/// Forgets the memo: whoever reads it next has everything counted from the facts.
pub fn forget(tx: &Transaction) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM tally_rules")?.execute([])?;
    Ok(())
}

/// Empties the memo; every request is due under these rules.
pub fn begin(tx: &Transaction, rules: &str) -> Result<(), Refusal> {
    tx.execute_batch(include_str!("sql/tally_begin.sql"))?;
    tx.prepare_cached("INSERT INTO tally_rules (id, rules) VALUES (1, ?1)")?
        .execute([rules])?;
    Ok(())
}

/// The first requests that the memo does not say, or not as they stand now.
pub fn due(conn: &Connection, most: u32) -> Result<Vec<u32>, Refusal> {
    let mut statement =
        conn.prepare_cached("SELECT request FROM tally_due ORDER BY request LIMIT ?1")?;
    Ok(statement
        .query_map([most], |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}

/// Keeps what was counted of these requests; they are due no more.
pub fn keep(tx: &Transaction, requests: &[u32], counted: &Counted) -> Result<(), Refusal> {
    for request in requests {
        tx.prepare_cached("DELETE FROM tally WHERE request = ?1")?
            .execute([request])?;
        tx.prepare_cached("DELETE FROM tally_due WHERE request = ?1")?
            .execute([request])?;
    }
    let mut words = Words::default();
    let laws = numbers(tx, &mut words, counted.laws.iter().cloned())?;
    let grounds = counted
        .grounds
        .iter()
        .map(|(law, id)| format!("{law} {id}"));
    let grounds = numbers(tx, &mut words, grounds)?;
    let mut insert = tx.prepare_cached(include_str!("sql/tally_insert.sql"))?;
    let mut last = (0, 0);
    for (line, last_day) in &counted.lines {
        last = match last {
            (request, place) if request == line.request => (request, place + 1),
            _ => (line.request, 0),
        };
        insert.execute(params![
            line.request,
            last.1,
            line.claim,
            laws.get(usize::from(line.law)),
            words.number(tx, line.right.id())?,
            line.received.num_days_from_ce(),
            line.californian,
            line.outcome
                .map(|outcome| words.number(tx, outcome.id()))
                .transpose()?,
            line.settled.map(|day| day.num_days_from_ce()),
            line.ground
                .and_then(|ground| grounds.get(usize::from(ground))),
            line.extended,
            last_day.map(|day| day.num_days_from_ce()),
        ])?;
    }
    Ok(())
}

fn numbers(
    tx: &Transaction,
    words: &mut Words,
    all: impl Iterator<Item = String>,
) -> Result<Vec<i64>, Refusal> {
    all.map(|word| words.number(tx, &word)).collect()
}

/// The numbers of words, each looked up once.
#[derive(Default)]
struct Words(HashMap<String, i64>);

impl Words {
    fn number(&mut self, tx: &Transaction, word: &str) -> Result<i64, Refusal> {
        if let Some(number) = self.0.get(word) {
            return Ok(*number);
        }
        tx.prepare_cached("INSERT OR IGNORE INTO tally_word (word) VALUES (?1)")?
            .execute([word])?;
        let number = tx
            .prepare_cached("SELECT id FROM tally_word WHERE word = ?1")?
            .query_row([word], |r| r.get(0))?;
        self.0.insert(word.to_owned(), number);
        Ok(number)
    }
}

/// What the memo says of the requests received from a first day to a last, in the order of the register; nothing of those left out.
pub fn read(
    conn: &Connection,
    first: NaiveDate,
    last: NaiveDate,
    without: &HashSet<u32>,
) -> Result<Counted, Refusal> {
    let mut meanings = Meanings::of(conn)?;
    let mut statement = conn.prepare_cached(include_str!("sql/tally_read.sql"))?;
    let mut rows = statement.query([first.num_days_from_ce(), last.num_days_from_ce()])?;
    let mut counted = Counted::default();
    while let Some(r) = rows.next()? {
        let request = some(r, 0)?;
        if without.contains(&request) {
            continue;
        }
        let fact = Fact {
            request,
            claim: some(r, 1)?,
            law: meanings.law(&mut counted.laws, some(r, 2)?)?,
            right: meanings.right(some(r, 3)?)?,
            received: day(some(r, 4)?)?,
            californian: some::<u8>(r, 5)? != 0,
            outcome: number(r, 6)?
                .map(|word| meanings.outcome(word))
                .transpose()?,
            settled: number(r, 7)?.map(day).transpose()?,
            ground: number(r, 8)?
                .map(|word| meanings.ground(&mut counted.grounds, word))
                .transpose()?,
            extended: some::<u8>(r, 9)? != 0,
            timed: false,
            late: false,
        };
        let last_day = number(r, 10)?.map(day).transpose()?;
        counted.lines.push((fact, last_day));
    }
    Ok(counted)
}

/// A number in a column, where there is one. Read by hand: a million lines have eleven million of them.
fn number<N: TryFrom<i64>>(r: &Row, column: usize) -> Result<Option<N>, Refusal> {
    match r.get_ref(column)? {
        ValueRef::Null => Ok(None),
        ValueRef::Integer(number) => N::try_from(number).map(Some).map_err(|_| damaged()),
        _ => Err(damaged()),
    }
}

fn some<N: TryFrom<i64>>(r: &Row, column: usize) -> Result<N, Refusal> {
    number(r, column)?.ok_or_else(damaged)
}

fn day(number: i32) -> Result<NaiveDate, Refusal> {
    NaiveDate::from_num_days_from_ce_opt(number).ok_or_else(damaged)
}

fn damaged() -> Refusal {
    Refusal::broken("the memo of the year end cannot be read")
}

/// What each word stands for, found once; by its number.
struct Meanings(Vec<Meaning>);

#[derive(Default)]
struct Meaning {
    word: String,
    right: Option<Right>,
    outcome: Option<Outcome>,
    /// Where it stands in the list of laws or of grounds that comes with the lines.
    place: Option<u16>,
}

impl Meanings {
    fn of(conn: &Connection) -> Result<Self, Refusal> {
        let mut all = Vec::new();
        let mut statement = conn.prepare_cached("SELECT id, word FROM tally_word ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let (number, word): (u16, String) = (r.get(0)?, r.get(1)?);
            all.resize_with(usize::from(number), Meaning::default);
            all.push(Meaning {
                right: Right::from_id(&word),
                outcome: Outcome::from_id(&word),
                place: None,
                word,
            });
        }
        Ok(Self(all))
    }

    fn right(&self, word: usize) -> Result<Right, Refusal> {
        let found = self.0.get(word).and_then(|one| one.right);
        found.ok_or_else(damaged)
    }

    fn outcome(&self, word: usize) -> Result<Outcome, Refusal> {
        let found = self.0.get(word).and_then(|one| one.outcome);
        found.ok_or_else(damaged)
    }

    fn law(&mut self, laws: &mut Vec<String>, word: usize) -> Result<u16, Refusal> {
        self.place(word, laws, |word| Some(word.to_owned()))
    }

    fn ground(&mut self, grounds: &mut Vec<(String, String)>, word: usize) -> Result<u16, Refusal> {
        self.place(word, grounds, |word| {
            let (law, ground) = word.split_once(' ')?;
            Some((law.to_owned(), ground.to_owned()))
        })
    }

    fn place<T>(
        &mut self,
        word: usize,
        list: &mut Vec<T>,
        of: impl Fn(&str) -> Option<T>,
    ) -> Result<u16, Refusal> {
        let meaning = self.0.get_mut(word).ok_or_else(damaged)?;
        if let Some(place) = meaning.place {
            return Ok(place);
        }
        let place = u16::try_from(list.len()).map_err(|_| damaged())?;
        list.push(of(&meaning.word).ok_or_else(damaged)?);
        meaning.place = Some(place);
        Ok(place)
    }
}

#[cfg(test)]
mod tests;
