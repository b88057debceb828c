//! The print room: letters on their way, the post of the day, and what came back.

use super::{LetterKind, LetterWording};
use crate::words::{AfterReturn, AlongHow, EnclosureRole, PostState};
use serde::{Deserialize, Serialize};

wire! {
    /// How far an issued letter has come.
    pub struct LetterWay {
        pub state: PostState,
        /// How it left, or is to leave: `post`, `registered`, `courier`, `mail` or `handed-over`.
        pub method: String,
        /// The day it left; what it does to a clock counts from then.
        pub posted_on: Option<String>,
        pub tracking: String,
        pub returned_on: Option<String>,
        /// Why it came back.
        pub reason: String,
        pub next: Option<AfterReturn>,
        pub enclosures: String,
        /// It takes the place of this letter.
        pub replaces: Option<LetterLink>,
        /// This letter took its place.
        pub replaced_by: Option<LetterLink>,
        /// Our own versions it was made of; without any, of texts of the program alone.
        #[serde(default)]
        pub wording: Vec<LetterWording>,
        /// The program's set of templates at that time; empty where it was not kept.
        #[serde(default)]
        pub templates: String,
    }
    pub struct LetterLink { pub id: u32, pub title: String, pub issued_on: String }

    /// `drafts`, `ready`, `posted` or `returned`.
    pub struct PrintRoomIn { pub tab: String }
    pub struct PrintRoom {
        pub counts: PostCounts,
        /// The newest first; those ready in the order of their envelopes.
        pub rows: Vec<PostRow>,
        pub today: String,
    }
    #[derive(Default)]
    pub struct PostCounts { pub drafts: u32, pub ready: u32, pub posted: u32, pub returned: u32 }
    pub struct PostRow {
        /// `d12` the draft of request 12, `l5` letter 5, `r7` letter 7 of the registers.
        pub key: String,
        pub request: Option<u32>,
        /// File of the register it belongs to, when it belongs to none of the requests.
        pub file: Option<u32>,
        pub reference: String,
        pub person: String,
        pub title: String,
        pub kind: Option<LetterKind>,
        pub law_short: String,
        /// How it is to leave or left; of a draft empty.
        pub sent_by: String,
        /// The day it was issued; of a draft empty.
        pub issued_on: String,
        pub pages: u32,
        /// As in `DeskProfile`; empty where it is not known.
        pub paper: String,
        pub envelope: String,
        pub way: Option<LetterWay>,
        /// Whether the address stays visible; only while the letter is in the house.
        pub window: Option<WindowSeen>,
        /// There is a mail address to write to.
        pub mail: bool,
        /// A draft that can be issued as it stands.
        pub complete: bool,
        /// Name and address as they are printed.
        #[serde(default)]
        pub recipient: Vec<String>,
        /// It did not arrive, and whoever it was for is still to be told of the incident of `file`.
        #[serde(default)]
        pub untold: bool,
        /// What lies in the envelope beside the letter; only of what waits to leave on paper.
        #[serde(default)]
        pub along: Vec<PostAlong>,
    }
    /// Something that lies in an envelope beside its letter.
    pub struct PostAlong {
        pub name: String,
        pub how: AlongHow,
        /// Printed behind the letter; 0 for what is not.
        pub pages: u32,
        /// Why it is put there by hand, in words that follow its name; empty for what never was a file.
        pub why: String,
    }
    /// Where the address stands and what the window shows, in millimetres from the top left corner of the page.
    pub struct WindowSeen {
        pub fits: bool,
        /// A full sentence; empty where there is nothing to say.
        pub why: String,
        pub address: MillimetreBox,
        /// Absent where the envelope has no window.
        pub visible: Option<MillimetreBox>,
        pub source: String,
    }
    pub struct MillimetreBox { pub left: f32, pub top: f32, pub right: f32, pub bottom: f32 }

    /// Letters to be put together for the printer.
    pub struct PostBegin {
        /// Empty takes everything that is ready to leave by post.
        pub keys: Vec<String>,
        /// A sheet that lists what is in it comes first.
        pub cover: bool,
        /// For printing on both sides: each letter begins on a sheet of its own.
        pub duplex: bool,
        /// Only what was issued by this day; empty takes everything.
        #[serde(default)]
        pub until: String,
    }
    /// How far the putting together has come. Nothing is written to the desk by it.
    pub struct PostWork {
        pub id: u32,
        pub done: u32,
        pub total: u32,
        /// What is to be put into envelopes by hand, with letter and reason, a line each.
        pub by_hand: Vec<String>,
    }
    pub struct PostWorkId { pub id: u32 }

    /// Letters left the house.
    pub struct PostConfirm {
        pub keys: Vec<String>,
        /// The civil day; empty means today.
        pub on: String,
        /// `post`, `registered`, `courier`, `mail` or `handed-over`; empty leaves it as it was said.
        pub method: String,
        /// Of a single letter.
        pub tracking: String,
        /// Why a posting that was confirmed before was wrong.
        #[serde(default)]
        pub correct: String,
    }
    /// A letter came back.
    pub struct PostReturned {
        pub key: String,
        /// The civil day; empty means today.
        pub on: String,
        pub reason: String,
        pub next: AfterReturn,
    }
    pub struct PostKey { pub key: String }

    /// A file of the request, as it may go along with the letter being written.
    pub struct Enclosable {
        pub file: super::FileName,
        /// Absent while it stays in the house.
        pub role: Option<EnclosureRole>,
        /// It holds data that can be set as pages.
        pub annex: bool,
        /// As an annex.
        pub pages: u32,
        /// It was to be an annex, and on paper would be too long: it goes along as a file only.
        pub too_long: bool,
    }
    pub struct EnclosureIn { pub file: u32, pub role: EnclosureRole }
    /// Everything that goes along; what is not named stays in the house.
    pub struct LetterEnclose {
        pub request: u32,
        pub items: Vec<EnclosureIn>,
        /// What else lies in the envelope, one a line.
        #[serde(default)]
        pub also: String,
        /// Who else gets the letter, one a line.
        #[serde(default)]
        pub copy_to: String,
    }
    /// A file that went along with a letter, kept with the request as `file`.
    pub struct LetterEnclosure {
        pub file: u32,
        pub name: String,
        pub media_type: String,
        pub role: EnclosureRole,
        pub pages: u32,
        pub size: u32,
        pub sha256: String,
    }
    pub struct LetterEnclosures { pub files: Vec<LetterEnclosure> }
    /// A letter written again.
    pub struct LetterAgain {
        pub id: u32,
        /// The right address, where the letter goes to another house; empty takes the former.
        #[serde(default)]
        #[cfg_attr(test, ts(as = "Option<_>", optional))]
        pub addressee: Vec<String>,
    }
}
