//! The parts of one row: what came of a group of claims, and how long it took.

use crate::summary::fact::{Fact, Spread};
use crate::summary::report::{Count, Line, Thing, Trace, Value};
use crate::words::{ColumnKind, Outcome};

/// One column of a table being built.
pub type Column = (&'static str, String, ColumnKind);

/// What came of a group of claims. Received is the sum of in full, in part, refused, withdrawn and open.
#[derive(Debug, Clone)]
pub struct Parts {
    pub received: Count,
    /// In full or in part.
    pub complied: Count,
    pub in_full: Count,
    pub in_part: Count,
    pub refused: Count,
    pub withdrawn: Count,
    pub open: Count,
    pub in_time: Count,
    pub late: Count,
    pub extended: Count,
    pub days: Spread,
}

impl Parts {
    /// Nothing yet, for this row of a table.
    pub fn new(trace: &Trace, table: &str, row: &str) -> Self {
        let count = |column| trace.count(table, row, column);
        Self {
            received: count("received"),
            complied: count("complied"),
            in_full: count("in-full"),
            in_part: count("in-part"),
            refused: count("refused"),
            withdrawn: count("withdrawn"),
            open: count("open"),
            in_time: count("in-time"),
            late: count("late"),
            extended: count("extended"),
            days: Spread::default(),
        }
    }

    /// One claim more. What stands behind it is made only where it is kept.
    pub fn hit(&mut self, fact: &Fact, thing: &dyn Fn() -> Thing) {
        self.received.hit(thing);
        let became = fact.became();
        match became {
            None => self.open.hit(thing),
            Some(Outcome::Granted) => {
                self.complied.hit(thing);
                self.in_full.hit(thing);
            }
            Some(Outcome::GrantedInPart) => {
                self.complied.hit(thing);
                self.in_part.hit(thing);
            }
            Some(Outcome::Refused) => self.refused.hit(thing),
            Some(Outcome::Withdrawn) => self.withdrawn.hit(thing),
        }
        if fact.extended {
            self.extended.hit(thing);
        }
        if fact.late {
            self.late.hit(thing);
        } else if fact.timed && became.is_some_and(|outcome| outcome != Outcome::Withdrawn) {
            self.in_time.hit(thing);
        }
        if let Some(days) = fact.days() {
            self.days.hit(days);
        }
    }

    /// The row, behind the words that name it.
    pub fn line(self, id: String, names: Vec<String>, total: bool) -> Line {
        let mut cells: Vec<Value> = names.into_iter().map(Value::Text).collect();
        let (median, mean) = (self.days.median(), self.days.mean());
        cells.extend(
            [
                self.received,
                self.in_full,
                self.in_part,
                self.refused,
                self.withdrawn,
                self.open,
                self.in_time,
                self.extended,
                self.late,
            ]
            .map(Value::Count),
        );
        cells.extend([Value::Days(median), Value::Days(mean)]);
        Line { id, cells, total }
    }
}

/// A column of words.
pub fn text(id: &'static str, name: &str) -> Column {
    (id, name.into(), ColumnKind::Text)
}

/// A column of things counted.
pub fn count(id: &'static str, name: &str) -> Column {
    (id, name.into(), ColumnKind::Count)
}

/// The columns of [`Parts::line`], named as the table calls a grant and a refusal.
pub fn columns(granted: &str, in_part: &str, refused: &str) -> Vec<Column> {
    let mut all: Vec<Column> = [
        ("received", "Received"),
        ("in-full", granted),
        ("in-part", in_part),
        ("refused", refused),
        ("withdrawn", "Withdrawn"),
        ("open", "Open"),
        ("in-time", "In time"),
        ("extended", "Extended"),
        ("late", "Late"),
    ]
    .map(|(id, name)| count(id, name))
    .to_vec();
    all.extend(measures());
    all
}

/// How long it took.
pub fn measures() -> [Column; 2] {
    [("median", "Median days"), ("mean", "Mean days")]
        .map(|(id, name)| (id, name.to_owned(), ColumnKind::Days))
}
