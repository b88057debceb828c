use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn list(_: &mut App, _: Nothing, _: Now) -> Result<PolicyList, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn show(_: &mut App, _: PolicyId, _: Now) -> Result<PolicyView, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn change(_: &mut App, _: PolicyChange, _: Now) -> Result<PolicyView, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn withdraw(_: &mut App, _: PolicyWithdraw, _: Now) -> Result<PolicyList, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn original(_: &mut App, _: PolicyId, _: Now) -> Result<FileBytes, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
