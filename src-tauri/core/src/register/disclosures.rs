//! What was done with data: entered with its collisions in sight, struck out but never removed.

use crate::api::wire::{
    ConsentOnFile, Contradiction, DisclosedTo, HandlingAdd, HandlingCheck, HandlingCorrect,
    HandlingIn, HandlingList, HandlingQuery, HandlingRow, HandlingStrike, HandlingTold, Problem,
    Refusal,
};
use crate::desk::{App, Desk};
use crate::promise::contradictions::{of_entry, of_handlings, written};
use crate::request::case::Case;
use crate::store::{self, Event};
use crate::time::{self, Now, short};
use crate::words::Act;
use chrono::NaiveDate;
use serde_json::json;

/// See the command table.
pub fn list(app: &mut App, _: HandlingQuery, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let all = store::handling::all(desk.store.read())?;
    let mut found = of_handlings(desk, &all)?;
    Ok(HandlingList {
        entries: all
            .into_iter()
            .map(|one| HandlingRow {
                id: one.id,
                contradictions: found
                    .extract_if(.., |c| c.handling == Some(one.id))
                    .collect(),
                entry: one.entry,
                entered_by: one.entered_by,
                entered_at: one.entered_at,
                reference: one.reference,
                struck: one.struck,
                told: Vec::new(),
                corrects: None,
                corrected_by: None,
            })
            .collect(),
        total: 0,
        in_register: 0,
        flagged: 0,
        today: now.today(desk.zone).to_string(),
    })
}

/// See the command table.
pub fn check(app: &mut App, args: HandlingIn, now: Now) -> Result<HandlingCheck, Refusal> {
    let desk = app.desk()?;
    let (day, problems) = read(desk, &args, now)?;
    Ok(HandlingCheck {
        collisions: match day {
            Some(day) => of_entry(desk, &args, day, None)?,
            None => Vec::new(),
        },
        problems,
    })
}

/// See the command table. What touches children, health or sensitive data is entered only with a written answer; the rest may stay flagged.
pub fn add(app: &mut App, args: HandlingAdd, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let (day, problems) = read(desk, &args.entry, now)?;
    if let Some(first) = problems.into_iter().next() {
        return Err(Refusal::field(&first.field, first.message));
    }
    let day = day.ok_or_else(|| Refusal::field("on", "Write the day it happened."))?;
    let collisions = of_entry(desk, &args.entry, day, None)?;
    let answered: Vec<(&Contradiction, String)> = collisions
        .iter()
        .filter_map(|one| {
            let answer = args.resolutions.iter().find(|a| a.key == one.key)?;
            (!answer.text.trim().is_empty()).then(|| written(&answer.text).map(|text| (one, text)))
        })
        .collect::<Result<_, Refusal>>()?;
    if let Some(one) = collisions
        .iter()
        .find(|one| one.needs_answer && !answered.iter().any(|(with, _)| with.key == one.key))
    {
        return Err(Refusal::field(
            "resolutions",
            format!(
                "{} It cannot be entered without a written answer: say what was found and what is done about it.",
                one.message
            ),
        ));
    }
    let officer = desk.officer.clone();
    let entry = &args.entry;
    desk.store.transact(officer.id, now, |tx, seq| {
        let id = store::handling::add(tx, day, entry, seq)?;
        for (one, text) in &answered {
            store::promise::answer(tx, &kept_key(&one.key, id), text, seq)?;
        }
        let mut event = match entry.request {
            Some(request) => Event::of(request, "data-handled", "What was done with data was entered."),
            None => Event::desk("data-handled", "What was done with data was entered."),
        };
        event = event
            .facts(json!({
                "handling": id, "act": entry.act, "on": day, "purpose": entry.purpose, "data": entry.data,
                "people": entry.people, "children": entry.children, "consent": entry.consent,
                "collides": collisions.iter().map(|one| kept_key(&one.key, id)).collect::<Vec<_>>(),
            }))
            .detail("On", short(day))
            .detail("Recipient", entry.recipient.trim())
            .detail("People", entry.group.trim())
            .detail("Basis", entry.legal_basis.trim());
        for one in &collisions {
            event = event.detail("Does not agree with", format!("“{}” ({})", one.quote, one.cite));
        }
        for (_, text) in &answered {
            event = event.detail("Answer", text.clone());
        }
        Ok(((), event))
    })?;
    desk.policy.reload(desk.store.read())?;
    list(app, HandlingQuery::default(), now)
}

