//! The PDF as other programs read it.

use super::samples::{claim, created, every_draft, fields, sheet, strange};
use super::tools;
use crate::letter::{Envelope, LetterError, Paper, draft, render};
use crate::words::{LetterKind, Right};

fn ordinary() -> crate::letter::Sheet {
    let fields = fields(vec![claim(Right::Access, None)]);
    sheet(draft("eu-gdpr", LetterKind::Acknowledgement, &fields).unwrap())
}

#[test]
fn every_letter_is_a_sound_pdf_whose_text_is_found() {
    for (law, kind, claims, text) in every_draft(fields) {
        let sheet = sheet(text);
        let done = render(&sheet).unwrap();
        let found = tools::text(&done.pdf);
        for word in [
            "Kim Ngọc Ánh",
            "Łódź",
            "Fährhaus",
            "Marta Wróbel",
            "2026-0042",
        ] {
            assert!(
                found.contains(word),
                "{law} {kind} {claims:?}: {word} in {found}"
            );
        }
        let one_page = done.pages.len() == 1;
        assert!(
            !one_page || done.pdf.len() < 40_000,
            "{law} {kind}: {}",
            done.pdf.len()
        );
        assert!(done.pdf.len() < 60_000, "{law} {kind}: {}", done.pdf.len());
        if claims.len() > 1 {
            tools::check(&done.pdf);
        }
    }
}

#[test]
fn strange_letters_are_sound_too() {
    for (at, (law, kind, claims, text)) in every_draft(strange).into_iter().enumerate() {
        if claims.len() == 1 && at % 7 != 0 {
            continue;
        }
        let mut sheet = sheet(text);
        sheet.letterhead.organisation = "Ÿ".repeat(10_000);
        sheet.recipient_lines[0] = "Wolfeschlegelsteinhausen".repeat(420);
        sheet.signatory = "Ελλάδα ".repeat(1_000);
        sheet.reference = "R".repeat(10_000);
        sheet.envelope = [
            Envelope::Din5008B,
            Envelope::Us10,
            Envelope::Dl,
            Envelope::Plain,
        ][at % 4];
        sheet.paper = [Paper::A4, Paper::UsLetter][at / 4 % 2];
        let done = render(&sheet).unwrap();
        tools::check(&done.pdf);
        assert!(!tools::text(&done.pdf).is_empty(), "{law} {kind}");
    }
}

#[test]
fn names_of_every_alphabet_print_and_are_found() {
    let mut sheet = ordinary();
    let names = [
        "Łódź",
        "Ελλάδα",
        "Київ",
        "Kim Ngọc Ánh",
        "Đặng Thị Hồng",
        "Ñuñoa",
        "Şişli",
        "Þórður",
        "Ἀθῆναι",
        "Љиљана",
        "Straße",
        "Ţepeş",
        "Ǆ",
        "Œuvre",
        "affiliate office",
        "Ķekava",
    ];
    sheet.text.blocks[0].text = names.join(", ");
    let done = render(&sheet).unwrap();
    let found = tools::text(&done.pdf);
    for name in names {
        assert!(found.contains(name), "{name} in {found}");
        assert!(tools::squeeze(&done.pages[0]).contains(name), "{name}");
    }
}

#[test]
fn marks_typed_apart_print_as_one() {
    let mut sheet = ordinary();
    sheet.text.blocks[0].text = "Rene\u{301}e Ha\u{30c}jek".into();
    let done = render(&sheet).unwrap();
    tools::check(&done.pdf);
    assert!(tools::text(&done.pdf).contains("jek"));
}

#[test]
fn what_no_face_has_is_named() {
    let mut sheet = ordinary();
    sheet.recipient_lines[0] = "Ann 😀 漢 😀".into();
    let error = render(&sheet).unwrap_err();
    assert_eq!(
        error,
        LetterError::Unprintable {
            characters: vec!['😀', '漢']
        }
    );
    assert_eq!(
        error.to_string(),
        "The characters “😀” (U+1F600) and “漢” (U+6F22) cannot be printed: the program’s type has no such character. Please write it another way, for example in Latin letters."
    );
    // Also where it would not be seen: a cut address, the reference of a later page.
    let mut sheet = ordinary();
    sheet.recipient_lines[0] = "long ".repeat(3_000) + "ن";
    assert!(matches!(
        render(&sheet),
        Err(LetterError::Unprintable { .. })
    ));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let sheet = ordinary();
    let first = render(&sheet).unwrap();
    let other = {
        let mut s = sheet.clone();
        s.reference = "2026-0043".into();
        render(&s).unwrap()
    };
    assert_eq!(first, render(&sheet).unwrap());
    assert_ne!(first.pdf, other.pdf);
}

#[test]
fn title_author_language_and_dates_are_set() {
    let done = render(&ordinary()).unwrap();
    let info = tools::read("pdfinfo", &["-isodates"], &[], &done.pdf);
    for (key, value) in [
        ("Title:", "Answer 2026-0042"),
        ("Author:", "Fährhaus Lindensee Reederei GmbH"),
        ("Subject:", "We have received your request"),
        (
            "CreationDate:",
            &created().format("%Y-%m-%dT%H:%M:%S").to_string(),
        ),
        ("PDF version:", "1.7"),
    ] {
        let line = info
            .lines()
            .find(|l| l.starts_with(key))
            .unwrap_or_else(|| panic!("{key} in {info}"));
        assert!(line.contains(value), "{line}");
    }
    assert!(done.pdf.windows(12).any(|w| w == b"/Lang(en-GB)"));
    let meta = tools::read("pdfinfo", &["-meta"], &[], &done.pdf);
    assert!(meta.contains("<rdf:li>en-GB</rdf:li>"), "{meta}");
}

#[test]
fn faces_are_embedded_as_subsets_with_unicode() {
    let done = render(&ordinary()).unwrap();
    let fonts = tools::read("pdffonts", &[], &[], &done.pdf);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(lines.len(), 2, "{fonts}");
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert!(
            words[0].starts_with("RDS") && words[0].contains('+'),
            "{line}"
        );
        assert!(line.contains("yes yes yes"), "{line}");
    }
}
