#![allow(clippy::unwrap_used)]
//! The pages as independent readers find them.

use super::super::Making;
use super::report_pdf;
use crate::api::wire::{Paper as Kept, Report, ReportSigned};
use crate::letter::tests::tools;
use crate::letter::{LetterError, Paper};
use crate::summary::pdf::frame::Frame;
use crate::summary::tests::samples::{self, HEAD, RULES};

fn making(paper: Paper) -> Making {
    Making {
        paper,
        now: chrono::DateTime::from_timestamp(1_795_339_800, 0).unwrap(),
        zone: chrono_tz::Europe::Berlin,
    }
}

fn signed(mut report: Report) -> Report {
    report.signed = Some(ReportSigned {
        by: "Ada Quarles".into(),
        office: "Data Protection Officer".into(),
        on: "2026-11-23".into(),
        remark: "The figures of March include the letters that were found in the old mail box."
            .into(),
        zone: "Europe/Berlin".into(),
        paper: Kept::A4,
    });
    report
}

fn all() -> Vec<(&'static str, Report)> {
    vec![
        ("rights", samples::rights()),
        ("metrics", samples::metrics()),
        ("empty", samples::empty()),
        ("long", samples::long_names()),
        ("register", samples::register(500)),
        ("many", samples::many_rights()),
        ("wide", wide()),
    ]
}

#[test]
fn every_word_and_figure_is_found_by_an_independent_reader() {
    for (name, report) in all() {
        let report = signed(report);
        for paper in [Paper::A4, Paper::UsLetter] {
            let done = report_pdf(&report, &making(paper)).unwrap();
            tools::check(&done.pdf);
            let layout = tools::read("pdftotext", &["-q", "-layout"], &["-"], &done.pdf);
            let whole = tools::squeeze(&layout);
            let mut wanted = vec![
                HEAD,
                RULES,
                "Page 1 of",
                "Signed off by Ada Quarles, Data Protection Officer",
            ];
            wanted.push(match paper {
                Paper::A4 => "counted as of 23 November 2026",
                Paper::UsLetter => "counted as of November 23, 2026",
            });
            for text in wanted {
                assert!(whole.contains(text), "{name}: {text} in {whole}");
            }
            let plain = tools::text(&done.pdf);
            for table in &report.tables {
                assert!(plain.contains(&table.title), "{name}: {}", table.title);
            }
        }
    }
}

#[test]
fn figures_stand_in_their_rows_and_the_sum_beneath() {
    let report = samples::rights();
    let done = report_pdf(&report, &making(Paper::A4)).unwrap();
    let layout = tools::read("pdftotext", &["-q", "-layout"], &["-"], &done.pdf);
    let lines: Vec<String> = layout.lines().map(tools::squeeze).collect();
    for row in report.tables.iter().flat_map(|table| &table.rows) {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        let line = tools::squeeze(&cells.join(" "));
        assert!(lines.contains(&line), "{line} in {layout}");
    }
    assert!(!layout.contains("Signed off"));
}

#[test]
fn a_long_table_has_its_names_on_each_page_and_every_row_once() {
    let report = samples::register(500);
    let done = report_pdf(&report, &making(Paper::A4)).unwrap();
    let text = tools::read("pdftotext", &["-q", "-layout"], &["-"], &done.pdf);
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert_eq!(pages.len(), done.pages.len());
    for page in &pages {
        let rows = page.matches(" 2026-0").count() + page.matches("\n2026-0").count();
        assert!(
            rows == 0 || page.matches("Ground of a").count() == 1,
            "{page}"
        );
    }
    for n in 1..=500 {
        let reference = format!("2026-{n:04} ");
        assert_eq!(text.matches(&reference).count(), 1, "{reference}");
    }
}

/// With a table that wants the wide page.
fn wide() -> Report {
    let mut report = samples::rights();
    report.tables.extend(samples::register(40).tables);
    report
}

