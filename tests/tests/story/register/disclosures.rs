//! Who got what: the directory, entries with their legal process, corrections, and recipients told.

use super::*;
use rightsdesk_tests::office::base64;
use rightsdesk_tests::profile;

const POLICY: &str = include_str!("../policy/policy-2026.md");

/// An office with a policy in force since March, every promise of it accepted.
pub fn with_policy(now: &str) -> Office {
    let mut of = profile(
        "Europe/Berlin",
        "de-hh",
        &["eu-gdpr", "us-ca-ccpa", "us-ca-shine-the-light", "us-coppa"],
    );
    of.about.established = vec!["de".into()];
    let mut office = Office::quick(of, now);
    let view = office.call(
        "policy_add",
        json!({
            "file": { "name": "policy.md", "base64": base64(POLICY.as_bytes()), "text": "" },
            "about": { "title": "Privacy promise", "from": "2026-03-01", "until": "", "source": "https://harbourlane.example/privacy", "publisher": "Harbour Lane Books" },
        }),
    );
    for promise in view["promises"].as_array().unwrap() {
        office.call(
            "promise_review",
            json!({ "policy": view["version"]["id"], "key": promise["key"], "state": "accepted", "reading": null, "start": null, "end": null }),
        );
    }
    office
}

/// A disclosure of e-mail addresses.
pub fn entry(on: &str, purpose: &str) -> Value {
    json!({
        "act": "disclose", "on": on, "recipient": "Brightpost Ltd", "purpose": purpose, "data": ["email-address"], "people": 310,
        "group": "newsletter readers", "children": false, "audiences": [], "consent": "none", "consent_note": "", "told_on": "",
        "legal_basis": "", "note": "", "request": null,
    })
}

/// A recipient to be added to the directory.
fn recipient(name: &str) -> Value {
    json!({
        "id": null, "name": name, "address": ["1 Signal Road", "Leeds LS1 4AB"], "email": "", "website": "", "examples": "",
        "name_tells": true, "contract": "", "contract_on": "", "confidentiality": "", "processor": false, "note": "", "reason": "",
    })
}

/// The row of this name.
#[track_caller]
fn of_name<'v>(list: &'v Value, name: &str) -> &'v Value {
    list["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["about"]["name"] == name)
        .unwrap_or_else(|| panic!("no {name} in {list:#}"))
}

fn collisions(office: &mut Office, entry: &Value) -> usize {
    let check = office.call("handling_check", entry.clone());
    assert_eq!(check["problems"], json!([]), "{entry}");
    check["collisions"].as_array().unwrap().len()
}

#[test]
fn the_directory_keeps_what_a_recipient_was_and_refuses_the_same_name() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let mut post = recipient("Brightpost Ltd");
    post["address"] = json!([]);
    post["name_tells"] = false.into();
    let list = office.call("recipient_save", post.clone());
    let row = of_name(&list, "Brightpost Ltd");
    assert_eq!(row["lacks"].as_array().unwrap().len(), 2, "{row:#}");
    let same = office.refused("recipient_save", recipient("BRIGHTPOST  ltd."));
    assert_eq!(same.field.as_deref(), Some("name"));
    assert!(same.message.contains("Brightpost Ltd"), "{}", same.message);

    post["id"] = row["id"].clone();
    post["address"] = json!(["1 Signal Road", "", " Leeds LS1 4AB "]);
    let silent = office.refused("recipient_save", post.clone());
    assert_eq!(silent.field.as_deref(), Some("reason"), "a change says why");
    post["reason"] = "They moved.".into();
    let list = office.call("recipient_save", post.clone());
    let row = of_name(&list, "Brightpost Ltd");
    assert_eq!(
        row["about"]["address"],
        json!(["1 Signal Road", "Leeds LS1 4AB"])
    );
    assert_eq!(
        row["history"][1]["details"],
        json!(["Reason: They moved.", "Address: was empty"])
    );

    // Whoever is typed by name is found there, and counted.
    let list = office.call(
        "handling_add",
        json!({ "entry": entry("2026-04-02", "other"), "resolutions": [] }),
    );
    assert_eq!(list["entries"][0]["entry"]["recipient_id"], row["id"]);
    let list = office.call("recipient_list", json!({}));
    let row = of_name(&list, "Brightpost Ltd");
    assert_eq!(
        (&row["disclosures"], &row["last_on"]),
        (&json!(1), &json!("2026-04-02"))
    );

    let silent = office.refused(
        "recipient_strike",
        json!({ "id": row["id"], "reason": " " }),
    );
    assert_eq!(silent.field.as_deref(), Some("reason"));
    let id = row["id"].clone();
    let list = office.call(
        "recipient_strike",
        json!({ "id": id, "reason": "Closed down." }),
    );
    assert_eq!(of_name(&list, "Brightpost Ltd")["struck"], "Closed down.");
    let mut late = entry("2026-04-03", "other");
    late["recipient_id"] = id;
    let why = office.refused("handling_add", json!({ "entry": late, "resolutions": [] }));
    assert!(why.message.contains("struck out"), "{}", why.message);
    office.assert_intact();
}

