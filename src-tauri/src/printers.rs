//! The system's printers, through CUPS' own programs: `lpstat` lists them, `lp` takes the file from memory, so none is left behind.

use crate::refuse;
use rightsdesk_core::api::wire::{Code, Refusal};
use serde::Serialize;
use std::{
    io::{ErrorKind, Write},
    process::{Command, Output, Stdio},
};

/// The printers of this computer, or why none can be reached.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Printers {
    pub printers: Vec<Printer>,
    /// A sentence for the officer, where there is none.
    pub problem: Option<String>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Printer {
    pub name: String,
    pub default: bool,
}

const NO_CUPS: &str = "This computer has no printing system that Rightsdesk knows (CUPS). Save the post as one PDF and print it from your PDF viewer.";
const NO_PRINTER: &str = "No printer is set up on this computer. Save the post as one PDF, or set up a printer in the system's settings.";
const NOT_RUNNING: &str = "The printing system of this computer does not answer. Save the post as one PDF and print it from your PDF viewer.";

fn ask(arguments: &[&str]) -> Result<Output, ErrorKind> {
    Command::new("lpstat")
        .args(arguments)
        // What it says is read, so it must say it in one language.
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .map_err(|e| e.kind())
}

/// What can be printed on now.
pub fn list() -> Printers {
    let trouble = |problem: &str| Printers {
        printers: Vec::new(),
        problem: Some(problem.to_owned()),
    };
    let names = match ask(&["-e"]) {
        Err(ErrorKind::NotFound) => return trouble(NO_CUPS),
        Err(_) => return trouble(NOT_RUNNING),
        Ok(out) if !out.status.success() && !no_destinations(&out) => return trouble(NOT_RUNNING),
        Ok(out) => String::from_utf8_lossy(&out.stdout).into_owned(),
    };
    let default = ask(&["-d"])
        .map(|out| String::from_utf8_lossy(&out.stdout).into_owned())
        .unwrap_or_default();
    let printers = read(&names, &default);
    if printers.is_empty() {
        return trouble(NO_PRINTER);
    }
    Printers {
        printers,
        problem: None,
    }
}

/// `lpstat` ends as if it had failed where no printer is set up.
fn no_destinations(out: &Output) -> bool {
    String::from_utf8_lossy(&out.stderr).contains("No destinations added")
}

fn read(names: &str, default: &str) -> Vec<Printer> {
    let default = default
        .split_once("default destination:")
        .map(|(_, name)| name.trim())
        .unwrap_or_default();
    names
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| Printer {
            name: name.to_owned(),
            default: name == default,
        })
        .collect()
}

/// Hands a PDF to a printer that the list names.
pub fn print(
    pdf: &[u8],
    title: &str,
    printer: &str,
    copies: u32,
    duplex: bool,
) -> Result<(), Refusal> {
    let known = list();
    if let Some(problem) = known.problem {
        return Err(not_now(&problem));
    }
    if !known.printers.iter().any(|one| one.name == printer) {
        return Err(not_now(
            "That printer is not there any more. Choose another one.",
        ));
    }
    let failed = || {
        refuse::broken(
            "The printer did not take the post. Save it as one PDF and print it from your PDF viewer.",
        )
    };
    let mut child = Command::new("lp")
        .args(arguments(title, printer, copies, duplex))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| failed())?;
    let handed = child
        .stdin
        .take()
        .map(|mut pipe| pipe.write_all(pdf))
        .transpose();
    let done = child.wait().map_err(|_| failed())?;
    if handed.is_err() || !done.success() {
        return Err(failed());
    }
    Ok(())
}

fn arguments(title: &str, printer: &str, copies: u32, duplex: bool) -> Vec<String> {
    let sides = if duplex {
        "sides=two-sided-long-edge"
    } else {
        "sides=one-sided"
    };
    [
        "-d",
        printer,
        "-n",
        &copies.clamp(1, 99).to_string(),
        "-t",
        title,
        "-o",
        sides,
        // Copies one after the other, as they go into their envelopes.
        "-o",
        "Collate=True",
        // The window's place on the page must stay where it is.
        "-o",
        "print-scaling=none",
        "-",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn not_now(message: &str) -> Refusal {
    Refusal {
        code: Code::NotNow,
        message: message.to_owned(),
        field: None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn reads_what_lpstat_says() {
        let found = read(
            "PDF\nOffice_2\n\n",
            "system default destination: Office_2\n",
        );
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.name.as_str(), one.default))
            .collect();
        assert_eq!(told, [("PDF", false), ("Office_2", true)]);
        assert_eq!(read("", "no system default destination\n"), []);
    }

    #[test]
    fn the_file_comes_from_memory_and_is_not_scaled() {
        let said = arguments("Post of 2026-03-05", "PDF", 0, true).join(" ");
        assert_eq!(
            said,
            "-d PDF -n 1 -t Post of 2026-03-05 -o sides=two-sided-long-edge -o Collate=True -o print-scaling=none -"
        );
    }

    /// Tried where a virtual printer stands ready: `apt install cups printer-driver-cups-pdf`.
    #[test]
    #[ignore = "needs a printer called PDF"]
    fn a_virtual_printer_takes_a_page() {
        let pdf = std::fs::read(std::env::var("RIGHTSDESK_PDF").unwrap()).unwrap();
        print(&pdf, "Post of the day", "PDF", 1, true).unwrap();
    }
}
