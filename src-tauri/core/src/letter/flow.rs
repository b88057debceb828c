//! The flowing text: from blocks to rows, from rows to pages.

use super::atoms::{Atom, atoms};
use super::ending::ending;
use super::face::{Face, Shaper};
use super::form::{Form, mm};
use super::hyphen::Parting;
use super::lines::{Line, Pt, broken, plain, set, single};
use super::mark::{Ink, Mark, Page, put, put_joined};
use super::markup::{Paragraph, Role as Kind, paragraphs, spans};
use super::page::BODY;
use super::picture::Picture;
use super::sheet::Sheet;
use super::squeeze::{Room, Squeeze, parts};
use super::tags::{Part, Role};
use super::tongue::PageWords;

/// Leadings and sizes.
pub(super) const LEADING: Pt = 15.0;
const SUBJECT: Pt = 12.0;
/// Between paragraphs, between list items, above headings.
const PARAGRAPH_GAP: Pt = 7.5;
const ITEM_GAP: Pt = 3.0;
const HEADING_GAP: Pt = 13.0;
const ITEM_INDENT: Pt = 13.0;
/// A box to tick: its size and the room beside it.
const BOX: Pt = 15.0;
const BOX_INDENT: Pt = 22.0;
/// From one line to fill in by hand to the next.
const ENTRY: Pt = mm(10.0);
/// Between what is to be filled in and the line for it.
const ENTRY_GAP: Pt = 8.0;
/// The whole address, where the window could not show it.
const NOTE: Pt = 9.0;
const NOTE_LEADING: Pt = 12.0;

/// How generously a letter is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Ample,
    /// A little smaller and closer, where that saves a page.
    Tight,
}

impl Setting {
    /// A size or leading in this setting.
    pub(super) fn of(self, ample: Pt) -> Pt {
        match self {
            Setting::Ample => ample,
            Setting::Tight => ample * 0.95,
        }
    }
}

/// One line of the flowing text.
pub(super) struct Row {
    /// White above it, dropped at the top of a page.
    pub gap: Pt,
    pub height: Pt,
    /// Whether a page may begin with it.
    pub may_begin: bool,
    /// A page begins with it, however much room is left.
    pub breaks: bool,
    pub x: Pt,
    pub size: Pt,
    pub line: Line,
    pub bullet: Option<Bullet>,
    /// Where a line to write on begins; it ends at the right edge.
    pub rule: Option<Pt>,
    /// A signature instead of words, with its width and height and whose it is.
    pub picture: Option<(Picture, Pt, Pt, String)>,
    /// A paragraph begins here (for the page as text).
    pub fresh: bool,
    /// What it is to a reader, and whether it is its first line.
    pub role: Role,
    pub first: bool,
}

/// The sign before an item, so far from its text.
pub(super) struct Bullet {
    pub indent: Pt,
    pub size: Pt,
    pub line: Line,
}

/// What is to be set, parted into what a line may hold: once, in whatever settings it is tried.
pub(super) struct Manuscript {
    subject: Vec<Atom>,
    salutation: Vec<Atom>,
    paragraphs: Vec<(Kind, Vec<Atom>)>,
}

impl Manuscript {
    /// From the subject to the last paragraph before the closing, or behind it.
    pub(super) fn of(shaper: &mut Shaper, sheet: &Sheet) -> Self {
        let text = &sheet.text;
        let parting = Parting::of(sheet);
        let subject = atoms(shaper, &spans(text.subject.trim(), true), None);
        let salutation = atoms(shaper, &[plain(&text.salutation)], None);
        let all = text.blocks.iter().flat_map(|one| paragraphs(&one.text));
        let paragraphs = all.map(|Paragraph { role, spans }| {
            // The words of a heading stay whole.
            let parting = parting.as_ref().filter(|_| role != Kind::Heading);
            (role, atoms(shaper, &spans, parting))
        });
        Self {
            subject,
            salutation,
            paragraphs: paragraphs.collect(),
        }
    }
}

