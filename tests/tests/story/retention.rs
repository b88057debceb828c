//! Years later: what may go is shown, goes in one go, and leaves every figure and every proof behind.

use super::policy::{accept_all, bring_in};
use super::*;
use rightsdesk_core::api::wire::Code;
use rightsdesk_tests::office::base64;
use rightsdesk_tests::{PASSPHRASE, keys, profile, raw};

const NAME: &str = "Quirin Wolframite";
/// What must be nowhere afterwards.
const SECRETS: &[&str] = &[
    "wolframite",
    "feldspar",
    "obsidian",
    "tungsten",
    "scanned page",
];

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

/// Every figure of 2024 and after.
fn figures(office: &mut Office) -> Vec<String> {
    let mut all = Vec::new();
    for kind in ["disclosures", "children", "health", "promises"] {
        let mut report = office.call(
            "report_show",
            json!({ "report": kind, "first": "2024-01-01", "last": "2026-12-31" }),
        );
        report["log_head"] = Value::Null;
        all.push(report.to_string());
    }
    for year in [2024, 2025, 2026] {
        let mut year = office.call("year_summary", json!({ "year": year }));
        year["log_head"] = Value::Null;
        all.push(year.to_string());
    }
    all
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
fn the_person_is_gone_and_the_proof_stays() {
    let mut office = office();
    office.at("2024-01-03T18:00:00Z");
    let id = logged(
        &mut office,
        "2024-01-03",
        NAME,
        "unsubscribe",
        &["us-can-spam"],
    );
    office.call(
        "request_note",
        json!({ "request": id, "text": "A note on tungsten." }),
    );
    office.call("file_add", json!({ "request": id, "name": "wolframite.txt", "media_type": "text/plain", "base64": base64(b"scanned page") }));
    grant(&mut office, id);
    let view = office.write(
        id,
        "opt-out-confirmation",
        "us-can-spam",
        "",
        "",
        "the newsletter",
    );
    let (letter, file) = (view["letters"][0].clone(), view["files"][0].clone());
    office.call("request_close", json!({ "request": id, "note": "" }));
    let other = closed(
        &mut office,
        "2024-02-29",
        NAME,
        "opt-out-sale-sharing",
        &["us-ca-ccpa"],
    );
    let stays = closed(
        &mut office,
        "2025-06-02",
        "Ada Two",
        "unsubscribe",
        &["us-can-spam"],
    );

    office.at("2026-03-02T18:00:00Z");
    let before = figures(&mut office);
    let preview = office.call("purge_preview", json!({}));
    assert_eq!(may_go(&preview).len(), 2);
    let goes = preview["groups"]
        .as_array()
        .unwrap()
        .iter()
        .find(|g| g["law"] == "us-can-spam");
    let goes = goes.unwrap()["rows"][0]["goes"].to_string();
    says(
        &goes,
        &["1 letter", "1 file", "1 address on the suppression list"],
    );
    let done = office.call("purge", json!({ "requests": [id, other] }));
    assert_eq!(done["references"].as_array().unwrap().len(), 2);
    assert_eq!(figures(&mut office), before, "no figure moved");

    let walked = office.call("log_verify", json!({}));
    assert_eq!(walked["intact"], true, "{walked}");
    says(
        &walked["purged"].to_string(),
        &[
            "purged on Mon 2 Mar 2026 under 11 CCR 7101(a)",
            "Rule of the house",
        ],
    );
    office.lock_and_unlock();

    // It opens, says that it was purged, and lets nothing be done.
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(
        view["purged"],
        json!({ "on": "2026-03-02", "cite": "Rule of the house" })
    );
    assert_eq!(
        (&view["requester"]["name"], &view["words"]),
        (&json!(""), &json!(""))
    );
    assert_eq!(
        (&view["letters"][0]["sha256"], &view["files"][0]["sha256"]),
        (&letter["sha256"], &file["sha256"])
    );
    assert_eq!(log(&view).last(), Some(&"requests-purged"));
    assert!(
        view["steps"]
            .as_array()
            .unwrap()
            .iter()
            .all(|step| step["offered"] == false)
    );
    for (command, args) in [
        ("letter_pdf", json!({ "id": letter["id"] })),
        ("letter_enclosures", json!({ "id": letter["id"] })),
        ("file_open", json!({ "id": file["id"] })),
        ("request_note", json!({ "request": id, "text": "More." })),
        (
            "request_reopen",
            json!({ "request": id, "reason": "Why not." }),
        ),
        (
            "request_correct",
            json!({ "request": id, "received": null, "requester": null, "residence": "us-ca", "reason": "x" }),
        ),
        (
            "file_add",
            json!({ "request": id, "name": "a.txt", "media_type": "text/plain", "base64": base64(b"a") }),
        ),
        ("hold_place", json!({ "request": id, "reason": "Late." })),
        ("purge", json!({ "requests": [id] })),
        ("purge", json!({ "requests": [] })),
    ] {
        let why = office.refused(command, args);
        assert_ne!(why.code, Code::Broken, "{command}: {}", why.message);
    }
    let search = |office: &mut Office, typed: &str| {
        office.call("queue", json!({ "filter": "all", "law": "", "right": null, "search": typed, "sort": "person", "offset": 0, "limit": 50 }))
    };
    for typed in ["wolframite", "wo", "feldspar", "obsidian"] {
        let found = search(&mut office, typed);
        let ids: Vec<_> = found["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].clone())
            .collect();
        assert!(
            !ids.contains(&json!(id)) && !ids.contains(&json!(other)),
            "{typed}"
        );
    }
    let reference = view["reference"].as_str().unwrap().to_owned();
    assert_eq!(
        search(&mut office, &reference)["rows"][0]["person"],
        "(purged)"
    );
    for (command, args) in [
        ("letter_list", json!({})),
        ("print_room", json!({ "tab": "posted" })),
        ("contradictions", json!({ "which": "all" })),
        (
            "calendar",
            json!({ "first": "2026-03-01", "last": "2026-03-31" }),
        ),
    ] {
        if let Ok(reply) = rightsdesk_core::api::call(&mut office.app, command, args, office.now) {
            assert!(
                !reply.to_string().to_lowercase().contains("quirin"),
                "{command}"
            );
        }
    }
    // The hash still meets the address; the address itself is not known any more.
    let list = office.call("suppression_list", json!({ "search": "quirin.wolframite@post.example", "scope": null, "lifted": true, "line": null, "offset": 0, "limit": 0 }));
    assert!(list["total"].as_u64().unwrap() > 0, "{list:#}");
    assert!(!list.to_string().contains("quirin"), "{list:#}");
    // Whoever writes again is new here.
    let again = logged(&mut office, "2026-03-02", NAME, "access", &["us-ca-ccpa"]);
    assert_eq!(
        office.call("request_show", json!({ "id": again }))["earlier"],
        json!([])
    );
    assert_eq!(
        office.call("request_show", json!({ "id": stays }))["requester"]["name"],
        "Ada Two"
    );
    let copy = office.folder.path().join("backup.rightsdesk");
    office.app.backup(&copy, office.now).unwrap();
    office.assert_intact();
}

#[test]
fn no_table_of_the_file_holds_the_name_afterwards() {
    let mut office = office();
    let id = closed(
        &mut office,
        "2024-01-10",
        NAME,
        "unsubscribe",
        &["us-can-spam"],
    );
    let other = closed(
        &mut office,
        "2024-01-11",
        "Ada Two",
        "unsubscribe",
        &["us-can-spam"],
    );
    office.call("file_add", json!({ "request": id, "name": "wolframite.txt", "media_type": "text/plain", "base64": base64(b"scanned page") }));
    office.at("2026-03-02T18:00:00Z");
    assert!(!holding(&mut office).is_empty(), "the eyes see");
    office.call("purge", json!({ "requests": [id, other] }));
    assert_eq!(holding(&mut office), Vec::<String>::new());
    let folder = office.folder.path().to_owned();
    assert_eq!(
        raw::files_holding(&folder, SECRETS),
        Vec::<std::path::PathBuf>::new()
    );
}

/// Every column of every table, and every word of the search, that holds one of the secrets.
fn holding(office: &mut Office) -> Vec<String> {
    let key = keys::key_of(&office.place, PASSPHRASE);
    office.app.leave();
    let conn = raw::open(&office.place, &key);
    let mut found = Vec::new();
    let list = |sql: &str| -> Vec<String> {
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map([], |r| r.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    for table in list("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")
    {
        for column in list(&format!("SELECT name FROM pragma_table_info('{table}')")) {
            for secret in SECRETS {
                let sql = format!(
                    "SELECT count(*) FROM \"{table}\" WHERE instr(lower(CAST(\"{column}\" AS TEXT)), '{secret}') > 0"
                );
                let n: u32 = conn.query_row(&sql, [], |r| r.get(0)).unwrap();
                if n > 0 {
                    found.push(format!("{table}.{column}: {secret}"));
                }
            }
        }
    }
    for (index, term) in [
        ("request_beginnings", "wolframite"),
        ("request_search", "lfr"),
        ("request_search", "dsp"),
        ("request_search", "bsi"),
    ] {
        conn.execute_batch(&format!("DROP TABLE IF EXISTS temp.seen; CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, {index}, row)")).unwrap();
        let n: u32 = conn
            .query_row(
                "SELECT count(*) FROM temp.seen WHERE term = ?1",
                [term],
                |r| r.get(0),
            )
            .unwrap();
        if n > 0 {
            found.push(format!("{index}: {term}"));
        }
    }
    conn.execute_batch("DROP TABLE temp.seen").unwrap();
    drop(conn);
    office.app.choose(&office.place).unwrap();
    office.call("unlock", json!({ "passphrase": PASSPHRASE }));
    found
}

#[test]
fn what_a_promise_was_found_to_be_stays_found() {
    // A request that gave all the policy asks for was refused: that stays a contradiction when nobody knows any more what it gave.
    const LAW: &str = "us-ca-shine-the-light";
    let mut office = Office::quick(
        profile("America/Los_Angeles", "ca-cons", &[LAW, "us-can-spam"]),
        "2024-04-01T18:00:00Z",
    );
    let view = bring_in(&mut office, super::policy::POLICY, "2024-03-01");
    accept_all(&mut office, &view);
    let mut asked = draft(
        "2024-04-01T09:00",
        "mail",
        "Dana Whitmore",
        "us-ca",
        &[("disclosure-list", &[LAW])],
    );
    asked["requester"]["address"] = json!(["12 Almond Court", "Fresno, CA 93701"]);
    asked["words"] = "Your California Privacy Rights: whom did you give my address to?".into();
    asked["particulars"]["arrived_at"] = "designated-address".into();
    let id = office.log(asked);
    let view = office.call("request_show", json!({ "id": id }));
    office.call("claim_decide", json!({ "claim": view["claims"][0]["id"], "outcome": "refused", "ground": "small-business", "reasons": "We are few.", "kept": "" }));
    office.write(id, "refusal", LAW, "", "", "a few words");
    office.call("request_close", json!({ "request": id, "note": "" }));
    let open = office.call("contradictions", json!({ "which": "open" }));
    let keys: Vec<Value> = open["contradictions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["key"].clone())
        .collect();
    assert!(
        !keys.is_empty(),
        "the refusal does not agree with the promise"
    );
    office.at("2026-04-02T18:00:00Z");
    assert!(kept(&office.call("purge_preview", json!({})), id).contains("promise"));
    for key in keys {
        office.call(
            "contradiction_answer",
            json!({ "key": key, "text": "It was a mistake." }),
        );
    }
    let before = figures(&mut office);
    office.call("purge", json!({ "requests": [id] }));
    assert_eq!(figures(&mut office), before, "no figure moved");
    assert!(
        before[3].contains("It was a mistake."),
        "and it is in the report"
    );
    office.assert_intact();
}
