//! How long a policy of 1 MB takes to be read and to be compared: `cargo bench -p rightsdesk-core --bench policies`.
//!
//! The texts are made up of words of the field, the same on each run: sections with a heading, paragraphs and a
//! list. The later version has sentences changed, added, dropped and whole sections moved; a last pair has
//! nothing in common. Each format is read from bytes of the same text.
//!
//! The tests run it too (`--bench` is then missing) with small texts, to see that everything is read and compared.

use rightsdesk_core::policy::compare::compare;
use rightsdesk_core::policy::shift::shifts;
use rightsdesk_core::policy::{Document, find, import};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// What the house asks for, on one core of a plain computer.
const WANTED: f64 = 1.0;

const WORDS: &[&str] = &[
    "we",
    "you",
    "our",
    "your",
    "personal",
    "information",
    "data",
    "collect",
    "share",
    "third",
    "parties",
    "address",
    "name",
    "service",
    "providers",
    "website",
    "may",
    "will",
    "request",
    "delete",
    "access",
    "account",
    "contact",
    "law",
    "required",
    "consent",
    "children",
    "under",
    "cookies",
    "browser",
    "security",
    "retain",
    "years",
    "days",
    "advertising",
    "partners",
    "newsletter",
    "policy",
    "changes",
    "notice",
    "California",
    "residents",
    "rights",
];

fn main() -> ExitCode {
    let once = !std::env::args().any(|arg| arg == "--bench");
    let size = if once { 20_000 } else { 1 << 20 };
    let sections = text(size, 1);
    let later = changed(&sections);
    let (old, new, foreign) = (sections.concat(), later.concat(), text(size, 99).concat());
    println!("{} bytes and {} bytes", old.len(), new.len());
    println!("{:<28}{:>10}", "", "seconds");
    let mut slowest = 0.0f64;
    let mut read = |what: &str, name: &str, bytes: &[u8]| -> Option<Document> {
        let (took, read) = timed(|| import::read(name, bytes));
        println!("{what:<28}{took:>10.3}");
        slowest = slowest.max(took);
        read.ok()
            .map(|read| read.document)
            .filter(|document| document.text.len() * 10 > size * 8)
    };
    let html = format!(
        "<html><body><main><p>{}</p></main></body></html>",
        old.replace("\n\n", "</p>\n<p>")
    );
    let torn: String = old.split(' ').collect::<Vec<_>>().join("\n \n");
    let documents = [
        read("read .md", "a.md", old.as_bytes()),
        read("read .txt", "a.txt", old.replace("## ", "").as_bytes()),
        read("read .html", "a.html", html.as_bytes()),
        read(
            "read with its tail again",
            "a.txt",
            format!("{old}\n{torn}")
                .get(..size * 2)
                .unwrap_or(&old)
                .as_bytes(),
        ),
        read("read the later .md", "a.md", new.as_bytes()),
        read("read a foreign .md", "a.md", foreign.as_bytes()),
    ];
    let [Some(old), _, _, _, Some(new), Some(foreign)] = &documents else {
        eprintln!("Some text was not read.");
        return ExitCode::FAILURE;
    };
    if documents.iter().any(Option::is_none) {
        eprintln!("Some text was not read whole.");
        return ExitCode::FAILURE;
    }
    let mut rows = Vec::new();
    for (what, other) in [
        ("compare with itself", old),
        ("compare with the later", new),
        ("compare with a foreign", foreign),
    ] {
        let (took, found) = timed(|| compare(old, other));
        println!("{what:<28}{took:>10.3}{:>10} rows", found.len());
        slowest = slowest.max(took);
        if other == new {
            rows = found;
        }
    }
    let promises = |document: &Document| {
        find(document)
            .into_iter()
            .map(|one| (one.span, one.reading))
            .collect::<Vec<_>>()
    };
    let (before, after) = (promises(old), promises(new));
    let (took, found) = timed(|| shifts(old, &before, new, &after, &rows));
    println!(
        "{:<28}{took:>10.3}{:>10} promises",
        "weigh the promises",
        found.len()
    );
    slowest = slowest.max(took);
    if once {
        return ExitCode::SUCCESS;
    }
    let quick = slowest <= WANTED;
    let verdict = if quick { "Good:" } else { "TOO SLOW:" };
    println!("\n{verdict} {WANTED} second wanted, {slowest:.3} reached");
    if quick {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let done = black_box(work());
    (began.elapsed().as_secs_f64(), done)
}

/// Numbers that look random and are the same on each run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn sentence(&mut self) -> String {
        let mut words: Vec<&str> = (0..8 + self.throw(18))
            .map(|_| WORDS.get(self.throw(WORDS.len())).copied().unwrap_or("we"))
            .collect();
        words.insert(0, "We");
        format!("{} {}.", words.join(" "), self.throw(100_000))
    }
}

/// Sections of together so many bytes.
fn text(size: usize, seed: u64) -> Vec<String> {
    let mut dice = Dice(seed);
    let mut sections = Vec::new();
    let mut length = 0;
    while length < size {
        let mut section = format!(
            "## Section {} about {}\n\n",
            sections.len(),
            dice.throw(1000)
        );
        for _ in 0..3 {
            for _ in 0..4 {
                section.push_str(&dice.sentence());
                section.push(' ');
            }
            section.push_str("\n\n");
        }
        for _ in 0..4 {
            section.push_str(&format!("* {}\n", dice.sentence()));
        }
        section.push('\n');
        length += section.len();
        sections.push(section);
    }
    sections
}

/// The later version: one section in seven moved, and sentences changed, added and dropped.
fn changed(sections: &[String]) -> Vec<String> {
    let mut dice = Dice(7);
    let mut later: Vec<String> = sections
        .iter()
        .map(|section| match dice.throw(4) {
            0 => section.replace(" share ", " sell or share "),
            1 => section.replacen("* ", &format!("* {}\n* ", dice.sentence()), 1),
            2 => section
                .lines()
                .enumerate()
                .filter(|(at, _)| *at != 4)
                .map(|(_, line)| format!("{line}\n"))
                .collect(),
            _ => section.clone(),
        })
        .collect();
    for at in (0..later.len()).step_by(7) {
        let other = dice.throw(later.len());
        later.swap(at, other);
    }
    later
}
