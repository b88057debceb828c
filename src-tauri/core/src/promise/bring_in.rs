use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn read(_: &mut App, _: PolicyFile, _: Now) -> Result<PolicyRead, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn add(_: &mut App, _: PolicyIn, _: Now) -> Result<PolicyView, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
