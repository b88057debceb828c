//! Reports that were issued: as they left, and what the log would say otherwise today.

use super::{Asked, export, rules, show, span, tally};
use crate::api::wire::{
    Export, IssuedExport, IssuedId, IssuedLine, IssuedReport, Nothing, Refusal, Report,
    ReportDifference, ReportIn, ReportIssues, ReportSigned, ReportSpan,
};
use crate::desk::letterhead::paper;
use crate::desk::{App, Desk};
use crate::store;
use crate::store::report::Issued;
use crate::summary::Making;
use crate::summary::difference::differences;
use crate::time::{self, Now};
use crate::words::ReportKind;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A list counts no more than so many requests and entries anew; what is beyond is counted when it is opened.
const COUNTED: u32 = 50_000;

/// See the command table. Differences are counted only where that takes no time.
pub fn list(app: &mut App, _: Nothing, _: Now) -> Result<ReportIssues, Refusal> {
    let desk = app.desk()?;
    let conn = desk.store.read();
    let size = store::report::to_count(conn)?;
    let mut counted = 0_u32;
    let mut issued = Vec::new();
    for one in store::report::all(conn)? {
        let untouched = store::last_event(conn)? == one.event && rules(desk) == one.rules;
        counted = counted.saturating_add(size);
        let differences = if untouched {
            Some(0)
        } else if counted <= COUNTED {
            let report = read(&store::report::body(conn, one.id)?)?;
            let found = since(desk, &one, &report)?.len();
            Some(u32::try_from(found).unwrap_or(u32::MAX))
        } else {
            None
        };
        issued.push(IssuedLine {
            id: one.id,
            report: ReportKind::from_id(&one.report)
                .ok_or_else(|| Refusal::broken("a report of an unknown kind was issued"))?,
            issued_on: issued_on(desk, &one)?,
            title: one.title,
            span: ReportSpan {
                name: one.span,
                first: one.first,
                last: one.last,
            },
            signed_by: one.signed_by,
            differences,
        });
    }
    Ok(ReportIssues { issued })
}

/// See the command table.
pub fn show(app: &mut App, args: IssuedId, _: Now) -> Result<IssuedReport, Refusal> {
    let conn = app.desk()?.store.read();
    let one = store::report::find(conn, args.id)?;
    let report: Report = read(&store::report::body(conn, args.id)?)?;
    opened(tally::desk(app, report.report)?, one, report)
}

/// An issued report with what differs today; a long table of it is cut for the screen, its file is not.
pub(super) fn opened(desk: &Desk, one: Issued, report: Report) -> Result<IssuedReport, Refusal> {
    Ok(IssuedReport {
        id: one.id,
        of: read(one.options.as_bytes())?,
        differences: since(desk, &one, &report)?,
        other_rules: rules(desk) != one.rules,
        report: show::cut(report, show::SHOWN),
        issued_on: issued_on(desk, &one)?,
        issued_at: one.issued_at,
        signed_by: one.signed_by,
        office: one.office,
        remark: one.remark,
        sha256: one.sha256,
    })
}

fn since(desk: &Desk, one: &Issued, report: &Report) -> Result<Vec<ReportDifference>, Refusal> {
    Ok(differences(report, &again(desk, one)?))
}

/// The same question to the log of today, as of the day and the moment of issue: days that went by change nothing.
///
/// From the same log it gives the same bytes of JSON, but for who signed it off and the log's own head, which the issue itself moved on.
pub fn again(desk: &Desk, one: &Issued) -> Result<Report, Refusal> {
    let then = Now::new(moment(one)?);
    let mut of: ReportIn = read(one.options.as_bytes())?;
    // Earlier versions took it for any report, and counted everybody.
    of.californians &= of.report == ReportKind::Metrics;
    let as_of =
        time::day(&one.as_of).ok_or_else(|| Refusal::broken("a report was issued as of no day"))?;
    let asked = Asked {
        as_of,
        ..span::asked(desk, &of, then)?
    };
    show::of(desk, &asked, then)
}

fn moment(one: &Issued) -> Result<DateTime<Utc>, Refusal> {
    one.issued_at
        .parse()
        .map_err(|_| Refusal::broken("a report was issued at no moment"))
}

/// The day it was signed off, as it was kept; the desk's zone of today decides only where an earlier version kept none.
fn issued_on(desk: &Desk, one: &Issued) -> Result<String, Refusal> {
    match &one.issued_on {
        Some(day) => Ok(day.clone()),
        None => Ok(time::civil_day(moment(one)?, desk.zone).to_string()),
    }
}

/// See the command table.
pub fn export_issued(app: &mut App, args: IssuedExport, _: Now) -> Result<Export, Refusal> {
    let desk = app.desk()?;
    let one = store::report::find(desk.store.read(), args.id)?;
    let body = store::report::body(desk.store.read(), args.id)?;
    let mut report: Report = read(&body)?;
    let day = issued_on(desk, &one)?;
    let signed = report.signed.get_or_insert_with(|| ReportSigned {
        by: one.signed_by.clone(),
        office: one.office.clone(),
        on: day.clone(),
        remark: one.remark.clone(),
        zone: desk.zone.name().to_owned(),
        paper: desk.profile.paper,
    });
    // Made as of the moment of issue, on the paper of that day: the same bytes each time.
    let then = Making {
        paper: paper(signed.paper),
        now: moment(&one)?,
        zone: signed.zone.parse().unwrap_or(desk.zone),
    };
    let made = export::of(&report, &args.format, &then)?;
    // As JSON they are the bytes that were issued.
    let bytes = if args.format == "json" {
        body
    } else {
        made.bytes
    };
    let ending = format!(".{}", args.format);
    let name = made.name.strip_suffix(&ending).unwrap_or(&made.name);
    Ok(Export {
        name: format!("{name} issued {day}{ending}"),
        media_type: made.media_type.to_owned(),
        base64: STANDARD.encode(bytes),
    })
}

/// As JSON that is kept and hashed.
pub(super) fn text(of: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(of).map_err(|e| Refusal::broken(&e.to_string()))
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(bytes)
        .map_err(|e| Refusal::broken(&format!("an issued report cannot be read ({e})")))
}
