//! Tags and words in their order → pieces, with where on the page each stood.

use super::super::piece::{Piece, row};
use super::super::{banner, dates, text};
use super::chrome::{self, value};
use crate::policy::document::BlockKind;
use chrono::NaiveDate;
use html5ever::tokenizer::Tag;
use std::collections::HashMap;

/// How far up an element is looked for that a new one ends without saying so.
const NEAR: usize = 64;

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that stand within a line; all others begin and end one.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "svg", "math",
    "script", "style", "noscript", "template", "picture", "source", "nobr", "path", "button",
    "select", "textarea", "object", "iframe", "canvas", "audio", "video", "o:p", "meta", "link",
];

/// A piece, and where it stood.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) piece: Piece,
    pub(super) chrome: bool,
    pub(super) hidden: bool,
    pub(super) main: bool,
}

/// An open element with all that it and its parents say.
#[derive(Debug, Clone, Default)]
struct Open {
    name: String,
    unread: bool,
    chrome: bool,
    hidden: bool,
    main: bool,
    bold: bool,
    heading: Option<u8>,
    /// How many lists are open.
    lists: u8,
    item: bool,
}

/// A row of a table whose cells are being read.
#[derive(Debug)]
struct Row {
    /// The first of its pieces, and of each of its cells.
    cells: Vec<usize>,
}

#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) found: Vec<Found>,
    pub(super) title: String,
    pub(super) canonical: String,
    pub(super) archived: Option<(NaiveDate, String)>,
    stack: Vec<Open>,
    counts: HashMap<String, usize>,
    piece: Option<Found>,
    all_bold: bool,
    rows: Vec<Row>,
    pre: String,
}

