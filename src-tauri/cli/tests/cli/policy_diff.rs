//! `policy-diff`: two versions compared, no desk needed.

use crate::run::run;
use std::fs;

const OLD: &str = "# Privacy at Fern Books\n\nEffective date: 1 March 2024\n\nWe never share your e-mail address with third parties.\n\nChildren may not open an account with our shop.\n\n## Your rights\n\nYou may ask us to delete your personal information by writing to privacy@fern.example. We answer within 10 days.\n";
const NEW: &str = "# Privacy at Fern Books\n\nEffective date: 1 March 2026\n\nWe may share your e-mail address with third parties.\n\n## Your rights\n\nYou may ask us to delete your personal information by writing to privacy@fern.example. We answer within 30 days.\n\nWe will notify you of changes to this policy by e-mail.\n\nChildren may not open an account with our shop.\n";

#[test]
fn two_versions_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old.md"), folder.path().join("new.md"));
    fs::write(&old, OLD).unwrap();
    fs::write(&new, NEW).unwrap();
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());

    let json = run(&["policy-diff", old, new, "--json"]).well().json();
    assert_eq!(json["old"]["effective"], "2024-03-01");
    assert_eq!(json["new"]["effective"], "2026-03-01");
    let sentence = |text: &str| {
        let all = json["sentences"].as_array().unwrap();
        let found = all
            .iter()
            .find(|row| row["new"].as_str().is_some_and(|new| new.contains(text)));
        found.unwrap_or_else(|| panic!("{text}: {json:#}"))["how"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(sentence("Your rights"), "same");
    assert_eq!(sentence("Children may not"), "moved");
    assert_eq!(sentence("within 30 days"), "changed");
    assert_eq!(sentence("We will notify you"), "added");
    let change = |text: &str| {
        let all = json["promises"].as_array().unwrap();
        let found = all.iter().find(|one| {
            ["old", "new"]
                .iter()
                .any(|side| one[side].as_str().is_some_and(|words| words.contains(text)))
        });
        found.unwrap_or_else(|| panic!("{text}: {json:#}"))["change"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(change("We will notify you"), "added");
    assert_eq!(change("within 30 days"), "weakened");
    assert!(
        ["weakened", "dropped"].contains(&change("never share").as_str()),
        "{json:#}"
    );

    let page = run(&["policy-diff", old, new]).well();
    assert!(
        page.out.contains("+ We will notify you of changes"),
        "{}",
        page.out
    );
    assert!(page.out.contains("> Children may not open"), "{}", page.out);
    assert!(
        page.out.contains("{30 }") || page.out.contains("{30}"),
        "{}",
        page.out
    );
    let same = run(&["policy-diff", old, old]).well();
    assert!(
        same.out.contains("same.") && !same.out.contains("+ "),
        "{}",
        same.out
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("good.md"), folder.path().join("bad.pdf"));
    fs::write(&good, OLD).unwrap();
    fs::write(&bad, "%PDF-1.4 and no more").unwrap();
    run(&["policy-diff", good.to_str().unwrap(), bad.to_str().unwrap()]).refused(1, "damaged");
    run(&["policy-diff", good.to_str().unwrap(), "nowhere.md"]).refused(1, "could not be read");
}
