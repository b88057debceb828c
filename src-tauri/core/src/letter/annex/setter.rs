//! Data into lines and rows.

use std::rc::Rc;

use super::super::face::{Face, Shaper};
use super::super::form::Form;
use super::super::lines::{Line, Pt, set, single};
use super::super::mark::Ink;
use super::super::markup::Span;
use super::super::tongue::AnnexWords;
use super::Value;
use super::columns::columns;
use super::rows::{Body, CELL, CELL_LEADING, Column, FIELD, FIELD_LEADING, GUTTER, Grid, Strip};

/// A row of more lines than this may be parted by the end of a page.
const TALL: usize = 14;
/// What is nested deeper is not set further in.
const DEEPEST: usize = 5;
const INDENT: Pt = 12.0;
/// Between a heading and what it introduces.
const INTRODUCED: Pt = 4.0;
/// A record of at most so many fields stays on one page.
const TOGETHER: usize = 18;
/// Labels of a list of groups that is set as a table, or record by record.
const MOST_LABELS: usize = 80;
/// A list of at most so many short words stands in one cell.
const IN_A_CELL: usize = 40;

pub(super) struct Setter<'s> {
    shaper: &'s mut Shaper,
    pub words: &'static AnnexWords,
    left: Pt,
    width: Pt,
    strips: Vec<Strip>,
    used: Pt,
    room: Pt,
}

impl<'s> Setter<'s> {
    pub(super) fn new(
        shaper: &'s mut Shaper,
        form: &Form,
        words: &'static AnnexWords,
        room: Pt,
    ) -> Self {
        Self {
            shaper,
            words,
            left: form.left,
            width: form.right - form.left,
            strips: Vec::new(),
            used: 0.0,
            room,
        }
    }

    /// More was set than there is room for; whatever follows is not set any more.
    pub(super) fn full(&self) -> bool {
        self.used > self.room
    }

    pub(super) fn done(self) -> Vec<Strip> {
        self.strips
    }

    /// What a heading introduces stays close to it, and on its page.
    fn push(&mut self, mut strip: Strip) {
        let introduced = matches!(
            self.strips.last().map(|last| &last.body),
            Some(Body::Line { level: 2.., .. })
        );
        if introduced {
            strip.may_begin = false;
            strip.gap = strip.gap.min(INTRODUCED);
        }
        self.used += strip.gap + strip.height;
        self.strips.push(strip);
    }

    /// Lines of one paragraph after each other.
    fn lines(&mut self, lines: Vec<Line>, style: Style, x: Pt) {
        for (at, line) in lines.into_iter().enumerate() {
            self.push(Strip {
                gap: if at == 0 { style.gap } else { 0.0 },
                height: style.leading,
                may_begin: at == 0 && style.may_begin,
                body: Body::Line {
                    x,
                    size: style.size,
                    ink: style.ink,
                    line,
                    level: style.level,
                },
            });
        }
    }

    /// What it is, small, and its name beneath it.
    pub(super) fn opening(&mut self, label: &str, title: &str) {
        let label = self.text(label, 9.0, false, self.width);
        self.lines(label, Style::of(9.0, 13.0, Ink::Quiet), self.left);
        let title = self.text(title, 15.0, true, self.width);
        let style = Style {
            level: 1,
            may_begin: false,
            ..Style::of(15.0, 19.0, Ink::Text)
        };
        self.lines(title, style, self.left);
    }

    /// A quiet sentence below what stands there, at this distance.
    pub(super) fn note(&mut self, text: &str, gap: Pt) {
        let lines = self.text(text, FIELD, false, self.width);
        let style = Style {
            gap,
            may_begin: false,
            ..Style::of(FIELD, FIELD_LEADING, Ink::Quiet)
        };
        self.lines(lines, style, self.left);
    }

    /// A heading at a depth of the data, in the type of a rank.
    pub(super) fn heading(&mut self, text: &str, depth: usize, rank: usize) {
        let (size, gap) = match rank {
            0 => (11.0, 16.0),
            1 => (10.0, 12.0),
            _ => (9.0, 9.0),
        };
        let x = self.indent(depth);
        let lines = self.text(text, size, true, self.left + self.width - x);
        let style = Style {
            gap,
            level: u8::try_from(rank + 2).unwrap_or(6).min(6),
            ..Style::of(size, size * 1.45, Ink::Text)
        };
        self.lines(lines, style, x);
    }

    fn indent(&self, depth: usize) -> Pt {
        self.left + depth.min(DEEPEST) as Pt * INDENT
    }

    /// A whole value, as the body of an annex.
    pub(super) fn value(&mut self, value: &Value) {
        self.nested(self.words.entry.as_str(), value, 0);
    }

    fn nested(&mut self, label: &str, value: &Value, depth: usize) {
        if self.full() {
            return;
        }
        match value {
            Value::Table { head, rows } => self.table(head, rows, depth),
            Value::Group(fields) if !fields.is_empty() => self.group(fields, depth),
            Value::List(items) if items.iter().all(|item| self.plain(item).is_some()) => {
                self.simple_list(items, depth);
            }
            Value::List(items) => match self.as_table(items) {
                Some((head, rows)) => self.table(&head, &rows, depth),
                None => self.items(label, items, depth),
            },
            plain => {
                let text = self.plain(plain).unwrap_or_default();
                self.fields(&[(String::new(), text)], depth, true);
            }
        }
    }

