//! A PDF → pieces: what its pages write and where → lines → paragraphs, headings by size, items by bullets.
//!
//! lopdf opens the file (it bounds nesting and what streams unpack to); what the pages draw is read here,
//! because whatever stands in a page's content must neither nest nor grow on us.

mod content;
mod font;
mod lex;
mod lines;
mod margins;
mod paragraphs;

use super::Unreadable;
use super::piece::{Looks, Piece, Rough};
use lopdf::{Document, LoadOptions, Object};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Bytes that one stream may unpack to, and all pages together.
const STREAM: usize = 24 << 20;
const ALL: usize = 128 << 20;
/// Nobody publishes a longer policy.
const PAGES: usize = 5000;

/// Letters that stand for nothing, among all: above it the fonts cannot be read.
const LOST_OF_TEN: usize = 3;

/// What is read of a file.
pub(super) fn pieces(bytes: &[u8]) -> Result<Rough, Unreadable> {
    // lopdf means never to panic, yet it reads what strangers wrote, and its letter tables add and index
    // without checks; a panic there says that the file is damaged, and nothing it touched is used after.
    catch_unwind(AssertUnwindSafe(|| read(bytes))).unwrap_or(Err(Unreadable::Damaged("PDF")))
}

fn read(bytes: &[u8]) -> Result<Rough, Unreadable> {
    let document =
        Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(STREAM))
            .map_err(|_| unopened(bytes))?;
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(Unreadable::Locked("PDF"));
    }
    let mut reader = content::Reader::new(&document, STREAM, ALL);
    let mut pages = Vec::new();
    let mut seen = HashSet::new();
    for page in document.page_iter().take(PAGES) {
        if seen.insert(page) {
            pages.push(lines::of(reader.page(page)?));
        }
    }
    let (written, lost) = (reader.written, reader.lost);
    if pages.is_empty() {
        return Err(if has(bytes, b"/Encrypt") {
            Unreadable::Locked("PDF")
        } else {
            Unreadable::Damaged("PDF")
        });
    }
    // A stamp or a page number over pictures is no text.
    const ON_A_PAGE: usize = 30;
    if written < ON_A_PAGE * pages.len() && reader.pictures > 0 || written == 0 {
        return Err(if reader.pictures > 0 || pictures(&document) {
            Unreadable::Pictures
        } else {
            Unreadable::NoText
        });
    }
    if lost * 10 > written * LOST_OF_TEN {
        return Err(Unreadable::Letters);
    }
    let mut cleaned = Vec::new();
    margins::drop(&mut pages, &mut cleaned);
    let (pieces, looks) = paragraphs::of(pages, &mut cleaned);
    Ok(Rough {
        pieces,
        title: title(&document),
        looks,
        cleaned,
        ..Rough::default()
    })
}

/// Why a file that begins as a PDF does not open.
fn unopened(bytes: &[u8]) -> Unreadable {
    if has(bytes, b"/Encrypt") {
        Unreadable::Locked("PDF")
    } else {
        Unreadable::Damaged("PDF")
    }
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// Whether there is a picture anywhere in the file.
fn pictures(document: &Document) -> bool {
    document.objects.values().any(|object| {
        object.as_stream().is_ok_and(|stream| {
            matches!(
                stream.dict.get(b"Subtype").and_then(Object::as_name),
                Ok(b"Image")
            )
        })
    })
}

/// What the file calls itself.
fn title(document: &Document) -> Option<String> {
    let info = document.trailer.get(b"Info").ok()?;
    let (_, info) = document.dereference(info).ok()?;
    let title = info.as_dict().ok()?.get(b"Title").ok()?;
    let (_, title) = document.dereference(title).ok()?;
    let title = lopdf::decode_text_string(title).ok()?;
    // Printers put the name of a file here.
    let name =
        title.ends_with(".docx") || title.ends_with(".doc") || title.starts_with("Microsoft Word");
    (!name && title.chars().count() < 200).then_some(title)
}
