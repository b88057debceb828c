//! What stands on a page: the drawing surface, nothing of PDF yet.

use super::lines::{Line, Pt};
use super::picture::Picture;

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
    /// A filled rectangle, from its top left corner.
    Bar {
        x: Pt,
        y: Pt,
        width: Pt,
        height: Pt,
        ink: Ink,
    },
    /// What follows belongs to this part, up to the [`Mark::End`] that closes it; parts nest.
    #[allow(
        dead_code,
        reason = "what it says is for readers of the pages, not for their look"
    )]
    Begin(Part),
    End,
    /// A logo or a signature, from its top left corner.
    Picture {
        x: Pt,
        y: Pt,
        width: Pt,
        height: Pt,
        picture: Picture,
    },
    /// Rotated across the page, for previews.
    Watermark {
        size: Pt,
        line: Line,
    },
}

/// What a stretch of marks is to whoever cannot see where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Paragraph,
    /// From 1, the highest.
    Heading(u8),
    /// Rows follow; one that goes on over pages is one on each.
    Table,
    Row,
    ColumnHead,
    RowHead,
    Cell,
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
    });
}

/// Places a bullet: in the page's text it stands before its line.
pub(super) fn put_joined(page: &mut Page, x: Pt, baseline: Pt, size: Pt, line: Line) {
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
