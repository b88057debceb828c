//! The directory of those whom data is given to.

use crate::api::wire::{Nothing, RecipientIn, RecipientList, Refusal, RegisterStrike};
use crate::desk::App;
use crate::time::Now;

/// See the command table.
pub fn list(_: &mut App, _: Nothing, _: Now) -> Result<RecipientList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn save(_: &mut App, _: RecipientIn, _: Now) -> Result<RecipientList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn strike(_: &mut App, _: RegisterStrike, _: Now) -> Result<RecipientList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}
