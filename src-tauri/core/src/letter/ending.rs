//! The end of a letter: the closing, who signs, what lies in the envelope with it, who else gets it.

use super::face::Shaper;
use super::flow::{LEADING, Row, Setting, push};
use super::form::{Form, mm};
use super::head::fitted;
use super::lines::{Line, Pt, plain, set};
use super::markup::Span;
use super::page::{BODY, SMALL};
use super::sheet::Sheet;
use super::tags::Role;
use super::tongue::PageWords;

/// Room for a signature by hand.
const SIGNATURE: Pt = 40.0;
/// A signature as a picture is no larger.
const WIDE: Pt = mm(60.0);
const HIGH: Pt = mm(16.0);
/// Below the signature, above what else is said in small type.
const NOTE_GAP: Pt = 15.0;
const NEXT_GAP: Pt = 7.0;
const NOTE_LEADING: Pt = 11.0;

/// The closing, who signs, enclosures and copies. The signature never stands alone: it takes the end of the text with it.
pub(super) fn ending(
    rows: &mut Vec<Row>,
    shaper: &mut Shaper,
    sheet: &Sheet,
    form: &Form,
    set_as: Setting,
    words: &PageWords,
) {
    let at = rows.len();
    let body = |rows: &mut Vec<Row>, shaper: &mut Shaper, text: &str, gap: Pt| {
        let lines = set(shaper, &[plain(text)], set_as.of(BODY), form.measure);
        let (size, height) = (set_as.of(BODY), set_as.of(LEADING));
        push(rows, lines, form.left, size, height, gap, false);
    };
    body(rows, shaper, &sheet.text.closing, set_as.of(14.0));
    let mut gap = SIGNATURE;
    if let Some(picture) = &sheet.signature {
        let high = match set_as {
            Setting::Ample => HIGH,
            Setting::Tight => HIGH * 0.8,
        };
        let (width, height) = fitted(picture, WIDE, high);
        let signer = sheet.signatory.lines().next().unwrap_or_default().trim();
        rows.push(Row {
            gap: 5.0,
            height,
            may_begin: false,
            breaks: false,
            x: form.left,
            size: set_as.of(BODY),
            line: Line::default(),
            bullet: None,
            rule: None,
            picture: Some((picture.clone(), width, height, signer.to_owned())),
            fresh: false,
            role: Role::Signature,
            first: false,
        });
        gap = 3.0;
    }
    for line in sheet.signatory.lines() {
        body(rows, shaper, line, gap);
        gap = 0.0;
    }
    for row in rows.iter_mut().skip(at) {
        row.may_begin = false;
        row.role = Role::Signature;
        // A page as text keeps the signature together.
        row.fresh = row.gap > 0.0;
    }
    with_text(rows, at);
    let enclosed = if sheet.enclosures.len() == 1 {
        &words.enclosure
    } else {
        &words.enclosures
    };
    let first = rows.len();
    note(rows, shaper, form, enclosed, &sheet.enclosures, set_as);
    note(rows, shaper, form, &words.copy_to, &sheet.copy_to, set_as);
    let mut headings = rows.iter_mut().skip(first).filter(|row| row.gap > 0.0);
    if let (Some(_), Some(second)) = (headings.next(), headings.next()) {
        second.gap = set_as.of(NEXT_GAP);
    }
}

/// At least two lines of the text go with the signature, a heading above them too.
fn with_text(rows: &mut [Row], signature: usize) {
    let Some(last) = signature.checked_sub(1) else {
        return;
    };
    if let Some(row) = rows.get_mut(last)
        && last > 0
    {
        row.may_begin = false;
    }
}

/// A heading and its lines in small type; a page never begins between the two.
fn note(
    rows: &mut Vec<Row>,
    shaper: &mut Shaper,
    form: &Form,
    heading: &str,
    all: &[String],
    set_as: Setting,
) {
    let all: Vec<&str> = all
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    if all.is_empty() {
        return;
    }
    let heading = [Span {
        text: heading.to_owned(),
        bold: true,
    }];
    let (size, height) = (set_as.of(SMALL), set_as.of(NOTE_LEADING));
    let begin = rows.len();
    let lines = set(shaper, &heading, size, form.measure);
    push(
        rows,
        lines,
        form.left,
        size,
        height,
        set_as.of(NOTE_GAP),
        false,
    );
    let last = all.len() - 1;
    for (at, line) in all.into_iter().enumerate() {
        let lines = set(shaper, &[plain(line)], size, form.measure);
        let first = rows.len();
        // Neither the first nor the last stands alone on a page.
        push(
            rows,
            lines,
            form.left,
            size,
            height,
            0.0,
            at > 1 && at < last,
        );
        for row in rows.iter_mut().skip(first) {
            row.fresh = false;
        }
    }
    for row in rows.iter_mut().skip(begin) {
        row.role = Role::Note;
    }
}
