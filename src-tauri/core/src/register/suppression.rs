//! Who must not be mailed, sold or shared again.
//!
//! A line outlives the request it came from: the address can be forgotten, its salted hash still meets the same address
//! in a mailing list.

pub mod address;
pub mod decided;
mod export;
mod mailing;
mod punycode;
mod report;

pub use export::export;
pub use mailing::check;
pub use report::{Lines, Signs, against, asks, linked};

use crate::api::wire::{
    FileNumber, Person, Refusal, RegisterNote, RequestLink, SuppressionCount, SuppressionIn,
    SuppressionLift, SuppressionList, SuppressionQuery, SuppressionRow,
};
use crate::desk::{App, Desk};
use crate::law::{self, LawError, Question};
use crate::request::case::Case;
use crate::request::clock::ask;
use crate::store::suppression::{Line, NewLine, Wanted};
use crate::store::{self, Event};
use crate::time::{self, Now, short};
use crate::words::{Capacity, Register, Right, SuppressionScope};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::HashMap;

/// Rows of a page where nobody asks for a number.
const PAGE: u32 = 200;
/// Longest text of a line.
const LONGEST: usize = 2000;

/// What a scope is called in a sentence or at the head of a list.
pub fn scope_name(scope: SuppressionScope) -> &'static str {
    match scope {
        SuppressionScope::Newsletter => "Newsletters and other marketing",
        SuppressionScope::SaleSharing => "Sale and sharing",
        SuppressionScope::Sensitive => "Use of sensitive data",
        SuppressionScope::RecipientMarketing => "Marketing by others",
    }
}

/// The rights whose “stop” puts somebody on the list for a scope.
fn rights(scope: SuppressionScope) -> &'static [Right] {
    match scope {
        SuppressionScope::Newsletter => &[Right::Unsubscribe, Right::MarketingObjection],
        SuppressionScope::SaleSharing | SuppressionScope::RecipientMarketing => {
            &[Right::OptOutSaleSharing]
        }
        SuppressionScope::Sensitive => &[Right::LimitSensitive],
    }
}

/// See the command table.
pub fn list(app: &mut App, args: SuppressionQuery, now: Now) -> Result<SuppressionList, Refusal> {
    page(app.desk()?, &args, now)
}

fn page(desk: &Desk, args: &SuppressionQuery, now: Now) -> Result<SuppressionList, Refusal> {
    let conn = desk.store.read();
    let hashes: Vec<String> = match store::suppression::salt(conn)? {
        Some(salt) => address::readings(&args.search)
            .iter()
            .map(|reading| address::hashed(&salt, reading))
            .collect(),
        None => Vec::new(),
    };
    let wanted = Wanted {
        typed: &args.search,
        hashes: &hashes,
        scope: args.scope,
        lifted: args.lifted,
        line: args.line,
    };
    let limit = if args.limit == 0 { PAGE } else { args.limit };
    let (lines, total) = store::suppression::page(conn, &wanted, args.offset, limit)?;
    let mut cases = HashMap::new();
    let rows = lines
        .into_iter()
        .map(|line| row(desk, line, &mut cases))
        .collect::<Result<_, Refusal>>()?;
    let known = store::suppression::counts(conn)?;
    Ok(SuppressionList {
        rows,
        total,
        counts: SuppressionScope::ALL
            .iter()
            .map(|scope| SuppressionCount {
                scope: *scope,
                addresses: known
                    .iter()
                    .find(|(id, _)| id == scope.id())
                    .map_or(0, |(_, n)| *n),
            })
            .collect(),
        today: now.today(desk.zone).to_string(),
    })
}

fn row(desk: &Desk, line: Line, cases: &mut HashMap<u32, Case>) -> Result<SuppressionRow, Refusal> {
    let again = if line.lifted_on.is_some() {
        None
    } else {
        ask_again(desk, &line, cases)?
    };
    let (ask_again_from, ask_rule) = match again {
        Some((from, rule)) => (Some(from.to_string()), Some(rule)),
        None => (None, None),
    };
    Ok(SuppressionRow {
        id: line.id,
        scope: line.scope,
        recipient: line.recipient_name,
        kind: line.kind,
        address: address::shown(&line.address),
        hash: line.hash,
        since: line.since.to_string(),
        request: line.request.map(|id| RequestLink {
            id,
            reference: line.reference,
        }),
        law: line.law,
        reason: line.reason,
        ask_again_from,
        ask_rule,
        lifted_on: line.lifted_on.map(|day| day.to_string()),
        lifted: line.lifted,
    })
}

