//! A picture on a page of its own, upright as it was taken, as large as the page allows and no larger than it is sharp.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::super::form::mm;
use super::super::picture::Scan;
use super::super::sheet::Paper;
use super::{Content, Insert, Leaf};

/// White that printers leave at every edge anyway.
const MARGIN: f32 = 15.0;
/// Dots to the inch at least; a small picture stays small.
const COARSEST: f32 = 96.0;

/// Whether it begins as a picture does.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG") || bytes.starts_with(&[0xFF, 0xD8, 0xFF])
}

/// One page with the picture on it; a wide one lies on its side.
pub(super) fn read(bytes: &[u8], paper: Paper) -> Result<Insert, String> {
    let scan = Scan::read(bytes)?;
    let (width, height) = scan.shown();
    let (width, height) = (width as f32, height as f32);
    let sheet = match paper {
        Paper::A4 => (mm(210.0), mm(297.0)),
        Paper::UsLetter => (mm(215.9), mm(279.4)),
    };
    let (wide, high) = if width > height {
        (sheet.1, sheet.0)
    } else {
        sheet
    };
    let room = mm(2.0 * MARGIN);
    let scale = ((wide - room) / width)
        .min((high - room) / height)
        .min(72.0 / COARSEST);
    let size = (width * scale, height * scale);
    let place = ((wide - size.0) / 2.0, (high - size.1) / 2.0);
    let mut from = Document::with_version("1.7");
    let picture = scan.add_to(&mut from);
    let matrix = scan
        .matrix(place, size)
        .map(|it| format!("{it:.3}"))
        .join(" ");
    let drawn = format!("q {matrix} cm /Picture Do Q\n").into_bytes();
    let content = from.add_object(Stream::new(Dictionary::new(), drawn));
    let pictures = dictionary! { "Picture" => picture };
    Ok(Insert {
        from,
        pages: vec![Leaf {
            media: [0.0, 0.0, wide, high],
            crop: None,
            turn: 0,
            unit: 1.0,
            group: None,
            resources: dictionary! { "XObject" => Object::Dictionary(pictures) },
            content: Content::As(content),
            stamps: Vec::new(),
        }],
    })
}
