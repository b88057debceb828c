//! Shaping words into glyphs, and saying which characters have none.
//!
//! A word is set from the book face; what that lacks is taken from the first face of the chain that has the whole
//! cluster, so that marks stay with their letter. A character that no face has is collected, never replaced.

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::cut::Cut;
use super::error::LetterError;

/// The weight that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Face {
    Regular,
    Bold,
}

impl Face {
    /// The book face of this weight.
    pub(super) fn book(self) -> Cut {
        match self {
            Face::Regular => Cut::BOOK,
            Face::Bold => Cut::BOLD,
        }
    }
}

/// Thousandths of the type size.
pub(super) type Mille = f32;

/// One glyph, measured in thousandths of the type size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub id: u16,
    /// How far the pen moves, kerning included.
    pub advance: Mille,
    /// The glyph's own width, as viewers know it from the font.
    pub width: Mille,
    pub x: Mille,
    pub y: Mille,
    /// The characters it stands for by itself; empty for a part of a cluster that stands for none.
    pub text: Rc<str>,
    /// Whether a cluster begins here, as seen from the left.
    pub begins: bool,
    /// What the whole cluster reads, where its glyphs one by one do not say it.
    pub instead: Option<Rc<str>>,
}

/// Glyphs of one file and one direction, from left to right, and what they say in reading order.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub face: Face,
    pub cut: Cut,
    /// Of the bidirectional algorithm; odd runs from right to left.
    pub level: u8,
    pub glyphs: Vec<Glyph>,
    pub text: String,
}

impl Piece {
    /// Whether it reads from left to right.
    pub(super) fn rightward(&self) -> bool {
        self.level & 1 == 0
    }

    /// The clusters in reading order.
    pub(super) fn clusters(&self) -> Vec<Range<usize>> {
        let mut all: Vec<_> = clusters(&self.glyphs).collect();
        if !self.rightward() {
            all.reverse();
        }
        all
    }
}

/// The clusters from left to right.
pub(super) fn clusters(glyphs: &[Glyph]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = glyphs.get(start + 1..)?;
        let length = rest.iter().position(|glyph| glyph.begins);
        let from = start;
        start = length.map_or(glyphs.len(), |more| from + 1 + more);
        Some(from..start)
    })
}

/// What a cluster says.
pub(super) fn reading(cluster: &[Glyph], rightward: bool) -> String {
    if let Some(instead) = cluster.first().and_then(|glyph| glyph.instead.as_ref()) {
        return instead.as_ref().to_owned();
    }
    let texts = cluster.iter().map(|glyph| glyph.text.as_ref());
    if rightward {
        texts.collect()
    } else {
        texts.rev().collect()
    }
}

/// A word as it is set.
pub(super) type Shaped = Rc<[Rc<Piece>]>;

/// A face's rules for a script in a direction.
type Plan = (Cut, Direction, Option<Script>, ShapePlan);

/// What a shaper gets ready and can hand on to the next; none of it depends on the letter it was made for.
#[derive(Default)]
struct Ready {
    fonts: Vec<Option<ShaperFont<'static, 'static>>>,
    buffer: Buffer,
    /// Choosing a face's rules for a script costs more than setting a word by them.
    plans: Vec<Plan>,
    /// The everyday words of a weight from left to right.
    everyday: [Words; 2],
}

thread_local! {
    static READY: Cell<Option<Ready>> = const { Cell::new(None) };
}

/// Forgets the everyday words of this thread, when a desk is locked or put away.
///
/// Another thread keeps its own until it ends: words in small letters, in no order, without a name or a number among them.
pub fn forget_words() {
    READY.set(None);
}

/// Words as they were shaped, by their letters.
type Words = HashMap<Box<str>, Shaped>;

/// So many everyday words of a weight are remembered; all letters of a language together have fewer.
const EVERYDAY: usize = 4096;

/// Shapes words, remembers those already shaped, and collects what no face can print.
///
/// What does not depend on the letter goes to the next shaper of the thread, everyday words too. Names, numbers and
/// addresses are remembered for one letter only.
pub(super) struct Shaper {
    ready: Ready,
    /// By weight and level.
    known: Vec<((Face, u8), Words)>,
    unprintable: Vec<char>,
}