#[test]
fn on_a_wide_page_a_picture_reaches_the_right_edge_with_its_words_beside_it() {
    for paper in [Paper::A4, Paper::UsLetter] {
        let report = wide();
        let done = report_pdf(&report, &making(paper)).unwrap();
        let found = tools::read("pdftotext", &["-q", "-bbox"], &["-"], &done.pdf);
        let number = |line: &str, name: &str| -> f32 {
            let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let page = found.lines().find(|line| line.contains("<page")).unwrap();
        let (width, height) = (number(page, "width"), number(page, "height"));
        assert!(width > height, "{page}");
        // “Late” stands above the figures at the right edge of the picture of rights.
        let places = |word: &str| -> Vec<(f32, f32, f32)> {
            let wanted = format!(">{word}</word>");
            let lines = found.lines().filter(|line| line.contains(&wanted));
            lines
                .map(|line| {
                    (
                        number(line, "xMin"),
                        number(line, "yMin"),
                        number(line, "xMax"),
                    )
                })
                .collect()
        };
        let words = found.lines().filter(|line| line.contains("<word"));
        let left = words.map(|line| number(line, "xMin")).fold(width, f32::min);
        assert!(
            places("Late")
                .iter()
                .any(|(_, _, right)| (width - left - right).abs() < 2.0),
            "{:?}",
            places("Late")
        );
        for picture in &report.pictures {
            let first = picture.title.split_whitespace().next().unwrap();
            assert!(
                places(first)
                    .iter()
                    .any(|(from, ..)| (from - left).abs() < 2.0),
                "{first}: {:?}",
                places(first)
            );
        }
    }
}

#[test]
fn a_reader_who_does_not_see_the_page_finds_headings_and_tables() {
    let done = report_pdf(&signed(samples::rights()), &making(Paper::A4)).unwrap();
    let tags = tools::read("pdfinfo", &["-struct"], &[], &done.pdf);
    for tag in ["H1", "H2", "Table", "TH", "TD", "LI"] {
        assert!(tags.contains(tag), "{tag} in {tags}");
    }
}

#[test]
fn the_same_report_at_the_same_moment_gives_the_same_bytes() {
    let report = samples::rights();
    let first = report_pdf(&report, &making(Paper::A4)).unwrap();
    assert_eq!(first, report_pdf(&report, &making(Paper::A4)).unwrap());
    assert!(first.pdf.len() < 120_000, "{}", first.pdf.len());
}

#[test]
fn strange_names_are_printed_or_named() {
    let mut report = samples::rights();
    for name in ["漢字書店", "מכתבים", "مكتبة"] {
        report.organisation = name.into();
        let done = report_pdf(&report, &making(Paper::A4)).unwrap();
        tools::check(&done.pdf);
        assert!(done.pages[0].contains(name), "{}", done.pages[0]);
    }
    report.organisation = "𒀭".into();
    let error = report_pdf(&report, &making(Paper::A4)).unwrap_err();
    assert!(matches!(error, LetterError::Unprintable { .. }));
}

#[test]
fn no_word_and_no_number_is_parted_however_many_columns_there_are() {
    let mut report = samples::many_rights();
    let done = report_pdf(&report, &making(Paper::A4)).unwrap();
    let first = done.pages[0].as_str();
    assert!(
        first.contains("Requests by month and right"),
        "the first page has the first picture: {first}"
    );
    report.pictures.clear();
    for paper in [Paper::A4, Paper::UsLetter] {
        let done = report_pdf(&report, &making(paper)).unwrap();
        let boxes = tools::read("pdftotext", &["-q", "-bbox-layout"], &["-"], &done.pdf);
        let words: Vec<&str> = boxes
            .split("</word>")
            .filter_map(|word| word.rsplit_once('>').map(|(_, text)| text.trim()))
            .collect();
        let times = |wanted: &str| words.iter().filter(|word| **word == wanted).count();
        // The months stand in each part, and nothing is parted.
        let parts = 1 + times("continued");
        assert!(parts >= 2, "{words:?}");
        assert_eq!(times("February"), parts, "{words:?}");
        for column in &report.tables[0].columns {
            for word in column.name.split([' ', '-']) {
                assert!(
                    words.iter().any(|one| one.contains(word)),
                    "{word} in {words:?}"
                );
            }
        }
        let first = done.pages[0].as_str();
        assert!(
            first.contains("Received by month and right"),
            "the first page has the first table: {first}"
        );
        let text = tools::squeeze(&tools::text(&done.pdf));
        let counted = "a request with several claims counts once";
        assert_eq!(text.matches(counted).count(), 1, "said once: {text}");
    }
}

#[test]
fn a_picture_has_its_words_in_one_size_whichever_way_the_page_lies() {
    let mut report = samples::many_rights();
    let rights = [
        "Access",
        "Erasure",
        "Correction",
        "Objection",
        "Portability",
    ];
    let laws = ["Law of one", "Law of two", "Law of three", "Law of four"];
    report.tables.push(samples::by_right(&laws, &rights));
    report.pictures = crate::summary::pictures(&report.tables, None);
    assert_eq!(report.pictures.len(), 2);
    for paper in [Paper::A4, Paper::UsLetter] {
        let wide = Frame::landscape(paper).unwrap();
        for picture in &report.pictures {
            let room = wide.page_room() * 0.8;
            assert!(picture.height <= room, "{}: {}", picture.id, picture.height);
        }
    }
}

#[test]
fn a_row_that_is_higher_than_a_page_loses_nothing() {
    let mut report = samples::register(3);
    let words: String = (0..6000).map(|n| format!("w{n} ")).collect();
    report.tables[0].rows[1].cells[8].text = words;
    let done = report_pdf(&report, &making(Paper::A4)).unwrap();
    tools::check(&done.pdf);
    let text = tools::text(&done.pdf);
    for n in [0, 1, 999, 2500, 5999] {
        assert!(text.contains(&format!("w{n} ")), "{n}");
    }
    assert!(text.contains("2026-0003"));
}

/// Writes every sample into the folder named by `LETTERS_OUT`, and says how long a long register takes.
#[test]
#[ignore = "writes pages to look at; needs LETTERS_OUT"]
fn reports_to_look_at() {
    let folder = std::env::var("LETTERS_OUT").unwrap();
    for (name, report) in all() {
        let report = signed(report);
        for (paper, size) in [(Paper::A4, "a4"), (Paper::UsLetter, "us")] {
            let done = report_pdf(&report, &making(paper)).unwrap();
            let path = std::path::Path::new(&folder).join(format!("report-{name}-{size}.pdf"));
            std::fs::write(path, done.pdf).unwrap();
        }
    }
    let long = samples::register(5000);
    let begun = std::time::Instant::now();
    let done = report_pdf(&long, &making(Paper::A4)).unwrap();
    println!(
        "5000 rows: {:?}, {} pages, {} bytes",
        begun.elapsed(),
        done.pages.len(),
        done.pdf.len()
    );
}
