//! Deadline cases through the command table: the tables of the law's own tests, asked as the window asks.
#![allow(clippy::unwrap_used, clippy::panic)]

use rightsdesk_core::api;
use rightsdesk_core::desk::App;
use rightsdesk_tests::office::{check_sentence, moment};
use serde_json::{Value, json};

const TABLES: [&str; 2] = [
    include_str!("../../src-tauri/core/src/law/tests/deadlines.given.json"),
    include_str!("../../src-tauri/core/src/law/tests/deadlines.own.json"),
];

fn ask(row: &Value) -> Value {
    let events: Vec<Value> = row["events"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|e| json!({ "type": e[0], "date": e[1] }))
        .collect();
    let mut args = json!({ "regime": row["regime"], "right": row["right"], "received": row["received"], "events": events });
    for key in ["timezone", "calendar", "arrived_at"] {
        if !row[key].is_null() {
            args[key] = row[key].clone();
        }
    }
    args
}

#[test]
fn every_row_of_the_tables_comes_out_of_the_command() {
    let mut app = App::new();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for table in TABLES {
        for row in serde_json::from_str::<Vec<Value>>(table).unwrap() {
            rows += 1;
            assert!(
                row["source"].as_str().is_some_and(|s| s.len() > 5),
                "{} has no source",
                row["id"]
            );
            let found = api::call(
                &mut app,
                "deadline",
                ask(&row),
                moment("2026-11-22T09:00:00Z"),
            )
            .unwrap_or_else(|why| panic!("{}: {why}", row["id"]));
            let at_earliest = |dates: &Value, found: &Value, wrong: &mut Vec<String>| {
                for (key, date) in dates.as_object().into_iter().flatten() {
                    if found[key] != *date {
                        wrong.push(format!(
                            "{} {key}: {} instead of {date}",
                            row["id"], found[key]
                        ));
                    }
                }
            };
            at_earliest(&row["expect"], &found, &mut wrong);
            at_earliest(&row["earliest"], &found["earliest"], &mut wrong);
            let working = found["working"].as_array().unwrap();
            assert!(
                !working.is_empty()
                    && working
                        .iter()
                        .all(|s| s["citation"].as_str().is_some_and(|c| !c.is_empty())),
                "{}: {working:?}",
                row["id"]
            );
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(rows >= 80, "{rows} rows");
}

#[test]
fn the_four_laws_have_rows() {
    for law in ["eu-gdpr", "uk-gdpr", "us-ca-ccpa", "us-can-spam"] {
        let rows = TABLES
            .iter()
            .flat_map(|t| serde_json::from_str::<Vec<Value>>(t).unwrap())
            .filter(|r| r["regime"] == law)
            .count();
        assert!(rows >= 4, "{law} has {rows}");
    }
}

#[test]
fn bad_facts_are_refused_in_a_sentence() {
    let good = json!({ "regime": "eu-gdpr", "right": "access", "received": "2026-01-31", "calendar": "de-be" });
    for (key, bad) in [
        ("regime", json!("eu-gpdr")),
        ("right", json!("acces")),
        ("right", json!("unsubscribe-from-life")),
        ("received", json!("2026-02-30")),
        ("received", json!("yesterday")),
        ("received", json!("99999-01-01")),
        ("calendar", json!("atlantis")),
        ("timezone", json!("Mars/Olympus")),
        ("arrived_at", json!("pigeon")),
        (
            "events",
            json!([{ "type": "identity-requested", "date": "2026-02-31" }]),
        ),
        (
            "events",
            json!([{ "type": "coffee", "date": "2026-02-03" }]),
        ),
        (
            "events",
            json!([{ "type": "identity-requested", "date": "2025-12-03" }]),
        ),
    ] {
        let mut args = good.clone();
        args[key] = bad.clone();
        if key == "timezone" {
            args["received"] = json!("2026-01-31T10:00:00Z");
        }
        match api::call(
            &mut App::new(),
            "deadline",
            args.clone(),
            moment("2026-11-22T09:00:00Z"),
        ) {
            Ok(reply) => panic!("{args} was answered: {reply}"),
            Err(why) => check_sentence(&why),
        }
    }
}

#[test]
fn a_call_that_does_not_exist_and_words_that_do_not_fit_are_refused() {
    let mut app = App::new();
    for (name, args) in [
        ("fly", json!({})),
        ("queue", json!({ "filter": "open" })),
        ("unlock", json!({ "passphrase": 5 })),
        ("unlock", json!([])),
        (
            "request_note",
            json!({ "request": 1, "text": "x", "sql": "DROP" }),
        ),
    ] {
        match api::call(&mut app, name, args.clone(), moment("2026-11-22T09:00:00Z")) {
            Ok(reply) => panic!("{name} {args} was answered: {reply}"),
            Err(why) => check_sentence(&why),
        }
    }
}

#[test]
fn nothing_of_a_desk_is_told_without_one() {
    let mut app = App::new();
    for name in [
        "profile",
        "officers",
        "log_verify",
        "draft_load",
        "letter_list",
        "report_spans",
    ] {
        let why = api::call(&mut app, name, json!({}), moment("2026-11-22T09:00:00Z")).unwrap_err();
        assert_eq!(why.code, api::wire::Code::NoDesk, "{name}");
        check_sentence(&why);
    }
}
