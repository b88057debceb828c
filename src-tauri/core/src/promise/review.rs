use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn review(_: &mut App, _: PromiseReview, _: Now) -> Result<PromiseChanged, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn guess(_: &mut App, _: PromiseSpan, _: Now) -> Result<PromiseGuess, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
pub fn own(_: &mut App, _: PromiseOwn, _: Now) -> Result<PromiseChanged, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
