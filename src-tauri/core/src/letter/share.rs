//! One TrueType face out of many subsets of it.
//!
//! Every kept letter carries its own subset, its glyphs numbered anew. Put together they would carry the same outlines
//! a thousand times; here each outline is kept once, and each letter learns by which number its own are found.

use std::collections::HashMap;

/// The tables that a face in a PDF needs beside its outlines (ISO 32000-1, 9.9): of the first subset, the same in all.
const COPIED: [&[u8; 4]; 4] = [b"cvt ", b"fpgm", b"head", b"prep"];

/// Composite glyphs made of composites of composites; deeper is damage.
const DEEP: u8 = 8;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Outline {
    data: Vec<u8>,
    advance: u16,
    bearing: i16,
}

/// A face that grows by the subsets it is given.
#[derive(Debug)]
pub(super) struct Shared {
    copied: Vec<([u8; 4], Vec<u8>)>,
    hhea: Vec<u8>,
    maxp: Vec<u8>,
    outlines: Vec<Outline>,
    known: HashMap<Outline, u16>,
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<usize> {
    let four = data.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok()
}

/// A face as it is embedded, its tables found.
struct Subset<'f> {
    tables: HashMap<[u8; 4], &'f [u8]>,
    glyphs: u16,
    long: bool,
    metrics: u16,
}

impl<'f> Subset<'f> {
    /// Nothing for a face of another kind, such as one with PostScript outlines.
    fn read(face: &'f [u8]) -> Option<Self> {
        if !matches!(face.get(..4)?, [0, 1, 0, 0] | b"true") {
            return None;
        }
        let mut tables = HashMap::new();
        for at in 0..usize::from(u16_at(face, 4)?) {
            let entry = 12 + at * 16;
            let tag: [u8; 4] = face.get(entry..entry + 4)?.try_into().ok()?;
            let from = u32_at(face, entry + 8)?;
            let length = u32_at(face, entry + 12)?;
            tables.insert(tag, face.get(from..from.checked_add(length)?)?);
        }
        let glyphs = u16_at(tables.get(b"maxp")?, 4)?;
        let long = u16_at(tables.get(b"head")?, 50)? != 0;
        let metrics = u16_at(tables.get(b"hhea")?, 34)?;
        let whole = tables.contains_key(b"glyf") && tables.contains_key(b"loca");
        (whole && metrics > 0 && glyphs > 0 && tables.contains_key(b"hmtx")).then_some(Self {
            tables,
            glyphs,
            long,
            metrics,
        })
    }

    fn outline(&self, glyph: u16) -> Option<Outline> {
        let loca = self.tables.get(b"loca")?;
        let place = |at: usize| {
            if self.long {
                u32_at(loca, at * 4)
            } else {
                Some(usize::from(u16_at(loca, at * 2)?) * 2)
            }
        };
        let at = usize::from(glyph);
        let data = self.tables.get(b"glyf")?.get(place(at)?..place(at + 1)?)?;
        let hmtx = self.tables.get(b"hmtx")?;
        let last = usize::from(self.metrics) - 1;
        let advance = u16_at(hmtx, at.min(last) * 4)?;
        let bearing = if at <= last {
            u16_at(hmtx, at * 4 + 2)?
        } else {
            u16_at(hmtx, (last + 1) * 4 + (at - last - 1) * 2)?
        };
        Some(Outline {
            data: data.to_vec(),
            advance,
            bearing: bearing.cast_signed(),
        })
    }
}

/// Where a composite glyph names the glyphs it is made of.
fn components(data: &[u8]) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    if data.is_empty() || u16_at(data, 0)? < 0x8000 {
        return Some(found);
    }
    let mut at = 10;
    loop {
        let flags = u16_at(data, at)?;
        found.push(at + 2);
        at += 4 + if flags & 1 != 0 { 4 } else { 2 };
        at += match flags {
            f if f & 0x8 != 0 => 2,
            f if f & 0x40 != 0 => 4,
            f if f & 0x80 != 0 => 8,
            _ => 0,
        };
        if flags & 0x20 == 0 {
            return Some(found);
        }
    }
}

/// What two subsets must have in common to be of the same face.
pub(super) fn kinship(face: &[u8]) -> Option<Vec<u8>> {
    let subset = Subset::read(face)?;
    let mut all = subset.tables.get(b"head")?.get(18..20)?.to_vec();
    for tag in [b"cvt ", b"fpgm", b"prep"] {
        all.extend_from_slice(tag);
        all.extend_from_slice(subset.tables.get(tag).copied().unwrap_or_default());
    }
    Some(all)
}

