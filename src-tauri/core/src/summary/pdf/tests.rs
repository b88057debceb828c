#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! The pages as independent readers find them.

use super::{Making, pdf};
use crate::api::wire::YearSummary;
use crate::letter::tests::tools;
use crate::letter::{LetterError, Paper};
use crate::summary::{Counted, Figures, summarise};
use crate::words::{Outcome, Right};
use chrono::{DateTime, Days, NaiveDate};

const HEAD: &str = "9f3c41d07be2a58816c4f0d9a37be15522c8e6710f4ab39d85e7d6c1023f9b4e";

fn making(paper: Paper) -> Making {
    Making {
        paper,
        now: DateTime::from_timestamp(1_799_000_000, 0).unwrap(),
        zone: chrono_tz::Europe::Berlin,
    }
}

/// A year with this many claims under each law, spread over rights, months and outcomes.
fn year(laws: &[(&str, &str)], rights: usize, each: usize) -> YearSummary {
    let mut claims = Vec::new();
    let outcomes = [
        Some(Outcome::Granted),
        Some(Outcome::Granted),
        Some(Outcome::GrantedInPart),
        Some(Outcome::Refused),
        None,
        Some(Outcome::Withdrawn),
        Some(Outcome::Granted),
    ];
    let first = NaiveDate::from_ymd_opt(2026, 1, 3).unwrap();
    let mut n = 0_usize;
    for (law, short) in laws {
        for right in Right::ALL.iter().take(rights) {
            for _ in 0..each {
                n += 1;
                let received = first + Days::new((n * 37 % 361) as u64);
                let outcome = outcomes[n % outcomes.len()];
                let answered = outcome.map(|_| received + Days::new((n * 7 % 45) as u64));
                claims.push(Counted {
                    request: (n * 2 / 3) as u32,
                    law: (*law).into(),
                    law_short: (*short).into(),
                    right: *right,
                    right_name: right.id().replace('-', " "),
                    received_on: received,
                    outcome,
                    answered_on: answered,
                    due: Some(received + Days::new(30)),
                    overdue: outcome.is_none() && n.is_multiple_of(2),
                });
            }
        }
    }
    summarise(Figures {
        year: 2026,
        organisation: "Fährhaus Lindensee Reederei GmbH",
        log_head: HEAD,
        claims: &claims,
        promises: Vec::new(),
        contradictions: Vec::new(),
    })
}

const FOUR: [(&str, &str); 4] = [
    ("eu-gdpr", "GDPR"),
    ("uk-gdpr", "UK GDPR"),
    ("us-ca-ccpa", "CCPA"),
    ("us-can-spam", "CAN-SPAM"),
];

fn samples() -> Vec<(&'static str, YearSummary)> {
    vec![
        ("empty", year(&[], 0, 0)),
        ("small", year(&FOUR[..2], 4, 3)),
        ("long", year(&FOUR, 10, 37)),
    ]
}

#[test]
fn every_figure_is_found_by_an_independent_reader() {
    for (name, summary) in samples() {
        for paper in [Paper::A4, Paper::UsLetter] {
            let done = pdf(&summary, &making(paper)).unwrap();
            tools::check(&done.pdf);
            let layout = tools::read("pdftotext", &["-q", "-layout"], &["-"], &done.pdf);
            let lines: Vec<String> = layout.lines().map(tools::squeeze).collect();
            for row in summary.rows.iter().chain([&summary.total]) {
                let days = |d: Option<f64>| d.map_or("–".to_owned(), |d| format!("{d:.1}"));
                let figures = format!(
                    "{} {} {} {} {} {} {} {} {}",
                    row.received,
                    row.in_full,
                    row.in_part,
                    row.refused,
                    row.withdrawn,
                    row.open,
                    row.late,
                    days(row.median_days),
                    days(row.mean_days)
                );
                let word = row.right_name.split(' ').next().unwrap().get(1..).unwrap();
                assert!(
                    lines
                        .iter()
                        .any(|l| l.ends_with(&figures) && l.contains(word)),
                    "{name}: {word} {figures} in {layout}"
                );
            }
            let whole = tools::squeeze(&layout);
            for rule in &summary.rules {
                let end = rule.rsplit(' ').next().unwrap();
                assert!(whole.contains(end), "{rule}");
            }
            for text in [
                HEAD,
                "Fährhaus Lindensee Reederei GmbH",
                "2026",
                "Page 1 of",
            ] {
                assert!(whole.contains(text), "{text} in {whole}");
            }
            let made = match paper {
                Paper::A4 => "3 January 2027 at 19:13 (Europe/Berlin)",
                Paper::UsLetter => "January 3, 2027 at 19:13 (Europe/Berlin)",
            };
            assert!(whole.contains(made), "{made} in {whole}");
            assert!(!whole.contains("not over"));
        }
    }
}

