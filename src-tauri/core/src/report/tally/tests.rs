#![allow(clippy::unwrap_used)]

use super::super::facts::{derived, received};
use super::*;
use crate::api;
use crate::summary::fact::Facts;
use crate::time::Now;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// A question about all requests, as of a day.
fn asked(as_of: NaiveDate) -> Asked {
    Asked {
        report: ReportKind::Rights,
        first: NaiveDate::from_yo_opt(1900, 1).unwrap(),
        last: NaiveDate::from_yo_opt(2999, 1).unwrap(),
        name: String::new(),
        californians: false,
        reasons: false,
        as_of,
    }
}

/// Each line in words: its places in the lists mean nothing by themselves.
fn words(of: &Facts) -> Vec<String> {
    let line = |line: &crate::summary::fact::Fact| {
        let ground = line.ground.map(|at| &of.grounds[usize::from(at)]);
        let bare = crate::summary::fact::Fact {
            law: 0,
            ground: None,
            ..*line
        };
        format!("{bare:?} {} {ground:?}", of.laws[usize::from(line.law)])
    };
    of.lines.iter().map(line).collect()
}

/// What is received is what is derived, as of several days and in several spans; says how many lines there are.
#[track_caller]
fn same(desk: &Desk) -> usize {
    let on = |text: &str| text.parse::<NaiveDate>().unwrap();
    for as_of in [on("2026-01-15"), on("2026-11-23"), on("2027-06-01")] {
        let all = asked(as_of);
        for (first, last) in [
            (all.first, all.last),
            (on("2026-01-01"), on("2026-12-31")),
            (on("2026-10-01"), on("2026-10-31")),
        ] {
            let asked = Asked {
                first,
                last,
                ..all.clone()
            };
            let found = words(&received(desk, &asked).unwrap());
            assert_eq!(found, words(&derived(desk, &asked).unwrap().as_of(as_of)));
        }
    }
    received(desk, &asked(on("2026-11-23")))
        .unwrap()
        .lines
        .len()
}

#[test]
fn the_memo_says_what_is_derived_and_what_it_lacks_is_derived() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = App::new();
    let now = Now::new("2026-11-23T09:00:00Z".parse().unwrap());
    app.create_sample(&folder.path().join("Sample desk.rightsdesk"), now)
        .unwrap();
    let rights = |app: &mut App| -> Value {
        let of = json!({ "report": "rights", "first": "2020-01-01", "last": "2026-12-31" });
        api::call(app, "report_show", of, now).unwrap()
    };
    // Without a memo, with it, and with one that lacks requests.
    let desk = app.desk().unwrap();
    assert!(read(desk, &asked(now.today(desk.zone))).unwrap().is_none());
    let lines = same(desk);
    assert!(lines > 40, "{lines}");
    let first = rights(&mut app);
    let desk = app.desk().unwrap();
    assert!(store::tally::due(desk.store.read(), 1).unwrap().is_empty());
    assert_eq!(same(desk), lines);
    let (id, on) = (1, "2025-09-01T09:00");
    let correct = json!({ "request": id, "received": on, "requester": null, "residence": null, "reason": "Typing" });
    api::call(&mut app, "request_correct", correct, now).unwrap();
    let desk = app.desk().unwrap();
    assert_eq!(store::tally::due(desk.store.read(), 9).unwrap(), [id]);
    assert_eq!(same(desk), lines);
    let second = rights(&mut app);
    assert_ne!(first["tables"], second["tables"]);
    assert_eq!(same(app.desk().unwrap()), lines);

    // Counted under other rules it is no memo.
    let desk = app.desk().unwrap();
    desk.profile.calendar = "gb-sct".into();
    assert!(read(desk, &asked(now.today(desk.zone))).unwrap().is_none());
    assert_eq!(same(desk), lines);
    keep(desk).unwrap();
    assert_eq!(same(desk), lines);

    // Thrown away with every verification, and counted anew.
    assert!(read(desk, &asked(now.today(desk.zone))).unwrap().is_some());
    api::call(&mut app, "log_verify", json!({}), now).unwrap();
    let desk = app.desk().unwrap();
    assert!(read(desk, &asked(now.today(desk.zone))).unwrap().is_none());
    assert_eq!(same(desk), lines);
}
