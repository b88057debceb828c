//! California: ten business days to acknowledge, 45 days and 45 more, and an opt-out that asks for no proof.

use super::*;
use rightsdesk_core::api::wire::{Code, Envelope, Paper};
use rightsdesk_tests::profile;

fn oakland(now: &str) -> Office {
    let mut of = profile(
        "America/Los_Angeles",
        "ca-cons",
        &["us-ca-ccpa", "us-can-spam"],
    );
    of.paper = Paper::UsLetter;
    of.envelope = Envelope::Us10;
    of.opt_out_confirmation = "under Account, Privacy, where the switch now stands on Off".into();
    Office::quick(of, now)
}

#[test]
fn erasure_is_acknowledged_extended_and_granted() {
    let mut office = oakland("2026-03-24T20:00:00Z");
    let id = office.log(draft(
        "2026-03-24T12:00",
        "web-form",
        "Dolores Ibáñez",
        "us-ca",
        &[("erasure", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["claims"][0]["laws"][0]["law"], "us-ca-ccpa");
    assert_eq!(
        (due(&view, "acknowledge"), due(&view, "respond")),
        ("2026-04-07", "2026-05-08")
    );
    assert_eq!(view["next_step"], "Acknowledge");
    assert_eq!(primary(&view), Some("acknowledge"));
    let safe = view["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["kind"] == "acknowledge")
        .unwrap();
    assert_eq!(
        safe["safe_by"], "2026-04-06",
        "the strictest reading is the safe one"
    );

    office.at("2026-03-25T20:00:00Z");
    let view = office.write(
        id,
        "acknowledgement",
        "us-ca-ccpa",
        "",
        "",
        "our newsletter tool",
    );
    says(
        &newest_letter(&mut office, &view),
        &[
            "Dolores Ibáñez",
            "March 24, 2026",
            "May 8, 2026",
            "California Consumer Privacy Act",
            "2026-0001",
        ],
    );
    let ack = view["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["kind"] == "acknowledge")
        .unwrap();
    assert_eq!(ack["met_on"], "2026-03-25");

    // Proof does not stop this clock.
    let view = office.call(
        "request_ask_identity",
        json!({ "request": id, "on": "", "text": "Asked for the order number." }),
    );
    assert_eq!(due(&view, "respond"), "2026-05-08");
    assert_eq!(view["next_step"], "Wait for proof of identity");
    office.at("2026-04-20T20:00:00Z");
    let view = office.call(
        "request_identity_received",
        json!({ "request": id, "on": "", "text": "Order number fits." }),
    );
    assert_eq!(due(&view, "respond"), "2026-05-08");

    let view = office.call("request_extend", json!({ "request": id, "reason": "A supplier has to search its archive", "sent_by": "mail" }));
    assert_eq!(due(&view, "extended-respond"), "2026-06-22");
    says(
        &newest_letter(&mut office, &view),
        &[
            "June 22, 2026",
            "A supplier has to search its archive.",
            "45 days",
        ],
    );

    let claim = view["claims"][0]["id"].clone();
    office.call(
        "claim_decide",
        json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    let view = office.write(
        id,
        "answer-in-full",
        "us-ca-ccpa",
        "",
        "",
        "everything in the shop and the newsletter",
    );
    says(
        &newest_letter(&mut office, &view),
        &["everything in the shop and the newsletter"],
    );
    office.call("request_close", json!({ "request": id, "note": "" }));
    let year = year_of(&mut office, 2026);
    assert_eq!(
        counts(&row(&year, "us-ca-ccpa", "erasure")),
        [1, 1, 0, 0, 0, 0, 0]
    );
    office.assert_intact();
}

#[test]
fn an_opt_out_asks_for_no_proof_and_knows_no_extension() {
    let mut office = oakland("2026-06-08T20:00:00Z");
    let typed = draft(
        "2026-06-08T12:00",
        "mail",
        "Kim Ngọc Ánh",
        "us-ca",
        &[("opt-out-sale-sharing", &["us-ca-ccpa"])],
    );
    let preview = office.call("request_preview", json!({ "draft": typed }));
    assert!(
        preview["notes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|n| n["cite"].as_str().unwrap().contains("7026")),
        "{}",
        preview["notes"]
    );
    let id = office.log(typed);
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2026-06-30");
    assert!(!has(&view, "acknowledge"));
    offered(&view, &["decide", "note"], &["ask-identity", "extend"]);
    let steps = view["steps"].as_array().unwrap();
    for step in ["ask-identity", "extend"] {
        let offer = steps.iter().find(|s| s["step"] == step).unwrap();
        assert!(
            offer["cite"]
                .as_str()
                .is_some_and(|c| c.contains("CCR") || c.contains("Civ.")),
            "{offer}"
        );
    }
    assert_eq!(
        office
            .refused(
                "request_ask_identity",
                json!({ "request": id, "on": "", "text": "Passport, please." })
            )
            .code,
        Code::NotNow
    );
    assert_eq!(office.refused("letter_draft", json!({ "request": id, "kind": "proof-of-identity", "law": "us-ca-ccpa", "reason": "doubt", "asked": "passport" })).code, Code::NotNow);
    assert_eq!(
        office
            .refused(
                "request_extend",
                json!({ "request": id, "reason": "busy", "sent_by": "mail" })
            )
            .code,
        Code::NotNow
    );

    let claim = view["claims"][0]["id"].clone();
    let view = office.call(
        "claim_decide",
        json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    assert_eq!(view["next_step"], "Send the answer");
    let view = office.write(
        id,
        "opt-out-confirmation",
        "us-ca-ccpa",
        "",
        "",
        "our partners",
    );
    let letter = newest_letter(&mut office, &view);
    says(
        &letter,
        &["Kim Ngọc Ánh", "where the switch now stands on Off"],
    );
    office.call("request_close", json!({ "request": id, "note": "" }));
    let year = year_of(&mut office, 2026);
    assert_eq!(
        counts(&row(&year, "us-ca-ccpa", "opt-out-sale-sharing")),
        [1, 1, 0, 0, 0, 0, 0]
    );
}

#[test]
fn an_opt_out_beside_an_erasure_is_confirmed_by_itself() {
    let mut office = oakland("2026-06-08T20:00:00Z");
    let id = office.log(draft(
        "2026-06-08T12:00",
        "mail",
        "Bo Lind",
        "us-ca",
        &[
            ("erasure", &["us-ca-ccpa"]),
            ("opt-out-sale-sharing", &["us-ca-ccpa"]),
        ],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    let of = |view: &Value, right: &str| {
        view["claims"]
            .as_array()
            .unwrap()
            .iter()
            .find(|c| c["right"] == right)
            .unwrap()["id"]
            .clone()
    };
    // Proof may be asked for the erasure; the letter names only that.
    offered(&view, &["ask-identity", "extend"], &[]);
    office.call("claim_decide", json!({ "claim": of(&view, "opt-out-sale-sharing"), "outcome": "granted", "ground": null, "reasons": "", "kept": "" }));
    let view = office.write(
        id,
        "opt-out-confirmation",
        "us-ca-ccpa",
        "",
        "",
        "our partners",
    );
    assert!(view["answered_on"].is_null(), "the erasure is not answered");
    assert_eq!(view["next_step"], "Acknowledge");
    offered(&view, &["extend", "decide"], &["close"]);
    let year = year_of(&mut office, 2026);
    assert_eq!(
        counts(&row(&year, "us-ca-ccpa", "erasure")),
        [1, 0, 0, 0, 0, 1, 0]
    );
    assert_eq!(
        counts(&row(&year, "us-ca-ccpa", "opt-out-sale-sharing")),
        [1, 1, 0, 0, 0, 0, 0]
    );
}
