//! A report as it stands now, and what stands behind one of its figures.

use super::{Asked, build, limit, span, tally};
use crate::api::wire::{
    CitedText, Refusal, Report, ReportBehind, ReportBehindIn, ReportIn, ReportSpan, ReportTable,
};
use crate::desk::{App, Desk};
use crate::store;
use crate::summary::report::{Table, Thing, Trace};
use crate::summary::{grouped, pictures};
use crate::time::Now;

/// So many rows of a table stand on the screen.
pub const SHOWN: usize = 5000;

/// See the command table. A long table ends with a sentence that says where the rest is.
pub fn show(app: &mut App, args: ReportIn, now: Now) -> Result<Report, Refusal> {
    let desk = tally::desk(app, args.report)?;
    let asked = span::asked(desk, &args, now)?;
    Ok(cut(of(desk, &asked, now)?, SHOWN))
}

/// The report for somebody who reads: a table ends after so many rows, and says where all of them are. Sums stay.
pub fn cut(mut report: Report, most: usize) -> Report {
    for table in &mut report.tables {
        let all = table.rows.iter().filter(|row| !row.total).count();
        if all <= most {
            continue;
        }
        let mut read = 0;
        table.rows.retain(|row| {
            read += usize::from(!row.total);
            row.total || read <= most
        });
        table.counting.push(CitedText {
            text: format!(
                "The table has {} rows, of which the first {} stand here. The report as CSV or as JSON has them all.",
                grouped(all as f64),
                grouped(most as f64)
            ),
            cite: String::new(),
        });
    }
    report
}

/// The report to a question whose days are read.
pub fn of(desk: &Desk, asked: &Asked, now: Now) -> Result<Report, Refusal> {
    let built = build(desk, asked, &Trace::none(), now)?;
    let tables: Vec<ReportTable> = built.tables.iter().map(Table::shown).collect();
    let mut drawn = built.pictures;
    let limit = limit::of(desk, asked, &tables);
    for picture in pictures(&tables, limit.as_ref()) {
        if !drawn.iter().any(|known| known.table == picture.table) {
            drawn.push(picture);
        }
    }
    Ok(Report {
        report: asked.report,
        title: built.title,
        span: ReportSpan {
            name: asked.name.clone(),
            first: asked.first.to_string(),
            last: asked.last.to_string(),
        },
        organisation: desk.profile.organisation.clone(),
        californians: asked.californians,
        reasons: asked.reasons,
        as_of: asked.as_of.to_string(),
        lead: built
            .lead
            .into_iter()
            .chain(span::standing(asked))
            .collect(),
        notes: built.notes,
        advice: super::advice(desk, asked)?,
        tables,
        pictures: drawn,
        log_head: store::year::head(desk.store.read())?,
        rules: super::rules(desk),
        signed: None,
    })
}

/// See the command table.
pub fn behind(app: &mut App, args: ReportBehindIn, now: Now) -> Result<ReportBehind, Refusal> {
    let desk = tally::desk(app, args.of.report)?;
    let asked = span::asked(desk, &args.of, now)?;
    let trace = Trace::of(&args.table, &args.row, &args.column);
    let built = build(desk, &asked, &trace, now)?;
    known(&built.tables, &args)?;
    let things: Vec<&Thing> = built.tables.iter().flat_map(Table::things).collect();
    super::behind::rows(desk, &things)
}

/// The report has this table; its rows and columns come and go with what is counted.
fn known(tables: &[Table], args: &ReportBehindIn) -> Result<(), Refusal> {
    if tables.iter().any(|table| table.id == args.table) {
        return Ok(());
    }
    Err(Refusal::field(
        "table",
        format!(
            "This report has no table “{}”. Open the report again and choose a figure.",
            args.table
        ),
    ))
}
