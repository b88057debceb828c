//! Why a date is that date, on a page to file or to hand over: the start, each step with its article, the readings.
//!
//! It names the request by its reference and nobody by name.

use super::Making;
use super::frame::{Frame, GREY, TEXT, bold, plain};
use crate::letter::{About, LetterError, Paper, Pt, Rendered};

/// One date with its defence, in words.
pub struct Why {
    pub organisation: String,
    pub reference: String,
    /// What is due: “Answer by”.
    pub what: String,
    /// The date as it is read: “Mon 2 Mar 2026”.
    pub due: String,
    /// The right as the law calls it, with its article.
    pub right: String,
    /// The law's full name, with where it is found.
    pub law: String,
    /// Whose holidays count.
    pub calendar: String,
    /// From which day the rule counts, and when it was last compared with its source.
    pub rule: String,
    pub steps: Vec<Line>,
    /// What else can be read into the law.
    pub readings: Vec<Line>,
    pub safe_by: Option<String>,
}

/// A sentence, where the count stands after it, and its article.
pub struct Line {
    pub text: String,
    pub date: Option<String>,
    pub cite: String,
}

/// The page as a PDF, or the characters that cannot be printed.
pub fn why_pdf(why: &Why, making: &Making) -> Result<Rendered, LetterError> {
    let mut frame = Frame::new(making.paper)?;
    let local = making.now.with_timezone(&making.zone);
    let american = making.paper == Paper::UsLetter;
    let day = crate::time::long_in(local.date_naive(), american);
    let made = format!(
        "Printed on {day} at {} ({})",
        local.format("%H:%M"),
        making.zone.name()
    );
    frame.line("Why this date?", bold(20.0, TEXT), 26.0);
    frame.paragraph(&why.organisation, plain(12.0, TEXT), 16.0);
    frame.space(2.0);
    frame.paragraph(&made, plain(9.0, GREY), 12.0);
    frame.space(12.0);

    let date = format!("{} {}", why.what, why.due);
    frame.line(&date, bold(14.0, TEXT), 20.0);
    if let Some(safe) = &why.safe_by {
        let sentence = format!("Safe on every reading of the law by {safe}.");
        frame.paragraph(&sentence, plain(10.5, TEXT), 15.0);
    }
    frame.space(8.0);
    for (label, value) in [
        ("Request", &why.reference),
        ("Right", &why.right),
        ("Law", &why.law),
        ("Holidays", &why.calendar),
        ("Rule", &why.rule),
    ] {
        labelled(&mut frame, label, value);
    }

    heading(&mut frame, "How it is counted");
    for (at, step) in why.steps.iter().enumerate() {
        numbered(&mut frame, &format!("{}.", at + 1), step);
    }
    if !why.readings.is_empty() {
        heading(&mut frame, "Where the law is open");
        for reading in &why.readings {
            numbered(&mut frame, "•", reading);
        }
    }

    let title = format!("Why this date: {}", why.reference);
    frame.number(&format!("{} · {title}", why.organisation.trim()));
    frame.drawing.finish(&About {
        title,
        subject: date,
        author: why.organisation.trim().to_owned(),
        language: if american { "en-US" } else { "en-GB" }.to_owned(),
        created: making.now,
    })
}

fn heading(frame: &mut Frame, text: &str) {
    frame.keep(60.0);
    frame.space(14.0);
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.space(6.0);
    frame.line(text, bold(11.0, TEXT), 18.0);
    frame.space(2.0);
}

/// Where the values and the sentences begin.
const COLUMN: Pt = 64.0;
const NUMBER: Pt = 20.0;

fn labelled(frame: &mut Frame, label: &str, value: &str) {
    let style = plain(10.0, TEXT);
    let lines = frame.drawing.broken(value, frame.measure - COLUMN, style);
    for (at, line) in lines.iter().enumerate() {
        frame.keep(14.0);
        if at == 0 {
            frame.at(0.0, label, plain(9.0, GREY), 14.0);
        }
        frame.at(COLUMN, line, style, 14.0);
        frame.y += 14.0;
    }
}

/// The sentence, where it leads if it does not say so itself, and beneath it the article.
fn numbered(frame: &mut Frame, mark: &str, line: &Line) {
    let style = plain(10.5, TEXT);
    let text = match &line.date {
        // The arrow and the date stay together on their line.
        Some(date) if !line.text.contains(date.as_str()) => {
            format!("{} →\u{a0}{}", line.text, date.replace(' ', "\u{a0}"))
        }
        _ => line.text.clone(),
    };
    let measure = frame.measure - NUMBER;
    let lines = frame.drawing.broken(&text, measure, style);
    let cites = frame.drawing.broken(&line.cite, measure, plain(9.0, GREY));
    frame.keep(lines.len() as Pt * 14.0 + cites.len() as Pt * 12.0);
    for (at, text) in lines.iter().enumerate() {
        frame.keep(14.0);
        if at == 0 {
            frame.at(0.0, mark, style, 14.0);
        }
        frame.at(NUMBER, text, style, 14.0);
        frame.y += 14.0;
    }
    for cite in &cites {
        frame.keep(12.0);
        frame.at(NUMBER, cite, plain(9.0, GREY), 12.0);
        frame.y += 12.0;
    }
    frame.space(5.0);
}
