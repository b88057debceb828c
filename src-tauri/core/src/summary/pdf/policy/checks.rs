//! What the laws want a policy to say, and whether it was found in this one.

use super::super::frame::{Frame, GREY, TEXT, bold, plain};
use super::text::Places;
use super::{PolicySheet, Printed, SheetFound, SheetItem, SheetLaw, part, quoted};
use crate::letter::Pt;

const STATE: Pt = 74.0;
const LEADING: Pt = 13.0;
const SMALL: Pt = 11.5;
/// Enough to find the passage by.
const QUOTE: usize = 90;
/// More passages than these tell nobody more.
const SHOWN: usize = 3;

/// The caveat that keeps a list of words from being read as advice.
const READING: &str = "This list goes by the words of the text. What seems to be missing may be said in other words, and what was found may not be enough: read the passage beside the article.";

/// The check-list, on a page of its own; nothing where no law wants anything.
pub fn checks(frame: &mut Frame, sheet: &PolicySheet, printed: &Printed, places: &Places) {
    if sheet.laws.is_empty() {
        return;
    }
    part(frame, "What the laws want it to say");
    frame.paragraph(READING, plain(9.5, TEXT), 13.0);
    for law in &sheet.laws {
        heading(frame, law);
        for item in &law.items {
            row(frame, sheet, printed, places, item);
        }
    }
}

fn heading(frame: &mut Frame, law: &SheetLaw) {
    frame.keep(84.0);
    frame.space(14.0);
    frame.line(&law.name, bold(11.0, TEXT), 16.0);
    let found = law
        .items
        .iter()
        .filter(|item| !item.found.is_empty())
        .count();
    let counted = match law.items.len() {
        all if all == found => format!("All {all} found · {}", law.cite),
        all => format!("{found} of {all} found · {}", law.cite),
    };
    frame.paragraph(&counted, plain(9.0, GREY), 12.0);
    frame.space(3.0);
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.space(4.0);
}

fn row(
    frame: &mut Frame,
    sheet: &PolicySheet,
    printed: &Printed,
    places: &Places,
    item: &SheetItem,
) {
    let quiet = plain(8.5, GREY);
    let missing = item.found.is_empty();
    let style = if missing {
        bold(9.5, TEXT)
    } else {
        plain(9.5, TEXT)
    };
    let measure = frame.measure - STATE;
    let lines = frame.drawing.broken(&item.what, measure, style);
    let mut beneath: Vec<String> = Vec::new();
    for found in item.found.iter().take(SHOWN) {
        let said = passage(sheet, printed, places, found);
        beneath.extend(frame.drawing.broken(&said, measure, quiet));
    }
    if item.found.len() > SHOWN {
        beneath.push(format!("and {} more", item.found.len() - SHOWN));
    }
    beneath.extend(frame.drawing.broken(&item.cite, measure, quiet));
    if let Some(caution) = &item.caution {
        beneath.extend(frame.drawing.broken(caution, measure, quiet));
    }
    frame.keep(lines.len() as Pt * LEADING + beneath.len() as Pt * SMALL);
    for (at, line) in lines.iter().enumerate() {
        if at == 0 {
            let state = if missing { "seems missing" } else { "found" };
            frame.at(0.0, state, style, LEADING);
        }
        frame.at(STATE, line, style, LEADING);
        frame.y += LEADING;
    }
    for line in &beneath {
        frame.at(STATE, line, quiet, SMALL);
        frame.y += SMALL;
    }
    frame.space(5.0);
}

/// “Promise 3, page 2: “We never …””, or the page alone where it is no promise.
fn passage(sheet: &PolicySheet, printed: &Printed, places: &Places, found: &SheetFound) -> String {
    let page = places.page(found.span.start);
    let words = quoted(sheet, printed, found.span, QUOTE);
    match found.promise {
        Some(number) => format!("Promise {number}, page {page}: {words}"),
        None => format!("Page {page}: {words}"),
    }
}
