//! The foot of the first page: what the law wants to read on a letter of business, and the bank.

use super::face::Shaper;
use super::form::{Form, mm};
use super::lines::{Line, Pt, plain, set, shorten};
use super::mark::{Ink, Mark, Page, put};
use super::sheet::Sheet;
use super::tags::Role;

/// Small, but to be read.
const SIZE: Pt = 7.0;
const LEADING: Pt = 8.8;
/// More stand on no letter.
const COLUMNS: usize = 4;
const LINES: usize = 6;

/// Where the foot begins, and what stands in it; nothing where there is none.
pub(super) fn foot(shaper: &mut Shaper, sheet: &Sheet, form: &Form) -> Option<(Pt, Page)> {
    let mut page = Page::default();
    let columns = columns(&sheet.letterhead.footer_lines);
    if columns.is_empty() {
        return None;
    }
    let (left, gap) = (form.left, mm(5.0));
    let all = form.right - left;
    let count = columns.len() as Pt;
    let width = (all - gap * (count - 1.0)) / count;
    let set: Vec<Vec<Line>> = columns
        .iter()
        .map(|column| {
            let lines: Vec<Line> = column
                .iter()
                .flat_map(|line| set(shaper, &[plain(line)], SIZE, width))
                .collect();
            shorten(shaper, lines, LINES, SIZE, width)
        })
        .collect();
    let most = set.iter().map(Vec::len).max().unwrap_or(0);
    let top = form.height - mm(11.0) - most as Pt * LEADING;
    page.marks.push(Mark::Rule {
        x: left,
        y: top,
        length: all,
        ink: Ink::Hairline,
    });
    for (at, column) in (0_u8..).zip(set) {
        let x = left + Pt::from(at) * (width + gap);
        page.begin(Role::Foot);
        for (row, mut line) in column.into_iter().enumerate() {
            let baseline = top + 3.5 + SIZE + row as Pt * LEADING;
            // The column is read as one.
            line.goes_on = true;
            put(&mut page, x, baseline, SIZE, Ink::Quiet, line);
        }
    }
    Some((top, page))
}

/// The lines in columns, parted where a line is empty; what is too much goes below the last.
fn columns(lines: &[String]) -> Vec<Vec<&str>> {
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for line in lines.iter().flat_map(|line| line.split('\n')) {
        let line = line.trim();
        let begins = line.is_empty() && all.len() < COLUMNS;
        match all.last_mut() {
            Some(column) if begins && !column.is_empty() => all.push(Vec::new()),
            Some(column) if !line.is_empty() => column.push(line),
            _ => {}
        }
    }
    all.retain(|column| !column.is_empty());
    all
}