/// The first day on which they may be asked to agree again, and the rule; the law that waits longest decides.
///
/// Where nobody said which law a line rests on, every law of the desk is taken for it.
fn ask_again(
    desk: &Desk,
    line: &Line,
    cases: &mut HashMap<u32, Case>,
) -> Result<Option<(NaiveDate, RegisterNote)>, Refusal> {
    let mut last: Option<(NaiveDate, RegisterNote)> = None;
    let mut later = |found: Option<(NaiveDate, RegisterNote)>| {
        if let Some(found) = found
            && last.as_ref().is_none_or(|known| known.0 < found.0)
        {
            last = Some(found);
        }
    };
    if let Some(request) = line.request {
        if let std::collections::hash_map::Entry::Vacant(free) = cases.entry(request) {
            free.insert(store::request::load(desk.store.read(), request)?);
        }
        let Some(case) = cases.get(&request) else {
            return Ok(None);
        };
        for claim in &case.claims {
            if !rights(line.scope).contains(&claim.right) {
                continue;
            }
            for law in &claim.laws {
                later(ask(desk.here(), case, claim, law, |q, _| waits(q, None))?);
            }
        }
        return Ok(last);
    }
    let own = [line.law.clone()];
    let (laws, caution) = if line.law.is_empty() {
        (
            &desk.profile.laws[..],
            Some(
                "Which law this line rests on was not said: this is the longest time that a law of the organisation sets.",
            ),
        )
    } else {
        (&own[..], None)
    };
    for id in laws {
        let Ok(law) = desk.library.law(id) else {
            continue;
        };
        let calendar = desk
            .library
            .calendar(law.calendar_id(&desk.profile.calendar))?;
        for right in rights(line.scope) {
            if law.right(*right, line.since).is_err() {
                continue;
            }
            let question = Question {
                law,
                library: desk.library,
                calendar,
                right: *right,
                capacity: Capacity::Own,
                received_on: line.since,
                facts: &[],
                arrived_at: None,
            };
            later(waits(&question, caution)?);
        }
    }
    Ok(last)
}

fn waits(
    q: &Question,
    caution: Option<&str>,
) -> Result<Option<(NaiveDate, RegisterNote)>, LawError> {
    Ok(law::left_alone(q)?.map(|alone| {
        let note = RegisterNote {
            message: alone.rule.text.clone(),
            cite: alone.rule.cite.clone(),
            caution: caution
                .or_else(|| alone.confidence.caution())
                .map(str::to_owned),
        };
        (alone.ask_from, note)
    }))
}

/// See the command table.
pub fn add(app: &mut App, args: SuppressionIn, now: Now) -> Result<SuppressionList, Refusal> {
    let desk = app.desk()?;
    let addresses = typed(&args)?;
    let since = past_day("since", &args.since, now.today(desk.zone))?;
    let reason = text("reason", &args.reason)?;
    if let Some(recipient) = args.recipient {
        if args.scope != SuppressionScope::RecipientMarketing {
            return Err(Refusal::field(
                "recipient",
                "One recipient is named only where somebody stops its marketing.",
            ));
        }
        known_recipient(desk, recipient)?;
    }
    if let Some(request) = args.request {
        store::request::load(desk.store.read(), request)?;
    }
    let salt = salt(desk)?;
    let mut fresh = Vec::new();
    for (kind, address) in addresses {
        let hash = address::hashed(&salt, &address);
        let stands = store::suppression::of_hash(desk.store.read(), &hash)?
            .into_iter()
            .find(|line| {
                line.lifted_on.is_none()
                    && line.scope == args.scope
                    && line.recipient == args.recipient
                    && line.request == args.request
            });
        match stands {
            Some(line) => {
                return Err(Refusal::not_now(format!(
                    "“{}” stands on the list already, since {}.",
                    address::shown(&address),
                    short(line.since)
                )));
            }
            None => fresh.push((kind, address, hash)),
        }
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::suppression::keep_salt(tx, &salt)?;
        let mut lines = Vec::new();
        for (kind, address, hash) in &fresh {
            let new = NewLine {
                scope: args.scope,
                recipient: args.recipient,
                kind: *kind,
                address,
                hash,
                since,
                law: "",
                request: args.request,
                reason: &reason,
                decided: false,
            };
            lines.push(store::suppression::add(tx, &new, seq)?);
        }
        let what = match lines.len() {
            1 => "An address was put on the suppression list.".to_owned(),
            n => format!("{n} addresses were put on the suppression list."),
        };
        // The address itself is not told here: it can be forgotten, the log cannot.
        let event = event(args.request, "suppression-added", what).facts(json!({
            "lines": lines, "scope": args.scope, "since": since.to_string(), "recipient": args.recipient,
        }));
        Ok(((), event))
    })?;
    page(desk, &SuppressionQuery::default(), now)
}

fn event(request: Option<u32>, kind: &'static str, what: String) -> Event {
    match request {
        Some(request) => Event::of(request, kind, what),
        None => Event::desk(kind, what),
    }
}

/// The salt of this desk; a fresh one while there is no line. It is kept with the first.
pub fn salt(desk: &Desk) -> Result<String, Refusal> {
    store::suppression::salt(desk.store.read())?.map_or_else(address::fresh_salt, Ok)
}

