//! What stands on a page, as the operators that draw it.

use super::content::Content;
use super::faces::Faces;
use super::glyphs::show;
use crate::letter::lines::{Pt, Run};
use crate::letter::mark::{Ink, Mark, Page, Pages, Texture};
use crate::letter::tags::Place;

/// Draws a page; `places` says of each of its marks what it is to a reader, and of none where the file is not tagged.
pub(super) fn draw(page: &Page, pages: &Pages, faces: &Faces, places: &[Place]) -> Vec<u8> {
    let mut content = Content::default();
    let mut open = Place::Bare;
    for (at, mark) in page.marks.iter().enumerate() {
        let place = match (places.get(at).copied().unwrap_or(Place::Bare), mark) {
            // Not part of what is read aloud or searched, tagged or not (ISO 32000-1, 14.8.2.2).
            (Place::Bare, Mark::Watermark { .. } | Mark::Picture { .. }) => Place::Decoration,
            (place, _) => place,
        };
        turn(&mut content, &mut open, place);
        match mark {
            Mark::Rule { x, y, length, ink } => {
                let y = pages.height - y;
                content.operator(&[grey(*ink)], "G");
                content.operator(&[0.5], "w");
                content.operator(&[*x, y], "m");
                content.operator(&[x + length, y], "l");
                content.operator(&[], "S");
            }
            Mark::Bar {
                x,
                y,
                width,
                height,
                ink,
            } => {
                content.operator(&[grey(*ink)], "g");
                let bottom = pages.height - y - height;
                content.operator(&[*x, bottom, *width, *height], "re");
                content.operator(&[], "f");
            }
            Mark::Stroke {
                from,
                to,
                width,
                ink,
                texture,
            } => {
                let (from, to) = ((from.0, pages.height - from.1), (to.0, pages.height - to.1));
                content.operator(&[], "q");
                match texture {
                    Texture::Solid => {}
                    Texture::Dashed(length) => content.dash(*length, *length),
                    Texture::Dotted(apart) => {
                        content.dash(0.0, *apart);
                        content.operator(&[1.0], "J");
                    }
                }
                content.operator(&[grey(*ink)], "G");
                content.operator(&[*width], "w");
                content.operator(&[from.0, from.1], "m");
                content.operator(&[to.0, to.1], "l");
                content.operator(&[], "S");
                content.operator(&[], "Q");
            }
            Mark::Text {
                x,
                baseline,
                size,
                ink,
                line,
                ..
            } => {
                content.operator(&[], "BT");
                content.operator(&[grey(*ink)], "g");
                let y = pages.height - baseline;
                for run in &line.runs {
                    if let Some(face) = faces.of_run(run) {
                        show(&mut content, run, (x + run.x, y), (*size, *ink), face);
                    }
                }
                if line.goes_on && matches!(place, Place::Content(..)) {
                    space(&mut content, line.runs.last(), (x + line.width, y), faces);
                }
                content.operator(&[], "ET");
            }
            Mark::Picture {
                x,
                y,
                width,
                height,
                picture,
                ..
            } => {
                let corner = (*x, pages.height - y - height);
                content.operator(&[], "q");
                content.operator(&picture.matrix(corner, (*width, *height)), "cm");
                content.named(picture.name(), "Do");
                content.operator(&[], "Q");
            }
            Mark::Watermark { size, line } => {
                // Rising from left to right through the middle of the page.
                let (sin, cos) = 50.0_f32.to_radians().sin_cos();
                let x = pages.width / 2.0 - cos * line.width / 2.0 + sin * size * 0.3;
                let y = pages.height / 2.0 - sin * line.width / 2.0 - cos * size * 0.3;
                content.operator(&[], "BT");
                content.operator(&[grey(Ink::Pale)], "g");
                for run in &line.runs {
                    if let Some(face) = faces.of_run(run) {
                        content.face(face, *size);
                        content.operator(&[cos, sin, -sin, cos, x, y], "Tm");
                        content.show_turned(face, &run.glyphs);
                    }
                }
                content.operator(&[], "ET");
            }
        }
    }
    turn(&mut content, &mut open, Place::Bare);
    content.written()
}

/// Ends what was open and begins what comes now, unless it is the same.
fn turn(content: &mut Content, open: &mut Place, now: Place) {
    if *open == now {
        return;
    }
    if *open != Place::Bare {
        content.operator(&[], "EMC");
    }
    *open = now;
    match now {
        Place::Bare => {}
        Place::Decoration => content.named("Artifact", "BMC"),
        Place::Running => content.begin("Artifact", "/Type /Pagination"),
        Place::Content(name, number) => content.begin(name, &format!("/MCID {number}")),
    }
}

/// The space left out at the end of a line, so that a reader who does not see the line end hears two words
/// (ISO 32000-1, 14.8.2.5).
fn space(content: &mut Content, run: Option<&Run>, place: (Pt, Pt), faces: &Faces) {
    let face = run.and_then(|run| faces.of_run(run));
    if let Some((face, space)) = face.and_then(|face| Some((face, face.space()?))) {
        content.show(face, std::slice::from_ref(space), place);
    }
}

/// How light an ink is, 0 black to 1 white.
pub(super) fn grey(ink: Ink) -> f32 {
    match ink {
        Ink::Text => 0.07,
        Ink::Quiet => 0.36,
        Ink::Hairline => 0.62,
        Ink::Pale => 0.92,
        Ink::Grey(lightness) => f32::from(lightness.min(100)) / 100.0,
    }
}
