//! Every layout on every paper: what stands where, measured in millimetres on the layout and in the PDF.

use super::pictures::{DRAWING, ring};
use super::samples::sheet;
use super::tools;
use crate::letter::{
    Envelope, Logo, Paper, Picture, Sheet, Side, render, sample_letter, sender_window, window,
};
use crate::words::LetterLanguage;

const MM: f32 = 72.0 / 25.4;

const ALL: [Envelope; 6] = [
    Envelope::Din5008A,
    Envelope::Din5008B,
    Envelope::Us10,
    Envelope::Us10Double,
    Envelope::Dl,
    Envelope::Plain,
];

pub fn full(paper: Paper, envelope: Envelope, language: LetterLanguage, long: bool) -> Sheet {
    let sample = sample_letter(language).unwrap();
    let mut sheet = sheet(sample.text(long));
    (sheet.paper, sheet.envelope) = (paper, envelope);
    sheet.language = language.id().to_owned();
    sheet.recipient_lines = sample.recipient.clone();
    sheet.enclosures = vec![sample.enclosure.clone()];
    sheet.your_letter = "13 November 2026".into();
    sheet.letterhead.footer_lines = [
        "Fährhaus Lindensee Reederei GmbH",
        "Sitz Berlin, Amtsgericht Charlottenburg",
        "HRB 900 142 B",
        "",
        "Geschäftsführung",
        "Ilse Brandt, Tomasz Wróbel",
        "",
        "USt-IdNr. DE 000 000 000",
        "Steuernummer 00/000/00000",
        "",
        "Bank am See",
        "IBAN DE00 0000 0000 0000 0000 00",
    ]
    .map(str::to_owned)
    .to_vec();
    sheet
}

