//! A paragraph parted where a line may end: at spaces, hyphens, between Han characters, and within words.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use super::bidi::levels;
use super::face::{Face, Glyph, Mille, Piece, Shaper, reading};
use super::held::held;
use super::hyphen::Parting;
use super::lines::advance_of;
use super::markup::Span;

/// What cannot be parted any more, measured in thousandths of the type size: the same in every size.
#[derive(Clone)]
pub(super) struct Atom {
    pub pieces: Vec<Rc<Piece>>,
    pub width: Mille,
    pub before: Before,
    /// The part of a word this is, where the word may be parted; it has no pieces of its own then.
    pub part: Option<Part>,
}

/// No line ends behind a hyphen that is at most this character of its part: UK-DSGVO, e-mail.
const SHORT: usize = 3;

/// What a width may differ by from a measure that was taken from it.
pub(super) const ROUNDED: Mille = 1.0;

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
pub(super) fn atoms(shaper: &mut Shaper, spans: &[Span], parting: Option<&Parting>) -> Vec<Atom> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let levels = levels(&text);
    let opportunities = opportunities(&text);
    let mut making = Making {
        shaper,
        parting,
        text: &text,
        at: 0,
        run: 0,
        word: String::new(),
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
            let before = making.at;
            making.at += c.len_utf8();
            if breaks(c) {
                let run = making.text.get(making.run..before).unwrap_or_default();
                let behind = making.text.get(making.at..).unwrap_or_default();
                let held = c == ' ' && held(run, behind);
                if !held {
                    making.run = making.at;
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
                if level != making.level {
                    making.shape();
                    making.level = level;
                }
                making.word.push(c);
            }
            let kept = c == '-' && making.keeps_hyphen();
            let hyphen = matches!(c, '-' | '–' | '—' | '/' | '\u{200b}') && !kept && {
                let letter_before = making.word.chars().nth_back(1);
                let letter_after = characters.peek();
                letter_before.is_some_and(char::is_alphanumeric)
                    && letter_after.is_some_and(|c| c.is_alphabetic())
            };
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
    parting: Option<&'p Parting>,
    /// The paragraph, and where it has come to, in bytes.
    text: &'p str,
    at: usize,
    /// Where it went on behind the last space at which a line may end.
    run: usize,
    /// What is read of a word and not shaped yet, in one weight and direction.
    word: String,
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
    /// Whether no line ends behind the hyphen just read: one of an address of the web would be taken for ours.
    fn keeps_hyphen(&self) -> bool {
        let begun = self.at.saturating_sub(self.word.len());
        self.word.chars().count() <= SHORT || token(self.text, begun).contains("://")
    }

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
        let width = pieces.iter().map(|p| advance_of(&p.glyphs)).sum();
        match whole {
            Some(word) => self.by_syllables(word, before, width),
            None => self.atoms.push(Atom {
                pieces,
                width,
                before,
                part: None,
            }),
        }
    }

    /// The parts of a word, each as wide as it makes the word.
    fn by_syllables(&mut self, whole: Whole, before: Before, width: Mille) {
        let word: Rc<str> = whole.word.as_str().into();
        let (mut from, mut so_far) = (0, 0.0);
        for end in whole.places.into_iter().chain([word.len()]) {
            let upto = if end == word.len() {
                width
            } else {
                let head = word.get(..end).unwrap_or_default();
                let shaped = self.shaper.shape(whole.face, head, whole.level);
                shaped.iter().map(|piece| advance_of(&piece.glyphs)).sum()
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
}

/// The same for lines of a measure: a word too wide for any line is parted between clusters, each part as wide as a
/// line allows.
pub(super) fn within<'a>(
    shaper: &mut Shaper,
    atoms: &'a [Atom],
    measure: Mille,
) -> Cow<'a, [Atom]> {
    let words = || atoms.chunk_by(|_, next| next.before.soft);
    let wide = |word: &[Atom]| {
        let width: Mille = word.iter().map(|atom| atom.width).sum();
        width > measure + ROUNDED
    };
    if !words().any(wide) {
        return Cow::Borrowed(atoms);
    }
    let mut cut = Vec::with_capacity(atoms.len() + 1);
    for word in words() {
        match word {
            [first, ..] if wide(word) => by_clusters(shaper, first, measure, &mut cut),
            _ => cut.extend_from_slice(word),
        }
    }
    Cow::Owned(cut)
}

/// Parts the word that begins with this atom.
fn by_clusters(shaper: &mut Shaper, word: &Atom, measure: Mille, cut: &mut Vec<Atom>) {
    let whole = word
        .part
        .as_ref()
        .map(|part| shaper.shape(part.face, &part.word, part.level));
    let pieces = whole.as_deref().unwrap_or(&word.pieces);
    let mut before = word.before;
    let mut part: Vec<Piece> = Vec::new();
    let mut width = 0.0;
    let mut end = |part: &mut Vec<Piece>, width: Mille| {
        cut.push(Atom {
            pieces: part.drain(..).map(Rc::new).collect(),
            width,
            before: std::mem::replace(&mut before, Before::START),
            part: None,
        });
    };
    for piece in pieces {
        for range in piece.clusters() {
            let cluster = piece.glyphs.get(range).unwrap_or_default();
            let advance = advance_of(cluster);
            if width + advance > measure && advance > 0.0 && !part.is_empty() {
                end(&mut part, width);
                width = 0.0;
            }
            width += advance;
            lengthen(&mut part, piece, cluster);
        }
    }
    if !part.is_empty() {
        end(&mut part, width);
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
