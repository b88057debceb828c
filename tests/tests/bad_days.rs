//! Bad days of a desk file: cut short, not a desk, without its keys, on a full disk, in a folder that cannot be written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use rightsdesk_core::api::wire::{Code, Refusal};
use rightsdesk_core::desk::App;
use rightsdesk_core::vault::key_path;
use rightsdesk_tests::{Office, PASSPHRASE, keys, new_desk, office, profile, raw};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn berlin() -> Office {
    Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-02T09:00:00Z",
    )
}

fn typed(name: &str) -> Value {
    json!({
        "received": "2026-01-31T14:05", "channel": "post", "capacity": "self", "residence": "de", "subject": null,
        "requester": { "name": name, "email": "", "phone": "", "address": ["1 Quay"] },
        "claims": [{ "right": "access", "laws": ["eu-gdpr"] }], "words": "Please.", "files": [],
    })
}

/// A desk with forty requests, closed.
fn put_away() -> Office {
    let mut office = berlin();
    for n in 0..40 {
        office.log(typed(&format!("Person {n}")));
    }
    office.app.leave();
    office
}

/// Chooses the desk and unlocks it.
fn try_open(office: &mut Office) -> Result<(), Refusal> {
    let why = office.app.choose(&office.place).and_then(|()| {
        rightsdesk_core::api::call(
            &mut office.app,
            "unlock",
            json!({ "passphrase": PASSPHRASE }),
            office.now,
        )
        .map(|_| ())
    });
    if let Err(why) = &why {
        office::check_sentence(why);
    }
    why
}

#[track_caller]
fn assert_all_there(office: &mut Office) {
    try_open(office).unwrap();
    assert_eq!(
        office.call("request_show", json!({ "id": 40 }))["requester"]["name"],
        "Person 39"
    );
    office.assert_intact();
}

#[test]
fn a_desk_file_cut_short_or_scribbled_over_is_said_to_be_damaged_and_left_alone() {
    let mut office = put_away();
    let whole = fs::read(&office.place).unwrap();
    let half = whole.len() / 2;
    let mut scribbled = whole.clone();
    for byte in &mut scribbled[5000..5100] {
        *byte ^= 0x55;
    }
    let cases: [(&str, Vec<u8>); 7] = [
        ("half", whole[..half].to_vec()),
        ("half, to the page", whole[..half / 4096 * 4096].to_vec()),
        ("one page", whole[..4096].to_vec()),
        ("hundred bytes", whole[..100].to_vec()),
        ("nothing", Vec::new()),
        ("scribbled", scribbled),
        (
            "not a desk",
            b"%PDF-1.7 a letter of somebody else, and a long one at that".repeat(400),
        ),
    ];
    for (what, bytes) in cases {
        fs::write(&office.place, &bytes).unwrap();
        let why = match try_open(&mut office) {
            Err(why) => why,
            // A page that opening does not read: the walk through the log finds it.
            Ok(()) => {
                let why = match rightsdesk_core::api::call(
                    &mut office.app,
                    "log_verify",
                    json!({}),
                    office.now,
                ) {
                    Err(why) => why,
                    Ok(walked) => panic!("{what}: {walked}"),
                };
                office.app.leave();
                why
            }
        };
        assert_eq!(why.code, Code::Damaged, "{what}: {}", why.message);
        assert!(
            why.message.contains("not changed"),
            "{what}: {}",
            why.message
        );
        assert!(
            fs::read(&office.place).unwrap() == bytes,
            "{what}: the file was changed"
        );
    }
    fs::write(&office.place, &whole).unwrap();
    assert_all_there(&mut office);
}

#[test]
fn keys_missing_damaged_or_of_another_desk() {
    let mut office = put_away();
    let keys_at = key_path(&office.place);
    let whole = fs::read(&keys_at).unwrap();
    let other = berlin();
    let cases: [(&str, Option<Vec<u8>>, Code); 7] = [
        ("missing", None, Code::Damaged),
        ("empty", Some(Vec::new()), Code::Damaged),
        (
            "half",
            Some(whole[..whole.len() / 2].to_vec()),
            Code::Damaged,
        ),
        (
            "scribbled",
            Some(
                String::from_utf8(whole.clone())
                    .unwrap()
                    .replace("salt\": \"", "salt\": \"!")
                    .into_bytes(),
            ),
            Code::Damaged,
        ),
        (
            "all the memory there is",
            Some(
                String::from_utf8(whole.clone())
                    .unwrap()
                    .replace("\"memory_kib\": 8", "\"memory_kib\": 4294967295")
                    .into_bytes(),
            ),
            Code::NewerDesk,
        ),
        (
            "of a newer program",
            Some(
                String::from_utf8(whole.clone())
                    .unwrap()
                    .replace("\"version\": 1", "\"version\": 2")
                    .into_bytes(),
            ),
            Code::NewerDesk,
        ),
        (
            "of another desk, same passphrase",
            Some(fs::read(key_path(&other.place)).unwrap()),
            Code::Damaged,
        ),
    ];
    for (what, bytes, code) in cases {
        match bytes {
            None => fs::remove_file(&keys_at).unwrap(),
            Some(bytes) => fs::write(&keys_at, bytes).unwrap(),
        }
        let why = try_open(&mut office).unwrap_err();
        assert_eq!(why.code, code, "{what}: {}", why.message);
        assert!(why.message.contains("key file"), "{what}: {}", why.message);
        office.app.leave();
    }
    fs::write(&keys_at, whole).unwrap();
    assert_all_there(&mut office);
}

