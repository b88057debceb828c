//! Pages drawn by hand, for tables and charts: text at a place, rules, filled bars.
//!
//! Places are measured in points from the top left corner of the page.

use super::atoms::atoms;
use super::error::LetterError;
use super::face::{Face, Shaper};
use super::form::mm;
use super::lines::{Line, Pt, set, single};
use super::mark::{Ink, Mark, Page, Pages, Texture};
use super::markup::Span;
use super::pdf::{About, Rendered, write};
use super::sheet::Paper;
use super::tags::{Part, Role, cell};

/// Where the text stands relative to its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Begins there.
    Left,
    /// Is centred there.
    Centre,
    /// Ends there.
    Right,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The type size.
    pub size: Pt,
    /// Heavier.
    pub bold: bool,
    /// Lightness, 0 black to 100 white.
    pub grey: u8,
}

/// How a line looks.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    pub width: Pt,
    /// Lightness, 0 black to 100 white.
    pub grey: u8,
    pub texture: Texture,
}

/// Pages in the making; everything goes on the last one.
pub struct Drawing {
    shaper: Shaper,
    width: Pt,
    height: Pt,
    pages: Vec<Page>,
    /// Baseline of the text that came last: what stands beside it is the same line of text.
    baseline: Option<Pt>,
    /// What the next text belongs to; a drawing that never says so is not tagged.
    part: Option<Part>,
    /// How many parts and how many rows of tables there were.
    begun: u32,
    rows: u32,
}

impl Drawing {
    /// A drawing with one empty page.
    pub fn new(paper: Paper) -> Result<Self, LetterError> {
        let (width, height) = match paper {
            Paper::A4 => (mm(210.0), mm(297.0)),
            Paper::UsLetter => (mm(215.9), mm(279.4)),
        };
        Ok(Self {
            shaper: Shaper::new()?,
            width,
            height,
            pages: vec![Page::default()],
            baseline: None,
            part: None,
            begun: 0,
            rows: 0,
        })
    }

    /// What follows is a part of its own, until the next begins.
    pub fn begin(&mut self, role: Role) {
        self.begun += 1;
        let number = self.begun;
        self.part = Some(Part { role, number });
    }

    /// The text of the list item whose bullet was drawn.
    pub fn item(&mut self) {
        let number = self.begun;
        self.part = Some(Part {
            role: Role::Item,
            number,
        });
    }

    /// A row of a table begins.
    pub fn row(&mut self) {
        self.rows += 1;
    }

    /// What follows stands in this column of the row, counted from 0.
    pub fn cell(&mut self, role: Role, column: u32) {
        let number = cell(self.rows, column);
        self.part = Some(Part { role, number });
    }

    /// The same, laid on its side.
    pub fn landscape(paper: Paper) -> Result<Self, LetterError> {
        let upright = Self::new(paper)?;
        Ok(Self {
            width: upright.height,
            height: upright.width,
            ..upright
        })
    }

    /// Of the page.
    pub fn width(&self) -> Pt {
        self.width
    }

