//! Files that the command line names: whole or not at all, and never over a desk.

use crate::{At, say::Failure};
use clap::Args;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
};

/// Whether a file that is already there may go.
#[derive(Debug, Clone, Copy, Args)]
pub struct Over {
    /// Write over the file if it is already there; a desk and its keys are never written over
    #[arg(long)]
    replace: bool,
}

/// What stands beside a desk under its name, and the desk itself.
const OF_A_DESK: [&str; 6] = ["", ".keys", ".keys.new", ".lock", "-wal", "-shm"];

/// A file that may be written; asked for before anything is done, so that nothing is done in vain.
#[derive(Debug)]
pub struct Place {
    path: PathBuf,
    /// As the command line named it.
    said: PathBuf,
    over: Over,
}

impl Over {
    /// The place, or the sentence that says why nothing may be written there.
    pub fn place(self, named: &Path, at: &At) -> Result<Place, Failure> {
        // A link is followed, so that it leads to no desk.
        let path = fs::canonicalize(named).unwrap_or_else(|_| named.to_owned());
        let said = named.display();
        if path.is_dir() {
            return Err(Failure::refused(format!(
                "{said} is a folder. Name a file in it."
            )));
        }
        if is_of_a_desk(&path) || at.desk.as_ref().is_some_and(|desk| is_beside(&path, desk)) {
            return Err(Failure::refused(format!(
                "{said} is a desk or belongs to one. Choose another name; a desk is never written over."
            )));
        }
        let place = Place {
            said: named.to_owned(),
            path,
            over: self,
        };
        place.free()?;
        Ok(place)
    }
}

impl Place {
    fn free(&self) -> crate::Done {
        if self.path.is_file() && !self.over.replace {
            return Err(Failure::refused(format!(
                "There is already a file {}. Choose another name, or write over it with --replace; nothing was written.",
                self.said.display()
            )));
        }
        Ok(())
    }

    /// Writes beside the place first and moves it there when every byte is on the disk, so that a full disk leaves what was there before.
    pub fn write(&self, bytes: &[u8]) -> crate::Done {
        self.free()?;
        let written = match fs::metadata(&self.path) {
            // A device or a pipe holds nothing that could be lost.
            Ok(there) if !there.is_file() => fs::write(&self.path, bytes),
            there => self.moved_there(bytes, there.ok()),
        };
        written.map_err(|error| {
            Failure::refused(format!(
                "{} could not be written: {error}.",
                self.said.display()
            ))
        })
    }

    fn moved_there(&self, bytes: &[u8], there: Option<fs::Metadata>) -> io::Result<()> {
        let part = self
            .path
            .with_file_name(format!(".rightsdesk-{}.part", process::id()));
        let written = File::create_new(&part)
            .and_then(|mut file| {
                // Who may not read the old file may not read the new one.
                if let Some(there) = there {
                    file.set_permissions(there.permissions())?;
                }
                file.write_all(bytes)?;
                file.sync_all()
            })
            .and_then(|()| fs::rename(&part, &self.path));
        if written.is_err() {
            // Failing to tidy up is not worth a second message.
            let _ = fs::remove_file(&part);
        }
        written
    }
}

/// To the place, or to standard output where none was named. A reader that has had enough (`| head`) is no failure.
pub fn give(place: Option<&Place>, bytes: &[u8]) -> crate::Done {
    match place {
        Some(place) => place.write(bytes),
        None => io::stdout()
            .write_all(bytes)
            .or_else(|error| match error.kind() {
                io::ErrorKind::BrokenPipe => Ok(()),
                _ => Err(Failure::refused(format!(
                    "The output could not be written: {error}."
                ))),
            }),
    }
}

/// By its name, or because keys stand beside it.
fn is_of_a_desk(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    OF_A_DESK.iter().any(|behind| {
        let Some(desk) = name.strip_suffix(behind).filter(|desk| !desk.is_empty()) else {
            return false;
        };
        let beside = |name: String| path.with_file_name(name).is_file();
        desk.to_lowercase().ends_with(".rightsdesk")
            || beside(desk.to_owned()) && beside(format!("{desk}.keys"))
    })
}

/// The desk of this command line under whatever name; it may not be there yet.
fn is_beside(path: &Path, desk: &Path) -> bool {
    let whole = |path: &Path| {
        let name = path.file_name()?;
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        Some(fs::canonicalize(folder).ok()?.join(name))
    };
    let followed = fs::canonicalize(desk).unwrap_or_else(|_| desk.to_owned());
    OF_A_DESK.iter().any(|behind| {
        [desk, &followed].into_iter().any(|desk| {
            let mut file = desk.as_os_str().to_owned();
            file.push(behind);
            let file = whole(Path::new(&file));
            file.is_some() && file == whole(path)
        })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_desk_is_known_by_its_name_and_by_its_keys() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["D.rightsdesk", "d.RIGHTSDESK.keys", "D.rightsdesk-wal"] {
            assert!(is_of_a_desk(&at(name)), "{name}");
        }
        for name in ["shop", "shop.keys", "report.csv"] {
            fs::write(at(name), "x").unwrap();
        }
        for name in ["shop", "shop.keys", "shop.lock"] {
            assert!(is_of_a_desk(&at(name)), "{name}");
        }
        for name in ["report.csv", "house.keys", "rightsdesk.pdf"] {
            assert!(!is_of_a_desk(&at(name)), "{name}");
        }
        assert!(is_beside(&at("new.keys"), &at("new")));
        assert!(!is_beside(&at("news"), &at("new")));
    }

    #[test]
    fn what_cannot_be_written_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        fs::write(&path, "old").unwrap();
        let place = Place {
            said: path.clone(),
            path: path.clone(),
            over: Over { replace: true },
        };
        // Where the half file would stand is a folder: nothing can be written, as on a full disk.
        let part = path.with_file_name(format!(".rightsdesk-{}.part", process::id()));
        fs::create_dir(&part).unwrap();
        let why = place.write(b"new").unwrap_err().to_string();
        assert!(why.contains("could not be written"), "{why}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        fs::remove_dir(&part).unwrap();
        place.write(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
