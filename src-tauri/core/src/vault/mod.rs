//! Passphrase, key and recovery key.
//!
//! The desk's own key is random and never changes; each officer's passphrase and the recovery key only unwrap it.
//! So a passphrase can change, and a second officer can be added, without rewriting the desk.
//! The wrapped keys stand in a small file beside the desk; it names no person.

mod keyfile;
mod recovery;

pub use keyfile::{DeskKey, KeyFile, key_path};
pub use recovery::{fresh_recovery_key, normalise};

use crate::api::wire::Refusal;

/// Shortest passphrase accepted; the window's meter asks for more than length.
pub const SHORTEST_PASSPHRASE: usize = 10;

/// Says no to a passphrase that a machine would find at once.
pub fn check_passphrase(passphrase: &str) -> Result<(), Refusal> {
    if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        return Err(Refusal::field(
            "passphrase",
            format!("Use at least {SHORTEST_PASSPHRASE} characters; four or five words that do not belong together are best."),
        ));
    }
    let first = passphrase.chars().next();
    if passphrase.chars().all(|c| Some(c) == first) {
        return Err(Refusal::field("passphrase", "One character over and over is found at once. Use four or five words that do not belong together."));
    }
    Ok(())
}

/// Fresh random bytes from the system.
pub fn random<const N: usize>() -> Result<[u8; N], Refusal> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Refusal::broken(&format!("the system gave no random numbers ({e})")))?;
    Ok(bytes)
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut s, b| {
        // Writing into a String cannot fail.
        let _ = write!(s, "{b:02x}");
        s
    })
}

/// SHA-256 as lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(bytes))
}
