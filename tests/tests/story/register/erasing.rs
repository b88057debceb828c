//! People are erased from the registers of consents and incidents; the lines and the proof stay.

use super::incidents::{about, person};
use super::*;

fn consent(name: &str, email: &str) -> Value {
    json!({
        "person": somebody(name, email), "data": ["sensitive"], "purpose": "The mailing of the readers’ circle", "disclose": false,
        "recipient": null, "given_on": "2026-03-01", "how": "Ticked and confirmed", "evidence": "Mailbox, folder Consents",
        "until": "", "note": "Ana called twice", "request": null,
    })
}

#[test]
fn whose_consent_it_was_goes_and_what_rested_on_it_stays_covered() {
    let mut office = under("2026-04-10T08:00:00Z", &["eu-gdpr"]);
    let list = office.call("consent_add", consent("Ana Lindqvist", "ana@example.org"));
    let id = list["consents"][0]["id"].clone();
    let ana = somebody("Ana Lindqvist", "ana@example.org");
    let mut mailing = done("2026-03-05", "use", "our-marketing", "sensitive", &[ana]);
    enter(&mut office, mailing.clone());
    let erase = |reason: &str| json!({ "id": id, "reason": reason });
    let holds = office.refused("consent_erase", erase("She asked for it"));
    assert!(holds.message.contains("still holds"), "{}", holds.message);
    office.call(
        "consent_withdraw",
        json!({ "id": id, "on": "2026-04-01", "how": "By mail" }),
    );
    let silent = office.refused("consent_erase", erase(" "));
    assert_eq!(silent.field.as_deref(), Some("reason"));
    // An entry that rests on it by the name alone would stand without any.
    let rests = office.refused("consent_erase", erase("She asked for it"));
    assert!(rests.message.contains("Entry 1"), "{}", rests.message);
    mailing["explicit_consent"] = id.clone();
    office.call(
        "handling_correct",
        json!({ "id": 1, "entry": mailing, "reason": "Names the consent", "resolutions": [] }),
    );
    let list = office.call("consent_erase", erase("She asked for it"));
    let row = &list["consents"][0];
    assert_eq!(row["erased_on"], "2026-04-10");
    assert_eq!(row["about"]["person"], somebody("", ""));
    assert_eq!(
        (&row["about"]["evidence"], &row["about"]["note"]),
        (&json!("Mailbox, folder Consents"), &json!(""))
    );
    let kinds: Vec<&Value> = row["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| &l["kind"])
        .collect();
    assert!(
        kinds.contains(&&json!("erased")) && kinds.contains(&&json!("given")),
        "{kinds:?}"
    );
    assert!(!list.to_string().contains("Lindqvist"), "{list:#}");
    let entries = office.call("handling_list", json!({ "entry": 2 }));
    assert_eq!(
        entries["entries"][0]["contradictions"],
        json!([]),
        "{entries:#}"
    );
    let twice = office.refused("consent_erase", erase("Again"));
    assert!(twice.message.contains("already"), "{}", twice.message);
    office.refused("consent_erase", json!({ "id": 4711, "reason": "None" }));
    office.lock_and_unlock();
    office.assert_intact();
}

#[test]
fn those_affected_are_erased_once_they_were_told_and_that_they_were_stays() {
    let mut office = under("2026-03-02T14:00:00Z", &["eu-gdpr"]);
    let id = office.call("incident_open", about("2026-03-02T14:20"))["row"]["id"].clone();
    let people = [
        person("Ana Lindqvist", "ana@example.org", &[], ""),
        person("Ben Nowak", "ben@example.org", &[], ""),
    ];
    let view = office.call("incident_people", json!({ "id": id, "people": people }));
    let number = |at: usize| view["people"][at]["id"].clone();
    let (ana, ben) = (number(0), number(1));
    let erase =
        |people: Value, reason: &str| json!({ "id": id, "people": people, "reason": reason });
    office.call(
        "incident_told",
        json!({ "id": id, "people": [ana], "on": "2026-03-02", "way": "phone", "text": "" }),
    );
    for (people, reason, field, why) in [
        (json!([]), "Asked", "people", "nobody chosen"),
        (json!([4711]), "Asked", "people", "somebody else"),
        (
            json!([ana, ben]),
            "Asked",
            "people",
            "he was not told yet; then nobody is erased",
        ),
        (json!([ana]), "", "reason", "it says why"),
    ] {
        let refused = office.refused("incident_erase", erase(people, reason));
        assert_eq!(refused.field.as_deref(), Some(field), "{why}");
    }
    let view = office.call("incident_erase", erase(json!([ana]), "Asked to be erased"));
    let gone = &view["people"][0];
    assert_eq!(
        (
            &gone["person"],
            &gone["erased_on"],
            &gone["told_on"],
            &gone["told_by"]
        ),
        (
            &somebody("", ""),
            &json!("2026-03-02"),
            &json!("2026-03-02"),
            &json!("phone")
        )
    );
    assert!(!view.to_string().contains("Lindqvist"), "{view:#}");
    assert_eq!(view["row"]["told"], 1);
    office.refused("incident_erase", erase(json!([ana]), "Again"));
    // Closed with its reason, whoever was not told can go too.
    office.call(
        "incident_close",
        json!({ "id": id, "on": "", "text": "No risk remained for the others.", "reason": "Our parent company told the authority and Ben." }),
    );
    let view = office.call("incident_erase", erase(json!([ben]), "Asked to be erased"));
    assert!(view["people"][1]["erased_on"].is_string());
    assert_eq!(view["people"][1]["told_on"], Value::Null);
    office.assert_intact();
}
