//! What shows that somebody may act for another.

use crate::api::wire::{Authority, AuthorityIn, Refusal, RequestView};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::time::Now;

/// See the command table.
pub fn seen(_: &mut App, _: AuthorityIn, _: Now) -> Result<RequestView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// What each claim of a request needs, and what was seen.
pub fn of(_: &Desk, _: &Case) -> Result<Authority, Refusal> {
    Ok(Authority::default())
}
