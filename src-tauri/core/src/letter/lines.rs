//! Words into lines: the whole paragraph is weighed at once, so that its right edge stays calm, or its spaces even.

use std::rc::Rc;

use super::atoms::{Atom, ROUNDED, atoms, within};
use super::bidi::order;
use super::cut::Cut;
use super::face::{Face, Glyph, Mille, Piece, Shaper};
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
    /// What a reader or a search finds: a parted word whole, on the line where it begins.
    pub text: String,
    /// A word is parted at its end.
    pub parted: bool,
    /// A space was left out at its end: the text goes on with another word.
    pub goes_on: bool,
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
    let atoms = atoms(shaper, &spans, None);
    line(shaper, &atoms, size, None, false)
}

/// Breaks a paragraph into lines no wider than `measure`; a word that is wider still is parted where it must be.
pub(super) fn set(shaper: &mut Shaper, spans: &[Span], size: Pt, measure: Pt) -> Vec<Line> {
    let atoms = atoms(shaper, spans, None);
    broken(shaper, &atoms, size, measure, false)
}

/// The same of a paragraph that is parted already; `justified` makes both edges straight.
pub(super) fn broken(
    shaper: &mut Shaper,
    atoms: &[Atom],
    size: Pt,
    measure: Pt,
    justified: bool,
) -> Vec<Line> {
    let page = Measure {
        measure: measure * 1000.0 / size,
        space: advance_in(shaper, " "),
        hyphen: advance_in(shaper, "-"),
        justified,
    };
    let atoms = within(shaper, atoms, page.measure);
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
            let next = atoms.get(range.end);
            let parted = next.is_some_and(|next| next.before.soft);
            let goes_on = next.is_some_and(|next| next.before.spaced);
            // The last line keeps its own length.
            let straight = justified && range.end < atoms.len();
            let page = straight.then_some(&page);
            Line {
                goes_on,
                ..line(shaper, &atoms[range], size, page, parted)
            }
        })
        .collect()
}

/// What a line is measured against, in thousandths of the type size.
struct Measure {
    measure: Mille,
    space: Mille,
    hyphen: Mille,
    justified: bool,
}

/// For each possible end, where its line best begins (least squares of the white left over, or of what each space gains).
fn best_starts(atoms: &[Atom], page: &Measure) -> Vec<usize> {
    /// Parting a word is worse than a moderately short line.
    const PARTED: f32 = 0.04;
    /// At a joint of its own, behind a hyphen, it is less bad; two lines in a row ending so are worse again.
    const HYPHEN: f32 = 0.015;
    const AGAIN: f32 = 0.03;
    /// A last line of one word looks lost.
    const LONELY: f32 = 0.06;
    /// What belongs together is parted only where a line has no room for it: more than any number of lines costs.
    const HELD: f32 = 1000.0;
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
            if width - give > page.measure + ROUNDED && start + 1 < end {
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
                if atoms[end].before.held {
                    here += HELD;
                }
                if !atoms[end].before.spaced && !atoms[end].before.free {
                    here += match (soft_end, soft_start) {
                        (true, true) => HYPHEN + AGAIN,
                        (true, false) => HYPHEN,
                        _ => PARTED,
                    };
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
    let mut parts: Vec<Rc<Piece>> = Vec::new();
    let mut spaces: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(atom) = atoms.get(at) {
        if at > 0 && atom.before.spaced {
            // The space takes the weight it stands in, so that a run is not torn apart.
            let face = parts.last().map_or(Face::Regular, |piece| piece.face);
            spaces.push(parts.len());
            parts.extend(shaper.shape(face, " ", atom.before.level).iter().cloned());
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
        let goes_on = at == atoms.len() && parted;
        let shown = if goes_on {
            format!("{said}-")
        } else {
            said.to_owned()
        };
        let first = parts.len();
        let pieces = shaper.shape(part.face, &shown, part.level);
        parts.extend(pieces.iter().cloned());
        if goes_on || part.range.start > 0 {
            // Who reads or searches the page finds the word whole where it begins, and nothing of it on the next line.
            let whole = if part.range.start == 0 {
                &*part.word
            } else {
                ""
            };
            read_as(&mut parts[first..], whole);
        }
    }
    if let Some(page) = straight {
        widen(&mut parts, &spaces, page);
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

/// Makes one cluster of what is shown, which reads otherwise.
fn read_as(pieces: &mut [Rc<Piece>], text: &str) {
    for (at, piece) in pieces.iter_mut().enumerate() {
        let piece = Rc::make_mut(piece);
        let says = if at == 0 { text } else { "" };
        piece.text = says.to_owned();
        for (at, glyph) in piece.glyphs.iter_mut().enumerate() {
            glyph.begins = at == 0;
            glyph.instead = (at == 0).then(|| says.into());
        }
    }
}

/// Spreads what is missing to the measure over the spaces, where that is little enough.
fn widen(parts: &mut [Rc<Piece>], spaces: &[usize], page: &Measure) {
    let width: Mille = parts.iter().map(|piece| advance_of(&piece.glyphs)).sum();
    let each = (page.measure - width) / spaces.len().max(1) as Mille;
    let bearable = -page.space * (SHRINK + 0.02)..=page.space * STRETCH;
    if spaces.is_empty() || !bearable.contains(&each) {
        return;
    }
    for at in spaces {
        let piece = parts.get_mut(*at).map(Rc::make_mut);
        if let Some(glyph) = piece.and_then(|piece| piece.glyphs.last_mut()) {
            glyph.advance += each;
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

/// How far glyphs move the pen.
pub(super) fn advance_of(glyphs: &[Glyph]) -> Mille {
    glyphs.iter().map(|g| g.advance).sum()
}

/// How wide glyphs are at a size.
fn width_of(glyphs: &[Glyph], size: Pt) -> Pt {
    advance_of(glyphs) * size / 1000.0
}

fn advance_in(shaper: &mut Shaper, text: &str) -> Mille {
    let pieces = shaper.shape(Face::Regular, text, 0);
    pieces.iter().map(|piece| advance_of(&piece.glyphs)).sum()
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
