//! A policy version as pages to hand over: its text with the promises marked, the promises by kind, and what the laws want it to say.
//!
//! A promise is marked by a bar, an underline and a number, never by colour alone. What no typeface prints is shown as a sign and said.

mod checks;
mod index;
mod text;

use super::Making;
use super::frame::{BOTTOM, Frame, GREY, TEXT, bold, plain};
use crate::letter::{About, Align, Drawing, LetterError, Paper, Pt, Rendered};
use crate::policy::{Document, Span};
use crate::words::PromiseKind;
use std::borrow::Cow;

/// One version with what was found in it.
pub struct PolicySheet<'a> {
    pub organisation: String,
    pub title: String,
    pub publisher: String,
    /// As it is read: “In force from 1 March 2026 to 30 June 2026”.
    pub in_force: String,
    /// Where it was published; may be empty.
    pub source: String,
    /// The file it was brought in as.
    pub file: String,
    /// Of the original bytes.
    pub sha256: String,
    pub document: &'a Document,
    /// In the order of the text, numbered as the margin shows them.
    pub promises: Vec<SheetPromise>,
    /// Passages that look like promises and that nobody has reviewed.
    pub unreviewed: u32,
    pub laws: Vec<SheetLaw>,
}

/// A promise as the pages show it.
pub struct SheetPromise {
    pub number: u32,
    pub kind: PromiseKind,
    /// Whom it speaks to, in words.
    pub audience: String,
    pub span: Span,
    /// What it promises beside its kind, in words; may be empty.
    pub reading: String,
    /// Where it stands: the headings above it; may be empty.
    pub cite: String,
}

/// What one law wants the policy to say.
pub struct SheetLaw {
    pub name: String,
    pub cite: String,
    pub items: Vec<SheetItem>,
}

/// One thing the law wants said.
pub struct SheetItem {
    pub what: String,
    pub cite: String,
    /// What to know about how sure that is.
    pub caution: Option<String>,
    /// Empty where it seems to be missing.
    pub found: Vec<SheetFound>,
}

/// A passage that says it.
pub struct SheetFound {
    pub span: Span,
    /// Its number, where it is a promise.
    pub promise: Option<u32>,
}

/// The pages as a PDF.
pub fn policy_pdf(sheet: &PolicySheet, making: &Making) -> Result<Rendered, LetterError> {
    let printed = Printed::of(sheet)?;
    let mut frame = Frame::new(making.paper)?;
    let local = making.now.with_timezone(&making.zone);
    let american = making.paper == Paper::UsLetter;
    let day = crate::time::long_in(local.date_naive(), american);
    let made = format!(
        "Printed on {day} at {} ({})",
        local.format("%H:%M"),
        making.zone.name()
    );
    head(&mut frame, sheet, &printed, &made);
    let places = text::text(&mut frame, sheet, &printed);
    index::index(&mut frame, sheet, &printed, &places);
    checks::checks(&mut frame, sheet, &printed, &places);

    let title = printed.of_text(sheet.title.trim()).into_owned();
    let name = format!("{title} · {}", sheet.in_force);
    frame.number(&name);
    hash(&mut frame, &sheet.sha256);
    frame.drawing.finish(&About {
        title,
        subject: sheet.in_force.clone(),
        author: printed.of_text(sheet.organisation.trim()).into_owned(),
        language: if american { "en-US" } else { "en-GB" }.to_owned(),
        created: making.now,
    })
}

fn head(frame: &mut Frame, sheet: &PolicySheet, printed: &Printed, made: &str) {
    let title = printed.of_text(sheet.title.trim());
    frame.paragraph(&title, bold(20.0, TEXT), 26.0);
    frame.paragraph(
        &printed.of_text(&sheet.organisation),
        plain(12.0, TEXT),
        16.0,
    );
    frame.space(2.0);
    frame.paragraph(made, plain(9.0, GREY), 12.0);
    frame.space(10.0);
    for (label, value) in [
        ("Version", &sheet.in_force),
        ("Published by", &sheet.publisher),
        ("Published at", &sheet.source),
        ("Brought in as", &sheet.file),
        ("SHA-256", &sheet.sha256),
    ] {
        if !value.trim().is_empty() {
            labelled(frame, label, &printed.of_text(value));
        }
    }
    frame.space(6.0);
    frame.paragraph(&marked(sheet), plain(9.5, TEXT), 13.0);
    if let Some(note) = printed.note() {
        frame.paragraph(&note, plain(9.5, TEXT), 13.0);
    }
    frame.space(8.0);
    frame.drawing.rule(frame.left, frame.y, frame.measure);
    frame.space(14.0);
}

/// What the marks mean, and how far the review is.
fn marked(sheet: &PolicySheet) -> String {
    let mut said = match sheet.promises.len() {
        0 => "No promise of this version has been accepted.".to_owned(),
        1 => "One promise is marked by a bar, an underline and its number; the index after the text says what kind it is.".to_owned(),
        many => format!("{many} promises are marked by a bar, an underline and a number; the index after the text has them by kind."),
    };
    match sheet.unreviewed {
        0 => {}
        1 => said.push_str(" One passage that looks like a promise has not been reviewed."),
        many => said.push_str(&format!(
            " {many} passages that look like promises have not been reviewed."
        )),
    }
    said
}

/// Where the values begin.
const COLUMN: Pt = 78.0;

