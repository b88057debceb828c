//! The calendar: what stands on a day, closing days that move nothing, and what a changed calendar, zone or rule moves.

use super::*;
use rightsdesk_core::desk::App;
use rightsdesk_core::law::Library;
use rightsdesk_tests::{PASSPHRASE, keys, new_desk, office, profile};

fn hamburg() -> Office {
    Office::quick(
        profile("Europe/Berlin", "de-hh", &["eu-gdpr"]),
        "2026-03-05T09:00:00Z",
    )
}

pub fn access(office: &mut Office, received: &str, name: &str) -> u32 {
    office.log(draft(
        received,
        "post",
        name,
        "de",
        &[("access", &["eu-gdpr"])],
    ))
}

fn day<'v>(calendar: &'v Value, day: &str) -> Option<&'v Value> {
    calendar["days"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["day"] == day)
}

fn month(office: &mut Office, from: &str, to: &str) -> Value {
    office.call(
        "calendar",
        json!({ "from": from, "to": to, "law": "", "most": 0 }),
    )
}

#[test]
fn a_month_shows_every_open_date_its_holidays_and_nothing_besides() {
    let mut office = hamburg();
    let id = access(&mut office, "2026-03-02T10:00", "Marek Brandt");
    let late = access(&mut office, "2026-01-12T10:00", "June Abara");
    let march = month(&mut office, "2026-03-01", "2026-03-31");
    assert!(day(&march, "2026-04-02").is_none());
    assert_eq!(
        (march["late_before"].as_u64(), &march["first_late"]),
        (Some(1), &json!("2026-02-12"))
    );
    let april = month(&mut office, "2026-04-01", "2026-04-30");
    let due = day(&april, "2026-04-02").unwrap();
    let respond = due["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["kind"] == "respond")
        .unwrap();
    assert_eq!(
        (
            &respond["request"],
            &respond["person"],
            &respond["law_short"],
            &respond["state"],
            &respond["leads"]
        ),
        (
            &json!(id),
            &json!("Marek Brandt"),
            &json!("EU GDPR"),
            &json!("later"),
            &json!(true)
        )
    );
    let friday = &day(&april, "2026-04-03").unwrap()["holidays"][0];
    assert_eq!(friday["name"], "Good Friday");
    assert_eq!(friday["places"][0]["laws"], json!(["EU GDPR"]));
    assert_eq!(friday["places"][0]["home"], true);
    assert_eq!(
        april["laws"],
        json!([{ "law": "eu-gdpr", "short": "EU GDPR", "open": due["total"] }])
    );
    // What was answered for a closed request is on no day any more.
    let claim = office_claim(&mut office, late);
    office.call("claim_decide", json!({ "claim": claim, "outcome": "withdrawn", "ground": null, "reasons": "", "kept": "" }));
    office.call(
        "request_close",
        json!({ "request": late, "note": "They took it back." }),
    );
    let april = month(&mut office, "2026-04-01", "2026-04-30");
    assert_eq!(april["late_before"], 0);
    // A day asked for with less room still says how many there are.
    let tight = office.call(
        "calendar",
        json!({ "from": "2026-04-02", "to": "2026-04-02", "law": "", "most": 1 }),
    );
    assert_eq!(tight["days"][0]["deadlines"].as_array().unwrap().len(), 1);
    assert_eq!(tight["days"][0]["total"], due["total"]);
    let other = office.call(
        "calendar",
        json!({ "from": "2026-04-02", "to": "2026-04-02", "law": "us-can-spam", "most": 0 }),
    );
    assert_eq!(other["days"], json!([]));
    for (from, to) in [
        ("2026-04-31", "2026-05-01"),
        ("2026-05-01", "2026-04-01"),
        ("2016-01-01", "2026-01-01"),
    ] {
        office.refused(
            "calendar",
            json!({ "from": from, "to": to, "law": "", "most": 0 }),
        );
    }
}

fn office_claim(office: &mut Office, request: u32) -> Value {
    office.call("request_show", json!({ "id": request }))["claims"][0]["id"].clone()
}

#[test]
fn past_the_written_holidays_the_calendar_says_so() {
    let mut office = hamburg();
    assert_eq!(
        month(&mut office, "2036-12-01", "2036-12-31")["beyond"],
        Value::Null
    );
    let after = month(&mut office, "2037-01-01", "2037-01-31");
    assert!(
        after["beyond"].as_str().unwrap().contains("2016 to 2036"),
        "{after}"
    );
    assert_eq!(after["days"], json!([]));
    // A date that needs them is refused in a sentence; the request is not lost for it.
    office.at("2036-12-20T09:00:00Z");
    let asked = json!({ "regime": "eu-gdpr", "right": "access", "received": "2036-12-20", "timezone": "Europe/Berlin", "calendar": "de-hh" });
    let why = office.refused("deadline", asked);
    assert!(
        why.message.contains("2016 to 2036") && why.message.contains("2037"),
        "{}",
        why.message
    );
}

#[test]
fn a_closing_day_shows_beside_a_date_and_moves_none() {
    let mut office = hamburg();
    let id = access(&mut office, "2026-03-02T10:00", "Marek Brandt");
    let before = office.call("request_show", json!({ "id": id }));
    let add = |name: &str, first: &str, last: &str, yearly: bool| json!({ "name": name, "first": first, "last": last, "yearly": yearly });
    office.call(
        "closing_day_add",
        add(" Stocktaking ", "2026-04-01", "2026-04-02", false),
    );
    let days = office.call(
        "closing_day_add",
        add("Company holiday", "2025-12-24", "2026-01-01", true),
    );
    assert_eq!(days["days"][0]["name"], "Stocktaking");
    assert_eq!(days["days"][1]["next"], "2026-12-24");
    for (bad, field) in [
        (add("", "2026-04-01", "", false), "name"),
        (add("A", "2026-02-30", "", false), "first"),
        (add("A", "2026-04-02", "2026-04-01", false), "last"),
        (add("A", "2026-04-02", "2027-04-02", true), "last"),
        (
            add("Stocktaking", "2026-04-01", "2026-04-02", false),
            "name",
        ),
    ] {
        assert_eq!(
            office.refused("closing_day_add", bad).field.as_deref(),
            Some(field)
        );
    }
    let after = office.call("request_show", json!({ "id": id }));
    for (was, is) in before["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .zip(after["deadlines"].as_array().unwrap())
    {
        assert_eq!(was["due"], is["due"]);
        assert_eq!(
            is["closed"],
            if is["due"] == "2026-04-02" {
                json!("Stocktaking")
            } else {
                Value::Null
            }
        );
    }
    // Over New Year, and again in a later year.
    for (from, to) in [("2026-12-31", "2026-12-31"), ("2031-01-01", "2031-01-01")] {
        assert_eq!(
            month(&mut office, from, to)["days"][0]["closing"],
            json!(["Company holiday"]),
            "{from}"
        );
    }
    assert_eq!(
        month(&mut office, "2025-12-01", "2025-12-31")["days"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|d| d["closing"] != json!([]))
            .count(),
        8
    );
    assert!(
        day(
            &month(&mut office, "2027-04-01", "2027-04-02"),
            "2027-04-01"
        )
        .is_none()
    );
    office.lock_and_unlock();
    let left = office.call("closing_day_remove", json!({ "id": days["days"][0]["id"] }));
    assert_eq!(left["days"].as_array().unwrap().len(), 1);
    office.refused("closing_day_remove", json!({ "id": 99 }));
    office.assert_intact();
}

#[test]
fn another_calendar_says_before_and_after_what_it_moves() {
    let mut office = hamburg();
    // Due on 6 Apr 2026, Easter Monday in Hamburg and a Monday like any other without holidays.
    office.at("2026-03-10T09:00:00Z");
    let id = access(&mut office, "2026-03-06T10:00", "Marek Brandt");
    let other = access(&mut office, "2026-03-09T10:00", "June Abara");
    let wanted = |calendar: &str| {
        serde_json::to_value(profile("Europe/Berlin", calendar, &["eu-gdpr"])).unwrap()
    };
    let same = office.call("profile_moves", wanted("de-hh"));
    assert_eq!((&same["count"], &same["moved"]), (&json!(0), &json!([])));
    let would = office.call("profile_moves", wanted("none"));
    assert!(would["count"].as_u64().unwrap() > 0, "{would}");
    assert_eq!(would["requests"], 1);
    let respond = would["moved"]
        .as_array()
        .unwrap()
        .iter()
        .find(|m| m["kind"] == "respond")
        .unwrap()
        .clone();
    assert_eq!(respond["request"], id);
    // Nothing happened yet.
    assert_eq!(
        due(&office.call("request_show", json!({ "id": id })), "respond"),
        respond["from"]
    );
    office.call("profile_save", wanted("none"));
    let page = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&page, "respond"), respond["to"]);
    let told = &page["log"][0];
    assert_eq!(told["kind"], "organisation-changed");
    assert!(
        told["summary"]
            .as_str()
            .unwrap()
            .contains(&format!("{} open dates moved", would["count"])),
        "{told}"
    );
    let lines = told["details"].as_array().unwrap();
    assert!(
        lines
            .iter()
            .any(|l| l["label"] == "Calendar" && l["value"] == "de-hh → none")
    );
    assert!(
        lines
            .iter()
            .any(|l| l["label"] == "EU GDPR, access, answer due"
                && l["value"].as_str().unwrap().contains(" → ")),
        "{told}"
    );
    // A request that nothing moved has nothing of it in its log.
    let untouched = office.call("request_show", json!({ "id": other }));
    assert_eq!(untouched["log"][0]["kind"], "request-logged");
    // The queue and the calendar follow.
    let on = respond["to"].as_str().unwrap();
    let found = month(&mut office, on, on);
    assert!(
        found["days"][0]["deadlines"]
            .as_array()
            .unwrap()
            .iter()
            .any(|d| d["request"] == id)
    );
    office.assert_intact();
    office.lock_and_unlock();
    assert_eq!(
        office.call("rules_changed", json!({}))["change"],
        Value::Null
    );
}

