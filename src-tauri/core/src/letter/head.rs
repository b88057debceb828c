//! The head of the first page: letterhead, reference and date.

use super::face::{Face, Shaper};
use super::form::{Form, mm};
use super::lines::{Pt, plain, set, shorten, single};
use super::mark::{Ink, Mark, Page, put};
use super::page::{BODY, SMALL};
use super::sheet::Sheet;
use super::tongue::PageWords;

/// Letterhead: the name large, address and contact small beneath it, a hairline to close.
pub(super) fn head(page: &mut Page, shaper: &mut Shaper, sheet: &Sheet, form: &Form) {
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

/// Reference and date, on the right. Returns where they end.
pub(super) fn reference(
    page: &mut Page,
    shaper: &mut Shaper,
    sheet: &Sheet,
    form: &Form,
    words: &PageWords,
) -> Pt {
    let date = match (sheet.place.trim(), sheet.date.trim()) {
        ("", date) => date.to_owned(),
        (place, "") => place.to_owned(),
        (place, date) => format!("{place}, {date}"),
    };
    let mut y = form.reference_top;
    let width = form.right - form.reference_left;
    page.text.push('\n');
    for (label, value) in [
        (words.your_letter.as_str(), sheet.your_letter.trim()),
        (words.our_reference.as_str(), sheet.reference.trim()),
        (words.date.as_str(), &date),
    ] {
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
            put(page, form.reference_left, y + BODY, BODY, Ink::Text, line);
            y += BODY * 1.25;
        }
        y += 5.0;
    }
    y
}
