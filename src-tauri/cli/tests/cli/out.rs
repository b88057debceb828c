//! `--out`: a new file, an old one only on request, and never a desk.

use crate::run::{Desk, run};
use std::fs;

#[test]
fn a_desk_and_its_keys_are_never_written_over() {
    let desk = Desk::new();
    let reference = desk.logged("Jonna Weber");
    let place = desk.at("desk.rightsdesk");
    let keys = desk.at("desk.rightsdesk.keys");
    let (whole, of_keys) = (fs::read(&place).unwrap(), fs::read(&keys).unwrap());
    let other = Desk::new();
    let elsewhere = other.at("desk.rightsdesk");
    let link = desk.at("report.csv");
    std::os::unix::fs::symlink(&place, &link).unwrap();
    let places = [
        &place,
        &keys,
        &desk.at("desk.rightsdesk.lock"),
        &desk.at("new.rightsdesk"),
        &elsewhere,
        &link,
    ];
    let commands: [&[&str]; 4] = [
        &["year", "2026", "--format", "csv"],
        &["calendar"],
        &["letter", &reference, "acknowledgement"],
        &["letters", "post", "--date", "2026-01-01"],
    ];
    for out in places {
        for command in commands {
            for over in [&[][..], &["--replace"]] {
                let line = [command, &["--out", out.as_str()], over].concat();
                desk.run(&line).refused(1, "a desk is never written over");
            }
        }
    }
    assert_eq!(fs::read(&place).unwrap(), whole);
    assert_eq!(fs::read(&keys).unwrap(), of_keys);
    let shown = desk.run(&["call", "request_show", r#"{"id": 1}"#]).json();
    assert_eq!(
        shown["letters"].as_array().unwrap().len(),
        0,
        "a letter that can go nowhere is not issued"
    );
    // A new desk under another name is none yet, and its sheet must not take the place of its keys.
    let fresh = desk.at("shop");
    let sheet = format!("{fresh}.keys");
    let line = [
        "create",
        "--officer",
        "Ida Quist",
        "--organisation",
        "Tannery Row Press",
        "--address",
        "3 Tannery Row",
        "--time-zone",
        "Europe/Berlin",
        "--laws",
        "eu-gdpr",
        "--recovery-sheet",
    ];
    let mut create = crate::run::program();
    create
        .env("RIGHTSDESK_PASSPHRASE", crate::run::PASSPHRASE)
        .args(["--desk", &fresh])
        .args(line)
        .arg(&sheet);
    let ran = crate::run::Ran::from(create.output().unwrap());
    ran.refused(1, "a desk is never written over");
    assert!(!fs::exists(&fresh).unwrap());
}

#[test]
fn an_old_file_goes_only_on_request_and_whole() {
    let desk = Desk::new();
    let out = desk.at("report.csv");
    fs::write(&out, "what was there").unwrap();
    let csv = ["year", "2026", "--format", "csv", "--out", &out];
    desk.run(&csv).refused(1, "There is already a file");
    assert_eq!(fs::read(&out).unwrap(), b"what was there");
    desk.run(&[&csv[..], &["--replace"]].concat()).well();
    let written = fs::read_to_string(&out).unwrap();
    assert!(written.starts_with("\u{feff}Report,"), "{written}");
    let left = fs::read_dir(desk.folder.path()).unwrap();
    let left = left.map(|one| one.unwrap().file_name().into_string().unwrap());
    let parts: Vec<String> = left.filter(|name| name.contains(".part")).collect();
    assert_eq!(parts, [""; 0], "nothing half is left behind");

    let folder = desk.at("");
    let line = ["calendar", "--replace", "--out", &folder];
    desk.run(&line).refused(1, "is a folder");
    // What is no file holds nothing to lose.
    desk.run(&["calendar", "--out", "/dev/null"]).well();
    let help = run(&["year", "--help"]).well().out;
    assert!(help.contains("--replace"), "{help}");
    let help = run(&["--help"]).well().out;
    assert!(help.contains("--replace writes over it"), "{help}");
}
