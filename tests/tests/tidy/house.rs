//! What holds for every file of the house.

use crate::source::{core, naming, none, read, top, under};
use std::fs;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[
    (
        "src-tauri/core/src/api/wire.rs",
        "everything that crosses the border, on one screen",
    ),
    (
        "tests/tests/story/eu.rs",
        "one story, told in the order it happens",
    ),
    ("ui/src/api/commands.ts", "generated from the command table"),
];

#[test]
fn a_file_has_one_purpose_and_fits_in_a_head() {
    const MOST: usize = 500;
    let code = under(
        ".",
        &["rs", "ts", "svelte", "css", "mjs", "js", "sh", "sql"],
    );
    let long: Vec<String> = code
        .iter()
        .filter(|source| !LONGER.iter().any(|(path, _)| *path == source.path))
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST)
        .map(|(source, lines)| format!("{}: {lines} lines", source.path))
        .collect();
    none(&format!("A file has at most {MOST} lines."), &long);
}

#[test]
fn every_longer_file_is_still_there() {
    for (path, why) in LONGER {
        assert!(top().join(path).exists(), "{path} ({why}) is gone");
    }
}

#[test]
fn the_top_is_as_it_is_meant_to_stay() {
    const MEANT: &[&str] = &[
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "Makefile",
        "README.md",
        "migrations",
        "src-tauri",
        "target",
        "tests",
        "ui",
    ];
    let stray: Vec<String> = fs::read_dir(top())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !MEANT.contains(&name.as_str()))
        .collect();
    none("Nothing new stands at the top of the project.", &stray);
}

#[test]
fn the_packages_are_the_ones_agreed_on() {
    let uses = |manifest: &str, package: &str| {
        let text = read(manifest);
        assert!(
            text.lines()
                .any(|line| line.split(['=', '.']).next().map(str::trim) == Some(package)),
            "{manifest} does without {package}"
        );
    };
    uses("src-tauri/Cargo.toml", "tauri");
    for package in ["serde", "rusqlite", "chrono", "printpdf"] {
        uses("src-tauri/core/Cargo.toml", package);
    }
}

#[test]
fn migrations_are_numbered_without_a_gap_and_each_is_climbed() {
    let ladder = read("src-tauri/core/src/store/migrate.rs");
    for (at, migration) in under("migrations", &["sql"]).iter().enumerate() {
        let number = format!("{:04}_", at + 1);
        assert!(
            migration.name().starts_with(&number),
            "{} should be number {}",
            migration.path,
            at + 1
        );
        assert!(
            ladder.contains(migration.name()),
            "{} is not on the ladder",
            migration.path
        );
    }
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("];
    let mut broken = Vec::new();
    for source in under(
        ".",
        &["rs", "ts", "svelte", "css", "mjs", "sh", "sql", "toml"],
    ) {
        if source.path.starts_with("tests/tests/tidy/") {
            continue;
        }
        for (at, line) in source.text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                broken.push(format!("{}:{}: {word}", source.path, at + 1));
            }
        }
    }
    none("What is not done is not in the house.", &broken);
}

#[test]
fn the_product_does_not_talk_to_a_terminal() {
    none(
        "The core says things by what it returns.",
        &naming(&core(), &["println!", "eprintln!", "dbg!(", "print!("]),
    );
}