#[test]
fn whoever_works_for_us_does_so_by_a_contract_on_file_that_day() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let work = |on: &str| entry(on, "service-provider");
    assert_eq!(
        collisions(&mut office, &work("2026-04-02")),
        0,
        "the directory is silent"
    );
    let list = office.call("recipient_save", recipient("Brightpost Ltd"));
    let mut about = of_name(&list, "Brightpost Ltd")["about"].clone();
    let check = office.call("handling_check", work("2026-04-02"));
    let message = check["collisions"][0]["message"].as_str().unwrap();
    assert!(message.contains("no contract"), "{message}");
    about["processor"] = true.into();
    about["contract"] = "Binder 7".into();
    about["contract_on"] = "2026-04-01".into();
    about["reason"] = "Signed.".into();
    office.call("recipient_save", about);
    assert_eq!(
        collisions(&mut office, &work("2026-03-31")),
        1,
        "the day before"
    );
    assert_eq!(
        collisions(&mut office, &work("2026-04-01")),
        0,
        "from its day on"
    );
    assert_eq!(
        collisions(&mut office, &entry("2026-04-02", "other")),
        0,
        "it works for us whatever the entry calls it"
    );
    assert_eq!(
        collisions(&mut office, &entry("2026-04-02", "their-marketing")),
        1,
        "its own marketing is no work for us"
    );
}

/// A subpoena as it was answered.
fn subpoena(number: &str) -> Value {
    json!({
        "kind": "subpoena", "from": "Superior Court of Fresno County", "number": number, "received_on": "2026-04-01",
        "asked": "Name, address and all orders of one customer", "given": "Name and address", "approved_by": "Nele Brandt",
        "told": "yes", "told_on": "2026-04-03",
    })
}

