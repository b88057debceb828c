//! Killed in the middle of a write, hundreds of times: the desk opens, the log is whole, and what was acknowledged is there.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use rightsdesk_core::api;
use rightsdesk_core::desk::App;
use rightsdesk_tests::{Office, office, profile};
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const KILLS: u64 = 200;

/// A fresh desk after so many kills: what is tried is the kill, not the growing.
const KILLS_A_DESK: u64 = 50;

/// Numbers that look random and are the same in every run.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z ^ (z >> 31)
}

/// Lets the writer write for a while, kills it, and gives the lines it got out.
fn killed_after(place: &Path, seed: u64, wait: Duration) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rightsdesk-writes"))
        .arg(place)
        .arg(seed.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut told = vec![0; 5];
    // The first line says that the desk is open: the kills fall into the writing.
    out.read_exact(&mut told).unwrap();
    assert_eq!(told, b"open\n");
    std::thread::sleep(wait);
    // SIGKILL: nothing of the program runs after it.
    child.kill().unwrap();
    child.wait().unwrap();
    out.read_to_end(&mut told).unwrap();
    // A line cut off by the kill was never told.
    let whole = told
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    String::from_utf8(told[..whole].to_vec())
        .unwrap()
        .lines()
        .skip(1)
        .map(String::from)
        .collect()
}

#[test]
fn nothing_acknowledged_is_lost_to_a_kill() {
    let mut kills = 0;
    let mut found = 0;
    while kills < KILLS {
        let mut office = Office::quick(
            profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
            "2026-06-15T09:00:00Z",
        );
        office.app.leave();

        for _ in 0..KILLS_A_DESK {
            kills += 1;
            // A turn takes some tens of milliseconds: every part of it is hit.
            let wait = Duration::from_micros(mix(kills) % 60_000);
            let lines = killed_after(&office.place, kills, wait);
            found += reopened(&office.place, &lines, kills);
        }
        office.app.choose(&office.place).unwrap();
        office.call(
            "unlock",
            json!({ "passphrase": rightsdesk_tests::PASSPHRASE }),
        );
        office.assert_intact();
    }
    assert!(
        found > KILLS,
        "only {found} writes were looked for: the kills came too early"
    );
    eprintln!("{kills} kills, {found} acknowledged writes, all there");
}

/// Opens the desk after a kill and looks for everything that was told.
fn reopened(place: &Path, told: &[String], kill: u64) -> u64 {
    let mut app = App::new();
    let now = office::moment("2026-06-15T11:00:00Z");
    app.choose(place).unwrap();
    let mut call = |name: &str, args: Value| match api::call(&mut app, name, args, now) {
        Ok(reply) => reply,
        Err(why) => panic!("after kill {kill}, {name}: {why}"),
    };
    call(
        "unlock",
        json!({ "passphrase": rightsdesk_tests::PASSPHRASE }),
    );
    let walked = call("log_verify", json!({}));
    assert_eq!(walked["intact"], true, "after kill {kill}: {walked}");
    for line in told {
        let words: Vec<&str> = line.split(' ').collect();
        let id: u64 = words[1].parse().unwrap_or(0);
        match words[0] {
            "request" | "note" => {
                let view = call("request_show", json!({ "id": id }));
                assert_eq!(view["words"], words[2], "{line}");
                let wanted = if words[0] == "note" {
                    "note"
                } else {
                    "request-logged"
                };
                let entries = view["log"].as_array().unwrap();
                assert!(entries.iter().any(|e| e["kind"] == wanted), "{line}");
                if words[0] == "note" {
                    assert!(
                        entries
                            .iter()
                            .any(|e| e["summary"] == format!("note {}", words[2])),
                        "{line}"
                    );
                }
            }
            "file" => {
                let file = call("file_open", json!({ "id": id }));
                assert_eq!(
                    office::bytes(&file["base64"]),
                    words[2].repeat(500).as_bytes(),
                    "{line}"
                );
            }
            "letter" => {
                let letter = call("letter_pdf", json!({ "id": id }));
                assert_eq!(
                    rightsdesk_core::vault::sha256(&office::bytes(&letter["base64"])),
                    words[2],
                    "{line}"
                );
            }
            "draft" => {}
            other => panic!("what is {other}?"),
        }
    }
    // A half-typed request that nothing was told of afterwards: logged and not yet told is possible, lost is not.
    if let Some(mark) = told.last().and_then(|line| line.strip_prefix("draft ")) {
        let kept = call("draft_load", json!({}));
        let here = kept["draft"]["words"] == *mark;
        let found = call(
            "queue",
            json!({ "filter": "all", "law": "", "right": null, "search": mark, "sort": "due", "offset": 0, "limit": 5 }),
        );
        assert!(
            here || found["total"] != 0,
            "after kill {kill} the half-typed {mark} is gone"
        );
    }
    told.len() as u64
}
