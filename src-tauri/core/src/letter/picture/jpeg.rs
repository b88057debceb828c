//! Photographs: the JPEG goes into the PDF as it came, without what the camera wrote about itself.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::MOST_PIXELS;
use super::raster::measure;

/// A JPEG with what a reader of PDF must know of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Photograph {
    pub data: Vec<u8>,
    pub width: u32,
    pub height: u32,
    pub grey: bool,
    /// How the camera was held, 1 to 8 as in Exif.
    pub turn: u8,
}

impl Photograph {
    /// Width and height as it is seen, upright.
    pub(super) fn shown(&self) -> (u32, u32) {
        if self.turn > 4 {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        }
    }
}

/// Why a JPEG is not printed.
pub(super) enum Flaw {
    Damaged,
    /// Its sides, as a sentence.
    Sides(String),
    /// Printing inks instead of light.
    Inks,
}

/// Reads all of it, so that a damaged file is said now and not by a printer.
pub(super) fn read(bytes: &[u8]) -> Result<Photograph, String> {
    seen(bytes).map_err(|flaw| match flaw {
        Flaw::Damaged => {
            "The JPEG is damaged and cannot be read. Save it again and choose the new one.".to_owned()
        }
        Flaw::Sides(why) => why,
        Flaw::Inks => {
            "The JPEG is made of printing inks (CMYK). Save it in RGB, as screens show it, and choose it again."
                .to_owned()
        }
    })
}

/// The same, with what is wrong as a word.
pub(super) fn seen(bytes: &[u8]) -> Result<Photograph, Flaw> {
    let side = MOST_PIXELS as usize;
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(side)
        .set_max_height(side);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Flaw::Damaged)?;
    let info = decoder.info().ok_or(Flaw::Damaged)?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    measure(width, height).map_err(Flaw::Sides)?;
    let grey = match decoder.input_colorspace().ok_or(Flaw::Damaged)? {
        ColorSpace::Luma => true,
        ColorSpace::YCbCr | ColorSpace::RGB => false,
        _ => return Err(Flaw::Inks),
    };
    decoder.decode().map_err(|_| Flaw::Damaged)?;
    let turn = decoder.exif().map_or(1, |exif| turn(exif));
    Ok(Photograph {
        data: without_notes(bytes).ok_or(Flaw::Damaged)?,
        width,
        height,
        grey,
        turn,
    })
}

/// Leaves out the segments that say something about the picture: camera, place, author, comments, a small copy.
fn without_notes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = vec![0xFF, 0xD8];
    let mut at = 2;
    loop {
        // Segments may be parted by more than one 0xFF.
        while *bytes.get(at)? == 0xFF && *bytes.get(at + 1)? == 0xFF {
            at += 1;
        }
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == 0xDA {
            // From here on everything is picture.
            kept.extend_from_slice(bytes.get(at..)?);
            return Some(kept);
        }
        let length = bytes.get(at + 2..at + 4)?.try_into().ok()?;
        let end = at + 2 + usize::from(u16::from_be_bytes(length));
        // Of the notes only that of Adobe decides how colours are read.
        let note = matches!(marker, 0xE0..=0xED | 0xEF | 0xFE);
        if !note {
            kept.extend_from_slice(bytes.get(at..end)?);
        }
        at = end;
    }
}

/// How the camera was held (Exif, tag 0x0112); upright where it does not say.
fn turn(exif: &[u8]) -> u8 {
    read_turn(exif)
        .filter(|turn| (1..=8).contains(turn))
        .unwrap_or(1)
}

fn read_turn(exif: &[u8]) -> Option<u8> {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let small_first = exif.starts_with(b"II");
    let u16_at = |at: usize| -> Option<u16> {
        let two: [u8; 2] = exif.get(at..at + 2)?.try_into().ok()?;
        Some(if small_first {
            u16::from_le_bytes(two)
        } else {
            u16::from_be_bytes(two)
        })
    };
    let start = if small_first { u16_at(4)? } else { u16_at(6)? };
    let start = usize::from(start);
    for entry in 0..usize::from(u16_at(start)?) {
        let at = start + 2 + entry * 12;
        if u16_at(at)? == 0x0112 {
            return u8::try_from(u16_at(at + 8)?).ok();
        }
    }
    None
}
