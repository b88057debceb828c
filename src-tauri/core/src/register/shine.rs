//! Shine the Light, Civ. Code 1798.83: the answer from the register.

use crate::api::wire::{Refusal, RequestId, ShineAnswer, ShineYear};
use crate::desk::App;
use crate::time::Now;

/// See the command table.
pub fn answer(_: &mut App, _: RequestId, _: Now) -> Result<ShineAnswer, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn year(_: &mut App, _: ShineYear, _: Now) -> Result<ShineAnswer, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}
