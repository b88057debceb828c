use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn list(_: &mut App, _: Nothing, _: Now) -> Result<HandlingList, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn check(_: &mut App, _: HandlingIn, _: Now) -> Result<HandlingCheck, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn add(_: &mut App, _: HandlingAdd, _: Now) -> Result<HandlingList, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn strike(_: &mut App, _: HandlingStrike, _: Now) -> Result<HandlingList, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
