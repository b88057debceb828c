//! What the window remembers outside the desk: the place of the last desk and the day of the last notice.
//!
//! Nothing about a person is kept here; the file is readable by anyone who can read the folder.

use serde::{Deserialize, Serialize};
use std::{
    env, fs, io,
    path::{Path, PathBuf},
};
use tauri::{AppHandle, Manager};

/// Moves settings and desks into one folder: for a stick that goes along, and for tests.
const HOME: &str = "RIGHTSDESK_HOME";

/// The folders the shell uses.
#[derive(Debug, Clone)]
pub struct Home {
    /// Settings of the window.
    pub config: PathBuf,
    /// Where new desks are put unless the officer chooses otherwise.
    pub desks: PathBuf,
    /// The made-up desk, alone in its folder.
    pub sample: PathBuf,
    /// Whether `RIGHTSDESK_HOME` named them.
    pub portable: bool,
}

#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    pub last_desk: Option<PathBuf>,
    /// The civil day on which the officer was last told what is due.
    pub noticed_on: Option<String>,
}

impl Home {
    /// Whether `RIGHTSDESK_HOME` is set; known before the window is.
    pub fn portable() -> Option<PathBuf> {
        env::var_os(HOME)
            .filter(|home| !home.is_empty())
            .map(PathBuf::from)
    }

    pub fn of(handle: &AppHandle) -> tauri::Result<Self> {
        if let Some(home) = Self::portable() {
            return Ok(Self {
                config: home.clone(),
                sample: home.join("sample"),
                desks: home,
                portable: true,
            });
        }
        let path = handle.path();
        Ok(Self {
            config: path.app_config_dir()?,
            desks: path.document_dir().or_else(|_| path.home_dir())?,
            sample: path.app_local_data_dir()?.join("sample"),
            portable: false,
        })
    }

    /// What was remembered; a missing or damaged note is an empty one.
    pub fn remembered(&self) -> Remembered {
        fs::read(self.note())
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Changes the note. Not being able to is no reason to stop the officer's work.
    pub fn remember(&self, change: impl FnOnce(&mut Remembered)) {
        let mut note = self.remembered();
        change(&mut note);
        let _ = self.write(&note);
    }

    fn write(&self, note: &Remembered) -> io::Result<()> {
        fs::create_dir_all(&self.config)?;
        crate::save::whole(&self.note(), &serde_json::to_vec_pretty(note)?)
    }

    fn note(&self) -> PathBuf {
        self.config.join("window.json")
    }
}

/// A free place for a desk of this name. Two organisations of the same name get two files.
pub fn suggest(folder: &Path, organisation: &str) -> PathBuf {
    let name = file_name(organisation);
    let free = |place: &PathBuf| !place.exists();
    let first = folder.join(format!("{name}.rightsdesk"));
    if free(&first) {
        return first;
    }
    (2u32..)
        .map(|n| folder.join(format!("{name} {n}.rightsdesk")))
        .find(free)
        .unwrap_or(first)
}

/// A name that every file system takes: no separators, no control characters, not too long.
pub fn file_name(name: &str) -> String {
    const MOST: usize = 80;
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let mut short = String::new();
    for word in plain.split_whitespace() {
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
        if short.len() > MOST {
            break;
        }
    }
    while short.len() > MOST {
        short.pop();
    }
    let trimmed = short.trim_matches(['.', ' ']);
    if trimmed.is_empty() {
        "My desk".to_owned()
    } else {
        trimmed.to_owned()
    }
}

/// A place as the officer reads it: the home folder is `~`.
pub fn shown(place: &Path) -> String {
    let home = env::home_dir().filter(|home| home.components().count() > 1);
    match home
        .as_deref()
        .and_then(|home| place.strip_prefix(home).ok())
    {
        Some(inside) => Path::new("~").join(inside).display().to_string(),
        None => place.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_organisations_become_names_of_files() {
        let check = |name: &str, file: &str| assert_eq!(file_name(name), file);
        check("Harbour Lane", "Harbour Lane");
        check("  A/B \\ C: \"D\"\n", "A B C D");
        check("../../etc/passwd", "etc passwd");
        check("", "My desk");
        check("...", "My desk");
        check("Łódź Київ 株式会社", "Łódź Київ 株式会社");
        assert!(file_name(&"ż".repeat(10_000)).len() <= 80);
        assert!(file_name(&"word ".repeat(10_000)).len() <= 80);
    }
}