    /// Labels and what they say; what is nested stands below, under its label.
    fn group(&mut self, fields: &[(String, Value)], depth: usize) {
        let mut simple: Vec<(String, String)> = Vec::new();
        let mut begins = true;
        for (label, value) in fields {
            if self.full() {
                return;
            }
            if let Some(text) = self.plain(value) {
                simple.push((label.clone(), text));
                continue;
            }
            self.fields(&std::mem::take(&mut simple), depth, begins);
            begins = false;
            self.heading(&readable(label), depth, depth);
            self.nested(label, value, depth + 1);
        }
        self.fields(&simple, depth, begins);
    }

    fn items(&mut self, label: &str, items: &[Value], depth: usize) {
        let count = items.len().to_string();
        for (at, item) in items.iter().enumerate() {
            if self.full() {
                return;
            }
            let said = self
                .words
                .numbered
                .replace("{label}", &readable(label))
                .replace("{number}", &(at + 1).to_string())
                .replace("{count}", &count);
            self.heading(&said, depth, depth.max(1));
            self.nested(label, item, depth + 1);
        }
    }

    /// Words after each other, one a line.
    fn simple_list(&mut self, items: &[Value], depth: usize) {
        if items.is_empty() {
            let nothing = self.words.nothing.clone();
            return self.fields(&[(String::new(), nothing)], depth, true);
        }
        let fields: Vec<(String, String)> = items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let number = format!("{}", at + 1);
                (number, self.plain(item).unwrap_or_default())
            })
            .collect();
        self.fields(&fields, depth, true);
    }

    /// What needs no lines of its own: one word, or a short list of words.
    fn plain(&self, value: &Value) -> Option<String> {
        Some(match value {
            Value::Nothing => self.words.nothing.clone(),
            Value::Flag(true) => self.words.yes.clone(),
            Value::Flag(false) => self.words.no.clone(),
            Value::Text(text) => text.clone(),
            Value::Group(fields) if fields.is_empty() => self.words.nothing.clone(),
            Value::List(items) if items.len() <= IN_A_CELL => {
                let one = |item: &Value| match item {
                    Value::List(_) | Value::Group(_) | Value::Table { .. } => None,
                    simple => self.plain(simple),
                };
                let all: Option<Vec<String>> = items.iter().map(one).collect();
                match all? {
                    none if none.is_empty() => self.words.nothing.clone(),
                    some => some.join("\n"),
                }
            }
            _ => return None,
        })
    }

    /// Groups of plain fields as a table: a label each has its column, in the order in which they first come.
    fn as_table(&self, items: &[Value]) -> Option<(Vec<String>, Vec<Vec<String>>)> {
        let mut head: Vec<String> = Vec::new();
        let mut rows = Vec::with_capacity(items.len());
        for item in items {
            let Value::Group(fields) = item else {
                return None;
            };
            let mut row = vec![String::new(); head.len()];
            for (label, value) in fields {
                let text = self.plain(value)?;
                let at = match head.iter().position(|known| known == label) {
                    Some(at) => at,
                    // Groups that have little in common are no table.
                    None if head.len() == MOST_LABELS => return None,
                    None => {
                        head.push(label.clone());
                        row.push(String::new());
                        head.len() - 1
                    }
                };
                let cell = row.get_mut(at)?;
                // A name given twice keeps both.
                if cell.is_empty() {
                    *cell = text;
                } else {
                    *cell = format!("{cell}\n{text}");
                }
            }
            rows.push(row);
        }
        (!head.is_empty()).then_some((head, rows))
    }

    /// As columns where they can be read, else record by record.
    fn table(&mut self, head: &[String], rows: &[Vec<String>], depth: usize) {
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0).max(head.len());
        let head: Vec<String> = (0..widest)
            .map(|at| match head.get(at).map(|name| name.trim()) {
                None | Some("") => self.words.column.replace("{number}", &(at + 1).to_string()),
                Some(name) => readable(name),
            })
            .collect();
        let left = self.indent(depth);
        let width = self.left + self.width - left;
        let found = match rows {
            [_] => None,
            _ => columns(self.shaper, &head, rows, left, width),
        };
        let Some(columns) = found else {
            return self.records(&head, rows, depth);
        };
        let cells = |setter: &mut Self, row: &[String], bold: bool| -> Vec<Vec<Line>> {
            columns
                .iter()
                .enumerate()
                .map(|(at, column)| {
                    let text = row.get(at).map(String::as_str).unwrap_or_default();
                    setter.cell(text, CELL, bold, column.width)
                })
                .collect()
        };
        let names = cells(self, &head, true);
        let grid = Rc::new(Grid {
            columns: columns.clone(),
            size: CELL,
            leading: CELL_LEADING,
            head: Some(names.clone()),
            ruled: true,
        });
        self.push(Strip {
            gap: 10.0,
            height: grid.head_height(),
            may_begin: false,
            body: Body::Row {
                grid: Rc::clone(&grid),
                cells: names,
                last: true,
                head: true,
            },
        });
        for (at, row) in rows.iter().enumerate() {
            if self.full() {
                return;
            }
            let cells = cells(self, row, false);
            // The headings never stand alone.
            self.row(&grid, cells, at > 0, 0.0);
        }
    }

    /// One block for each record: its number, then label by label.
    fn records(&mut self, head: &[String], rows: &[Vec<String>], depth: usize) {
        let count = super::measures::spaced(rows.len() as u64);
        for (at, row) in rows.iter().enumerate() {
            if self.full() {
                return;
            }
            if rows.len() > 1 {
                let said = self
                    .words
                    .record
                    .replace("{number}", &super::measures::spaced(at as u64 + 1))
                    .replace("{count}", &count);
                self.heading(&said, depth, depth.max(1));
            }
            let fields: Vec<(String, String)> = head
                .iter()
                .enumerate()
                .map(|(at, name)| {
                    let text = row.get(at).map(|cell| cell.trim()).unwrap_or_default();
                    let text = if text.is_empty() {
                        &self.words.nothing
                    } else {
                        text
                    };
                    (name.clone(), text.to_owned())
                })
                .collect();
            self.fields(&fields, depth, rows.len() < 2);
        }
    }

    /// Labels in a narrow column, what they say beside them.
    pub(super) fn fields(&mut self, fields: &[(String, String)], depth: usize, begins: bool) {
        if fields.is_empty() {
            return;
        }
        let left = self.indent(depth);
        let width = self.left + self.width - left;
        let widest = fields
            .iter()
            .take(200)
            .map(|(label, _)| single(self.shaper, label, Face::Regular, FIELD).width)
            .fold(0.0, Pt::max);
        let label = if widest == 0.0 {
            0.0
        } else {
            (widest + 1.0).clamp(12.0, width * 0.32)
        };
        let gutter = if label > 0.0 { GUTTER } else { 0.0 };
        let column = |x: Pt, width: Pt| Column {
            x,
            width,
            right: false,
        };
        let grid = Rc::new(Grid {
            columns: vec![
                column(left, label),
                column(left + label + gutter, width - label - gutter),
            ],
            size: FIELD,
            leading: FIELD_LEADING,
            head: None,
            ruled: false,
        });
        for (at, (name, text)) in fields.iter().enumerate() {
            if self.full() {
                return;
            }
            let cells = vec![
                self.cell(&readable(name), FIELD, false, label.max(1.0)),
                self.cell(text, FIELD, false, width - label - gutter),
            ];
            // At least two lines stay under what they belong to; what is short stays whole.
            let inside = at >= 2 && fields.len() - at >= 2 && fields.len() > TOGETHER;
            let free = inside || at == 0 && begins;
            let gap = if at == 0 {
                if begins { 10.0 } else { 3.0 }
            } else {
                0.0
            };
            self.row(&grid, cells, free, gap);
        }
    }

    fn row(&mut self, grid: &Rc<Grid>, cells: Vec<Vec<Line>>, may_begin: bool, gap: Pt) {
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
        let step = if lines > TALL { TALL - 2 } else { lines.max(1) };
        let mut from = 0;
        while from == 0 || from < lines {
            let part: Vec<Vec<Line>> = cells
                .iter()
                .map(|cell| cell.iter().skip(from).take(step).cloned().collect())
                .collect();
            let last = from + step >= lines;
            let height = if last {
                grid.height(&part)
            } else {
                step as Pt * grid.leading
            };
            self.push(Strip {
                gap: if from == 0 { gap } else { 0.0 },
                height,
                may_begin: may_begin || from > 0,
                body: Body::Row {
                    grid: Rc::clone(grid),
                    cells: part,
                    last,
                    head: false,
                },
            });
            from += step;
            if self.full() {
                return;
            }
        }
    }

    /// The lines of a cell; what was written on lines of its own stays so.
    fn cell(&mut self, text: &str, size: Pt, bold: bool, width: Pt) -> Vec<Line> {
        text.trim()
            .lines()
            .flat_map(|line| self.text(line, size, bold, width))
            .collect()
    }

    pub(super) fn text(&mut self, text: &str, size: Pt, bold: bool, width: Pt) -> Vec<Line> {
        let span = Span {
            text: text.trim().to_owned(),
            bold,
        };
        set(self.shaper, &[span], size, width)
    }
}

/// How a line of text is set.
#[derive(Clone, Copy)]
struct Style {
    size: Pt,
    leading: Pt,
    ink: Ink,
    gap: Pt,
    level: u8,
    may_begin: bool,
}

impl Style {
    fn of(size: Pt, leading: Pt, ink: Ink) -> Self {
        Self {
            size,
            leading,
            ink,
            gap: 0.0,
            level: 0,
            may_begin: true,
        }
    }
}

/// A label as people write it: `date_of_birth` is `date of birth`, and nothing else is touched.
fn readable(label: &str) -> String {
    label.trim().replace('_', " ")
}
