//! The table: a group for each law, a row for each right, the sum at the end.

use super::frame::{Frame, GREY, TEXT, bold, plain};
use crate::api::wire::{YearRow, YearSummary};
use crate::letter::{Align, Pt, Style};

/// The columns of figures and their widths.
const COLUMNS: [(&str, Pt); 9] = [
    ("Received", 45.0),
    ("In full", 38.0),
    ("In part", 38.0),
    ("Refused", 42.0),
    ("Withdrawn", 52.0),
    ("Open", 33.0),
    ("Late", 30.0),
    ("Median", 40.0),
    ("Mean", 36.0),
];
const SIZE: Pt = 9.5;
const LEADING: Pt = 12.5;
const PADDING: Pt = 2.5;
/// Names of rights stand in a little from those of laws.
const INDENT: Pt = 8.0;

/// Draws the whole table; the head stands again on each page it reaches.
pub fn table(frame: &mut Frame, summary: &YearSummary) {
    frame.keep(110.0);
    frame.line("Every law and right", bold(11.0, TEXT), 19.0);
    head(frame);
    let groups: Vec<&[YearRow]> = summary.rows.chunk_by(|a, b| a.law == b.law).collect();
    for (at, rows) in groups.iter().enumerate() {
        let last_group = at + 1 == groups.len();
        for (row_at, row) in rows.iter().enumerate() {
            let names = name_lines(frame, &capital(&row.right_name), INDENT, plain(SIZE, TEXT));
            let mut height = row_height(&names);
            if row_at == 0 {
                height += row_height(&[String::new()]) + 4.0;
            }
            // The sum takes the last row with it to the next page.
            if last_group && row_at + 1 == rows.len() {
                height += row_height(&[String::new()]) + 6.0;
            }
            if frame.keep(height) {
                head(frame);
                if row_at > 0 {
                    law(frame, &format!("{} (continued)", row.law_short), rows);
                }
            }
            if row_at == 0 {
                law(frame, &row.law_short, rows);
            }
            figures(frame, &names, INDENT, &cells(row), plain(SIZE, TEXT));
        }
    }
    frame.y += 2.0;
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.y += 2.0;
    let names = vec!["All laws and rights".to_owned()];
    let total = cells(&summary.total);
    figures(frame, &names, 0.0, &total, bold(SIZE, TEXT));
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.y += 4.0;
}

fn head(frame: &mut Frame) {
    let style = plain(8.0, GREY);
    let above = frame.y + 8.0;
    frame
        .drawing
        .text("Days to answer", frame.right, above, Align::Right, style);
    // Over the last two columns, short of the third.
    frame.drawing.rule(frame.right - 68.0, above + 3.0, 68.0);
    let baseline = above + 13.0;
    frame
        .drawing
        .text("Law and right", frame.left, baseline, Align::Left, style);
    for ((name, _), x) in COLUMNS.iter().zip(edges(frame)) {
        frame.drawing.text(name, x, baseline, Align::Right, style);
    }
    frame.y = baseline + 4.0;
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.y += 2.0;
}

/// A law's name above its rights, and the sum of their counts where there are several.
///
/// Days have no sum here: a median of medians would be no median.
fn law(frame: &mut Frame, name: &str, rows: &[YearRow]) {
    frame.y += 4.0;
    let style = bold(SIZE, TEXT);
    let names = name_lines(frame, name, 0.0, style);
    let cells = if rows.len() > 1 {
        let sum = |of: fn(&YearRow) -> u32| {
            rows.iter()
                .map(of)
                .fold(0_u32, u32::saturating_add)
                .to_string()
        };
        [
            sum(|r| r.received),
            sum(|r| r.in_full),
            sum(|r| r.in_part),
            sum(|r| r.refused),
            sum(|r| r.withdrawn),
            sum(|r| r.open),
            sum(|r| r.late),
            String::new(),
            String::new(),
        ]
    } else {
        Default::default()
    };
    figures(frame, &names, 0.0, &cells, style);
}

/// One row: its name on as many lines as it needs, its figures beside the first.
fn figures(frame: &mut Frame, names: &[String], indent: Pt, cells: &[String; 9], style: Style) {
    let top = frame.y + PADDING;
    for (at, name) in names.iter().enumerate() {
        let baseline = top + LEADING * at as Pt + LEADING * 0.76;
        let x = frame.left + indent;
        frame.drawing.text(name, x, baseline, Align::Left, style);
        if at == 0 {
            for (cell, x) in cells.iter().zip(edges(frame)) {
                if !cell.is_empty() {
                    frame.drawing.text(cell, x, baseline, Align::Right, style);
                }
            }
        }
    }
    frame.y += row_height(names);
}

fn row_height(names: &[String]) -> Pt {
    names.len().max(1) as Pt * LEADING + PADDING
}

fn name_lines(frame: &mut Frame, name: &str, indent: Pt, style: Style) -> Vec<String> {
    let figures: Pt = COLUMNS.iter().map(|(_, width)| width).sum();
    let room = frame.measure - figures - indent;
    frame.drawing.broken(name, room, style)
}

/// The right edge of each column.
fn edges(frame: &Frame) -> [Pt; 9] {
    let mut x = frame.right;
    let mut edges = [0.0; 9];
    for (edge, (_, width)) in edges.iter_mut().zip(COLUMNS).rev() {
        *edge = x;
        x -= width;
    }
    edges
}

fn cells(row: &YearRow) -> [String; 9] {
    // One decimal everywhere, so that the points stand under each other.
    let days = |n: Option<f64>| n.map_or_else(|| "–".to_owned(), |n| format!("{n:.1}"));
    [
        row.received.to_string(),
        row.in_full.to_string(),
        row.in_part.to_string(),
        row.refused.to_string(),
        row.withdrawn.to_string(),
        row.open.to_string(),
        row.late.to_string(),
        days(row.median_days),
        days(row.mean_days),
    ]
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
