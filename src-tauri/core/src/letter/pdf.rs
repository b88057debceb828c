//! Pages become a PDF; the only file that knows printpdf.
//!
//! The same sheet gives the same bytes: resource names are ours, and the document's identity is the hash of its content.

use std::io::Write;
use std::sync::OnceLock;

use chrono::{DateTime, Datelike, Timelike, Utc};
use flate2::{Compression, write::ZlibEncoder};
use printpdf::{
    Codepoint, Color, FontId, Greyscale, Line as PdfLine, LinePoint, OffsetDateTime, Op, PaintMode,
    ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt as PdfPt, TextItem, TextMatrix, WindingOrder,
};
use sha2::{Digest, Sha256};

use super::error::LetterError;
use super::face::{Face, Glyph};
use super::lines::{Pt, Run};
use super::mark::{Ink, Mark, Page, Pages};
use super::page::compose;
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
    let fonts = fonts()?;
    let mut document = PdfDocument::new(&about.title);
    describe(&mut document, about);
    for (face, font) in [Face::Regular, Face::Bold].into_iter().zip(fonts) {
        let font = PdfFont::new(font.clone());
        document.resources.fonts.map.insert(font_id(face), font);
    }
    document.pages = pages.pages.iter().map(|page| draw(page, &pages)).collect();

    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut warnings = Vec::new();
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    mark_pages(&mut file, bookmarks)?;
    finish(&mut file, about)?;
    let mut pdf = Vec::new();
    file.save_to(&mut pdf).map_err(|e| LetterError::Pdf {
        problem: e.to_string(),
    })?;
    Ok(Rendered {
        pdf,
        pages: pages.pages.into_iter().map(|page| page.text).collect(),
    })
}

/// The faces as printpdf wants them, parsed once.
fn fonts() -> Result<&'static [ParsedFont; 2], LetterError> {
    static FONTS: OnceLock<Option<[ParsedFont; 2]>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let read = |face: Face| ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new());
            Some([read(Face::Regular)?, read(Face::Bold)?])
        })
        .as_ref()
        .ok_or_else(|| LetterError::Pdf {
            problem: "an embedded face is damaged; please install the program again".to_owned(),
        })
}

