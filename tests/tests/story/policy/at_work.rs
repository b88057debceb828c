//! Promises at work: what a request calls on, what it lacks, by when the house promised an answer.

use super::*;

fn with_policy(now: &str) -> Office {
    let mut office = office(now);
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &view);
    office
}

fn engaged<'v>(of: &'v Value, kind: &str) -> Option<&'v Value> {
    of["policy"]["promises"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["reading"]["kind"] == kind)
}

#[test]
fn the_promised_day_runs_beside_the_laws_and_the_earlier_leads() {
    let mut office = with_policy("2026-04-01T08:00:00Z");
    let id = office.log(draft(
        "2026-04-01T09:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("erasure", &[]), ("access", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    let dates = view["deadlines"].as_array().unwrap();
    let promised: Vec<(&str, &str)> = dates
        .iter()
        .filter(|d| d["promised"].is_string())
        .map(|d| (d["right"].as_str().unwrap(), d["due"].as_str().unwrap()))
        .collect();
    assert_eq!(
        promised,
        [("erasure", "2026-04-15"), ("access", "2026-04-21")]
    );
    let law = dates
        .iter()
        .find(|d| d["law"] == "eu-gdpr" && d["kind"] == "respond")
        .unwrap();
    assert_eq!(
        law["due"], "2026-05-04",
        "1 May is a holiday and a Friday: the law's month rolls, the promise does not"
    );
    let lead = dates.iter().find(|d| d["leads"] == true).unwrap();
    assert_eq!(lead["due"], "2026-04-15");
    assert!(
        lead["working"]
            .as_array()
            .unwrap()
            .iter()
            .any(|s| s["cite"].as_str().unwrap().contains("1 Mar 2026"))
    );
    // The queue leads with it too, and the page that says why can be printed.
    let queue = office.call("queue", json!({ "filter": "open", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 10 }));
    assert_eq!(queue["rows"][0]["by"], "2026-04-15");
    let why = office.call("why_sheet", json!({ "request": id, "claim": view["claims"][0]["id"], "law": "own-policy", "kind": "respond" }));
    let text = paper::words(&bytes(&why["base64"]));
    assert!(text.contains("within two weeks"), "{text}");
}

#[test]
fn z2_a_california_request_without_its_street_is_asked_for_what_is_missing() {
    let mut office = with_policy("2026-04-01T08:00:00Z");
    let mut asked = draft(
        "2026-04-01T09:00",
        "mail",
        "Dana Whitmore",
        "us-ca",
        &[("disclosure-list", &[])],
    );
    asked["requester"]["address"] = json!(["Fresno, CA 93701"]);
    asked["words"] = "Your California Privacy Rights: whom did you give my address to?".into();
    let preview = office.call("request_preview", json!({ "draft": asked }));
    assert_eq!(
        preview["policy"]["missing"],
        json!(["your street address"]),
        "{:#}",
        preview["policy"]
    );
    let found = engaged(&preview, "disclosure-list").unwrap();
    assert_eq!(found["rights"], json!(["disclosure-list"]));

    let id = office.log(asked.clone());
    let suggested = |office: &mut Office| -> Vec<String> {
        let choices = office.call("letter_choices", json!({ "id": id }));
        let all = choices["choices"].as_array().unwrap().iter();
        all.filter(|one| one["suggested"] == true)
            .map(|one| one["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(suggested(&mut office), ["missing-particulars"]);
    let view = office.write(
        id,
        "missing-particulars",
        "us-ca-shine-the-light",
        "",
        "your street address",
        "filled in",
    );
    says(
        &newest_letter(&mut office, &view),
        &["street address", "Dana Whitmore"],
    );
    // It is asked for once; then the request is acknowledged as any other.
    assert_eq!(suggested(&mut office), ["acknowledgement"]);
    // Asking for it stops no clock and counts as no answer.
    assert_eq!(view["answered_on"], Value::Null);

    asked["requester"]["address"] = json!(["12 Almond Court", "Fresno, CA 93701"]);
    asked["words"] = "Whom did you give my address to?".into();
    let preview = office.call("request_preview", json!({ "draft": asked }));
    assert!(
        preview["policy"]["missing"][0]
            .as_str()
            .unwrap()
            .contains("Your California Privacy Rights")
    );
}

#[test]
fn z4_a_way_the_promise_names_counts_as_received_there() {
    let mut office = with_policy("2026-04-01T08:00:00Z");
    let asked = draft(
        "2026-04-01T09:00",
        "account-representative",
        "Ana Lindqvist",
        "de",
        &[("rectification", &[])],
    );
    let preview = office.call("request_preview", json!({ "draft": asked }));
    let promise = engaged(&preview, "edit").unwrap();
    let channel = promise["checks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["about"] == "channel")
        .unwrap();
    assert_eq!(channel["state"], "met", "{channel}");
}

#[test]
fn a_promise_to_californians_is_not_held_out_to_a_berliner() {
    let mut office = with_policy("2026-04-01T08:00:00Z");
    for (residence, engages) in [("us-ca", true), ("de", false)] {
        let asked = draft(
            "2026-04-01T09:00",
            "mail",
            "Dana Whitmore",
            residence,
            &[("disclosure-list", &[])],
        );
        let preview = office.call("request_preview", json!({ "draft": asked }));
        assert_eq!(
            engaged(&preview, "disclosure-list").is_some(),
            engages,
            "{residence}"
        );
    }
}

/// An office in the United States, where few laws give few rights.
fn abroad(now: &str) -> Office {
    let mut of = profile(
        "America/Chicago",
        "us-fed",
        &["us-ca-shine-the-light", "us-can-spam"],
    );
    of.about.established = vec!["us-tx".into()];
    let mut office = Office::quick(of, now);
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &view);
    office
}

#[test]
fn c2_m2_what_only_our_policy_promises_stands_under_our_own_rules() {
    let mut office = abroad("2026-04-01T15:00:00Z");
    for (right, by, why) in [
        (
            "erasure",
            "2026-04-15",
            "two weeks are promised, and take the place of the house’s own number",
        ),
        (
            "opt-out-sale-sharing",
            "2026-04-22",
            "15 business days by the rule of the house; the promise names none",
        ),
    ] {
        let id = office.log(draft(
            "2026-04-01T09:00",
            "mail",
            "Rosa Delgado",
            "us-tx",
            &[(right, &[])],
        ));
        let view = office.call("request_show", json!({ "id": id }));
        assert_eq!(view["claims"][0]["laws"][0]["law"], "own-policy", "{right}");
        assert_eq!(due(&view, "respond"), by, "{why}");
    }
    // What nothing gives is not made up.
    let asked = draft(
        "2026-04-01T09:00",
        "mail",
        "Rosa Delgado",
        "us-tx",
        &[("portability", &[])],
    );
    let preview = office.call("request_preview", json!({ "draft": asked }));
    assert!(
        preview["problems"][0]["message"]
            .as_str()
            .unwrap()
            .contains("gives the right “portability”")
    );
    // Nobody asks for proof before stopping.
    let asked = draft(
        "2026-04-01T09:00",
        "mail",
        "Rosa Delgado",
        "us-tx",
        &[("opt-out-sale-sharing", &[])],
    );
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    offered(&view, &[], &["ask-identity"]);
}

#[test]
fn m10_a_complaint_that_the_policy_was_broken_quotes_what_was_promised() {
    let mut office = abroad("2026-04-01T15:00:00Z");
    let id = office.log(draft(
        "2026-04-01T09:00",
        "mail",
        "Rosa Delgado",
        "us-tx",
        &[("complaint", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["claims"][0]["laws"][0]["law"], "own-policy");
    assert!(engaged(&view, "complain").is_some(), "{:#}", view["policy"]);
    office.call(
        "claim_decide",
        json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "The newsletter went on for two weeks", "kept": "" }),
    );
    let view = office.write(
        id,
        "answer-in-full",
        "own-policy",
        "",
        "",
        "what was found and put right",
    );
    says(
        &newest_letter(&mut office, &view),
        &["we have not kept our own policy", "put it right promptly"],
    );
}

#[test]
fn z10_a_question_is_answered_with_the_promise_and_what_the_registers_show() {
    let mut office = with_policy("2026-04-01T08:00:00Z");
    let mut asked = draft(
        "2026-04-01T09:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("question", &[])],
    );
    asked["particulars"]["questions"] = json!(["do-not-track", "selling"]);
    let preview = office.call("request_preview", json!({ "draft": asked }));
    assert_eq!(preview["asks"]["questions"], true);
    assert!(
        engaged(&preview, "do-not-track").is_some() && engaged(&preview, "no-sharing").is_some()
    );
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    let claim = &view["claims"][0];
    office.call("claim_decide", json!({ "claim": claim["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }));
    let view = office.write(id, "answer-in-full", "own-policy", "", "", "the answer");
    says(
        &newest_letter(&mut office, &view),
        &[
            "Our site does not respond to Do Not Track signals.",
            "1 March 2026",
            "We never give e-mail addresses to advertisers, sponsors or partners.",
        ],
    );
}
