//! Every page of every letter of every law, in every language it is written in: as text against what was kept, and as
//! one file against readers that are not ours.
//!
//! `RIGHTSDESK_SHOW_LETTERS=FOLDER` keeps those files, each with a list of what stands on which page.
//! Set `RIGHTSDESK_WRITE_GOLDEN=1` to write the references anew; then read what changed before keeping it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::contents::filled;
use super::every_law::{laws, real, real_in, rights};
use super::samples::{created, dated, outcomes, sheet, strange, under};
use super::together::Together;
use super::tongues::{OTHERS, laws_in};
use crate::law::{Law, RightRule};
use crate::letter::mark::Pages;
use crate::letter::page::compose;
use crate::letter::{
    Envelope, Fields, LetterError, LetterText, Paper, Sheet, Wording, check, draft, tongue,
};
use crate::words::{LetterKind, LetterLanguage, Outcome};

/// A letter and how it is called in the references.
struct Letter {
    name: String,
    /// Its template, and all that decides what of it is written: letters of the same way differ in names and numbers.
    way: String,
    sheet: Sheet,
}

fn fields_of(
    language: LetterLanguage,
    law: &'static Law,
    rule: &RightRule,
    outcome: Option<Outcome>,
) -> Fields {
    match language {
        LetterLanguage::En => real(law, rule, outcome),
        other => real_in(other, law, rule, outcome),
    }
}

/// What an officer may type when there is much to say.
fn longest(mut fields: Fields) -> Fields {
    let many = |one: &str, times: usize| vec![one; times].join(" ");
    fields.requester =
        "Maximiliane Friederike Wolfeschlegelstein-Hausenbergerdorff von und zu Lindensee".into();
    fields.reason = many(
        "the data is spread over archives that must be searched by hand,",
        12,
    );
    fields.asked = many("- a reply from the address of the account\n", 14);
    fields.missing =
        vec!["the number of your last booking, as it stands on its confirmation".into(); 9];
    fields.registers =
        vec!["The register of disclosures has no entry by which an address was sold.".into(); 6];
    for claim in &mut fields.claims {
        claim.reasons = many(
            "The invoices of the past ten years are part of our books.",
            40,
        );
        claim.kept = many("invoices and delivery notes of every year since 2017,", 12);
    }
    fields
}

fn sheet_of(language: LetterLanguage, law: &Law, text: LetterText) -> Sheet {
    let mut sheet = sheet(text);
    sheet.language = match language {
        LetterLanguage::En if law.id.starts_with("us-") => "en-US".into(),
        LetterLanguage::En => "en-GB".into(),
        other => other.id().into(),
    };
    let american = law.id.starts_with("us-");
    let written = created().date_naive();
    sheet.date = tongue(language).unwrap().date(written, american);
    if american {
        (sheet.paper, sheet.envelope) = (Paper::UsLetter, Envelope::Us10);
    } else if law.id.starts_with("uk-") {
        sheet.envelope = Envelope::Dl;
    }
    sheet
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Data {
    Ordinary,
    Longest,
    Strangest,
}

impl Data {
    const ALL: [Self; 3] = [Data::Ordinary, Data::Longest, Data::Strangest];

    fn name(self) -> &'static str {
        match self {
            Data::Ordinary => "ordinary",
            Data::Longest => "longest",
            Data::Strangest => "strangest",
        }
    }
}

/// Every letter that the law has in this language.
fn letters(language: LetterLanguage, law: &'static Law, data: Data) -> Vec<Letter> {
    let under = under(&law.id);
    let mut all = Vec::new();
    for rule in rights(law) {
        for kind in LetterKind::ALL.iter().copied() {
            for outcome in outcomes(kind) {
                let real = fields_of(language, law, rule, *outcome);
                let fields = match data {
                    Data::Ordinary => real,
                    Data::Longest => longest(real),
                    Data::Strangest => Fields {
                        language,
                        ..dated(&law.id, strange(real.claims))
                    },
                };
                let text = match draft(&under, kind, &fields) {
                    Ok(text) => filled(text),
                    Err(LetterError::Forbidden { .. }) => continue,
                    Err(other) => panic!("{language} {} {} {kind}: {other}", law.id, rule.right),
                };
                let mut sheet = sheet_of(language, law, text);
                match data {
                    Data::Ordinary => {}
                    Data::Longest => {
                        let lines = (1..=7)
                            .map(|n| format!("A rather long line number {n} of this address"));
                        sheet.recipient_lines = lines.collect();
                    }
                    Data::Strangest => {
                        sheet.recipient_lines = vec![
                            "محمد علي 陳淑芬 Đặng Thị Hồng".into(),
                            "Wolfeschlegelsteinhausenbergerdorff".repeat(9),
                            "नरेन्द्र श्रेष्ठ".into(),
                        ];
                    }
                }
                let outcome = outcome.map(|o| format!(" {o}")).unwrap_or_default();
                let name = format!("{} {kind}{outcome}", rule.right);
                let template = Wording::built_in(language).path(&law.id, kind);
                let items: Vec<_> = sheet.text.blocks.iter().map(|b| &b.items).collect();
                let way = format!("{template} {name} {items:?}");
                all.push(Letter { name, way, sheet });
            }
        }
    }
    all
}

