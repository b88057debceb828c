//! A sheet becomes pages: every line with its place, nothing of PDF yet.

use super::error::LetterError;
use super::face::{Face, Shaper};
use super::form::{Form, form, mm};
use super::lines::{Line, Pt, set, single};
use super::markup::{Role, Span, paragraphs, spans};
use super::sheet::Sheet;

/// Type sizes and leadings of the body.
const BODY: Pt = 11.0;
const LEADING: Pt = 15.0;
const SUBJECT: Pt = 12.0;
const SMALL: Pt = 8.5;
/// Between paragraphs, between list items, above headings.
const PARAGRAPH_GAP: Pt = 7.5;
const ITEM_GAP: Pt = 3.0;
const HEADING_GAP: Pt = 13.0;
const ITEM_INDENT: Pt = 13.0;
/// Room for a signature by hand.
const SIGNATURE: Pt = 40.0;

/// How dark something is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Ink {
    Text,
    Quiet,
    Hairline,
    Pale,
}

/// Something on a page, measured from its top left corner.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    Text {
        x: Pt,
        baseline: Pt,
        size: Pt,
        ink: Ink,
        line: Line,
    },
    Rule {
        x: Pt,
        y: Pt,
        length: Pt,
        ink: Ink,
    },
    /// Rotated across the page, for previews.
    Watermark { size: Pt, line: Line },
}

/// One page.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub marks: Vec<Mark>,
    pub text: String,
}

/// The pages and their size.
#[derive(Debug, Clone)]
pub(super) struct Pages {
    pub width: Pt,
    pub height: Pt,
    pub pages: Vec<Page>,
}

/// One line of the flowing text.
struct Row {
    /// White above it, dropped at the top of a page.
    gap: Pt,
    height: Pt,
    /// Whether a page may begin with it.
    may_begin: bool,
    x: Pt,
    size: Pt,
    line: Line,
    bullet: Option<Line>,
    /// A paragraph begins here (for the page as text).
    fresh: bool,
}

/// Lays out the whole letter, or names what cannot be printed.
pub(super) fn compose(sheet: &Sheet) -> Result<Pages, LetterError> {
    let form = form(sheet.paper, sheet.envelope);
    let mut shaper = Shaper::new()?;
    let shaper = &mut shaper;

    let mut first = Page::default();
    head(&mut first, shaper, sheet, &form);
    let address_bottom = address(&mut first, shaper, sheet, &form);
    let reference_bottom = reference(&mut first, shaper, sheet, &form);
    let top = form
        .text_top
        .max(address_bottom + mm(8.0))
        .max(reference_bottom + mm(8.0));

    let rows = rows(shaper, sheet, &form);
    let mut pages = paginate(first, &rows, top, &form);
    number(&mut pages, shaper, sheet, &form);
    for page in &mut pages {
        fold_marks(page, &form);
        if sheet.draft {
            let line = single(shaper, "DRAFT", Face::Bold, 120.0);
            page.marks
                .insert(0, Mark::Watermark { size: 120.0, line });
        }
    }
    if let Some(complaint) = shaper.complaint() {
        return Err(complaint);
    }
    Ok(Pages {
        width: form.width,
        height: form.height,
        pages,
    })
}

