//! Logos and signatures: which files are taken, what becomes of them, and what is said of the others.

use super::samples::{claim, draft, fields, sheet};
use super::tools;
use crate::letter::{Logo, Picture, PictureKind, Sheet, Side, render};
use crate::words::{LetterKind, Right};

const UPRIGHT: &[u8] = include_bytes!("pictures/upright.jpg");
const TURNED: &[u8] = include_bytes!("pictures/turned.jpg");
const INKS: &[u8] = include_bytes!("pictures/inks.jpg");
const GREY: &[u8] = include_bytes!("pictures/grey.jpg");

/// A PNG with these dots.
pub fn png(
    width: u32,
    height: u32,
    colour: png::ColorType,
    dot: impl Fn(u32, u32) -> Vec<u8>,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    let data: Vec<u8> = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| dot(x, y))
        .collect();
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&data)
        .unwrap();
    bytes
}

/// A ring on a transparent ground.
pub fn ring() -> Vec<u8> {
    png(200, 100, png::ColorType::Rgba, |x, y| {
        let (dx, dy) = (x as f32 - 100.0, y as f32 - 50.0);
        let away = (dx * dx + dy * dy).sqrt();
        let seen = (away - 30.0).abs() < 12.0;
        vec![20, 90, 140, if seen { 255 } else { 0 }]
    })
}

/// A house by the water.
pub const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><path fill="#154c6e" d="M10 40 L60 8 L110 40 Z"/><rect x="30" y="36" width="60" height="16" fill="#c9772f"/><path d="M4 55 q9 -6 18 0 t18 0 t18 0 t18 0 t18 0" fill="none" stroke="#154c6e" stroke-width="3" stroke-linecap="round"/></svg>"##;

fn with(logo: &[u8]) -> Sheet {
    let fields = fields(vec![claim(Right::Access, None)]);
    let mut sheet = sheet(draft("eu-gdpr", LetterKind::Acknowledgement, &fields).unwrap());
    sheet.letterhead.logo = Some(Logo {
        picture: Picture::read(logo).unwrap(),
        side: Side::Right,
        height: 20,
    });
    sheet
}

fn svg(inside: &str) -> Vec<u8> {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{inside}</svg>"#)
        .into_bytes()
}

#[test]
fn each_kind_of_file_becomes_a_picture_of_the_page() {
    let opaque = png(30, 30, png::ColorType::Rgb, |x, _| {
        vec![u8::try_from(x * 8).unwrap(), 0, 90]
    });
    let gradient = svg(
        r##"<defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="100" height="50" fill="url(#g)"/>"##,
    );
    // File, its kind, what `pdfimages` finds of it, and why.
    let cases: [(&[u8], PictureKind, &[&str], &str); 7] = [
        (
            &ring(),
            PictureKind::Png,
            &["image", "smask"],
            "a transparent ground is a soft mask",
        ),
        (
            &opaque,
            PictureKind::Png,
            &["image"],
            "an opaque one needs none",
        ),
        (
            UPRIGHT,
            PictureKind::Jpeg,
            &["image"],
            "a photograph as it came",
        ),
        (
            TURNED,
            PictureKind::Jpeg,
            &["image"],
            "turned by its place, not anew",
        ),
        (GREY, PictureKind::Jpeg, &["image"], "one channel"),
        (
            DRAWING.as_bytes(),
            PictureKind::Svg,
            &[],
            "paths stay paths",
        ),
        (
            &gradient,
            PictureKind::Svg,
            &["image"],
            "a gradient is drawn as dots",
        ),
    ];
    for (bytes, kind, wanted, why) in cases {
        let picture = Picture::read(bytes).unwrap_or_else(|e| panic!("{why}: {e}"));
        assert_eq!(picture.kind(), kind, "{why}");
        let sheet = with(bytes);
        let done = render(&sheet).unwrap();
        assert_eq!(
            done.pdf,
            render(&with(bytes)).unwrap().pdf,
            "{why}: same letter, same bytes"
        );
        tools::check(&done.pdf);
        let list = tools::pictures(&done.pdf);
        let found: Vec<&str> = list
            .lines()
            .skip(2)
            .filter_map(|line| line.split_whitespace().nth(2))
            .collect();
        assert_eq!(found, wanted, "{why}: {list}");
        let raw = String::from_utf8_lossy(&done.pdf);
        assert!(!raw.contains("DeviceCMYK"), "{why}");
        assert!(raw.contains("pdfaid:part>2<"), "{why}: still an archive");
    }
}

