//! Years later: what may go is shown, goes in one go, and leaves every figure and every proof behind.

mod gone;

use super::*;
use rightsdesk_core::api::wire::Code;
use rightsdesk_tests::profile;

const NAME: &str = "Quirin Wolframite";

fn office() -> Office {
    let laws = ["us-ca-ccpa", "us-can-spam", "us-hipaa"];
    Office::quick(
        profile("America/Los_Angeles", "ca-cons", &laws),
        "2024-01-02T18:00:00Z",
    )
}

/// A request that came, was granted and closed on one day, by a person with an address of their own.
fn closed(office: &mut Office, on: &str, name: &str, right: &str, laws: &[&str]) -> u32 {
    office.at(&format!("{on}T18:00:00Z"));
    let id = logged(office, on, name, right, laws);
    grant(office, id);
    office.call(
        "request_close",
        json!({ "request": id, "note": "Told on the telephone." }),
    );
    id
}

fn logged(office: &mut Office, on: &str, name: &str, right: &str, laws: &[&str]) -> u32 {
    let received = format!("{on}T09:00");
    let mut typed = draft(&received, "mail", name, "us-ca", &[(right, laws)]);
    let mailbox = name.to_lowercase().replace(' ', ".");
    typed["requester"]["email"] = format!("{mailbox}@post.example").into();
    typed["requester"]["address"] = json!(["77 Feldspar Alley"]);
    typed["words"] = "Tell me of the obsidian folder.".into();
    office.log(typed)
}

fn grant(office: &mut Office, id: u32) {
    let view = office.call("request_show", json!({ "id": id }));
    office.call("claim_decide", json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }));
}

/// Law and request of everything that could go.
fn may_go(preview: &Value) -> Vec<(String, u32)> {
    let groups = preview["groups"].as_array().unwrap().iter();
    groups
        .flat_map(|group| {
            let rows = group["rows"].as_array().unwrap();
            assert_eq!(group["requests"].as_u64().unwrap() as usize, rows.len());
            rows.iter().map(|row| {
                let request = row["request"].as_u64().unwrap() as u32;
                (group["law"].as_str().unwrap().to_owned(), request)
            })
        })
        .collect()
}

/// Why a request stays.
#[track_caller]
fn kept(preview: &Value, id: u32) -> String {
    let rows = preview["kept"].as_array().unwrap();
    let row = rows.iter().find(|row| row["request"] == id);
    let row = row.unwrap_or_else(|| panic!("{id} is not kept back: {preview:#}"));
    row["why"]["message"].as_str().unwrap().to_owned()
}

