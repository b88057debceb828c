//! The open dates as a file for other calendars: read by a reader of its own, and searched for names.

use super::calendar::access;
use super::*;
use rightsdesk_tests::{office, profile};

#[test]
fn the_file_for_other_calendars_names_nobody() {
    let mut office = Office::quick(
        profile("Europe/Berlin", "de-hh", &["eu-gdpr", "us-can-spam"]),
        "2026-03-05T09:00:00Z",
    );
    let names = [
        "Marek Łukasiewicz",
        "Jolanta Abara",
        "Odalys Brennecke-van-der-Straten",
    ];
    for name in names {
        access(&mut office, "2026-03-02T10:00", name);
    }
    office.call(
        "closing_day_add",
        json!({ "name": "Jolantas Hochzeit", "first": "2026-04-02", "last": "", "yearly": false }),
    );
    let asked = |format: &str| json!({ "format": format, "holidays": true, "closing_days": true });
    let file = office.call("calendar_export", asked("ics"));
    assert_eq!(file["media_type"], "text/calendar");
    let ics = String::from_utf8(office::bytes(&file["base64"])).unwrap();
    let json = String::from_utf8(office::bytes(
        &office.call("calendar_export", asked("json"))["base64"],
    ))
    .unwrap();
    let secret = [
        "Nele",
        "Brandt",
        "Elm Row",
        "see to it",
        "Hochzeit",
        "Harbour",
    ];
    for (what, text) in [("ics", ics.replace("\r\n ", "")), ("json", json)] {
        for word in names
            .iter()
            .flat_map(|n| n.split([' ', '-']))
            .filter(|w| w.len() > 3)
            .chain(secret)
        {
            assert!(
                !text.to_lowercase().contains(&word.to_lowercase()),
                "{word} is in the {what}"
            );
        }
    }
    let events = parsed(&ics);
    let respond: Vec<_> = events
        .iter()
        .filter(|e| e["SUMMARY"].contains("answer due"))
        .collect();
    assert_eq!(respond.len(), 3);
    assert_eq!(respond[0]["SUMMARY"], "2026-0001: answer due (EU GDPR)");
    assert_eq!(
        (respond[0]["DTSTART"].as_str(), respond[0]["DTEND"].as_str()),
        ("20260402", "20260403")
    );
    assert!(
        events
            .iter()
            .any(|e| e["SUMMARY"] == "The house is closed" && e["DTSTART"] == "20260402")
    );
    assert!(
        events
            .iter()
            .any(|e| e["SUMMARY"].starts_with("Good Friday (") && e["DTSTART"] == "20260403")
    );
    // The same entries the next day, newer ones; none twice.
    office.at("2026-03-06T09:00:00Z");
    let again = parsed(
        &String::from_utf8(office::bytes(
            &office.call("calendar_export", asked("ics"))["base64"],
        ))
        .unwrap(),
    );
    let uids =
        |all: &[std::collections::BTreeMap<String, String>]| -> std::collections::BTreeSet<String> {
            all.iter()
                .filter(|e| e["SUMMARY"].contains(": "))
                .map(|e| e["UID"].clone())
                .collect()
        };
    assert_eq!(uids(&events), uids(&again));
    let all: std::collections::BTreeSet<&String> = events.iter().map(|e| &e["UID"]).collect();
    assert_eq!(all.len(), events.len());
    assert!(
        events[0]["SEQUENCE"].parse::<u32>().unwrap()
            < again[0]["SEQUENCE"].parse::<u32>().unwrap()
    );
    office.refused("calendar_export", asked("xls"));
}

/// A reader of its own, after RFC 5545: unfolds, splits, unescapes, and is strict about what it finds.
fn parsed(ics: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    assert!(
        ics.ends_with("\r\n") && !ics.replace("\r\n", "").contains(['\r', '\n']),
        "only CRLF ends a line"
    );
    assert!(
        ics.split("\r\n").all(|line| line.len() <= 75),
        "a line is longer than 75 octets"
    );
    let whole = ics.replace("\r\n ", "");
    let mut lines = whole.lines();
    assert_eq!(lines.next(), Some("BEGIN:VCALENDAR"));
    let (mut events, mut event) = (
        Vec::new(),
        None::<std::collections::BTreeMap<String, String>>,
    );
    for line in lines {
        match (line, event.as_mut()) {
            ("BEGIN:VEVENT", None) => event = Some(std::collections::BTreeMap::new()),
            ("END:VEVENT", Some(_)) => {
                let done = event.take().unwrap();
                for needed in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] {
                    assert!(done.contains_key(needed), "{needed} is missing: {done:?}");
                }
                events.push(done);
            }
            (line, Some(event)) => {
                let (name, value) = line.split_once(':').unwrap();
                let value = value
                    .replace("\\n", "\n")
                    .replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\\\", "\\");
                let before = event.insert(name.split(';').next().unwrap().into(), value);
                assert_eq!(before, None, "{name} stands twice");
            }
            (line, None) => assert!(
                [
                    "VERSION:2.0",
                    "CALSCALE:GREGORIAN",
                    "METHOD:PUBLISH",
                    "END:VCALENDAR"
                ]
                .contains(&line)
                    || line.starts_with("PRODID:"),
                "{line}"
            ),
        }
    }
    assert!(event.is_none() && whole.ends_with("END:VCALENDAR\r\n"));
    events
}
