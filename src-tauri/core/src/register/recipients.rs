//! The directory of those whom data is given to.
//!
//! Entries keep the name a recipient had on their day; the directory has the newest.

use crate::api::wire::{
    Nothing, RecipientIn, RecipientList, RecipientRow, Refusal, RegisterLine, RegisterStrike,
};
use crate::desk::{App, Desk};
use crate::promise::collide::Contract;
use crate::request::same::fold;
use crate::store::register::{File, Line, NewLine};
use crate::store::{self, Event, Transaction};
use crate::time::{self, Now};
use crate::words::Register;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;

const REGISTER: Register = Register::Recipients;

/// Longest name; the sentence below says the same.
const LONGEST_NAME: usize = 200;
/// Longest other text.
const LONGEST: usize = 1000;

/// What a line of a recipient keeps.
#[derive(Serialize, Deserialize)]
struct Change {
    reason: String,
    /// Absent for the first line.
    was: Option<RecipientIn>,
}

/// See the command table.
pub fn list(app: &mut App, _: Nothing, _: Now) -> Result<RecipientList, Refusal> {
    listed(app.desk()?)
}

fn listed(desk: &Desk) -> Result<RecipientList, Refusal> {
    let conn = desk.store.read();
    let mut lines: HashMap<u32, Vec<Line>> = HashMap::new();
    for line in store::register::lines_of(conn, REGISTER)? {
        lines.entry(line.file).or_default().push(line);
    }
    let counts = store::handling::by_recipient(conn)?;
    let mut recipients = Vec::new();
    for file in store::register::files::<RecipientIn>(conn, REGISTER)? {
        let (disclosures, last_on) = counts
            .get(&file.id)
            .map_or((0, None), |(count, last)| (*count, Some(last.clone())));
        let history = history(&file, lines.remove(&file.id).unwrap_or_default())?;
        recipients.push(RecipientRow {
            id: file.id,
            disclosures,
            last_on,
            lacks: lacks(&file.body),
            history,
            struck: file.struck,
            about: RecipientIn {
                id: Some(file.id),
                ..file.body
            },
        });
    }
    recipients.sort_by_cached_key(|row| (!row.struck.is_empty(), fold(&row.about.name), row.id));
    Ok(RecipientList { recipients })
}

/// What a letter would lack, a sentence each.
pub fn lacks(about: &RecipientIn) -> Vec<String> {
    let mut all = Vec::new();
    if about.address.is_empty() {
        all.push("No postal address: a letter that lists recipients has to name it.".into());
    }
    if !about.name_tells && about.examples.is_empty() {
        all.push("No examples of what it markets, and its name does not tell.".into());
    }
    if about.processor && about.contract.is_empty() {
        all.push("No contract on file: without one it does not count as working for us.".into());
    }
    all
}

/// What happened to one, oldest first: each change with what it was before.
fn history(file: &File<RecipientIn>, lines: Vec<Line>) -> Result<Vec<RegisterLine>, Refusal> {
    let changes: Vec<Change> = lines
        .iter()
        .map(|line| serde_json::from_str(&line.body))
        .collect::<Result<_, _>>()
        .map_err(|e| Refusal::broken(&format!("the directory cannot be read ({e})")))?;
    let mut told = Vec::new();
    for (at, (line, change)) in lines.iter().zip(&changes).enumerate() {
        // What it became is what the next line says that it was.
        let became = changes
            .get(at + 1..)
            .and_then(|later| later.iter().find_map(|one| one.was.as_ref()))
            .unwrap_or(&file.body);
        let mut details = Vec::new();
        if !change.reason.is_empty() {
            details.push(format!("Reason: {}", change.reason));
        }
        if let Some(was) = &change.was {
            details.extend(differences(was, became));
        }
        told.push(RegisterLine {
            id: line.id,
            on: line.day.clone(),
            kind: line.kind.clone(),
            title: match line.kind.as_str() {
                ADDED => "Added to the directory.",
                STRUCK => "Struck out.",
                _ => "Changed.",
            }
            .into(),
            details,
            cite: String::new(),
            by: line.by.clone(),
            at: line.at.clone(),
            request: None,
            letter: None,
            corrected_by: None,
            said: None,
        });
    }
    Ok(told)
}

