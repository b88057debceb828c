//! What is drawn rather than read: requests month by month, days to answer, age of what is open.

use super::parts::{count, text};
use super::{DAYS, Of, of_claims, rule};
use crate::api::wire::CitedText;
use crate::summary::report::{Count, Line, Table, Thing, Value};
use crate::words::Right;
use chrono::{Datelike, NaiveDate};

/// As many months as anybody reads: a longer span begins and ends with the requests it has.
const MONTHS: usize = 120;

/// Requests per month by right: how many of them invoke it.
pub fn months(of: &Of) -> Table {
    const TABLE: &str = "months";
    let lines = &of.facts.lines;
    let (mut first, mut last) = (of.first, of.last);
    if month(first, last) >= MONTHS {
        first = lines.iter().map(|f| f.received).min().unwrap_or(of.first);
        last = lines
            .iter()
            .map(|f| f.received)
            .max()
            .unwrap_or(of.first)
            .max(first);
    }
    let mut seen = [false; Right::ALL.len()];
    for fact in lines {
        seen[fact.right as usize] = true;
    }
    let rights: Vec<Right> = Right::ALL
        .iter()
        .copied()
        .filter(|right| seen[*right as usize])
        .collect();
    let counts = |row: &str| -> Vec<Count> {
        rights
            .iter()
            .map(|right| right.id())
            .chain(["requests"])
            .map(|column| of.trace.count(TABLE, row, column))
            .collect()
    };
    let mut at = [0; Right::ALL.len()];
    for (place, right) in rights.iter().enumerate() {
        at[*right as usize] = place;
    }
    let mut rows: Vec<(NaiveDate, Vec<Count>)> = Vec::new();
    let mut begins = Some(first);
    for _ in 0..=month(first, last) {
        let Some(day) = begins else { break };
        rows.push((day, counts(&day.format("%Y-%m").to_string())));
        begins = day.with_day(1).and_then(|d| d.checked_add_months(ONE));
    }
    let mut total = counts("total");
    // A request stands once in each of its rights, under however many laws; facts come request by request.
    let mut of_request = (None, [false; Right::ALL.len()]);
    for fact in lines {
        if of_request.0 != Some(fact.request) {
            of_request = (Some(fact.request), [false; Right::ALL.len()]);
            let thing = || of.thing(fact);
            if let Some((_, row)) = rows.get_mut(month(first, fact.received)) {
                hit(row, rights.len(), &thing);
            }
            hit(&mut total, rights.len(), &thing);
        }
        if std::mem::replace(&mut of_request.1[fact.right as usize], true) {
            continue;
        }
        let thing = || of.thing(fact);
        if let Some((_, row)) = rows.get_mut(month(first, fact.received)) {
            hit(row, at[fact.right as usize], &thing);
        }
        hit(&mut total, at[fact.right as usize], &thing);
    }
    let mut columns = vec![text("month", "Month")];
    columns.extend(
        rights
            .iter()
            .map(|right| count(right.id(), &(of.names.plain)(*right))),
    );
    columns.push(count("requests", "Requests"));
    let mut shown: Vec<Line> = rows
        .into_iter()
        .map(|(day, counts)| {
            let name = day.format("%B %Y").to_string();
            line(day.format("%Y-%m").to_string(), name, counts, false)
        })
        .collect();
    shown.push(line("total".into(), "All months".into(), total, true));
    if lines.is_empty() {
        shown.clear();
    }
    Table {
        id: TABLE,
        title: "Requests by month and right".into(),
        columns,
        lines: shown,
        empty: "No request was received in this span.".into(),
        counting: [
            "The month is that of the day of receipt in the desk’s time zone.",
            "A request counts once for each right it invokes, under however many laws, and once in the last column; so the rights can add up to more than the requests.",
        ]
        .map(rule)
        .to_vec(),
    }
}

const ONE: chrono::Months = chrono::Months::new(1);

fn hit(row: &mut [Count], at: usize, thing: &dyn Fn() -> Thing) {
    if let Some(count) = row.get_mut(at) {
        count.hit(thing);
    }
}

/// A row of counts behind its name.
fn line(id: String, name: String, counts: Vec<Count>, total: bool) -> Line {
    Line {
        id,
        cells: std::iter::once(Value::Text(name))
            .chain(counts.into_iter().map(Value::Count))
            .collect(),
        total,
    }
}

/// How many months after another a day lies; 0 in the same one.
fn month(first: NaiveDate, day: NaiveDate) -> usize {
    let months = (day.year() - first.year()) * 12 + day.month0() as i32 - first.month0() as i32;
    usize::try_from(months).unwrap_or_default()
}

