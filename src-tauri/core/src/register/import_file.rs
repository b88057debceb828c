//! Disclosures from a CSV file, with every row's fate before anything is written.

use crate::api::wire::{ImportDone, ImportIn, ImportPreview, Refusal};
use crate::desk::App;
use crate::time::Now;

/// See the command table.
pub fn preview(_: &mut App, _: ImportIn, _: Now) -> Result<ImportPreview, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn import(_: &mut App, _: ImportIn, _: Now) -> Result<ImportDone, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}
