//! The form to authorise a disclosure of health information: every element the rule wants, filled in or with room to write.
//!
//! It is in the English of those who sign it: the rules it follows are American.

use super::Making;
use super::frame::{Frame, GREY, TEXT, bold, plain};
use crate::letter::{About, LetterError, Pt, Rendered};

/// What the form says; an empty value leaves room to write.
#[derive(Debug, Clone, Default)]
pub struct AuthorizationPage {
    pub organisation: String,
    /// Where a revocation goes: address, mail, phone, one line each.
    pub contact: Vec<String>,
    pub patient: String,
    /// Address, mail or phone, to find the right record.
    pub patient_contact: String,
    pub discloser: String,
    pub recipient: String,
    pub recipient_address: String,
    pub description: String,
    /// Kinds that are initialled, and whether they were.
    pub kinds: Vec<(String, bool)>,
    pub purpose: String,
    pub expires_on: String,
    pub expires_event: String,
    /// What the law lets it last at most, where that is known.
    pub limit: String,
    /// What it says, a sentence each.
    pub statements: Vec<String>,
    /// What is ticked only where it applies, and whether it does.
    pub only_if: Vec<(String, bool)>,
    /// It covers one disclosure.
    pub single: bool,
    pub signed_on: String,
    pub signed_by: String,
    pub signed_authority: String,
    /// It was, or will be, said and written down.
    pub oral: bool,
    pub documented_by: String,
    pub documented_on: String,
}

/// The form as a PDF, or the characters that cannot be printed.
pub fn authorization_pdf(
    page: &AuthorizationPage,
    making: &Making,
) -> Result<Rendered, LetterError> {
    let mut frame = Frame::new(making.paper)?;
    frame.line(TITLE, bold(17.0, TEXT), 22.0);
    let head: Vec<&str> = std::iter::once(page.organisation.trim())
        .chain(page.contact.iter().map(|line| line.trim()))
        .filter(|line| !line.is_empty())
        .collect();
    frame.paragraph(&head.join(" · "), plain(9.5, GREY), 13.0);
    frame.space(8.0);

    section(&mut frame, "1", "Whose information it is");
    pair(
        &mut frame,
        ("Name", &page.patient),
        (
            "Address, telephone or record number, to find the right record",
            &page.patient_contact,
        ),
        0.42,
    );
    section(&mut frame, "2", "Who may disclose it, and to whom");
    field(
        &mut frame,
        "May disclose it (name or kind of person or organization)",
        &page.discloser,
        1,
    );
    pair(
        &mut frame,
        ("May receive it", &page.recipient),
        ("Address of the recipient", &page.recipient_address),
        0.42,
    );
    section(&mut frame, "3", "What may be disclosed");
    field(
        &mut frame,
        "Described so that it is clear what is meant and what is not",
        &page.description,
        2,
    );
    frame.paragraph(
        "The following goes only where it is initialed:",
        plain(9.5, TEXT),
        14.0,
    );
    frame.space(2.0);
    for two in page.kinds.chunks(2) {
        initials(&mut frame, two);
    }
    section(&mut frame, "4", "What for, and until when");
    field(
        &mut frame,
        "Purpose (“at my request” is enough where you start it and wish to say no more)",
        &page.purpose,
        1,
    );
    pair(
        &mut frame,
        ("Ends on (date)", &page.expires_on),
        ("or with this event", &page.expires_event),
        0.32,
    );
    let mut besides: Vec<&str> = Vec::new();
    if page.single {
        besides.push(
            "This authorization covers one electronic disclosure. Every further one needs another.",
        );
    }
    besides.extend((!page.limit.is_empty()).then_some(page.limit.as_str()));
    if !besides.is_empty() {
        frame.paragraph(&besides.join(" "), plain(9.5, TEXT), 13.0);
        frame.space(2.0);
    }

    section(&mut frame, "5", "What you should know");
    for statement in &page.statements {
        frame.item(statement, plain(9.5, TEXT), 13.0);
        frame.space(2.0);
    }
    frame.item(
        "You will be given a copy of this form once it is signed.",
        plain(9.5, TEXT),
        13.0,
    );
    frame.space(2.0);
    if !page.only_if.is_empty() {
        frame.space(2.0);
        frame.keep(40.0);
        frame.paragraph("Checked only where it applies:", plain(9.5, TEXT), 14.0);
        for (text, yes) in &page.only_if {
            tick(&mut frame, text, *yes);
        }
    }
    signature(&mut frame, page);

    frame.number(&format!("{} · {TITLE}", page.organisation.trim()));
    frame.drawing.finish(&About {
        title: TITLE.to_owned(),
        subject: "45 CFR 164.508; Tex. Health & Safety Code 181.154".to_owned(),
        author: page.organisation.trim().to_owned(),
        language: "en-US".to_owned(),
        created: making.now,
    })
}

const TITLE: &str = "Authorization to disclose health information";

/// Room to write a line by hand.
const HAND: Pt = 19.0;
/// Of the number before a section's name.
const NUMBER: Pt = 16.0;
const INITIALS: Pt = 42.0;

fn section(frame: &mut Frame, number: &str, name: &str) {
    frame.space(5.0);
    frame.keep(60.0);
    frame.at(0.0, number, bold(10.5, GREY), 16.0);
    frame.at(NUMBER, name, bold(10.5, TEXT), 16.0);
    frame.y += 17.0;
}

