//! A table on its pages: its names again at the head of each, no row parted, sums in bold beneath a rule, and how it was counted.

use super::columns::{Layout, figures, printed};
use super::{clean, list};
use crate::api::wire::{ReportRow, ReportTable};
use crate::letter::{Align, Pen, Pt, Role, Style, Texture};
use crate::summary::pdf::frame::{Frame, GREY, TEXT, bold, plain};

/// White above and beneath the words of a row.
const PADDING: Pt = 2.6;
/// What the first rules of counting take.
const RULES: Pt = 30.0;
/// Between two rows.
const THIN: Pen = Pen {
    width: 0.35,
    grey: 82,
    texture: Texture::Solid,
};
/// Beneath the names, above a sum and at the end.
const FIRM: Pen = Pen {
    width: 0.7,
    grey: 30,
    texture: Texture::Solid,
};

/// Title, names, rows, and the rules of counting.
pub fn table(frame: &mut Frame, of: &ReportTable, layout: &Layout) {
    let names: Vec<Vec<String>> = of
        .columns
        .iter()
        .zip(&layout.places)
        .map(|(column, (_, width))| {
            let style = plain(layout.head_size(), GREY);
            frame.drawing.broken(&clean(&column.name), *width, style)
        })
        .collect();
    let mut rows = Vec::with_capacity(of.rows.len());
    for row in &of.rows {
        rows.push(Row::of(frame, of, row, layout));
    }
    let first: Pt = rows.iter().take(2).map(|row| row.height(layout)).sum();
    let head = height(deepest(&names), layout);
    frame.keep((first + head + 40.0).min(320.0));
    frame.space(8.0);
    frame.drawing.begin(Role::Heading);
    frame.paragraph(&clean(&of.title), bold(12.0, TEXT), 17.0);
    frame.space(3.0);
    if of.rows.is_empty() {
        frame.drawing.begin(Role::Paragraph);
        frame.paragraph(&clean(&of.empty), plain(10.0, TEXT), 14.0);
    } else {
        heads(frame, of, layout, &names, true);
        for (at, row) in rows.iter().enumerate() {
            // A sum takes the row before it along.
            let along = rows.get(at + 1).filter(|next| next.total && !row.total);
            let mut wanted = row.height(layout) + along.map_or(0.0, |next| next.height(layout));
            // The last row has the beginning of how it was counted beneath it.
            if at + 1 + usize::from(along.is_some()) == rows.len() && !of.counting.is_empty() {
                wanted += RULES;
            }
            one(frame, of, layout, &names, row, wanted);
        }
        line(frame, layout, FIRM);
    }
    if !of.counting.is_empty() {
        frame.space(5.0);
        list(frame, &of.counting, plain(8.5, GREY), 11.0);
    }
    frame.space(16.0);
}

/// A row broken into lines.
struct Row {
    cells: Vec<Vec<String>>,
    total: bool,
}

impl Row {
    fn of(frame: &mut Frame, of: &ReportTable, row: &ReportRow, layout: &Layout) -> Self {
        let style = style(row.total, layout);
        let cells = of
            .columns
            .iter()
            .zip(&layout.places)
            .enumerate()
            .map(|(at, (column, (_, width)))| match row.cells.get(at) {
                Some(cell) => frame
                    .drawing
                    .broken(&printed(cell, column.kind), *width, style),
                None => Vec::new(),
            })
            .collect();
        Self {
            cells,
            total: row.total,
        }
    }

    fn height(&self, layout: &Layout) -> Pt {
        height(deepest(&self.cells), layout)
    }
}

fn style(total: bool, layout: &Layout) -> Style {
    if total {
        bold(layout.size, TEXT)
    } else {
        plain(layout.size, TEXT)
    }
}

fn deepest(cells: &[Vec<String>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
}

fn height(lines: usize, layout: &Layout) -> Pt {
    lines as Pt * layout.leading() + 2.0 * PADDING
}

fn line(frame: &mut Frame, layout: &Layout, pen: Pen) {
    let (left, y) = (frame.left, frame.y);
    frame
        .drawing
        .stroke((left, y), (left + layout.width, y), pen);
}

/// The names above the columns, standing on their rule. Read out where the table begins, and not again on its further pages.
fn heads(
    frame: &mut Frame,
    of: &ReportTable,
    layout: &Layout,
    names: &[Vec<String>],
    begins: bool,
) {
    let lines = deepest(names);
    if begins {
        frame.drawing.row();
    } else {
        frame.drawing.begin(Role::Running);
    }
    let style = plain(layout.head_size(), GREY);
    for (at, (name, column)) in names.iter().zip(&of.columns).enumerate() {
        if begins {
            frame.drawing.cell(Role::HeadCell, at as u32);
        }
        // Short names stand on the rule like long ones.
        let skipped = lines - name.len();
        words(
            frame,
            layout,
            at,
            (name, skipped),
            figures(column.kind),
            style,
        );
    }
    frame.y += height(lines, layout) - 1.0;
    line(frame, layout, FIRM);
}

/// The lines of one cell, beginning so many lines down.
fn words(
    frame: &mut Frame,
    layout: &Layout,
    at: usize,
    (lines, skipped): (&[String], usize),
    right: bool,
    style: Style,
) {
    let Some((x, width)) = layout.places.get(at) else {
        return;
    };
    for (down, text) in lines.iter().enumerate() {
        let down = (down + skipped) as Pt;
        let baseline = frame.y + PADDING + layout.leading() * (down + 0.76);
        let (x, align) = if right {
            (frame.left + x + width, Align::Right)
        } else {
            (frame.left + x, Align::Left)
        };
        if !text.is_empty() {
            frame.drawing.text(text, x, baseline, align, style);
        }
    }
}

/// One row, whole on its page. One that is higher than a page goes on over as many as it needs, and loses nothing.
fn one(
    frame: &mut Frame,
    of: &ReportTable,
    layout: &Layout,
    names: &[Vec<String>],
    row: &Row,
    wanted: Pt,
) {
    let head = height(deepest(names), layout);
    let page = frame.page_room() - head - 4.0;
    let lines = deepest(&row.cells);
    let most = (((page - 2.0 * PADDING) / layout.leading()).floor() as usize).max(1);
    if frame.keep(wanted.min(page)) {
        heads(frame, of, layout, names, false);
    } else if row.total {
        line(frame, layout, FIRM);
    }
    frame.drawing.row();
    for from in (0..lines).step_by(most) {
        if from > 0 {
            frame.keep(Pt::INFINITY);
            heads(frame, of, layout, names, false);
        }
        let here = most.min(lines - from);
        for (at, (cell, column)) in row.cells.iter().zip(&of.columns).enumerate() {
            frame.drawing.cell(Role::Cell, at as u32);
            let to = (from + here).min(cell.len());
            let part = cell.get(from..to).unwrap_or_default();
            let style = style(row.total, layout);
            words(frame, layout, at, (part, 0), figures(column.kind), style);
        }
        frame.y += height(here, layout);
    }
    line(frame, layout, THIN);
}
