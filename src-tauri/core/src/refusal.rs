//! What went wrong, in a sentence that says what to do.

use crate::api::wire::{Code, Refusal};

impl Refusal {
    fn with(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), field: None }
    }

    /// What came in cannot be used; the sentence says what would do.
    pub fn input(message: impl Into<String>) -> Self {
        Self::with(Code::Input, message)
    }

    /// As `input`, beside the field it concerns.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..Self::with(Code::Input, message) }
    }

    /// Right in itself, but not at this point of the request.
    pub fn not_now(message: impl Into<String>) -> Self {
        Self::with(Code::NotNow, message)
    }

    /// There is no such thing in this desk.
    pub fn missing(message: impl Into<String>) -> Self {
        Self::with(Code::Missing, message)
    }

    /// A defect of ours: nothing the officer did.
    pub fn broken(message: &str) -> Self {
        Self::with(Code::Broken, format!("Something in the program is not right, and nothing was changed: {message}"))
    }

    /// With another code, where the window acts on it.
    pub fn coded(code: Code, message: impl Into<String>) -> Self {
        Self::with(code, message)
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

impl From<std::io::Error> for Refusal {
    fn from(e: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match e.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::with(
                Code::DiskFull,
                "The disk is full. Nothing was changed and everything saved before is safe; free some space and try again.",
            ),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::with(
                Code::Input,
                "This place cannot be written to. Choose another folder, or ask whoever looks after this computer.",
            ),
            ErrorKind::NotFound => Self::with(Code::Missing, "There is no file at that place any more."),
            _ => Self::with(Code::Broken, format!("The file could not be read or written: {e}.")),
        }
    }
}
