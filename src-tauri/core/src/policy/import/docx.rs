//! A Word file (.docx) → pieces: styles say what is a heading, numbering what is an item.
//!
//! The box is a ZIP: what it unpacks to is counted while it unpacks, whatever the box says of itself.

mod body;
mod styles;

use super::Unreadable;
use super::piece::Rough;
use encoding_rs::UTF_8;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes that one part may unpack to: markup around the largest text that is read.
const PART: u64 = 96 << 20;
/// Parts in the box; a picture each, as many as one likes.
const PARTS: usize = 20_000;

type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What is read of a file.
pub(super) fn pieces(bytes: &[u8]) -> Result<Rough, Unreadable> {
    let mut package =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged("Word file"))?;
    if package.len() > PARTS {
        return Err(Unreadable::Bomb);
    }
    let Some(main) = main_part(&mut package)? else {
        return Err(Unreadable::Unknown(kind(&package).to_owned()));
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let styles = match part(&mut package, &format!("{folder}/styles.xml"))? {
        Some(xml) => styles::read(&xml),
        None => styles::Styles::default(),
    };
    let Some(xml) = part(&mut package, &main)? else {
        return Err(Unreadable::Damaged("Word file"));
    };
    body::pieces(&xml, &styles)
}

/// The name of the part that holds the text.
fn main_part(package: &mut Package) -> Result<Option<String>, Unreadable> {
    const USUAL: &str = "word/document.xml";
    if package.index_for_name(USUAL).is_some() {
        return Ok(Some(USUAL.to_owned()));
    }
    // Some programs call it otherwise; the relations of the package say how.
    let Some(relations) = part(package, "_rels/.rels")? else {
        return Ok(None);
    };
    let target = relations
        .split('<')
        .find(|tag| tag.contains("/officeDocument\""))
        .and_then(|tag| tag.split_once("Target=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(target, _)| target.trim_start_matches('/').to_owned());
    Ok(target
        .filter(|target| target.starts_with("word/") && package.index_for_name(target).is_some()))
}

/// Another box that is no Word file.
fn kind(package: &Package) -> &'static str {
    let has = |start: &str| {
        package
            .file_names_raw()
            .any(|name| name.starts_with(start.as_bytes()))
    };
    if has("xl/") {
        "a spreadsheet"
    } else if has("ppt/") {
        "a presentation"
    } else if has("content.xml") {
        "an OpenDocument file (.odt)"
    } else {
        "a packed file (ZIP)"
    }
}

/// One part, if it is there.
fn part(package: &mut Package, name: &str) -> Result<Option<String>, Unreadable> {
    let Some(at) = package.index_for_name(name) else {
        return Ok(None);
    };
    let part = match package.by_index(at) {
        Ok(part) => part,
        Err(ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
            return Err(Unreadable::Locked("Word file"));
        }
        Err(_) => return Err(Unreadable::Damaged("Word file")),
    };
    let mut bytes = Vec::new();
    match part.take(PART + 1).read_to_end(&mut bytes) {
        Ok(read) if read as u64 > PART => Err(Unreadable::Bomb),
        // XML says in its first bytes whether it is UTF-16; all else of Word's is UTF-8.
        Ok(_) => Ok(Some(UTF_8.decode(&bytes).0.into_owned())),
        Err(_) => Err(Unreadable::Damaged("Word file")),
    }
}
