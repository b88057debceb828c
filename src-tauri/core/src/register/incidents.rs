//! Breaches of security: who must be told, by when, and who was.
//!
//! What was told is a line that stays; every date is derived from the moment of awareness.

mod dates;
mod due;
mod erase;
mod file;
mod letters;
mod people;
mod reminders;
mod reopen;
pub(crate) mod rules;
mod running;
mod show;
mod tell;

pub use due::due;
pub use erase::erase;
pub use letters::letters;
pub use people::{people, people_file};
pub use reopen::{Unreached, came_back, still_to_tell};
pub use show::{list, printed, show};
pub use tell::{authority, told};

use crate::api::wire::{
    IncidentChange, IncidentClose, IncidentIn, IncidentList, IncidentView, Refusal, RegisterDate,
    RegisterStrike,
};
use crate::desk::{App, Desk};
use crate::store::register::NewLine;
use crate::store::{self, Event, Transaction};
use crate::time::{self, Now, local_instant, short, stamp};
use crate::words::{IncidentRisk, Register};
use chrono::NaiveDate;
use file::{Body, Incident, LineBody};
use serde_json::json;
use show::{by, lacks, people_word, view, whole};

/// Longest text of an incident.
const LONGEST: usize = 4000;

/// What an incident says, trimmed and checked.
fn read(desk: &Desk, args: &IncidentIn, now: Now) -> Result<Body, Refusal> {
    let text = |text: &str| text.trim().to_owned();
    let about = IncidentIn {
        title: text(&args.title),
        aware_at: String::new(),
        happened_from: text(&args.happened_from),
        happened_until: text(&args.happened_until),
        nature: text(&args.nature),
        data: text(&args.data),
        consequences: text(&args.consequences),
        measures: text(&args.measures),
        advice: text(&args.advice),
        risk_reason: text(&args.risk_reason),
        residences: args
            .residences
            .iter()
            .map(|place| place.trim().to_lowercase())
            .filter(|place| !place.is_empty())
            .collect(),
        reason: String::new(),
        ..args.clone()
    };
    if about.title.is_empty() {
        return Err(Refusal::field(
            "title",
            "Give it a name that names nobody, such as “Mailing list read by a stranger”.",
        ));
    }
    let aware = local_instant(args.aware_at.trim(), desk.zone).ok_or_else(|| {
        Refusal::field(
            "aware_at",
            "Write day and hour at which the organisation became aware, as 2026-03-02T14:20; the 72 hours run from there.",
        )
    })?;
    if aware > now.instant() {
        return Err(Refusal::field("aware_at", "That moment has not come yet."));
    }
    let aware_on = time::civil_day(aware, desk.zone);
    let mut from = None;
    for (field, text) in [
        ("happened_from", &about.happened_from),
        ("happened_until", &about.happened_until),
    ] {
        if text.is_empty() {
            continue;
        }
        let day = time::day(text).ok_or_else(|| {
            Refusal::field(field, "That is no day that exists. Write it as 2026-03-31.")
        })?;
        if day > now.today(desk.zone) {
            return Err(Refusal::field(field, "That day has not come yet."));
        }
        if field == "happened_from" && day > aware_on {
            return Err(Refusal::field(
                field,
                "The organisation cannot have been aware of it before it began.",
            ));
        }
        if from.is_some_and(|from| day < from) {
            return Err(Refusal::field(field, "It would end before it began."));
        }
        from = Some(day);
    }
    if about.risk == Some(IncidentRisk::Unlikely) && about.risk_reason.is_empty() {
        return Err(Refusal::field(
            "risk_reason",
            "Write why a risk is unlikely: then nobody outside is told, and the reasons are kept (GDPR Art. 33(1), (5)).",
        ));
    }
    let long = [
        &about.title,
        &about.nature,
        &about.data,
        &about.consequences,
        &about.measures,
        &about.advice,
        &about.risk_reason,
    ]
    .iter()
    .any(|text| text.chars().count() > LONGEST);
    if long {
        return Err(Refusal::field(
            "nature",
            format!(
                "One of these texts is too long for a letter; {LONGEST} characters are the most."
            ),
        ));
    }
    Ok(Body {
        about,
        aware: stamp(aware),
    })
}

