//! Files that come in by the file button or by a drop on the window. Their bytes go into the desk and stay nowhere else.

use crate::{
    desk::{self, Desk, Target, now},
    refuse,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use rightsdesk_core::{
    api::wire::{FileBytes, FileName, Refusal},
    request::files,
};
use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};
use tauri::{AppHandle, DragDropEvent, Emitter};

/// The files that were taken, and why the first one that was not was not.
#[derive(Debug, Default)]
pub struct Taken {
    pub files: Vec<FileName>,
    pub refused: Option<Refusal>,
}

/// Takes files into a request, or into the one half typed. Stops at the first that is refused; those before it stay.
pub fn take(desk: &Desk, request: Option<u32>, paths: &[PathBuf]) -> Taken {
    let mut taken = Taken::default();
    for path in paths {
        match take_one(desk, request, path) {
            Ok(file) => taken.files.push(file),
            Err(refusal) => {
                taken.refused = Some(refusal);
                break;
            }
        }
    }
    taken
}

/// Tells the page which files were taken by other means than its own button.
pub fn tell(handle: &AppHandle, files: &[FileName]) {
    if !files.is_empty() {
        let _ = handle.emit("files-dropped", files);
    }
}

/// A drag over the window or a drop on it. The page cannot see files itself: WebKitGTK does not hand drops on reliably.
pub fn dragged(handle: &AppHandle, desk: &Desk, event: &DragDropEvent) {
    let target = desk.target();
    match event {
        DragDropEvent::Enter { paths, .. } => {
            let _ = handle.emit("drop-hover", target != Target::Nothing && !paths.is_empty());
        }
        DragDropEvent::Leave => {
            let _ = handle.emit("drop-hover", false);
        }
        DragDropEvent::Drop { paths, .. } => {
            let _ = handle.emit("drop-hover", false);
            let request = match target {
                Target::Nothing => return,
                Target::Page => return hand_over(handle, paths.first()),
                Target::Draft => None,
                Target::Request(id) => Some(id),
            };
            let paths = paths.clone();
            let work = desk::work(handle.clone(), move |handle, desk| {
                let taken = take(desk, request, &paths);
                tell(handle, &taken.files);
                if let Some(refusal) = taken.refused {
                    let _ = handle.emit("drop-refused", refusal);
                }
                Ok(())
            });
            tauri::async_runtime::spawn(work);
        }
        _ => {}
    }
}

/// Gives the page the first file that was dropped, to look at before anything is kept.
fn hand_over(handle: &AppHandle, path: Option<&PathBuf>) {
    let Some(path) = path.cloned() else { return };
    let work = desk::work(handle.clone(), move |handle, _| {
        match read(&path) {
            Ok((name, bytes)) => {
                let file = FileBytes {
                    name,
                    media_type: media_type(&path).to_owned(),
                    base64: STANDARD.encode(bytes),
                };
                let _ = handle.emit("file-handed-over", file);
            }
            Err(refusal) => {
                let _ = handle.emit("drop-refused", refusal);
            }
        }
        Ok(())
    });
    tauri::async_runtime::spawn(work);
}

fn take_one(desk: &Desk, request: Option<u32>, path: &Path) -> Result<FileName, Refusal> {
    let (name, bytes) = read(path)?;
    files::keep(
        &mut desk.app(),
        request,
        &name,
        media_type(path),
        &bytes,
        now(),
    )
}

/// Name and bytes of a file the officer handed in.
fn read(path: &Path) -> Result<(String, Vec<u8>), Refusal> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let unread = |e: io::Error| refuse::file(&e, &format!("“{name}”"));
    let file = open(path).map_err(unread)?;
    // Said before anything is read: the file may be larger than the memory.
    let size = file.metadata().map_err(unread)?.len();
    if size > files::LARGEST_FILE as u64 {
        return Err(files::too_large(&name, size));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed is enough for the core to refuse a file that grows while it is read.
    file.take(files::LARGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unread)?;
    Ok((name, bytes))
}

fn open(path: &Path) -> io::Result<File> {
    // Opening a pipe or a device can wait for ever.
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

/// By the ending alone: enough to show the file again and to name its kind, never a reason to run it.
fn media_type(path: &Path) -> &'static str {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "pdf" => "application/pdf",
        "eml" => "message/rfc822",
        "txt" | "text" | "log" | "md" => "text/plain",
        "csv" => "text/csv",
        "htm" | "html" => "text/html",
        "json" => "application/json",
        "xml" => "application/xml",
        "rtf" => "application/rtf",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt" => "application/vnd.oasis.opendocument.text",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "tif" | "tiff" => "image/tiff",
        "heic" => "image/heic",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_name_the_kind_whatever_their_case() {
        assert_eq!(media_type(Path::new("Scan 1.PDF")), "application/pdf");
        assert_eq!(media_type(Path::new("letter.eml")), "message/rfc822");
        assert_eq!(
            media_type(Path::new("no ending")),
            "application/octet-stream"
        );
    }
}
