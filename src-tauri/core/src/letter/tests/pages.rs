//! Where things stand on the page.

use super::samples::{claim, draft, fields, sheet};
use super::tools;
use crate::letter::mark::{Mark, Page};
use crate::letter::page::compose;
use crate::letter::{Block, Envelope, LetterText, Paper, Sheet, render};
use crate::words::{LetterKind, Right};

const MM: f32 = 72.0 / 25.4;

fn long(paragraphs: usize, words: usize) -> LetterText {
    let one = "The lake was calm that morning, and the ferry left on time. ".repeat(words / 12 + 1);
    LetterText {
        subject: "A letter of some length".into(),
        salutation: "Dear reader,".into(),
        blocks: vec![Block {
            items: vec![],
            text: vec![one; paragraphs].join("\n\n"),
        }],
        closing: "Yours sincerely,".into(),
        deadlines: Vec::new(),
    }
}

fn acknowledgement() -> Sheet {
    let fields = fields(vec![claim(Right::Access, None)]);
    sheet(draft("eu-gdpr", LetterKind::Acknowledgement, &fields).unwrap())
}

/// Left, top, right and bottom in millimetres of the lines whose text is among these.
fn extent(page: &Page, texts: &[String]) -> (f32, f32, f32, f32) {
    let mut all = (f32::MAX, f32::MAX, 0.0_f32, 0.0_f32);
    for mark in &page.marks {
        if let Mark::Text {
            x,
            baseline,
            size,
            line,
            ..
        } = mark
            && texts.contains(&line.text)
        {
            all.0 = all.0.min(x / MM);
            all.1 = all.1.min((baseline - size * 0.8) / MM);
            all.2 = all.2.max((x + line.width) / MM);
            all.3 = all.3.max((baseline + size * 0.25) / MM);
        }
    }
    all
}

#[test]
fn the_address_stays_in_the_window_however_the_sheet_slides() {
    // What each window shows in every position of the sheet: left, top, right, bottom.
    let windows = [
        (Paper::A4, Envelope::Din5008B, (20.0, 62.7, 105.0, 90.0)),
        (Paper::UsLetter, Envelope::Us10, (22.2, 63.0, 111.1, 81.0)),
        (Paper::A4, Envelope::Dl, (20.0, 57.0, 100.0, 81.0)),
    ];
    let addresses: [Vec<String>; 3] = [
        vec![
            "Kim Ngọc Ánh".into(),
            "Łódzka 17/4".into(),
            "90-001 Łódź".into(),
            "Poland".into(),
        ],
        (1..=7)
            .map(|n| format!("A rather long line number {n} of this address"))
            .collect(),
        vec![
            "Wolfeschlegelsteinhausenbergerdorff".repeat(300),
            "Berlin".into(),
        ],
    ];
    for (paper, envelope, (left, top, right, bottom)) in windows {
        for address in &addresses {
            let mut sheet = acknowledgement();
            (sheet.paper, sheet.envelope) = (paper, envelope);
            sheet.recipient_lines = address.clone();
            let pages = compose(&sheet).unwrap();
            let found: Vec<String> = address_lines(&pages.pages[0], left, top, bottom);
            let last = address.last().unwrap().clone();
            assert!(
                found.contains(&last),
                "{envelope:?}: {last} not in {found:?}"
            );
            let (l, t, r, b) = extent(&pages.pages[0], &found);
            assert!(
                l >= left && t >= top - 0.3 && r <= right && b <= bottom + 0.3,
                "{envelope:?} {address:?}: {l} {t} {r} {b}"
            );
        }
    }
}

/// The lines that stand at the address's left edge between top and bottom.
fn address_lines(page: &Page, left: f32, top: f32, bottom: f32) -> Vec<String> {
    page.marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text {
                x,
                baseline,
                line,
                size,
                ..
            } if *size > 7.5
                && (left..left + 10.0).contains(&(x / MM))
                && (top - 5.0..bottom + 5.0).contains(&(baseline / MM)) =>
            {
                Some(line.text.clone())
            }
            _ => None,
        })
        .collect()
}

