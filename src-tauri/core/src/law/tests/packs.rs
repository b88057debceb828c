//! Packs that lack something do not load.

use crate::law::Library;
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
    assert_eq!(library.laws().count(), 37);
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
        assert!(!law.complaint_bodies.is_empty(), "{}", law.id);
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
    ] {
        let broken = PACK.replacen(from, to, 1);
        assert_ne!(broken, PACK, "{from}");
        let found = error(&broken);
        assert!(found.contains(why), "{from:?} gave {found:?}, not {why:?}");
    }
}
