//! How the letters of a desk look.

use super::{Envelope, Paper, WindowSeen};
use crate::words::LetterLanguage;
use serde::{Deserialize, Serialize};

wire! {
    /// What is printed around a letter and how it is set. A line that is empty is printed as the organisation says it.
    pub struct LetterheadPage {
        /// The name as printed.
        pub name: String,
        /// The logo says the name; it is not printed beside it.
        pub name_in_logo: bool,
        pub address: Vec<String>,
        pub contact: Vec<String>,
        /// Register, directors, VAT, bank; an empty line begins a new column.
        pub footer: Vec<String>,
        /// Where letters are written; before the date.
        pub place: String,
        pub logo_side: LogoSide,
        /// Millimetres.
        pub logo_height: u8,
        pub justified: bool,
        pub hyphenated: bool,
        pub folds: bool,
        pub punch: bool,
        pub paper: Paper,
        pub envelope: Envelope,
        /// Below the name of the officer at the desk.
        pub office: String,
    }
    #[derive(Copy, Eq, Default)]
    #[serde(rename_all = "kebab-case")]
    pub enum LogoSide { #[default] Left, Right }

    /// A picture: the one that is kept (`keep`), a new one, or none.
    #[derive(Default)]
    pub struct PictureIn {
        pub keep: bool,
        pub name: String,
        pub base64: String,
    }
    /// What was found in a file.
    pub struct PictureSeen {
        pub name: String,
        /// `PNG`, `JPEG` or `SVG`.
        pub kind: String,
        /// In pixels; absent for a drawing, which is sharp at any size.
        pub pixels: Option<Pixels>,
        /// Of the file, in bytes.
        pub size: u32,
        /// Something to know; empty where there is nothing.
        pub note: String,
    }
    pub struct Pixels { pub width: u32, pub height: u32 }

    pub struct LetterheadIn {
        pub page: LetterheadPage,
        pub logo: PictureIn,
        /// The signature of the officer at the desk.
        pub signature: PictureIn,
    }
    pub struct LetterheadView {
        pub page: LetterheadPage,
        pub logo: Option<PictureSeen>,
        pub signature: Option<PictureSeen>,
        /// Whose signature it is.
        pub officer: String,
        /// What is printed where a line is empty.
        pub organisation: String,
        pub address: Vec<String>,
        pub contact: Vec<String>,
    }
    /// A letter made up to look at.
    pub struct LetterheadSample {
        pub letterhead: LetterheadIn,
        pub language: LetterLanguage,
        /// One that goes over several pages.
        pub long: bool,
    }
    pub struct LetterheadPreview {
        pub base64: String,
        pub pages: u32,
        /// How the lower, or only, window shows the address.
        pub window: WindowSeen,
        /// How the upper window shows who writes; absent where the envelope has none.
        pub sender: Option<WindowSeen>,
    }
}