#[test]
fn nothing_the_camera_wrote_leaves_with_a_letter() {
    for bytes in [UPRIGHT, TURNED] {
        assert!(
            contains(bytes, b"home") || contains(bytes, b"secret"),
            "the sample has it"
        );
        let pdf = render(&with(bytes)).unwrap().pdf;
        assert!(!contains(&pdf, b"taken at home") && !contains(&pdf, b"secret place"));
    }
    let (wide, high) = Picture::read(UPRIGHT).unwrap().size();
    assert_eq!((wide, high), (48, 24));
    assert_eq!(
        Picture::read(TURNED).unwrap().size(),
        (24, 48),
        "stands upright"
    );
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

#[test]
fn what_cannot_be_printed_is_said_in_a_sentence() {
    let cut = &UPRIGHT[..UPRIGHT.len() * 2 / 3];
    let broken_png = {
        let mut bytes = ring();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0xFF;
        bytes
    };
    let clear = png(20, 20, png::ColorType::Rgba, |_, _| vec![0, 0, 0, 0]);
    let thin = png(600, 2, png::ColorType::Grayscale, |_, _| vec![0]);
    let bomb = {
        let mut inside = String::from(r#"<g id="a0"><path d="M0 0h1v1z"/></g>"#);
        for at in 1..12 {
            let uses = format!(r##"<use href="#a{}"/>"##, at - 1).repeat(10);
            inside.push_str(&format!(r#"<g id="a{at}">{uses}</g>"#));
        }
        svg(&inside)
    };
    let noisy = png(900, 900, png::ColorType::Rgb, |x, y| {
        let mut seed = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503);
        (0..3)
            .map(|_| {
                seed ^= seed << 13;
                seed ^= seed >> 17;
                seed ^= seed << 5;
                u8::try_from(seed & 0xFF).unwrap()
            })
            .collect()
    });
    let cases: [(&[u8], &str, &str); 14] = [
        (b"", "empty", "no file"),
        (b"GIF89a", "no PNG, JPEG or SVG", "another kind"),
        (b"%PDF-1.4", "no PNG, JPEG or SVG", "a page is no picture"),
        (cut, "damaged", "a JPEG that did not arrive whole"),
        (&broken_png, "damaged", "a PNG with a wrong bit"),
        (&ring()[..60], "damaged", "a PNG that did not arrive whole"),
        (INKS, "CMYK", "colours the archive's profile does not know"),
        (&clear, "transparent everywhere", "nothing to see"),
        (&thin, "too long and thin", "a line is no logo"),
        (&noisy, "kB to every letter", "each letter would carry it"),
        (&vec![b' '; 2_000_001], "2 MB", "too large a file"),
        (
            &bomb,
            "too many parts",
            "a drawing that repeats itself without end",
        ),
        (
            &svg("<text x='5' y='20'>Hi</text>"),
            "outlines",
            "letters look different elsewhere",
        ),
        (
            &svg("<image href='file:///etc/hostname' width='5' height='5'/>"),
            "another picture",
            "reads no file",
        ),
    ];
    for (bytes, said, why) in cases {
        match Picture::read(bytes) {
            Ok(_) => panic!("{why}: was taken"),
            Err(sentence) => {
                assert!(sentence.contains(said), "{why}: {sentence}");
                assert!(sentence.ends_with('.'), "{why}: {sentence}");
            }
        }
    }
    for (bytes, why) in [
        (svg(""), "empty drawing"),
        (b"<svg".to_vec(), "no XML"),
        (b"<?xml version='1.0'?><html/>".to_vec(), "no drawing"),
    ] {
        assert!(Picture::read(&bytes).is_err(), "{why}");
    }
}

#[test]
fn a_huge_picture_is_kept_no_finer_than_a_printer_prints() {
    let huge = png(3000, 1500, png::ColorType::GrayscaleAlpha, |x, y| {
        let seen = (x / 250 + y / 250) % 2 == 0;
        vec![if seen { 0 } else { 255 }, 255]
    });
    let pdf = render(&with(&huge)).unwrap().pdf;
    let list = tools::pictures(&pdf);
    let line = list.lines().nth(2).unwrap();
    let sizes: Vec<u32> = line
        .split_whitespace()
        .skip(3)
        .take(2)
        .map(|n| n.parse().unwrap())
        .collect();
    assert!(sizes[1] <= 945 && sizes[0] == sizes[1] * 2, "{line}");
    assert!(pdf.len() < 60_000, "{}", pdf.len());
}

#[test]
fn the_proportion_stays_and_the_head_has_room() {
    use crate::letter::mark::Mark;
    use crate::letter::page::compose;
    use crate::letter::{Envelope, Paper};
    for (envelope, paper) in [
        (Envelope::Din5008A, Paper::A4),
        (Envelope::Din5008B, Paper::A4),
        (Envelope::Us10, Paper::UsLetter),
        (Envelope::Us10Double, Paper::UsLetter),
        (Envelope::Dl, Paper::A4),
        (Envelope::Plain, Paper::A4),
    ] {
        for (bytes, aspect) in [
            (ring(), 2.0),
            (UPRIGHT.to_vec(), 2.0),
            (TURNED.to_vec(), 0.5),
        ] {
            for (side, wanted) in [(Side::Left, 40), (Side::Right, 12)] {
                let mut sheet = with(&bytes);
                (sheet.envelope, sheet.paper) = (envelope, paper);
                let logo = sheet.letterhead.logo.as_mut().unwrap();
                (logo.side, logo.height) = (side, wanted);
                let page = compose(&sheet).unwrap().pages.remove(0);
                let Some(Mark::Picture {
                    y, width, height, ..
                }) = page
                    .marks
                    .iter()
                    .find(|mark| matches!(mark, Mark::Picture { .. }))
                else {
                    panic!("no logo");
                };
                assert!((width / height - aspect).abs() < 0.01, "{envelope:?}");
                let mm = 72.0 / 25.4;
                let bottom = (y + height) / mm;
                let most = if envelope == Envelope::Din5008A {
                    27.0
                } else {
                    54.0
                };
                assert!(bottom <= most, "{envelope:?}: the logo ends at {bottom} mm");
                assert!(*height <= f32::from(wanted) * mm + 0.01);
            }
        }
    }
}
