//! Letters: template and fields become blocks of text, blocks become pages, pages become a PDF that can also be read aloud.
//!
//! Nothing here reads a clock, a file or a network: the same sheet gives the same bytes.
//! The officer edits the text of the blocks freely; each block remembers which items of the law it carries,
//! so that [`check`] can still say what is missing.

mod address;
mod annex;
mod archive;
mod atoms;
mod batch;
mod bidi;
mod bookmarks;
mod cited;
mod cut;
mod demands;
mod draft;
mod drawing;
mod ending;
mod error;
mod face;
mod fields;
mod flow;
mod foot;
mod form;
mod head;
mod held;
mod hyphen;
mod insert;
mod items;
mod lines;
mod mark;
mod markup;
mod merge;
mod notice;
mod page;
mod pdf;
mod pen;
mod picture;
mod said;
mod sample;
mod share;
mod sheet;
mod squeeze;
mod stitch;
mod tags;
mod templates;
mod text;
mod tongue;
mod version;
mod window;
pub mod wording;

#[cfg(test)]
pub(crate) mod tests;

pub use annex::{
    Along, Annex, Enclosed, GivenAs, Length, MOST_PAGES, Value, annex_length, given_list, json,
    listed,
};
pub use batch::{Batch, batch};
pub use draft::{draft, draft_told, draft_with};
pub use drawing::{Align, Drawing, Pen, Style};
pub use error::LetterError;
pub use face::forget_words;
pub use fields::{
    Account, AccountRow, Authority, ChildFields, Choice, ClaimFields, Fields, Given, GivenTo,
    Ground, Organisation, PromiseQuote, Repeat,
};
pub use insert::Insert;
pub use items::{ItemState, RequiredItem, Under, check, forbidden, off_ground, required};
pub use lines::Pt;
pub use mark::Texture;
pub use merge::Merge;
pub use notice::{BreachNotice, Promised as NoticePromise, breach_notice};
pub use page::unprintable;
pub use pdf::{About, Rendered, render};
pub use picture::{Picture, PictureKind};
pub use said::no_letters;
pub use sample::{SampleLetter, sample_letter};
pub use sheet::{Envelope, Letterhead, Logo, Look, Paper, Sheet, Side};
pub use tags::Role;
pub use templates::{OwnText, Wording};
pub use text::{Block, Deadline, LetterText, blanks};
pub use tongue::{PageWords, RegisterWords, Tongue, page_words, tongue, tongue_under};
pub use version::template_set;
pub use window::{Box as Place, WindowCheck, sender_window, window};
