//! Plain text: lines → paragraphs and items, whether each paragraph is one line or is broken over many.

use super::numbers::mark;
use super::piece::{Looks, Piece, Rough};
use crate::policy::document::BlockKind;

/// Lines longer than this were not broken by hand or by mail programs.
const WIDEST: usize = 110;

/// The pieces of a plain text.
pub(super) fn pieces(text: &str) -> Rough {
    let lines: Vec<&str> = text
        .split(['\n', '\r', '\u{0c}'])
        .map(str::trim_end)
        .collect();
    Rough {
        pieces: join(&lines),
        looks: Looks::Bare,
        ..Rough::default()
    }
}

/// Joins what was one paragraph. An empty line ends one; elsewhere a line goes on where the one before was full.
fn join(lines: &[&str]) -> Vec<Piece> {
    let full = full_width(lines);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    let mut before = "";
    let mut indents: Vec<usize> = Vec::new();
    for line in lines {
        let bare = line.trim();
        if bare.is_empty() {
            open = false;
            continue;
        }
        if is_rule(bare) {
            // A line of signs under a short line marks it as a heading.
            if open
                && let Some(last) = pieces.last_mut()
                && last.is(BlockKind::Paragraph)
                && last.text.len() < 120
            {
                last.kind = BlockKind::Heading;
                last.level = if bare.starts_with('=') { 1 } else { 2 };
            }
            open = false;
            continue;
        }
        let marked = mark(bare);
        if let Some((_, rest)) = marked.filter(|(_, rest)| !rest.is_empty()) {
            let level = depth(&mut indents, line.len() - line.trim_start().len());
            // The words keep their number until it is known whether they are a heading.
            let words = if matches!(marked, Some((super::numbers::Mark::Bullet, _))) {
                rest
            } else {
                bare
            };
            pieces.push(Piece::new(BlockKind::Item, level, words));
        } else if open
            && goes_on(before, bare, full)
            && let Some(last) = pieces.last_mut()
        {
            last.text.push(' ');
            last.text.push_str(bare);
        } else {
            let indented = line.starts_with([' ', '\t']);
            let of_item =
                open && indented && pieces.last().is_some_and(|last| last.is(BlockKind::Item));
            match pieces.last_mut().filter(|_| of_item) {
                Some(last) => {
                    last.text.push(' ');
                    last.text.push_str(bare);
                }
                None => pieces.push(Piece::paragraph(bare)),
            }
        }
        open = true;
        before = bare;
    }
    pieces
}

/// How deep an indent lies among those open.
fn depth(indents: &mut Vec<usize>, indent: usize) -> u8 {
    while indents.last().is_some_and(|last| *last > indent) {
        indents.pop();
    }
    if indents.last() != Some(&indent) {
        indents.push(indent);
    }
    u8::try_from(indents.len().min(6)).unwrap_or(6)
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | '—'))
}

/// The width at which lines were broken; none where they were not.
fn full_width(lines: &[&str]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines
        .windows(2)
        .filter_map(|two| match two {
            [one, next] if !one.trim().is_empty() && !next.trim().is_empty() => {
                Some(one.trim().chars().count())
            }
            _ => None,
        })
        .collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 9 / 10)?;
    if !(30..=WIDEST).contains(&width) {
        return None;
    }
    // Where full lines end their sentences, each is a paragraph of its own.
    let full = |line: &&&str| line.trim().chars().count() * 10 >= width * 7;
    let whole = lines.iter().filter(full).count();
    let torn = lines
        .iter()
        .filter(full)
        .filter(|line| !line.trim().ends_with(['.', '!', '?', ':', ';', '”', '"']))
        .count();
    (torn * 5 >= whole * 2).then_some(width)
}

/// A line goes on in the next where the next's first word would not have fitted, or plainly is no beginning.
fn goes_on(line: &str, next: &str, full: Option<usize>) -> bool {
    let Some(full) = full else { return false };
    let first = next.split_whitespace().next().unwrap_or_default();
    let slack = full / 8;
    line.chars().count() + 1 + first.chars().count() + slack >= full
        || (next.starts_with(char::is_lowercase) && !line.ends_with(['.', ':', ';', '!', '?']))
}
