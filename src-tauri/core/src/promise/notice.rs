use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn given(_: &mut App, _: NoticeGiven, _: Now) -> Result<PolicyView, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