/// Left, top, right and bottom in millimetres of the words between two others, as `pdftotext` finds them.
fn found(pdf: &[u8], words: &[&str]) -> (f32, f32, f32, f32) {
    let boxes = tools::read("pdftotext", &["-q", "-bbox", "-l", "1"], &["-"], pdf);
    let mut all = (f32::MAX, f32::MAX, 0.0_f32, 0.0_f32);
    for word in words {
        let line = boxes
            .lines()
            .find(|line| line.contains(&format!(">{word}<")))
            .unwrap_or_else(|| panic!("{word} is not on the page"));
        let number = |key: &str| -> f32 {
            let rest = line.split(&format!("{key}=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().parse::<f32>().unwrap() / MM
        };
        all.0 = all.0.min(number("xMin"));
        all.1 = all.1.min(number("yMin"));
        all.2 = all.2.max(number("xMax"));
        all.3 = all.3.max(number("yMax"));
    }
    all
}

#[test]
fn the_address_stands_in_its_window_on_the_paper_it_is_made_for() {
    for (paper, envelope, fits, why) in [
        (Paper::A4, Envelope::Din5008A, true, "made for it"),
        (Paper::A4, Envelope::Din5008B, true, "made for it"),
        (Paper::A4, Envelope::Dl, true, "made for it"),
        (Paper::UsLetter, Envelope::Us10, true, "made for it"),
        (Paper::UsLetter, Envelope::Us10Double, true, "made for it"),
        (Paper::A4, Envelope::Plain, true, "no window"),
        (Paper::UsLetter, Envelope::Plain, true, "no window"),
        (
            Paper::UsLetter,
            Envelope::Din5008A,
            false,
            "folded in thirds, its field lies 18 mm too high",
        ),
    ] {
        let sheet = full(paper, envelope, LetterLanguage::En, false);
        let lines = &sheet.recipient_lines;
        let seen = window(lines, paper, envelope).unwrap();
        assert_eq!(
            seen.fits, fits,
            "{envelope:?} on {paper:?}, {why}: {}",
            seen.why
        );
        let pdf = render(&sheet).unwrap().pdf;
        let (left, top, right, bottom) =
            found(&pdf, &["Ms", "Lantern", "Court", "Willowmere", "7QT"]);
        // The reader measures the whole height of the type, the check its ink.
        let slack = 1.6;
        assert!(
            (left - seen.address.left).abs() < 0.6,
            "{envelope:?}: {left}"
        );
        assert!(right <= seen.address.right + 0.6, "{envelope:?}: {right}");
        assert!(
            top >= seen.address.top - slack && bottom <= seen.address.bottom + slack,
            "{envelope:?}: {top} {bottom}"
        );
        if let (Some(visible), true) = (seen.visible, fits) {
            assert!(
                left >= visible.left && right <= visible.right,
                "{envelope:?}"
            );
            assert!(
                top >= visible.top - slack && bottom <= visible.bottom + slack,
                "{envelope:?}: {top} {bottom} in {visible:?}"
            );
        }
    }
}

#[test]
fn the_upper_window_shows_who_writes() {
    let sheet = full(
        Paper::UsLetter,
        Envelope::Us10Double,
        LetterLanguage::En,
        false,
    );
    let lines = sheet.letterhead.sender();
    let seen = sender_window(&lines, Paper::UsLetter, Envelope::Us10Double)
        .unwrap()
        .unwrap();
    assert!(seen.fits, "{}", seen.why);
    let visible = seen.visible.unwrap();
    // 7/8 by 3 1/2 inches, 2 5/16 inches from the bottom of 4 1/8, minus 11.7 mm of play.
    for (is, wanted) in [
        (visible.top, 23.9),
        (visible.bottom, 34.4),
        (visible.left, 9.5),
        (visible.right, 73.0),
    ] {
        assert!((is - wanted).abs() < 0.1, "{is} instead of {wanted}");
    }
    let pdf = render(&sheet).unwrap().pdf;
    let (left, top, right, bottom) = found(&pdf, &["Uferstraße", "12459"]);
    // The reader measures the whole height of the type.
    assert!(
        left >= visible.left && right <= visible.right,
        "{left} {right}"
    );
    assert!(
        top >= visible.top - 1.6 && bottom <= visible.bottom + 1.6,
        "{top} {bottom}"
    );
    // From the wrong side: too many lines, nothing at all, and an envelope without such a window.
    let many: Vec<String> = (0..9)
        .map(|at| format!("A long line of an address, number {at}"))
        .collect();
    let seen = sender_window(&many, Paper::UsLetter, Envelope::Us10Double)
        .unwrap()
        .unwrap();
    assert!(
        !seen.fits && seen.why.contains("upper window"),
        "{}",
        seen.why
    );
    let seen = sender_window(&[], Paper::UsLetter, Envelope::Us10Double)
        .unwrap()
        .unwrap();
    assert_eq!(seen.why, "Nothing stands in the upper window.");
    assert!(
        sender_window(&lines, Paper::A4, Envelope::Dl)
            .unwrap()
            .is_none()
    );
}

#[test]
fn the_foot_stands_below_everything_and_the_text_above_it() {
    use crate::letter::mark::Mark;
    use crate::letter::page::compose;
    for paper in [Paper::A4, Paper::UsLetter] {
        for envelope in ALL {
            let sheet = full(paper, envelope, LetterLanguage::De, true);
            let pages = compose(&sheet).unwrap();
            let first = &pages.pages[0];
            let (mut foot, mut text) = (f32::MAX, 0.0_f32);
            for mark in &first.marks {
                if let Mark::Text { baseline, size, .. } = mark
                    && *baseline > pages.height / 2.0
                {
                    if *size < 7.5 {
                        foot = foot.min(baseline - size);
                    } else {
                        text = text.max(baseline + size * 0.25);
                    }
                }
            }
            assert!(text < foot, "{envelope:?} {paper:?}: {text} {foot}");
            assert!(foot > pages.height - 45.0 * MM, "{foot}");
            assert!(
                pages.pages.len() >= 2 && first.text.trim_end().ends_with("0000 00"),
                "read last"
            );
            for later in &pages.pages[1..] {
                assert!(!later.text.contains("USt-IdNr"), "only on the first page");
            }
        }
    }
}

#[test]
fn a_wide_logo_gives_way_to_the_contact_lines_beside_it() {
    use crate::letter::form::form;
    use crate::letter::mark::Mark;
    use crate::letter::page::compose;
    const WIDE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 60"><path fill="#14233f" d="M0 0h900v60H0z"/></svg>"##;
    const LONG: &str = "Data protection: privacy@harbourlane.example, +49 40 5550 142";
    for side in [Side::Left, Side::Right] {
        for (line, part, whole, why) in [
            ("privacy@sea.example", 0.545..0.555, true, "there is room"),
            (LONG, 0.26..0.53, true, "it gives way"),
            (&LONG.repeat(3), 0.195..0.205, false, "not without end"),
        ] {
            let mut sheet = full(Paper::A4, Envelope::Din5008B, LetterLanguage::En, false);
            sheet.letterhead.address_lines.clear();
            sheet.letterhead.contact_lines = vec![line.to_owned()];
            sheet.letterhead.logo = Some(Logo {
                picture: Picture::read(WIDE.as_bytes()).unwrap(),
                side,
                height: 30,
            });
            let place = form(sheet.paper, sheet.envelope);
            let page = compose(&sheet).unwrap().pages.remove(0);
            let width = page.marks.iter().find_map(|mark| match mark {
                Mark::Picture { width, .. } => Some(*width),
                _ => None,
            });
            let taken = width.unwrap() / (place.right - place.head_left);
            assert!(part.contains(&taken), "{why}: {taken}");
            let stands = page.text.lines().any(|said| said == line);
            assert_eq!(stands, whole, "{why}: {}", page.text);
        }
    }
}

#[test]
fn a_logo_leaves_room_for_the_words_beside_it() {
    for paper in [Paper::A4, Paper::UsLetter] {
        for side in [Side::Left, Side::Right] {
            let mut sheet = full(paper, Envelope::Us10Double, LetterLanguage::En, false);
            sheet.letterhead.logo = Some(Logo {
                picture: Picture::read(DRAWING.as_bytes()).unwrap(),
                side,
                height: 20,
            });
            sheet.letterhead.name_in_logo = true;
            let text = tools::text(&render(&sheet).unwrap().pdf);
            let head = text.split("Dear").next().unwrap();
            for line in &sheet.letterhead.contact_lines {
                assert!(head.contains(line.as_str()), "{paper:?} {side:?}: {head}");
            }
        }
    }
}

#[test]
fn marks_are_printed_only_where_they_are_wanted() {
    use crate::letter::mark::Mark;
    use crate::letter::page::compose;
    let marks = |paper, envelope, folds, punch| -> Vec<i32> {
        let mut sheet = full(paper, envelope, LetterLanguage::En, false);
        (sheet.look.folds, sheet.look.punch) = (folds, punch);
        let page = compose(&sheet).unwrap().pages.remove(0);
        page.marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Rule { x, y, .. } if *x < 6.0 * MM => Some((y / MM * 10.0).round() as i32),
                _ => None,
            })
            .collect()
    };
    for (paper, envelope, folds, punch, wanted, why) in [
        (
            Paper::A4,
            Envelope::Din5008A,
            true,
            true,
            vec![870, 1920, 1485],
            "form A",
        ),
        (
            Paper::A4,
            Envelope::Din5008B,
            true,
            true,
            vec![1050, 2100, 1485],
            "form B",
        ),
        (
            Paper::A4,
            Envelope::Din5008B,
            true,
            false,
            vec![1050, 2100],
            "no punch",
        ),
        (
            Paper::A4,
            Envelope::Din5008B,
            false,
            true,
            vec![1485],
            "no folds",
        ),
        (
            Paper::A4,
            Envelope::Dl,
            true,
            true,
            vec![990, 1980],
            "thirds",
        ),
        (
            Paper::UsLetter,
            Envelope::Us10,
            true,
            true,
            vec![931, 1863],
            "thirds of eleven inches",
        ),
        (
            Paper::UsLetter,
            Envelope::Us10,
            false,
            false,
            vec![],
            "none",
        ),
    ] {
        assert_eq!(marks(paper, envelope, folds, punch), wanted, "{why}");
    }
}