/// The key of a collision once its entry has a number.
fn kept_key(key: &str, id: u32) -> String {
    key.replacen("handling-new:", &format!("handling-{id}:"), 1)
}

/// See the command table.
pub fn strike(app: &mut App, args: HandlingStrike, now: Now) -> Result<HandlingList, Refusal> {
    let desk = app.desk()?;
    let all = store::handling::all(desk.store.read())?;
    let one = all
        .iter()
        .find(|one| one.id == args.id)
        .ok_or_else(|| Refusal::missing("There is no such entry in the register."))?;
    if !one.struck.is_empty() {
        return Err(Refusal::not_now("This entry is struck out already."));
    }
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is struck out; the entry stays to be read.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::handling::strike(tx, args.id, &reason)?;
        let what = "An entry about what was done with data was struck out.";
        let event = match one.entry.request {
            Some(request) => Event::of(request, "data-entry-struck", what),
            None => Event::desk("data-entry-struck", what),
        };
        Ok((
            (),
            event
                .facts(json!({ "handling": args.id }))
                .detail("Why", reason.clone()),
        ))
    })?;
    list(app, HandlingQuery::default(), now)
}

/// The day of an entry, and what keeps it from being entered.
fn read(
    desk: &Desk,
    entry: &HandlingIn,
    now: Now,
) -> Result<(Option<NaiveDate>, Vec<Problem>), Refusal> {
    let mut problems = Vec::new();
    let mut problem = |field: &str, message: &str| {
        problems.push(Problem {
            field: field.into(),
            message: message.into(),
        });
    };
    let day = time::day(entry.on.trim());
    match day {
        None => problem("on", "Write the day it happened, as 2026-03-31."),
        Some(day) if day > now.today(desk.zone) => problem(
            "on",
            "That day has not come yet. Enter what was done when it is done.",
        ),
        Some(_) => {}
    }
    let passes_on = matches!(entry.act, Act::Disclose | Act::Sell);
    if passes_on && entry.recipient.trim().is_empty() {
        problem("recipient", "Write who got it.");
    }
    if entry.data.is_empty() {
        problem("data", "Choose at least one kind of data.");
    }
    if !entry.told_on.trim().is_empty() && time::day(entry.told_on.trim()).is_none() {
        problem(
            "told_on",
            "That is no day that exists. Write it as 2026-03-31.",
        );
    }
    if entry.consent != ConsentOnFile::None && entry.consent_note.trim().is_empty() {
        problem(
            "consent_note",
            "Write which consent it is and where it is kept; nobody finds it otherwise.",
        );
    }
    let long = [
        &entry.recipient,
        &entry.group,
        &entry.consent_note,
        &entry.legal_basis,
        &entry.note,
    ]
    .iter()
    .any(|text| text.chars().count() > LONGEST);
    if long {
        problem(
            "note",
            "One of these texts is longer than the register can show; 2000 characters are the most.",
        );
    }
    if let Some(request) = entry.request {
        store::request::load(desk.store.read(), request)?;
    }
    Ok((day, problems))
}

/// Longest text of an entry; the sentence above says the same.
const LONGEST: usize = 2000;

/// See the command table.
pub fn correct(_: &mut App, _: HandlingCorrect, _: Now) -> Result<HandlingList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn told(_: &mut App, _: HandlingTold, _: Now) -> Result<HandlingList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// Who got data of the subject of a request.
pub fn of_subject(_: &Desk, _: &Case) -> Result<Vec<DisclosedTo>, Refusal> {
    Ok(Vec::new())
}
