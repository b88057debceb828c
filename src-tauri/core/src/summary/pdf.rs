//! The figures of a year as pages: key figures, months, outcomes, the table, and how it was counted.
//!
//! The same summary made at the same moment gives the same bytes.

mod authorization;
mod chart;
mod frame;
mod policy;
mod promises;
mod register;
mod report;
mod table;
mod why;

use crate::api::wire::YearSummary;
use crate::letter::{About, Align, LetterError, Paper, Rendered};
pub use authorization::{AuthorizationPage, authorization_pdf};
use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use frame::{Frame, GREY, TEXT, bold, plain};
pub use policy::{
    PolicySheet, SheetFound, SheetItem, SheetLaw, SheetPromise, kind_title as policy_kind_title,
    policy_pdf,
};
pub use register::{Column, List, register_pdf};
pub use report::{SignedOff, report_pdf};
pub use why::{Line, Why, why_pdf};

/// When and on what a summary is made.
pub struct Making {
    pub paper: Paper,
    /// The moment, which stands on the page and in the file.
    pub now: DateTime<Utc>,
    pub zone: Tz,
}

/// The summary as a PDF, or the characters of a name that cannot be printed.
pub fn pdf(summary: &YearSummary, making: &Making) -> Result<Rendered, LetterError> {
    let mut frame = Frame::new(making.paper)?;
    let local = making.now.with_timezone(&making.zone);
    let american = making.paper == Paper::UsLetter;
    let day = crate::time::long_in(local.date_naive(), american);
    let made = format!(
        "Made on {day} at {} ({})",
        local.format("%H:%M"),
        making.zone.name()
    );

    head(&mut frame, summary, &made, local.year());
    key_figures(&mut frame, summary);
    if summary.rows.is_empty() {
        nothing(&mut frame, summary.year);
    } else {
        chart::months(&mut frame, summary);
        chart::outcomes(&mut frame, summary);
    }
    table::table(&mut frame, summary);
    promises::promises(&mut frame, summary);
    counting(&mut frame, summary);

    let title = format!("Requests {}", summary.year);
    frame.number(&format!("{} · {}", summary.organisation.trim(), title));
    frame.drawing.finish(&About {
        title,
        subject: format!("Privacy requests received in {}", summary.year),
        author: summary.organisation.trim().to_owned(),
        language: if american { "en-US" } else { "en-GB" }.to_owned(),
        created: making.now,
    })
}

fn head(frame: &mut Frame, summary: &YearSummary, made: &str, this_year: i32) {
    let title = format!("Privacy requests received in {}", summary.year);
    frame.line(&title, bold(20.0, TEXT), 26.0);
    // A long name goes on, as long as it is; it is the organisation's own.
    frame.paragraph(&summary.organisation, plain(12.0, TEXT), 16.0);
    frame.space(2.0);
    let mut note = made.to_owned();
    if this_year <= summary.year {
        note.push_str(". The year is not over: the figures are those of that moment.");
    }
    frame.paragraph(&note, plain(9.0, GREY), 12.0);
    frame.space(12.0);
}

/// The few figures most readers come for.
fn key_figures(frame: &mut Frame, summary: &YearSummary) {
    let total = &summary.total;
    let days = total
        .median_days
        .map_or_else(|| "–".to_owned(), |d| format!("{d:.1}"));
    let figures = [
        (total.requests.len().to_string(), "requests"),
        (total.received.to_string(), "claims in them"),
        (total.open.to_string(), "claims still open"),
        (total.late.to_string(), "claims late"),
        (days, "days to answer (median)"),
    ];
    let each = frame.measure / figures.len() as f32;
    let top = frame.y;
    frame.drawing.rule(frame.left, top, frame.measure);
    for (at, (figure, label)) in figures.iter().enumerate() {
        let x = frame.left + each * at as f32;
        let figure_style = bold(20.0, TEXT);
        let base = top + 27.0;
        frame
            .drawing
            .text(figure, x, base, Align::Left, figure_style);
        frame
            .drawing
            .text(label, x, base + 13.0, Align::Left, plain(8.5, GREY));
    }
    frame.drawing.rule(frame.left, top + 49.0, frame.measure);
    frame.y = top + 49.0;
    frame.space(14.0);
}

fn nothing(frame: &mut Frame, year: i32) {
    let sentence = format!("No request was received in {year}.");
    frame.paragraph(&sentence, plain(11.0, TEXT), 15.0);
    frame.space(14.0);
}

/// What ties the figures to the log they were counted from.
const SOURCE: &str = "The figures come from the desk’s own log; counting it again up to the entry with this hash gives the same figures:";

fn counting(frame: &mut Frame, summary: &YearSummary) {
    let style = plain(9.5, TEXT);
    let height: f32 = summary
        .rules
        .iter()
        .map(|rule| frame.height_of(rule, frame.measure - 12.0, style, 13.0) + 2.0)
        .sum();
    frame.keep(height + 58.0);
    frame.space(14.0);
    frame.line("How it was counted", bold(11.0, TEXT), 17.0);
    for rule in &summary.rules {
        frame.item(rule, style, 13.0);
        frame.space(2.0);
    }
    // The hash stands unbroken, so that it can be copied and searched.
    frame.item(SOURCE, style, 13.0);
    frame.item_more(&summary.log_head, plain(9.0, GREY), 13.0);
}

#[cfg(test)]
mod tests;
