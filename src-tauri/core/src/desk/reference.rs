//! What the program knows without any desk: laws, calendars, zones.

use super::App;
use crate::api::wire::{
    CalendarList, CalendarName, DeadlineIn, LawList, LawName, LawSheet, LawSheetIn, LawSheetLine,
    Nothing, Refusal, RightName, ZoneList,
};
use crate::law::{DeadlineReport, Law, LawError, Library, LineKind, deadline_report, sheet_lines};
use crate::time::Now;
use crate::words::ArrivedAt;
use chrono::NaiveDate;

impl From<LawError> for Refusal {
    fn from(e: LawError) -> Self {
        Refusal::input(e.to_string())
    }
}

/// The rule packs and calendars built into the program.
pub fn library() -> Result<&'static Library, Refusal> {
    Library::bundled().map_err(|e| Refusal::broken(&e.to_string()))
}

/// See the command table.
pub fn laws(app: &mut App, _: Nothing, now: Now) -> Result<LawList, Refusal> {
    let today = now.instant().date_naive();
    let library = app.library()?;
    Ok(LawList {
        laws: library.tickable().map(|law| named(law, today)).collect(),
        always: library.always().map(|law| named(law, today)).collect(),
    })
}

fn named(law: &Law, today: NaiveDate) -> LawName {
    LawName {
        id: law.id.clone(),
        name: law.name.clone(),
        short: law.short.clone(),
        jurisdiction: law.jurisdiction.clone(),
        family: law.family.into(),
        rights: law
            .rights
            .iter()
            .filter(|r| match law.right(r.right, today) {
                Ok(in_force) => std::ptr::eq(in_force, *r),
                // Named all the same, so that the officer reads why it cannot be chosen yet.
                Err(_) => true,
            })
            .map(|r| RightName {
                right: r.right,
                name: r.name.clone(),
                cite: r.cite.clone(),
                from: (r.since > today).then(|| r.since.to_string()),
            })
            .collect(),
    }
}

/// See the command table.
pub fn law_sheet(app: &mut App, args: LawSheetIn, now: Now) -> Result<LawSheet, Refusal> {
    let law = app.library()?.law(&args.law)?;
    let on = match args.on.trim() {
        "" => now.instant().date_naive(),
        text => crate::time::day(text).ok_or_else(|| {
            Refusal::field(
                "on",
                format!("“{text}” is no day that exists. Write it as 2026-03-31."),
            )
        })?,
    };
    let lines = sheet_lines(law, on)
        .into_iter()
        .map(|line| LawSheetLine {
            kind: match line.kind {
                LineKind::Head => "head",
                LineKind::Says => "says",
                LineKind::Caution => "caution",
            }
            .into(),
            depth: line.depth.into(),
            label: line.label,
            text: line.text,
            cite: line.cite,
        })
        .collect();
    Ok(LawSheet {
        id: law.id.clone(),
        name: law.name.clone(),
        short: law.short.clone(),
        lines,
    })
}

/// See the command table.
pub fn calendars(app: &mut App, _: Nothing, _: Now) -> Result<CalendarList, Refusal> {
    let mut calendars: Vec<CalendarName> = app
        .library()?
        .calendars()
        .map(|c| CalendarName {
            id: c.id().to_owned(),
            name: c.name().to_owned(),
        })
        .collect();
    calendars.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(CalendarList { calendars })
}

/// See the command table.
pub fn zones(_: &mut App, _: Nothing, _: Now) -> Result<ZoneList, Refusal> {
    Ok(ZoneList {
        zones: chrono_tz::TZ_VARIANTS
            .iter()
            .map(|z| z.name().to_owned())
            .collect(),
    })
}

/// See the command table.
pub fn deadline(_: &mut App, args: DeadlineIn, _: Now) -> Result<serde_json::Value, Refusal> {
    serde_json::to_value(answer(args)?).map_err(|e| Refusal::broken(&e.to_string()))
}

/// What a law says to bare facts; the command line asks it a hundred thousand times in a row.
pub fn answer(args: DeadlineIn) -> Result<DeadlineReport, Refusal> {
    let arrived_at = args
        .arrived_at
        .as_deref()
        .map(|id| {
            ArrivedAt::from_id(id).ok_or_else(|| {
                let known: Vec<&str> = ArrivedAt::ALL.iter().map(|a| a.id()).collect();
                Refusal::field(
                    "arrived_at",
                    format!(
                        "“{id}” is no way of arriving. Write one of: {}; or leave it out.",
                        known.join(", ")
                    ),
                )
            })
        })
        .transpose()?;
    let events: Vec<(String, String)> = args.events.into_iter().map(|e| (e.kind, e.date)).collect();
    Ok(deadline_report(
        &args.regime,
        &args.right,
        &args.received,
        args.timezone.as_deref(),
        args.calendar.as_deref(),
        &events,
        arrived_at,
    )?)
}
