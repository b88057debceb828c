//! The files the letters are set from: the book face, and one for each script it lacks.
//!
//! A file is read when its first character is wanted, and then kept for the life of the program.

use std::sync::OnceLock;

use harfrust::{Font, ShaperFont};

use super::face::Glyph;

/// One font file: its place in the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Cut(u8);

/// What is known of a file without reading it.
struct Source {
    /// Marks its subset in a PDF, six capitals (ISO 32000-1, 9.6.4).
    tag: &'static str,
    bytes: &'static [u8],
    /// Its size beside the book face, so that a foreign name is as large as its neighbours.
    scale: f32,
    /// Where its characters begin and end; the rest of the file is not asked.
    blocks: &'static [(u32, u32)],
}

macro_rules! source {
    ($file:literal, $tag:literal, $scale:literal, $blocks:expr) => {
        Source {
            tag: $tag,
            bytes: include_bytes!(concat!("../../data/fonts/", $file, ".ttf")),
            scale: $scale,
            blocks: &$blocks,
        }
    };
}

/// Everything.
const ALL: [(u32, u32); 1] = [(0, 0x10_FFFF)];

/// In the order in which they are asked.
static SOURCES: [Source; 36] = [
    source!("Book-Regular", "RDSREG", 1.0, ALL),
    source!("Book-Bold", "RDSBLD", 1.0, ALL),
    source!("Hebrew", "RDSHEB", 0.94, [(0x590, 0x5FF), (0xFB1D, 0xFB4F)]),
    source!(
        "Arabic",
        "RDSARA",
        1.0,
        [
            (0x600, 0x6FF),
            (0x750, 0x77F),
            (0x870, 0x8FF),
            (0x2E00, 0x2E7F),
            (0xFB50, 0xFEFF)
        ]
    ),
    source!(
        "Armenian",
        "RDSARM",
        0.9,
        [(0x530, 0x58F), (0xFB00, 0xFB1C)]
    ),
    source!(
        "Georgian",
        "RDSGEO",
        0.9,
        [(0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)]
    ),
    source!(
        "Devanagari",
        "RDSDEV",
        0.92,
        [(0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA830, 0xA8FF)]
    ),
    source!("Bengali", "RDSBEN", 0.92, [(0x980, 0x9FF)]),
    source!("Gurmukhi", "RDSGUR", 0.9, [(0xA00, 0xA7F)]),
    source!("Gujarati", "RDSGUJ", 0.92, [(0xA80, 0xAFF)]),
    source!("Oriya", "RDSORI", 0.88, [(0xB00, 0xB7F)]),
    source!(
        "Tamil",
        "RDSTAM",
        0.82,
        [(0xB80, 0xBFF), (0x11300, 0x1137F)]
    ),
    source!("Telugu", "RDSTEL", 0.9, [(0xC00, 0xC7F)]),
    source!("Kannada", "RDSKAN", 0.88, [(0xC80, 0xCFF)]),
    source!("Malayalam", "RDSMAL", 0.88, [(0xD00, 0xD7F)]),
    source!(
        "Sinhala",
        "RDSSIN",
        0.88,
        [(0xD80, 0xDFF), (0x111E0, 0x111FF)]
    ),
    source!("Thai", "RDSTHA", 0.92, [(0xE00, 0xE7F)]),
    source!("Lao", "RDSLAO", 0.92, [(0xE80, 0xEFF)]),
    source!(
        "Khmer",
        "RDSKHM",
        0.85,
        [(0x1780, 0x17FF), (0x19E0, 0x19FF)]
    ),
    source!(
        "Myanmar",
        "RDSMYA",
        0.82,
        [(0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)]
    ),
    source!("Tibetan", "RDSTIB", 0.8, [(0xF00, 0xFFF)]),
    source!(
        "Ethiopic",
        "RDSETH",
        0.9,
        [(0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)]
    ),
    source!("Thaana", "RDSTNA", 0.95, [(0x780, 0x7BF)]),
    source!("Syriac", "RDSSYR", 0.95, [(0x700, 0x74F)]),
    source!("Nko", "RDSNKO", 0.9, [(0x7C0, 0x7FF)]),
    source!("Adlam", "RDSADL", 0.9, [(0x1E900, 0x1E95F)]),
    source!("Tifinagh", "RDSTIF", 0.88, [(0x2D30, 0x2D7F)]),
    source!(
        "Cherokee",
        "RDSCHE",
        0.88,
        [(0x13A0, 0x13FF), (0xAB70, 0xABBF)]
    ),
    source!(
        "Aboriginal",
        "RDSABO",
        0.88,
        [(0x1400, 0x167F), (0x18B0, 0x18FF)]
    ),
    source!(
        "Mongolian",
        "RDSMON",
        0.9,
        [(0x1800, 0x18AF), (0x202F, 0x202F), (0x11660, 0x1167F)]
    ),
    source!(
        "Hangul",
        "RDSHAN",
        0.92,
        [(0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3)]
    ),
    source!(
        "Han",
        "RDSCJK",
        0.92,
        [(0x1100, 0x11FF), (0x2E80, 0xFFEF), (0x10400, 0x1047F)]
    ),
    source!("Emoji", "RDSEMO", 0.86, [(0, 0x3FFF), (0x1F000, 0xE_007F)]),
    source!(
        "Symbols",
        "RDSSYM",
        0.9,
        [(0x2000, 0x29FF), (0x1F100, 0x1F7FF)]
    ),
    source!("Signs", "RDSSIG", 0.9, ALL),
    source!("Letters", "RDSLET", 0.9, ALL),
];

