//! Rightsdesk without a window: the same commands, for scripts, scheduled backups, and whoever verifies a log.

mod ask;
mod batch;
mod calendar;
mod call;
mod create;
mod deadline;
mod desk;
mod law;
mod letter;
mod letters;
mod log;
mod out;
mod policy_diff;
mod profile;
mod promises;
mod queue;
mod say;
mod verify;
mod year;

use clap::{Args, Parser, Subcommand};
use say::Failure;
use std::{path::PathBuf, process::ExitCode};

/// Rightsdesk without a window: legal deadlines, and the requests, letters and figures of a desk file.
///
/// `deadline` answers a question to the law and `promises` reads a policy; neither needs a desk. The other commands work on a desk file,
/// named with --desk or the variable RIGHTSDESK_DESK, and ask for an officer's passphrase.
/// A desk is two files: X.rightsdesk and beside it X.rightsdesk.keys. Keep them together.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, after_help = EXITS, max_term_width = 100)]
struct Line {
    #[command(flatten)]
    at: At,
    #[command(subcommand)]
    command: Command,
}

const EXITS: &str = "Exit codes:
  0  done
  1  refused, or what came in cannot be used; the sentence on stderr says why.
     So it ends where a file to write is already there: --replace writes over it, but never over a desk or its keys
  2  the command line itself is not understood
  3  wrong passphrase, or too many wrong ones just now
  4  the desk file is damaged, or its log does not hold together

The passphrase is asked for, or read from --passphrase-fd, or taken from RIGHTSDESK_PASSPHRASE; never from an argument, because arguments can be seen by everyone on the computer.";

/// Which desk, and how its passphrase comes.
#[derive(Debug, Args)]
pub struct At {
    /// The desk file
    #[arg(
        long,
        global = true,
        env = "RIGHTSDESK_DESK",
        value_name = "FILE",
        help_heading = "Desk"
    )]
    desk: Option<PathBuf>,
    /// Read the passphrase from the first line of this open file descriptor
    #[arg(long, global = true, value_name = "N", help_heading = "Desk")]
    passphrase_fd: Option<u32>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Ask a law for its dates; needs no desk
    Deadline(deadline::Deadline),
    /// Read and check the rule packs; needs no desk
    Law(law::Law),
    /// Propose which passages of a policy are promises; needs no desk
    Promises(promises::Promises),
    /// Compare two versions of a policy; needs no desk
    PolicyDiff(policy_diff::PolicyDiff),
    /// Make a new desk and print its recovery key
    Create(create::Create),
    /// Show what is due, what waits, and the requests behind it
    Queue(queue::Queue),
    /// Log a request
    Log(log::Log),
    /// Write a letter of a request as PDF
    Letter(letter::Letter),
    /// Many letters at once, such as the post of a day
    Letters(letters::Letters),
    /// Add up a year
    Year(year::Year),
    /// Write the open dates as a calendar file
    Calendar(calendar::Calendar),
    /// Walk the whole log and say whether it holds together
    Verify(verify::Verify),
    /// Make an encrypted copy of the desk
    Backup(verify::Backup),
    /// Call any command of the table with JSON
    Call(call::Call),
}

fn main() -> ExitCode {
    let line = Line::parse();
    let done = match line.command {
        Command::Deadline(asked) => asked.run(),
        Command::Law(asked) => asked.run(),
        Command::Promises(asked) => asked.run(),
        Command::PolicyDiff(asked) => asked.run(),
        Command::Create(new) => new.run(&line.at),
        Command::Queue(asked) => asked.run(&line.at),
        Command::Log(request) => request.run(&line.at),
        Command::Letter(letter) => letter.run(&line.at),
        Command::Letters(asked) => asked.run(&line.at),
        Command::Year(asked) => asked.run(&line.at),
        Command::Calendar(asked) => asked.run(&line.at),
        Command::Verify(asked) => asked.run(&line.at),
        Command::Backup(asked) => asked.run(&line.at),
        Command::Call(asked) => asked.run(&line.at),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

/// What a command comes to: what it printed, or why not.
type Done = Result<(), Failure>;

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_grammar_holds() {
        Line::command().debug_assert();
    }
}
