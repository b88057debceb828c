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

/// These carry passphrases, or undo what opening a desk for one call does; `create` and the prompt do that properly.
const NOT_HERE: &[&str] = &["unlock", "unlock_with_recovery", "lock"];

impl Call {
    pub fn run(self, at: &At) -> crate::Done {
        let Some(command) = self.command.filter(|_| !self.list) else {
            let rows: Vec<Vec<String>> = api::COMMANDS.iter().map(|(name, doc)| vec![(*name).to_owned(), doc.trim().to_owned()]).collect();
            return say::print(&say::table(&["command", "what it does"], &rows));
        };
        if NOT_HERE.contains(&command.as_str()) {
            return Err(Failure::refused(format!("{command} has no use here: the desk is opened for one call, with the passphrase asked for.")));
        }
        let text = if self.json == "-" {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map_err(|error| Failure::refused(format!("Standard input could not be read: {error}.")))?;
            text
        } else {
            self.json
        };
        let args: Value = serde_json::from_str(&text).map_err(|error| Failure::refused(format!("The arguments are not JSON: {error}.")))?;
        let mut app = if at.desk.is_some() { desk::open(at)? } else { App::new() };
        let reply: Value = desk::call(&mut app, &command, args)?;
        say::json(&reply)
    }
}
