//! A year of requests as figures, each traceable to its rows.

mod count;
mod csv;
mod pdf;

pub use count::{Counted, Figures, summarise};

use crate::api::wire::{Export, Nothing, Refusal, YearExport, YearIn, YearList, YearSummary};
use crate::desk::{App, Desk};
use crate::letter::Paper;
use crate::request::year::claims_of_year;
use crate::store;
use crate::time::Now;
use base64::{Engine, engine::general_purpose::STANDARD};

/// See the command table.
pub fn years(app: &mut App, _: Nothing, now: Now) -> Result<YearList, Refusal> {
    use chrono::Datelike;
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
    let claims = claims_of_year(desk, year, now)?;
    let head = store::year::head(desk.store.read())?;
    Ok(summarise(Figures {
        year,
        organisation: &desk.profile.organisation,
        log_head: &head,
        claims: &claims,
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

/// The figures on the desk's own paper.
fn pages(desk: &Desk, summary: &YearSummary, now: Now) -> Result<Vec<u8>, Refusal> {
    let making = pdf::Making {
        paper: match desk.profile.paper {
            crate::api::wire::Paper::A4 => Paper::A4,
            crate::api::wire::Paper::UsLetter => Paper::UsLetter,
        },
        now: now.instant(),
        zone: desk.zone,
    };
    Ok(pdf::pdf(summary, &making)?.pdf)
}

/// The figures as a file: its name, its type, its bytes.
pub fn export_bytes(
    app: &mut App,
    args: &YearExport,
    now: Now,
) -> Result<(String, String, Vec<u8>), Refusal> {
    let desk = app.desk()?;
    let summary = of(desk, args.year, now)?;
    let (media_type, bytes) = match args.format.as_str() {
        "csv" => ("text/csv", csv::csv(&summary).into_bytes()),
        "json" => (
            "application/json",
            serde_json::to_vec_pretty(&summary).map_err(|e| Refusal::broken(&e.to_string()))?,
        ),
        "pdf" => ("application/pdf", pages(desk, &summary, now)?),
        other => {
            return Err(Refusal::field(
                "format",
                format!("“{other}” is no format this program writes. Choose pdf, csv or json."),
            ));
        }
    };
    Ok((
        format!("Requests {}.{}", args.year, args.format),
        media_type.into(),
        bytes,
    ))
}
