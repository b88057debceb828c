//! Whether the log holds together, and a copy of the desk.

use crate::{
    At, desk,
    say::{self, Failure},
};
use clap::Args;
use rightsdesk_core::api::wire::{Nothing, Verified};
use std::path::PathBuf;

/// Walk the whole log and say whether it holds together
///
/// Every entry carries the hash of the one before. Ends with 4 when one does not fit.
#[derive(Debug, Args)]
pub struct Verify {
    /// Print JSON instead of a sentence
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub fn run(self, at: &At) -> crate::Done {
        let verified: Verified = desk::call(&mut desk::open(at)?, "log_verify", Nothing {})?;
        if self.json {
            say::json(&verified)?;
        }
        if !verified.intact {
            let problem = verified
                .problem
                .unwrap_or_else(|| "the chain is broken".to_owned());
            let entry = verified
                .broken_at
                .map(|seq| format!(" at entry {seq}"))
                .unwrap_or_default();
            return Err(Failure::Damaged(format!(
                "The log does not hold together{entry}: {problem}"
            )));
        }
        if self.json {
            return Ok(());
        }
        say::line(format!(
            "The log holds together: {} entries, head {}.",
            verified.events, verified.head
        ))
    }
}

/// Make an encrypted copy of the desk
///
/// The copy opens with the same passphrases; its key file is put beside it.
#[derive(Debug, Args)]
pub struct Backup {
    /// Where to put the copy
    to: PathBuf,
}

impl Backup {
    pub fn run(self, at: &At) -> crate::Done {
        Ok(desk::open(at)?.backup(&self.to, desk::now())?)
    }
}
