//! The post of the day: to a printer, as one file, or as single files in a folder.

use crate::{
    commands::desks::Place,
    desk::{self, now},
    dialog,
    printers::{self, Printers},
};
use rightsdesk_core::{
    api::wire::Refusal,
    post::{batch, names},
};
use tauri::AppHandle;

/// The post as one file.
#[tauri::command]
pub async fn post_save_as(handle: AppHandle, id: u32) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let (name, _, bytes) = batch::bytes(&mut desk.app(), id)?;
        Ok(dialog::save_bytes(handle, &name, &bytes)?
            .as_deref()
            .map(Place::of))
    })
    .await
}

/// Each letter as a file of its own, as PDF or as a mail to be sent, in a folder the officer chooses. All of them or none.
#[tauri::command]
pub async fn post_save_each(
    handle: AppHandle,
    keys: Vec<String>,
    mails: bool,
) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let files = if mails {
            names::mails(&mut desk.app(), &keys, now())?
        } else {
            names::files(&mut desk.app(), &keys)?
        };
        Ok(dialog::save_many(handle, &files)?.as_deref().map(Place::of))
    })
    .await
}

/// The printers of this computer.
#[tauri::command]
pub async fn printers(handle: AppHandle) -> Result<Printers, Refusal> {
    desk::work(handle, |_, _| Ok(printers::list())).await
}

/// The post straight to a printer.
#[tauri::command]
pub async fn post_print(
    handle: AppHandle,
    id: u32,
    printer: String,
    copies: u32,
    duplex: bool,
) -> Result<(), Refusal> {
    desk::work(handle, move |_, desk| {
        let (name, _, bytes) = batch::bytes(&mut desk.app(), id)?;
        printers::print(&bytes, &name, &printer, copies, duplex)
    })
    .await
}
