//! Declares the shell's commands to Tauri, so that each one needs a line in `capabilities/` before the page may call it.

fn main() {
    let commands = &[
        "call",
        "desk_place_suggest",
        "desk_place_choose",
        "desk_create",
        "desk_open_other",
        "desk_open_sample",
        "desk_leave",
        "desk_backup",
        "recovery_key_save",
        "letter_save_as",
        "file_save_as",
        "report_save_as",
        "why_save_as",
        "calendar_save_as",
        "policy_save_as",
        "policy_sheet_save_as",
        "export_save_as",
        "post_save_as",
        "post_save_each",
        "printers",
        "post_print",
        "files_pick",
        "drop_target",
        "print",
    ];
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(commands));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
