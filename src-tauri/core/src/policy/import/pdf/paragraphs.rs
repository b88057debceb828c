//! Lines → paragraphs, items and headings.

use super::super::Cleaned;
use super::super::numbers::{Mark, mark};
use super::super::sample;
use super::lines::Line;
use super::{Looks, Piece};
use crate::policy::document::BlockKind;
use std::collections::{HashMap, HashSet};

/// First parts of words that keep their hyphen at the end of a line.
const HYPHENED: &[&str] = &[
    "opt", "e", "non", "third", "self", "co", "long", "short", "real", "first", "cross", "so",
    "well", "one", "two",
];

/// How the text is set throughout.
struct Setting {
    size: f32,
    leading: f32,
    right: f32,
    /// Sizes of headings, the largest first.
    ranks: Vec<i32>,
}

pub(super) fn of(pages: Vec<Vec<Line>>, cleaned: &mut Vec<Cleaned>) -> (Vec<Piece>, Looks) {
    let setting = setting(&pages);
    let words: HashSet<String> = pages
        .iter()
        .flatten()
        .flat_map(|line| line.text.split(|c: char| !c.is_alphanumeric() && c != '-'))
        .filter(|word| word.len() > 3)
        .map(str::to_lowercase)
        .collect();
    let mut maker = Maker {
        setting,
        words,
        pieces: Vec::new(),
        last: None,
        indents: Vec::new(),
        bullet: None,
        joined: (0, String::new()),
    };
    for page in pages {
        for (at, line) in page.into_iter().enumerate() {
            maker.take(line, at == 0);
        }
    }
    if maker.joined.0 > 0 {
        cleaned.push(Cleaned {
            what: "Words divided at the ends of lines were joined.".into(),
            sample: maker.joined.1,
            characters: maker.joined.0,
        });
    }
    let told = maker
        .pieces
        .iter()
        .any(|piece| piece.is(BlockKind::Heading) || piece.is_bold() && piece.text.len() < 90);
    (maker.pieces, if told { Looks::Marked } else { Looks::Bare })
}

fn tenths(size: f32) -> i32 {
    // Sizes are a few dozen points; the cast saturates.
    (size * 10.0).round() as i32
}

fn setting(pages: &[Vec<Line>]) -> Setting {
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    let mut leadings: HashMap<i32, usize> = HashMap::new();
    let mut ends: Vec<f32> = Vec::new();
    for page in pages {
        for line in page {
            *sizes.entry(tenths(line.size)).or_default() += line.text.len();
            ends.push(line.end);
        }
        for two in page.windows(2) {
            if let [one, next] = two {
                let by = one.y - next.y;
                if by > 0.0 && by < one.size * 4.0 && (one.size - next.size).abs() < 0.5 {
                    *leadings.entry(tenths(by)).or_default() += 1;
                }
            }
        }
    }
    let most = |counts: &HashMap<i32, usize>| {
        counts
            .iter()
            .max_by_key(|(value, count)| (**count, std::cmp::Reverse(**value)))
            .map(|(value, _)| *value)
    };
    let body = most(&sizes).unwrap_or(100);
    let size = body as f32 / 10.0;
    let leading = most(&leadings).map_or(size * 1.3, |leading| leading as f32 / 10.0);
    ends.sort_by(f32::total_cmp);
    let right = ends.get(ends.len() * 9 / 10).copied().unwrap_or(0.0);
    let mut ranks: Vec<i32> = sizes
        .keys()
        .copied()
        .filter(|own| *own as f32 > body as f32 * 1.1)
        .collect();
    ranks.sort_unstable_by_key(|size| std::cmp::Reverse(*size));
    Setting {
        size,
        leading,
        right,
        ranks,
    }
}

struct Maker {
    setting: Setting,
    words: HashSet<String>,
    pieces: Vec<Piece>,
    last: Option<Line>,
    indents: Vec<f32>,
    /// A bullet that stood in a line of its own, and where.
    bullet: Option<f32>,
    joined: (usize, String),
}

impl Maker {
    fn take(&mut self, mut line: Line, new_page: bool) {
        if line.text.contains('\u{fffd}')
            || line
                .text
                .chars()
                .any(|c| matches!(c, '\u{f000}'..='\u{f0ff}'))
        {
            line.text = bullets(&line.text);
        }
        let text = line.text.trim().to_owned();
        let rank = self.rank(&line, &text);
        let marked = mark(&text).map(|(mark, rest)| (mark, rest.to_owned()));
        if let Some((Mark::Bullet, rest)) = &marked
            && rest.is_empty()
        {
            self.bullet = Some(line.x);
            return;
        }
        let bullet = self.bullet.take();
        let all_bold = line.bold;
        if rank.is_none()
            && bullet.is_none()
            && self.goes_on(&line, &text, marked.is_some(), new_page)
        {
            self.join(&text);
            self.last = Some(line);
            return;
        }
        let bold = if all_bold {
            text.len()
        } else {
            line.bold_to.min(text.len())
        };
        let mut piece = match (rank, marked, bullet) {
            (Some(level), ..) => {
                // A heading over two lines is one.
                if let (Some(last), Some(piece)) = (&self.last, self.pieces.last_mut())
                    && piece.is(BlockKind::Heading)
                    && piece.level == level
                    && !new_page
                    && (tenths(last.size) - tenths(line.size)).abs() <= 1
                    && last.y - line.y < line.size * 1.6
                    && last.y > line.y
                {
                    piece.text.push(' ');
                    piece.text.push_str(&text);
                    self.last = Some(line);
                    return;
                }
                Piece::new(BlockKind::Heading, level, text)
            }
            (None, Some((Mark::Bullet, rest)), _) => {
                Piece::new(BlockKind::Item, self.depth(line.x), rest)
            }
            (None, _, Some(x)) => Piece::new(BlockKind::Item, self.depth(x), text),
            // A number in bold is a heading's.
            (None, Some(_), None) if !all_bold => {
                Piece::new(BlockKind::Item, self.depth(line.x), text)
            }
            _ => {
                self.indents.clear();
                let mut piece = Piece::paragraph(text);
                piece.bold = bold;
                piece
            }
        };
        piece.level = piece.level.min(6);
        self.pieces.push(piece);
        self.last = Some(line);
    }

