//! What came back: a notice to another house under a new address, and letters to those affected by a breach.

use super::*;
use crate::register::incidents::{about, person};

#[test]
fn a_notice_to_another_house_that_came_back_goes_to_a_new_address() {
    let mut office = berlin("2026-03-03T09:00:00Z");
    let id = office.log(draft(
        "2026-03-02T09:00",
        "mail",
        "Nadia Okoye",
        "de",
        &[("erasure", &[])],
    ));
    let view = office.call("request_show", json!({ "id": id }));
    office.call(
        "claim_decide",
        json!({ "claim": view["claims"][0]["id"], "outcome": "granted", "ground": null, "reasons": "", "kept": "" }),
    );
    let draft = office.call(
        "letter_draft",
        json!({ "request": id, "kind": "recipient-notice", "law": "eu-gdpr", "reason": "", "asked": "", "addressee": ["Druckerei Sandweg", "Sandweg 4", "10999 Berlin"] }),
    );
    let view = fill_and_issue(&mut office, id, &draft, "post");
    let letter = view["letters"][0]["id"].clone();
    let key = format!("l{letter}");
    let ready = room(&mut office, "ready");
    assert_eq!(
        ready["rows"][0]["recipient"][1], "Sandweg 4",
        "the page can offer the former address"
    );
    office.call("post_confirm", confirm("", std::slice::from_ref(&key)));
    office.call(
        "post_returned",
        json!({ "key": key, "on": "", "reason": "Moved", "next": "find-address" }),
    );
    let again = office.call(
        "letter_again",
        json!({ "id": letter, "addressee": ["Druckerei Sandweg", " Kanalufer 9 ", "", "10997 Berlin"] }),
    );
    let view = fill_and_issue(&mut office, id, &again, "post");
    let words = paper::words(&office.letter(&view["letters"][0]["id"]));
    says(
        &words,
        &["Kanalufer 9", "10997 Berlin", "replaces our letter"],
    );
    assert!(!words.contains("Sandweg 4"));

    // A letter to the requester goes where the request says.
    let typed = super::draft(
        "2026-03-02T09:00",
        "mail",
        "Bo Berg",
        "de",
        &[("access", &[])],
    );
    let other = office.log(typed);
    let view = issue_waiting(&mut office, other, "acknowledgement", "post");
    let letter = view["letters"][0]["id"].clone();
    office.call(
        "post_returned",
        json!({ "key": format!("l{letter}"), "on": "", "reason": "Wrong name", "next": "write-again" }),
    );
    let refused = office.refused(
        "letter_again",
        json!({ "id": letter, "addressee": ["Somebody else"] }),
    );
    assert!(
        refused.message.contains("Correct the request"),
        "{}",
        refused.message
    );
}

#[test]
fn who_was_affected_is_told_when_the_letter_left_and_not_told_when_it_came_back() {
    let mut office = berlin("2026-03-02T14:00:00Z");
    let view = office.call("incident_open", about("2026-03-02T14:20"));
    let id = view["row"]["id"].clone();
    office.call(
        "incident_people",
        json!({ "id": id, "people": [person("Ben Nowak", "", &["Quay Street 7", "Hamburg"], "post")] }),
    );
    let letters = json!({ "id": id, "way": "post", "issue": true });
    let told = |office: &mut Office| {
        let view = office.call("incident_show", json!({ "id": id }));
        let met = view["dates"]
            .as_array()
            .unwrap()
            .iter()
            .find(|date| {
                date["what"]
                    .as_str()
                    .unwrap()
                    .contains("Tell those affected")
            })
            .unwrap()
            .clone();
        (view["people"][0].clone(), met)
    };
    office.call("incident_letters", letters.clone());
    let (ben, date) = told(&mut office);
    assert_eq!(
        (&ben["told_on"], &ben["letter_way"]),
        (&json!("2026-03-02"), &json!("ready"))
    );
    assert!(
        date["working"].to_string().contains("not posted yet"),
        "{date:#}"
    );

    // The day it was posted counts.
    office.at("2026-03-04T09:00:00Z");
    let ready = room(&mut office, "ready");
    let key = keys(&ready)[0].clone();
    office.call("post_confirm", confirm("", std::slice::from_ref(&key)));
    let (ben, date) = told(&mut office);
    assert_eq!(ben["told_on"], "2026-03-04");
    assert_eq!(date["met_on"], "2026-03-04");
    assert!(
        !date["working"].to_string().contains("not posted yet"),
        "{date:#}"
    );
    let due = queue_also(&mut office);
    assert!(!due.contains("Tell those affected"), "{due}");

    // It came back: nobody was told by it, and the queue says so again.
    office.at("2026-03-06T09:00:00Z");
    office.call(
        "post_returned",
        json!({ "key": key, "on": "", "reason": "Moved", "next": "find-address" }),
    );
    let (ben, date) = told(&mut office);
    assert_eq!(
        (&ben["told_on"], &ben["letter_way"]),
        (&Value::Null, &json!("returned"))
    );
    assert!(date["met_on"].is_null(), "{date:#}");
    let due = queue_also(&mut office);
    assert!(due.contains("Tell those affected"), "{due}");
    assert_eq!(room(&mut office, "returned")["counts"]["returned"], 1);

    // The next letter names the former, and takes its place in the room.
    let made = office.call("incident_letters", letters);
    let words = paper::words(&office::bytes(&made["pdf"]["base64"]));
    says(
        &words,
        &["replaces our letter of 2 March 2026, which came back to us"],
    );
    let back = room(&mut office, "returned");
    assert_eq!(back["counts"]["returned"], 0, "it was seen to");
    assert!(
        back["rows"][0]["way"]["replaced_by"]["id"].is_number(),
        "{back:#}"
    );
    let ready = room(&mut office, "ready");
    assert!(
        ready["rows"][0]["way"]["replaces"]["id"].is_number(),
        "{ready:#}"
    );
    let (ben, _) = told(&mut office);
    assert_eq!(ben["told_on"], "2026-03-06");
    office.assert_intact();
}

