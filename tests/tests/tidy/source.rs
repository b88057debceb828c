//! Reading the project's own files.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the project and what stands in it.
pub struct Source {
    /// From the top of the project, with forward slashes.
    pub path: String,
    pub text: String,
}

impl Source {
    /// The lines that are not comments, with their numbers.
    ///
    /// Good enough for code in our own format: a comment begins its line or follows two spaces.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// As `code`, without what only the tests compile. Test modules stand at the end of a file.
    pub fn shipped(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self
            .text
            .find("#[cfg(test)]\nmod ")
            .map_or(usize::MAX, |at| {
                self.text.as_bytes()[..at]
                    .iter()
                    .filter(|&&byte| byte == b'\n')
                    .count()
            });
        self.code().filter(move |(at, _)| *at <= end)
    }

    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// The top of the project.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

pub fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every file under a folder with one of these endings, in order; what is built or fetched is left out.
pub fn under(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&top().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "nothing under {folder}: was it moved?");
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    const NOT_OURS: &[&str] = &[
        ".git",
        "node_modules",
        "dist",
        "build-info",
        "target",
        "artefacts",
        "gen",
    ];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !NOT_OURS.contains(&name) {
                walk(&path, endings, found);
            }
        } else if path
            .extension()
            .is_some_and(|ending| endings.iter().any(|&e| ending == e))
        {
            let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
            let path = path.strip_prefix(top()).unwrap().to_str().unwrap();
            found.push(Source {
                path: path.replace('\\', "/"),
                text,
            });
        }
    }
}

/// The product's own code, tests left out.
pub fn core() -> Vec<Source> {
    let mut sources = under("src-tauri/core/src", &["rs"]);
    sources.retain(|source| !source.path.contains("/tests/") && source.name() != "tests.rs");
    sources
}

/// Fails with every place that broke the rule, not only the first.
#[track_caller]
pub fn none(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n{}", broken.join("\n"));
}

/// Where any of these words stands in shipped code.
pub fn naming(sources: &[Source], words: &[&str]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources {
        for (at, line) in source.shipped() {
            if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                broken.push(format!("{}:{at}: {word}", source.path));
            }
        }
    }
    broken
}

/// The values of `"key": [ … ]` or `&[ … ]` after a marker: every quoted word up to the closing bracket.
pub fn quoted_after(text: &str, marker: &str) -> Vec<String> {
    let from = text
        .find(marker)
        .unwrap_or_else(|| panic!("{marker} is not there"))
        + marker.len();
    let list = &text[from..];
    let list = &list[..list.find(']').unwrap()];
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}
