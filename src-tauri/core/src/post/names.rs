//! Names of files that every system takes.

use super::get;
use crate::api::wire::Refusal;
use crate::desk::App;
use crate::store::post::{Posting, pdf};
use crate::time::Now;

/// Names that Windows keeps for devices, whatever follows the dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Longest part of a name in bytes; with reference, title and ending the whole stays below 255.
const LONG: usize = 80;

/// A part of a file's name: letters and digits of any script, the rest as single hyphens.
pub fn safe(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        let kept = if c.is_alphanumeric() { c } else { '-' };
        // A mark on the letter before it belongs to the letter and takes no hyphen.
        if matches!(c, '\u{300}'..='\u{36f}') {
            out.push(c);
        } else if kept != '-' || !out.ends_with('-') {
            out.push(kept);
        }
    }
    while out.len() > LONG {
        out.pop();
    }
    let out = out.trim_matches('-').to_owned();
    let bare = out
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .to_lowercase();
    if DEVICES.contains(&bare.as_str()) {
        return format!("{out}-");
    }
    out
}

/// Whose letter it is: the last word of the name as it is written, which is the family name in most of our letters.
fn last_name(posting: &Posting) -> String {
    let name = match posting.person.name.trim() {
        "" => posting.person.email.split('@').next().unwrap_or_default(),
        name => name,
    };
    safe(name.split_whitespace().last().unwrap_or_default())
}

/// `2026-0014_Answer-in-full_Adeyemi.pdf`
pub fn of(posting: &Posting, ending: &str) -> String {
    let title = match posting.reference.as_str() {
        "" => safe(&posting.title),
        reference => format!("{}_{}", safe(reference), safe(&posting.title)),
    };
    let parts: Vec<String> = [title, last_name(posting)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    format!("{}.{ending}", parts.join("_"))
}

/// The same name twice would write one file over the other.
pub(super) fn apart(names: &mut std::collections::HashSet<String>, name: String) -> String {
    let mut free = name.clone();
    let mut number = 2;
    while !names.insert(free.to_lowercase()) {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
        free = format!("{stem}_{number}.{ending}");
        number += 1;
    }
    free
}

/// The letters of these keys as single files, each with its own name.
pub fn files(app: &mut App, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let desk = app.desk()?;
    let mut names = std::collections::HashSet::new();
    keys.iter()
        .map(|key| {
            let posting = get(desk.store.read(), key)?;
            let name = apart(&mut names, of(&posting, "pdf"));
            Ok((name, pdf(desk.store.read(), posting.which)?))
        })
        .collect()
}

/// The letters of these keys as mails that are not sent yet.
pub fn mails(app: &mut App, keys: &[String], now: Now) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut names = std::collections::HashSet::new();
    keys.iter()
        .map(|key| {
            let (name, bytes) = super::mail::bytes(app, key, now)?;
            Ok((apart(&mut names, name), bytes))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn names_are_safe_on_every_system() {
        for (text, name, why) in [
            ("Answer in full", "Answer-in-full", "no blanks"),
            (
                "O'Brien / Søn: <x>",
                "O-Brien-Søn-x",
                "nothing a shell or Windows reads",
            ),
            ("..", "", "no way up"),
            ("../../etc", "etc", "no way up"),
            ("con", "con-", "a device of Windows"),
            ("LPT1", "LPT1-", "another"),
            ("Console", "Console", "only begins like one"),
            ("نور", "نور", "any script"),
            ("N\u{303}ame", "N\u{303}ame", "a mark stays on its letter"),
        ] {
            assert_eq!(safe(text), name, "{why}");
        }
        assert!(safe(&"字".repeat(200)).len() <= LONG);
    }

    #[test]
    fn two_of_one_name_stay_two() {
        let mut names = std::collections::HashSet::new();
        assert_eq!(apart(&mut names, "A.pdf".into()), "A.pdf");
        assert_eq!(apart(&mut names, "a.pdf".into()), "a_2.pdf");
        assert_eq!(apart(&mut names, "A.pdf".into()), "A_3.pdf");
    }
}
