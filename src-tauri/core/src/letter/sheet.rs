//! A letter as it goes on paper: who writes to whom, on what paper, for which envelope.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::annex::Along;
use super::picture::Picture;
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
    /// DIN 5008 form A: as form B, under a head of 27 mm instead of 45.
    #[serde(rename = "din-5008-a")]
    Din5008A,
    /// DIN 5008 form B: the address field begins 45 mm from the top and 20 mm from the left, 85 by 45 mm.
    #[serde(rename = "din-5008-b")]
    Din5008B,
    /// US #10 with one window, 1⅛ by 4½ inches, ⅞ inch from the left and ½ inch from the bottom.
    #[serde(rename = "us-10")]
    Us10,
    /// US #10 with two windows: the upper one shows who writes.
    #[serde(rename = "us-10-double")]
    Us10Double,
    /// DL, 110 by 220 mm, with a window of 35 by 90 mm, 20 mm from the left and 18 mm from the bottom.
    #[serde(rename = "dl")]
    Dl,
    /// No window: the address stands above the text.
    #[serde(rename = "plain")]
    Plain,
}

/// What stands at the head and at the foot of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// The name as printed.
    pub organisation: String,
    /// The logo says it; it stands in the return line only.
    pub name_in_logo: bool,
    /// The postal address; also the small return line above the recipient.
    pub address_lines: Vec<String>,
    /// Mail, telephone, web.
    pub contact_lines: Vec<String>,
    /// What the law wants to read on a letter of business (register, directors, VAT) and the bank, at the foot.
    /// An empty line begins a new column.
    pub footer_lines: Vec<String>,
    /// The logo.
    pub logo: Option<Logo>,
}

impl Letterhead {
    /// Who writes and where to answer, one a line.
    pub fn sender(&self) -> Vec<String> {
        std::iter::once(&self.organisation)
            .chain(&self.address_lines)
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// A logo and its place in the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The picture.
    pub picture: Picture,
    /// The corner it stands in.
    pub side: Side,
    /// Its height in millimetres; a head without so much room makes it smaller.
    pub height: u8,
}

/// Left or right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The name stands beside it.
    #[default]
    Left,
    /// The name stands where it would stand without it.
    Right,
}

/// How the text is set, and what is printed to fold and punch by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Both edges straight; else the right one is ragged.
    pub justified: bool,
    /// Words of the text may be parted at the end of a line.
    pub hyphenated: bool,
    /// Marks at the edge where the sheet is folded for its envelope.
    pub folds: bool,
    /// A mark where the middle of the punch goes.
    pub punch: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            justified: false,
            hyphenated: false,
            folds: true,
            punch: true,
        }
    }
}

/// Everything that decides what a printed letter looks like.
///
/// Two equal sheets give the same PDF, byte for byte; the date of the file is `created`, not the time of printing.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Their signature as a picture; without it room is left to sign by hand.
    pub signature: Option<Picture>,
    /// What lies in the envelope with it, one a line; below the signature.
    pub enclosures: Vec<String>,
    /// Who else gets it, one a line.
    pub copy_to: Vec<String>,
    /// What goes with it: pages behind the letter, and the list of the files.
    pub along: Along,
    /// How it is set.
    pub look: Look,
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
