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

fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(place)?;
    file.write_all(bytes)?;
    file.sync_all()
}
