//! The account of disclosures, 45 CFR 164.528.

use crate::api::wire::{Accounting, AccountingIn, Refusal};
use crate::desk::App;
use crate::time::Now;

/// See the command table.
pub fn accounting(_: &mut App, _: AccountingIn, _: Now) -> Result<Accounting, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}
