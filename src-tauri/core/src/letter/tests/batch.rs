//! Many letters in one file.

use super::samples::{claim, draft, fields, sheet};
use crate::letter::{About, batch, render};
use crate::words::{LetterKind, Right};

#[test]
fn each_letter_is_what_it_would_be_alone_and_begins_on_its_own_page() {
    let fields = fields(vec![claim(Right::Access, None)]);
    let text = draft("eu-gdpr", LetterKind::Acknowledgement, &fields).unwrap();
    let mut first = sheet(text);
    first.recipient_lines = vec!["Ana Lindqvist".into(), "12 Elm Row".into()];
    let mut second = first.clone();
    second.recipient_lines = vec!["Łukasz Nowak".into(), "7 Quay Street".into()];
    let about = About {
        title: "Two letters".into(),
        subject: String::new(),
        author: "Fährhaus".into(),
        language: "en-GB".into(),
        created: first.created,
    };
    let sheets = [first.clone(), second.clone()];
    let made = batch(&sheets, true, &about).unwrap();
    let alone = [render(&first).unwrap(), render(&second).unwrap()];
    assert_eq!(made.letters, alone);
    let pages: Vec<String> = alone.iter().flat_map(|one| one.pages.clone()).collect();
    assert_eq!(made.all.pages, pages);
    let again = batch(&sheets, false, &about).unwrap();
    assert!(again.letters.is_empty());
    assert_eq!(made.all.pdf, again.all.pdf, "the same bytes");
    let file = lopdf::Document::load_mem(&made.all.pdf).unwrap();
    assert_eq!(file.get_pages().len(), pages.len());
    assert!(file.catalog().unwrap().has(b"Outlines"));
    let apart: usize = alone.iter().map(|one| one.pdf.len()).sum();
    assert!(made.all.pdf.len() < apart, "the faces are carried once");
}