#[test]
fn the_window_is_where_an_independent_reader_finds_it() {
    let done = render(&acknowledgement()).unwrap();
    let boxes = tools::read("pdftotext", &["-q", "-bbox"], &["-"], &done.pdf);
    let word = boxes.lines().find(|l| l.contains(">Ngọc<")).unwrap();
    let number = |key: &str| -> f32 {
        let rest = word.split(&format!("{key}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse::<f32>().unwrap() / MM
    };
    assert!(number("xMin") > 25.0 && number("xMax") < 102.0);
    assert!(number("yMin") > 61.0 && number("yMax") < 72.0, "{word}");
}

#[test]
fn every_line_stays_on_its_page() {
    for (paper, envelope) in [
        (Paper::A4, Envelope::Din5008B),
        (Paper::UsLetter, Envelope::Us10),
        (Paper::A4, Envelope::Dl),
        (Paper::UsLetter, Envelope::Plain),
    ] {
        let mut sheet = sheet(long(14, 90));
        (sheet.paper, sheet.envelope) = (paper, envelope);
        sheet.text.blocks[0]
            .text
            .push_str(&"\n\nDonaudampfschiff".repeat(3));
        sheet.text.blocks[0].text.push_str("\n\n");
        sheet.text.blocks[0].text.push_str(&"x".repeat(5_000));
        let pages = compose(&sheet).unwrap();
        for page in &pages.pages {
            for mark in &page.marks {
                if let Mark::Text {
                    x, baseline, line, ..
                } = mark
                {
                    assert!(
                        *x > 0.0 && x + line.width < pages.width - 10.0 * MM,
                        "{}",
                        line.text
                    );
                    assert!(*baseline > 10.0 * MM && *baseline < pages.height - 10.0 * MM);
                }
            }
        }
    }
}

#[test]
fn pages_are_numbered_and_carry_the_reference() {
    let done = render(&sheet(long(16, 80))).unwrap();
    let total = done.pages.len();
    assert!(total >= 2);
    for (at, page) in done.pages.iter().enumerate() {
        assert!(
            page.contains(&format!("Page {} of {total}", at + 1)),
            "{page}"
        );
        assert!(page.contains("2026-0042"));
    }
    let one = render(&acknowledgement()).unwrap();
    assert_eq!(one.pages.len(), 1);
    assert!(!one.pages[0].contains("Page 1"));
}

#[test]
fn no_line_is_lost_no_widow_no_orphan_no_lonely_signature() {
    for paragraphs in (1..24).step_by(2) {
        for words in [12, 30, 80] {
            let sheet = sheet(long(paragraphs, words));
            let pages: Vec<String> = compose(&sheet)
                .unwrap()
                .pages
                .into_iter()
                .map(|p| p.text)
                .collect();
            let whole = tools::squeeze(&pages.join("\n"));
            let count = whole.matches("calm").count();
            assert_eq!(count, paragraphs * (words / 12 + 1), "{paragraphs} {words}");
            for page in &pages[1..] {
                let body: Vec<&str> = page
                    .lines()
                    .skip_while(|l| !l.starts_with("Page "))
                    .skip(1)
                    .collect();
                let first: Vec<&&str> = body
                    .iter()
                    .skip_while(|l| l.is_empty())
                    .take_while(|l| !l.is_empty())
                    .collect();
                let starts = first[0].starts_with("The lake was calm that morning");
                assert!(first.len() >= 2 || starts, "a widow: {page}");
                assert!(!page.trim_start().starts_with("Yours"), "{page}");
                assert!(
                    body.iter()
                        .any(|l| l.contains("lake") || l.contains("ferry")),
                    "{page}"
                );
            }
        }
    }
}

#[test]
fn the_words_above_a_list_go_to_the_page_of_its_first_item() {
    let mut moved = 0;
    for lines in 14..34 {
        let mut text = long(1, 12);
        let filler = vec!["The lake was calm."; lines].join("\n\n");
        text.blocks[0].text = format!("{filler}\n\nPlease write to:\n\n- the harbour\n- the mill");
        text.blocks[0]
            .text
            .push_str(&"\n\nThe ferry left on time.".repeat(12));
        for page in compose(&sheet(text)).unwrap().pages {
            let (lead, item) = ("Please write to:", "the harbour");
            assert_eq!(
                page.text.contains(lead),
                page.text.contains(item),
                "{lines}"
            );
            moved += usize::from(page.text.contains("Page 2") && page.text.contains(lead));
        }
    }
    assert!((1..20).contains(&moved), "{moved}");
}

/// Baselines and left edges of the text in the body's size, from top to bottom.
fn baselines(page: &Page) -> Vec<(f32, f32, String)> {
    let mut all: Vec<_> = page
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text {
                x,
                baseline,
                size,
                line,
                ..
            } if (10.0..12.5).contains(size) => Some((*baseline, *x, line.text.clone())),
            _ => None,
        })
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

#[test]
fn a_letter_that_misses_its_page_by_a_little_is_drawn_together_and_no_more_than_that() {
    let mut before: Option<(usize, f32, f32)> = None;
    let (mut squeezed, mut most) = (0, 0.0_f32);
    for lines in 8..32 {
        let mut text = long(1, 12);
        text.blocks[0].text = vec!["The lake was calm."; lines].join("\n\n");
        let done = compose(&sheet(text)).unwrap();
        let all = baselines(&done.pages[0]);
        let body: Vec<f32> = all
            .iter()
            .filter(|line| line.2.starts_with("The lake"))
            .map(|line| line.0)
            .collect();
        let step = body[1] - body[0];
        let last = all.last().unwrap().0;
        if done.pages.len() == 1 && step < 22.4 {
            squeezed += 1;
            most = most.max(22.5 - step);
            // As much as it needs: the page is full then.
            assert!(last > 700.0, "{lines}: {last}");
        }
        if let Some((pages, wider, _)) = before {
            assert!(pages <= done.pages.len(), "{lines}");
            let same = pages == done.pages.len();
            assert!(
                !same || pages > 1 || step <= wider + 0.01,
                "{lines}: {step} {wider}"
            );
        }
        if done.pages.len() > 1 {
            assert!(
                (step - 22.5).abs() < 0.01,
                "two pages are set as ever: {step}"
            );
        }
        before = Some((done.pages.len(), step, last));
    }
    assert!((2..8).contains(&squeezed), "{squeezed}");
    assert!((2.0..4.5).contains(&most), "{most}");
}

#[test]
fn two_lines_stand_below_a_heading_and_the_last_items_of_a_list_stay_together() {
    let (mut below, mut items) = (0, 0);
    for lines in 10..40 {
        let mut text = long(1, 12);
        let filler = vec!["The lake was calm."; lines].join("\n\n");
        let after = "The ferry left on time.\n\n".repeat(16);
        text.blocks[0].text =
            format!("{filler}\n\n# On the harbour\n\nIt is deep.\n\nIt is wide.\n\n{after}");
        let pages = compose(&sheet(text.clone())).unwrap().pages;
        for page in &pages {
            let has = |what: &str| page.text.contains(what);
            assert_eq!(has("On the harbour"), has("It is wide."), "{lines}");
            below += usize::from(has("Page 2") && has("It is deep."));
        }
        text.blocks[0].text =
            format!("{filler}\n\nIn the harbour lie:\n\n- a barge\n- a tug\n- a ferry\n\n{after}");
        for page in compose(&sheet(text)).unwrap().pages {
            let has = |what: &str| page.text.contains(what);
            assert_eq!(has("a tug"), has("a ferry\n"), "{lines}");
            items += usize::from(has("Page 2") && has("a tug") && !has("a barge"));
        }
    }
    assert!((1..28).contains(&below) && items > 0, "{below} {items}");
}

#[test]
fn lines_to_fill_in_by_hand_are_even_and_boxes_stand_before_their_words() {
    let mut text = long(1, 12);
    text.blocks[0].text = "______ I agree to all of this, as the letter says it, in so many words that a second line \
        is wanted for them.\n\n______ I do not agree.\n\nName in full: ______________\n\nSignature: ____\n\nDate: ____"
        .into();
    let page = compose(&sheet(text)).unwrap().pages.remove(0);
    assert!(
        !page.text.contains('_') && page.text.contains("☐ I do not agree."),
        "{}",
        page.text
    );
    let all = baselines(&page);
    let at = |what: &str| {
        all.iter()
            .find(|line| line.2.starts_with(what))
            .unwrap()
            .clone()
    };
    let (name, signature, date) = (at("Name in full:"), at("Signature:"), at("Date:"));
    let apart = (signature.0 - name.0, date.0 - signature.0);
    assert!(
        (apart.0 - apart.1).abs() < 0.01 && (9.0..12.0).contains(&(apart.0 / MM)),
        "{apart:?}"
    );
    let rules: Vec<(f32, f32, f32)> = page
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rule { x, y, length, .. } if *length > 100.0 && *y > name.0 => {
                Some((*x, *y, x + length))
            }
            _ => None,
        })
        .collect();
    assert_eq!(rules.len(), 3);
    for (rule, line) in rules.iter().zip([&name, &signature, &date]) {
        assert!((rule.0, rule.2) == (rules[0].0, rules[0].2), "{rules:?}");
        assert!(
            (1.0..4.0).contains(&(rule.1 - line.0)) && rule.0 > 120.0,
            "{rule:?} {line:?}"
        );
    }
    // The second line of a choice stands under its first, not under the box.
    let (first, second) = (at("I agree"), at("I do not"));
    assert!(first.1 == second.1 && first.1 > name.1 + 15.0);
    assert!(
        all.iter()
            .any(|line| line.1 == first.1 && line.0 > first.0 && line.0 < second.0)
    );
}

