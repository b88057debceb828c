//! The PDF as other programs read it.

use super::samples::{claim, created, draft, every_draft, fields, sheet, strange};
use super::tools;
use crate::letter::page::compose;
use crate::letter::{Envelope, LetterError, Paper, render, unprintable};
use crate::words::{LetterKind, Right};

fn ordinary() -> crate::letter::Sheet {
    let fields = fields(vec![claim(Right::Access, None)]);
    sheet(draft("eu-gdpr", LetterKind::Acknowledgement, &fields).unwrap())
}

#[test]
fn every_letter_says_who_and_what_and_is_small() {
    for (at, (law, kind, claims, text)) in every_draft(fields).into_iter().enumerate() {
        let sheet = sheet(text);
        let pages = compose(&sheet).unwrap().pages;
        let own: Vec<&str> = pages.iter().map(|p| p.text.as_str()).collect();
        let own = tools::squeeze(&own.join("\n"));
        for word in WORDS {
            assert!(own.contains(word), "{law} {kind} {claims:?}: {word}");
        }
        // Weighing them all would only take longer.
        if at % 8 == 0 || claims.len() > 4 && at % 3 == 0 {
            let weight = render(&sheet).unwrap().pdf.len();
            let most = if pages.len() == 1 { 30_000 } else { 45_000 };
            assert!(weight < most, "{law} {kind}: {weight}");
        }
    }
}

const WORDS: [&str; 5] = [
    "Kim Ngọc Ánh",
    "Łódź",
    "Fährhaus",
    "Marta Wróbel",
    "2026-0042",
];

/// The longest letter of each law and kind: all its rights at once.
#[test]
fn letters_are_sound_to_independent_readers() {
    let mut seen = std::collections::BTreeSet::new();
    for (law, kind, claims, text) in every_draft(fields) {
        let several = claims.len() > 1 || law == "us-can-spam";
        if !several || !seen.insert((law.clone(), kind)) {
            continue;
        }
        let done = render(&sheet(text)).unwrap();
        tools::check(&done.pdf);
        let found = tools::text(&done.pdf);
        for word in WORDS {
            assert!(found.contains(word), "{law} {kind}: {word} in {found}");
        }
    }
    assert!(seen.len() > 20, "{}", seen.len());
}

#[test]
fn strange_letters_can_be_set() {
    for (at, (law, kind, claims, text)) in every_draft(strange).into_iter().enumerate() {
        if at % 17 == 0 {
            let done = render(&sheet(text)).unwrap();
            assert!(!done.pages.is_empty(), "{law} {kind} {claims:?}");
        }
    }
}

