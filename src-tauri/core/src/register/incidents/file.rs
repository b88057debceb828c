//! One incident as it stands in the register: what it is about, what happened since, and whom it concerns.

use crate::api::wire::{IncidentIn, Person, Refusal};
use crate::desk::Desk;
use crate::store;
use crate::store::register::{File, LetterOfFile, Line};
use crate::time::{self, civil_day};
use crate::words::{IncidentRisk, PostState, Register, Way};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Kinds of lines.
pub const OPENED: &str = "opened";
pub const CHANGED: &str = "changed";
pub const PEOPLE: &str = "people-added";
pub const TOLD: &str = "told";
pub const IN_SITE: &str = "in-site";
pub const AUTHORITY: &str = "authority-told";
pub const LETTERS: &str = "letters-issued";
pub const ERASED: &str = "people-erased";
pub const CLOSED: &str = "closed";
pub const REOPENED: &str = "reopened";

/// What a file is about. The moment is kept as an instant: another time zone of the desk does not move it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Body {
    pub about: IncidentIn,
    /// RFC 3339 in UTC.
    pub aware: String,
}

/// Where and how somebody affected is reached; names nobody.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reached {
    pub person: u32,
    pub residence: String,
    pub preferred: Way,
}

/// The body of a line, whatever its kind; what a kind does not need is left out.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LineBody {
    pub text: String,
    /// Sentences: what it was before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Reached>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<u32>,
    pub way: Option<Way>,
    /// The authority: the moment, its name, its number, the reasons of a delay.
    pub at: String,
    pub authority: String,
    pub number: String,
    pub late: String,
}

/// Somebody affected.
#[derive(Debug, Clone)]
pub struct Affected {
    pub id: u32,
    /// Empty once erased.
    pub person: Person,
    pub erased_on: Option<NaiveDate>,
    pub residence: String,
    pub preferred: Way,
    pub told_on: Option<NaiveDate>,
    pub told_by: Option<Way>,
    /// The newest one to them.
    pub letter: Option<LetterOfFile>,
}

/// An authority was told.
#[derive(Debug, Clone)]
pub struct AuthorityTold {
    pub at: DateTime<Utc>,
    pub name: String,
}

/// All of it.
pub struct Incident {
    pub id: u32,
    pub about: IncidentIn,
    pub aware: DateTime<Utc>,
    pub struck: String,
    pub lines: Vec<(Line, LineBody)>,
    pub people: Vec<Affected>,
}

impl Incident {
    /// The civil day of awareness.
    pub fn aware_on(&self, zone: Tz) -> NaiveDate {
        civil_day(self.aware, zone)
    }

    pub fn risk(&self) -> IncidentRisk {
        self.about.risk.unwrap_or(IncidentRisk::Open)
    }

    /// The day it was closed; nothing once it was opened again.
    pub fn closed_on(&self) -> Option<NaiveDate> {
        self.turned(CLOSED)
    }

    /// The day a closed one was opened again; nothing once it is closed anew.
    pub fn reopened_on(&self) -> Option<NaiveDate> {
        self.turned(REOPENED)
    }

    /// The day of what came last of closing and opening again, if it is of this kind.
    fn turned(&self, kind: &str) -> Option<NaiveDate> {
        let (last, _) = self
            .lines
            .iter()
            .rfind(|(line, _)| line.kind == CLOSED || line.kind == REOPENED)?;
        time::day(&last.day).filter(|_| last.kind == kind)
    }

    /// The day a notice first stood on the site.
    pub fn in_site_on(&self) -> Option<NaiveDate> {
        self.day_of(IN_SITE)
    }

    fn day_of(&self, kind: &str) -> Option<NaiveDate> {
        self.lines
            .iter()
            .filter(|(line, _)| line.kind == kind)
            .filter_map(|(line, _)| time::day(&line.day))
            .min()
    }

    /// The authorities that were told, in the order they were.
    pub fn authorities(&self) -> Vec<AuthorityTold> {
        self.lines
            .iter()
            .filter(|(line, _)| line.kind == AUTHORITY)
            .filter_map(|(_, body)| {
                let at = DateTime::parse_from_rfc3339(&body.at).ok()?;
                Some(AuthorityTold {
                    at: at.with_timezone(&Utc),
                    name: body.authority.clone(),
                })
            })
            .collect()
    }

    /// Those who are still to be told; whoever was forgotten is not.
    pub fn untold(&self) -> impl Iterator<Item = &Affected> {
        self.people
            .iter()
            .filter(|one| one.told_on.is_none() && one.erased_on.is_none())
    }

    /// The day the last of those affected was told; nothing while one was not.
    ///
    /// Where nobody is known by name, the notice on the site tells them all, GDPR Art. 34(3)(c).
    pub fn all_told_on(&self) -> Option<NaiveDate> {
        if self.people.is_empty() {
            return self.in_site_on();
        }
        let untold = self.untold().next().is_some();
        let last = self.people.iter().filter_map(|one| one.told_on).max();
        last.filter(|_| !untold)
    }

