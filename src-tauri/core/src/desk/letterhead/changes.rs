//! What became another, for the log.

use crate::api::wire::LetterheadPage;
use crate::request::letter_fields::word;

/// Nothing, in a word.
pub(super) fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

/// Identifier, label, before and after of everything that became another.
pub(super) fn changes(
    before: &LetterheadPage,
    after: &LetterheadPage,
) -> Vec<(&'static str, &'static str, String, String)> {
    let lines = |of: &[String]| of.join(", ");
    let yes = |of: bool| if of { "yes" } else { "no" }.to_owned();
    let both = |get: &dyn Fn(&LetterheadPage) -> String| (get(before), get(after));
    [
        ("name", "Name as printed", both(&|p| p.name.clone())),
        (
            "name_in_logo",
            "Name in the logo",
            both(&|p| yes(p.name_in_logo)),
        ),
        ("address", "Address", both(&|p| lines(&p.address))),
        ("contact", "Contact", both(&|p| lines(&p.contact))),
        ("footer", "Foot of the page", both(&|p| lines(&p.footer))),
        ("place", "Place", both(&|p| p.place.clone())),
        (
            "logo_side",
            "Side of the logo",
            both(&|p| word(&p.logo_side)),
        ),
        (
            "logo_height",
            "Height of the logo",
            both(&|p| format!("{} mm", p.logo_height)),
        ),
        ("justified", "Justified", both(&|p| yes(p.justified))),
        ("hyphenated", "Hyphenated", both(&|p| yes(p.hyphenated))),
        ("folds", "Fold marks", both(&|p| yes(p.folds))),
        ("punch", "Punch mark", both(&|p| yes(p.punch))),
        ("paper", "Paper", both(&|p| word(&p.paper))),
        ("envelope", "Envelope", both(&|p| word(&p.envelope))),
        ("office", "Below the name", both(&|p| p.office.clone())),
    ]
    .into_iter()
    .filter(|(_, _, (was, is))| was != is)
    .map(|(field, label, (was, is))| (field, label, was, is))
    .collect()
}
