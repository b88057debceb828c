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
    timed(&mut office, "report_show", crate::rights_of(2026));
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

/// Previews a file whose every row has a heading known.
#[track_caller]
fn preview(office: &mut Office, csv: &[u8]) -> Value {
    let seen = office.call("handling_import_preview", from(csv));
    assert_eq!(seen["problem"], Value::Null, "{seen:#}");
    seen
}

#[test]
fn the_same_file_is_read_in_every_encoding_and_language() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let german = "Datum;Empfänger;Zweck;Datenkategorien;Anzahl Personen\r\n31.03.2026;Müller & Söhne;Dienstleister;Bestellungen;1.200\r\n";
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(german.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let western: Vec<u8> = german
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    for (bytes, encoding) in [
        (german.as_bytes().to_vec(), "UTF-8"),
        ([b"\xef\xbb\xbf", german.as_bytes()].concat(), "UTF-8"),
        (wide, "UTF-16LE"),
        (western, "Windows-1252"),
    ] {
        let seen = preview(&mut office, &bytes);
        assert_eq!(
            (&seen["encoding"], &seen["delimiter"]),
            (&json!(encoding), &json!(";"))
        );
        assert_eq!(counts(&seen)[3], 0, "{encoding}: {:#}", seen["rows"]);
        assert_eq!(
            seen["new_recipients"],
            json!(["Müller & Söhne"]),
            "{encoding}"
        );
        let what = seen["rows"][0]["what"].as_str().unwrap();
        assert!(
            what.contains("31 Mar 2026") && what.contains("1200 people"),
            "{what}"
        );
    }
    for (heading, why) in [
        ("date,recipient,purpose,categories,people", "English"),
        (
            "Date,Destinataire,Finalité,Catégories de données,Nombre",
            "French",
        ),
        ("Fecha,Destinatario,Finalidad,Categorías,Número", "Spanish"),
    ] {
        let csv = format!("{heading}\n2026-03-31,Acme Ltd,other,products-bought,3\n");
        let seen = preview(&mut office, csv.as_bytes());
        let fields: Vec<&str> = seen["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["field"].as_str().unwrap())
            .collect();
        assert_eq!(
            fields,
            ["on", "recipient", "purpose", "categories", "people"],
            "{why}"
        );
    }
}

#[test]
fn each_row_has_its_fate_and_only_the_good_ones_enter() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let csv = "date,recipient,purpose,categories,people,note\n\
        2026-04-01,Acme Ltd,other,products-bought,3,\n\
        2026-04-01,Acme Ltd,other,products-bought,3,\n\
        2026-04-01,ACME LTD,other,products-bought,3,\n\
        2026-04-02,Acme Ltd,their marketing,e-mail,3,\n\
        2026-13-02,Acme Ltd,other,products-bought,3,\n\
        2026-04-02,\"Acme Ltd,other,products-bought,3,\n\
        2026-04-02,Acme Ltd,other,shoe size,3,\n\
        2026-04-02,Acme Ltd,other,products-bought,many?,\n\
        2026-04-02,,other,products-bought,3,\n\
        2026-04-02,Acme Ltd,for fun,products-bought,3,\n\
        2026-04-02,Acme Ltd,other,childrens-names,3,\n\
        2026-04-02,Acme Ltd,subpoena,products-bought,3,\n\
        2026-05-02,Acme Ltd,other,products-bought,3,\n\
        2026-04-02,Acme Ltd,other,products-bought,3,,and,more\n\
        2026-04-03,Beta Oy,other,products-bought; occupation,\"1,200\",last\n";
    let seen = preview(&mut office, csv.as_bytes());
    for (line, word) in [
        (3, "line 2"),
        (4, "line 2"),
        (5, "We never give e-mail addresses"),
        (6, "no day that exists"),
        (7, "quotation mark"),
        (8, "shoe size"),
        (10, "who got the data"),
        (11, "for fun"),
        (12, "children"),
        (13, "by itself"),
        (14, "has not come"),
        (15, "cells"),
    ] {
        assert!(
            reason(&seen, line).contains(word),
            "line {line}: {}",
            reason(&seen, line)
        );
    }
    // “many?” is read as the name of somebody: a cell of people may hold one.
    assert_eq!(reason(&seen, 9), "");
    assert_eq!(counts(&seen), [3, 1, 2, 9], "{:#}", seen["rows"]);
    let done = office.call("handling_import", from(csv.as_bytes()));
    assert_eq!(
        (&done["entered"], &done["left_out"]),
        (&json!(4), &json!(11))
    );
    assert_eq!(done["list"]["in_register"], 4);
    let directory = office.call("recipient_list", json!({}));
    let names: Vec<&str> = directory["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["about"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Acme Ltd", "Beta Oy"]);
    let again = office.refused("handling_import", from(csv.as_bytes()));
    assert!(again.message.contains("No row"), "{}", again.message);
    assert_eq!(
        office.call("handling_list", json!({}))["in_register"],
        4,
        "nothing half-written"
    );
    office.assert_intact();
}

