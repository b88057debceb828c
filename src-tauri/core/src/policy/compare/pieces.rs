//! Two wordings of a sentence: which words both have.

use super::units::flat;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The words of one wording, joined where they are alike, with whether the other lacks them.
type Pieces = Vec<(String, bool)>;

/// Both in pieces; joined again they are the texts.
pub(super) fn of(old: &str, new: &str) -> (Pieces, Pieces) {
    let (before, after) = (words(old), words(new));
    let key = |words: &[&str]| words.iter().map(|word| flat(word)).collect::<Vec<_>>();
    let (one, two) = (key(&before), key(&after));
    let mut sides = (Pieces::new(), Pieces::new());
    for op in capture_diff_slices(Algorithm::Myers, &one, &two) {
        let changed = !matches!(op, DiffOp::Equal { .. });
        add(&mut sides.0, before.get(op.old_range()), changed);
        add(&mut sides.1, after.get(op.new_range()), changed);
    }
    sides
}

/// Words, and the marks and spaces between them, each by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<u8> = None;
    for (at, c) in text.char_indices() {
        let sort = if c.is_alphanumeric() || matches!(c, '\'' | '’' | '-') {
            0
        } else if c.is_whitespace() {
            1
        } else {
            2
        };
        // A space goes with what stands before it; marks stand alone.
        let begins = !matches!((before, sort), (None, _) | (_, 1) | (Some(0), 0));
        if begins {
            words.extend(text.get(start..at).filter(|word| !word.is_empty()));
            start = at;
        }
        before = Some(sort);
    }
    words.extend(text.get(start..).filter(|word| !word.is_empty()));
    words
}

fn add(pieces: &mut Pieces, words: Option<&[&str]>, changed: bool) {
    let text = words.unwrap_or_default().concat();
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some((last, same)) if *same == changed => last.push_str(&text),
        _ => pieces.push((text, changed)),
    }
}