#[test]
fn another_time_zone_moves_the_civil_day_of_a_receipt_and_what_follows_from_it() {
    let mut office = hamburg();
    office.at("2026-03-10T09:00:00Z");
    // 23:30 in Berlin is the next day in Tallinn.
    let id = access(&mut office, "2026-03-02T23:30", "Marek Brandt");
    let kept = access(&mut office, "2026-03-03T23:30", "June Abara");
    office.call(
        "request_acknowledge",
        json!({ "request": kept, "on": "2026-03-03", "text": "By phone." }),
    );
    let tallinn = serde_json::to_value(profile("Europe/Tallinn", "de-hh", &["eu-gdpr"])).unwrap();
    office.call("profile_save", tallinn);
    let page = office.call("request_show", json!({ "id": id }));
    assert_eq!(page["received_on"], "2026-03-03");
    assert_eq!(due(&page, "respond"), "2026-04-07");
    let lines = page["log"][0]["details"].as_array().unwrap();
    assert!(
        lines
            .iter()
            .any(|l| l["label"] == "Received" && l["value"] == "Mon 2 Mar 2026 → Tue 3 Mar 2026"),
        "{lines:?}"
    );
    // What was done on a day was not done before the request came.
    assert_eq!(
        office.call("request_show", json!({ "id": kept }))["received_on"],
        "2026-03-03"
    );
    office.assert_intact();
}

