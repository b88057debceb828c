//! How fast the promises of a policy are proposed, on one core: `cargo bench -p rightsdesk-core --bench promises`.
//!
//! The policies of the house, said again and again until they make 1 MB; wanted in less than a second.
//! The tests run it too (`--bench` is then missing): a hundredth of the text, to see that something is found.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rightsdesk_core::policy::{Document, find, import};

/// What the house asks for.
const WANTED: Duration = Duration::from_secs(1);
const BYTES: usize = 1_000_000;

const POLICIES: &[(&str, &[u8])] = &[
    (
        "brightmoor-outfitters.md",
        include_bytes!("../data/promises/corpus/brightmoor-outfitters.md"),
    ),
    (
        "cedar-hollow-clinic.md",
        include_bytes!("../data/promises/corpus/cedar-hollow-clinic.md"),
    ),
    (
        "tallyfen.md",
        include_bytes!("../data/promises/corpus/tallyfen.md"),
    ),
    (
        "wren-and-kettle.md",
        include_bytes!("../data/promises/corpus/wren-and-kettle.md"),
    ),
];

fn main() -> ExitCode {
    let once = !std::env::args().any(|arg| arg == "--bench");
    let mut doc = Document::default();
    let bytes = if once { BYTES / 100 } else { BYTES };
    while doc.text.len() < bytes {
        for (name, policy) in POLICIES {
            let read = match import::read(name, policy) {
                Ok(read) => read.document,
                Err(error) => {
                    eprintln!("{name}: {error}");
                    return ExitCode::FAILURE;
                }
            };
            for block in &read.blocks {
                doc.push(block.kind, block.level, read.at(block.span));
            }
        }
    }
    // The rules are read once in a program's life.
    let began = Instant::now();
    black_box(find(&Document::default()));
    println!("rules read in {:.0?}", began.elapsed());
    let began = Instant::now();
    let found = black_box(find(black_box(&doc)));
    let took = began.elapsed();
    println!(
        "{} bytes, {} blocks: {} proposals in {took:.0?}",
        doc.text.len(),
        doc.blocks.len(),
        found.len()
    );
    if found.is_empty() {
        eprintln!("Nothing was found.");
        return ExitCode::FAILURE;
    }
    if once {
        return ExitCode::SUCCESS;
    }
    let quick = took <= WANTED;
    println!(
        "{} {WANTED:?} wanted",
        if quick { "Good:" } else { "TOO SLOW:" }
    );
    if quick {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
