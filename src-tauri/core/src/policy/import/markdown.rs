//! Markdown → pieces; links and emphasis reduced to their words.

use super::piece::{Piece, Rough};
use super::{Cleaned, html};
use crate::policy::document::BlockKind;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The pieces of a Markdown text.
pub(super) fn pieces(text: &str) -> Rough {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        reader.take(event);
    }
    reader.close();
    let mut rough = Rough {
        pieces: reader.pieces,
        ..Rough::default()
    };
    if reader.links > 0 {
        rough.cleaned.push(Cleaned {
            what: "Links were reduced to their words.".into(),
            sample: reader.first,
            characters: reader.gone,
        });
    }
    rough
}

#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    open: Option<Piece>,
    heading: Option<u8>,
    /// How many lists are open, and whether an item has been begun in the innermost.
    lists: usize,
    in_item: bool,
    bold: usize,
    /// Everything so far in the open piece is bold.
    all_bold: bool,
    skipped: usize,
    links: usize,
    first: String,
    gone: usize,
    after_link: bool,
    cell: usize,
    html: String,
}

impl Reader {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.words(&text),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                self.put("\n");
            }
            Event::Html(html) => self.html.push_str(&html),
            Event::SoftBreak => self.put(" "),
            Event::HardBreak => self.put("\n"),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.close();
                self.heading = Some(rank(level));
            }
            Tag::Paragraph => {
                if !self.in_item {
                    self.close();
                } else if self.open.is_some() {
                    // A further paragraph of the same item stays with it.
                    self.put("\n");
                }
            }
            Tag::List(_) => {
                self.close();
                self.lists += 1;
                self.in_item = false;
            }
            Tag::Item => {
                self.close();
                self.in_item = true;
            }
            Tag::TableRow | Tag::TableHead => {
                self.close();
                self.cell = 0;
            }
            Tag::TableCell => {
                if self.cell > 0 {
                    self.put(" | ");
                }
                self.cell += 1;
            }
            Tag::Strong => self.bold += 1,
            Tag::Link { dest_url, .. } => {
                self.links += 1;
                self.gone += dest_url.chars().count();
                if self.first.is_empty() {
                    self.first = super::sample(&dest_url);
                }
                self.after_link = true;
                self.piece().links.push(dest_url.into_string());
            }
            Tag::Image { .. } => self.skipped += 1,
            Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::HtmlBlock => self.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
            }
            TagEnd::Item => {
                self.close();
                self.in_item = false;
            }
            TagEnd::List(_) => {
                self.close();
                self.lists = self.lists.saturating_sub(1);
                self.in_item = false;
            }
            TagEnd::Paragraph if !self.in_item => self.close(),
            TagEnd::TableRow | TagEnd::TableHead | TagEnd::CodeBlock | TagEnd::BlockQuote(_) => {
                self.close();
            }
            TagEnd::HtmlBlock => self.page(),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Image => self.skipped = self.skipped.saturating_sub(1),
            _ => {}
        }
    }

    fn piece(&mut self) -> &mut Piece {
        let (heading, lists, in_item, cell) = (self.heading, self.lists, self.in_item, self.cell);
        if self.open.is_none() {
            self.all_bold = true;
        }
        self.open.get_or_insert_with(|| match heading {
            Some(level) => Piece::new(BlockKind::Heading, level, ""),
            None if cell > 0 => Piece::new(BlockKind::Item, 1, ""),
            None if in_item => Piece::new(
                BlockKind::Item,
                u8::try_from(lists.clamp(1, 6)).unwrap_or(6),
                "",
            ),
            None => Piece::paragraph(""),
        })
    }

    fn words(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        let after_link = std::mem::take(&mut self.after_link);
        let piece = self.piece();
        // “Please[Contact us]” lost its space where the page was saved.
        if after_link
            && piece.text.ends_with(char::is_lowercase)
            && text.starts_with(char::is_uppercase)
        {
            piece.text.push(' ');
        }
        let bullet = text.starts_with(['•', '▪', '●', '◦']) && piece.text.ends_with(' ');
        if bullet {
            piece.text.push('\n');
        }
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        let bold = self.bold > 0;
        if text.trim().is_empty() && self.open.is_none() {
            return;
        }
        let piece = self.piece();
        piece.text.push_str(text);
        let length = piece.text.len();
        if bold || text.trim().is_empty() {
            if self.all_bold
                && bold
                && let Some(piece) = self.open.as_mut()
            {
                piece.bold = length;
            }
        } else {
            self.all_bold = false;
        }
    }

    /// A stretch of tags is read as the page it is from.
    fn page(&mut self) {
        let page = std::mem::take(&mut self.html);
        if !page.trim().is_empty() {
            self.pieces.extend(html::pieces(&page).pieces);
        }
    }

    fn close(&mut self) {
        if let Some(piece) = self.open.take()
            && !piece.text.trim().is_empty()
        {
            self.pieces.push(piece);
        }
        if self.heading.is_none() {
            self.cell = 0;
        }
    }
}

fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
