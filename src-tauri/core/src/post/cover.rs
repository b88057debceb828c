//! The sheet that lies on top of the post of the day and says what is in it.

use super::room::{called, seen};
use crate::api::wire::{Paper, Refusal};
use crate::desk::Desk;
use crate::letter::{self, About, Align, Drawing, Pt, Style};
use crate::store;
use crate::store::post::{Posting, Which};
use crate::time::{Now, long};
use chrono::NaiveDate;

const TEXT: Style = Style {
    size: 9.0,
    bold: false,
    grey: 7,
};
const HEAD: Style = Style { bold: true, ..TEXT };
const QUIET: Style = Style { grey: 36, ..TEXT };
const TITLE: Style = Style {
    size: 16.0,
    bold: true,
    grey: 7,
};
const LEFT: Pt = 57.0;
const LINE: Pt = 12.0;

/// Where each column begins, as parts of the line.
const COLUMNS: [(f32, &str); 5] = [
    (0.0, "Reference"),
    (0.15, "Recipient"),
    (0.44, "Letter"),
    (0.71, "Pages"),
    (0.79, "Enclosed"),
];

/// An envelope by the name that stands on the box.
fn envelope(word: &str) -> &'static str {
    match word {
        "din-5008-a" => "Window envelope, DIN 5008 form A",
        "din-5008-b" => "Window envelope, DIN 5008 form B",
        "us-10" => "Window envelope, US No. 10",
        "us-10-double" => "Envelope with two windows, US No. 10",
        "dl" => "Window envelope, DL",
        "plain" => "Plain envelope, to be addressed",
        _ => "Envelope not known",
    }
}

fn paper(word: &str) -> &'static str {
    match word {
        "a4" => ", A4",
        "us-letter" => ", US Letter",
        _ => "",
    }
}

/// `1 letter`, `2 letters`.
pub fn many(count: impl std::fmt::Display, word: &str) -> String {
    let count = count.to_string();
    let s = if count == "1" { "" } else { "s" };
    format!("{count} {word}{s}")
}

/// The sheet as PDF; longer than a page where there are many letters.
pub fn sheet(
    desk: &Desk,
    letters: &[Posting],
    today: NaiveDate,
    duplex: bool,
    now: Now,
) -> Result<Vec<u8>, Refusal> {
    let mut on = Drawing::new(match desk.profile.paper {
        Paper::A4 => letter::Paper::A4,
        Paper::UsLetter => letter::Paper::UsLetter,
    })?;
    let measure = on.width() - 2.0 * LEFT;
    let mut y = 62.0;
    on.text(
        &format!("Post of {}", long(today)),
        LEFT,
        y,
        Align::Left,
        TITLE,
    );
    y += 18.0;
    let pages: u32 = letters.iter().map(|one| one.pages).sum();
    let sheets: u32 = letters
        .iter()
        .map(|one| {
            if duplex {
                one.pages.div_ceil(2)
            } else {
                one.pages
            }
        })
        .sum();
    // Pages set from data are pages of their letter and counted with it; files are no sheets of ours.
    let counts = store::enclosure::counts(desk.store.read())?;
    let files: u32 = letters
        .iter()
        .filter_map(|one| match one.which {
            Which::Letter(id) => counts.get(&id),
            Which::Register(_) => None,
        })
        .sum();
    let sum = format!(
        "{}, {} on {}{}{}",
        many(letters.len(), "letter"),
        many(pages, "page"),
        many(sheets, "sheet"),
        if duplex {
            ", printed on both sides"
        } else {
            ""
        },
        match files {
            0 => String::new(),
            count => format!("; {} to put with them", many(count, "file")),
        }
    );
    on.text(&sum, LEFT, y, Align::Left, QUIET);
    y += 8.0;
    let mut group = None;
    for one in letters {
        let this = (one.envelope.as_str(), one.paper.as_str());
        let opens = group != Some(this);
        let window = seen(one)?.filter(|window| !window.fits);
        let row = rows(&mut on, one, measure);
        let need = LINE * row.iter().map(Vec::len).max().unwrap_or(1) as Pt
            + if opens { 44.0 } else { 4.0 }
            + if window.is_some() { LINE * 2.0 } else { 0.0 };
        let turned = y + need > on.height() - 62.0;
        if turned {
            on.turn();
            y = 50.0;
        }
        if opens || turned {
            let count = letters
                .iter()
                .filter(|other| (other.envelope.as_str(), other.paper.as_str()) == this)
                .count();
            y += 20.0;
            let more = if opens { "" } else { " (continued)" };
            on.text(
                &format!("{}{}: {count}{more}", envelope(this.0), paper(this.1)),
                LEFT,
                y,
                Align::Left,
                HEAD,
            );
            y += 15.0;
            for (at, name) in COLUMNS {
                on.text(name, LEFT + at * measure, y, Align::Left, QUIET);
            }
            y += 4.0;
            on.rule(LEFT, y, measure);
            y += LINE;
            group = Some(this);
        }
        let mut lowest = y;
        for ((at, _), lines) in COLUMNS.iter().zip(&row) {
            let mut line = y;
            for text in lines {
                on.text(text, LEFT + at * measure, line, Align::Left, TEXT);
                lowest = lowest.max(line);
                line += LINE;
            }
        }
        y = lowest + LINE;
        if let Some(window) = window {
            for text in on.broken(
                &format!("Look at its window: {}", window.why),
                measure * 0.8,
                TEXT,
            ) {
                on.text(&text, LEFT + 0.15 * measure, y, Align::Left, HEAD);
                y += LINE;
            }
        }
        y += 2.0;
    }
    let count = on.pages();
    for page in 0..count {
        let (right, low) = (LEFT + measure, on.height() - 36.0);
        let text = format!(
            "Cover sheet, page {} of {count}. Stays in the house.",
            page + 1
        );
        on.text_on(page, &text, right, low, Align::Right, QUIET);
    }
    let made = on.finish(&About {
        title: format!("Post of {today}"),
        subject: sum,
        author: desk.profile.organisation.trim().to_owned(),
        language: "en".into(),
        created: now.instant(),
    })?;
    Ok(made.pdf)
}

fn rows(on: &mut Drawing, one: &Posting, measure: Pt) -> Vec<Vec<String>> {
    let texts = [
        one.reference.clone(),
        called(one),
        one.title.clone(),
        one.pages.to_string(),
        one.way.enclosures.clone(),
    ];
    let ends = COLUMNS.iter().skip(1).map(|(at, _)| *at).chain([1.0]);
    texts
        .iter()
        .zip(COLUMNS.iter().map(|(at, _)| *at).zip(ends))
        .map(|(text, (from, to))| {
            if text.is_empty() {
                return Vec::new();
            }
            on.broken(text, (to - from) * measure - 6.0, TEXT)
        })
        .collect()
}
