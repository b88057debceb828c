//! The address in the envelope's window, and what to do when it does not fit.
//!
//! It never leaves its area. Its first line says to whom and its last line where to, so these two survive longest;
//! whatever is cut is printed whole above the subject.

use super::face::Shaper;
use super::form::{Area, Form};
use super::lines::{Line, Pt, plain, set, shorten};
use super::mark::{Ink, Mark, Page, put};
use super::sheet::Sheet;

/// Sizes and leadings, tried in this order.
const SIZES: [(Pt, Pt); 4] = [(11.0, 12.8), (10.0, 11.4), (9.0, 10.2), (8.0, 9.2)];
/// The same for the sender, where a window shows it.
const SENDER_SIZES: [(Pt, Pt); 4] = [(9.0, 10.6), (8.0, 9.4), (7.0, 8.2), (6.5, 7.0)];
/// The small line above the recipient.
const RETURN: Pt = 7.0;

/// Where the address ended.
pub(super) struct Addressed {
    pub bottom: Pt,
    /// The lines that did not all fit, to be printed whole elsewhere; empty when they did.
    pub cut: Vec<String>,
}

/// Sets the return line and the recipient.
pub(super) fn address(
    page: &mut Page,
    shaper: &mut Shaper,
    sheet: &Sheet,
    form: &Form,
) -> Addressed {
    return_line(page, shaper, sheet, form);
    sender(page, shaper, sheet, form);
    let recipients = recipients(&sheet.recipient_lines);
    page.text.push('\n');
    let fitted = fit(shaper, &recipients, form.address);
    let mut y = form.address.top;
    for line in fitted.lines {
        let baseline = y + fitted.leading * 0.78;
        put(
            page,
            form.address.left,
            baseline,
            fitted.size,
            Ink::Text,
            line,
        );
        y += fitted.leading;
    }
    Addressed {
        bottom: y,
        cut: if fitted.whole { Vec::new() } else { recipients },
    }
}

fn return_line(page: &mut Page, shaper: &mut Shaper, sheet: &Sheet, form: &Form) {
    let Some(baseline) = form.return_line else {
        return;
    };
    let area = form.address;
    let mut parts = vec![sheet.letterhead.organisation.trim()];
    parts.extend(sheet.letterhead.address_lines.iter().map(|l| l.trim()));
    parts.retain(|part| !part.is_empty());
    let lines = set(shaper, &[plain(&parts.join(" · "))], RETURN, area.width);
    for line in shorten(shaper, lines, 1, RETURN, area.width) {
        let width = line.width;
        put(page, area.left, baseline, RETURN, Ink::Quiet, line);
        page.marks.push(Mark::Rule {
            x: area.left,
            y: baseline + 2.2,
            length: width,
            ink: Ink::Hairline,
        });
    }
}

/// Who writes, in the upper window.
fn sender(page: &mut Page, shaper: &mut Shaper, sheet: &Sheet, form: &Form) {
    let Some(area) = form.sender else {
        return;
    };
    page.text.push('\n');
    let fitted = fit_as(shaper, &sheet.letterhead.sender(), area, &SENDER_SIZES);
    let mut y = area.top;
    for line in fitted.lines {
        let baseline = y + fitted.leading * 0.78;
        put(page, area.left, baseline, fitted.size, Ink::Text, line);
        y += fitted.leading;
    }
}

/// Where the ink of the sender's address stands in the upper window; nothing where the envelope has none.
pub(super) fn printed_sender(
    shaper: &mut Shaper,
    lines: &[String],
    form: &Form,
) -> Option<(Area, Printed)> {
    let area = form.sender?;
    let fitted = fit_as(shaper, &recipients(lines), area, &SENDER_SIZES);
    Some((area, inked(&fitted, area)))
}

/// The address as it is printed.
pub(super) struct Printed {
    pub top: Pt,
    pub bottom: Pt,
    /// Of its longest line.
    pub width: Pt,
    /// Nothing of it had to be cut.
    pub whole: bool,
}

/// Where the ink of the address stands: the first line's capitals above, the last line's descenders below.
pub(super) fn printed(shaper: &mut Shaper, recipient_lines: &[String], form: &Form) -> Printed {
    let fitted = fit(shaper, &recipients(recipient_lines), form.address);
    inked(&fitted, form.address)
}

