//! Files out of the desk to a place the officer chooses, and files into it.

use crate::{
    commands::desks::Place,
    desk::{self, Target, now},
    dialog, intake, refuse,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use rightsdesk_core::{
    api::wire::{
        CalendarExport, FileBytes, FileId, FileName, LetterPdf, PolicyId, Refusal, ReportExport,
        ReportIn, WhyAsk,
    },
    report::export,
    request::{calendar_file, kept_letters, why},
};
use tauri::AppHandle;

/// An issued letter, byte for byte.
#[tauri::command]
pub async fn letter_save_as(handle: AppHandle, id: u32) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let (letter, bytes) = kept_letters::kept_pdf(&mut desk.app(), id)?;
        save(handle, &letter.name, &bytes)
    })
    .await
}

/// A file kept with a request.
#[tauri::command]
pub async fn file_save_as(handle: AppHandle, id: u32) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let file: FileBytes = desk.call("file_open", FileId { id })?;
        save(handle, &file.name, &decoded(&file.base64)?)
    })
    .await
}

/// The bytes a version of the policy was brought in as.
#[tauri::command]
pub async fn policy_save_as(handle: AppHandle, id: u32) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let file: FileBytes = desk.call("policy_original", PolicyId { id })?;
        save(handle, &file.name, &decoded(&file.base64)?)
    })
    .await
}

/// A version of the policy as pages, its promises marked.
#[tauri::command]
pub async fn policy_sheet_save_as(handle: AppHandle, id: u32) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let sheet: LetterPdf = desk.call("policy_sheet", PolicyId { id })?;
        save(handle, &sheet.name, &decoded(&sheet.base64)?)
    })
    .await
}

/// A report of the year end.
#[tauri::command]
pub async fn report_save_as(
    handle: AppHandle,
    of: ReportIn,
    format: String,
) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let file = export::file(&mut desk.app(), &ReportExport { of, format }, now())?;
        save(handle, &file.name, &file.bytes)
    })
    .await
}

/// Why a date is that date, as a page.
#[tauri::command]
pub async fn why_save_as(handle: AppHandle, of: WhyAsk) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let (name, bytes, _) = why::sheet_bytes(&mut desk.app(), &of, now())?;
        save(handle, &name, &bytes)
    })
    .await
}

/// The open dates for other calendars.
#[tauri::command]
pub async fn calendar_save_as(
    handle: AppHandle,
    holidays: bool,
    closing_days: bool,
) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let asked = CalendarExport {
            format: "ics".into(),
            holidays,
            closing_days,
        };
        let (name, _, bytes) = calendar_file::export_bytes(&mut desk.app(), &asked, now())?;
        save(handle, &name, &bytes)
    })
    .await
}

/// What the page was given by the core a moment ago: a register, a list for the mail system, a form.
///
/// The page names it and holds its bytes; where it goes only the officer says.
#[tauri::command]
pub async fn export_save_as(
    handle: AppHandle,
    name: String,
    base64: String,
) -> Result<Option<Place>, Refusal> {
    desk::work(handle, move |handle, _| {
        save(handle, &name, &decoded(&base64)?)
    })
    .await
}

/// Lets the officer choose files; their bytes go straight into the desk.
#[tauri::command]
pub async fn files_pick(handle: AppHandle, request: Option<u32>) -> Result<Vec<FileName>, Refusal> {
    desk::work(handle, move |handle, desk| {
        let chosen = dialog::open_files(handle);
        let taken = intake::take(desk, request, &chosen);
        match taken.refused {
            None => Ok(taken.files),
            Some(refusal) => {
                // The page hears of those that were taken, although the answer is a refusal.
                intake::tell(handle, &taken.files);
                Err(refusal)
            }
        }
    })
    .await
}

/// What a dropped file is for: a request, the one half typed (`null`), the page itself (`-2`), or nothing now (`-1`).
#[tauri::command]
pub async fn drop_target(handle: AppHandle, request: Option<i64>) -> Result<(), Refusal> {
    desk::work(handle, move |_, desk| {
        desk.set_target(Target::of_page(request));
        Ok(())
    })
    .await
}

fn decoded(base64: &str) -> Result<Vec<u8>, Refusal> {
    STANDARD
        .decode(base64)
        .map_err(|e| refuse::broken(e.to_string()))
}

fn save(handle: &AppHandle, name: &str, bytes: &[u8]) -> Result<Option<Place>, Refusal> {
    Ok(dialog::save_bytes(handle, name, bytes)?
        .as_deref()
        .map(Place::of))
}
