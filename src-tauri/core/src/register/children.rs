//! Children and their parents, 16 CFR 312 and GDPR Art. 8.

use super::against::Against;
use crate::api::wire::{
    ChildChange, ChildEntryIn, ChildIn, ChildList, ChildQuery, ChildRules, ChildView, FileNumber,
    HandlingIn, Nothing, Refusal, RegisterLink, RegisterStrike,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::time::Now;
use chrono::NaiveDate;

/// See the command table.
pub fn rules(_: &mut App, _: Nothing, _: Now) -> Result<ChildRules, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn list(_: &mut App, _: ChildQuery, _: Now) -> Result<ChildList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn show(_: &mut App, _: FileNumber, _: Now) -> Result<ChildView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn open(_: &mut App, _: ChildIn, _: Now) -> Result<ChildView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn change(_: &mut App, _: ChildChange, _: Now) -> Result<ChildView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn step(_: &mut App, _: ChildEntryIn, _: Now) -> Result<ChildView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn strike(_: &mut App, _: RegisterStrike, _: Now) -> Result<ChildList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// What stands against an entry of that day.
pub fn against(_: &Desk, _: &HandlingIn, _: NaiveDate) -> Result<Vec<Against>, Refusal> {
    Ok(Vec::new())
}

/// Files that belong to a request.
pub fn linked(_: &Desk, _: &Case) -> Result<Vec<RegisterLink>, Refusal> {
    Ok(Vec::new())
}
