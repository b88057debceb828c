//! A letter as it goes on paper: who writes to whom, on what paper, for which envelope.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::annex::Along;
use super::text::LetterText;

/// The size of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paper {
    /// 210 by 297 mm.
    #[serde(rename = "a4")]
    A4,
    /// 8½ by 11 inches.
    #[serde(rename = "us-letter")]
    UsLetter,
}

/// The envelope whose window must show the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Envelope {
    /// DIN 5008 form B: the address field begins 45 mm from the top and 20 mm from the left, 85 by 45 mm.
    #[serde(rename = "din-5008-b")]
    Din5008B,
    /// US #10 with one window, 1⅛ by 4½ inches, ⅞ inch from the left and ½ inch from the bottom.
    #[serde(rename = "us-10")]
    Us10,
    /// DL, 110 by 220 mm, with a window of 35 by 90 mm, 20 mm from the left and 18 mm from the bottom.
    #[serde(rename = "dl")]
    Dl,
    /// No window: the address stands above the text.
    #[serde(rename = "plain")]
    Plain,
}

/// What stands at the head of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letterhead {
    /// The organisation's name.
    pub organisation: String,
    /// Its postal address; also the small return line above the recipient.
    pub address_lines: Vec<String>,
    /// Mail, telephone, web.
    pub contact_lines: Vec<String>,
}

/// Everything that decides what a printed letter looks like.
///
/// Two equal sheets give the same PDF, byte for byte; the date of the file is `created`, not the time of printing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// The head of the first page.
    pub letterhead: Letterhead,
    /// Name and address as they stand in the window.
    pub recipient_lines: Vec<String>,
    /// The day of the letter, in words: `22 November 2026`.
    pub date: String,
    /// Where it was written; may be empty.
    pub place: String,
    /// Our reference: `2026-0042`.
    pub reference: String,
    /// The day of the letter that is answered, in words, with its own sign where it has one; may be empty.
    pub your_letter: String,
    /// The words.
    pub text: LetterText,
    /// Who signs; below the closing. A line break parts name and office.
    pub signatory: String,
    /// What lies in the envelope with it, one a line; below the signature.
    pub enclosures: Vec<String>,
    /// Who else gets it, one a line.
    pub copy_to: Vec<String>,
    /// What goes with it: pages behind the letter, and the list of the files.
    #[serde(default)]
    pub along: Along,
    /// The size of the page.
    pub paper: Paper,
    /// The envelope.
    pub envelope: Envelope,
    /// BCP 47, for example `en-GB`; readers pronounce the letter by it.
    pub language: String,
    /// The document's title, shown by PDF viewers.
    pub title: String,
    /// The file's date.
    pub created: DateTime<Utc>,
    /// Lays a pale DRAFT over each page.
    pub draft: bool,
}
