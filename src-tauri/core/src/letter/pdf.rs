//! Pages become a PDF; with the files beneath this one the only place that knows printpdf.
//!
//! The same sheet gives the same bytes: resource names are ours, and the document's identity is the hash of its content.

mod draw;
mod glyphs;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use printpdf::{FontId, OffsetDateTime, ParsedFont, PdfDocument, PdfFont, PdfSaveOptions};

use super::archive::{Claim, finish};
use super::bookmarks::{Bookmark, mark_pages};
use super::cut::Cut;
use super::error::LetterError;
use super::lines::Run;
use super::mark::{Mark, Pages};
use super::page::compose;
use super::picture::embed;
use super::sheet::Sheet;
use super::tags;
use draw::draw;

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
    let runs = pages
        .pages
        .iter()
        .flat_map(|page| &page.marks)
        .flat_map(runs);
    let used: BTreeSet<Cut> = runs.map(|run| run.cut).collect();
    for cut in used {
        let font = PdfFont::new(font(cut)?.clone());
        document.resources.fonts.map.insert(font_id(cut), font);
    }
    let says = says(&pages);
    let starts: Vec<usize> = bookmarks.iter().map(|mark| mark.page).collect();
    let plan = tags::plan(&pages, &starts);
    document.pages = pages
        .pages
        .iter()
        .enumerate()
        .map(|(at, page)| {
            let places = plan.as_ref().map_or(&[][..], |plan| plan.places(at));
            draw(page, &pages, &says, places)
        })
        .collect();

    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut warnings = Vec::new();
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    embed(&mut file, &pages)?;
    mark_pages(&mut file, bookmarks)?;
    if let Some(plan) = &plan {
        tags::write(plan, &mut file)?;
    }
    finish(&mut file, about, claim(&pages, &says, plan.is_some()))?;
    let mut pdf = Vec::new();
    file.save_to(&mut pdf).map_err(|e| LetterError::Pdf {
        problem: e.to_string(),
    })?;
    Ok(Rendered {
        pdf,
        pages: pages.pages.into_iter().map(|page| page.text).collect(),
    })
}

/// A face as printpdf wants it, parsed when first used and kept.
fn font(cut: Cut) -> Result<&'static ParsedFont, LetterError> {
    static FONTS: [OnceLock<Option<ParsedFont>>; Cut::COUNT] =
        [const { OnceLock::new() }; Cut::COUNT];
    let read = || ParsedFont::from_bytes(cut.bytes(), 0, &mut Vec::new());
    FONTS
        .get(cut.at())
        .and_then(|place| place.get_or_init(read).as_ref())
        .ok_or_else(|| LetterError::Pdf {
            problem: "an embedded face is damaged; please install the program again".to_owned(),
        })
}

/// The resource name; its first six letters are the subset's tag (ISO 32000-1, 9.6.4).
fn font_id(cut: Cut) -> FontId {
    FontId(cut.tag().to_owned())
}

/// The runs of a mark that is text.
fn runs(mark: &Mark) -> &[Run] {
    match mark {
        Mark::Text { line, .. } | Mark::Watermark { line, .. } => &line.runs,
        _ => &[],
    }
}

/// What each glyph of a file says in this PDF; it has room for one text only.
type Says = BTreeMap<(Cut, u16), String>;

/// The first text of each glyph is its own; where it stands for another, that is said beside it.
fn says(pages: &Pages) -> Says {
    let mut says = Says::new();
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    for run in marks.flat_map(runs) {
        if let Some(space) = run.cut.space() {
            says.insert((run.cut, space.id), " ".to_owned());
        }
        for glyph in run.glyphs.iter().filter(|glyph| !glyph.text.is_empty()) {
            says.entry((run.cut, glyph.id))
                .or_insert_with(|| glyph.text.clone());
        }
    }
    says
}

/// What the file may say of itself.
fn claim(pages: &Pages, says: &Says, tagged: bool) -> Claim {
    // The first glyph of a face is its box.
    if says.keys().any(|(_, glyph)| *glyph == 0) {
        return Claim::Nothing;
    }
    // A glyph that stands for no character by itself is read through its cluster only, and what is private to a face
    // nobody else can read.
    let private = |text: &String| text.chars().any(|c| matches!(c, '\u{e000}'..='\u{f8ff}'));
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    let mut glyphs = marks
        .flat_map(runs)
        .flat_map(|run| run.glyphs.iter().map(|glyph| (run.cut, glyph.id)));
    if !tagged || says.values().any(private) || glyphs.any(|glyph| !says.contains_key(&glyph)) {
        return Claim::Looks;
    }
    Claim::Reads
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