/// What is filled in, or room for so many lines, above a hairline; its name below.
fn field(frame: &mut Frame, name: &str, value: &str, lines: u8) {
    let (left, measure) = (frame.left, frame.measure);
    frame.keep(HAND * Pt::from(lines) + 14.0);
    written(frame, left, measure, value, lines);
    frame.paragraph(name, plain(8.0, GREY), 11.0);
    frame.space(3.0);
}

/// Draws at `x`, moves the pen below the last hairline.
fn written(frame: &mut Frame, x: Pt, measure: Pt, value: &str, lines: u8) {
    if value.trim().is_empty() {
        for _ in 0..lines {
            frame.y += HAND;
            frame.drawing.rule(x, frame.y, measure);
        }
    } else {
        // The first line stands where a hand would write it, so that fields beside each other end alike.
        let style = plain(10.5, TEXT);
        let all = frame.drawing.broken(value.trim(), measure, style);
        for (at, line) in all.iter().enumerate() {
            let height = if at == 0 { HAND } else { 14.0 };
            frame.keep(height);
            frame.y += height;
            let baseline = frame.y - 4.5;
            frame
                .drawing
                .text(line, x, baseline, crate::letter::Align::Left, style);
        }
        frame.drawing.rule(x, frame.y, measure);
    }
    frame.y += 1.5;
}

/// Two fields beside each other; the first takes this share of the column.
fn pair(frame: &mut Frame, first: (&str, &str), second: (&str, &str), share: Pt) {
    let gap = 18.0;
    let wide = frame.measure * share;
    let rest = frame.measure - wide - gap;
    let style = plain(10.5, TEXT);
    let most = [(first.1, wide), (second.1, rest)]
        .into_iter()
        .map(|(value, measure)| frame.drawing.broken(value.trim(), measure, style).len())
        .max()
        .unwrap_or(1);
    frame.keep(HAND + most as Pt * 14.0 + 14.0);
    let top = frame.y;
    let mut lowest = top;
    for ((name, value), x, measure) in [
        (first, frame.left, wide),
        (second, frame.left + wide + gap, rest),
    ] {
        frame.y = top;
        written(frame, x, measure, value, 1);
        let small = plain(8.0, GREY);
        for line in frame.drawing.broken(name, measure, small) {
            let baseline = frame.y + 8.5;
            frame
                .drawing
                .text(&line, x, baseline, crate::letter::Align::Left, small);
            frame.y += 11.0;
        }
        lowest = lowest.max(frame.y);
    }
    frame.y = lowest;
    frame.space(3.0);
}

/// Two lines to initial beside each other.
fn initials(frame: &mut Frame, two: &[(String, bool)]) {
    frame.keep(17.0);
    for (at, (kind, yes)) in two.iter().enumerate() {
        let indent = frame.measure * 0.5 * at as Pt;
        if *yes {
            frame.at(indent + 4.0, "initialed", plain(8.5, GREY), 15.0);
        }
        let x = frame.left + indent;
        frame.drawing.rule(x, frame.y + 14.5, INITIALS);
        frame.at(indent + INITIALS + 8.0, kind, plain(9.0, TEXT), 15.0);
    }
    frame.y += 18.0;
}

/// A box to tick, and what it says.
fn tick(frame: &mut Frame, text: &str, yes: bool) {
    const SIDE: Pt = 8.5;
    const EDGE: Pt = 0.8;
    let style = plain(9.5, TEXT);
    let lines = frame.drawing.broken(text, frame.measure - 18.0, style);
    frame.keep(lines.len() as Pt * 13.0 + 3.0);
    let (x, y) = (frame.left, frame.y + 2.0);
    if yes {
        frame.drawing.bar(x, y, SIDE, SIDE, TEXT);
    } else {
        for (left, top, width, height) in [
            (x, y, SIDE, EDGE),
            (x, y + SIDE - EDGE, SIDE, EDGE),
            (x, y, EDGE, SIDE),
            (x + SIDE - EDGE, y, EDGE, SIDE),
        ] {
            frame.drawing.bar(left, top, width, height, TEXT);
        }
    }
    for line in &lines {
        frame.at(18.0, line, style, 13.0);
        frame.y += 13.0;
    }
    frame.space(3.0);
}

/// The signature, the representative, and who wrote down what was said; never parted from its heading.
fn signature(frame: &mut Frame, page: &AuthorizationPage) {
    let name = if page.oral {
        "Said, and written down"
    } else {
        "Signature"
    };
    frame.keep(if page.oral { 116.0 } else { 104.0 });
    section(frame, "6", name);
    if page.oral {
        frame.paragraph(
            "Said by the person or the representative named below, and put in writing by the person who signs here.",
            plain(9.5, TEXT),
            13.0,
        );
        frame.space(4.0);
        let days: Vec<&str> = [&page.signed_on, &page.documented_on]
            .into_iter()
            .map(|day| day.trim())
            .filter(|day| !day.is_empty())
            .collect();
        pair(
            frame,
            ("Written down by (name and signature)", &page.documented_by),
            ("Said on; written down on", &days.join("; ")),
            0.56,
        );
        pair(
            frame,
            ("Said by, where it is not the person in 1", &page.signed_by),
            (AUTHORITY, &page.signed_authority),
            0.42,
        );
    } else {
        frame.space(4.0);
        // Whoever signs does so by hand: nothing is printed there.
        pair(
            frame,
            ("Signature of the person, or of the representative", ""),
            ("Date", &page.signed_on),
            0.66,
        );
        pair(
            frame,
            (
                "Name of the representative, where one signs",
                &page.signed_by,
            ),
            (AUTHORITY, &page.signed_authority),
            0.42,
        );
    }
}

const AUTHORITY: &str = "Authority of the representative: parent, guardian, court order …";
