//! Who must not be mailed, sold or shared again.

use crate::api::wire::{
    Export, FileNumber, MailingList, MailingListChecked, Refusal, RegisterLink, SuppressionExport,
    SuppressionIn, SuppressionLift, SuppressionList, SuppressionQuery,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::time::Now;

/// See the command table.
pub fn list(_: &mut App, _: SuppressionQuery, _: Now) -> Result<SuppressionList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn add(_: &mut App, _: SuppressionIn, _: Now) -> Result<SuppressionList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn lift(_: &mut App, _: SuppressionLift, _: Now) -> Result<SuppressionList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn forget(_: &mut App, _: FileNumber, _: Now) -> Result<SuppressionList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn export(_: &mut App, _: SuppressionExport, _: Now) -> Result<Export, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn check(_: &mut App, _: MailingList, _: Now) -> Result<MailingListChecked, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// Lines that belong to a request.
pub fn linked(_: &Desk, _: &Case) -> Result<Vec<RegisterLink>, Refusal> {
    Ok(Vec::new())
}
