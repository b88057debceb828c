//! The command table, and the page on paper.

use crate::{desk, notice, refuse};
use rightsdesk_core::api::wire::Refusal;
use serde_json::Value;
use tauri::{AppHandle, WebviewWindow};

/// Any command of the core's table.
#[tauri::command]
pub async fn call(handle: AppHandle, name: String, args: Value) -> Result<Value, Refusal> {
    desk::work(handle, move |handle, desk| {
        let reply = desk.call_json(&name, args)?;
        if matches!(name.as_str(), "unlock" | "unlock_with_recovery") {
            notice::once_a_day(handle, desk);
        }
        Ok(reply)
    })
    .await
}

/// The system's print dialog over what the page shows for printing. No file is left behind.
#[tauri::command]
pub fn print(window: WebviewWindow) -> Result<(), Refusal> {
    window.print().map_err(|error| {
        refuse::broken(format!("The system's print dialog did not open: {error}."))
    })
}
