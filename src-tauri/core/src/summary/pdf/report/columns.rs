//! How wide the columns of a table are: measured once, fitted to the page in the largest type that holds it.

use super::clean;
use crate::api::wire::{ReportCell, ReportTable};
use crate::letter::{Drawing, Pt, Style};
use crate::summary::pdf::frame::{TEXT, bold, plain};
use crate::summary::report::read;
use crate::time;
use crate::words::ColumnKind;

/// White between two columns, at the largest type.
const GAP: Pt = 12.0;
/// The sizes that are tried, the largest first.
const SIZES: [Pt; 4] = [9.5, 9.0, 8.5, 8.0];
/// The type in which a table is set that fits nowhere.
const SMALLEST: Pt = 7.0;
/// Where a word has to be parted, none asks for more, and no text ever does; at a size of one.
const LONGEST_WORD: Pt = 9.0;
const LONGEST_TEXT: Pt = 34.0;

/// So many columns may stand close on an upright page.
const FEW: usize = 6;

/// What the columns of a table want, at a size of one.
pub struct Content {
    columns: Vec<Wants>,
}

#[derive(Clone)]
struct Wants {
    /// The longest word, or a whole figure.
    least: Pt,
    /// The longest text on one line.
    best: Pt,
    words: bool,
}

impl Content {
    /// Only these columns, in this order.
    pub fn of(&self, columns: &[usize]) -> Self {
        let columns = columns
            .iter()
            .filter_map(|at| self.columns.get(*at).cloned());
        Self {
            columns: columns.collect(),
        }
    }

    /// Words that are longer than any column ought to be are parted.
    pub fn with_words_parted(&self) -> Self {
        let parted = |c: &Wants| Wants {
            least: if c.words {
                c.least.min(LONGEST_WORD)
            } else {
                c.least
            },
            ..c.clone()
        };
        Self {
            columns: self.columns.iter().map(parted).collect(),
        }
    }

    /// In the smallest type no word is parted on a page of this measure.
    pub fn fits(&self, measure: Pt) -> bool {
        let gaps = gap(SMALLEST) * self.columns.len().saturating_sub(1) as Pt;
        let least: Pt = self.columns.iter().map(|c| c.least * SMALLEST).sum();
        least + gaps <= measure
    }
}

/// Type and columns of a table.
#[derive(Debug)]
pub struct Layout {
    pub size: Pt,
    /// Left edge from the margin, and width.
    pub places: Vec<(Pt, Pt)>,
    /// Of the whole table.
    pub width: Pt,
}

impl Layout {
    /// From the base line of one line to the next.
    pub fn leading(&self) -> Pt {
        self.size * 1.28
    }

    /// Of the names above the columns.
    pub fn head_size(&self) -> Pt {
        self.size - 0.75
    }
}

/// A cell as it is printed: figures with commas, days as they are read in a table.
pub fn printed(cell: &ReportCell, kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Day => match time::day(&cell.text) {
            Some(day) => day.format("%-d %b %Y").to_string(),
            None => clean(&cell.text),
        },
        _ => clean(&read(cell, kind)),
    }
}

/// Whether a column stands at its right edge.
pub fn figures(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Count | ColumnKind::Days)
}

/// What its columns want.
pub fn measured(drawing: &mut Drawing, table: &ReportTable) -> Content {
    const AT: Pt = 10.0;
    let columns = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let words = column.kind == ColumnKind::Text;
            let head = clean(&column.name);
            let head_style = plain(AT * 0.93, TEXT);
            let (mut least, mut best) = (
                drawing.widest_part(&head, head_style),
                drawing.width_of(&head, head_style),
            );
            if !words {
                // A name above figures may take two lines rather than make the column wide.
                best = least.max(best * 0.6);
            }
            for row in &table.rows {
                let Some(cell) = row.cells.get(at) else {
                    continue;
                };
                let text = printed(cell, column.kind);
                let style: Style = if row.total {
                    bold(AT, TEXT)
                } else {
                    plain(AT, TEXT)
                };
                let whole = drawing.width_of(&text, style);
                best = best.max(whole);
                // What is narrower as a whole has no wider word.
                if whole > least {
                    let word = if words {
                        drawing.widest_part(&text, style)
                    } else {
                        whole
                    };
                    least = least.max(word);
                }
            }
            let least = least / AT;
            Wants {
                least,
                best: (best / AT).clamp(least, LONGEST_TEXT.max(least)),
                words,
            }
        })
        .collect();
    Content { columns }
}

