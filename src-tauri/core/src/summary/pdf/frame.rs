//! The column the summary is written in: where the pen stands, and when a page is full.

use crate::letter::{Align, Drawing, LetterError, Paper, Pt, Role, Style};

/// Lightness of words, of labels, of the darkest and the other fills.
pub const TEXT: u8 = 7;
pub const GREY: u8 = 36;

const MARGIN: Pt = 56.0;
/// Of list items.
const INDENT: Pt = 12.0;
/// White at the foot of a page.
pub const BOTTOM: Pt = 64.0;

/// Ordinary type.
pub fn plain(size: Pt, grey: u8) -> Style {
    Style {
        size,
        bold: false,
        grey,
    }
}

/// Heavier type.
pub fn bold(size: Pt, grey: u8) -> Style {
    Style {
        size,
        bold: true,
        grey,
    }
}

/// A drawing with a column and a pen.
pub struct Frame {
    pub drawing: Drawing,
    pub left: Pt,
    pub measure: Pt,
    pub right: Pt,
    /// Where the next thing begins.
    pub y: Pt,
}

impl Frame {
    pub fn new(paper: Paper) -> Result<Self, LetterError> {
        Ok(Self::on(Drawing::new(paper)?))
    }

    /// On the same paper, laid on its side.
    pub fn landscape(paper: Paper) -> Result<Self, LetterError> {
        Ok(Self::on(Drawing::landscape(paper)?))
    }

    fn on(drawing: Drawing) -> Self {
        let right = drawing.width() - MARGIN;
        Self {
            drawing,
            left: MARGIN,
            measure: right - MARGIN,
            right,
            y: MARGIN,
        }
    }

    /// How much is left of the page.
    pub fn room(&self) -> Pt {
        self.drawing.height() - BOTTOM - self.y
    }

    /// How much a page has room for, from its head to its foot.
    pub fn page_room(&self) -> Pt {
        self.drawing.height() - BOTTOM - MARGIN
    }

    /// Turns the page when less than this is left of it; says whether it did.
    pub fn keep(&mut self, height: Pt) -> bool {
        if self.room() >= height {
            return false;
        }
        self.drawing.turn();
        self.y = MARGIN;
        true
    }

    /// White, but none at the head of a page.
    pub fn space(&mut self, height: Pt) {
        if self.y > MARGIN {
            self.y += height;
        }
    }

    /// One line, however long.
    pub fn line(&mut self, text: &str, style: Style, leading: Pt) {
        self.keep(leading);
        let baseline = self.y + leading * 0.76;
        self.drawing
            .text(text, self.left, baseline, Align::Left, style);
        self.y += leading;
    }

    /// Lines as wide as the column.
    pub fn paragraph(&mut self, text: &str, style: Style, leading: Pt) {
        for line in self.drawing.broken(text, self.measure, style) {
            self.line(&line, style, leading);
        }
    }

    /// A list item.
    pub fn item(&mut self, text: &str, style: Style, leading: Pt) {
        for (at, line) in self
            .drawing
            .broken(text, self.measure - INDENT, style)
            .iter()
            .enumerate()
        {
            self.keep(leading);
            let baseline = self.y + leading * 0.76;
            if at == 0 {
                let x = self.left + 2.0;
                self.drawing.text("•", x, baseline, Align::Left, style);
            }
            let x = self.left + INDENT;
            self.drawing.text(line, x, baseline, Align::Left, style);
            self.y += leading;
        }
    }

    /// A list item that says so to who does not see the page.
    pub fn bulleted(&mut self, text: &str, style: Style, leading: Pt) {
        let lines = self.drawing.broken(text, self.measure - INDENT, style);
        for (at, line) in lines.iter().enumerate() {
            self.keep(leading);
            let baseline = self.y + leading * 0.76;
            if at == 0 {
                self.drawing.begin(Role::Bullet);
                let x = self.left + 2.0;
                self.drawing.text("•", x, baseline, Align::Left, style);
                self.drawing.item();
            }
            let x = self.left + INDENT;
            self.drawing.text(line, x, baseline, Align::Left, style);
            self.y += leading;
        }
    }

    /// On the line the pen stands on, so far in from the left; the pen stays.
    pub fn at(&mut self, indent: Pt, text: &str, style: Style, leading: Pt) {
        let baseline = self.y + leading * 0.76;
        let x = self.left + indent;
        self.drawing.text(text, x, baseline, Align::Left, style);
    }

    /// What a text will take.
    pub fn height_of(&mut self, text: &str, measure: Pt, style: Style, leading: Pt) -> Pt {
        self.drawing.broken(text, measure, style).len() as Pt * leading
    }

    /// The foot of every page.
    pub fn number(&mut self, name: &str) {
        let style = plain(8.5, GREY);
        let total = self.drawing.pages();
        let baseline = self.drawing.height() - 36.0;
        let names = self.drawing.broken(name, self.measure - 80.0, style);
        let name = match names.as_slice() {
            [whole] => whole.clone(),
            [first, ..] => format!("{first}…"),
            [] => String::new(),
        };
        for page in 0..total {
            let number = format!("Page {} of {total}", page + 1);
            self.drawing
                .text_on(page, &name, self.left, baseline, Align::Left, style);
            self.drawing
                .text_on(page, &number, self.right, baseline, Align::Right, style);
        }
    }
}
