//! Addresses against the windows, in millimetres.

use crate::letter::{Envelope, Paper, window};

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
