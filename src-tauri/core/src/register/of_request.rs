//! What the registers hold that belongs to a request.

use super::{children, consents, health, suppression};
use crate::api::wire::{Refusal, RegisterLink};
use crate::desk::Desk;
use crate::request::case::Case;

/// Files and lines of the registers that belong to a request.
pub fn links(desk: &Desk, case: &Case) -> Result<Vec<RegisterLink>, Refusal> {
    let mut all = children::linked(desk, case)?;
    all.extend(health::linked(desk, case)?);
    all.extend(consents::linked(desk, case)?);
    all.extend(suppression::linked(desk, case)?);
    Ok(all)
}