impl Drop for Shaper {
    fn drop(&mut self) {
        let ready = std::mem::take(&mut self.ready);
        // Where the thread itself ends, nothing is kept.
        let _ = READY.try_with(|place| place.set(Some(ready)));
    }
}

impl Shaper {
    /// A shaper over the embedded faces.
    pub(super) fn new() -> Result<Self, LetterError> {
        if Cut::BOOK.font().is_none() || Cut::BOLD.font().is_none() {
            return Err(LetterError::Pdf {
                problem: "an embedded face is damaged; please install the program again".to_owned(),
            });
        }
        let mut ready = READY.with(Cell::take).unwrap_or_default();
        ready.fonts.resize_with(Cut::COUNT, || None);
        Ok(Self {
            ready,
            known: Vec::new(),
            unprintable: Vec::new(),
        })
    }

    /// The pieces of one word in reading order, all of one direction.
    pub(super) fn shape(&mut self, face: Face, word: &str, level: u8) -> Shaped {
        let everyday = level == 0 && is_everyday(word);
        if let Some(known) = self.remembered(face, level, everyday).get(word) {
            return Rc::clone(known);
        }
        let lacking = self.unprintable.len();
        let mut pieces = Vec::new();
        for (range, cut) in self.cuts(face, word) {
            let part = word.get(range).unwrap_or_default();
            if let Some(piece) = self.piece(face, cut, part, level) {
                pieces.push(Rc::new(piece));
            }
        }
        let shaped: Shaped = pieces.into();
        // Each letter is to hear of its own what lacks.
        let everyday = everyday && self.unprintable.len() == lacking;
        let known = self.remembered(face, level, everyday);
        if everyday && known.len() >= EVERYDAY {
            known.clear();
        }
        known.insert(word.into(), Rc::clone(&shaped));
        shaped
    }

    /// Where a word is remembered.
    fn remembered(&mut self, face: Face, level: u8, everyday: bool) -> &mut Words {
        if everyday {
            return match face {
                Face::Regular => &mut self.ready.everyday[0],
                Face::Bold => &mut self.ready.everyday[1],
            };
        }
        let at = self.known.iter().position(|(key, _)| *key == (face, level));
        let at = at.unwrap_or_else(|| {
            self.known.push(((face, level), HashMap::new()));
            self.known.len() - 1
        });
        &mut self.known[at].1
    }

    /// Which file sets which part of a word.
    fn cuts(&mut self, face: Face, word: &str) -> Vec<(Range<usize>, Cut)> {
        let book = face.book();
        let simple = |c: char| c.is_ascii() || (is_bookish(c) && self.has(book, c));
        if word.chars().all(simple) {
            return vec![(0..word.len(), book)];
        }
        let mut runs: Vec<(Range<usize>, Cut)> = Vec::new();
        for (at, cluster) in word.grapheme_indices(true) {
            let end = at + cluster.len();
            let before = runs.last().map(|(_, cut)| *cut);
            let cut = if cluster.chars().all(ignorable) {
                before.unwrap_or(book)
            } else {
                self.choose(book, cluster)
            };
            match runs.last_mut() {
                Some((range, last)) if *last == cut => range.end = end,
                _ => runs.push((at..end, cut)),
            }
        }
        runs
    }

    /// The first face that has the whole cluster; the book face where none has.
    fn choose(&mut self, book: Cut, cluster: &str) -> Cut {
        let picture = cluster.contains(['\u{fe0f}', '\u{20e3}']);
        if picture && self.covers(Cut::EMOJI, cluster) {
            return Cut::EMOJI;
        }
        if self.covers(book, cluster) {
            return book;
        }
        let Some(first) = cluster.chars().find(|c| !ignorable(*c)) else {
            return book;
        };
        let composed = cluster.nfc().find(|c| !ignorable(*c)).unwrap_or(first);
        for c in [first, composed] {
            for cut in Cut::behind(c) {
                if self.covers(cut, cluster) {
                    return cut;
                }
            }
        }
        book
    }

