//! Where things stand on the page, in millimetres from its top left corner.

use super::lines::Pt;
use super::sheet::{Envelope, Paper};

/// Millimetres as points.
pub(super) const fn mm(millimetres: f32) -> Pt {
    millimetres * 72.0 / 25.4
}

/// The measures of one kind of page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub width: Pt,
    pub height: Pt,
    pub left: Pt,
    /// Of the text column.
    pub measure: Pt,
    /// Right edge of letterhead, reference block and page numbers.
    pub right: Pt,
    pub head_top: Pt,
    /// The address as it must stay visible.
    pub address: Area,
    /// Baseline of the small return line; none where the envelope is printed with it.
    pub return_line: Option<Pt>,
    pub reference_left: Pt,
    pub reference_top: Pt,
    /// The first page's text begins here or below.
    pub text_top: Pt,
    pub next_top: Pt,
    pub bottom: Pt,
    pub folds: &'static [f32],
    pub punch: Option<f32>,
}

/// A rectangle of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub left: Pt,
    pub top: Pt,
    pub width: Pt,
    pub height: Pt,
}

/// The measures for this paper and envelope.
pub(super) fn form(paper: Paper, envelope: Envelope) -> Form {
    let (width, height) = match paper {
        Paper::A4 => (mm(210.0), mm(297.0)),
        Paper::UsLetter => (mm(215.9), mm(279.4)),
    };
    let base = Form {
        width,
        height,
        left: mm(25.0),
        measure: width - mm(25.0) - mm(32.0),
        right: width - mm(20.0),
        head_top: mm(17.0),
        address: Area {
            left: mm(25.0),
            top: mm(50.0),
            width: mm(80.0),
            height: mm(27.3),
        },
        return_line: None,
        reference_left: width - mm(75.0),
        reference_top: mm(50.0),
        text_top: mm(84.0),
        next_top: mm(32.0),
        bottom: height - mm(25.0),
        folds: &[],
        punch: None,
    };
    match envelope {
        // DIN 5008 form B: field of 85 by 45 mm at (20, 45); its upper 17.7 mm hold the return line and
        // remarks, its lower 27.3 mm the address; text 5 mm inside; folds at 105 and 210 mm.
        Envelope::Din5008B => Form {
            address: Area {
                left: mm(25.0),
                top: mm(62.7),
                width: mm(77.0),
                height: mm(27.3),
            },
            return_line: Some(mm(60.4)),
            reference_left: mm(125.0),
            reference_top: mm(62.7),
            text_top: mm(102.5),
            folds: if matches!(paper, Paper::A4) {
                &[105.0, 210.0]
            } else {
                &[]
            },
            punch: matches!(paper, Paper::A4).then_some(148.5),
            ..base
        },
        // A sheet folded in thirds is 93 mm high in an envelope of 105 mm, and may slide 12 mm down or up
        // and 25 mm aside: what the window shows in every position begins 63.5 mm from the top and is 17 mm high.
        Envelope::Us10 => Form {
            left: mm(25.4),
            address: Area {
                left: mm(25.4),
                top: mm(63.5),
                width: mm(84.0),
                height: mm(17.0),
            },
            reference_top: mm(50.0),
            text_top: mm(98.0),
            ..base
        },
        // A4 in thirds is 99 mm high in an envelope of 110 mm: it may slide 11 mm, and the window keeps
        // showing 57 to 81 mm from the top, and 20 to 100 mm from the left.
        Envelope::Dl => Form {
            address: Area {
                left: mm(25.0),
                top: mm(57.4),
                width: mm(74.0),
                height: mm(23.4),
            },
            return_line: Some(mm(55.0)),
            reference_top: mm(57.4),
            text_top: mm(96.0),
            folds: if matches!(paper, Paper::A4) {
                &[99.0, 198.0]
            } else {
                &[]
            },
            ..base
        },
        // No window to miss: the address may be as long as it needs.
        Envelope::Plain => Form {
            address: Area {
                height: mm(60.0),
                ..base.address
            },
            ..base
        },
    }
}
