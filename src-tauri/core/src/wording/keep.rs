//! Texts being typed, versions, and which of them letters are written with.

use super::check::{against, reviewed};
use super::original;
use super::show::view;
use super::titles::called;
use crate::api::wire::{
    Done, Refusal, WordingAt, WordingSave, WordingText, WordingUse, WordingView,
};
use crate::desk::{App, Desk};
use crate::letter::tongue;
use crate::store::{self, Event, wording::New};
use crate::time::Now;
use crate::vault::sha256;
use crate::words::LetterLanguage;
use serde_json::json;

/// What an officer can still be typing: ten times what can be used, so that a slip of the hand loses nothing.
const MOST: usize = 600_000;

/// See the command table.
pub fn draft(app: &mut App, args: WordingText, now: Now) -> Result<Done, Refusal> {
    let desk = app.desk()?;
    original(args.language, &args.path)?;
    short_enough(&args.source)?;
    desk.store.scratch(|tx| {
        store::wording::save_draft(tx, args.language, &args.path, &args.source, &now.stamp())
    })?;
    Ok(Done {})
}

/// See the command table.
pub fn discard(app: &mut App, args: WordingAt, _: Now) -> Result<WordingView, Refusal> {
    let desk = app.desk()?;
    original(args.language, &args.path)?;
    desk.store
        .scratch(|tx| store::wording::discard_draft(tx, args.language, &args.path))?;
    view(desk, args.language, &args.path)
}

fn short_enough(source: &str) -> Result<(), Refusal> {
    if source.len() > MOST {
        return Err(Refusal::field(
            "source",
            "This text is too long to be kept. Shorten it.",
        ));
    }
    Ok(())
}

/// See the command table. A text that is not clean is kept, and not used.
pub fn save(app: &mut App, args: WordingSave, now: Now) -> Result<WordingView, Refusal> {
    let desk = app.desk()?;
    let original = original(args.language, &args.path)?;
    short_enough(&args.source)?;
    let versions = store::wording::versions(desk.store.read(), args.language, &args.path)?;
    let last = versions.first();
    if last.is_some_and(|last| last.source == args.source) {
        return Err(Refusal::not_now(
            "Nothing was changed since the last version. Put that version in use instead.",
        ));
    }
    if last.is_none() && args.source == original {
        return Err(Refusal::not_now(
            "This is the original, word for word. Change something first.",
        ));
    }
    if args.in_use {
        usable(desk, args.language, &args.path, &args.source, "This text")?;
    }
    let number = last.map_or(1, |last| last.version + 1);
    let name = name(desk, args.language, &args.path)?;
    let (hash, from) = (sha256(args.source.as_bytes()), sha256(original.as_bytes()));
    let officer = desk.officer.id;
    desk.store.transact(officer, now, |tx, seq| {
        let new = New {
            language: args.language,
            path: &args.path,
            version: number,
            source: &args.source,
            sha256: &hash,
            original: &original,
            original_sha256: &from,
            note: args.note.trim(),
        };
        let id = store::wording::insert(tx, &new, seq)?;
        if args.in_use {
            store::wording::put_in_use(tx, args.language, &args.path, Some(id), seq)?;
        }
        store::wording::discard_draft(tx, args.language, &args.path)?;
        let what = if args.in_use {
            format!("Own wording of {name}: version {number} kept and in use.")
        } else {
            format!("Own wording of {name}: version {number} kept, not in use.")
        };
        let event = Event::desk("wording-kept", what)
            .facts(json!({
                "language": args.language, "path": args.path, "version": number, "sha256": hash,
                "original_sha256": from, "in_use": args.in_use,
            }))
            .detail("Note", args.note.trim());
        Ok(((), event))
    })?;
    view(desk, args.language, &args.path)
}

/// See the command table.
pub fn put_in_use(app: &mut App, args: WordingUse, now: Now) -> Result<WordingView, Refusal> {
    let desk = app.desk()?;
    let original = original(args.language, &args.path)?;
    let versions = store::wording::versions(desk.store.read(), args.language, &args.path)?;
    let used = versions.iter().find(|one| one.in_use);
    let name = name(desk, args.language, &args.path)?;
    let (id, kind, what, hash) = match args.version {
        Some(number) => {
            let wanted = versions.iter().find(|one| one.version == number);
            let wanted = wanted.ok_or_else(|| {
                Refusal::missing(format!("There is no version {number} of this text."))
            })?;
            if wanted.in_use {
                return Err(Refusal::not_now(format!(
                    "Version {number} is in use already."
                )));
            }
            let called = format!("Version {number}");
            usable(desk, args.language, &args.path, &wanted.source, &called)?;
            (
                Some(wanted.id),
                "wording-used",
                format!("Own wording of {name}: version {number} in use."),
                wanted.sha256.clone(),
            )
        }
        None => {
            let Some(used) = used else {
                return Err(Refusal::not_now("The original is in use already."));
            };
            usable(desk, args.language, &args.path, &original, "The original")?;
            (
                None,
                "wording-original",
                format!(
                    "Own wording of {name}: the original in use again, instead of version {}.",
                    used.version
                ),
                sha256(original.as_bytes()),
            )
        }
    };
    let officer = desk.officer.id;
    desk.store.transact(officer, now, |tx, seq| {
        store::wording::put_in_use(tx, args.language, &args.path, id, seq)?;
        let event = Event::desk(kind, what).facts(json!({
            "language": args.language, "path": args.path, "version": args.version, "sha256": hash,
        }));
        Ok(((), event))
    })?;
    view(desk, args.language, &args.path)
}

/// Says why a text cannot be used, and what to do.
fn usable(
    desk: &Desk,
    language: LetterLanguage,
    path: &str,
    source: &str,
    called: &str,
) -> Result<(), Refusal> {
    let found = reviewed(desk, language, path, source)?;
    match against(desk, &found) {
        None => Ok(()),
        Some(why) => Err(Refusal::not_now(format!(
            "{called} cannot be used for letters: {why} Mend that first; until then it can be kept as a version."
        ))),
    }
}

/// `“Refusal” (GDPR, English)`.
fn name(desk: &Desk, language: LetterLanguage, path: &str) -> Result<String, Refusal> {
    let called = called(desk.library, path)?;
    let language = &tongue(language)?.name;
    Ok(format!("“{}” ({}, {language})", called.title, called.group))
}
