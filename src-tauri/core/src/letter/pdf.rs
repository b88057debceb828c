//! Pages become a PDF; the only file that knows printpdf.
//!
//! The same sheet gives the same bytes: resource names are ours, and the document's identity is the hash of its content.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, FontId, Greyscale, Line as PdfLine, LinePoint,
    OffsetDateTime, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Polygon, PolygonRing, Pt as PdfPt, TextItem, TextMatrix,
    TextRenderingMode, WindingOrder, XObjectId, XObjectTransform,
};

use super::archive::finish;
use super::cut::Cut;
use super::error::LetterError;
use super::face::{Face, Glyph, clusters, reading};
use super::lines::{Pt, Run};
use super::mark::{Ink, Mark, Page, Pages};
use super::page::compose;
use super::picture::embed;
use super::sheet::Sheet;

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

/// A name in the list of contents beside the pages, and the page it leads to, from 0.
pub(super) struct Bookmark {
    pub title: String,
    pub page: usize,
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
    document.pages = pages
        .pages
        .iter()
        .map(|page| draw(page, &pages, &says))
        .collect();

    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut warnings = Vec::new();
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    embed(&mut file, &pages)?;
    mark_pages(&mut file, bookmarks)?;
    // The first glyph of a face is its box.
    let whole = !says.keys().any(|(_, glyph)| *glyph == 0);
    finish(&mut file, about, whole)?;
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

/// The list of contents, ISO 32000-1, 12.3.3.
fn mark_pages(file: &mut lopdf::Document, bookmarks: &[Bookmark]) -> Result<(), LetterError> {
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

fn draw(page: &Page, pages: &Pages, says: &Says) -> PdfPage {
    let mut ops = Vec::new();
    for mark in &page.marks {
        match mark {
            Mark::Rule { x, y, length, ink } => {
                let y = pages.height - y;
                ops.push(Op::SetOutlineColor { col: color(*ink) });
                ops.push(Op::SetOutlineThickness { pt: PdfPt(0.5) });
                ops.push(Op::DrawLine {
                    line: PdfLine {
                        points: vec![point(*x, y), point(x + length, y)],
                        is_closed: false,
                    },
                });
            }
            // Parts have no look of their own.
            Mark::Begin(_) | Mark::End => {}
            Mark::Bar {
                x,
                y,
                width,
                height,
                ink,
            } => {
                let (top, bottom) = (pages.height - y, pages.height - y - height);
                let corners = vec![
                    point(*x, top),
                    point(x + width, top),
                    point(x + width, bottom),
                    point(*x, bottom),
                ];
                ops.push(Op::SetFillColor { col: color(*ink) });
                ops.push(Op::DrawPolygon {
                    polygon: Polygon {
                        rings: vec![PolygonRing { points: corners }],
                        mode: PaintMode::Fill,
                        winding_order: WindingOrder::NonZero,
                    },
                });
            }
            Mark::Text {
                x,
                baseline,
                size,
                ink,
                line,
            } => {
                ops.push(Op::StartTextSection);
                ops.push(Op::SetFillColor { col: color(*ink) });
                for run in &line.runs {
                    let (x, y) = (x + run.x, pages.height - baseline);
                    show(&mut ops, run, (x, y), (*size, *ink), says);
                }
                ops.push(Op::EndTextSection);
            }
            Mark::Picture {
                x,
                y,
                width,
                height,
                picture,
            } => {
                let corner = (*x, pages.height - y - height);
                ops.push(Op::BeginMarkedContent {
                    tag: "Artifact".to_owned(),
                });
                ops.push(Op::SaveGraphicsState);
                ops.push(Op::SetTransformationMatrix {
                    matrix: CurTransMat::Raw(picture.matrix(corner, (*width, *height))),
                });
                ops.push(Op::UseXobject {
                    id: XObjectId(picture.name().to_owned()),
                    transform: XObjectTransform {
                        no_auto_scale: true,
                        ..XObjectTransform::default()
                    },
                });
                ops.push(Op::RestoreGraphicsState);
                ops.push(Op::EndMarkedContent);
            }
            Mark::Watermark { size, line } => {
                // Rising from left to right through the middle of the page.
                let (sin, cos) = 50.0_f32.to_radians().sin_cos();
                let x = pages.width / 2.0 - cos * line.width / 2.0 + sin * size * 0.3;
                let y = pages.height / 2.0 - sin * line.width / 2.0 - cos * size * 0.3;
                // Not part of what is read aloud or searched (ISO 32000-1, 14.8.2.2).
                ops.push(Op::BeginMarkedContent {
                    tag: "Artifact".to_owned(),
                });
                ops.push(Op::StartTextSection);
                ops.push(Op::SetFillColor {
                    col: color(Ink::Pale),
                });
                for run in &line.runs {
                    ops.push(Op::SetFont {
                        font: PdfFontHandle::External(font_id(run.cut)),
                        size: PdfPt(*size),
                    });
                    ops.push(Op::SetTextMatrix {
                        matrix: TextMatrix::Raw([cos, sin, -sin, cos, x, y]),
                    });
                    ops.push(Op::ShowText {
                        items: vec![TextItem::GlyphIds(codes(run, &run.glyphs, says))],
                    });
                }
                ops.push(Op::EndTextSection);
                ops.push(Op::EndMarkedContent);
            }
        }
    }
    let mm = |pt: Pt| printpdf::Mm(pt * 25.4 / 72.0);
    PdfPage::new(mm(pages.width), mm(pages.height), ops)
}

/// How thick the line is that makes a regular face look bold, in parts of its size.
const HEAVIER: Pt = 0.028;

/// A glyph that moves the pen by so much more or less than its width is placed within its cluster, not beside the next.
const WIDER: Pt = 30.0;

/// Shows a run from its place on the page.
fn show(ops: &mut Vec<Op>, run: &Run, (x, y): (Pt, Pt), (size, ink): (Pt, Ink), says: &Says) {
    ops.push(Op::SetFont {
        font: PdfFontHandle::External(font_id(run.cut)),
        size: PdfPt(size * run.cut.scale()),
    });
    // Only the book face has a bold file; the others get a thin outline.
    let heavier = run.face == Face::Bold && run.cut != Cut::BOLD;
    if heavier {
        ops.push(Op::SetOutlineColor { col: color(ink) });
        ops.push(Op::SetOutlineThickness {
            pt: PdfPt(size * HEAVIER),
        });
        ops.push(Op::SetTextRenderingMode {
            mode: TextRenderingMode::FillStroke,
        });
    }
    let mut pen = x;
    let mut shown = 0;
    for range in clusters(&run.glyphs) {
        let cluster = run.glyphs.get(range.clone()).unwrap_or_default();
        let text = reading(cluster, run.rightward);
        let stands_off = |g: &Glyph| {
            g.x != 0.0 || g.y != 0.0 || g.advance == 0.0 || (g.advance - g.width).abs() > WIDER
        };
        let apart = cluster.len() > 1 && cluster.iter().any(stands_off);
        if !apart && says_itself(cluster, run, says, &text) {
            continue;
        }
        let before = run.glyphs.get(shown..range.start).unwrap_or_default();
        level(ops, run, before, (&mut pen, y), size, says);
        ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".to_owned(),
            properties: instead(&visual(&text, run)),
        });
        together(ops, run, cluster, (&mut pen, y), size, says);
        ops.push(Op::EndMarkedContentWithProperties);
        shown = range.end;
    }
    let last = run.glyphs.get(shown..).unwrap_or_default();
    level(ops, run, last, (&mut pen, y), size, says);
    if heavier {
        ops.push(Op::SetTextRenderingMode {
            mode: TextRenderingMode::Fill,
        });
    }
}

