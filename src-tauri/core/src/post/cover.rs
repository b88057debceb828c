//! The sheet that lies on top of the post of the day and says what is in it.

use super::along::{How, Piece};
use super::room::{called, seen};
use crate::api::wire::{Paper, Refusal};
use crate::desk::Desk;
use crate::letter::{self, About, Align, Drawing, Pen, Pt, Role, Style, Texture};
use crate::store::post::Posting;
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
    (0.46, "Letter"),
    (0.79, "Pages"),
    (0.91, "Sheets"),
];
/// What lies in an envelope stands beneath its recipient, behind a box to be ticked where a hand puts it there.
const BENEATH: f32 = 0.15;
const BOX: Pt = 7.0;
/// Nothing is written below this, from the lower edge.
const FOOT: Pt = 62.0;

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

/// A letter with what lies in its envelope.
type Envelope<'l> = (&'l Posting, &'l Vec<Piece>);

/// The letter's own pages, and those that are printed behind it.
fn pages((one, along): &Envelope) -> (u32, u32) {
    (one.pages, along.iter().map(Piece::pages).sum())
}

/// Sheets in an envelope: printed on both sides, letter and enclosures each begin on one of their own.
fn sheets((one, along): &Envelope, duplex: bool) -> u32 {
    let each = along.iter().map(Piece::pages).chain([one.pages]);
    each.map(|pages| if duplex { pages.div_ceil(2) } else { pages })
        .sum()
}

/// The sheet as PDF; longer than a page where there are many letters.
pub fn sheet(
    desk: &Desk,
    envelopes: &[Envelope],
    today: NaiveDate,
    duplex: bool,
    now: Now,
) -> Result<Vec<u8>, Refusal> {
    let on = Drawing::new(match desk.profile.paper {
        Paper::A4 => letter::Paper::A4,
        Paper::UsLetter => letter::Paper::UsLetter,
    })?;
    let mut cover = Cover {
        measure: on.width() - 2.0 * LEFT,
        on,
        y: 62.0,
        envelopes,
        duplex,
        head: String::new(),
    };
    let sum = cover.title(today);
    let mut group = None;
    for one in envelopes {
        let this = (one.0.envelope.as_str(), one.0.paper.as_str());
        cover.row(one, group != Some(this))?;
        group = Some(this);
    }
    let Cover {
        mut on, measure, ..
    } = cover;
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

/// The sheet in the making.
struct Cover<'l> {
    on: Drawing,
    measure: Pt,
    y: Pt,
    envelopes: &'l [Envelope<'l>],
    duplex: bool,
    /// The envelope whose letters are listed.
    head: String,
}

