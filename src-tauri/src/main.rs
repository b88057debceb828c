//! The window of Rightsdesk: dialogs, file drop, notices, menu, printing. Thin; the product is in `core`.
//!
//! The page can call the core's command table and the shell's own commands, and nothing else; it never sends a path.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod desk;
mod dialog;
mod intake;
mod menu;
mod notice;
mod printers;
mod refuse;
mod remember;
mod save;

use commands::{desks, files, page, post};
use desk::Desk;
use remember::Home;
use std::{env, error::Error, process::ExitCode};
use tauri::{App, AppHandle, Manager, Url, WebviewWindowBuilder, WindowEvent};

fn main() -> ExitCode {
    say_nothing_personal_when_it_breaks();
    match build().run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Rightsdesk could not open its window: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn build() -> tauri::Builder<tauri::Wry> {
    let portable = Home::portable();
    let mut builder = tauri::Builder::default();
    // First of the plugins, so that a second start ends before it touches anything. A portable copy stands for itself.
    if portable.is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|handle, _, _| {
            bring_forward(handle)
        }));
    }
    let mut window_state = tauri_plugin_window_state::Builder::default();
    if let Some(home) = &portable {
        // An absolute name takes the place of the plugin's own folder.
        window_state = window_state.with_filename(home.join("window-state.json").to_string_lossy());
    }
    builder
        .plugin(window_state.build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .menu(menu::build)
        .on_menu_event(|handle, event| menu::chosen(handle, &event))
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(event) = event {
                let handle = window.app_handle();
                intake::dragged(handle, &handle.state::<Desk>(), event);
            }
        })
        .invoke_handler(tauri::generate_handler![
            page::call,
            page::print,
            desks::desk_place_suggest,
            desks::desk_place_choose,
            desks::desk_create,
            desks::desk_open_other,
            desks::desk_open_sample,
            desks::desk_leave,
            desks::desk_backup,
            desks::recovery_key_save,
            files::letter_save_as,
            files::file_save_as,
            files::report_save_as,
            files::why_save_as,
            files::calendar_save_as,
            files::policy_save_as,
            files::policy_sheet_save_as,
            files::export_save_as,
            post::post_save_as,
            post::post_save_each,
            post::printers,
            post::post_print,
            files::files_pick,
            files::drop_target,
        ])
        .setup(open)
}

/// Opens the window on the desk of the last time, locked; on the welcome when there is none or its file is gone.
fn open(app: &mut App) -> Result<(), Box<dyn Error>> {
    let home = Home::of(app.handle())?;
    let last = named_on_the_command_line().or_else(|| home.remembered().last_desk);
    let desk = Desk::new(home);
    if let Some(last) = last.filter(|last| last.is_file()) {
        // A file that is no desk any more leaves the welcome, where another can be chosen.
        let _ = desk.app().choose(&last);
    }
    let automated = automated(&desk.home);
    let data = desk.home.config.join("webview");
    app.manage(desk);

    let config = app
        .config()
        .app
        .windows
        .first()
        .ok_or("the window is not configured")?
        .clone();
    let mut window = WebviewWindowBuilder::from_config(app, &config)?.on_navigation(ours);
    if automated {
        // WebDriver cannot reach a private window; only a build for testing, on a folder made for it, lets it in.
        window = window.incognito(false).data_directory(data);
    }
    window.build()?;
    Ok(())
}

/// A desk file handed over by the file manager.
fn named_on_the_command_line() -> Option<std::path::PathBuf> {
    let file = std::path::PathBuf::from(env::args_os().nth(1)?);
    (file.extension()? == "rightsdesk").then(|| std::path::absolute(file).ok())?
}

fn automated(home: &Home) -> bool {
    cfg!(debug_assertions)
        && home.portable
        && env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|on| on == "true")
}

/// The window shows the page that came with the program and never goes anywhere else.
fn ours(url: &Url) -> bool {
    matches!(
        (url.scheme(), url.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    ) || url.as_str() == "about:blank"
}

fn bring_forward(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// A panic names its place in the code and not what it carried: that could be somebody's letter.
fn say_nothing_personal_when_it_breaks() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("Rightsdesk stumbled at {}:{}.", place.file(), place.line()),
        None => eprintln!("Rightsdesk stumbled."),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_its_own_page() {
        let check = |url: &str, stays: bool| {
            assert_eq!(Url::parse(url).is_ok_and(|url| ours(&url)), stays, "{url}")
        };
        check("tauri://localhost/index.html", true);
        check("http://tauri.localhost/", true);
        check("https://example.org/", false);
        check("http://localhost:5173/", false);
        check("file:///etc/passwd", false);
    }
}
