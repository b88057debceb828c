//! Writes a file the officer asked for: whole or not at all.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

/// Writes beside the place first and moves it there when every byte is on the disk, so that a full disk leaves what was there before.
pub fn whole(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(place.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    name.push(".part");
    let part = place.with_file_name(name);
    let written = write(&part, bytes).and_then(|()| fs::rename(&part, place));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

/// Writes several new files; when one cannot be written, those written before it are taken away again.
pub fn all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    if files.iter().any(|(name, _)| folder.join(name).exists()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    for (at, (name, bytes)) in files.iter().enumerate() {
        if let Err(error) = whole(&folder.join(name), bytes) {
            for (written, _) in &files[..at] {
                let _ = fs::remove_file(folder.join(written));
            }
            return Err(error);
        }
    }
    Ok(())
}

fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(place)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn several_files_are_written_or_none_is() {
        let folder = std::env::temp_dir().join(format!("rightsdesk-save-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = |name: &str| (name.to_owned(), b"letter".to_vec());
        all(&folder, &[file("a.pdf"), file("b.pdf")]).unwrap();
        let again = all(&folder, &[file("c.pdf"), file("a.pdf")]).unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        // A name that cannot be one: what came before it is taken away.
        assert!(all(&folder, &[file("d.pdf"), file("no/such/folder.pdf")]).is_err());
        let mut left: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["a.pdf", "b.pdf"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
