//! How long the post of the day takes: `cargo bench -p rightsdesk-core --bench post`.
//!
//! A thousand letters, each set by itself as it is kept, then put together in one file as the print room does.
//! The tests run it too (`--bench` is then missing) with a few letters.

use chrono::DateTime;
use rightsdesk_core::letter::{
    About, Block, Envelope, LetterText, Letterhead, Look, Merge, Paper, Sheet, render,
};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What the house asks for: one letter after the first, a thousand in one file, and the weight of that file.
const ONE: Duration = Duration::from_millis(2);
const ALL: Duration = Duration::from_secs(2);
const WEIGHT: usize = 10_000_000;

const WORDS: &str = "We looked in our shop, our newsletter list and our mailboxes. A copy of what we hold about you is enclosed. We use it to send what you order, to keep our books and to answer you; nobody else gets it. You can have it corrected or deleted at any time.";

fn sheet(number: usize) -> Sheet {
    let names = [
        "Ana Lindqvist",
        "Łukasz Żółć",
        "Ελένη Παππά",
        "Đặng Thị Hồng",
        "Иван Петров",
    ];
    let name = names[number % names.len()];
    let blocks = (0..4)
        .map(|at| Block {
            items: Vec::new(),
            text: format!("{WORDS} Our number for it is {number}-{at}."),
        })
        .collect();
    Sheet {
        letterhead: Letterhead {
            organisation: "Harbour Lane Books".into(),
            address_lines: vec!["4 Harbour Lane".into(), "20457 Hamburg".into()],
            contact_lines: vec!["privacy@harbourlane.example".into()],
            ..Letterhead::default()
        },
        recipient_lines: vec![
            name.into(),
            format!("{number} Elm Row"),
            "20459 Hamburg".into(),
        ],
        date: "22 November 2026".into(),
        place: String::new(),
        reference: format!("2026-{number:04}"),
        text: LetterText {
            subject: "Your request of 2 November 2026".into(),
            salutation: format!("Dear {name},"),
            blocks,
            closing: "Yours sincerely,".into(),
        },
        signatory: "Nele Brandt".into(),
        signature: None,
        look: Look::default(),
        enclosures: Vec::new(),
        copy_to: Vec::new(),
        your_letter: String::new(),
        along: rightsdesk_core::letter::Along::default(),
        paper: Paper::A4,
        envelope: Envelope::Din5008B,
        language: "en-GB".into(),
        title: format!("Answer in full 2026-{number:04}"),
        created: DateTime::UNIX_EPOCH,
        draft: false,
    }
}

fn main() -> ExitCode {
    let once = !std::env::args().any(|arg| arg == "--bench");
    match run(if once { 6 } else { 1000 }) {
        Ok((one, all, weight)) => {
            println!("one letter after the first {one:?}, all in one file {all:?}, {weight} bytes");
            let good = one <= ONE && all <= ALL && weight <= WEIGHT;
            println!(
                "{} {ONE:?}, {ALL:?} and {WEIGHT} bytes wanted",
                if good { "Good:" } else { "TOO MUCH:" }
            );
            // What a few letters take says nothing.
            if good || once {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(count: usize) -> Result<(Duration, Duration, usize), String> {
    let told = |e: rightsdesk_core::letter::LetterError| e.to_string();
    let mut kept = vec![render(&sheet(0)).map_err(told)?.pdf];
    let begun = Instant::now();
    for number in 1..count {
        kept.push(render(&sheet(number)).map_err(told)?.pdf);
    }
    let one = begun.elapsed() / u32::try_from(count - 1).unwrap_or(1);
    let begun = Instant::now();
    let mut merge = Merge::new(false);
    for (number, pdf) in kept.iter().enumerate() {
        merge.add(pdf, &format!("2026-{number:04}")).map_err(told)?;
    }
    let pdf = merge
        .finish(&About {
            title: "Post".into(),
            subject: String::new(),
            author: "Harbour Lane Books".into(),
            language: "en".into(),
            created: DateTime::UNIX_EPOCH,
        })
        .map_err(told)?;
    if let Ok(place) = std::env::var("RIGHTSDESK_POST_OUT") {
        std::fs::write(place, &pdf).map_err(|e| e.to_string())?;
    }
    Ok((one, begun.elapsed(), pdf.len()))
}
