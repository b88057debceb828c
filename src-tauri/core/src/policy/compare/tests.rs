#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use proptest::prelude::*;

fn document(text: &str) -> Document {
    let mut document = Document::default();
    for line in text.lines() {
        match line.trim().split_once(' ') {
            Some(("#", text)) => document.push(BlockKind::Heading, 2, text),
            Some(("-", text)) => document.push(BlockKind::Item, 1, text),
            _ => document.push(BlockKind::Paragraph, 0, line),
        }
    }
    document
}

/// `same A`, `changed A [b→c] D`, `removed A`.
fn shown(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (document(old), document(new));
    let rows = compare(&old, &new);
    whole(&old, &new, &rows);
    rows.iter()
        .map(|row| {
            let side = row.new.as_ref().or(row.old.as_ref()).unwrap();
            let words: String = side
                .pieces
                .iter()
                .map(|(text, changed)| {
                    if *changed && row.new.is_some() && row.old.is_some() {
                        format!("[{text}]")
                    } else {
                        text.clone()
                    }
                })
                .collect();
            format!("{} {words}", row.how.id())
        })
        .collect()
}

/// Every word of both texts stands in exactly one row, in order of the new.
fn whole(old: &Document, new: &Document, rows: &[Row]) {
    let gather = |document: &Document, side: fn(&Row) -> Option<&Side>| {
        let mut sides: Vec<&Side> = rows.iter().filter_map(side).collect();
        for side in &sides {
            let text: String = side.pieces.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(text, document.at(side.span));
        }
        let in_order = sides
            .windows(2)
            .all(|two| two[0].span.end <= two[1].span.start);
        sides.sort_by_key(|side| side.span);
        assert!(
            sides
                .windows(2)
                .all(|two| two[0].span.end <= two[1].span.start)
        );
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let said: usize = sides
            .iter()
            .map(|side| letters(document.at(side.span)))
            .sum();
        assert_eq!(said, letters(&document.text));
        in_order
    };
    gather(old, |row| row.old.as_ref());
    assert!(gather(new, |row| row.new.as_ref()));
}

const A: &str = "We keep your name and your address for two years.";
const B: &str = "We never sell what we know of you to anybody at all.";
const C: &str = "Write to the house on the harbour if you have questions.";
const D: &str = "Children may not open an account with our shop.";

#[test]
fn rows_of_two_texts() {
    let text = |parts: &[&str]| parts.join("\n");
    assert_eq!(
        shown(&text(&[A, B]), &text(&[A, B])),
        [format!("same {A}"), format!("same {B}")]
    );
    assert_eq!(
        shown(&text(&[A, C]), &text(&[A, B, C])),
        [
            format!("same {A}"),
            format!("added {B}"),
            format!("same {C}")
        ]
    );
    assert_eq!(
        shown(&text(&[A, B, C]), &text(&[A, C])),
        [
            format!("same {A}"),
            format!("removed {B}"),
            format!("same {C}")
        ]
    );
    assert_eq!(
        shown(&text(&[A, B, C, D]), &text(&[B, C, D, A])),
        [
            format!("same {B}"),
            format!("same {C}"),
            format!("same {D}"),
            format!("moved {A}")
        ]
    );
    assert_eq!(
        shown(
            &text(&[A, B]),
            &text(&["We keep your name and your address for three years.", B])
        ),
        [
            "changed We keep your name and your address for [three ]years.".to_owned(),
            format!("same {B}")
        ]
    );
    // Moved and changed a little.
    assert_eq!(
        shown(
            &text(&[A, B, C, D]),
            &text(&[
                B,
                C,
                D,
                "We keep your name and your postal address for two years."
            ])
        ),
        [
            format!("same {B}"),
            format!("same {C}"),
            format!("same {D}"),
            "moved We keep your name and your [postal ]address for two years.".to_owned()
        ]
    );
    // Several sentences of one paragraph, and one taken out of its middle.
    assert_eq!(
        shown(&format!("{A} {B} {C}"), &format!("{A} {C}")),
        [
            format!("same {A}"),
            format!("removed {B}"),
            format!("same {C}")
        ]
    );
    assert_eq!(shown("", A), [format!("added {A}")]);
    assert_eq!(shown(A, ""), [format!("removed {A}")]);
}

#[test]
fn typography_is_no_change() {
    assert_eq!(
        shown(
            "# Your “Rights”\nWe don't share it - ever - with \"partners\"...",
            "# YOUR \"RIGHTS\"\nWe don’t share it – ever – with “partners”…"
        ),
        [
            "same YOUR \"RIGHTS\"",
            "same We don’t share it – ever – with “partners”…"
        ]
    );
}

#[test]
fn headings_move_with_what_they_stand_over() {
    let rows = shown(
        &format!("# Children\n{D}\n# Sharing\n{B}\n{A}\n{C}"),
        &format!("# Sharing\n{B}\n{A}\n{C}\n# Children\n{D}"),
    );
    assert_eq!(
        rows,
        [
            "same Sharing".to_owned(),
            format!("same {B}"),
            format!("same {A}"),
            format!("same {C}"),
            "moved Children".to_owned(),
            format!("moved {D}")
        ]
    );
}

#[test]
fn what_is_said_often_is_paired_in_place() {
    let rows = shown(
        &format!("# One\nSee below.\n{A}\n# Two\nSee below.\n{B}"),
        &format!("# Zero\nSee below.\n# One\nSee below.\n{A}\n# Two\nSee below.\n{B}"),
    );
    assert_eq!(
        rows.iter().filter(|row| row.starts_with("added")).count(),
        2,
        "{rows:#?}"
    );
    assert!(
        rows.iter()
            .all(|row| !row.starts_with("moved") && !row.starts_with("removed")),
        "{rows:#?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_stands_in_one_row(old in "([A-D]?[a-d]{1,3}[ .\n-]){0,40}", new in "([A-D]?[a-d]{1,3}[ .\n-]){0,40}") {
        let (old, new) = (document(&old), document(&new));
        whole(&old, &new, &compare(&old, &new));
        prop_assert!(compare(&new, &new).iter().all(|row| row.how == How::Same));
    }
}