fn short(text: &str, length: usize) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let mut out = String::new();
    for byte in &hash[..length] {
        write!(out, "{byte:02x}").unwrap();
    }
    out
}

/// The pages of many letters: who holds which paragraphs, and each paragraph once.
#[derive(Default)]
struct Book {
    letters: Vec<String>,
    paragraphs: BTreeMap<String, String>,
}

impl Book {
    fn take(&mut self, name: &str, pages: &Pages) {
        let mut line = format!("{name}:");
        for (at, page) in pages.pages.iter().enumerate() {
            if at > 0 {
                line.push_str(" /");
            }
            for paragraph in page
                .text
                .split("\n\n")
                .map(str::trim)
                .filter(|p| !p.is_empty())
            {
                let id = short(paragraph, 3);
                let known = self
                    .paragraphs
                    .entry(id.clone())
                    .or_insert_with(|| paragraph.to_owned());
                assert_eq!(
                    known, paragraph,
                    "two paragraphs of one name; take a longer one"
                );
                write!(line, " {id}").unwrap();
            }
        }
        self.letters.push(line);
    }

    /// Only how many pages, and the hash of what stands on them.
    fn remember(&mut self, name: &str, pages: &Pages) {
        let text: Vec<&str> = pages.pages.iter().map(|page| page.text.as_str()).collect();
        let hash = short(&text.join("\u{c}"), 8);
        self.letters
            .push(format!("{name}: {} pages {hash}", text.len()));
    }

    fn written(&self) -> String {
        let mut out = self.letters.join("\n");
        out.push('\n');
        for (id, text) in &self.paragraphs {
            write!(out, "\n[{id}]\n{text}\n").unwrap();
        }
        out
    }

    /// Which letters are otherwise than kept, and in which lines.
    fn against(&self, kept: &str) -> Vec<String> {
        let mut old = BTreeMap::new();
        let mut texts = BTreeMap::new();
        let mut blocks = kept.split("\n\n[");
        for line in blocks.next().unwrap_or_default().lines() {
            if let Some((name, rest)) = line.split_once(':') {
                old.insert(name, rest.trim());
            }
        }
        for block in blocks {
            if let Some((id, text)) = block.split_once("]\n") {
                texts.insert(id, text.trim_end());
            }
        }
        let mut told = Vec::new();
        for line in &self.letters {
            let (name, now) = line.split_once(':').unwrap();
            let was = old.remove(name).unwrap_or("(not there)");
            let now = now.trim();
            if was == now {
                continue;
            }
            let lines = |ids: &str, text: &dyn Fn(&str) -> Option<String>| -> Vec<String> {
                let ids = ids.split(' ').filter(|id| *id != "/");
                let found = ids.map(|id| text(id).unwrap_or_else(|| id.to_owned()));
                found
                    .flat_map(|p| p.lines().map(str::to_owned).collect::<Vec<_>>())
                    .collect()
            };
            let before = lines(was, &|id| texts.get(id).map(|t| (*t).to_owned()));
            let after = lines(now, &|id| self.paragraphs.get(id).cloned());
            let gone = before
                .iter()
                .filter(|l| !after.contains(l))
                .map(|l| format!("  - {l}"));
            let new = after
                .iter()
                .filter(|l| !before.contains(l))
                .map(|l| format!("  + {l}"));
            let mut changed: Vec<String> = gone.chain(new).take(12).collect();
            if changed.is_empty() {
                changed.push("  (the same lines, otherwise ordered or parted)".to_owned());
            }
            told.push(format!("{name}\n{}", changed.join("\n")));
        }
        told.extend(old.keys().map(|name| format!("{name}\n  (is gone)")));
        told
    }
}