impl Walk {
    pub(super) fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        self.metadata(name, tag);
        match name {
            "br" => return self.put("\n", false),
            "hr" => return self.close(),
            _ if VOID.contains(&name) => return,
            _ => {}
        }
        self.end_implied(name);
        let parent = self.stack.last().cloned().unwrap_or_default();
        let part = chrome::part(name, &tag.attrs, parent.main);
        if !INLINE.contains(&name) {
            self.line_break(name, parent.item);
        }
        let listed = u8::from(matches!(name, "ul" | "ol" | "dl"));
        let heading = match name.as_bytes() {
            [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
            _ => part.heading.or(parent.heading),
        };
        if heading.is_some() && parent.heading.is_none() {
            // Under a heading inside an item stand paragraphs, not the item.
            for open in self.stack.iter_mut().rev().take(NEAR) {
                open.item = false;
                if open.name == "li" {
                    break;
                }
            }
        }
        match name {
            "tr" => self.rows.push(Row { cells: Vec::new() }),
            "td" | "th" => {
                let at = self.found.len();
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(at);
                }
            }
            "q" => self.put("“", parent.bold),
            _ => {}
        }
        *self.counts.entry(name.to_owned()).or_default() += 1;
        self.stack.push(Open {
            name: name.to_owned(),
            unread: parent.unread || part.unread,
            chrome: parent.chrome || part.chrome,
            hidden: parent.hidden || part.hidden,
            main: parent.main || part.main,
            bold: parent.bold || part.bold,
            heading,
            lists: parent.lists.saturating_add(listed),
            item: match name {
                "li" | "dt" | "dd" => true,
                "td" | "th" | "blockquote" => false,
                _ => parent.item && heading.is_none(),
            },
        });
    }

    /// What the head of the page says of itself.
    fn metadata(&mut self, name: &str, tag: &Tag) {
        let attribute = |name| value(&tag.attrs, name);
        match name {
            "link" if attribute("rel") == Some("canonical") => {
                if let Some(link) = attribute("href") {
                    self.canonical = banner::original(link).unwrap_or_default();
                }
            }
            "meta" if attribute("property") == Some("og:url") && self.canonical.is_empty() => {
                if let Some(link) = attribute("content") {
                    self.canonical = banner::original(link).unwrap_or_default();
                }
            }
            "a" => {
                if let Some(link) = attribute("href")
                    && let Some(found) = &mut self.piece
                    && found.piece.links.len() < 4
                {
                    found.piece.links.push(link.to_owned());
                }
            }
            _ => {}
        }
    }

    /// A new block ends the line; inside an item it only breaks it.
    fn line_break(&mut self, name: &str, in_item: bool) {
        if in_item && matches!(name, "p" | "div" | "section") {
            let broken = |found: &Found| found.piece.text.ends_with('\n');
            if self.piece.as_ref().is_some_and(|found| !broken(found)) {
                self.put("\n", false);
            }
        } else {
            self.close();
        }
    }

    /// Ends what a new element ends without saying so: `<li>` after `<li>`, `<p>` after `<p>`.
    fn end_implied(&mut self, name: &str) {
        let (ends, barriers): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "option" => (&["option"], &["select"]),
            "p" | "div" | "ul" | "ol" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => (
                &["p"],
                &[
                    "div",
                    "li",
                    "td",
                    "th",
                    "section",
                    "article",
                    "body",
                    "blockquote",
                ],
            ),
            _ => return,
        };
        let mut depth = None;
        for (at, open) in self.stack.iter().enumerate().rev().take(NEAR) {
            if ends.contains(&open.name.as_str()) {
                depth = Some(at);
                break;
            }
            if barriers.contains(&open.name.as_str()) {
                return;
            }
        }
        let Some(depth) = depth else { return };
        while self.stack.len() > depth {
            self.pop();
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if name == "p" && self.counts.get("p").copied().unwrap_or(0) == 0 {
            return self.close();
        }
        if self.counts.get(name).copied().unwrap_or(0) == 0 {
            return;
        }
        // A stray end of a word inside a block does not end the block.
        if INLINE.contains(&name) {
            let within = self
                .stack
                .iter()
                .rev()
                .take(NEAR)
                .take_while(|open| INLINE.contains(&open.name.as_str()))
                .any(|open| open.name == name);
            if !within {
                return;
            }
        }
        while let Some(ended) = self.pop() {
            if ended == name {
                break;
            }
        }
    }

    fn pop(&mut self) -> Option<String> {
        let open = self.stack.last()?;
        let (name, item) = (open.name.clone(), open.item);
        if name == "q" {
            self.put("”", false);
        }
        if name == "pre" {
            self.preformatted();
        }
        if !INLINE.contains(&name.as_str()) {
            if name == "li" || !item {
                self.close();
            } else {
                self.line_break(&name, item);
            }
        }
        if name == "tr" {
            self.end_row();
        }
        self.stack.pop();
        if let Some(count) = self.counts.get_mut(&name) {
            *count = count.saturating_sub(1);
        }
        Some(name)
    }

    pub(super) fn text(&mut self, words: &str) {
        let Some(open) = self.stack.last() else {
            return self.put(words, false);
        };
        if open.name == "title" && self.title.len() < 300 {
            self.title.push_str(words);
            return;
        }
        if open.unread || open.name == "title" {
            return;
        }
        if self.counts.get("pre").copied().unwrap_or(0) > 0 {
            self.pre.push_str(words);
            return;
        }
        let bold = open.bold;
        if words.contains(['\n', '\r']) {
            self.put(&words.replace(['\n', '\r'], " "), bold);
        } else {
            self.put(words, bold);
        }
    }

    /// Archives write the day of the copy into a comment at the end.
    pub(super) fn comment(&mut self, comment: &str) {
        const LONGEST: usize = 600;
        if self.archived.is_some() || comment.len() > LONGEST {
            return;
        }
        if let Some((_, after)) = comment.split_once("ARCHIVED ON") {
            let after = after.trim_start();
            // A time of day stands before the date.
            let day = match after.split_once(' ') {
                Some((time, day)) if time.contains(':') => day,
                _ => after,
            };
            let day: String = day.chars().take(40).collect();
            self.archived = dates::archived(&format!("archived on {day}"));
        }
    }

    fn put(&mut self, words: &str, bold: bool) {
        let blank = words.trim().is_empty();
        if blank && self.piece.is_none() {
            return;
        }
        let open = self.stack.last().cloned().unwrap_or_default();
        if open.unread {
            return;
        }
        if self.piece.is_none() {
            self.all_bold = true;
        }
        let found = self.piece.get_or_insert_with(|| Found {
            piece: match (open.heading, open.item) {
                (Some(level), _) => Piece::new(BlockKind::Heading, level, ""),
                (None, true) => {
                    let deeper = u8::from(open.name == "dd");
                    let level = open.lists.max(1).saturating_add(deeper).min(6);
                    Piece::new(BlockKind::Item, level, "")
                }
                (None, false) => Piece::paragraph(""),
            },
            chrome: open.chrome,
            hidden: open.hidden,
            main: open.main,
        });
        let piece = &mut found.piece;
        piece.text.push_str(words);
        if bold && self.all_bold {
            piece.bold = piece.text.len();
        } else if !blank {
            self.all_bold = false;
        }
    }

    /// Ends the piece.
    pub(super) fn close(&mut self) {
        if let Some(found) = self.piece.take()
            && !found.piece.text.trim().is_empty()
        {
            self.found.push(found);
        }
    }

    /// Text whose line breaks count is read as plain text.
    fn preformatted(&mut self) {
        self.close();
        let open = self.stack.last().cloned().unwrap_or_default();
        let text = std::mem::take(&mut self.pre);
        for piece in text::pieces(&text).pieces {
            self.found.push(Found {
                piece,
                chrome: open.chrome,
                hidden: open.hidden,
                main: open.main,
            });
        }
    }

    fn end_row(&mut self) {
        if let Some(own) = self.rows.pop() {
            row(
                &mut self.found,
                &own.cells,
                |found| &found.piece,
                |found| &mut found.piece,
            );
        }
    }
}
