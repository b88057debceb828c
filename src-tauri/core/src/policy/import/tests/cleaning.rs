//! Banners, remnants, repeats, dates, encodings.

use super::*;

const BODY: &[&str] = &[
    "Fern Books keeps this policy short, because nobody reads a long one and we would like you to read ours.",
    "We collect your name, your address and what you order, and nothing else from anywhere else.",
    "We delete what you told us two years after your last order, unless a law tells us to keep a bill for longer.",
    "You may ask for a copy of what we hold by a letter to 12 Harbour Lane, Portsmouth, and it comes within ten days.",
    "We do not sell what we know of you, and we do not give it to anybody who would send you advertising for it.",
    "Children under 13 may not open an account, and we delete theirs when a parent tells us of one.",
];

fn cleaned(name: &str, input: &str) -> (Vec<String>, Vec<String>) {
    let imported = read(name, input.as_bytes()).unwrap();
    sound(&imported.document);
    (
        shown(&imported.document),
        imported.cleaned.into_iter().map(|c| c.what).collect(),
    )
}

#[test]
fn a_tail_that_says_it_all_again_is_cut() {
    let body = BODY.join("\n");
    // Torn into lines and words, spaces doubled, the numbers of pages between.
    let torn: String = BODY
        .join(" ")
        .chars()
        .enumerate()
        .flat_map(|(at, c)| {
            [
                Some(c),
                (at % 17 == 16).then_some('\n'),
                (at % 51 == 50).then_some('\n'),
            ]
        })
        .flatten()
        .collect();
    let doubled = BODY.join("  ").replace(' ', "  ");
    for tail in [
        format!("\t3\n\n{torn}\n\n{doubled}\n"),
        format!("{torn}\n"),
        format!("\n\n{body}\n"),
        format!("{}\n", doubled),
    ] {
        let (blocks, said) = cleaned("a.txt", &format!("{body}\n{tail}"));
        assert_eq!(
            blocks,
            BODY.iter()
                .map(|line| format!("P {line}"))
                .collect::<Vec<_>>(),
            "{tail}"
        );
        assert!(
            said.iter().any(|what| what.contains("once more")),
            "{said:?}"
        );
    }
}

#[test]
fn what_a_policy_says_twice_on_purpose_stays() {
    let section = |place: &str| {
        format!(
            "{place}\n\nIf you live in {place} you may ask for a copy of what we hold, ask us to delete it, and ask us not to sell it; write to 12 Harbour Lane, Portsmouth, and we answer within thirty days without a fee, twice a year. Nobody is treated worse for asking, and what you send us to prove who you are is used for nothing else and deleted after the answer is sent."
        )
    };
    let text = format!(
        "{}\n\n{}\n\n{}\n\n{}\n",
        BODY.join("\n\n"),
        section("Colorado"),
        section("Virginia"),
        section("Oregon")
    );
    let (blocks, said) = cleaned("a.txt", &text);
    assert!(
        blocks
            .last()
            .is_some_and(|last| last.contains("live in Oregon")),
        "{blocks:#?}"
    );
    assert!(!said.iter().any(|what| what.contains("once more")));
}

#[test]
fn banners_and_buttons() {
    let text = format!(
        "> *This copy was archived on 2019-03-02. See the [snapshot](https://web.archive.org/web/20190302101010/https%3A//fern.example/privacy) on the Wayback Machine.*\n\nHome > Legal > Privacy\n\nSkip to content\n\n# Privacy\n\n{}\n\n* \n\nPrint this page\n\nBack to top\n\n© 2019 Fern Books\n",
        BODY.join("\n\n")
    );
    let imported = read("a.md", text.as_bytes()).unwrap();
    let blocks = shown(&imported.document);
    assert_eq!(blocks.first().map(String::as_str), Some("H1 Privacy"));
    assert_eq!(blocks.len(), BODY.len() + 1, "{blocks:#?}");
    assert_eq!(imported.source, "https://fern.example/privacy");
    assert_eq!(imported.title, "Privacy");
    assert_eq!(
        imported
            .effective
            .map(|(day, _)| day.to_string())
            .as_deref(),
        Some("2019-03-02")
    );
}

#[test]
fn characters_nobody_sees() {
    let (blocks, said) = cleaned(
        "a.txt",
        "We\u{a0}do\u{200b} not share\u{ad}d data, and \u{feff}“never” will\u{2011}fully do so in any of our shops.",
    );
    assert_eq!(
        blocks,
        ["P We do not shared data, and “never” will-fully do so in any of our shops."]
    );
    assert_eq!(said, ["Characters that cannot be seen were taken out."]);
}

#[test]
fn encodings() {
    let wanted = "We don’t share – ever – what you told Müller & Söhne about “yourself”.";
    let mut wide: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let western = encoding_rs::WINDOWS_1252.encode(wanted).0.into_owned();
    let mut marked = vec![0xff, 0xfe];
    marked.extend(&wide);
    for bytes in [
        wanted.as_bytes().to_vec(),
        western,
        marked,
        std::mem::take(&mut wide),
    ] {
        let imported = read("a.txt", &bytes).unwrap();
        assert_eq!(imported.document.text, wanted, "{bytes:?}");
    }
}

#[test]
fn first_days() {
    for (words, day) in [
        ("Effective date: 5/25/2018", "2018-05-25"),
        ("Effective date: 25/5/2018", "2018-05-25"),
        ("Effective 2.3.2026", "2026-03-02"),
        (
            "This policy is effective as of January 15, 2021.",
            "2021-01-15",
        ),
        (
            "It was last updated on the 3rd of March 2020.",
            "2020-03-03",
        ),
        ("LAST UPDATED: MARCH 3RD, 2020", "2020-03-03"),
        ("In force from 1 March 2026", "2026-03-01"),
        ("Effective Date: 2024-07-01", "2024-07-01"),
        ("Last modified Sept. 1, 2019", "2019-09-01"),
        ("Last revised: May 2018", "2018-05-01"),
        (
            "Last updated 1 June 2020. Effective date: 1 July 2020.",
            "2020-07-01",
        ),
        ("Effective Date\n\nDecember 1, 2022", "2022-12-01"),
        ("Updated: Monday, May 4, 2020", "2020-05-04"),
    ] {
        let imported = read(
            "a.txt",
            format!("Privacy\n\n{words}\n\n{}", BODY.join("\n\n")).as_bytes(),
        )
        .unwrap();
        let found = imported.effective.map(|(day, _)| day.to_string());
        assert_eq!(found.as_deref(), Some(day), "{words}");
    }
    for words in [
        "The Act, effective January 1, 2020, gives people in California several rights that we honour everywhere.",
        "Effective date: 13/13/2020",
        "We effectively delete it.",
        "You may ask us to delete what we collected before January 1, 2019.",
    ] {
        let imported = read(
            "a.txt",
            format!("Privacy\n\n{words}\n\n{}", BODY.join("\n\n")).as_bytes(),
        )
        .unwrap();
        assert_eq!(imported.effective, None, "{words}");
    }
}
