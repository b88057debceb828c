//! M3: no health information leaves electronically without an authorisation or an exception.

use super::*;

pub(super) const TEXAS: &str = "us-tx-hb300";
pub(super) const HIPAA: &str = "us-hipaa";

pub(super) fn clinic(now: &str, laws: &[&str]) -> Office {
    let mut of = american("America/Chicago", "tx-legal", laws);
    of.organisation = "Pecan Street Clinic".into();
    of.contact_email = "records@pecanstreet.example".into();
    Office::quick(of, now)
}

pub(super) fn authorization(changes: Value) -> Value {
    let mut about = json!({
        "patient": somebody("Marisol Trevino", "marisol@trevino.example"), "form": "written",
        "description": "Discharge summary of March 3, 2026", "initialled": [], "discloser": "Pecan Street Clinic",
        "recipient": null, "recipient_name": "Dr. Lourdes Quiroga", "purpose": "a second opinion",
        "expires_on": "2026-12-31", "expires_event": "", "signed_on": "2026-03-10", "signed_by": "", "signed_authority": "",
        "documented_by": "", "documented_on": "", "statements": ["revoke", "no-conditions", "redisclosure"], "copy_given": true,
        "single_use": false, "limit": "", "note": "", "request": null,
    });
    merge(&mut about, changes);
    about
}

pub(super) fn sent(on: &str, health: Value) -> Value {
    let mut basis =
        json!({ "electronic": true, "authorization": null, "exception": "", "why": "" });
    merge(&mut basis, health);
    disclosure(
        on,
        "Dr. Lourdes Quiroga",
        json!({ "data": ["health"], "purpose": "other", "persons": [somebody("Marisol Trevino", "marisol@trevino.example")], "health": basis }),
    )
}

#[track_caller]
pub(super) fn add(office: &mut Office, changes: Value) -> Value {
    office.call("authorization_add", authorization(changes))
}

/// A request about a health record, under the laws that give it.
pub(super) fn about_a_record(received: &str, right: &str, laws: &[&str]) -> Value {
    let mut asked = draft(
        received,
        "post",
        "Marisol Trevino",
        "us-tx",
        &[(right, laws)],
    );
    asked["requester"]["email"] = "marisol@trevino.example".into();
    asked["particulars"]["data_kinds"] = json!(["health-record"]);
    asked
}

