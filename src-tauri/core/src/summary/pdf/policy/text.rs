//! The policy's own text, set as a page to read, with a bar, an underline and a number at each promise.

use super::super::frame::{Frame, GREY, TEXT, bold, plain};
use super::{BOTTOM, PolicySheet, Printed, SheetPromise, kind_title};
use crate::letter::{Align, Pt, Style};
use crate::policy::{Block, BlockKind, Span};

const LEADING: Pt = 14.0;
const GAP: Pt = 6.0;
/// How far a list item stands in from the one around it.
const STEP: Pt = 13.0;
/// The column of notes at the right.
const NOTES: Pt = 96.0;
const NOTE_LEADING: Pt = 9.5;

/// On which page each line of the text begins.
#[derive(Default)]
pub struct Places(Vec<(usize, usize)>);

impl Places {
    /// The page, from 1, on which this place of the text stands.
    pub fn page(&self, at: usize) -> usize {
        let after = self.0.partition_point(|(start, _)| *start <= at);
        let line = self.0.get(after.saturating_sub(1));
        line.map_or(1, |(_, page)| *page)
    }
}

/// A place in a line: how many of its characters that are not white come before.
struct Letters(Vec<Span>);

impl Letters {
    /// Of a block, with their places in the whole text.
    fn of(text: &str, from: usize) -> Self {
        let dark = |(at, c): (usize, char)| {
            let start = from + at;
            (!white(c)).then_some(Span {
                start,
                end: start + c.len_utf8(),
            })
        };
        Self(text.char_indices().filter_map(dark).collect())
    }
}

