//! Text from right to left: which way each character runs, and where the parts of a line stand.
//!
//! The Unicode Bidirectional Algorithm (UAX #9) with one difference: a paragraph runs from right to left only when it
//! begins so and most of its letters do, so that an English sentence stays one though it begins with an Arabic name.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// The direction of each byte of a text; nothing where all of it runs from left to right.
pub(super) fn levels(text: &str) -> Option<Vec<u8>> {
    // Below the first Hebrew letter and its marks nothing runs the other way.
    if text.chars().all(|c| c < '\u{590}') {
        return None;
    }
    let (mut left, mut right) = (0_usize, 0_usize);
    let (mut begins_right, mut turning) = (false, false);
    for c in text.chars() {
        match bidi_class(c) {
            BidiClass::L => left += 1,
            BidiClass::R | BidiClass::AL => {
                begins_right |= left == 0;
                right += 1;
            }
            BidiClass::RLE | BidiClass::RLO | BidiClass::RLI => turning = true,
            _ => {}
        }
    }
    if right == 0 && !turning {
        return None;
    }
    let base = if begins_right && right > left {
        Level::rtl()
    } else {
        Level::ltr()
    };
    let info = BidiInfo::new(text, Some(base));
    Some(info.levels.iter().map(|level| level.number()).collect())
}

/// The parts of a line from left to right, by their place in reading order (rule L2).
pub(super) fn order(levels: &[u8]) -> Vec<usize> {
    let levels: Vec<Level> = levels
        .iter()
        .map(|level| Level::new(*level).unwrap_or_else(|_| Level::ltr()))
        .collect();
    BidiInfo::reorder_visual(&levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_runs_as_most_of_its_letters() {
        assert_eq!(levels("Zoë, Київ, 漢字"), None);
        let first = |text: &str| levels(text).unwrap_or_default().first().copied();
        assert_eq!(first("שלום"), Some(1));
        assert_eq!(first("עם reads this letter"), Some(1), "the word itself");
        let sentence = "For שרה בן־דוד הלוי";
        assert_eq!(first(sentence), Some(0), "most letters, but not the first");
        let last = |text: &str| levels(text).unwrap_or_default().last().copied();
        assert_eq!(
            last("עם reads this letter."),
            Some(0),
            "the sentence around it"
        );
        assert_eq!(last("שלום עולם."), Some(1), "a full stop at the left");
    }

    #[test]
    fn parts_stand_in_the_order_of_the_algorithm() {
        assert_eq!(order(&[0, 0, 0]), [0, 1, 2]);
        assert_eq!(order(&[0, 1, 1, 0]), [0, 2, 1, 3]);
        assert_eq!(order(&[1, 2, 1]), [2, 1, 0], "a number inside");
        assert_eq!(order(&[1, 2, 2, 1]), [3, 1, 2, 0]);
    }
}
