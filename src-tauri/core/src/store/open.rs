//! Opening, creating and copying the encrypted file.

use crate::api::wire::{Code, Refusal};
use crate::vault::{DeskKey, hex};
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Takes the desk for this process. The system gives it back when the process ends, however it ends.
pub fn lock(desk: &Path) -> Result<File, Refusal> {
    let mut name = desk.as_os_str().to_owned();
    name.push(".lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&name)?;
    for try_again in [true, true, true, true, true, false] {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            // A program started this very moment, such as the system's printing, holds what we hold until it is under way:
            // a desk just locked can look taken for an instant.
            Err(TryLockError::WouldBlock) if try_again => {
                std::thread::sleep(std::time::Duration::from_millis(40));
            }
            Err(TryLockError::WouldBlock) => break,
            Err(TryLockError::Error(e)) => return Err(e.into()),
        }
    }
    Err(Refusal::coded(
        Code::AlreadyOpen,
        "This desk is already open in another window or program. Go to that window, or close it and try again.",
    ))
}

/// A new, empty, encrypted file.
pub fn fresh(path: &Path, key: &DeskKey) -> Result<Connection, Refusal> {
    if path.exists() {
        return Err(Refusal::field(
            "place",
            "There is already a file of that name. Choose another name; nothing was written over.",
        ));
    }
    let conn = Connection::open(path)?;
    prepare(&conn, key)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    Ok(conn)
}

/// A file that is there. A wrong key and a damaged file look the same to SQLCipher; the key was proved before.
pub fn existing(path: &Path, key: &DeskKey) -> Result<Connection, Refusal> {
    if !path.exists() {
        return Err(Refusal::missing(
            "The desk file is not at that place any more. It may have been moved or renamed.",
        ));
    }
    // SQLite takes an empty file for an empty database, and would write to it.
    if path.metadata()?.len() == 0 {
        return Err(Refusal::coded(
            Code::Damaged,
            "The desk file is empty. It was not changed; open your last backup, and look in the folder it came from for the whole one.",
        ));
    }
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    prepare(&conn, key)?;
    // The first read that needs the key.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| {
        r.get::<_, i64>(0)
    })?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    Ok(conn)
}

/// How much of the file stays in memory, in KiB, as SQLite wants it.
pub const USUAL: i64 = -65_536;
/// While a whole file of entries is written.
pub const ROOMY: i64 = -262_144;

fn prepare(conn: &Connection, key: &DeskKey) -> Result<(), Refusal> {
    let raw = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", hex(key.as_slice())));
    // What is wrong is said in a sentence of ours, not on standard error.
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    conn.execute_batch(&raw)?;
    // Temporary tables and sorts stay in memory: no plain page ever reaches the disk.
    // FULL: a change that was acknowledged survives the power going.
    conn.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;")?;
    // 64 MiB: a page that stays in memory is not deciphered again at every keystroke of a search.
    conn.pragma_update(None, "cache_size", USUAL)?;
    conn.busy_timeout(std::time::Duration::from_secs(2))?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// An encrypted copy under the same key, consistent although the desk is open.
///
/// Written under another name first: cut off half way it is never taken for a copy.
pub fn copy(conn: &Connection, to: &Path) -> Result<(), Refusal> {
    if to.exists() {
        return Err(Refusal::field(
            "place",
            "There is already a file of that name. Choose another name; nothing was written over.",
        ));
    }
    let mut half = to.as_os_str().to_owned();
    half.push(".half");
    let half = PathBuf::from(half);
    let name = half.to_str().ok_or_else(|| {
        Refusal::input(
            "The name of that place has characters this program cannot pass on. Choose another.",
        )
    })?;
    if half.exists() {
        std::fs::remove_file(&half)?;
    }
    conn.execute("VACUUM INTO ?1", [name])
        .map_err(Refusal::from)
        .and_then(|_| Ok(std::fs::rename(&half, to)?))
        .inspect_err(|_| {
            // Failing to tidy up is not worth a second message.
            let _ = std::fs::remove_file(&half);
        })
}
