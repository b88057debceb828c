//! Dates of the registers that belong to no request: the queue and the calendar show them until they are met.

use super::incidents::{about, promise};
use super::*;

#[track_caller]
fn queue(office: &mut Office) -> Value {
    office.call("queue", json!({ "filter": "open", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 }))
}

/// What stands beside the requests: the day, the hour, how far it is, whether it is late, and what it is.
#[track_caller]
fn also(office: &mut Office) -> Vec<(String, String, i64, bool, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    queue(office)["also"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert!(
                !one["cite"].as_str().unwrap().is_empty()
                    && !one["why"].as_array().unwrap().is_empty(),
                "no date without its reason: {one:#}"
            );
            (
                text(&one["by"]),
                text(&one["at"]),
                one["days"].as_i64().unwrap(),
                one["late"].as_bool().unwrap(),
                text(&one["what"]),
            )
        })
        .collect()
}

/// Day and hour of the only one.
#[track_caller]
fn only(office: &mut Office) -> (String, String, i64, bool) {
    let mut all = also(office);
    assert_eq!(all.len(), 1, "{all:#?}");
    let (by, at, days, late, _) = all.remove(0);
    (by, at, days, late)
}

#[track_caller]
fn is(office: &mut Office, by: &str, at: &str, days: i64, late: bool, why: &str) {
    assert_eq!(
        only(office),
        (by.to_owned(), at.to_owned(), days, late),
        "{why}"
    );
}

#[track_caller]
fn gone(office: &mut Office, why: &str) {
    assert_eq!(also(office), [], "{why}");
}

/// Overdue, due today and due in a week, of the registers.
fn tiles(office: &mut Office) -> [u64; 3] {
    let tiles = queue(office)["tiles"].clone();
    ["also_overdue", "also_today", "also_week"].map(|tile| tiles[tile].as_u64().unwrap())
}

fn incident(aware: &str, changes: Value) -> Value {
    let mut about = about(aware);
    about["risk"] = "risk".into();
    about["residences"] = json!([]);
    merge(&mut about, changes);
    about
}

fn calendar(office: &mut Office, from: &str, to: &str, law: &str) -> Value {
    office.call(
        "calendar",
        json!({ "from": from, "to": to, "law": law, "most": 0 }),
    )
}

