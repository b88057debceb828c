//! The native menu bar. Each item tells the page an action by name; the page decides whether it makes sense now.

use crate::desk::Desk;
use tauri::{
    AppHandle, Emitter, Manager, Wry,
    menu::{
        Menu, MenuBuilder, MenuEvent, MenuItem, MenuItemBuilder, PredefinedMenuItem, SubmenuBuilder,
    },
};
use tauri_plugin_opener::OpenerExt;

/// The one item the shell answers itself: the page knows no places.
const SHOW_DESK_FILE: &str = "show-desk-file";

pub fn build(handle: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let item = |id: &str, text: &str, keys: &str| -> tauri::Result<MenuItem<Wry>> {
        let item = MenuItemBuilder::with_id(id, text);
        if keys.is_empty() {
            item
        } else {
            item.accelerator(keys)
        }
        .build(handle)
    };
    let file = SubmenuBuilder::new(handle, "&File")
        .item(&item("log-request", "&Log a request", "CmdOrCtrl+N")?)
        .separator()
        .item(&item("backup", "&Back up the desk…", "")?)
        .item(&item(
            SHOW_DESK_FILE,
            "Show the desk &file in its folder",
            "",
        )?)
        .separator()
        .item(&item("lock", "Loc&k", "CmdOrCtrl+L")?)
        .item(&PredefinedMenuItem::quit(handle, Some("&Quit"))?)
        .build()?;
    let go = SubmenuBuilder::new(handle, "&Go")
        .item(&item("queue", "&Queue", "CmdOrCtrl+1")?)
        .item(&item("calendar", "&Calendar", "CmdOrCtrl+2")?)
        .item(&item("letters", "&Letters", "CmdOrCtrl+3")?)
        .item(&item("registers", "&Registers", "CmdOrCtrl+4")?)
        .item(&item("policies", "&Policies", "CmdOrCtrl+5")?)
        .item(&item("year", "&Year end", "CmdOrCtrl+6")?)
        .item(&item("settings", "&Settings", "CmdOrCtrl+,")?)
        .separator()
        .item(&item("search", "&Find a request", "CmdOrCtrl+F")?)
        .item(&item("palette", "&Command palette", "CmdOrCtrl+K")?)
        .build()?;
    let help = SubmenuBuilder::new(handle, "&Help")
        .item(&item("about", "&About Rightsdesk", "")?)
        .build()?;

    let bar = MenuBuilder::new(handle);
    // macOS takes copy and paste from the menu; elsewhere the page has them by itself.
    #[cfg(target_os = "macos")]
    let edit = SubmenuBuilder::new(handle, "Edit")
        .undo()
        .redo()
        .separator()
        .cut()
        .copy()
        .paste()
        .select_all()
        .build()?;
    #[cfg(target_os = "macos")]
    let bar = bar
        .item(
            &SubmenuBuilder::new(handle, "Rightsdesk")
                .hide()
                .quit()
                .build()?,
        )
        .item(&file)
        .item(&edit);
    #[cfg(not(target_os = "macos"))]
    let bar = bar.item(&file);
    bar.item(&go).item(&help).build()
}

pub fn chosen(handle: &AppHandle, event: &MenuEvent) {
    let id = event.id().as_ref();
    if id == SHOW_DESK_FILE {
        show_desk_file(handle);
    } else {
        let _ = handle.emit("menu", id);
    }
}

fn show_desk_file(handle: &AppHandle) {
    if let Some(place) = handle.state::<Desk>().home.remembered().last_desk {
        let _ = handle.opener().reveal_item_in_dir(place);
    }
}
