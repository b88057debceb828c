//! What a register itself says against something that was done: a consent that does not reach so far, an authorisation that is not there.

use super::{children, consents, health};
use crate::api::wire::{ContradictionAbout, HandlingIn, Refusal};
use crate::desk::Desk;
use chrono::NaiveDate;

/// Why an entry does not agree with what is on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// Names the file and the reason; stays the same: `child-7-disclose`.
    pub key: String,
    pub about: ContradictionAbout,
    /// A whole sentence: what was done, and what is on file.
    pub message: String,
    /// The article that asks for it.
    pub cite: String,
    /// It cannot be entered without a written answer.
    pub needs_answer: bool,
}

/// What stands against an entry of that day; `known` is its number once it is in the register.
pub fn against(
    desk: &Desk,
    entry: &HandlingIn,
    day: NaiveDate,
    known: Option<u32>,
) -> Result<Vec<Against>, Refusal> {
    let mut all = children::against(desk, entry, day)?;
    all.extend(health::against(desk, entry, day, known)?);
    all.extend(consents::against(desk, entry, day)?);
    Ok(all)
}
