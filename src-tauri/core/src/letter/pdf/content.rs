//! The operators that draw a page, as they stand in the file (ISO 32000-1, 7.8.2).

use std::io::Write;

use super::faces::Face;
use crate::letter::face::Glyph;
use crate::letter::lines::Pt;

/// A page's operators in the making.
#[derive(Default)]
pub(super) struct Content {
    written: Vec<u8>,
    /// The text size as set last.
    size: Pt,
    shown: Option<Shown>,
}

/// Glyphs shown along one line, in one operator: readers take a line in pieces for as many words.
struct Shown {
    x: Pt,
    y: Pt,
    /// How far a viewer's pen has come, in thousandths of the size.
    pen: f64,
    /// How far it goes back before the next glyph.
    back: f64,
    /// In the middle of a string.
    open: bool,
}

impl Content {
    /// All of it.
    pub(super) fn written(mut self) -> Vec<u8> {
        self.end();
        self.written
    }

    /// Numbers and what is done with them.
    pub(super) fn operator(&mut self, numbers: &[f32], name: &str) {
        self.end();
        for one in numbers {
            number(&mut self.written, f64::from(*one));
            self.written.push(b' ');
        }
        self.written.extend_from_slice(name.as_bytes());
        self.written.push(b'\n');
    }

    /// What is stroked next is dashed, with gaps between.
    pub(super) fn dash(&mut self, dash: Pt, gap: Pt) {
        self.end();
        self.written.push(b'[');
        number(&mut self.written, f64::from(dash));
        self.written.push(b' ');
        number(&mut self.written, f64::from(gap));
        self.written.extend_from_slice(b"] ");
        self.operator(&[0.0], "d");
    }

    /// An operator upon a name.
    pub(super) fn named(&mut self, operand: &str, name: &str) {
        self.end();
        self.written.push(b'/');
        self.written.extend_from_slice(operand.as_bytes());
        self.written.push(b' ');
        self.operator(&[], name);
    }

    /// A marked part with properties begins; they stand as they are in a dictionary.
    pub(super) fn begin(&mut self, tag: &str, properties: &str) {
        self.end();
        self.written
            .extend_from_slice(format!("/{tag} <<{properties}>> BDC\n").as_bytes());
    }

    /// What is shown next is of this face.
    pub(super) fn face(&mut self, face: &Face, size: Pt) {
        self.end();
        self.size = size * face.scale();
        self.written.push(b'/');
        self.written.extend_from_slice(face.name().as_bytes());
        self.written.push(b' ');
        self.operator(&[self.size], "Tf");
    }

    /// Shows glyphs from a place: along the same line where the last ones stand on it.
    pub(super) fn show(&mut self, face: &Face, glyphs: &[Glyph], (x, y): (Pt, Pt)) {
        match &mut self.shown {
            Some(shown) if shown.y == y => {
                let place = f64::from(x - shown.x) * 1000.0 / f64::from(self.size);
                shown.kern(((shown.pen - place) * 100.0).round() / 100.0);
            }
            _ => {
                self.operator(&[1.0, 0.0, 0.0, 1.0, x, y], "Tm");
                self.written.push(b'[');
                self.shown = Some(Shown::from(x, y));
            }
        }
        self.glyphs(face, glyphs);
    }

    /// Shows glyphs where the text stands that was turned before.
    pub(super) fn show_turned(&mut self, face: &Face, glyphs: &[Glyph]) {
        self.end();
        self.written.push(b'[');
        self.shown = Some(Shown::from(0.0, 0.0));
        self.glyphs(face, glyphs);
        self.end();
    }

    /// Glyphs with the kerns that make a viewer's pen follow ours.
    ///
    /// Viewers know widths as whole thousandths, cut off; what is lost adds up along a line, so it is given back.
    fn glyphs(&mut self, face: &Face, glyphs: &[Glyph]) {
        let Some(shown) = &mut self.shown else {
            return;
        };
        let mut owed = 0.0_f32;
        for glyph in glyphs {
            let (code, width) = face.code(glyph);
            shown.glyph(&mut self.written, code, width);
            owed += f32::from(width) - glyph.advance / face.scale();
            if owed.abs() >= 2.0 {
                let kern = owed.round();
                owed -= kern;
                shown.kern(f64::from(kern));
            }
        }
    }

    /// Ends what is being shown.
    fn end(&mut self) {
        if let Some(mut shown) = self.shown.take() {
            shown.close(&mut self.written);
            self.written.extend_from_slice(b"] TJ\n");
        }
    }
}

impl Shown {
    fn from(x: Pt, y: Pt) -> Self {
        Self {
            x,
            y,
            pen: 0.0,
            back: 0.0,
            open: false,
        }
    }

    fn glyph(&mut self, written: &mut Vec<u8>, code: u16, width: u16) {
        if self.back.abs() >= 0.005 {
            self.close(written);
            number(written, self.back);
            self.back = 0.0;
        }
        if !self.open {
            written.push(b'<');
            self.open = true;
        }
        hex(written, code);
        self.pen += f64::from(width);
    }

    /// Moves the pen back by so many thousandths.
    fn kern(&mut self, back: f64) {
        self.back += back;
        self.pen -= back;
    }

    fn close(&mut self, written: &mut Vec<u8>) {
        if self.open {
            written.push(b'>');
            self.open = false;
        }
    }
}

/// A text as a string of UTF-16.
pub(super) fn utf16(text: &str) -> String {
    let mut written = b"<FEFF".to_vec();
    text.encode_utf16().for_each(|unit| hex(&mut written, unit));
    written.push(b'>');
    written.into_iter().map(char::from).collect()
}

fn hex(written: &mut Vec<u8>, code: u16) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    written.extend([12, 8, 4, 0].map(|by| DIGITS[usize::from(code >> by) & 15]));
}

/// A number to four places.
fn number(written: &mut Vec<u8>, value: f64) {
    let parts = (value * 10_000.0).round() as i64;
    if parts < 0 {
        written.push(b'-');
    }
    let (whole, mut rest) = (parts.abs() / 10_000, parts.abs() % 10_000);
    // Writing into memory does not fail.
    let _ = write!(written, "{whole}");
    if rest > 0 {
        let mut places = 4;
        while rest % 10 == 0 {
            rest /= 10;
            places -= 1;
        }
        let _ = write!(written, ".{rest:0places$}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_are() {
        let cases = [
            (0.0, "0"),
            (-0.000_01, "0"),
            (12.0, "12"),
            (-0.5, "-0.5"),
            (70.866_14, "70.8661"),
            (0.07, "0.07"),
            (-1.005, "-1.005"),
            (99.999_96, "100"),
        ];
        for (value, said) in cases {
            let mut written = Vec::new();
            number(&mut written, value);
            assert_eq!(String::from_utf8_lossy(&written), said);
        }
    }
}
