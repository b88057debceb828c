//! What an archive sets above the copy it kept.

use super::piece::Piece;
use super::{Cleaned, dates, sample};
use chrono::NaiveDate;

/// Words that speak of a copy, in small letters; two of them in one piece near the top make a banner.
const SIGNS: &[&str] = &[
    "archived on",
    "archived from",
    "archived copy",
    "wayback machine",
    "web.archive.org",
    "internet archive",
    "original snapshot",
    "snapshot",
    "captured on",
    "cached version",
    "cached copy",
    "extracted and transformed",
    "retrieved on",
    "saved from",
    "archive.today",
    "archive.ph",
    "captures",
    "most accurate reproduction",
    "is extracted from",
];

/// What the banner said.
#[derive(Debug, Default)]
pub(super) struct Archive {
    pub(super) day: Option<(NaiveDate, String)>,
    pub(super) address: String,
}

/// Takes the banner away and keeps what it says of the day and the address.
pub(super) fn take(pieces: &mut Vec<Piece>, cleaned: &mut Vec<Cleaned>) -> Archive {
    const NEAR_THE_TOP: usize = 8;
    let mut archive = Archive::default();
    let (mut at, mut gone, mut shown) = (0, 0, String::new());
    pieces.retain(|piece| {
        at += 1;
        if at > NEAR_THE_TOP || !is_banner(piece) {
            return true;
        }
        gone += piece.text.chars().count();
        if shown.is_empty() {
            shown = sample(&piece.text);
        }
        archive.learn(piece);
        false
    });
    if gone > 0 {
        cleaned.push(Cleaned {
            what: "The banner of an archive above the text was taken out.".into(),
            sample: shown,
            characters: gone,
        });
    }
    archive
}

/// What banners among these say.
pub(super) fn of<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Archive {
    let mut archive = Archive::default();
    pieces
        .filter(|piece| is_banner(piece))
        .for_each(|piece| archive.learn(piece));
    archive
}

fn is_banner(piece: &Piece) -> bool {
    const LONGEST: usize = 700;
    if piece.text.len() > LONGEST {
        return false;
    }
    let small = piece.text.to_lowercase();
    let links: String = piece
        .links
        .iter()
        .take(8)
        .map(|link| link.to_lowercase())
        .collect();
    let signs = SIGNS
        .iter()
        .filter(|sign| small.contains(**sign) || links.contains(**sign));
    signs.count() >= 2
}

impl Archive {
    fn learn(&mut self, piece: &Piece) {
        if self.day.is_none() {
            self.day = dates::archived(&piece.text);
        }
        if self.address.is_empty() {
            self.address = address(piece);
        }
    }
}

/// The address that was copied, from the link to the copy, else from an address in the words.
fn address(piece: &Piece) -> String {
    let written = piece
        .text
        .split_whitespace()
        .filter(|word| word.contains("://"));
    piece
        .links
        .iter()
        .map(String::as_str)
        .chain(written)
        .find_map(original)
        .unwrap_or_default()
}

/// `https://web.archive.org/web/20181224082334id_/https%3A//example.org/privacy` → `https://example.org/privacy`.
pub(super) fn original(link: &str) -> Option<String> {
    let link =
        link.trim_matches(|c: char| matches!(c, '(' | ')' | '<' | '>' | ',' | '.' | '"' | ';'));
    let Some((_, after)) = link.split_once("web.archive.org/web/") else {
        let inner = link.starts_with("http") && !link.contains("archive.");
        return inner.then(|| link.to_owned());
    };
    let (_, address) = after.split_once('/')?;
    let address = address
        .replace("%3A", ":")
        .replace("%3a", ":")
        .replace("%2F", "/")
        .replace("%2f", "/");
    Some(if address.contains("://") {
        address
    } else {
        format!("http://{address}")
    })
}
