//! Lines and rows into pages. A table that goes on has its headings again.

use std::rc::Rc;

use super::super::form::Form;
use super::super::lines::{Line, Pt};
use super::super::mark::{Ink, Mark, Page, put};
use super::super::tags::{Part, Role, cell};
use super::rows::{Body, Grid, Strip};

/// How far the parts of the pages behind a letter are counted: texts of one number are one to a reader.
pub(super) struct Counted {
    line: u32,
    row: u32,
    /// The row goes on.
    within: bool,
}

impl Counted {
    /// Far above what a letter itself counts.
    pub(super) fn new() -> Self {
        Self {
            line: 1_000_000,
            row: 0,
            within: false,
        }
    }
}

/// Parts what was set into pages.
pub(super) fn pages(strips: Vec<Strip>, form: &Form, counted: &mut Counted) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut start = 0;
    while start < strips.len() {
        let end = page_end(&strips, start, form);
        let mut page = Page::default();
        let mut y = form.next_top;
        let mut open: Option<Rc<Grid>> = None;
        for (at, strip) in strips.iter().enumerate().take(end).skip(start) {
            if at > start {
                y += strip.gap;
            }
            let same = |grid: &Rc<Grid>| open.as_ref().is_some_and(|now| Rc::ptr_eq(now, grid));
            match &strip.body {
                Body::Line { .. } => close(&mut page, &mut open),
                Body::Row { grid, .. } if same(grid) => {}
                Body::Row { grid, head, .. } => {
                    close(&mut page, &mut open);
                    open = Some(Rc::clone(grid));
                    if let (Some(names), false) = (&grid.head, *head) {
                        again(&mut page, grid, names, y);
                        y += grid.head_height();
                    }
                }
            }
            draw(&mut page, strip, y, counted);
            y += strip.height;
        }
        close(&mut page, &mut open);
        pages.push(page);
        start = end;
    }
    pages
}

fn close(page: &mut Page, open: &mut Option<Rc<Grid>>) {
    if open.take().is_some() {
        page.text.push('\n');
    }
}

/// The strip that begins the next page.
fn page_end(strips: &[Strip], start: usize, form: &Form) -> usize {
    let again = match strips.get(start).map(|strip| &strip.body) {
        Some(Body::Row {
            grid, head: false, ..
        }) => grid.head_height(),
        _ => 0.0,
    };
    let mut y = form.next_top + again;
    let mut full = strips.len();
    for (at, strip) in strips.iter().enumerate().skip(start) {
        let gap = if at == start { 0.0 } else { strip.gap };
        if y + gap + strip.height > form.bottom && at > start {
            full = at;
            break;
        }
        y += gap + strip.height;
    }
    if full == strips.len() {
        return full;
    }
    (start + 1..=full)
        .rev()
        .find(|at| strips[*at].may_begin)
        .unwrap_or(full)
}

fn draw(page: &mut Page, strip: &Strip, y: Pt, counted: &mut Counted) {
    match &strip.body {
        Body::Line {
            x,
            size,
            ink,
            line,
            level,
        } => {
            page.text.push('\n');
            // A further line of the same paragraph stands close.
            counted.line += u32::from(strip.gap > 0.0);
            let role = match level {
                0 => Role::Paragraph,
                _ => Role::Heading,
            };
            page.part = Some(Part {
                role,
                number: counted.line,
            });
            put(page, *x, y + strip.height * 0.76, *size, *ink, line.clone());
        }
        Body::Row {
            grid,
            cells,
            last,
            head,
        } => {
            counted.row += u32::from(!counted.within);
            counted.within = !last;
            let number = counted.row;
            row(page, grid, cells, y, (*head, *last), |at, role| Part {
                role,
                number: cell(number, at),
            });
        }
    }
}

/// The headings once more, on a further page: who reads without seeing has heard them.
fn again(page: &mut Page, grid: &Grid, names: &[Vec<Line>], y: Pt) {
    row(page, grid, names, y, (true, true), |_, _| Part {
        role: Role::Running,
        number: 0,
    });
}

/// A row, cell by cell: so it is read aloud, and so a search finds what stands in one.
fn row(
    page: &mut Page,
    grid: &Grid,
    cells: &[Vec<Line>],
    y: Pt,
    (head, last): (bool, bool),
    part: impl Fn(u32, Role) -> Part,
) {
    let labelled = grid.head.is_none();
    let mut said = Vec::with_capacity(cells.len());
    for (at, (column, lines)) in (0_u32..).zip(grid.columns.iter().zip(cells)) {
        let label = labelled && at == 0;
        let role = if head { Role::HeadCell } else { Role::Cell };
        let ink = if label { Ink::Quiet } else { Ink::Text };
        let mut baseline = y + grid.leading * 0.8;
        for line in lines {
            let x = if column.right {
                column.x + column.width - line.width
            } else {
                column.x
            };
            page.marks.push(Mark::Text {
                x,
                baseline,
                size: grid.size,
                ink,
                line: line.clone(),
                part: Some(part(at, role)),
            });
            baseline += grid.leading;
        }
        let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        said.push(text.join(" "));
    }
    page.text.push_str(said.join("\t").trim());
    page.text.push('\n');
    if grid.ruled && last {
        let left = grid.columns.first().map_or(0.0, |column| column.x);
        let right = grid.columns.last().map_or(0.0, |one| one.x + one.width);
        page.marks.push(Mark::Rule {
            x: left,
            y: y + grid.height(cells) - 2.5,
            length: right - left,
            ink: if head { Ink::Text } else { Ink::Hairline },
        });
    }
}