#[test]
fn m3_a_record_leaves_electronically_only_with_an_authorisation_or_an_exception() {
    let mut office = clinic("2026-06-01T15:00:00Z", &[TEXAS]);
    // From the wrong side first: nothing is on file, so it cannot be entered.
    let bare = sent("2026-05-20", json!({}));
    let check = office.call("handling_check", bare.clone());
    assert_eq!(
        check["collisions"][0]["about"], "authorization",
        "{check:#}"
    );
    assert_eq!(check["collisions"][0]["needs_answer"], true);
    assert!(
        check["collisions"][0]["cite"]
            .as_str()
            .unwrap()
            .contains("181.154")
    );
    let refused = office.refused(
        "handling_add",
        json!({ "entry": bare.clone(), "resolutions": [] }),
    );
    for said in [
        "separate authorization for each electronic disclosure",
        "Obtain an authorisation that covers it first, or name the exception",
        "If it has left already",
    ] {
        assert!(
            refused.message.contains(said),
            "{said}: {}",
            refused.message
        );
    }
    assert_eq!(refused.field.as_deref(), Some("already_made"));
    // A written answer alone does not let it leave, nor does the tick alone, nor many people at once.
    let answers = json!([{ "key": check["collisions"][0]["key"], "text": "It was urgent." }]);
    let mut many = bare.clone();
    many["people"] = 40.into();
    many["persons"] = json!([]);
    for (entry, made, resolutions, field) in [
        (&bare, false, &answers, "already_made"),
        (&bare, true, &json!([]), "resolutions"),
        (&many, false, &answers, "already_made"),
    ] {
        let mut entry = entry.clone();
        entry["already_made"] = made.into();
        let refused = office.refused(
            "handling_add",
            json!({ "entry": entry, "resolutions": resolutions }),
        );
        assert_eq!(refused.field.as_deref(), Some(field), "{}", refused.message);
    }
    assert_eq!(office.call("handling_list", json!({}))["total"], 0);

    // An exception needs its why; one that the law does not know is none.
    for (health, fits) in [
        (json!({ "exception": "treatment" }), false),
        (
            json!({ "exception": "convenience", "why": "It was quicker." }),
            false,
        ),
        (
            json!({ "exception": "treatment", "why": "Dr. Quiroga treats the patient from May 20 on." }),
            true,
        ),
    ] {
        let check = office.call("handling_check", sent("2026-05-20", health.clone()));
        assert_eq!(
            check["collisions"] == json!([]),
            fits,
            "{health}: {check:#}"
        );
    }

    // What is handed over on paper asks for nothing here.
    let check = office.call(
        "handling_check",
        sent("2026-05-20", json!({ "electronic": false })),
    );
    assert_eq!(check["collisions"], json!([]));

    // An incomplete one is kept, and lets nothing be disclosed.
    let view = add(
        &mut office,
        json!({ "purpose": "", "statements": ["revoke"] }),
    );
    let id = number(&view["row"]["id"]);
    assert_eq!(view["row"]["standing"], "incomplete");
    let lacks: Vec<&str> = view["lacks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n["cite"].as_str().unwrap())
        .collect();
    assert_eq!(
        lacks,
        [
            "45 CFR 164.508(c)(1)(iv)",
            "45 CFR 164.508(c)(2)(ii)",
            "45 CFR 164.508(c)(2)(iii)"
        ]
    );
    let under = |on: &str| sent(on, json!({ "authorization": id }));
    let says = |office: &mut Office, entry: Value| {
        office.call("handling_check", entry)["collisions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["message"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(says(&mut office, under("2026-05-20")).contains("not complete"));
    office.refused(
        "handling_add",
        json!({ "entry": under("2026-05-20"), "resolutions": [] }),
    );

    // It is completed with a reason; the line says what it was.
    let view = office.call(
        "authorization_change",
        json!({ "id": id, "about": authorization(json!({})), "reason": "The second page came." }),
    );
    assert_eq!(
        (&view["row"]["standing"], &view["lacks"]),
        (&json!("valid"), &json!([]))
    );
    let changed = &view["timeline"][1];
    assert_eq!(changed["title"], "Corrected");
    assert!(
        changed["details"]
            .as_array()
            .unwrap()
            .iter()
            .any(|d| d == "Purpose: nothing became “a second opinion”."),
        "{changed:#}"
    );
    office.refused(
        "authorization_change",
        json!({ "id": id, "about": authorization(json!({})), "reason": "Nothing is new." }),
    );

    // It covers this recipient, this person and these days, and no others.
    let mut to_another = under("2026-05-20");
    to_another["recipient"] = "Lone Star Insurance".into();
    let mut of_another = under("2026-05-20");
    of_another["persons"] = json!([somebody("Marco Trevino", "marco@trevino.example")]);
    let mut of_many = under("2026-05-20");
    of_many["persons"] = json!([]);
    of_many["people"] = 12.into();
    let mut for_marketing = under("2026-05-20");
    for_marketing["purpose"] = "their-marketing".into();
    for (entry, why) in [
        (under("2026-03-09"), "signed only on"),
        (under("2027-01-01"), ""),
        (to_another, "names “Dr. Lourdes Quiroga” as the recipient"),
        (of_another, "another person"),
        (of_many, "is about 12"),
        (for_marketing, "Its purpose is “a second opinion”"),
        (under("2026-05-20"), "—"),
    ] {
        let said = says(&mut office, entry);
        match why {
            "—" => assert_eq!(said, ""),
            why => assert!(said.contains(why), "{why}: {said}"),
        }
    }
    enter(&mut office, under("2026-05-20"));

    // Texas wants a separate one for each: the second is named as used up, the first stays as it was.
    let view = office.call("authorization_show", json!({ "id": id }));
    assert_eq!(
        (&view["row"]["standing"], &view["row"]["used"]),
        (&json!("used-up"), &json!(1))
    );
    // A last day would say that something may still leave under it.
    assert_eq!(
        (&view["row"]["valid_until"], &view["dates"]),
        (&Value::Null, &json!([]))
    );
    assert_eq!(view["disclosures"].as_array().unwrap().len(), 1);
    assert_eq!(
        view["disclosures"][0]["contradictions"],
        json!([]),
        "the first has its authorisation"
    );
    assert!(says(&mut office, under("2026-05-21")).contains("used up on Wed 20 May 2026"));
    let list = office.call("handling_list", json!({}));
    assert_eq!(list["flagged"], 0, "{list:#}");

    // What has left already is entered with the tick and in writing, and is shown as made without authority.
    let mut made = under("2026-05-21");
    made["already_made"] = true.into();
    let check = office.call("handling_check", made.clone());
    assert_eq!(check["suggests"], json!(["open-incident"]));
    let key = check["collisions"][0]["key"].clone();
    let list = office.call(
        "handling_add",
        json!({ "entry": made, "resolutions": [{ "key": key, "text": "Sent twice by mistake; Dr. Quiroga deleted the second copy." }] }),
    );
    let second = list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .find(|e| e["entry"]["on"] == "2026-05-21")
        .unwrap();
    assert!(
        second["contradictions"][0]["answer"]["text"]
            .as_str()
            .unwrap()
            .contains("Sent twice"),
        "{second:#}"
    );
    assert_eq!(second["without_authority"], true);
    assert_eq!(second["suggests"], json!(["open-incident"]));
    assert_eq!(list["flagged"], 0);
    office.assert_intact();
}

#[test]
fn an_expired_or_revoked_one_is_named_as_such_on_the_day_it_counts() {
    let mut office = clinic("2027-03-01T15:00:00Z", &[HIPAA]);
    let view = add(&mut office, json!({}));
    let id = number(&view["row"]["id"]);
    assert_eq!(view["row"]["standing"], "expired");
    // What has ended needs no watching.
    assert_eq!(
        (&view["row"]["valid_until"], &view["dates"]),
        (&Value::Null, &json!([]))
    );
    office.refused(
        "authorization_revoke",
        json!({ "id": id, "on": "2026-03-01", "how": "By letter." }),
    );
    office.refused(
        "authorization_revoke",
        json!({ "id": id, "on": "2027-03-02", "how": "By letter." }),
    );
    office.refused(
        "authorization_revoke",
        json!({ "id": id, "on": "2026-08-01", "how": " " }),
    );
    let view = office.call(
        "authorization_revoke",
        json!({ "id": id, "on": "2026-08-01", "how": "A letter, signed and dated" }),
    );
    assert_eq!(view["row"]["standing"], "revoked");
    assert_eq!(view["dates"], json!([]));
    office.refused(
        "authorization_revoke",
        json!({ "id": id, "on": "2026-09-01", "how": "Again." }),
    );
    for (on, why) in [
        ("2026-07-31", ""),
        ("2026-08-01", "It was revoked on Sat 1 Aug 2026."),
        (
            "2027-01-01",
            "It expired: its last day was Thu 31 Dec 2026.",
        ),
    ] {
        let check = office.call("handling_check", sent(on, json!({ "authorization": id })));
        let said = check["collisions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["message"].as_str().unwrap())
            .collect::<String>();
        if why.is_empty() {
            assert_eq!(said, "", "{on}");
        } else {
            assert!(said.contains(why), "{on}: {said}");
        }
    }
    // HIPAA alone asks for no separate one each time.
    enter(
        &mut office,
        sent("2026-07-30", json!({ "authorization": id })),
    );
    let check = office.call(
        "handling_check",
        sent("2026-07-31", json!({ "authorization": id })),
    );
    assert_eq!(check["collisions"], json!([]));
    let single = add(&mut office, json!({ "single_use": true, "request": null }));
    let single = number(&single["row"]["id"]);
    enter(
        &mut office,
        sent("2026-07-30", json!({ "authorization": single })),
    );
    let check = office.call(
        "handling_check",
        sent("2026-07-31", json!({ "authorization": single })),
    );
    assert!(
        check["collisions"][0]["message"]
            .as_str()
            .unwrap()
            .contains("used up")
    );
    // A correction takes the place of what it corrects: what that used up is free for it.
    let list = office.call("handling_list", json!({ "permission": single }));
    let used = list["entries"][0]["id"].clone();
    let mut better = sent("2026-07-29", json!({ "authorization": single }));
    let check = office.call("handling_check", better.clone());
    assert!(check.to_string().contains("used up"), "{check:#}");
    better["corrects"] = used.clone();
    let check = office.call("handling_check", better);
    assert_eq!(check["collisions"], json!([]));
    office.call("handling_correct", json!({ "id": used, "entry": sent("2026-07-29", json!({ "authorization": single })), "reason": "Wrong day.", "resolutions": [] }));
    let view = office.call("authorization_show", json!({ "id": single }));
    assert_eq!(view["row"]["used"], 1);

    let list = office.call(
        "authorization_strike",
        json!({ "id": single, "reason": "Entered twice." }),
    );
    assert_eq!(list["authorizations"][0]["struck"], "Entered twice.");
    office.refused(
        "authorization_strike",
        json!({ "id": single, "reason": "Again." }),
    );
    office.refused(
        "authorization_change",
        json!({ "id": single, "about": authorization(json!({})), "reason": "No." }),
    );
    let check = office.call(
        "handling_check",
        sent("2026-07-31", json!({ "authorization": single })),
    );
    assert!(check.to_string().contains("struck out"), "{check:#}");
    office.assert_intact();
}

#[test]
fn what_was_said_counts_in_texas_once_it_is_written_down_and_not_under_hipaa() {
    let oral = json!({ "form": "oral-documented", "documented_by": "Ana Ruiz, front desk", "documented_on": "2026-03-11" });
    let mut texas = clinic("2026-06-01T15:00:00Z", &[TEXAS]);
    let view = add(&mut texas, oral.clone());
    assert_eq!(view["row"]["standing"], "valid", "{:#}", view["lacks"]);
    assert_eq!(view["about"]["documented_by"], "Ana Ruiz, front desk");
    let mut unwritten = oral.clone();
    unwritten["documented_on"] = "".into();
    let view = add(&mut texas, unwritten);
    assert!(
        view["lacks"][0]["cite"]
            .as_str()
            .unwrap()
            .contains("181.154"),
        "{:#}",
        view["lacks"]
    );
    let mut both = clinic("2026-06-01T15:00:00Z", &[TEXAS, HIPAA]);
    let view = add(&mut both, oral);
    assert_eq!(view["row"]["standing"], "incomplete");
    assert!(
        view["lacks"][0]["message"]
            .as_str()
            .unwrap()
            .contains("HIPAA"),
        "{:#}",
        view["lacks"]
    );
}