/// Whether the glyphs of a cluster say its text one by one.
fn says_itself(cluster: &[Glyph], run: &Run, says: &Says, text: &str) -> bool {
    let said = cluster
        .iter()
        .map(|glyph| says.get(&(run.cut, glyph.id)).map_or("", String::as_str));
    let said: String = if run.rightward {
        said.collect()
    } else {
        said.rev().collect()
    };
    said == text
}

/// A text as readers expect it who turn what stands from right to left around, character by character.
fn visual(text: &str, run: &Run) -> String {
    if run.rightward {
        text.to_owned()
    } else {
        text.chars().rev().collect()
    }
}

/// Shows a cluster as one: readers take its place from the first and the last glyph shown, so these mark its ends.
fn together(
    ops: &mut Vec<Op>,
    run: &Run,
    cluster: &[Glyph],
    (pen, y): (&mut Pt, Pt),
    size: Pt,
    says: &Says,
) {
    let (begin, unit) = (*pen, size / 1000.0);
    let mut places: Vec<(Pt, Pt, &Glyph)> = Vec::with_capacity(cluster.len());
    for glyph in cluster {
        places.push((*pen + glyph.x * unit, y + glyph.y * unit, glyph));
        *pen += glyph.advance * unit;
    }
    let at_begin = |place: &(Pt, Pt, &Glyph)| place.0 == begin && place.1 == y;
    let end = *pen;
    let at_end = |(x, base, glyph): &(Pt, Pt, &Glyph)| {
        *base == y && (x + glyph.width * unit - end).abs() < 0.01 * size
    };
    let base = |place: &(Pt, Pt, &Glyph)| at_begin(place) && place.2.advance > 0.0;
    if let Some(first) = places.iter().position(base) {
        let first = places.remove(first);
        places.insert(0, first);
    }
    let space = run.cut.space();
    if let Some(space) = &space {
        if !places.first().is_some_and(at_begin) {
            places.insert(0, (begin, y, space));
        }
        if !places.last().is_some_and(at_end) {
            places.push((end - space.advance * unit, y, space));
        }
    }
    for (x, y, glyph) in places {
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]),
        });
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(codes(
                run,
                std::slice::from_ref(glyph),
                says,
            ))],
        });
    }
}