#[test]
fn formula_cells_are_text() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let csv = "date,recipient,purpose,categories,people,note\n\
        2026-04-01,\"=HYPERLINK(\"\"http://x.example\"\",\"\"Acme\"\")\",other,products-bought,3,\"+1+1\"\n\
        2026-04-01,'@Acme,other,products-bought,4,'-2\n";
    let seen = preview(&mut office, csv.as_bytes());
    assert_eq!(counts(&seen), [2, 0, 0, 0], "{:#}", seen["rows"]);
    let list = office.call("handling_import", from(csv.as_bytes()))["list"].clone();
    let texts: Vec<(&str, &str)> = list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| {
            (
                e["entry"]["recipient"].as_str().unwrap(),
                e["entry"]["note"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        texts,
        [
            ("@Acme", "-2"),
            ("=HYPERLINK(\"http://x.example\",\"Acme\")", "+1+1")
        ]
    );
}

#[test]
fn columns_are_chosen_anew_and_what_is_no_list_says_so() {
    let mut office = with_policy("2026-04-10T08:00:00Z");
    let csv = b"sent,firm,what\n3/31/2026,Acme Ltd,products-bought\n";
    let seen = office.call("handling_import_preview", from(csv));
    assert!(
        seen["problem"].as_str().unwrap().contains("day"),
        "{seen:#}"
    );
    assert_eq!(seen["columns"][0]["sample"], "3/31/2026");
    let mut file = from(csv);
    let mut columns = seen["columns"].clone();
    columns[0]["field"] = "on".into();
    columns[1]["field"] = "recipient".into();
    columns[2]["field"] = "categories".into();
    file["columns"] = columns.clone();
    let seen = office.call("handling_import_preview", file.clone());
    assert_eq!(counts(&seen), [1, 0, 0, 0], "{seen:#}");
    columns[1]["field"] = "on".into();
    file["columns"] = columns;
    let twice = office.refused("handling_import_preview", file);
    assert_eq!(twice.field.as_deref(), Some("columns"));
    for (bytes, word) in [
        (&b""[..], "empty"),
        (b"PK\x03\x04", "spreadsheet"),
        (b"date,recipient\n", "no rows"),
        (b"x,y\n1,2\n", "heading"),
    ] {
        let seen = office.call("handling_import_preview", from(bytes));
        assert!(seen["problem"].as_str().unwrap().contains(word), "{seen:#}");
        office.refused("handling_import", from(bytes));
    }
}

#[test]
fn what_wants_an_authorisation_first_is_not_brought_in() {
    let mut office = super::health::clinic("2026-06-01T15:00:00Z", &[super::health::TEXAS]);
    let mut file = from(
        b"date,recipient,purpose,categories,people\n2026-05-20,Dr. Lourdes Quiroga,other,medical-condition,1\n",
    );
    file["usual"]["health"] =
        json!({ "electronic": true, "authorization": null, "exception": "", "why": "" });
    let preview = office.call("handling_import_preview", file.clone());
    assert_eq!(counts(&preview), [0, 0, 0, 1], "{preview:#}");
    let said = reason(&preview, 2);
    assert!(said.contains("Obtain an authorisation"), "{said}");
    assert!(said.contains("by itself in the register"), "{said}");
    // The tick is said of one entry, in writing, and never of a whole file.
    file["usual"]["already_made"] = true.into();
    for command in ["handling_import_preview", "handling_import"] {
        let refused = office.refused(command, file.clone());
        assert_eq!(refused.field.as_deref(), Some("usual"));
    }
    assert_eq!(office.call("handling_list", json!({}))["total"], 0);
}
