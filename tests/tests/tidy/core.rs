//! The core: no window, no network, no clock; one direction of imports; SQL and PDF each behind one door.

use crate::source::{Source, core, naming, none, read, under};
use std::collections::BTreeSet;

#[test]
fn no_window_no_network_no_async() {
    let manifest = read("src-tauri/core/Cargo.toml");
    for package in [
        "tauri",
        "tokio",
        "async-std",
        "smol",
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "socket2",
    ] {
        assert!(
            !manifest
                .lines()
                .any(|line| line.split(['=', '.']).next().map(str::trim) == Some(package)),
            "the core must do without {package}"
        );
    }
    let broken = naming(
        &core(),
        &[
            "tauri",
            "std::net",
            "TcpStream",
            "UdpSocket",
            "async fn",
            ".await",
        ],
    );
    none("The core has no window, no network and no async.", &broken);
}

#[test]
fn no_clock() {
    let broken = naming(
        &core(),
        &[
            "Utc::now",
            "Local::now",
            "SystemTime::now",
            "Instant::now",
            "date('now",
            "CURRENT_",
        ],
    );
    none("`now` comes in with each call.", &broken);
    let sql: Vec<Source> = under("src-tauri/core/src", &["sql"])
        .into_iter()
        .chain(under("migrations", &["sql"]))
        .collect();
    none(
        "SQL has no clock either.",
        &naming(
            &sql,
            &[
                "'now'",
                "CURRENT_TIMESTAMP",
                "CURRENT_DATE",
                "CURRENT_TIME",
                "unixepoch()",
            ],
        ),
    );
    let workspace = read("Cargo.toml");
    let chrono = workspace
        .lines()
        .find(|line| line.starts_with("chrono = "))
        .unwrap();
    assert!(
        chrono.contains("default-features = false") && !chrono.contains("clock"),
        "{chrono}"
    );
}

#[test]
fn the_pure_parts_touch_nothing() {
    let pure: Vec<Source> = core()
        .into_iter()
        .filter(|source| {
            [
                "/law/",
                "/letter/",
                "/policy/",
                "/summary/",
                "/time.rs",
                "/words.rs",
            ]
            .iter()
            .any(|part| source.path.contains(part))
        })
        .collect();
    let broken = naming(
        &pure,
        &[
            "std::fs",
            "std::env",
            "std::process",
            "std::io::Read",
            "File::open",
            "getrandom",
        ],
    );
    none("Same input, same output.", &broken);
}

/// What each part may name of the others. `api` is the table: whoever names `api::wire` names the border's types only.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("time", &[]),
    ("refusal", &["api"]),
    ("law", &["words"]),
    ("policy", &["words"]),
    // What a letter must say follows the pack: its articles stand there once.
    ("letter", &["law", "words"]),
    ("vault", &["api"]),
    // `request::case` is what a request is made of, `summary::fact` what is added up; the store fills both.
    (
        "store",
        &[
            "api", "policy", "request", "summary", "time", "vault", "words",
        ],
    ),
    // The desk and what lies on it are one layer: a desk keeps the board of its requests and the book of its promises.
    (
        "desk",
        &[
            "api", "law", "letter", "post", "promise", "register", "request", "store", "time",
            "vault", "words",
        ],
    ),
    (
        "request",
        &[
            "api", "desk", "law", "letter", "promise", "register", "store", "summary", "time",
            "vault", "wording", "words",
        ],
    ),
    (
        "promise",
        &[
            "api", "desk", "law", "letter", "policy", "register", "request", "store", "summary",
            "time", "vault", "words",
        ],
    ),
    (
        "register",
        &[
            "api", "desk", "law", "letter", "policy", "promise", "request", "store", "summary",
            "time", "vault", "wording", "words",
        ],
    ),
    // The print room reads what the requests and registers have kept, and changes only where a letter is on its way.
    (
        "post",
        // What came back opens an incident again.
        &[
            "api", "desk", "letter", "register", "request", "store", "time", "vault", "words",
        ],
    ),
    // The officer's own words: what a breach notice must say stands with the registers, what letters are called with the requests.
    (
        "wording",
        &[
            "api", "desk", "law", "letter", "register", "request", "store", "time", "vault",
            "words",
        ],
    ),
    ("summary", &["api", "letter", "policy", "time", "words"]),
    // The year end reads everything and changes only what it issued or purged.
    (
        "report",
        &[
            "api", "desk", "law", "letter", "policy", "promise", "register", "request", "store",
            "summary", "time", "vault", "words",
        ],
    ),
    // How long requests are kept: what hangs on one stands in every room, and nothing reads this one.
    (
        "retention",
        &[
            "api", "desk", "promise", "register", "request", "store", "time", "vault", "words",
        ],
    ),
    (
        "api",
        &[
            "desk",
            "policy",
            "post",
            "promise",
            "register",
            "report",
            "request",
            "retention",
            "time",
            "wording",
            "words",
        ],
    ),
];

