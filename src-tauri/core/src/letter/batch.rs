//! Many letters at once: each by itself as it is kept, and all of them in one file for the printer.
//!
//! In the common file every letter begins on a page of its own, with its own numbers; the faces are carried once.

use super::bookmarks::Bookmark;
use super::error::LetterError;
use super::mark::Pages;
use super::page::compose;
use super::pdf::{About, Rendered, write, write_with};
use super::sheet::Sheet;

/// Letters set together.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Each letter as [`super::render`] would give it, in the order of the sheets; empty where only the common file was wanted.
    pub letters: Vec<Rendered>,
    /// All of them, one after the other.
    pub all: Rendered,
}

/// Sets the letters and writes the common file, and on request each by itself. The same sheets give the same bytes.
pub fn batch(sheets: &[Sheet], each: bool, about: &About) -> Result<Batch, LetterError> {
    let mut letters = Vec::new();
    let mut bookmarks = Vec::with_capacity(sheets.len());
    let mut together = Pages {
        width: 0.0,
        height: 0.0,
        pages: Vec::new(),
    };
    for sheet in sheets {
        let pages = compose(sheet)?;
        let name = sheet.recipient_lines.first().map(String::as_str);
        bookmarks.push(Bookmark {
            title: name.unwrap_or_default().trim().to_owned(),
            page: together.pages.len(),
        });
        together.width = pages.width;
        together.height = pages.height;
        together.pages.extend(pages.pages.iter().cloned());
        if each {
            letters.push(write(pages, &about_of(sheet))?);
        }
    }
    Ok(Batch {
        letters,
        all: write_with(together, about, &bookmarks)?,
    })
}

/// What the file of one letter says about itself.
pub(super) fn about_of(sheet: &Sheet) -> About {
    About {
        title: sheet.title.clone(),
        subject: sheet.text.subject.trim().to_owned(),
        author: sheet.letterhead.organisation.trim().to_owned(),
        language: sheet.language.trim().to_owned(),
        created: sheet.created,
    }
}