#[test]
fn a_letter_that_comes_back_opens_a_closed_incident_until_its_person_is_told() {
    let mut office = berlin("2026-03-02T14:00:00Z");
    let view = office.call("incident_open", about("2026-03-02T14:20"));
    let id = view["row"]["id"].clone();
    office.call(
        "incident_people",
        json!({ "id": id, "people": [
            person("Ben Nowak", "", &["Quay Street 7", "Hamburg"], "post"),
            person("Kim Ngọc", "", &["Mill Lane 3", "Hamburg"], "post"),
            person("Ada Berg", "", &["Hill 1", "Hamburg"], "post"),
        ] }),
    );
    office.call(
        "incident_authority",
        json!({ "id": id, "at": "", "authority": "The Hamburg commissioner", "number": "", "late_reason": "" }),
    );
    let letters = json!({ "id": id, "way": "post", "issue": true });
    office.call("incident_letters", letters.clone());
    let keys = keys(&room(&mut office, "ready"));
    office.call("post_confirm", confirm("", &keys));
    let close = json!({ "id": id, "on": "", "text": "It is over." });
    let view = office.call("incident_close", close.clone());
    assert_eq!(
        (&view["row"]["closed_on"], &view["again"]),
        (&json!("2026-03-02"), &json!(""))
    );
    assert_eq!(queue_also(&mut office), "[]", "nothing is open");
    let key_of = |office: &mut Office, who: &str, tab: &str| {
        let rows = room(office, tab)["rows"].clone();
        let row = rows.as_array().unwrap().iter().find(|r| r["person"] == who);
        row.unwrap()["key"].clone()
    };
    let came = |key: &Value| json!({ "key": key, "on": "2026-03-05", "reason": "Moved", "next": "find-address" });

    office.at("2026-03-06T09:00:00Z");
    let ben = key_of(&mut office, "Ben Nowak", "posted");
    let back = office.call("post_returned", came(&ben));
    assert_eq!(back["rows"][0]["untold"], true, "{back:#}");
    let view = office.call("incident_show", json!({ "id": id }));
    assert_eq!(
        (&view["row"]["closed_on"], &view["row"]["reopened_on"]),
        (&Value::Null, &json!("2026-03-06"))
    );
    assert_eq!(
        view["again"],
        "Open again since Fri 6 Mar 2026: 1 letter did not arrive, and whoever it was for is still to be told."
    );
    let last = view["timeline"].as_array().unwrap().last().unwrap();
    assert_eq!(last["title"], "Opened again");
    says(
        &last["details"].to_string(),
        &[
            "It was closed on Mon 2 Mar 2026.",
            "The letter of Mon 2 Mar 2026 did not arrive",
        ],
    );
    assert!(view["open"].to_string().contains("Tell those affected"));
    let due = queue_also(&mut office);
    says(&due, &["Tell those affected", "1 letter did not arrive"]);
    let list = office.call("incident_list", json!({}));
    assert!(list["incidents"][0]["next"].is_object(), "{list:#}");
    // Another one comes back: it is open already.
    let kim = key_of(&mut office, "Kim Ngọc", "posted");
    office.call("post_returned", came(&kim));
    let view = office.call("incident_show", json!({ "id": id }));
    says(&view["again"].to_string(), &["2 letters did not arrive"]);
    let opened = |view: &Value| {
        let lines = view["timeline"].as_array().unwrap();
        lines.iter().filter(|l| l["kind"] == "reopened").count()
    };
    assert_eq!(opened(&view), 1);

    // Closing it now wants a reason, and cannot be dated back.
    let refused = office.refused("incident_close", close.clone());
    assert_eq!(refused.field.as_deref(), Some("reason"));
    let mut early = close.clone();
    early["on"] = "2026-03-05".into();
    assert_eq!(
        office.refused("incident_close", early).field.as_deref(),
        Some("on")
    );
    let people: Vec<Value> = view["people"].as_array().unwrap().clone();
    let two = [&people[0]["id"], &people[1]["id"]];
    office.call(
        "incident_told",
        json!({ "id": id, "people": two, "on": "", "way": "phone", "text": "Told what happened" }),
    );
    let view = office.call("incident_show", json!({ "id": id }));
    says(&view["again"].to_string(), &["has been told since"]);
    assert_eq!(room(&mut office, "returned")["rows"][0]["untold"], false);
    assert_eq!(queue_also(&mut office), "[]");
    let view = office.call("incident_close", close);
    assert_eq!(
        (&view["row"]["closed_on"], &view["row"]["reopened_on"]),
        (&json!("2026-03-06"), &Value::Null)
    );

    // Whoever is erased cannot be told any more: nothing is opened for them.
    let ada = key_of(&mut office, "Ada Berg", "posted");
    office.call(
        "incident_erase",
        json!({ "id": id, "people": [people[2]["id"]], "reason": "She asked for it" }),
    );
    office.call("post_returned", came(&ada));
    let view = office.call("incident_show", json!({ "id": id }));
    assert_eq!(view["row"]["closed_on"], "2026-03-06");
    assert_eq!(opened(&view), 1);
    office.lock_and_unlock();
    let same = office.call("incident_show", json!({ "id": id }));
    assert_eq!(same["timeline"], view["timeline"]);
    office.assert_intact();
}

/// What stands in the queue beside the requests.
fn queue_also(office: &mut Office) -> String {
    let args = json!({ "filter": "open", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 });
    office.call("queue", args)["also"].to_string()
}