fn inked(fitted: &Fitted, area: Area) -> Printed {
    let first = area.top + fitted.leading * 0.78;
    let last = first + fitted.leading * fitted.lines.len().saturating_sub(1) as f32;
    Printed {
        top: first - fitted.size * 0.72,
        bottom: last + fitted.size * 0.25,
        width: fitted.lines.iter().map(|l| l.width).fold(0.0, f32::max),
        whole: fitted.whole,
    }
}

fn recipients(lines: &[String]) -> Vec<String> {
    lines
        .iter()
        .flat_map(|line| line.lines())
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

struct Fitted {
    size: Pt,
    leading: Pt,
    lines: Vec<Line>,
    whole: bool,
}

fn fit(shaper: &mut Shaper, recipients: &[String], area: Area) -> Fitted {
    fit_as(shaper, recipients, area, &SIZES)
}

fn fit_as(shaper: &mut Shaper, recipients: &[String], area: Area, sizes: &[(Pt, Pt)]) -> Fitted {
    for (size, leading) in sizes.iter().copied() {
        let most = (area.height / leading).floor() as usize;
        let lines: Vec<Line> = recipients
            .iter()
            .flat_map(|line| set(shaper, &[plain(line)], size, area.width))
            .collect();
        if lines.len() <= most {
            return Fitted {
                size,
                leading,
                lines,
                whole: true,
            };
        }
    }
    let (size, leading) = sizes.last().copied().unwrap_or(SIZES[0]);
    let most = ((area.height / leading).floor() as usize).max(1);
    let mut parts: Vec<(String, Vec<Line>)> = recipients
        .iter()
        .map(|line| (line.clone(), set(shaper, &[plain(line)], size, area.width)))
        .collect();
    join_short(shaper, &mut parts, most, size, area.width);
    let whole = total(&parts) <= most;
    cut_long(shaper, &mut parts, most, size, area.width);
    drop_middle(shaper, &mut parts, most, size);
    Fitted {
        size,
        leading,
        lines: parts.into_iter().flat_map(|(_, lines)| lines).collect(),
        whole,
    }
}

fn total(parts: &[(String, Vec<Line>)]) -> usize {
    parts.iter().map(|(_, lines)| lines.len()).sum()
}

/// Two short lines between the first and the last share one, parted by a comma; the post reads that too.
fn join_short(
    shaper: &mut Shaper,
    parts: &mut Vec<(String, Vec<Line>)>,
    most: usize,
    size: Pt,
    width: Pt,
) {
    while total(parts) > most {
        let mut best: Option<(usize, String, Vec<Line>)> = None;
        for at in 1..parts.len().saturating_sub(2) {
            let (above, below) = (&parts[at], &parts[at + 1]);
            // Only what fits on one line gains one.
            if above.1.len() != 1 || below.1.len() != 1 {
                continue;
            }
            let text = format!("{}, {}", above.0, below.0);
            let lines = set(shaper, &[plain(&text)], size, width);
            let narrower = best
                .as_ref()
                .and_then(|(_, _, known)| known.first())
                .is_none_or(|known| lines.first().is_some_and(|l| l.width < known.width));
            if lines.len() == 1 && narrower {
                best = Some((at, text, lines));
            }
        }
        let Some((at, text, lines)) = best else {
            return;
        };
        parts[at] = (text, lines);
        parts.remove(at + 1);
    }
}

/// The longest parts lose lines, and show it by an ellipsis.
fn cut_long(
    shaper: &mut Shaper,
    parts: &mut [(String, Vec<Line>)],
    most: usize,
    size: Pt,
    width: Pt,
) {
    let mut keep: Vec<usize> = parts.iter().map(|(_, lines)| lines.len()).collect();
    while keep.iter().sum::<usize>() > most {
        match keep.iter_mut().max() {
            Some(longest) if *longest > 1 => *longest -= 1,
            _ => break,
        }
    }
    for ((_, lines), keep) in parts.iter_mut().zip(keep) {
        let all = std::mem::take(lines);
        *lines = shorten(shaper, all, keep, size, width);
    }
}

/// Too many lines even so: those before the last give way to an ellipsis.
fn drop_middle(shaper: &mut Shaper, parts: &mut Vec<(String, Vec<Line>)>, most: usize, size: Pt) {
    if total(parts) <= most || parts.len() < 3 {
        return;
    }
    let keep = most.saturating_sub(2).max(1);
    let last = parts.len() - 1;
    let ellipsis = set(shaper, &[plain("…")], size, Pt::INFINITY);
    parts.splice(keep..last, [("…".to_owned(), ellipsis)]);
}
