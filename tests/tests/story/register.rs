//! The registers through the table of commands.

mod affected;
mod consents;
mod exports;
mod incidents;
mod mailing;
mod suppression;

use super::*;
use rightsdesk_tests::office::{base64, bytes, number};
use rightsdesk_tests::profile;

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
