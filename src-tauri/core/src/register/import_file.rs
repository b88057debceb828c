//! Disclosures from a CSV file, with every row's fate before anything is written.
//!
//! What enters, enters in one transaction with one event, or not at all. Cells are text, whatever they begin with.

mod before;
mod columns;
mod dates;
mod judge;
mod plan;
mod words;

use super::csv::Csv;
use super::{disclosures, handled, recipients};
use crate::api::wire::{
    HandlingIn, HandlingPurpose, HandlingQuery, ImportColumn, ImportDone, ImportFate, ImportIn,
    ImportPreview, ImportRow, RecipientIn, Refusal,
};
use crate::desk::{App, Desk};
use crate::promise::collide::{data_words, people};
use crate::request::files::{LARGEST_FILE, too_large};
use crate::request::same::{fold, keys};
use crate::store::{self, Event, handling::New};
use crate::time::{Now, short};
use crate::vault::sha256;
use crate::words::Act;
use base64::{Engine, engine::general_purpose::STANDARD};
use columns::Columns;
use plan::{Plan, Planned};
use serde_json::json;
use std::collections::HashMap;

/// So many rows are shown; the counts are of all.
const MOST_SHOWN: usize = 1000;

/// A file that was read, and what its columns are.
struct File {
    csv: Csv,
    sha256: String,
    columns: Columns,
    shown: Vec<ImportColumn>,
}

fn file(args: &ImportIn) -> Result<Result<File, String>, Refusal> {
    // Four characters of base64 carry three bytes: too large is seen before anything is decoded.
    if args.base64.len() / 4 * 3 > LARGEST_FILE {
        return Err(too_large(&args.name, (args.base64.len() / 4 * 3) as u64));
    }
    let bytes = STANDARD
        .decode(&args.base64)
        .map_err(|_| Refusal::input("The file did not arrive whole. Add it again."))?;
    let csv = match Csv::read(&bytes) {
        Ok(csv) => csv,
        Err(why) => return Ok(Err(why)),
    };
    let (columns, shown) = columns::columns(&csv, args)?;
    Ok(Ok(File {
        csv,
        sha256: sha256(&bytes),
        columns,
        shown,
    }))
}

/// What keeps a file from being read although it is one.
fn lacking(desk: &Desk, file: &File, usual: &HandlingIn) -> Result<Option<String>, Refusal> {
    let has = |field: &str| file.columns.iter().any(|one| one == field);
    if usual.child.is_some()
        || usual.explicit_consent.is_some()
        || usual.health.authorization.is_some()
        || usual.process.is_some()
        || usual.already_made
    {
        return Err(Refusal::field(
            "usual",
            "A child’s file, a consent, an authorisation, an order, or that it happened without what it needed, belongs to one entry. Enter those by themselves in the register.",
        ));
    }
    if let Some(request) = usual.request {
        store::request::load(desk.store.read(), request)?;
    }
    if file.csv.rows().len() < 2 {
        return Ok(Some(
            "The file has a heading and no rows, or no heading: its first line names the columns."
                .into(),
        ));
    }
    if file.columns.iter().all(String::is_empty) {
        return Ok(Some("No column is known by its heading. Say which is which; the first line of the file names the columns.".into()));
    }
    if !has("on") && usual.on.trim().is_empty() {
        return Ok(Some(
            "No column says the day. Choose the one that does, or give one day for all rows."
                .into(),
        ));
    }
    Ok(None)
}

/// See the command table.
pub fn preview(app: &mut App, args: ImportIn, now: Now) -> Result<ImportPreview, Refusal> {
    let desk = app.desk()?;
    let mut seen = ImportPreview {
        encoding: String::new(),
        delimiter: String::new(),
        columns: Vec::new(),
        fields: words::words()?.fields.clone(),
        rows: Vec::new(),
        rows_total: 0,
        good: 0,
        flagged: 0,
        duplicates: 0,
        bad: 0,
        new_recipients: Vec::new(),
        problem: None,
    };
    let file = match file(&args)? {
        Ok(file) => file,
        Err(why) => {
            seen.problem = Some(why);
            return Ok(seen);
        }
    };
    seen.encoding.clone_from(&file.csv.encoding);
    seen.delimiter = file.csv.delimiter.to_string();
    seen.columns.clone_from(&file.shown);
    seen.problem = lacking(desk, &file, &args.usual)?;
    if seen.problem.is_some() {
        return Ok(seen);
    }
    let plan = plan::plan(desk, &file.csv, &file.columns, &args.usual, now)?;
    seen.rows = shown(&file, &plan);
    seen.rows_total = u32::try_from(plan.rows.len()).unwrap_or(u32::MAX);
    seen.good = plan.good;
    seen.flagged = plan.flagged;
    seen.duplicates = plan.duplicates;
    seen.bad = plan.bad;
    seen.new_recipients = plan.new_recipients;
    Ok(seen)
}

