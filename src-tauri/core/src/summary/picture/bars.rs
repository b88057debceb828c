//! In time against late for each right: a lying bar for each, with its figures.

use super::canvas::{Anchor, Canvas, LEADING, Scale, WIDTH, fitted, grouped, width_of, wrapped};
use super::{column, figure, names, parts};
use crate::api::wire::{ReportPicture, ReportTable};
use crate::words::Ink;

/// As high as a picture can be on a page that lies on its side, with its words in one size everywhere.
const HIGHEST: f32 = 376.0;
/// Legend, names of the columns and the axis.
const AROUND: f32 = 56.0;
/// The names have some air before the bars: the screen sets words larger.
const NAMES: f32 = 172.0;
const BAR: f32 = 11.0;
const GAP: f32 = 7.0;

/// One bar.
#[derive(Clone)]
struct Bar {
    /// The law and the right.
    names: Vec<String>,
    in_time: f64,
    late: f64,
}

impl Bar {
    /// With the white beneath it.
    fn height(&self) -> f32 {
        (lines(&self.names).len().max(1) as f32 * LEADING).max(BAR) + GAP
    }
}

/// The bars of the columns `in-time` and `late`, or nothing when both are empty.
pub fn draw(table: &ReportTable) -> Option<ReportPicture> {
    let (in_time, late) = (column(table, "in-time")?, column(table, "late")?);
    let all: Vec<Bar> = parts(table)
        .map(|row| Bar {
            names: names(table, row).into_iter().map(str::to_owned).collect(),
            in_time: figure(row, in_time),
            late: figure(row, late),
        })
        .filter(|bar| bar.in_time + bar.late > 0.0)
        .collect();
    let says = says(&all);
    let mut shown = all.len();
    let mut bars = largest(&all, shown);
    while shown > 2 && bars.iter().map(Bar::height).sum::<f32>() > HIGHEST - AROUND {
        shown -= 1;
        bars = largest(&all, shown);
    }
    let most = bars
        .iter()
        .map(|bar| bar.in_time + bar.late)
        .fold(0.0, f64::max);
    if most <= 0.0 {
        return None;
    }
    let mut canvas = Canvas::default();
    let legend = [
        ("In time".to_owned(), Ink::First),
        ("Late".to_owned(), Ink::Late),
    ];
    let top = canvas.legend(&legend);
    let scale = Scale::to(most);
    // The figures stand in two columns at the right, one under the other.
    let wide = width_of(&grouped(most)).max(width_of("In time")) + 8.0;
    let room = WIDTH - NAMES - 2.0 * wide - 8.0;
    let heads = top + LEADING - 4.0;
    canvas.text("In time", (WIDTH - wide, heads), Anchor::End, Ink::Faint);
    canvas.text("Late", (WIDTH, heads), Anchor::End, Ink::Faint);
    let mut y = heads + 6.0;
    canvas.line((0.0, y), (WIDTH, y), Ink::Faint);
    y += GAP;
    let first = y - 2.0;
    for bar in &bars {
        let names = lines(&bar.names);
        let tall = names.len().max(1) as f32 * LEADING;
        for (at, words) in names.iter().enumerate() {
            let base = y + 8.6 + LEADING * at as f32;
            canvas.text(words, (0.0, base), Anchor::Start, Ink::Ink);
        }
        let middle = y + (tall - BAR) / 2.0;
        let (to, end) = (
            scale.of(bar.in_time) * room,
            scale.of(bar.in_time + bar.late) * room,
        );
        canvas.bar((NAMES, middle), (to, BAR), Ink::First);
        canvas.bar((NAMES + to, middle), (end - to, BAR), Ink::Late);
        let base = middle + 8.6;
        let said = grouped(bar.in_time);
        canvas.text(&said, (WIDTH - wide, base), Anchor::End, Ink::Ink);
        canvas.text(&grouped(bar.late), (WIDTH, base), Anchor::End, Ink::Ink);
        y += bar.height();
    }
    let floor = y - GAP + 3.0;
    canvas.line((NAMES, first), (NAMES, floor), Ink::Ink);
    let mut free = NAMES;
    let ticks: Vec<f64> = scale.ticks().collect();
    for tick in ticks.into_iter().rev() {
        let x = NAMES + scale.of(tick) * room;
        let said = grouped(tick);
        let half = width_of(&said) / 2.0;
        if tick == 0.0 || x - half >= free {
            canvas.line((x, floor), (x, floor + 3.0), Ink::Ink);
            canvas.text(
                &said,
                (x, floor + 3.0 + LEADING),
                Anchor::Middle,
                Ink::Faint,
            );
            free = x + half + 4.0;
        }
    }
    canvas.line((NAMES, floor), (NAMES + room, floor), Ink::Ink);
    let height = floor + 3.0 + LEADING + 4.0;
    Some(canvas.picture(&table.id, "In time and late, by right", says, height))
}

/// On one line where they fit together, else a line each.
fn lines(names: &[String]) -> Vec<String> {
    const ROOM: f32 = NAMES - 28.0;
    let whole = names.join(" · ");
    match names {
        [_] => wrapped(&whole, ROOM, 2),
        _ if width_of(&whole) <= ROOM => vec![whole],
        _ => names.iter().map(|name| fitted(name, ROOM)).collect(),
    }
}

/// The largest in the order of the table; what is beyond them stands as one at the end.
fn largest(all: &[Bar], most: usize) -> Vec<Bar> {
    if all.len() <= most {
        return all.to_vec();
    }
    let mut sizes: Vec<f64> = all.iter().map(|bar| bar.in_time + bar.late).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(most.saturating_sub(2)).copied().unwrap_or(0.0);
    let mut kept = Vec::with_capacity(most);
    let mut rest: Vec<Bar> = Vec::new();
    for bar in all.iter().cloned() {
        if bar.in_time + bar.late >= least && kept.len() + 1 < most {
            kept.push(bar);
        } else {
            rest.push(bar);
        }
    }
    kept.push(Bar {
        names: vec![format!("{} others", rest.len())],
        in_time: rest.iter().map(|bar| bar.in_time).sum(),
        late: rest.iter().map(|bar| bar.late).sum(),
    });
    kept
}

fn says(all: &[Bar]) -> String {
    let in_time: f64 = all.iter().map(|bar| bar.in_time).sum();
    let late: f64 = all.iter().map(|bar| bar.late).sum();
    let worst: Vec<String> = all
        .iter()
        .filter(|bar| bar.late > 0.0)
        .map(|bar| format!("{}: {}", bar.names.join(" · "), grouped(bar.late)))
        .collect();
    let mut said = format!("{} in time, {} late.", grouped(in_time), grouped(late));
    match worst.as_slice() {
        [] => {}
        few if few.len() <= 6 => said.push_str(&format!(" Late under {}.", few.join("; "))),
        many => said.push_str(&format!(" Some are late under {} rights.", many.len())),
    }
    said
}
