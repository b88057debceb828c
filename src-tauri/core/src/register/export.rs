//! Registers on paper and in open formats.
//!
//! Who is named goes out too: that is the officer’s choice, and the log says that it was made.

/// Columns in their order: what names one in JSON, what stands above it, how wide it is.
macro_rules! columns {
    ($($key:literal $name:literal $weight:literal,)+) => {
        vec![$(Column { key: $key, name: $name, weight: $weight },)+]
    };
}

mod files;
mod rows;
pub mod words;

use crate::api::wire::{Export, LetterPdf, Refusal, RegisterExport, RegisterLetterId};
use crate::desk::App;
use crate::request::making::making;
use crate::store::{self, Event};
use crate::summary::{List, cell, register_pdf};
use crate::time::{self, Now, long};
use crate::words::Register;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use rows::Span;
use serde_json::{Map, Value, json};

/// A list of more rows is no reading matter: it goes out as CSV.
const MOST_PRINTED: usize = 5000;

/// See the command table.
pub fn export(app: &mut App, args: RegisterExport, now: Now) -> Result<Export, Refusal> {
    let desk = app.desk()?;
    if !["pdf", "csv", "json"].contains(&args.format.as_str()) {
        return Err(Refusal::field(
            "format",
            format!(
                "“{}” is no format of a register. Choose pdf, csv or json.",
                args.format
            ),
        ));
    }
    let span = Span {
        from: day("from", &args.from)?,
        until: day("until", &args.until)?,
    };
    if span
        .from
        .zip(span.until)
        .is_some_and(|(from, until)| until < from)
    {
        return Err(Refusal::field("until", "That is before the first day."));
    }
    let mut list = rows::list(desk, args.register, span, now)?;
    list.notes.insert(0, said(&span, list.rows.len()));
    let (media_type, bytes) = match args.format.as_str() {
        "csv" => ("text/csv", csv(&list).into_bytes()),
        "json" => ("application/json", json_of(&list, &args, now)?),
        _ => {
            if list.rows.len() > MOST_PRINTED {
                return Err(Refusal::field(
                    "from",
                    format!(
                        "The list would have {} rows; paper takes {MOST_PRINTED}. Choose a shorter span, or take it as CSV.",
                        list.rows.len()
                    ),
                ));
            }
            (
                "application/pdf",
                register_pdf(&list, &making(desk, now))?.pdf,
            )
        }
    };
    let officer = desk.officer.clone();
    let rows = list.rows.len();
    desk.store.transact(officer.id, now, |_, _| {
        let event = Event::desk("register-exported", format!("{} was given out as a file.", list.title))
            .facts(json!({
                "register": args.register, "format": args.format, "from": span.from, "until": span.until, "rows": rows,
            }));
        Ok(((), event))
    })?;
    Ok(Export {
        name: format!("{} {}.{}", list.title, now.today(desk.zone), args.format),
        media_type: media_type.into(),
        base64: STANDARD.encode(bytes),
    })
}

fn day(field: &str, text: &str) -> Result<Option<NaiveDate>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => time::day(text).map(Some).ok_or_else(|| {
            Refusal::field(field, "That is no day that exists. Write it as 2026-03-31.")
        }),
    }
}

fn said(span: &Span, rows: usize) -> String {
    let rows = match rows {
        1 => "1 row".to_owned(),
        n => format!("{n} rows"),
    };
    match (span.from, span.until) {
        (None, None) => format!("The whole register: {rows}."),
        (Some(from), None) => format!("From {} on: {rows}.", long(from)),
        (None, Some(until)) => format!("Until {}: {rows}.", long(until)),
        (Some(from), Some(until)) => {
            format!("From {} until {}: {rows}.", long(from), long(until))
        }
    }
}

/// RFC 4180, with a byte-order mark so that spreadsheets read the names right, and no formula in it.
fn csv(list: &List) -> String {
    let mut out = String::from("\u{feff}");
    let names: Vec<String> = list
        .columns
        .iter()
        .map(|column| cell(column.name))
        .collect();
    out.push_str(&names.join(","));
    out.push_str("\r\n");
    for row in &list.rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn json_of(list: &List, args: &RegisterExport, now: Now) -> Result<Vec<u8>, Refusal> {
    let rows: Vec<Value> = list
        .rows
        .iter()
        .map(|row| {
            let pairs = list
                .columns
                .iter()
                .zip(row)
                .map(|(column, text)| (column.key.to_owned(), Value::String(text.clone())));
            Value::Object(pairs.collect::<Map<_, _>>())
        })
        .collect();
    let whole = json!({
        "register": args.register, "organisation": list.organisation, "made_at": now.stamp(),
        "from": args.from, "until": args.until, "rows": rows,
    });
    serde_json::to_vec_pretty(&whole).map_err(|e| Refusal::broken(&e.to_string()))
}

/// See the command table.
pub fn letter_pdf(app: &mut App, args: RegisterLetterId, _: Now) -> Result<LetterPdf, Refusal> {
    let desk = app.desk()?;
    let (title, pages, pdf) = store::register::letter(desk.store.read(), args.id)?
        .ok_or_else(|| Refusal::missing("There is no such letter in the registers."))?;
    Ok(LetterPdf {
        name: format!("{title} {}.pdf", args.id),
        pages,
        base64: STANDARD.encode(pdf),
    })
}

/// What a register is called at the head of its list.
pub fn title(register: Register) -> &'static str {
    match register {
        Register::Recipients => "Recipients",
        Register::Disclosures => "Disclosures, uses and collections",
        Register::Children => "Children",
        Register::Authorizations => "Health authorisations",
        Register::Consents => "Explicit consents",
        Register::Suppression => "Suppression list",
        Register::Incidents => "Breaches of security",
    }
}
