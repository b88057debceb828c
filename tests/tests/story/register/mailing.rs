//! Mailing lists held against the suppression list.

use super::suppression::{added, held};
use super::*;

#[test]
fn a_mailing_list_in_any_shape_is_held_against_the_list() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-can-spam"]);
    office.call("suppression_add", added("ana@example.org"));
    office.call("suppression_add", added("jörg@bücher.example"));
    office.call("suppression_add", json!({ "scope": "newsletter", "recipient": null, "email": "", "phone": "+49 40 555 0100", "address": [], "since": "", "reason": "", "request": null }));
    let (latin, _, _) = encoding(
        "Name;E-Mail;Ort\r\nAna Ångström;ANA@example.org;Köln\r\nJörg;jörg@bücher.example;Münster\r\n\"Lee; Park\";lee@example.org;Köln\r\n",
    );
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(
            "email\tname\nlee@example.org\tLee\nana@example.org\tAna\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    for (file, rows, suppressed, unreadable, duplicates, why) in [
        (
            &b"ana@example.org\nlee@example.org\n"[..],
            2,
            1,
            0,
            0,
            "one address a line, no heading",
        ),
        (
            b"\xef\xbb\xbfemail\r\nANA@example.org\r\nana@EXAMPLE.org\r\n",
            2,
            2,
            0,
            1,
            "a mark, a heading, twice the same",
        ),
        (&latin, 3, 2, 0, 0, "Windows-1252 with semicolons"),
        (&wide, 2, 1, 0, 0, "UTF-16 with tabs"),
        (
            b"name,email\nAna,\nLee,n/a\nKim,kim@example.org\n",
            3,
            0,
            2,
            0,
            "rows without an address",
        ),
        (
            b"phone\n+49 (0)40 5550100\n0049405550100\n040 5550100\n+1 512 555 0142\n",
            4,
            2,
            1,
            1,
            "telephone numbers, one without its country",
        ),
        (
            b"name,email\n\"Ana,ana@example.org\nLee,lee@example.org\n",
            2,
            0,
            1,
            0,
            "a quotation mark that never closes spoils one row",
        ),
    ] {
        let held = held(&mut office, file);
        assert_eq!(held["problem"], Value::Null, "{why}: {held:#}");
        for (key, expected) in [
            ("rows", rows),
            ("suppressed", suppressed),
            ("unreadable", unreadable),
            ("duplicates", duplicates),
        ] {
            assert_eq!(held[key], expected, "{why}: {key} of {held:#}");
        }
        let cleaned = text_of(&held["cleaned"]);
        assert!(
            !cleaned.to_lowercase().contains("ana@example.org"),
            "{why}: {cleaned}"
        );
    }
    let marked = held(&mut office, &latin);
    assert_eq!(marked["encoding"], "Windows-1252");
    let text = text_of(&marked["marked"]);
    assert!(
        text.starts_with("\u{feff}Name,E-Mail,Ort,on the list,since,why\r\n"),
        "{text}"
    );
    assert!(
        text.contains("Ana Ångström,ANA@example.org,Köln,yes,2026-04-10"),
        "{text}"
    );
    let cleaned = text_of(&marked["cleaned"]);
    assert_eq!(
        cleaned,
        "Name;E-Mail;Ort\r\n\"Lee; Park\";lee@example.org;Köln\r\n"
    );

    for (file, why) in [
        (&b""[..], "nothing"),
        (b"PK\x03\x04rest", "a spreadsheet"),
        (b"name,city\nAna,Bonn\n", "no addresses at all"),
    ] {
        let held = held(&mut office, file);
        assert!(
            held["problem"].as_str().is_some_and(|p| p.ends_with('.')),
            "{why}: {held:#}"
        );
    }
    let wrong = office.refused(
        "suppression_check",
        json!({ "name": "l.csv", "base64": base64(b"a,b\n"), "column": 7, "scope": "newsletter" }),
    );
    assert_eq!(wrong.field.as_deref(), Some("column"));
    // Another scope is another list.
    let other = office.call("suppression_check", json!({ "name": "l.csv", "base64": base64(b"ana@example.org\n"), "column": null, "scope": "sale-sharing" }));
    assert_eq!(other["suppressed"], 0);
}

/// Text as Windows-1252.
fn encoding(text: &str) -> (Vec<u8>, (), ()) {
    let bytes = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin letters only"))
        .collect();
    (bytes, (), ())
}

#[test]
fn two_hundred_thousand_rows_and_nothing_of_them_is_kept() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-can-spam"]);
    for n in [7, 199_999] {
        office.call("suppression_add", added(&format!("reader{n}@example.org")));
    }
    let mut file = String::from("id,email,name\n");
    for n in 0..200_000 {
        file.push_str(&format!("{n},reader{n}@example.org,=cmd{n}\n"));
    }
    let before = office.call("log_verify", json!({}))["events"].clone();
    let began = std::time::Instant::now();
    let held = held(&mut office, file.as_bytes());
    let took = began.elapsed();
    assert_eq!(
        (&held["rows"], &held["suppressed"]),
        (&json!(200_000), &json!(2))
    );
    assert_eq!(held["hits"][0]["line"], 9);
    let marked = text_of(&held["marked"]);
    assert_eq!(marked.lines().count(), 200_001);
    assert!(marked.contains("7,reader7@example.org,'=cmd7,yes,2026-04-10"));
    assert_eq!(text_of(&held["cleaned"]).lines().count(), 199_999);
    assert_eq!(
        office.call("log_verify", json!({}))["events"],
        before,
        "nothing is written"
    );
    // Two seconds of one processor; the rest is room for a machine that does much else.
    assert!(took.as_secs() < 60, "{took:?}");
    println!("200,000 rows in {took:?}");
}
