//! The flowing text: from blocks to rows, from rows to pages.

use super::ending::ending;
use super::face::{Face, Shaper};
use super::form::{Form, mm};
use super::hyphen::Parting;
use super::lines::{Line, Manner, Pt, plain, set, set_in, single};
use super::mark::{Ink, Mark, Page, put, put_joined};
use super::markup::{Role as Kind, paragraphs, spans};
use super::page::BODY;
use super::picture::Picture;
use super::sheet::Sheet;
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
    pub bullet: Option<Line>,
    /// A signature instead of words, with its width and height and whose it is.
    pub picture: Option<(Picture, Pt, Pt, String)>,
    /// A paragraph begins here (for the page as text).
    pub fresh: bool,
    /// What it is to a reader, and whether it is its first line.
    pub role: Role,
    pub first: bool,
}

/// The flowing text from the subject to the signature.
pub(super) fn rows(
    shaper: &mut Shaper,
    sheet: &Sheet,
    whole_address: &[String],
    form: &Form,
    set_as: Setting,
    words: &PageWords,
) -> Vec<Row> {
    let size = |ample: Pt| set_as.of(ample);
    let mut rows = Vec::new();
    let measure = form.measure;
    let text = &sheet.text;
    if !whole_address.is_empty() {
        let note = format!("{}: {}", words.addressed_to, whole_address.join(", "));
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
    let subject = set(
        shaper,
        &spans(text.subject.trim(), true),
        size(SUBJECT),
        measure,
    );
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
    let salutation = set(shaper, &[plain(&text.salutation)], size(BODY), measure);
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

    let parting = Parting::of(sheet);
    let manner = Manner {
        justified: sheet.look.justified,
        parting: parting.as_ref(),
    };
    let mut previous: Option<Kind> = None;
    let (mut signed, mut on_new_page) = (false, false);
    for block in &text.blocks {
        for paragraph in paragraphs(&block.text) {
            let role = paragraph.role;
            if role == Kind::Enclosure {
                if !signed {
                    ending(&mut rows, shaper, sheet, form, set_as, words);
                    signed = true;
                }
                on_new_page = true;
                previous = None;
                continue;
            }
            let (x, measure) = if role == Kind::ListItem {
                (form.left + ITEM_INDENT, measure - ITEM_INDENT)
            } else {
                (form.left, measure)
            };
            let gap = match (previous, role) {
                (_, Kind::Heading) => size(HEADING_GAP),
                (Some(Kind::Heading), _) => 2.0,
                (Some(_), Kind::ListItem) => size(ITEM_GAP),
                _ => size(PARAGRAPH_GAP),
            };
            let manner = if role == Kind::Heading {
                Manner::default()
            } else {
                manner
            };
            let lines = set_in(shaper, &paragraph.spans, size(BODY), measure, manner);
            // Nothing parts a heading, the salutation, or the words above a list from what they introduce.
            let free = !matches!(
                (previous, role),
                (Some(Kind::Heading) | None, _) | (Some(Kind::Plain), Kind::ListItem)
            );
            let at = rows.len();
            push(&mut rows, lines, x, size(BODY), size(LEADING), gap, free);
            if let Some(row) = rows.get_mut(at).filter(|_| on_new_page) {
                row.breaks = true;
                on_new_page = false;
            }
            let heard = match role {
                Kind::Heading => Role::Heading,
                Kind::ListItem => Role::Item,
                _ => Role::Paragraph,
            };
            rows.iter_mut().skip(at).for_each(|row| row.role = heard);
            if role == Kind::Heading {
                for row in rows.iter_mut().skip(at + 1) {
                    row.may_begin = false;
                }
            }
            if role == Kind::ListItem
                && let Some(row) = rows.get_mut(at)
            {
                row.bullet = Some(single(shaper, "•", Face::Regular, size(BODY)));
            }
            previous = Some(role);
        }
    }

    if !signed {
        ending(&mut rows, shaper, sheet, form, set_as, words);
    }
    rows
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
            picture: None,
            fresh: at == 0,
            role: Role::Paragraph,
            first: at == 0,
        });
    }
}

/// Parts the rows into pages; the first begins at `top`, below what stands on it already.
pub(super) fn paginate(first: Page, rows: &[Row], top: Pt, form: &Form) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut page = first;
    let mut start = 0;
    let mut number = 0;
    let mut begin = top.min(form.first_bottom - mm(40.0));
    let mut bottom = form.first_bottom;
    while start < rows.len() {
        let end = page_end(rows, start, begin, bottom);
        let mut y = begin;
        for (at, row) in rows[start..end].iter().enumerate() {
            if at > 0 {
                y += row.gap;
            }
            if row.picture.is_none() && (row.fresh || at == 0) {
                page.text.push('\n');
            }
            if let Some((picture, width, height, says)) = &row.picture {
                page.marks.push(Mark::Picture {
                    x: row.x,
                    y,
                    width: *width,
                    height: *height,
                    picture: picture.clone(),
                    says: says.clone(),
                });
                y += row.height;
                continue;
            }
            number += u32::from(row.first);
            let role = row.role;
            page.part = Some(Part { role, number });
            let baseline = y + row.height * 0.76;
            if let Some(bullet) = &row.bullet {
                let x = row.x - ITEM_INDENT + 2.0;
                put_joined(&mut page, x, baseline, row.size, bullet.clone());
            }
            put(
                &mut page,
                row.x,
                baseline,
                row.size,
                Ink::Text,
                row.line.clone(),
            );
            y += row.height;
        }
        pages.push(std::mem::take(&mut page));
        start = end;
        begin = form.next_top;
        bottom = form.bottom;
    }
    if pages.is_empty() {
        pages.push(page);
    }
    pages
}

/// The row that begins the next page.
fn page_end(rows: &[Row], start: usize, begin: Pt, bottom: Pt) -> usize {
    let mut y = begin;
    let mut full = rows.len();
    for (at, row) in rows.iter().enumerate().skip(start) {
        let gap = if at == start { 0.0 } else { row.gap };
        if row.breaks && at > start {
            return at;
        }
        if y + gap + row.height > bottom && at > start {
            full = at;
            break;
        }
        y += gap + row.height;
    }
    if full == rows.len() {
        return full;
    }
    // Back to the last place where a page may begin; where there is none, the page is simply filled.
    (start + 1..=full)
        .rev()
        .find(|at| rows[*at].may_begin)
        .unwrap_or(full)
}