    /// Whether a file has a cluster as it is written or composed.
    fn covers(&mut self, cut: Cut, cluster: &str) -> bool {
        cluster.chars().all(|c| ignorable(c) || self.has(cut, c))
            || cluster.nfc().all(|c| ignorable(c) || self.has(cut, c))
    }

    fn has(&mut self, cut: Cut, c: char) -> bool {
        self.font(cut)
            .is_some_and(|font| font.nominal_glyph(c.into()).is_some())
    }

    fn font(&mut self, cut: Cut) -> Option<&ShaperFont<'static, 'static>> {
        let place = self.ready.fonts.get_mut(cut.at())?;
        if place.is_none() {
            *place = Some(ShaperFont::new(cut.font()?));
        }
        place.as_ref()
    }

    fn piece(&mut self, face: Face, cut: Cut, text: &str, level: u8) -> Option<Piece> {
        self.font(cut)?;
        let leftward = level % 2 == 1;
        self.ready.buffer.clear();
        self.ready.buffer.push_str(text);
        self.ready.buffer.guess_segment_properties();
        self.ready.buffer.set_direction(if leftward {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        let font = self.ready.fonts.get(cut.at())?.as_ref()?;
        let plan = plan(&mut self.ready.plans, cut, &self.ready.buffer);
        let options = ShapeOptions::new().plan(plan);
        if harfrust::shape(font, &mut self.ready.buffer, options).is_err() {
            self.unprintable.extend(text.chars());
            return None;
        }
        let glyphs = self.glyphs(cut, text, !leftward)?;
        let mut piece = Piece {
            face,
            cut,
            level,
            glyphs,
            text: String::new(),
        };
        let said = piece.clusters().into_iter().filter_map(|range| {
            let cluster = piece.glyphs.get(range)?;
            Some(reading(cluster, !leftward))
        });
        piece.text = said.collect();
        Some(piece)
    }

    /// What the buffer holds after shaping, cluster by cluster from left to right.
    fn glyphs(&mut self, cut: Cut, text: &str, rightward: bool) -> Option<Vec<Glyph>> {
        let font = self.ready.fonts.get(cut.at())?.as_ref()?;
        let scale = cut.scale() * 1000.0 / f32::from(font.units_per_em().max(1));
        let nominal = |c: char| font.nominal_glyph(c.into()).map(|id| id.to_u32());
        let space = nominal(' ');
        let infos = self.ready.buffer.glyph_infos();
        let positions = self.ready.buffer.glyph_positions();
        let mut starts: Vec<usize> = infos.iter().map(|i| i.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        // A joiner belongs to the letter before it.
        let visible = |start: usize, end: usize| {
            !text
                .get(start..end)
                .unwrap_or_default()
                .chars()
                .all(ignorable)
        };
        let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
        let mut starts: Vec<usize> = starts
            .iter()
            .zip(&ends)
            .filter(|(start, end)| visible(**start, **end))
            .map(|(start, _)| *start)
            .collect();
        starts.push(text.len());
        let mut lacking: Vec<char> = Vec::new();
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(infos.len());
        let mut at = 0;
        while let Some(info) = infos.get(at) {
            let start = info.cluster as usize;
            let same = |i: &&harfrust::GlyphInfo| i.cluster as usize == start;
            let count = infos.iter().skip(at).take_while(same).count();
            if !starts.contains(&start) {
                at += count;
                continue;
            }
            let after = starts.partition_point(|s| *s <= start);
            let end = starts.get(after).copied().unwrap_or(text.len());
            let cluster = text.get(start..end).unwrap_or_default();
            let first = glyphs.len();
            for (info, position) in infos.iter().zip(positions).skip(at).take(count) {
                // A joiner or selector has done its work and shows as an empty space.
                let hidden = position.x_advance == 0 && Some(info.glyph_id) == space;
                let Ok(id) = u16::try_from(info.glyph_id) else {
                    continue;
                };
                if hidden {
                    continue;
                }
                let own = cluster.chars().find(|c| nominal(*c) == Some(info.glyph_id));
                glyphs.push(Glyph {
                    id,
                    advance: position.x_advance as f32 * scale,
                    width: font.glyph_h_advance(info.glyph_id.into()) as f32 * scale,
                    x: position.x_offset as f32 * scale,
                    y: position.y_offset as f32 * scale,
                    text: match own {
                        // One glyph has one text: what looks the same must read the same.
                        _ if id == 0 => "□".into(),
                        Some(c) => printed(c.encode_utf8(&mut [0; 4])).into(),
                        None => "".into(),
                    },
                    begins: false,
                    instead: None,
                });
            }
            at += count;
            let Some(of_cluster) = glyphs.get_mut(first..).filter(|g| !g.is_empty()) else {
                continue;
            };
            of_cluster[0].begins = true;
            if of_cluster.iter().any(|glyph| glyph.id == 0) {
                lacking.extend(cluster.chars());
                continue;
            }
            let whole = printed(cluster);
            if let [one] = of_cluster {
                one.text = whole.into();
            } else if reading(of_cluster, rightward) != whole {
                of_cluster[0].instead = Some(whole.into());
            }
        }
        self.lack(&lacking);
        Some(glyphs)
    }

    /// Remembers what could not be set; a letter that lacks nothing but its mark is not named.
    fn lack(&mut self, characters: &[char]) {
        let visible: Vec<char> = characters
            .iter()
            .copied()
            .filter(|c| !c.is_whitespace() && !ignorable(*c))
            .collect();
        let known = |shaper: &mut Self, c: char| {
            shaper.has(Cut::BOOK, c) || Cut::behind(c).any(|cut| shaper.has(cut, c))
        };
        let mut named = visible.clone();
        named.retain(|c| !known(self, *c));
        self.unprintable
            .extend(if named.is_empty() { visible } else { named });
    }

    /// An error naming everything that could not be shaped, or nothing.
    pub(super) fn complaint(&self) -> Option<LetterError> {
        if self.unprintable.is_empty() {
            return None;
        }
        let mut characters: Vec<char> = Vec::new();
        for c in &self.unprintable {
            if !characters.contains(c) {
                characters.push(*c);
            }
        }
        Some(LetterError::Unprintable { characters })
    }
}

/// The rules for the script of this text, remembered.
fn plan<'p>(plans: &'p mut Vec<Plan>, cut: Cut, buffer: &Buffer) -> Option<&'p ShapePlan> {
    let (direction, script) = (buffer.direction(), buffer.script());
    let known = plans
        .iter()
        .position(|(c, d, s, _)| (*c, *d, *s) == (cut, direction, script));
    let at = match known {
        Some(at) => at,
        None => {
            let made = ShapePlan::new(cut.font()?, direction, script, buffer.language(), &[]);
            plans.push((cut, direction, script, made));
            plans.len() - 1
        }
    };
    plans.get(at).map(|(_, _, _, plan)| plan)
}

/// Small letters, with a stop or comma behind them: a word of the language. Names, numbers and addresses look otherwise.
fn is_everyday(word: &str) -> bool {
    let letters = word.trim_end_matches(['.', ',', ';', ':']);
    letters
        .chars()
        .all(|c| c.is_lowercase() && is_bookish(c) || c == ' ')
        && word.len() < 40
}

/// Letters, marks and punctuation of Latin, Greek and Cyrillic, which the book face sets with their neighbours at once.
fn is_bookish(c: char) -> bool {
    (c < '\u{590}' || ('\u{1e00}'..='\u{2071}').contains(&c)) && !ignorable(c)
}

/// Seen only by what it does to others (Default_Ignorable_Code_Point).
fn ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// What a search finds: a no-break space is a space to whoever searches, and what only steers the setting is nothing.
fn printed(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
        .map(|c| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c })
        .collect()
}

#[cfg(test)]
#[test]
fn words_are_forgotten_and_names_never_kept() -> Result<(), LetterError> {
    for word in ["garden", "Lindqvist", "2026"] {
        Shaper::new()?.shape(Face::Regular, word, 0);
    }
    let kept = |shaper: &Shaper| shaper.ready.everyday[0].len();
    assert_eq!(kept(&Shaper::new()?), 1);
    forget_words();
    assert_eq!(kept(&Shaper::new()?), 0);
    Ok(())
}
