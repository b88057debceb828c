//! Characters nobody sees: taken out, or set as what they stand for.

use super::piece::Piece;
use super::{Cleaned, sample};

/// Cleans every piece; quotes and dashes stay as they are set.
pub(super) fn clean(pieces: &mut [Piece], cleaned: &mut Vec<Cleaned>) {
    let mut unseen = 0;
    let mut shown = String::new();
    for piece in pieces {
        if piece.text.chars().all(plain) {
            continue;
        }
        let before = piece.text.clone();
        let bold = before
            .get(..piece.bold)
            .map(tidy)
            .map(|(bold, _)| bold.len());
        let (text, gone) = tidy(&before);
        if gone > 0 && shown.is_empty() {
            shown = sample(&text);
        }
        unseen += gone;
        piece.bold = bold.unwrap_or(0);
        piece.text = text;
    }
    if unseen > 0 {
        cleaned.push(Cleaned {
            what: "Characters that cannot be seen were taken out.".into(),
            sample: shown,
            characters: unseen,
        });
    }
}

fn plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n')
        || (c > '\u{2100}' && c < '\u{e000}')
        || (c > '\u{b0}' && c < '\u{300}')
}

/// The text without what cannot be seen, and how much that was.
fn tidy(text: &str) -> (String, usize) {
    let mut clean = String::with_capacity(text.len());
    let mut gone = 0;
    for c in text.chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{0b}' | '\u{0c}' => clean.push('\n'),
            // Zero-width, soft hyphens, marks of direction and order, control and private signs.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{34f}'
            | '\u{180e}' => gone += 1,
            // Bullets of Symbol and Wingdings are private signs.
            '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}' | '\u{f076}' => clean.push('•'),
            c if c != '\t' && c.is_control() => gone += 1,
            '\u{fb00}' => clean.push_str("ff"),
            '\u{fb01}' => clean.push_str("fi"),
            '\u{fb02}' => clean.push_str("fl"),
            '\u{fb03}' => clean.push_str("ffi"),
            '\u{fb04}' => clean.push_str("ffl"),
            '\u{2010}' | '\u{2011}' => clean.push('-'),
            c if c.is_whitespace() => clean.push(' '),
            c => clean.push(c),
        }
    }
    (clean, gone)
}
