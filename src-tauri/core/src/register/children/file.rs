//! One child's file as it is kept: what it is about, what happened, and whom it is about.
//!
//! The body names nobody. Child and parent stand apart and can be erased; what happened stays.

use super::data::{Age, Regime, Rules, rules};
use crate::api::wire::{ChildIn, Person, Refusal};
use crate::desk::Desk;
use crate::store::register::{self as rows, File, Line, Someone};
use crate::time;
use crate::words::{ChildStep, Register, Right};
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Roles of those a file is about.
pub const CHILD: &str = "child";
/// See [`CHILD`].
pub const PARENT: &str = "parent";

/// Kinds of lines that are no step: the file was opened, what was written was corrected, a request came or was decided.
pub const OPENED: &str = "opened";
/// See [`OPENED`].
pub const CORRECTED: &str = "corrected";
/// See [`OPENED`].
pub const ASKED: &str = "request-logged";
/// See [`OPENED`].
pub const DECIDED: &str = "request-decided";

/// What a file is about; it names nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Body {
    pub opened_on: String,
    pub born: String,
    /// Whole years on `opened_on`.
    pub age: Option<u32>,
    pub residence: String,
    pub service: String,
    pub collects: String,
    pub discloses: String,
    pub integral: String,
    pub contact_collected_on: String,
}

/// What a line says beside its day and its kind.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub method: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notice: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub disclose: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub exception: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The letter that a notice left as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<u32>,
    /// The right and what became of it, for a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<Right>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// What was corrected in the file, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<String>,
}

/// A line that counts: no later one corrects it.
#[derive(Debug, Clone)]
pub struct Happened {
    pub id: u32,
    pub on: NaiveDate,
    pub step: Option<ChildStep>,
    pub kind: String,
    pub said: Said,
}

/// One file with all that is known.
pub struct Child {
    pub file: File<Body>,
    pub lines: Vec<Line>,
    pub people: Vec<Someone>,
    pub rules: &'static Rules,
    /// Under which rules it stands, the leading one first.
    pub regimes: Vec<Regime>,
    /// Below which age a parent is asked.
    pub age: &'static Age,
}

impl Child {
    /// One file.
    pub fn load(desk: &Desk, id: u32) -> Result<Self, Refusal> {
        let conn = desk.store.read();
        let file = rows::find(conn, Register::Children, id)?.ok_or_else(|| {
            Refusal::missing("There is no such file in the register of children.")
        })?;
        let (lines, people) = (rows::lines(conn, id)?, rows::people(conn, id)?);
        Self::of(desk, file, lines, people)
    }

    /// Every file, newest first.
    pub fn all(desk: &Desk) -> Result<Vec<Self>, Refusal> {
        let conn = desk.store.read();
        let mut lines = rows::lines_of(conn, Register::Children)?;
        let mut people = rows::people_of(conn, Register::Children)?;
        rows::files::<Body>(conn, Register::Children)?
            .into_iter()
            .map(|file| {
                let mine = lines.extract_if(.., |line| line.file == file.id).collect();
                let whom = people.extract_if(.., |one| one.file == file.id).collect();
                Self::of(desk, file, mine, whom)
            })
            .collect()
    }

    fn of(
        desk: &Desk,
        file: File<Body>,
        lines: Vec<Line>,
        people: Vec<Someone>,
    ) -> Result<Self, Refusal> {
        let rules = rules()?;
        let regimes = regimes(desk, &file.body.residence);
        let on = time::day(&file.body.opened_on).unwrap_or_default();
        let age = rules
            .age_at(&file.body.residence, regimes.contains(&Regime::Coppa), on)
            .ok_or_else(|| Refusal::broken("the ages of consent are not all there"))?;
        Ok(Self {
            file,
            lines,
            people,
            rules,
            regimes,
            age,
        })
    }

    /// The rules that lead.
    pub fn regime(&self) -> Regime {
        self.regimes.first().copied().unwrap_or(Regime::Coppa)
    }

    fn person(&self, role: &str) -> Option<&Someone> {
        self.people.iter().find(|one| one.role == role)
    }

    /// The row of whoever has this role, while it names somebody.
    pub fn row(&self, role: &str) -> Option<&Someone> {
        self.person(role).filter(|one| one.erased_on.is_none())
    }

    /// What the child is called; empty once erased.
    pub fn name(&self) -> String {
        self.row(CHILD)
            .map(|one| one.person.name.clone())
            .unwrap_or_default()
    }

    /// The child's name; the number of the file once erased.
    pub fn title(&self) -> String {
        match self.name() {
            name if name.is_empty() => format!("File no. {}", self.file.id),
            name => name,
        }
    }

