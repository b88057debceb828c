//! Is it the same person? Flagged, never decided: the officer looks.

use crate::api::wire::{Earlier, Person, Refusal};
use crate::desk::Desk;
use crate::request::case::Case;
use crate::store::{self, request::Keys};
use crate::words::Right;

/// Lower case, without marks and without anything but letters and digits: “Łukasz  Nowak” and “lukasz nowak” are one.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Byte by byte: what most names are, and files have hundreds of thousands.
        let mut bytes = text.to_ascii_lowercase().into_bytes();
        let mut after_space = true;
        bytes.retain(|b| {
            let space = matches!(b, b' ' | b'\t'..=b'\r');
            let stays = b.is_ascii_alphanumeric() || space && !after_space;
            after_space = if stays { space } else { after_space };
            stays
        });
        while bytes.last().is_some_and(|b| !b.is_ascii_alphanumeric()) {
            bytes.pop();
        }
        for b in &mut bytes {
            if !b.is_ascii_alphanumeric() {
                *b = b' ';
            }
        }
        return String::from_utf8(bytes).unwrap_or_default();
    }
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            c if c.is_alphanumeric() => out.push(c),
            c if c.is_whitespace() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// Lower case and without marks, everything else as it was: what is filed for search, and what is searched for.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_ascii() => out.push(c),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ı' => out.push('i'),
            // A mark that stands by itself behind its letter.
            '\u{300}'..='\u{36f}' => {}
            c => out.push(base(c)),
        }
    }
    out
}

/// The letter without its mark, for the Latin letters people leave the marks off.
fn base(c: char) -> char {
    const MARKED: &[(&str, char)] = &[
        ("àáâãäåāăąạảấầẩẫậắằẳẵặ", 'a'),
        ("çćĉċč", 'c'),
        ("ďḍ", 'd'),
        ("èéêëēĕėęěẹẻẽếềểễệ", 'e'),
        ("ĝğġģ", 'g'),
        ("ĥħ", 'h'),
        ("ìíîïĩīĭįịỉ", 'i'),
        ("ĵ", 'j'),
        ("ķ", 'k'),
        ("ĺļľ", 'l'),
        ("ñńņňṅ", 'n'),
        ("òóôõöōŏőọỏốồổỗộớờởỡợơ", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťŧț", 't'),
        ("ùúûüũūŭůűųụủứừửữựư", 'u'),
        ("ŵ", 'w'),
        ("ýÿŷỳỵỷỹ", 'y'),
        ("źżž", 'z'),
    ];
    MARKED
        .iter()
        .find(|(all, _)| all.contains(c))
        .map_or(c, |(_, plain)| *plain)
}

/// What a person is found by.
pub fn keys(person: &Person) -> Keys {
    Keys {
        person: fold(&person.name),
        email: person.email.trim().to_lowercase(),
    }
}

/// The same name or the same mail address; nobody is the same as whoever has neither.
pub fn is(one: &Keys, other: &Keys) -> bool {
    !one.person.is_empty() && one.person == other.person
        || !one.email.is_empty() && one.email == other.email
}

/// Earlier requests by the same person: first those that may be this very one, then the others.
pub fn earlier(
    desk: &Desk,
    person: &Person,
    rights: &[Right],
    except: u32,
) -> Result<(Vec<Earlier>, Vec<Earlier>), Refusal> {
    let keys = keys(person);
    let (mut duplicates, mut others) = (Vec::new(), Vec::new());
    for id in store::request::by_person(desk.store.read(), &keys, except)? {
        let case = store::request::load(desk.store.read(), id)?;
        let same_mail =
            !keys.email.is_empty() && case.requester.email.trim().to_lowercase() == keys.email;
        let asks = still(&case, rights);
        let found = Earlier {
            why: match (same_mail, asks) {
                (true, true) => "Same e-mail address, asks for the same, still open.",
                (false, true) => "Same name, asks for the same, still open.",
                (true, false) => "Same e-mail address.",
                (false, false) => "Same name.",
            }
            .into(),
            ..shown(&case)
        };
        if asks {
            duplicates.push(found)
        } else {
            others.push(found)
        }
    }
    Ok((duplicates, others))
}

/// Other requests of those a request comes from or is about, whoever of them asked, or had somebody ask: first those that may be this very one.
pub fn connected(desk: &Desk, case: &Case, rights: &[Right]) -> Result<Vec<Earlier>, Refusal> {
    let conn = desk.store.read();
    let (mut all, others) = earlier(desk, &case.requester, rights, case.id)?;
    all.extend(others);
    let mut more: Vec<Case> = Vec::new();
    let people: Vec<&Person> = [&case.requester].into_iter().chain(&case.subject).collect();
    for person in &people {
        let keys = keys(person);
        for id in store::request::by_person(conn, &keys, case.id)? {
            more.push(store::request::load(conn, id)?);
        }
        for id in store::request::perhaps_about(conn, person)? {
            let found = store::request::load(conn, id)?;
            let about = found.subject.as_ref().map(self::keys);
            more.extend(
                about
                    .is_some_and(|about| is(&about, &keys))
                    .then_some(found),
            );
        }
    }
    more.sort_by_key(|other| std::cmp::Reverse((other.received_on, other.id)));
    for other in more {
        if other.id != case.id && all.iter().all(|known| known.id != other.id) {
            all.push(Earlier {
                why: "The one asked for the other, or both are about the same person.".into(),
                ..shown(&other)
            });
        }
    }
    Ok(all)
}

/// Open, and asks for one of these.
fn still(case: &Case, rights: &[Right]) -> bool {
    case.open()
        && case
            .claims
            .iter()
            .any(|claim| rights.contains(&claim.right))
}

/// As lists show it, without why.
fn shown(case: &Case) -> Earlier {
    Earlier {
        id: case.id,
        reference: case.reference.clone(),
        person: case.requester.name.clone(),
        rights: case.claims.iter().map(|claim| claim.right).collect(),
        received_on: case.received_on.to_string(),
        open: case.open(),
        why: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_letters_are_folded_as_all_are(text in "[ -~\t\n\r]{0,40}") {
            // A letter beyond ASCII that folds to itself sends the same text down the longer way.
            let longer = fold(&format!("{text}ж"));
            let short = fold(&format!("{text}z"));
            prop_assert_eq!(longer.replace('ж', "z"), short);
            let alone = fold(&format!("ж {text}"));
            let expected = format!("ж {}", fold(&text));
            prop_assert_eq!(alone.trim(), expected.trim());
        }
    }
}
