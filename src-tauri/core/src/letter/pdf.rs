//! Pages become a PDF; with the files beneath this one the only place that knows printpdf.
//!
//! The same sheet gives the same bytes: resource names are ours, and the document's identity is the hash of its content.

mod content;
mod draw;
mod faces;
mod glyphs;

use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Object, Stream};
use printpdf::{Mm, OffsetDateTime, PdfDocument, PdfPage, PdfSaveOptions};

use super::archive::{Claim, finish};
use super::bookmarks::{Bookmark, mark_pages};
use super::error::LetterError;
use super::lines::{Pt, Run};
use super::mark::{Mark, Pages};
use super::page::compose;
use super::picture::embed;
use super::sheet::Sheet;
use super::tags;
use draw::draw;
use faces::Faces;

/// A finished letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// What stands on each page, line by line.
    pub pages: Vec<String>,
}

/// What the file says about itself.
#[derive(Debug, Clone)]
pub struct About {
    /// Shown by viewers in the window's bar.
    pub title: String,
    /// One line of what it is about.
    pub subject: String,
    /// The organisation.
    pub author: String,
    /// BCP 47; readers pronounce it by this.
    pub language: String,
    /// The file's date.
    pub created: DateTime<Utc>,
}

/// Sets the letter and writes it as PDF.
///
/// A character that no embedded face has is an error that names it: nothing is ever replaced silently.
pub fn render(sheet: &Sheet) -> Result<Rendered, LetterError> {
    let about = super::batch::about_of(sheet);
    write(compose(sheet)?, &about)
}

/// Writes pages as PDF.
pub(super) fn write(pages: Pages, about: &About) -> Result<Rendered, LetterError> {
    write_with(pages, about, &[])
}

/// Writes pages as PDF, with names that lead to some of them.
pub(super) fn write_with(
    pages: Pages,
    about: &About,
    bookmarks: &[Bookmark],
) -> Result<Rendered, LetterError> {
    let mut document = PdfDocument::new(&about.title);
    describe(&mut document, about);
    let mm = |pt: Pt| Mm(pt * 25.4 / 72.0);
    let blank = || PdfPage::new(mm(pages.width), mm(pages.height), Vec::new());
    document.pages = pages.pages.iter().map(|_| blank()).collect();
    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut warnings = Vec::new();
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    let faces = Faces::of(&pages);
    let starts: Vec<usize> = bookmarks.iter().map(|mark| mark.page).collect();
    let plan = tags::plan(&pages, &starts);
    let drawn = pages.pages.iter().enumerate().map(|(at, page)| {
        let places = plan.as_ref().map_or(&[][..], |plan| plan.places(at));
        draw(page, &pages, &faces, places)
    });
    fill(&mut file, drawn.collect(), &faces)?;
    embed(&mut file, &pages)?;
    mark_pages(&mut file, bookmarks)?;
    if let Some(plan) = &plan {
        tags::write(plan, &mut file)?;
    }
    let pdf = finish(file, about, claim(&faces, plan.is_some()))?;
    Ok(Rendered {
        pdf,
        pages: pages.pages.into_iter().map(|page| page.text).collect(),
    })
}

/// Fills the blank pages; printpdf gave each of them a content of its own, and all of them one dictionary of faces.
///
/// It could draw as well, but makes several objects of every letter on the way, and that is what a page is full of.
fn fill(file: &mut lopdf::Document, drawn: Vec<Vec<u8>>, faces: &Faces) -> Result<(), LetterError> {
    let problem = |e: lopdf::Error| LetterError::Pdf {
        problem: e.to_string(),
    };
    let mut named = None;
    for ((_, page), drawn) in file.get_pages().into_iter().zip(drawn) {
        let page = file.get_dictionary(page).map_err(problem)?;
        let content = page.get(b"Contents").and_then(Object::as_reference);
        let content = content.map_err(problem)?;
        let resources = page.get_deref(b"Resources", file).and_then(Object::as_dict);
        let names = resources.and_then(|all| all.get(b"Font"));
        named = Some(names.and_then(Object::as_reference).map_err(problem)?);
        file.objects.insert(
            content,
            Object::Stream(Stream::new(Dictionary::new(), drawn)),
        );
    }
    if let Some(named) = named {
        let names = faces.embed(file)?;
        file.objects.insert(named, Object::Dictionary(names));
    }
    Ok(())
}

/// The runs of a mark that is text.
fn runs(mark: &Mark) -> &[Run] {
    match mark {
        Mark::Text { line, .. } | Mark::Watermark { line, .. } => &line.runs,
        _ => &[],
    }
}

/// What the file may say of itself.
fn claim(faces: &Faces, tagged: bool) -> Claim {
    if faces.show_boxes() {
        Claim::Nothing
    } else if tagged && faces.can_be_read() {
        Claim::Reads
    } else {
        Claim::Looks
    }
}

fn describe(document: &mut PdfDocument, about: &About) {
    let created = about.created;
    // A year printpdf cannot hold falls back to its own default rather than failing the letter.
    let moment = OffsetDateTime::from_unix_timestamp(created.timestamp()).ok();
    let info = &mut document.metadata.info;
    if let Some(moment) = moment {
        info.creation_date = moment;
        info.modification_date = moment;
        info.metadata_date = moment;
    }
    info.author = about.author.clone();
    info.creator = "Rightsdesk".to_owned();
    info.producer = "Rightsdesk".to_owned();
    info.subject = about.subject.clone();
}
