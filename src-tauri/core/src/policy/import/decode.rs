//! Bytes → text, whatever they were written as.

use super::{Cleaned, Unreadable};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much is looked at to guess an encoding.
const LOOKED_AT: usize = 256 << 10;

/// The text of a file without a format of its own.
pub(super) fn text(bytes: &[u8], cleaned: &mut Vec<Cleaned>) -> Result<String, Unreadable> {
    let encoding = encoding(bytes);
    let (text, _, _) = encoding.decode(bytes);
    let mut controls = 0usize;
    let mut characters = 0usize;
    for c in text.chars() {
        characters += 1;
        if (c.is_control()
            && !matches!(
                c,
                '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{1a}'
            ))
            || c == char::REPLACEMENT_CHARACTER
            || matches!(c, '\u{e000}'..='\u{f8ff}')
        {
            controls += 1;
        }
    }
    // A few stray signs are a bad copy, many are no text.
    if controls * 50 > characters {
        return Err(Unreadable::NotText);
    }
    if encoding != UTF_8 {
        cleaned.push(Cleaned {
            what: format!(
                "The file does not say how its letters are written; it was read as {}.",
                encoding.name()
            ),
            sample: String::new(),
            characters: text.chars().filter(|c| !c.is_ascii()).count(),
        });
    }
    Ok(text.into_owned())
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let cut_short = |error: &std::str::Utf8Error| error.error_len().is_none();
    if std::str::from_utf8(bytes).map_or_else(|error| cut_short(&error), |_| true) {
        return UTF_8;
    }
    // Text that is UTF-8 but for a stray byte or two stays so.
    let lossy = String::from_utf8_lossy(head);
    let bad = lossy.matches(char::REPLACEMENT_CHARACTER).count();
    let good = lossy
        .chars()
        .filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER)
        .count();
    if good > 10 * bad {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    // Policies that mix quotes and dashes of Windows with plain English are guessed wildly otherwise.
    let foreign = head.iter().filter(|byte| !byte.is_ascii()).count();
    if foreign * 100 < head.len() && head.iter().all(|byte| windows_english(*byte)) {
        return WINDOWS_1252;
    }
    guessed
}

/// What English and western European text in Windows-1252 uses.
fn windows_english(byte: u8) -> bool {
    byte.is_ascii()
        || matches!(byte, 0x80 | 0x82..=0x8c | 0x91..=0x9c | 0xa0 | 0xa3 | 0xa7 | 0xa9 | 0xab | 0xad | 0xae | 0xb0 | 0xb4 | 0xb7 | 0xbb | 0xc0..=0xff)
}

/// UTF-16 without its mark: every other byte of plain letters is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    if head.len() < 4 {
        return None;
    }
    let zeros = |odd: usize| {
        head.iter()
            .enumerate()
            .filter(|(at, byte)| at % 2 == odd && **byte == 0)
            .count()
    };
    let half = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > half * 7 && even * 20 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 7 && odd * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}
