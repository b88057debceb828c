//! Those affected by a breach: many of them, from a file, and the letters that went to them.

use super::incidents::{about, person};
use super::*;
use rightsdesk_tests::{PASSPHRASE, keys, raw};

#[test]
fn those_affected_come_from_a_file_with_every_row_looked_at() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    let id = office.call("incident_open", about("2026-03-02T14:20"))["row"]["id"].clone();
    office.call(
        "incident_people",
        json!({ "id": id, "people": [person("Ana Lindqvist", "ana@example.org", &[], "")] }),
    );
    let file = "First name;Name;E-Mail;Street;City;Preferred;Residence\nAna;Lindqvist;ANA@example.org;;;;de\nBen;Nowak;ben@example.org;Quay Street 7;Hamburg;post;de\nKim;;;;;mail;\n;;;;;;de\nLee;Park;lee@nowhere;;;;us-tx\nZoë;Ångström;zoe@example.org;;;pigeon;se\nZoë;Ångström;zoe@example.org;;;mail;se\n";
    let latin: Vec<u8> = file
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let mut read = |file: &[u8], take: bool| {
        office.call(
            "incident_people_file",
            json!({ "id": id, "name": "people.csv", "base64": base64(file), "take": take }),
        )
    };
    let look = read(&latin, false);
    assert_eq!(
        (&look["good"], &look["duplicates"]),
        (&json!(2), &json!(1)),
        "{look:#}"
    );
    let bad: Vec<(u64, &str)> = look["bad"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| {
            (
                b["line"].as_u64().unwrap(),
                b["reasons"][0].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        bad.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [4, 5, 6, 7],
        "{bad:?}"
    );
    for ((_, why), word) in bad.iter().zip([
        "no e-mail address is known",
        "neither a name",
        "is no mail address",
        "no way of telling",
    ]) {
        assert!(why.contains(word), "{why}");
    }
    assert_eq!(
        look["view"]["people"].as_array().unwrap().len(),
        1,
        "a look takes nobody"
    );
    let taken = read(&latin, true);
    let people = taken["view"]["people"].as_array().unwrap();
    assert_eq!(people.len(), 3);
    assert_eq!(
        people[1]["person"]["address"],
        json!(["Quay Street 7", "Hamburg"])
    );
    assert_eq!(people[2]["person"]["name"], "Zoë Ångström");
    let again = read(&latin, true);
    assert_eq!(
        (&again["good"], &again["duplicates"]),
        (&json!(0), &json!(3)),
        "the two that were taken, and Ana: {again:#}"
    );
    for (file, why) in [
        (&b""[..], "nothing"),
        (b"a,b\n1,2\n", "no heading"),
        (b"name,email\n", "nobody"),
        (b"PK\x03\x04", "a spreadsheet"),
    ] {
        let look = read(file, true);
        assert!(
            look["problem"].as_str().is_some_and(|p| p.ends_with('.')),
            "{why}: {look:#}"
        );
    }
}

#[test]
fn a_kept_letter_that_was_changed_or_slipped_in_is_found() {
    for (change, found) in [
        (
            "UPDATE register_letter SET pdf = zeroblob(9)",
            "not the one that left",
        ),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM register_letter",
            "is gone",
        ),
        (
            "INSERT INTO register_letter (file, person, title, issued_on, sent_by, pages, sha256, event, pdf) SELECT file, person, title, issued_on, sent_by, pages, sha256, event, pdf FROM register_letter",
            "never left",
        ),
    ] {
        let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
        let id = office.call("incident_open", about("2026-03-02T14:20"))["row"]["id"].clone();
        office.call(
            "incident_people",
            json!({ "id": id, "people": [person("Ana Lindqvist", "ana@example.org", &[], "")] }),
        );
        office.call(
            "incident_letters",
            json!({ "id": id, "way": "mail", "issue": true }),
        );
        office.assert_intact();
        office.call("lock", json!({}));
        let key = keys::key_of(&office.place, PASSPHRASE);
        raw::open(&office.place, &key)
            .execute_batch(change)
            .unwrap();
        office.call("unlock", json!({ "passphrase": PASSPHRASE }));
        let walked = office.call("log_verify", json!({}));
        assert_eq!(walked["intact"], false, "{change}");
        assert!(
            walked["problem"].as_str().unwrap().contains(found),
            "{change}: {walked}"
        );
    }
}

#[test]
fn a_hundred_letters_go_out_in_one_file() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    let id = office.call("incident_open", about("2026-03-02T14:20"))["row"]["id"].clone();
    let people: Vec<Value> = (0..100)
        .map(|n| {
            person(
                &format!("Reader {n}"),
                "",
                &["7 Quay Street", "20457 Hamburg"],
                "post",
            )
        })
        .collect();
    office.call("incident_people", json!({ "id": id, "people": people }));
    let done = office.call(
        "incident_letters",
        json!({ "id": id, "way": "post", "issue": true }),
    );
    assert_eq!(
        (&done["letters"], done["view"]["row"]["told"].clone()),
        (&json!(100), json!(100))
    );
    let pdf = bytes(&done["pdf"]["base64"]);
    paper::assert_sound(&pdf);
    assert!(pdf.len() < 2 << 20, "{} bytes", pdf.len());
    let words = paper::words(&pdf);
    for n in [0, 50, 99] {
        assert!(words.contains(&format!("Dear Reader {n},")));
    }
    office.assert_intact();
}

#[test]
fn whoever_is_erased_stands_on_no_list_of_the_post_either() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    let id = office.call("incident_open", about("2026-03-02T14:20"))["row"]["id"].clone();
    let view = office.call(
        "incident_people",
        json!({ "id": id, "people": [person("Ana Lindqvist", "ana@example.org", &[], "")] }),
    );
    office.call(
        "incident_letters",
        json!({ "id": id, "way": "mail", "issue": true }),
    );
    let ready = office.call("print_room", json!({ "tab": "ready" }));
    assert_eq!(ready["rows"][0]["person"], "Ana Lindqvist");
    let key = ready["rows"][0]["key"].clone();
    office.call(
        "post_confirm",
        json!({ "keys": [key], "on": "", "method": "", "tracking": "" }),
    );
    let ana = view["people"][0]["id"].clone();
    office.call(
        "incident_erase",
        json!({ "id": id, "people": [ana], "reason": "Asked to be erased" }),
    );
    let posted = office.call("print_room", json!({ "tab": "posted" }));
    assert!(!posted.to_string().contains("Lindqvist"), "{posted:#}");
    office.call("lock", json!({}));
    let key = keys::key_of(&office.place, PASSPHRASE);
    let kept: String = raw::open(&office.place, &key)
        .query_row("SELECT recipient FROM posting", [], |r| r.get(0))
        .unwrap();
    assert_eq!(kept, "[]");
}
