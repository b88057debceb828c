//! What a reader of one format gives: stretches of text, before anything is cleaned.

use super::Cleaned;
use crate::policy::document::BlockKind;
use chrono::NaiveDate;

/// A stretch of text with what its format says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    pub(super) level: u8,
    /// A line feed is a break the writer set; other white space means nothing.
    pub(super) text: String,
    /// How many bytes at its beginning are set in bold.
    pub(super) bold: usize,
    /// The first addresses its links lead to, as far as they may say where a copy is from.
    pub(super) links: Vec<String>,
}

impl Piece {
    pub(super) fn new(kind: BlockKind, level: u8, text: impl Into<String>) -> Self {
        Self {
            kind,
            level,
            text: text.into(),
            bold: 0,
            links: Vec::new(),
        }
    }

    pub(super) fn paragraph(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Paragraph, 0, text)
    }

    /// Its text without white space at the ends is all bold.
    pub(super) fn is_bold(&self) -> bool {
        let text = self.text.trim_end();
        !text.is_empty() && self.bold >= text.len()
    }

    pub(super) fn is(&self, kind: BlockKind) -> bool {
        self.kind == kind
    }
}

/// A policy as its format gives it.
#[derive(Debug, Default)]
pub(super) struct Rough {
    pub(super) pieces: Vec<Piece>,
    /// What the file calls itself.
    pub(super) title: Option<String>,
    /// The address it says it stands at.
    pub(super) address: String,
    /// The day of the copy, where an archive says so outside the text.
    pub(super) day: Option<(NaiveDate, String)>,
    pub(super) looks: Looks,
    pub(super) cleaned: Vec<Cleaned>,
}

/// How far headings have to be told by their look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Looks {
    /// The format marks headings; only a short line all in bold or capitals is taken for one.
    #[default]
    Marked,
    /// The format knows none: a short line like a title is one too.
    Bare,
}

/// Makes one item of a row with several short cells. A cell that holds paragraphs or headings is layout, and stays.
///
/// `cells` are the places of each cell's first piece.
pub(super) fn row<T>(
    pieces: &mut Vec<T>,
    cells: &[usize],
    piece: impl Fn(&T) -> &Piece,
    piece_mut: impl Fn(&mut T) -> &mut Piece,
) {
    const LONGEST: usize = 2000;
    const IN_CELL: usize = 4;
    let Some(first) = cells.first().copied() else {
        return;
    };
    let mut ends = cells.iter().skip(1).copied().chain([pieces.len()]);
    let cells: Vec<(usize, usize)> = cells
        .iter()
        .filter_map(|start| Some((*start, ends.next()?)))
        .filter(|(start, end)| end > start)
        .collect();
    let own = pieces.get(first..).unwrap_or_default();
    let size: usize = own.iter().map(|own| piece(own).text.len()).sum();
    if cells.len() < 2
        || size > LONGEST
        || cells.iter().any(|(start, end)| end - start > IN_CELL)
        || own.iter().any(|own| piece(own).is(BlockKind::Heading))
    {
        return;
    }
    let mut words = String::with_capacity(size + 16);
    for (start, end) in &cells {
        if !words.is_empty() {
            words.push_str(" | ");
        }
        for (at, own) in pieces
            .get(*start..*end)
            .unwrap_or_default()
            .iter()
            .enumerate()
        {
            if at > 0 {
                words.push(' ');
            }
            words.push_str(piece(own).text.trim());
        }
    }
    if let Some(whole) = pieces.get_mut(first) {
        *piece_mut(whole) = Piece::new(BlockKind::Item, 1, words.replace('\n', " "));
        pieces.truncate(first + 1);
    }
}
