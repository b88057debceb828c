//! Every row of a file with its fate, before anything is written.
//!
//! What rows have in common is read once: days, categories and names by the way a cell is written; collisions by [`super::judge`].

use super::super::categories;
use super::super::csv::{Csv, Row};
use super::super::handled::{Quick, QuickMap};
use super::before::Before;
use super::columns::Columns;
use super::dates::Days;
use super::judge::Judge;
use super::words::{self, Words, one_line, people, plain, unknown};
use crate::api::wire::{
    Category, ConsentOnFile, HandlingIn, HandlingPurpose, ImportFate, Person, RecipientIn, Refusal,
};
use crate::desk::Desk;
use crate::request::preview::trimmed;
use crate::request::same::fold;
use crate::store;
use crate::time::{self, Now};
use crate::words::{Act, DataTopic, Register};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

/// Longest text of an entry; see `disclosures::entry`.
const LONGEST: usize = 2000;

/// A file read against the desk.
pub struct Plan {
    pub rows: Vec<Planned>,
    /// Names that would be added to the directory, as they are first written.
    pub new_recipients: Vec<String>,
    pub good: u32,
    pub flagged: u32,
    pub duplicates: u32,
    pub bad: u32,
}

/// One row.
pub struct Planned {
    pub line: u32,
    /// Place among the records of the file.
    pub record: usize,
    pub fate: ImportFate,
    pub reasons: Vec<String>,
    /// Absent for a bad row.
    pub entry: Option<Entry>,
}

/// What would be written for a row.
pub struct Entry {
    pub day: NaiveDate,
    pub entry: HandlingIn,
    pub categories: i64,
}

/// Categories of a row: their identifiers, their bits, and what kinds of data they are.
type Chosen = (Vec<String>, i64, Vec<DataTopic>);

/// What is known while the rows are read.
struct Reader<'d> {
    words: &'static Words,
    today: NaiveDate,
    usual: HandlingIn,
    bits: HashMap<String, u32>,
    all: Vec<Category>,
    by_name: HashMap<String, u32>,
    judge: Judge<'d>,
    /// Days as entries keep them.
    days: QuickMap<NaiveDate, String>,
    known_categories: QuickMap<String, Result<Chosen, String>>,
    /// Numbers of the directory by a name as written; `by_name` by the folded one.
    known_names: QuickMap<String, Option<u32>>,
    new_recipients: Vec<String>,
    new_keys: HashSet<String>,
    /// As they are written.
    new_names: HashSet<String, BuildHasherDefault<Quick>>,
}

/// Reads every row. `columns` says what each column is.
pub fn plan(
    desk: &Desk,
    csv: &Csv,
    columns: &Columns,
    usual: &HandlingIn,
    now: Now,
) -> Result<Plan, Refusal> {
    let words = words::words()?;
    let at = |field: &str| columns.iter().position(|one| one == field);
    let column = |number: Option<usize>| {
        csv.rows()
            .skip(1)
            .filter(|row| row.broken().is_none())
            .map(move |row| number.map_or("".into(), |n| row.cell(n)))
            .filter(|cell| !cell.is_empty())
    };
    let mut days = Days::of(words, column(at("on")));
    let mut told = Days::of(words, column(at("told_on")));
    let mut reader = Reader::new(desk, words, usual, now)?;
    let mut before = Before::of(desk)?;
    let mut plan = Plan {
        rows: Vec::with_capacity(csv.rows().len()),
        new_recipients: Vec::new(),
        good: 0,
        flagged: 0,
        duplicates: 0,
        bad: 0,
    };
    for (record, row) in csv.rows().enumerate().skip(1) {
        let mut planned = reader.row(row, columns, &mut days, &mut told)?;
        planned.record = record;
        if let Some(entry) = &planned.entry
            && let Some(why) = before.known(entry, row.line())
        {
            planned.fate = ImportFate::Duplicate;
            planned.reasons = vec![why];
        }
        let count = match planned.fate {
            ImportFate::Good => &mut plan.good,
            ImportFate::Flagged => &mut plan.flagged,
            ImportFate::Duplicate => &mut plan.duplicates,
            ImportFate::Bad => &mut plan.bad,
        };
        *count += 1;
        if matches!(planned.fate, ImportFate::Good | ImportFate::Flagged)
            && let Some(entry) = &planned.entry
        {
            reader.note_recipient(&entry.entry);
        }
        plan.rows.push(planned);
    }
    plan.new_recipients = reader.new_recipients;
    Ok(plan)
}

