//! A font of a PDF: which letters its codes stand for, how wide they are, whether it is bold.

use super::lex::{Word, Words};
use encoding_rs::{MACINTOSH, WINDOWS_1252};
use lopdf::{Dictionary, Document, Object};
use std::collections::HashMap;

/// Ranges longer than this in a font's own table are not believed.
const LONGEST_RANGE: u32 = 0xffff;
/// So many entries does a font have at most.
const ENTRIES: usize = 70_000;

/// Codes of PDF's standard encoding that are not ASCII's.
const STANDARD: &[(u8, &str)] = &[
    (0x27, "’"),
    (0x60, "‘"),
    (0xa1, "¡"),
    (0xa2, "¢"),
    (0xa3, "£"),
    (0xa4, "⁄"),
    (0xa5, "¥"),
    (0xa7, "§"),
    (0xa8, "¤"),
    (0xa9, "'"),
    (0xaa, "“"),
    (0xab, "«"),
    (0xac, "‹"),
    (0xad, "›"),
    (0xae, "fi"),
    (0xaf, "fl"),
    (0xb1, "–"),
    (0xb2, "†"),
    (0xb3, "‡"),
    (0xb4, "·"),
    (0xb6, "¶"),
    (0xb7, "•"),
    (0xb8, "‚"),
    (0xb9, "„"),
    (0xba, "”"),
    (0xbb, "»"),
    (0xbc, "…"),
    (0xbd, "‰"),
    (0xbf, "¿"),
    (0xd0, "—"),
    (0xe1, "Æ"),
    (0xe8, "Ł"),
    (0xe9, "Ø"),
    (0xea, "Œ"),
    (0xf1, "æ"),
    (0xf5, "ı"),
    (0xf8, "ł"),
    (0xf9, "ø"),
    (0xfa, "œ"),
    (0xfb, "ß"),
];

pub(super) struct Font {
    /// Codes have two bytes.
    wide: bool,
    letters: HashMap<u32, String>,
    widths: HashMap<u32, f32>,
    usual: f32,
    /// No widths are given: they are guessed by letter.
    guessed: bool,
    pub(super) bold: bool,
}

impl Default for Font {
    fn default() -> Self {
        Self {
            wide: false,
            letters: simple_letters(&Dictionary::new(), &Document::new()),
            widths: HashMap::new(),
            usual: 0.5,
            guessed: true,
            bold: false,
        }
    }
}

impl Font {
    pub(super) fn read(font: &Dictionary, document: &Document, stream: usize) -> Self {
        let wide = matches!(font.get(b"Subtype").and_then(Object::as_name), Ok(b"Type0"));
        let below = wide
            .then(|| {
                get(font, b"DescendantFonts", document)?
                    .as_array()
                    .ok()?
                    .first()
            })
            .flatten()
            .and_then(|object| follow(object, document))
            .and_then(|object| object.as_dict().ok());
        let holder = below.unwrap_or(font);
        let mut letters = if wide {
            HashMap::new()
        } else {
            simple_letters(font, document)
        };
        if let Some(Object::Stream(table)) = get(font, b"ToUnicode", document)
            && let Ok(table) = table.decompressed_content_with_limit(stream)
        {
            letters.extend(to_unicode(&table));
        }
        let (widths, usual) = widths(holder, wide, document);
        let name = font
            .get(b"BaseFont")
            .and_then(Object::as_name)
            .map(|name| String::from_utf8_lossy(name).to_lowercase())
            .unwrap_or_default();
        Self {
            wide,
            letters,
            guessed: widths.is_empty() && !wide && !name.contains("courier"),
            usual: if name.contains("courier") && widths.is_empty() {
                0.6
            } else {
                usual
            },
            widths,
            bold: is_bold(&name, holder, document),
        }
    }

    /// Each code of a string: its letters if known, its width, whether it is the space that word spacing widens.
    pub(super) fn codes<'a>(
        &'a self,
        text: &'a [u8],
    ) -> impl Iterator<Item = (Option<&'a str>, f32, bool)> + 'a {
        let size = if self.wide { 2 } else { 1 };
        text.chunks(size).map(move |chunk| {
            let code = chunk
                .iter()
                .fold(0u32, |code, byte| (code << 8) | u32::from(*byte));
            let letters = self.letters.get(&code).map(String::as_str);
            let width = match self.widths.get(&code) {
                Some(width) => *width,
                None if self.guessed => guess(
                    letters
                        .and_then(|letters| letters.chars().next())
                        .unwrap_or('n'),
                ),
                None => self.usual,
            };
            (letters, width, !self.wide && code == 0x20)
        })
    }
}

/// About how wide a letter is in the fonts that every reader has.
fn guess(letter: char) -> f32 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' | '|' => 0.23,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'f' | 't' | 'I' | '/' => 0.27,
        'r' | '-' | '(' | ')' | '“' | '”' | '"' => 0.34,
        'm' | 'M' => 0.84,
        'w' => 0.72,
        'W' => 0.94,
        letter if letter.is_uppercase() => 0.68,
        _ => 0.54,
    }
}

