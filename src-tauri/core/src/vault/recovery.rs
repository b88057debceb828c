//! The recovery key: what opens the desk when every passphrase is forgotten.

use super::random;
use crate::api::wire::Refusal;

/// Letters and digits that are not taken for one another on paper (no I, L, O, U).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A fresh recovery key: 160 random bits in eight groups of four.
pub fn fresh_recovery_key() -> Result<String, Refusal> {
    let bytes = random::<32>()?;
    let groups: Vec<String> = bytes
        .chunks(4)
        .map(|c| c.iter().map(|b| char::from(ALPHABET[usize::from(b % 32)])).collect())
        .collect();
    Ok(groups.join("-"))
}

/// As typed from paper: case, spaces and dashes do not matter, and letters taken for digits are put right.
pub fn normalise(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}
