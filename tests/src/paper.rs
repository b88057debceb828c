//! Letters read by programs that are not ours.

use std::io::Write;
use std::process::Command;

fn kept(pdf: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    file
}

/// The words of a PDF, by `pdftotext`, with all white space made single.
pub fn words(pdf: &[u8]) -> String {
    let file = kept(pdf);
    let out = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-layout"])
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext (package poppler-utils) runs");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let text = String::from_utf8(out.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters of a PDF as they are drawn, one after the other: finds a word written aslant over the page.
pub fn letters(pdf: &[u8]) -> String {
    let file = kept(pdf);
    let out = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-raw"])
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext (package poppler-utils) runs");
    String::from_utf8(out.stdout)
        .unwrap()
        .split_whitespace()
        .collect()
}

/// A PDF that `qpdf --check` finds nothing against.
#[track_caller]
pub fn assert_sound(pdf: &[u8]) {
    let file = kept(pdf);
    let out = Command::new("qpdf")
        .arg("--check")
        .arg(file.path())
        .output()
        .expect("qpdf runs");
    assert!(
        out.status.success(),
        "{}{}",
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr)
    );
}

/// How many pictures made of dots a PDF carries, masks apart, by `pdfimages`; one that is shown twice counts once.
pub fn pictures(pdf: &[u8]) -> usize {
    let file = kept(pdf);
    let out = Command::new("pdfimages")
        .arg("-list")
        .arg(file.path())
        .output()
        .expect("pdfimages (package poppler-utils) runs");
    let text = String::from_utf8(out.stdout).unwrap();
    // The object number stands in the eleventh column.
    let objects: std::collections::BTreeSet<&str> = text
        .lines()
        .skip(2)
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|row| row.get(2) == Some(&"image"))
        .filter_map(|row| row.get(10).copied())
        .collect();
    objects.len()
}

/// Width and height of each page in whole points, by `pdfinfo`.
pub fn sizes(pdf: &[u8]) -> Vec<(u32, u32)> {
    let file = kept(pdf);
    let out = Command::new("pdfinfo")
        .args(["-f", "1", "-l", "9999"])
        .arg(file.path())
        .output()
        .expect("pdfinfo (package poppler-utils) runs");
    let text = String::from_utf8(out.stdout).unwrap();
    let number = |word: Option<&str>| word.unwrap().parse::<f64>().unwrap() as u32;
    text.lines()
        .filter(|line| line.starts_with("Page ") && line.contains(" size:"))
        .map(|line| {
            let mut words = line.split_whitespace().skip(3);
            let wide = number(words.next());
            (wide, number(words.nth(1)))
        })
        .collect()
}
