#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::policy::document::BlockKind;

mod cleaning;
mod files;
mod hostile;
mod writing;

/// `H2 text`, `P text`, `I1 text`, one a block.
fn shown(document: &Document) -> Vec<String> {
    document
        .blocks
        .iter()
        .map(|block| {
            let text = document.at(block.span);
            match block.kind {
                BlockKind::Heading => format!("H{} {text}", block.level),
                BlockKind::Paragraph => format!("P {text}"),
                BlockKind::Item => format!("I{} {text}", block.level),
            }
        })
        .collect()
}

/// What holds of every document: blocks in order, whole characters, the text their sum.
fn sound(document: &Document) {
    let mut text = String::new();
    for block in &document.blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        assert_eq!(block.span.start, text.len());
        let words = document.text.get(block.span.start..block.span.end).unwrap();
        assert!(
            !words.is_empty() && words == words.split_whitespace().collect::<Vec<_>>().join(" "),
            "{words:?}"
        );
        text.push_str(words);
    }
    assert_eq!(text, document.text);
}

#[track_caller]
fn blocks(name: &str, input: &str, wanted: &[&str]) -> Imported {
    let imported = read(name, input.as_bytes()).unwrap();
    sound(&imported.document);
    assert_eq!(shown(&imported.document), wanted, "{name}: {input}");
    imported
}

#[test]
fn the_policies_beside_the_project_come_out_clean() {
    let Ok(folder) = std::fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/policies"
    )) else {
        return;
    };
    for file in folder.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".json") {
            continue;
        }
        let imported = read(&name, &std::fs::read(file.path()).unwrap()).unwrap();
        let blocks = shown(&imported.document);
        sound(&imported.document);
        let small = imported.document.text.to_lowercase();
        for debris in [
            "archived on",
            "wayback",
            "[bookmark",
            "print this page",
            "](",
            "**",
        ] {
            assert!(!small.contains(debris), "{name}: {debris}");
        }
        assert!(blocks.len() > 30, "{name}: {blocks:#?}");
        assert!(
            blocks.iter().filter(|block| block.starts_with('H')).count() > 10,
            "{name}: {blocks:#?}"
        );
        assert!(
            blocks.first().is_some_and(|first| first.starts_with("H1 ")),
            "{name}: {blocks:#?}"
        );
        assert!(
            imported.effective.is_some() && !imported.cleaned.is_empty(),
            "{name}"
        );
        // Nothing is said twice, and nothing torn remains.
        for block in &blocks {
            assert!(
                block.len() < 60 || blocks.iter().filter(|other| *other == block).count() == 1,
                "{name}: {block}"
            );
            assert!(block.len() > 6, "{name}: {block}");
        }
    }
}