const ADDED: &str = "added";
const CHANGED: &str = "changed";
const STRUCK: &str = "struck";

/// What was otherwise before, a line each.
fn differences(was: &RecipientIn, is: &RecipientIn) -> Vec<String> {
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let fields = |one: &RecipientIn| {
        [
            ("Name", one.name.clone()),
            ("Address", one.address.join(", ")),
            ("E-mail", one.email.clone()),
            ("Website", one.website.clone()),
            ("Examples", one.examples.clone()),
            ("The name tells", yes(one.name_tells)),
            ("Contract", one.contract.clone()),
            ("Contract of", one.contract_on.clone()),
            ("Confidentiality", one.confidentiality.clone()),
            ("Works for us", yes(one.processor)),
            ("Note", one.note.clone()),
        ]
    };
    fields(was)
        .into_iter()
        .zip(fields(is))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((label, before), _)| match before.as_str() {
            "" => format!("{label}: was empty"),
            before => format!("{label}: was “{before}”"),
        })
        .collect()
}

/// See the command table.
pub fn save(app: &mut App, args: RecipientIn, now: Now) -> Result<RecipientList, Refusal> {
    let desk = app.desk()?;
    let conn = desk.store.read();
    let reason = args.reason.trim().to_owned();
    let id = args.id;
    let about = checked(args)?;
    let all = store::register::files::<RecipientIn>(conn, REGISTER)?;
    let before = match id {
        None => None,
        Some(id) => {
            let file = all
                .iter()
                .find(|file| file.id == id)
                .ok_or_else(|| Refusal::missing("There is no such recipient in the directory."))?;
            if !file.struck.is_empty() {
                return Err(Refusal::not_now(
                    "This recipient is struck out of the directory. Add it anew where it gets data again.",
                ));
            }
            if file.body == about {
                return listed(desk);
            }
            if reason.is_empty() {
                return Err(Refusal::field(
                    "reason",
                    "Write why it is changed; what it was before stays to be read beside it.",
                ));
            }
            Some(file.body.clone())
        }
    };
    let key = fold(&about.name);
    if let Some(other) = all
        .iter()
        .find(|file| file.struck.is_empty() && Some(file.id) != id && fold(&file.body.name) == key)
    {
        return Err(Refusal::field(
            "name",
            format!(
                "“{}” is in the directory already; change that entry, or name this one so that both can be told apart.",
                other.body.name
            ),
        ));
    }
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        let event = match (id, before) {
            (Some(id), Some(was)) => {
                store::register::change(tx, id, &about)?;
                let change = Change {
                    reason: reason.clone(),
                    was: Some(was),
                };
                write(tx, id, &today, CHANGED, &change, seq)?;
                Event::desk("recipient-changed", "A recipient of data was changed.")
                    .facts(json!({ "recipient": id }))
                    .detail("Why", reason)
            }
            _ => {
                let id = add(tx, &about, &today, seq)?;
                Event::desk(
                    "recipient-added",
                    "A recipient of data was added to the directory.",
                )
                .facts(json!({ "recipient": id }))
            }
        };
        Ok(((), event.detail("Recipient", about.name.clone())))
    })?;
    listed(desk)
}

/// Adds one to the directory with its first line.
pub fn add(tx: &Transaction, about: &RecipientIn, today: &str, event: u32) -> Result<u32, Refusal> {
    let id = store::register::open(tx, REGISTER, about, None, event)?;
    let first = Change {
        reason: String::new(),
        was: None,
    };
    write(tx, id, today, ADDED, &first, event)?;
    Ok(id)
}

fn write(
    tx: &Transaction,
    file: u32,
    day: &str,
    kind: &str,
    change: &Change,
    event: u32,
) -> Result<(), Refusal> {
    let line = NewLine {
        file,
        day,
        kind,
        corrects: None,
        request: None,
    };
    store::register::write(tx, &line, change, event)?;
    Ok(())
}

