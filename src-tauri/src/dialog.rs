//! The system's own dialogs. They wait for the officer, so they are never called from the window's thread.

use crate::{refuse, remember, save};
use rightsdesk_core::api::wire::Refusal;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

const DESK: &str = "rightsdesk";

/// Where to put a desk file. The name always ends as a desk file does.
pub fn save_desk(handle: &AppHandle, title: &str, suggested: &Path) -> Option<PathBuf> {
    let mut dialog = of_window(handle)
        .set_title(title)
        .add_filter("Rightsdesk desk", &[DESK]);
    if let Some(folder) = suggested.parent() {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = suggested.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    let chosen = path(dialog.blocking_save_file()?)?;
    if chosen.extension().is_some_and(|ending| ending == DESK) {
        return Some(chosen);
    }
    let mut name = chosen.into_os_string();
    name.push(".");
    name.push(DESK);
    Some(name.into())
}

/// Which desk file to open.
pub fn open_desk(handle: &AppHandle, folder: &Path) -> Option<PathBuf> {
    let dialog = of_window(handle)
        .set_title("Open a desk file")
        .set_directory(folder)
        .add_filter("Rightsdesk desk", &[DESK]);
    path(dialog.blocking_pick_file()?)
}

/// Which files to take in.
pub fn open_files(handle: &AppHandle) -> Vec<PathBuf> {
    let chosen = of_window(handle)
        .set_title("Add files to the request")
        .blocking_pick_files();
    chosen
        .unwrap_or_default()
        .into_iter()
        .filter_map(path)
        .collect()
}

/// Writes bytes where the officer says; nothing when the dialog is put away.
pub fn save_bytes(
    handle: &AppHandle,
    name: &str,
    bytes: &[u8],
) -> Result<Option<PathBuf>, Refusal> {
    let plain = remember::file_name(name);
    let ending = Path::new(&plain)
        .extension()
        .map(|ending| ending.to_string_lossy().into_owned());
    let mut dialog = of_window(handle)
        .set_title("Save a copy")
        .set_file_name(&plain);
    if let Some(ending) = &ending {
        dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
    }
    let Some(chosen) = dialog.blocking_save_file().and_then(path) else {
        return Ok(None);
    };
    save::whole(&chosen, bytes).map_err(|e| refuse::file(&e, "The copy"))?;
    Ok(Some(chosen))
}

/// Writes several files into a folder the officer chooses: all of them or none, and never over one that is there.
pub fn save_many(
    handle: &AppHandle,
    files: &[(String, Vec<u8>)],
) -> Result<Option<PathBuf>, Refusal> {
    let chosen = of_window(handle)
        .set_title("Choose a folder for the letters")
        .blocking_pick_folder()
        .and_then(path);
    let Some(folder) = chosen else {
        return Ok(None);
    };
    save::all(&folder, files).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => refuse::file_there(),
        _ => refuse::file(&e, "One of the letters"),
    })?;
    Ok(Some(folder))
}

fn of_window(handle: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let dialog = handle.dialog().file();
    match handle.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
