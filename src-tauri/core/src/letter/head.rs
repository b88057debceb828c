//! The head of the first page: letterhead, reference and date.

use super::face::{Face, Shaper};
use super::form::{Form, mm};
use super::lines::{Line, Pt, plain, set, shorten, single};
use super::mark::{Ink, Mark, Page, put};
use super::page::{BODY, SMALL};
use super::picture::Picture;
use super::sheet::{Sheet, Side};
use super::tags::Role;
use super::tongue::PageWords;

/// Between the logo and the name beside it.
const BESIDE: Pt = mm(6.0);
/// The logo takes no more of the width than this.
const WIDEST: Pt = mm(90.0);
/// Parts of the room that a logo may take: the most, and what is left to it beside the longest line.
const MOST: f32 = 0.55;
const LEFT: f32 = 0.2;

/// Letterhead: the logo, the name large, address and contact small beneath it, a hairline to close.
pub(super) fn head(page: &mut Page, shaper: &mut Shaper, sheet: &Sheet, form: &Form) {
    let (mut left, mut right) = (form.head_left, form.right);
    let (top, bottom) = (form.head_top, form.head_bottom - 5.0);
    // Where a window of its own shows the address, it is not said twice.
    let address: &[String] = match form.sender {
        Some(_) => &[],
        None => &sheet.letterhead.address_lines,
    };
    let details: Vec<&str> = address
        .iter()
        .chain(&sheet.letterhead.contact_lines)
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    let logo = sheet.letterhead.logo.as_ref().map(|logo| {
        let room = right - left;
        let longest = details
            .iter()
            .map(|line| single(shaper, line, Face::Regular, SMALL).width)
            .fold(0.0, Pt::max);
        let most = (room - BESIDE - longest - 0.1).clamp(room * LEFT, (room * MOST).min(WIDEST));
        let (width, height) = fitted(
            &logo.picture,
            most,
            mm(f32::from(logo.height)).min(bottom - top),
        );
        // Behind two windows the whole head stands at the right, under its logo's left edge.
        let x = match logo.side {
            Side::Left => left,
            Side::Right => right - width,
        };
        match logo.side {
            Side::Left => left += width + BESIDE,
            Side::Right => right -= width + BESIDE,
        }
        page.marks.push(Mark::Picture {
            x,
            y: top,
            width,
            height,
            picture: logo.picture.clone(),
            // Beside the printed name it says nothing more.
            says: match sheet.letterhead.name_in_logo {
                true => sheet.letterhead.organisation.trim().to_owned(),
                false => String::new(),
            },
        });
        top + height
    });
    let width = right - left;
    let name = sheet.letterhead.organisation.trim();
    let said = sheet.letterhead.name_in_logo && logo.is_some();
    let name = [plain(name)]
        .into_iter()
        .filter(|span| !span.text.is_empty() && !said);
    let name: Vec<_> = name.collect();
    let details = together(shaper, &details, width);
    let beside = logo.is_some() || form.sender.is_some();
    let mut end = logo.unwrap_or(top);
    // A long name is set smaller before it is cut, and cut before it reaches the window.
    for size in [18.0, 15.0, 12.0, 9.0] {
        let lines = set(shaper, &name, size, width);
        let small: Vec<Line> = details
            .iter()
            .flat_map(|line| set(shaper, &[plain(line)], SMALL, width))
            .collect();
        let height = lines.len() as Pt * size * 1.2 + 2.0 + small.len() as Pt * SMALL * 1.4;
        let broken = beside && lines.len() > 1 && size > 12.0;
        if (top + height > bottom || broken) && size > 9.0 {
            continue;
        }
        let room = bottom - top;
        let most_small = ((room * 0.4) / (SMALL * 1.4)).max(1.0) as usize;
        let small = shorten(shaper, small, most_small, SMALL, width);
        let most = ((room - small.len() as Pt * SMALL * 1.4) / (size * 1.2)).max(1.0) as usize;
        let lines = shorten(shaper, lines, most, size, width);
        // Beside a taller logo the words stand at its middle.
        let spare = logo.map_or(0.0, |logo| ((logo - top - height) / 2.0).max(0.0));
        let mut y = top + spare;
        page.begin(Role::Letterhead);
        for line in lines {
            put(page, left, y + size * 0.95, size, Ink::Text, line);
            y += size * 1.2;
        }
        if !name.is_empty() {
            y += 2.0;
        }
        page.begin(Role::Letterhead);
        for line in small {
            put(page, left, y + SMALL, SMALL, Ink::Quiet, line);
            y += SMALL * 1.4;
        }
        end = end.max(y);
        break;
    }
    page.marks.push(Mark::Rule {
        x: form.head_left,
        y: end + 5.0,
        length: form.right - form.head_left,
        ink: Ink::Hairline,
    });
}

/// What stands on one line is parted by dots; a dot never ends a line.
fn together(shaper: &mut Shaper, all: &[&str], width: Pt) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for one in all {
        let longer = lines.last().map(|line| format!("{line}  ·  {one}"));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line))
                if single(shaper, &longer, Face::Regular, SMALL).width <= width =>
            {
                *line = longer;
            }
            _ => lines.push((*one).to_owned()),
        }
    }
    lines
}

/// A picture's width and height inside both measures, its proportion kept.
pub(super) fn fitted(picture: &Picture, width: Pt, height: Pt) -> (Pt, Pt) {
    let aspect = picture.aspect();
    if height * aspect <= width {
        (height * aspect, height)
    } else {
        (width, width / aspect)
    }
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
        (place, date) => words
            .place_and_date
            .replace("{place}", place)
            .replace("{date}", date),
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
        // Label and value are read as one.
        let mut line = single(shaper, label, Face::Regular, SMALL);
        line.goes_on = true;
        page.begin(Role::Reference);
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
