use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn list(_: &mut App, _: ContradictionQuery, _: Now) -> Result<Contradictions, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn answer(_: &mut App, _: ContradictionAnswer, _: Now) -> Result<Contradictions, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
