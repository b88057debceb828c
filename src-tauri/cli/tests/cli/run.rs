//! Starts the program and keeps what it said.

use serde_json::Value;
use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "seven lanterns on a wet quay";

/// What came of one call.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// Of a call that must have worked.
    pub fn well(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.err);
        assert_eq!(
            self.err, "",
            "a call that worked has nothing to complain of"
        );
        self
    }

    pub fn json(self) -> Value {
        let ran = self.well();
        serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {}", ran.out))
    }

    /// Of a call that must have been refused: one sentence on stderr, nothing on stdout.
    #[track_caller]
    pub fn refused(self, code: i32, sentence: &str) {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(
            self.err.contains(sentence),
            "“{sentence}” is not in: {}",
            self.err
        );
        assert_eq!(self.out, "");
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// The program with no desk and no passphrase about it.
pub fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_rightsdesk-cli"));
    program
        .env_remove("RIGHTSDESK_PASSPHRASE")
        .env_remove("RIGHTSDESK_DESK")
        .stdin(Stdio::null());
    program
}

pub fn run(args: &[&str]) -> Ran {
    program().args(args).output().unwrap().into()
}

/// A desk in a folder of its own, with the passphrase in the environment.
pub struct Desk {
    pub folder: TempDir,
    pub recovery_key: String,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Self {
            folder,
            recovery_key: String::new(),
        };
        let made = desk.run(&[
            "create",
            "--officer",
            "Ida Quist",
            "--organisation",
            "Tannery Row Press",
            "--address",
            "3 Tannery Row",
            "--address",
            "10115 Berlin",
            "--contact-email",
            "privacy@tanneryrow.example",
            "--time-zone",
            "Europe/Berlin",
            "--calendar",
            "de-be",
            "--laws",
            "eu-gdpr,us-can-spam",
            "--authority-name",
            "Berlin Commissioner for Data Protection",
        ]);
        desk.recovery_key = made.well().out.trim().to_owned();
        desk
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("desk.rightsdesk")
    }

    pub fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    pub fn program(&self) -> Command {
        let mut program = program();
        program
            .env("RIGHTSDESK_PASSPHRASE", PASSPHRASE)
            .arg("--desk")
            .arg(self.path());
        program
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.program().args(args).output().unwrap().into()
    }

    /// With something on standard input.
    pub fn told(&self, args: &[&str], input: &str) -> Ran {
        let mut child = self
            .program()
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        child.wait_with_output().unwrap().into()
    }

    /// Logs an access request and gives its reference.
    pub fn logged(&self, name: &str) -> String {
        let ran = self.run(&[
            "log",
            "--channel",
            "mail",
            "--name",
            name,
            "--email",
            "jonna@example.org",
            "--address",
            "1 Spinners Yard",
            "--residence",
            "de",
            "--right",
            "access",
            "--words",
            "Please tell me what you hold about me.",
        ]);
        ran.well().out.trim().to_owned()
    }
}