fn follow<'a>(object: &'a Object, document: &'a Document) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

pub(super) fn get<'a>(
    dictionary: &'a Dictionary,
    key: &[u8],
    document: &'a Document,
) -> Option<&'a Object> {
    follow(dictionary.get(key).ok()?, document)
}

/// Codes of one byte: the named encoding, and what the font says differently.
fn simple_letters(font: &Dictionary, document: &Document) -> HashMap<u32, String> {
    let encoding = get(font, b"Encoding", document);
    let own = encoding.and_then(|encoding| encoding.as_dict().ok());
    let name = encoding
        .and_then(|encoding| encoding.as_name().ok())
        .or_else(|| own.and_then(|own| own.get(b"BaseEncoding").ok()?.as_name().ok()));
    let truetype = matches!(
        font.get(b"Subtype").and_then(Object::as_name),
        Ok(b"TrueType")
    );
    let mut letters = HashMap::with_capacity(256);
    for byte in 0x20..=0xffu8 {
        let text = match name {
            Some(b"WinAnsiEncoding") => WINDOWS_1252
                .decode_without_bom_handling(&[byte])
                .0
                .into_owned(),
            Some(b"MacRomanEncoding") => MACINTOSH
                .decode_without_bom_handling(&[byte])
                .0
                .into_owned(),
            None if truetype => WINDOWS_1252
                .decode_without_bom_handling(&[byte])
                .0
                .into_owned(),
            _ => match STANDARD.iter().find(|(code, _)| *code == byte) {
                Some((_, letters)) => (*letters).to_owned(),
                None if byte.is_ascii() => char::from(byte).to_string(),
                None => continue,
            },
        };
        letters.insert(u32::from(byte), text);
    }
    if let Some(Object::Array(differences)) = own.and_then(|own| get(own, b"Differences", document))
    {
        let mut code = 0u32;
        for object in differences.iter().take(ENTRIES) {
            match object {
                Object::Integer(start) => code = u32::try_from(*start).unwrap_or(0),
                Object::Name(name) => {
                    match glyph(name, document) {
                        Some(text) => letters.insert(code, text),
                        None => letters.remove(&code),
                    };
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }
    letters
}

/// The letters of a glyph's name: “quoteright”, “uni2019”, “f_i”.
fn glyph(name: &[u8], document: &Document) -> Option<String> {
    let text = std::str::from_utf8(name).ok()?;
    let text = text.split_once('.').map_or(text, |(base, _)| base);
    match text {
        "fi" => return Some("fi".into()),
        "fl" => return Some("fl".into()),
        "ff" | "f_f" => return Some("ff".into()),
        "ffi" | "f_f_i" => return Some("ffi".into()),
        "ffl" | "f_f_l" => return Some("ffl".into()),
        "f_i" => return Some("fi".into()),
        "f_l" => return Some("fl".into()),
        _ => {}
    }
    let mut letters = text.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        return Some(only.to_string());
    }
    let digits = text.strip_prefix("uni").or_else(|| text.strip_prefix('u'));
    if let Some(digits) = digits.filter(|digits| digits.len() >= 4 && digits.len() <= 6)
        && let Ok(code) = u32::from_str_radix(digits, 16)
    {
        return char::from_u32(code).map(String::from);
    }
    // The long list of names is lopdf's: it is asked by a font with this one difference.
    let mut encoding = Dictionary::new();
    encoding.set("Type", Object::Name(b"Encoding".to_vec()));
    encoding.set(
        "Differences",
        Object::Array(vec![
            Object::Integer(1),
            Object::Name(text.as_bytes().to_vec()),
        ]),
    );
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", Object::Dictionary(encoding));
    let letters = font
        .get_font_encoding(document)
        .ok()?
        .bytes_to_string(&[1])
        .ok()?;
    (!letters.is_empty()).then_some(letters)
}

/// A font's own table of letters.
fn to_unicode(table: &[u8]) -> HashMap<u32, String> {
    let mut letters = HashMap::new();
    let mut stack: Vec<Word> = Vec::new();
    let code = |bytes: &[u8]| {
        bytes
            .iter()
            .take(4)
            .fold(0u32, |code, byte| (code << 8) | u32::from(*byte))
    };
    let text = |bytes: &[u8]| -> String {
        let units: Vec<u16> = bytes
            .chunks(2)
            .map(|two| {
                two.iter()
                    .fold(0u16, |unit, byte| (unit << 8) | u16::from(*byte))
            })
            .collect();
        char::decode_utf16(units)
            .flatten()
            .filter(|c| *c != '\0')
            .collect()
    };
    let mut section: &[u8] = b"";
    let mut list: Option<(u32, u32)> = None;
    for word in Words::new(table) {
        if letters.len() > ENTRIES {
            break;
        }
        match word {
            Word::Operator(name) => {
                match name {
                    b"beginbfchar" | b"beginbfrange" => section = name,
                    b"endbfchar" | b"endbfrange" => section = b"",
                    _ => {}
                }
                stack.clear();
            }
            Word::Open => {
                if let [.., Word::Text(low), Word::Text(high)] = stack.as_slice() {
                    list = Some((code(low), code(high)));
                }
            }
            Word::Close => {
                list = None;
                stack.clear();
            }
            Word::Text(bytes) => {
                if let Some((next, high)) = &mut list {
                    if next <= high {
                        letters.insert(*next, text(&bytes));
                        *next = next.saturating_add(1);
                    }
                    continue;
                }
                stack.push(Word::Text(bytes));
                match (section, stack.as_slice()) {
                    (b"beginbfchar", [Word::Text(from), Word::Text(to)]) => {
                        letters.insert(code(from), text(to));
                        stack.clear();
                    }
                    (b"beginbfrange", [Word::Text(low), Word::Text(high), Word::Text(to)]) => {
                        let (low, high) = (code(low), code(high));
                        let first = text(to);
                        let last = first.chars().next_back().map(u32::from);
                        let head: String = {
                            let mut all: Vec<char> = first.chars().collect();
                            all.pop();
                            all.into_iter().collect()
                        };
                        let size = high.saturating_sub(low).min(LONGEST_RANGE);
                        for step in 0..=size {
                            if letters.len() > ENTRIES {
                                break;
                            }
                            if let Some(c) =
                                last.and_then(|last| char::from_u32(last.saturating_add(step)))
                            {
                                letters.insert(low.saturating_add(step), format!("{head}{c}"));
                            }
                        }
                        stack.clear();
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    letters
}

/// Widths by code in shares of the size, and the usual one.
fn widths(font: &Dictionary, wide: bool, document: &Document) -> (HashMap<u32, f32>, f32) {
    let mut widths = HashMap::new();
    let number = |object: &Object| -> Option<f32> {
        follow(object, document)?
            .as_float()
            .ok()
            .filter(|n| n.is_finite())
    };
    if wide {
        let usual = get(font, b"DW", document)
            .and_then(number)
            .unwrap_or(1000.0)
            / 1000.0;
        let Some(Object::Array(list)) = get(font, b"W", document) else {
            return (widths, usual);
        };
        let mut at = 0;
        while let (Some(first), Some(second)) = (list.get(at), list.get(at + 1)) {
            let Some(start) = follow(first, document)
                .and_then(|n| n.as_i64().ok())
                .and_then(|n| u32::try_from(n).ok())
            else {
                break;
            };
            match follow(second, document) {
                Some(Object::Array(each)) => {
                    for (code, width) in (start..).zip(each.iter().take(ENTRIES)) {
                        widths.extend(number(width).map(|width| (code, width / 1000.0)));
                    }
                    at += 2;
                }
                Some(end) => {
                    let end = end
                        .as_i64()
                        .ok()
                        .and_then(|n| u32::try_from(n).ok())
                        .unwrap_or(start);
                    if let Some(width) = list.get(at + 2).and_then(number) {
                        let end = end.min(start.saturating_add(LONGEST_RANGE));
                        widths.extend((start..=end).map(|code| (code, width / 1000.0)));
                    }
                    at += 3;
                }
                None => break,
            }
            if widths.len() > ENTRIES {
                break;
            }
        }
        return (widths, usual);
    }
    // Fonts that are drawn as pictures have a measure of their own.
    let scale = get(font, b"FontMatrix", document)
        .and_then(|matrix| matrix.as_array().ok()?.first().and_then(number))
        .filter(|scale| scale.abs() > 1e-6)
        .unwrap_or(0.001);
    let first = get(font, b"FirstChar", document)
        .and_then(|first| first.as_i64().ok())
        .and_then(|first| u32::try_from(first).ok());
    if let (Some(first), Some(Object::Array(each))) = (first, get(font, b"Widths", document)) {
        for (code, width) in (first..).zip(each.iter().take(ENTRIES)) {
            widths.extend(number(width).map(|width| (code, width * scale)));
        }
    }
    (widths, 0.5)
}

fn is_bold(name: &str, font: &Dictionary, document: &Document) -> bool {
    if ["bold", "black", "heavy", "semibold", "demi"]
        .iter()
        .any(|word| name.contains(word))
    {
        return true;
    }
    let Some(Object::Dictionary(about)) = get(font, b"FontDescriptor", document) else {
        return false;
    };
    let number = |key: &[u8]| {
        get(about, key, document)
            .and_then(|n| n.as_float().ok())
            .unwrap_or(0.0)
    };
    let forced = get(about, b"Flags", document)
        .and_then(|flags| flags.as_i64().ok())
        .is_some_and(|flags| flags & (1 << 18) != 0);
    forced || number(b"FontWeight") >= 600.0
}