/// What was typed, normalised; what cannot be read is said beside its field.
fn typed(args: &SuppressionIn) -> Result<Vec<(crate::words::AddressKind, String)>, Refusal> {
    let filled = |text: &str| !text.trim().is_empty();
    if filled(&args.email) && address::mail(&args.email).is_none() {
        return Err(Refusal::field(
            "email",
            "That is no mail address. Write it as ana@example.org.",
        ));
    }
    if filled(&args.phone) && address::phone(&args.phone).is_none() {
        return Err(Refusal::field(
            "phone",
            "That is no telephone number. Write it with its country, as +49 40 5550100.",
        ));
    }
    let lines: Vec<&String> = args.address.iter().filter(|line| filled(line)).collect();
    if lines.len() == 1 {
        return Err(Refusal::field(
            "address",
            "Write the name in the first line and the address beneath it.",
        ));
    }
    let mut lines = lines.into_iter();
    let person = Person {
        name: lines.next().cloned().unwrap_or_default(),
        email: args.email.clone(),
        phone: args.phone.clone(),
        address: lines.cloned().collect(),
    };
    let found = address::of_person(&person);
    if found.is_empty() {
        return Err(Refusal::field(
            "email",
            "Write an e-mail address, a telephone number or a postal address.",
        ));
    }
    Ok(found)
}

fn text(field: &str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(Refusal::field(
            field,
            format!("That is too long for the list; {LONGEST} characters are the most."),
        ));
    }
    Ok(text.to_owned())
}

fn past_day(field: &str, text: &str, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    if text.trim().is_empty() {
        return Ok(today);
    }
    let day = time::day(text.trim()).ok_or_else(|| {
        Refusal::field(field, "That is no day that exists. Write it as 2026-03-31.")
    })?;
    if day > today {
        return Err(Refusal::field(field, "That day has not come yet."));
    }
    Ok(day)
}

fn known_recipient(desk: &Desk, id: u32) -> Result<(), Refusal> {
    store::register::find::<serde_json::Value>(desk.store.read(), Register::Recipients, id)?
        .map(|_| ())
        .ok_or_else(|| Refusal::field("recipient", "There is no such recipient in the directory."))
}

fn one(desk: &Desk, id: u32) -> Result<Line, Refusal> {
    store::suppression::find(desk.store.read(), id)?
        .ok_or_else(|| Refusal::missing("There is no such line on the suppression list."))
}

/// See the command table. Every line of that address and scope is lifted: the person agreed, whatever they had written before.
pub fn lift(app: &mut App, args: SuppressionLift, now: Now) -> Result<SuppressionList, Refusal> {
    let desk = app.desk()?;
    let line = one(desk, args.id)?;
    if line.lifted_on.is_some() {
        return Err(Refusal::not_now("This line is lifted already."));
    }
    let how = text("how", &args.how)?;
    if how.is_empty() {
        return Err(Refusal::field(
            "how",
            "Write how they agreed again, of their own accord; without that they stay on the list.",
        ));
    }
    let on = past_day("on", &args.on, now.today(desk.zone))?;
    let alike: Vec<Line> = store::suppression::of_hash(desk.store.read(), &line.hash)?
        .into_iter()
        .filter(|other| {
            other.lifted_on.is_none()
                && other.scope == line.scope
                && other.recipient == line.recipient
        })
        .collect();
    if let Some(later) = alike.iter().find(|other| on < other.since) {
        return Err(Refusal::field(
            "on",
            format!("They opted out on {}, after that day.", short(later.since)),
        ));
    }
    let early = ask_again(desk, &line, &mut HashMap::new())?.filter(|(from, _)| on < *from);
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        let mut lines = Vec::new();
        for other in &alike {
            store::suppression::lift(tx, other.id, on, &how, false)?;
            lines.push(other.id);
        }
        let mut event = event(
            line.request,
            "suppression-lifted",
            "Somebody on the suppression list agreed again.".into(),
        )
        .facts(json!({ "lines": lines, "scope": line.scope, "on": on.to_string() }));
        if let Some((from, rule)) = &early {
            event = event.detail(
                "Of their own accord",
                format!(
                    "They may be asked only from {} ({}); they were not asked.",
                    short(*from),
                    rule.cite
                ),
            );
        }
        Ok(((), event))
    })?;
    page(
        desk,
        &SuppressionQuery {
            lifted: true,
            ..SuppressionQuery::default()
        },
        now,
    )
}

/// See the command table. The words about it go with the address: they may name the person.
pub fn forget(app: &mut App, args: FileNumber, now: Now) -> Result<SuppressionList, Refusal> {
    let desk = app.desk()?;
    let line = one(desk, args.id)?;
    if line.address.is_empty() {
        return Err(Refusal::not_now(
            "Only the hash of this address is kept already.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        let lines = store::suppression::forget(tx, &line.hash)?;
        let event = event(
            line.request,
            "suppression-forgotten",
            "An address on the suppression list was forgotten; its hash stays.".into(),
        )
        .facts(json!({ "line": line.id, "lines": lines }));
        Ok(((), event))
    })?;
    page(desk, &SuppressionQuery::default(), now)
}
