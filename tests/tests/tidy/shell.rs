//! The window: only its folder knows Tauri, and the page gets no more than it uses.

use crate::source::{Source, none, quoted_after, read, under};
use serde_json::Value;
use std::collections::BTreeSet;

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

#[test]
fn only_the_shell_knows_tauri() {
    for manifest in [
        "src-tauri/core/Cargo.toml",
        "src-tauri/cli/Cargo.toml",
        "tests/Cargo.toml",
    ] {
        assert!(
            !read(manifest).lines().any(|line| line.starts_with("tauri")),
            "{manifest} names tauri"
        );
    }
    let page: Vec<String> = under("ui/src", &["ts", "svelte"])
        .iter()
        .filter(|source| {
            source.text.contains("@tauri-apps/")
                && source.path != "ui/src/api/core.ts"
                && !source.path.ends_with(".test.ts")
        })
        .map(|source| source.path.clone())
        .collect();
    none("Only the page's api/core.ts knows the shell.", &page);
}

#[test]
fn every_command_is_declared_allowed_handled_and_used() {
    let declared: BTreeSet<String> = quoted_after(&read("src-tauri/build.rs"), "let commands = &[")
        .into_iter()
        .collect();

    let main = read("src-tauri/src/main.rs");
    let handler = main.split("generate_handler![").nth(1).unwrap();
    let handled: BTreeSet<String> = handler[..handler.find(']').unwrap()]
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    assert_eq!(
        declared, handled,
        "declared in build.rs / handled in main.rs"
    );

    let allowed: BTreeSet<String> = permissions()
        .into_iter()
        .filter(|name| !name.starts_with("core:"))
        .map(|name| name.trim_start_matches("allow-").replace('-', "_"))
        .collect();
    assert_eq!(
        declared, allowed,
        "declared in build.rs / allowed in capabilities"
    );

    let page = read("ui/src/api/core.ts");
    let asked: BTreeSet<String> = declared
        .iter()
        .filter(|name| page.contains(&format!("('{name}'")))
        .cloned()
        .collect();
    assert_eq!(
        declared, asked,
        "declared in build.rs / asked for by the page"
    );
}

#[test]
fn the_page_may_hear_events_and_nothing_else_of_tauri() {
    let of_tauri: Vec<String> = permissions()
        .into_iter()
        .filter(|name| name.contains(':'))
        .collect();
    assert_eq!(
        of_tauri,
        ["core:event:allow-listen", "core:event:allow-unlisten"]
    );
    let capability = json("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none(), "no remote page may ask");
    let config = json("src-tauri/tauri.conf.json");
    assert_eq!(
        config["app"]["security"]["capabilities"],
        serde_json::json!(["main"])
    );
}

fn permissions() -> Vec<String> {
    json("src-tauri/capabilities/main.json")["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_page_loads_nothing_from_elsewhere() {
    let config = json("src-tauri/tauri.conf.json");
    let csp = config["app"]["security"]["csp"].as_object().unwrap();
    assert_eq!(csp["default-src"], "'self'");
    assert_eq!(csp["script-src"], "'self'");
    assert_eq!(csp["object-src"], "'none'");
    assert_eq!(csp["frame-src"], "'none'");
    for (directive, sources) in csp {
        for source in sources.as_str().unwrap().split(' ') {
            // The one address is Tauri's own door inside the program on some systems.
            let near = source.starts_with('\'')
                || ["ipc:", "http://ipc.localhost", "data:", "blob:"].contains(&source);
            assert!(near, "{directive} lets in {source}");
            assert!(!source.contains("unsafe-eval"), "{directive}");
            assert!(
                source != "'unsafe-inline'" || directive == "style-src",
                "{directive} lets in scripts written into the page"
            );
        }
    }
}

#[test]
fn the_window_keeps_nothing() {
    let config = json("src-tauri/tauri.conf.json");
    for window in config["app"]["windows"].as_array().unwrap() {
        assert_eq!(
            window["incognito"], true,
            "a private window leaves no cache"
        );
    }
}

#[test]
fn the_clock_is_read_in_one_place_of_each_program() {
    for (folder, place) in [
        ("src-tauri/src", "src-tauri/src/desk.rs"),
        ("src-tauri/cli/src", "src-tauri/cli/src/desk.rs"),
    ] {
        let sources: Vec<Source> = under(folder, &["rs"]);
        let reading: Vec<&str> = sources
            .iter()
            .filter(|source| source.text.contains("Utc::now()"))
            .map(|source| source.path.as_str())
            .collect();
        assert_eq!(reading, [place]);
    }
}