fn labelled(frame: &mut Frame, label: &str, value: &str) {
    let style = plain(10.0, TEXT);
    for (at, line) in frame
        .drawing
        .broken(value, frame.measure - COLUMN, style)
        .iter()
        .enumerate()
    {
        frame.keep(14.0);
        if at == 0 {
            frame.at(0.0, label, plain(9.0, GREY), 14.0);
        }
        frame.at(COLUMN, line, style, 14.0);
        frame.y += 14.0;
    }
}

/// The heading of a part that begins a page of its own.
fn part(frame: &mut Frame, title: &str) {
    frame.keep(Pt::INFINITY);
    frame.line(title, bold(16.0, TEXT), 22.0);
    frame.space(4.0);
}

/// The whole hash at the foot of every page, unbroken, so that it can be copied and compared.
fn hash(frame: &mut Frame, sha256: &str) {
    let baseline = frame.drawing.height() - 25.0;
    let style = plain(7.0, GREY);
    for page in 0..frame.drawing.pages() {
        let line = format!("SHA-256 {sha256}");
        let left = frame.left;
        frame
            .drawing
            .text_on(page, &line, left, baseline, Align::Left, style);
    }
}

/// What of the text no typeface of the program has, and the sign that stands for it.
struct Printed {
    lacking: Vec<char>,
    sign: char,
}

impl Printed {
    fn of(sheet: &PolicySheet) -> Result<Self, LetterError> {
        let mut all = sheet.document.text.clone();
        for more in [
            &sheet.organisation,
            &sheet.title,
            &sheet.publisher,
            &sheet.source,
            &sheet.file,
        ] {
            all.push_str(more);
        }
        for promise in &sheet.promises {
            all.push_str(&promise.reading);
            all.push_str(&promise.cite);
        }
        let lacking = Drawing::lacking(&all)?;
        // The typefaces are ours; should one ever lack the box, a question mark is in all of them.
        let boxed = Drawing::lacking("□")?.is_empty();
        let sign = if boxed { '□' } else { '?' };
        Ok(Self { lacking, sign })
    }

    /// The same text with as many characters, each of them printable.
    fn of_text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.lacking.is_empty() || !text.contains(|c| self.lacking.contains(&c)) {
            return Cow::Borrowed(text);
        }
        let sign = |c| {
            if self.lacking.contains(&c) {
                self.sign
            } else {
                c
            }
        };
        Cow::Owned(text.chars().map(sign).collect())
    }

    fn note(&self) -> Option<String> {
        /// Enough to tell which script it is.
        const NAMED: usize = 6;
        if self.lacking.is_empty() {
            return None;
        }
        let mut names: Vec<String> = self
            .lacking
            .iter()
            .take(NAMED)
            .map(|c| format!("U+{:04X}", u32::from(*c)))
            .collect();
        if self.lacking.len() > NAMED {
            names.push(format!("{} more", self.lacking.len() - NAMED));
        }
        let which = match self.lacking.len() {
            1 => "One character of it is".to_owned(),
            many => format!("{many} characters of it are"),
        };
        Some(format!(
            "{which} in none of the program’s typefaces and stand{} as {} here ({}). The version itself keeps the text as it was.",
            if self.lacking.len() == 1 { "s" } else { "" },
            self.sign,
            names.join(", ")
        ))
    }
}

/// The words of a passage, cut at a word when they are long.
fn quoted(sheet: &PolicySheet, printed: &Printed, span: Span, most: usize) -> String {
    let words = sheet.document.at(span);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = printed.of_text(&words);
    if words.chars().count() <= most {
        return format!("“{words}”");
    }
    let cut: String = words.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("“{} …”", cut[..end].trim_end_matches([',', ';', '.', ':']))
}

/// The kind of a promise as a heading.
pub fn kind_title(kind: PromiseKind) -> &'static str {
    match kind {
        PromiseKind::OptOut => "Opting out",
        PromiseKind::OptIn => "Only with agreement",
        PromiseKind::Access => "Seeing the data",
        PromiseKind::Edit => "Correcting",
        PromiseKind::Delete => "Deleting",
        PromiseKind::Restrict => "Restricting",
        PromiseKind::Object => "Objecting",
        PromiseKind::WithdrawConsent => "Withdrawing consent",
        PromiseKind::Complain => "Complaining",
        PromiseKind::NoSharing => "Not passed on",
        PromiseKind::SharingLimits => "Passed on within limits",
        PromiseKind::UseLimit => "Used within limits",
        PromiseKind::LegalDisclosure => "When the law demands it",
        PromiseKind::DisclosureList => "What was given to whom",
        PromiseKind::ParentalConsent => "Consent of parents",
        PromiseKind::ParentalReview => "Review by parents",
        PromiseKind::NoChildren => "No children",
        PromiseKind::ChangeNotice => "Notice of changes",
        PromiseKind::NoChangeNotice => "No notice of changes",
        PromiseKind::DoNotTrack => "Do Not Track",
        PromiseKind::BreachNotice => "Notice of a breach",
        PromiseKind::Retention => "How long it is kept",
        PromiseKind::Security => "Security",
        PromiseKind::IdentityCheck => "Checking who asks",
        PromiseKind::ResponseTime => "When an answer comes",
        PromiseKind::Contact => "Where to write",
        PromiseKind::HealthAuthorization => "Health authorization",
        PromiseKind::ConfidentialChannel => "Confidential channel",
    }
}

#[cfg(test)]
mod tests;
