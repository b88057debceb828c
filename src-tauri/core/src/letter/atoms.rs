//! A paragraph parted where a line may end: at spaces, hyphens, between Han characters, and within words.

use std::ops::Range;
use std::rc::Rc;

use super::bidi::levels;
use super::face::{Face, Glyph, Piece, Shaper, reading};
use super::held::held;
use super::hyphen::Parting;
use super::lines::{Pt, width_of};
use super::markup::Span;

/// What cannot be parted any more.
pub(super) struct Atom {
    pub pieces: Vec<Rc<Piece>>,
    pub width: Pt,
    pub before: Before,
    /// The part of a word this is, where the word may be parted; it has no pieces of its own then.
    pub part: Option<Part>,
}

/// A part of a word that may stand apart from the rest, behind a hyphen.
#[derive(Clone)]
pub(super) struct Part {
    pub word: Rc<str>,
    pub range: Range<usize>,
    pub face: Face,
    pub level: u8,
}

/// What parts an atom from the one before it, when they share a line.
#[derive(Clone, Copy)]
pub(super) struct Before {
    /// A space.
    pub spaced: bool,
    /// The direction of that space.
    pub level: u8,
    /// A line may end here as well as at a space, as between two Han characters.
    pub free: bool,
    /// A line may end here with a hyphen.
    pub soft: bool,
    /// A space at which a line ends only where it must.
    pub held: bool,
}

impl Before {
    const START: Self = Self {
        spaced: false,
        level: 0,
        free: false,
        soft: false,
        held: false,
    };
}

/// Parts a paragraph where a line may end.
pub(super) fn atoms(
    shaper: &mut Shaper,
    spans: &[Span],
    size: Pt,
    measure: Pt,
    parting: Option<&Parting>,
) -> Vec<Atom> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let levels = levels(&text);
    let opportunities = opportunities(&text);
    let mut making = Making {
        shaper,
        size,
        measure,
        parting,
        text: &text,
        at: 0,
        word: String::new(),
        run: String::new(),
        face: Face::Regular,
        level: 0,
        pieces: Vec::new(),
        whole: None,
        before: Before::START,
        atoms: Vec::new(),
    };
    for span in spans {
        making.face = if span.bold { Face::Bold } else { Face::Regular };
        making.level = 0;
        let mut characters = span.text.chars().peekable();
        while let Some(c) = characters.next() {
            let level = levels.as_ref().and_then(|all| all.get(making.at)).copied();
            let level = level.unwrap_or(0);
            making.at += c.len_utf8();
            if breaks(c) {
                let behind = making.text.get(making.at..).unwrap_or_default();
                let held = c == ' ' && held(&making.run, behind);
                if held {
                    making.run.push(c);
                } else {
                    making.run.clear();
                }
                making.part(Before {
                    spaced: true,
                    level,
                    held,
                    ..Before::START
                });
                continue;
            }
            if !c.is_control() {
                making.run.push(c);
                if level != making.level {
                    making.shape();
                    making.level = level;
                }
                making.word.push(c);
            }
            let mut last = making.word.chars().rev();
            let letter_before = last.nth(1).is_some_and(char::is_alphanumeric);
            let letter_after = characters.peek().is_some_and(|n| n.is_alphabetic());
            let hyphen =
                matches!(c, '-' | '–' | '—' | '/' | '\u{200b}') && letter_before && letter_after;
            let free = opportunities.binary_search(&making.at).is_ok();
            if hyphen || free {
                making.part(Before {
                    free,
                    ..Before::START
                });
            }
        }
        making.shape();
    }
    making.part(Before::START);
    making.atoms
}

/// A paragraph on its way into atoms.
struct Making<'p> {
    shaper: &'p mut Shaper,
    size: Pt,
    measure: Pt,
    parting: Option<&'p Parting>,
    /// The paragraph, and where it has come to, in bytes.
    text: &'p str,
    at: usize,
    /// What is read of a word and not shaped yet, in one weight and direction.
    word: String,
    /// What is read since the last space at which a line may end.
    run: String,
    face: Face,
    level: u8,
    /// What is shaped since the last place where a line may end.
    pieces: Vec<Rc<Piece>>,
    /// The same, where it may be parted.
    whole: Option<Whole>,
    /// What parts it from the atom before.
    before: Before,
    atoms: Vec<Atom>,
}

