//! A policy as somebody has it (text, Markdown, a page, a PDF, a Word file) → a document worth reading.
//!
//! Each format gives [`piece::Piece`]s; what follows is the same for all: characters, banners, a tail that says
//! everything again, broken lists, headings by their look. What was taken away is said in [`Cleaned`].
//! Nothing that comes in is trusted: every reader counts what it unpacks and how deep it goes.

mod banner;
mod characters;
mod dates;
mod decode;
mod docx;
mod headings;
mod html;
mod lists;
mod markdown;
mod numbers;
mod pdf;
mod piece;
mod remnants;
mod repeat;
mod sniff;
mod text;
mod unreadable;

use super::document::Document;
use crate::words::PolicyFormat;
use chrono::NaiveDate;
use piece::Rough;

pub use unreadable::Unreadable;

/// A policy read and cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub format: PolicyFormat,
    pub document: Document,
    /// What it calls itself; a guess from its first words where it has no heading.
    pub title: String,
    /// The day it names as its first, with the words that say so. The day of an archive's copy where it names none.
    pub effective: Option<(NaiveDate, String)>,
    /// Where it was published, from an archive's line or the page itself; empty where neither says.
    pub source: String,
    /// What was taken away or set right.
    pub cleaned: Vec<Cleaned>,
}

/// One thing that was taken away or set right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// A whole sentence.
    pub what: String,
    /// The beginning of what is gone; empty where nothing can be shown.
    pub sample: String,
    /// How many characters it concerned.
    pub characters: usize,
}

/// Bytes of a file that are read at all. Files with pictures are large; a text of this size is no policy.
const MOST_BYTES: usize = 64 << 20;
/// Bytes of text: some three thousand pages.
const MOST_TEXT: usize = 8 << 20;

/// Reads a policy by the ending of its name and by what its bytes are; pasted text has an empty name.
///
/// Never gives up on any input: what cannot be read comes back as a sentence for the officer.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::too_large(bytes.len(), MOST_BYTES));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let format = sniff::container(bytes)?;
    let mut cleaned = Vec::new();
    let (format, rough) = match format {
        Some(PolicyFormat::Pdf) => (PolicyFormat::Pdf, pdf::pieces(bytes)?),
        Some(_) => (PolicyFormat::Docx, docx::pieces(bytes)?),
        None => {
            if bytes.len() > MOST_TEXT {
                return Err(Unreadable::too_large(bytes.len(), MOST_TEXT));
            }
            let text = decode::text(bytes, &mut cleaned)?;
            let format = sniff::writing(name, &text);
            let rough = match format {
                PolicyFormat::Markdown => markdown::pieces(&text),
                PolicyFormat::Html => html::pieces(&text),
                _ => text::pieces(&text),
            };
            (format, rough)
        }
    };
    finish(format, rough, cleaned)
}

/// What is the same for every format.
fn finish(
    format: PolicyFormat,
    rough: Rough,
    mut cleaned: Vec<Cleaned>,
) -> Result<Imported, Unreadable> {
    let Rough {
        mut pieces,
        title,
        address,
        day,
        looks,
        cleaned: before,
    } = rough;
    cleaned.extend(before);
    if pieces.iter().map(|piece| piece.text.len()).sum::<usize>() > MOST_TEXT {
        return Err(Unreadable::TooMuchText);
    }
    characters::clean(&mut pieces, &mut cleaned);
    remnants::fields(&mut pieces, &mut cleaned);
    let archive = banner::take(&mut pieces, &mut cleaned);
    remnants::take(&mut pieces, &mut cleaned);
    repeat::cut(&mut pieces, &mut cleaned);
    let mut pieces = headings::split_lines(pieces);
    lists::mend(&mut pieces, &mut cleaned);
    headings::find(&mut pieces, looks, &mut cleaned);
    let mut document = Document::default();
    for piece in &pieces {
        document.push(piece.kind, piece.level, &piece.text);
    }
    if document.blocks.is_empty() {
        return Err(Unreadable::NoText);
    }
    let title = named(&document, title.as_deref());
    let effective = dates::effective(&document).or(archive.day).or(day);
    let source = if archive.address.is_empty() {
        address
    } else {
        archive.address
    };
    Ok(Imported {
        format,
        document,
        title,
        effective,
        source,
        cleaned,
    })
}

/// Its first heading near the top, else what the file calls itself, else its first words.
fn named(document: &Document, title: Option<&str>) -> String {
    use super::document::BlockKind;
    const WORDS: usize = 12;
    let heading = document
        .blocks
        .iter()
        .take(5)
        .find(|block| block.kind == BlockKind::Heading)
        .map(|block| document.at(block.span));
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    let first = document.blocks.first().map(|block| document.at(block.span));
    let chosen = heading.or(title).or(first).unwrap_or_default();
    let mut words: Vec<&str> = chosen.split_whitespace().collect();
    if words.len() <= 2 * WORDS {
        return words.join(" ");
    }
    words.truncate(WORDS);
    format!("{} …", words.join(" "))
}

/// The beginning of something, for an officer to recognise it.
fn sample(text: &str) -> String {
    const CHARACTERS: usize = 80;
    let words: Vec<&str> = text.split_whitespace().take(CHARACTERS / 2).collect();
    let flat = words.join(" ");
    match flat.char_indices().nth(CHARACTERS) {
        None => flat,
        Some((at, _)) => format!("{} …", flat.get(..at).unwrap_or_default().trim_end()),
    }
}

#[cfg(test)]
mod tests;
