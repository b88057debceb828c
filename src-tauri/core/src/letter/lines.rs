//! Words into lines: the whole paragraph is weighed at once, so that its right edge stays calm, or its spaces even.

use std::rc::Rc;

use super::atoms::{Atom, atoms};
use super::bidi::order;
use super::cut::Cut;
use super::face::{Face, Glyph, Piece, Shaper};
use super::hyphen::Parting;
use super::markup::Span;

/// Points, 72 to the inch.
pub type Pt = f32;

/// A run of glyphs of one file and direction, set from `x`.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// The weight asked for; only the book face has a bolder file.
    pub face: Face,
    pub cut: Cut,
    /// Whether it reads from left to right; the glyphs stand from left to right always.
    pub rightward: bool,
    pub x: Pt,
    pub glyphs: Vec<Glyph>,
}

/// One line of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub runs: Vec<Run>,
    pub width: Pt,
    /// What a reader or a search finds; a word parted here ends in a soft hyphen.
    pub text: String,
    /// A word is parted at its end.
    pub parted: bool,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Default)]
pub(super) struct Manner<'p> {
    /// Both edges straight.
    pub justified: bool,
    /// Words may be parted.
    pub parting: Option<&'p Parting>,
}

/// How much of its width a space may lose, or gain, where both edges are straight. A line that would need more stays ragged.
const SHRINK: f32 = 0.14;
const STRETCH: f32 = 1.5;

/// Sets one line without breaking it.
pub(super) fn single(shaper: &mut Shaper, text: &str, face: Face, size: Pt) -> Line {
    let spans = [Span {
        text: text.to_owned(),
        bold: face == Face::Bold,
    }];
    let atoms = atoms(shaper, &spans, size, Pt::INFINITY, None);
    line(shaper, &atoms, size, None, false)
}

/// Breaks a paragraph into lines no wider than `measure`; a word that is wider still is parted where it must be.
pub(super) fn set(shaper: &mut Shaper, spans: &[Span], size: Pt, measure: Pt) -> Vec<Line> {
    set_in(shaper, spans, size, measure, Manner::default())
}

/// The same in a manner of its own.
pub(super) fn set_in(
    shaper: &mut Shaper,
    spans: &[Span],
    size: Pt,
    measure: Pt,
    manner: Manner,
) -> Vec<Line> {
    let atoms = atoms(shaper, spans, size, measure, manner.parting);
    let page = Measure {
        measure,
        space: width_in(shaper, " ", size),
        hyphen: width_in(shaper, "-", size),
        justified: manner.justified,
    };
    let mut ranges = Vec::new();
    let mut end = atoms.len();
    let starts = best_starts(&atoms, &page);
    while end > 0 {
        let start = starts[end];
        ranges.push(start..end);
        end = start;
    }
    ranges.reverse();
    ranges
        .into_iter()
        .map(|range| {
            let parted = atoms.get(range.end).is_some_and(|next| next.before.soft);
            // The last line keeps its own length.
            let straight = manner.justified && range.end < atoms.len();
            line(
                shaper,
                &atoms[range],
                size,
                straight.then_some(&page),
                parted,
            )
        })
        .collect()
}

/// What a line is measured against.
struct Measure {
    measure: Pt,
    space: Pt,
    hyphen: Pt,
    justified: bool,
}

/// For each possible end, where its line best begins (least squares of the white left over, or of what each space gains).
fn best_starts(atoms: &[Atom], page: &Measure) -> Vec<usize> {
    /// Parting a word is worse than a moderately short line.
    const PARTED: f32 = 0.04;
    /// One line after the other ending so is worse again.
    const AGAIN: f32 = 0.05;
    /// A last line of one word looks lost.
    const LONELY: f32 = 0.06;
    let last_word = atoms
        .iter()
        .rposition(|atom| !atom.before.soft)
        .unwrap_or(0);
    let mut cost = vec![0.0_f32; atoms.len() + 1];
    let mut starts = vec![0; atoms.len() + 1];
    for end in 1..=atoms.len() {
        let mut best = f32::INFINITY;
        let soft_end = atoms.get(end).is_some_and(|next| next.before.soft);
        let mut width = if soft_end { page.hyphen } else { 0.0 };
        let mut spaces = 0.0_f32;
        for start in (0..end).rev() {
            width += atoms[start].width;
            if start + 1 < end && atoms[start + 1].before.spaced {
                width += page.space;
                spaces += 1.0;
            }
            let give = if page.justified && end < atoms.len() {
                spaces * page.space * SHRINK
            } else {
                0.0
            };
            // One atom alone always goes in: it was cut to the measure before.
            if width - give > page.measure + 0.01 && start + 1 < end {
                break;
            }
            // The last word of a paragraph stays whole.
            if start > last_word {
                continue;
            }
            let slack = (page.measure - width) / page.measure;
            let soft_start = atoms[start].before.soft;
            let mut here = cost[start];
            if end < atoms.len() {
                here += if page.justified {
                    // Measured in spaces; scaled so that a line of usual length costs what it costs when ragged.
                    let per_space = (page.measure - width) / (spaces.max(0.5) * page.space);
                    let strain = if per_space < 0.0 {
                        per_space / SHRINK * 0.6
                    } else {
                        per_space.min(6.0)
                    };
                    strain * strain * 0.04
                } else {
                    slack.max(0.0) * slack.max(0.0)
                };
                if !atoms[end].before.spaced && !atoms[end].before.free {
                    here += PARTED;
                    if soft_end && soft_start {
                        here += AGAIN;
                    }
                }
            } else if start + 1 == end && start > 0 && slack > 0.8 {
                here += LONELY;
            }
            if here < best {
                best = here;
                starts[end] = start;
            }
        }
        cost[end] = best;
    }
    starts
}

