//! One template, with everything that helps to change it.

use super::check::{letter, reviewed, told};
use super::{in_use, laws, list, original};
use crate::api::wire::{
    Refusal, WordingAt, WordingCase, WordingField, WordingFields, WordingFilter, WordingRight,
    WordingVersion, WordingView,
};
use crate::desk::{App, Desk};
use crate::law::Law;
use crate::letter::wording::{
    FieldKind, Scene, breach_values, catalogue, outcomes, sample_values, under, uses,
};
use crate::store;
use crate::time::Now;
use crate::vault::sha256;
use crate::words::{LetterKind, LetterLanguage, Right};
use std::collections::BTreeMap;

/// See the command table.
pub fn show(app: &mut App, args: WordingAt, _: Now) -> Result<WordingView, Refusal> {
    view(app.desk()?, args.language, &args.path)
}

/// The page of a template.
pub(super) fn view(
    desk: &Desk,
    language: LetterLanguage,
    path: &str,
) -> Result<WordingView, Refusal> {
    let original = original(language, path)?;
    let now_sha256 = sha256(original.as_bytes());
    let row = list::rows(desk, language)?
        .into_iter()
        .find(|row| row.path == path)
        .ok_or_else(|| Refusal::broken("a template is on no list"))?;
    let versions: Vec<WordingVersion> =
        store::wording::versions(desk.store.read(), language, path)?
            .into_iter()
            .map(|one| WordingVersion {
                version: one.version,
                source: one.source,
                sha256: one.sha256,
                note: one.note,
                at: one.at,
                officer: one.officer,
                in_use: one.in_use,
                made_from: if one.original_sha256 == now_sha256 {
                    String::new()
                } else {
                    one.original
                },
            })
            .collect();
    let in_use = versions.iter().find(|one| one.in_use);
    let source = store::wording::draft(desk.store.read(), language, path)?
        .or_else(|| in_use.map(|one| one.source.clone()))
        .unwrap_or_else(|| original.clone());
    let cases = cases(desk, language, path)?;
    let found = reviewed(desk, language, path, &source)?;
    Ok(WordingView {
        check: told(desk, found, &original),
        groups: groups(desk, language, path, &cases)?,
        filters: catalogue()?
            .filters
            .iter()
            .map(|filter| WordingFilter {
                name: filter.name.clone(),
                what: filter.what.clone(),
                example: filter.example.clone(),
            })
            .collect(),
        cases,
        row,
        source,
        original,
        versions,
    })
}

/// The letters a template can be seen in, those of the desk's laws first.
fn cases(desk: &Desk, language: LetterLanguage, path: &str) -> Result<Vec<WordingCase>, Refusal> {
    let own = in_use(desk, language)?;
    let found = uses(&own.wording(), &laws(desk))?
        .remove(path)
        .unwrap_or_default();
    let mut by_letter: BTreeMap<(String, Option<LetterKind>), Vec<Right>> = BTreeMap::new();
    for one in found {
        let rights = by_letter.entry((one.law, one.kind)).or_default();
        rights.extend(one.right);
    }
    let mut all = Vec::new();
    for ((id, kind), rights) in by_letter {
        let law = desk.library.law(&id).ok();
        let rights = match law {
            Some(law) => named(law, rights)?,
            None => Vec::new(),
        };
        if law.is_some() && rights.is_empty() {
            continue;
        }
        all.push(WordingCase {
            title: letter(desk, &id, kind),
            law_short: law.map(|law| law.short.clone()).unwrap_or_default(),
            outcomes: kind.map(|kind| outcomes(kind).to_vec()).unwrap_or_default(),
            law: id,
            kind,
            rights,
        });
    }
    let ours = |case: &WordingCase| desk.profile.laws.contains(&case.law);
    all.sort_by_key(|case| !ours(case));
    Ok(all)
}

/// The rights that the law gives on the sample's day.
fn named(law: &Law, rights: Vec<Right>) -> Result<Vec<WordingRight>, Refusal> {
    let on = under(law)?.received_on;
    Ok(rights
        .into_iter()
        .filter_map(|right| {
            let rule = law.right(right, on).ok()?;
            Some(WordingRight {
                right,
                name: rule.name.clone(),
            })
        })
        .collect())
}

/// The fields by what they are about, each with what the ordinary sample has there.
fn groups(
    desk: &Desk,
    language: LetterLanguage,
    path: &str,
    cases: &[WordingCase],
) -> Result<Vec<WordingFields>, Refusal> {
    let scene = Scene::of(path);
    let seen = cases
        .iter()
        .find_map(|case| Some((case.law.as_str(), case.kind?, case.rights.first()?.right)));
    let values = match (scene, seen) {
        (Scene::Breach, _) => breach_values(language)?,
        (Scene::Request, Some((law, kind, right))) => {
            sample_values(language, desk.library.law(law)?, kind, right)?
        }
        (Scene::Request, None) => BTreeMap::new(),
    };
    let all = &catalogue()?.groups;
    Ok(all
        .iter()
        .filter(|group| group.scene == scene)
        .map(|group| WordingFields {
            title: group.title.clone(),
            fields: group
                .fields
                .iter()
                .map(|field| {
                    let (name, within) = written(&field.name);
                    WordingField {
                        insert: insert(&name, field.kind),
                        sample: values.get(&field.name).cloned().unwrap_or_default(),
                        what: field.what.clone(),
                        kind: match field.kind {
                            FieldKind::Text => "text",
                            FieldKind::List => "list",
                            FieldKind::YesNo => "yes-no",
                            FieldKind::Number => "number",
                            FieldKind::Word => "word",
                            FieldKind::Group => "group",
                        }
                        .into(),
                        name,
                        within,
                    }
                })
                .collect(),
        })
        .collect())
}

/// What each of a list is called in a loop.
fn each(list: &str) -> &'static str {
    match list {
        "claims" | "aside" => "claim",
        "bodies" | "appeal_bodies" => "body",
        "promises" => "promise",
        "account.rows" => "row",
        _ => "one",
    }
}

/// A field as it is written, and the list within whose loop it is known.
fn written(name: &str) -> (String, String) {
    match name.split_once("[].") {
        Some((list, part)) => (format!("{}.{part}", each(list)), list.to_owned()),
        None => (name.to_owned(), String::new()),
    }
}

/// What is put at the cursor for a field.
fn insert(name: &str, kind: FieldKind) -> String {
    match kind {
        FieldKind::Text => format!("{{{{ {name} | line }}}}"),
        FieldKind::Number | FieldKind::Word => format!("{{{{ {name} }}}}"),
        FieldKind::YesNo | FieldKind::Group => format!("{{% if {name} %}}…{{% endif %}}"),
        FieldKind::List => {
            let each = each(name);
            format!("{{% for {each} in {name} %}}\n…\n{{% endfor %}}")
        }
    }
}
