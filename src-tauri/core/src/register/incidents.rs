//! Breaches of security: who must be told, by when, and who was.

use crate::api::wire::{
    FileNumber, IncidentAuthority, IncidentChange, IncidentClose, IncidentIn, IncidentLetters,
    IncidentLettersDone, IncidentList, IncidentPeople, IncidentPeopleFile, IncidentPeopleRead,
    IncidentTold, IncidentView, Nothing, Refusal, RegisterStrike,
};
use crate::desk::App;
use crate::time::Now;

/// See the command table.
pub fn list(_: &mut App, _: Nothing, _: Now) -> Result<IncidentList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn show(_: &mut App, _: FileNumber, _: Now) -> Result<IncidentView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn open(_: &mut App, _: IncidentIn, _: Now) -> Result<IncidentView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn change(_: &mut App, _: IncidentChange, _: Now) -> Result<IncidentView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn people(_: &mut App, _: IncidentPeople, _: Now) -> Result<IncidentView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn people_file(
    _: &mut App,
    _: IncidentPeopleFile,
    _: Now,
) -> Result<IncidentPeopleRead, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn told(_: &mut App, _: IncidentTold, _: Now) -> Result<IncidentView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn authority(_: &mut App, _: IncidentAuthority, _: Now) -> Result<IncidentView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn letters(_: &mut App, _: IncidentLetters, _: Now) -> Result<IncidentLettersDone, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn close(_: &mut App, _: IncidentClose, _: Now) -> Result<IncidentView, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}

/// See the command table.
pub fn strike(_: &mut App, _: RegisterStrike, _: Now) -> Result<IncidentList, Refusal> {
    Err(Refusal::broken(
        "this part of the register is not there yet",
    ))
}