impl Shared {
    /// Nothing yet but what the face has beside its outlines.
    pub(super) fn new(face: &[u8]) -> Option<Self> {
        let subset = Subset::read(face)?;
        let copied = COPIED
            .iter()
            .filter_map(|tag| Some((**tag, subset.tables.get(*tag)?.to_vec())))
            .collect();
        Some(Self {
            copied,
            hhea: subset.tables.get(b"hhea")?.to_vec(),
            maxp: subset.tables.get(b"maxp")?.to_vec(),
            outlines: Vec::new(),
            known: HashMap::new(),
        })
    }

    /// Takes a subset in; for each of its glyphs the number here. Nothing when it cannot be read or there is no more room.
    pub(super) fn take(&mut self, face: &[u8]) -> Option<Vec<u16>> {
        let subset = Subset::read(face)?;
        if self.outlines.len() + usize::from(subset.glyphs) > usize::from(u16::MAX) {
            return None;
        }
        let maxp = subset.tables.get(b"maxp")?;
        let mut map = vec![None; usize::from(subset.glyphs)];
        for glyph in 0..subset.glyphs {
            self.glyph(&subset, glyph, &mut map, 0)?;
        }
        // The limits of all: how many points, contours, instructions a reader must be ready for.
        for at in (6..self.maxp.len().min(maxp.len())).step_by(2) {
            let most = u16_at(&self.maxp, at)?.max(u16_at(maxp, at)?);
            self.maxp
                .get_mut(at..at + 2)?
                .copy_from_slice(&most.to_be_bytes());
        }
        map.into_iter().collect()
    }

    fn glyph(
        &mut self,
        subset: &Subset,
        glyph: u16,
        map: &mut [Option<u16>],
        depth: u8,
    ) -> Option<u16> {
        if let Some(known) = map.get(usize::from(glyph))? {
            return Some(*known);
        }
        if depth > DEEP {
            return None;
        }
        let mut outline = subset.outline(glyph)?;
        for at in components(&outline.data)? {
            let of = u16_at(&outline.data, at)?;
            let here = self.glyph(subset, of, map, depth + 1)?;
            outline
                .data
                .get_mut(at..at + 2)?
                .copy_from_slice(&here.to_be_bytes());
        }
        let number = match self.known.get(&outline) {
            Some(number) => *number,
            None => {
                let number = u16::try_from(self.outlines.len()).ok()?;
                self.outlines.push(outline.clone());
                self.known.insert(outline, number);
                number
            }
        };
        *map.get_mut(usize::from(glyph))? = Some(number);
        Some(number)
    }

    /// The face with every outline it was given.
    pub(super) fn written(mut self) -> Option<Vec<u8>> {
        let count = u16::try_from(self.outlines.len()).ok()?;
        let (mut glyf, mut loca, mut hmtx) = (Vec::new(), Vec::new(), Vec::new());
        for one in &self.outlines {
            loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
            glyf.extend_from_slice(&one.data);
            glyf.resize(glyf.len().next_multiple_of(4), 0);
            hmtx.extend(one.advance.to_be_bytes());
            hmtx.extend(one.bearing.to_be_bytes());
        }
        loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
        self.hhea
            .get_mut(34..36)?
            .copy_from_slice(&count.to_be_bytes());
        self.maxp
            .get_mut(4..6)?
            .copy_from_slice(&count.to_be_bytes());
        let mut tables: Vec<([u8; 4], Vec<u8>)> = self.copied;
        for (tag, data) in &mut tables {
            if tag == b"head" {
                data.get_mut(8..12)?.fill(0);
                data.get_mut(50..52)?.copy_from_slice(&1_u16.to_be_bytes());
            }
        }
        tables.extend([
            (*b"glyf", glyf),
            (*b"hhea", self.hhea),
            (*b"hmtx", hmtx),
            (*b"loca", loca),
            (*b"maxp", self.maxp),
        ]);
        tables.sort_by_key(|(tag, _)| *tag);
        assemble(&tables)
    }
}

fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum, four| {
        let mut word = [0; 4];
        word[..four.len()].copy_from_slice(four);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn assemble(tables: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16_u16 << power;
    let mut out = vec![0, 1, 0, 0];
    for word in [count, range, u16::try_from(power).ok()?, count * 16 - range] {
        out.extend(word.to_be_bytes());
    }
    let mut from = 12 + tables.len() * 16;
    let mut head = 0;
    for (tag, data) in tables {
        if tag == b"head" {
            head = from;
        }
        out.extend_from_slice(tag);
        out.extend(checksum(data).to_be_bytes());
        out.extend(u32::try_from(from).ok()?.to_be_bytes());
        out.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        from += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        out.extend_from_slice(data);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    // OpenType, `head`: the whole file adds up to this.
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&out));
    out.get_mut(head + 8..head + 12)?
        .copy_from_slice(&adjustment.to_be_bytes());
    Some(out)
}
