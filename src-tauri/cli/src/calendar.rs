//! The open dates for other calendars.

use crate::{
    At, desk,
    out::{self, Over},
    say::Failure,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use clap::{Args, ValueEnum};
use rightsdesk_core::api::wire::{CalendarExport, Export};
use std::path::PathBuf;

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
    #[command(flatten)]
    over: Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Ics,
    Json,
}

impl Calendar {
    pub fn run(self, at: &At) -> crate::Done {
        let place = self.out.map(|out| self.over.place(&out, at)).transpose()?;
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
        out::give(place.as_ref(), &bytes)
    }
}
