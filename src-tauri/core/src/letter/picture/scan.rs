//! A scan or a photograph that fills a page of its own: read like a logo, but as fine as a page is printed.

use lopdf::{Document, ObjectId};

use super::jpeg::Flaw;
use super::{Body, embed, jpeg, raster};

/// The most dots of one picture; each takes memory while it is read.
const MOST_DOTS: u64 = 36_000_000;
/// Dots a side that are kept: the longer side of a page at 300 to the inch.
const MOST: (u32, u32) = (3508, 3508);

/// A picture for a page.
pub(in crate::letter) struct Scan {
    /// Width and height in dots as it is seen, upright.
    shown: (u32, u32),
    body: Body,
}

impl Scan {
    /// Reads a PNG or a JPEG, or says why it cannot be printed, in words that follow its name.
    pub(in crate::letter) fn read(bytes: &[u8]) -> Result<Self, String> {
        let damaged = || "it is damaged".to_owned();
        let large = || "it has more dots than can be printed".to_owned();
        if bytes.starts_with(&[0xFF, 0xD8]) {
            let photograph = jpeg::seen(bytes).map_err(|flaw| match flaw {
                Flaw::Damaged => damaged(),
                Flaw::Sides(_) => large(),
                Flaw::Inks => "its colours are printing inks (CMYK)".to_owned(),
            })?;
            return Ok(Self {
                shown: photograph.shown(),
                body: Body::Photograph(photograph),
            });
        }
        let (width, height) = sides(bytes).ok_or_else(damaged)?;
        if u64::from(width) * u64::from(height) > MOST_DOTS
            || raster::measure(width, height).is_err()
        {
            return Err(large());
        }
        let (width, height, rgba) = raster::unpacked(bytes).map_err(|_| damaged())?;
        let dots = raster::Dots::within(MOST, width, height, &rgba)
            .ok_or_else(|| "it is transparent everywhere".to_owned())?;
        Ok(Self {
            shown: (width, height),
            body: Body::Dots(dots),
        })
    }

    /// Width and height in dots, upright.
    pub(in crate::letter) fn shown(&self) -> (u32, u32) {
        self.shown
    }

    /// Where its unit square goes, as a matrix.
    pub(in crate::letter) fn matrix(&self, place: (f32, f32), size: (f32, f32)) -> [f32; 6] {
        self.body.matrix(place, size)
    }

    /// Puts it into a file.
    pub(in crate::letter) fn add_to(&self, file: &mut Document) -> ObjectId {
        embed::add(file, &self.body)
    }
}

/// Width and height of a PNG, from its first chunk.
fn sides(png: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    (png.get(12..16)? == b"IHDR").then_some((side(16)?, side(20)?))
}
