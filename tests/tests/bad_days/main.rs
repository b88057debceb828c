//! Bad days of a desk file: cut short, not a desk, without its keys, on a full disk, in a folder that cannot be written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod disk;

use rightsdesk_core::api::wire::{Code, Refusal};
use rightsdesk_core::desk::App;
use rightsdesk_core::vault::key_path;
use rightsdesk_tests::{Office, PASSPHRASE, keys, new_desk, office, profile, raw};
use serde_json::{Value, json};
use std::fs;

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
