//! Freezing a report: its figures as they are, who answers for them, and the log they were counted from.

use super::issued::{opened, text};
use super::{show, span, tally};
use crate::api::wire::{IssuedReport, Refusal, ReportIssueIn, ReportSigned};
use crate::desk::App;
use crate::store::report::Issued;
use crate::store::{self, Event};
use crate::time::Now;
use crate::vault::sha256;
use serde_json::json;

/// Longest name or office.
const NAME: usize = 200;
/// Longest remark.
const REMARK: usize = 4000;

/// See the command table.
///
/// A span that is not over yet can be issued: the report says as of which day it was counted.
/// With the figures are kept who signs them off, the day in the desk's zone, and how the pages look: none of it changes with Settings.
/// Its event names the span, the hash of the figures, the log's head, and whoever signs it, who speaks for the house in public.
pub fn issue(app: &mut App, args: ReportIssueIn, now: Now) -> Result<IssuedReport, Refusal> {
    let desk = tally::desk(app, args.of.report)?;
    let signed_by = short_text("signed_by", &args.signed_by, NAME)?;
    if signed_by.is_empty() {
        return Err(Refusal::field(
            "signed_by",
            "Write the name of whoever signs the report off. Somebody has to answer for its figures.",
        ));
    }
    let office = short_text("office", &args.office, NAME)?;
    let remark = short_text("remark", &args.remark, REMARK)?;
    let asked = span::asked(desk, &args.of, now)?;
    let mut report = show::of(desk, &asked, now)?;
    report.signed = Some(ReportSigned {
        by: signed_by.clone(),
        office: office.clone(),
        on: report.as_of.clone(),
        remark: remark.clone(),
        zone: desk.zone.name().to_owned(),
        paper: desk.profile.paper,
    });
    let body = text(&report)?.into_bytes();
    let mut kept = Issued {
        id: 0,
        report: args.of.report.id().into(),
        first: asked.first.to_string(),
        last: asked.last.to_string(),
        title: report.title.clone(),
        span: report.span.name.clone(),
        options: text(&args.of)?,
        sha256: sha256(&body),
        log_head: report.log_head.clone(),
        log_seq: store::last_event(desk.store.read())?,
        rules: report.rules.clone(),
        as_of: report.as_of.clone(),
        issued_at: now.stamp(),
        issued_on: Some(report.as_of.clone()),
        signed_by,
        office,
        remark,
        event: 0,
    };
    let officer = desk.officer.clone();
    let id = desk.store.transact(officer.id, now, |tx, seq| {
        kept.event = seq;
        let id = store::report::keep(tx, &kept, &body)?;
        let what = format!("{}, {}, was issued.", report.title, report.span.name);
        let event = Event::desk("report-issued", what)
            .facts(json!({
                "issued": id, "report": kept.report, "first": kept.first, "last": kept.last, "as_of": kept.as_of,
                "sha256": kept.sha256, "log_head": kept.log_head, "log_seq": kept.log_seq, "rules": kept.rules,
                "issued_on": kept.issued_on, "signed_by": kept.signed_by, "office": kept.office, "remark_sha256": sha256(kept.remark.as_bytes()),
            }))
            .detail("Signed off by", kept.signed_by.clone())
            .detail("Office", kept.office.clone())
            .detail("Remark", kept.remark.clone());
        Ok((id, event))
    })?;
    kept.id = id;
    opened(desk, kept, report)
}

fn short_text(field: &str, typed: &str, longest: usize) -> Result<String, Refusal> {
    let text = typed.trim();
    if text.chars().count() > longest {
        return Err(Refusal::field(
            field,
            format!("That is too long to print; {longest} characters are the most."),
        ));
    }
    Ok(text.to_owned())
}