#[test]
fn an_incident_stands_in_the_queue_with_its_hour_until_the_authority_is_told() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    gone(&mut office, "nothing was entered");
    let view = office.call("incident_open", incident("2026-03-02T14:20", json!({})));
    let id = number(&view["row"]["id"]);
    is(
        &mut office,
        "2026-03-05",
        "15:00",
        3,
        false,
        "the hour of the event is not counted",
    );
    let shown = queue(&mut office)["also"][0].clone();
    assert_eq!(
        (
            &shown["register"],
            &shown["id"],
            &shown["cite"],
            &shown["law"]
        ),
        (
            &json!("incidents"),
            &json!(id),
            &json!("GDPR Art. 33(1)"),
            &json!("eu-gdpr")
        )
    );
    assert_eq!(tiles(&mut office), [0, 0, 1]);
    // The promise that is reviewed later counts from the same moment, without that rule.
    promise(&mut office);
    let both = also(&mut office);
    assert_eq!(both.len(), 2, "{both:#?}");
    assert_eq!(
        (both[0].0.as_str(), both[0].1.as_str()),
        ("2026-03-04", "14:20")
    );
    let mut ana = super::incidents::person("Ana Lindqvist", "ana@example.org", &[], "phone");
    ana["person"]["phone"] = "+49 40 555 0188".into();
    let view = office.call("incident_people", json!({ "id": id, "people": [ana] }));
    let ana = view["people"][0]["id"].clone();
    for (people, way) in [(json!([ana]), "phone"), (json!([]), "in-site")] {
        office.call(
            "incident_told",
            json!({ "id": id, "people": people, "on": "", "way": way, "text": "Somebody read the file." }),
        );
    }
    is(
        &mut office,
        "2026-03-05",
        "15:00",
        3,
        false,
        "what was promised is kept",
    );

    // By the hour: due today, not late at the hour itself, late a minute after it.
    office.at("2026-03-05T13:00:00Z");
    assert_eq!(tiles(&mut office), [0, 1, 1]);
    office.at("2026-03-05T14:00:00Z");
    is(
        &mut office,
        "2026-03-05",
        "15:00",
        0,
        false,
        "the last minute is in time",
    );
    office.at("2026-03-05T14:01:00Z");
    is(
        &mut office,
        "2026-03-05",
        "15:00",
        0,
        true,
        "late on its own day",
    );
    assert_eq!(tiles(&mut office), [1, 0, 0]);
    let why = queue(&mut office)["also"][0]["why"].to_string();
    assert!(why.contains("reasons for the delay"), "{why}");
    office.lock_and_unlock();

    let month = calendar(&mut office, "2026-03-01", "2026-03-31", "");
    let day = &month["days"][0];
    assert_eq!(
        (&day["day"], &day["total"], &day["also"][0]["at"]),
        (&json!("2026-03-05"), &json!(0), &json!("15:00"))
    );
    assert_eq!(month["laws"][0]["open"], 1);
    assert_eq!(
        calendar(&mut office, "2026-03-01", "2026-03-31", "eu-gdpr")["days"][0]["day"],
        "2026-03-05"
    );
    let april = calendar(&mut office, "2026-04-01", "2026-04-02", "");
    assert_eq!(
        (&april["late_before"], &april["first_late"]),
        (&json!(1), &json!("2026-03-05"))
    );
    let file = office.call(
        "calendar_export",
        json!({ "format": "ics", "holidays": false, "closing_days": false }),
    );
    let ics = String::from_utf8(bytes(&file["base64"]))
        .unwrap()
        .replace("\r\n ", "");
    assert!(
        ics.contains("SUMMARY:Register of incidents\\, no. 1: Tell the supervisory authority")
            && ics.contains("by 15:00 (GDPR Art. 33(1))")
            && ics.contains("DTSTART;VALUE=DATE:20260305"),
        "{ics}"
    );
    assert!(!ics.contains("Reader file"), "no title leaves: {ics}");

    office.call(
        "incident_authority",
        json!({ "id": id, "at": "2026-03-05T15:01", "authority": "The Hamburg commissioner", "number": "AZ 17", "late_reason": "The line was dead." }),
    );
    gone(&mut office, "the authority was told");
    assert_eq!(tiles(&mut office), [0, 0, 0]);
    assert_eq!(
        calendar(&mut office, "2026-03-01", "2026-03-31", "")["days"],
        json!([])
    );
    office.assert_intact();
}

#[test]
fn what_ends_as_a_day_begins_is_due_on_the_day_before() {
    let mut office = under("2026-03-03T08:00:00Z", &["eu-gdpr"]);
    office.call("incident_open", incident("2026-03-02T23:10", json!({})));
    is(
        &mut office,
        "2026-03-05",
        "24:00",
        2,
        false,
        "midnight belongs to the day that ends",
    );
    office.at("2026-03-05T23:01:00Z");
    is(
        &mut office,
        "2026-03-05",
        "24:00",
        -1,
        true,
        "and a minute later it is over",
    );
}

#[test]
fn incidents_leave_when_they_are_closed_or_struck_out_and_states_count_their_days() {
    let mut office = under("2026-03-02T14:00:00Z", &["us-ca-ccpa"]);
    let open = |office: &mut Office, place: &str| {
        let view = office.call(
            "incident_open",
            incident("2026-03-02T14:20", json!({ "residences": [place] })),
        );
        number(&view["row"]["id"])
    };
    let california = open(&mut office, "us-ca");
    is(
        &mut office,
        "2026-04-01",
        "",
        30,
        false,
        "30 days of the statute, and as far as the queue looks",
    );
    let oregon = open(&mut office, "us-or");
    let seen = queue(&mut office);
    assert_eq!(
        (seen["also"].as_array().unwrap().len(), &seen["also_later"]),
        (1, &json!(1)),
        "45 days are further than that"
    );
    assert_eq!(
        calendar(&mut office, "2026-04-16", "2026-04-16", "")["days"][0]["also"][0]["what"],
        "Tell those affected in Oregon."
    );
    office.call(
        "incident_close",
        json!({ "id": california, "on": "", "text": "The list was empty." }),
    );
    gone(&mut office, "closed");
    office.call(
        "incident_strike",
        json!({ "id": oregon, "reason": "Entered twice" }),
    );
    assert_eq!(queue(&mut office)["also_later"], 0, "struck out");
}