/// Those that need a look first: bad, then flagged, then duplicates, then good ones, each as they stand in the file.
fn shown(file: &File, plan: &Plan) -> Vec<ImportRow> {
    let raw: Vec<&str> = file.csv.rows().map(|row| row.raw()).collect();
    [
        ImportFate::Bad,
        ImportFate::Flagged,
        ImportFate::Duplicate,
        ImportFate::Good,
    ]
    .into_iter()
    .flat_map(|fate| plan.rows.iter().filter(move |row| row.fate == fate))
    .take(MOST_SHOWN)
    .map(|row| ImportRow {
        line: row.line,
        fate: row.fate,
        what: match &row.entry {
            Some(entry) => said(&entry.entry, &short(entry.day)),
            None => columns::short(raw.get(row.record).copied().unwrap_or_default()),
        },
        reasons: row.reasons.clone(),
    })
    .collect()
}

/// A row in words.
fn said(entry: &HandlingIn, on: &str) -> String {
    let purpose = match entry.purpose {
        HandlingPurpose::OurMarketing => ", our own marketing",
        HandlingPurpose::TheirMarketing => ", its own marketing",
        HandlingPurpose::ServiceProvider => ", works for us",
        HandlingPurpose::LegalProcess => ", legal process",
        HandlingPurpose::CareAndPayment => ", treatment, payment or operations",
        HandlingPurpose::BusinessTransfer => ", transfer of the business",
        HandlingPurpose::Other => "",
    };
    let what = format!("{} of {}", data_words(entry), people(entry));
    match entry.act {
        Act::Disclose => format!("{on}: {what} to {}{purpose}", entry.recipient),
        Act::Sell => format!("{on}: {what} sold to {}{purpose}", entry.recipient),
        Act::Use => format!("{on}: {what} used{purpose}"),
        Act::Collect => format!("{on}: {what} collected{purpose}"),
    }
}

/// See the command table. Bad rows and duplicates are left out; what collides with a promise is entered and flagged.
pub fn import(app: &mut App, args: ImportIn, now: Now) -> Result<ImportDone, Refusal> {
    let desk = app.desk()?;
    let file = file(&args)?.map_err(Refusal::input)?;
    if let Some(why) = lacking(desk, &file, &args.usual)? {
        return Err(Refusal::input(why));
    }
    let mut plan = plan::plan(desk, &file.csv, &file.columns, &args.usual, now)?;
    let entered = plan.good + plan.flagged;
    let left_out = plan.duplicates + plan.bad;
    if entered == 0 {
        return Err(Refusal::not_now(
            "No row of this file can be entered; the preview says of each why not.",
        ));
    }
    plan.rows
        .retain(|row| matches!(row.fate, ImportFate::Good | ImportFate::Flagged));
    let numbers = write(desk, &args, &file, &mut plan, now)?;
    handled::entered(
        desk,
        numbers
            .into_iter()
            .zip(&plan.rows)
            .filter_map(|(id, row)| row.entry.as_ref().map(|e| (id, e.day, &e.entry))),
    );
    desk.policy.reload(desk.store.read())?;
    Ok(ImportDone {
        entered,
        left_out,
        list: disclosures::list(app, HandlingQuery::default(), now)?,
    })
}

/// Everything in one transaction: new recipients, entries, one event with the hash of the file.
fn write(
    desk: &mut Desk,
    args: &ImportIn,
    file: &File,
    plan: &mut Plan,
    now: Now,
) -> Result<Vec<u32>, Refusal> {
    let today = now.today(desk.zone).to_string();
    let officer = desk.officer.clone();
    desk.store.transact_many(officer.id, now, |tx, seq| {
        let mut fresh: HashMap<String, u32> = HashMap::new();
        for name in &plan.new_recipients {
            let about = RecipientIn {
                name: name.clone(),
                ..RecipientIn::default()
            };
            fresh.insert(fold(name), recipients::add(tx, &about, &today, seq)?);
        }
        let mut numbers = Vec::with_capacity(plan.rows.len());
        let mut writer = store::handling::Writer::of(tx, seq)?;
        for Planned { entry, .. } in &mut plan.rows {
            let Some(one) = entry else { continue };
            if one.entry.recipient_id.is_none() && !one.entry.recipient.is_empty() {
                one.entry.recipient_id = fresh.get(&fold(&one.entry.recipient)).copied();
            }
            let new = New {
                day: one.day,
                entry: &one.entry,
                categories: one.categories,
                corrects: None,
            };
            numbers.push(writer.add(&new, keys)?);
        }
        let what = format!(
            "{} entries about what was done with data were brought in from a file.",
            numbers.len()
        );
        let event = match args.usual.request {
            Some(request) => Event::of(request, "data-imported", what),
            None => Event::desk("data-imported", what),
        };
        let event = event
            .facts(json!({
                "sha256": file.sha256, "rows": file.csv.rows().len() - 1, "entered": numbers.len(),
                "flagged": plan.flagged, "duplicates": plan.duplicates, "bad": plan.bad,
                "first": numbers.first(), "last": numbers.last(), "recipients": fresh.values().len(),
            }))
            .detail("File", args.name.chars().take(200).collect::<String>())
            .detail("New recipients", columns::short(&plan.new_recipients.join("; ")));
        Ok((numbers, event))
    })
}