#[test]
fn a_draft_says_so() {
    let mut sheet = acknowledgement();
    sheet.draft = true;
    assert!(tools::text(&render(&sheet).unwrap().pdf).contains("DRAFT"));
    sheet.draft = false;
    assert!(!tools::text(&render(&sheet).unwrap().pdf).contains("DRAFT"));
}

/// Writes every sample into the folder named by `LETTERS_OUT`.
#[test]
#[ignore = "writes letters to look at; needs LETTERS_OUT"]
fn samples_to_look_at() {
    let folder = std::env::var("LETTERS_OUT").unwrap();
    for (law, kind, claims, text) in super::samples::every_draft(fields) {
        let who = match claims.as_slice() {
            [(right, outcome)] => format!("{right}-{}", outcome.map_or("open", |o| o.id())),
            _ => format!("all-{}", claims[0].1.map_or("open", |o| o.id())),
        };
        let mut sheet = sheet(text);
        if law.starts_with("us") {
            (sheet.paper, sheet.envelope) = (Paper::UsLetter, Envelope::Us10);
            sheet.language = "en-US".into();
            sheet.date = super::samples::english().american(&sheet.date);
        }
        if law.starts_with("uk") {
            sheet.envelope = Envelope::Dl;
        }
        sheet.draft = law == "uk-gdpr" && claims.len() > 1;
        let done = render(&sheet).unwrap();
        let path = std::path::Path::new(&folder).join(format!("{law}-{kind}-{who}.pdf"));
        std::fs::write(&path, &done.pdf).unwrap();
        std::fs::write(path.with_extension("txt"), done.pages.join("\n=====\n")).unwrap();
    }
    let seven: Vec<String> = (1..=7)
        .map(|n| format!("A rather long line number {n} of this address"))
        .collect();
    let endless = vec!["Wolfeschlegelsteinhausen ".repeat(40), "Berlin".into()];
    let boxes = vec!["Ann 😀 محمد שרה".into(), "Berlin".into()];
    let alphabets = vec!["Łódź Ελλάδα Київ".into(), "Đặng Thị Hồng".into()];
    for (name, lines) in [
        ("seven", seven),
        ("endless", endless),
        ("boxes", boxes),
        ("alphabets", alphabets),
    ] {
        let mut sheet = acknowledgement();
        (sheet.paper, sheet.envelope) = (Paper::UsLetter, Envelope::Us10);
        sheet.recipient_lines = lines;
        sheet.draft = name == "boxes";
        let path = std::path::Path::new(&folder).join(format!("address-{name}.pdf"));
        std::fs::write(path, render(&sheet).unwrap().pdf).unwrap();
    }
}
