//! Registers on paper and in open formats.

use crate::api::wire::{Export, LetterPdf, Refusal, RegisterExport, RegisterLetterId};
use crate::desk::App;
use crate::time::Now;

/// See the command table.
pub fn export(_: &mut App, _: RegisterExport, _: Now) -> Result<Export, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn letter_pdf(_: &mut App, _: RegisterLetterId, _: Now) -> Result<LetterPdf, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}
