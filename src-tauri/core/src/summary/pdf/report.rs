//! A report of the year end as pages: what it says, its pictures, its tables each with how it was counted, and where the figures come from.
//!
//! The same report made at the same moment gives the same bytes. The pages are tagged; of a picture a reader hears the sentence beneath it.

mod columns;
mod parts;
mod picture;
mod table;

use super::Making;
use super::frame::{Frame, GREY, TEXT, bold, plain};
use crate::api::wire::{CitedText, Report, ReportSigned};
use crate::letter::{About, LetterError, Paper, Pt, Rendered, Role};
use crate::time;
use columns::Layout;
use parts::Set;
use std::borrow::Cow;

/// The report as a PDF, or the characters that cannot be printed. With a signature where it was issued.
///
/// What only the officer is told stands on no page.
pub fn report_pdf(report: &Report, making: &Making) -> Result<Rendered, LetterError> {
    let american = making.paper == Paper::UsLetter;
    let (mut frame, tables) = laid_out(report, making.paper)?;
    head(&mut frame, report, american);
    picture::pictures(&mut frame, &report.pictures);
    for (of, layout) in &tables {
        table::table(&mut frame, of, layout);
    }
    if let Some(signed) = &report.signed {
        signature(&mut frame, signed, american);
    }
    source(&mut frame, report);

    let organisation = clean(&report.organisation);
    let title = format!("{} {}", clean(&report.title), clean(&report.span.name));
    frame.number(&format!("{organisation} · {title}"));
    frame.drawing.finish(&About {
        title,
        subject: span(report, american),
        author: organisation,
        language: if american { "en-US" } else { "en-GB" }.to_owned(),
        created: making.now,
    })
}

/// Upright where every table fits in readable type, on its side where one does not.
fn laid_out(report: &Report, paper: Paper) -> Result<(Frame, Vec<Set<'_>>), LetterError> {
    let mut upright = Frame::new(paper)?;
    let contents: Vec<columns::Content> = report
        .tables
        .iter()
        .map(|table| columns::measured(&mut upright.drawing, table))
        .collect();
    let layouts: Vec<(Layout, bool)> = contents
        .iter()
        .map(|content| columns::layout(content, upright.measure, false))
        .collect();
    if layouts.iter().all(|(_, fits)| *fits) {
        let whole = report.tables.iter().map(Cow::Borrowed);
        let layouts = layouts.into_iter().map(|(layout, _)| layout);
        return Ok((upright, whole.zip(layouts).collect()));
    }
    let wide = Frame::landscape(paper)?;
    let tables = report
        .tables
        .iter()
        .zip(&contents)
        .flat_map(|(table, content)| parts::set(table, content, wide.measure))
        .collect();
    Ok((wide, tables))
}

fn head(frame: &mut Frame, report: &Report, american: bool) {
    frame.drawing.begin(Role::Subject);
    frame.paragraph(&clean(&report.title), bold(20.0, TEXT), 25.0);
    frame.space(2.0);
    frame.drawing.begin(Role::Paragraph);
    frame.paragraph(&clean(&report.organisation), plain(12.0, TEXT), 16.0);
    frame.drawing.begin(Role::Paragraph);
    frame.paragraph(&span(report, american), plain(9.5, GREY), 13.0);
    frame.space(8.0);
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.space(10.0);
    for sentence in &report.lead {
        frame.drawing.begin(Role::Paragraph);
        frame.paragraph(&clean(sentence), plain(11.0, TEXT), 15.5);
        frame.space(3.0);
    }
    if !report.notes.is_empty() {
        frame.space(5.0);
        list(frame, &report.notes, plain(9.5, TEXT), 13.0);
    }
    frame.space(12.0);
}

/// Which days, as of when, and of whom.
fn span(report: &Report, american: bool) -> String {
    let day = |text: &str| {
        time::day(text).map_or_else(|| text.to_owned(), |day| time::long_in(day, american))
    };
    let (first, last) = (day(&report.span.first), day(&report.span.last));
    let one = report.span.first == report.span.last;
    let days = if one {
        first
    } else {
        format!("{first} to {last}")
    };
    let mut said = vec![days];
    // A span that is named by its days is not said twice.
    if !one && !report.span.name.contains(" to ") {
        said.insert(0, clean(&report.span.name));
    }
    said.push(format!("counted as of {}", day(&report.as_of)));
    if report.californians {
        said.push("people who live in California only".to_owned());
    }
    said.join(" · ")
}

/// Remarks with the article each stands on.
fn list(frame: &mut Frame, notes: &[CitedText], style: crate::letter::Style, leading: Pt) {
    for note in notes {
        let text = clean(&note.text);
        let text = match clean(&note.cite) {
            cite if cite.is_empty() => text,
            cite => format!("{text} ({cite})"),
        };
        frame.bulleted(&text, style, leading);
        frame.space(1.5);
    }
}

fn signature(frame: &mut Frame, signed: &ReportSigned, american: bool) {
    let day =
        time::day(&signed.on).map_or_else(|| signed.on.clone(), |day| time::long_in(day, american));
    let who: Vec<String> = [&signed.by, &signed.office]
        .into_iter()
        .map(|part| clean(part))
        .filter(|part| !part.is_empty())
        .collect();
    let sentence = format!("Signed off by {}, on {day}.", who.join(", "));
    let remark = clean(&signed.remark);
    let style = plain(10.5, TEXT);
    let height = frame.height_of(&remark, frame.measure, style, 14.5);
    frame.keep(height.min(200.0) + 40.0);
    frame.space(14.0);
    frame.drawing.begin(Role::Signature);
    frame.paragraph(&sentence, bold(10.5, TEXT), 15.0);
    if !remark.is_empty() {
        frame.drawing.begin(Role::Paragraph);
        frame.paragraph(&remark, style, 14.5);
    }
}

/// What ties the figures to the log and to the rules. The hashes stand unbroken, so that they can be copied and searched.
fn source(frame: &mut Frame, report: &Report) {
    let style = plain(8.0, GREY);
    frame.keep(70.0);
    frame.space(14.0);
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.space(6.0);
    for (says, hash) in [
        (
            "Counted from the desk’s own log up to the entry with this hash; counting it again gives the same figures:",
            &report.log_head,
        ),
        (
            "Dates follow the rules of the program with this fingerprint:",
            &report.rules,
        ),
    ] {
        frame.drawing.begin(Role::Note);
        frame.paragraph(says, style, 11.0);
        frame.paragraph(hash, style, 11.0);
        frame.space(2.0);
    }
}

/// On one line and without what moves a cursor.
fn clean(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}')
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().filter(|c| !c.is_control()).collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
