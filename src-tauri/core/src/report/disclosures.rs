//! The report `disclosures`.

use super::{Asked, Built};
use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::summary::report::Trace;
use crate::time::Now;

/// Builds it.
pub fn build(_: &Desk, asked: &Asked, _: &Trace, _: Now) -> Result<Built, Refusal> {
    Err(Refusal::broken(&format!("no report {} yet", asked.report)))
}
