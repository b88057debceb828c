//! A register as a list on paper: landscape, its heads again on each page.

use super::Making;
use super::frame::{BOTTOM, Frame, GREY, TEXT, bold, plain};
use crate::letter::{About, Align, Drawing, LetterError, Paper, Pt, Rendered, Style};

/// A column of a list.
#[derive(Debug, Clone)]
pub struct Column {
    /// Names it in JSON.
    pub key: &'static str,
    /// Stands above it.
    pub name: &'static str,
    /// How wide it is beside the others; 0 keeps it off the paper.
    pub weight: Pt,
}

/// A register as rows of text.
#[derive(Debug, Clone)]
pub struct List {
    pub title: String,
    pub organisation: String,
    /// What is in it and what is not, in whole sentences.
    pub notes: Vec<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

const SIZE: Pt = 8.5;
const LEADING: Pt = 10.8;
const PADDING: Pt = 3.0;
/// White between two columns.
const GAP: Pt = 9.0;
/// No row is higher than so many lines; what is cut off stands in the CSV.
const MOST_LINES: usize = 12;

/// The list as a PDF. Characters that no face has are shown as question marks and named above the list.
pub fn register_pdf(list: &List, making: &Making) -> Result<Rendered, LetterError> {
    let lacking = lacking(list)?;
    let mut frame = Frame::landscape(making.paper)?;
    let local = making.now.with_timezone(&making.zone);
    let american = making.paper == Paper::UsLetter;
    let day = crate::time::long_in(local.date_naive(), american);
    frame.line(&printable(&list.title, &lacking), bold(18.0, TEXT), 24.0);
    frame.paragraph(
        &printable(&list.organisation, &lacking),
        plain(11.0, TEXT),
        15.0,
    );
    frame.space(2.0);
    let mut notes = vec![format!(
        "Made on {day} at {} ({}).",
        local.format("%H:%M"),
        making.zone.name()
    )];
    notes.extend(list.notes.iter().cloned());
    if !lacking.is_empty() {
        let named: Vec<String> = lacking
            .iter()
            .map(|c| format!("U+{:04X}", u32::from(*c)))
            .collect();
        notes.push(format!(
            "The program’s type lacks the characters {}; they are printed as question marks, and the CSV has them.",
            named.join(", ")
        ));
    }
    frame.paragraph(&notes.join(" "), plain(9.0, GREY), 12.0);
    frame.space(10.0);
    let places = places(&frame, list);
    if list.rows.is_empty() {
        frame.paragraph("Nothing is entered.", plain(11.0, TEXT), 15.0);
    } else {
        head(&mut frame, list, &places);
        for row in &list.rows {
            one(&mut frame, list, row, &places, &lacking);
        }
    }
    let title = printable(&list.title, &lacking);
    frame.number(&format!(
        "{} · {title} · {day}",
        printable(list.organisation.trim(), &lacking)
    ));
    frame.drawing.finish(&About {
        title: list.title.clone(),
        subject: "A register as a list".into(),
        author: list.organisation.trim().to_owned(),
        language: if american { "en-US" } else { "en-GB" }.to_owned(),
        created: making.now,
    })
}

fn lacking(list: &List) -> Result<Vec<char>, LetterError> {
    let mut all: std::collections::BTreeSet<char> = list
        .rows
        .iter()
        .flatten()
        .flat_map(|cell| cell.chars())
        .filter(|c| !c.is_ascii())
        .collect();
    all.extend(list.organisation.chars().chain(list.title.chars()));
    Drawing::lacking(&all.into_iter().collect::<String>())
}

fn printable(text: &str, lacking: &[char]) -> String {
    text.chars()
        .map(|c| match c {
            c if lacking.contains(&c) => '?',
            '\n' | '\r' | '\t' => ' ',
            c => c,
        })
        .filter(|c| !c.is_control())
        .collect()
}

/// Left edge and width of each column that is on the paper, by its number.
fn places(frame: &Frame, list: &List) -> Vec<(usize, Pt, Pt)> {
    // A column that is empty in every row leaves its room to the others.
    let shows = |at: usize, column: &Column| {
        let said = |row: &Vec<String>| row.get(at).is_some_and(|text| !text.trim().is_empty());
        column.weight > 0.0 && list.rows.iter().any(said)
    };
    let columns = list.columns.iter().enumerate();
    let kept: Vec<(usize, &Column)> = columns.filter(|(at, one)| shows(*at, one)).collect();
    let all: Pt = kept.iter().map(|(_, column)| column.weight).sum();
    let shown = kept.len();
    let room = frame.measure - GAP * shown.saturating_sub(1) as Pt;
    let mut x = frame.left;
    let mut places = Vec::with_capacity(shown);
    for (at, column) in kept {
        let width = room * column.weight / all;
        places.push((at, x, width));
        x += width + GAP;
    }
    places
}

fn head(frame: &mut Frame, list: &List, places: &[(usize, Pt, Pt)]) {
    let style = plain(8.0, GREY);
    let names: Vec<Vec<String>> = places
        .iter()
        .map(|(at, _, width)| {
            let name = list.columns.get(*at).map_or("", |column| column.name);
            frame.drawing.broken(name, *width, style)
        })
        .collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(1);
    cells(frame, &names, places, style, lines);
    frame.y += lines as Pt * LEADING + 2.0;
    frame.drawing.rule(frame.left, frame.y, frame.measure);
}

/// Line by line over the whole width, so that a reader finds a row’s words together.
fn cells(
    frame: &mut Frame,
    cells: &[Vec<String>],
    places: &[(usize, Pt, Pt)],
    style: Style,
    lines: usize,
) {
    for line in 0..lines {
        let baseline = frame.y + PADDING + LEADING * line as Pt + LEADING * 0.72;
        for (words, (_, x, _)) in cells.iter().zip(places) {
            if let Some(text) = words.get(line).filter(|text| !text.is_empty()) {
                frame.drawing.text(text, *x, baseline, Align::Left, style);
            }
        }
    }
}

fn one(
    frame: &mut Frame,
    list: &List,
    row: &[String],
    places: &[(usize, Pt, Pt)],
    lacking: &[char],
) {
    let style = plain(SIZE, TEXT);
    let words: Vec<Vec<String>> = places
        .iter()
        .map(|(at, _, width)| {
            let text = row.get(*at).map_or("", String::as_str);
            let mut lines = frame
                .drawing
                .broken(&printable(text, lacking), *width, style);
            if lines.len() > MOST_LINES {
                lines.truncate(MOST_LINES);
                if let Some(last) = lines.last_mut() {
                    last.push('…');
                }
            }
            lines
        })
        .collect();
    let lines = words.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let height = lines as Pt * LEADING + 2.0 * PADDING;
    if frame.keep(height) {
        head(frame, list, places);
    }
    cells(frame, &words, places, style, lines);
    frame.y += height;
    frame.drawing.rule(frame.left, frame.y, frame.measure);
}

/// A row of the most lines fits on a page.
const _: () = assert!(MOST_LINES as Pt * LEADING + 2.0 * PADDING < 500.0 - BOTTOM);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn list(rows: usize) -> List {
        List {
            title: "Suppression list".into(),
            organisation: "Harbour Lane Books".into(),
            notes: vec!["From 1 March 2026 on.".into()],
            columns: vec![
                Column {
                    key: "address",
                    name: "Address",
                    weight: 3.0,
                },
                Column {
                    key: "reason",
                    name: "Reason",
                    weight: 4.0,
                },
                Column {
                    key: "hash",
                    name: "Hash",
                    weight: 0.0,
                },
            ],
            rows: (0..rows)
                .map(|n| {
                    vec![
                        format!("reader{n}@example.org"),
                        "Said so at the counter, and wrote a letter about it afterwards. "
                            .repeat(n % 4),
                        "secret".into(),
                    ]
                })
                .collect(),
        }
    }

