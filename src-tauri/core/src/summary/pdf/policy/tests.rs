#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! The pages of a policy, as independent readers find them.
//!
//! `RIGHTSDESK_WRITE_GOLDEN=1` writes the text of the pages anew; `RIGHTSDESK_SHOW_LETTERS=folder` keeps the files, to be looked at.

use super::{PolicySheet, SheetFound, SheetItem, SheetLaw, SheetPromise, policy_pdf};
use crate::letter::tests::tools;
use crate::letter::{Paper, Rendered};
use crate::policy::{BlockKind, Document, Span};
use crate::summary::Making;
use crate::words::PromiseKind;
use chrono::DateTime;
use std::path::PathBuf;

const HASH: &str = "9f3c41d07be2a58816c4f0d9a37be15522c8e6710f4ab39d85e7d6c1023f9b4e";

/// A made-up policy; what stands in braces is a promise.
const POLICY: &str = "# Privacy policy of the Fährhaus Lindensee
We run a ferry and an office by the lake. This page says what we do with what you tell us, and what we do not do with it.
## What we collect
We keep your name, your address and the number of your ticket. {We do not ask what you believe, how you vote or whether you are well, and we keep nothing of the kind without your explicit consent.}
- your name and how to reach you
- what you booked, and when
-- {of season tickets, the photograph that you gave us}
## What we pass on
{We never sell, rent or lend your e-mail address to anybody.} {Printers and carriers who work for us get addresses under contract and for that alone.} {When a court orders it, we hand over what it names and nothing else, and we tell you of it unless that is forbidden.}
### Children
{Our season ticket is not for children under 13, and we collect nothing from them without the consent of a parent.} Parents may write to us at any time.
## Your choices
{You can see, correct or have deleted what we hold: write to Zoë Ångström-Łukasiewicz at privacy@lindensee.example. We answer within 30 days.} {To stop our newsletter, follow the link at the foot of each one.}
## Changes
{We tell you of every change of this page by mail, two weeks before it counts.}
";

/// Reads the braces as promises, each of the next kind.
fn read(policy: &str, kinds: &[PromiseKind]) -> (Document, Vec<SheetPromise>) {
    let mut document = Document::default();
    let mut promises = Vec::new();
    for line in policy.lines() {
        let (kind, level, text) = match line.split_once(' ') {
            Some((mark, rest)) if mark.starts_with('#') => {
                (BlockKind::Heading, mark.len() as u8, rest)
            }
            Some((mark, rest)) if mark.starts_with('-') => {
                (BlockKind::Item, mark.len() as u8, rest)
            }
            _ => (BlockKind::Paragraph, 0, line),
        };
        let plain: String = text.chars().filter(|c| !"{}".contains(*c)).collect();
        document.push(kind, level, &plain);
        let from = document.blocks.last().unwrap().span.start;
        let mut at = from;
        let mut open = 0;
        for c in text.chars() {
            match c {
                '{' => open = at,
                '}' => {
                    let number = promises.len() + 1;
                    promises.push(SheetPromise {
                        number: number as u32,
                        kind: kinds[(number - 1) % kinds.len()],
                        audience: "Everyone".into(),
                        span: Span {
                            start: open,
                            end: at,
                        },
                        reading: "by mail, within 30 days".into(),
                        cite: "Your choices".into(),
                    });
                }
                c => at += c.len_utf8(),
            }
        }
    }
    (document, promises)
}

const KINDS: [PromiseKind; 8] = [
    PromiseKind::UseLimit,
    PromiseKind::UseLimit,
    PromiseKind::NoSharing,
    PromiseKind::SharingLimits,
    PromiseKind::LegalDisclosure,
    PromiseKind::NoChildren,
    PromiseKind::Access,
    PromiseKind::OptOut,
];

fn sheet(document: &Document, promises: Vec<SheetPromise>) -> PolicySheet<'_> {
    let found = promises.first().map(|promise| SheetFound {
        span: promise.span,
        promise: Some(promise.number),
    });
    let spot = document.blocks.last().map(|block| SheetFound {
        span: block.span,
        promise: None,
    });
    let item =
        |what: &str, cite: &str, caution: Option<&str>, found: Option<SheetFound>| SheetItem {
            what: what.into(),
            cite: cite.into(),
            caution: caution.map(Into::into),
            found: found.into_iter().collect(),
            look_for: "the words Do Not Track".into(),
        };
    PolicySheet {
        organisation: "Fährhaus Lindensee Reederei GmbH".into(),
        title: "Privacy policy of the Fährhaus Lindensee".into(),
        publisher: "Fährhaus Lindensee Reederei GmbH".into(),
        in_force: "In force from 1 March 2026".into(),
        source: "https://lindensee.example/privacy".into(),
        file: "privacy.html, 14 KB".into(),
        sha256: HASH.into(),
        document,
        unreviewed: 2,
        laws: vec![SheetLaw {
            name: "California Online Privacy Protection Act (CalOPPA)".into(),
            cite: "Cal. Bus. & Prof. Code 22575(b)".into(),
            items: vec![
                item(
                    "the categories of personal information collected",
                    "Cal. Bus. & Prof. Code 22575(b)(1)",
                    None,
                    found,
                ),
                item(
                    "how people are told of material changes",
                    "Cal. Bus. & Prof. Code 22575(b)(3)",
                    None,
                    spot,
                ),
                item(
                    "how the site answers Do Not Track signals",
                    "Cal. Bus. & Prof. Code 22575(b)(5)",
                    Some("Taken from a commentary; not compared with the text itself."),
                    None,
                ),
            ],
        }],
        promises,
    }
}

