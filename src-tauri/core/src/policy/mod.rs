//! The text half of policies, pure: bytes -> a document worth reading -> the promises it makes -> what changed between two.
//!
//! Same bytes, same promises: nothing here asks the clock, the disk or the network.
//! Offsets are bytes of [`Document::text`] in here and characters where they cross the border.

pub mod checklist;
pub mod compare;
pub mod document;
pub mod find;
pub mod import;
pub mod reading;
pub mod sentences;
pub mod shift;

pub use document::{Block, BlockKind, Document, Span};
pub use find::{find, read_span};
pub use reading::{Condition, Evidence, Except, Frequency, Proposal, Reading, TimeLimit, WayOf};
pub use sentences::{Sentence, headings_over, sentences};
