//! The templates there are.

use super::titles::called;
use super::{in_use, laws};
use crate::api::wire::{
    Nothing, Refusal, WordingKind, WordingLanguage, WordingLaw, WordingList, WordingRow,
};
use crate::desk::{App, Desk};
use crate::letter::wording::{Use, uses};
use crate::letter::{Wording, tongue};
use crate::request::letter_fields;
use crate::store;
use crate::time::Now;
use crate::vault::sha256;
use crate::words::{LetterKind, LetterLanguage};
use std::collections::{BTreeMap, BTreeSet};

/// See the command table.
pub fn list(app: &mut App, _: Nothing, _: Now) -> Result<WordingList, Refusal> {
    let desk = app.desk()?;
    let mut all = Vec::new();
    let mut languages = Vec::new();
    for language in LetterLanguage::ALL.iter().copied() {
        all.extend(rows(desk, language)?);
        languages.push(WordingLanguage {
            language,
            name: tongue(language)?.name.clone(),
        });
    }
    let ours = |id: &str| desk.profile.laws.iter().any(|law| law == id);
    let mut known: Vec<WordingLaw> = laws(desk)
        .into_iter()
        .map(|law| WordingLaw {
            id: law.id.clone(),
            short: law.short.clone(),
            ours: law.always || ours(&law.id),
        })
        .collect();
    known.sort_by_key(|law| !law.ours);
    Ok(WordingList {
        rows: all,
        laws: known,
        kinds: LetterKind::ALL
            .iter()
            .map(|kind| WordingKind {
                kind: *kind,
                title: letter_fields::title(*kind).into(),
            })
            .collect(),
        languages,
    })
}

/// The templates of one language.
pub(super) fn rows(desk: &Desk, language: LetterLanguage) -> Result<Vec<WordingRow>, Refusal> {
    let own = in_use(desk, language)?;
    let used = store::wording::in_use(desk.store.read(), language)?;
    let states: BTreeMap<String, store::wording::State> =
        store::wording::states(desk.store.read())?
            .into_iter()
            .filter(|state| state.language == language)
            .map(|state| (state.path.clone(), state))
            .collect();
    let mut found = uses(&own.wording(), &laws(desk))?;
    let mut all = Vec::new();
    for (path, source) in Wording::built_in(language).originals() {
        let uses = found.remove(*path).unwrap_or_default();
        let called = called(desk.library, path)?;
        let version = used.iter().find(|one| one.path == *path);
        let state = states.get(*path);
        all.push(WordingRow {
            language,
            path: (*path).to_owned(),
            title: called.title,
            group: called.group,
            part: called.part,
            laws: of_laws(desk, &uses),
            kinds: of_kinds(&uses),
            version: version.map(|one| one.version),
            versions: state.map_or(0, |state| state.versions),
            unsaved: state.is_some_and(|state| state.unsaved),
            original_changed: version
                .is_some_and(|one| one.original_sha256 != sha256(source.as_bytes())),
        });
    }
    // Whole letters before the parts they take in; what is never used in this language last.
    all.sort_by(|a, b| {
        let of = |row: &WordingRow| (row.part, row.kinds.first().copied(), row.group.clone());
        of(a).cmp(&of(b)).then_with(|| a.path.cmp(&b.path))
    });
    Ok(all)
}

fn of_laws(desk: &Desk, uses: &BTreeSet<Use>) -> Vec<String> {
    let used: BTreeSet<&str> = uses.iter().map(|one| one.law.as_str()).collect();
    let all = laws(desk).into_iter();
    all.filter(|law| used.contains(law.id.as_str()))
        .map(|law| law.id.clone())
        .collect()
}

fn of_kinds(uses: &BTreeSet<Use>) -> Vec<LetterKind> {
    let used: BTreeSet<LetterKind> = uses.iter().filter_map(|one| one.kind).collect();
    used.into_iter().collect()
}
