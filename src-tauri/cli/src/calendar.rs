//! The open dates for other calendars.

use crate::{
    At, desk,
    say::{self, Failure},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use clap::{Args, ValueEnum};
use rightsdesk_core::api::wire::{CalendarExport, Export};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Write the open dates as a calendar file
///
/// References, laws and dates only: nothing in the file names a person.
#[derive(Debug, Args)]
pub struct Calendar {
    /// For other calendars (RFC 5545), or for programs
    #[arg(long, value_enum, default_value_t = Format::Ics)]
    format: Format,
    /// The holidays of the next twelve months too
    #[arg(long)]
    holidays: bool,
    /// The closing days of the house in the next twelve months too, without their names
    #[arg(long)]
    closing_days: bool,
    /// Where to write it; standard output when left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Ics,
    Json,
}

impl Calendar {
    pub fn run(self, at: &At) -> crate::Done {
        let format = match self.format {
            Format::Ics => "ics",
            Format::Json => "json",
        };
        let asked = CalendarExport {
            format: format.into(),
            holidays: self.holidays,
            closing_days: self.closing_days,
        };
        let export: Export = desk::call(&mut desk::open(at)?, "calendar_export", asked)?;
        let bytes = STANDARD.decode(export.base64).map_err(Failure::refused)?;
        match self.out {
            Some(place) => say::write(&place, &bytes),
            None => io::stdout()
                .write_all(&bytes)
                .or_else(|error| match error.kind() {
                    io::ErrorKind::BrokenPipe => Ok(()),
                    _ => Err(Failure::refused(format!(
                        "The output could not be written: {error}."
                    ))),
                }),
        }
    }
}
