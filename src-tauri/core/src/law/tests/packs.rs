//! Packs that lack something do not load.

use crate::law::{Library, Nature};
use crate::words::Capacity;

const CALENDARS: &str = include_str!("../../../data/calendars/us.toml");
const PACK: &str = include_str!("../../../data/law/us-can-spam.toml");

fn error(pack: &str) -> String {
    let calendars = include_str!("../../../data/calendars/eu.toml");
    let files = [("eu.toml", calendars), ("us.toml", CALENDARS)];
    match Library::read(&[("pack.toml", pack)], &files) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_bundled_packs_load() {
    assert_eq!(error(PACK), "");
    let library = Library::bundled().unwrap();
    assert_eq!(library.laws().count(), 38);
    assert_eq!(library.tickable().count(), 37);
    for law in library.laws() {
        for rule in &law.rights {
            assert!(
                rule.checked >= rule.since.min(law.checked),
                "{} {}",
                law.id,
                rule.right
            );
            assert!(
                law.clock(rule, rule.since).is_ok(),
                "{} {}",
                law.id,
                rule.right
            );
            for capacity in Capacity::ALL.iter().copied() {
                assert!(rule.verification(capacity).is_some());
            }
        }
        assert!(
            law.nature == Nature::Contract || !law.complaint_bodies.is_empty(),
            "{}",
            law.id
        );
        assert_eq!(library.laws().filter(|other| other.id == law.id).count(), 1);
    }
}

#[test]
fn a_pack_that_lacks_something_is_refused() {
    for (from, to, why) in [
        (
            "cite = \"15 U.S.C. 7704(a)(3)-(5)\"\n",
            "",
            "missing field `cite`",
        ),
        (
            "cite = \"15 U.S.C. 7704(a)(3)-(5)\"",
            "cite = \" \"",
            "has no citation",
        ),
        (
            "checked = \"2026-11-22\"\nnote",
            "note",
            "missing field `checked`",
        ),
        ("jurisdiction", "jurisdicton", "unknown field"),
        (
            "unit = \"business-days\"",
            "unit = \"fortnights\"",
            "unknown variant",
        ),
        ("clock = \"opt-out\"", "clock = \"opt-in\"", "is not there"),
        (
            "grounds = [\"transactional\"]",
            "grounds = [\"other\"]",
            "no right uses the ground",
        ),
        (
            "calendar = \"us-fed\"\n\n[reach]",
            "calendar = \"us-ut\"\n\n[reach]",
            "no calendar",
        ),
        ("\"authorised-agent\"]", "]", "says nothing about proof"),
        (
            "since = \"2004-01-01\"\nchecked = \"2026-11-22\"\nnote",
            "since = \"2003-01-01\"\nchecked = \"2026-11-22\"\nnote",
            "begins after",
        ),
        (
            "respond = { count = 10, unit = \"business-days\",",
            "# respond = { count = 10,",
            "has no period",
        ),
        ("no_extension", "# no_extension", "has no extension"),
        ("no_suspension", "# no_suspension", "has no suspension"),
        ("[records]\n", "[appeal]\n", "how long records are kept"),
        (
            "[[complaint_bodies]]",
            "[[duties]]\nid = \"x\"\ntopic = \"message\"\ntext = \"x\"\nsince = \"2004-01-01\"\nchecked = \"2026-11-22\"\ncite = \" \"\n[[complaint_bodies]]",
            "the duty “x” has no citation",
        ),
        (
            "cite = \"15 U.S.C. 7706(a)\"",
            "cite = \"15 U.S.C. 7706(a)\"\nonly = [\"appeal\"]",
            "is named for the right “appeal”",
        ),
        (
            "right = \"unsubscribe\"",
            "right = \"appeal\"",
            "does not say how it works",
        ),
        (
            "fee = { text = \"No fee may be asked.\", cite = \"16 CFR 316.5\" }",
            "free = { times = 1, months = 12, text = \"Once.\", cite = \"x\", checked = \"2026-11-22\" }",
            "free only so often",
        ),
    ] {
        let broken = PACK.replacen(from, to, 1);
        assert_ne!(broken, PACK, "{from}");
        let found = error(&broken);
        assert!(found.contains(why), "{from:?} gave {found:?}, not {why:?}");
    }
}
