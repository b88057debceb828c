//! Disclosures from a CSV file: wrong encodings, 200,000 rows, formula cells, duplicates, half-broken rows.

use super::disclosures::{entry, with_policy};
use super::*;
use rightsdesk_tests::office::base64;
use std::fmt::Write;
use std::time::{Duration, Instant};

/// A file to be brought in; what it does not say is the usual.
fn from(csv: &[u8]) -> Value {
    let mut usual = entry("", "other");
    usual["recipient"] = "".into();
    usual["data"] = json!([]);
    usual["people"] = 0.into();
    json!({ "name": "disclosures.csv", "base64": base64(csv), "columns": null, "usual": usual })
}

/// What this thread has worked so far: others on the same machine do not count. Where the system does not say, the clock on the wall.
fn worked(began: Instant) -> Duration {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok())
        .map_or_else(|| began.elapsed(), Duration::from_nanos)
}

fn counts(preview: &Value) -> [u64; 4] {
    ["good", "flagged", "duplicates", "bad"].map(|k| preview[k].as_u64().unwrap())
}

/// Why the row of this line is what it is.
#[track_caller]
fn reason(preview: &Value, line: u64) -> String {
    let row = preview["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["line"] == line)
        .unwrap_or_else(|| panic!("no line {line} in {preview:#}"));
    let reasons: Vec<&str> = row["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r.as_str().unwrap())
        .collect();
    reasons.join(" ")
}

#[test]
fn two_hundred_thousand_rows_are_previewed_brought_in_and_read_quickly() {
    let mut office = with_policy("2026-11-10T08:00:00Z");
    let mut csv = String::from("date,recipient,purpose,categories,people,name,email\r\n");
    for n in 0..200_000_u32 {
        let (month, day) = (3 + n % 8, 1 + n % 28);
        writeln!(
            csv,
            "2026-{month:02}-{day:02},Partner {:03},{},{},{},,reader{n}@post.example\r",
            n % 300,
            if n % 4 == 0 {
                "their-marketing"
            } else {
                "other"
            },
            if n % 2 == 0 {
                "email-address"
            } else {
                "products-bought"
            },
            1 + n % 9,
        )
        .unwrap();
    }
    let file = from(csv.as_bytes());
    let began = Instant::now();
    let mut times = Vec::new();
    let mut timed = |office: &mut Office, name: &str, args: Value| {
        let before = worked(began);
        let reply = office.call(name, args);
        times.push((name.to_owned(), worked(began) - before));
        reply
    };
    let preview = timed(&mut office, "handling_import_preview", file.clone());
    assert_eq!(preview["problem"], Value::Null);
    assert_eq!(preview["rows_total"], 200_000);
    let [good, flagged, duplicates, bad] = counts(&preview);
    assert_eq!((duplicates, bad), (0, 0), "{:#}", preview["rows"][0]);
    assert!(good > 0 && flagged > 0);
    assert_eq!(preview["rows"].as_array().unwrap().len(), 1000);
    assert_eq!(preview["new_recipients"].as_array().unwrap().len(), 300);
    assert_eq!(
        office.call("handling_list", json!({}))["in_register"],
        0,
        "a preview writes nothing"
    );

    let done = timed(&mut office, "handling_import", file.clone());
    assert_eq!(done["entered"], 200_000);
    let list = &done["list"];
    assert_eq!(
        (&list["in_register"], &list["total"], &list["flagged"]),
        (&json!(200_000), &json!(200_000), &json!(flagged))
    );
    assert_eq!(list["entries"].as_array().unwrap().len(), 200);
    office.lock_and_unlock();
    timed(&mut office, "handling_list", json!({}));
    timed(&mut office, "handling_list", json!({ "offset": 150_000 }));
    let one = timed(
        &mut office,
        "handling_list",
        json!({ "search": "reader777@post" }),
    );
    assert_eq!(one["total"], 1);
    let some = timed(
        &mut office,
        "handling_list",
        json!({ "search": "partner 007", "flagged": true }),
    );
    assert!(some["total"].as_u64().unwrap() > 0);
    let open = timed(&mut office, "contradictions", json!({ "which": "open" }));
    assert!(open["total"].as_u64().unwrap() >= flagged);
    assert_eq!(open["contradictions"].as_array().unwrap().len(), 200);
    timed(&mut office, "policy_list", json!({}));

    let mut asked = draft(
        "2026-11-10T08:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("question", &[])],
    );
    asked["particulars"]["questions"] = json!(["sharing"]);
    asked["requester"]["email"] = "reader777@post.example".into();
    let id = office.log(asked);
    let view = timed(&mut office, "request_show", json!({ "id": id }));
    assert_eq!(view["disclosed"].as_array().unwrap().len(), 1);
    let against = view["contradictions"].as_array().unwrap();
    assert!(
        !against.is_empty() && against.len() <= 100,
        "{}",
        against.len()
    );
    assert!(
        against[0]["message"]
            .as_str()
            .unwrap()
            .contains("more like it")
    );
    timed(&mut office, "request_show", json!({ "id": id }));
    timed(
        &mut office,
        "handling_add",
        json!({ "entry": entry("2026-11-03", "other"), "resolutions": [] }),
    );
    timed(&mut office, "year_summary", json!({ "year": 2026 }));
    timed(&mut office, "recipient_list", json!({}));
    let claim = view["claims"][0]["id"].clone();
    office.call(
        "claim_decide",
        json!({ "claim": claim, "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    timed(
        &mut office,
        "letter_draft",
        json!({ "request": id, "kind": "answer-in-full", "law": "own-policy", "reason": "", "asked": "" }),
    );
    let again = timed(&mut office, "handling_import_preview", file);
    assert_eq!(counts(&again), [0, 0, 200_000, 0], "brought in twice");
    for (name, took) in &times {
        eprintln!("{name}: {} ms", took.as_millis());
    }
    let slow: Vec<_> = times
        .iter()
        .filter(|(name, took)| {
            let most = if name.starts_with("handling_import") {
                90
            } else {
                15
            };
            took.as_secs() >= most
        })
        .collect();
    assert!(slow.is_empty(), "{slow:?}");
}