/// Letterhead: the name large, address and contact small beneath it, a hairline to close.
fn head(page: &mut Page, shaper: &mut Shaper, sheet: &Sheet, form: &Form) {
    let width = form.right - form.left;
    let bottom = form.address.top.min(form.reference_top) - mm(8.0);
    let name = [plain(&sheet.letterhead.organisation)];
    let details: Vec<&str> = sheet
        .letterhead
        .address_lines
        .iter()
        .chain(&sheet.letterhead.contact_lines)
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    let details = [plain(&details.join("  ·  "))];
    // A long name is set smaller before it is cut, and cut before it reaches the window.
    let mut y = form.head_top;
    for size in [18.0, 15.0, 12.0, 9.0] {
        let lines = set(shaper, &name, size, width);
        let small = set(shaper, &details, SMALL, width);
        let height = lines.len() as Pt * size * 1.2 + small.len() as Pt * SMALL * 1.4;
        if y + height > bottom && size > 9.0 {
            continue;
        }
        let room = bottom - y;
        let most_small = ((room * 0.4) / (SMALL * 1.4)).max(1.0) as usize;
        let small = shorten(shaper, small, most_small, SMALL, width);
        let most = ((room - small.len() as Pt * SMALL * 1.4) / (size * 1.2)).max(1.0) as usize;
        let lines = shorten(shaper, lines, most, size, width);
        for line in lines {
            put(page, form.left, y + size * 0.95, size, Ink::Text, line);
            y += size * 1.2;
        }
        y += 2.0;
        for line in small {
            put(page, form.left, y + SMALL, SMALL, Ink::Quiet, line);
            y += SMALL * 1.4;
        }
        break;
    }
    page.marks.push(Mark::Rule {
        x: form.left,
        y: y + 5.0,
        length: width,
        ink: Ink::Hairline,
    });
}