/// Days to answer in classes, each law for itself. `upper` are the last days of the classes, rising.
pub fn days(of: &Of, upper: &[u32], says: &CitedText) -> Table {
    const TABLE: &str = "days";
    let mut laws: Vec<(String, &'static str, usize)> = of
        .facts
        .laws
        .iter()
        .enumerate()
        .map(|(place, id)| {
            let (id, short) = (of.names.law)(id);
            (short, id, place)
        })
        .collect();
    laws.sort();
    let mut at = vec![0; laws.len()];
    for (column, (_, _, place)) in laws.iter().enumerate() {
        at[*place] = column;
    }
    let ids: Vec<&'static str> = laws.iter().map(|law| law.1).chain(["all"]).collect();
    let mut classes = Classes::new(of, TABLE, upper, &ids);
    for fact in &of.facts.lines {
        let Some(days) = fact.days() else { continue };
        let column = at.get(usize::from(fact.law)).copied().unwrap_or_default();
        classes.hit(i64::from(days), &[column, ids.len() - 1], &|| {
            of.thing(fact)
        });
    }
    let mut columns = vec![text("class", "Days")];
    columns.extend(laws.iter().map(|(short, id, _)| count(id, short)));
    columns.push(count("all", "All laws"));
    let mut counting = vec![rule(DAYS), says.clone()];
    counting.extend(of_claims());
    Table {
        id: TABLE,
        title: "Days to answer".into(),
        columns,
        lines: classes.lines(),
        empty: "Nothing was answered in this span.".into(),
        counting,
    }
}

/// How old is what is open, as of the day the report is made.
pub fn age(of: &Of, upper: &[u32], says: &CitedText) -> Table {
    const TABLE: &str = "age";
    let mut classes = Classes::new(of, TABLE, upper, &["running", "late", "all"]);
    for fact in &of.facts.lines {
        // What came after the day the report was made was not open on it.
        if fact.became().is_some() || fact.received > of.as_of {
            continue;
        }
        let days = (of.as_of - fact.received).num_days();
        classes.hit(days, &[usize::from(fact.late), 2], &|| of.thing(fact));
    }
    let mut counting = vec![
        rule("Days run from the day of receipt to the day on which this report was made."),
        says.clone(),
    ];
    counting.extend(of_claims());
    Table {
        id: TABLE,
        title: "Age of what is open".into(),
        columns: vec![
            text("class", "Days since receipt"),
            count("running", "Within its time"),
            count("late", "Late"),
            count("all", "Open"),
        ],
        lines: classes.lines(),
        empty: "Nothing is open.".into(),
        counting,
    }
}

/// Rows of classes of days, and their sum.
struct Classes<'a> {
    upper: &'a [u32],
    /// Identifier, name, counts.
    rows: Vec<(String, String, Vec<Count>)>,
    total: Vec<Count>,
}

impl<'a> Classes<'a> {
    fn new(of: &Of, table: &str, upper: &'a [u32], columns: &[&'static str]) -> Self {
        let counts = |row: &str| -> Vec<Count> {
            columns
                .iter()
                .map(|column| of.trace.count(table, row, column))
                .collect()
        };
        let mut rows = Vec::with_capacity(upper.len() + 1);
        let mut from = 0;
        for to in upper {
            let id = format!("{from}-{to}");
            let of_row = counts(&id);
            rows.push((id, format!("{from} to {to}"), of_row));
            from = to + 1;
        }
        let over = upper.last().copied().unwrap_or_default();
        let id = format!("over-{over}");
        let of_row = counts(&id);
        rows.push((id, format!("Over {over}"), of_row));
        Self {
            upper,
            rows,
            total: counts("total"),
        }
    }

    fn hit(&mut self, days: i64, columns: &[usize], thing: &dyn Fn() -> Thing) {
        let class = self.upper.partition_point(|upper| i64::from(*upper) < days);
        for column in columns {
            if let Some((_, _, row)) = self.rows.get_mut(class) {
                hit(row, *column, thing);
            }
            hit(&mut self.total, *column, thing);
        }
    }

    /// No rows where nothing was counted.
    fn lines(self) -> Vec<Line> {
        if self.total.iter().all(|count| count.n == 0) {
            return Vec::new();
        }
        let mut all: Vec<Line> = self
            .rows
            .into_iter()
            .map(|(id, name, counts)| line(id, name, counts, false))
            .collect();
        all.push(line("total".into(), "All".into(), self.total, true));
        all
    }
}
