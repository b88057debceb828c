//! The charts: requests by month, outcomes by law. Every bar carries its figure.

use super::frame::{Frame, GREY, TEXT, bold, plain};
use crate::api::wire::{YearRow, YearSummary};
use crate::letter::{Align, Pt};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const MONTHS_HEIGHT: Pt = 72.0;
const BAR_GREY: u8 = 45;

type Count = fn(&YearRow) -> u32;

/// Outcomes in the order of the table, each in a grey that copies well.
const OUTCOMES: [(&str, u8, Count); 5] = [
    ("In full", 30, |r| r.in_full),
    ("In part", 52, |r| r.in_part),
    ("Refused", 68, |r| r.refused),
    ("Withdrawn", 82, |r| r.withdrawn),
    ("Open", 92, |r| r.open),
];

/// Requests received in each month.
pub fn months(frame: &mut Frame, summary: &YearSummary) {
    frame.keep(MONTHS_HEIGHT + 60.0);
    frame.line("Requests by month of receipt", bold(11.0, TEXT), 16.0);
    let most = summary.months.iter().map(|m| m.received).max().unwrap_or(0);
    let each = frame.measure / 12.0;
    let floor = frame.y + 12.0 + MONTHS_HEIGHT;
    for (month, name) in summary.months.iter().zip(MONTHS) {
        let at = month.month.saturating_sub(1) as Pt;
        let middle = frame.left + each * (at + 0.5);
        let height = share(month.received, most) * MONTHS_HEIGHT;
        if month.received > 0 {
            let width = each * 0.62;
            let left = middle - width / 2.0;
            frame
                .drawing
                .bar(left, floor - height, width, height, BAR_GREY);
        }
        let figure = month.received.to_string();
        let style = plain(8.5, TEXT);
        let above = floor - height - 3.0;
        frame
            .drawing
            .text(&figure, middle, above, Align::Centre, style);
        let label = plain(8.5, GREY);
        frame
            .drawing
            .text(name, middle, floor + 11.0, Align::Centre, label);
    }
    frame.drawing.rule(frame.left, floor, frame.measure);
    frame.y = floor + 16.0;
    frame.space(20.0);
}

/// What became of the claims under each law.
pub fn outcomes(frame: &mut Frame, summary: &YearSummary) {
    let groups: Vec<&[YearRow]> = summary.rows.chunk_by(|a, b| a.law == b.law).collect();
    let most = groups
        .iter()
        .map(|g| sum(g, |r| r.received))
        .max()
        .unwrap_or(0);
    frame.keep(80.0);
    frame.line("Outcomes of the claims, by law", bold(11.0, TEXT), 16.0);
    legend(frame);
    let name_width = 110.0;
    let full = frame.measure - name_width - 30.0;
    for group in groups {
        frame.keep(20.0);
        let name = group
            .first()
            .map(|r| r.law_short.as_str())
            .unwrap_or_default();
        let style = plain(9.5, TEXT);
        let names = frame.drawing.broken(name, name_width - 8.0, style);
        let name = names.first().map(String::as_str).unwrap_or_default();
        let baseline = frame.y + 12.0;
        frame
            .drawing
            .text(name, frame.left, baseline, Align::Left, style);
        let received = sum(group, |r| r.received);
        let mut x = frame.left + name_width;
        for (_, grey, of) in OUTCOMES {
            let count = sum(group, of);
            if count == 0 {
                continue;
            }
            let width = (share(count, most) * full).max(1.5);
            frame
                .drawing
                .bar(x, frame.y + 2.0, width - 0.75, 14.0, grey);
            let figure = count.to_string();
            if width > 6.0 + 5.5 * figure.len() as Pt {
                let ink = if grey < 60 { 100 } else { TEXT };
                let middle = x + width / 2.0;
                frame
                    .drawing
                    .text(&figure, middle, baseline, Align::Centre, plain(8.5, ink));
            }
            x += width;
        }
        let figure = received.to_string();
        frame
            .drawing
            .text(&figure, x + 5.0, baseline, Align::Left, bold(8.5, TEXT));
        frame.y += 20.0;
    }
    frame.space(16.0);
}

fn legend(frame: &mut Frame) {
    let mut x = frame.left;
    let baseline = frame.y + 9.0;
    for (name, grey, _) in OUTCOMES {
        frame.drawing.bar(x, frame.y + 1.5, 9.0, 9.0, grey);
        let style = plain(8.5, GREY);
        x += 13.0
            + frame
                .drawing
                .text(name, x + 13.0, baseline, Align::Left, style)
            + 14.0;
    }
    frame.y += 18.0;
}

fn sum(rows: &[YearRow], of: Count) -> u32 {
    rows.iter().map(of).fold(0, u32::saturating_add)
}

fn share(part: u32, whole: u32) -> Pt {
    if whole == 0 {
        return 0.0;
    }
    (f64::from(part) / f64::from(whole)) as Pt
}