impl Cover<'_> {
    /// What it is, and what all of it comes to.
    fn title(&mut self, today: NaiveDate) -> String {
        self.on.begin(Role::Subject);
        let title = format!("Post of {}", long(today));
        self.on.text(&title, LEFT, self.y, Align::Left, TITLE);
        self.y += 18.0;
        let all: u32 = self
            .envelopes
            .iter()
            .map(|one| pages(one).0 + pages(one).1)
            .sum();
        let paper: u32 = self
            .envelopes
            .iter()
            .map(|one| sheets(one, self.duplex))
            .sum();
        let hands = self
            .envelopes
            .iter()
            .flat_map(|(_, along)| along.iter())
            .filter(|piece| piece.by_hand().is_some())
            .count();
        let sum = format!(
            "{}, {} on {}{}{}",
            many(self.envelopes.len(), "letter"),
            many(all, "page"),
            many(paper, "sheet"),
            if self.duplex {
                ", printed on both sides"
            } else {
                ""
            },
            match hands {
                0 => String::new(),
                1 => "; 1 thing to put in by hand".to_owned(),
                count => format!("; {count} things to put in by hand"),
            }
        );
        self.on.begin(Role::Paragraph);
        self.on.text(&sum, LEFT, self.y, Align::Left, QUIET);
        self.y += 8.0;
        sum
    }

    /// Whether so much still fits on the page.
    fn fits(&self, need: Pt) -> bool {
        self.y + need <= self.on.height() - FOOT
    }

    /// The envelope above its letters; on a page that goes on, once more.
    fn heading(&mut self, goes_on: bool) {
        self.y += 20.0;
        let more = if goes_on { " (continued)" } else { "" };
        self.on.row();
        self.on.begin(if goes_on {
            Role::Running
        } else {
            Role::Heading
        });
        let text = format!("{}{more}", self.head);
        self.on.text(&text, LEFT, self.y, Align::Left, HEAD);
        self.y += 15.0;
        for (column, (at, name)) in (0..).zip(COLUMNS) {
            if !goes_on {
                self.on.cell(Role::HeadCell, column);
            }
            let x = LEFT + at * self.measure;
            self.on.text(name, x, self.y, Align::Left, QUIET);
        }
        self.y += 4.0;
        self.on.rule(LEFT, self.y, self.measure);
        self.y += LINE;
    }

    fn turn(&mut self) {
        self.on.turn();
        self.y = 50.0;
        self.heading(true);
    }

    /// One letter: its line, what lies with it, and what its window hides.
    fn row(&mut self, of: &Envelope, opens: bool) -> Result<(), Refusal> {
        let (one, along) = of;
        let row = self.cells(of);
        let high = LINE * row.iter().map(Vec::len).max().unwrap_or(1) as Pt;
        let first = if along.is_empty() { 0.0 } else { LINE };
        if opens {
            let this = (&one.envelope, &one.paper);
            let count = self
                .envelopes
                .iter()
                .filter(|(other, _)| (&other.envelope, &other.paper) == this)
                .count();
            self.head = format!("{}{}: {count}", envelope(&one.envelope), paper(&one.paper));
            if !self.fits(high + first + 44.0) {
                self.on.turn();
                self.y = 50.0;
            }
            self.heading(false);
        } else if !self.fits(high + first) {
            self.turn();
        }
        let top = self.y;
        self.on.row();
        for (column, ((at, _), lines)) in (0..).zip(COLUMNS.iter().zip(&row)) {
            self.on.cell(Role::Cell, column);
            for (line, text) in (0..).zip(lines) {
                let (x, y) = (LEFT + at * self.measure, top + LINE * line as Pt);
                self.on.text(text, x, y, Align::Left, TEXT);
            }
        }
        self.y = top + high;
        for piece in *along {
            match &piece.how {
                How::Printed { pages, papers } => {
                    let own = other_paper(papers, &one.paper);
                    let text = format!("With it: {}, {}{own}", piece.name, many(pages, "page"));
                    self.beneath(&text, TEXT, false);
                }
                _ => {
                    let text = piece.by_hand().unwrap_or_else(|| piece.name.clone());
                    self.beneath(&format!("By hand: {text}"), HEAD, true);
                }
            }
        }
        if let Some(window) = seen(one)?.filter(|window| !window.fits) {
            self.beneath(&format!("Look at its window: {}", window.why), HEAD, false);
        }
        self.y += 2.0;
        Ok(())
    }

    /// A line of its own beneath the recipient, with a box where a hand has something to do.
    fn beneath(&mut self, text: &str, style: Style, to_do: bool) {
        let indent = BENEATH * self.measure;
        let text = self
            .on
            .broken(text, self.measure - indent - 2.0 * BOX, style);
        for (at, line) in text.iter().enumerate() {
            if !self.fits(0.0) {
                self.turn();
                self.on.row();
            }
            self.on.cell(Role::Cell, 1);
            if to_do && at == 0 {
                self.tick_box(LEFT + indent, self.y - BOX + 0.5);
            }
            let x = LEFT + indent + if to_do { BOX + 4.0 } else { 0.0 };
            self.on.text(line, x, self.y, Align::Left, style);
            self.y += LINE;
        }
    }

    fn tick_box(&mut self, left: Pt, top: Pt) {
        let pen = Pen {
            width: 0.6,
            grey: 7,
            texture: Texture::Solid,
        };
        let (right, low) = (left + BOX, top + BOX);
        for (from, to) in [
            ((left, top), (right, top)),
            ((right, top), (right, low)),
            ((right, low), (left, low)),
            ((left, low), (left, top)),
        ] {
            self.on.stroke(from, to, pen);
        }
    }

    fn cells(&mut self, envelope: &Envelope) -> Vec<Vec<String>> {
        let one = envelope.0;
        let texts = [
            one.reference.clone(),
            called(one),
            one.title.clone(),
            match pages(envelope) {
                (own, 0) => own.to_string(),
                (own, more) => format!("{own} + {more}"),
            },
            sheets(envelope, self.duplex).to_string(),
        ];
        let ends = COLUMNS.iter().skip(1).map(|(at, _)| *at).chain([1.0]);
        texts
            .iter()
            .zip(COLUMNS.iter().map(|(at, _)| *at).zip(ends))
            .map(|(text, (from, to))| {
                if text.is_empty() {
                    return Vec::new();
                }
                self.on.broken(text, (to - from) * self.measure - 6.0, TEXT)
            })
            .collect()
    }
}

/// The papers it wants, where these are not that of its letter.
fn other_paper(papers: &[String], own: &str) -> String {
    let own = paper(own).trim_start_matches(", ");
    if papers.iter().all(|one| one == own) {
        return String::new();
    }
    format!(" ({})", papers.join(", "))
}