/// The atoms of a line, put in the order in which they stand; its spaces widened to the measure where there is one.
fn line(
    shaper: &mut Shaper,
    atoms: &[Atom],
    size: Pt,
    straight: Option<&Measure>,
    parted: bool,
) -> Line {
    let mut parts: Vec<Piece> = Vec::new();
    let mut spaces: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(atom) = atoms.get(at) {
        if at > 0 && atom.before.spaced {
            // The space takes the weight it stands in, so that a run is not torn apart.
            let face = parts.last().map_or(Face::Regular, |piece| piece.face);
            spaces.push(parts.len());
            parts.extend(shaper.shape(face, " ", atom.before.level));
        }
        let Some(part) = &atom.part else {
            parts.extend(atom.pieces.iter().cloned());
            at += 1;
            continue;
        };
        // Parts of one word that stay together are set as one.
        let mut end = part.range.end;
        at += 1;
        while let Some(next) = atoms.get(at).and_then(|next| next.part.as_ref())
            && Rc::ptr_eq(&next.word, &part.word)
            && next.range.start == end
        {
            end = next.range.end;
            at += 1;
        }
        let said = part.word.get(part.range.start..end).unwrap_or_default();
        parts.extend(shaper.shape(part.face, said, part.level));
        if at == atoms.len() && parted {
            let mut hyphen = shaper.shape(part.face, "-", part.level);
            for piece in &mut hyphen {
                // Who reads or searches the page finds the word whole.
                piece.text = SOFT.to_owned();
                if let Some(glyph) = piece.glyphs.first_mut() {
                    glyph.instead = Some(SOFT.to_owned());
                }
            }
            parts.extend(hyphen);
        }
    }
    if let Some(page) = straight {
        widen(&mut parts, &spaces, size, page);
    }
    let mut line = Line {
        text: parts.iter().map(|piece| piece.text.as_str()).collect(),
        parted,
        ..Line::default()
    };
    if parts.iter().all(|piece| piece.level == 0) {
        parts
            .into_iter()
            .for_each(|piece| append(&mut line, &piece, size));
        return line;
    }
    let levels: Vec<u8> = parts.iter().map(|piece| piece.level).collect();
    for at in order(&levels) {
        if let Some(piece) = parts.get(at) {
            append(&mut line, piece, size);
        }
    }
    line
}

/// What stands where a word is parted (U+00AD).
const SOFT: &str = "\u{ad}";

/// Spreads what is missing to the measure over the spaces, where that is little enough.
fn widen(parts: &mut [Piece], spaces: &[usize], size: Pt, page: &Measure) {
    let width: Pt = parts
        .iter()
        .map(|piece| width_of(&piece.glyphs, size))
        .sum();
    let each = (page.measure - width) / spaces.len().max(1) as Pt;
    let bearable = -page.space * (SHRINK + 0.02)..=page.space * STRETCH;
    if spaces.is_empty() || !bearable.contains(&each) {
        return;
    }
    for at in spaces {
        let glyph = parts.get_mut(*at).and_then(|piece| piece.glyphs.last_mut());
        if let Some(glyph) = glyph {
            glyph.advance += each * 1000.0 / size;
        }
    }
}

fn append(line: &mut Line, piece: &Piece, size: Pt) {
    let rightward = piece.rightward();
    let same = |run: &Run| (run.face, run.cut, run.rightward) == (piece.face, piece.cut, rightward);
    match line.runs.last_mut() {
        Some(run) if same(run) => run.glyphs.extend_from_slice(&piece.glyphs),
        _ => line.runs.push(Run {
            face: piece.face,
            cut: piece.cut,
            rightward,
            x: line.width,
            glyphs: piece.glyphs.clone(),
        }),
    }
    line.width += width_of(&piece.glyphs, size);
}

/// How wide glyphs are at a size.
pub(super) fn width_of(glyphs: &[Glyph], size: Pt) -> Pt {
    glyphs.iter().map(|g| g.advance).sum::<f32>() * size / 1000.0
}

fn width_in(shaper: &mut Shaper, text: &str, size: Pt) -> Pt {
    let pieces = shaper.shape(Face::Regular, text, 0);
    pieces
        .iter()
        .map(|piece| width_of(&piece.glyphs, size))
        .sum()
}

/// Keeps at most `most` lines; the last one kept ends in “…” when something was cut.
pub(super) fn shorten(
    shaper: &mut Shaper,
    mut lines: Vec<Line>,
    most: usize,
    size: Pt,
    measure: Pt,
) -> Vec<Line> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.pop() {
        let mut text: Vec<char> = last.text.chars().collect();
        loop {
            let shown: String = text.iter().collect::<String>().trim_end().to_owned() + "…";
            let line = single(shaper, &shown, Face::Regular, size);
            if line.width <= measure || text.is_empty() {
                lines.push(line);
                break;
            }
            text.pop();
        }
    }
    lines
}

/// Text without markup.
pub(super) fn plain(text: &str) -> Span {
    Span {
        text: text.trim().to_owned(),
        bold: false,
    }
}
