//! An incident as it is shown: its row, its page, its line in the printed list.

use super::file::{self, Incident, LineBody};
use super::letters::american;
use super::{dates, reminders, reopen, rules};
use crate::api::wire::{
    FileNumber, IncidentIn, IncidentList, IncidentPerson, IncidentRow, IncidentView, Nothing,
    Refusal, RegisterLine, RegisterNote,
};
use crate::desk::{App, Desk};
use crate::store::register::Line;
use crate::time::Now;
use crate::words::{LetterLanguage, Way};
use chrono::NaiveDate;

/// See the command table.
pub fn list(app: &mut App, _: Nothing, now: Now) -> Result<IncidentList, Refusal> {
    whole(app.desk()?, now)
}

/// The whole register.
pub fn whole(desk: &Desk, now: Now) -> Result<IncidentList, Refusal> {
    Ok(IncidentList {
        incidents: file::all(desk)?
            .iter()
            .map(|one| row(desk, one, now))
            .collect::<Result<_, _>>()?,
        today: now.today(desk.zone).to_string(),
    })
}

fn row(desk: &Desk, one: &Incident, now: Now) -> Result<IncidentRow, Refusal> {
    let running = one.struck.is_empty() && one.closed_on().is_none();
    let next = if running {
        dates::dates(desk, one, now)?
            .into_iter()
            .find(|date| date.met_on.is_none())
    } else {
        None
    };
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(IncidentRow {
        id: one.id,
        title: one.about.title.clone(),
        aware_at: local(desk, one),
        people: one.about.people.max(number(one.people.len())),
        told: number(one.people.iter().filter(|p| p.told_on.is_some()).count()),
        risk: one.risk(),
        next,
        closed_on: one.closed_on().map(|day| day.to_string()),
        reopened_on: one.reopened_on().map(|day| day.to_string()),
        struck: one.struck.clone(),
    })
}

/// One incident as the printed list shows it.
pub struct Printed {
    pub aware_on: NaiveDate,
    pub row: IncidentRow,
    pub nature: String,
    pub measures: String,
    /// Each with the moment it was told.
    pub authorities: String,
}

/// Every incident for the printed list.
pub fn printed(desk: &Desk, now: Now) -> Result<Vec<Printed>, Refusal> {
    file::all(desk)?
        .into_iter()
        .map(|one| {
            let told: Vec<String> = one
                .authorities()
                .into_iter()
                .map(|told| format!("{}: {}", told.name, dates::moment(told.at, desk.zone)))
                .collect();
            Ok(Printed {
                aware_on: one.aware_on(desk.zone),
                row: row(desk, &one, now)?,
                authorities: told.join("; "),
                nature: one.about.nature,
                measures: one.about.measures,
            })
        })
        .collect()
}

/// The moment of awareness as the form has it.
fn local(desk: &Desk, one: &Incident) -> String {
    one.aware
        .with_timezone(&desk.zone)
        .format("%Y-%m-%dT%H:%M")
        .to_string()
}

/// See the command table.
pub fn show(app: &mut App, args: FileNumber, now: Now) -> Result<IncidentView, Refusal> {
    view(app.desk()?, args.id, now)
}

/// One incident with what is derived of it.
pub fn view(desk: &Desk, id: u32, now: Now) -> Result<IncidentView, Refusal> {
    let one = file::load(desk, id)?;
    let dates = dates::dates(desk, &one, now)?;
    Ok(IncidentView {
        row: row(desk, &one, now)?,
        about: IncidentIn {
            aware_at: local(desk, &one),
            risk: Some(one.risk()),
            reason: String::new(),
            ..one.about.clone()
        },
        open: if one.struck.is_empty() && one.closed_on().is_none() {
            super::open_of(&dates)
        } else {
            Vec::new()
        },
        again: reopen::why_again(&one),
        dates,
        reminders: reminders::reminders(desk, &one)?,
        promises: dates::promises(desk, &one)?,
        lacks: lacks(desk, &one)?,
        timeline: one
            .lines
            .iter()
            .map(|(line, body)| told_line(line, body))
            .collect(),
        people: one
            .people
            .into_iter()
            .map(|person| IncidentPerson {
                id: person.id,
                person: person.person,
                residence: person.residence,
                preferred: person.preferred,
                told_on: person.told_on.map(|day| day.to_string()),
                told_by: person.told_by,
                letter: person.letter.as_ref().map(|letter| letter.id),
                letter_way: person.letter.map(|letter| letter.state),
                erased_on: person.erased_on.map(|day| day.to_string()),
            })
            .collect(),
    })
}

/// What the letters lack, each with its article.
pub fn lacks(desk: &Desk, one: &Incident) -> Result<Vec<RegisterNote>, Refusal> {
    let about = &one.about;
    let profile = &desk.profile;
    let empty = |text: &str| text.trim().is_empty();
    let american = american(desk, LetterLanguage::En);
    Ok(rules::rules()?
        .items
        .iter()
        .filter(|item| !item.american || american)
        .filter(|item| match item.id.as_str() {
            "nature" => empty(&about.nature),
            "data" => empty(&about.data),
            "consequences" => empty(&about.consequences),
            "measures" => empty(&about.measures),
            "advice" => empty(&about.advice),
            _ => {
                empty(&profile.contact_email)
                    && empty(&profile.contact_phone)
                    && profile.address.iter().all(|line| empty(line))
            }
        })
        .map(|item| {
            item.source
                .note(format!("Still to be written: {}.", lower(&item.what)))
        })
        .collect())
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn told_line(line: &Line, body: &LineBody) -> RegisterLine {
    let title = match line.kind.as_str() {
        file::OPENED => "Incident opened".to_owned(),
        file::CHANGED => "Corrected or completed".to_owned(),
        file::PEOPLE => format!("{} added", people_word(body.people.len())),
        file::TOLD | file::LETTERS => format!(
            "{} told {}",
            people_word(body.told.len()),
            body.way.map_or("", by)
        ),
        file::IN_SITE => "Notice on the site".to_owned(),
        file::AUTHORITY => format!("{} told", body.authority),
        file::ERASED => format!("{} erased from the list", people_word(body.erased.len())),
        file::REOPENED => "Opened again".to_owned(),
        _ => "Closed".to_owned(),
    };
    let mut details: Vec<String> = body.was.clone();
    for text in [&body.text, &body.number, &body.late] {
        if !text.trim().is_empty() {
            details.push(text.clone());
        }
    }
    RegisterLine {
        id: line.id,
        on: line.day.clone(),
        kind: line.kind.clone(),
        title,
        details,
        cite: match line.kind.as_str() {
            file::AUTHORITY if !body.late.is_empty() => "GDPR Art. 33(1)".into(),
            _ => String::new(),
        },
        by: line.by.clone(),
        at: line.at.clone(),
        request: None,
        letter: None,
        corrected_by: None,
        said: None,
    }
}

/// “1 person”, “2 people”.
pub fn people_word(n: usize) -> String {
    match n {
        1 => "1 person".into(),
        n => format!("{n} people"),
    }
}

/// How a way reads behind “told”.
pub fn by(way: Way) -> &'static str {
    match way {
        Way::Mail => "by e-mail",
        Way::Post => "by post",
        Way::Phone => "by telephone",
        Way::WebForm => "through the web form",
        Way::Account => "in their account",
        Way::AccountRepresentative => "through their account representative",
        Way::InSite => "by a notice on the site",
        Way::LinkInMessage => "by a link in a message",
        Way::InPerson => "in person",
        Way::Browser => "in the browser",
    }
}
