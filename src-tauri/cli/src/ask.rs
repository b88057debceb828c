//! Where a passphrase comes from. Never from an argument: those can be seen by everyone on the computer.

use crate::{At, say::Failure};
use std::{
    env,
    io::{BufRead, BufReader, IsTerminal, Read},
};

const VARIABLE: &str = "RIGHTSDESK_PASSPHRASE";

/// The passphrase of a desk that exists.
pub fn passphrase(at: &At) -> Result<String, Failure> {
    match given(at)? {
        Some(passphrase) => Ok(passphrase),
        None => prompt("Passphrase: "),
    }
}

/// The passphrase of a new desk; typed twice when it is typed.
pub fn new_passphrase(at: &At) -> Result<String, Failure> {
    if let Some(passphrase) = given(at)? {
        return Ok(passphrase);
    }
    let passphrase = prompt("New passphrase: ")?;
    if prompt("Once more: ")? == passphrase {
        Ok(passphrase)
    } else {
        Err(Failure::refused(
            "The two passphrases differ. Nothing was made; please try again.",
        ))
    }
}

fn given(at: &At) -> Result<Option<String>, Failure> {
    if let Some(descriptor) = at.passphrase_fd {
        return first_line(descriptor).map(Some);
    }
    Ok(env::var(VARIABLE)
        .ok()
        .filter(|passphrase| !passphrase.is_empty()))
}

/// The descriptor is opened by its name, so that no unsafe code has to trust the number.
fn first_line(descriptor: u32) -> Result<String, Failure> {
    let file = std::fs::File::open(format!("/dev/fd/{descriptor}")).map_err(|error| {
        Failure::refused(format!(
            "The passphrase could not be read from file descriptor {descriptor}: {error}."
        ))
    })?;
    let mut line = String::new();
    // More than any passphrase is long: a wrong descriptor must not fill the memory.
    const MOST: u64 = 64 * 1024;
    BufReader::new(file.take(MOST))
        .read_line(&mut line)
        .map_err(|error| {
            Failure::refused(format!(
                "The passphrase could not be read from file descriptor {descriptor}: {error}."
            ))
        })?;
    let passphrase = line.trim_end_matches(['\r', '\n']);
    if passphrase.is_empty() {
        return Err(Failure::refused(format!(
            "File descriptor {descriptor} holds no passphrase on its first line."
        )));
    }
    Ok(passphrase.to_owned())
}

fn prompt(question: &str) -> Result<String, Failure> {
    rpassword::prompt_password(question).map_err(|_| {
        let how = if std::io::stdin().is_terminal() {
            ""
        } else {
            ", and there is no terminal to ask on"
        };
        Failure::refused(format!(
            "No passphrase came{how}. Give it with --passphrase-fd or in {VARIABLE}."
        ))
    })
}
