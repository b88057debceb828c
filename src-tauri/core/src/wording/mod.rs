//! The officer's own words for letters: which templates there are, what is wrong with a changed one, and which version counts.

pub mod check;
pub mod keep;
pub mod list;
pub mod preview;
pub mod show;
mod titles;

use crate::api::wire::Refusal;
use crate::desk::Desk;
use crate::law::Law;
use crate::letter::{self, OwnText, RequiredItem, Wording};
use crate::register::incidents;
use crate::store;
use crate::words::LetterLanguage;
use std::collections::BTreeSet;

/// The desk's own texts that letters of one language are written with.
pub struct OwnWords {
    language: LetterLanguage,
    texts: Vec<OwnText>,
    /// Their versions, in the same order.
    ids: Vec<u32>,
}

/// The texts in use.
pub fn in_use(desk: &Desk, language: LetterLanguage) -> Result<OwnWords, Refusal> {
    let found = store::wording::in_use(desk.store.read(), language)?;
    Ok(OwnWords {
        language,
        ids: found.iter().map(|one| one.id).collect(),
        texts: found
            .into_iter()
            .map(|one| OwnText {
                path: one.path,
                source: one.source,
            })
            .collect(),
    })
}

impl OwnWords {
    /// What letters are made of.
    pub fn wording(&self) -> Wording<'_> {
        Wording {
            language: self.language,
            own: &self.texts,
        }
    }

    /// Of the templates a letter used, the versions of our own; and the program's set of templates.
    pub fn made_of(&self, used: &BTreeSet<String>) -> (Vec<u32>, String) {
        let all = self.texts.iter().zip(&self.ids);
        let own = all.filter(|(text, _)| used.contains(&text.path));
        (
            own.map(|(_, id)| *id).collect(),
            letter::template_set().to_owned(),
        )
    }
}

/// The laws whose letters a template may be used for: all there are, since requests under others than the desk's come in too.
fn laws(desk: &Desk) -> Vec<&'static Law> {
    desk.library.laws().collect()
}

/// What the letter about a breach must say.
fn notice_items() -> Result<Vec<RequiredItem>, Refusal> {
    let items = &incidents::rules::rules()?.items;
    Ok(items
        .iter()
        .map(|item| RequiredItem {
            id: item.id.clone(),
            what: item.what.clone(),
            cite: item.source.cite.clone(),
            confidence: item.source.confidence,
        })
        .collect())
}

/// The text that comes with the program, or a sentence that there is no such template.
fn original(language: LetterLanguage, path: &str) -> Result<String, Refusal> {
    let built_in = Wording::built_in(language);
    let found = built_in.source(path).map(str::to_owned);
    found
        .ok_or_else(|| Refusal::missing(format!("There is no template “{path}” in this language.")))
}