/// Read so far.
static FONTS: [OnceLock<Option<Font>>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];

impl Cut {
    /// The book face.
    pub(super) const BOOK: Self = Self(0);
    /// The book face, heavier.
    pub(super) const BOLD: Self = Self(1);
    /// Signs as pictures.
    pub(super) const EMOJI: Self = Self(32);
    /// How many there are.
    pub(super) const COUNT: usize = SOURCES.len();

    /// Those behind the book face that may have this character.
    pub(super) fn behind(c: char) -> impl Iterator<Item = Self> {
        let code = u32::from(c);
        SOURCES
            .iter()
            .enumerate()
            .skip(2)
            .filter_map(move |(at, source)| {
                let here = |(first, last): &(u32, u32)| (*first..=*last).contains(&code);
                // The chain is shorter than a byte counts.
                let at = u8::try_from(at).ok()?;
                source.blocks.iter().any(here).then_some(Self(at))
            })
    }

    fn source(self) -> &'static Source {
        // Only this file makes cuts, each from a place in the chain; the book face is always there.
        SOURCES.get(usize::from(self.0)).unwrap_or(&SOURCES[0])
    }

    /// Its place in the chain.
    pub(super) fn at(self) -> usize {
        usize::from(self.0)
    }

    /// The file.
    pub(super) fn bytes(self) -> &'static [u8] {
        self.source().bytes
    }

    /// The subset's tag and resource name in a PDF.
    pub(super) fn tag(self) -> &'static str {
        self.source().tag
    }

    /// Its size beside the book face.
    pub(super) fn scale(self) -> f32 {
        self.source().scale
    }

    /// Its space, to mark where something ends.
    pub(super) fn space(self) -> Option<Glyph> {
        let font = ShaperFont::new(self.font()?);
        let id = font.nominal_glyph(u32::from(' '))?;
        let scale = self.scale() * 1000.0 / f32::from(font.units_per_em().max(1));
        let width = font.glyph_h_advance(id) as f32 * scale;
        Some(Glyph {
            id: u16::try_from(id.to_u32()).ok()?,
            advance: width,
            width,
            x: 0.0,
            y: 0.0,
            text: " ".into(),
            begins: true,
            instead: None,
        })
    }

    /// Parsed once; nothing where the file is damaged.
    pub(super) fn font(self) -> Option<&'static Font> {
        let read = || Font::new(self.bytes(), 0);
        FONTS.get(self.at())?.get_or_init(read).as_ref()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn every_file_can_be_read_and_has_a_tag_of_its_own() {
        let mut tags = std::collections::BTreeSet::new();
        let mut weight = 0;
        for at in 0..SOURCES.len() {
            let cut = Cut(u8::try_from(at).unwrap());
            assert!(cut.font().is_some(), "{}", cut.tag());
            assert!(cut.space().is_some(), "{} has no space", cut.tag());
            assert!(tags.insert(cut.tag()));
            assert!(cut.tag().len() == 6 && cut.tag().chars().all(|c| c.is_ascii_uppercase()));
            weight += cut.bytes().len();
        }
        assert!(weight < 10_000_000, "{weight}");
        assert_eq!(Cut::EMOJI.tag(), "RDSEMO");
    }
}
