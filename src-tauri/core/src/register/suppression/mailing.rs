//! A mailing list held against the suppression list. Nothing of it is kept, and nothing is written in the log.

use super::address;
use super::scope_name;
use crate::api::wire::{
    Export, ImportColumn, MailingHit, MailingList, MailingListChecked, Refusal,
};
use crate::desk::{App, Desk};
use crate::register::csv::{Csv, Row};
use crate::store::{self, suppression::Wanted};
use crate::summary::cell;
use crate::time::{Now, short};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Rows looked at to find the column with the addresses.
const LOOKED_AT: usize = 500;
/// Hits shown; the marked file has them all.
const SHOWN: usize = 200;
/// Headings that name the column, as people write them.
const HEADINGS: [&str; 12] = [
    "email",
    "e-mail",
    "mail",
    "e-mail address",
    "email address",
    "mail address",
    "address",
    "phone",
    "telephone",
    "mobile",
    "e_mail",
    "emailaddress",
];

type Hash = [u8; 32];

/// Why an address must not be used.
struct Stop {
    since: NaiveDate,
    reason: String,
}

/// What became of a row.
enum Fate<'s> {
    Free,
    Stopped(&'s Stop),
    Unreadable(&'static str),
}

/// See the command table.
pub fn check(app: &mut App, args: MailingList, _: Now) -> Result<MailingListChecked, Refusal> {
    let desk = app.desk()?;
    let bytes = STANDARD
        .decode(&args.base64)
        .map_err(|_| Refusal::field("base64", "The file did not arrive whole. Choose it again."))?;
    let csv = match Csv::read(&bytes) {
        Ok(csv) => csv,
        Err(why) => return Ok(unread(&args, why)),
    };
    let columns = columns(&csv);
    let column = match args.column {
        Some(column) if (column as usize) < columns.len() => Some(column as usize),
        Some(_) => {
            return Err(Refusal::field(
                "column",
                "The file has no such column. Choose one that it has.",
            ));
        }
        None => likeliest(&csv, columns.len()),
    };
    let Some(column) = column else {
        let why = "No column of this file holds mail addresses or telephone numbers with their country. Choose the column, or save the list with one.";
        let mut nothing = unread(&args, why.into());
        nothing.encoding.clone_from(&csv.encoding);
        nothing.columns = columns;
        nothing.rows = count(csv.rows().len());
        return Ok(nothing);
    };
    let stops = stops(desk, &args)?;
    let salt = store::suppression::salt(desk.store.read())?.unwrap_or_default();
    Ok(compared(&args, &csv, columns, column, &stops, &salt))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn unread(args: &MailingList, why: String) -> MailingListChecked {
    let nothing = |kind: &str| Export {
        name: file_name(&args.name, kind),
        media_type: "text/csv".into(),
        base64: String::new(),
    };
    MailingListChecked {
        encoding: String::new(),
        columns: Vec::new(),
        column: None,
        rows: 0,
        suppressed: 0,
        unreadable: 0,
        duplicates: 0,
        hits: Vec::new(),
        marked: nothing("marked"),
        cleaned: nothing("cleaned"),
        problem: Some(why),
    }
}

fn file_name(name: &str, kind: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    let stem = if stem.is_empty() {
        "Mailing list"
    } else {
        stem
    };
    format!("{stem} {kind}.csv")
}

/// Every hash that stops a mailing of this scope.
fn stops(desk: &Desk, args: &MailingList) -> Result<HashMap<Hash, Stop>, Refusal> {
    let wanted = Wanted {
        scope: Some(args.scope),
        ..Wanted::default()
    };
    let mut stops: HashMap<Hash, Stop> = HashMap::new();
    // Oldest first: the first opt-out that stands is the one that is told.
    for line in store::suppression::all(desk.store.read(), &wanted)? {
        let Some(hash) = bytes_of(&line.hash) else {
            continue;
        };
        let mut reason = scope_name(line.scope).to_owned();
        if let Some(only) = &line.recipient_name {
            reason = format!("{reason}, of {only} only");
        }
        if !line.reference.is_empty() {
            reason = format!("{reason}: request {}", line.reference);
        }
        stops.entry(hash).or_insert(Stop {
            since: line.since,
            reason,
        });
    }
    Ok(stops)
}

fn bytes_of(hex: &str) -> Option<Hash> {
    let mut out = [0; 32];
    if hex.len() != 64 {
        return None;
    }
    for (byte, at) in out.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?;
    }
    Some(out)
}

/// The first record is a heading when no cell of it is an address.
fn headed(csv: &Csv) -> bool {
    csv.rows().next().is_some_and(|row| {
        row.broken().is_none() && !(0..row.cells()).any(|at| read(&row.cell(at)).is_some())
    })
}

fn columns(csv: &Csv) -> Vec<ImportColumn> {
    let headed = headed(csv);
    let width = csv
        .rows()
        .take(LOOKED_AT)
        .map(|row| row.cells())
        .max()
        .unwrap_or_default();
    (0..width)
        .map(|at| {
            let heading = match csv.rows().next() {
                Some(row) if headed => row.cell(at).into_owned(),
                _ => String::new(),
            };
            let sample = csv
                .rows()
                .skip(usize::from(headed))
                .take(LOOKED_AT)
                .map(|row| row.cell(at).into_owned())
                .find(|text| !text.is_empty())
                .unwrap_or_default();
            ImportColumn {
                number: count(at),
                heading,
                field: String::new(),
                sample,
            }
        })
        .collect()
}

/// The column with the most addresses; between equals the one whose heading says so, then the first.
fn likeliest(csv: &Csv, width: usize) -> Option<usize> {
    let headed = headed(csv);
    let mut best: Option<(usize, bool, usize)> = None;
    for at in 0..width {
        let good = csv
            .rows()
            .skip(usize::from(headed))
            .take(LOOKED_AT)
            .filter(|row| {
                let text = row.cell(at);
                match read(&text) {
                    // Numbers without a country are order numbers as often as not.
                    Some(address) => address.contains('@') || address::says_country(&address),
                    None => false,
                }
            })
            .count();
        if good == 0 {
            continue;
        }
        let named = headed
            && csv.rows().next().is_some_and(|row| {
                let heading = row.cell(at).to_lowercase();
                HEADINGS.contains(&heading.as_str())
            });
        if best.is_none_or(|(most, told, _)| (good, named) > (most, told)) {
            best = Some((good, named, at));
        }
    }
    best.map(|(_, _, at)| at)
}

/// The address in a cell, normalised.
fn read(text: &str) -> Option<String> {
    if text.contains('@') {
        address::mail(text)
    } else if text.bytes().any(|b| b.is_ascii_digit()) {
        address::phone(text)
    } else {
        None
    }
}

/// What is counted while the file is walked through.
#[derive(Default)]
struct Walk {
    rows: u32,
    suppressed: u32,
    unreadable: u32,
    duplicates: u32,
    hits: Vec<MailingHit>,
    marked: String,
    cleaned: String,
}

fn compared(
    args: &MailingList,
    csv: &Csv,
    columns: Vec<ImportColumn>,
    column: usize,
    stops: &HashMap<Hash, Stop>,
    salt: &str,
) -> MailingListChecked {
    let headed = headed(csv);
    let salted = Sha256::new_with_prefix(salt.as_bytes());
    let mut seen: HashSet<Hash> = HashSet::with_capacity(csv.rows().len());
    let mut walk = Walk {
        marked: String::from("\u{feff}"),
        ..Walk::default()
    };
    if !headed {
        let names = (0..columns.len()).map(|at| Cow::Owned(format!("column {}", at + 1)));
        line(&mut walk.marked, names, ',', cell);
        marks(&mut walk.marked, "on the list", "since", "why");
    }
    for (at, row) in csv.rows().enumerate() {
        if headed && at == 0 {
            line(&mut walk.marked, cells(row, columns.len()), ',', cell);
            marks(&mut walk.marked, "on the list", "since", "why");
            keep(&mut walk, csv, row);
            continue;
        }
        walk.rows += 1;
        one(
            &mut walk,
            csv,
            row,
            columns.len(),
            column,
            stops,
            &salted,
            &mut seen,
        );
    }
    let file = |kind: &str, text: String| Export {
        name: file_name(&args.name, kind),
        media_type: "text/csv".into(),
        base64: STANDARD.encode(text),
    };
    MailingListChecked {
        encoding: csv.encoding.clone(),
        columns,
        column: Some(count(column)),
        rows: walk.rows,
        suppressed: walk.suppressed,
        unreadable: walk.unreadable,
        duplicates: walk.duplicates,
        hits: walk.hits,
        marked: file("marked", walk.marked),
        cleaned: file("cleaned", walk.cleaned),
        problem: None,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "what a row is held against, and what is told of it"
)]
fn one(
    walk: &mut Walk,
    csv: &Csv,
    row: Row,
    width: usize,
    column: usize,
    stops: &HashMap<Hash, Stop>,
    salted: &Sha256,
    seen: &mut HashSet<Hash>,
) {
    let written = row.cell(column);
    let address = if row.broken().is_some() {
        None
    } else {
        read(&written)
    };
    let fate = match &address {
        None => Fate::Unreadable(row.broken().unwrap_or(match written.is_empty() {
            true => "There is no address.",
            false => "This is no address that can be read.",
        })),
        Some(address) => {
            let mut hasher = salted.clone();
            hasher.update(address.as_bytes());
            let hash: Hash = hasher.finalize().into();
            if !seen.insert(hash) {
                walk.duplicates += 1;
            }
            match stops.get(&hash) {
                Some(stop) => Fate::Stopped(stop),
                None if !address.contains('@') && !address::says_country(address) => {
                    Fate::Unreadable("The number lacks its country, so it cannot be compared.")
                }
                None => Fate::Free,
            }
        }
    };
    if row.broken().is_some() {
        let rest = std::iter::repeat_n(Cow::Borrowed(""), width.saturating_sub(1));
        let raw = std::iter::once(Cow::Borrowed(row.raw()));
        line(&mut walk.marked, raw.chain(rest), ',', cell);
    } else {
        line(&mut walk.marked, cells(row, width), ',', cell);
    }
    match fate {
        Fate::Free => {
            marks(&mut walk.marked, "no", "", "");
            keep(walk, csv, row);
        }
        Fate::Stopped(stop) => {
            walk.suppressed += 1;
            marks(
                &mut walk.marked,
                "yes",
                &stop.since.to_string(),
                &stop.reason,
            );
            if walk.hits.len() < SHOWN {
                walk.hits.push(MailingHit {
                    line: row.line(),
                    address: written.into_owned(),
                    since: stop.since.to_string(),
                    reason: format!("{}, since {}.", stop.reason, short(stop.since)),
                });
            }
        }
        Fate::Unreadable(why) => {
            walk.unreadable += 1;
            marks(&mut walk.marked, "cannot be told", "", why);
        }
    }
}

fn cells<'c>(row: Row<'c>, width: usize) -> impl Iterator<Item = Cow<'c, str>> {
    (0..width).map(move |at| row.cell(at))
}