    fn making(paper: Paper) -> Making {
        Making {
            paper,
            now: chrono::DateTime::from_timestamp(1_795_339_800, 0).unwrap(),
            zone: chrono_tz::Europe::Berlin,
        }
    }

    #[test]
    fn each_page_has_the_heads_and_its_number_and_every_row_stands_somewhere() {
        for paper in [Paper::A4, Paper::UsLetter] {
            let made = register_pdf(&list(90), &making(paper)).unwrap();
            assert!(made.pages.len() > 2);
            for (at, page) in made.pages.iter().enumerate() {
                assert!(page.contains("Address\tReason"), "{page}");
                assert!(page.contains(&format!("Page {} of {}", at + 1, made.pages.len())));
                assert!(
                    !page.contains("secret"),
                    "a column without width is not printed"
                );
            }
            let all = made.pages.concat();
            for n in 0..90 {
                assert!(all.contains(&format!("reader{n}@example.org")), "{n}");
            }
            assert_eq!(made, register_pdf(&list(90), &making(paper)).unwrap());
        }
    }

    #[test]
    fn what_no_face_has_is_named_and_an_empty_register_says_so() {
        let mut odd = list(1);
        odd.rows[0][0] = "𒀭漢@example.org\u{1}\nx".into();
        odd.rows[0][1] = "word ".repeat(4000);
        let made = register_pdf(&odd, &making(Paper::A4)).unwrap();
        assert!(
            made.pages[0].contains("?漢@example.org x"),
            "{}",
            made.pages[0]
        );
        assert!(made.pages[0].contains("U+1202D"));
        assert!(made.pages[0].contains('…'));
        assert_eq!(made.pages.len(), 1);
        let mut half = list(2);
        half.rows.iter_mut().for_each(|row| row[1].clear());
        let made = register_pdf(&half, &making(Paper::A4)).unwrap();
        assert!(!made.pages[0].contains("Reason"), "a column without a word");
        let empty = register_pdf(&list(0), &making(Paper::A4)).unwrap();
        assert!(empty.pages[0].contains("Nothing is entered."));
    }
}
