//! Bringing a policy in: shown first, then kept with its bytes as they came.

use super::book::named;
use super::held::{Held, blocks};
use super::versions::{moving, read_about, show};
use crate::api::wire::{
    Cleaned, PolicyDateFound, PolicyFile, PolicyId, PolicyIn, PolicyRead, PolicyView, Refusal,
};
use crate::desk::App;
use crate::policy::import::{self, Imported};
use crate::store::{self, Event, policy::Version};
use crate::time::{Now, short};
use crate::vault::sha256;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use serde_json::json;

/// See the command table.
pub fn read(app: &mut App, args: PolicyFile, _: Now) -> Result<PolicyRead, Refusal> {
    let desk = app.desk()?;
    let bytes = bytes_of(&args)?;
    let imported = import(&args.name, &bytes)?;
    let hash = sha256(&bytes);
    let same = desk
        .policy
        .standing_versions()
        .find(|version| version.sha256 == hash)
        .map(named);
    let held = Held::new(imported.document, Vec::new());
    Ok(PolicyRead {
        format: imported.format,
        sha256: hash,
        size: size(bytes.len()),
        title: imported.title,
        effective: imported.effective.map(|(on, words)| PolicyDateFound {
            on: on.to_string(),
            words,
        }),
        source: imported.source,
        blocks: blocks(&held.document, |byte| held.character(byte)),
        cleaned: cleaned(imported.cleaned),
        suggestions: size(held.proposals.len()),
        same_as: same,
    })
}

/// See the command table.
pub fn add(app: &mut App, args: PolicyIn, now: Now) -> Result<PolicyView, Refusal> {
    let desk = app.desk()?;
    let bytes = bytes_of(&args.file)?;
    let imported = import(&args.file.name, &bytes)?;
    let name: String = args
        .file
        .name
        .chars()
        .filter(|c| crate::request::preview::harmless(*c))
        .take(LONGEST_NAME)
        .collect();
    let mut version = read_about(
        &args.about,
        Version {
            id: 0,
            title: String::new(),
            from: NaiveDate::MIN,
            until: None,
            source: String::new(),
            publisher: String::new(),
            format: imported.format,
            file_name: name,
            size: size(bytes.len()),
            sha256: sha256(&bytes),
            withdrawn: String::new(),
            characters: 0,
            suggested: 0,
            added_at: String::new(),
            added_by: String::new(),
        },
    )?;
    let known = desk
        .policy
        .standing_versions()
        .find(|known| known.from == version.from);
    if let Some(known) = known {
        return Err(Refusal::field(
            "from",
            format!(
                "“{}” begins on that day already. Two versions cannot be in force on one day: choose another day, or withdraw that one first.",
                known.title
            ),
        ));
    }
    let held = Held::new(imported.document, cleaned(imported.cleaned));
    version.characters = held.characters();
    version.suggested = size(held.proposals.len());
    let event = Event::desk(
        "policy-added",
        format!("The policy of {} was brought in.", short(version.from)),
    )
    .facts(json!({
        "from": version.from, "until": version.until, "format": version.format, "sha256": version.sha256,
        "size": version.size, "suggested": version.suggested,
    }))
    .detail("Title", version.title.clone())
    .detail("File", version.file_name.clone())
    .detail("Source", version.source.clone())
    .detail("Published by", version.publisher.clone());
    let id = moving(desk, event, now, |tx, seq| {
        store::policy::insert(tx, &version, &held.document, &held.cleaned, &bytes, seq)
    })?;
    desk.policy.hold(id, held);
    show(app, PolicyId { id }, now)
}

/// Longest name of a file that is kept.
const LONGEST_NAME: usize = 200;

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn bytes_of(file: &PolicyFile) -> Result<Vec<u8>, Refusal> {
    if file.base64.is_empty() {
        if file.text.trim().is_empty() {
            return Err(Refusal::field(
                "text",
                "Open a file, or paste the text of the policy.",
            ));
        }
        return Ok(file.text.clone().into_bytes());
    }
    STANDARD
        .decode(&file.base64)
        .map_err(|_| Refusal::field("file", "The file did not arrive whole. Open it again."))
}

fn import(name: &str, bytes: &[u8]) -> Result<Imported, Refusal> {
    import::read(name, bytes).map_err(|why| Refusal::field("file", why.to_string()))
}

fn cleaned(all: Vec<import::Cleaned>) -> Vec<Cleaned> {
    all.into_iter()
        .map(|one| Cleaned {
            what: one.what,
            sample: one.sample,
            characters: size(one.characters),
        })
        .collect()
}
