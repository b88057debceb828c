//! What stands on a page, as the operations that draw it.

use std::collections::BTreeMap;

use printpdf::{
    Color, CurTransMat, DictItem, Greyscale, Line as PdfLine, LineCapStyle, LineDashPattern,
    LinePoint, Op, PaintMode, PdfFontHandle, PdfPage, Point, Polygon, PolygonRing, Pt as PdfPt,
    TextItem, TextMatrix, WindingOrder, XObjectId, XObjectTransform,
};

use super::glyphs::{codes, show};
use super::{Says, font_id};
use crate::letter::lines::{Pt, Run};
use crate::letter::mark::{Ink, Mark, Page, Pages, Texture};
use crate::letter::tags::Place;

/// Draws a page; `places` says of each of its marks what it is to a reader, and of none where the file is not tagged.
pub(super) fn draw(page: &Page, pages: &Pages, says: &Says, places: &[Place]) -> PdfPage {
    let mut ops = Vec::new();
    let mut open = Place::Bare;
    for (at, mark) in page.marks.iter().enumerate() {
        let place = match (places.get(at).copied().unwrap_or(Place::Bare), mark) {
            // Not part of what is read aloud or searched, tagged or not (ISO 32000-1, 14.8.2.2).
            (Place::Bare, Mark::Watermark { .. } | Mark::Picture { .. }) => Place::Decoration,
            (place, _) => place,
        };
        turn(&mut ops, &mut open, place);
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
            Mark::Stroke {
                from,
                to,
                width,
                ink,
                texture,
            } => {
                let dashes = match texture {
                    Texture::Solid => None,
                    Texture::Dashed(length) => Some((*length, *length, LineCapStyle::Butt)),
                    Texture::Dotted(apart) => Some((0.0, *apart, LineCapStyle::Round)),
                };
                ops.push(Op::SaveGraphicsState);
                if let Some((dash, gap, cap)) = dashes {
                    let dash = LineDashPattern::new(0.0, &[dash, gap]);
                    ops.push(Op::SetLineDashPattern { dash });
                    ops.push(Op::SetLineCapStyle { cap });
                }
                ops.push(Op::SetOutlineColor { col: color(*ink) });
                ops.push(Op::SetOutlineThickness { pt: PdfPt(*width) });
                ops.push(Op::DrawLine {
                    line: PdfLine {
                        points: vec![
                            point(from.0, pages.height - from.1),
                            point(to.0, pages.height - to.1),
                        ],
                        is_closed: false,
                    },
                });
                ops.push(Op::RestoreGraphicsState);
            }
            Mark::Text {
                x,
                baseline,
                size,
                ink,
                line,
                ..
            } => {
                ops.push(Op::StartTextSection);
                ops.push(Op::SetFillColor { col: color(*ink) });
                let y = pages.height - baseline;
                for run in &line.runs {
                    show(&mut ops, run, (x + run.x, y), (*size, *ink), says);
                }
                if line.goes_on && matches!(place, Place::Content(..)) {
                    space(&mut ops, line.runs.last(), (x + line.width, y), says);
                }
                ops.push(Op::EndTextSection);
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
                ops.push(Op::SaveGraphicsState);
                ops.push(Op::SetTransformationMatrix {
                    matrix: CurTransMat::Raw(picture.matrix(corner, (*width, *height))),
                });
                ops.push(Op::UseXobject {
                    id: XObjectId(picture.name().to_owned()),
                    transform: XObjectTransform {
                        no_auto_scale: true,
                        ..XObjectTransform::default()
                    },
                });
                ops.push(Op::RestoreGraphicsState);
            }
            Mark::Watermark { size, line } => {
                // Rising from left to right through the middle of the page.
                let (sin, cos) = 50.0_f32.to_radians().sin_cos();
                let x = pages.width / 2.0 - cos * line.width / 2.0 + sin * size * 0.3;
                let y = pages.height / 2.0 - sin * line.width / 2.0 - cos * size * 0.3;
                ops.push(Op::StartTextSection);
                ops.push(Op::SetFillColor {
                    col: color(Ink::Pale),
                });
                for run in &line.runs {
                    ops.push(Op::SetFont {
                        font: PdfFontHandle::External(font_id(run.cut)),
                        size: PdfPt(*size),
                    });
                    ops.push(Op::SetTextMatrix {
                        matrix: TextMatrix::Raw([cos, sin, -sin, cos, x, y]),
                    });
                    ops.push(Op::ShowText {
                        items: vec![TextItem::GlyphIds(codes(run, &run.glyphs, says))],
                    });
                }
                ops.push(Op::EndTextSection);
            }
        }
    }
    turn(&mut ops, &mut open, Place::Bare);
    let mm = |pt: Pt| printpdf::Mm(pt * 25.4 / 72.0);
    PdfPage::new(mm(pages.width), mm(pages.height), ops)
}

/// Ends what was open and begins what comes now, unless it is the same.
fn turn(ops: &mut Vec<Op>, open: &mut Place, now: Place) {
    if *open == now {
        return;
    }
    if *open != Place::Bare {
        ops.push(Op::EndMarkedContent);
    }
    *open = now;
    let (tag, key, value) = match now {
        Place::Bare => return,
        Place::Decoration => {
            let tag = "Artifact".to_owned();
            ops.push(Op::BeginMarkedContent { tag });
            return;
        }
        Place::Running => ("Artifact", "Type", DictItem::Name(b"Pagination".to_vec())),
        Place::Content(name, number) => (name, "MCID", DictItem::Int(i64::from(number))),
    };
    ops.push(Op::BeginMarkedContentWithProperties {
        tag: tag.to_owned(),
        properties: DictItem::Dict {
            map: BTreeMap::from([(key.to_owned(), value)]),
        },
    });
}

/// The space left out at the end of a line, so that a reader who does not see the line end hears two words
/// (ISO 32000-1, 14.8.2.5).
fn space(ops: &mut Vec<Op>, run: Option<&Run>, (x, y): (Pt, Pt), says: &Says) {
    let Some((run, space)) = run.and_then(|run| Some((run, run.cut.space()?))) else {
        return;
    };
    ops.push(Op::SetTextMatrix {
        matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]),
    });
    ops.push(Op::ShowText {
        items: vec![TextItem::GlyphIds(codes(run, &[space], says))],
    });
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

pub(super) fn color(ink: Ink) -> Color {
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
