//! The sheet a picture is drawn on: shapes with measured text, and axes with round numbers.
//!
//! Screens and pages set the words in different faces, so their width is reckoned for a wide one.

use crate::api::wire::{PictureShape, ReportPicture};
use crate::words::Ink;

/// As wide as the column of an upright page.
pub const WIDTH: f32 = 480.0;
/// Of figures and labels.
pub const SIZE: f32 = 8.5;
/// From the base line of one line of a label to the next.
pub const LEADING: f32 = 10.5;

/// Where a text stands relative to its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Shapes in the making.
#[derive(Debug, Default)]
pub struct Canvas {
    shapes: Vec<PictureShape>,
}

impl Canvas {
    /// A rectangle from its upper left corner; one without an extent is left out.
    pub fn bar(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), ink: Ink) {
        if width > 0.0 && height > 0.0 {
            self.shapes.push(PictureShape::Bar {
                x,
                y,
                width,
                height,
                ink,
            });
        }
    }

    /// A straight line.
    pub fn line(&mut self, (x1, y1): (f32, f32), (x2, y2): (f32, f32), ink: Ink) {
        self.shapes.push(PictureShape::Line {
            x1,
            y1,
            x2,
            y2,
            ink,
        });
    }

    /// Words on a base line.
    pub fn text(&mut self, text: &str, (x, y): (f32, f32), anchor: Anchor, ink: Ink) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.shapes.push(PictureShape::Text {
            x,
            y,
            size: SIZE,
            anchor: anchor.to_owned(),
            text: text.to_owned(),
            ink,
        });
    }

    /// Squares with their words, as many in a line as fit; gives where the picture goes on.
    pub fn legend(&mut self, entries: &[(String, Ink)]) -> f32 {
        const SQUARE: f32 = 9.0;
        let (mut x, mut y) = (0.0, 0.0);
        for (words, ink) in entries {
            let words = fitted(words, WIDTH - SQUARE - 4.0);
            let wide = SQUARE + 4.0 + width_of(&words);
            if x > 0.0 && x + wide > WIDTH {
                (x, y) = (0.0, y + 14.0);
            }
            self.bar((x, y), (SQUARE, SQUARE), *ink);
            let place = (x + SQUARE + 4.0, y + 7.8);
            self.text(&words, place, Anchor::Start, Ink::Ink);
            x += wide + 16.0;
        }
        y + 22.0
    }

    /// Lines across with their numbers at the left, the floor last. They pass behind bars and words, which stand clear.
    pub fn grid(&mut self, scale: &Scale, (left, top): (f32, f32), height: f32) {
        let clear: Vec<[f32; 4]> = self.shapes.iter().filter_map(taken).collect();
        let floor = top + height;
        for tick in scale.ticks() {
            let y = floor - scale.of(tick) * height;
            let place = (left - 6.0, y + 3.0);
            self.text(&grouped(tick), place, Anchor::End, Ink::Faint);
            if tick == 0.0 {
                self.line((left, y), (WIDTH, y), Ink::Ink);
                continue;
            }
            let mut behind: Vec<(f32, f32)> = clear
                .iter()
                .filter(|[_, t, _, b]| (*t..=*b).contains(&y))
                .map(|[l, _, r, _]| (*l, *r))
                .collect();
            behind.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut x = left;
            for (from, to) in behind.into_iter().chain([(WIDTH, WIDTH)]) {
                if from > x {
                    self.line((x, y), (from, y), Ink::Faint);
                }
                x = x.max(to);
            }
        }
    }

    /// The finished picture.
    pub fn picture(self, table: &str, title: &str, says: String, height: f32) -> ReportPicture {
        ReportPicture {
            id: table.to_owned(),
            title: title.to_owned(),
            says,
            table: table.to_owned(),
            width: WIDTH,
            height,
            shapes: self.shapes,
        }
    }
}

/// Left, top, right and bottom of what no line passes.
fn taken(shape: &PictureShape) -> Option<[f32; 4]> {
    match shape {
        PictureShape::Bar {
            x,
            y,
            width,
            height,
            ..
        } => Some([*x, *y, x + width, y + height]),
        PictureShape::Text {
            x, y, anchor, text, ..
        } => {
            let wide = width_of(text);
            let left = match anchor.as_str() {
                "middle" => x - wide / 2.0,
                "end" => x - wide,
                _ => *x,
            };
            Some([left - 1.5, y - SIZE * 0.8, left + wide + 1.5, y + 1.5])
        }
        PictureShape::Line { .. } => None,
    }
}

/// An axis from nothing to a round number, in round steps of whole things.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub step: f64,
    pub top: f64,
}

impl Scale {
    /// Room for the largest figure, in no more than five steps.
    pub fn to(most: f64) -> Self {
        let rough = (most / 5.0).max(1.0);
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|step| step * power)
            .find(|step| *step >= rough * (1.0 - 1e-9))
            .unwrap_or(rough);
        Self {
            step,
            top: ((most / step).ceil() * step).max(step),
        }
    }

    /// Every round number from nothing to the top.
    pub fn ticks(self) -> impl Iterator<Item = f64> {
        let steps = (self.top / self.step).round() as u32;
        (0..=steps).rev().map(move |at| f64::from(at) * self.step)
    }

    /// What its numbers take at the left.
    pub fn margin(&self) -> f32 {
        width_of(&grouped(self.top)) + 6.0
    }

    /// Its part of the whole axis, 0 to 1.
    pub fn of(&self, value: f64) -> f32 {
        (value / self.top).clamp(0.0, 1.0) as f32
    }
}

/// A whole number as it is read: with commas from a thousand on.
pub fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.max(0.0));
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How wide words are at most, at [`SIZE`].
pub fn width_of(text: &str) -> f32 {
    text.chars().map(|c| em(c) * SIZE).sum()
}

/// In parts of the type size, for the wider of the faces in use.
fn em(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.33,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '/' | '-' | '·' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 0.96,
        'a'..='z' => 0.6,
        '0'..='9' => 0.6,
        'A'..='Z' => 0.72,
        c if u32::from(c) < 0x2E80 => 0.72,
        _ => 1.05,
    }
}

/// The words, cut with an ellipsis where they are wider than the room.
pub fn fitted(text: &str, room: f32) -> String {
    if width_of(text) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut wide = width_of("…");
    for c in text.chars() {
        wide += em(c) * SIZE;
        if wide > room {
            break;
        }
        cut.push(c);
    }
    format!("{}…", cut.trim_end())
}

/// The words on at most so many lines; what does not go on the last is cut.
pub fn wrapped(text: &str, room: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if width_of(line) + width_of(" ") + width_of(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if full => {
                // Everything after it is on this line too, to be cut below.
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| fitted(line, room)).collect()
}

/// A number and what it counts: “1 claim”, “12 claims”.
pub fn times(n: f64, one: &str, more: &str) -> String {
    format!("{} {}", grouped(n), if n == 1.0 { one } else { more })
}
