//! Which templates a letter was drafted from.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::templates::built_in;
use crate::words::LetterLanguage;

/// SHA-256 over language, path and source of every built-in template: an issued letter keeps it as its templates' version.
pub fn template_set() -> &'static str {
    static SET: OnceLock<String> = OnceLock::new();
    SET.get_or_init(|| {
        let mut hasher = Sha256::new();
        let all = LetterLanguage::ALL
            .iter()
            .flat_map(|language| built_in(*language).iter().map(move |it| (language, it)));
        for (language, (path, source)) in all {
            for part in [language.id(), path, source] {
                hasher.update((part.len() as u64).to_be_bytes());
                hasher.update(part.as_bytes());
            }
        }
        let hash = hasher.finalize();
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    })
}