#[test]
fn what_stays_longest_decides_and_what_is_held_stays() {
    let mut office = office();
    let sold = closed(
        &mut office,
        "2024-01-10",
        NAME,
        "opt-out-sale-sharing",
        &["us-ca-ccpa"],
    );
    let mailed = closed(
        &mut office,
        "2024-01-11",
        "Ada Two",
        "unsubscribe",
        &["us-can-spam"],
    );
    let both = closed(
        &mut office,
        "2024-01-12",
        "Bea Three",
        "access",
        &["us-ca-ccpa", "us-hipaa"],
    );
    let held = closed(
        &mut office,
        "2024-01-13",
        "Cyd Four",
        "unsubscribe",
        &["us-can-spam"],
    );
    let late = closed(
        &mut office,
        "2024-01-20",
        "Eve Five",
        "unsubscribe",
        &["us-can-spam"],
    );
    let view = office.call(
        "hold_place",
        json!({ "request": held, "reason": "Court of Fresno 12/24" }),
    );
    assert_eq!(view["holds"][0]["reason"], "Court of Fresno 12/24");
    let twice = office.refused("hold_place", json!({ "request": held, "reason": "again" }));
    assert_eq!(twice.code, Code::NotNow);

    // To the end of the last day.
    for (now, go) in [
        ("2026-01-10T18:00:00Z", vec![]),
        (
            "2026-01-11T18:00:00Z",
            vec![("us-ca-ccpa".to_owned(), sold)],
        ),
        (
            "2026-01-20T18:00:00Z",
            vec![
                ("us-ca-ccpa".to_owned(), sold),
                ("us-can-spam".to_owned(), mailed),
            ],
        ),
    ] {
        office.at(now);
        let preview = office.call("purge_preview", json!({}));
        assert_eq!(may_go(&preview), go, "{now}");
    }
    let preview = office.call("purge_preview", json!({}));
    assert!(kept(&preview, held).contains("legal hold"));
    assert!(kept(&preview, both).contains("72 months"), "HIPAA keeps it");
    let row = &preview["groups"][0]["rows"][0];
    assert_eq!(
        (&row["kept_until"], &row["why"]["cite"]),
        (&json!("2026-01-10"), &json!("11 CCR 7101(a)"))
    );
    // By law, and by a day to come.
    let of = |office: &mut Office, args: Value| may_go(&office.call("purge_preview", args));
    assert_eq!(
        of(&mut office, json!({ "laws": ["us-ca-ccpa"] })),
        [("us-ca-ccpa".to_owned(), sold)]
    );
    assert_eq!(of(&mut office, json!({ "laws": ["us-hipaa"] })), []);
    assert_eq!(of(&mut office, json!({ "as_of": "2026-01-21" })).len(), 3);
    assert!(
        of(&mut office, json!({ "as_of": "2030-01-13" })).contains(&("us-hipaa".to_owned(), both))
    );
    let _ = late;

    // The house's own: never shorter than the law, shorter where the law sets nothing, longer anywhere.
    let why = office.refused(
        "retention_save",
        json!({ "law": "us-ca-ccpa", "months": 12 }),
    );
    assert!(why.message.contains("11 CCR 7101(a)"), "{}", why.message);
    let set = office.call(
        "retention_save",
        json!({ "law": "us-ca-ccpa", "months": 36 }),
    );
    let law = |all: &Value, id: &str| {
        let laws = all["laws"].as_array().unwrap();
        laws.iter().find(|law| law["law"] == id).unwrap().clone()
    };
    assert_eq!(
        (
            &law(&set, "us-ca-ccpa")["months"],
            &law(&set, "us-ca-ccpa")["minimum"]
        ),
        (&json!(36), &json!(24))
    );
    assert_eq!(law(&set, "us-can-spam")["minimum"], Value::Null);
    let set = office.call(
        "retention_save",
        json!({ "law": "us-can-spam", "months": 6 }),
    );
    assert_eq!(
        (
            law(&set, "us-can-spam")["may_go"].clone(),
            set["may_go"].clone()
        ),
        (json!(2), json!(2))
    );
    assert_eq!(set["holds"][0]["request"], held);
    office.call(
        "hold_lift",
        json!({ "request": held, "reason": "Settled." }),
    );
    assert_eq!(office.call("retention", json!({}))["may_go"], 3);

    // An open appeal by the same person keeps what it is about.
    let appeal = logged(&mut office, "2026-01-20", "Ada Two", "complaint", &[]);
    let preview = office.call("purge_preview", json!({}));
    assert!(kept(&preview, mailed).contains("appeal"), "{appeal}");
    let why = office.refused("purge", json!({ "requests": [held, mailed] }));
    assert!(
        why.message.contains("nothing was purged"),
        "{}",
        why.message
    );
    assert_eq!(
        office.call("request_show", json!({ "id": held }))["purged"],
        Value::Null
    );
    office.assert_intact();
}

