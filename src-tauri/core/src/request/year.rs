//! The figures of a year: read from the register, lateness derived like every other date, and given out as a page or a file.

use super::board::right_name;
use super::case::Case;
use super::clock::ask;
use crate::api::wire::{self, Export, Nothing, Refusal, YearExport, YearIn, YearList, YearSummary};
use crate::desk::{App, Desk};
use crate::law;
use crate::letter::Paper;
use crate::promise;
use crate::store;
use crate::summary::{self, Counted, Figures};
use crate::time::Now;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::Datelike;

/// See the command table.
pub fn years(app: &mut App, _: Nothing, now: Now) -> Result<YearList, Refusal> {
    let desk = app.desk()?;
    let mut years = store::year::years(desk.store.read())?;
    let this = now.today(desk.zone).year();
    if !years.contains(&this) {
        years.insert(0, this);
    }
    Ok(YearList { years })
}

/// See the command table.
pub fn show(app: &mut App, args: YearIn, now: Now) -> Result<YearSummary, Refusal> {
    of(app.desk()?, args.year, now)
}

fn of(desk: &Desk, year: i32, now: Now) -> Result<YearSummary, Refusal> {
    if !(1900..=9000).contains(&year) {
        return Err(Refusal::field("year", "Choose a year with four digits."));
    }
    let cases = store::request::load_year(desk.store.read(), year)?;
    let claims = claims_of(desk, &cases, now)?;
    let head = store::year::head(desk.store.read())?;
    let (promises, contradictions) = promise::year::of(desk, year, &cases, now)?;
    Ok(summary::summarise(Figures {
        year,
        organisation: &desk.profile.organisation,
        log_head: &head,
        claims: &claims,
        promises,
        contradictions,
    }))
}

/// See the command table.
pub fn export(app: &mut App, args: YearExport, now: Now) -> Result<Export, Refusal> {
    let (name, media_type, bytes) = export_bytes(app, &args, now)?;
    Ok(Export {
        name,
        media_type,
        base64: STANDARD.encode(bytes),
    })
}

/// When and on what paper this desk makes a page.
pub(crate) fn making(desk: &Desk, now: Now) -> summary::Making {
    summary::Making {
        paper: match desk.profile.paper {
            wire::Paper::A4 => Paper::A4,
            wire::Paper::UsLetter => Paper::UsLetter,
        },
        now: now.instant(),
        zone: desk.zone,
    }
}

/// The figures on the desk's own paper.
fn pages(desk: &Desk, figures: &YearSummary, now: Now) -> Result<Vec<u8>, Refusal> {
    Ok(summary::pdf(figures, &making(desk, now))?.pdf)
}

/// The figures as a file: its name, its type, its bytes.
pub fn export_bytes(
    app: &mut App,
    args: &YearExport,
    now: Now,
) -> Result<(String, String, Vec<u8>), Refusal> {
    let desk = app.desk()?;
    let figures = of(desk, args.year, now)?;
    let (media_type, bytes) = match args.format.as_str() {
        "csv" => ("text/csv", summary::csv(&figures).into_bytes()),
        "promises-csv" => ("text/csv", summary::promises_csv(&figures).into_bytes()),
        "json" => (
            "application/json",
            serde_json::to_vec_pretty(&figures).map_err(|e| Refusal::broken(&e.to_string()))?,
        ),
        "pdf" => ("application/pdf", pages(desk, &figures, now)?),
        other => {
            return Err(Refusal::field(
                "format",
                format!(
                    "“{other}” is no format this program writes. Choose pdf, csv, promises-csv or json."
                ),
            ));
        }
    };
    Ok((
        match args.format.as_str() {
            "promises-csv" => format!("Promises {}.csv", args.year),
            ending => format!("Requests {}.{ending}", args.year),
        },
        media_type.into(),
        bytes,
    ))
}

/// Every claim of these requests, one entry a law.
fn claims_of(desk: &Desk, cases: &[Case], now: Now) -> Result<Vec<Counted>, Refusal> {
    let today = now.today(desk.zone);
    let mut counted = Vec::new();
    for case in cases {
        for claim in &case.claims {
            for law_id in &claim.laws {
                let clock = ask(desk.here(), case, claim, law_id, |q, _| law::derive(q))?;
                // A year's figures speak of the law; what only the house wants is not late by law.
                let due = clock.answer_by().filter(|_| !clock.house_answer);
                let settled = super::deadlines::settled_on(case, claim);
                counted.push(Counted {
                    request: case.id,
                    law: law_id.clone(),
                    law_short: desk.library.law(law_id)?.short.clone(),
                    right: claim.right,
                    right_name: right_name(desk, case, claim.right, Some(law_id)),
                    received_on: case.received_on,
                    outcome: claim.outcome,
                    answered_on: settled,
                    due,
                    overdue: settled.is_none() && due.is_some_and(|d| d < today),
                });
            }
        }
    }
    Ok(counted)
}
