//! Addresses against the windows, in millimetres.

use super::samples::{claim, draft, fields, sheet};
use super::tools;
use crate::letter::{Envelope, Paper, render, window};
use crate::words::{LetterKind, Right};

fn lines(all: &[&str]) -> Vec<String> {
    all.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn what_a_window_shows_in_every_position_is_derived_from_the_envelope() {
    for (paper, envelope, top, bottom, left, right, why) in [
        (
            Paper::A4,
            Envelope::Din5008B,
            50.0,
            90.0,
            20.0,
            100.0,
            "105 mm in 110, 210 in 220",
        ),
        (
            Paper::A4,
            Envelope::Dl,
            57.0,
            81.0,
            20.0,
            100.0,
            "99 mm in 110",
        ),
        (
            Paper::UsLetter,
            Envelope::Us10,
            63.5,
            80.4,
            22.2,
            111.1,
            "thirds of 11 inches in 4 1/8",
        ),
        (
            Paper::UsLetter,
            Envelope::Din5008B,
            50.0,
            78.1,
            20.0,
            105.9,
            "93.1 mm in 110",
        ),
    ] {
        let found = window(&lines(&["Ana Lindqvist"]), paper, envelope).unwrap();
        let seen = found.visible.unwrap();
        for (is, wanted) in [
            (seen.top, top),
            (seen.bottom, bottom),
            (seen.left, left),
            (seen.right, right),
        ] {
            assert!(
                (is - wanted).abs() < 0.06,
                "{why}: {is} instead of {wanted}"
            );
        }
        assert!(!found.source.is_empty());
    }
}

#[test]
fn an_address_fits_or_the_sentence_says_why_not() {
    let short = lines(&["Ana Lindqvist", "12 Elm Row", "20457 Hamburg"]);
    for (paper, envelope) in [
        (Paper::A4, Envelope::Din5008B),
        (Paper::A4, Envelope::Dl),
        (Paper::UsLetter, Envelope::Us10),
        (Paper::A4, Envelope::Plain),
    ] {
        let found = window(&short, paper, envelope).unwrap();
        assert!(
            found.fits && found.why.is_empty(),
            "{envelope:?}: {}",
            found.why
        );
        assert_eq!(found.visible.is_none(), envelope == Envelope::Plain);
    }
    let long: Vec<String> = (0..14)
        .map(|at| format!("Line {at} of a long address"))
        .collect();
    let found = window(&long, Paper::UsLetter, Envelope::Us10).unwrap();
    assert!(
        !found.fits && found.why.contains("stands whole above the subject"),
        "{}",
        found.why
    );
    // A sheet folded in thirds slides 17 mm in an envelope made for form B: six lines do not stay in its window.
    let six = lines(&["A", "B", "C", "D", "E", "F"]);
    let found = window(&six, Paper::UsLetter, Envelope::Din5008B).unwrap();
    assert!(
        !found.fits && found.why.contains("hide below"),
        "{}",
        found.why
    );
    let found = window(&lines(&["", " "]), Paper::A4, Envelope::Dl).unwrap();
    assert_eq!(found.why, "No address stands on it.");
}

/// A word as `pdftotext` finds it: left, top, right and bottom in millimetres.
struct Word {
    text: String,
    place: [f32; 4],
}

fn words(pdf: &[u8]) -> Vec<Word> {
    let found = tools::read("pdftotext", &["-q", "-l", "1", "-bbox-layout"], &["-"], pdf);
    let number = |line: &str, key: &str| -> f32 {
        let rest = line.split(&format!("{key}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse::<f32>().unwrap() * 25.4 / 72.0
    };
    found
        .lines()
        .filter_map(|line| line.trim().strip_prefix("<word "))
        .map(|line| Word {
            text: line
                .split('>')
                .nth(1)
                .unwrap()
                .trim_end_matches("</word")
                .to_owned(),
            place: ["xMin", "yMin", "xMax", "yMax"].map(|key| number(line, key)),
        })
        .collect()
}

/// Every envelope of the data, and none, as it is written there.
fn envelopes() -> Vec<(String, Envelope)> {
    #[derive(serde::Deserialize)]
    struct Book {
        envelope: Vec<toml::Table>,
    }
    let book: Book = toml::from_str(include_str!("../../../data/letters/envelopes.toml")).unwrap();
    let ids = book
        .envelope
        .iter()
        .map(|one| one["id"].as_str().unwrap().to_owned());
    ids.chain(["plain".to_owned()])
        .map(|id| {
            let envelope = serde_json::from_value(id.clone().into()).unwrap();
            (id, envelope)
        })
        .collect()
}

/// A box of words reaches from the ascenders to the descenders of the face, ours around the ink.
const ROUND_THE_INK: f32 = 1.6;

#[test]
fn another_reader_measures_every_address_inside_the_window_of_its_envelope() {
    let addresses = [
        ("shortest", lines(&["Quirin", "Quedlinburg"])),
        (
            "short",
            lines(&["Quirin Quast", "Quellweg 17", "99999 Quedlinburg"]),
        ),
        (
            "long",
            lines(&[
                "Quirin Quast",
                "Quittenhof Quartiersverwaltung",
                "Quergebäude Q",
                "Quellweg 17",
                "99999 Quedlinburg",
                "Quatar",
            ]),
        ),
        (
            "longest",
            lines(&[
                "Quirin Quast",
                "Quittenhof Quartiersverwaltung mit einem Namen, der weit über die Zeile reicht",
                "Quergebäude Q, Quai 4, Quadrat 5, Quelle 6",
                "Quintessenz 1",
                "Quintessenz 2",
                "Quintessenz 3",
                "Quintessenz 4",
                "Quintessenz 5",
                "Quellweg 17",
                "99999 Quedlinburg",
            ]),
        ),
        (
            "strangest",
            vec![
                "Quwolfeschlegelsteinhausenbergerdorff".repeat(40),
                "Quedlinburg".into(),
            ],
        ),
    ];
    let (mut measured, mut fitting) = (0, 0);
    for (id, envelope) in envelopes() {
        for paper in ["a4", "us-letter"] {
            let paper: Paper = serde_json::from_value(paper.into()).unwrap();
            let own = (paper == Paper::UsLetter) == id.starts_with("us-");
            for (kind, address) in &addresses {
                let at = format!("{id} on {paper:?}, {kind}");
                let fields = fields(vec![claim(Right::Access, None)]);
                let mut sheet =
                    sheet(draft("eu-gdpr", LetterKind::Acknowledgement, &fields).unwrap());
                (sheet.paper, sheet.envelope) = (paper, envelope);
                sheet.recipient_lines = address.clone();
                let done = render(&sheet).unwrap();
                let all = words(&done.pdf);
                // What did not fit stands whole above the subject; that is not in the window.
                let below = all
                    .iter()
                    .find(|word| word.text == "Addressed")
                    .map_or(f32::MAX, |word| word.place[1] - 0.1);
                let mut seen = [f32::MAX, f32::MAX, 0.0_f32, 0.0_f32];
                let mut found = Vec::new();
                for word in &all {
                    let ours = word.text.starts_with("Qu") || word.text == "99999";
                    if !ours || word.place[1] >= below {
                        continue;
                    }
                    found.push(word.text.as_str());
                    for side in 0..2 {
                        seen[side] = seen[side].min(word.place[side]);
                        seen[side + 2] = seen[side + 2].max(word.place[side + 2]);
                    }
                }
                let first: String = address[0].chars().take(5).collect();
                assert!(
                    found.iter().any(|word| word.starts_with(&first)),
                    "{at}: {found:?}"
                );
                let last = address.last().unwrap().split(' ').next_back().unwrap();
                assert!(found.contains(&last), "{at}: {found:?}");
                let check = window(address, paper, envelope).unwrap();
                // The check speaks of what is on the paper.
                let told = check.address;
                assert!(
                    (seen[0] - told.left).abs() < 0.4
                        && seen[2] <= told.right + 0.4
                        && (seen[1] - told.top).abs() < ROUND_THE_INK
                        && (seen[3] - told.bottom).abs() < ROUND_THE_INK,
                    "{at}: measured {seen:?}, told {told:?}"
                );
                measured += 1;
                let short = matches!(*kind, "shortest" | "short");
                assert!(check.fits || !check.why.is_empty(), "{at}");
                assert!(check.fits || !(own && short), "{at}: {}", check.why);
                let Some(visible) = check.visible.filter(|_| check.fits) else {
                    continue;
                };
                fitting += 1;
                assert!(
                    seen[0] >= visible.left
                        && seen[2] <= visible.right
                        && seen[1] >= visible.top - ROUND_THE_INK
                        && seen[3] <= visible.bottom + ROUND_THE_INK,
                    "{at}: measured {seen:?}, visible {visible:?}"
                );
                assert!(
                    told.top >= visible.top - 0.2 && told.bottom <= visible.bottom + 0.2,
                    "{at}: {told:?}, visible {visible:?}"
                );
            }
        }
    }
    assert!(measured >= 40 && fitting >= 15, "{measured}, {fitting}");
}
