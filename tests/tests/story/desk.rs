//! The desk itself: who sits at it, what opens it, what the organisation's own page moves.

use super::*;
use rightsdesk_core::api::wire::Code;
use rightsdesk_core::desk::App;
use rightsdesk_tests::{PASSPHRASE, profile};

#[test]
fn a_second_officer_signs_for_what_they_do() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-02T09:00:00Z",
    );
    assert_eq!(
        office
            .refused(
                "officer_add",
                json!({ "name": "Nele Brandt", "passphrase": "another long passphrase" })
            )
            .field
            .as_deref(),
        Some("officer_name")
    );
    assert_eq!(
        office
            .refused(
                "officer_add",
                json!({ "name": "Tom Achebe", "passphrase": PASSPHRASE })
            )
            .field
            .as_deref(),
        Some("passphrase")
    );
    assert_eq!(
        office
            .refused(
                "officer_add",
                json!({ "name": "Tom Achebe", "passphrase": "short" })
            )
            .field
            .as_deref(),
        Some("passphrase")
    );
    office.call(
        "officer_add",
        json!({ "name": "Tom Achebe", "passphrase": "another long passphrase" }),
    );
    office.call("lock", json!({}));
    let session = office.call("unlock", json!({ "passphrase": "another long passphrase" }));
    assert_eq!(session["officer"]["name"], "Tom Achebe");
    let id = office.log(draft(
        "2026-01-31T14:05",
        "post",
        "Jon Byrne",
        "ie",
        &[("access", &["eu-gdpr"])],
    ));
    assert_eq!(
        office.call("request_show", json!({ "id": id }))["log"][0]["officer"],
        "Tom Achebe"
    );
    // A new passphrase: the old one proves who asks, and no longer opens.
    assert_eq!(
        office
            .refused(
                "passphrase_change",
                json!({ "old": "not it at all", "new": "a fresh new passphrase" })
            )
            .code,
        Code::WrongPassphrase
    );
    office.call(
        "passphrase_change",
        json!({ "old": "another long passphrase", "new": "a fresh new passphrase" }),
    );
    office.call("lock", json!({}));
    assert_eq!(
        office
            .refused("unlock", json!({ "passphrase": "another long passphrase" }))
            .code,
        Code::WrongPassphrase
    );
    office.call("unlock", json!({ "passphrase": "a fresh new passphrase" }));
    assert_eq!(
        office.call("officers", json!({}))["officers"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    office.assert_intact();
}

#[test]
fn the_recovery_key_opens_the_desk_and_sets_a_new_passphrase() {
    let mut office = Office::open(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-02T09:00:00Z",
    );
    let key = office.recovery_key.clone();
    let first = if key.starts_with('Z') { "Y" } else { "Z" };
    let other = format!("{first}{}", &key[1..]);
    office.call("lock", json!({}));
    assert_eq!(
        office
            .refused(
                "unlock_with_recovery",
                json!({ "recovery_key": other, "new_passphrase": "a fresh new passphrase" })
            )
            .code,
        Code::WrongPassphrase
    );
    assert_eq!(
        office
            .refused(
                "unlock_with_recovery",
                json!({ "recovery_key": key, "new_passphrase": "short" })
            )
            .field
            .as_deref(),
        Some("passphrase")
    );
    // As one types from paper: small letters, no dashes.
    let session = office.call("unlock_with_recovery", json!({ "recovery_key": key.to_lowercase().replace('-', " "), "new_passphrase": "a fresh new passphrase" }));
    assert_eq!(session["phase"], "open");
    let fresh = office.call(
        "recovery_key_renew",
        json!({ "passphrase": "a fresh new passphrase" }),
    )["recovery_key"]
        .clone();
    office.call("lock", json!({}));
    assert_eq!(
        office
            .refused(
                "unlock_with_recovery",
                json!({ "recovery_key": key, "new_passphrase": "yet another passphrase" })
            )
            .code,
        Code::WrongPassphrase
    );
    office.call(
        "unlock_with_recovery",
        json!({ "recovery_key": fresh, "new_passphrase": "yet another passphrase" }),
    );
    office.assert_intact();
}

#[test]
fn a_changed_calendar_moves_open_dates() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-10T09:00:00Z",
    );
    // The month ends on Sun 8 March, a holiday in Berlin alone; on Mon 9 March both work.
    let id = office.log(draft(
        "2026-01-06T10:00",
        "post",
        "Jon Byrne",
        "ie",
        &[("access", &["eu-gdpr"])],
    ));
    assert_eq!(
        due(&office.call("request_show", json!({ "id": id })), "respond"),
        "2026-02-06"
    );
    let id = office.log(draft(
        "2026-02-09T10:00",
        "post",
        "Jon Byrne",
        "ie",
        &[("access", &["eu-gdpr"])],
    ));
    assert_eq!(
        due(&office.call("request_show", json!({ "id": id })), "respond"),
        "2026-03-09"
    );
    let saint = office.log(draft(
        "2026-02-10T08:00",
        "post",
        "Una Byrne",
        "ie",
        &[("access", &["eu-gdpr"])],
    ));
    assert_eq!(
        due(
            &office.call("request_show", json!({ "id": saint })),
            "respond"
        ),
        "2026-03-10"
    );
    let mut of = office.call("profile", json!({}));
    of["calendar"] = "atlantis".into();
    assert_eq!(
        office.refused("profile_save", of.clone()).field.as_deref(),
        Some("calendar")
    );
    of["calendar"] = "gb-nir".into();
    of["organisation"] = "Harbour Lane Books & Maps".into();
    office.call("profile_save", of.clone());
    assert_eq!(office.call("profile", json!({})), of);
    office.assert_intact();
}

