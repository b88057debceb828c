//! How much of what a careful reader marks is found, and how much of what is found is worth accepting.

use super::super::find;
use crate::policy::document::{Document, Span};
use crate::policy::import;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// At least so much of what is marked must be found with the right kind …
const FOUND: f64 = 0.9;
/// … and so many of the proposals be worth accepting.
const WORTH: f64 = 0.8;

#[derive(Deserialize)]
struct Marked {
    promises: Vec<Promise>,
}

#[derive(Deserialize)]
struct Promise {
    policy: String,
    kind: String,
    quote: String,
}

#[derive(Deserialize)]
struct Listed {
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Sentence {
    policy: String,
    quote: String,
}

/// What came out for one folder.
#[derive(Default)]
struct Score {
    marked: usize,
    found: usize,
    proposed: usize,
    worth: usize,
}

fn part(of: usize, all: usize) -> f64 {
    if all == 0 {
        1.0
    } else {
        of as f64 / all as f64
    }
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Quotation marks straightened, one character for one, so that places stay comparable.
fn straight(text: &str) -> Vec<char> {
    text.chars()
        .map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

/// Where a quote stands, in bytes; blocks are joined as a reader would, by one space.
fn place(doc: &Document, quote: &str) -> Option<Span> {
    let mut folded: Vec<(usize, char)> = Vec::new();
    for ((at, _), c) in doc.text.char_indices().zip(straight(&doc.text)) {
        if c != ' ' || folded.last().is_some_and(|(_, last)| *last != ' ') {
            folded.push((at, c));
        }
    }
    let wanted = straight(&quote.split_whitespace().collect::<Vec<_>>().join(" "));
    let start = folded
        .windows(wanted.len())
        .position(|window| window.iter().map(|(_, c)| *c).eq(wanted.iter().copied()))?;
    let (last, c) = folded[start + wanted.len() - 1];
    Some(Span {
        start: folded[start].0,
        end: last + c.len_utf8(),
    })
}

fn score(folder: &Path, also: &[Sentence]) -> Score {
    let marked: Marked =
        serde_json::from_str(&fs::read_to_string(folder.join("promises.json")).unwrap()).unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "md" || e == "txt"))
        .collect();
    files.sort();
    let mut all = Score::default();
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let bytes = fs::read(&file).unwrap();
        let doc = import::read(file.to_str().unwrap(), &bytes)
            .unwrap()
            .document;
        let proposals = find(&doc);
        let mut worth = vec![false; proposals.len()];
        let mut one = Score {
            proposed: proposals.len(),
            ..Score::default()
        };
        for promise in marked
            .promises
            .iter()
            .filter(|p| name.starts_with(&p.policy))
        {
            one.marked += 1;
            let Some(span) = place(&doc, &promise.quote) else {
                println!("{name}: the quote is not in the text: {}", promise.quote);
                continue;
            };
            let mut found = false;
            for (at, proposal) in proposals.iter().enumerate() {
                if proposal.span.overlaps(span) {
                    worth[at] = true;
                    found |= proposal.reading.kind.id() == promise.kind;
                }
            }
            one.found += usize::from(found);
        }
        for sentence in also.iter().filter(|s| name.starts_with(&s.policy)) {
            if let Some(span) = place(&doc, &sentence.quote) {
                for (at, proposal) in proposals.iter().enumerate() {
                    worth[at] |= proposal.span.overlaps(span);
                }
            }
        }
        one.worth = worth.iter().filter(|worth| **worth).count();
        println!(
            "{name}: {} of {} found, {} of {} proposals marked or reviewed",
            one.found, one.marked, one.worth, one.proposed
        );
        all.marked += one.marked;
        all.found += one.found;
        all.proposed += one.proposed;
        all.worth += one.worth;
    }
    println!(
        "found {:.3}, worth accepting {:.3}",
        part(all.found, all.marked),
        part(all.worth, all.proposed)
    );
    all
}

#[test]
fn the_policies_of_the_house_are_found() {
    let folder = project().join("src-tauri/core/data/promises/corpus");
    let also: Listed =
        serde_json::from_str(&fs::read_to_string(folder.join("also-promises.json")).unwrap())
            .unwrap();
    let score = score(&folder, &also.sentences);
    assert!(score.marked > 200);
    assert!(part(score.found, score.marked) >= FOUND);
    assert!(part(score.worth, score.proposed) >= WORTH);
}

#[test]
fn what_only_looks_like_a_promise_is_left_alone() {
    let folder = project().join("src-tauri/core/data/promises/corpus");
    let listed: Listed =
        serde_json::from_str(&fs::read_to_string(folder.join("not-promises.json")).unwrap())
            .unwrap();
    let mut wrong = Vec::new();
    for sentence in &listed.sentences {
        let file = folder.join(format!("{}.md", sentence.policy));
        let doc = import::read("policy.md", &fs::read(file).unwrap())
            .unwrap()
            .document;
        let Some(span) = place(&doc, &sentence.quote) else {
            panic!("{} is not in {}", sentence.quote, sentence.policy);
        };
        // A sentence that promises one thing and excepts another is proposed for the promise.
        if find(&doc)
            .iter()
            .any(|proposal| span.contains(proposal.span))
        {
            wrong.push(&sentence.quote);
        }
    }
    println!(
        "{} of {} proposed: {wrong:#?}",
        wrong.len(),
        listed.sentences.len()
    );
    assert!(wrong.len() * 10 <= listed.sentences.len(), "{wrong:#?}");
}

#[test]
fn real_policies_beside_the_project_are_found() {
    let folder = project().join("../shared/policies");
    if !folder.join("promises.json").exists() {
        println!("no policies beside the project; skipped");
        return;
    }
    // What is proposed beyond the marked passages cannot be reviewed here: their sentences stay outside.
    let score = score(&folder, &[]);
    assert!(part(score.found, score.marked) >= FOUND);
}
