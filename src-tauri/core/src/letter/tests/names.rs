//! Names of made-up people in the scripts of the world: each prints, and is found again by an independent reader.

use super::samples::{claim, draft, fields, sheet};
use super::tools;
use crate::letter::mark::Mark;
use crate::letter::page::compose;
use crate::letter::{Envelope, LetterError, Paper, Sheet, render, unprintable};
use crate::words::{LetterKind, Right};

/// Language or script, and a name in it.
const NAMES: &[(&str, &str)] = &[
    ("Polish", "Łucja Świętosławska-Żądło"),
    ("Vietnamese", "Nguyễn Thị Ngọc Ánh"),
    (
        "Vietnamese, marks apart",
        "Nguye\u{302}\u{303}n Ngo\u{323}c",
    ),
    ("Icelandic", "Þórður Ægisson"),
    ("Turkish", "İlkay Çağlıoğlu"),
    ("Yoruba", "Adébọ̀wálé Ọláyínká"),
    ("Greek", "Ἀριστοτέλης Παπαδάκης"),
    ("Ukrainian", "Єлизавета Ґонта"),
    ("Arabic", "محمد عبد الله الفلاني"),
    ("Arabic with vowel signs", "مُحَمَّد"),
    ("Persian", "پریسا گلچین"),
    ("Persian with a joiner", "می\u{200c}خواهم"),
    ("Urdu", "ثنا ٹیپو"),
    ("Hebrew", "נועה בן־דוד"),
    ("Hebrew with points", "שָׁלוֹם"),
    ("Chinese, simplified", "张伟"),
    ("Chinese, traditional", "陳淑芬"),
    ("Japanese", "髙橋さくら"),
    ("Katakana", "ジョン・スミス"),
    ("Korean", "김민준"),
    ("Hindi", "श्रीनिवास शर्मा"),
    ("Bengali", "রাজেশ্বরী চট্টোপাধ্যায়"),
    ("Punjabi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
    ("Gujarati", "કૃષ્ણા પટેલ"),
    ("Odia", "ଶ୍ରୀମତୀ ପଟ୍ଟନାୟକ"),
    ("Tamil", "சுப்பிரமணியன்"),
    ("Telugu", "వెంకటేశ్వర్లు"),
    ("Kannada", "ಕೃಷ್ಣಮೂರ್ತಿ"),
    ("Malayalam", "ശ്രീദേവി"),
    ("Sinhala", "ප්‍රියංකා"),
    ("Thai", "สมหญิง ใจดี"),
    ("Lao", "ສົມພອນ"),
    ("Khmer", "សុខា ចាន់"),
    ("Burmese", "အောင်ကြီး"),
    ("Tibetan", "བསྟན་འཛིན"),
    ("Armenian", "Արամ Խաչատրյան"),
    ("Georgian", "თამარ ბერიძე"),
    ("Amharic", "ሰላማዊት ተስፋዬ"),
    ("Syriac", "ܝܘܚܢܢ"),
    ("Cherokee", "ᏣᎳᎩ"),
    ("Inuktitut", "ᐃᓄᒃ"),
    ("Tifinagh", "ⵜⵉⵏⵀⵉⵏⴰⵏ"),
    ("A sign", "Kim 😀 ☂"),
    ("Joined signs", "👩‍🚀 ❤️ 1️⃣"),
];

/// These print too, but `pdftotext` does not know that they run from right to left, or that a mark ends a word there.
const UNKNOWN_TO_READER: &[(&str, &str)] =
    &[("Dhivehi", "އަޙްމަދު"), ("N’Ko", "ߡߊߡߊߘߌ"), ("Adlam", "𞤀𞤣𞤢𞤥𞤢")];

fn ordinary() -> Sheet {
    let fields = fields(vec![claim(Right::Access, None)]);
    sheet(draft("eu-gdpr", LetterKind::Acknowledgement, &fields).unwrap())
}

/// What a reader finds, without the marks of direction it adds by itself.
fn found(pdf: &[u8]) -> String {
    let text = tools::text(pdf);
    text.replace(
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'),
        "",
    )
}

#[test]
fn a_name_in_any_script_prints_and_is_found() {
    let mut missed = Vec::new();
    for (script, name) in NAMES {
        let mut sheet = ordinary();
        sheet.recipient_lines[0] = (*name).to_owned();
        sheet.text.blocks[0].text = format!("We write about {name} today.\n\n{name}");
        let done = match render(&sheet) {
            Ok(done) => done,
            Err(error) => {
                missed.push(format!("{script}: {error}"));
                continue;
            }
        };
        tools::check(&done.pdf);
        assert!(
            tools::squeeze(&done.pages[0]).contains(name),
            "{script}: {}",
            done.pages[0]
        );
        let found = found(&done.pdf);
        let times = found.matches(name).count();
        // Where a right-to-left name ends, this reader puts the space at its other end.
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        let sentence = joined(&format!("We write about {name} today."));
        if times < 3 || !joined(&found).contains(&sentence) {
            missed.push(format!("{script}: {times} times {name} in {found}"));
        }
        if done.pdf.len() > 45_000 {
            missed.push(format!("{script}: {} bytes", done.pdf.len()));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn names_no_reader_orders_print_as_well() {
    for (script, name) in UNKNOWN_TO_READER {
        let mut sheet = ordinary();
        sheet.recipient_lines[0] = (*name).to_owned();
        let done = render(&sheet).unwrap();
        tools::check(&done.pdf);
        assert!(tools::squeeze(&done.pages[0]).contains(name), "{script}");
        let mut letters: Vec<char> = name.chars().collect();
        let found = found(&done.pdf);
        letters.retain(|c| !found.contains(*c));
        assert!(letters.is_empty(), "{script}: {letters:?} not in {found}");
    }
}

#[test]
fn every_name_of_the_table_is_of_another_kind() {
    let mut kinds: Vec<&str> = NAMES.iter().map(|(kind, _)| *kind).collect();
    kinds.dedup();
    assert_eq!(kinds.len(), NAMES.len());
    assert!(NAMES.len() > 40);
}

#[test]
fn a_character_without_a_face_is_named_and_nothing_else() {
    // Private use, unassigned, and a Han character beyond the first plane.
    for odd in ['\u{e000}', '\u{378}', '\u{2a6d6}', '\u{fdd0}'] {
        for name in [
            format!("Ann {odd}"),
            format!("{odd}\u{301}"),
            format!("محمد{odd}علي"),
            format!("王{odd}明"),
        ] {
            let mut sheet = ordinary();
            sheet.recipient_lines[0] = name.clone();
            let named = unprintable(&sheet).unwrap();
            assert_eq!(named, vec![odd], "{name:?}");
            let error = render(&sheet).unwrap_err();
            assert_eq!(error, LetterError::Unprintable { characters: named });
        }
    }
}

/// From left to right on the page: where each word stands.
fn places(sheet: &Sheet, words: &[&str]) -> Vec<f32> {
    let done = render(sheet).unwrap();
    let boxes = tools::read("pdftotext", &["-q", "-bbox"], &["-"], &done.pdf);
    words
        .iter()
        .map(|word| {
            // Each word is given as it stands on the page, letter by letter from the left.
            let leftward = word.chars().any(|c| ('\u{590}'..='\u{8ff}').contains(&c));
            let word: String = if leftward {
                word.chars().rev().collect()
            } else {
                (*word).to_owned()
            };
            let line = boxes
                .lines()
                .find(|line| line.contains(&format!(">{word}<")));
            let line = line.unwrap_or_else(|| panic!("{word} in {boxes}"));
            let rest = line.split("xMin=\"").nth(1).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        })
        .collect()
}

#[test]
fn right_to_left_names_stand_in_their_order() {
    let mut sheet = ordinary();
    sheet.text.blocks[0].text = "Dear שרה לוי of 12 Elm Row, thank you.".into();
    let at = places(&sheet, &["Dear", "לוי", "שרה", "of"]);
    assert!(
        at.is_sorted(),
        "the first name stands right of the last: {at:?}"
    );
    // Alone, the number of the house stands left of its street.
    sheet.text.blocks[0].text = "רחוב הרצל 12".into();
    let at = places(&sheet, &["12", "הרצל", "רחוב"]);
    assert!(at.is_sorted(), "{at:?}");
}

#[test]
fn long_names_of_any_script_stay_in_the_window() {
    for name in [
        "漢字".repeat(60),
        "محمد ".repeat(60),
        "קונסטנטינופולוס".repeat(20),
    ] {
        let mut sheet = ordinary();
        (sheet.paper, sheet.envelope) = (Paper::A4, Envelope::Din5008B);
        sheet.recipient_lines = vec![name.clone(), "Berlin".into()];
        let pages = compose(&sheet).unwrap();
        let right = 105.0 * 72.0 / 25.4;
        for mark in &pages.pages[0].marks {
            if let Mark::Text {
                x, baseline, line, ..
            } = mark
                && (150.0..260.0).contains(baseline)
                && *x < 100.0
            {
                assert!(x + line.width <= right, "{}", line.text);
            }
        }
    }
}

#[test]
fn a_japanese_line_does_not_begin_with_a_full_stop() {
    let mut sheet = ordinary();
    sheet.text.blocks[0].text = "これは長い文章です。".repeat(40);
    let done = render(&sheet).unwrap();
    assert!(done.pages[0].lines().filter(|l| l.contains('長')).count() > 3);
    assert!(
        done.pages
            .iter()
            .flat_map(|p| p.lines())
            .all(|l| !l.starts_with('。'))
    );
}

/// Writes a page of all names where `RIGHTSDESK_LOOK` says, to be looked at.
#[test]
#[ignore = "a page to look at"]
fn a_page_to_look_at() {
    let Ok(folder) = std::env::var("RIGHTSDESK_LOOK") else {
        return;
    };
    let mut sheet = ordinary();
    let name = |at: usize| NAMES[at].1;
    sheet.recipient_lines = vec![
        name(8).into(),
        name(17).into(),
        name(20).into(),
        name(34).into(),
        "90-001 Łódź".into(),
    ];
    let lines = |all: &[(&str, &str)]| -> String {
        let each = all.iter().map(|(kind, name)| {
            format!("- {kind}: {name}, said **{name}** of ({name}) in our house")
        });
        each.collect::<Vec<_>>().join("\n")
    };
    sheet.text.blocks[0].text = lines(NAMES) + "\n" + &lines(UNKNOWN_TO_READER);
    std::fs::write(format!("{folder}/names.pdf"), render(&sheet).unwrap().pdf).unwrap();
    std::fs::write(
        format!("{folder}/plain.pdf"),
        render(&ordinary()).unwrap().pdf,
    )
    .unwrap();
}
