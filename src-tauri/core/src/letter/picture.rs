//! Logos and signatures: a PNG, JPEG or SVG, read once and made ready for the page.
//!
//! Nothing of the file but the picture itself goes into a letter: no place where a photograph was taken, no author.

mod embed;
mod jpeg;
mod raster;
mod scan;
mod svg;

use std::sync::Arc;

use sha2::{Digest, Sha256};

pub(super) use embed::embed;
pub(super) use scan::Scan;

/// The largest file that is taken, in bytes.
const LARGEST_FILE: usize = 2_000_000;
/// The most that a picture may add to every letter, in bytes.
const LARGEST_IN_LETTER: usize = 300_000;
/// Pixels a side that are read; more is no logo.
const MOST_PIXELS: u32 = 10_000;
/// How much longer one side may be than the other.
const LONGEST: f32 = 20.0;
/// Dots that are kept: 40 mm high and 120 mm wide at 600 to the inch, as fine as an office printer.
const DOTS_HIGH: u32 = 945;
const DOTS_WIDE: u32 = 2835;

/// What kind of file a picture came as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Dots, with a transparent ground where it has one.
    Png,
    /// A photograph.
    Jpeg,
    /// A drawing that stays sharp at any size.
    Svg,
}

impl PictureKind {
    /// As officers know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Svg => "SVG",
        }
    }
}

/// A picture made ready for the page. Copies share their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture(Arc<Ready>);

#[derive(Debug, PartialEq, Eq)]
struct Ready {
    kind: PictureKind,
    /// Pixels, or thousandths of a drawing's units.
    size: (u32, u32),
    body: Body,
    name: String,
}

/// What goes into the PDF.
#[derive(Debug, PartialEq, Eq)]
enum Body {
    Dots(raster::Dots),
    Photograph(jpeg::Photograph),
    Drawing(svg::Paths),
}

impl Picture {
    /// Reads a file, or says in a sentence why it cannot be printed.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        if bytes.is_empty() {
            return Err("The file is empty.".to_owned());
        }
        if bytes.len() > LARGEST_FILE {
            return Err(
                "The file is larger than 2 MB. Save the picture smaller; 1000 pixels of height print sharp."
                    .to_owned(),
            );
        }
        let (kind, size, body) = if bytes.starts_with(b"\x89PNG") {
            let (size, dots) = raster::png(bytes)?;
            (PictureKind::Png, size, Body::Dots(dots))
        } else if bytes.starts_with(&[0xFF, 0xD8]) {
            let photograph = jpeg::read(bytes)?;
            (
                PictureKind::Jpeg,
                photograph.shown(),
                Body::Photograph(photograph),
            )
        } else if svg::looks_like(bytes) {
            let (size, body) = svg::read(bytes)?;
            (PictureKind::Svg, size, body)
        } else {
            return Err(
                "This is no PNG, JPEG or SVG. Save the picture as one of these and choose it again."
                    .to_owned(),
            );
        };
        let (wide, high) = (size.0.max(1) as f32, size.1.max(1) as f32);
        if wide / high > LONGEST || high / wide > LONGEST {
            return Err(
                "The picture is too long and thin to be seen on a letter. Cut it closer."
                    .to_owned(),
            );
        }
        let weight = body.weight();
        if weight > LARGEST_IN_LETTER {
            return Err(format!(
                "The picture would add {} kB to every letter; 300 kB is the most. Save it smaller or with fewer colours, or as SVG.",
                weight / 1000
            ));
        }
        let name = body.name();
        Ok(Self(Arc::new(Ready {
            kind,
            size,
            body,
            name,
        })))
    }

    /// What it came as.
    pub fn kind(&self) -> PictureKind {
        self.0.kind
    }

    /// Width and height: pixels, or thousandths of a drawing's units.
    pub fn size(&self) -> (u32, u32) {
        self.0.size
    }

    /// Width beside height.
    pub(super) fn aspect(&self) -> f32 {
        self.0.size.0.max(1) as f32 / self.0.size.1.max(1) as f32
    }

    /// Its name among a page's resources: the same picture always has the same.
    pub(super) fn name(&self) -> &str {
        &self.0.name
    }

    /// Where the unit square of the picture goes, as a matrix: turned where the camera was.
    pub(super) fn matrix(&self, (x, y): (f32, f32), (width, height): (f32, f32)) -> [f32; 6] {
        self.0.body.matrix((x, y), (width, height))
    }
}

impl Body {
    /// See [`Picture::matrix`].
    fn matrix(&self, (x, y): (f32, f32), (w, h): (f32, f32)) -> [f32; 6] {
        let turn = match self {
            Body::Photograph(photograph) => photograph.turn,
            _ => 1,
        };
        match turn {
            2 => [-w, 0.0, 0.0, h, x + w, y],
            3 => [-w, 0.0, 0.0, -h, x + w, y + h],
            4 => [w, 0.0, 0.0, -h, x, y + h],
            5 => [0.0, -h, -w, 0.0, x + w, y + h],
            6 => [0.0, -h, w, 0.0, x, y + h],
            7 => [0.0, h, w, 0.0, x, y],
            8 => [0.0, h, -w, 0.0, x + w, y],
            _ => [w, 0.0, 0.0, h, x, y],
        }
    }

    fn weight(&self) -> usize {
        match self {
            Body::Dots(dots) => dots.weight(),
            Body::Photograph(photograph) => photograph.data.len(),
            Body::Drawing(paths) => paths.packed.len(),
        }
    }

    fn name(&self) -> String {
        let mut hash = Sha256::new();
        match self {
            Body::Dots(dots) => {
                hash.update(dots.width.to_be_bytes());
                hash.update(&dots.colour);
                hash.update(dots.alpha.as_deref().unwrap_or_default());
            }
            Body::Photograph(photograph) => hash.update(&photograph.data),
            Body::Drawing(paths) => hash.update(&paths.packed),
        }
        let hash = hash.finalize();
        let short: String = hash
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("Pic{short}")
    }
}

/// Packs bytes as PDF streams are; the same bytes always give the same.
fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing into memory fails only when memory does; what is then missing shows as a broken picture, not a broken letter.
    let done = packer.write_all(bytes).and_then(|()| packer.finish());
    done.unwrap_or_default()
}
