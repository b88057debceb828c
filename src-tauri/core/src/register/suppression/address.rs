//! One spelling for each address, so that it is found again and its hash is the same everywhere.
//!
//! What providers do differently is left alone: dots and what follows a `+` stay, because for most of them `ana.l@` and
//! `anal@` are two people. A phone number without its country is no country's, so it meets only its like.

use crate::api::wire::Person;
use crate::request::same::fold;
use crate::vault::{hex, sha256};
use crate::words::AddressKind;

/// How a mail address, a phone number and a postal address are spelled; whoever compares hashes does the same.
pub const RECIPES: [(AddressKind, &str); 3] = [
    (
        AddressKind::Mail,
        "without white space around it, in lower case, the domain in ASCII (IDNA); dots and +tags stay",
    ),
    (
        AddressKind::Phone,
        "+ and the digits with the country, a leading 00 read as +; digits alone where no country was written",
    ),
    (
        AddressKind::Post,
        "name and lines in lower case, letters without their marks, nothing but letters, digits and single spaces, joined by |",
    ),
];

/// How the hash is made of it.
pub const HASH: &str = "SHA-256, as hexadecimal digits, of the salt as it is written and the normalised address behind it, in UTF-8";

/// The recipe of one kind.
pub fn recipe(kind: AddressKind) -> &'static str {
    RECIPES
        .iter()
        .find(|(of, _)| *of == kind)
        .map_or("", |(_, recipe)| recipe)
}

/// The hash of a normalised address under the salt of the desk.
pub fn hashed(salt: &str, address: &str) -> String {
    sha256(format!("{salt}{address}").as_bytes())
}

/// A salt nobody can guess.
pub fn fresh_salt() -> Result<String, crate::api::wire::Refusal> {
    Ok(hex(&crate::vault::random::<16>()?))
}

/// Longest of a mail address and of its parts, RFC 5321, 4.5.3.1.
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;
/// Fewest and most digits of a telephone number; ITU-T E.164 knows no longer ones.
const FEWEST_DIGITS: usize = 5;
const MOST_DIGITS: usize = 15;

/// The mail address in a text: by itself, in pointed brackets behind a name, or as a `mailto:`.
pub fn mail(text: &str) -> Option<String> {
    if plain(text.as_bytes()) {
        return Some(text.to_owned());
    }
    let visible: String;
    let mut text = text;
    if !text.is_ascii() {
        visible = text.chars().filter(|c| !unseen(*c)).collect();
        text = &visible;
    }
    let mut text = text.trim();
    if let Some((_, behind)) = text.rsplit_once('<') {
        text = behind.split('>').next().unwrap_or_default().trim();
    }
    if let Some(behind) = text
        .get(..7)
        .filter(|head| head.eq_ignore_ascii_case("mailto:"))
        .and_then(|head| text.get(head.len()..))
    {
        text = behind.split('?').next().unwrap_or_default();
    }
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '"' | '\'' | '.' | '(' | ')' | '[' | ']')
    });
    let (local, domain) = text.rsplit_once('@')?;
    let wrong = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '@' | ',' | ';' | '<' | '>' | '"')
    };
    if local.is_empty() || local.chars().any(wrong) || local.len() > LONGEST_LOCAL {
        return None;
    }
    let domain = host(domain)?;
    let address = format!("{}@{domain}", local.to_lowercase());
    (address.len() <= LONGEST).then_some(address)
}

/// Most addresses of most lists are spelled as they should be: one look says so.
fn plain(text: &[u8]) -> bool {
    let (mut at, mut dot, mut last) = (0, false, b'.');
    if text.len() > LONGEST_LABEL {
        return false;
    }
    for (place, byte) in text.iter().enumerate() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {}
            b'.' if last != b'.' && last != b'@' => dot = at > 0,
            b'_' | b'-' | b'+' if at == 0 || *byte == b'-' => {}
            b'@' if at == 0 && place > 0 && last != b'.' => at = place,
            _ => return false,
        }
        last = *byte;
    }
    at > 0 && dot && last != b'.' && last != b'@'
}

/// A domain in ASCII and lower case; one without a dot reaches nobody.
fn host(domain: &str) -> Option<String> {
    let domain = domain.trim_end_matches('.');
    let mut labels = Vec::new();
    for label in domain.split(['.', '。', '．', '｡']) {
        let label = label.to_lowercase();
        let label = if label.is_ascii() {
            label
        } else {
            format!("xn--{}", super::punycode::encode(&label)?)
        };
        let sound = label
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if label.is_empty() || label.len() > LONGEST_LABEL || !sound {
            return None;
        }
        labels.push(label);
    }
    (labels.len() > 1).then(|| labels.join("."))
}

/// Signs that nobody sees and that copying brings along.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// A telephone number: `+` and digits where the country was written, else the digits as they stand.
///
/// The (0) that some write behind the country is dropped; what follows the first letter is an extension.
pub fn phone(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !unseen(*c)).collect();
    let mut text = text.trim();
    if text
        .get(..4)
        .is_some_and(|h| h.eq_ignore_ascii_case("tel:"))
    {
        text = text[4..].trim();
    }
    let text = text
        .split(|c: char| c.is_alphabetic() || c == ',' || c == ';')
        .next()?;
    let strange = |c: char| {
        !(c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(
                c,
                '+' | '(' | ')' | '-' | '.' | '/' | '\u{2010}'..='\u{2015}'
            ))
    };
    if text.chars().any(strange) || text.matches('+').count() > 1 {
        return None;
    }
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '(');
    let abroad = text.starts_with('+') || text.starts_with("00");
    let text = if abroad {
        text.replace("(0)", "")
    } else {
        text.to_owned()
    };
    if text.rfind('+').is_some_and(|at| at > 0) {
        return None;
    }
    let mut digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.starts_with("00") {
        digits.drain(..2);
    }
    if !(FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.len()) {
        return None;
    }
    Some(if abroad { format!("+{digits}") } else { digits })
}

/// Whether a normalised number says its country.
pub fn says_country(phone: &str) -> bool {
    phone.starts_with('+')
}

/// A postal address: the name first, then its lines; one without lines reaches nobody.
pub fn post(lines: &[String]) -> Option<String> {
    let parts: Vec<String> = lines
        .iter()
        .flat_map(|line| line.lines())
        .map(fold)
        .filter(|part| !part.is_empty())
        .collect();
    (parts.len() > 1).then(|| parts.join("|"))
}

/// A normalised address as it is read: the lines of a postal one stand behind each other.
pub fn shown(address: &str) -> String {
    address.replace('|', ", ")
}

/// Every address of a person, normalised; one that cannot be read is left out.
pub fn of_person(person: &Person) -> Vec<(AddressKind, String)> {
    let with_name: Vec<String> = std::iter::once(&person.name)
        .filter(|name| !name.trim().is_empty())
        .chain(person.address.iter().filter(|line| !line.trim().is_empty()))
        .cloned()
        .collect();
    let post = if person.address.iter().all(|line| line.trim().is_empty()) {
        None
    } else {
        post(&with_name)
    };
    [
        (AddressKind::Mail, mail(&person.email)),
        (AddressKind::Phone, phone(&person.phone)),
        (AddressKind::Post, post),
    ]
    .into_iter()
    .filter_map(|(kind, address)| Some((kind, address?)))
    .collect()
}

/// What a whole address typed by somebody may be, for finding lines of which only the hash is kept.
pub fn readings(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.split(['\n', ',', '|']).map(str::to_owned).collect();
    [mail(text), phone(text), post(&lines)]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
