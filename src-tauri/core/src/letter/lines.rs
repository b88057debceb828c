//! Words into lines: the whole paragraph is weighed at once, so that its right edge stays calm.

use super::face::{Face, Glyph, Shaper};
use super::markup::Span;

/// Points, 72 to the inch.
pub type Pt = f32;

/// A run of glyphs of one face, set from `x`.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub face: Face,
    pub x: Pt,
    pub glyphs: Vec<Glyph>,
}

/// One line of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub runs: Vec<Run>,
    pub width: Pt,
    /// What a reader or a search finds.
    pub text: String,
}

/// Words that a number follows; the two stay on one line.
const CITING: &[&str] = &[
    "Art.",
    "Arts.",
    "Article",
    "Articles",
    "section",
    "sections",
    "Section",
    "Code",
    "CCR",
    "CFR",
    "No.",
    "(Art.",
    "(Arts.",
    "(Article",
    "(section",
    "§",
    "§§",
    "Page",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What cannot be parted any more.
struct Atom {
    pieces: Vec<(Face, Vec<Glyph>)>,
    width: Pt,
    /// A space stands before it when it does not begin a line.
    spaced: bool,
}

/// Sets one line without breaking it.
pub(super) fn single(shaper: &mut Shaper, text: &str, face: Face, size: Pt) -> Line {
    let spans = [Span {
        text: text.to_owned(),
        bold: face == Face::Bold,
    }];
    let atoms = atoms(shaper, &spans, size, Pt::INFINITY);
    line(shaper, &atoms, size)
}

/// Breaks a paragraph into lines no wider than `measure`; a word that is wider still is parted where it must be.
pub(super) fn set(shaper: &mut Shaper, spans: &[Span], size: Pt, measure: Pt) -> Vec<Line> {
    let atoms = atoms(shaper, spans, size, measure);
    let space = space_width(shaper, size);
    let mut ranges = Vec::new();
    let mut end = atoms.len();
    let starts = best_starts(&atoms, space, measure);
    while end > 0 {
        let start = starts[end];
        ranges.push(start..end);
        end = start;
    }
    ranges.reverse();
    ranges
        .into_iter()
        .map(|range| line(shaper, &atoms[range], size))
        .collect()
}

/// For each possible end, where its line best begins (least squares of the white left over).
fn best_starts(atoms: &[Atom], space: Pt, measure: Pt) -> Vec<usize> {
    /// Parting a word is worse than a moderately short line.
    const PARTED: f32 = 0.04;
    /// A last line of one word looks lost.
    const LONELY: f32 = 0.06;
    let mut cost = vec![0.0_f32; atoms.len() + 1];
    let mut starts = vec![0; atoms.len() + 1];
    for end in 1..=atoms.len() {
        let mut best = f32::INFINITY;
        let mut width = 0.0;
        for start in (0..end).rev() {
            width += atoms[start].width;
            if start + 1 < end && atoms[start + 1].spaced {
                width += space;
            }
            // One atom alone always goes in: it was cut to the measure before.
            if width > measure + 0.01 && start + 1 < end {
                break;
            }
            let slack = ((measure - width) / measure).max(0.0);
            let mut here = cost[start];
            if end < atoms.len() {
                here += slack * slack;
                if !atoms[end].spaced {
                    here += PARTED;
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

fn atoms(shaper: &mut Shaper, spans: &[Span], size: Pt, measure: Pt) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut pieces: Vec<(Face, Vec<Glyph>)> = Vec::new();
    let mut spaced = false;
    for span in spans {
        let face = if span.bold { Face::Bold } else { Face::Regular };
        let mut word = String::new();
        let mut characters = span.text.chars().peekable();
        while let Some(c) = characters.next() {
            let number_next = characters.peek().is_some_and(char::is_ascii_digit);
            if c == ' ' && number_next && CITING.contains(&word.as_str()) {
                word.push('\u{a0}');
                continue;
            }
            if breaks(c) {
                flush(shaper, &mut word, face, &mut pieces);
                finish(&mut atoms, &mut pieces, spaced, size, measure);
                spaced = true;
                continue;
            }
            if !c.is_control() {
                word.push(c);
            }
            let letter_before = word.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
            let letter_after = characters.peek().is_some_and(|n| n.is_alphabetic());
            if matches!(c, '-' | '–' | '—' | '/' | '\u{200b}') && letter_before && letter_after
            {
                flush(shaper, &mut word, face, &mut pieces);
                finish(&mut atoms, &mut pieces, spaced, size, measure);
                spaced = false;
            }
        }
        flush(shaper, &mut word, face, &mut pieces);
    }
    finish(&mut atoms, &mut pieces, spaced, size, measure);
    atoms
}

/// White space at which a line may end; the no-break spaces are not among it.
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}

fn flush(shaper: &mut Shaper, word: &mut String, face: Face, pieces: &mut Vec<(Face, Vec<Glyph>)>) {
    if !word.is_empty() {
        let glyphs = shaper.shape(face, word);
        pieces.push((face, glyphs));
        word.clear();
    }
}

fn finish(
    atoms: &mut Vec<Atom>,
    pieces: &mut Vec<(Face, Vec<Glyph>)>,
    spaced: bool,
    size: Pt,
    measure: Pt,
) {
    if pieces.is_empty() {
        return;
    }
    let whole = std::mem::take(pieces);
    let width: Pt = whole.iter().map(|(_, glyphs)| width_of(glyphs, size)).sum();
    if width <= measure {
        atoms.push(Atom {
            pieces: whole,
            width,
            spaced,
        });
        return;
    }
    // Too wide for any line: part it between clusters, each part as wide as a line allows.
    let mut part: Vec<(Face, Vec<Glyph>)> = Vec::new();
    let mut part_width = 0.0;
    let mut part_spaced = spaced;
    for (face, glyphs) in whole {
        for glyph in glyphs {
            let advance = glyph.advance * size / 1000.0;
            let whole_cluster = !glyph.text.is_empty() && glyph.advance > 0.0;
            if part_width + advance > measure && whole_cluster && !part.is_empty() {
                atoms.push(Atom {
                    pieces: std::mem::take(&mut part),
                    width: part_width,
                    spaced: part_spaced,
                });
                part_width = 0.0;
                part_spaced = false;
            }
            part_width += advance;
            match part.last_mut() {
                Some((last, run)) if *last == face => run.push(glyph),
                _ => part.push((face, vec![glyph])),
            }
        }
    }
    if !part.is_empty() {
        atoms.push(Atom {
            pieces: part,
            width: part_width,
            spaced: part_spaced,
        });
    }
}

fn line(shaper: &mut Shaper, atoms: &[Atom], size: Pt) -> Line {
    let mut line = Line::default();
    for (at, atom) in atoms.iter().enumerate() {
        if at > 0 && atom.spaced {
            // The space takes the face it stands in, so that a run is not torn apart.
            let face = line.runs.last().map_or(Face::Regular, |run| run.face);
            let space = shaper.shape(face, " ");
            append(&mut line, face, &space, size);
        }
        for (face, glyphs) in &atom.pieces {
            append(&mut line, *face, glyphs, size);
        }
    }
    line
}

fn append(line: &mut Line, face: Face, glyphs: &[Glyph], size: Pt) {
    for glyph in glyphs {
        line.text.push_str(&glyph.text);
    }
    match line.runs.last_mut() {
        Some(run) if run.face == face => run.glyphs.extend_from_slice(glyphs),
        _ => line.runs.push(Run {
            face,
            x: line.width,
            glyphs: glyphs.to_vec(),
        }),
    }
    line.width += width_of(glyphs, size);
}

fn width_of(glyphs: &[Glyph], size: Pt) -> Pt {
    glyphs.iter().map(|g| g.advance).sum::<f32>() * size / 1000.0
}

fn space_width(shaper: &mut Shaper, size: Pt) -> Pt {
    let space = shaper.shape(Face::Regular, " ");
    width_of(&space, size)
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