#[test]
fn a_wrong_passphrase_slows_down_and_damages_nothing() {
    let mut office = put_away();
    let before = (
        fs::read(&office.place).unwrap(),
        fs::read(key_path(&office.place)).unwrap(),
    );
    office.app.choose(&office.place).unwrap();
    let wrong = json!({ "passphrase": "not the passphrase" });
    office.at("2026-02-02T10:00:00Z");
    for _ in 0..3 {
        assert_eq!(
            office.refused("unlock", wrong.clone()).code,
            Code::WrongPassphrase
        );
    }
    // Even the right one waits now.
    let why = office.refused("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(why.code, Code::Wait);
    assert_eq!(office.call("session", json!({}))["wait_seconds"], 1);
    let mut waits = Vec::new();
    for minute in 1..10 {
        office.at(&format!("2026-02-02T10:{minute:02}:30Z"));
        assert_eq!(
            office.refused("unlock", wrong.clone()).code,
            Code::WrongPassphrase
        );
        waits.push(
            office.call("session", json!({}))["wait_seconds"]
                .as_u64()
                .unwrap(),
        );
        assert_eq!(
            office
                .refused(
                    "unlock_with_recovery",
                    json!({ "recovery_key": "0000", "new_passphrase": "long enough a phrase" })
                )
                .code,
            Code::Wait,
            "one brake for both doors"
        );
    }
    assert_eq!(waits, [2, 4, 8, 16, 32, 60, 60, 60, 60]);
    assert_eq!(
        (
            fs::read(&office.place).unwrap(),
            fs::read(key_path(&office.place)).unwrap()
        ),
        before
    );
    office.at("2026-02-02T11:00:00Z");
    office.call("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(office.call("session", json!({}))["wait_seconds"], 0);
    office.assert_intact();
}

#[test]
fn a_newer_desk_is_refused_and_left_alone() {
    let mut office = put_away();
    let key = keys::key_of(&office.place, PASSPHRASE);
    let set = |office: &Office, version: u32| {
        let conn = raw::open(&office.place, &key);
        let was: u32 = conn
            .pragma_query_value(None, "user_version", |r| r.get(0))
            .unwrap();
        conn.pragma_update(None, "user_version", version).unwrap();
        was
    };
    let was = set(&office, 999);
    let bytes = fs::read(&office.place).unwrap();
    let why = try_open(&mut office).unwrap_err();
    assert_eq!(why.code, Code::NewerDesk);
    assert!(why.message.contains("newer"), "{}", why.message);
    office.app.leave();
    assert!(fs::read(&office.place).unwrap() == bytes);
    set(&office, was);
    assert_all_there(&mut office);
}

#[test]
fn a_second_window_is_told_that_the_desk_is_open() {
    let mut office = berlin();
    let mut second = App::new();
    second.choose(&office.place).unwrap();
    let call = |app: &mut App| {
        rightsdesk_core::api::call(
            app,
            "unlock",
            json!({ "passphrase": PASSPHRASE }),
            office::moment("2026-02-02T09:00:00Z"),
        )
    };
    let why = call(&mut second).unwrap_err();
    assert_eq!(why.code, Code::AlreadyOpen);
    office::check_sentence(&why);
    office.log(typed("Ada Quill"));
    office.call("lock", json!({}));
    // Locked, the desk is free for the other.
    call(&mut second).unwrap();
    let why = office.refused("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(why.code, Code::AlreadyOpen);
    // A new desk is never made over one that is there.
    let why = App::new()
        .create(
            &office.place,
            new_desk(profile("Europe/Berlin", "de-be", &["eu-gdpr"])),
            office.now,
        )
        .unwrap_err();
    assert_eq!(why.field.as_deref(), Some("place"));
}

/// Runs the program of lines under a shell that sets the bad day up first, and gives its answers by id.
fn lines(shell: &str, args: &[&Path], calls: &[Value]) -> Vec<Value> {
    let mut child = Command::new("sh")
        .args(["-c", shell, "sh"])
        .arg(env!("CARGO_BIN_EXE_rightsdesk-lines"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut into = child.stdin.take().unwrap();
    let text: String = calls.iter().map(|c| format!("{c}\n")).collect();
    let writer = std::thread::spawn(move || into.write_all(text.as_bytes()));
    let out = child.wait_with_output().unwrap();
    // A shell that could not set up its day reads nothing.
    let _ = writer.join().unwrap();
    String::from_utf8(out.stdout)
        .unwrap()
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect()
}

fn unlock(place: &Path) -> Vec<Value> {
    vec![
        json!({ "id": "choose", "name": "desk_choose", "args": { "place": place } }),
        json!({ "id": "unlock", "name": "unlock", "args": { "passphrase": PASSPHRASE } }),
    ]
}

fn writing(times: usize) -> Vec<Value> {
    (0..times).map(|n| json!({ "id": n, "name": "request_log", "args": { "draft": typed(&format!("Written {n}")) } })).collect()
}

/// Counts what was acknowledged, and checks that what was not was refused as a full disk.
#[track_caller]
fn filled(answers: &[Value]) -> usize {
    let refused: Vec<&Value> = answers.iter().filter_map(|a| a.get("refusal")).collect();
    assert!(!refused.is_empty(), "the disk never filled: {answers:?}");
    for refusal in &refused {
        assert_eq!(refusal["code"], "disk-full", "{refusal}");
        assert!(
            refusal["message"].as_str().unwrap().contains("space"),
            "{refusal}"
        );
    }
    answers
        .iter()
        .filter(|a| a["id"].is_number() && a.get("ok").is_some())
        .count()
}

#[test]
fn a_disk_that_takes_no_more_loses_nothing_that_was_saved() {
    let mut office = put_away();
    // No file may grow past this: what a write past it gets is an error, as on a full disk.
    let blocks = fs::metadata(&office.place).unwrap().len() / 512 + 200;
    let mut calls = unlock(&office.place);
    calls.extend(writing(60));
    let answers = lines(
        &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$1\" 2026-02-03T09:00:00Z"),
        &[],
        &calls,
    );
    assert!(answers[1]["ok"].is_object(), "{}", answers[1]);
    let kept = filled(&answers);
    assert!(kept > 0, "{answers:?}");
    assert_all_there(&mut office);
    let total = office.call("queue", json!({ "filter": "open", "law": "", "right": null, "search": "Written", "sort": "due", "offset": 0, "limit": 500 }))["total"].as_u64().unwrap();
    assert_eq!(
        total, kept as u64,
        "what was acknowledged is there, what was refused is not"
    );
    office.log(typed("After"));
}

/// Whether this system lets a test mount a small disk of its own.
fn can_mount() -> bool {
    Command::new("unshare")
        .args([
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o size=1m none /mnt",
        ])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
}

#[test]
fn a_real_full_disk_loses_nothing_that_was_saved() {
    if !can_mount() {
        eprintln!("this system lets no test mount a disk: the limit on file sizes has to do");
        return;
    }
    let disk = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    let place = disk.path().join("small.rightsdesk");
    let new = new_desk(profile("Europe/Berlin", "de-be", &["eu-gdpr"]));
    let mut first = vec![
        json!({ "id": "create", "name": "desk_create", "args": { "desk": new, "place": place } }),
    ];
    first.extend(writing(300));
    let mut second = unlock(&place);
    second.push(json!({ "id": "verify", "name": "log_verify" }));
    second.push(json!({ "id": "queue", "name": "queue", "args": { "filter": "open", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 1 } }));
    second
        .push(json!({ "id": "more", "name": "request_log", "args": { "draft": typed("After") } }));
    for (name, calls) in [("first", &first), ("second", &second)] {
        fs::write(
            out.path().join(name),
            calls.iter().map(|c| format!("{c}\n")).collect::<String>(),
        )
        .unwrap();
    }
    let run =
        |name: &str| format!("\"$0\" 2026-02-03T09:00:00Z < \"$2/{name}\" > \"$2/{name}.out\"");
    let script = format!(
        "mount -t tmpfs -o size=2m none \"$1\" && head -c 500000 /dev/zero > \"$1/ballast\" && {} ; df \"$1\" > \"$2/df\"; rm \"$1/ballast\"; {}",
        run("first"),
        run("second")
    );
    let status = Command::new("unshare")
        .args([
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            &script,
            env!("CARGO_BIN_EXE_rightsdesk-lines"),
        ])
        .args([disk.path(), out.path()])
        .status()
        .unwrap();
    let read = |name: &str| -> Vec<Value> {
        fs::read_to_string(out.path().join(name))
            .unwrap()
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect()
    };
    let answers = read("first.out");
    assert!(
        answers[0]["ok"].is_object(),
        "{} {}",
        answers[0],
        fs::read_to_string(out.path().join("df")).unwrap()
    );
    let kept = filled(&answers);
    assert!(status.success() && kept > 0, "{kept}");
    // With space again: all that was acknowledged is there, and work goes on.
    let answers = read("second.out");
    assert_eq!(answers[2]["ok"]["intact"], true, "{answers:?}");
    assert_eq!(answers[3]["ok"]["total"], kept, "{answers:?}");
    assert!(answers[4]["ok"].is_object(), "{answers:?}");
}

#[test]
fn a_desk_that_could_not_be_made_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("new.rightsdesk");
    let new = new_desk(profile("Europe/Berlin", "de-be", &["eu-gdpr"]));
    let create =
        [json!({ "id": "create", "name": "desk_create", "args": { "desk": new, "place": place } })];
    // Room for the keys and not for the desk.
    let answers = lines(
        "trap '' XFSZ; ulimit -f 16; exec \"$1\" 2026-02-03T09:00:00Z",
        &[],
        &create,
    );
    assert_eq!(answers[0]["refusal"]["code"], "disk-full", "{answers:?}");
    assert_eq!(
        fs::read_dir(folder.path())
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect::<Vec<PathBuf>>(),
        Vec::<PathBuf>::new()
    );
    let answers = lines("exec \"$1\" 2026-02-03T09:00:00Z", &[], &create);
    assert!(answers[0]["ok"].is_object(), "{answers:?}");
}

#[test]
fn a_backup_that_does_not_fit_leaves_nothing_behind_and_is_not_in_the_log() {
    let mut office = put_away();
    let key = keys::key_of(&office.place, PASSPHRASE);
    try_open(&mut office).unwrap();
    let events = office.call("log_verify", json!({}))["events"].clone();
    // A place in a folder that is not there stands for one that cannot be written.
    let nowhere = office.folder.path().join("nowhere").join("copy.rightsdesk");
    let why = office.app.backup(&nowhere, office.now).unwrap_err();
    office::check_sentence(&why);
    assert_eq!(office.call("log_verify", json!({}))["events"], events);
    let copy = office.folder.path().join("copy.rightsdesk");
    office.app.backup(&copy, office.now).unwrap();
    let conn = raw::open(&copy, &key);
    assert_eq!(
        conn.query_row("SELECT count(*) FROM request", [], |r| r.get::<_, u32>(0))
            .unwrap(),
        40
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_named_as_such() {
    let office = put_away();
    let program = office.folder.path().join("lines");
    fs::copy(env!("CARGO_BIN_EXE_rightsdesk-lines"), &program).unwrap();
    let mode = |path: &Path, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap()
    };
    // The superuser may write everywhere: the test then asks as somebody else.
    let as_somebody = if fs::metadata("/proc/self").unwrap().uid() == 0 {
        "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$2\" 2026-02-03T09:00:00Z"
    } else {
        "exec \"$2\" 2026-02-03T09:00:00Z"
    };
    for entry in fs::read_dir(office.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        mode(&path, if path == program { 0o555 } else { 0o444 });
    }
    mode(office.folder.path(), 0o555);
    let mut calls = unlock(&office.place);
    let new = new_desk(profile("Europe/Berlin", "de-be", &["eu-gdpr"]));
    calls.push(json!({ "id": "create", "name": "desk_create", "args": { "desk": new, "place": office.folder.path().join("new.rightsdesk") } }));
    let answers = lines(as_somebody, &[&program], &calls);
    mode(office.folder.path(), 0o755);
    for answer in &answers[1..] {
        assert_eq!(answer["refusal"]["code"], "input", "{answer}");
        let said = answer["refusal"]["message"].as_str().unwrap();
        assert!(said.contains("cannot be written"), "{said}");
    }
    assert_eq!(answers.len(), 3);
    for entry in fs::read_dir(office.folder.path()).unwrap() {
        mode(&entry.unwrap().path(), 0o644);
    }
    let mut office = office;
    assert_all_there(&mut office);
}
