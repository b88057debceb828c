//! What a page or a word processor leaves in a copied text: buttons, crumbs, field codes, numbers of pages.

use super::piece::Piece;
use super::{Cleaned, sample};
use crate::policy::document::BlockKind;

/// Whole lines that are buttons and notices of a page, in small letters and without marks at their ends.
const LINES: &[&str] = &[
    "print this page",
    "print page",
    "print",
    "printer friendly version",
    "printer-friendly version",
    "print version",
    "print this policy",
    "download pdf",
    "download as pdf",
    "download this policy",
    "email this page",
    "e-mail this page",
    "share",
    "share this page",
    "share this",
    "tweet",
    "skip to content",
    "skip to main content",
    "skip navigation",
    "skip to navigation",
    "back to top",
    "return to top",
    "top of page",
    "go to top",
    "back",
    "menu",
    "main menu",
    "toggle navigation",
    "close",
    "close menu",
    "search",
    "home",
    "log in",
    "login",
    "sign in",
    "sign up",
    "next",
    "previous",
    "table of contents",
    "accept",
    "accept all",
    "accept cookies",
    "accept all cookies",
    "reject all",
    "reject all cookies",
    "decline",
    "got it",
    "ok",
    "i agree",
    "i accept",
    "allow all cookies",
    "manage cookies",
    "cookie settings",
    "manage preferences",
    "manage cookie preferences",
    "cookie preferences",
    "learn more",
    "read more",
    "subscribe",
    "all rights reserved",
    "loading",
    "loading...",
    "view in browser",
    "expand all",
    "collapse all",
    "hide",
    "show more",
    "facebook",
    "twitter",
    "linkedin",
    "instagram",
    "youtube",
];

/// Beginnings of the notice that asks about cookies before the page is read; only short ones at either end are meant.
const NOTICES: &[&str] = &[
    "this website uses cookies to",
    "this site uses cookies to",
    "this site uses cookies.",
    "this website uses cookies.",
    "we use cookies to improve your experience on",
    "by continuing to use this site, you",
    "by continuing to browse",
    "we use cookies to ensure that we give you the best experience",
    "by clicking “accept",
    "by clicking \"accept",
    "by clicking accept",
    "© ",
    "copyright ©",
    "copyright (c)",
    "javascript is disabled",
    "please enable javascript",
    "you need to enable javascript",
    "your browser does not support",
];

/// Codes of word processors, by what follows the bracket.
const FIELDS: &[(char, char, &[&str])] = &[
    (
        '[',
        ']',
        &[
            "bookmark:",
            "bookmark ",
            "field:",
            "page break",
            "toc",
            "image:",
            "footnote ref",
        ],
    ),
    (
        '{',
        '}',
        &[
            "PAGE",
            "NUMPAGES",
            "HYPERLINK",
            "TOC ",
            "REF ",
            "PAGEREF",
            "MERGEFIELD",
            "SEQ ",
            "DATE ",
        ],
    ),
];

/// Takes the codes of word processors out of the text.
pub(super) fn fields(pieces: &mut [Piece], cleaned: &mut Vec<Cleaned>) {
    let (mut count, mut shown) = (0, String::new());
    for piece in pieces {
        if !piece.text.contains(['[', '{']) && !piece.text.contains("Error!") {
            continue;
        }
        let text = without_fields(&piece.text, &mut count, &mut shown);
        if text.len() != piece.text.len() {
            piece.bold = if piece.is_bold() { text.len() } else { 0 };
            piece.text = text;
        }
    }
    if count > 0 {
        cleaned.push(Cleaned {
            what: "Codes that a word processor left behind were taken out.".into(),
            sample: shown,
            characters: count,
        });
    }
}

