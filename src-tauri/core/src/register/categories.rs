//! What can be disclosed: the statute's list and our own.

use crate::api::wire::{CategoryIn, CategoryList, Nothing, Refusal};
use crate::desk::App;
use crate::time::Now;

/// See the command table.
pub fn list(_: &mut App, _: Nothing, _: Now) -> Result<CategoryList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn add(_: &mut App, _: CategoryIn, _: Now) -> Result<CategoryList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}