/// The columns on a page of this measure, and whether they fit well. On a wide page there is no wider one to turn to.
pub fn layout(content: &Content, measure: Pt, wide: bool) -> (Layout, bool) {
    for size in SIZES {
        let gaps = gap(size) * content.columns.len().saturating_sub(1) as Pt;
        let room = measure - gaps;
        let best: Pt = content.columns.iter().map(|c| c.best * size).sum();
        let least: Pt = content.columns.iter().map(|c| c.least * size).sum();
        if best <= room {
            return (
                placed(content, size, &loose(content, size, best, room)),
                true,
            );
        }
        // Words that are squeezed into their longest word read badly: a third of what they want must be there.
        let fair: Pt = content
            .columns
            .iter()
            .map(|c| c.least.max(c.best * 0.4) * size)
            .sum();
        // Many columns of a few words are calmer on a wide page than in steps of three lines.
        let calm = content.columns.len() <= FEW || best <= room * 1.15 || wide;
        if least.max(fair) <= room && calm {
            return (placed(content, size, &tight(content, size, room)), true);
        }
    }
    let size = SMALLEST;
    let room = measure - gap(size) * content.columns.len().saturating_sub(1) as Pt;
    let least: Pt = content.columns.iter().map(|c| c.least * size).sum();
    let widths = if least <= room {
        tight(content, size, room)
    } else {
        // Words are parted where they must be.
        let part = (room / least).max(0.0);
        content
            .columns
            .iter()
            .map(|c| c.least * size * part)
            .collect()
    };
    (placed(content, size, &widths), false)
}

fn gap(size: Pt) -> Pt {
    GAP * size / 9.5
}

/// Everything on one line. A small table is not torn over the page: words get some air, figures stay beside them.
fn loose(content: &Content, size: Pt, best: Pt, room: Pt) -> Vec<Pt> {
    let wide = match (best * 1.3).max(room * 0.6) {
        // Nearly as wide as the page: as wide as the page.
        wide if wide > room * 0.85 => room,
        wide => wide,
    };
    let spare = wide - best;
    let texts = content.columns.iter().filter(|c| c.words).count();
    let takers = if texts > 0 {
        texts
    } else {
        content.columns.len()
    }
    .max(1);
    content
        .columns
        .iter()
        .map(|c| {
            let takes = texts == 0 || c.words;
            c.best * size + if takes { spare / takers as Pt } else { 0.0 }
        })
        .collect()
}

/// Every word in one piece; what is left makes whole first whoever wants least, and the others share the rest alike.
fn tight(content: &Content, size: Pt, room: Pt) -> Vec<Pt> {
    let mut widths: Vec<Pt> = content.columns.iter().map(|c| c.least * size).collect();
    let mut left = room - widths.iter().sum::<Pt>();
    let mut wants: Vec<(usize, Pt)> = content
        .columns
        .iter()
        .map(|c| (c.best - c.least) * size)
        .enumerate()
        .collect();
    wants.sort_by(|a, b| a.1.total_cmp(&b.1));
    let count = wants.len();
    for (served, (at, want)) in wants.into_iter().enumerate() {
        let share = want.min(left.max(0.0) / (count - served) as Pt);
        if let Some(width) = widths.get_mut(at) {
            *width += share;
        }
        left -= share;
    }
    widths
}

fn placed(content: &Content, size: Pt, widths: &[Pt]) -> Layout {
    let mut x = 0.0;
    let mut places = Vec::with_capacity(content.columns.len());
    for width in widths {
        // A hair more, so that what was measured at another size fits.
        places.push((x, width + 0.2));
        x += width + gap(size);
    }
    Layout {
        size,
        places,
        width: (x - gap(size)).max(0.0),
    }
}