    /// Those who are still to be told and to whom a letter came back.
    pub fn not_reached(&self) -> impl Iterator<Item = &Affected> {
        self.untold().filter(|one| {
            one.letter
                .as_ref()
                .is_some_and(|letter| letter.state == PostState::Returned)
        })
    }

    /// How many of those told were told by a letter whose posting is not confirmed.
    pub fn not_posted(&self) -> usize {
        let waits = |one: &&Affected| {
            one.told_on.is_some()
                && one
                    .letter
                    .as_ref()
                    .is_some_and(|letter| letter.state == PostState::Ready)
        };
        self.people.iter().filter(waits).count()
    }

    /// Where those affected live, each place once.
    pub fn places(&self) -> Vec<String> {
        let mut all: Vec<String> = self
            .about
            .residences
            .iter()
            .chain(self.people.iter().map(|one| &one.residence))
            .map(|place| place.trim().to_lowercase())
            .filter(|place| !place.is_empty())
            .collect();
        all.sort();
        all.dedup();
        all
    }
}

/// One incident, or that there is none.
pub fn load(desk: &Desk, id: u32) -> Result<Incident, Refusal> {
    read(desk.store.read(), id)
}

/// The same as it stands within a change that is not finished.
pub fn read(conn: &store::Connection, id: u32) -> Result<Incident, Refusal> {
    let file = store::register::find::<Body>(conn, Register::Incidents, id)?
        .ok_or_else(|| Refusal::missing("There is no such incident in the register."))?;
    let people = store::register::people(conn, id)?;
    let lines = store::register::lines(conn, id)?;
    let letters = store::register::letters_of(conn, id)?;
    put_together(file, lines, people, letters)
}

/// Every incident, newest first; those struck out too.
pub fn all(desk: &Desk) -> Result<Vec<Incident>, Refusal> {
    let files = store::register::files::<Body>(desk.store.read(), Register::Incidents)?;
    files.iter().map(|file| load(desk, file.id)).collect()
}

fn put_together(
    file: File<Body>,
    lines: Vec<Line>,
    people: Vec<store::register::Someone>,
    letters: Vec<LetterOfFile>,
) -> Result<Incident, Refusal> {
    let bad = |e: &dyn std::fmt::Display| {
        Refusal::broken(&format!("an incident in the register cannot be read ({e})"))
    };
    let lines: Vec<(Line, LineBody)> = lines
        .into_iter()
        .map(|line| {
            let body = serde_json::from_str(&line.body).map_err(|e| bad(&e))?;
            Ok((line, body))
        })
        .collect::<Result<_, Refusal>>()?;
    let mut reached: HashMap<u32, Reached> = HashMap::new();
    let mut told: HashMap<u32, (NaiveDate, Way)> = HashMap::new();
    let mut of_person: HashMap<u32, Vec<LetterOfFile>> = HashMap::new();
    for letter in letters {
        if let Some(person) = letter.person {
            of_person.entry(person).or_default().push(letter);
        }
    }
    // The lines of letters tell the same people in the same order as the letters were issued.
    let mut issued: HashMap<u32, usize> = HashMap::new();
    for (line, body) in &lines {
        for one in &body.people {
            reached.insert(one.person, one.clone());
        }
        let (Some(way), Some(day)) = (body.way, time::day(&line.day)) else {
            continue;
        };
        for person in &body.told {
            let mut day = day;
            if line.kind == LETTERS {
                let at = issued.entry(*person).or_default();
                let letter = of_person.get(person).and_then(|all| all.get(*at));
                *at += 1;
                match letter {
                    // Whoever it did not reach was not told by it.
                    Some(one) if one.state == PostState::Returned => continue,
                    Some(one) => {
                        day = one.posted_on.as_deref().and_then(time::day).unwrap_or(day);
                    }
                    None => {}
                }
            }
            told.entry(*person).or_insert((day, way));
        }
    }
    let people = people
        .into_iter()
        .map(|one| {
            let how = reached.remove(&one.id);
            let told = told.get(&one.id);
            let letter = of_person.remove(&one.id).and_then(|mut all| all.pop());
            Affected {
                id: one.id,
                erased_on: one.erased_on.as_deref().and_then(time::day),
                residence: how
                    .as_ref()
                    .map(|h| h.residence.clone())
                    .unwrap_or_default(),
                preferred: how.map_or(Way::Mail, |h| h.preferred),
                told_on: told.map(|(day, _)| *day),
                told_by: told.map(|(_, way)| *way),
                letter,
                person: one.person,
            }
        })
        .collect();
    let aware = DateTime::parse_from_rfc3339(&file.body.aware)
        .map_err(|e| bad(&e))?
        .with_timezone(&Utc);
    Ok(Incident {
        id: file.id,
        about: file.body.about,
        aware,
        struck: file.struck,
        lines,
        people,
    })
}
