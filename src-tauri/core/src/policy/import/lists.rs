//! Lists that were torn: items that lost their list, a lead-in that became a heading.

use super::piece::Piece;
use super::{Cleaned, sample};
use crate::policy::document::BlockKind;

/// Words that tell by which way: items that begin with them go on with the sentence before.
const WAYS: &[&str] = &["by", "via", "through", "with", "from", "to"];

/// Puts items back into their list and lead-ins before it.
pub(super) fn mend(pieces: &mut [Piece], cleaned: &mut Vec<Cleaned>) {
    let mut mended = (0, String::new());
    let mut tell = |text: &str| {
        mended.0 += text.chars().count();
        if mended.1.is_empty() {
            mended.1 = sample(text);
        }
    };
    for at in 0..pieces.len() {
        if is_lead_in(pieces, at)
            && let Some(piece) = pieces.get_mut(at)
        {
            tell(&piece.text);
            piece.kind = BlockKind::Paragraph;
            piece.level = 0;
            piece.bold = 0;
        }
        let Some(level) = lost_item(pieces, at) else {
            continue;
        };
        let Some(piece) = pieces.get_mut(at) else {
            continue;
        };
        tell(&piece.text);
        let first = first_word(&piece.text);
        piece.kind = BlockKind::Item;
        piece.level = level;
        // Its brothers come along where it went one deeper.
        for brother in pieces.iter_mut().skip(at + 1) {
            if !brother.is(BlockKind::Item) || first_word(&brother.text) != first {
                break;
            }
            brother.level = brother.level.max(level);
        }
    }
    if mended.0 > 0 {
        cleaned.push(Cleaned {
            what: "A list that had come apart was put together.".into(),
            sample: mended.1,
            characters: mended.0,
        });
    }
}

/// A heading that ends in a colon, stands right above a list and reads as a sentence is what leads into it.
fn is_lead_in(pieces: &[Piece], at: usize) -> bool {
    let (Some(piece), Some(next)) = (pieces.get(at), pieces.get(at + 1)) else {
        return false;
    };
    let text = piece.text.trim_end();
    piece.is(BlockKind::Heading)
        && piece.level > 1
        && next.is(BlockKind::Item)
        && text.ends_with(':')
        && {
            let words: Vec<&str> = text.split_whitespace().skip(1).collect();
            let small = words
                .iter()
                .filter(|word| word.starts_with(char::is_lowercase))
                .count();
            words.len() >= 2 && small * 2 > words.len()
        }
}

/// A short line between two lists that begins as the items after it do: the level it belongs to.
fn lost_item(pieces: &[Piece], at: usize) -> Option<u8> {
    const WORDS: usize = 14;
    let piece = pieces.get(at)?;
    let before = pieces.get(at.checked_sub(1)?)?;
    let after = pieces.get(at + 1)?;
    let text = piece.text.trim();
    if !piece.is(BlockKind::Paragraph)
        || !before.is(BlockKind::Item)
        || !after.is(BlockKind::Item)
        || text.ends_with(['.', ':', '!', '?'])
        || text.split_whitespace().count() > WORDS
    {
        return None;
    }
    let first = first_word(text);
    let alike = first == first_word(&after.text);
    if !alike && !text.starts_with(char::is_lowercase) {
        return None;
    }
    let unfinished = !before.text.trim_end().ends_with(['.', ';', '!', '?', ',']);
    // A whole clause without an end; a brother in the list would be as short as the others.
    let clause = before.text.split_whitespace().count() > 4;
    let deeper =
        unfinished && clause && WAYS.contains(&first.as_str()) && first_word(&before.text) != first;
    Some(after.level.max(1).saturating_add(u8::from(deeper)).min(6))
}

fn first_word(text: &str) -> String {
    text.split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}
