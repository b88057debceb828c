//! Children and their parents: the notice first, then the consent, and nothing before it.

use super::*;
use rightsdesk_tests::profile;

mod consent;
mod parents;
mod sign_up;
mod steps;
mod year;

const COPPA: &[&str] = &["us-coppa", "us-ca-ccpa"];

fn office(now: &str) -> Office {
    let mut office = Office::quick(profile("America/Chicago", "us-fed", COPPA), now);
    let mut about = office.call("profile", json!({}));
    about["about"]["established"] = json!(["us-il"]);
    about["about"]["facts"] = json!({ "child-service": true, "for-profit": true });
    office.call("profile_save", about);
    office
}

/// The child of the stories: eleven, in Ohio.
fn file() -> Value {
    json!({
        "child": "Mina", "born": "2015", "age": null, "residence": "us-oh",
        "parent": { "name": "Grace Adeyemi", "email": "grace@adeyemi.example", "phone": "", "address": ["9 Poplar Street", "Columbus, OH 43004"] },
        "service": "The reading club", "collects": "First name, the books read, and a nickname.",
        "discloses": "", "integral": "", "contact_collected_on": "", "request": null, "log_request": false,
    })
}

fn with(change: &[(&str, Value)]) -> Value {
    let mut file = file();
    for (key, value) in change {
        file[*key] = value.clone();
    }
    file
}

fn open(office: &mut Office, file: Value) -> u32 {
    u32::try_from(
        office.call("child_open", file)["row"]["id"]
            .as_u64()
            .unwrap(),
    )
    .unwrap()
}

fn entry(child: u32, step: &str, on: &str, more: Value) -> Value {
    let mut entry = json!({
        "child": child, "step": step, "on": on, "method": "", "notice": "", "items": [], "disclose": false,
        "exception": "", "text": "", "request": null, "corrects": null,
    });
    for (key, value) in more.as_object().unwrap() {
        entry[key.as_str()] = value.clone();
    }
    entry
}

const ITEMS: &[&str] = &[
    "contact",
    "consent-needed",
    "collected",
    "third-parties",
    "online-notice",
    "how-to-consent",
    "erased-without",
];

fn notice(office: &mut Office, child: u32, on: &str) -> Value {
    office.call(
        "child_step",
        entry(
            child,
            "notice-sent",
            on,
            json!({ "notice": "consent", "items": ITEMS }),
        ),
    )
}

fn consent(office: &mut Office, child: u32, on: &str, method: &str, disclose: bool) -> Value {
    office.call(
        "child_step",
        entry(
            child,
            "consent-given",
            on,
            json!({ "method": method, "disclose": disclose }),
        ),
    )
}

#[track_caller]
fn no(office: &mut Office, entry: Value, words: &str) {
    let before = office.call("child_show", json!({ "id": entry["child"] }))["timeline"].clone();
    let why = office.refused("child_step", entry.clone()).message;
    assert!(why.contains(words), "{words} is not in: {why}");
    let after = office.call("child_show", json!({ "id": entry["child"] }))["timeline"].clone();
    assert_eq!(before, after, "nothing was written");
}

/// An entry of the register of disclosures about one child.
fn handled(child: u32, act: &str, on: &str) -> Value {
    json!({
        "act": act, "on": on, "recipient": if act == "disclose" { "Lantern Toys Inc" } else { "" }, "purpose": "their-marketing",
        "data": ["contact-details", "usage-data"], "people": 1, "group": "", "children": true, "audiences": [], "consent": "none",
        "consent_note": "", "told_on": "", "legal_basis": "", "note": "", "request": null, "child": child,
    })
}

fn against(office: &mut Office, entry: &Value) -> Vec<String> {
    office.call("handling_check", entry.clone())["collisions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["about"] == "consent")
        .map(|one| {
            assert!(one["cite"].as_str().unwrap().contains("312."), "{one}");
            format!(
                "{}{}",
                one["message"].as_str().unwrap(),
                if one["needs_answer"] == true { "!" } else { "" }
            )
        })
        .collect()
}

fn parents_request(office: &mut Office, right: &str) -> Value {
    let mut asked = draft(
        "2026-05-05T09:00",
        "mail",
        "Grace Adeyemi",
        "us-oh",
        &[(right, &["us-coppa"])],
    );
    asked["capacity"] = "parent-or-guardian".into();
    asked["requester"]["email"] = "grace@adeyemi.example".into();
    asked["subject"] = json!({ "name": "Mina Adeyemi", "email": "", "phone": "", "address": [] });
    asked["particulars"]["age"] = 11.into();
    let id = office.log(asked);
    office.call("request_show", json!({ "id": id }))
}

fn granted(page: &Value) -> Value {
    json!({ "claim": page["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" })
}
