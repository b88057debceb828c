//! The list of contents beside the pages.

use super::error::LetterError;

/// A name in the list of contents beside the pages, and the page it leads to, from 0.
pub(super) struct Bookmark {
    pub title: String,
    pub page: usize,
}

/// The list of contents, ISO 32000-1, 12.3.3.
pub(super) fn mark_pages(
    file: &mut lopdf::Document,
    bookmarks: &[Bookmark],
) -> Result<(), LetterError> {
    if bookmarks.is_empty() {
        return Ok(());
    }
    let pages = file.get_pages();
    for bookmark in bookmarks {
        let number = u32::try_from(bookmark.page + 1).unwrap_or(u32::MAX);
        if let Some(page) = pages.get(&number) {
            let mark = lopdf::Bookmark::new(bookmark.title.clone(), [0.0; 3], 0, *page);
            file.add_bookmark(mark, None);
        }
    }
    if let Some(outline) = file.build_outline() {
        let catalog = file.catalog_mut().map_err(|e| LetterError::Pdf {
            problem: e.to_string(),
        })?;
        catalog.set("Outlines", lopdf::Object::Reference(outline));
        catalog.set("PageMode", "UseOutlines");
    }
    Ok(())
}