/// As it is kept: without white space around, without number and reason; or what is wrong with it.
fn checked(about: RecipientIn) -> Result<RecipientIn, Refusal> {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let about = RecipientIn {
        id: None,
        name: one_line(&about.name),
        address: about
            .address
            .iter()
            .map(|line| one_line(line))
            .filter(|line| !line.is_empty())
            .collect(),
        email: about.email.trim().to_owned(),
        website: about.website.trim().to_owned(),
        examples: about.examples.trim().to_owned(),
        name_tells: about.name_tells,
        contract: about.contract.trim().to_owned(),
        contract_on: about.contract_on.trim().to_owned(),
        confidentiality: about.confidentiality.trim().to_owned(),
        processor: about.processor,
        note: about.note.trim().to_owned(),
        reason: String::new(),
    };
    if fold(&about.name).is_empty() || about.name.chars().count() > LONGEST_NAME {
        return Err(Refusal::field(
            "name",
            "Write the name of the recipient; 200 characters are the most.",
        ));
    }
    if !about.email.is_empty() && (!about.email.contains('@') || about.email.contains(' ')) {
        return Err(Refusal::field(
            "email",
            "That is no e-mail address. Write it as name@organisation.example, or leave it out.",
        ));
    }
    if !about.contract_on.is_empty() && time::day(&about.contract_on).is_none() {
        return Err(Refusal::field(
            "contract_on",
            "That is no day that exists. Write it as 2026-03-31.",
        ));
    }
    if !about.contract_on.is_empty() && about.contract.is_empty() {
        return Err(Refusal::field(
            "contract",
            "Write where the contract of that day is kept; nobody finds it otherwise.",
        ));
    }
    let texts = [
        ("website", &about.website),
        ("examples", &about.examples),
        ("contract", &about.contract),
        ("confidentiality", &about.confidentiality),
        ("note", &about.note),
    ];
    let address = ("address", &about.address.join("\n"));
    for (field, text) in texts.into_iter().chain([address]) {
        if text.chars().count() > LONGEST {
            return Err(Refusal::field(
                field,
                format!(
                    "That is longer than a letter can carry; {LONGEST} characters are the most."
                ),
            ));
        }
    }
    Ok(about)
}

/// See the command table.
pub fn strike(app: &mut App, args: RegisterStrike, now: Now) -> Result<RecipientList, Refusal> {
    let desk = app.desk()?;
    let file = store::register::find::<RecipientIn>(desk.store.read(), REGISTER, args.id)?
        .ok_or_else(|| Refusal::missing("There is no such recipient in the directory."))?;
    if !file.struck.is_empty() {
        return Err(Refusal::not_now("This recipient is struck out already."));
    }
    let reason = args.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field(
            "reason",
            "Write why it is struck out; what was given to it stays to be read.",
        ));
    }
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact(officer.id, now, |tx, seq| {
        store::register::strike(tx, args.id, &reason)?;
        let change = Change {
            reason: reason.clone(),
            was: None,
        };
        write(tx, args.id, &today, STRUCK, &change, seq)?;
        let event = Event::desk(
            "recipient-struck",
            "A recipient of data was struck out of the directory.",
        );
        Ok((
            (),
            event
                .facts(json!({ "recipient": args.id }))
                .detail("Recipient", file.body.name)
                .detail("Why", reason),
        ))
    })?;
    listed(desk)
}

/// Whether a recipient worked for us under a contract on a day; number 0 is nobody of the directory.
pub fn contract(directory: &HashMap<u32, RecipientIn>, id: u32, day: NaiveDate) -> Contract {
    directory
        .get(&id)
        .map_or(Contract::Unknown, |about| of_day(about, day))
}

/// As [`contract`], looked up for one entry.
pub fn contract_of(desk: &Desk, id: Option<u32>, day: NaiveDate) -> Result<Contract, Refusal> {
    let Some(id) = id else {
        return Ok(Contract::Unknown);
    };
    let file = store::register::find::<RecipientIn>(desk.store.read(), REGISTER, id)?;
    Ok(file.map_or(Contract::Unknown, |file| of_day(&file.body, day)))
}

fn of_day(about: &RecipientIn, day: NaiveDate) -> Contract {
    let there = about.processor && !about.contract.trim().is_empty();
    // A contract without a day is taken to have been there.
    if there && time::day(&about.contract_on).is_none_or(|since| since <= day) {
        Contract::OnFile
    } else {
        Contract::Missing
    }
}
