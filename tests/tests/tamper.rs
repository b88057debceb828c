//! Somebody with the key and without scruples: what was changed behind the program's back is found.
//! And somebody without the key: no name is ever on the disk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use rightsdesk_core::api::wire::Code;
use rightsdesk_tests::{Office, PASSPHRASE, keys, office, profile, raw};
use serde_json::{Value, json};

fn typed(name: &str) -> Value {
    json!({
        "received": "2026-01-31T14:05", "channel": "post", "capacity": "self", "residence": "de", "subject": null,
        "requester": { "name": name, "email": "q.wolframite@post.example", "phone": "", "address": ["77 Feldspar Alley"] },
        "claims": [{ "right": "access", "laws": ["eu-gdpr"] }], "words": "Tell me of the obsidian folder.", "files": [],
    })
}

/// A desk with a request, a note, a file and a letter in it, put away.
fn worked() -> (Office, u32) {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-02T09:00:00Z",
    );
    let id = office.log(typed("Quirin Wolframite"));
    office.call(
        "request_note",
        json!({ "request": id, "text": "A note on tungsten." }),
    );
    office.call("file_add", json!({ "request": id, "name": "scan.txt", "media_type": "text/plain", "base64": office::base64(b"scanned page") }));
    office.write(id, "acknowledgement", "eu-gdpr", "", "", "x");
    let of = json!({ "report": "health", "first": "2026-01-01", "last": "2026-01-31" });
    office.call(
        "report_issue",
        json!({ "of": of, "signed_by": "Nele Brandt", "office": "", "remark": "As counted." }),
    );
    office.assert_intact();
    (office, id)
}

/// Changes the file behind the program's back and says what verifying finds.
#[track_caller]
fn after(change: &str) -> Value {
    let (mut office, _) = worked();
    let key = keys::key_of(&office.place, PASSPHRASE);
    office.app.leave();
    let conn = raw::open(&office.place, &key);
    conn.execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed; DROP TRIGGER event_text_is_never_changed;").unwrap();
    conn.execute_batch(change).unwrap();
    drop(conn);
    office.app.choose(&office.place).unwrap();
    office.call("unlock", json!({ "passphrase": PASSPHRASE }));
    let walked = office.call("log_verify", json!({}));
    assert_eq!(walked["intact"], false, "{change} was not found");
    let problem = walked["problem"].as_str().unwrap();
    assert!(problem.ends_with('.') && problem.len() > 20, "{problem}");
    walked
}

#[test]
fn every_kind_of_tampering_is_found_where_it_was_done() {
    for (change, at) in [
        (
            "UPDATE event SET at = '2026-02-01T09:00:00Z' WHERE seq = 3",
            3,
        ),
        ("UPDATE event SET facts = '{}' WHERE seq = 2", 2),
        ("UPDATE event SET kind = 'note' WHERE seq = 2", 2),
        ("UPDATE event SET request = NULL WHERE seq = 3", 3),
        (
            "UPDATE event_text SET text = replace(text, 'tungsten', 'copper') WHERE seq = 3",
            3,
        ),
        (
            "DELETE FROM event_text WHERE seq = 3; DELETE FROM event WHERE seq = 3",
            4,
        ),
        // Two entries change places.
        (
            "UPDATE event SET seq = 99 WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 99",
            2,
        ),
        (
            "UPDATE event SET hash = substr(hash, 2) || substr(hash, 1, 1) WHERE seq = 1",
            1,
        ),
    ] {
        assert_eq!(after(change)["broken_at"], at, "{change}");
    }
}

#[test]
fn a_letter_or_a_file_that_is_not_the_one_kept_is_found() {
    for change in [
        "UPDATE letter SET pdf = x'255044462d'",
        "UPDATE letter SET pdf = x'00', sha256 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'",
        "DELETE FROM letter",
        "UPDATE file SET bytes = x'00'",
        "UPDATE file SET bytes = x'00', sha256 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'",
        "DELETE FROM file",
        "INSERT INTO file (request, name, media_type, size, sha256, added_at, bytes) VALUES (1, 'slipped-in.txt', 'text/plain', 1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', '2026-02-02T09:00:00Z', x'00')",
    ] {
        after(change);
    }
}

#[test]
fn a_report_that_is_not_the_one_issued_is_found() {
    for change in [
        "UPDATE report_issued SET body = CAST(replace(CAST(body AS TEXT), 'Harbour', 'Harvest') AS BLOB)",
        "UPDATE report_issued SET body = x'00', sha256 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'",
        "UPDATE report_issued SET signed_by = 'Somebody Else'",
        "UPDATE report_issued SET last_day = '2026-12-31'",
        "UPDATE report_issued SET remark = 'As counted twice.'",
        "DELETE FROM report_issued",
        "INSERT INTO report_issued SELECT 9, report, first_day, last_day, title, span, options, sha256, log_head, log_seq, rules, as_of, issued_at, signed_by, office, remark, 2, body FROM report_issued",
    ] {
        let walked = after(change);
        assert!(
            walked["problem"].as_str().unwrap().contains("report"),
            "{change}: {walked}"
        );
    }
}