/// See the command table.
pub fn open(app: &mut App, args: IncidentIn, now: Now) -> Result<IncidentView, Refusal> {
    let desk = app.desk()?;
    let body = read(desk, &args, now)?;
    let officer = desk.officer.clone();
    let today = now.today(desk.zone).to_string();
    let id = desk.store.transact(officer.id, now, |tx, seq| {
        let id = store::register::open(tx, Register::Incidents, &body, None, seq)?;
        line(tx, id, &today, file::OPENED, &LineBody::default(), seq)?;
        let event = Event::desk("incident-opened", "A breach of security was entered.")
            .facts(json!({
                "incident": id, "aware": body.aware, "risk": body.about.risk,
                "people": body.about.people, "records": body.about.records, "residences": body.about.residences,
            }))
            .detail("Incident", body.about.title.clone())
            .detail("Risk", body.about.risk_reason.clone());
        Ok((id, event))
    })?;
    view(desk, id, now)
}

fn line(
    tx: &Transaction,
    file: u32,
    day: &str,
    kind: &str,
    body: &LineBody,
    event: u32,
) -> Result<u32, Refusal> {
    let new = NewLine {
        file,
        day,
        kind,
        corrects: None,
        request: None,
    };
    store::register::write(tx, &new, body, event)
}

/// An incident that can still be worked on.
fn working(desk: &Desk, id: u32) -> Result<Incident, Refusal> {
    let one = file::load(desk, id)?;
    if !one.struck.is_empty() {
        return Err(Refusal::not_now("This incident is struck out."));
    }
    if let Some(on) = one.closed_on() {
        return Err(Refusal::not_now(format!(
            "This incident was closed on {}.",
            short(on)
        )));
    }
    Ok(one)
}

/// See the command table.
pub fn change(app: &mut App, args: IncidentChange, now: Now) -> Result<IncidentView, Refusal> {
    let desk = app.desk()?;
    let before = working(desk, args.id)?;
    let body = read(desk, &args.about, now)?;
    let reason = args.about.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is changed; what it said before stays to be read.",
        ));
    }
    let was = differences(&before, &body);
    if was.is_empty() {
        return Err(Refusal::not_now("Nothing was changed."));
    }
    let officer = desk.officer.clone();
    let today = now.today(desk.zone).to_string();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::register::change(tx, args.id, &body)?;
        let told = LineBody {
            text: reason.clone(),
            was: was.clone(),
            ..LineBody::default()
        };
        line(tx, args.id, &today, file::CHANGED, &told, seq)?;
        let mut event = Event::desk(
            "incident-changed",
            "A breach of security was described anew.",
        )
        .facts(json!({ "incident": args.id, "aware": body.aware, "risk": body.about.risk }))
        .detail("Why", reason.clone());
        for one in &was {
            event = event.detail("Before", one.clone());
        }
        Ok(((), event))
    })?;
    view(desk, args.id, now)
}

/// What stood before, a sentence for each thing that changed.
fn differences(before: &Incident, after: &Body) -> Vec<String> {
    let (was, is) = (&before.about, &after.about);
    let risk = |about: &IncidentIn| about.risk.unwrap_or(IncidentRisk::Open).id().to_owned();
    [
        ("Title", was.title.clone(), is.title.clone()),
        ("Became aware", stamp(before.aware), after.aware.clone()),
        (
            "Happened from",
            was.happened_from.clone(),
            is.happened_from.clone(),
        ),
        (
            "Happened until",
            was.happened_until.clone(),
            is.happened_until.clone(),
        ),
        ("What happened", was.nature.clone(), is.nature.clone()),
        ("Data", was.data.clone(), is.data.clone()),
        ("People", was.people.to_string(), is.people.to_string()),
        ("Records", was.records.to_string(), is.records.to_string()),
        (
            "Consequences",
            was.consequences.clone(),
            is.consequences.clone(),
        ),
        ("Measures", was.measures.clone(), is.measures.clone()),
        ("Advice", was.advice.clone(), is.advice.clone()),
        ("Risk", risk(was), risk(is)),
        (
            "Risk judged so because",
            was.risk_reason.clone(),
            is.risk_reason.clone(),
        ),
        (
            "Residences",
            was.residences.join(", "),
            is.residences.join(", "),
        ),
    ]
    .into_iter()
    .filter(|(_, was, is)| was != is)
    .map(|(label, was, _)| match was.as_str() {
        "" => format!("{label}: nothing was written."),
        _ => format!("{label}: “{was}”."),
    })
    .collect()
}

