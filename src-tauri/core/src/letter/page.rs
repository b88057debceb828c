//! A sheet becomes pages: every line with its place.

use super::address::address;
use super::annex;
use super::error::LetterError;
use super::face::{Face, Shaper};
use super::flow::{Manuscript, Row, Setting, paginate, rows};
use super::foot::foot;
use super::form::{Form, form, mm};
use super::head::{head, reference};
use super::lines::{Pt, plain, set, shorten, single};
use super::mark::{Ink, Mark, Page, Pages, put};
use super::sheet::{Look, Sheet};
use super::squeeze::{Fit, Room};
use super::tags::{Part, Role};
use super::tongue::{PageWords, page_words};

/// The type size of the body.
pub(super) const BODY: Pt = 11.0;
/// Small print: contact lines, labels.
pub(super) const SMALL: Pt = 8.5;

/// Lays out the whole letter, or names what cannot be printed.
pub(super) fn compose(sheet: &Sheet) -> Result<Pages, LetterError> {
    let form = form(sheet.paper, sheet.envelope);
    let words = page_words(&sheet.language)?;
    let mut shaper = Shaper::new()?;
    let shaper = &mut shaper;

    let mut first = Page::default();
    head(&mut first, shaper, sheet, &form);
    let (foot_top, foot) = foot(shaper, sheet, &form).unzip();
    let form = Form {
        first_bottom: foot_top.map_or(form.bottom, |top| form.bottom.min(top - mm(9.0))),
        ..form
    };
    let addressed = address(&mut first, shaper, sheet, &form);
    let reference_bottom = reference(&mut first, shaper, sheet, &form, words);
    let top = form
        .text_top
        .max(addressed.bottom + mm(8.0))
        .max(reference_bottom + mm(8.0));

    let room = Room {
        form: &form,
        top,
        before: 0,
    };
    let (flowing, fit) = fitted(shaper, sheet, &addressed.cut, room, words);
    let mut pages = paginate(first, flowing, room, &fit.squeezes);
    pages.extend(annex::pages(shaper, sheet, &form)?);
    // What stands at the foot of every page stands above the legal particulars on the first.
    let below = |at: usize| match foot_top {
        Some(top) if at == 0 => top - mm(3.0),
        _ => form.height - mm(13.0),
    };
    number(&mut pages, shaper, sheet, &form, words, below(0));
    for (at, page) in pages.iter_mut().enumerate() {
        fold_marks(page, &form, sheet.look);
        if sheet.draft {
            let line = single(shaper, &words.draft, Face::Bold, 120.0);
            page.marks.insert(0, Mark::Watermark { size: 120.0, line });
            // The pale letters are no text to a reader; this line is.
            let line = single(shaper, &words.draft_note, Face::Regular, SMALL);
            page.text.push('\n');
            page.part = Some(Part {
                role: Role::Note,
                // Apart from the remarks of the text and the columns of the foot.
                number: u32::MAX / 2 + u32::try_from(at).unwrap_or_default(),
            });
            put(page, form.left, below(at), SMALL, Ink::Quiet, line);
        }
    }
    // Read after the letter, though its place was needed first.
    if let (Some(foot), Some(page)) = (foot, pages.first_mut()) {
        page.marks.extend(foot.marks);
        page.text.push('\n');
        page.text.push_str(&foot.text);
    }
    match shaper.complaint() {
        // A preview shows a box where a character is missing; the list of what is missing names it.
        Some(complaint) if !sheet.draft => Err(complaint),
        _ => Ok(Pages {
            width: form.width,
            height: form.height,
            pages,
        }),
    }
}

/// The flowing text and how it is set; smaller only where that spares a page.
fn fitted(
    shaper: &mut Shaper,
    sheet: &Sheet,
    cut: &[String],
    room: Room,
    words: &PageWords,
) -> (Vec<Row>, Fit) {
    let text = Manuscript::of(shaper, sheet);
    let mut flowing = |set_as| rows(shaper, sheet, &text, cut, room.form, set_as, words);
    let ample = flowing(Setting::Ample);
    let fit = Fit::of(&ample, room);
    if fit.smaller {
        let tight = flowing(Setting::Tight);
        let closer = Fit::of(&tight, room);
        if closer.pages < fit.pages {
            return (tight, closer);
        }
    }
    (ample, fit)
}

/// What this sheet says that no embedded face can print; each character once.
pub fn unprintable(sheet: &Sheet) -> Result<Vec<char>, LetterError> {
    let proper = Sheet {
        draft: false,
        ..sheet.clone()
    };
    match compose(&proper) {
        Ok(_) => Ok(Vec::new()),
        Err(LetterError::Unprintable { characters }) => Ok(characters),
        Err(other) => Err(other),
    }
}

/// Page numbers and, from the second page, the reference.
fn number(
    pages: &mut [Page],
    shaper: &mut Shaper,
    sheet: &Sheet,
    form: &Form,
    words: &PageWords,
    footer: Pt,
) {
    let total = pages.len();
    if total < 2 {
        return;
    }
    for (at, page) in pages.iter_mut().enumerate() {
        page.begin(Role::Running);
        let line = single(
            shaper,
            &words
                .page
                .replace("{page}", &(at + 1).to_string())
                .replace("{pages}", &total.to_string()),
            Face::Regular,
            9.0,
        );
        let x = form.right - line.width;
        if at == 0 {
            page.text.push('\n');
            put(page, x, footer, 9.0, Ink::Quiet, line);
            continue;
        }
        let body = std::mem::take(&mut page.text);
        let text = format!("{} {}", words.our_reference, sheet.reference.trim());
        let width = form.right - form.left - line.width - mm(10.0);
        let lines = set(shaper, &[plain(&text)], 9.0, width);
        for reference in shorten(shaper, lines, 1, 9.0, width) {
            put(page, form.left, mm(19.0), 9.0, Ink::Quiet, reference);
        }
        put(page, x, mm(19.0), 9.0, Ink::Quiet, line);
        page.marks.push(Mark::Rule {
            x: form.left,
            y: mm(21.5),
            length: form.right - form.left,
            ink: Ink::Hairline,
        });
        page.text.push_str(&body);
    }
}

fn fold_marks(page: &mut Page, form: &Form, look: Look) {
    let folds = if look.folds { form.folds } else { &[] };
    let short = form.punch.filter(|_| look.punch).map(|at| (at, 3.0));
    for (at, length) in folds.iter().map(|at| (*at, 4.0)).chain(short) {
        page.marks.push(Mark::Rule {
            x: mm(5.0),
            y: mm(at),
            length: mm(length),
            ink: Ink::Hairline,
        });
    }
}
