//! What templates are called on lists; read from `data/letters/parts.toml`.

use crate::api::wire::Refusal;
use crate::law::Library;
use crate::request::letter_fields;
use crate::words::{LetterKind, Right};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// By the first folder, where that is no law.
    group: BTreeMap<String, String>,
    /// By folder, of files named after a right: `{right}`.
    folder: BTreeMap<String, String>,
    /// By file.
    part: BTreeMap<String, String>,
}

fn file() -> Result<&'static File, Refusal> {
    static READ: OnceLock<Result<File, Refusal>> = OnceLock::new();
    READ.get_or_init(|| {
        toml::from_str(include_str!("../../data/letters/parts.toml"))
            .map_err(|e| Refusal::broken(&format!("the names of templates cannot be read ({e})")))
    })
    .as_ref()
    .map_err(Refusal::clone)
}

/// Title, whose words they are, and whether it is only a part of letters.
pub(super) struct Called {
    pub title: String,
    pub group: String,
    pub part: bool,
}

/// What a template is called.
pub(super) fn called(library: &Library, path: &str) -> Result<Called, Refusal> {
    let file = file()?;
    let name = path.trim_end_matches(".txt");
    let pieces: Vec<&str> = name.split('/').collect();
    let first = pieces.first().copied().unwrap_or_default();
    let last = pieces.last().copied().unwrap_or_default();
    let group = match file.group.get(first) {
        Some(known) => known.clone(),
        None => library.law(first)?.short.clone(),
    };
    if pieces.len() == 2
        && let Some(kind) = LetterKind::from_id(last)
    {
        return Ok(Called {
            title: letter_fields::title(kind).to_owned(),
            group,
            part: false,
        });
    }
    let folder = pieces.get(1).filter(|_| pieces.len() == 3);
    let right = Right::from_id(last).map(|right| right.id().replace('-', " "));
    let title = match (folder.and_then(|f| file.folder.get(*f)), right) {
        (Some(pattern), Some(right)) => pattern.replace("{right}", &right),
        (Some(pattern), None) if last == "other" => pattern.replace("{right}", "any other right"),
        _ => file
            .part
            .get(last)
            .cloned()
            .ok_or_else(|| Refusal::broken(&format!("the template {path} has no name")))?,
    };
    Ok(Called {
        title,
        group,
        part: path != "incident/notice.txt",
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::letter::Wording;
    use crate::words::LetterLanguage;

    #[test]
    fn every_template_has_a_name_and_a_house() {
        let library = Library::bundled().unwrap();
        for language in LetterLanguage::ALL {
            for (path, _) in Wording::built_in(*language).originals() {
                let called = called(library, path).unwrap_or_else(|e| panic!("{path}: {e:?}"));
                assert!(!called.title.contains('{'), "{path}: {}", called.title);
                assert!(!called.group.is_empty(), "{path}");
            }
        }
    }
}