    /// The parent; empty once erased.
    pub fn parent(&self) -> Person {
        self.row(PARENT)
            .map(|one| one.person.clone())
            .unwrap_or_default()
    }

    /// The lines that count, by day and in the order they were written; `without` leaves one out that is about to be corrected.
    pub fn happened(&self, without: Option<u32>) -> Result<Vec<Happened>, Refusal> {
        let mut all = Vec::new();
        for line in &self.lines {
            let corrected = self
                .lines
                .iter()
                .any(|other| other.corrects == Some(line.id));
            if corrected || without == Some(line.id) {
                continue;
            }
            all.push(Happened {
                id: line.id,
                on: time::day(&line.day)
                    .ok_or_else(|| Refusal::broken("a line of a child’s file has no day"))?,
                step: ChildStep::from_id(&line.kind),
                kind: line.kind.clone(),
                said: said(line)?,
            });
        }
        all.sort_by_key(|one| (one.on, one.id));
        Ok(all)
    }

    /// What it is about, as it was written.
    pub fn about(&self) -> ChildIn {
        let body = &self.file.body;
        ChildIn {
            child: self.name(),
            born: body.born.clone(),
            age: body.age,
            residence: body.residence.clone(),
            parent: self.parent(),
            service: body.service.clone(),
            collects: body.collects.clone(),
            discloses: body.discloses.clone(),
            integral: body.integral.clone(),
            contact_collected_on: body.contact_collected_on.clone(),
            request: self.file.request,
            log_request: false,
        }
    }

    /// Whether third parties are to get data.
    pub fn discloses(&self) -> bool {
        !self.file.body.discloses.is_empty()
    }

    /// Whether the service does not work without giving data away.
    pub fn integral(&self) -> bool {
        !self.file.body.integral.is_empty()
    }

    /// From which day the child may have reached the age, and from which day it surely has.
    pub fn of_age(&self) -> Option<(NaiveDate, NaiveDate)> {
        of_age(&self.file.body, self.age.age)
    }
}

/// What a line says.
pub fn said(line: &Line) -> Result<Said, Refusal> {
    serde_json::from_str(&line.body)
        .map_err(|e| Refusal::broken(&format!("a line of a child’s file cannot be read ({e})")))
}

/// Under which rules a child of this place stands.
///
/// The American rule counts wherever the service is run from the United States, and where nothing was said:
/// it is the one that asks for most. Elsewhere outside Europe it stands as the rule of the house.
pub fn regimes(desk: &Desk, residence: &str) -> Vec<Regime> {
    let book = desk.library.reach_book();
    let europe =
        book.in_group("eu", residence) || book.in_group("uk", residence) || residence == "uk";
    let from_here = desk
        .profile
        .about
        .established
        .iter()
        .any(|at| at == "us" || at.starts_with("us-"));
    match (europe, from_here) {
        (true, true) => vec![Regime::Coppa, Regime::Europe],
        (true, false) => vec![Regime::Europe],
        (false, _) => vec![Regime::Coppa],
    }
}

/// From which day a child may be `age` years old, and from which day it surely is.
pub fn of_age(body: &Body, age: u32) -> Option<(NaiveDate, NaiveDate)> {
    let years = |day: NaiveDate, years: u32| day.checked_add_months(Months::new(years * MONTHS));
    if let Some((first, last)) = born(&body.born) {
        let (from, surely) = (years(first, age)?, years(last, age)?);
        // Born on the 29th of February: in other years some count the day after.
        let leap = last.month() == 2 && last.day() == 29 && surely.day() != 29;
        return Some((from, if leap { surely.succ_opt()? } else { surely }));
    }
    let on = time::day(&body.opened_on)?;
    let known = body.age?;
    if known >= age {
        return Some((on, on));
    }
    Some((
        years(on, age - known - 1)?.succ_opt()?,
        years(on, age - known)?,
    ))
}

const MONTHS: u32 = 12;

/// The first and the last day on which somebody born in a year or a month may be born.
pub fn born(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let (year, month) = match text.split_once('-') {
        Some((year, month)) if month.len() == 2 && digits(month) => {
            (year, Some(month.parse::<u32>().ok()?))
        }
        Some(_) => return None,
        None => (text, None),
    };
    if year.len() != 4 || !digits(year) {
        return None;
    }
    let year: i32 = year.parse().ok()?;
    let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), 1)?;
    let after = first.checked_add_months(Months::new(if month.is_some() { 1 } else { MONTHS }))?;
    Some((first, after.pred_opt()?))
}
