//! Making, choosing and leaving a desk file.

use crate::{
    desk::{self, Desk, now},
    dialog, refuse, remember,
};
use rightsdesk_core::{
    api::wire::{NewDesk, Nothing, RecoveryKey, Refusal, Session},
    desk::recovery_sheet,
};
use serde::Serialize;
use std::{fs, path::Path};
use tauri::AppHandle;

/// A place to show; the path itself stays with the shell.
#[derive(Debug, Serialize)]
pub struct Place {
    pub place: String,
}

impl Place {
    pub fn of(path: &Path) -> Self {
        Self {
            place: remember::shown(path),
        }
    }
}

/// Where a new desk would go.
#[tauri::command]
pub async fn desk_place_suggest(handle: AppHandle, organisation: String) -> Result<Place, Refusal> {
    desk::work(handle, move |_, desk| {
        let place = remember::suggest(&desk.home.desks, &organisation);
        desk.set_place(place.clone());
        Ok(Place::of(&place))
    })
    .await
}

/// Lets the officer choose where.
#[tauri::command]
pub async fn desk_place_choose(
    handle: AppHandle,
    organisation: String,
) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let suggested = desk
            .place()
            .unwrap_or_else(|| remember::suggest(&desk.home.desks, &organisation));
        let Some(chosen) = dialog::save_desk(handle, "Where to keep the desk", &suggested) else {
            return Ok(None);
        };
        desk.set_place(chosen.clone());
        Ok(Some(Place::of(&chosen)))
    })
    .await
}

/// Makes the desk at the remembered place; it is open afterwards.
#[tauri::command]
pub async fn desk_create(handle: AppHandle, desk: NewDesk) -> Result<RecoveryKey, Refusal> {
    let new = desk;
    desk::work(handle, move |_, desk| {
        let place = desk
            .place()
            .unwrap_or_else(|| remember::suggest(&desk.home.desks, &new.profile.organisation));
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(|e| refuse::file(&e, "The folder of the desk"))?;
        }
        let key = desk.app().create(&place, new, now())?;
        desk.home.remember(|note| note.last_desk = Some(place));
        Ok(key)
    })
    .await
}

/// Lets the officer choose a desk file; it is locked until the passphrase comes.
#[tauri::command]
pub async fn desk_open_other(handle: AppHandle) -> Result<Option<Session>, Refusal> {
    desk::work(handle, |handle, desk| {
        let Some(chosen) = dialog::open_desk(handle, &desk.home.desks) else {
            return Ok(None);
        };
        desk.app().choose(&chosen)?;
        desk.home.remember(|note| note.last_desk = Some(chosen));
        session(desk).map(Some)
    })
    .await
}

/// Opens the made-up desk, freshly dated around today. It is not remembered for the next start.
#[tauri::command]
pub async fn desk_open_sample(handle: AppHandle) -> Result<Session, Refusal> {
    desk::work(handle, |_, desk| {
        let mut app = desk.app();
        app.leave();
        let folder = &desk.home.sample;
        // The sample of another day has other dates; nothing but the sample is ever kept in this folder.
        let cleared = if folder.exists() {
            fs::remove_dir_all(folder)
        } else {
            Ok(())
        };
        cleared
            .and_then(|()| fs::create_dir_all(folder))
            .map_err(|e| refuse::file(&e, "The folder of the sample desk"))?;
        app.create_sample(&folder.join("Sample desk.rightsdesk"), now())
    })
    .await
}

/// Back to the welcome.
#[tauri::command]
pub async fn desk_leave(handle: AppHandle) -> Result<Session, Refusal> {
    desk::work(handle, |_, desk| {
        desk.app().leave();
        session(desk)
    })
    .await
}

/// A copy of the whole desk, encrypted as the desk is.
#[tauri::command]
pub async fn desk_backup(handle: AppHandle) -> Result<Option<Place>, Refusal> {
    desk::work(handle, |handle, desk| {
        let session = session(desk)?;
        let name = remember::file_name(session.organisation.as_deref().unwrap_or("Desk"));
        let suggested = desk
            .home
            .desks
            .join(format!("{name} {}.rightsdesk", session.today));
        let Some(chosen) = dialog::save_desk(handle, "Where to put the backup", &suggested) else {
            return Ok(None);
        };
        desk.app().backup(&chosen, now())?;
        Ok(Some(Place::of(&chosen)))
    })
    .await
}

/// The recovery key as a sheet to print and put away.
#[tauri::command(rename_all = "snake_case")]
pub async fn recovery_key_save(handle: AppHandle, recovery_key: String) -> Result<bool, Refusal> {
    desk::work(handle, move |handle, desk| {
        let organisation = session(desk)?.organisation.unwrap_or_default();
        let sheet = recovery_sheet(&recovery_key, &organisation, now())?;
        let name = format!("Recovery key {}.pdf", remember::file_name(&organisation));
        Ok(dialog::save_bytes(handle, &name, &sheet)?.is_some())
    })
    .await
}

fn session(desk: &Desk) -> Result<Session, Refusal> {
    desk.call("session", Nothing {})
}
