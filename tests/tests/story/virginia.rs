//! Virginia, whose letters are the general ones: a request that came by mail, more time, a refusal, an appeal,
//! and its denial, which names the Attorney General.

use super::*;
use rightsdesk_tests::profile;

fn richmond(now: &str) -> Office {
    let mut of = profile("America/New_York", "us-fed", &["us-va-cdpa"]);
    of.contact_email = "privacy@tidewater-books.example".into();
    Office::quick(of, now)
}

#[test]
fn an_access_request_is_extended_refused_in_part_and_appealed() {
    let mut office = richmond("2026-03-02T15:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Ada Ruiz",
        "us-va",
        &[("access", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(view["claims"][0]["laws"][0]["law"], "us-va-cdpa");
    assert_eq!(due(&view, "respond"), "2026-04-16");

    let view = office.write(id, "acknowledgement", "us-va-cdpa", "", "", "");
    says(
        &newest_letter(&mut office, &view),
        &[
            "Ada Ruiz",
            "March 2, 2026",
            "April 16, 2026",
            "Va. Code 59.1-577(A)(1)",
        ],
    );

    // More time has its letter now, with the reason and the day.
    office.at("2026-04-10T15:00:00Z");
    let view = office.call("request_extend", json!({ "request": id, "reason": "Two archives must be searched by hand", "sent_by": "mail" }));
    assert_eq!(due(&view, "extended-respond"), "2026-05-31");
    says(
        &newest_letter(&mut office, &view),
        &[
            "45 days",
            "May 31, 2026",
            "Two archives must be searched by hand.",
        ],
    );

    // A refusal cannot be closed in silence: the letter says how to appeal.
    let ground = view["claims"][0]["grounds"][0]["id"].clone();
    office.call(
        "claim_decide",
        json!({ "claim": view["claims"][0]["id"], "outcome": "refused", "ground": ground, "reasons": "We could not tell that the account is yours", "kept": "" }),
    );
    let silent = office.refused(
        "request_close",
        json!({ "request": id, "note": "Told her." }),
    );
    assert!(
        silent.message.contains("no letter has told them why"),
        "{}",
        silent.message
    );
    let view = office.write(id, "refusal", "us-va-cdpa", "", "", "");
    let letter = newest_letter(&mut office, &view);
    says(
        &letter,
        &[
            "We could not tell that the account is yours.",
            "You can appeal this decision to us",
            "privacy@tidewater-books.example",
            "within 60 days",
        ],
    );
    office.call("request_close", json!({ "request": id, "note": "" }));

    // The appeal is a request of its own, with its own sixty days, and may be denied without a listed ground.
    office.at("2026-05-04T15:00:00Z");
    let appeal = office.log(draft(
        "2026-05-04T10:00",
        "mail",
        "Ada Ruiz",
        "us-va",
        &[("appeal", &["us-va-cdpa"])],
    ));
    let view = office.call("request_show", json!({ "id": appeal }));
    assert_eq!(due(&view, "respond"), "2026-07-03");
    let claim = view["claims"][0]["id"].clone();
    let bare =
        json!({ "claim": claim, "outcome": "refused", "ground": null, "reasons": "", "kept": "" });
    assert_eq!(
        office.refused("claim_decide", bare).field.as_deref(),
        Some("reasons")
    );
    office.call(
        "claim_decide",
        json!({ "claim": claim, "outcome": "refused", "ground": null, "reasons": "The address you wrote from is not the one of the account", "kept": "" }),
    );
    let view = office.write(appeal, "refusal", "us-va-cdpa", "", "", "");
    says(
        &newest_letter(&mut office, &view),
        &[
            "your appeal is denied",
            "The address you wrote from is not the one of the account.",
            "Office of the Attorney General of Virginia",
            "202 North Ninth Street",
        ],
    );
    let view = office.call("request_close", json!({ "request": appeal, "note": "" }));
    assert_eq!(view["open"], false);
    let year = year_of(&mut office, 2026);
    assert_eq!(row(&year, "us-va-cdpa", "appeal")["refused"], 1.0);
    office.assert_intact();
}

#[test]
fn what_virginia_demands_cannot_be_left_out() {
    let mut office = richmond("2026-03-02T15:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Ada Ruiz",
        "us-va",
        &[("erasure", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    let claim = &view["claims"][0];
    office.call(
        "claim_decide",
        json!({ "claim": claim["id"], "outcome": "refused", "ground": claim["grounds"][0]["id"], "reasons": "We could not tell who you are", "kept": "" }),
    );
    let drafted = office.call(
        "letter_draft",
        json!({ "request": id, "kind": "refusal", "law": "us-va-cdpa", "reason": "", "asked": "" }),
    );
    let mut text = drafted["text"].clone();
    text["blocks"]
        .as_array_mut()
        .unwrap()
        .retain(|b| b["items"] != json!(["appeal"]));
    let saved = office.call("letter_save", json!({ "request": id, "text": text }));
    let item = saved["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|i| i["id"] == "appeal")
        .unwrap();
    assert_eq!(
        (&item["present"], &item["cite"]),
        (&json!(false), &json!("Va. Code 59.1-577(B)(2)"))
    );
    let refused = office.refused("letter_issue", json!({ "request": id, "sent_by": "mail" }));
    assert!(
        refused.message.contains("how to appeal"),
        "{}",
        refused.message
    );
}
