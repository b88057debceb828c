//! Disks that take no more, and folders that cannot be written.

use super::{assert_all_there, put_away, try_open, typed};
use rightsdesk_tests::{PASSPHRASE, keys, new_desk, office, profile, raw};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

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
