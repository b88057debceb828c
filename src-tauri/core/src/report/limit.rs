//! The one period within which everything in a report had to be answered, where there is one: the line in the picture of days.

use super::Asked;
use crate::api::wire::ReportTable;
use crate::desk::Desk;
use crate::law::{CountedFrom, Period, Unit};
use crate::summary::Limit;
use crate::words::{ColumnKind, Right};

/// A month, to be drawn on an axis of days; the dates themselves are counted by the law.
const MONTH: u32 = 30;

/// The limit of the law that stands alone in the table of days, if every right in the table of rights has the same.
pub fn of(desk: &Desk, asked: &Asked, tables: &[ReportTable]) -> Option<Limit> {
    let find = |id: &str| tables.iter().find(|table| table.id == id);
    let mut laws = find("days")?
        .columns
        .iter()
        .filter(|column| column.kind == ColumnKind::Count && column.id != "all");
    let (Some(law), None) = (laws.next(), laws.next()) else {
        return None;
    };
    let law = desk.library.law(&law.id).ok()?;
    let mut one: Option<&Period> = None;
    for row in &find("rights")?.rows {
        let right = row.id.strip_prefix(&format!("{}-", law.id));
        let Some(right) = right.and_then(Right::from_id) else {
            continue;
        };
        let rule = law.right(right, asked.last).ok()?;
        let period = law.clock(rule, asked.last).ok()?.respond.as_ref()?;
        let same = one.is_none_or(|one| (one.count, one.unit) == (period.count, period.unit));
        if !same || period.house || period.from != CountedFrom::default() {
            return None;
        }
        one = Some(period);
    }
    let period = one?;
    let (days, words) = match (period.unit, period.count) {
        (Unit::Months, 1) => (MONTH, "One month".to_owned()),
        (Unit::Months, n) => (n * MONTH, format!("{n} months")),
        (Unit::Days, n) => (n, format!("{n} days")),
        // So many working days are another number of days each time.
        (Unit::BusinessDays, _) => return None,
    };
    Some(Limit {
        days,
        words: format!("{words} ({})", period.cite),
    })
}
