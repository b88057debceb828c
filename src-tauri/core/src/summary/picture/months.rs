//! What came in each month, a bar for each, parted by right.

use super::canvas::{Anchor, Canvas, LEADING, Scale, WIDTH, fitted, grouped, times, width_of};
use super::{figure, name, parts};
use crate::api::wire::{ReportPicture, ReportRow, ReportTable};
use crate::words::{ColumnKind, Ink};
use chrono::{Datelike, NaiveDate};

const HEIGHT: f32 = 120.0;
const INKS: [Ink; 4] = [Ink::First, Ink::Second, Ink::Third, Ink::Fourth];

/// What is drawn in one ink: a right, or the rest of them together.
struct Series {
    name: String,
    /// One a month.
    figures: Vec<f64>,
    sum: f64,
}

/// The bars with their legend, or nothing when nothing came in.
pub fn draw(table: &ReportTable) -> Option<ReportPicture> {
    let months: Vec<&ReportRow> = parts(table).collect();
    let series = four(all(table, &months));
    let sums: Vec<f64> = (0..months.len())
        .map(|at| series.iter().filter_map(|one| one.figures.get(at)).sum())
        .collect();
    let most = sums.iter().copied().fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let mut canvas = Canvas::default();
    let legend: Vec<(String, Ink)> = series
        .iter()
        .zip(INKS)
        .map(|(one, ink)| (one.name.clone(), ink))
        .collect();
    let top = canvas.legend(&legend) + 10.0;
    let scale = Scale::to(most);
    let left = scale.margin();
    let floor = top + HEIGHT;
    let each = (WIDTH - left) / months.len().max(1) as f32;
    let wide = (each * 0.66).min(44.0);
    for (at, sum) in sums.iter().enumerate() {
        let middle = left + each * (at as f32 + 0.5);
        let mut below = 0.0;
        for (one, ink) in series.iter().zip(INKS) {
            let part = one.figures.get(at).copied().unwrap_or(0.0);
            let (from, to) = (scale.of(below) * HEIGHT, scale.of(below + part) * HEIGHT);
            canvas.bar((middle - wide / 2.0, floor - to), (wide, to - from), ink);
            below += part;
        }
        // All of them have their figure, or none has.
        if *sum > 0.0 && width_of(&grouped(most)) <= each {
            let above = floor - scale.of(*sum) * HEIGHT - 3.0;
            canvas.text(&grouped(*sum), (middle, above), Anchor::Middle, Ink::Ink);
        }
    }
    canvas.grid(&scale, (left, top), HEIGHT);
    labels(&mut canvas, table, &months, (left, each), floor);
    let height = floor + LEADING * 2.0 + 4.0;
    let says = says(table, &months, &series, &sums);
    Some(canvas.picture(&table.id, "Requests by month and right", says, height))
}

/// The rights in the order of the table.
fn all(table: &ReportTable, months: &[&ReportRow]) -> Vec<Series> {
    let mut counts: Vec<usize> = (0..table.columns.len())
        .filter(|at| {
            let column = table.columns.get(*at);
            column.is_some_and(|column| column.kind == ColumnKind::Count)
        })
        .collect();
    // The last column is of all rights together.
    if counts.len() > 1 {
        counts.pop();
    }
    counts
        .into_iter()
        .map(|at| {
            let figures: Vec<f64> = months.iter().map(|row| figure(row, at)).collect();
            Series {
                name: table
                    .columns
                    .get(at)
                    .map_or_else(String::new, |c| c.name.clone()),
                sum: figures.iter().sum(),
                figures,
            }
        })
        .filter(|one| one.sum > 0.0)
        .collect()
}

/// The three largest and the rest as one, where there are more than four.
fn four(all: Vec<Series>) -> Vec<Series> {
    if all.len() <= INKS.len() {
        return all;
    }
    let mut sums: Vec<f64> = all.iter().map(|one| one.sum).collect();
    sums.sort_by(|a, b| b.total_cmp(a));
    let least = sums.get(INKS.len() - 2).copied().unwrap_or(0.0);
    let mut kept = Vec::new();
    let mut rest: Vec<Series> = Vec::new();
    for one in all {
        if one.sum >= least && kept.len() < INKS.len() - 1 {
            kept.push(one);
        } else {
            rest.push(one);
        }
    }
    let months = rest.first().map_or(0, |one| one.figures.len());
    kept.push(Series {
        name: "Other".to_owned(),
        figures: (0..months)
            .map(|at| rest.iter().filter_map(|one| one.figures.get(at)).sum())
            .collect(),
        sum: rest.iter().map(|one| one.sum).sum(),
    });
    kept
}

/// The months beneath the floor, as many as fit, and the year beneath its first.
fn labels(
    canvas: &mut Canvas,
    table: &ReportTable,
    months: &[&ReportRow],
    (left, each): (f32, f32),
    floor: f32,
) {
    let every = (width_of("Sep ") / each).ceil().max(1.0) as usize;
    let mut year = None;
    let mut free = left;
    for (at, row) in months.iter().enumerate() {
        let middle = left + each * (at as f32 + 0.5);
        let below = floor + LEADING;
        let Some(first) = month(row) else {
            let said = fitted(&name(table, row), each * every as f32 - 3.0);
            if at % every == 0 {
                canvas.text(&said, (middle, below), Anchor::Middle, Ink::Ink);
            }
            continue;
        };
        if at % every == 0 {
            let said = first.format("%b").to_string();
            canvas.text(&said, (middle, below), Anchor::Middle, Ink::Ink);
        }
        let said = first.year().to_string();
        let from = middle - width_of("Jan") / 2.0;
        if year != Some(first.year()) && from >= free && from + width_of(&said) <= WIDTH {
            canvas.text(&said, (from, below + LEADING), Anchor::Start, Ink::Faint);
            free = from + width_of(&said) + 4.0;
            year = Some(first.year());
        }
    }
}

/// The first day of the month a row stands for.
fn month(row: &ReportRow) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(&format!("{}-01", row.id), "%Y-%m-%d").ok()
}

fn says(table: &ReportTable, months: &[&ReportRow], series: &[Series], sums: &[f64]) -> String {
    let all: f64 = sums.iter().sum();
    let most = sums.iter().copied().fold(0.0, f64::max);
    let when: Vec<String> = months
        .iter()
        .zip(sums)
        .filter(|(_, sum)| **sum == most)
        .map(|(row, _)| match month(row) {
            Some(first) => first.format("%B %Y").to_string(),
            None => name(table, row),
        })
        .collect();
    let when = match when.as_slice() {
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        several => format!("each of {} months", several.len()),
    };
    let rights: Vec<String> = series
        .iter()
        .map(|one| format!("{}: {}", one.name, grouped(one.sum)))
        .collect();
    // The last column counts each request once, however many rights it invokes.
    let last = table.columns.len().saturating_sub(1);
    let requests: f64 = months.iter().map(|row| figure(row, last)).sum();
    format!(
        "{} invoked in {}, the most in {when} ({}). {}.",
        times(all, "right", "rights"),
        times(requests, "request", "requests"),
        grouped(most),
        rights.join("; ")
    )
}
