//! Kept letters put together: nothing of their look changes, and the faces are carried once.

use std::process::Command;

use super::samples::{claim, created, draft, fields, sheet};
use super::tools;
use crate::letter::{About, Merge, Rendered, render};
use crate::words::{LetterKind, Outcome, Right};

fn letters() -> Vec<Rendered> {
    let mut made = Vec::new();
    for (kind, outcome, who) in [
        (LetterKind::Acknowledgement, None, "Ana Lindqvist"),
        (
            LetterKind::AnswerInFull,
            Some(Outcome::Granted),
            "Łukasz Żółć-Nowak",
        ),
        (
            LetterKind::Refusal,
            Some(Outcome::Refused),
            "Ελένη Παπαδοπούλου",
        ),
        (LetterKind::Acknowledgement, None, "Đặng Thị Hồng"),
    ] {
        let fields = fields(vec![claim(Right::Access, outcome)]);
        let mut sheet = sheet(draft("eu-gdpr", kind, &fields).unwrap());
        sheet.recipient_lines = vec![who.into(), "12 Elm Row".into(), "20457 Hamburg".into()];
        made.push(render(&sheet).unwrap());
    }
    made
}

fn about() -> About {
    About {
        title: "Post of 2026-11-22".into(),
        subject: "4 letters".into(),
        author: "Fährhaus".into(),
        language: "en".into(),
        created: created(),
    }
}

fn merged(letters: &[Rendered], duplex: bool) -> Vec<u8> {
    let mut merge = Merge::new(duplex);
    for (at, one) in letters.iter().enumerate() {
        merge.add(&one.pdf, &format!("Letter {at}")).unwrap();
    }
    merge.finish(&about()).unwrap()
}

/// The pages as grey pictures, drawn by a program that is not ours.
fn drawn(pdf: &[u8]) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("it.pdf");
    std::fs::write(&file, pdf).unwrap();
    let done = Command::new("pdftoppm")
        .args(["-r", "60", "-gray"])
        .arg(&file)
        .arg(folder.path().join("page"))
        .status()
        .expect("pdftoppm (package poppler-utils) runs");
    assert!(done.success());
    let mut pages: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pgm"))
        .collect();
    pages.sort();
    pages
        .iter()
        .map(|page| std::fs::read(page).unwrap())
        .collect()
}

#[test]
fn every_page_looks_as_it_left_and_its_words_are_found() {
    let letters = letters();
    let pdf = merged(&letters, false);
    tools::check(&pdf);
    let alone: Vec<Vec<u8>> = letters.iter().flat_map(|one| drawn(&one.pdf)).collect();
    let together = drawn(&pdf);
    assert_eq!(alone.len(), together.len());
    for (page, (one, other)) in alone.iter().zip(&together).enumerate() {
        assert!(one == other, "page {} is drawn otherwise", page + 1);
    }
    let words: Vec<String> = letters.iter().map(|one| tools::text(&one.pdf)).collect();
    assert_eq!(tools::text(&pdf), words.join(" "));
}

#[test]
fn the_faces_are_carried_once_and_the_bytes_are_the_same_each_time() {
    let letters = letters();
    let pdf = merged(&letters, false);
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    let faces: std::collections::BTreeSet<_> = file
        .objects
        .values()
        .filter_map(|object| {
            object
                .as_dict()
                .ok()?
                .get(b"FontFile2")
                .ok()?
                .as_reference()
                .ok()
        })
        .collect();
    assert_eq!(faces.len(), 2, "regular and bold");
    assert!(file.catalog().unwrap().has(b"Outlines"));
    assert_eq!(pdf, merged(&letters, false));
    let apart: usize = letters.iter().map(|one| one.pdf.len()).sum();
    assert!(pdf.len() * 2 < apart, "{} of {apart}", pdf.len());
}

#[test]
fn on_both_sides_each_letter_begins_on_a_sheet_of_its_own() {
    let letters = letters();
    let pdf = merged(&letters, true);
    tools::check(&pdf);
    let wanted: usize = letters
        .iter()
        .map(|one| one.pages.len().next_multiple_of(2))
        .sum();
    let file = lopdf::Document::load_mem(&pdf).unwrap();
    assert_eq!(file.get_pages().len(), wanted);
    assert!(
        letters.iter().any(|one| one.pages.len() % 2 == 1),
        "the test needs an odd one"
    );
}

#[test]
fn what_is_no_letter_is_refused() {
    let mut merge = Merge::new(false);
    for bad in [&b""[..], b"%PDF-1.7", b"not a letter at all"] {
        assert!(merge.add(bad, "Bad").is_err());
    }
}
