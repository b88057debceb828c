//! How many fall into each class, such as days to answer or age: an upright bar for each, and the limit where there is one.

use super::canvas::{Anchor, Canvas, LEADING, Scale, WIDTH, grouped, times, width_of, wrapped};
use super::{Limit, column, figure, name, parts};
use crate::api::wire::{ReportPicture, ReportRow, ReportTable};
use crate::words::Ink;

const HEIGHT: f32 = 110.0;
/// Lines of a label.
const MOST_LINES: usize = 3;

/// The bars of column `n`, or nothing when nothing was counted.
pub fn draw(table: &ReportTable, title: &str, limit: Option<&Limit>) -> Option<ReportPicture> {
    let n = column(table, "n")?;
    let rows: Vec<&ReportRow> = parts(table).collect();
    let figures: Vec<f64> = rows.iter().map(|row| figure(row, n)).collect();
    let most = figures.iter().copied().fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let mut canvas = Canvas::default();
    let limit = limit.and_then(|limit| Some((limit, place(&rows, limit.days)?)));
    // The words of the limit stand above all bars.
    let top = if limit.is_some() { 28.0 } else { 14.0 };
    let scale = Scale::to(most);
    let left = canvas.floor(&scale, top, HEIGHT);
    let floor = top + HEIGHT;
    let each = (WIDTH - left) / rows.len().max(1) as f32;
    let wide = (each * 0.66).min(56.0);
    let line = limit.map(|(_, at)| left + each * at);
    let mut deepest = 1;
    for (at, (row, n)) in rows.iter().zip(&figures).enumerate() {
        let middle = left + each * (at as f32 + 0.5);
        let height = scale.of(*n) * HEIGHT;
        canvas.bar(
            (middle - wide / 2.0, floor - height),
            (wide, height),
            Ink::First,
        );
        let said = grouped(*n);
        let half = width_of(&said) / 2.0 + 3.0;
        // The figure makes way for the line.
        let (x, anchor) = match line {
            Some(line) if (line - middle).abs() < half && line >= middle => {
                (line - 3.0, Anchor::End)
            }
            Some(line) if (line - middle).abs() < half => (line + 3.0, Anchor::Start),
            _ => (middle, Anchor::Middle),
        };
        if half * 2.0 - 6.0 <= each {
            canvas.text(&said, (x, floor - height - 3.0), anchor, Ink::Ink);
        }
        let words = wrapped(&name(table, row), each - 4.0, MOST_LINES);
        for (at, words) in words.iter().enumerate() {
            let y = floor + LEADING * (at as f32 + 1.0);
            canvas.text(words, (middle, y), Anchor::Middle, Ink::Ink);
        }
        deepest = deepest.max(words.len());
    }
    if let (Some((limit, _)), Some(x)) = (limit, line) {
        canvas.line((x, 4.0), (x, floor), Ink::Limit);
        let room = (x - left).max(WIDTH - x) - 5.0;
        let words = wrapped(&limit.words, room, 1).concat();
        // On the side with more room.
        let (x, anchor) = if x - left > WIDTH - x {
            (x - 5.0, Anchor::End)
        } else {
            (x + 5.0, Anchor::Start)
        };
        canvas.text(&words, (x, 10.5), anchor, Ink::Ink);
    }
    let height = floor + LEADING * deepest as f32 + 4.0;
    let says = says(table, &rows, &figures, limit.map(|(limit, _)| limit));
    Some(canvas.picture(&table.id, title, says, height))
}

/// The first and the last day of a class, as its identifier says them: `0-7`, `8-14`, `61-`.
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
    // Beyond the last bar that ends; the open one begins somewhere before it.
    rows.len().checked_sub(1).map(|last| last as f32 + 0.5)
}

fn says(
    table: &ReportTable,
    rows: &[&ReportRow],
    figures: &[f64],
    limit: Option<&Limit>,
) -> String {
    let all: f64 = figures.iter().sum();
    let each: Vec<String> = rows
        .iter()
        .zip(figures)
        .filter(|(_, n)| **n > 0.0)
        .map(|(row, n)| format!("{} {}", name(table, row), grouped(*n)))
        .collect();
    let mut said = format!(
        "{} in all: {}.",
        times(all, "claim", "claims"),
        each.join(", ")
    );
    if let Some(limit) = limit {
        said.push_str(&format!(
            " The line marks the limit: {}.",
            limit.words.trim_end_matches('.')
        ));
    }
    said
}
