//! How many fall into each class, such as days to answer or age: an upright bar for each, and the limit where there is one.

use super::canvas::{Anchor, Canvas, LEADING, Scale, WIDTH, grouped, times, width_of, wrapped};
use super::{Limit, column, figure, name, parts};
use crate::api::wire::{ReportPicture, ReportRow, ReportTable};
use crate::words::Ink;

const HEIGHT: f32 = 110.0;
/// Lines of a label.
const MOST_LINES: usize = 3;

/// What the bars are made of: a column and its ink, from the floor up.
type Series = [(usize, Ink)];

/// Days to answer: the column of all laws, and the limit.
pub fn days(table: &ReportTable, limit: Option<&Limit>) -> Option<ReportPicture> {
    let series = [(column(table, "all")?, Ink::First)];
    draw(table, "Days to answer", &series, limit)
}

/// Age of what is open: what is late stands on what is not.
pub fn age(table: &ReportTable) -> Option<ReportPicture> {
    let series = [
        (column(table, "running")?, Ink::First),
        (column(table, "late")?, Ink::Late),
    ];
    draw(table, "Open, by days since receipt", &series, None)
}

/// Nothing when nothing was counted.
fn draw(
    table: &ReportTable,
    title: &str,
    series: &Series,
    limit: Option<&Limit>,
) -> Option<ReportPicture> {
    let rows: Vec<&ReportRow> = parts(table).collect();
    let sums: Vec<f64> = rows
        .iter()
        .map(|row| series.iter().map(|(at, _)| figure(row, *at)).sum())
        .collect();
    let most = sums.iter().copied().fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let mut canvas = Canvas::default();
    let limit = limit.and_then(|limit| Some((limit, place(&rows, limit.days)?)));
    let top = if series.len() > 1 {
        let entries: Vec<(String, Ink)> = series
            .iter()
            .filter_map(|(at, ink)| Some((table.columns.get(*at)?.name.clone(), *ink)))
            .collect();
        canvas.legend(&entries) + 10.0
    } else if limit.is_some() {
        // The words of the limit stand above all bars.
        28.0
    } else {
        14.0
    };
    let scale = Scale::to(most);
    let left = scale.margin();
    let floor = top + HEIGHT;
    let each = (WIDTH - left) / rows.len().max(1) as f32;
    let wide = (each * 0.66).min(56.0);
    let line = limit.map(|(_, at)| left + each * at);
    let mut deepest = 1;
    for (at, (row, sum)) in rows.iter().zip(&sums).enumerate() {
        let middle = left + each * (at as f32 + 0.5);
        let mut below = 0.0;
        for (at, ink) in series {
            let above = below + figure(row, *at);
            let (from, to) = (scale.of(below) * HEIGHT, scale.of(above) * HEIGHT);
            canvas.bar((middle - wide / 2.0, floor - to), (wide, to - from), *ink);
            below = above;
        }
        // All of them have their figure, or none has.
        if width_of(&grouped(most)) <= each {
            let said = grouped(*sum);
            let (x, anchor) = clear_of(line, middle, width_of(&said) / 2.0 + 3.0);
            let base = floor - scale.of(*sum) * HEIGHT - 3.0;
            canvas.text(&said, (x, base), anchor, Ink::Ink);
        }
        let words = wrapped(&name(table, row), each - 4.0, MOST_LINES);
        for (at, words) in words.iter().enumerate() {
            let y = floor + LEADING * (at as f32 + 1.0);
            canvas.text(words, (middle, y), Anchor::Middle, Ink::Ink);
        }
        deepest = deepest.max(words.len());
    }
    canvas.grid(&scale, (left, top), HEIGHT);
    if let (Some((limit, _)), Some(x)) = (limit, line) {
        mark(&mut canvas, limit, (left, x), floor);
    }
    let height = floor + LEADING * deepest as f32 + 4.0;
    let says = says(table, (&rows, &sums), series, limit.map(|(limit, _)| limit));
    Some(canvas.picture(&table.id, title, says, height))
}

/// Where a figure stands that makes way for the line of the limit.
fn clear_of(line: Option<f32>, middle: f32, half: f32) -> (f32, Anchor) {
    match line {
        Some(line) if (line - middle).abs() < half && line >= middle => (line - 3.0, Anchor::End),
        Some(line) if (line - middle).abs() < half => (line + 3.0, Anchor::Start),
        _ => (middle, Anchor::Middle),
    }
}

/// The line of the limit, its words on the side with more room.
fn mark(canvas: &mut Canvas, limit: &Limit, (left, x): (f32, f32), floor: f32) {
    canvas.line((x, 4.0), (x, floor), Ink::Limit);
    let room = (x - left).max(WIDTH - x) - 5.0;
    let words = wrapped(&limit.words, room, 1).concat();
    let (x, anchor) = if x - left > WIDTH - x {
        (x - 5.0, Anchor::End)
    } else {
        (x + 5.0, Anchor::Start)
    };
    canvas.text(&words, (x, 10.5), anchor, Ink::Ink);
}

/// The first and the last day of a class, as its identifier says them: `0-7`, `8-15`, `over-90`.
fn bounds(row: &ReportRow) -> Option<(u32, Option<u32>)> {
    let mut numbers = row
        .id
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| digits.parse::<u32>().ok());
    let first = numbers.next()??;
    Some((first, numbers.next().flatten()))
}

/// Where the end of this day lies, counted in bars from the left; nothing where the classes say no days.
fn place(rows: &[&ReportRow], day: u32) -> Option<f32> {
    for (at, row) in rows.iter().enumerate() {
        let (first, last) = bounds(row)?;
        if day < first {
            return Some(at as f32);
        }
        let Some(last) = last else { continue };
        if day <= last {
            let whole = f64::from(last.saturating_sub(first)) + 1.0;
            let part = (f64::from(day - first) + 1.0) / whole;
            return Some(at as f32 + part as f32);
        }
    }
    // Beyond the last bar that ends: somewhere within the open one.
    rows.len().checked_sub(1).map(|last| last as f32 + 0.5)
}

fn says(
    table: &ReportTable,
    (rows, sums): (&[&ReportRow], &[f64]),
    series: &Series,
    limit: Option<&Limit>,
) -> String {
    let all: f64 = sums.iter().sum();
    let each: Vec<String> = rows
        .iter()
        .zip(sums)
        .filter(|(_, n)| **n > 0.0)
        .map(|(row, n)| format!("{} days: {}", name(table, row), grouped(*n)))
        .collect();
    let mut said = format!(
        "{} in all. {}.",
        times(all, "claim", "claims"),
        each.join("; ")
    );
    if let Some((at, _)) = series.get(1) {
        let late: f64 = rows.iter().map(|row| figure(row, *at)).sum();
        said.push_str(&format!(" Late: {}.", grouped(late)));
    }
    if let Some(limit) = limit {
        let words = limit.words.trim_end_matches('.');
        said.push_str(&format!(" The line marks the limit: {words}."));
    }
    said
}