/// Writes every layout into the folder named by `LETTERS_OUT`.
#[test]
#[ignore = "writes letters to look at; needs LETTERS_OUT"]
fn layouts_to_look_at() {
    let folder = std::path::PathBuf::from(std::env::var("LETTERS_OUT").unwrap());
    let write = |name: &str, sheet: &Sheet| {
        std::fs::write(
            folder.join(name).with_extension("pdf"),
            render(sheet).unwrap().pdf,
        )
        .unwrap();
    };
    let logos = [ring(), DRAWING.as_bytes().to_vec()];
    for (at, envelope) in ALL.into_iter().enumerate() {
        for paper in [Paper::A4, Paper::UsLetter] {
            let name = format!("{envelope:?}-{paper:?}");
            write(&name, &full(paper, envelope, LetterLanguage::En, false));
            let mut sheet = full(paper, envelope, LetterLanguage::De, true);
            (sheet.look.justified, sheet.look.hyphenated) = (true, true);
            sheet.letterhead.logo = Some(Logo {
                picture: Picture::read(&logos[at % 2]).unwrap(),
                side: if at % 2 == 0 { Side::Left } else { Side::Right },
                height: 20,
            });
            sheet.letterhead.name_in_logo = at == 3;
            sheet.signature = Some(Picture::read(SIGNATURE.as_bytes()).unwrap());
            sheet.recipient_lines = (1..=7)
                .map(|n| format!("Eine recht lange Zeile Nummer {n} dieser Anschrift"))
                .collect();
            write(&format!("{name}-full"), &sheet);
        }
    }
    for language in LetterLanguage::ALL {
        for (justified, hyphenated) in [(false, false), (false, true), (true, true)] {
            let mut sheet = full(Paper::A4, Envelope::Din5008B, *language, false);
            (sheet.look.justified, sheet.look.hyphenated) = (justified, hyphenated);
            sheet.signature = Some(Picture::read(SIGNATURE.as_bytes()).unwrap());
            sheet.copy_to = vec!["The archive".into()];
            write(&format!("{language}-{justified}-{hyphenated}"), &sheet);
        }
    }
}

/// Somebody's hand.
const SIGNATURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><path fill="none" stroke="#14233f" stroke-width="2.4" stroke-linecap="round" d="M8 44 C14 10 22 8 24 38 C30 12 40 6 42 40 C46 30 52 28 56 34 C58 40 64 38 68 30 C72 24 78 30 76 38 C82 20 96 2 92 20 C88 44 84 52 100 36 C108 28 114 30 112 38 C120 44 140 20 192 30"/></svg>"##;