/// The packs of this program with one number of the EU GDPR changed, as a later version might bring them.
fn later_rules(from: &str, to: &str) -> &'static Library {
    let pack = include_str!("../../../src-tauri/core/data/law/eu-gdpr.toml");
    let changed = pack.replacen(from, to, 1);
    assert_ne!(pack, changed, "the pack has no {from}");
    let calendars = [
        (
            "eu.toml",
            include_str!("../../../src-tauri/core/data/calendars/eu.toml"),
        ),
        (
            "de.toml",
            include_str!("../../../src-tauri/core/data/calendars/de.toml"),
        ),
        (
            "gb.toml",
            include_str!("../../../src-tauri/core/data/calendars/gb.toml"),
        ),
        (
            "us.toml",
            include_str!("../../../src-tauri/core/data/calendars/us.toml"),
        ),
    ];
    Box::leak(Box::new(
        Library::read(&[("eu-gdpr.toml", &changed)], &calendars).unwrap(),
    ))
}

/// The same program come back in another version.
fn come_back(office: &mut Office, rules: &'static Library) {
    office.app = App::under(rules);
    office.app.choose(&office.place).unwrap();
    office.call("unlock", json!({ "passphrase": PASSPHRASE }));
}

fn events(office: &mut Office) -> u64 {
    office.call("log_verify", json!({}))["events"]
        .as_u64()
        .unwrap()
}