/// The flowing text from the subject to the signature.
pub(super) fn rows(
    shaper: &mut Shaper,
    sheet: &Sheet,
    text: &Manuscript,
    whole_address: &[String],
    form: &Form,
    set_as: Setting,
    words: &PageWords,
) -> Vec<Row> {
    let size = |ample: Pt| set_as.of(ample);
    let mut rows = Vec::new();
    let measure = form.measure;
    if !whole_address.is_empty() {
        let note = format!("{} {}", words.addressed_to, whole_address.join(", "));
        let lines = set(shaper, &[plain(&note)], size(NOTE), measure);
        push(
            &mut rows,
            lines,
            form.left,
            size(NOTE),
            size(NOTE_LEADING),
            0.0,
            false,
        );
    }
    let above = rows.len();
    let subject = broken(shaper, &text.subject, size(SUBJECT), measure, false);
    push(
        &mut rows,
        subject,
        form.left,
        size(SUBJECT),
        size(16.0),
        size(HEADING_GAP),
        above > 0,
    );
    rows.iter_mut()
        .skip(above)
        .for_each(|row| row.role = Role::Subject);
    let salutation = broken(shaper, &text.salutation, size(BODY), measure, false);
    let together = rows.len() == above;
    push(
        &mut rows,
        salutation,
        form.left,
        size(BODY),
        size(LEADING),
        size(18.0),
        together,
    );

    let mut previous: Option<Kind> = None;
    let (mut signed, mut on_new_page) = (false, false);
    // Lines since the last heading.
    let mut below_heading = usize::MAX;
    for (role, atoms) in &text.paragraphs {
        let role = *role;
        if role == Kind::Enclosure {
            if !signed {
                ending(&mut rows, shaper, sheet, form, set_as, words);
                signed = true;
            }
            on_new_page = true;
            previous = None;
            continue;
        }
        let indent = match role {
            Kind::ListItem => ITEM_INDENT,
            Kind::Choice => BOX_INDENT,
            _ => 0.0,
        };
        let (x, measure) = (form.left + indent, measure - indent);
        let gap = match (previous, role) {
            (_, Kind::Heading) => size(HEADING_GAP),
            (Some(Kind::Heading), _) => 2.0,
            (Some(_), Kind::ListItem) => size(ITEM_GAP),
            (Some(Kind::Entry), Kind::Entry) => 0.0,
            _ => size(PARAGRAPH_GAP),
        };
        let justified = sheet.look.justified && role != Kind::Heading;
        let lines = broken(shaper, atoms, size(BODY), measure, justified);
        // Nothing parts a heading, the salutation, or the words above a list from what they introduce; two lines
        // at least stand below a heading.
        let free = !matches!(
            (previous, role),
            (Some(Kind::Heading) | None, _)
                | (Some(Kind::Plain), Kind::ListItem)
                | (Some(Kind::Entry), Kind::Entry)
        ) && (role == Kind::Heading || below_heading != 1);
        below_heading = match role {
            Kind::Heading => 0,
            _ => below_heading.saturating_add(lines.len()),
        };
        let at = rows.len();
        push(&mut rows, lines, x, size(BODY), size(LEADING), gap, free);
        if let Some(row) = rows.get_mut(at).filter(|_| on_new_page) {
            row.breaks = true;
            on_new_page = false;
        }
        let heard = match role {
            Kind::Heading => Role::Heading,
            Kind::ListItem | Kind::Choice => Role::Item,
            _ => Role::Paragraph,
        };
        rows.iter_mut().skip(at).for_each(|row| row.role = heard);
        if role == Kind::Heading {
            for row in rows.iter_mut().skip(at + 1) {
                row.may_begin = false;
            }
        }
        let sign = match role {
            Kind::ListItem => Some(("•", size(BODY), ITEM_INDENT - 2.0)),
            Kind::Choice => Some(("☐", BOX, BOX_INDENT)),
            _ => None,
        };
        if let (Some((sign, size, indent)), Some(row)) = (sign, rows.get_mut(at)) {
            let line = single(shaper, sign, Face::Regular, size);
            row.bullet = Some(Bullet { indent, size, line });
        }
        if let (Kind::Entry, Some(row)) = (role, rows.last_mut()) {
            (row.height, row.rule) = (ENTRY, Some(row.x + row.line.width + ENTRY_GAP));
        }
        previous = Some(role);
    }

    if !signed {
        ending(&mut rows, shaper, sheet, form, set_as, words);
    }
    align_entries(&mut rows);
    keep_last_items(&mut rows);
    rows
}

/// Lines to fill in that follow one another begin at one place.
fn align_entries(rows: &mut [Row]) {
    for together in rows.chunk_by_mut(|a, b| a.rule.is_some() && b.rule.is_some()) {
        let begin = together.iter().filter_map(|row| row.rule).reduce(Pt::max);
        together.iter_mut().for_each(|row| row.rule = begin);
    }
}

