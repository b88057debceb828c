//! How paragraphs are set: straight edges, parted words, and what stays together on a page.

use super::samples::sheet;
use super::tools;
use crate::letter::atoms::atoms;
use crate::letter::face::{Face, Shaper};
use crate::letter::hyphen::Parting;
use crate::letter::lines::{broken, set};
use crate::letter::mark::{Mark, Page};
use crate::letter::markup::spans;
use crate::letter::page::compose;
use crate::letter::{Sheet, render, sample_letter};
use crate::words::LetterLanguage;

fn shown(word: &str, around: &str, parting: &Parting) -> String {
    let mut parts = String::new();
    let mut from = 0;
    for at in parting.places(word, around) {
        parts.push_str(&word[from..at]);
        parts.push('-');
        from = at;
    }
    parts + &word[from..]
}

#[test]
fn words_are_parted_as_their_language_parts_them() {
    // Language, word, what stands around it, the parts, and why.
    let cases = [
        (
            "en-GB",
            "information",
            "information",
            "infor-ma-tion",
            "syllables",
        ),
        (
            "en-GB",
            "requirements",
            "requirements,",
            "require-ments",
            "what follows the word is not part of it",
        ),
        ("en-GB", "letter", "letter", "letter", "too short"),
        (
            "en-GB",
            "Achterberg",
            "Achterberg",
            "Achterberg",
            "a capital may begin a name",
        ),
        ("en-GB", "GDPR", "GDPR", "GDPR", "an abbreviation"),
        (
            "en-GB",
            "privacy",
            "https://harbour.example/privacy",
            "privacy",
            "a place on the web",
        ),
        (
            "en-GB",
            "privacy",
            "privacy@harbour.example",
            "privacy",
            "a mail address",
        ),
        (
            "en-GB",
            "example",
            "harbour.example",
            "example",
            "a name of the web",
        ),
        (
            "en-GB",
            "document",
            "document4",
            "document",
            "a sign with a number",
        ),
        (
            "de-DE",
            "Auskunftsersuchen",
            "Auskunftsersuchen",
            "Aus-kunfts-er-su-chen",
            "a compound at its joints",
        ),
        (
            "de-DE",
            "Datenschutzbeauftragte",
            "Datenschutzbeauftragte",
            "Daten-schutz-be-auf-tragte",
            "nouns too",
        ),
        (
            "de-DE",
            "Versandkostentabelle",
            "Versandkostentabelle",
            "Ver-sand-kos-ten-ta-belle",
            "long",
        ),
        ("de-DE", "Grüßen", "Grüßen", "Grüßen", "too short"),
        (
            "de-DE",
            "Wróbelmann",
            "Wróbelmann",
            "Wróbelmann",
            "named in the letter",
        ),
        (
            "fr-FR",
            "renseignements",
            "renseignements",
            "ren-sei-gne-ments",
            "syllables",
        ),
        (
            "fr-FR",
            "l’information",
            "l’information",
            "l’infor-ma-tion",
            "behind the apostrophe",
        ),
        (
            "fr-FR",
            "aujourd’hui",
            "aujourd’hui",
            "aujourd’hui",
            "not at its apostrophe",
        ),
        (
            "es-ES",
            "informaciones",
            "informaciones",
            "infor-ma-cio-nes",
            "syllables",
        ),
        (
            "es-ES",
            "transferencia",
            "transferencia",
            "trans-fe-ren-cia",
            "prefix",
        ),
    ];
    for (language, word, around, wanted, why) in cases {
        let parting = Parting::in_language(language, ["Marta Wróbelmann"]).unwrap();
        assert_eq!(shown(word, around, &parting), wanted, "{language}: {why}");
    }
    assert!(
        Parting::in_language("pl", []).is_none(),
        "no patterns, no guessing"
    );
}

fn german(justified: bool, hyphenated: bool, long: bool) -> Sheet {
    let mut sheet = sheet(sample_letter(LetterLanguage::De).unwrap().text(long));
    sheet.language = "de-DE".into();
    (sheet.look.justified, sheet.look.hyphenated) = (justified, hyphenated);
    sheet
}

