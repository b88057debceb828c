//! Any command of the table.

use crate::{
    At, desk,
    say::{self, Failure},
};
use clap::Args;
use rightsdesk_core::{api, desk::App};
use serde_json::Value;
use std::io::{self, Read};

/// Call any command of the table with JSON
///
/// Prints the reply as JSON. Without --desk no desk is open, which is enough for deadline, law_list, calendar_list and zone_list.
#[derive(Debug, Args)]
pub struct Call {
    /// Name of the command
    #[arg(required_unless_present = "list")]
    command: Option<String>,
    /// Its arguments as JSON, or - to read them from standard input
    #[arg(default_value = "{}")]
    json: String,
    /// Print the name and meaning of every command
    #[arg(long)]
    list: bool,
}

/// Their arguments hold a passphrase, so they are read from standard input only.
const SECRET: &[&str] = &[
    "unlock",
    "unlock_with_recovery",
    "passphrase_change",
    "officer_add",
    "recovery_key_renew",
];

/// They open the desk themselves.
const OPENING: &[&str] = &["unlock", "unlock_with_recovery"];

impl Call {
    pub fn run(self, at: &At) -> crate::Done {
        let Some(command) = self.command.filter(|_| !self.list) else {
            let rows: Vec<Vec<String>> = api::COMMANDS
                .iter()
                .map(|(name, doc)| vec![(*name).to_owned(), doc.trim().to_owned()])
                .collect();
            return say::print(&say::table(&["command", "what it does"], &rows));
        };
        if SECRET.contains(&command.as_str()) && self.json != "-" {
            return Err(Failure::refused(format!(
                "The arguments of {command} hold a secret, and arguments can be seen by everyone on the computer. Write - and give the JSON on standard input."
            )));
        }
        let text = if self.json == "-" {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map_err(|error| {
                Failure::refused(format!("Standard input could not be read: {error}."))
            })?;
            text
        } else {
            self.json
        };
        let args: Value = serde_json::from_str(&text)
            .map_err(|error| Failure::refused(format!("The arguments are not JSON: {error}.")))?;
        let mut app = match &at.desk {
            None => App::new(),
            Some(place) if OPENING.contains(&command.as_str()) => {
                let mut app = App::new();
                app.choose(place)?;
                app
            }
            Some(_) => desk::open(at)?,
        };
        let reply: Value = desk::call(&mut app, &command, args)?;
        say::json(&reply)
    }
}