/// The text of a marked part, which replaces what its glyphs say (ISO 32000-1, 14.9.4).
fn instead(text: &str) -> DictItem {
    let mut data = vec![0xFE, 0xFF];
    data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    let text = DictItem::String {
        data,
        literal: false,
    };
    DictItem::Dict {
        map: BTreeMap::from([("ActualText".to_owned(), text)]),
    }
}

/// Shows glyphs along the line; a mark that sits above or below it is placed on its own.
fn level(
    ops: &mut Vec<Op>,
    run: &Run,
    glyphs: &[Glyph],
    (pen, y): (&mut Pt, Pt),
    size: Pt,
    says: &Says,
) {
    let mut rest = glyphs;
    while !rest.is_empty() {
        let placed = |g: &Glyph| g.x != 0.0 || g.y != 0.0;
        let level = rest.iter().position(placed).unwrap_or(rest.len()).max(1);
        let (now, later) = rest.split_at(level);
        let (dx, dy) = match now {
            [one] => (one.x * size / 1000.0, one.y * size / 1000.0),
            _ => (0.0, 0.0),
        };
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, *pen + dx, y + dy]),
        });
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(codes(run, now, says))],
        });
        *pen += now.iter().map(|g| g.advance).sum::<f32>() * size / 1000.0;
        rest = later;
    }
}

/// Glyphs with the kerns that make a viewer's pen follow ours.
///
/// Viewers know widths as whole thousandths, cut off; what is lost adds up along a line, so it is given back.
fn codes(run: &Run, glyphs: &[Glyph], says: &Says) -> Vec<Codepoint> {
    let (cut, scale) = (run.cut, run.cut.scale());
    let mut owed = 0.0_f32;
    glyphs
        .iter()
        .map(|glyph| {
            owed += (glyph.width / scale).trunc() - glyph.advance / scale;
            let kern = if owed.abs() >= 2.0 { owed.round() } else { 0.0 };
            owed -= kern;
            let text = says.get(&(cut, glyph.id)).unwrap_or(&glyph.text);
            Codepoint::with_cid(glyph.id, kern, visual(text, run))
        })
        .collect()
}

fn point(x: Pt, y: Pt) -> LinePoint {
    LinePoint {
        p: Point {
            x: PdfPt(x),
            y: PdfPt(y),
        },
        bezier: false,
    }
}

fn color(ink: Ink) -> Color {
    let percent = match ink {
        Ink::Text => 0.07,
        Ink::Quiet => 0.36,
        Ink::Hairline => 0.62,
        Ink::Pale => 0.92,
        Ink::Grey(lightness) => f32::from(lightness.min(100)) / 100.0,
    };
    Color::Greyscale(Greyscale {
        percent,
        icc_profile: None,
    })
}
