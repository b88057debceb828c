//! Data that goes with a letter as pages, and the page that says what is given along.
//!
//! A table is set as columns where these stay readable, else as one labelled block for each record; everything else as a
//! labelled tree. What would be longer than [`MOST_PAGES`] is given along as a file only, and the pages say so.

mod columns;
mod given;
mod json;
mod measures;
mod paginate;
mod rows;
mod setter;

use serde::{Deserialize, Serialize};

use super::error::LetterError;
use super::face::Shaper;
use super::form::{Form, form};
use super::lines::Pt;
use super::mark::Page;
use super::sheet::{Envelope, Paper, Sheet};
use super::tongue::{AnnexWords, tongue_of};
use setter::Setter;

pub use json::json;

/// More pages than this nobody reads on paper; the data then goes along as a file only.
pub const MOST_PAGES: usize = 40;

/// No page holds more characters than this, so that hopelessly long data is known without setting it.
const FULLEST_PAGE: usize = 9_000;

/// What goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Along {
    /// Data set as pages, in their order.
    pub annexes: Vec<Annex>,
    /// Every file that goes along, listed with its fingerprint on the last page; empty makes no such page.
    pub given: Vec<Enclosed>,
}

/// Data of a file, set as pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    /// The file it was read from, by its name.
    pub file: String,
    /// The file's size in bytes.
    pub bytes: u64,
    /// What it says.
    pub data: Value,
}

/// Data as it is read by a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Said to be nothing.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// Words, or a number as it was written.
    Text(String),
    /// One after the other.
    List(Vec<Value>),
    /// Each with its label, in the order of the file.
    Group(Vec<(String, Value)>),
    /// Rows under headings; a row may be shorter or longer than they are.
    Table {
        /// The names of the columns.
        head: Vec<String>,
        /// The cells.
        rows: Vec<Vec<String>>,
    },
}

/// A file that goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enclosed {
    /// By its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Of its bytes.
    pub sha256: String,
    /// In what way it goes along.
    pub form: GivenAs,
}

/// In what way a file goes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum GivenAs {
    /// As it is.
    File,
    /// As it is, and set as so many pages.
    Pages(u32),
    /// As it is; set as pages it would be too long.
    TooLong,
}

/// How long data would be on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Length {
    /// So many pages.
    Pages(u32),
    /// More than [`MOST_PAGES`].
    TooLong,
}

/// How many pages an annex takes, and which of its characters no embedded face can print.
pub fn annex_length(
    annex: &Annex,
    paper: Paper,
    envelope: Envelope,
    language: &str,
) -> Result<(Length, Vec<char>), LetterError> {
    let mut shaper = Shaper::new()?;
    let form = form(paper, envelope);
    let words = annex_words(language)?;
    let made = one(
        &mut shaper,
        annex,
        1,
        &form,
        words,
        &mut paginate::Counted::new(),
    );
    let lacks = match shaper.complaint() {
        Some(LetterError::Unprintable { characters }) => characters,
        _ => Vec::new(),
    };
    Ok(match made {
        Some(pages) => (
            Length::Pages(u32::try_from(pages.len()).unwrap_or(u32::MAX)),
            lacks,
        ),
        None => (Length::TooLong, Vec::new()),
    })
}

/// A line of the letter's own list: name, size and the beginning of the fingerprint.
pub fn listed(given: &Enclosed, language: &str) -> Result<String, LetterError> {
    let words = annex_words(language)?;
    let short: String = given.sha256.chars().take(12).collect();
    let line = match given.form {
        GivenAs::Pages(_) => &words.listed_pages,
        GivenAs::File | GivenAs::TooLong => &words.listed,
    };
    Ok(line
        .replace("{name}", &given.name)
        .replace("{size}", &measures::size(given.bytes, words))
        .replace("{hash}", &short))
}

/// The same list as a text file, to lie beside the files: its title, and what it says.
pub fn given_list(files: &[Enclosed], language: &str) -> Result<(String, String), LetterError> {
    let words = annex_words(language)?;
    let mut text = format!("{}\r\n\r\n{}\r\n", words.given, words.given_note);
    for file in files {
        let bytes = words
            .bytes
            .replace("{count}", &measures::spaced(file.bytes));
        let name = file.name.trim();
        text.push_str(&format!(
            "\r\n{name}\r\n  {}: {bytes}\r\n  SHA-256: {}\r\n",
            words.size, file.sha256
        ));
    }
    text.push_str(&format!("\r\n{}\r\n", words.data_note));
    Ok((words.given.clone(), text))
}

fn annex_words(language: &str) -> Result<&'static AnnexWords, LetterError> {
    Ok(&tongue_of(language)?.annex)
}

/// The pages behind the letter, in their order.
pub(super) fn pages(
    shaper: &mut Shaper,
    sheet: &Sheet,
    form: &Form,
) -> Result<Vec<Page>, LetterError> {
    let along = &sheet.along;
    let mut all = Vec::new();
    if along.annexes.is_empty() && along.given.is_empty() {
        return Ok(all);
    }
    let words = annex_words(&sheet.language)?;
    let counted = &mut paginate::Counted::new();
    for (at, annex) in along.annexes.iter().enumerate() {
        // One that is too long was given along as a file only: the last page says so.
        if let Some(pages) = one(shaper, annex, at + 1, form, words, counted) {
            all.extend(pages);
        }
    }
    if !along.given.is_empty() {
        let mut setter = Setter::new(shaper, form, words, Pt::INFINITY);
        given::set(&mut setter, &along.given);
        all.extend(paginate::pages(setter.done(), form, counted));
    }
    Ok(all)
}

/// The pages of one annex; nothing where it is too long.
fn one(
    shaper: &mut Shaper,
    annex: &Annex,
    number: usize,
    form: &Form,
    words: &'static AnnexWords,
    counted: &mut paginate::Counted,
) -> Option<Vec<Page>> {
    if annex.data.characters() > MOST_PAGES * FULLEST_PAGE {
        return None;
    }
    let room = (form.bottom - form.next_top) * MOST_PAGES as Pt;
    let mut setter = Setter::new(shaper, form, words, room);
    setter.opening(
        &words.annex.replace("{number}", &number.to_string()),
        annex.file.trim(),
    );
    let source = match annex.data.records() {
        0 => &words.source,
        1 => &words.source_one,
        _ => &words.source_many,
    };
    setter.note(
        &source
            .replace("{count}", &measures::spaced(annex.data.records() as u64))
            .replace("{size}", &measures::size(annex.bytes, words)),
        3.0,
    );
    setter.value(&annex.data);
    if setter.full() {
        return None;
    }
    let pages = paginate::pages(setter.done(), form, counted);
    (pages.len() <= MOST_PAGES).then_some(pages)
}

impl Value {
    /// How many records the file holds; none where it is no list of them.
    pub fn records(&self) -> usize {
        match self {
            Self::Table { rows, .. } => rows.len(),
            Self::List(items) => items.len(),
            _ => 0,
        }
    }

    fn characters(&self) -> usize {
        match self {
            Self::Nothing | Self::Flag(_) => 1,
            Self::Text(text) => text.len() / 4 + 1,
            Self::List(items) => items.iter().map(Self::characters).sum(),
            Self::Group(fields) => fields
                .iter()
                .map(|(label, value)| label.len() / 4 + value.characters())
                .sum(),
            Self::Table { rows, .. } => rows.iter().flatten().map(|cell| cell.len() / 4 + 1).sum(),
        }
    }
}
