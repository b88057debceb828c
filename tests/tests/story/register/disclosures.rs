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
