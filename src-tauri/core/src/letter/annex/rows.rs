//! What an annex is made of before it is parted into pages: lines, and rows of cells.

use std::rc::Rc;

use super::super::lines::{Line, Pt};
use super::super::mark::Ink;

/// Type sizes and leadings of an annex.
pub(super) const CELL: Pt = 8.5;
pub(super) const CELL_LEADING: Pt = 11.0;
pub(super) const FIELD: Pt = 9.0;
pub(super) const FIELD_LEADING: Pt = 12.0;
/// Between columns.
pub(super) const GUTTER: Pt = 13.0;

/// A column of a table, or one of the two of labels and what they say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Column {
    pub x: Pt,
    pub width: Pt,
    /// Figures stand under each other by their right edge.
    pub right: bool,
}

/// A table: rows that share it stand in the same columns.
#[derive(Debug)]
pub(super) struct Grid {
    pub columns: Vec<Column>,
    pub size: Pt,
    pub leading: Pt,
    /// The row of headings, repeated at the top of each page; none where the first column has the labels.
    pub head: Option<Vec<Vec<Line>>>,
    /// A hairline below each row.
    pub ruled: bool,
}

impl Grid {
    /// How high a row of these cells is.
    pub(super) fn height(&self, cells: &[Vec<Line>]) -> Pt {
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        lines as Pt * self.leading + if self.ruled { 5.0 } else { 2.0 }
    }

    /// How high the headings are.
    pub(super) fn head_height(&self) -> Pt {
        self.head
            .as_ref()
            .map_or(0.0, |cells| self.height(cells) + 2.0)
    }
}

/// One piece of an annex that no page end goes through.
#[derive(Debug)]
pub(super) struct Strip {
    /// White above it, dropped at the top of a page.
    pub gap: Pt,
    pub height: Pt,
    /// Whether a page may begin with it.
    pub may_begin: bool,
    pub body: Body,
}

#[derive(Debug)]
pub(super) enum Body {
    Line {
        x: Pt,
        size: Pt,
        ink: Ink,
        line: Line,
        /// How deep a heading stands, from 1; 0 for what is none.
        level: u8,
    },
    Row {
        grid: Rc<Grid>,
        cells: Vec<Vec<Line>>,
        /// The last part of its row: longer rows are parted.
        last: bool,
        /// The row of headings itself.
        head: bool,
    },
}
