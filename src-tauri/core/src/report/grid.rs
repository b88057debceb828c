//! A table of counts as it fills: every hit counts in its row and in the total, and is kept where that one figure was asked for.

use crate::api::wire::{CitedText, RegisterNote};
use crate::summary::grouped;
use crate::summary::report::{Count, Line, Thing, Trace, Value};
use crate::words::{BehindKind, ColumnKind};
use std::collections::HashMap;

/// Identifier of the row that adds the others up.
pub const TOTAL: &str = "total";

/// Rows in the order in which they came up.
pub struct Grid<'t> {
    trace: &'t Trace,
    table: &'static str,
    columns: &'static [&'static str],
    rows: Vec<(String, Vec<Value>, Vec<Count>)>,
    places: HashMap<String, usize>,
    total: Vec<Count>,
}

impl<'t> Grid<'t> {
    /// An empty one with these columns of counts.
    pub fn new(trace: &'t Trace, table: &'static str, columns: &'static [&'static str]) -> Self {
        Self {
            trace,
            table,
            columns,
            rows: Vec::new(),
            places: HashMap::new(),
            total: counts(trace, table, TOTAL, columns),
        }
    }

    /// The place of a row; one that is new is headed by these cells.
    pub fn row(&mut self, id: &str, head: impl FnOnce() -> Vec<Value>) -> usize {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let counts = counts(self.trace, self.table, id, self.columns);
        self.rows.push((id.to_owned(), head(), counts));
        self.places.insert(id.to_owned(), self.rows.len() - 1);
        self.rows.len() - 1
    }

    /// As [`Grid::row`], headed by words.
    pub fn named(&mut self, id: &str, words: &[&str]) -> usize {
        self.row(id, || words.iter().map(|one| text(*one)).collect())
    }

    /// One more in this row and column.
    pub fn hit(&mut self, row: usize, column: &str, thing: impl Fn() -> Thing) {
        let Some(at) = self.columns.iter().position(|one| *one == column) else {
            return;
        };
        if let Some(count) = self
            .rows
            .get_mut(row)
            .and_then(|(_, _, all)| all.get_mut(at))
        {
            count.hit(&thing);
        }
        if let Some(count) = self.total.get_mut(at) {
            count.hit(&thing);
        }
    }

    /// The figure of a column over all rows.
    pub fn sum(&self, column: &str) -> u32 {
        let at = self.columns.iter().position(|one| *one == column);
        at.and_then(|at| self.total.get(at))
            .map_or(0, |count| count.n)
    }

    /// The first figure of a row.
    pub fn of(&self, id: &str) -> u32 {
        let row = self.places.get(id).and_then(|place| self.rows.get(*place));
        row.and_then(|(_, _, counts)| counts.first())
            .map_or(0, |count| count.n)
    }

    /// Nothing was counted in this row.
    pub fn is_empty(&self, id: &str) -> bool {
        let row = self.places.get(id).and_then(|place| self.rows.get(*place));
        row.is_none_or(|(_, _, counts)| counts.iter().all(|count| count.n == 0))
    }

    /// Takes the rows off in which nothing was counted; nothing is counted after that.
    pub fn drop_empty(&mut self) {
        self.rows
            .retain(|(_, _, counts)| counts.iter().any(|count| count.n > 0));
        self.places.clear();
    }

    /// Head first, then the counts.
    pub fn lines(self) -> Vec<Line> {
        self.rows
            .into_iter()
            .map(|(id, head, counts)| Line {
                id,
                cells: head
                    .into_iter()
                    .chain(counts.into_iter().map(Value::Count))
                    .collect(),
                total: false,
            })
            .collect()
    }

    /// With a last row that adds these columns up; nothing is added up where there is no row.
    pub fn lines_and_total(mut self, summed: &[&str]) -> Vec<Line> {
        let Some((_, head, _)) = self.rows.first() else {
            return Vec::new();
        };
        let words = (0..head.len()).map(|at| text(if at == 0 { "Total" } else { "" }));
        let counts = std::mem::take(&mut self.total);
        let sums = self.columns.iter().zip(counts).map(|(column, count)| {
            if summed.contains(column) {
                Value::Count(count)
            } else {
                text("")
            }
        });
        let total = Line {
            id: TOTAL.to_owned(),
            cells: words.chain(sums).collect(),
            total: true,
        };
        let mut lines = self.lines();
        lines.push(total);
        lines
    }
}

fn counts(trace: &Trace, table: &str, row: &str, columns: &[&str]) -> Vec<Count> {
    columns
        .iter()
        .map(|column| trace.count(table, row, column))
        .collect()
}

/// Columns of words, then of counts; each with its identifier and its name.
pub fn columns(
    words: &[(&'static str, &str)],
    counts: &[(&'static str, &str)],
) -> Vec<(&'static str, String, ColumnKind)> {
    let of = |all: &[(&'static str, &str)], kind: ColumnKind| {
        all.iter()
            .map(|(id, name)| (*id, (*name).to_owned(), kind))
            .collect::<Vec<_>>()
    };
    [of(words, ColumnKind::Text), of(counts, ColumnKind::Count)].concat()
}

/// Words in a cell.
pub fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

/// Words that open the thing of this number; plain ones where it is not known.
pub fn opens(words: impl Into<String>, kind: BehindKind, id: Option<u32>) -> Value {
    let words = words.into();
    match id {
        Some(id) => Value::Named(words, kind, id),
        None => Value::Text(words),
    }
}

/// A rule of counting that no law gives.
pub fn house(text: impl Into<String>) -> CitedText {
    cited(text, "")
}

/// A sentence with its article.
pub fn cited(text: impl Into<String>, cite: impl Into<String>) -> CitedText {
    CitedText {
        text: text.into(),
        cite: cite.into(),
    }
}

/// What a register says, with how sure the program is of it.
pub fn noted(note: RegisterNote) -> CitedText {
    let text = match note.caution {
        Some(caution) => format!("{} {caution}", note.message),
        None => note.message,
    };
    cited(text, note.cite)
}

/// A count within a sentence.
pub fn number(n: u32) -> String {
    grouped(n.into())
}

/// So many of something, as a sentence says it.
pub fn many(n: u32, one: &str, more: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { more })
}
