//! A letter that misses its page by a little is drawn together: in a fixed order, and only as much as it needs.

use super::flow::{Row, page_end};
use super::form::{Form, mm};
use super::lines::Pt;
use super::tags::Role;

/// Steps of each thing that gives.
const FINE: u16 = 16;
/// Four things give, one after the other.
const ALL: u16 = FINE * 4;
/// Of the white between paragraphs, and of that around the signature, no more than this is taken.
const BETWEEN: f32 = 0.34;
const AROUND: f32 = 0.35;
/// Of the leading.
const LEADING: f32 = 0.04;
/// The text may end so much lower; above the particulars of the house less.
const LOWER: Pt = mm(5.0);
const LOWER_ABOVE_FOOT: Pt = mm(2.0);
/// What a smaller size saves of the height of the lines at the very most, being closer and holding more.
const SMALLER: f32 = 0.13;

/// Where text may stand.
#[derive(Clone, Copy)]
pub(super) struct Room<'f> {
    pub form: &'f Form,
    /// Where it begins on the first page.
    pub top: Pt,
    /// How many pages there are before it.
    pub before: usize,
}

impl Room<'_> {
    /// Where the text of one of its pages begins and must end.
    pub(super) fn extent(self, page: usize, squeeze: Squeeze) -> (Pt, Pt) {
        let form = self.form;
        let [first, next] = squeeze.lower;
        match self.before + page {
            0 => (
                self.top.min(form.first_bottom - mm(40.0)),
                form.first_bottom + first,
            ),
            _ => (form.next_top, form.bottom + next),
        }
    }
}

/// A text as it is best set: each part that begins a page of its own is drawn together only where that spares a page.
pub(super) struct Fit {
    /// One for each part.
    pub squeezes: Vec<Squeeze>,
    pub pages: usize,
    /// A smaller size may spare a page that this does not; whether it does shows only when it is set.
    pub smaller: bool,
}

impl Fit {
    pub(super) fn of(rows: &[Row], room: Room) -> Self {
        let mut fit = Self {
            squeezes: Vec::new(),
            pages: 0,
            smaller: false,
        };
        for part in parts(rows) {
            let room = Room {
                before: fit.pages,
                ..room
            };
            let pages = Squeeze::default().pages(part, room);
            let fewer = pages.saturating_sub(1);
            let squeeze = Squeeze::within(fewer, part, room);
            if squeeze.is_none() && pages > 1 {
                let all = Squeeze::at(ALL, room.form);
                let smaller = Squeeze {
                    leading: all.leading + SMALLER,
                    ..all
                };
                fit.smaller |= smaller.pages(part, room) <= fewer;
            }
            fit.pages += if squeeze.is_some() { fewer } else { pages };
            fit.squeezes.push(squeeze.unwrap_or_default());
        }
        fit
    }
}

/// The letter, and each page that goes with it, such as a form to sign.
pub(super) fn parts(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|_, next| !next.breaks)
}

/// How much is taken of each thing that gives.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Squeeze {
    between: f32,
    around: f32,
    leading: f32,
    /// Points on the first page and on the others.
    lower: [Pt; 2],
}

impl Squeeze {
    /// First the white between paragraphs gives, then that around the signature, then the leading, then the margin.
    fn at(step: u16, form: &Form) -> Self {
        let part = |place: u16| {
            let here = step.saturating_sub(place * FINE).min(FINE);
            f32::from(here) / f32::from(FINE)
        };
        let foot = form.first_bottom < form.bottom;
        let first = if foot { LOWER_ABOVE_FOOT } else { LOWER };
        Self {
            between: part(0) * BETWEEN,
            around: part(1) * AROUND,
            leading: part(2) * LEADING,
            lower: [part(3) * first, part(3) * LOWER],
        }
    }

    /// The least that brings these rows onto no more than so many pages; none where that is too much to ask.
    fn within(most: usize, rows: &[Row], room: Room) -> Option<Self> {
        let enough = |step: u16| Self::at(step, room.form).pages(rows, room) <= most;
        if most == 0 || !enough(ALL) {
            return None;
        }
        let (mut from, mut to) = (0, ALL);
        while from < to {
            let between = from.midpoint(to);
            if enough(between) {
                to = between;
            } else {
                from = between + 1;
            }
        }
        Some(Self::at(to, room.form))
    }

    /// How many pages these rows fill.
    fn pages(self, rows: &[Row], room: Room) -> usize {
        let (mut count, mut start) = (0, 0);
        while start < rows.len() {
            let (begin, bottom) = room.extent(count, self);
            start += page_end(&rows[start..], begin, bottom, self);
            count += 1;
        }
        count
    }

    /// The white above a row.
    pub(super) fn gap(self, row: &Row) -> Pt {
        let taken = match row.role {
            Role::Signature | Role::Note => self.around,
            _ => self.between,
        };
        row.gap * (1.0 - taken)
    }

    /// How high a row is; what is no line of text gives nothing.
    pub(super) fn height(self, row: &Row) -> Pt {
        if row.picture.is_some() || row.rule.is_some() {
            return row.height;
        }
        row.height * (1.0 - self.leading)
    }
}
