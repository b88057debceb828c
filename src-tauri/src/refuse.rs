//! What the shell itself has to say when something of the system fails: a sentence for the officer, never a path or a payload.

use rightsdesk_core::api::wire::{Code, Refusal};
use std::io;

/// Something of the program or the system broke.
pub fn broken(message: impl Into<String>) -> Refusal {
    Refusal {
        code: Code::Broken,
        message: message.into(),
        field: None,
    }
}

/// One of several files would be written over another.
pub fn file_there() -> Refusal {
    Refusal {
        code: Code::Input,
        message: "One of these letters is in that folder already. Choose an empty folder; nothing was written.".into(),
        field: None,
    }
}

/// A file that could not be read or written, said by what the officer can do about it.
pub fn file(error: &io::Error, name: &str) -> Refusal {
    let (code, message) = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            Code::DiskFull,
            format!("The disk is full, so {name} was not written. Free some space and try again."),
        ),
        io::ErrorKind::NotFound => (Code::Missing, format!("{name} is not there any more.")),
        io::ErrorKind::PermissionDenied => (
            Code::Input,
            format!(
                "This computer does not let you use {name}. Choose another place or ask for the right to it."
            ),
        ),
        io::ErrorKind::ReadOnlyFilesystem => (
            Code::Input,
            format!("{name} is on a disk that can only be read. Choose another place."),
        ),
        io::ErrorKind::IsADirectory => (
            Code::Input,
            format!("{name} is a folder. Hand in the files one by one."),
        ),
        _ => (Code::Broken, format!("{name} could not be used: {error}.")),
    };
    Refusal {
        code,
        message,
        field: None,
    }
}