fn without_fields(text: &str, count: &mut usize, shown: &mut String) -> String {
    /// Bytes: longer than this it is no code.
    const LONGEST: usize = 200;
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    let mut drop = |code: &str| {
        *count += code.chars().count();
        if shown.is_empty() {
            *shown = sample(code);
        }
    };
    while let Some(at) = rest.find(['[', '{', 'E']) {
        let (before, from) = rest.split_at(at);
        clean.push_str(before);
        let code = FIELDS.iter().find_map(|(open, close, words)| {
            let inside = from.strip_prefix(*open)?;
            let inside = inside.trim_start();
            words.iter().find(|word| {
                inside
                    .get(..word.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(word))
            })?;
            let near = (0..=LONGEST.min(from.len()))
                .rev()
                .find(|at| from.is_char_boundary(*at))?;
            let end = from.get(..near)?.find(*close)?;
            Some(end + close.len_utf8())
        });
        let code = code.or_else(|| {
            let lost = [
                "Error! Bookmark not defined.",
                "Error! Reference source not found.",
            ];
            lost.iter()
                .find(|lost| from.starts_with(**lost))
                .map(|lost| lost.len())
        });
        let end = match code {
            Some(end) => {
                drop(from.get(..end).unwrap_or_default());
                end
            }
            None => {
                let end = from.chars().next().map_or(1, char::len_utf8);
                clean.push_str(from.get(..end).unwrap_or_default());
                end
            }
        };
        rest = from.get(end..).unwrap_or_default();
    }
    clean.push_str(rest);
    clean
}

/// Takes out buttons, crumbs, cookie notices and lone numbers of pages.
pub(super) fn take(pieces: &mut Vec<Piece>, cleaned: &mut Vec<Cleaned>) {
    let last = pieces.len();
    let mut buttons = Gone::default();
    let mut numbers = Gone::default();
    let mut empty = Gone::default();
    let mut at = 0;
    pieces.retain(|piece| {
        let here = at;
        at += 1;
        let text = piece.text.trim();
        if !text.chars().any(char::is_alphanumeric) {
            empty.add(text);
            return false;
        }
        if is_page_number(text) && !piece.is(BlockKind::Heading) {
            numbers.add(text);
            return false;
        }
        let edge = here < 12 || here + 12 >= last;
        if is_button(text, piece) || (edge && (is_notice(text) || is_crumbs(text))) {
            buttons.add(text);
            return false;
        }
        true
    });
    buttons.say("Buttons and notices of the page were taken out.", cleaned);
    numbers.say("Numbers of pages were taken out.", cleaned);
    empty.say(
        "Lines and list marks without words were taken out.",
        cleaned,
    );
}

/// What was taken out of one sort.
#[derive(Default)]
struct Gone {
    count: usize,
    shown: String,
    any: bool,
}

impl Gone {
    fn add(&mut self, text: &str) {
        self.any = true;
        self.count += text.chars().count();
        if self.shown.is_empty() {
            self.shown = sample(text);
        }
    }

    fn say(self, what: &str, cleaned: &mut Vec<Cleaned>) {
        if self.any && self.count > 0 {
            cleaned.push(Cleaned {
                what: what.into(),
                sample: self.shown,
                characters: self.count,
            });
        }
    }
}

fn is_button(text: &str, piece: &Piece) -> bool {
    const LONGEST: usize = 40;
    if text.len() > LONGEST || piece.level == 1 && piece.is(BlockKind::Heading) {
        return false;
    }
    let bare = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    LINES.contains(&bare.as_str())
}

fn is_notice(text: &str) -> bool {
    const LONGEST: usize = 300;
    if text.len() > LONGEST {
        return false;
    }
    let small = text.to_lowercase();
    NOTICES.iter().any(|notice| small.starts_with(notice))
}

/// “Home > Legal > Privacy”.
fn is_crumbs(text: &str) -> bool {
    const LONGEST: usize = 100;
    let signs = [" > ", " » ", " / ", " › "];
    text.len() < LONGEST
        && text.to_lowercase().starts_with("home")
        && signs.iter().any(|sign| text.contains(sign))
        && !text.ends_with('.')
}

/// “7”, “Page 7”, “Page 7 of 12”, “- 7 -”, “7/12”.
pub(super) fn is_page_number(text: &str) -> bool {
    const LONGEST: usize = 24;
    if text.len() > LONGEST {
        return false;
    }
    let small = text.to_lowercase();
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.strip_prefix("page").unwrap_or(bare).trim();
    let mut parts = bare
        .split(|c: char| c.is_whitespace() || c == '/')
        .filter(|part| !part.is_empty());
    let number = |part: &str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(one), None, ..) => number(one),
        (Some(one), Some(two), None, _) => number(one) && number(two) && text.contains('/'),
        (Some(one), Some("of"), Some(three), None) => number(one) && number(three),
        _ => false,
    }
}
