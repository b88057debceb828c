//! A pack as a page.

use chrono::NaiveDate;

use crate::law::{Library, sheet};

fn page(id: &str, on: &str) -> String {
    let on: NaiveDate = on.parse().unwrap();
    sheet(Library::bundled().unwrap().law(id).unwrap(), on)
}

#[test]
fn a_sheet_has_every_right_and_ground_with_its_article() {
    let on: NaiveDate = "2027-06-01".parse().unwrap();
    for law in Library::bundled().unwrap().laws() {
        let page = sheet(law, on);
        for rule in &law.rights {
            assert!(page.contains(&rule.name), "{} {}", law.id, rule.right);
            let Ok(rule) = law.right(rule.right, on) else {
                continue;
            };
            assert!(page.contains(&rule.cite), "{} {}", law.id, rule.right);
            for ground in rule.grounds.iter().map(|id| law.ground(id).unwrap()) {
                assert!(page.contains(&ground.cite), "{} {}", law.id, ground.id);
            }
        }
        for duty in law.duties.iter().filter(|duty| duty.since <= on) {
            assert!(page.contains(&duty.text), "{} {}", law.id, duty.id);
        }
        assert!(!page.contains("[]"), "{page}");
    }
}

#[test]
fn a_sheet_is_of_its_day() {
    assert!(page("us-ca-ccpa", "2026-11-22").contains("From Fri 1 Jan 2027"));
    assert!(page("uk-dpa", "2026-09-29").contains("The Information Commissioner's Office (ICO)"));
    let now = page("uk-dpa", "2026-09-30");
    assert!(now.contains("The Information Commission (ICO)") && !now.contains("Commissioner's"));
    assert!(now.contains("Answer within 3 months (rule of the house: the law gives no number)"));
}

#[test]
fn a_sheet_says_whom_the_law_covers_on_its_day() {
    let montana = |on: &str| page("us-mt-mcdpa", on);
    assert!(montana("2025-09-30").contains("at least 50,000 people of Montana"));
    assert!(montana("2025-10-01").contains("at least 25,000 people of Montana"));
    assert!(page("us-ca-shine-the-light", "2026-11-22").contains(
        "Leaves out an organisation that has fewer than 20 employees  [Cal. Civ. Code 1798.83(c)(1)]"
    ));
}

#[test]
fn a_sheet_says_what_was_not_compared() {
    let texas = page("us-tx-tdpsa", "2026-11-22");
    assert!(texas.contains("Taken from a commentary"));
    assert!(texas.contains("Extension: by 45 days, counted from the start."));
    assert!(texas.contains("If it came by opt-out-signal: the same day"));
    assert!(texas.contains("Cure: 30 days."));
}

#[test]
fn a_pack_of_ones_own_is_checked_like_the_others() {
    let library = Library::bundled().unwrap();
    let pack = include_str!("../../../data/law/us-can-spam.toml");
    assert_eq!(
        library.check_pack("own.toml", pack).unwrap().id,
        "us-can-spam"
    );
    let broken = pack.replacen("no_extension", "# no_extension", 1);
    let why = library
        .check_pack("own.toml", &broken)
        .unwrap_err()
        .to_string();
    assert!(
        why.starts_with("The file own.toml does not load") && why.contains("has no extension"),
        "{why}"
    );
}