fn made(sheet: &PolicySheet, paper: Paper) -> Rendered {
    let making = Making {
        paper,
        now: DateTime::from_timestamp(1_799_000_000, 0).unwrap(),
        zone: chrono_tz::Europe::Berlin,
    };
    policy_pdf(sheet, &making).unwrap()
}

fn show(name: &str, done: &Rendered) {
    if let Some(folder) = std::env::var_os("RIGHTSDESK_SHOW_LETTERS") {
        std::fs::write(PathBuf::from(folder).join(format!("{name}.pdf")), &done.pdf).unwrap();
    }
}

#[test]
fn a_policy_reads_as_it_did() {
    let (document, promises) = read(POLICY, &KINDS);
    let done = made(&sheet(&document, promises), Paper::A4);
    show("policy-few", &done);
    let fresh = done.pages.join("\u{2014}\u{2014}\u{2014}\n");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/summary/pdf/policy/golden.txt");
    if std::env::var_os("RIGHTSDESK_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), fresh);
    tools::check(&done.pdf);
    let found = tools::text(&done.pdf);
    for words in [
        "Łukasiewicz",
        "Seeing the data",
        "seems missing",
        HASH,
        "Page 2 of",
    ] {
        assert!(found.contains(words), "{words} in {found}");
    }
}

#[test]
fn a_policy_with_sixty_promises_has_every_number_on_its_page_and_in_the_index() {
    let mut text = POLICY.to_owned();
    while text.matches('{').count() < 60 {
        text.push_str("## More\nAnd so on. {We keep what you write for a year} and {then we delete it, unless you ask us to keep it}. {Nobody else reads it.}\n");
    }
    let (document, promises) = read(&text, PromiseKind::ALL);
    let count = promises.len();
    let sheet = sheet(&document, promises);
    let done = made(&sheet, Paper::UsLetter);
    show("policy-sixty", &done);
    tools::check(&done.pdf);
    let index = done
        .pages
        .iter()
        .position(|page| page.contains("The promises by kind"))
        .unwrap();
    let text: String = done.pages[..index].join("\n");
    let listed: String = done.pages[index..].join("\n");
    let numbers = |of: &str| -> Vec<u32> {
        of.split(|c: char| !c.is_ascii_digit())
            .filter_map(|n| n.parse().ok())
            .collect()
    };
    for number in 1..=count as u32 {
        assert!(numbers(&text).contains(&number), "{number} in the text");
        assert!(numbers(&listed).contains(&number), "{number} in the index");
    }
}

#[test]
fn the_index_names_the_page_where_a_promise_begins() {
    let filler = "We have much to say about the lake and the boats upon it, and say it at length. "
        .repeat(12);
    let text = format!(
        "# Long\n{}{{This is the late promise of a long page.}}\n",
        format!("{filler}\n").repeat(30)
    );
    let (document, promises) = read(&text, &[PromiseKind::Security]);
    let done = made(&sheet(&document, promises), Paper::A4);
    let page = done
        .pages
        .iter()
        .position(|page| page.contains("late promise"))
        .unwrap()
        + 1;
    assert!(page > 3);
    let index = done
        .pages
        .iter()
        .find(|page| page.contains("The promises by kind"))
        .unwrap();
    assert!(index.contains(&format!("page {page}")), "{page} in {index}");
}

#[test]
fn what_cannot_be_printed_is_shown_and_said() {
    let (document, promises) = read(
        "# 隐私 and more\n{We never sell 𒀭 data.} Next\u{200b}to nothing \u{2713}.",
        &KINDS,
    );
    let done = made(&sheet(&document, promises), Paper::A4);
    show("policy-strange", &done);
    tools::check(&done.pdf);
    let first = &done.pages[0];
    assert!(first.contains("We never sell"), "{first}");
    assert!(first.contains("U+1202D"), "{first}");
    assert!(first.contains("One character of it"), "{first}");
    assert!(first.contains("隐私"), "{first}");
}

#[test]
fn an_empty_version_and_one_without_laws_are_pages_too() {
    let document = Document::default();
    let mut empty = sheet(&document, Vec::new());
    empty.laws.clear();
    let done = made(&empty, Paper::A4);
    assert_eq!(done.pages.len(), 1);
    assert!(done.pages[0].contains("No promise of this version has been accepted."));
}

#[test]
fn promises_that_overlap_or_miss_the_text_do_no_harm() {
    let (document, mut promises) = read(POLICY, &KINDS);
    let all = Span {
        start: 0,
        end: document.text.len(),
    };
    for (number, span) in [
        all,
        all,
        Span { start: 4, end: 4 },
        Span {
            start: 9_999,
            end: 10_000,
        },
    ]
    .into_iter()
    .enumerate()
    {
        promises.push(SheetPromise {
            number: 100 + number as u32,
            kind: PromiseKind::Security,
            audience: String::new(),
            span,
            reading: String::new(),
            cite: String::new(),
        });
    }
    promises.sort_by_key(|p| p.span.start);
    let done = made(&sheet(&document, promises), Paper::A4);
    show("policy-overlap", &done);
    tools::check(&done.pdf);
}

/// A hundred pages; `cargo bench` says how long they take, this only that they come.
#[test]
fn a_hundred_pages_are_set() {
    let text = POLICY.repeat(120);
    let (document, promises) = read(&text, PromiseKind::ALL);
    let started = std::time::Instant::now();
    let done = made(&sheet(&document, promises), Paper::A4);
    show("policy-long", &done);
    assert!(done.pages.len() > 100, "{}", done.pages.len());
    // Unoptimised; a loop over all promises for every line would take minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
