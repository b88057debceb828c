//! What was promised: a policy brought in and reviewed, requests held against it, what does not agree with it.

mod at_work;
mod contradictions;
mod kept;
mod review;
mod versions;

use super::*;
use rightsdesk_tests::office::{base64, bytes, fill, number};
use rightsdesk_tests::profile;

/// A made-up policy as a file.
pub const POLICY: &str = include_str!("policy/policy-2026.md");
/// The one that follows it.
pub const NEXT: &str = include_str!("policy/policy-2027.md");

/// An office under European and Californian law on a day after the policy began.
fn office(now: &str) -> Office {
    let mut of = profile(
        "Europe/Berlin",
        "de-hh",
        &["eu-gdpr", "us-ca-ccpa", "us-ca-shine-the-light", "us-coppa"],
    );
    of.about.established = vec!["de".into()];
    Office::quick(of, now)
}

/// Brings a policy in and gives its view.
#[track_caller]
pub fn bring_in(office: &mut Office, text: &str, from: &str) -> Value {
    office.call(
        "policy_add",
        json!({
            "file": { "name": "policy.md", "base64": base64(text.as_bytes()), "text": "" },
            "about": { "title": "Privacy promise", "from": from, "until": "", "source": "https://harbourlane.example/privacy", "publisher": "Harbour Lane Books" },
        }),
    )
}

/// What the officer marks by hand: the words of the text, and what they promise.
fn reading(kind: &str, audience: &str, rights: &[&str]) -> Value {
    json!({
        "kind": kind, "audiences": [audience], "rights": rights, "polarity": "does", "ways": [], "conditions": [],
        "time_limit": null, "frequency": null, "exceptions": [], "acts": [], "data": [], "age": null,
    })
}

/// Marks a passage by its words.
#[track_caller]
fn mark(office: &mut Office, view: &Value, words: &str, reading: Value) -> Value {
    let (start, end) = place(view, words);
    office.call(
        "promise_add",
        json!({ "policy": view["version"]["id"], "start": start, "end": end, "reading": reading }),
    )
}

/// Where words stand in a version, in characters.
#[track_caller]
fn place(view: &Value, words: &str) -> (usize, usize) {
    for block in view["blocks"].as_array().unwrap() {
        let text = block["text"].as_str().unwrap();
        if let Some(at) = text.find(words) {
            let start = number(&block["start"]) as usize + text[..at].chars().count();
            return (start, start + words.chars().count());
        }
    }
    panic!("“{words}” is nowhere in {:#}", view["blocks"]);
}

/// The promise row whose quote holds these words.
#[track_caller]
fn row<'v>(view: &'v Value, words: &str, kind: &str) -> &'v Value {
    view["promises"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["quote"].as_str().unwrap().contains(words) && p["reading"]["kind"] == kind)
        .unwrap_or_else(|| panic!("no {kind} about “{words}” in {:#}", view["promises"]))
}

/// Accepts every suggestion as it is proposed.
#[track_caller]
pub fn accept_all(office: &mut Office, view: &Value) {
    for promise in view["promises"].as_array().unwrap() {
        if promise["state"] == "suggested" {
            office.call(
                "promise_review",
                json!({ "policy": view["version"]["id"], "key": promise["key"], "state": "accepted", "reading": null, "start": null, "end": null }),
            );
        }
    }
}

/// What the register is told, for a disclosure to somebody.
fn handing_over(on: &str, data: &str) -> Value {
    json!({
        "act": "disclose", "on": on, "recipient": "Brightpost Ltd", "purpose": "their-marketing", "data": [data], "people": 310,
        "group": "newsletter readers", "children": false, "audiences": [], "consent": "none", "consent_note": "", "told_on": "",
        "legal_basis": "", "note": "", "request": null,
    })
}
