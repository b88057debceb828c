//! The open dates as a file for other calendars. Nothing in it names a person: not who asked, not what they wrote,
//! and not the closing day that an officer may have called after somebody.

use super::board::only_if_taken;
use super::calendar::{One, days_off, every};
use super::ics::{self, Entry};
use super::moved::what;
use crate::api::wire::{AlsoDue, CalendarExport, Export, Refusal};
use crate::desk::{App, Desk};
use crate::register::due;
use crate::store;
use crate::time::Now;
use crate::vault::sha256;
use crate::words::{DeadlineKind, Register, Right};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// See the command table.
pub fn export(app: &mut App, args: CalendarExport, now: Now) -> Result<Export, Refusal> {
    let (name, media_type, bytes) = export_bytes(app, &args, now)?;
    Ok(Export {
        name,
        media_type,
        base64: STANDARD.encode(bytes),
    })
}

/// One open date, as programs read it.
#[derive(Serialize)]
struct Date<'d> {
    uid: String,
    reference: &'d str,
    law: &'d str,
    rights: Vec<Right>,
    kind: DeadlineKind,
    due: String,
    safe_by: Option<String>,
    title: String,
}

/// One open date of a register that belongs to no request.
#[derive(Serialize)]
struct InRegister {
    uid: String,
    register: Register,
    file: u32,
    due: String,
    at: Option<String>,
    title: String,
}

#[derive(Serialize)]
struct DayOff {
    uid: String,
    day: String,
    title: String,
}

/// The file: its name, its type, its bytes.
pub fn export_bytes(
    app: &mut App,
    args: &CalendarExport,
    now: Now,
) -> Result<(String, String, Vec<u8>), Refusal> {
    if !["ics", "json"].contains(&args.format.as_str()) {
        return Err(Refusal::field(
            "format",
            format!(
                "“{}” is no format this program writes. Choose ics or json.",
                args.format
            ),
        ));
    }
    let desk = app.desk()?;
    desk.board_of_today(now)?;
    desk.board.days();
    let also = due::all(desk, now)?;
    let desk = &*desk;
    let today = now.today(desk.zone);
    let mark = store::year::first(desk.store.read())?;
    let dates = dates(desk, &mark, today);
    let also: Vec<InRegister> = also.iter().map(|one| in_register(&mark, one)).collect();
    let off = off(desk, &mark, args, today);
    let name = format!("Deadlines {today}.{}", args.format);
    if args.format == "json" {
        let file = serde_json::json!({ "written_at": now.stamp(), "dates": dates, "in_registers": also, "days_off": off });
        let bytes =
            serde_json::to_vec_pretty(&file).map_err(|e| Refusal::broken(&e.to_string()))?;
        return Ok((name, "application/json".into(), bytes));
    }
    let mut entries = Vec::new();
    for date in dates {
        // Days that were written by this program can be read by it.
        entries.extend(entry(date.uid, &date.due, date.title));
    }
    for date in also {
        entries.extend(entry(date.uid, &date.due, date.title));
    }
    for day in off {
        entries.extend(entry(day.uid, &day.day, day.title));
    }
    let file = ics::write(&entries, now.instant());
    Ok((name, "text/calendar".into(), file.into_bytes()))
}

fn entry(uid: String, on: &str, title: String) -> Option<Entry> {
    let on = crate::time::day(on)?;
    Some(Entry { uid, on, title })
}

/// Every open date that somebody must keep, and the days to tell of an extension or a refusal that are still ahead.
fn dates<'d>(desk: &'d Desk, mark: &str, today: NaiveDate) -> Vec<Date<'d>> {
    let wanted = |one: &One| !one.safe && (one.date.on >= today || !only_if_taken(one.date.kind));
    every(desk, today)
        .flat_map(|(_, all)| all)
        .filter(wanted)
        .map(|one| {
            let (row, date) = (&one.entry.row, one.date);
            let right = one.rights.iter().min().map_or("", |right| right.id());
            Date {
                uid: uid(
                    mark,
                    &[&row.id.to_string(), &date.law.id, right, date.kind.id()],
                ),
                reference: &row.reference,
                law: &date.law.id,
                rights: one.rights.clone(),
                kind: date.kind,
                due: date.on.to_string(),
                safe_by: date.safe_by.map(|day| day.to_string()),
                title: format!(
                    "{}: {} ({})",
                    row.reference,
                    what(date.kind),
                    date.law.short
                ),
            }
        })
        .collect()
}

/// A date of a register by the number of its file: its title can name a person.
fn in_register(mark: &str, one: &AlsoDue) -> InRegister {
    let what = one.what.trim_end_matches('.');
    let hour = one
        .at
        .as_ref()
        .map(|at| format!(", by {at}"))
        .unwrap_or_default();
    let cite = match one.cite.as_str() {
        "" => String::new(),
        cite => format!(" ({cite})"),
    };
    InRegister {
        uid: uid(mark, &[one.register.id(), &one.id.to_string(), &one.what]),
        register: one.register,
        file: one.id,
        due: one.by.clone(),
        at: one.at.clone(),
        title: format!(
            "Register of {}, no. {}: {what}{hour}{cite}",
            one.register.id(),
            one.id
        ),
    }
}

/// Holidays and closing days of the next twelve months.
fn off(desk: &Desk, mark: &str, args: &CalendarExport, today: NaiveDate) -> Vec<DayOff> {
    // To the same day of next year, or to the day before where that year has none.
    let until = today
        .with_year(today.year() + 1)
        .or_else(|| today.pred_opt()?.with_year(today.year() + 1))
        .unwrap_or(today);
    let (holidays, closing) = days_off(desk, today, until);
    let mut all = Vec::new();
    if args.holidays {
        for (day, names) in holidays {
            for holiday in names {
                let places: Vec<&str> = holiday.places.iter().map(|p| p.name.as_str()).collect();
                all.push(DayOff {
                    uid: uid(mark, &["holiday", &day.to_string(), &holiday.name]),
                    day: day.to_string(),
                    title: format!("{} ({})", holiday.name, places.join(", ")),
                });
            }
        }
    }
    if args.closing_days {
        for day in closing {
            all.push(DayOff {
                uid: uid(mark, &["closed", &day.to_string()]),
                day: day.to_string(),
                title: "The house is closed".into(),
            });
        }
    }
    all
}

/// Stable for this desk and meaningless outside it: salted with the mark of the desk's first entry, which holds
/// sixteen random bytes, never changes, and leaves the desk in no file.
fn uid(mark: &str, parts: &[&str]) -> String {
    let hash = sha256(format!("{mark}\n{}", parts.join("\n")).as_bytes());
    format!("{}@rightsdesk", &hash[..32])
}