#[test]
fn c6_what_a_subpoena_demanded_is_entered_with_what_was_asked_and_given() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let mut demanded = entry("2026-04-03", "legal-process");
    demanded["recipient"] = "Superior Court of Fresno County".into();
    demanded["data"] = json!([]);
    demanded["categories"] = json!(["name-and-address"]);
    demanded["people"] = 1.into();
    for (change, field, why) in [
        (Value::Null, "process", "nothing said of the order"),
        (json!({ "asked": "" }), "process.asked", "what was asked"),
        (json!({ "given": " " }), "process.given", "what was given"),
        (
            json!({ "approved_by": "" }),
            "process.approved_by",
            "who approved it",
        ),
        (
            json!({ "told_on": "" }),
            "process.told_on",
            "told, and no day",
        ),
        (
            json!({ "received_on": "2026-04-09" }),
            "process.received_on",
            "it came after it was answered",
        ),
    ] {
        let mut of = demanded.clone();
        of["process"] = if change.is_null() {
            Value::Null
        } else {
            subpoena("24-118")
        };
        for (key, value) in change.as_object().into_iter().flatten() {
            of["process"][key] = value.clone();
        }
        let refused = office.refused("handling_add", json!({ "entry": of, "resolutions": [] }));
        assert_eq!(
            refused.field.as_deref(),
            Some(field),
            "{why}: {}",
            refused.message
        );
    }
    demanded["process"] = subpoena("");
    assert_eq!(
        collisions(&mut office, &demanded),
        1,
        "without a number it is no basis"
    );
    demanded["process"]["kind"] = "agency-request".into();
    demanded["process"]["number"] = "77".into();
    assert_eq!(
        collisions(&mut office, &demanded),
        1,
        "an authority’s wish without its law"
    );
    demanded["process"] = subpoena("24-118");
    assert_eq!(collisions(&mut office, &demanded), 0);
    let list = office.call(
        "handling_add",
        json!({ "entry": demanded, "resolutions": [] }),
    );
    let kept = &list["entries"][0]["entry"];
    assert_eq!(kept["process"], subpoena("24-118"));
    assert_eq!(kept["data"], json!(["contact-details"]), "by its category");
    let found = office.call("handling_list", json!({ "search": "24-118 fresno" }));
    assert_eq!(found["total"], 1);
    let mut elsewhere = entry("2026-04-03", "other");
    elsewhere["process"] = subpoena("24-118");
    let refused = office.refused(
        "handling_add",
        json!({ "entry": elsewhere, "resolutions": [] }),
    );
    assert_eq!(refused.field.as_deref(), Some("process"));
}

#[test]
fn whoever_got_data_of_a_person_is_told_what_became_of_it() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let mut ana = entry("2026-04-02", "other");
    ana["people"] = 0.into();
    ana["persons"] = json!([
        { "name": "Ana Lindqvist", "email": "Ana@post.example", "phone": "", "address": [] },
        { "name": "Bo Ek", "email": "", "phone": "", "address": [] },
    ]);
    let list = office.call("handling_add", json!({ "entry": ana, "resolutions": [] }));
    assert_eq!(
        list["entries"][0]["entry"]["people"], 2,
        "as many as are named"
    );
    let first = list["entries"][0]["id"].clone();
    let mut fewer = ana.clone();
    fewer["people"] = 1.into();
    let refused = office.refused("handling_add", json!({ "entry": fewer, "resolutions": [] }));
    assert_eq!(refused.field.as_deref(), Some("people"));
    let mut namesake = entry("2026-04-04", "other");
    namesake["persons"] = json!([{ "name": "ana LINDQVIST", "email": "other@post.example", "phone": "", "address": [] }]);
    office.call(
        "handling_add",
        json!({ "entry": namesake, "resolutions": [] }),
    );
    let mut used = entry("2026-04-05", "other");
    used["act"] = "collect".into();
    used["data"] = json!(["usage-data"]);
    used["persons"] = ana["persons"].clone();
    let list = office.call("handling_add", json!({ "entry": used, "resolutions": [] }));
    let use_id = list["entries"][0]["id"].clone();

    let mut asked = draft(
        "2026-04-10T09:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("erasure", &[])],
    );
    asked["requester"]["email"] = "ana@post.example".into();
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    let got: Vec<(&str, bool)> = view["disclosed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| {
            (
                d["on"].as_str().unwrap(),
                d["by_name_only"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        got,
        [("2026-04-04", true), ("2026-04-02", false)],
        "what was collected went to nobody"
    );

    let told = |handling: &Value, on: &str, how: &str| json!({ "handlings": [handling], "of": "erasure", "on": on, "how": how, "request": id });
    for (args, why) in [
        (told(&use_id, "2026-04-10", ""), "nobody got it"),
        (told(&first, "2026-04-01", ""), "before it was given"),
        (told(&first, "2026-04-11", ""), "not yet"),
        (told(&first, "", " "), "not told, and no reason"),
        (told(&json!(99), "2026-04-10", ""), "no such entry"),
    ] {
        let refused = office.refused("handling_told", args);
        assert!(!refused.message.is_empty(), "{why}");
    }
    office.call("handling_told", told(&first, "2026-04-10", "By e-mail"));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["disclosed"][1]["told"][0]["on"], "2026-04-10");
    assert_eq!(view["disclosed"][1]["told"][0]["request"]["id"], id);
    assert!(log(&view).contains(&"recipients-told"));

    // A correction keeps what was told, and the people stand apart from what the log hashes.
    let mut better = ana.clone();
    better["recipient"] = "Brightpost Leeds Ltd".into();
    let refused = office.refused(
        "handling_correct",
        json!({ "id": first, "entry": better, "reason": "", "resolutions": [] }),
    );
    assert_eq!(refused.field.as_deref(), Some("reason"));
    office.call(
        "handling_correct",
        json!({ "id": first, "entry": better, "reason": "Their name in full.", "resolutions": [] }),
    );
    let view = office.call("request_show", json!({ "id": id }));
    let now = &view["disclosed"][1];
    assert_eq!(now["recipient"], "Brightpost Leeds Ltd");
    assert_eq!(now["told"].as_array().unwrap().len(), 1);
    office.assert_intact();
}

