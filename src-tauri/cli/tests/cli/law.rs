//! `law`: the packs to read and to check, no desk needed.

use crate::run::run;
use std::fs;

#[test]
fn the_laws_are_listed_and_shown() {
    let list = run(&["law", "list"]).well();
    assert!(
        list.out.contains("us-tx-tdpsa") && list.out.contains("uk-dpa"),
        "{}",
        list.out
    );
    let sheet = run(&["law", "show", "eu-gdpr"]).well();
    assert!(sheet.out.contains("GDPR Art. 12(3)"), "{}", sheet.out);
    let later = run(&["law", "show", "us-ca-ccpa", "--on", "2026-06-01"]).well();
    assert!(later.out.contains("From Fri 1 Jan 2027"), "{}", later.out);
    run(&["law", "show", "eu-gpdr"]).refused(1, "There is no law");
}

#[test]
fn packs_are_checked() {
    let all = run(&["law", "check"]).well();
    assert!(all.out.contains("packs of the program hold"), "{}", all.out);
    let folder = tempfile::tempdir().unwrap();
    let pack = include_str!("../../../core/data/law/us-can-spam.toml");
    let (good, bad) = (
        folder.path().join("good.toml"),
        folder.path().join("bad.toml"),
    );
    fs::write(&good, pack).unwrap();
    fs::write(&bad, pack.replacen("no_suspension", "# no_suspension", 1)).unwrap();
    let (good, bad) = (good.to_str().unwrap(), bad.to_str().unwrap());
    assert!(run(&["law", "check", good]).well().out.contains("holds"));
    run(&["law", "check", good, bad]).refused(1, "has no suspension");
    // Of an officer's own pack every complaint is a sentence with its line.
    let complaint = |from: &str, to: &str| {
        assert!(pack.contains(from), "{from}");
        let text = pack.replacen(from, to, 1);
        fs::write(bad, &text).unwrap();
        let line = text.lines().position(|line| line.contains(to)).unwrap() + 1;
        let ran = run(&["law", "check", bad]);
        assert_eq!(ran.code, 1, "{}", ran.out);
        (ran.err, format!("line {line}: "))
    };
    let (told, line) = complaint("short = ", "shrot = ");
    assert!(
        told.contains(&line) && told.contains("shrot"),
        "{line}{told}"
    );
    let (told, line) = complaint("right = \"unsubscribe\"", "right = \"unsubscibe\"");
    assert!(
        told.contains(&line) && told.contains("unsubscibe"),
        "{line}{told}"
    );
    let (told, _) = complaint("no_extension = ", "# no_extension = ");
    assert!(
        told.contains("line ") && told.contains("has no extension"),
        "{told}"
    );
    assert!(told.trim_end().ends_with('.'), "{told}");
    run(&["law", "check", "no-such-file.toml"]).refused(1, "could not be read");
}
