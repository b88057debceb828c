//! Every row of a file with its fate, before anything is written.
//!
//! What rows have in common is judged once: what they collide with, by the shape of the entry and the version in force.

use super::super::csv::{Csv, Row};
use super::super::handled::{self, Shape, same};
use super::super::{against, categories, recipients};
use super::dates::Days;
use super::words::{self, Words};
use crate::api::wire::{
    Category, ConsentOnFile, HandlingIn, HandlingPurpose, ImportColumn, ImportFate, ImportIn,
    Person, RecipientIn, Refusal,
};
use crate::desk::Desk;
use crate::promise::collide::Contract;
use crate::promise::contradictions::of_entry_with;
use crate::request::preview::trimmed;
use crate::request::same::{fold, keys};
use crate::store;
use crate::time::{self, Now};
use crate::words::{Act, DataTopic, Register};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

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

/// What a column is taken for, by its number.
pub type Columns = Vec<String>;

/// A row's collisions, judged once for all that are equal.
#[derive(Clone)]
struct Verdict {
    reasons: Vec<String>,
    needs_answer: bool,
}

/// What is known while the rows are read.
struct Reader<'d> {
    desk: &'d Desk,
    words: &'static Words,
    today: NaiveDate,
    usual: HandlingIn,
    /// Bit by identifier.
    bits: HashMap<String, u32>,
    all: Vec<Category>,
    /// Number by folded name.
    by_name: HashMap<String, u32>,
    directory: HashMap<u32, RecipientIn>,
    /// By the cell: identifiers, bits, and the kinds of data they imply.
    known_categories: HashMap<String, Result<(Vec<String>, i64, Vec<DataTopic>), String>>,
    verdicts: HashMap<(Shape, u32, Contract, Option<NaiveDate>), Verdict>,
    new_recipients: Vec<String>,
    new_keys: HashSet<String>,
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
            desk,
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
            directory: files.into_iter().map(|file| (file.id, file.body)).collect(),
            known_categories: HashMap::new(),
            verdicts: HashMap::new(),
            new_recipients: Vec::new(),
            new_keys: HashSet::new(),
        })
    }

    fn note_recipient(&mut self, entry: &HandlingIn) {
        if entry.recipient_id.is_none() && !entry.recipient.is_empty() {
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
        entry.on = day.to_string();
        entry.recipient_id = if entry.recipient.is_empty() {
            None
        } else {
            self.by_name.get(&fold(&entry.recipient)).copied()
        };
        let verdict = self.verdict(&entry, day)?;
        if verdict.needs_answer {
            reasons.extend(verdict.reasons.iter().cloned());
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
        if passes_on && fold(&entry.recipient).is_empty() {
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

    fn verdict(&mut self, entry: &HandlingIn, day: NaiveDate) -> Result<Verdict, Refusal> {
        let contract = match entry.recipient_id {
            Some(id) => recipients::contract(&self.directory, id, day),
            // It will be in the directory, without a contract.
            None if !entry.recipient.is_empty() => Contract::Missing,
            None => Contract::Unknown,
        };
        let version = self.desk.policy.in_force(day).map_or(0, |v| v.id);
        let key = (
            Shape::of(entry),
            version,
            contract,
            against::concerns(entry).then_some(day),
        );
        if let Some(known) = self.verdicts.get(&key) {
            return Ok(known.clone());
        }
        let found = of_entry_with(self.desk, &key.0.entry(), day, None, None, contract)?;
        let verdict = Verdict {
            needs_answer: found.iter().any(|one| one.needs_answer),
            reasons: found
                .into_iter()
                .map(|one| {
                    if one.quote.is_empty() {
                        format!("{} ({})", one.message, one.cite)
                    } else {
                        format!("It does not agree with “{}” ({}).", one.quote, one.cite)
                    }
                })
                .collect(),
        };
        self.verdicts.insert(key, verdict.clone());
        Ok(verdict)
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

fn unknown(text: &str, wanted: &str) -> String {
    let short: String = text.chars().take(80).collect();
    format!("“{short}” is not {wanted}.")
}

/// A cell as it was meant: an apostrophe that only keeps a spreadsheet from calculating is no part of it.
fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@']))
        .unwrap_or(cell)
}

fn one_line(text: &str) -> String {
    if text.contains(char::is_whitespace) {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}

/// How many, or who.
fn people(text: &str, entry: &mut HandlingIn, reasons: &mut Vec<String>) {
    if let Some(count) = words::count(text) {
        entry.people = count;
        return;
    }
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+')
        && !text.contains(char::is_alphabetic)
    {
        reasons.push(unknown(text, "a number of people"));
        return;
    }
    entry.persons.extend(
        text.split([';', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(words::person),
    );
}

/// What stands in the register or earlier in the file.
struct Before {
    register: HashSet<u64>,
    file: HashMap<u64, u32>,
}

impl Before {
    fn of(desk: &Desk) -> Result<Self, Refusal> {
        let mut people: HashMap<u32, Vec<u64>> = HashMap::new();
        store::handling::each_person(desk.store.read(), |id, name, email| {
            people.entry(id).or_default().push(hash_of(name, email));
        })?;
        let register = handled::look(desk, |handled| {
            Ok(handled
                .slots
                .iter()
                .filter(|slot| slot.stands)
                .map(|slot| with_people(slot.same, people.remove(&slot.id).unwrap_or_default()))
                .collect())
        })?;
        Ok(Self {
            register,
            file: HashMap::new(),
        })
    }

    /// Why a row is known already. The first of the file stays.
    fn known(&mut self, entry: &Entry, line: u32) -> Option<String> {
        let people = entry
            .entry
            .persons
            .iter()
            .map(|person| {
                let keys = keys(person);
                hash_of(&keys.person, &keys.email)
            })
            .collect();
        let key = with_people(same(entry.day, &entry.entry), people);
        if self.register.contains(&key) {
            return Some("It stands in the register already.".into());
        }
        match self.file.entry(key) {
            std::collections::hash_map::Entry::Occupied(earlier) => {
                Some(format!("It says the same as line {}.", earlier.get()))
            }
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(line);
                None
            }
        }
    }
}

fn hash_of(name: &str, email: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (name, email).hash(&mut hasher);
    hasher.finish()
}

fn with_people(same: u64, mut people: Vec<u64>) -> u64 {
    people.sort_unstable();
    let mut hasher = DefaultHasher::new();
    (same, people).hash(&mut hasher);
    hasher.finish()
}

/// What each column is: as chosen, or by its heading; each field once.
pub fn columns(csv: &Csv, args: &ImportIn) -> Result<(Columns, Vec<ImportColumn>), Refusal> {
    let words = words::words()?;
    let Some(heading) = csv.rows().next() else {
        return Ok(Default::default());
    };
    let mut columns: Columns = vec![String::new(); heading.cells()];
    match &args.columns {
        Some(chosen) => {
            for one in chosen.iter().filter(|one| !one.field.is_empty()) {
                if !words.fields.iter().any(|field| field.id == one.field) {
                    return Err(Refusal::field(
                        "columns",
                        format!("“{}” is nothing a column can be.", one.field),
                    ));
                }
                if columns.contains(&one.field) {
                    return Err(Refusal::field(
                        "columns",
                        "Two columns are taken for the same. Leave one of them out.",
                    ));
                }
                let place = columns.get_mut(one.number as usize).ok_or_else(|| {
                    Refusal::field("columns", "The file has fewer columns than were chosen.")
                })?;
                place.clone_from(&one.field);
            }
        }
        None => {
            for number in 0..heading.cells() {
                let field = words.heading(&heading.cell(number));
                if !field.is_empty()
                    && !columns.iter().any(|one| one == field)
                    && let Some(place) = columns.get_mut(number)
                {
                    *place = field.to_owned();
                }
            }
        }
    }
    let shown = columns
        .iter()
        .enumerate()
        .map(|(number, field)| ImportColumn {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            heading: short(&heading.cell(number)),
            field: field.clone(),
            sample: csv
                .rows()
                .skip(1)
                .take(1000)
                .filter(|row| row.broken().is_none())
                .map(|row| row.cell(number))
                .find(|cell| !cell.is_empty())
                .map_or_else(String::new, |cell| short(&cell)),
        })
        .collect();
    Ok((columns, shown))
}

/// As much of a cell as a table shows.
pub fn short(text: &str) -> String {
    let mut short: String = text.chars().take(120).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
