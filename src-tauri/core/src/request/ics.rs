//! RFC 5545, as much of it as all-day entries need. Pure: text in, text out.
//!
//! Written here because the crates that write calendars ask the machine what time it is, or switch on the clock of
//! chrono; the core has none. Lines end in CRLF and are folded at 75 octets, text is escaped.

use chrono::{DateTime, NaiveDate, Utc};
use std::fmt::Write;

/// One all-day entry; neither free nor busy.
pub struct Entry {
    /// The same whenever the calendar is written again.
    pub uid: String,
    pub on: NaiveDate,
    pub title: String,
}

/// Seconds are counted from here, so that a sequence fits into 31 bits for sixty-eight years.
const SEQUENCES_BEGIN: i64 = 1_577_836_800;

/// The whole file.
pub fn write(entries: &[Entry], now: DateTime<Utc>) -> String {
    let mut out = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        concat!(
            "PRODID:-//Rightsdesk//Rightsdesk ",
            env!("CARGO_PKG_VERSION"),
            "//EN"
        ),
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        fold(&mut out, line);
    }
    let stamp = now.format("%Y%m%dT%H%M%SZ").to_string();
    let sequence = (now.timestamp() - SEQUENCES_BEGIN).clamp(0, i64::from(i32::MAX));
    for entry in entries {
        let begins = entry.on.format("%Y%m%d");
        // The end of an all-day entry is the day after it (RFC 5545 3.6.1).
        let ends = entry.on.succ_opt().unwrap_or(entry.on);
        fold(&mut out, "BEGIN:VEVENT");
        for (name, value) in [
            ("UID", entry.uid.clone()),
            ("DTSTAMP", stamp.clone()),
            ("LAST-MODIFIED", stamp.clone()),
            ("SEQUENCE", sequence.to_string()),
            ("DTSTART;VALUE=DATE", begins.to_string()),
            ("DTEND;VALUE=DATE", ends.format("%Y%m%d").to_string()),
            ("SUMMARY", escaped(&entry.title)),
            ("TRANSP", "TRANSPARENT".into()),
            ("CLASS", "PRIVATE".into()),
        ] {
            fold(&mut out, &format!("{name}:{value}"));
        }
        fold(&mut out, "END:VEVENT");
    }
    fold(&mut out, "END:VCALENDAR");
    out
}

/// RFC 5545 3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// RFC 5545 3.1: 75 octets a line at most, the rest after a space; never within a character.
fn fold(out: &mut String, line: &str) {
    const MOST: usize = 75;
    let mut room = MOST;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = MOST - 1;
        }
        // Writing into a String cannot fail.
        let _ = write!(out, "{c}");
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn one(title: &str) -> String {
        let entry = Entry {
            uid: "a@rightsdesk".into(),
            on: "2026-12-31".parse().unwrap(),
            title: title.into(),
        };
        write(&[entry], "2026-03-05T07:02:09Z".parse().unwrap())
    }

    #[test]
    fn an_entry_is_a_whole_day_and_ends_on_the_next() {
        let file = one("x");
        assert!(file.contains("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(file.contains("\r\nDTSTAMP:20260305T070209Z\r\n"));
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn a_later_file_has_a_higher_sequence() {
        let at = |text: &str| {
            let file = write(
                &[Entry {
                    uid: "a".into(),
                    on: "2026-01-01".parse().unwrap(),
                    title: String::new(),
                }],
                text.parse().unwrap(),
            );
            let number: i64 = file
                .split("SEQUENCE:")
                .nth(1)
                .unwrap()
                .split('\r')
                .next()
                .unwrap()
                .parse()
                .unwrap();
            number
        };
        assert!(at("2026-03-05T07:02:09Z") < at("2026-03-05T07:02:10Z"));
        assert!(at("2080-01-01T00:00:00Z") < i64::from(i32::MAX));
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert!(one("a;b,c\\d\ne\u{7}").contains("SUMMARY:a\\;b\\,c\\\\d\\ne\r\n"));
    }

    #[test]
    fn long_lines_are_folded_at_octets_and_come_out_whole() {
        for title in ["x".repeat(300), "é".repeat(100), "日".repeat(90)] {
            let file = one(&title);
            assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
            assert!(
                file.replace("\r\n ", "")
                    .contains(&format!("SUMMARY:{title}\r\n"))
            );
        }
    }
}
