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

/// What stands in the queue beside the requests.
fn queue_also(office: &mut Office) -> String {
    let args = json!({ "filter": "open", "law": "", "right": null, "search": "", "sort": "due", "offset": 0, "limit": 50 });
    office.call("queue", args)["also"].to_string()
}
