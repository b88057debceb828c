//! Requests, claims and milestones as rows.

use crate::api::wire::{Person, Refusal};
use crate::request::case::{Case, Claim, Left, Milestone};
use crate::request::same::plain;
use crate::words::{
    ArrivedAt, Capacity, Channel, ClockFact, DataKind, Outcome, PostState, QuestionTopic, Right,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, params};
use std::collections::HashMap;

/// A word of a closed list that the file holds and this program does not know: only a damaged or newer desk has one.
pub(super) fn word<T>(found: Option<T>, id: &str) -> Result<T, Refusal> {
    found.ok_or_else(|| Refusal::broken(&format!("the desk holds the unknown word “{id}”")))
}

pub(super) fn person(text: &str) -> Result<Person, Refusal> {
    serde_json::from_str(text)
        .map_err(|e| Refusal::broken(&format!("a person in the desk cannot be read ({e})")))
}

fn text_of(person: &Person) -> Result<String, Refusal> {
    serde_json::to_string(person).map_err(|e| Refusal::broken(&e.to_string()))
}

/// One request whole.
pub fn load(conn: &Connection, id: u32) -> Result<Case, Refusal> {
    let mut case = conn
        .prepare_cached(include_str!("sql/request_load.sql"))?
        .query_row([id], |r| Ok(head(r)))
        .optional()?
        .ok_or_else(|| Refusal::missing("There is no such request in this desk."))??;
    case.claims = claims(conn, "= ?1", &id)?.remove(&id).unwrap_or_default();
    case.milestones = milestones(conn, "= ?1", &id)?
        .remove(&id)
        .unwrap_or_default();
    Ok(case)
}

/// Every open request.
pub fn load_open(conn: &Connection) -> Result<Vec<Case>, Refusal> {
    load_many(conn, include_str!("sql/which_open.sql"), "")
}

/// These requests, in the order of the register.
pub fn load_these(conn: &Connection, ids: &[u32]) -> Result<Vec<Case>, Refusal> {
    let list = serde_json::json!(ids).to_string();
    load_many(conn, include_str!("sql/which_these.sql"), &list)
}

