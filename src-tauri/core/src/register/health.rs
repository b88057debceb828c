//! Authorisations to disclose health information, Tex. Health & Safety Code 181.154, 45 CFR 164.508.

use super::against::Against;
use crate::api::wire::{
    AuthorizationChange, AuthorizationFormIn, AuthorizationIn, AuthorizationList,
    AuthorizationView, FileNumber, HandlingIn, HealthRules, LetterPdf, Nothing, PermissionEnd,
    Refusal, RegisterCheck, RegisterLink, RegisterStrike,
};
use crate::desk::{App, Desk};
use crate::request::case::Case;
use crate::time::Now;
use chrono::NaiveDate;

/// See the command table.
pub fn rules(_: &mut App, _: Nothing, _: Now) -> Result<HealthRules, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn list(_: &mut App, _: Nothing, _: Now) -> Result<AuthorizationList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn show(_: &mut App, _: FileNumber, _: Now) -> Result<AuthorizationView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn check(_: &mut App, _: AuthorizationIn, _: Now) -> Result<RegisterCheck, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn add(_: &mut App, _: AuthorizationIn, _: Now) -> Result<AuthorizationView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn change(_: &mut App, _: AuthorizationChange, _: Now) -> Result<AuthorizationView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn revoke(_: &mut App, _: PermissionEnd, _: Now) -> Result<AuthorizationView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn strike(_: &mut App, _: RegisterStrike, _: Now) -> Result<AuthorizationList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn form(_: &mut App, _: AuthorizationFormIn, _: Now) -> Result<LetterPdf, Refusal> {
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
