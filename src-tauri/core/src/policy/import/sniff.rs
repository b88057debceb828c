//! What a file is, by its first bytes and by the look of its text.

use super::Unreadable;
use crate::words::PolicyFormat;

/// Formats that nobody reads as text, and how each begins. What is not read here is named for the sentence.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
];

/// The format of a file that is no plain text; an error where it is one that cannot be read.
pub(super) fn container(bytes: &[u8]) -> Result<Option<PolicyFormat>, Unreadable> {
    const WITHIN: usize = 1024;
    let head = bytes.get(..WITHIN).unwrap_or(bytes);
    if head.windows(5).any(|five| five == b"%PDF-") {
        return Ok(Some(PolicyFormat::Pdf));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Some(PolicyFormat::Docx));
    }
    // The box of old Office files; a protected .docx comes in one too.
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
        let locked = bytes
            .get(..1 << 20)
            .unwrap_or(bytes)
            .windows(name.len())
            .any(|window| window == name);
        return Err(if locked {
            Unreadable::Locked("Word file")
        } else {
            Unreadable::Unknown("an old Office file (.doc)".into())
        });
    }
    for (begins, what) in FOREIGN {
        if head.starts_with(begins) {
            return Err(Unreadable::Unknown((*what).to_owned()));
        }
    }
    Ok(None)
}

/// Whether a text is plain, Markdown or a page: by the ending of its name, else by its look.
pub(super) fn writing(name: &str, text: &str) -> PolicyFormat {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "html" | "htm" | "xhtml" | "shtml" | "php" | "asp" | "aspx" => return PolicyFormat::Html,
        "md" | "markdown" | "mdown" | "mkd" if !is_page(text) => return PolicyFormat::Markdown,
        _ => {}
    }
    if looks_html(text) {
        PolicyFormat::Html
    } else if looks_markdown(text) {
        PolicyFormat::Markdown
    } else {
        PolicyFormat::Text
    }
}

/// It begins as a page does.
fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(15).collect();
    let head = head.to_ascii_lowercase();
    head.starts_with("<!doctype") || head.starts_with("<html")
}

fn looks_html(text: &str) -> bool {
    const TAGS: &[&str] = &[
        "<p>", "<p ", "</p>", "<div", "<h1", "<h2", "<h3", "<li", "<br", "<ul", "<td", "<span",
    ];
    if is_page(text) {
        return true;
    }
    let head = head(text).to_ascii_lowercase();
    TAGS.iter().filter(|tag| head.contains(**tag)).count() >= 2
}

/// Marks that plain text has no use for: hashes before titles, stars around words, links.
fn looks_markdown(text: &str) -> bool {
    let head = head(text);
    let titles = head.lines().filter(|line| is_title(line)).count();
    let marks = ["](http", "](mailto:", "](/", "](#"]
        .iter()
        .map(|mark| head.matches(mark).count())
        .sum::<usize>()
        + head.matches("**").count() / 2;
    titles >= 2 || marks >= 2 || titles + marks >= 2
}

fn is_title(line: &str) -> bool {
    let marks = line.chars().take_while(|c| *c == '#').count();
    (1..=6).contains(&marks) && line.get(marks..).is_some_and(|rest| rest.starts_with(' '))
}

fn head(text: &str) -> &str {
    const CHARACTERS: usize = 64 << 10;
    let end = text
        .char_indices()
        .nth(CHARACTERS)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