fn child(changes: Value) -> Value {
    let mut file = json!({
        "child": "Mina", "born": "2015", "age": null, "residence": "us-oh",
        "parent": { "name": "Grace Adeyemi", "email": "grace@adeyemi.example", "phone": "", "address": [] },
        "service": "The reading club", "collects": "First name and a nickname.", "discloses": "", "integral": "",
        "contact_collected_on": "", "request": null, "log_request": false,
    });
    merge(&mut file, changes);
    file
}

fn step(office: &mut Office, child: u32, step: &str, on: &str) -> Value {
    office.call(
        "child_step",
        json!({ "child": child, "step": step, "on": on, "method": "", "notice": "", "items": [], "disclose": false, "exception": "", "text": "x", "request": null, "corrects": null }),
    )
}

#[test]
fn a_consent_that_does_not_come_is_due_and_goes_with_the_contact_details() {
    let mut office = Office::quick(
        american("America/Chicago", "us-fed", &["us-coppa"]),
        "2026-05-04T15:00:00Z",
    );
    let view = office.call(
        "child_open",
        child(json!({ "contact_collected_on": "2026-05-04" })),
    );
    let id = number(&view["row"]["id"]);
    let by = view["dates"][0]["by"].as_str().unwrap().to_owned();
    let days = view["dates"][0]["days"].as_i64().unwrap();
    is(
        &mut office,
        &by,
        "",
        days,
        false,
        "the same day as in the register",
    );
    office.at(&format!("{by}T15:00:00Z"));
    is(&mut office, &by, "", 0, false, "the last day");
    assert_eq!(tiles(&mut office), [0, 1, 1]);
    let next = calendar(&mut office, &by, &by, "")["days"][0]["also"][0].clone();
    assert_eq!(
        (&next["title"], &next["law"]),
        (&json!("Mina"), &json!("us-coppa"))
    );
    office.at("2026-12-01T15:00:00Z");
    assert_eq!(tiles(&mut office), [1, 0, 0], "late until it is done");
    step(&mut office, id, "contact-erased", "2026-12-01");
    gone(&mut office, "erased, and nobody is there to wait for");

    // A consent that a request waits for has its date there and is not said twice.
    office.at("2026-12-02T15:00:00Z");
    let view = office.call(
        "child_open",
        child(
            json!({ "child": "Noor", "contact_collected_on": "2026-12-02", "log_request": true }),
        ),
    );
    let request = number(&view["row"]["request"]["id"]);
    gone(&mut office, "its request stands in the queue");
    assert_eq!(queue(&mut office)["rows"][0]["id"], json!(request));
}

#[test]
fn a_child_that_grows_up_is_noticed() {
    let mut office = Office::quick(
        american("America/Chicago", "us-fed", &["us-coppa"]),
        "2026-05-01T15:00:00Z",
    );
    let view = office.call("child_open", child(json!({ "born": "2013-06" })));
    let id = number(&view["row"]["id"]);
    for (now, by, days, late, why) in [
        (
            "2026-05-02",
            "2026-06-01",
            30,
            false,
            "as far as the queue looks",
        ),
        ("2026-06-01", "2026-06-01", 0, false, "it may be the day"),
        (
            "2026-06-02",
            "2026-06-30",
            28,
            false,
            "nothing is late while the day is not known",
        ),
        ("2026-06-30", "2026-06-30", 0, false, "13 on any reading"),
        ("2026-07-01", "2026-06-30", -1, true, "and not recorded"),
    ] {
        office.at(&format!("{now}T15:00:00Z"));
        is(&mut office, by, "", days, late, &format!("{now}: {why}"));
    }
    step(&mut office, id, "reached-age", "2026-07-01");
    gone(&mut office, "recorded");
    let other = office.call(
        "child_open",
        child(json!({ "child": "Ida", "born": "2013-07" })),
    );
    assert_eq!(also(&mut office).len(), 1);
    office.call(
        "child_strike",
        json!({ "id": other["row"]["id"], "reason": "No account was made" }),
    );
    gone(&mut office, "struck out");
}

