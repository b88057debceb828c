//! What the program knows without any desk: laws, calendars, zones.

use super::App;
use crate::api::wire::{
    CalendarList, CalendarName, DeadlineIn, LawList, LawName, Nothing, Refusal, RightName, ZoneList,
};
use crate::law::{ArrivedAt, LawError, Library, deadline_report};
use crate::time::Now;

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
pub fn laws(_: &mut App, _: Nothing, now: Now) -> Result<LawList, Refusal> {
    let today = now.instant().date_naive();
    let laws: Vec<LawName> = library()?
        .laws()
        .map(|law| LawName {
            id: law.id.clone(),
            name: law.name.clone(),
            short: law.short.clone(),
            jurisdiction: law.jurisdiction.clone(),
            rights: law
                .rights
                .iter()
                .filter(|r| {
                    law.right(r.right, today)
                        .is_ok_and(|in_force| std::ptr::eq(in_force, *r))
                })
                .map(|r| RightName {
                    right: r.right,
                    name: r.name.clone(),
                    cite: r.cite.clone(),
                })
                .collect(),
        })
        .collect();
    Ok(LawList { laws })
}

/// See the command table.
pub fn calendars(_: &mut App, _: Nothing, _: Now) -> Result<CalendarList, Refusal> {
    let mut calendars: Vec<CalendarName> = library()?
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
    let arrived_at = args
        .arrived_at
        .as_deref()
        .map(|id| {
            ArrivedAt::from_id(id).ok_or_else(|| {
                let known = ArrivedAt::ALL
                    .iter()
                    .map(|a| a.id())
                    .collect::<Vec<_>>()
                    .join(", ");
                Refusal::field(
                    "arrived_at",
                    format!("“{id}” is no way of arriving this program knows; there are {known}."),
                )
            })
        })
        .transpose()?;
    let events: Vec<(String, String)> = args.events.into_iter().map(|e| (e.kind, e.date)).collect();
    let report = deadline_report(
        &args.regime,
        &args.right,
        &args.received,
        args.timezone.as_deref(),
        args.calendar.as_deref(),
        &events,
        arrived_at,
    )?;
    serde_json::to_value(report).map_err(|e| Refusal::broken(&e.to_string()))
}
