//! Runs of text as the operations that show them, each letter saying what it stands for.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, DictItem, Op, PdfFontHandle, Pt as PdfPt, TextItem, TextMatrix, TextRenderingMode,
};

use super::draw::color;
use super::{Says, font_id};
use crate::letter::cut::Cut;
use crate::letter::face::{Face, Glyph, clusters, reading};
use crate::letter::lines::{Pt, Run};
use crate::letter::mark::Ink;

/// How thick the line is that makes a regular face look bold, in parts of its size.
const HEAVIER: Pt = 0.028;

/// A glyph that moves the pen by so much more or less than its width is placed within its cluster, not beside the next.
const WIDER: Pt = 30.0;

/// Shows a run from its place on the page.
pub(super) fn show(
    ops: &mut Vec<Op>,
    run: &Run,
    (x, y): (Pt, Pt),
    (size, ink): (Pt, Ink),
    says: &Says,
) {
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
pub(super) fn codes(run: &Run, glyphs: &[Glyph], says: &Says) -> Vec<Codepoint> {
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