#[test]
fn an_appeal_keeps_what_another_asked_for_the_same_person() {
    let laws = &["us-va-cdpa"];
    let mut office = Office::quick(
        profile("America/New_York", "us-fed", laws),
        "2026-02-01T18:00:00Z",
    );
    let asked = |on: &str, name: &str, right: &str, about: &str| {
        let mut typed = draft(
            &format!("{on}T09:00"),
            "mail",
            name,
            "us-va",
            &[(right, laws)],
        );
        typed["requester"]["email"] =
            format!("{}@post.example", name.to_lowercase().replace(' ', ".")).into();
        if !about.is_empty() {
            typed["capacity"] = "authorised-agent".into();
            typed["subject"] = json!({ "name": about, "email": "", "phone": "", "address": [] });
        }
        typed
    };
    let refused = |office: &mut Office, typed: Value| {
        let id = office.log(typed);
        let view = office.call("request_show", json!({ "id": id }));
        let claim = &view["claims"][0];
        office.call("claim_decide", json!({ "claim": claim["id"], "outcome": "refused", "ground": claim["grounds"][0]["id"], "reasons": "We looked into it", "kept": "" }));
        office.write(id, "refusal", "us-va-cdpa", "", "", "the reason");
        office.call("request_close", json!({ "request": id, "note": "" }));
        id
    };
    // Another wrote for Sela; Tamsin wrote herself; the same helper wrote for Ulf, who does not appeal.
    let for_sela = refused(
        &mut office,
        asked("2026-02-01", "Agnes Helper", "erasure", "Sela Marr"),
    );
    let tamsin = refused(
        &mut office,
        asked("2026-02-01", "Tamsin Orr", "erasure", ""),
    );
    let for_ulf = refused(
        &mut office,
        asked("2026-02-01", "Agnes Helper", "erasure", "Ulf Berg"),
    );
    office.at("2026-04-02T18:00:00Z");
    office.call(
        "retention_save",
        json!({ "law": "us-va-cdpa", "months": 1 }),
    );
    let free = |office: &mut Office| -> Vec<u32> {
        let preview = office.call("purge_preview", json!({}));
        may_go(&preview).into_iter().map(|(_, id)| id).collect()
    };
    assert_eq!(free(&mut office), [for_sela, tamsin, for_ulf]);

    // Va. Code 59.1-577(C): the refusal is what the appeal is about, whoever had asked.
    let appeal = office.log(asked("2026-04-02", "Sela Marr", "appeal", ""));
    assert_eq!(free(&mut office), [tamsin, for_ulf]);
    let preview = office.call("purge_preview", json!({}));
    assert!(kept(&preview, for_sela).contains("appeal"));
    let why = office.refused("purge", json!({ "requests": [for_sela] }));
    assert!(
        why.message.contains("nothing was purged"),
        "{}",
        why.message
    );
    // Each page shows the other.
    let earlier = |office: &mut Office, id: u32| -> Vec<u64> {
        let view = office.call("request_show", json!({ "id": id }));
        let rows = view["earlier"].as_array().unwrap().iter();
        rows.map(|one| one["id"].as_u64().unwrap()).collect()
    };
    assert_eq!(earlier(&mut office, appeal), [u64::from(for_sela)]);
    assert_eq!(
        earlier(&mut office, for_sela),
        [u64::from(for_ulf), u64::from(appeal)]
    );
    // And the other way: a helper appeals for whoever had asked alone.
    office.log(asked("2026-04-02", "Nils Other", "appeal", "Tamsin Orr"));
    assert_eq!(free(&mut office), [for_ulf]);
    office.assert_intact();
}

#[test]
fn as_many_as_may_go_are_counted_and_go_in_one_go_though_not_all_are_listed() {
    const MANY: u64 = 260;
    let mut office = office();
    office.at("2027-01-02T18:00:00Z");
    let key = rightsdesk_tests::keys::key_of(&office.place, rightsdesk_tests::PASSPHRASE);
    rightsdesk_tests::raw::open(&office.place, &key)
        .execute_batch(&format!(
            "WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {MANY})
             INSERT INTO request (id, reference, year, number, received_at, received_on, channel, requester, person_key, email_key, capacity, residence, words, closed_on)
             SELECT id, '2024-' || id, 2024, id, '2024-02-01T18:00:00Z', '2024-02-01', 'mail', json_object('name', 'Person ' || id, 'email', '', 'phone', '', 'address', json_array()),
                    'person ' || id, '', 'self', 'us-ca', 'Please.', '2024-03-01' FROM n;
             INSERT INTO claim (id, request, \"right\", outcome, decided_on) SELECT id, id, 'erasure', 'granted', '2024-03-01' FROM request;
             INSERT INTO claim_law (claim, law) SELECT id, 'us-ca-ccpa' FROM claim;"
        ))
        .unwrap();
    let preview = office.call("purge_preview", json!({}));
    let group = &preview["groups"][0];
    assert_eq!(group["requests"], MANY);
    let all = group["all"].as_array().unwrap();
    assert_eq!(all.len() as u64, MANY);
    let rows = group["rows"].as_array().unwrap();
    assert!(rows.len() < all.len(), "only the first are listed");
    assert_eq!(rows[0]["request"], all[0]);
    assert_eq!(office.call("retention", json!({}))["may_go"], MANY);
    let done = office.call("purge", json!({ "requests": all }));
    assert_eq!(done["references"].as_array().unwrap().len() as u64, MANY);
    let nothing = office.call("purge_preview", json!({}));
    assert_eq!(nothing["groups"], json!([]));
    office.assert_intact();
}
