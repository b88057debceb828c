//! The letter that tells somebody of a breach of security: no answer to a request, and under no law's list of items.

use std::collections::BTreeSet;

use serde::Serialize;

use super::draft::render_named;
use super::error::LetterError;
use super::pen::Pen;
use super::templates::Wording;
use super::text::LetterText;
use crate::words::LetterLanguage;

/// What the letter is made from. A field left empty becomes a blank where the letter needs it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct BreachNotice {
    /// What it is written in; days come in as words in it.
    pub language: LetterLanguage,
    /// To whom.
    pub name: String,
    /// The day the organisation learned of it, in words.
    pub aware: String,
    /// When it happened, as a sentence goes on: `between 1 and 3 March 2026`; may be empty.
    pub happened: String,
    /// What happened.
    pub nature: String,
    /// Which data.
    pub data: String,
    /// What may follow from it.
    pub consequences: String,
    /// What was done and is planned.
    pub measures: String,
    /// What those affected can do themselves.
    pub advice: String,
    /// The promises that the letter keeps.
    pub promises: Vec<Promised>,
    /// A notice stands on the site too.
    pub in_site: bool,
    /// Who answers questions.
    pub contact: String,
    /// May be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// On one line; may be empty.
    pub address: String,
    /// Ours.
    pub reference: String,
    /// In American English, with the headings that Cal. Civ. Code 1798.82(d)(1) gives.
    pub american: bool,
}

/// Words of the policy and the first day of their version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promised {
    /// As they stand.
    pub quote: String,
    /// In words: `1 March 2026`.
    pub published: String,
}

/// The letter in a wording, with the desk's own templates that it was made of; its blocks carry `nature`, `data`,
/// `consequences`, `measures`, `advice`, `promise` and `contact`.
pub fn breach_notice(
    wording: &Wording,
    notice: &BreachNotice,
) -> Result<(LetterText, BTreeSet<String>), LetterError> {
    let pen = Pen::new(wording, "")?;
    let text = render_named(&pen, TEMPLATE, notice)?;
    Ok((text, pen.used()))
}

/// The template of the letter.
pub(super) const TEMPLATE: &str = "incident/notice.txt";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::text::blanks;
    use super::*;

    fn full() -> BreachNotice {
        let text = |words: &str| words.to_owned();
        BreachNotice {
            language: LetterLanguage::En,
            name: text("Ana Lindqvist"),
            aware: text("2 March 2026"),
            happened: text("between 26 February and 1 March 2026"),
            nature: text("somebody read the file of the readers’ circle"),
            data: text("names and mail addresses"),
            consequences: text("you may get letters that pretend to come from us"),
            measures: text("the file was closed and the passwords changed"),
            advice: text("trust no letter that asks for your password"),
            promises: vec![Promised {
                quote: text("we will tell you by e-mail"),
                published: text("1 March 2025"),
            }],
            in_site: true,
            contact: text("Nele Brandt"),
            email: text("privacy@example.org"),
            phone: String::new(),
            address: String::new(),
            reference: text("Incident 3"),
            american: false,
        }
    }

    fn built_in(notice: &BreachNotice) -> LetterText {
        let wording = Wording::built_in(notice.language);
        let (text, own) = breach_notice(&wording, notice).unwrap();
        assert!(own.is_empty());
        text
    }

    #[test]
    fn a_full_notice_has_every_item_and_no_blank() {
        let text = built_in(&full());
        assert_eq!(blanks(&text), [] as [&str; 0]);
        let carried: Vec<&str> = text
            .blocks
            .iter()
            .flat_map(|block| block.items.iter().map(String::as_str))
            .collect();
        assert_eq!(
            carried,
            [
                "nature",
                "data",
                "consequences",
                "measures",
                "advice",
                "promise",
                "contact"
            ]
        );
        let words: String = text
            .blocks
            .iter()
            .map(|block| block.text.as_str())
            .collect();
        for said in [
            "Somebody read the file of the readers’ circle. It happened between 26 February",
            "“… we will tell you by e-mail”.",
            "and through a notice on our website.",
            "privacy@example.org. Please name our reference, Incident 3.",
        ] {
            assert!(words.contains(said), "“{said}” is not in {words}");
        }
    }

    #[test]
    fn what_is_not_there_is_a_blank_and_no_hole() {
        for (field, hint) in [
            ("nature", "what happened"),
            ("consequences", "what is likely to follow from it"),
            ("measures", "what was done and is planned"),
            ("advice", "what they can do themselves"),
            ("contact", "who answers questions"),
        ] {
            let mut notice = full();
            match field {
                "nature" => notice.nature.clear(),
                "consequences" => notice.consequences.clear(),
                "measures" => notice.measures.clear(),
                "advice" => notice.advice.clear(),
                _ => notice.contact.clear(),
            }
            let text = built_in(&notice);
            assert_eq!(blanks(&text), [hint], "{field}");
        }
    }

    #[test]
    fn an_american_notice_has_the_headings_of_the_statute() {
        let text = built_in(&BreachNotice {
            american: true,
            promises: Vec::new(),
            ..full()
        });
        assert_eq!(text.subject, "Notice of Data Breach");
        assert_eq!(text.salutation, "Dear Ana Lindqvist:");
        let words: String = text
            .blocks
            .iter()
            .map(|block| block.text.as_str())
            .collect();
        for heading in [
            "# What happened",
            "# What information was involved",
            "# What we are doing",
            "# What you can do",
            "# For more information",
        ] {
            assert!(words.contains(heading), "“{heading}” is not in {words}");
        }
        assert!(!words.contains("promised"));
    }
}
