//! The registers through the table of commands: who got what, by whose leave, and the letters made of them.

mod accounting;
mod affected;
mod authority;
mod children;
mod choice;
mod consents;
mod disclosures;
mod due;
mod erasing;
mod exports;
mod health;
mod health_sheet;
mod import;
mod import_by_name;
pub mod incidents;
mod lists;
mod mailing;
mod plain_mail;
mod shine;
mod suppression;
pub mod year;

use super::*;
use rightsdesk_core::api::wire::{DeskProfile, Envelope, Paper};
use rightsdesk_tests::office::{base64, bytes, fill, number};
use rightsdesk_tests::profile;

/// An American office under these laws.
fn american(zone: &str, calendar: &str, laws: &[&str]) -> DeskProfile {
    let mut of = profile(zone, calendar, laws);
    of.address = vec!["418 Juniper Street".into(), "Austin, TX 78704".into()];
    of.contact_phone = "+1 512 555 0144".into();
    of.paper = Paper::UsLetter;
    of.envelope = Envelope::Us10;
    of.about.established = vec!["us-tx".into()];
    of
}

/// Brings a policy in and accepts everything that is found in it.
#[track_caller]
fn promise(office: &mut Office, text: &str, from: &str) -> Value {
    let view = office.call(
        "policy_add",
        json!({
            "file": { "name": "policy.md", "base64": base64(text.as_bytes()), "text": "" },
            "about": { "title": "Privacy policy", "from": from, "until": "", "source": "", "publisher": "" },
        }),
    );
    for one in view["promises"].as_array().unwrap() {
        office.call(
            "promise_review",
            json!({ "policy": view["version"]["id"], "key": one["key"], "state": "accepted", "reading": null, "start": null, "end": null }),
        );
    }
    office.call("policy_show", json!({ "id": view["version"]["id"] }))
}

/// A recipient of the directory; gives its number.
#[track_caller]
fn recipient(office: &mut Office, name: &str, address: &[&str], changes: Value) -> u32 {
    let mut about = json!({
        "id": null, "name": name, "address": address, "email": "", "website": "", "examples": "", "name_tells": false,
        "contract": "", "contract_on": "", "confidentiality": "", "processor": false, "note": "", "reason": "",
    });
    merge(&mut about, changes);
    let list = office.call("recipient_save", about);
    list["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["about"]["name"] == name)
        .map(|one| number(&one["id"]))
        .unwrap()
}

/// An entry of the register of disclosures.
fn disclosure(on: &str, recipient: &str, changes: Value) -> Value {
    let mut entry = json!({
        "act": "disclose", "on": on, "recipient": recipient, "purpose": "other", "data": [], "people": 1,
        "group": "", "children": false, "audiences": [], "consent": "none", "consent_note": "", "told_on": "",
        "legal_basis": "", "note": "", "request": null, "recipient_id": null, "categories": [], "persons": [],
        "child": null, "explicit_consent": null,
        "health": { "electronic": false, "authorization": null, "exception": "", "why": "" }, "process": null,
    });
    merge(&mut entry, changes);
    entry
}

fn merge(into: &mut Value, changes: Value) {
    for (key, value) in changes.as_object().unwrap() {
        into[key] = value.clone();
    }
}

/// Enters it; nothing may stand against it that wants an answer.
#[track_caller]
fn enter(office: &mut Office, entry: Value) -> Value {
    office.call("handling_add", json!({ "entry": entry, "resolutions": [] }))
}

#[track_caller]
fn decide_all(
    office: &mut Office,
    request: u32,
    outcome: &str,
    ground: Option<&str>,
    reasons: &str,
) {
    let view = office.call("request_show", json!({ "id": request }));
    for claim in view["claims"].as_array().unwrap() {
        office.call(
            "claim_decide",
            json!({ "claim": claim["id"], "outcome": outcome, "ground": ground, "reasons": reasons, "kept": "" }),
        );
    }
}

#[track_caller]
fn draft_letter(office: &mut Office, request: u32, kind: &str, law: &str) -> Value {
    office.call(
        "letter_draft",
        json!({ "request": request, "kind": kind, "law": law, "reason": "", "asked": "" }),
    )
}

/// All words of a draft.
fn words(letter: &Value) -> String {
    letter["text"]["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|block| block["text"].as_str().unwrap())
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Issues the letter in hand as it is, whatever has been seen; gives the words of the page.
#[track_caller]
fn issue(office: &mut Office, letter: &Value) -> String {
    let seen: Vec<&Value> = letter["contradictions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["key"])
        .collect();
    let view = office.call(
        "letter_issue",
        json!({ "request": letter["request"], "sent_by": "post", "seen": seen }),
    );
    keep(
        &view["letters"][0]["title"],
        &office.letter(&view["letters"][0]["id"]),
    );
    newest_letter(office, &view)
}

/// Leaves a page where somebody can look at it, when asked to.
fn keep(title: &Value, pdf: &[u8]) {
    if let Ok(folder) = std::env::var("RIGHTSDESK_KEEP_PAGES") {
        let name = format!(
            "{} {}.pdf",
            title.as_str().unwrap_or("page"),
            &rightsdesk_core::vault::sha256(pdf)[..6]
        );
        std::fs::write(std::path::Path::new(&folder).join(name), pdf).unwrap();
    }
}

/// An office under these laws.
fn under(now: &str, laws: &[&str]) -> Office {
    Office::quick(profile("Europe/Berlin", "de-hh", laws), now)
}

/// Somebody with a mail address.
fn somebody(name: &str, email: &str) -> Value {
    json!({ "name": name, "email": email, "phone": "", "address": [] })
}

/// A request of somebody with a mail address.
fn asks(
    received: &str,
    name: &str,
    email: &str,
    residence: &str,
    rights: &[(&str, &[&str])],
) -> Value {
    let mut draft = draft(received, "mail", name, residence, rights);
    draft["requester"] = somebody(name, email);
    draft
}

/// Decides the claim of a request with this right.
#[track_caller]
fn decide(office: &mut Office, request: u32, right: &str, outcome: &str) -> Value {
    let view = office.call("request_show", json!({ "id": request }));
    let claim = view["claims"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["right"] == right)
        .unwrap_or_else(|| panic!("no {right} in {view:#}"));
    office.call(
        "claim_decide",
        json!({ "claim": claim["id"], "outcome": outcome, "ground": null, "reasons": "", "kept": "" }),
    )
}

/// Something done with data of named people.
fn done(on: &str, act: &str, purpose: &str, data: &str, persons: &[Value]) -> Value {
    json!({
        "act": act, "on": on, "recipient": if act == "use" { "" } else { "Brightpost Ltd" }, "purpose": purpose, "data": [data],
        "people": persons.len(), "group": "", "children": false, "audiences": [], "consent": "none", "consent_note": "",
        "told_on": "", "legal_basis": "", "note": "", "request": null, "persons": persons,
    })
}

/// The text of an export.
#[track_caller]
fn text_of(export: &Value) -> String {
    String::from_utf8(bytes(&export["base64"])).unwrap()
}