fn white(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Sets the text below the pen; the frame's column is the same again afterwards.
pub fn text(frame: &mut Frame, sheet: &PolicySheet, printed: &Printed) -> Places {
    let whole = frame.measure;
    frame.measure = whole - NOTES;
    let mut setting = Setting {
        frame,
        promises: &sheet.promises,
        printed,
        places: Places::default(),
        notes: 0.0,
        first: 0,
    };
    for block in &sheet.document.blocks {
        setting.block(block, sheet.document.at(block.span));
    }
    let places = setting.places;
    frame.measure = whole;
    places
}

struct Setting<'a, 'f> {
    frame: &'f mut Frame,
    promises: &'a [SheetPromise],
    printed: &'a Printed,
    places: Places,
    /// Where the next note of this page can begin.
    notes: Pt,
    /// The promises before this one have ended.
    first: usize,
}

impl Setting<'_, '_> {
    fn block(&mut self, block: &Block, text: &str) {
        let (style, leading, above) = match (block.kind, block.level) {
            (BlockKind::Heading, 0 | 1) => (bold(13.0, TEXT), 17.0, 16.0),
            (BlockKind::Heading, 2) => (bold(11.5, TEXT), 15.5, 13.0),
            (BlockKind::Heading, _) => (bold(10.5, TEXT), LEADING, 10.0),
            (BlockKind::Item, _) => (plain(10.0, TEXT), LEADING, 3.0),
            (BlockKind::Paragraph, _) => (plain(10.0, TEXT), LEADING, GAP),
        };
        let item = block.kind == BlockKind::Item;
        // Deeper than this the column would grow too narrow to read.
        let depth = if item { block.level.clamp(1, 6) } else { 0 };
        let indent = STEP * Pt::from(depth);
        let measure = self.frame.measure - indent;
        let shown = self.printed.of_text(text);
        let lines = self.frame.drawing.broken(&shown, measure, style);
        let letters = Letters::of(text, block.span.start);
        // A heading takes the first lines after it along; of a paragraph no line stands alone.
        let together = match block.kind {
            BlockKind::Heading => lines.len() as Pt * leading + 2.0 * LEADING + GAP,
            _ => lines.len().min(2) as Pt * leading,
        };
        self.frame.space(above);
        if self.frame.keep(together) {
            self.notes = 0.0;
        }
        let mut used = 0;
        for (at, line) in lines.iter().enumerate() {
            let left = lines.len() - at;
            let wanted = if left == 2 && at > 1 { 2.0 } else { 1.0 };
            if self.frame.keep(wanted * leading) {
                self.notes = 0.0;
            }
            if at == 0 && item {
                let x = indent - STEP + 3.0;
                self.frame.at(x, "•", style, leading);
            }
            self.frame.at(indent, line, style, leading);
            let count = line.chars().filter(|c| !white(*c)).count();
            let end = (used + count).min(letters.0.len());
            let own = &letters.0[used.min(end)..end];
            used = end;
            if let (Some(from), Some(to)) = (own.first(), own.last()) {
                let page = self.frame.drawing.pages();
                self.places.0.push((from.start, page));
                let over = Span {
                    start: from.start,
                    end: to.end,
                };
                self.marks(line, own, over, indent, style, leading);
            }
            self.frame.y += leading;
        }
    }

    /// The marks of the promises that stand on a line.
    fn marks(
        &mut self,
        line: &str,
        own: &[Span],
        over: Span,
        indent: Pt,
        style: Style,
        leading: Pt,
    ) {
        while let Some(promise) = self.promises.get(self.first)
            && promise.span.end <= over.start
        {
            self.first += 1;
        }
        let baseline = self.frame.y + leading * 0.76;
        let mut begun: Vec<&SheetPromise> = Vec::new();
        let mut level = 0.0;
        let rest = self.promises.get(self.first..).unwrap_or_default();
        for promise in rest {
            if promise.span.start >= over.end {
                break;
            }
            if !promise.span.overlaps(over) {
                continue;
            }
            let inside = |letter: &&Span| promise.span.overlaps(**letter);
            let Some(first) = own.iter().position(|letter| inside(&letter)) else {
                continue;
            };
            let last = own
                .iter()
                .rposition(|letter| inside(&letter))
                .unwrap_or(first);
            let (from, to) = self.reach(line, first, last, style);
            let x = self.frame.left + indent + from;
            let y = baseline + 2.0 + 1.7 * level;
            self.frame.drawing.bar(x, y, to - from, 0.6, 30);
            let bar = self.frame.left - 8.0 - 3.0 * level;
            self.frame.drawing.bar(bar, self.frame.y, 1.5, leading, 30);
            if promise.span.start >= over.start {
                begun.push(promise);
            }
            level += 1.0;
        }
        if begun.is_empty() {
            return;
        }
        let numbers: Vec<String> = begun.iter().map(|p| p.number.to_string()).collect();
        let x = self.frame.left - 11.0 - 3.0 * level;
        let style = bold(8.0, TEXT);
        self.frame
            .drawing
            .text(&numbers.join(", "), x, baseline, Align::Right, style);
        for promise in begun {
            self.note(promise, baseline);
        }
    }

    /// From where to where the characters of a line reach, first and last included; white does not count.
    fn reach(&mut self, line: &str, first: usize, last: usize, style: Style) -> (Pt, Pt) {
        let mut seen = 0;
        let (mut from, mut to) = (0.0, 0.0);
        for (at, c) in line.char_indices() {
            if white(c) {
                continue;
            }
            let end = at + c.len_utf8();
            if seen == first {
                // With the character, less the character: a text that ends in white is measured without it.
                let with = self.frame.drawing.width_of(&line[..end], style);
                from = with - self.frame.drawing.width_of(&line[at..end], style);
            }
            if seen == last {
                to = self.frame.drawing.width_of(&line[..end], style);
                break;
            }
            seen += 1;
        }
        (from, to.max(from))
    }

    /// Its number and kind in the column at the right, as far as the page has room for them.
    fn note(&mut self, promise: &SheetPromise, baseline: Pt) {
        let x = self.frame.left + self.frame.measure + 14.0;
        let right = self.frame.left + self.frame.measure + NOTES;
        let style = plain(7.5, GREY);
        let said = format!("{} {}", promise.number, kind_title(promise.kind));
        let lines = self.frame.drawing.broken(&said, right - x, style);
        let first = baseline.max(self.notes);
        let end = first + lines.len() as Pt * NOTE_LEADING;
        if end > self.frame.drawing.height() - BOTTOM + LEADING {
            return;
        }
        for (at, line) in lines.iter().enumerate() {
            let y = first + at as Pt * NOTE_LEADING;
            self.frame.drawing.text(line, x, y, Align::Left, style);
        }
        self.notes = end + 1.5;
    }
}
