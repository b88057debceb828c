use crate::api::wire::*;
use crate::desk::App;
use crate::time::Now;
pub fn print(_: &mut App, _: PolicyId, _: Now) -> Result<LetterPdf, Refusal> {
    Err(Refusal::not_now("This cannot be done yet."))
}