/// The return line and the recipient; the address never leaves its area. Returns where it ends.
fn address(page: &mut Page, shaper: &mut Shaper, sheet: &Sheet, form: &Form) -> Pt {
    let area = form.address;
    if let Some(baseline) = form.return_line {
        let mut parts = vec![sheet.letterhead.organisation.trim()];
        parts.extend(sheet.letterhead.address_lines.iter().map(|l| l.trim()));
        parts.retain(|part| !part.is_empty());
        let text = parts.join(" · ");
        let size = 7.0;
        let lines = set(shaper, &[plain(&text)], size, area.width);
        for line in shorten(shaper, lines, 1, size, area.width) {
            let width = line.width;
            put(page, area.left, baseline, size, Ink::Quiet, line);
            page.marks.push(Mark::Rule {
                x: area.left,
                y: baseline + 2.2,
                length: width,
                ink: Ink::Hairline,
            });
        }
    }
    let recipients: Vec<&str> = sheet
        .recipient_lines
        .iter()
        .flat_map(|line| line.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    page.text.push('\n');
    let mut y = area.top;
    for (size, leading, last) in [
        (11.0, 12.8, false),
        (10.0, 11.4, false),
        (9.0, 10.2, false),
        (8.0, 9.2, true),
    ] {
        let most = (area.height / leading).floor() as usize;
        let mut parts: Vec<Vec<Line>> = recipients
            .iter()
            .map(|line| set(shaper, &[plain(line)], size, area.width))
            .collect();
        let total: usize = parts.iter().map(Vec::len).sum();
        if total > most && !last {
            continue;
        }
        // Too long for the window at any size: the longest lines are cut, and show it; the salutation keeps the name.
        let mut total = total;
        while total > most {
            let Some(longest) = parts.iter_mut().max_by_key(|lines| lines.len()) else {
                break;
            };
            if longest.len() < 2 {
                break;
            }
            let fewer = longest.len() - 1;
            let cut = std::mem::take(longest);
            *longest = cut.into_iter().take(fewer).collect();
            total -= 1;
        }
        for (lines, whole) in parts.into_iter().zip(&recipients) {
            let full = set(shaper, &[plain(whole)], size, area.width).len();
            let keep = lines.len();
            let lines = if keep < full {
                let all = set(shaper, &[plain(whole)], size, area.width);
                shorten(shaper, all, keep, size, area.width)
            } else {
                lines
            };
            for line in lines {
                put(page, area.left, y + leading * 0.78, size, Ink::Text, line);
                y += leading;
            }
        }
        break;
    }
    y
}

/// Reference and date, on the right. Returns where they end.
fn reference(page: &mut Page, shaper: &mut Shaper, sheet: &Sheet, form: &Form) -> Pt {
    let date = match (sheet.place.trim(), sheet.date.trim()) {
        ("", date) => date.to_owned(),
        (place, "") => place.to_owned(),
        (place, date) => format!("{place}, {date}"),
    };
    let mut y = form.reference_top;
    let width = form.right - form.reference_left;
    page.text.push('\n');
    for (label, value) in [("Our reference", sheet.reference.trim()), ("Date", &date)] {
        if value.is_empty() {
            continue;
        }
        let line = single(shaper, label, Face::Regular, SMALL);
        put(
            page,
            form.reference_left,
            y + SMALL,
            SMALL,
            Ink::Quiet,
            line,
        );
        y += SMALL * 1.3;
        let lines = set(shaper, &[plain(value)], BODY, width);
        for line in shorten(shaper, lines, 3, BODY, width) {
            put(
                page,
                form.reference_left,
                y + BODY,
                BODY,
                Ink::Text,
                line,
            );
            y += BODY * 1.25;
        }
        y += 5.0;
    }
    y
}

/// The flowing text from the subject to the signature.
fn rows(shaper: &mut Shaper, sheet: &Sheet, form: &Form) -> Vec<Row> {
    let mut rows = Vec::new();
    let measure = form.measure;
    let text = &sheet.text;
    let subject = set(shaper, &spans(text.subject.trim(), true), SUBJECT, measure);
    push(&mut rows, subject, form.left, SUBJECT, 16.0, 0.0, false);
    let salutation = set(shaper, &[plain(&text.salutation)], BODY, measure);
    let together = rows.is_empty();
    push(&mut rows, salutation, form.left, BODY, LEADING, 18.0, together);

    let mut previous: Option<Role> = None;
    for block in &text.blocks {
        for paragraph in paragraphs(&block.text) {
            let role = paragraph.role;
            let (x, measure) = if role == Role::ListItem {
                (form.left + ITEM_INDENT, measure - ITEM_INDENT)
            } else {
                (form.left, measure)
            };
            let gap = match (previous, role) {
                (_, Role::Heading) => HEADING_GAP,
                (Some(Role::Heading), _) => 2.0,
                (Some(_), Role::ListItem) => ITEM_GAP,
                _ => PARAGRAPH_GAP,
            };
            let lines = set(shaper, &paragraph.spans, BODY, measure);
            // Nothing parts a heading, or the salutation, from what it introduces.
            let free = !matches!(previous, Some(Role::Heading) | None);
            let at = rows.len();
            push(&mut rows, lines, x, BODY, LEADING, gap, free);
            if role == Role::Heading {
                for row in rows.iter_mut().skip(at + 1) {
                    row.may_begin = false;
                }
            }
            if role == Role::ListItem
                && let Some(row) = rows.get_mut(at)
            {
                row.bullet = Some(single(shaper, "•", Face::Regular, BODY));
            }
            previous = Some(role);
        }
    }

    // The signature never stands alone: it takes the end of the text with it.
    let closing = set(shaper, &[plain(&text.closing)], BODY, measure);
    let at = rows.len();
    push(&mut rows, closing, form.left, BODY, LEADING, 14.0, false);
    let mut gap = SIGNATURE;
    for line in sheet.signatory.lines() {
        let lines = set(shaper, &[plain(line)], BODY, measure);
        push(&mut rows, lines, form.left, BODY, LEADING, gap, false);
        gap = 0.0;
    }
    for row in rows.iter_mut().skip(at) {
        row.may_begin = false;
        // A page as text keeps the signature together.
        row.fresh = row.gap > 0.0;
    }
    rows
}

/// Adds a paragraph's lines; at least two of them stay together at either end of a page.
fn push(
    rows: &mut Vec<Row>,
    lines: Vec<Line>,
    x: Pt,
    size: Pt,
    height: Pt,
    gap: Pt,
    may_begin: bool,
) {
    let count = lines.len();
    for (at, line) in lines.into_iter().enumerate() {
        rows.push(Row {
            gap: if at == 0 { gap } else { 0.0 },
            height,
            may_begin: if at == 0 {
                may_begin
            } else {
                at >= 2 && count - at >= 2
            },
            x,
            size,
            line,
            bullet: None,
            fresh: at == 0,
        });
    }
}

fn paginate(first: Page, rows: &[Row], top: Pt, form: &Form) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut page = first;
    let mut start = 0;
    let mut begin = top.min(form.bottom - mm(40.0));
    while start < rows.len() {
        let end = page_end(rows, start, begin, form.bottom);
        let mut y = begin;
        for (at, row) in rows[start..end].iter().enumerate() {
            if at > 0 {
                y += row.gap;
            }
            if row.fresh || at == 0 {
                page.text.push('\n');
            }
            let baseline = y + row.height * 0.76;
            if let Some(bullet) = &row.bullet {
                let x = row.x - ITEM_INDENT + 2.0;
                put_joined(&mut page, x, baseline, row.size, bullet.clone());
            }
            put(&mut page, row.x, baseline, row.size, Ink::Text, row.line.clone());
            y += row.height;
        }
        pages.push(std::mem::take(&mut page));
        start = end;
        begin = form.next_top;
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

/// Page numbers and, from the second page, the reference.
fn number(pages: &mut [Page], shaper: &mut Shaper, sheet: &Sheet, form: &Form) {
    let total = pages.len();
    if total < 2 {
        return;
    }
    for (at, page) in pages.iter_mut().enumerate() {
        let line = single(shaper, &format!("Page {} of {total}", at + 1), Face::Regular, 9.0);
        let x = form.right - line.width;
        let footer = form.height - mm(13.0);
        if at == 0 {
            page.text.push('\n');
            put(page, x, footer, 9.0, Ink::Quiet, line);
            continue;
        }
        let body = std::mem::take(&mut page.text);
        let text = format!("Our reference {}", sheet.reference.trim());
        let width = form.right - form.left - line.width - mm(10.0);
        let lines = set(shaper, &[plain(&text)], 9.0, width);
        for reference in shorten(shaper, lines, 1, 9.0, width) {
            put(page, form.left, mm(19.0), 9.0, Ink::Quiet, reference);
        }
        put(page, x, mm(19.0), 9.0, Ink::Quiet, line);
        page.marks.push(Mark::Rule {
            x: form.left,
            y: mm(21.5),
            length: form.right - form.left,
            ink: Ink::Hairline,
        });
        page.text.push_str(&body);
    }
}

fn fold_marks(page: &mut Page, form: &Form) {
    let short = form.punch.map(|at| (at, 3.0));
    for (at, length) in form.folds.iter().map(|at| (*at, 4.0)).chain(short) {
        page.marks.push(Mark::Rule {
            x: mm(5.0),
            y: mm(at),
            length: mm(length),
            ink: Ink::Hairline,
        });
    }
}

/// Keeps at most `most` lines; the last one kept ends in “…” when something was cut.
fn shorten(
    shaper: &mut Shaper,
    mut lines: Vec<Line>,
    most: usize,
    size: Pt,
    measure: Pt,
) -> Vec<Line> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.pop() {
        let mut text: Vec<char> = last.text.chars().collect();
        loop {
            let shown: String = text.iter().collect::<String>().trim_end().to_owned() + "…";
            let line = single(shaper, &shown, Face::Regular, size);
            if line.width <= measure || text.is_empty() {
                lines.push(line);
                break;
            }
            text.pop();
        }
    }
    lines
}

fn plain(text: &str) -> Span {
    Span {
        text: text.trim().to_owned(),
        bold: false,
    }
}

/// Places a line and adds it to the page's text as a line of its own.
fn put(page: &mut Page, x: Pt, baseline: Pt, size: Pt, ink: Ink, line: Line) {
    page.text.push_str(&line.text);
    page.text.push('\n');
    page.marks.push(Mark::Text {
        x,
        baseline,
        size,
        ink,
        line,
    });
}

/// Places a bullet: in the page's text it stands before its line.
fn put_joined(page: &mut Page, x: Pt, baseline: Pt, size: Pt, line: Line) {
    page.text.push_str(&line.text);
    page.text.push(' ');
    page.marks.push(Mark::Text {
        x,
        baseline,
        size,
        ink: Ink::Text,
        line,
    });
}
