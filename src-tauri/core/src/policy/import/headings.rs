//! Headings by their look: a short line in bold or capitals, in plain text one like a title.

use super::numbers::{Mark, mark};
use super::piece::{Looks, Piece};
use super::{Cleaned, sample};
use crate::policy::document::BlockKind;

/// A heading has at most so many words.
const WORDS: usize = 12;

/// Small words that titles leave small.
const SMALL: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "if",
    "in", "into", "is", "may", "not", "of", "on", "or", "our", "re", "the", "their", "this", "to",
    "under", "us", "use", "vs", "we", "what", "when", "who", "why", "will", "with", "you", "your",
    "about", "over", "that", "which", "it", "its", "be", "have", "has", "any", "all", "here",
    "more",
];

/// Breaks that a writer set inside a paragraph: items and headings become pieces of their own.
pub(super) fn split_lines(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut split = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !piece.text.trim().contains('\n') || piece.is(BlockKind::Heading) {
            split.push(piece);
            continue;
        }
        let (mut open, mut done): (Option<Piece>, usize) = (None, 0);
        let mut blank = false;
        for line in piece.text.split('\n') {
            let bold = piece.bold.saturating_sub(done).min(line.len());
            done += line.len() + 1;
            let bare = line.trim();
            if bare.is_empty() {
                blank = true;
                continue;
            }
            let bulleted = mark(bare)
                .filter(|(mark, rest)| *mark == Mark::Bullet && !rest.is_empty())
                .map(|(_, rest)| rest);
            let all_bold = bold >= line.trim_end().len();
            // Before it an empty line, or a line that was a heading in bold.
            let apart = std::mem::take(&mut blank)
                || bulleted.is_some()
                || open.as_ref().is_some_and(|open: &Piece| {
                    open.is_bold()
                        && !all_bold
                        && bare.len() > 60
                        && !open.text.trim_end().ends_with(['.', ',', ';'])
                })
                || (all_bold
                    && open
                        .as_ref()
                        .is_some_and(|open| open.text.trim_end().ends_with(['.', ':', '!', '?'])));
            if apart && let Some(done) = open.take() {
                split.push(done);
            }
            match (&mut open, bulleted) {
                (_, Some(rest)) => {
                    open = Some(Piece::new(BlockKind::Item, piece.level.max(1), rest))
                }
                (Some(open), None) => {
                    if open.is_bold() && all_bold {
                        open.bold += bold + 1;
                    }
                    open.text.push(' ');
                    open.text.push_str(line);
                }
                (None, None) => {
                    let mut own = Piece::new(piece.kind, piece.level, line);
                    own.bold = bold;
                    own.links = piece.links.clone();
                    open = Some(own);
                }
            }
        }
        split.extend(open);
    }
    split
}

/// Tells headings among the paragraphs, and sentences among the headings.
pub(super) fn find(pieces: &mut [Piece], looks: Looks, cleaned: &mut Vec<Cleaned>) {
    let kinds: Vec<(BlockKind, usize)> = pieces
        .iter()
        .map(|piece| (piece.kind, piece.text.trim().len()))
        .collect();
    let levels: Vec<u8> = pieces
        .iter()
        .filter(|piece| piece.is(BlockKind::Heading))
        .map(|piece| piece.level)
        .collect();
    let marked = levels.len();
    // Headings by look stand under those the format marks.
    let under = levels
        .iter()
        .max()
        .map_or(2, |deepest| (deepest + 1).min(6));
    let mut found = (0, String::new());
    let runs = numbered_runs(pieces);
    for at in 0..pieces.len() {
        let next = kinds.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| kinds.get(at)).copied();
        let run = runs.get(at).copied().flatten();
        let Some(piece) = pieces.get_mut(at) else {
            break;
        };
        match piece.kind {
            BlockKind::Heading => {
                if is_sentence(&piece.text) {
                    piece.kind = BlockKind::Paragraph;
                    piece.level = 0;
                }
            }
            BlockKind::Item => settle_item(piece, run, next, looks),
            BlockKind::Paragraph => {
                let look = look(piece, looks, before, next);
                let Some(look) = look else { continue };
                piece.kind = BlockKind::Heading;
                piece.level = match look {
                    Look::Title if at == 0 && marked == 0 => 1,
                    _ if at == 0 && marked == 0 => 1,
                    _ => under,
                };
                found.0 += 1;
                if found.1.is_empty() {
                    found.1 = sample(&piece.text);
                }
            }
        }
        if piece.is(BlockKind::Heading) {
            piece.level = piece.level.clamp(1, 6);
        }
    }
    if found.0 > 0 && looks == Looks::Marked {
        cleaned.push(Cleaned {
            what: if found.0 == 1 {
                "One line that only looked like a heading was made one.".into()
            } else {
                format!(
                    "{} lines that only looked like headings were made headings.",
                    found.0
                )
            },
            sample: found.1,
            characters: 0,
        });
    }
}

