//! What SQLite says, as sentences for the officer.

use crate::api::wire::{Code, Refusal};
use rusqlite::ErrorCode;

impl From<rusqlite::Error> for Refusal {
    fn from(e: rusqlite::Error) -> Self {
        match e.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Refusal::coded(
                Code::DiskFull,
                "The disk is full. Nothing was changed and everything saved before is safe; free some space and try again.",
            ),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Refusal::coded(
                Code::Damaged,
                "The desk file is damaged, cut short or not a desk, or the key file beside it belongs to another one. It was not changed; open your last backup, and keep this file for whoever mends it.",
            ),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Refusal::coded(
                    Code::Input,
                    "The desk file cannot be written to at this place. Look at the folder's permissions, or move the desk to a folder of your own.",
                )
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Refusal::coded(
                Code::AlreadyOpen,
                "Another program is using this desk. Close it there and try again.",
            ),
            Some(ErrorCode::SystemIoFailure) => Refusal::coded(
                Code::DiskFull,
                "The disk did not take what was written. Nothing was changed; look at the disk's free space and try again.",
            ),
            Some(ErrorCode::TooBig) => Refusal::input("That is too large to keep in the desk."),
            _ => Refusal::broken(&e.to_string()),
        }
    }
}
