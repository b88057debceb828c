//! Pictures made of dots.

use super::{DOTS_HIGH, DOTS_WIDE, MOST_PIXELS, packed};

/// Dots as they go into the PDF, packed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dots {
    pub width: u32,
    pub height: u32,
    /// One byte a dot instead of three.
    pub grey: bool,
    pub colour: Vec<u8>,
    /// How opaque each dot is; nothing where all are.
    pub alpha: Option<Vec<u8>>,
}

impl Dots {
    pub(super) fn weight(&self) -> usize {
        self.colour.len() + self.alpha.as_ref().map_or(0, Vec::len)
    }

    /// From red, green, blue and opacity, not multiplied; nothing to see is nothing.
    pub(super) fn of(width: u32, height: u32, rgba: &[u8]) -> Option<Self> {
        Self::within((DOTS_WIDE, DOTS_HIGH), width, height, rgba)
    }

    /// The same with no more dots a side than these.
    pub(super) fn within(most: (u32, u32), width: u32, height: u32, rgba: &[u8]) -> Option<Self> {
        let (width, height, rgba) = smaller(most, width, height, rgba);
        let dots = || rgba.chunks_exact(4);
        if dots().all(|dot| dot[3] == 0) {
            return None;
        }
        let opaque = dots().all(|dot| dot[3] == 255);
        // What lies under a transparent dot is nobody's business, and packs badly.
        let shown = |dot: &[u8]| -> [u8; 3] {
            if dot[3] == 0 {
                [255; 3]
            } else {
                [dot[0], dot[1], dot[2]]
            }
        };
        let grey = dots().all(|dot| {
            let [r, g, b] = shown(dot);
            r == g && g == b
        });
        let colour: Vec<u8> = if grey {
            dots().map(|dot| shown(dot)[0]).collect()
        } else {
            dots().flat_map(shown).collect()
        };
        let alpha = (!opaque).then(|| packed(&dots().map(|dot| dot[3]).collect::<Vec<u8>>()));
        Some(Self {
            width,
            height,
            grey,
            colour: packed(&colour),
            alpha,
        })
    }
}

/// Width and height of a PNG, and its dots.
pub(super) fn png(bytes: &[u8]) -> Result<((u32, u32), Dots), String> {
    let (width, height, rgba) = unpacked(bytes)?;
    let dots = Dots::of(width, height, &rgba)
        .ok_or("The picture is transparent everywhere; there is nothing to print.")?;
    Ok(((width, height), dots))
}

/// Width and height of a PNG, and red, green, blue and opacity of each dot.
pub(super) fn unpacked(bytes: &[u8]) -> Result<(u32, u32, Vec<u8>), String> {
    let broken = |e: &dyn std::fmt::Display| {
        format!(
            "The PNG is damaged and cannot be read ({e}). Save it again and choose the new one."
        )
    };
    let mut decoder = png::Decoder::new_with_limits(
        std::io::Cursor::new(bytes),
        png::Limits { bytes: 512 << 20 },
    );
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    let info = decoder.read_header_info().map_err(|e| broken(&e))?;
    let (width, height) = (info.width, info.height);
    measure(width, height)?;
    let mut reader = decoder.read_info().map_err(|e| broken(&e))?;
    let mut data = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let frame = reader.next_frame(&mut data).map_err(|e| broken(&e))?;
    let line = &data[..frame.buffer_size()];
    let rgba: Vec<u8> = match frame.color_type {
        png::ColorType::Grayscale => line.iter().flat_map(|g| [*g, *g, *g, 255]).collect(),
        png::ColorType::GrayscaleAlpha => line
            .chunks_exact(2)
            .flat_map(|d| [d[0], d[0], d[0], d[1]])
            .collect(),
        png::ColorType::Rgb => line
            .chunks_exact(3)
            .flat_map(|d| [d[0], d[1], d[2], 255])
            .collect(),
        png::ColorType::Rgba => line.to_vec(),
        png::ColorType::Indexed => return Err(broken(&"its colours are missing")),
    };
    Ok((width, height, rgba))
}

/// Whether a picture has a size that can be printed.
pub(super) fn measure(width: u32, height: u32) -> Result<(), String> {
    if width.max(height) > MOST_PIXELS {
        return Err(format!(
            "The picture has {width} by {height} pixels; {MOST_PIXELS} a side are the most. Save it smaller; 1000 pixels of height print sharp."
        ));
    }
    if width == 0 || height == 0 {
        return Err("The picture has no size. Save it again and choose the new one.".to_owned());
    }
    Ok(())
}

/// No finer than a printer prints: each dot becomes the mean of those it stands for.
fn smaller(most: (u32, u32), width: u32, height: u32, rgba: &[u8]) -> (u32, u32, Vec<u8>) {
    let by = (f64::from(width) / f64::from(most.0)).max(f64::from(height) / f64::from(most.1));
    if by <= 1.0 {
        return (width, height, rgba.to_vec());
    }
    let scaled = |side: u32| ((f64::from(side) / by).floor() as u32).max(1);
    let (w, h) = (scaled(width), scaled(height));
    let cut = |at: u32, of: u32, side: u32| {
        // Below 10 000 both, so that the product fits.
        let from = at * side / of;
        let to = ((at + 1) * side / of).max(from + 1);
        from..to.min(side)
    };
    let mut all = Vec::with_capacity(w as usize * h as usize * 4);
    for y in 0..h {
        for x in 0..w {
            let (mut sum, mut opacity, mut count) = ([0_u64; 3], 0_u64, 0_u64);
            for row in cut(y, h, height) {
                for column in cut(x, w, width) {
                    let at = (row as usize * width as usize + column as usize) * 4;
                    let Some(dot) = rgba.get(at..at + 4) else {
                        continue;
                    };
                    let alpha = u64::from(dot[3]);
                    for (sum, part) in sum.iter_mut().zip(dot) {
                        *sum += u64::from(*part) * alpha;
                    }
                    opacity += alpha;
                    count += 1;
                }
            }
            for part in sum {
                all.push(u8::try_from(part.checked_div(opacity).unwrap_or(255)).unwrap_or(255));
            }
            all.push(u8::try_from(opacity.checked_div(count).unwrap_or(0)).unwrap_or(255));
        }
    }
    (w, h, all)
}
