//! What every report is built of: tables whose figures know the rows behind them. Pure.
//!
//! A count keeps what it counted only where somebody asks for it ([`Trace`]): a million requests are added up without a list of a million.

use super::grouped;
use crate::api::wire::{CitedText, ReportCell, ReportColumn, ReportOpens, ReportRow, ReportTable};
use crate::words::{BehindKind, ColumnKind};
use chrono::NaiveDate;

/// One thing that was counted: which register it stands in, its number, and what of it counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing {
    pub kind: BehindKind,
    pub id: u32,
    /// What of it counted, such as the right of a claim.
    pub text: String,
}

/// The one figure whose rows are wanted, or none.
#[derive(Debug, Clone, Default)]
pub struct Trace(Option<[String; 3]>);

impl Trace {
    /// Only the figures.
    pub fn none() -> Self {
        Self(None)
    }

    /// The rows behind this figure.
    pub fn of(table: &str, row: &str, column: &str) -> Self {
        Self(Some([table.into(), row.into(), column.into()]))
    }

    /// An empty count for this place in a report.
    pub fn count(&self, table: &str, row: &str, column: &str) -> Count {
        let wanted = self
            .0
            .as_ref()
            .is_some_and(|[t, r, c]| t == table && r == row && c == column);
        Count {
            n: 0,
            kept: wanted.then(Vec::new),
        }
    }
}

/// A number of things.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    pub n: u32,
    kept: Option<Vec<Thing>>,
}

impl Count {
    /// One more. What it is is made only when it is kept.
    pub fn hit(&mut self, thing: impl FnOnce() -> Thing) {
        self.n = self.n.saturating_add(1);
        if let Some(kept) = &mut self.kept {
            kept.push(thing());
        }
    }

    /// What was counted, in the order it was counted; nothing unless it was asked for.
    pub fn things(&self) -> &[Thing] {
        self.kept.as_deref().unwrap_or_default()
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    /// Words that name one thing and open it.
    Named(String, BehindKind, u32),
    Count(Count),
    /// Days, to a tenth; absent where nothing was answered.
    Days(Option<f64>),
    Day(Option<NaiveDate>),
}

/// A row of a table being built.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: String,
    pub cells: Vec<Value>,
    pub total: bool,
}

/// A table being built.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub id: &'static str,
    pub title: String,
    /// Identifier, name and kind of each column.
    pub columns: Vec<(&'static str, String, ColumnKind)>,
    pub lines: Vec<Line>,
    pub empty: String,
    pub counting: Vec<CitedText>,
}

impl Table {
    /// As it crosses the border.
    pub fn shown(&self) -> ReportTable {
        ReportTable {
            id: self.id.to_owned(),
            title: self.title.clone(),
            columns: self
                .columns
                .iter()
                .map(|(id, name, kind)| ReportColumn {
                    id: (*id).to_owned(),
                    name: name.clone(),
                    kind: *kind,
                })
                .collect(),
            rows: self
                .lines
                .iter()
                .map(|line| ReportRow {
                    id: line.id.clone(),
                    cells: line.cells.iter().map(cell).collect(),
                    total: line.total,
                })
                .collect(),
            empty: self.empty.clone(),
            counting: self.counting.clone(),
        }
    }

    /// What was kept behind any of its figures.
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        self.lines
            .iter()
            .flat_map(|line| &line.cells)
            .flat_map(|cell| match cell {
                Value::Count(count) => count.things(),
                _ => &[],
            })
    }
}

fn cell(value: &Value) -> ReportCell {
    let opens = match value {
        Value::Named(_, kind, id) => Some(ReportOpens {
            kind: *kind,
            id: *id,
        }),
        _ => None,
    };
    let (text, value, behind) = match value {
        Value::Text(text) | Value::Named(text, ..) => (text.clone(), None, 0),
        Value::Count(count) => (count.n.to_string(), Some(f64::from(count.n)), count.n),
        Value::Days(days) => (
            days.map_or_else(String::new, |d| format!("{d:.1}")),
            *days,
            0,
        ),
        Value::Day(day) => (day.map_or_else(String::new, |d| d.to_string()), None, 0),
    };
    ReportCell {
        text,
        value,
        behind,
        opens,
    }
}

/// A cell as people read it: a count with commas.
pub fn read(cell: &ReportCell, kind: ColumnKind) -> String {
    match (kind, cell.value) {
        (ColumnKind::Count, Some(value)) => grouped(value),
        _ => cell.text.clone(),
    }
}
