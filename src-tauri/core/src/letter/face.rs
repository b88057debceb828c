//! The embedded faces: shaping a word into glyphs, and saying which characters have none.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont};

use super::error::LetterError;

/// The faces a letter is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Face {
    Regular,
    Bold,
}

impl Face {
    /// The font file.
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../data/fonts/GentiumBookPlus-Regular.ttf"),
            Face::Bold => include_bytes!("../../data/fonts/GentiumBookPlus-Bold.ttf"),
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
    /// The characters it stands for; empty for the second glyph of a cluster.
    pub text: String,
}

/// Shapes words, remembers those already shaped, and collects what no face can print.
pub(super) struct Shaper {
    fonts: [ShaperFont<'static, 'static>; 2],
    buffer: Buffer,
    known: BTreeMap<(Face, String), Vec<Glyph>>,
    /// Choosing a face's rules for a script costs more than setting a word by them.
    plans: Vec<(Face, Direction, Option<Script>, ShapePlan)>,
    unprintable: Vec<char>,
}

/// The two faces, parsed once for the life of the program.
fn fonts() -> Result<&'static [Font; 2], LetterError> {
    static FONTS: OnceLock<Option<[Font; 2]>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            Some([
                Font::new(Face::Regular.bytes(), 0)?,
                Font::new(Face::Bold.bytes(), 0)?,
            ])
        })
        .as_ref()
        .ok_or_else(|| LetterError::Pdf {
            problem: "an embedded face is damaged; please install the program again".to_owned(),
        })
}

impl Shaper {
    /// A shaper over the embedded faces.
    pub(super) fn new() -> Result<Self, LetterError> {
        let [regular, bold] = fonts()?;
        Ok(Self {
            fonts: [ShaperFont::new(regular), ShaperFont::new(bold)],
            buffer: Buffer::new(),
            known: BTreeMap::new(),
            plans: Vec::new(),
            unprintable: Vec::new(),
        })
    }

    /// The glyphs of one word.
    pub(super) fn shape(&mut self, face: Face, word: &str) -> Vec<Glyph> {
        if let Some(known) = self.known.get(&(face, word.to_owned())) {
            return known.clone();
        }
        let glyphs = self.shape_new(face, word);
        self.known.insert((face, word.to_owned()), glyphs.clone());
        glyphs
    }

    fn shape_new(&mut self, face: Face, word: &str) -> Vec<Glyph> {
        let font = &self.fonts[face as usize];
        let scale = 1000.0 / f32::from(font.units_per_em().max(1));
        self.buffer.clear();
        self.buffer.push_str(word);
        self.buffer.guess_segment_properties();
        let plan = plan(&mut self.plans, face, &self.buffer);
        let options = ShapeOptions::new().plan(plan);
        if harfrust::shape(font, &mut self.buffer, options).is_err() {
            self.unprintable.extend(word.chars());
            return Vec::new();
        }
        let infos = self.buffer.glyph_infos();
        let positions = self.buffer.glyph_positions();
        let mut starts: Vec<usize> = infos.iter().map(|i| i.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        starts.push(word.len());
        let mut glyphs = Vec::with_capacity(infos.len());
        let mut previous = usize::MAX;
        for (info, position) in infos.iter().zip(positions) {
            let start = info.cluster as usize;
            let after = starts.partition_point(|s| *s <= start);
            let end = starts.get(after).copied().unwrap_or(word.len());
            let text = word.get(start..end).unwrap_or_default();
            if info.glyph_id == 0 {
                self.unprintable
                    .extend(text.chars().filter(|c| !c.is_whitespace()));
            }
            let Ok(id) = u16::try_from(info.glyph_id) else {
                continue;
            };
            glyphs.push(Glyph {
                id,
                advance: position.x_advance as f32 * scale,
                width: font.glyph_h_advance(info.glyph_id.into()) as f32 * scale,
                x: position.x_offset as f32 * scale,
                y: position.y_offset as f32 * scale,
                text: if start == previous {
                    String::new()
                } else {
                    printed(text)
                },
            });
            previous = start;
        }
        glyphs
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

/// The rules for the script of this text, remembered; none for a text without a direction, which the shaper sees to.
fn plan<'p>(
    plans: &'p mut Vec<(Face, Direction, Option<Script>, ShapePlan)>,
    face: Face,
    buffer: &Buffer,
) -> Option<&'p ShapePlan> {
    let (direction, script) = (buffer.direction(), buffer.script());
    if direction == Direction::Invalid {
        return None;
    }
    let known = plans
        .iter()
        .position(|(f, d, s, _)| (*f, *d, *s) == (face, direction, script));
    let at = match known {
        Some(at) => at,
        None => {
            let font = &fonts().ok()?[face as usize];
            let made = ShapePlan::new(font, direction, script, buffer.language(), &[]);
            plans.push((face, direction, script, made));
            plans.len() - 1
        }
    };
    plans.get(at).map(|(_, _, _, plan)| plan)
}

/// What a search finds: a no-break space is a space to whoever searches.
fn printed(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}
