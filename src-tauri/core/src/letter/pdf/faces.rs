//! The faces of one file: the glyphs it carries, by what number, and what each of them says.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use printpdf::{ParsedFont, ToUnicodeCMap, subset_font};

use super::runs;
use crate::letter::cut::Cut;
use crate::letter::error::LetterError;
use crate::letter::face::Glyph;
use crate::letter::lines::Run;
use crate::letter::mark::Pages;

/// The faces that stand on the pages, in the order of the chain.
pub(super) struct Faces(Vec<Face>);

/// A face with those of its glyphs that stand on the pages.
pub(super) struct Face {
    cut: Cut,
    /// By their numbers in the file; the first is the box, shown or not.
    known: Vec<Known>,
    /// The number in the file by that in the face.
    codes: Vec<u16>,
    space: Option<Glyph>,
}

/// A glyph, and what it says in this file; it has room for one text only.
struct Known {
    id: u16,
    says: Rc<str>,
    rightward: bool,
    /// In thousandths of the size, cut off; as viewers know it from the file.
    width: u16,
    /// It stands on a page; the box may stand in the file only.
    shown: bool,
}

impl Faces {
    /// Those of all pages.
    pub(super) fn of(pages: &Pages) -> Self {
        let mut faces: Vec<Face> = Vec::new();
        let marks = pages.pages.iter().flat_map(|page| &page.marks);
        for run in marks.flat_map(runs) {
            let at = faces.iter().position(|face| face.cut == run.cut);
            let at = at.unwrap_or_else(|| {
                faces.push(Face::new(run.cut));
                faces.len() - 1
            });
            for glyph in &run.glyphs {
                faces[at].take(glyph, run.rightward);
            }
        }
        faces.sort_by_key(|face| face.cut);
        faces.iter_mut().for_each(Face::count);
        Self(faces)
    }

    /// The face of a run.
    pub(super) fn of_run(&self, run: &Run) -> Option<&Face> {
        self.0.iter().find(|face| face.cut == run.cut)
    }

    /// Whether a box stands for a character that no face has.
    pub(super) fn show_boxes(&self) -> bool {
        self.shown().any(|glyph| glyph.id == 0)
    }

    /// Whether every glyph says by itself what others can read too: neither nothing nor what is private to a face.
    pub(super) fn can_be_read(&self) -> bool {
        let private = |c| matches!(c, '\u{e000}'..='\u{f8ff}');
        self.shown()
            .all(|glyph| !glyph.says.is_empty() && !glyph.says.contains(private))
    }

    fn shown(&self) -> impl Iterator<Item = &Known> {
        self.0.iter().flat_map(|face| face.shown().1)
    }

    /// Adds the faces to a file: what its pages call them, and where they are.
    pub(super) fn embed(&self, file: &mut Document) -> Result<Dictionary, LetterError> {
        let mut names = Dictionary::new();
        for face in &self.0 {
            let font = face.embed(file)?;
            names.set(face.name(), file.add_object(font));
        }
        Ok(names)
    }
}

impl Face {
    fn new(cut: Cut) -> Self {
        let mut face = Self {
            cut,
            known: Vec::new(),
            codes: Vec::new(),
            space: cut.space(),
        };
        // Whatever else looks like a space, it reads as one.
        if let Some(space) = face.space.clone() {
            face.take(&space, true);
        }
        face
    }

    /// Takes a glyph in; its first text is its own, and where it stands for another, that is said beside it.
    fn take(&mut self, glyph: &Glyph, rightward: bool) {
        let id = usize::from(glyph.id);
        if self.codes.len() <= id {
            self.codes.resize(id + 1, u16::MAX);
        }
        match self.known.get_mut(usize::from(self.codes[id])) {
            Some(known) if known.says.is_empty() => known.says = Rc::clone(&glyph.text),
            Some(_) => {}
            None => {
                // A face has fewer glyphs than a number of two bytes counts.
                self.codes[id] = u16::try_from(self.known.len()).unwrap_or(u16::MAX);
                self.known.push(Known {
                    id: glyph.id,
                    says: Rc::clone(&glyph.text),
                    rightward,
                    // Divided by the scale, a whole number may fall short of itself.
                    width: (glyph.width / self.scale() + 0.001) as u16,
                    shown: true,
                });
            }
        }
    }

    /// Gives the glyphs their numbers, in the order in which they stand in the face.
    fn count(&mut self) {
        if !self.known.iter().any(|glyph| glyph.id == 0) {
            self.known.push(Known {
                id: 0,
                says: "".into(),
                rightward: true,
                width: 0,
                shown: false,
            });
        }
        self.known.sort_by_key(|glyph| glyph.id);
        for (code, glyph) in (0..).zip(&self.known) {
            if let Some(place) = self.codes.get_mut(usize::from(glyph.id)) {
                *place = code;
            }
        }
    }

    /// The number of the first glyph that is shown, and all that are.
    fn shown(&self) -> (i64, &[Known]) {
        match self.known.split_first() {
            Some((first, rest)) if !first.shown => (1, rest),
            _ => (0, &self.known),
        }
    }