#[test]
fn a_correction_takes_the_place_of_an_entry_that_stays_to_be_read() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let list = office.call(
        "handling_add",
        json!({ "entry": entry("2026-04-02", "their-marketing"), "resolutions": [] }),
    );
    assert_eq!(list["flagged"], 1);
    let key = list["entries"][0]["contradictions"][0]["key"].clone();
    office.call(
        "contradiction_answer",
        json!({ "key": key, "text": "They deleted it." }),
    );
    let mut fewer = entry("2026-04-02", "their-marketing");
    fewer["people"] = 31.into();
    let list = office.call(
        "handling_correct",
        json!({ "id": 1, "entry": fewer, "reason": "31, not 310.", "resolutions": [] }),
    );
    let (new, old) = (&list["entries"][0], &list["entries"][1]);
    assert_eq!(
        (&new["corrects"], &old["corrected_by"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(
        old["contradictions"],
        json!([]),
        "what was corrected collides with nothing"
    );
    assert_eq!(
        new["contradictions"][0]["answer"]["text"], "They deleted it.",
        "the same is not asked twice"
    );
    assert_eq!(
        (&list["flagged"], &list["in_register"]),
        (&json!(0), &json!(2))
    );
    for (command, args) in [
        ("handling_strike", json!({ "id": 1, "reason": "Twice." })),
        (
            "handling_correct",
            json!({ "id": 1, "entry": fewer, "reason": "Again.", "resolutions": [] }),
        ),
        (
            "handling_told",
            json!({ "handlings": [1], "of": "erasure", "on": "2026-04-10", "how": "", "request": null }),
        ),
    ] {
        let refused = office.refused(command, args);
        assert!(
            refused.message.contains("corrected"),
            "{command}: {}",
            refused.message
        );
    }
    // Another process of the program reads the same from the file.
    office.lock_and_unlock();
    let again = office.call("handling_list", json!({}));
    assert_eq!(again["entries"], list["entries"]);
    let all = office.call("contradictions", json!({ "which": "all" }));
    assert_eq!(all["total"], 1);
    // The policy goes out of force: nothing collides any more.
    office.call(
        "policy_withdraw",
        json!({ "id": 1, "reason": "Never published." }),
    );
    let after = office.call("contradictions", json!({ "which": "all" }));
    assert_eq!(after["total"], 0);
}

#[test]
fn a_category_says_which_kinds_of_data_it_implies() {
    let mut office = with_policy("2026-04-02T08:00:00Z");
    office.call("category_add", json!({ "name": "Loyalty card number" }));
    let list = office.call("category_list", json!({}));
    let topics = |id: &str| {
        let all = list["categories"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap()["topics"].clone()
    };
    assert_eq!(topics("email-address"), json!(["email-address"]));
    assert!(topics("medical-condition").to_string().contains("health"));
    assert_eq!(topics("own:1"), json!([]), "nothing is known of our own");
}