/// Requests with a claim that was refused, or that invokes one of these rights.
pub fn with_claims(conn: &Connection, rights: &[&str]) -> Result<Vec<u32>, Refusal> {
    let list = serde_json::json!(rights).to_string();
    let mut statement = conn.prepare_cached(include_str!("sql/request_with_claims.sql"))?;
    Ok(statement
        .query_map([list], |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}

/// Requests received from a first day to a last, both counted, that invoke one of these rights.
pub fn asking(
    conn: &Connection,
    rights: &[&str],
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<u32>, Refusal> {
    let list = serde_json::json!(rights).to_string();
    let mut statement = conn.prepare_cached(include_str!("sql/request_asking.sql"))?;
    Ok(statement
        .query_map(params![list, first.to_string(), last.to_string()], |r| {
            r.get(0)
        })?
        .collect::<Result<_, _>>()?)
}

/// Every request received from a first day to a last, both counted, in the order of the register.
pub fn load_span(
    conn: &Connection,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Case>, Refusal> {
    let span = format!("{first} {last}");
    load_many(conn, include_str!("sql/which_span.sql"), &span)
}

/// Three queries in all, however many requests: a full desk is as quick as an empty one.
fn load_many(conn: &Connection, which: &str, value: &str) -> Result<Vec<Case>, Refusal> {
    let mut by_claim = claims(conn, which, &value)?;
    let mut by_day = milestones(conn, which, &value)?;
    let sql = include_str!("sql/request_many.sql").replace("{which}", which);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([value])?;
    let mut all = Vec::new();
    while let Some(r) = rows.next()? {
        let mut case = head(r)?;
        case.claims = by_claim.remove(&case.id).unwrap_or_default();
        case.milestones = by_day.remove(&case.id).unwrap_or_default();
        all.push(case);
    }
    Ok(all)
}

fn head(r: &Row) -> Result<Case, Refusal> {
    let subject: Option<String> = r.get("subject")?;
    let arrived_at: Option<String> = r.get("arrived_at")?;
    let (channel, capacity): (String, String) = (r.get("channel")?, r.get("capacity")?);
    Ok(Case {
        id: r.get("id")?,
        reference: r.get("reference")?,
        received_at: r.get("received_at")?,
        received_on: day(r, "received_on")?,
        channel: word(Channel::from_id(&channel), &channel)?,
        requester: person(&r.get::<_, String>("requester")?)?,
        subject: subject.as_deref().map(person).transpose()?,
        capacity: word(Capacity::from_id(&capacity), &capacity)?,
        residence: r.get("residence")?,
        age: r.get("age")?,
        data_kinds: words_of(r, "data_kinds", DataKind::from_id)?,
        arrived_at: arrived_at
            .map(|id| word(ArrivedAt::from_id(&id), &id))
            .transpose()?,
        dated_on: optional_day(r, "dated_on")?,
        questions: words_of(r, "questions", QuestionTopic::from_id)?,
        words: r.get("words")?,
        closed_on: optional_day(r, "closed_on")?,
        purged_on: optional_day(r, "purged_on")?,
        in_the_post: in_the_post(r)?,
        claims: Vec::new(),
        milestones: Vec::new(),
    })
}

/// Words of a closed list with spaces between them.
fn words_of<T>(r: &Row, column: &str, of: fn(&str) -> Option<T>) -> Result<Vec<T>, Refusal> {
    let text: Option<String> = r.get(column)?;
    text.unwrap_or_default()
        .split_whitespace()
        .map(|id| word(of(id), id))
        .collect()
}

fn in_the_post(r: &Row) -> Result<Vec<PostState>, Refusal> {
    words_of(r, "in_the_post", PostState::from_id)
}

pub(super) fn day(r: &Row, column: &str) -> Result<NaiveDate, Refusal> {
    let text: String = r.get(column)?;
    crate::time::day(&text).ok_or_else(|| {
        Refusal::broken(&format!("the desk holds “{text}” where a day should stand"))
    })
}

pub(super) fn optional_day(r: &Row, column: &str) -> Result<Option<NaiveDate>, Refusal> {
    let text: Option<String> = r.get(column)?;
    Ok(text.as_deref().and_then(crate::time::day))
}

fn claims(
    conn: &Connection,
    which: &str,
    value: &dyn ToSql,
) -> Result<HashMap<u32, Vec<Claim>>, Refusal> {
    let sql = include_str!("sql/claims.sql").replace("{which}", which);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([value])?;
    let mut all: HashMap<u32, Vec<Claim>> = HashMap::new();
    while let Some(r) = rows.next()? {
        let right: String = r.get("right")?;
        let outcome: Option<String> = r.get("outcome")?;
        let laws: Option<String> = r.get("laws")?;
        let ground: Option<String> = r.get("ground")?;
        let ground_law: Option<String> = r.get("ground_law")?;
        all.entry(r.get("request")?).or_default().push(Claim {
            id: r.get("id")?,
            right: word(Right::from_id(&right), &right)?,
            laws: laws
                .map(|l| l.split(' ').map(String::from).collect())
                .unwrap_or_default(),
            outcome: outcome
                .map(|o| word(Outcome::from_id(&o), &o))
                .transpose()?,
            decided_on: optional_day(r, "decided_on")?,
            decided_event: r.get("decided_event")?,
            ground: ground_law.zip(ground),
            reasons: r.get("reasons")?,
            kept: r.get("kept")?,
        });
    }
    Ok(all)
}

fn milestones(
    conn: &Connection,
    which: &str,
    value: &dyn ToSql,
) -> Result<HashMap<u32, Vec<Milestone>>, Refusal> {
    let sql = include_str!("sql/milestones.sql").replace("{which}", which);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([value])?;
    let mut all: HashMap<u32, Vec<Milestone>> = HashMap::new();
    while let Some(r) = rows.next()? {
        let fact: String = r.get("fact")?;
        all.entry(r.get("request")?).or_default().push(Milestone {
            fact: word(ClockFact::from_id(&fact), &fact)?,
            day: day(r, "day")?,
            law: r.get("law")?,
            claim: r.get("claim")?,
            left: left(r)?,
            event: r.get("event")?,
        });
    }
    Ok(all)
}

/// What is known of the leaving of the letter that a milestone came with.
fn left(r: &Row) -> Result<Left, Refusal> {
    let (said, at) = (day(r, "said")?, day(r, "day")?);
    let way: Option<String> = r.get("way")?;
    Ok(match way.as_deref() {
        Some("ready") => Left::NotYet,
        _ if at > said => Left::Later { issued: said },
        _ => Left::AsSaid,
    })
}

/// The next free number of a year.
pub fn next_number(tx: &Transaction, year: i32) -> Result<u32, Refusal> {
    Ok(tx
        .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM request WHERE year = ?1")?
        .query_row([year], |r| r.get(0))?)
}

/// What makes two spellings the same person: see [`crate::request::same::fold`].
pub struct Keys {
    pub person: String,
    pub email: String,
}

/// Writes a new request with its claims and files it for search.
pub fn insert(
    tx: &Transaction,
    case: &Case,
    year: i32,
    number: u32,
    keys: &Keys,
) -> Result<u32, Refusal> {
    tx.prepare_cached(include_str!("sql/request_insert.sql"))?
        .execute(params![
            case.reference,
            year,
            number,
            case.received_at,
            case.received_on.to_string(),
            case.channel.id(),
            text_of(&case.requester)?,
            case.subject.as_ref().map(text_of).transpose()?,
            keys.person,
            keys.email,
            case.capacity.id(),
            case.residence,
            case.words,
        ])?;
    let id = u32::try_from(tx.last_insert_rowid())
        .map_err(|_| Refusal::broken("the desk holds more requests than it can number"))?;
    particulars(tx, id, case)?;
    for claim in &case.claims {
        tx.prepare_cached("INSERT INTO claim (request, \"right\") VALUES (?1, ?2)")?
            .execute(params![id, claim.right.id()])?;
        let row = tx.last_insert_rowid();
        stand_under(tx, row, &claim.laws)?;
    }
    super::search::file(tx, id, case)?;
    Ok(id)
}

fn stand_under(tx: &Transaction, claim: i64, laws: &[String]) -> Result<(), Refusal> {
    let mut insert = tx.prepare_cached("INSERT INTO claim_law (claim, law) VALUES (?1, ?2)")?;
    for law in laws {
        insert.execute(params![claim, law])?;
    }
    Ok(())
}

/// Puts a claim under other laws.
pub fn choose_laws(tx: &Transaction, claim: u32, laws: &[String]) -> Result<(), Refusal> {
    tx.prepare_cached("DELETE FROM claim_law WHERE claim = ?1")?
        .execute([claim])?;
    stand_under(tx, claim.into(), laws)
}

/// Writes a correction of who wrote, from where and when.
pub fn correct(tx: &Transaction, case: &Case, keys: &Keys) -> Result<(), Refusal> {
    tx.prepare_cached(include_str!("sql/request_correct.sql"))?
        .execute(params![
            case.id,
            case.received_at,
            case.received_on.to_string(),
            text_of(&case.requester)?,
            keys.person,
            keys.email,
            case.residence,
        ])?;
    particulars(tx, case.id, case)?;
    super::search::file(tx, case.id, case)
}

/// What some laws ask and others do not. Where nothing was said there is no row, and none is made.
fn particulars(tx: &Transaction, id: u32, case: &Case) -> Result<(), Refusal> {
    if case.nothing_particular() {
        tx.prepare_cached("DELETE FROM request_particulars WHERE request = ?1")?
            .execute([id])?;
        return Ok(());
    }
    let kinds: Vec<&str> = case.data_kinds.iter().map(|kind| kind.id()).collect();
    let questions: Vec<&str> = case.questions.iter().map(|one| one.id()).collect();
    tx.prepare_cached(include_str!("sql/particulars_keep.sql"))?
        .execute(params![
            id,
            case.age,
            kinds.join(" "),
            case.arrived_at.map(ArrivedAt::id),
            case.dated_on.map(|d| d.to_string()),
            questions.join(" "),
        ])?;
    Ok(())
}

/// Records a dated fact.
pub fn add_milestone(
    tx: &Transaction,
    request: u32,
    milestone: &Milestone,
    event: u32,
) -> Result<(), Refusal> {
    tx.prepare_cached(include_str!("sql/milestone_insert.sql"))?
        .execute(params![
            request,
            milestone.fact.id(),
            milestone.day.to_string(),
            milestone.law,
            milestone.claim,
            event
        ])?;
    Ok(())
}

/// Records the decision on a claim, in place of an earlier one; the log keeps both.
pub fn decide(tx: &Transaction, claim: &Claim) -> Result<(), Refusal> {
    tx.prepare_cached(include_str!("sql/claim_decide.sql"))?
        .execute(params![
            claim.id,
            claim.outcome.map(Outcome::id),
            claim.decided_on.map(|d| d.to_string()),
            claim.ground.as_ref().map(|g| &g.0),
            claim.ground.as_ref().map(|g| &g.1),
            claim.reasons,
            claim.kept,
            claim.decided_event,
        ])?;
    Ok(())
}

/// Another civil day of receipt: the desk moved to another time zone, the moment of receipt stays.
pub fn set_received_on(tx: &Transaction, request: u32, on: NaiveDate) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE request SET received_on = ?2 WHERE id = ?1")?
        .execute(params![request, on.to_string()])?;
    Ok(())
}

/// Closes, or opens again.
pub fn set_closed(tx: &Transaction, request: u32, on: Option<NaiveDate>) -> Result<(), Refusal> {
    tx.prepare_cached("UPDATE request SET closed_on = ?2 WHERE id = ?1")?
        .execute(params![request, on.map(|d| d.to_string())])?;
    Ok(())
}

/// The request a claim belongs to.
pub fn of_claim(conn: &Connection, claim: u32) -> Result<u32, Refusal> {
    conn.prepare_cached("SELECT request FROM claim WHERE id = ?1")?
        .query_row([claim], |r| r.get(0))
        .optional()?
        .ok_or_else(|| Refusal::missing("There is no such claim in this desk."))
}

/// How many requests the desk holds, open and closed. None is ever taken out, so the last number is the count.
pub fn count(conn: &Connection) -> Result<u32, Refusal> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(id), 0) FROM request")?
        .query_row([], |r| r.get(0))?)
}

