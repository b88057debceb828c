//! Whether a table can be read as columns, and how wide these are: decided by measure, not by count.

use super::super::face::{Face, Shaper};
use super::super::lines::{Pt, single};
use super::rows::{CELL, Column, GUTTER};

/// Rows that are measured; a later cell that is wider wraps.
const MEASURED: usize = 250;
/// More columns than this a reader loses.
const MOST: usize = 12;
/// No column is made wider than this for a single word; longer words are parted.
const WIDEST_WORD: Pt = 120.0;
/// A longer text than this is worth wrapping.
const WIDEST_TEXT: Pt = 260.0;
/// Rows of more lines than this on average are no table any more.
const TALLEST: Pt = 4.0;
/// Headings stand on every page; taller ones take too much of it.
const TALLEST_HEAD: Pt = 6.0;
/// A column that is narrower than this shows syllables.
const NARROWEST: Pt = 26.0;

/// What a column wants.
#[derive(Clone, Copy, Default)]
struct Want {
    /// Its longest cell on one line.
    whole: Pt,
    /// Its longest word.
    word: Pt,
}

/// The columns of a table, or nothing where it is read better record by record.
pub(super) fn columns(
    shaper: &mut Shaper,
    head: &[String],
    rows: &[Vec<String>],
    left: Pt,
    width: Pt,
) -> Option<Vec<Column>> {
    let count = head.len();
    if count == 0 || count > MOST {
        return None;
    }
    let room = width - GUTTER * (count - 1) as Pt;
    let mut wants = vec![Want::default(); count];
    let mut measured: Vec<Vec<Pt>> = Vec::new();
    for (want, text) in wants.iter_mut().zip(head) {
        widen(shaper, want, text, Face::Bold);
    }
    for row in rows.iter().take(MEASURED) {
        let of_row = (0..count).map(|at| {
            let want = wants.get_mut(at)?;
            Some(widen(shaper, want, row.get(at)?, Face::Regular))
        });
        measured.push(of_row.map(Option::unwrap_or_default).collect());
    }
    for want in &mut wants {
        want.word = want.word.clamp(NARROWEST, WIDEST_WORD);
        want.whole = want.whole.max(want.word);
    }
    let whole: Pt = wants.iter().map(|want| want.whole).sum();
    let words: Pt = wants.iter().map(|want| want.word).sum();
    let widths: Vec<Pt> = if whole <= room {
        // What is over is shared, but a narrow table is not torn apart.
        let more = ((room - whole) / count as Pt).min(30.0);
        wants.iter().map(|want| want.whole + more).collect()
    } else if words <= room {
        let spare = |want: &Want| want.whole.min(WIDEST_TEXT.max(want.word)) - want.word;
        let all: Pt = wants.iter().map(spare).sum();
        wants
            .iter()
            .map(|want| want.word + (room - words) * spare(want) / all.max(1.0))
            .collect()
    } else {
        return None;
    };
    let lines = |row: &Vec<Pt>| {
        row.iter()
            .zip(&widths)
            .map(|(cell, width)| (cell * 1.08 / width).ceil().max(1.0))
            .fold(1.0, Pt::max)
    };
    let heads: Vec<Pt> = head
        .iter()
        .map(|text| single(shaper, text, Face::Bold, CELL).width)
        .collect();
    let tall: Pt = measured.iter().map(lines).sum();
    if lines(&heads) > TALLEST_HEAD || tall > TALLEST * measured.len() as Pt {
        return None;
    }
    let mut x = left;
    let columns = widths.iter().enumerate().map(|(at, width)| {
        let column = Column {
            x,
            width: *width,
            right: figures(rows, at),
        };
        x += width + GUTTER;
        column
    });
    Some(columns.collect())
}

/// Makes room for a text; gives the width it takes on one line.
fn widen(shaper: &mut Shaper, want: &mut Want, text: &str, face: Face) -> Pt {
    // Longer ones wrap anyway; their first part says enough.
    let text: String = text.chars().take(400).collect();
    let whole = text
        .lines()
        .map(|line| single(shaper, line, face, CELL).width)
        .fold(0.0, Pt::max);
    let word = if whole <= NARROWEST {
        whole
    } else {
        text.split_whitespace()
            .map(|word| single(shaper, word, face, CELL).width)
            .fold(0.0, Pt::max)
    };
    // A little more than measured: a rounding must not part a word.
    want.whole = want.whole.max(whole + 0.5);
    want.word = want.word.max(word + 0.5);
    whole
}

/// A column of amounts: not one of numbers that begin with a nought, which are names.
fn figures(rows: &[Vec<String>], at: usize) -> bool {
    let mut cells = rows
        .iter()
        .take(MEASURED)
        .filter_map(|row| row.get(at))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .peekable();
    cells.peek().is_some() && cells.all(figure)
}

fn figure(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '−']).unwrap_or(cell);
    let lead = digits
        .strip_prefix('0')
        .and_then(|rest| rest.chars().next());
    digits.len() <= 15
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && !lead.is_some_and(|c| c.is_ascii_digit())
        && digits.matches(['.', ',']).count() <= 3
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn amounts_stand_right_and_names_left() {
        for (cell, right, why) in [
            ("12", true, "an amount"),
            ("-3.50", true, "less than nothing"),
            ("1,234.50", true, "with thousands"),
            ("0", true, "nothing at all"),
            ("0.5", true, "a half"),
            ("00412", false, "a customer number"),
            ("030 5550", false, "a telephone number"),
            ("2026-03-02", false, "a day"),
            ("12 EUR", false, "with its currency it is words"),
            ("1234567890123456", false, "a card number"),
            ("192.168.2.1.1", false, "an address of a computer"),
        ] {
            assert_eq!(figure(cell), right, "{cell}: {why}");
        }
    }

    #[test]
    fn columns_while_they_can_be_read() {
        let mut shaper = Shaper::new().unwrap();
        let words = |n: usize, word: &str| vec![word.to_owned(); n];
        for (head, row, table, why) in [
            (words(3, "Name"), words(3, "Ada"), true, "narrow"),
            (
                words(6, "Heading"),
                words(6, "Some words in a cell"),
                true,
                "wraps to two lines",
            ),
            (
                words(13, "A"),
                words(13, "1"),
                false,
                "more columns than the eye follows",
            ),
            (
                words(9, "A"),
                words(9, "someone.with.a.name@bookshop.example"),
                false,
                "words that would be parted",
            ),
            (
                words(4, "A"),
                words(4, &"long text ".repeat(40)),
                false,
                "rows as tall as paragraphs",
            ),
            (
                words(0, ""),
                words(2, "Ada"),
                false,
                "no headings, no table",
            ),
            (
                words(3, &"a heading like a sentence ".repeat(20)),
                words(3, "1"),
                false,
                "headings that would take a page",
            ),
        ] {
            let found = columns(&mut shaper, &head, &[row], 70.0, 468.0);
            assert_eq!(found.is_some(), table, "{why}");
            if let Some(columns) = found {
                let end = columns.last().unwrap();
                assert!(end.x + end.width <= 70.0 + 468.0 + 0.1, "{why}");
            }
        }
    }
}
