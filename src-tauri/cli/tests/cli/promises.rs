//! `promises`: what a policy promises, no desk needed.

use crate::run::run;

const POLICY: &str = "# Lindenpress Privacy Policy\n\nWe never sell or rent your address – not even in May. \
You may unsubscribe at any time by writing to leave@lindenpress.example.\n\n## Children\n\n\
We do not knowingly collect anything from children under 13.\n";

fn policy() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.md");
    std::fs::write(&file, POLICY).unwrap();
    let name = file.to_str().unwrap().to_owned();
    (folder, name)
}

#[test]
fn the_list_says_kind_audience_rights_quote_place_and_why() {
    let (_folder, file) = policy();
    let list = run(&["promises", &file, "--json"]).json();
    let list = list.as_array().unwrap();
    let kinds: Vec<_> = list
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["no-sharing", "opt-out", "no-children"]);
    assert_eq!(list[1]["rights"][0], "unsubscribe");
    assert_eq!(list[1]["channel"], "leave@lindenpress.example");
    assert_eq!(list[2]["audience"][0], "children");
    let text: Vec<char> = run(&["promises", &file, "--text"])
        .well()
        .out
        .chars()
        .collect();
    for one in list {
        let place = |key: &str| one[key].as_u64().unwrap() as usize;
        let quote: String = text[place("start")..place("end")].iter().collect();
        assert_eq!(one["quote"], quote);
        assert!(!one["why"].as_array().unwrap().is_empty());
    }
}

#[test]
fn without_json_it_is_a_list_to_read() {
    let (_folder, file) = policy();
    let said = run(&["promises", &file]).well().out;
    assert!(said.contains("no-sharing · everyone"), "{said}");
    assert!(said.ends_with("3 passages proposed.\n"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_said() {
    run(&["promises", "nowhere.md"]).refused(1, "nowhere.md could not be read");
}