#[test]
fn a_backup_opens_with_the_same_passphrase() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-02T09:00:00Z",
    );
    office.log(draft(
        "2026-01-31T14:05",
        "post",
        "Jon Byrne",
        "ie",
        &[("access", &["eu-gdpr"])],
    ));
    let copy = office.folder.path().join("copy.rightsdesk");
    office.app.backup(&copy, office.now).unwrap();
    // Never over something that is there.
    let why = office.app.backup(&copy, office.now).unwrap_err();
    assert_eq!(why.field.as_deref(), Some("place"));
    let mut other = App::new();
    other.choose(&copy).unwrap();
    let call = |app: &mut App, name: &str, args: Value| {
        rightsdesk_core::api::call(app, name, args, office.now).unwrap()
    };
    call(&mut other, "unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(
        call(&mut other, "request_show", json!({ "id": 1 }))["requester"]["name"],
        "Jon Byrne"
    );
    assert_eq!(call(&mut other, "log_verify", json!({}))["intact"], true);
}

#[test]
fn preferences_are_remembered_and_the_session_tells_where_one_stands() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-be", &["eu-gdpr"]),
        "2026-02-02T23:30:00Z",
    );
    let session = office.call("session", json!({}));
    assert_eq!(
        (
            session["phase"].clone(),
            session["today"].clone(),
            session["auto_lock_minutes"].clone()
        ),
        (json!("open"), json!("2026-02-03"), json!(15))
    );
    let wanted = json!({ "theme": "dark", "auto_lock_minutes": 5, "density": "compact", "last_screen": "year", "calendar_view": "agenda", "rules_seen": 3 });
    office.call("preferences_save", wanted.clone());
    office.lock_and_unlock();
    assert_eq!(office.call("preferences", json!({})), wanted);
    let locked = office.call("lock", json!({}));
    assert_eq!(
        (
            locked["phase"].clone(),
            locked["organisation"].clone(),
            locked["desk_file"].clone()
        ),
        (
            json!("locked"),
            Value::Null,
            json!("Harbour Lane.rightsdesk")
        )
    );
    for name in ["queue", "profile", "letter_list"] {
        let args = if name == "queue" {
            json!({ "filter": "open", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 })
        } else {
            json!({})
        };
        assert_eq!(office.refused(name, args).code, Code::Locked);
    }
}
