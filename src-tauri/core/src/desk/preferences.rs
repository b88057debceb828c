//! What the window remembers for an officer. No facts, hence no events.

use super::{App, Desk, session::AUTO_LOCK_MINUTES};
use crate::api::wire::{Done, Nothing, Preferences, Refusal};
use crate::store;
use crate::time::Now;

/// The officer's preferences, or those everyone starts with.
pub(super) fn of(desk: &Desk) -> Result<Preferences, Refusal> {
    Ok(
        store::desk::preferences(desk.store.read(), desk.officer.id)?.unwrap_or(Preferences {
            theme: "system".into(),
            auto_lock_minutes: AUTO_LOCK_MINUTES,
            density: "regular".into(),
            last_screen: "queue".into(),
            calendar_view: String::new(),
            rules_seen: 0,
        }),
    )
}

/// See the command table.
pub fn show(app: &mut App, _: Nothing, _: Now) -> Result<Preferences, Refusal> {
    of(app.desk()?)
}

/// See the command table.
pub fn save(app: &mut App, args: Preferences, _: Now) -> Result<Done, Refusal> {
    let desk = app.desk()?;
    if args.auto_lock_minutes > 24 * 60 {
        return Err(Refusal::field(
            "auto_lock_minutes",
            "Choose at most 1440 minutes, a day.",
        ));
    }
    let officer = desk.officer.id;
    desk.store
        .scratch(|tx| store::desk::save_preferences(tx, officer, &args))?;
    Ok(Done {})
}