#[test]
fn endless_values_are_sound_too() {
    let claims = vec![claim(Right::Access, None)];
    let text = draft("eu-gdpr", LetterKind::Acknowledgement, &strange(claims)).unwrap();
    let mut sheet = sheet(text);
    sheet.letterhead.organisation = "Ÿ".repeat(10_000);
    sheet.recipient_lines[0] = "Wolfeschlegelsteinhausen".repeat(420);
    sheet.signatory = "Ελλάδα ".repeat(1_000);
    sheet.reference = "R".repeat(10_000);
    for (paper, envelope) in [
        (Paper::A4, Envelope::Din5008B),
        (Paper::UsLetter, Envelope::Us10),
        (Paper::A4, Envelope::Dl),
        (Paper::UsLetter, Envelope::Plain),
    ] {
        (sheet.paper, sheet.envelope) = (paper, envelope);
        let done = render(&sheet).unwrap();
        tools::check(&done.pdf);
        // The window shows the name's beginning; the letter holds all of it.
        let letters = |c: &char| *c == 'W';
        let all = done.pages.join("");
        assert!(all.chars().filter(letters).count() >= 420, "{envelope:?}");
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

/// What is kept ready between letters must not show in them: each thread begins with nothing ready.
#[test]
fn a_letter_is_the_same_whatever_was_written_before() {
    let after = |others: bool| {
        let write = move || {
            if others {
                let mut all = every_draft(strange);
                all.truncate(40);
                for (_, _, _, text) in all {
                    let mut other = sheet(text);
                    other.look.justified = true;
                    other.look.hyphenated = true;
                    render(&other).unwrap();
                }
                let mut lacking = ordinary();
                lacking.text.blocks[0].text = "copy of the 𒀭 data".into();
                render(&lacking).unwrap_err();
            }
            let mut sheet = ordinary();
            sheet.look.hyphenated = true;
            let names = "Łódź, Ελλάδα, Kim Ngọc Ánh, אבנר, سامي، **copy of the data**";
            sheet.text.blocks[0].text = format!("{names}, a copy of the data, affiliate office");
            render(&sheet).unwrap()
        };
        std::thread::spawn(write).join().unwrap()
    };
    assert_eq!(after(false), after(true));
}

#[test]
fn what_no_face_has_is_named() {
    let mut sheet = ordinary();
    sheet.recipient_lines[0] = "Ann 𒀭 \u{e001} 𒀭".into();
    let error = render(&sheet).unwrap_err();
    assert_eq!(
        error,
        LetterError::Unprintable {
            characters: vec!['𒀭', '\u{e001}']
        }
    );
    assert_eq!(
        error.to_string(),
        "The characters “𒀭” (U+1202D) and “\u{e001}” (U+E001) cannot be printed: the program’s type has no such character. Please write it another way, for example in Latin letters."
    );
    // A preview shows the page all the same, with a box; the list says why it cannot be sent.
    assert_eq!(unprintable(&sheet).unwrap(), vec!['𒀭', '\u{e001}']);
    sheet.draft = true;
    let shown = render(&sheet).unwrap();
    tools::check(&shown.pdf);
    assert!(tools::text(&shown.pdf).contains("Ann □ □ □"));
    // Also where it would not be seen: a cut address, the reference of a later page.
    let mut sheet = ordinary();
    sheet.recipient_lines[0] = "long ".repeat(3_000) + "𒀭";
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

/// What ISO 19005-2 asks of a file as far as its parts can be looked at; no validator is at hand.
#[test]
fn the_file_is_made_as_an_archive_wants_it() {
    let mut sheet = ordinary();
    sheet.recipient_lines[0] = "محمد 陳淑芬 😀".into();
    let done = render(&sheet).unwrap();
    let file = lopdf::Document::load_mem(&done.pdf).unwrap();
    assert!(!file.is_encrypted() && file.trailer.has(b"ID"));
    let catalog = file.catalog().unwrap();
    for forbidden in ["OpenAction", "AA", "AcroForm", "Names", "OCProperties"] {
        assert!(!catalog.has(forbidden.as_bytes()), "{forbidden}");
    }
    let intents = catalog.get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = intents[0].as_dict().unwrap();
    assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFA1");
    let profile = intent.get(b"DestOutputProfile").unwrap();
    let profile = file.get_object(profile.as_reference().unwrap()).unwrap();
    let colours = profile.as_stream().unwrap().decompressed_content().unwrap();
    assert_eq!(&colours[36..40], b"acsp", "a colour profile");
    let mut embedded = 0;
    for object in file.objects.values() {
        let dict = match object {
            lopdf::Object::Dictionary(dict) => dict,
            lopdf::Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        let kind = dict
            .get(b"Type")
            .and_then(lopdf::Object::as_name)
            .unwrap_or(b"");
        if kind == b"FontDescriptor" {
            assert!(dict.has(b"FontFile2"));
            embedded += 1;
        }
        if kind == b"Font" && dict.has(b"DescendantFonts") {
            assert!(dict.has(b"ToUnicode"));
        }
        assert!(!dict.has(b"SMask") && !dict.has(b"JS"));
    }
    assert_eq!(embedded, 5);
    let meta = tools::read("pdfinfo", &["-meta"], &[], &done.pdf);
    for claim in [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        // The archive is told what the second claim means.
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    ] {
        assert!(meta.contains(claim), "{meta}");
    }
    super::heard::heard(&done.pdf).unwrap();
    // A box stands for nothing of its face; a preview that has one claims nothing.
    sheet.recipient_lines[0] = "\u{e001}".into();
    sheet.draft = true;
    let meta = tools::read("pdfinfo", &["-meta"], &[], &render(&sheet).unwrap().pdf);
    assert!(!meta.contains("pdfaid:part"), "{meta}");
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