impl<'d> Reader<'d> {
    fn new(
        desk: &'d Desk,
        words: &'static Words,
        usual: &HandlingIn,
        now: Now,
    ) -> Result<Self, Refusal> {
        let conn = desk.store.read();
        let listed = categories::all(conn)?;
        let files = store::register::files::<RecipientIn>(conn, Register::Recipients)?;
        let mut usual = usual.clone();
        usual.persons = Vec::new();
        if let Some(id) = usual.recipient_id.take() {
            let file = files
                .iter()
                .find(|file| file.id == id && file.struck.is_empty())
                .ok_or_else(|| {
                    Refusal::field("recipient", "There is no such recipient in the directory.")
                })?;
            usual.recipient = file.body.name.clone();
        }
        // Refuses a category that nobody knows before any row is read.
        categories::mask(conn, &usual.categories)?;
        Ok(Self {
            words,
            today: now.today(desk.zone),
            usual,
            bits: listed.iter().map(|(bit, c)| (c.id.clone(), *bit)).collect(),
            all: listed.into_iter().map(|(_, c)| c).collect(),
            by_name: files
                .iter()
                .filter(|file| file.struck.is_empty())
                .map(|file| (fold(&file.body.name), file.id))
                .collect(),
            judge: Judge::of(
                desk,
                files.into_iter().map(|file| (file.id, file.body)).collect(),
            )?,
            days: QuickMap::default(),
            known_categories: QuickMap::default(),
            known_names: QuickMap::default(),
            new_recipients: Vec::new(),
            new_keys: HashSet::new(),
            new_names: HashSet::default(),
        })
    }

    fn number_of(&mut self, name: &str) -> Option<u32> {
        if let Some(known) = self.known_names.get(name) {
            return *known;
        }
        let number = self.by_name.get(&fold(name)).copied();
        self.known_names.insert(name.to_owned(), number);
        number
    }

    fn note_recipient(&mut self, entry: &HandlingIn) {
        if entry.recipient_id.is_none()
            && !entry.recipient.is_empty()
            && self.new_names.insert(entry.recipient.clone())
        {
            let key = fold(&entry.recipient);
            if self.new_keys.insert(key) {
                self.new_recipients.push(entry.recipient.clone());
            }
        }
    }

    fn row(
        &mut self,
        row: Row,
        columns: &Columns,
        days: &mut Days,
        told: &mut Days,
    ) -> Result<Planned, Refusal> {
        let mut reasons: Vec<String> = Vec::new();
        if let Some(why) = row.broken() {
            reasons.push(why.to_owned());
            return Ok(bad(row, reasons));
        }
        if row.cells() > columns.len() {
            reasons.push(format!(
                "It has {} cells and the heading has {}; a delimiter inside a cell stands in quotation marks.",
                row.cells(),
                columns.len()
            ));
            return Ok(bad(row, reasons));
        }
        let mut entry = self.usual.clone();
        let mut day = time::day(entry.on.trim());
        let mut named = Person::default();
        let mut cell_of_categories = None;
        for (number, field) in columns.iter().enumerate() {
            let cell = row.cell(number);
            if cell.is_empty() || field.is_empty() {
                continue;
            }
            let text = plain(&cell);
            match field.as_str() {
                "on" => match days.read(text) {
                    Ok(read) => day = Some(read),
                    Err(why) => {
                        reasons.push(why);
                        // Wrong is not the same as left out.
                        day = None;
                    }
                },
                "told_on" => match told.read(text) {
                    Ok(read) => entry.told_on = read.to_string(),
                    Err(why) => reasons.push(why),
                },
                "act" => match self.words.act(text) {
                    Some(act) => entry.act = act,
                    None => reasons.push(unknown(text, "disclose, sell, use or collect")),
                },
                "purpose" => match self.words.purpose(text) {
                    Some(purpose) => entry.purpose = purpose,
                    None => reasons.push(unknown(
                        text,
                        "a purpose, such as direct marketing, service provider, legal process or other",
                    )),
                },
                "consent" => match self.words.consent(text) {
                    Some(consent) => entry.consent = consent,
                    None => reasons.push(unknown(text, "none, opt-in, explicit or authorization")),
                },
                "children" => match self.words.truth(text) {
                    Some(is) => entry.children = is,
                    None => reasons.push(unknown(text, "yes or no")),
                },
                "people" => people(text, &mut entry, &mut reasons),
                "categories" => cell_of_categories = Some(text.to_owned()),
                "recipient" => entry.recipient = one_line(text),
                "name" => named.name = one_line(text),
                "email" => named.email = text.to_owned(),
                "group" => entry.group = one_line(text),
                "legal_basis" => entry.legal_basis = text.to_owned(),
                "consent_note" => entry.consent_note = text.to_owned(),
                "note" => entry.note = text.to_owned(),
                _ => {}
            }
        }
        if named != Person::default() {
            entry.persons.push(named);
        }
        entry.persons = entry.persons.iter().map(trimmed).collect();
        let categories = self.categories(cell_of_categories, &mut entry, &mut reasons)?;
        match day {
            None if reasons.is_empty() => reasons.push("It has no day.".into()),
            Some(day) if day > self.today => reasons.push(format!(
                "{} has not come yet. What was done is brought in when it is done.",
                time::long(day)
            )),
            _ => {}
        }
        self.sound(&mut entry, &mut reasons);
        let Some(day) = day.filter(|_| reasons.is_empty()) else {
            return Ok(bad(row, reasons));
        };
        entry
            .on
            .clone_from(self.days.entry(day).or_insert_with(|| day.to_string()));
        entry.recipient_id = if entry.recipient.is_empty() {
            None
        } else {
            self.number_of(&entry.recipient)
        };
        let verdict = self.judge.verdict(&entry, day)?;
        if verdict.needs_answer {
            reasons.extend(verdict.reasons);
            reasons.push(ALONE.into());
            return Ok(bad(row, reasons));
        }
        Ok(Planned {
            line: row.line(),
            record: 0,
            fate: if verdict.reasons.is_empty() {
                ImportFate::Good
            } else {
                ImportFate::Flagged
            },
            reasons: verdict.reasons,
            entry: Some(Entry {
                day,
                entry,
                categories,
            }),
        })
    }