/// A word set in one go, and where it may be parted.
struct Whole {
    word: String,
    places: Vec<usize>,
    face: Face,
    level: u8,
}

/// What stands between white space around this place.
fn token(whole: &str, at: usize) -> &str {
    let (before, after) = whole.split_at_checked(at).unwrap_or_default();
    let start = before.rfind(breaks).map_or(0, |found| {
        found + before[found..].chars().next().map_or(1, char::len_utf8)
    });
    let end = at + after.find(breaks).unwrap_or(after.len());
    whole.get(start..end).unwrap_or_default()
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

impl Making<'_> {
    /// Shapes what was read.
    fn shape(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let places = match self.parting {
            // Only what stands in one weight and one direction is parted.
            Some(parting) if self.pieces.is_empty() => {
                // What stands around a word tells a name of the web from it.
                let around = token(self.text, self.at.saturating_sub(self.word.len()));
                parting.places(&self.word, around)
            }
            _ => Vec::new(),
        };
        self.whole = (!places.is_empty()).then(|| Whole {
            word: self.word.clone(),
            places,
            face: self.face,
            level: self.level,
        });
        let shaped = self.shaper.shape(self.face, &self.word, self.level);
        self.pieces.extend(shaped.iter().cloned());
        self.word.clear();
    }

    /// A line may end here: what was read becomes an atom, or several; `next` parts it from the one that follows.
    fn part(&mut self, next: Before) {
        self.shape();
        let whole = self.whole.take();
        let pieces = std::mem::take(&mut self.pieces);
        let before = std::mem::replace(&mut self.before, next);
        if pieces.is_empty() {
            return;
        }
        let width = pieces
            .iter()
            .map(|piece| width_of(&piece.glyphs, self.size))
            .sum();
        match whole {
            Some(word) if width <= self.measure => self.by_syllables(word, before, width),
            _ if width <= self.measure => self.atoms.push(Atom {
                pieces,
                width,
                before,
                part: None,
            }),
            _ => self.by_clusters(&pieces, before),
        }
    }

    /// The parts of a word, each as wide as it makes the word.
    fn by_syllables(&mut self, whole: Whole, before: Before, width: Pt) {
        let word: Rc<str> = whole.word.as_str().into();
        let (mut from, mut so_far) = (0, 0.0);
        for end in whole.places.into_iter().chain([word.len()]) {
            let upto = if end == word.len() {
                width
            } else {
                let head = word.get(..end).unwrap_or_default();
                let shaped = self.shaper.shape(whole.face, head, whole.level);
                let widths = shaped.iter();
                widths.map(|piece| width_of(&piece.glyphs, self.size)).sum()
            };
            self.atoms.push(Atom {
                pieces: Vec::new(),
                width: upto - so_far,
                before: if from == 0 {
                    before
                } else {
                    Before {
                        soft: true,
                        ..Before::START
                    }
                },
                part: Some(Part {
                    word: Rc::clone(&word),
                    range: from..end,
                    face: whole.face,
                    level: whole.level,
                }),
            });
            (from, so_far) = (end, upto);
        }
    }

    /// Too wide for any line: parted between clusters, each part as wide as a line allows.
    fn by_clusters(&mut self, pieces: &[Rc<Piece>], mut before: Before) {
        let mut part: Vec<Piece> = Vec::new();
        let mut width = 0.0;
        for piece in pieces {
            for range in piece.clusters() {
                let cluster = piece.glyphs.get(range).unwrap_or_default();
                let advance = width_of(cluster, self.size);
                if width + advance > self.measure && advance > 0.0 && !part.is_empty() {
                    self.atoms.push(Atom {
                        pieces: part.drain(..).map(Rc::new).collect(),
                        width,
                        before,
                        part: None,
                    });
                    width = 0.0;
                    before = Before::START;
                }
                width += advance;
                lengthen(&mut part, piece, cluster);
            }
        }
        if !part.is_empty() {
            self.atoms.push(Atom {
                pieces: part.into_iter().map(Rc::new).collect(),
                width,
                before,
                part: None,
            });
        }
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
