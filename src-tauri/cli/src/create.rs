//! A new desk.

use crate::{
    At, ask,
    desk::{now, place},
    out::Over,
    profile::Profile,
    say,
};
use clap::Args;
use rightsdesk_core::{
    api::wire::NewDesk,
    desk::{App, recovery_sheet},
};
use std::path::PathBuf;

/// Make a new desk and print its recovery key
///
/// The recovery key is printed once, on standard output, and never again: put it away on paper.
#[derive(Debug, Args)]
pub struct Create {
    /// Name of the officer; the log names who did what
    #[arg(long, value_name = "NAME")]
    officer: String,
    /// Also write the recovery key as a sheet to print
    #[arg(long, value_name = "PDF")]
    recovery_sheet: Option<PathBuf>,
    #[command(flatten)]
    over: Over,
    #[command(flatten)]
    profile: Profile,
}

impl Create {
    pub fn run(self, at: &At) -> crate::Done {
        let place = place(at)?;
        let sheet = self
            .recovery_sheet
            .map(|sheet| self.over.place(&sheet, at))
            .transpose()?;
        let profile = self.profile.into_wire()?;
        let organisation = profile.organisation.clone();
        let desk = NewDesk {
            profile,
            officer_name: self.officer,
            passphrase: ask::new_passphrase(at)?,
        };
        let key = App::new().create(place, desk, now())?;
        say::line(&key.recovery_key)?;
        match sheet {
            Some(sheet) => sheet.write(&recovery_sheet(&key.recovery_key, &organisation, now())?),
            None => Ok(()),
        }
    }
}
