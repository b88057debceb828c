//! Whether the address stays visible when the sheet slides in its envelope, measured on the layout itself.

use std::sync::OnceLock;

use serde::Deserialize;

use super::address::{Printed, printed, printed_sender};
use super::error::LetterError;
use super::face::Shaper;
use super::form::{Area, form};
use super::lines::Pt;
use super::sheet::{Envelope, Paper};

/// A rectangle of the page in millimetres from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Box {
    /// From the left edge.
    pub left: f32,
    /// From the top edge.
    pub top: f32,
    /// Its right edge, from the left edge of the page.
    pub right: f32,
    /// Its lower edge, from the top of the page.
    pub bottom: f32,
}

/// What the check found.
#[derive(Debug, Clone, PartialEq)]
pub struct WindowCheck {
    /// The address is whole, and inside what the window shows in every position of the sheet.
    pub fits: bool,
    /// A full sentence; empty where there is nothing to say.
    pub why: String,
    /// Where the address stands.
    pub address: Box,
    /// What the window shows in every position; absent where the envelope has none.
    pub visible: Option<Box>,
    /// Where the envelope's measures come from.
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    envelope: Vec<Measures>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Measures {
    id: Envelope,
    #[expect(dead_code, reason = "read by whoever edits the file")]
    name: String,
    height: f32,
    width: f32,
    window: Window,
    /// An upper window for whoever writes.
    #[serde(default)]
    sender: Option<Window>,
    folded: Folded,
    /// How far below the upper edge of the folded sheet its own upper edge lies, where it is folded so.
    #[serde(default)]
    set_back: SetBack,
    source: String,
    #[expect(dead_code, reason = "read by whoever edits the file")]
    checked: toml::value::Datetime,
    #[expect(dead_code, reason = "read by whoever edits the file")]
    confidence: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Window {
    left: f32,
    bottom: f32,
    width: f32,
    height: f32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Folded {
    a4: f32,
    us_letter: f32,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct SetBack {
    a4: f32,
    us_letter: f32,
}

fn book() -> Result<&'static Book, LetterError> {
    static BOOK: OnceLock<Result<Book, String>> = OnceLock::new();
    BOOK.get_or_init(|| {
        toml::from_str(include_str!("../../data/letters/envelopes.toml")).map_err(|e| e.to_string())
    })
    .as_ref()
    .map_err(|problem| LetterError::Pdf {
        problem: format!("the measures of the envelopes cannot be read ({problem})"),
    })
}

/// What a window shows of the page in every position of the sheet: flush above or below, left or right.
fn visible(of: &Measures, through: &Window, paper: Paper) -> Box {
    let (folded, back, wide) = match paper {
        Paper::A4 => (of.folded.a4, of.set_back.a4, 210.0),
        Paper::UsLetter => (of.folded.us_letter, of.set_back.us_letter, 215.9),
    };
    let down = (of.height - folded).max(0.0);
    let aside = (of.width - wide).max(0.0);
    let top = of.height - through.bottom - through.height - back;
    Box {
        left: through.left,
        right: through.left + through.width - aside,
        top,
        bottom: top + through.height - down,
    }
}

/// Measurements end within this; a printer is no more exact.
const EXACT: f32 = 0.1;

/// Measures the address as it is printed for this paper and envelope.
pub fn window(
    recipient_lines: &[String],
    paper: Paper,
    envelope: Envelope,
) -> Result<WindowCheck, LetterError> {
    let form = form(paper, envelope);
    let found = printed(&mut Shaper::new()?, recipient_lines, &form);
    let empty = recipient_lines.iter().all(|line| line.trim().is_empty());
    let said = if empty {
        "No address stands on it."
    } else if !found.whole {
        "The address is too long for the window; it was shortened there and stands whole above the subject."
    } else {
        ""
    };
    let measures = measures(envelope)?;
    let seen = measures.map(|of| visible(of, &of.window, paper));
    Ok(checked(form.address, &found, seen, said, measures))
}

/// The same for whoever writes, where the envelope has a window of its own for it.
pub fn sender_window(
    sender_lines: &[String],
    paper: Paper,
    envelope: Envelope,
) -> Result<Option<WindowCheck>, LetterError> {
    let form = form(paper, envelope);
    let Some((area, found)) = printed_sender(&mut Shaper::new()?, sender_lines, &form) else {
        return Ok(None);
    };
    let said = if sender_lines.iter().all(|line| line.trim().is_empty()) {
        "Nothing stands in the upper window."
    } else if !found.whole {
        "Your own address is too long for the upper window; it is shortened there. Write it in fewer or shorter lines."
    } else {
        ""
    };
    let measures = measures(envelope)?;
    let seen = measures.and_then(|of| Some(visible(of, of.sender.as_ref()?, paper)));
    Ok(Some(checked(area, &found, seen, said, measures)))
}

fn measures(envelope: Envelope) -> Result<Option<&'static Measures>, LetterError> {
    Ok(book()?.envelope.iter().find(|one| one.id == envelope))
}

/// What is already wrong is said first, then where it can hide.
fn checked(
    area: Area,
    found: &Printed,
    seen: Option<Box>,
    said: &str,
    measures: Option<&Measures>,
) -> WindowCheck {
    let mm = |pt: Pt| pt * 25.4 / 72.0;
    let address = Box {
        left: mm(area.left),
        top: mm(found.top),
        right: mm(area.left + found.width),
        bottom: mm(found.bottom),
    };
    let mut why = said.to_owned();
    if let (Some(seen), true) = (seen, why.is_empty()) {
        let over = [
            (seen.left - address.left, "on the left"),
            (seen.top - address.top, "above"),
            (address.right - seen.right, "on the right"),
            (address.bottom - seen.bottom, "below"),
        ];
        let worst = over
            .into_iter()
            .filter(|(by, _)| *by > EXACT)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((by, side)) = worst {
            why = format!(
                "When the sheet slides in the envelope, up to {by:.1} mm of the address can hide {side}."
            );
        }
    }
    WindowCheck {
        fits: why.is_empty(),
        why,
        address,
        visible: seen,
        source: measures.map(|of| of.source.clone()).unwrap_or_default(),
    }
}