    /// Of the page.
    pub fn height(&self) -> Pt {
        self.height
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Begins another page.
    pub fn turn(&mut self) {
        self.pages.push(Page::default());
        self.baseline = None;
    }

    /// Writes on one line, as long as it may be; returns its width.
    pub fn text(&mut self, text: &str, x: Pt, baseline: Pt, align: Align, style: Style) -> Pt {
        let at = self.pages.len() - 1;
        self.write(at, text, (x, baseline), align, style)
    }

    /// The same on a page made before, for what is known only at the end, such as page numbers: read out nowhere.
    pub fn text_on(
        &mut self,
        page: usize,
        text: &str,
        x: Pt,
        baseline: Pt,
        align: Align,
        style: Style,
    ) -> Pt {
        if self.part.is_some() {
            self.begin(Role::Running);
        }
        self.write(page, text, (x, baseline), align, style)
    }

    fn write(
        &mut self,
        page: usize,
        text: &str,
        (x, baseline): (Pt, Pt),
        align: Align,
        style: Style,
    ) -> Pt {
        let line = single(&mut self.shaper, text, face(style), style.size);
        let width = line.width;
        let x = match align {
            Align::Left => x,
            Align::Centre => x - width / 2.0,
            Align::Right => x - width,
        };
        self.put(page, x, baseline, style, line);
        width
    }

    /// The lines a text takes within a measure; each fits [`Drawing::text`].
    pub fn broken(&mut self, text: &str, measure: Pt, style: Style) -> Vec<String> {
        let span = Span {
            text: text.trim().to_owned(),
            bold: style.bold,
        };
        set(&mut self.shaper, &[span], style.size, measure)
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    /// The width of a text on one line; white at its ends counts nothing.
    pub fn width_of(&mut self, text: &str, style: Style) -> Pt {
        single(&mut self.shaper, text, face(style), style.size).width
    }

    /// The width of its widest part that no line end may divide, such as a word or a date.
    pub fn widest_part(&mut self, text: &str, style: Style) -> Pt {
        let span = Span {
            text: text.to_owned(),
            bold: style.bold,
        };
        atoms(&mut self.shaper, &[span], None)
            .iter()
            .map(|atom| atom.width * style.size / 1000.0)
            .fold(0.0, Pt::max)
    }

    /// The characters of a text that no embedded face has, each once, in their order.
    pub fn lacking(text: &str) -> Result<Vec<char>, LetterError> {
        let mut shaper = Shaper::new()?;
        let characters: std::collections::BTreeSet<char> =
            text.chars().filter(|c| !c.is_ascii()).collect();
        for c in characters {
            shaper.shape(Face::Regular, c.encode_utf8(&mut [0; 4]), 0);
        }
        match shaper.complaint() {
            Some(LetterError::Unprintable { characters }) => Ok(characters),
            _ => Ok(Vec::new()),
        }
    }

    /// A hairline.
    pub fn rule(&mut self, x: Pt, y: Pt, length: Pt) {
        self.mark(Mark::Rule {
            x,
            y,
            length,
            ink: Ink::Hairline,
        });
    }

    /// A filled rectangle with its top left corner at (x, y).
    pub fn bar(&mut self, x: Pt, y: Pt, width: Pt, height: Pt, grey: u8) {
        self.mark(Mark::Bar {
            x,
            y,
            width,
            height,
            ink: Ink::Grey(grey),
        });
    }

    /// A line from one place to another, as wide and as grey as wanted.
    pub fn stroke(&mut self, from: (Pt, Pt), to: (Pt, Pt), pen: Pen) {
        self.mark(Mark::Stroke {
            from,
            to,
            width: pen.width,
            ink: Ink::Grey(pen.grey),
            texture: pen.texture,
        });
    }

    /// The finished file, or an error that names what cannot be printed.
    pub fn finish(self, about: &About) -> Result<Rendered, LetterError> {
        if let Some(complaint) = self.shaper.complaint() {
            return Err(complaint);
        }
        let pages = Pages {
            width: self.width,
            height: self.height,
            pages: self.pages,
        };
        write(pages, about)
    }

    fn put(&mut self, page: usize, x: Pt, baseline: Pt, style: Style, line: Line) {
        let last = self.pages.len() - 1;
        let Some(on) = self.pages.get_mut(page) else {
            return;
        };
        if page == last && self.baseline == Some(baseline) && on.text.ends_with('\n') {
            on.text.pop();
            on.text.push('\t');
        }
        self.baseline = (page == last).then_some(baseline);
        on.text.push_str(&line.text);
        on.text.push('\n');
        let part = self.part;
        if let Some(Mark::Text { line, part: of, .. }) = on.marks.last_mut() {
            // Another line of the same part: another word.
            line.goes_on = part.is_some() && *of == part;
        }
        on.marks.push(Mark::Text {
            x,
            baseline,
            size: style.size,
            ink: Ink::Grey(style.grey),
            line,
            part,
        });
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(mark);
        }
    }
}

fn face(style: Style) -> Face {
    if style.bold {
        Face::Bold
    } else {
        Face::Regular
    }
}
