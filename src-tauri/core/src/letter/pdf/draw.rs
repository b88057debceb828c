//! What stands on a page, as the operations that draw it.

use printpdf::{
    Color, Greyscale, Line as PdfLine, LinePoint, Op, PaintMode, PdfFontHandle, PdfPage, Point,
    Polygon, PolygonRing, Pt as PdfPt, TextItem, TextMatrix, WindingOrder,
};

use super::glyphs::{codes, show};
use super::{Says, font_id};
use crate::letter::lines::Pt;
use crate::letter::mark::{Ink, Mark, Page, Pages};

pub(super) fn draw(page: &Page, pages: &Pages, says: &Says) -> PdfPage {
    let mut ops = Vec::new();
    for mark in &page.marks {
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
            Mark::Text {
                x,
                baseline,
                size,
                ink,
                line,
            } => {
                ops.push(Op::StartTextSection);
                ops.push(Op::SetFillColor { col: color(*ink) });
                for run in &line.runs {
                    let (x, y) = (x + run.x, pages.height - baseline);
                    show(&mut ops, run, (x, y), (*size, *ink), says);
                }
                ops.push(Op::EndTextSection);
            }
            Mark::Watermark { size, line } => {
                // Rising from left to right through the middle of the page.
                let (sin, cos) = 50.0_f32.to_radians().sin_cos();
                let x = pages.width / 2.0 - cos * line.width / 2.0 + sin * size * 0.3;
                let y = pages.height / 2.0 - sin * line.width / 2.0 - cos * size * 0.3;
                // Not part of what is read aloud or searched (ISO 32000-1, 14.8.2.2).
                ops.push(Op::BeginMarkedContent {
                    tag: "Artifact".to_owned(),
                });
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
                ops.push(Op::EndMarkedContent);
            }
        }
    }
    let mm = |pt: Pt| printpdf::Mm(pt * 25.4 / 72.0);
    PdfPage::new(mm(pages.width), mm(pages.height), ops)
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