#[test]
fn one_direction_of_imports() {
    let mut broken = Vec::new();
    let mut seen = BTreeSet::new();
    for source in core() {
        let inside = source.path.trim_start_matches("src-tauri/core/src/");
        let part = inside.split(['/', '.']).next().unwrap();
        if part == "lib" {
            continue;
        }
        seen.insert(part.to_owned());
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == part) else {
            broken.push(format!("{part} is new: say in this test what it may name"));
            continue;
        };
        let code: String = source
            .shipped()
            .map(|(_, line)| line)
            .collect::<Vec<_>>()
            .join("\n");
        for named in parts_named(&code) {
            if named != part && !allowed.contains(&named.as_str()) {
                broken.push(format!("{} names {named}", source.path));
            }
        }
    }
    none("The parts of the core import in one direction.", &broken);
    for (name, _) in MAY_NAME {
        assert!(seen.contains(*name), "{name} is gone: take it off the list");
    }
}

/// The first word after every `crate::`, groups opened.
fn parts_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => {
                named.extend(word(after));
            }
            Some(group) => {
                let (mut depth, mut begins) = (0, true);
                for (at, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => begins = true,
                        c if begins && !c.is_whitespace() => {
                            named.extend(word(&group[at..]));
                            begins = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    named
}

/// A part is a module: lower case. Items of the crate's root are not meant.
fn word(text: &str) -> Option<String> {
    let word: String = text
        .chars()
        .take_while(|c| c.is_ascii_lowercase() || *c == '_')
        .collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn groups_of_imports_are_opened() {
    let named = parts_named(
        "use crate::{\n    law::{clock, count},\n    words::Right,\n};\nlet x = crate::time::short(day);",
    );
    assert_eq!(
        named.into_iter().collect::<Vec<_>>(),
        ["law", "time", "words"]
    );
}

#[test]
fn only_the_store_speaks_to_the_database() {
    let outside: Vec<Source> = core()
        .into_iter()
        .filter(|source| !source.path.contains("/store/"))
        .collect();
    none(
        "Only the store names rusqlite.",
        &naming(&outside, &["rusqlite"]),
    );
    let sql = [
        "\"SELECT ",
        "\"INSERT ",
        "\"UPDATE ",
        "\"DELETE ",
        "\"CREATE ",
        "\"PRAGMA ",
        "\"VACUUM ",
    ];
    none("SQL stands in the store.", &naming(&outside, &sql));
}

#[test]
fn events_are_never_changed() {
    let mut sources = under("src-tauri/core/src", &["sql"]);
    sources.extend(core());
    for source in sources {
        for (at, line) in source.shipped() {
            let mut line = line.to_ascii_lowercase();
            // The words of a purged request go; what happened and their digest stay.
            if source.path.ends_with("/store/retention.rs") {
                line = line.replace("delete from event_text where", "");
            }
            assert!(
                !line.contains("update event") && !line.contains("delete from event"),
                "{}:{at}: the log only grows",
                source.path
            );
        }
    }
}

#[test]
fn only_one_place_knows_the_pdf_library() {
    let outside: Vec<Source> = core()
        .into_iter()
        .filter(|source| {
            !source.path.ends_with("/letter/pdf.rs") && !source.path.contains("/letter/pdf/")
        })
        .collect();
    none(
        "Only letter/pdf.rs and the files beneath it name printpdf.",
        &naming(&outside, &["printpdf"]),
    );
}

#[test]
fn nothing_gives_up_on_what_an_officer_typed() {
    let mut broken = Vec::new();
    for source in core() {
        let lines: Vec<&str> = source.text.lines().collect();
        for (at, line) in source.shipped() {
            let gives_up = [
                ".unwrap()",
                ".expect(",
                "panic!(",
                "unreachable!(",
                "todo!(",
            ]
            .iter()
            .any(|word| line.contains(word));
            // A comment right above proves that it cannot happen.
            let proved = at >= 2 && lines[at - 2].trim_start().starts_with("//");
            if gives_up && !proved {
                broken.push(format!("{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    none("No unwrap and no panic on a user's path.", &broken);
}

#[test]
fn legal_numbers_stand_in_the_rules() {
    let law: Vec<Source> = core()
        .into_iter()
        .filter(|source| source.path.contains("/law/") || source.path.contains("/request/"))
        .collect();
    let mut broken = Vec::new();
    for source in &law {
        for (at, line) in source.shipped() {
            for maker in [
                "Days::new(",
                "Months::new(",
                "TimeDelta::days(",
                "Duration::days(",
            ] {
                let number = line.split(maker).nth(1).map(|rest| {
                    rest.chars()
                        .take_while(char::is_ascii_digit)
                        .collect::<String>()
                });
                // One step to the next or the last day is arithmetic, not law.
                if number.is_some_and(|n| !n.is_empty() && n != "1") {
                    broken.push(format!("{}:{at}: {}", source.path, line.trim()));
                }
            }
        }
    }
    none("A number of days in Rust code is a defect.", &broken);
}

#[test]
fn every_value_of_a_law_says_where_it_is_from_and_when_it_was_compared() {
    for law in under("src-tauri/core/data/law", &["toml"]) {
        let count = |key: &str| law.text.matches(&format!("{key} = \"")).count();
        assert!(count("cite") > 0, "{} cites nothing", law.path);
        assert!(count("checked") > 0, "{} was never compared", law.path);
    }
}