/// The resource name; its first six letters are the subset's tag (ISO 32000-1, 9.6.4).
fn font_id(face: Face) -> FontId {
    FontId(
        match face {
            Face::Regular => "RDSREG",
            Face::Bold => "RDSBLD",
        }
        .to_owned(),
    )
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

/// What printpdf leaves out: language, the title in the window's bar, metadata, a stable identity.
fn finish(file: &mut lopdf::Document, about: &About) -> Result<(), LetterError> {
    let problem = |e: lopdf::Error| LetterError::Pdf {
        problem: e.to_string(),
    };
    file.version = "1.7".to_owned();
    let metadata = file.add_object(
        lopdf::Stream::new(
            lopdf::dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            xmp(about).into_bytes(),
        )
        .with_compression(false),
    );
    let catalog = file.catalog_mut().map_err(problem)?;
    catalog.set(
        "Lang",
        lopdf::Object::string_literal(about.language.as_str()),
    );
    catalog.set("Metadata", metadata);
    catalog.set(
        "ViewerPreferences",
        lopdf::dictionary! { "DisplayDocTitle" => true },
    );
    if let Ok(info) = file
        .trailer
        .get(b"Info")
        .and_then(lopdf::Object::as_reference)
        && let Ok(info) = file
            .get_object_mut(info)
            .and_then(lopdf::Object::as_dict_mut)
    {
        // Not a PDF/X file, and an empty claim to be one confuses checkers.
        info.remove(b"GTS_PDFXVersion");
        info.remove(b"Identifier");
        info.remove(b"Keywords");
    }
    compress(file);
    file.trailer.remove(b"ID");
    let mut content = Vec::new();
    file.save_to(&mut content).map_err(|e| LetterError::Pdf {
        problem: e.to_string(),
    })?;
    let hash = Sha256::digest(&content);
    let id = lopdf::Object::String(hash[..16].to_vec(), lopdf::StringFormat::Hexadecimal);
    file.trailer
        .set("ID", lopdf::Object::Array(vec![id.clone(), id]));
    Ok(())
}

/// Packs the streams at flate's usual level: lopdf's own takes the best, which costs twice the time for a hundredth of the weight.
fn compress(file: &mut lopdf::Document) {
    for object in file.objects.values_mut() {
        let lopdf::Object::Stream(stream) = object else {
            continue;
        };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
        // Writing into memory fails only when memory does; the stream then stays as it is, which is sound too.
        let packed = packer
            .write_all(&stream.content)
            .and_then(|()| packer.finish());
        if let Ok(packed) = packed
            && packed.len() < stream.content.len()
        {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
}

/// The same facts as XMP, which archives read.
fn xmp(about: &About) -> String {
    let created = about.created;
    let date = format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        created.year(),
        created.month(),
        created.day(),
        created.hour(),
        created.minute(),
        created.second()
    );
    format!(
        concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
            "<rdf:Description rdf:about=\"\"",
            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">",
            "<dc:format>application/pdf</dc:format>",
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>",
            "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>",
            "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
            "<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
            "<xmp:CreatorTool>Rightsdesk</xmp:CreatorTool><pdf:Producer>Rightsdesk</pdf:Producer>",
            "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
        ),
        title = escaped(&about.title),
        author = escaped(&about.author),
        language = escaped(&about.language),
        date = date
    )
}

/// Text inside XML; control characters have no place there.
fn escaped(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .map(|c| match c {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            other => other.to_string(),
        })
        .collect()
}

fn draw(page: &Page, pages: &Pages) -> PdfPage {
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
                    show(&mut ops, run, x, y, *size);
                }
                ops.push(Op::EndTextSection);
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
                        font: PdfFontHandle::External(font_id(run.face)),
                        size: PdfPt(*size),
                    });
                    ops.push(Op::SetTextMatrix {
                        matrix: TextMatrix::Raw([cos, sin, -sin, cos, x, y]),
                    });
                    ops.push(Op::ShowText {
                        items: vec![TextItem::GlyphIds(codes(&run.glyphs))],
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

/// Shows a run from (x, y); a mark that sits above or below the line is placed on its own.
fn show(ops: &mut Vec<Op>, run: &Run, x: Pt, y: Pt, size: Pt) {
    ops.push(Op::SetFont {
        font: PdfFontHandle::External(font_id(run.face)),
        size: PdfPt(size),
    });
    let mut pen = x;
    let mut rest = run.glyphs.as_slice();
    while !rest.is_empty() {
        let placed = |g: &Glyph| g.x != 0.0 || g.y != 0.0;
        let level = rest.iter().position(placed).unwrap_or(rest.len()).max(1);
        let (now, later) = rest.split_at(level);
        let (dx, dy) = match now {
            [one] => (one.x * size / 1000.0, one.y * size / 1000.0),
            _ => (0.0, 0.0),
        };
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, pen + dx, y + dy]),
        });
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(codes(now))],
        });
        pen += now.iter().map(|g| g.advance).sum::<f32>() * size / 1000.0;
        rest = later;
    }
}

/// Glyphs with the kerns that make a viewer's pen follow ours.
///
/// Viewers know widths as whole thousandths, cut off; what is lost adds up along a line, so it is given back.
fn codes(glyphs: &[Glyph]) -> Vec<Codepoint> {
    let mut owed = 0.0_f32;
    glyphs
        .iter()
        .map(|glyph| {
            owed += glyph.width.trunc() - glyph.advance;
            let kern = if owed.abs() >= 2.0 { owed.round() } else { 0.0 };
            owed -= kern;
            Codepoint::with_cid(glyph.id, kern, glyph.text.clone())
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
