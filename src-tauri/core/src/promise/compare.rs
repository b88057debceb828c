use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn compare(_: &mut App, _: PolicyPair, _: Now) -> Result<Comparison, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
