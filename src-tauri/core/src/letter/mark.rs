//! What stands on a page: the drawing surface, nothing of PDF yet.

use super::lines::{Line, Pt};
use super::picture::Picture;
use super::tags::{Part, Role};

/// How dark something is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Ink {
    Text,
    Quiet,
    Hairline,
    Pale,
    /// A fill or letters of this lightness, 0 black to 100 white.
    Grey(u8),
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Texture {
    Solid,
    /// Dashes of this length with as much white between them.
    Dashed(Pt),
    /// Round dots so far apart, each as wide as the line.
    Dotted(Pt),
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
        /// What it is to a reader; without it the file is not tagged.
        part: Option<Part>,
    },
    Rule {
        x: Pt,
        y: Pt,
        length: Pt,
        ink: Ink,
    },
    /// A filled rectangle, from its top left corner.
    Bar {
        x: Pt,
        y: Pt,
        width: Pt,
        height: Pt,
        ink: Ink,
    },
    /// A line in any direction.
    Stroke {
        from: (Pt, Pt),
        to: (Pt, Pt),
        width: Pt,
        ink: Ink,
        texture: Texture,
    },
    /// A logo or a signature, from its top left corner.
    Picture {
        x: Pt,
        y: Pt,
        width: Pt,
        height: Pt,
        picture: Picture,
        /// What it says to somebody who does not see it; nothing for decoration.
        says: String,
    },
    /// Rotated across the page, for previews.
    Watermark {
        size: Pt,
        line: Line,
    },
}

/// One page.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub marks: Vec<Mark>,
    pub text: String,
    /// What the text that is put next belongs to.
    pub part: Option<Part>,
}

impl Page {
    /// A part begins that stands on this page only; what is put next belongs to it.
    pub(super) fn begin(&mut self, role: Role) {
        let number = self.part.map_or(0, |part| part.number + 1);
        self.part = Some(Part { role, number });
    }
}

/// The pages and their size.
#[derive(Debug, Clone, Default)]
pub(super) struct Pages {
    pub width: Pt,
    pub height: Pt,
    pub pages: Vec<Page>,
}

/// Places a line and adds it to the page's text as a line of its own.
pub(super) fn put(page: &mut Page, x: Pt, baseline: Pt, size: Pt, ink: Ink, line: Line) {
    page.text.push_str(&line.text);
    page.text.push('\n');
    page.marks.push(Mark::Text {
        x,
        baseline,
        size,
        ink,
        line,
        part: page.part,
    });
}

/// Places a bullet: in the page's text it stands before its line.
pub(super) fn put_joined(page: &mut Page, x: Pt, baseline: Pt, size: Pt, line: Line) {
    let part = page.part.map(|item| Part {
        role: Role::Bullet,
        ..item
    });
    page.text.push_str(&line.text);
    page.text.push(' ');
    page.marks.push(Mark::Text {
        x,
        baseline,
        size,
        ink: Ink::Text,
        line,
        part,
    });
}
