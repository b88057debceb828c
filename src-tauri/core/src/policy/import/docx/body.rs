//! The text of a Word file: paragraphs, items, rows of tables, without what was deleted or is said twice.

use super::super::piece::{Piece, Rough, row};
use super::super::{Cleaned, MOST_TEXT, Unreadable, sample};
use super::styles::{Style, Styles};
use crate::policy::document::BlockKind;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep text boxes and tables may stand in each other, and elements at all.
const BOXES: usize = 64;
const DEPTH: usize = 5000;

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}

/// `w:val="0"`: the switch is there to turn something off.
pub(super) fn is_off(tag: &BytesStart) -> bool {
    attribute(tag, "val")
        .is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
}

/// An open paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    bold: usize,
    all_bold: bool,
    style: Style,
    item: Option<u8>,
    numbered: bool,
    heading: Option<u8>,
    in_properties: bool,
    /// Its end was deleted: the next goes on in it.
    goes_on: bool,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<usize>,
}

struct Walk<'a> {
    styles: &'a Styles,
    pieces: Vec<Piece>,
    paragraphs: Vec<Paragraph>,
    rows: Vec<Row>,
    /// Open elements whose text is not read.
    skipped: usize,
    depth: usize,
    run_bold: Option<bool>,
    hidden: bool,
    in_run: bool,
    in_text: bool,
    carried: String,
    size: usize,
    deleted: usize,
    contents: (usize, String),
}

/// What is read of the part that holds the text.
pub(super) fn pieces(xml: &str, styles: &Styles) -> Result<Rough, Unreadable> {
    let mut walk = Walk {
        styles,
        pieces: Vec::new(),
        paragraphs: Vec::new(),
        rows: Vec::new(),
        skipped: 0,
        depth: 0,
        run_bold: None,
        hidden: false,
        in_run: false,
        in_text: false,
        carried: String::new(),
        size: 0,
        deleted: 0,
        contents: (0, String::new()),
    };
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                walk.depth += 1;
                if walk.depth > DEPTH || walk.paragraphs.len() > BOXES {
                    return Err(Unreadable::TooDeep);
                }
                walk.start(&tag);
            }
            Ok(Event::Empty(tag)) => {
                walk.start(&tag);
                walk.end(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => {
                walk.depth = walk.depth.saturating_sub(1);
                walk.end(tag.local_name().as_ref());
            }
            Ok(Event::Text(text)) if walk.in_text => walk.put(&text),
            Ok(Event::CData(text)) if walk.in_text => walk.put(&text),
            Ok(Event::GeneralRef(name)) if walk.in_text => {
                let letter = match name.resolve_char_ref() {
                    Ok(Some(letter)) => Some(letter),
                    _ => match name.as_ref() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    },
                };
                if let Some(letter) = letter {
                    walk.put(letter.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Err(Unreadable::Damaged("Word file")),
        }
        if walk.size > MOST_TEXT {
            return Err(Unreadable::TooMuchText);
        }
    }
    if walk.depth > 0 {
        return Err(Unreadable::Damaged("Word file"));
    }
    let mut cleaned = Vec::new();
    if walk.deleted > 0 {
        cleaned.push(Cleaned {
            what: "Changes that were tracked are read as accepted; what they delete was left out."
                .into(),
            sample: String::new(),
            characters: walk.deleted,
        });
    }
    if walk.contents.0 > 0 {
        cleaned.push(Cleaned {
            what: "The table of contents was left out.".into(),
            sample: walk.contents.1,
            characters: walk.contents.0,
        });
    }
    Ok(Rough {
        pieces: walk.pieces,
        cleaned,
        ..Rough::default()
    })
}

/// Elements whose text is another's copy, was deleted, or is not of the text.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "Fallback"
            | "moveFrom"
            | "instrText"
            | "delInstrText"
            | "annotation"
            | "footnote"
            | "endnote"
    )
}

