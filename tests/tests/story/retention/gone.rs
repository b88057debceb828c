//! The person is gone: out of the screens, out of every table, out of the search; figures and proofs are what they were.

use super::super::policy::{POLICY, accept_all, bring_in};
use super::*;
use rightsdesk_tests::office::{base64, fill};
use rightsdesk_tests::{PASSPHRASE, keys, raw};

/// What must be nowhere afterwards.
const SECRETS: &[&str] = &[
    "wolframite",
    "feldspar",
    "obsidian",
    "tungsten",
    "scanned page",
];

/// Every report of 2024 to 2026, to the byte but for the log's head, which the purge itself moves on.
fn figures(office: &mut Office) -> Vec<String> {
    [
        "disclosures",
        "metrics",
        "rights",
        "children",
        "health",
        "promises",
        "register",
    ]
    .map(|kind| {
        let of =
            json!({ "report": kind, "first": "2024-01-01", "last": "2026-12-31", "reasons": true });
        let mut report = office.call("report_show", of);
        assert_ne!(report["tables"], json!([]), "{kind}");
        report["log_head"] = Value::Null;
        report.to_string()
    })
    .to_vec()
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
        &["1 letter", "1 file", "2 addresses on the suppression list"],
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
    let view = bring_in(&mut office, POLICY, "2024-03-01");
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
    let letter = office.call(
        "letter_draft",
        json!({ "request": id, "kind": "refusal", "law": LAW, "reason": "", "asked": "" }),
    );
    let mut text = letter["text"].clone();
    for block in text["blocks"].as_array_mut().unwrap() {
        block["text"] = fill(block["text"].as_str().unwrap(), "a few words").into();
    }
    office.call("letter_save", json!({ "request": id, "text": text }));
    office.call(
        "letter_issue",
        json!({ "request": id, "sent_by": "post", "seen": keys }),
    );
    office.call("request_close", json!({ "request": id, "note": "" }));
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
        before[5].contains("It was a mistake."),
        "and it is in the report"
    );
    office.assert_intact();
}