/// Of each line of the body: whether a word is parted at its end, and its text.
fn body(page: &Page) -> Vec<(bool, String)> {
    page.marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { line, size, .. } if (10.0..11.5).contains(size) => {
                Some((line.parted, line.text.clone()))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn straight_lines_end_at_the_measure_and_no_space_is_torn_open() {
    let text = sample_letter(LetterLanguage::De).unwrap().text(true);
    let parting = Parting::in_language("de-DE", []).unwrap();
    let (mut straight, mut ragged) = (0, 0);
    for measure in [300.0_f32, 380.0, 430.0] {
        let mut shaper = Shaper::new().unwrap();
        let natural: f32 = shaper.shape(Face::Regular, " ", 0)[0].glyphs[0].advance;
        for block in &text.blocks {
            let atoms = atoms(&mut shaper, &spans(&block.text, false), Some(&parting));
            let lines = broken(&mut shaper, &atoms, 11.0, measure, true);
            let last = lines.len() - 1;
            for (at, line) in lines.iter().enumerate() {
                let spaces: Vec<f32> = line
                    .runs
                    .iter()
                    .flat_map(|run| &run.glyphs)
                    .filter(|glyph| &*glyph.text == " ")
                    .map(|glyph| glyph.advance)
                    .collect();
                assert!(line.width < measure + 0.05, "{}", line.text);
                let widest = spaces.iter().copied().fold(natural, f32::max);
                assert!(widest <= natural * 2.51, "{widest} in {}", line.text);
                if at == last {
                    assert!(
                        (widest - natural).abs() < 0.01,
                        "the last line keeps its spaces"
                    );
                } else if (line.width - measure).abs() < 0.05 {
                    straight += 1;
                } else {
                    ragged += 1;
                }
            }
        }
    }
    assert!(
        straight > 80 && ragged * 10 < straight,
        "{straight} straight, {ragged} not"
    );
}

#[test]
fn no_line_ends_within_a_date_an_article_or_a_telephone_number() {
    let mut shaper = Shaper::new().unwrap();
    for whole in [
        "2 December 2026",
        "12. März 2026",
        "1er août 2026",
        "2 de diciembre",
        "+49 30 5550 1420",
        "(Artikel 79",
        "L’article 12A",
        "Uferstraße 14",
        "CA 94244",
        "K1A 1H3",
        "12459 Berlin",
        "6 Del. C. 12D-104",
        "Neb. Rev. Stat. 87",
        "Art. 22 Abs. 2 Buchst. a",
    ] {
        for before in 1..30 {
            let text = format!(
                "{}{whole} at the latest, as we said before.",
                "so ".repeat(before)
            );
            let lines = set(&mut shaper, &spans(&text, false), 11.0, 300.0);
            let found = |line: &String| line.replace('\u{a0}', " ").contains(whole);
            let texts: Vec<String> = lines.into_iter().map(|line| line.text).collect();
            assert!(texts.iter().any(found), "{texts:?}");
        }
    }
}

#[test]
fn what_is_held_together_is_parted_where_its_column_has_no_room_for_it() {
    let mut shaper = Shaper::new().unwrap();
    let text = spans("Neb. Rev. Stat. 87-1107", false);
    let lines = |shaper: &mut Shaper, measure: f32| -> Vec<String> {
        let lines = set(shaper, &text, 11.0, measure);
        lines.into_iter().map(|line| line.text).collect()
    };
    assert_eq!(lines(&mut shaper, 200.0), ["Neb. Rev. Stat. 87-1107"]);
    for line in lines(&mut shaper, 60.0) {
        assert!(
            line.split(' ')
                .all(|word| ["Neb.", "Rev.", "Stat.", "87-1107"].contains(&word)),
            "{line}"
        );
    }
}

#[test]
fn the_page_says_every_word_whole_though_the_line_parts_it() {
    for justified in [false, true] {
        let sheet = german(justified, true, true);
        let pages = compose(&sheet).unwrap().pages;
        // The line where it begins says the whole word.
        let parted: Vec<String> = pages
            .iter()
            .flat_map(body)
            .filter(|(parted, _)| *parted)
            .filter_map(|(_, text)| text.split_whitespace().last().map(str::to_owned))
            .collect();
        assert!(parted.len() >= 2, "{parted:?}");
        let said: String = sheet
            .text
            .blocks
            .iter()
            .map(|b| b.text.clone() + " ")
            .collect();
        let read = tools::text(&render(&sheet).unwrap().pdf);
        for word in parted {
            assert!(
                said.contains(&word) && read.contains(&word),
                "{word} in {read}"
            );
        }
        let plain = tools::text(&render(&german(justified, false, true)).unwrap().pdf);
        let words = |text: &str| text.split_whitespace().count();
        assert!(
            words(&read).abs_diff(words(&plain)) <= 2,
            "{} {}",
            words(&read),
            words(&plain)
        );
    }
}

#[test]
fn names_addresses_subject_and_headings_stay_whole() {
    let mut sheet = german(true, true, true);
    sheet.text.subject = "Datenschutzgrundverordnungsangelegenheiten ".repeat(4);
    sheet.recipient_lines = vec![
        "Donaudampfschifffahrtsgesellschaft ".repeat(4),
        "Berlin".into(),
    ];
    sheet.text.blocks[2].text = format!("# {}", "Versandkostenangelegenheiten ".repeat(5));
    let page = compose(&sheet).unwrap().pages.remove(0);
    for mark in &page.marks {
        if let Mark::Text { line, .. } = mark {
            let other = line.text.contains("Datenschutzg")
                || line.text.contains("Donau")
                || line.text.contains("angelegen");
            assert!(!other || !line.parted, "{}", line.text);
        }
    }
}

#[test]
fn a_page_never_begins_or_ends_with_a_part() {
    for language in [
        LetterLanguage::De,
        LetterLanguage::En,
        LetterLanguage::Fr,
        LetterLanguage::Es,
    ] {
        for (justified, hyphenated) in [(false, false), (true, false), (true, true)] {
            for blank in 0..14 {
                let sample = sample_letter(language).unwrap();
                let mut sheet = sheet(sample.text(true));
                sheet.language = language.id().to_owned();
                (sheet.look.justified, sheet.look.hyphenated) = (justified, hyphenated);
                // Moves the end of the page line by line.
                sheet.text.blocks.insert(
                    0,
                    crate::letter::Block {
                        items: vec![],
                        text: "Eins.\n\n".repeat(blank),
                    },
                );
                sheet.letterhead.footer_lines =
                    vec!["Register".into(), String::new(), "Bank".into()];
                let pages = compose(&sheet).unwrap().pages;
                assert!(pages.len() > 1);
                let headings: Vec<String> = sheet
                    .text
                    .blocks
                    .iter()
                    .filter_map(|block| block.text.strip_prefix("# ").map(str::to_owned))
                    .collect();
                for (at, page) in pages.iter().enumerate() {
                    let lines = body(page);
                    let (parted, last) = lines.last().unwrap();
                    let more = at + 1 < pages.len();
                    assert!(
                        !(more && headings.contains(last)),
                        "a heading at the foot: {last}"
                    );
                    assert!(!(more && *parted), "parted between pages: {last}");
                    if at > 0 {
                        let signed = lines.iter().position(|(_, l)| *l == sheet.text.closing);
                        assert!(
                            signed.is_none_or(|at| at >= 2),
                            "{language} {blank}: a lonely signature"
                        );
                    }
                }
                let all: Vec<String> = pages.iter().flat_map(body).map(|(_, text)| text).collect();
                let whole = tools::squeeze(&all.join(" "));
                for block in &sheet.text.blocks {
                    for paragraph in block.text.split("\n\n") {
                        let words = paragraph.trim_start_matches("# ").trim_start_matches("- ");
                        let words = words.replace('\u{a0}', " ");
                        assert!(whole.contains(&tools::squeeze(&words)), "lost: {words}");
                    }
                }
            }
        }
    }
}
