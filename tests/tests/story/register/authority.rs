//! Who may act for another: what each law wants, what was seen, and what waits for it.

use super::*;
use rightsdesk_tests::profile;

fn asked(capacity: &str, residence: &str, right: &str, law: &str) -> Value {
    let mut asked = draft(
        "2026-05-05T09:00",
        "mail",
        "Clearpath Consumer Agents",
        residence,
        &[(right, &[law])],
    );
    asked["capacity"] = capacity.into();
    asked["subject"] =
        json!({ "name": "Marisol Quintero", "email": "", "phone": "", "address": [] });
    asked
}

fn office() -> Office {
    Office::quick(
        profile(
            "America/Chicago",
            "us-fed",
            &[
                "us-ca-ccpa",
                "us-va-cdpa",
                "us-tx-tdpsa",
                "us-hipaa",
                "eu-gdpr",
                "us-coppa",
            ],
        ),
        "2026-05-05T15:00:00Z",
    )
}

fn logged(office: &mut Office, asked: Value) -> Value {
    let id = office.log(asked);
    office.call("request_show", json!({ "id": id }))
}

fn grant(page: &Value) -> Value {
    json!({ "claim": page["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" })
}

fn seen(office: &mut Office, page: &Value, kind: &str) -> Value {
    office.call(
        "authority_seen",
        json!({ "request": page["id"], "kind": kind, "on": "", "what": "Seen by post, not copied" }),
    )
}

#[test]
fn l3_an_agent_is_checked_the_way_that_claim_allows() {
    let mut office = office();
    let page = logged(
        &mut office,
        asked("authorised-agent", "us-ca", "erasure", "us-ca-ccpa"),
    );
    let need = &page["authority"]["needs"][0];
    assert_eq!((&need["must"], &need["met"]), (&json!(true), &json!(false)));
    assert!(need["note"]["cite"].as_str().unwrap().contains("7063"));
    let why = office.refused("claim_decide", grant(&page)).message;
    assert!(
        why.contains("a signed permission together with")
            && why.contains("Refusing stays possible"),
        "{why}"
    );
    // Half of it is not enough, whichever half.
    let page = seen(&mut office, &page, "signed-permission");
    assert_eq!(page["authority"]["needs"][0]["met"], false);
    assert_eq!(log(&page).last(), Some(&"authority-seen"));
    let page = seen(&mut office, &page, "confirmed-by-consumer");
    assert_eq!(page["authority"]["needs"][0]["met"], true);
    assert_eq!(page["authority"]["seen"].as_array().unwrap().len(), 2);
    office.call("claim_decide", grant(&page));
    // A power of attorney is enough by itself.
    let page = logged(
        &mut office,
        asked("authorised-agent", "us-ca", "access", "us-ca-ccpa"),
    );
    let page = seen(&mut office, &page, "power-of-attorney");
    assert_eq!(page["authority"]["needs"][0]["met"], true);
    // For an opt-out nothing waits; without a permission it may be refused.
    let page = logged(
        &mut office,
        asked(
            "authorised-agent",
            "us-ca",
            "opt-out-sale-sharing",
            "us-ca-ccpa",
        ),
    );
    assert_eq!(page["authority"]["needs"][0]["must"], false);
    office.call("claim_decide", grant(&page));
    office.assert_intact();
}

#[test]
fn each_law_asks_what_it_asks() {
    let mut office = office();
    for (capacity, place, right, law, must, words) in [
        (
            "authorised-agent",
            "us-va",
            "opt-out-sale-sharing",
            "us-va-cdpa",
            false,
            "knows no agents",
        ),
        (
            "authorised-agent",
            "us-va",
            "access",
            "us-va-cdpa",
            true,
            "names no agents",
        ),
        (
            "authorised-agent",
            "us-tx",
            "opt-out-sale-sharing",
            "us-tx-tdpsa",
            false,
            "commercially reasonable effort",
        ),
        (
            "parent-or-guardian",
            "us-tx",
            "erasure",
            "us-tx-tdpsa",
            true,
            "known child",
        ),
        (
            "parent-or-guardian",
            "us-ca",
            "erasure",
            "us-ca-ccpa",
            true,
            "methods of the regulations",
        ),
        (
            "authorised-agent",
            "us-oh",
            "access",
            "us-hipaa",
            true,
            "personal representative",
        ),
        (
            "authorised-agent",
            "de",
            "access",
            "eu-gdpr",
            true,
            "shows a mandate",
        ),
        (
            "authorised-agent",
            "de",
            "objection",
            "eu-gdpr",
            false,
            "reasonable doubt",
        ),
        (
            "parent-or-guardian",
            "us-oh",
            "child-access",
            "us-coppa",
            true,
            "methods of the rule",
        ),
        (
            "parent-or-guardian",
            "us-oh",
            "child-erasure",
            "us-coppa",
            false,
            "states no proof",
        ),
        (
            "parent-or-guardian",
            "us-oh",
            "child-refusal",
            "us-coppa",
            false,
            "needs no proof",
        ),
    ] {
        let page = logged(&mut office, asked(capacity, place, right, law));
        let need = &page["authority"]["needs"][0];
        let at = format!("{capacity} {right} {law}: {need:#}");
        assert_eq!(need["must"], must, "{at}");
        assert!(need["text"].as_str().unwrap().contains(words), "{at}");
        let grants = api_call(&mut office, grant(&page));
        assert_eq!(grants, !must, "{at}");
    }
}

/// Whether a claim could be granted.
fn api_call(office: &mut Office, args: Value) -> bool {
    rightsdesk_core::api::call(&mut office.app, "claim_decide", args, office.now).is_ok()
}

#[test]
fn whoever_asks_for_themselves_shows_no_authority() {
    let mut office = office();
    let page = logged(
        &mut office,
        draft(
            "2026-05-05T09:00",
            "mail",
            "Ana Ruiz",
            "us-ca",
            &[("access", &["us-ca-ccpa"])],
        ),
    );
    assert_eq!(page["authority"]["needs"], json!([]));
    let why = office.refused(
        "authority_seen",
        json!({ "request": page["id"], "kind": "other", "on": "", "what": "x" }),
    );
    assert!(
        why.message.contains("acts for themselves"),
        "{}",
        why.message
    );
    let page = logged(
        &mut office,
        asked("authorised-agent", "us-ca", "access", "us-ca-ccpa"),
    );
    for (on, what, field) in [
        ("", "", "what"),
        ("2026-05-06", "x", "on"),
        ("2026-05-04", "x", "on"),
    ] {
        let why = office.refused(
            "authority_seen",
            json!({ "request": page["id"], "kind": "other", "on": on, "what": what }),
        );
        assert_eq!(why.field.as_deref(), Some(field), "{}", why.message);
    }
    // Refusing on that ground stays possible.
    let claim = &page["claims"][0];
    let ground = claim["grounds"].as_array().unwrap()[0]["id"].clone();
    office.call("claim_decide", json!({ "claim": claim["id"], "outcome": "refused", "ground": ground, "reasons": "No permission came", "kept": "" }));
}
