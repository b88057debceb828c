//! The desk file as somebody sees it who has the key but not the program.

use rightsdesk_core::vault::hex;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// Opens the file with the key, past every rule of the program.
pub fn open(place: &Path, key: &[u8; 32]) -> Connection {
    let conn = Connection::open(place).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex(key)))
        .unwrap();
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| {
        r.get::<_, i64>(0)
    })
    .unwrap();
    conn
}

/// Every file of a folder whose bytes hold one of the words, in UTF-8 or UTF-16.
pub fn files_holding(folder: &Path, words: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // A file of the desk may vanish while it is looked at.
            let Ok(bytes) = std::fs::read(&path) else {
                continue;
            };
            let holds = |word: &str| {
                let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
                has(&bytes, word.as_bytes()) || has(&bytes, &wide)
            };
            if words.iter().any(|w| holds(w)) {
                found.push(path);
            }
        }
    }
    found
}

fn has(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|w| w == needle)
}
