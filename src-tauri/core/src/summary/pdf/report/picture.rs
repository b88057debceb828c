//! The pictures of a report on its pages: every ink as a pattern that a black-and-white printer keeps apart.

use super::clean;
use crate::api::wire::{PictureShape, ReportPicture};
use crate::letter::{Align, Pen, Pt, Role, Texture};
use crate::summary::pdf::frame::{Frame, GREY, TEXT, bold, plain};
use crate::words::Ink;

/// Between the lines of a hatching, and between dots.
const HATCH: Pt = 3.2;
const DOTS: Pt = 2.7;
/// Lightness of fills, and of the lines that are only a help.
const FILL: u8 = 30;
const HELP: u8 = 82;

/// White between the words beside a picture and the picture, and the least these words take.
const BESIDE: Pt = 28.0;
const WORDS: Pt = 130.0;

/// Each with its title and what it shows: above and beneath it on an upright page, beside it on a wide one.
pub fn pictures(frame: &mut Frame, pictures: &[ReportPicture]) {
    for picture in pictures {
        let room = frame.page_room() * 0.8 / picture.height.max(1.0);
        let beside = frame.measure - picture.width - BESIDE;
        if beside >= WORDS && room >= 1.0 {
            with_words_beside(frame, picture, beside);
        } else {
            let scale = (frame.measure / picture.width.max(1.0)).min(1.0).min(room);
            with_words_around(frame, picture, scale);
        }
    }
}

fn with_words_around(frame: &mut Frame, picture: &ReportPicture, scale: f32) {
    let says = clean(&picture.says);
    let style = plain(8.5, GREY);
    let beneath = frame.drawing.broken(&says, picture.width * scale, style);
    frame.keep(picture.height * scale + beneath.len() as Pt * 11.5 + 26.0);
    frame.space(4.0);
    frame.drawing.begin(Role::Heading);
    frame.paragraph(&clean(&picture.title), bold(12.0, TEXT), 17.0);
    frame.space(5.0);
    draw(frame, picture, frame.left, scale);
    frame.y += picture.height * scale + 2.0;
    frame.drawing.begin(Role::Paragraph);
    for line in &beneath {
        frame.line(line, style, 11.5);
    }
    frame.space(16.0);
}

/// In its own size at the right edge, so that its words are as large as those of the tables.
fn with_words_beside(frame: &mut Frame, picture: &ReportPicture, room: Pt) {
    let (head, style) = (bold(12.0, TEXT), plain(8.5, GREY));
    let title = frame.drawing.broken(&clean(&picture.title), room, head);
    let says = frame.drawing.broken(&clean(&picture.says), room, style);
    let words = title.len() as Pt * 16.0 + says.len() as Pt * 11.5 + 4.0;
    let height = picture.height.max(words);
    frame.keep(height + 4.0);
    frame.space(4.0);
    let top = frame.y;
    frame.drawing.begin(Role::Heading);
    for line in &title {
        frame.line(line, head, 16.0);
    }
    frame.y += 4.0;
    frame.drawing.begin(Role::Paragraph);
    for line in &says {
        frame.line(line, style, 11.5);
    }
    frame.y = top;
    draw(frame, picture, frame.right - picture.width, 1.0);
    frame.y = top + height;
    frame.space(20.0);
}

/// Its words are read where they belong to something: in the table.
fn draw(frame: &mut Frame, picture: &ReportPicture, left: Pt, scale: f32) {
    frame.drawing.begin(Role::Running);
    let place = Place {
        x: left,
        y: frame.y,
        scale,
    };
    for shape in &picture.shapes {
        place.draw(frame, shape);
    }
}

/// Where the picture stands on the page.
struct Place {
    x: Pt,
    y: Pt,
    scale: Pt,
}

impl Place {
    fn at(&self, x: f32, y: f32) -> (Pt, Pt) {
        (self.x + x * self.scale, self.y + y * self.scale)
    }