/// A cell that nothing has to be done to is most cells.
fn push(out: &mut String, text: &str, written: impl Fn(&str) -> String) {
    let harmless = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'@' | b'.' | b' ' | b'_');
    let begins = text.as_bytes().first();
    if begins.is_none_or(u8::is_ascii_alphanumeric) && text.bytes().all(harmless) {
        out.push_str(text);
    } else {
        out.push_str(&written(text));
    }
}

/// Cells with a delimiter between them; the line stays open.
fn line<'c>(
    out: &mut String,
    cells: impl Iterator<Item = Cow<'c, str>>,
    delimiter: char,
    written: impl Fn(&str) -> String,
) {
    for (at, text) in cells.enumerate() {
        if at > 0 {
            out.push(delimiter);
        }
        push(out, &text, &written);
    }
}

/// What is told of a row; ends its line.
fn marks(out: &mut String, on: &str, since: &str, why: &str) {
    for text in [on, since, why] {
        out.push(',');
        push(out, text, cell);
    }
    out.push_str("\r\n");
}

/// A row as it goes back to the mail system.
fn keep(walk: &mut Walk, csv: &Csv, row: Row) {
    let delimiter = csv.delimiter;
    line(
        &mut walk.cleaned,
        cells(row, row.cells()),
        delimiter,
        |text| own(text, delimiter),
    );
    walk.cleaned.push_str("\r\n");
}

/// A cell of the cleaned file, which goes back to the mail system: safe in a spreadsheet, but a telephone number keeps its `+`.
fn own(text: &str, delimiter: char) -> String {
    let number = text.strip_prefix('+').is_some_and(|rest| {
        rest.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')'))
    });
    let safe = if number { text.to_owned() } else { cell(text) };
    if safe.contains(delimiter) && !safe.starts_with('"') {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}