#[test]
fn other_rules_are_told_once_with_what_they_moved() {
    let plain = later_rules("# ", "# A remark changes nothing. ");
    let longer = later_rules(
        "respond = { count = 1, unit = \"months\"",
        "respond = { count = 2, unit = \"months\"",
    );
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("Harbour Lane.rightsdesk");
    let mut app = App::under(plain);
    let now = office::moment("2026-03-05T09:00:00Z");
    app.create(
        &place,
        new_desk(profile("Europe/Berlin", "de-hh", &["eu-gdpr"])),
        now,
    )
    .unwrap();
    keys::make_quick(&place, PASSPHRASE);
    let mut office = Office {
        app,
        place,
        now,
        recovery_key: String::new(),
        folder,
    };
    let id = access(&mut office, "2026-03-02T10:00", "Marek Brandt");
    let closed = access(&mut office, "2026-02-02T10:00", "June Abara");
    let claim = office_claim(&mut office, closed);
    office.call("claim_decide", json!({ "claim": claim, "outcome": "withdrawn", "ground": null, "reasons": "", "kept": "" }));
    office.call(
        "request_close",
        json!({ "request": closed, "note": "They took it back." }),
    );
    let quiet = events(&mut office);
    // The same rules, laid out otherwise: nothing to tell.
    come_back(&mut office, later_rules("# ", "# Another remark. "));
    assert_eq!(events(&mut office), quiet);
    assert_eq!(
        office.call("rules_changed", json!({}))["change"],
        Value::Null
    );

    come_back(&mut office, longer);
    assert_eq!(events(&mut office), quiet + 1);
    let change = office.call("rules_changed", json!({}))["change"].clone();
    assert_eq!(change["changed"], json!(["EU GDPR"]));
    assert_eq!(
        (&change["added"], &change["gone"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(change["moved"]["requests"], 1);
    let moved = change["moved"]["moved"].as_array().unwrap();
    let respond = moved.iter().find(|m| m["kind"] == "respond").unwrap();
    assert_eq!(
        (&respond["request"], &respond["from"], &respond["to"]),
        (&json!(id), &json!("2026-04-02"), &json!("2026-05-04"))
    );
    let page = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&page, "respond"), "2026-05-04");
    assert_eq!(page["log"][0]["kind"], "rules-changed");
    assert!(
        page["log"][0]["details"]
            .as_array()
            .unwrap()
            .iter()
            .any(|l| l["value"] == "Thu 2 Apr 2026 → Mon 4 May 2026")
    );
    assert!(!page["log"][0].to_string().contains("Marek"));
    assert_eq!(
        office.call("request_show", json!({ "id": closed }))["log"][0]["kind"],
        "request-closed"
    );
    // Told once: the next unlocking has nothing new.
    come_back(&mut office, longer);
    assert_eq!(events(&mut office), quiet + 1);
    // A request logged meanwhile did not move; one that is as it was moves back, and that is told.
    access(&mut office, "2026-03-04T10:00", "Elif Kaya");
    come_back(&mut office, plain);
    let back = office.call("rules_changed", json!({}))["change"].clone();
    assert_eq!(back["moved"]["requests"], 2, "{back}");
    office.assert_intact();
}