/// The pages of these laws in this language against the references, and in one file against other readers.
fn prove(language: LetterLanguage, laws: impl Iterator<Item = &'static Law>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/letter/tests/every_page");
    let mut changed = Vec::new();
    let mut sheets = 0;
    let mut files: BTreeMap<String, Together> = BTreeMap::new();
    let mut ways = BTreeSet::new();
    for law in laws {
        let mut book = Book::default();
        for data in Data::ALL {
            // The same words on the same paper are the same pages.
            let mut known: BTreeMap<String, String> = BTreeMap::new();
            for letter in letters(language, law, data) {
                let words = serde_json::to_string(&letter.sheet.text).unwrap();
                let name = match data {
                    Data::Ordinary => letter.name,
                    other => format!("{}, {}", letter.name, other.name()),
                };
                if let Some(as_in) = known.get(&words) {
                    book.letters.push(format!("{name}: as {as_in}"));
                    continue;
                }
                known.insert(words, name.clone());
                let pages = compose(&letter.sheet).unwrap();
                sheets += 1;
                match data {
                    Data::Ordinary => book.take(&name, &pages),
                    _ => book.remember(&name, &pages),
                }
                // What is long or strange is printed once for each way in which a template is used.
                if data == Data::Ordinary || ways.insert((data.name(), letter.way)) {
                    let paper = match letter.sheet.paper {
                        Paper::A4 => "a4",
                        Paper::UsLetter => "us-letter",
                    };
                    let file = format!("{}-{language}-{paper}", data.name());
                    let file = files.entry(file).or_default();
                    file.take(&format!("{} {name}", law.id), pages);
                }
            }
        }
        let path = folder.join(format!("{language}-{}.txt", law.id));
        if std::env::var_os("RIGHTSDESK_WRITE_GOLDEN").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, book.written()).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let told = book.against(&kept);
        if !told.is_empty() {
            let more = told.len().saturating_sub(4);
            let first: Vec<String> = told.into_iter().take(4).collect();
            changed.push(format!(
                "{language} {}: {}\n…and {more} more",
                law.id,
                first.join("\n")
            ));
        }
    }
    assert!(
        changed.is_empty(),
        "\n{}\nRIGHTSDESK_WRITE_GOLDEN=1 writes the references anew.",
        changed.join("\n")
    );
    assert!(sheets > 100, "{language}: {sheets}");
    for (name, file) in files {
        file.prove(&name);
    }
}

#[test]
fn the_pages_of_american_laws_are_as_they_were() {
    prove(
        LetterLanguage::En,
        laws().filter(|law| law.id.starts_with("us-")),
    );
}

#[test]
fn the_pages_of_other_laws_are_as_they_were() {
    prove(
        LetterLanguage::En,
        laws().filter(|law| !law.id.starts_with("us-")),
    );
}

#[test]
fn the_pages_in_other_languages_are_as_they_were() {
    for language in OTHERS {
        prove(language, laws_in(language));
    }
}

/// No reference is kept of a law or a language that is gone.
#[test]
fn every_reference_is_of_a_letter_there_is() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/letter/tests/every_page");
    let mut wanted: BTreeSet<String> = laws().map(|law| format!("en-{}.txt", law.id)).collect();
    for language in OTHERS {
        wanted.extend(laws_in(language).map(|law| format!("{language}-{}.txt", law.id)));
    }
    let writing = std::env::var_os("RIGHTSDESK_WRITE_GOLDEN").is_some();
    if writing {
        std::fs::create_dir_all(&folder).unwrap();
    }
    let kept: BTreeSet<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    if writing {
        // The others are being written.
        for gone in kept.difference(&wanted) {
            std::fs::remove_file(folder.join(gone)).unwrap();
        }
        return;
    }
    assert_eq!(kept, wanted);
}

#[test]
fn a_change_is_told_by_letter_and_line() {
    let pages = |text: &str| Pages {
        width: 1.0,
        height: 1.0,
        pages: vec![crate::letter::mark::Page {
            text: text.into(),
            ..Default::default()
        }],
    };
    let mut was = Book::default();
    was.take("first", &pages("Head\n\nOne line\nand another\n"));
    was.take("second", &pages("Head\n\nThe end\n"));
    was.remember("third", &pages("Head"));
    let mut now = Book::default();
    now.take("first", &pages("Head\n\nOne line\nand no other\n"));
    now.take("second", &pages("Head\n\nThe end\n"));
    now.remember("third", &pages("Feet"));
    assert!(was.against(&was.written()).is_empty());
    let told = now.against(&was.written());
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0], "first\n  - and another\n  + and no other");
    assert!(told[1].starts_with("third\n"));
    now.letters.pop();
    assert!(now.against(&was.written())[1].contains("is gone"));
}

/// Each item that a law demands is missed when its block is gone.
#[test]
fn every_required_item_of_every_law_is_missed_when_it_is_removed() {
    let mut removed = 0;
    for law in laws() {
        let under = under(&law.id);
        for rule in rights(law) {
            for kind in LetterKind::ALL.iter().copied() {
                for outcome in outcomes(kind) {
                    let Ok(text) = draft(&under, kind, &real(law, rule, *outcome)) else {
                        continue;
                    };
                    let text = filled(text);
                    let claims = [(rule.right, *outcome)];
                    for state in check(&under, kind, &claims, &text).unwrap() {
                        let mut without = text.clone();
                        without
                            .blocks
                            .retain(|block| !block.items.contains(&state.item.id));
                        let again = check(&under, kind, &claims, &without).unwrap();
                        let missed = again
                            .iter()
                            .any(|s| s.item.id == state.item.id && !s.present);
                        assert!(
                            state.present && missed,
                            "{} {} {kind}: {state:?}",
                            law.id,
                            rule.right
                        );
                        removed += 1;
                    }
                }
            }
        }
    }
    assert!(removed > 4_000, "{removed}");
}