#[test]
fn authorisations_and_consents_end_quietly() {
    let mut office = super::health::clinic("2026-11-30T15:00:00Z", &[super::health::HIPAA]);
    let view = super::health::add(&mut office, json!({ "single_use": true }));
    let id = number(&view["row"]["id"]);
    assert_eq!(queue(&mut office)["also_later"], 1, "31 days");
    office.at("2026-12-01T15:00:00Z");
    is(&mut office, "2026-12-31", "", 30, false, "about to end");
    // Used up it has no end to watch; taken back it has one again.
    let entry = super::health::sent("2026-12-01", json!({ "authorization": id }));
    let list = enter(&mut office, entry);
    gone(&mut office, "one disclosure was all it was good for");
    let used = list["entries"][0]["id"].clone();
    office.call(
        "handling_strike",
        json!({ "id": used, "reason": "It was not sent" }),
    );
    is(
        &mut office,
        "2026-12-31",
        "",
        30,
        false,
        "not used after all",
    );
    office.at("2026-12-31T15:00:00Z");
    is(&mut office, "2026-12-31", "", 0, false, "the last day");
    office.at("2027-01-01T15:00:00Z");
    gone(&mut office, "ended, and nothing is late");

    let consent = json!({
        "person": somebody("Ana Lindqvist", "ana@example.org"), "data": ["sensitive"], "purpose": "The mailing of the readers’ circle",
        "disclose": false, "recipient": null, "given_on": "2026-12-01", "how": "Ticked", "evidence": "Mailbox", "until": "2027-01-20", "note": "", "request": null,
    });
    let list = office.call("consent_add", consent);
    is(&mut office, "2027-01-20", "", 19, false, "given for a time");
    office.call(
        "consent_withdraw",
        json!({ "id": list["consents"][0]["id"], "on": "2027-01-01", "how": "On the telephone" }),
    );
    gone(&mut office, "withdrawn");
}

#[test]
fn somebody_whose_data_went_to_a_court_is_remembered_for_a_while() {
    let mut office = under("2026-04-10T08:00:00Z", &["eu-gdpr"]);
    let process = |told: &str| {
        json!({
            "kind": "subpoena", "from": "District Court", "number": "7 O 12/26", "received_on": "2026-04-01", "asked": "The orders of a year",
            "given": "Two orders", "approved_by": "Nele Brandt", "told": told, "told_on": if told == "yes" { "2026-04-10" } else { "" },
        })
    };
    let given = |told: &str| {
        disclosure(
            "2026-04-03",
            "District Court",
            json!({ "purpose": "legal-process", "legal_basis": "order", "data": ["contact-details"], "process": process(told) }),
        )
    };
    enter(&mut office, given("forbidden"));
    gone(&mut office, "the order forbids it");
    let list = enter(&mut office, given("no"));
    let id = list["entries"][0]["id"].clone();
    is(
        &mut office,
        "2026-04-17",
        "",
        7,
        false,
        "a reminder of the house",
    );
    assert_eq!(queue(&mut office)["also"][0]["title"], "Subpoena 7 O 12/26");
    office.at("2026-04-17T08:00:00Z");
    is(&mut office, "2026-04-17", "", 0, false, "its last day");
    let corrected =
        json!({ "id": id, "entry": given("yes"), "reason": "They were told", "resolutions": [] });
    office.call("handling_correct", corrected);
    gone(&mut office, "told");
    enter(&mut office, given("no"));
    assert_eq!(also(&mut office).len(), 1);
    office.at("2026-04-18T08:00:00Z");
    gone(&mut office, "no law names a day, so nothing is late");
}
