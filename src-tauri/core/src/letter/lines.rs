//! Words into lines: the whole paragraph is weighed at once, so that its right edge stays calm.

use super::bidi::{levels, order};
use super::cut::Cut;
use super::face::{Face, Glyph, Piece, Shaper, reading};
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
    /// What a reader or a search finds.
    pub text: String,
    /// A space was left out at its end: the text goes on with another word.
    pub goes_on: bool,
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
    pieces: Vec<Piece>,
    width: Pt,
    before: Before,
}

/// What parts an atom from the one before it, when they share a line.
#[derive(Clone, Copy)]
struct Before {
    /// A space.
    spaced: bool,
    /// The direction of that space.
    level: u8,
    /// A line may end here as well as at a space, as between two Han characters.
    free: bool,
}

impl Before {
    const START: Self = Self {
        spaced: false,
        level: 0,
        free: false,
    };
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
        .map(|range| {
            let goes_on = atoms.get(range.end).is_some_and(|next| next.before.spaced);
            Line {
                goes_on,
                ..line(shaper, &atoms[range], size)
            }
        })
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
            if start + 1 < end && atoms[start + 1].before.spaced {
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
                if !atoms[end].before.spaced && !atoms[end].before.free {
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
    let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
    let levels = levels(&whole);
    let opportunities = opportunities(&whole);
    let mut atoms: Vec<Atom> = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = Before::START;
    // Where the paragraph has come to, in bytes.
    let mut at = 0;
    for span in spans {
        let face = if span.bold { Face::Bold } else { Face::Regular };
        let mut word = String::new();
        let mut direction = 0;
        let mut characters = span.text.chars().peekable();
        while let Some(c) = characters.next() {
            let level = levels.as_ref().and_then(|all| all.get(at)).copied();
            let level = level.unwrap_or(0);
            at += c.len_utf8();
            let number_next = characters.peek().is_some_and(char::is_ascii_digit);
            if c == ' ' && number_next && CITING.contains(&word.as_str()) {
                word.push('\u{a0}');
                continue;
            }
            if breaks(c) {
                flush(shaper, &mut word, face, direction, &mut pieces);
                finish(&mut atoms, &mut pieces, before, size, measure);
                before = Before {
                    spaced: true,
                    level,
                    free: false,
                };
                continue;
            }
            if !c.is_control() {
                if level != direction {
                    flush(shaper, &mut word, face, direction, &mut pieces);
                    direction = level;
                }
                word.push(c);
            }
            let letter_before = word.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
            let letter_after = characters.peek().is_some_and(|n| n.is_alphabetic());
            let hyphen =
                matches!(c, '-' | '–' | '—' | '/' | '\u{200b}') && letter_before && letter_after;
            let free = opportunities.binary_search(&at).is_ok();
            if hyphen || free {
                flush(shaper, &mut word, face, direction, &mut pieces);
                finish(&mut atoms, &mut pieces, before, size, measure);
                before = Before {
                    free,
                    ..Before::START
                };
            }
        }
        flush(shaper, &mut word, face, direction, &mut pieces);
    }
    finish(&mut atoms, &mut pieces, before, size, measure);
    atoms
}

/// Where a line may end between Chinese and Japanese characters (UAX #14): not before a closing mark, for example.
fn opportunities(text: &str) -> Vec<usize> {
    if !text.chars().any(ideographic) {
        return Vec::new();
    }
    let beside = |at: usize| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        before.chars().next_back().is_some_and(ideographic)
            || after.chars().next().is_some_and(ideographic)
    };
    unicode_linebreak::linebreaks(text)
        .map(|(at, _)| at)
        .filter(|at| *at < text.len() && beside(*at))
        .collect()
}

/// Written without spaces: Han, kana and their punctuation. Hangul parts its words by spaces.
fn ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{312f}' | '\u{3190}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// White space at which a line may end; the no-break spaces are not among it.
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}

fn flush(shaper: &mut Shaper, word: &mut String, face: Face, level: u8, pieces: &mut Vec<Piece>) {
    if !word.is_empty() {
        pieces.extend(shaper.shape(face, word, level));
        word.clear();
    }
}

fn finish(atoms: &mut Vec<Atom>, pieces: &mut Vec<Piece>, before: Before, size: Pt, measure: Pt) {
    if pieces.is_empty() {
        return;
    }
    let whole = std::mem::take(pieces);
    let width: Pt = whole
        .iter()
        .map(|piece| width_of(&piece.glyphs, size))
        .sum();
    if width <= measure {
        atoms.push(Atom {
            pieces: whole,
            width,
            before,
        });
        return;
    }
    // Too wide for any line: part it between clusters, each part as wide as a line allows.
    let mut part: Vec<Piece> = Vec::new();
    let mut part_width = 0.0;
    let mut part_before = before;
    for piece in &whole {
        for range in piece.clusters() {
            let cluster = piece.glyphs.get(range).unwrap_or_default();
            let advance = width_of(cluster, size);
            if part_width + advance > measure && advance > 0.0 && !part.is_empty() {
                atoms.push(Atom {
                    pieces: std::mem::take(&mut part),
                    width: part_width,
                    before: part_before,
                });
                part_width = 0.0;
                part_before = Before::START;
            }
            part_width += advance;
            lengthen(&mut part, piece, cluster);
        }
    }
    if !part.is_empty() {
        atoms.push(Atom {
            pieces: part,
            width: part_width,
            before: part_before,
        });
    }
}

/// Adds the next cluster of a piece to a part of its word: at the left where it reads from right to left.
fn lengthen(part: &mut Vec<Piece>, of: &Piece, cluster: &[Glyph]) {
    let rightward = of.rightward();
    let same = |last: &Piece| (last.face, last.cut, last.level) == (of.face, of.cut, of.level);
    if !part.last().is_some_and(same) {
        part.push(Piece {
            glyphs: Vec::new(),
            text: String::new(),
            ..*of
        });
    }
    if let Some(last) = part.last_mut() {
        last.text.push_str(&reading(cluster, rightward));
        let at = if rightward { last.glyphs.len() } else { 0 };
        last.glyphs.splice(at..at, cluster.iter().cloned());
    }
}

/// The atoms of a line, put in the order in which they stand.
fn line(shaper: &mut Shaper, atoms: &[Atom], size: Pt) -> Line {
    let mut parts: Vec<Piece> = Vec::new();
    for (at, atom) in atoms.iter().enumerate() {
        if at > 0 && atom.before.spaced {
            // The space takes the weight it stands in, so that a run is not torn apart.
            let face = parts.last().map_or(Face::Regular, |piece| piece.face);
            parts.extend(shaper.shape(face, " ", atom.before.level));
        }
        parts.extend(atom.pieces.iter().cloned());
    }
    let mut line = Line {
        text: parts.iter().map(|piece| piece.text.as_str()).collect(),
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

fn width_of(glyphs: &[Glyph], size: Pt) -> Pt {
    glyphs.iter().map(|g| g.advance).sum::<f32>() * size / 1000.0
}

fn space_width(shaper: &mut Shaper, size: Pt) -> Pt {
    let spaces = shaper.shape(Face::Regular, " ", 0);
    spaces
        .iter()
        .map(|space| width_of(&space.glyphs, size))
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
