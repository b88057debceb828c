//! What a policy asks a request to contain, compared with what is known of the request.

use crate::api::wire::CheckState;
use crate::policy::Condition;
use crate::request::case::Case;
use crate::request::same::plain;
use crate::words::{Channel, ClockFact, Requirement};

/// What was found, in a sentence.
pub struct Found {
    pub state: CheckState,
    pub message: String,
}

fn met(message: String) -> Found {
    Found {
        state: CheckState::Met,
        message,
    }
}

fn missing(message: String) -> Found {
    Found {
        state: CheckState::Missing,
        message,
    }
}

fn open(message: String) -> Found {
    Found {
        state: CheckState::Open,
        message,
    }
}

/// Compares one condition with a request. What only a reader can judge stays open.
pub fn compare(case: &Case, condition: &Condition) -> Found {
    let words = condition.words.trim();
    let Some(requirement) = condition.requires else {
        return open(format!("It hangs on: “{words}”. Judge it yourself."));
    };
    let there = |known: bool, what: &str| {
        if known {
            met(format!("The request gives {what}."))
        } else {
            missing(format!("The request does not give {what}."))
        }
    };
    let address = Address::of(case);
    match requirement {
        Requirement::Label => label(case, words),
        Requirement::FullName => there(
            case.requester.name.split_whitespace().count() > 1,
            "the full name",
        ),
        Requirement::Street => there(address.street, "the street address"),
        Requirement::City => there(address.city, "the city"),
        Requirement::State => there(address.state, "the state"),
        Requirement::PostalCode => there(address.postal_code, "the ZIP or postal code"),
        Requirement::Country => there(
            case.requester.address.len() > 2 || !case.residence.is_empty(),
            "the country",
        ),
        Requirement::EmailAddress => there(!case.requester.email.is_empty(), "the e-mail address"),
        Requirement::Phone => there(!case.requester.phone.is_empty(), "the telephone number"),
        Requirement::InWriting => match case.channel {
            Channel::Phone | Channel::InPerson => {
                missing("The policy asks for a request in writing; this one was spoken.".into())
            }
            _ => met("The request is in writing.".into()),
        },
        Requirement::ProofOfIdentity => {
            if case.last(ClockFact::IdentityReceived).is_some() {
                met("Proof of identity has come.".into())
            } else {
                open(
                    "The policy speaks of proof of identity. Ask for it only where the law allows it."
                        .into(),
                )
            }
        }
        Requirement::Signature => {
            open("The policy asks for a signature. Look at the request.".into())
        }
        Requirement::Account => open(format!(
            "The policy asks for what names the account: “{words}”. Look at the request."
        )),
    }
}

/// Certain words must stand in the subject or the text; capitals, marks and quotation marks do not matter.
fn label(case: &Case, words: &str) -> Found {
    let bare = |text: &str| {
        plain(text)
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let wanted = bare(words);
    if !wanted.is_empty() && bare(&case.words).contains(&wanted) {
        met(format!("The request carries the words “{words}”."))
    } else {
        missing(format!(
            "The words “{words}” are not in the request as it was logged."
        ))
    }
}

/// What the lines of an address hold, as far as their form tells.
#[derive(Default)]
struct Address {
    street: bool,
    city: bool,
    state: bool,
    postal_code: bool,
}

impl Address {
    fn of(case: &Case) -> Self {
        let mut found = Self::default();
        let lines = &case.requester.address;
        for line in lines {
            let words: Vec<&str> = line
                .split([',', ' '])
                .map(str::trim)
                .filter(|w| !w.is_empty())
                .collect();
            let code = words.iter().any(|w| postal(w));
            let state = words
                .iter()
                .any(|w| w.len() == 2 && w.chars().all(|c| c.is_ascii_uppercase()));
            let digits = line.chars().any(|c| c.is_ascii_digit());
            let letters = words
                .iter()
                .filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 2)
                .count();
            if code && (state || lines.len() > 1) {
                found.postal_code = true;
                found.state |= state;
                found.city |= letters > 0;
                // Everything on one line.
                found.street |= lines.len() == 1 && words.len() > 4;
            } else if digits && letters > 0 {
                found.street = true;
            } else if state && letters > 0 {
                found.state = true;
                found.city = true;
            }
        }
        found
    }
}

/// Five digits, nine with a hyphen, or letters and digits as in the United Kingdom and Canada.
fn postal(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(char::is_ascii_uppercase).count();
    let plain = word
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-');
    plain
        && word.len() >= 3
        && word.len() <= 10
        && (digits >= 4 && letters == 0 || digits >= 1 && (1..=4).contains(&letters))
}