    /// Whether a line is set as a heading, and of which rank.
    fn rank(&self, line: &Line, text: &str) -> Option<u8> {
        const WORDS: usize = 24;
        let at = self
            .setting
            .ranks
            .iter()
            .position(|size| *size == tenths(line.size))?;
        let letters = text.chars().any(char::is_alphabetic);
        let short = text.split_whitespace().count() <= WORDS;
        (letters && short).then(|| u8::try_from(at.min(4) + 1).unwrap_or(5))
    }

    fn depth(&mut self, x: f32) -> u8 {
        while self.indents.last().is_some_and(|last| *last > x + 2.0) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|last| *last < x - 2.0) {
            self.indents.push(x);
        }
        u8::try_from(self.indents.len().min(6)).unwrap_or(6)
    }

    /// Whether a line belongs to the paragraph or item before it.
    fn goes_on(&self, line: &Line, text: &str, marked: bool, new_page: bool) -> bool {
        let (Some(last), Some(piece)) = (&self.last, self.pieces.last()) else {
            return false;
        };
        if marked || piece.is(BlockKind::Heading) {
            return false;
        }
        let ended = piece
            .text
            .trim_end()
            .ends_with(['.', '!', '?', ':', ';', '”']);
        let small = text.starts_with(char::is_lowercase);
        let size = self.setting.size;
        // A line that ends long before the edge was ended on purpose.
        let full = last.end > self.setting.right - size * 9.0;
        let by = last.y - line.y;
        if new_page || by < 0.0 {
            return !ended && (small || full);
        }
        if by > self.setting.leading * 1.35 + size * 0.1 {
            return !ended && small && by < self.setting.leading * 2.2;
        }
        if (last.size - line.size).abs() > size * 0.08 && !small {
            return false;
        }
        if last.bold != line.bold
            && (last.bold && last.text.trim().len() < 90 || line.bold)
            && !small
        {
            return false;
        }
        let indented = line.x > last.x + size * 0.8 && !piece.is(BlockKind::Item);
        if ended && (indented || !full) {
            return false;
        }
        // An item's own lines stand right of its bullet; back at the edge it is over.
        let back = piece.is(BlockKind::Item) && line.x < last.x - size * 0.5;
        !(back && ended) && (full || small || !ended && by <= self.setting.leading * 1.1)
    }

    /// Adds a line to the last piece; a word divided at its end is joined.
    fn join(&mut self, text: &str) {
        let Some(piece) = self.pieces.last_mut() else {
            return;
        };
        let next: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
        let before: String = piece
            .text
            .strip_suffix(['-', '\u{ad}', '\u{2010}'])
            .map(|head| {
                head.chars()
                    .rev()
                    .take_while(|c| c.is_alphanumeric() || *c == '-')
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                    .collect()
            })
            .unwrap_or_default();
        let divided = !before.is_empty()
            && next.starts_with(char::is_lowercase)
            && before.ends_with(char::is_alphabetic);
        if !divided {
            if !(piece.text.ends_with('-') && !piece.text.ends_with(" -") && !before.is_empty()) {
                piece.text.push(' ');
            }
            piece.text.push_str(text);
            return;
        }
        let (head, tail) = (before.to_lowercase(), next.to_lowercase());
        let keeps = self.words.contains(&format!("{head}-{tail}"))
            || HYPHENED.contains(&head.as_str()) && !self.words.contains(&format!("{head}{tail}"));
        if !keeps {
            piece.text.pop();
            self.joined.0 += 1;
            if self.joined.1.is_empty() {
                self.joined.1 = sample(&format!("{before}{next}"));
            }
        }
        piece.text.push_str(text);
    }
}

/// Bullets come from fonts of signs, whose codes stand for no letter.
fn bullets(text: &str) -> String {
    let trimmed = text.trim_start();
    let mut signs = trimmed.chars();
    let first = signs.next();
    let sign = |c: Option<char>| {
        c.is_some_and(|c| c == '\u{fffd}' || matches!(c, '\u{f000}'..='\u{f0ff}'))
    };
    let rest = signs.as_str();
    if sign(first) && !sign(rest.chars().next()) {
        format!("• {}", rest.trim_start())
    } else {
        text.to_owned()
    }
}