enum Look {
    Bold,
    Capitals,
    Title,
}

/// How a paragraph looks like a heading.
fn look(
    piece: &Piece,
    looks: Looks,
    before: Option<(BlockKind, usize)>,
    next: Option<(BlockKind, usize)>,
) -> Option<Look> {
    let text = piece.text.trim();
    let words = text.split_whitespace().count();
    // A heading stands over something.
    let (next_kind, next_len) = next?;
    if words > WORDS
        || text.len() > 120
        || text.ends_with(['.', ',', ';', '…'])
        || text.contains('@')
        || text.contains("://")
    {
        return None;
    }
    if !text.chars().any(char::is_alphabetic) {
        return None;
    }
    if piece.is_bold() && !(text.ends_with(':') && next_kind == BlockKind::Item && words > 5) {
        return Some(Look::Bold);
    }
    if is_capitals(text) {
        return Some(Look::Capitals);
    }
    if looks == Looks::Marked || text.ends_with('!') {
        return None;
    }
    let stands_over = next_kind != BlockKind::Paragraph || next_len > text.len();
    let question = text.ends_with('?') && words >= 2;
    let lead_in = text.ends_with(':') && next_kind == BlockKind::Item;
    // “Dear reader,” apart: two short lines after each other are an address.
    let alone = next_len > 60
        || next_kind != BlockKind::Paragraph
        || before.is_some_and(|(kind, len)| kind != BlockKind::Paragraph || len > 60);
    let like_title =
        is_title(text) || mark(text).is_some_and(|(_, rest)| is_title(rest)) || question;
    (stands_over && alone && like_title && !lead_in).then_some(Look::Title)
}

/// Capitals throughout, and more than a short name.
fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4
        && !text.chars().any(char::is_lowercase)
        && text.chars().filter(|c| c.is_numeric()).count() * 3 < letters
}

/// Its words begin with capitals, small words aside, or it is a few words that begin with one.
fn is_title(text: &str) -> bool {
    let mut words = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let Some(first) = words.next() else {
        return false;
    };
    if !first.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
        return false;
    }
    let rest: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let small = |word: &&&str| {
        word.starts_with(char::is_lowercase) && !SMALL.contains(&word.to_lowercase().as_str())
    };
    let lower = rest.iter().filter(small).count();
    // “Information we collect” and “How to contact us” are titles in small letters.
    lower == 0 || rest.len() <= 6 && !text.ends_with(':') && !text.contains(", ")
}

/// A whole sentence set as a heading is text.
fn is_sentence(text: &str) -> bool {
    const LONG: usize = 14;
    const TOO_LONG: usize = 30;
    let words = text.split_whitespace().count();
    words >= TOO_LONG || words >= LONG && text.trim_end().ends_with(['.', ';', '…'])
}

/// For each item that begins with a number or letter: whether it stands in a count, and with how many numbers.
fn numbered_runs(pieces: &[Piece]) -> Vec<Option<(u8, bool)>> {
    let marks: Vec<Option<(u32, u8)>> = pieces
        .iter()
        .map(|piece| match mark(piece.text.trim()) {
            Some((Mark::Number { value, parts }, rest))
                if piece.is(BlockKind::Item) && !rest.is_empty() =>
            {
                Some((value, parts))
            }
            _ => None,
        })
        .collect();
    marks
        .iter()
        .enumerate()
        .map(|(at, own)| {
            let (value, parts) = (*own)?;
            let beside = [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .any(|near| {
                    marks
                        .get(near)
                        .copied()
                        .flatten()
                        .is_some_and(|(other, with)| with == parts && other.abs_diff(value) == 1)
                });
            Some((parts, beside))
        })
        .collect()
}

/// An item with a number is a heading where it is short and text follows; else its number goes.
fn settle_item(
    piece: &mut Piece,
    run: Option<(u8, bool)>,
    next: Option<(BlockKind, usize)>,
    looks: Looks,
) {
    let Some((parts, in_list)) = run else {
        return;
    };
    let text = piece.text.trim();
    let Some((_, rest)) = mark(text) else { return };
    let words = rest.split_whitespace().count();
    let over = next.is_some_and(|(kind, len)| kind != BlockKind::Heading && len > rest.len());
    let title = words <= WORDS
        && !rest.ends_with(['.', ',', ';'])
        && (is_title(rest) || is_capitals(rest) || rest.ends_with('?'));
    if looks == Looks::Bare
        && title
        && over
        && (!in_list || next.is_some_and(|(kind, _)| kind == BlockKind::Paragraph))
    {
        piece.kind = BlockKind::Heading;
        piece.level = (parts + 1).min(6);
    } else if in_list {
        piece.text = rest.to_owned();
    } else if next.is_none_or(|(kind, _)| kind == BlockKind::Paragraph)
        && words > WORDS
        && !text.starts_with('(')
    {
        // A numbered paragraph of its own.
        piece.kind = BlockKind::Paragraph;
        piece.level = 0;
    }
}
