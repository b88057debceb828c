//! Files kept with a request, byte for byte as they came.

use super::steps::after;
use crate::api::wire::{Done, FileBytes, FileId, FileIn, FileName, Refusal};
use crate::desk::App;
use crate::store::{self, Event};
use crate::time::Now;
use crate::vault::sha256;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

/// A file is read into memory whole, so there is an end to its size.
pub const LARGEST_FILE: usize = 50 * 1024 * 1024;

/// What to say of a file that is too large; the shell says it before it reads one.
pub fn too_large(name: &str, size: u64) -> Refusal {
    Refusal::input(format!(
        "“{name}” has {} MB; a desk keeps files of up to {} MB. Note where it is kept instead, or add the part that matters.",
        size / (1024 * 1024),
        LARGEST_FILE / (1024 * 1024)
    ))
}

/// See the command table.
pub fn add(app: &mut App, args: FileIn, now: Now) -> Result<FileName, Refusal> {
    // Four characters of base64 carry three bytes: too large is seen before anything is decoded.
    if args.base64.len() / 4 * 3 > LARGEST_FILE {
        return Err(too_large(&args.name, (args.base64.len() / 4 * 3) as u64));
    }
    let bytes = STANDARD
        .decode(&args.base64)
        .map_err(|_| Refusal::input("The file did not arrive whole. Add it again."))?;
    keep(app, args.request, &args.name, &args.media_type, &bytes, now)
}

/// Keeps bytes that the shell read itself.
pub fn keep(
    app: &mut App,
    request: Option<u32>,
    name: &str,
    media_type: &str,
    bytes: &[u8],
    now: Now,
) -> Result<FileName, Refusal> {
    let desk = app.desk()?;
    if bytes.len() > LARGEST_FILE {
        return Err(too_large(name, bytes.len() as u64));
    }
    let mut file = FileName {
        id: 0,
        // The last part of a path, whatever the system it came from.
        name: name
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(name)
            .chars()
            .filter(|c| super::preview::harmless(*c))
            .take(200)
            .collect(),
        media_type: media_type.chars().take(100).collect(),
        size: u32::try_from(bytes.len()).map_err(|_| too_large(name, bytes.len() as u64))?,
        sha256: sha256(bytes),
        added_at: now.stamp(),
    };
    if file.name.is_empty() {
        file.name = "file".into();
    }
    match request {
        None => {
            file.id = desk
                .store
                .scratch(|tx| store::file::insert(tx, None, &file, bytes))?
        }
        Some(request) => {
            store::request::load(desk.store.read(), request)?.still_here()?;
            let officer = desk.officer.clone();
            file.id = desk.store.transact(officer.id, now, |tx, _| {
                let id = store::file::insert(tx, Some(request), &file, bytes)?;
                let event = Event::of(request, "file-added", "A file was added.")
                    .facts(json!({ "file": id, "sha256": file.sha256, "size": file.size }))
                    .detail("File", file.name.clone());
                Ok((id, event))
            })?;
            after(desk, request, now)?;
        }
    }
    Ok(file)
}

/// See the command table.
pub fn open(app: &mut App, args: FileId, _: Now) -> Result<FileBytes, Refusal> {
    let (mut file, bytes) = store::file::open(app.desk()?.store.read(), args.id)?;
    file.base64 = STANDARD.encode(bytes);
    Ok(file)
}

/// See the command table.
pub fn discard(app: &mut App, args: FileId, _: Now) -> Result<Done, Refusal> {
    let gone = app
        .desk()?
        .store
        .scratch(|tx| store::file::discard(tx, args.id))?;
    if gone {
        Ok(Done {})
    } else {
        Err(Refusal::not_now(
            "That file belongs to a logged request and stays with it.",
        ))
    }
}
