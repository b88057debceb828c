//! Keys that open quickly.
//!
//! The passphrase function is slow on purpose; a test that opens a desk hundreds of times asks for less of it.
//! The key file carries its own costs, so this needs no door in the core.

use rightsdesk_core::vault::{DeskKey, KeyFile};
use std::path::Path;

/// The desk's own key, by a passphrase.
pub fn key_of(place: &Path, passphrase: &str) -> DeskKey {
    KeyFile::read(place)
        .unwrap()
        .unwrap_with(passphrase)
        .unwrap()
        .0
}

/// Wraps the key anew at the lowest cost the program accepts. The recovery key stops working.
pub fn make_quick(place: &Path, passphrase: &str) -> DeskKey {
    let slow = KeyFile::read(place).unwrap();
    let (key, officer) = slow.unwrap_with(passphrase).unwrap();
    let mut spelled = serde_json::to_value(&slow).unwrap();
    spelled["memory_kib"] = 8.into();
    spelled["passes"] = 1.into();
    spelled["slots"] = serde_json::json!([]);
    let mut quick: KeyFile = serde_json::from_value(spelled).unwrap();
    quick.wrap(&key, officer, passphrase).unwrap();
    quick.write(place).unwrap();
    key
}
