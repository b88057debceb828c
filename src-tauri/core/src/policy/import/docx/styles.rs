//! What the styles of a Word file say: headings, items, bold.

use super::body::{attribute, is_off};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// What one style, or those it is based on, says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) heading: Option<u8>,
    pub(super) item: Option<u8>,
    pub(super) bold: Option<bool>,
    /// An entry of a table of contents.
    pub(super) contents: bool,
}

#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, (Style, Option<String>)>);

impl Styles {
    /// The style with all it is based on; a name that says it all is known without its style.
    pub(super) fn of(&self, id: &str) -> Style {
        const BASED_ON: usize = 12;
        let mut style = Style::default();
        let mut next = Some(id);
        for _ in 0..BASED_ON {
            let Some(id) = next else { break };
            let Some((own, base)) = self.0.get(id) else {
                let own = named(id);
                style.heading = style.heading.or(own.heading);
                style.contents |= own.contents;
                break;
            };
            style.heading = style.heading.or(own.heading);
            style.item = style.item.or(own.item);
            style.bold = style.bold.or(own.bold);
            style.contents |= own.contents;
            next = base.as_deref();
        }
        style
    }
}

/// What the name of a style says: “heading 2”, “Heading2”, “Title”, “List Bullet 2”, “toc 1”.
fn named(name: &str) -> Style {
    let name: String = name.to_lowercase().chars().filter(|c| *c != ' ').collect();
    let number = |rest: &str| {
        rest.parse::<u8>()
            .ok()
            .filter(|level| (1..=9).contains(level))
    };
    let mut style = Style::default();
    for start in ["heading", "überschrift", "titre"] {
        if let Some(level) = name.strip_prefix(start).and_then(number) {
            style.heading = Some(level.min(6));
        }
    }
    match name.as_str() {
        "title" => style.heading = Some(1),
        "subtitle" => style.heading = Some(2),
        _ => {}
    }
    for start in ["listbullet", "listnumber"] {
        if let Some(rest) = name.strip_prefix(start) {
            style.item = Some(number(rest).unwrap_or(1).min(6));
        }
    }
    style.contents = name.strip_prefix("toc").and_then(number).is_some();
    style
}

/// All styles of the part that holds them.
pub(super) fn read(xml: &str) -> Styles {
    let mut styles = Styles::default();
    let mut reader = Reader::from_str(xml);
    let mut open: Option<(String, Style, Option<String>)> = None;
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) => event,
        };
        match event {
            Event::Start(tag) | Event::Empty(tag) => match (tag.local_name().as_ref(), &mut open) {
                ("style", open) => {
                    *open = attribute(&tag, "styleId").map(|id| (id, Style::default(), None));
                }
                ("name", Some((_, style, _))) => {
                    if let Some(name) = attribute(&tag, "val") {
                        let own = named(&name);
                        style.heading = own.heading.or(style.heading);
                        style.item = own.item.or(style.item);
                        style.contents |= own.contents;
                    }
                }
                ("basedOn", Some((_, _, base))) => *base = attribute(&tag, "val"),
                ("outlineLvl", Some((_, style, _))) => {
                    let level = attribute(&tag, "val").and_then(|level| level.parse::<u8>().ok());
                    style.heading = style.heading.or(level
                        .filter(|level| *level < 9)
                        .map(|level| (level + 1).min(6)));
                }
                ("numId", Some((_, style, _)))
                    if attribute(&tag, "val").is_some_and(|id| id != "0") =>
                {
                    style.item = style.item.or(Some(1));
                }
                ("b", Some((_, style, _))) => style.bold = Some(!is_off(&tag)),
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "style" => {
                if let Some((id, style, base)) = open.take() {
                    styles.0.insert(id, (style, base));
                }
            }
            _ => {}
        }
    }
    styles
}
