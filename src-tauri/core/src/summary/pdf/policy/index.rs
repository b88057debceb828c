//! The promises of a version by kind, each with its number and the page it stands on.

use super::super::frame::{Frame, GREY, TEXT, bold, plain};
use super::text::Places;
use super::{PolicySheet, Printed, SheetPromise, kind_title, part, quoted};
use crate::letter::{Align, Pt};
use crate::words::PromiseKind;

const NUMBER: Pt = 26.0;
const PAGE: Pt = 44.0;
const LEADING: Pt = 13.0;
const SMALL: Pt = 11.5;
/// As much of a long passage as tells it from the others; the text has all of it.
const QUOTE: usize = 240;

/// The index, on a page of its own; nothing where there is no promise.
pub fn index(frame: &mut Frame, sheet: &PolicySheet, printed: &Printed, places: &Places) {
    if sheet.promises.is_empty() {
        return;
    }
    part(frame, "The promises by kind");
    for kind in PromiseKind::ALL.iter().copied() {
        let of: Vec<&SheetPromise> = sheet.promises.iter().filter(|p| p.kind == kind).collect();
        if of.is_empty() {
            continue;
        }
        frame.keep(70.0);
        frame.space(10.0);
        let title = match of.len() {
            1 => kind_title(kind).to_owned(),
            many => format!("{} ({many})", kind_title(kind)),
        };
        frame.line(&title, bold(11.0, TEXT), 16.0);
        frame.drawing.rule(frame.left, frame.y, frame.measure);
        frame.space(4.0);
        for promise in of {
            row(frame, sheet, printed, places, promise);
        }
    }
}

fn row(
    frame: &mut Frame,
    sheet: &PolicySheet,
    printed: &Printed,
    places: &Places,
    promise: &SheetPromise,
) {
    let style = plain(9.5, TEXT);
    let quiet = plain(8.5, GREY);
    let measure = frame.measure - NUMBER - PAGE;
    let quote = quoted(sheet, printed, promise.span, QUOTE);
    let lines = frame.drawing.broken(&quote, measure, style);
    let mut beneath = Vec::new();
    let about = [promise.audience.trim(), promise.reading.trim()];
    let about: Vec<&str> = about.into_iter().filter(|said| !said.is_empty()).collect();
    for said in [about.join(" · "), promise.cite.trim().to_owned()] {
        beneath.extend(
            frame
                .drawing
                .broken(&printed.of_text(&said), measure, quiet),
        );
    }
    beneath.retain(|line| !line.is_empty());
    frame.keep(lines.len() as Pt * LEADING + beneath.len() as Pt * SMALL);
    for (at, line) in lines.iter().enumerate() {
        frame.keep(LEADING);
        if at == 0 {
            let baseline = frame.y + LEADING * 0.76;
            frame.at(0.0, &promise.number.to_string(), bold(9.5, TEXT), LEADING);
            let page = format!("page {}", places.page(promise.span.start));
            frame
                .drawing
                .text(&page, frame.right, baseline, Align::Right, quiet);
        }
        frame.at(NUMBER, line, style, LEADING);
        frame.y += LEADING;
    }
    for line in &beneath {
        frame.keep(SMALL);
        frame.at(NUMBER, line, quiet, SMALL);
        frame.y += SMALL;
    }
    frame.space(5.0);
}