    /// The categories of a row and the kinds of data they imply, read once for each way a cell is written.
    fn categories(
        &mut self,
        cell: Option<String>,
        entry: &mut HandlingIn,
        reasons: &mut Vec<String>,
    ) -> Result<i64, Refusal> {
        let usual = cell.is_none();
        let cell = cell.unwrap_or_default();
        let read = match self.known_categories.get(&cell) {
            Some(read) => read.clone(),
            None => {
                let found = if usual {
                    Ok(self.usual.categories.clone())
                } else {
                    self.words.categories(&cell, &self.all)
                };
                let read = match found {
                    Ok(ids) => {
                        let mask = ids
                            .iter()
                            .filter_map(|id| self.bits.get(id))
                            .fold(0_i64, |mask, bit| mask | (1_i64 << bit));
                        let topics = categories::topics(&ids)?;
                        Ok((ids, mask, topics))
                    }
                    Err(part) => Err(unknown(
                        &part,
                        "a category of the list; add it as one of your own first",
                    )),
                };
                self.known_categories.insert(cell, read.clone());
                read
            }
        };
        match read {
            Ok((ids, mask, topics)) => {
                entry.categories = ids;
                for topic in topics {
                    if !entry.data.contains(&topic) {
                        entry.data.push(topic);
                    }
                }
                Ok(mask)
            }
            Err(why) => {
                reasons.push(why);
                Ok(0)
            }
        }
    }

    /// What an entry must say; see `disclosures::entry`, where one is typed.
    fn sound(&self, entry: &mut HandlingIn, reasons: &mut Vec<String>) {
        let passes_on = matches!(entry.act, Act::Disclose | Act::Sell);
        if passes_on && !entry.recipient.chars().any(char::is_alphanumeric) {
            reasons.push("It does not say who got the data.".into());
        }
        if entry.data.is_empty() && reasons.is_empty() {
            reasons.push("It does not say which data it was.".into());
        }
        if entry.consent != ConsentOnFile::None && entry.consent_note.is_empty() {
            reasons.push("It names a consent and does not say where that is kept.".into());
        }
        if entry.purpose == HandlingPurpose::LegalProcess && passes_on {
            reasons.push(format!(
                "What a court or an authority demanded needs what was asked, what was given and who approved it. {ALONE}"
            ));
        }
        if entry.children || entry.data.contains(&DataTopic::Child) {
            reasons.push(format!("It is about children. {ALONE}"));
        }
        for person in &entry.persons {
            if !person.email.is_empty()
                && (!person.email.contains('@') || person.email.contains(char::is_whitespace))
            {
                reasons.push(format!("“{}” is no e-mail address.", person.email));
            }
        }
        let named = u32::try_from(entry.persons.len()).unwrap_or(u32::MAX);
        entry.people = entry.people.max(named);
        let texts = [
            &entry.recipient,
            &entry.group,
            &entry.consent_note,
            &entry.legal_basis,
            &entry.note,
        ];
        // Bytes are never fewer than characters: most rows need no counting.
        if texts
            .iter()
            .any(|text| text.len() > LONGEST && text.chars().count() > LONGEST)
            || entry.recipient.chars().count() > 200
        {
            reasons.push("One of its texts is longer than the register can show.".into());
        }
    }
}

const ALONE: &str = "Enter it by itself in the register.";

fn bad(row: Row, reasons: Vec<String>) -> Planned {
    Planned {
        line: row.line(),
        record: 0,
        fate: ImportFate::Bad,
        reasons,
        entry: None,
    }
}