/// Requests by the same person: the same folded name, or the same mail address. Newest first.
pub fn by_person(conn: &Connection, keys: &Keys, except: u32) -> Result<Vec<u32>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/request_by_person.sql"))?;
    let ids = statement
        .query_map(params![keys.person, keys.email, except], |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(ids)
}

/// Requests of others that may be about this person: the one they are made for has such a name or mail address, as the search finds it. Newest first.
pub fn perhaps_about(conn: &Connection, person: &Person) -> Result<Vec<u32>, Refusal> {
    let quoted = |column: &str, text: &str| {
        let text = plain(text.trim());
        // Shorter ones the index does not hold.
        (text.chars().count() >= 3).then(|| format!("{column} : \"{}\"", text.replace('"', "\"\"")))
    };
    let asked: Vec<String> = [
        quoted("person", &person.name),
        quoted("address", &person.email),
    ]
    .into_iter()
    .flatten()
    .collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = conn.prepare_cached(include_str!("sql/request_about.sql"))?;
    Ok(statement
        .query_map([asked.join(" OR ")], |r| r.get(0))?
        .collect::<Result<_, _>>()?)
}

/// One entry of a request's log, as it was written.
pub struct Entry {
    pub seq: u32,
    pub at: String,
    pub officer: String,
    pub kind: String,
    pub text: Option<String>,
    pub hash: String,
    /// Of an event of the desk that touched the request, and only of such.
    pub desk_facts: Option<String>,
}

/// The log of one request, newest first.
pub fn log(conn: &Connection, request: u32) -> Result<Vec<Entry>, Refusal> {
    let mut statement = conn.prepare_cached(include_str!("sql/request_log.sql"))?;
    let rows = statement.query_map([request], |r| {
        Ok(Entry {
            seq: r.get(0)?,
            at: r.get(1)?,
            officer: r.get(2)?,
            kind: r.get(3)?,
            text: r.get(4)?,
            hash: r.get(5)?,
            desk_facts: r.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
