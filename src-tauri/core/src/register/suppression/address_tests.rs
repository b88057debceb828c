//! Addresses in the spellings that people and files have, each with its reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

#[test]
fn mail_addresses() {
    for (written, read, why) in [
        ("ana@example.org", Some("ana@example.org"), "as it is"),
        (
            "  Ana@Example.ORG \t",
            Some("ana@example.org"),
            "white space and capitals",
        ),
        (
            "\u{feff}ana@example.org",
            Some("ana@example.org"),
            "a byte-order mark at the head of a file",
        ),
        (
            "ana\u{200b}@example.org",
            Some("ana@example.org"),
            "a sign that nobody sees",
        ),
        (
            "Ana Lindqvist <ana@example.org>",
            Some("ana@example.org"),
            "behind a name",
        ),
        (
            "\"Lindqvist, Ana\" <Ana@example.org>,",
            Some("ana@example.org"),
            "from the line of a mail",
        ),
        (
            "mailto:ana@example.org?subject=stop",
            Some("ana@example.org"),
            "from a link",
        ),
        (
            "MAILTO:ana@example.org",
            Some("ana@example.org"),
            "a link in capitals",
        ),
        (
            "ana@example.org;",
            Some("ana@example.org"),
            "the end of a list",
        ),
        (
            "ana@example.org.",
            Some("ana@example.org"),
            "the end of a sentence",
        ),
        (
            "a.na@gmail.com",
            Some("a.na@gmail.com"),
            "dots stay: elsewhere they are two people",
        ),
        (
            "ana+news@gmail.com",
            Some("ana+news@gmail.com"),
            "tags stay",
        ),
        (
            "o'brien@example.org",
            Some("o'brien@example.org"),
            "an apostrophe is a letter of the name",
        ),
        (
            "ana@MÜNCHEN.example",
            Some("ana@xn--mnchen-3ya.example"),
            "a domain beyond ASCII",
        ),
        (
            "ana@bücher.example",
            Some("ana@xn--bcher-kva.example"),
            "the RFC’s own kind of case",
        ),
        ("ana@例え.jp", Some("ana@xn--r8jz45g.jp"), "Japanese"),
        (
            "ana@例え。jp",
            Some("ana@xn--r8jz45g.jp"),
            "with the ideographic full stop",
        ),
        (
            "ÁNA@example.org",
            Some("ána@example.org"),
            "a local part beyond ASCII in lower case",
        ),
        (
            "ana@localhost",
            None,
            "a domain without a dot reaches nobody",
        ),
        ("ana@", None, "no domain"),
        ("@example.org", None, "nobody"),
        ("ana@@example.org", None, "twice"),
        ("ana lindqvist@example.org", None, "white space within"),
        ("ana@exa mple.org", None, "white space within the domain"),
        ("ana@example..org", None, "an empty label"),
        ("n/a", None, "no address"),
        ("", None, "nothing"),
    ] {
        assert_eq!(mail(written).as_deref(), read, "{written:?}: {why}");
    }
    let long = format!("{}@example.org", "a".repeat(65));
    assert_eq!(mail(&long), None, "RFC 5321 knows no longer one");
}

#[test]
fn phone_numbers() {
    for (written, read, why) in [
        ("+49 40 555 0100", Some("+49405550100"), "as it is"),
        ("0049 40 5550100", Some("+49405550100"), "00 is +"),
        (
            "+49 (0)40 555-0100",
            Some("+49405550100"),
            "the nought that is not dialled",
        ),
        ("tel:+1-512-555-0142", Some("+15125550142"), "from a link"),
        (
            "(512) 555-0142",
            Some("5125550142"),
            "no country is guessed",
        ),
        ("040/5550100", Some("0405550100"), "no country is guessed"),
        (
            "512.555.0142 ext. 7",
            Some("5125550142"),
            "an extension is no other line",
        ),
        (
            "+1 512 555 0142 x7",
            Some("+15125550142"),
            "an extension, shorter",
        ),
        (
            "011 49 40 5550100",
            Some("01149405550100"),
            "another country’s way abroad is not guessed either",
        ),
        ("+", None, "no digits"),
        ("1234", None, "too few"),
        ("+4940555010012345", None, "too many"),
        ("+49 40 + 5", None, "two numbers"),
        ("call me", None, "no number"),
        ("ana@example.org", None, "a mail address"),
    ] {
        assert_eq!(phone(written).as_deref(), read, "{written:?}: {why}");
    }
    assert!(says_country("+49405550100") && !says_country("0405550100"));
}

#[test]
fn postal_addresses() {
    let lines = |of: &[&str]| of.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        post(&lines(&["Łukasz Nowak", "12, Elm  Row", "Springfield"])).as_deref(),
        Some("lukasz nowak|12 elm row|springfield"),
        "marks, commas and double spaces are no difference"
    );
    assert_eq!(
        post(&lines(&["Łukasz Nowak\n12 Elm Row", "", "Springfield"])),
        post(&lines(&["lukasz nowak", "12 Elm Row.", "SPRINGFIELD"])),
    );
    assert_ne!(
        post(&lines(&["Ana Nowak", "12 Elm Row"])),
        post(&lines(&["Ben Nowak", "12 Elm Row"])),
        "two people of one house are two"
    );
    assert_eq!(
        post(&lines(&["Łukasz Nowak"])),
        None,
        "a name is no address"
    );
}

#[test]
fn a_person_has_the_addresses_that_can_be_read() {
    let person = Person {
        name: "Ana Lindqvist".into(),
        email: "Ana@Example.org".into(),
        phone: "call in the evening".into(),
        address: vec!["12 Elm Row".into(), String::new()],
    };
    assert_eq!(
        of_person(&person),
        [
            (AddressKind::Mail, "ana@example.org".to_owned()),
            (AddressKind::Post, "ana lindqvist|12 elm row".to_owned()),
        ]
    );
}

#[test]
fn the_hash_is_what_the_recipe_says() {
    // printf '%s%s' 00ff ana@example.org | sha256sum
    assert_eq!(
        hashed("00ff", "ana@example.org"),
        sha256(b"00ffana@example.org")
    );
    assert_ne!(
        hashed("00ff", "ana@example.org"),
        hashed("00fe", "ana@example.org")
    );
    for kind in AddressKind::ALL {
        assert!(!recipe(*kind).is_empty());
    }
}
