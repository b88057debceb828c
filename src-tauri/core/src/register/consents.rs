//! Explicit consents to the use of sensitive data.

use super::against::Against;
use crate::api::wire::{
    ConsentIn, ConsentList, HandlingIn, Nothing, PermissionEnd, Refusal, RegisterCheck,
    RegisterLink, RegisterStrike,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::time::Now;
use chrono::NaiveDate;

/// See the command table.
pub fn list(_: &mut App, _: Nothing, _: Now) -> Result<ConsentList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn check(_: &mut App, _: ConsentIn, _: Now) -> Result<RegisterCheck, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn add(_: &mut App, _: ConsentIn, _: Now) -> Result<ConsentList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn withdraw(_: &mut App, _: PermissionEnd, _: Now) -> Result<ConsentList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn strike(_: &mut App, _: RegisterStrike, _: Now) -> Result<ConsentList, Refusal> {
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