#[test]
fn nothing_is_passed_off_as_purged() {
    for change in [
        // Emptied, and marked as the program would; no entry says so.
        "UPDATE letter SET pdf = x''; INSERT INTO purged (request, purged_on, cite, event) VALUES (1, '2026-02-02', '11 CCR 7101(a)', 2)",
        "UPDATE file SET bytes = x''; INSERT INTO purged (request, purged_on, cite, event) VALUES (1, '2026-02-02', '11 CCR 7101(a)', 2)",
        "INSERT INTO purged (request, purged_on, cite, event) VALUES (1, '2026-02-02', '11 CCR 7101(a)', 2)",
    ] {
        after(change);
    }
}

#[test]
fn the_last_entries_of_the_log_taken_off_are_missed() {
    // The last entries are the letter's and the report's: link by link the chain still holds, but the letter points at nothing.
    let walked = after("DELETE FROM event_text WHERE seq >= 5; DELETE FROM event WHERE seq >= 5");
    assert!(
        walked["problem"].as_str().unwrap().contains("came with it"),
        "{walked}"
    );
}

#[test]
fn the_program_s_own_rules_forbid_what_the_tests_had_to_switch_off() {
    let (mut office, _) = worked();
    let key = keys::key_of(&office.place, PASSPHRASE);
    office.app.leave();
    let conn = raw::open(&office.place, &key);
    for change in [
        "UPDATE event SET kind = 'note' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 2",
        "UPDATE event_text SET text = '' WHERE seq = 2",
    ] {
        let why = conn.execute_batch(change).unwrap_err().to_string();
        assert!(why.contains("the log only grows"), "{why}");
    }
}

const SECRETS: &[&str] = &[
    "Wolframite",
    "wolframite",
    "WOLFRAMITE",
    "Feldspar",
    "obsidian",
    "tungsten",
    "Harbour Lane Books",
    "Nele Brandt",
    "scanned page",
];

#[test]
fn no_name_is_on_the_disk_while_working_or_after() {
    let (mut office, id) = worked();
    let folder = office.folder.path().to_owned();
    // Every kind of work in hand, and nothing put away yet: the write-ahead log is full.
    office.call("draft_save", json!({ "draft": typed("Half Wolframite") }));
    office.call("file_add", json!({ "request": null, "name": "wolframite.txt", "media_type": "text/plain", "base64": office::base64(&b"obsidian ".repeat(200_000)) }));
    office.call("letter_draft", json!({ "request": id, "kind": "clarification", "law": "eu-gdpr", "reason": "obsidian", "asked": "Which obsidian?" }));
    office.call("letter_preview", json!({ "id": id }));
    for n in 0..60 {
        office.log(typed(&format!("Wolframite {n}")));
    }
    for sort in ["person", "-received"] {
        office.call("queue", json!({ "filter": "all", "law": "", "right": null, "search": "wolframite", "sort": sort, "offset": 0, "limit": 50 }));
    }
    office.call(
        "report_export",
        json!({ "of": { "report": "register", "first": "2026-01-01", "last": "2026-12-31" }, "format": "csv" }),
    );
    assert!(
        std::fs::read_dir(&folder).unwrap().any(|e| e
            .unwrap()
            .file_name()
            .to_string_lossy()
            .ends_with("-wal")),
        "the write-ahead log was looked at"
    );
    assert_eq!(
        raw::files_holding(&folder, SECRETS),
        Vec::<std::path::PathBuf>::new(),
        "while working"
    );
    office
        .app
        .backup(&folder.join("backup.rightsdesk"), office.now)
        .unwrap();
    office.call("lock", json!({}));
    assert_eq!(
        raw::files_holding(&folder, SECRETS),
        Vec::<std::path::PathBuf>::new(),
        "locked, with a backup"
    );
    office.app.leave();
    // Without the key there is nothing to read, not even that it is a database.
    let bytes = std::fs::read(&office.place).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"));
    assert!(
        rusqlite::Connection::open(&office.place)
            .unwrap()
            .query_row("SELECT count(*) FROM sqlite_schema", [], |r| r
                .get::<_, i64>(0))
            .is_err()
    );
    office.app.choose(&office.place).unwrap();
    let why = office.refused("unlock", json!({ "passphrase": "not the passphrase" }));
    assert_eq!(why.code, Code::WrongPassphrase);
}

#[test]
fn the_temporary_folder_stays_empty() {
    // SQLite sorts and vacuums in memory; a child with a folder of its own shows it.
    let (mut office, _) = worked();
    office.app.leave();
    let temporary = office.folder.path().join("tmp");
    std::fs::create_dir(&temporary).unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_rightsdesk-writes"))
        .arg(&office.place)
        .arg("7")
        .env("TMPDIR", &temporary)
        .env("SQLITE_TMPDIR", &temporary)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..40 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert_eq!(std::fs::read_dir(&temporary).unwrap().count(), 0);
    }
    child.kill().unwrap();
    child.wait().unwrap();
}
