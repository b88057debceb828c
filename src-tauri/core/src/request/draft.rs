//! The request half typed: kept in the encrypted desk, so that a crash loses nothing and no page stores it.

use crate::api::wire::{Done, DraftIn, DraftOut, Nothing, Refusal};
use crate::desk::App;
use crate::store;
use crate::time::Now;

/// See the command table.
pub fn save(app: &mut App, args: DraftIn, now: Now) -> Result<Done, Refusal> {
    let body = serde_json::to_string(&args.draft).map_err(|e| Refusal::broken(&e.to_string()))?;
    app.desk()?.store.scratch(|tx| store::draft::save(tx, &body, &now.stamp()))?;
    Ok(Done {})
}

/// See the command table. A draft of another version of the program that cannot be read is left out, its files are kept.
pub fn load(app: &mut App, _: Nothing, _: Now) -> Result<DraftOut, Refusal> {
    let desk = app.desk()?;
    let files = store::file::of(desk.store.read(), None)?;
    let kept = store::draft::load(desk.store.read())?;
    let (draft, saved_at) = kept.map_or((None, None), |(body, at)| (serde_json::from_str(&body).ok(), Some(at)));
    Ok(DraftOut { draft, files, saved_at })
}

/// See the command table.
pub fn discard(app: &mut App, _: Nothing, _: Now) -> Result<Done, Refusal> {
    app.desk()?.store.scratch(|tx| {
        store::draft::discard(tx)?;
        store::file::discard_all(tx)
    })?;
    Ok(Done {})
}
