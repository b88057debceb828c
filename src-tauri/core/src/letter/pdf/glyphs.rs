//! Runs of text as the operators that show them, each letter saying what it stands for.

use super::content::{Content, utf16};
use super::draw::grey;
use super::faces::Face;
use crate::letter::cut::Cut;
use crate::letter::face::{Face as Weight, Glyph, clusters, reading};
use crate::letter::lines::{Pt, Run};
use crate::letter::mark::Ink;

/// How thick the line is that makes a regular face look bold, in parts of its size.
const HEAVIER: Pt = 0.028;

/// A glyph that moves the pen by so much more or less than its width is placed within its cluster, not beside the next.
const WIDER: Pt = 30.0;

/// Shows a run from its place on the page.
pub(super) fn show(
    content: &mut Content,
    run: &Run,
    (x, y): (Pt, Pt),
    (size, ink): (Pt, Ink),
    face: &Face,
) {
    content.face(face, size);
    // Only the book face has a bold file; the others get a thin outline.
    let heavier = run.face == Weight::Bold && run.cut != Cut::BOLD;
    if heavier {
        content.operator(&[grey(ink)], "G");
        content.operator(&[size * HEAVIER], "w");
        content.operator(&[2.0], "Tr");
    }
    let mut pen = x;
    let mut shown = 0;
    for range in clusters(&run.glyphs) {
        let cluster = run.glyphs.get(range.clone()).unwrap_or_default();
        let stands_off = |g: &Glyph| {
            g.x != 0.0 || g.y != 0.0 || g.advance == 0.0 || (g.advance - g.width).abs() > WIDER
        };
        let apart = cluster.len() > 1 && cluster.iter().any(stands_off);
        if !apart && says_itself(cluster, run.rightward, face) {
            continue;
        }
        let before = run.glyphs.get(shown..range.start).unwrap_or_default();
        level(content, before, (&mut pen, y), size, face);
        let mut text = reading(cluster, run.rightward);
        // Readers turn what stands from right to left around, character by character.
        if !run.rightward {
            text = text.chars().rev().collect();
        }
        // It replaces what its glyphs say (ISO 32000-1, 14.9.4).
        content.begin("Span", &format!("/ActualText {}", utf16(&text)));
        together(content, cluster, (&mut pen, y), size, face);
        content.operator(&[], "EMC");
        shown = range.end;
    }
    let last = run.glyphs.get(shown..).unwrap_or_default();
    level(content, last, (&mut pen, y), size, face);
    if heavier {
        content.operator(&[0.0], "Tr");
    }
}

/// Whether the glyphs of a cluster say its text one by one.
fn says_itself(cluster: &[Glyph], rightward: bool, face: &Face) -> bool {
    if let [one] = cluster {
        return face.says(one) == one.instead.as_deref().unwrap_or(&one.text);
    }
    let said = cluster.iter().map(|glyph| face.says(glyph));
    let said: String = if rightward {
        said.collect()
    } else {
        said.rev().collect()
    };
    said == reading(cluster, rightward)
}

/// Shows a cluster as one: readers take its place from the first and the last glyph shown, so these mark its ends.
fn together(
    content: &mut Content,
    cluster: &[Glyph],
    (pen, y): (&mut Pt, Pt),
    size: Pt,
    face: &Face,
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
    if let Some(space) = face.space() {
        if !places.first().is_some_and(at_begin) {
            places.insert(0, (begin, y, space));
        }
        if !places.last().is_some_and(at_end) {
            places.push((end - space.advance * unit, y, space));
        }
    }
    for (x, y, glyph) in places {
        content.show(face, std::slice::from_ref(glyph), (x, y));
    }
}

/// Shows glyphs along the line; a mark that sits above or below it is placed on its own.
fn level(content: &mut Content, glyphs: &[Glyph], (pen, y): (&mut Pt, Pt), size: Pt, face: &Face) {
    let mut rest = glyphs;
    while !rest.is_empty() {
        let placed = |g: &Glyph| g.x != 0.0 || g.y != 0.0;
        let level = rest.iter().position(placed).unwrap_or(rest.len()).max(1);
        let (now, later) = rest.split_at(level);
        let (dx, dy) = match now {
            [one] => (one.x * size / 1000.0, one.y * size / 1000.0),
            _ => (0.0, 0.0),
        };
        content.show(face, now, (*pen + dx, y + dy));
        *pen += now.iter().map(|g| g.advance).sum::<f32>() * size / 1000.0;
        rest = later;
    }
}