/// The last item of a list that is one line long does not stand alone over the page.
fn keep_last_items(rows: &mut [Row]) {
    let items: Vec<bool> = rows.iter().map(|row| row.role == Role::Item).collect();
    let item = |at: usize| items.get(at).copied().unwrap_or(false);
    for (at, row) in rows.iter_mut().enumerate().skip(1) {
        if row.first && item(at) && item(at - 1) && !item(at + 1) {
            row.may_begin = false;
        }
    }
}

/// Adds a paragraph's lines; at least two of them stay together at either end of a page.
pub(super) fn push(
    rows: &mut Vec<Row>,
    lines: Vec<Line>,
    x: Pt,
    size: Pt,
    height: Pt,
    gap: Pt,
    may_begin: bool,
) {
    let count = lines.len();
    let mut before = false;
    for (at, line) in lines.into_iter().enumerate() {
        let parted = std::mem::replace(&mut before, line.parted);
        rows.push(Row {
            gap: if at == 0 { gap } else { 0.0 },
            height,
            may_begin: if at == 0 {
                may_begin
            } else {
                // A word is not parted between two pages.
                at >= 2 && count - at >= 2 && !parted
            },
            breaks: false,
            x,
            size,
            line,
            bullet: None,
            rule: None,
            picture: None,
            fresh: at == 0,
            role: Role::Paragraph,
            first: at == 0,
        });
    }
}

/// Parts the rows into pages; what stands on the first of them already is given along.
pub(super) fn paginate(first: Page, rows: Vec<Row>, room: Room, squeezes: &[Squeeze]) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut page = first;
    let mut number = 0;
    let form = room.form;
    let ends = page_ends(&rows, room, squeezes);
    let mut rows = rows.into_iter();
    for (count, squeeze) in ends {
        let mut y = room.extent(pages.len(), squeeze).0;
        for (at, row) in rows.by_ref().take(count).enumerate() {
            if at > 0 {
                y += squeeze.gap(&row);
            }
            let height = squeeze.height(&row);
            if row.picture.is_none() && (row.fresh || at == 0) {
                page.text.push('\n');
            }
            if let Some((picture, width, high, says)) = row.picture {
                page.marks.push(Mark::Picture {
                    x: row.x,
                    y,
                    width,
                    height: high,
                    picture,
                    says,
                });
                y += height;
                continue;
            }
            number += u32::from(row.first);
            let role = row.role;
            page.part = Some(Part { role, number });
            let baseline = y + height * 0.76;
            if let Some(Bullet { indent, size, line }) = row.bullet {
                put_joined(&mut page, row.x - indent, baseline, size, line);
            }
            if let Some(x) = row.rule {
                page.marks.push(Mark::Rule {
                    x,
                    y: baseline + 2.0,
                    length: (form.left + form.measure - x).max(0.0),
                    ink: Ink::Text,
                });
            }
            put(&mut page, row.x, baseline, row.size, Ink::Text, row.line);
            y += height;
        }
        pages.push(std::mem::take(&mut page));
    }
    if pages.is_empty() {
        pages.push(page);
    }
    pages
}

/// How many rows each page holds, and how they are drawn together.
fn page_ends(rows: &[Row], room: Room, squeezes: &[Squeeze]) -> Vec<(usize, Squeeze)> {
    let mut ends = Vec::new();
    for (mut rest, squeeze) in parts(rows).zip(squeezes.iter().copied()) {
        while !rest.is_empty() {
            let (begin, bottom) = room.extent(ends.len(), squeeze);
            let count = page_end(rest, begin, bottom, squeeze);
            ends.push((count, squeeze));
            rest = &rest[count..];
        }
    }
    ends
}

/// How many of these rows stand on a page; one at least.
pub(super) fn page_end(rows: &[Row], begin: Pt, bottom: Pt, squeeze: Squeeze) -> usize {
    let mut y = begin;
    let mut full = rows.len();
    for (at, row) in rows.iter().enumerate() {
        y += squeeze.height(row) + if at == 0 { 0.0 } else { squeeze.gap(row) };
        if y > bottom && at > 0 {
            full = at;
            break;
        }
    }
    if full == rows.len() {
        return full;
    }
    // Back to the last place where a page may begin; where there is none, the page is simply filled.
    (1..=full)
        .rev()
        .find(|at| rows[*at].may_begin)
        .unwrap_or(full)
}