impl Walk<'_> {
    fn start(&mut self, tag: &BytesStart) {
        let name = tag.local_name();
        let name = name.as_ref();
        if is_unread(name) {
            self.skipped += 1;
        }
        match name {
            "p" => self.paragraphs.push(Paragraph {
                all_bold: true,
                ..Paragraph::default()
            }),
            "r" => {
                self.in_run = true;
                self.run_bold = None;
                self.hidden = false;
            }
            "t" => self.in_text = true,
            "delText" => self.deleted += 1,
            "tab" if self.in_run => self.put(" "),
            "br" | "cr" if self.in_run => {
                let page =
                    attribute(tag, "type").is_some_and(|kind| kind == "page" || kind == "column");
                self.put(if page { " " } else { "\n" });
            }
            "noBreakHyphen" => self.put("-"),
            "b" if self.in_run => self.run_bold = Some(!is_off(tag)),
            "vanish" if self.in_run => self.hidden = !is_off(tag),
            "tr" => self.rows.push(Row::default()),
            "tc" => {
                let at = self.pieces.len();
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(at);
                }
            }
            _ => self.property(name, tag),
        }
    }

    /// What a paragraph says of itself.
    fn property(&mut self, name: &str, tag: &BytesStart) {
        let styles = self.styles;
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        let number = || attribute(tag, "val").and_then(|value| value.parse::<u8>().ok());
        match name {
            "pPr" => paragraph.in_properties = true,
            "pStyle" => {
                if let Some(id) = attribute(tag, "val") {
                    paragraph.style = styles.of(&id);
                }
            }
            "ilvl" => paragraph.item = number().map(|level| level.saturating_add(1).min(6)),
            "numId" => {
                paragraph.numbered = attribute(tag, "val").is_some_and(|id| id != "0");
                if !paragraph.numbered {
                    // “0” takes the paragraph out of the list of its style.
                    paragraph.item = None;
                    paragraph.style.item = None;
                }
            }
            "outlineLvl" => {
                paragraph.heading = number()
                    .filter(|level| *level < 9)
                    .map(|level| (level + 1).min(6))
            }
            "del" if paragraph.in_properties => paragraph.goes_on = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if is_unread(name) {
            self.skipped = self.skipped.saturating_sub(1);
        }
        match name {
            "t" => self.in_text = false,
            "r" => self.in_run = false,
            "pPr" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.in_properties = false;
                }
            }
            "p" => self.close(),
            "tr" => {
                if let Some(own) = self.rows.pop() {
                    row(&mut self.pieces, &own.cells, |piece| piece, |piece| piece);
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, text: &str) {
        if self.skipped > 0 || self.hidden {
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        self.size += text.len();
        paragraph.text.push_str(text);
        let bold = self.run_bold.or(paragraph.style.bold).unwrap_or(false);
        if bold && paragraph.all_bold {
            paragraph.bold = paragraph.text.len();
        } else if !text.trim().is_empty() {
            paragraph.all_bold = false;
        }
    }

    fn close(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        if self.skipped > 0 {
            return;
        }
        let mut text = std::mem::take(&mut self.carried);
        let before = text.len();
        text.push_str(&paragraph.text);
        if paragraph.goes_on {
            self.carried = text;
            return;
        }
        if text.trim().is_empty() {
            return;
        }
        if paragraph.style.contents {
            self.contents.0 += text.chars().count();
            if self.contents.1.is_empty() {
                self.contents.1 = sample(&text);
            }
            return;
        }
        let item = if paragraph.numbered {
            paragraph.item.or(paragraph.style.item).or(Some(1))
        } else {
            paragraph.style.item
        };
        let (kind, level) = match (paragraph.style.heading.or(paragraph.heading), item) {
            (Some(level), _) => (BlockKind::Heading, level),
            (None, Some(level)) => (BlockKind::Item, level),
            (None, None) => (BlockKind::Paragraph, 0),
        };
        let mut piece = Piece::new(kind, level, text);
        piece.bold = if before == 0 { paragraph.bold } else { 0 };
        self.pieces.push(piece);
    }
}