#[test]
fn a_long_table_repeats_its_head_on_each_page() {
    let done = pdf(&year(&FOUR, 10, 37), &making(Paper::A4)).unwrap();
    assert!(done.pages.len() > 1);
    for page in &done.pages {
        if page.contains("Access\t") || page.contains("Erasure\t") {
            assert_eq!(page.matches("Law and right").count(), 1, "{page}");
        }
    }
    // The sum is never alone.
    let last = done
        .pages
        .iter()
        .find(|p| p.contains("All laws and rights"))
        .unwrap();
    assert!(!last.trim_start().starts_with("All laws"), "{last}");
}

#[test]
fn a_year_that_runs_on_and_an_empty_one_say_so() {
    let mut making = making(Paper::A4);
    making.now = DateTime::from_timestamp(1_795_339_800, 0).unwrap();
    let done = pdf(&year(&[], 0, 0), &making).unwrap();
    let text = tools::text(&done.pdf);
    assert!(text.contains("The year is not over"), "{text}");
    assert!(text.contains("No request was received in 2026."), "{text}");
    assert_eq!(done.pages.len(), 1);
}

#[test]
fn the_same_summary_at_the_same_moment_gives_the_same_bytes() {
    let summary = year(&FOUR, 4, 5);
    let first = pdf(&summary, &making(Paper::A4)).unwrap();
    assert_eq!(first, pdf(&summary, &making(Paper::A4)).unwrap());
    assert!(first.pdf.len() < 60_000, "{}", first.pdf.len());
}

#[test]
fn strange_names_are_printed_or_named() {
    let mut summary = year(&FOUR, 2, 2);
    summary.organisation = "Wolfeschlegelsteinhausen".repeat(420);
    summary.rows[0].right_name = "Endlessword".repeat(60);
    summary.rows[0].law_short = "A law with a name that goes on and on ".repeat(5);
    tools::check(&pdf(&summary, &making(Paper::A4)).unwrap().pdf);
    for name in ["漢字書店", "מכתבים", "مكتبة"] {
        summary.organisation = name.into();
        let done = pdf(&summary, &making(Paper::A4)).unwrap();
        tools::check(&done.pdf);
        assert!(done.pages[0].contains(name), "{}", done.pages[0]);
    }
    summary.organisation = "𒀭".into();
    let error = pdf(&summary, &making(Paper::A4)).unwrap_err();
    assert!(matches!(error, LetterError::Unprintable { .. }));
}

/// Writes every sample into the folder named by `LETTERS_OUT`.
#[test]
#[ignore = "writes pages to look at; needs LETTERS_OUT"]
fn years_to_look_at() {
    let folder = std::env::var("LETTERS_OUT").unwrap();
    for (name, summary) in samples() {
        for (paper, size) in [(Paper::A4, "a4"), (Paper::UsLetter, "us")] {
            let done = pdf(&summary, &making(paper)).unwrap();
            let path = std::path::Path::new(&folder).join(format!("year-{name}-{size}.pdf"));
            std::fs::write(path, done.pdf).unwrap();
        }
    }
}