    fn draw(&self, frame: &mut Frame, shape: &PictureShape) {
        match shape {
            PictureShape::Bar {
                x,
                y,
                width,
                height,
                ink,
            } => {
                let (width, height) = (width * self.scale, height * self.scale);
                bar(frame, self.at(*x, *y), (width, height), *ink);
            }
            PictureShape::Line {
                x1,
                y1,
                x2,
                y2,
                ink,
            } => {
                let (from, to) = (self.at(*x1, *y1), self.at(*x2, *y2));
                frame.drawing.stroke(from, to, pen(*ink));
            }
            PictureShape::Text {
                x,
                y,
                size,
                anchor,
                text,
                ink,
            } => {
                let align = match anchor.as_str() {
                    "middle" => Align::Centre,
                    "end" => Align::Right,
                    _ => Align::Left,
                };
                let grey = if *ink == Ink::Faint { GREY } else { TEXT };
                let (x, y) = self.at(*x, *y);
                let style = plain(size * self.scale, grey);
                frame.drawing.text(&clean(text), x, y, align, style);
            }
        }
    }
}

fn pen(ink: Ink) -> Pen {
    let (width, grey, texture) = match ink {
        Ink::Limit => (1.1, TEXT, Texture::Dashed(3.0)),
        Ink::Faint => (0.4, HELP, Texture::Solid),
        _ => (0.7, FILL, Texture::Solid),
    };
    Pen {
        width,
        grey,
        texture,
    }
}

/// Filled, hatched, dotted, an outline, or cross-hatched where it is late.
fn bar(frame: &mut Frame, (x, y): (Pt, Pt), (width, height): (Pt, Pt), ink: Ink) {
    let solid = |width: Pt| Pen {
        width,
        grey: FILL,
        texture: Texture::Solid,
    };
    match ink {
        Ink::Second => hatch(frame, (x, y), (width, height), HATCH, true, solid(0.55)),
        Ink::Late => {
            hatch(frame, (x, y), (width, height), HATCH, true, solid(0.7));
            hatch(frame, (x, y), (width, height), HATCH, false, solid(0.7));
        }
        Ink::Third => dots(frame, (x, y), (width, height)),
        Ink::Fourth => {}
        Ink::Faint => return frame.drawing.bar(x, y, width, height, HELP),
        _ => return frame.drawing.bar(x, y, width, height, FILL),
    }
    // Drawn within, so that bars on each other do not grow.
    let inset = 0.3_f32.min(width / 2.0).min(height / 2.0);
    let (left, right) = (x + inset, x + width - inset);
    let (top, bottom) = (y + inset, y + height - inset);
    for (from, to) in [
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((right, bottom), (left, bottom)),
        ((left, bottom), (left, top)),
    ] {
        frame.drawing.stroke(from, to, solid(0.6));
    }
}

/// Slanting lines, each cut at the edges of the bar.
fn hatch(
    frame: &mut Frame,
    (x, y): (Pt, Pt),
    (width, height): (Pt, Pt),
    apart: Pt,
    rising: bool,
    pen: Pen,
) {
    // Along the edge a line meets, they stand wider apart than across.
    let step = apart * std::f32::consts::SQRT_2;
    let count = ((width + height) / step).ceil() as u32;
    for n in 0..count {
        let from = (n as Pt + 0.5) * step;
        if from >= width + height {
            break;
        }
        // The line x' + y' = from, in the bar's own corner.
        let (a, b) = ((from - height).max(0.0), from.min(width));
        let (ya, yb) = (from - a, from - b);
        let (ya, yb) = if rising {
            (ya, yb)
        } else {
            (height - ya, height - yb)
        };
        frame.drawing.stroke((x + a, y + ya), (x + b, y + yb), pen);
    }
}

/// Rows of dots, every other one shifted.
fn dots(frame: &mut Frame, (x, y): (Pt, Pt), (width, height): (Pt, Pt)) {
    let pen = Pen {
        width: 0.95,
        grey: FILL,
        texture: Texture::Dotted(DOTS),
    };
    let rows = (height / DOTS).floor() as u32;
    for row in 0..rows {
        let down = y + (row as Pt + 0.5) * height / rows.max(1) as Pt;
        let shift = if row % 2 == 0 { 0.5 } else { 1.0 } * DOTS;
        if width > shift + 1.0 {
            frame
                .drawing
                .stroke((x + shift, down), (x + width - 0.9, down), pen);
        }
    }
}
