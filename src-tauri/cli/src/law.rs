//! The rule packs, to read and to check.

use crate::{
    desk,
    say::{self, Failure},
};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use rightsdesk_core::law::{Library, sheet};
use std::{fs, path::PathBuf};

/// Read and check the rule packs; needs no desk
#[derive(Debug, Args)]
pub struct Law {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the laws with their rights
    List,
    /// Print one law as a sheet with its citations
    Show {
        /// The law, such as eu-gdpr
        law: String,
        /// As it stands on this day; today if left out
        #[arg(long, value_name = "DAY")]
        on: Option<NaiveDate>,
    },
    /// Check the packs of the program, or files of your own
    Check {
        /// Packs of your own
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

impl Law {
    pub fn run(self) -> crate::Done {
        let library = Library::bundled().map_err(Failure::refused)?;
        match self.what {
            What::List => {
                let rows: Vec<Vec<String>> = library
                    .laws()
                    .map(|law| {
                        let mut rights: Vec<&str> =
                            law.rights.iter().map(|r| r.right.id()).collect();
                        rights.dedup();
                        vec![
                            law.id.clone(),
                            law.short.clone(),
                            law.jurisdiction.clone(),
                            rights.join(", "),
                        ]
                    })
                    .collect();
                say::print(&say::table(&["Law", "Called", "Where", "Rights"], &rows))
            }
            What::Show { law, on } => {
                let on = on.unwrap_or_else(|| desk::now().instant().date_naive());
                let law = library.law(&law).map_err(Failure::refused)?;
                say::print(&say::plain(&sheet(law, on)))
            }
            What::Check { files } => check(library, &files),
        }
    }
}

/// Every file is checked before the first complaint ends the program.
fn check(library: &Library, files: &[PathBuf]) -> crate::Done {
    if files.is_empty() {
        let laws = library.laws().count();
        return say::print(&format!("The {laws} packs of the program hold.\n"));
    }
    let mut held = String::new();
    let mut wrong = Vec::new();
    for file in files {
        let name = file.display().to_string();
        let read = fs::read_to_string(file)
            .map_err(|error| format!("{name} could not be read: {error}."))
            .and_then(|text| {
                library
                    .check_pack(&name, &text)
                    .map_err(|error| error.to_string())
            });
        match read {
            Ok(law) => held.push_str(&format!("{name} holds: {}.\n", law.short)),
            Err(why) => wrong.push(why),
        }
    }
    if wrong.is_empty() {
        say::print(&say::plain(&held))
    } else {
        Err(Failure::refused(wrong.join("\n")))
    }
}
