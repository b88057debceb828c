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
    /// Where the letterhead must end.
    pub head_bottom: Pt,
    /// Where it begins from the left.
    pub head_left: Pt,
    /// The address as it must stay visible.
    pub address: Area,
    /// Baseline of the small return line; none where the envelope is printed with it.
    pub return_line: Option<Pt>,
    /// Who writes, where the envelope has a window of its own for it.
    pub sender: Option<Area>,
    pub reference_left: Pt,
    pub reference_top: Pt,
    /// The first page's text begins here or below.
    pub text_top: Pt,
    pub next_top: Pt,
    /// Of the text; the first page ends above its foot.
    pub bottom: Pt,
    pub first_bottom: Pt,
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

/// Eleven inches in thirds.
static US_FOLDS: [f32; 2] = [93.1, 186.3];

/// The measures for this paper and envelope.
pub(super) fn form(paper: Paper, envelope: Envelope) -> Form {
    let (width, height) = match paper {
        Paper::A4 => (mm(210.0), mm(297.0)),
        Paper::UsLetter => (mm(215.9), mm(279.4)),
    };
    let a4 = matches!(paper, Paper::A4);
    let base = Form {
        width,
        height,
        left: mm(25.0),
        measure: width - mm(25.0) - mm(32.0),
        right: width - mm(20.0),
        head_top: mm(17.0),
        head_bottom: mm(42.0),
        head_left: mm(25.0),
        address: Area {
            left: mm(25.0),
            top: mm(50.0),
            width: mm(80.0),
            height: mm(27.3),
        },
        return_line: None,
        sender: None,
        reference_left: width - mm(75.0),
        reference_top: mm(50.0),
        text_top: mm(84.0),
        next_top: mm(32.0),
        bottom: height - mm(25.0),
        first_bottom: height - mm(25.0),
        folds: if a4 { &[99.0, 198.0] } else { &US_FOLDS },
        punch: None,
    };
    match envelope {
        // DIN 5008 form A: the field of form B 18 mm higher; folded at 87 and 192 mm, so that it lies in the same window.
        Envelope::Din5008A => Form {
            head_top: mm(8.0),
            head_bottom: mm(27.0),
            address: Area {
                left: mm(25.0),
                top: mm(44.7),
                width: mm(77.0),
                height: mm(27.3),
            },
            return_line: Some(mm(42.4)),
            reference_left: mm(125.0),
            reference_top: mm(44.7),
            text_top: mm(84.5),
            folds: if a4 { &[87.0, 192.0] } else { &US_FOLDS },
            punch: a4.then_some(148.5),
            ..base
        },
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
            head_bottom: mm(54.0),
            folds: if a4 { &[105.0, 210.0] } else { &US_FOLDS },
            punch: a4.then_some(148.5),
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
            head_left: mm(25.4),
            reference_top: mm(50.0),
            text_top: mm(98.0),
            ..base
        },
        // The same sheet behind two windows, 24 to 34 mm and 64 to 77 mm from the top wherever it slides;
        // the name stands at the right, so that nothing else shows in the upper one.
        Envelope::Us10Double => Form {
            left: mm(25.4),
            head_left: mm(110.0),
            head_bottom: mm(46.0),
            address: Area {
                left: mm(25.4),
                top: mm(63.7),
                width: mm(59.0),
                height: mm(13.4),
            },
            sender: Some(Area {
                left: mm(25.4),
                top: mm(24.2),
                width: mm(46.5),
                height: mm(10.0),
            }),
            reference_top: mm(56.0),
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
            head_bottom: mm(49.4),
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