/// The day something was done: today when nothing is said, not before the incident was known, not to come.
fn day_of(desk: &Desk, one: &Incident, text: &str, now: Now) -> Result<NaiveDate, Refusal> {
    let today = now.today(desk.zone);
    let aware_on = one.aware_on(desk.zone);
    let on = match text.trim() {
        "" => today,
        text => time::day(text).ok_or_else(|| {
            Refusal::field("on", "That is no day that exists. Write it as 2026-03-31.")
        })?,
    };
    if on > today {
        return Err(Refusal::field("on", "That day has not come yet."));
    }
    if on < aware_on {
        return Err(Refusal::field(
            "on",
            format!(
                "That is before the organisation became aware on {}.",
                short(aware_on)
            ),
        ));
    }
    Ok(on)
}

/// What of these dates nobody has met, a sentence each.
fn open_of(dates: &[RegisterDate]) -> Vec<String> {
    dates
        .iter()
        .filter(|date| date.met_on.is_none())
        .map(|date| {
            let due = if date.days < 0 { "was" } else { "is" };
            format!(
                "{} It {due} due on {}.",
                ended(&date.what),
                day_word(&date.by)
            )
        })
        .collect()
}

/// With a full stop, as a promise’s words may not have one.
fn ended(what: &str) -> String {
    if what.ends_with(['.', '!', '?']) {
        what.to_owned()
    } else {
        format!("{what}.")
    }
}

fn day_word(on: &str) -> String {
    time::day(on).map_or_else(|| on.to_owned(), short)
}

/// See the command table.
pub fn close(app: &mut App, args: IncidentClose, now: Now) -> Result<IncidentView, Refusal> {
    let desk = app.desk()?;
    let one = working(desk, args.id)?;
    let on = day_of(desk, &one, &args.on, now)?;
    let text = args.text.trim().to_owned();
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(Refusal::field(
            "text",
            "Write what came of it: effects, what was done, and why nobody else is to be told; the documentation is kept (GDPR Art. 33(5)).",
        ));
    }
    if let Some(again) = one.reopened_on().filter(|again| on < *again) {
        return Err(Refusal::field(
            "on",
            format!("It was opened again on {}.", short(again)),
        ));
    }
    let open = open_of(&dates::dates(desk, &one, now)?);
    let reason = args.reason.trim().to_owned();
    if !open.is_empty() && reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            format!(
                "This is still open: {} Do it first, or write why the incident is closed without it.",
                open.join(" ")
            ),
        ));
    }
    if reason.chars().count() > LONGEST {
        return Err(Refusal::field(
            "reason",
            format!("That is too long to be shown; {LONGEST} characters are the most."),
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let mut was: Vec<String> = open
            .iter()
            .map(|what| format!("Was still open: {what}"))
            .collect();
        if !open.is_empty() {
            was.push(format!("Closed all the same: {reason}"));
        }
        let body = LineBody {
            text: text.clone(),
            was,
            ..LineBody::default()
        };
        line(tx, args.id, &on.to_string(), file::CLOSED, &body, seq)?;
        let mut event = Event::desk("incident-closed", "A breach of security was closed.")
            .facts(json!({ "incident": args.id, "on": on.to_string(), "open": open.len() }))
            .detail("What came of it", text.clone());
        for what in &open {
            event = event.detail("Was still open", what.clone());
        }
        if !open.is_empty() {
            event = event.detail("Closed all the same", reason.clone());
        }
        Ok(((), event))
    })?;
    view(desk, args.id, now)
}

/// See the command table.
pub fn strike(app: &mut App, args: RegisterStrike, now: Now) -> Result<IncidentList, Refusal> {
    let desk = app.desk()?;
    let one = file::load(desk, args.id)?;
    if !one.struck.is_empty() {
        return Err(Refusal::not_now("This incident is struck out already."));
    }
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is struck out; the incident stays to be read.",
        ));
    }
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, _| {
        store::register::strike(tx, args.id, &reason)?;
        let event = Event::desk("incident-struck", "A breach of security was struck out.")
            .facts(json!({ "incident": args.id }))
            .detail("Why", reason.clone());
        Ok(((), event))
    })?;
    whole(desk, now)
}