    /// What pages call it; its first six letters are the subset's tag (ISO 32000-1, 9.6.4).
    pub(super) fn name(&self) -> &'static str {
        self.cut.tag()
    }

    /// Its size beside the book face.
    pub(super) fn scale(&self) -> f32 {
        self.cut.scale()
    }

    /// Its space, to mark where something ends.
    pub(super) fn space(&self) -> Option<&Glyph> {
        self.space.as_ref()
    }

    /// A glyph's number in the file, and its width there.
    pub(super) fn code(&self, glyph: &Glyph) -> (u16, u16) {
        let code = self.codes.get(usize::from(glyph.id)).copied();
        let code = code.unwrap_or_default();
        let width = self.known.get(usize::from(code)).map(|known| known.width);
        (code, width.unwrap_or_default())
    }

    /// What a glyph says in this file.
    pub(super) fn says(&self, glyph: &Glyph) -> &str {
        let known = self.known.get(usize::from(self.code(glyph).0));
        known.map_or("", |known| &known.says)
    }

    /// As a composite font whose codes are the glyphs (ISO 32000-1, 9.7).
    fn embed(&self, file: &mut Document) -> Result<Dictionary, LetterError> {
        let parsed = parsed(self.cut)?;
        let wanted: BTreeMap<u16, String> = self
            .known
            .iter()
            .map(|glyph| (glyph.id, String::new()))
            .collect();
        let program =
            subset_font(parsed, &wanted).map_err(|problem| LetterError::Pdf { problem })?;
        let length = i64::try_from(program.bytes.len()).unwrap_or(i64::MAX);
        let program = Stream::new(dictionary! { "Length1" => length }, program.bytes);
        let program = file.add_object(program);
        let (first, shown) = self.shown();
        let texts = (0_u32..).zip(&self.known).map(|(code, glyph)| {
            let mut text: Vec<u32> = glyph.says.chars().map(u32::from).collect();
            // Readers turn what stands from right to left around, character by character.
            if !glyph.rightward {
                text.reverse();
            }
            (code, text)
        });
        let texts = ToUnicodeCMap {
            mappings: texts.collect(),
        };
        let texts = texts.to_cmap_string(self.name()).into_bytes();
        let texts = file.add_object(Stream::new(Dictionary::new(), texts));
        let widths = shown.iter().map(|glyph| i64::from(glyph.width).into());
        let own = parsed.font_name.as_deref().unwrap_or(self.name());
        let name = Object::Name(format!("{}+{own}", self.name()).into_bytes());
        let descriptor = file.add_object(descriptor(parsed, &name, program));
        let descendant = dictionary! {
            "Type" => "Font",
            "BaseFont" => name.clone(),
            "Subtype" => "CIDFontType2",
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "W" => vec![first.into(), Object::Array(widths.collect())],
            "DW" => 1000,
            "FontDescriptor" => descriptor,
            "CIDToGIDMap" => "Identity",
        };
        Ok(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name,
            "Encoding" => "Identity-H",
            "ToUnicode" => texts,
            "DescendantFonts" => vec![Object::Dictionary(descendant)],
        })
    }
}

/// What viewers want to know of a face as a whole, in thousandths of the size (ISO 32000-1, 9.8). All faces are upright.
fn descriptor(face: &ParsedFont, name: &Object, program: lopdf::ObjectId) -> Dictionary {
    /// The letters of the Latin alphabet mean themselves.
    const NONSYMBOLIC: i64 = 1 << 5;
    let (metrics, of_lines) = (&face.pdf_font_metrics, &face.font_metrics);
    let unit = 1000.0 / f32::from(metrics.units_per_em.max(1));
    let scaled = |value: f32| (value * unit).round() as i64;
    let edge = |value: i16| Object::Integer(scaled(f32::from(value)));
    let capital = of_lines.cap_height.unwrap_or(of_lines.ascent);
    // No table says how thick the stems are; this is what producers take from the weight.
    let stem = 50 + (f32::from(metrics.us_weight_class) / 65.0).powi(2).round() as i64;
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name.clone(),
        "Ascent" => scaled(of_lines.ascent),
        "Descent" => scaled(of_lines.descent),
        "CapHeight" => scaled(capital),
        "ItalicAngle" => 0,
        "Flags" => NONSYMBOLIC,
        "StemV" => stem,
        "FontBBox" => vec![
            edge(metrics.x_min), edge(metrics.y_min), edge(metrics.x_max), edge(metrics.y_max)
        ],
        "FontFile2" => program,
    }
}

/// A face as printpdf wants it, parsed when first used and kept.
fn parsed(cut: Cut) -> Result<&'static ParsedFont, LetterError> {
    static FONTS: [OnceLock<Option<ParsedFont>>; Cut::COUNT] =
        [const { OnceLock::new() }; Cut::COUNT];
    let read = || ParsedFont::from_bytes(cut.bytes(), 0, &mut Vec::new());
    FONTS
        .get(cut.at())
        .and_then(|place| place.get_or_init(read).as_ref())
        .ok_or_else(|| LetterError::Pdf {
            problem: "an embedded face is damaged; please install the program again".to_owned(),
        })
}
