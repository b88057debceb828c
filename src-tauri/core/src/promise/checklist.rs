use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn show(_: &mut App, _: PolicyId, _: Now) -> Result<PolicyChecklist, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
