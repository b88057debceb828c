//! Explicit consents: what is done with sensitive data is held against them.

use super::*;

fn office() -> Office {
    under("2026-04-10T08:00:00Z", &["eu-gdpr"])
}

fn consent(name: &str, email: &str) -> Value {
    json!({
        "person": somebody(name, email), "data": ["sensitive"], "purpose": "The mailing of the readers’ circle for people with a disability",
        "disclose": false, "recipient": null, "given_on": "2026-03-01", "how": "Ticked and confirmed by mail", "evidence": "Mailbox, folder Consents",
        "until": "", "note": "", "request": null,
    })
}

/// The keys of what the register of consents says against an entry.
#[track_caller]
fn against(office: &mut Office, entry: &Value) -> Vec<String> {
    let check = office.call("handling_check", entry.clone());
    check["collisions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["about"] == "consent")
        .map(|one| {
            // Where a law asks for consent nothing is entered without an answer; the rule of the house flags.
            assert_eq!(
                one["needs_answer"],
                one["cite"] != "rule of the house",
                "{one:#}"
            );
            one["key"].as_str().unwrap().replace("handling-new:", "")
        })
        .collect()
}

#[test]
fn m9_a_mailing_with_sensitive_data_waits_for_a_consent_that_reaches_it() {
    let mut office = office();
    let ana = somebody("Ana Lindqvist", "ana@example.org");
    let mut mailing = done(
        "2026-04-03",
        "use",
        "our-marketing",
        "sensitive",
        std::slice::from_ref(&ana),
    );
    assert_eq!(against(&mut office, &mailing), ["consent-none"]);
    let refused = office.refused(
        "handling_add",
        json!({ "entry": mailing, "resolutions": [] }),
    );
    assert_eq!(refused.field.as_deref(), Some("resolutions"));

    let list = office.call("consent_add", consent("Ana Lindqvist", "ana@example.org"));
    let id = list["consents"][0]["id"].clone();
    assert_eq!(list["consents"][0]["standing"], "given");
    assert_eq!(
        against(&mut office, &mailing),
        [] as [&str; 0],
        "hers is on file"
    );
    mailing["explicit_consent"] = id.clone();
    assert_eq!(against(&mut office, &mailing), [] as [&str; 0]);
    office.call(
        "handling_add",
        json!({ "entry": mailing, "resolutions": [] }),
    );
    assert_eq!(
        office.call("consent_list", json!({}))["consents"][0]["used"],
        1
    );

    // She takes it back: what was done before stays lawful, what comes after is stopped.
    let list = office.call(
        "consent_withdraw",
        json!({ "id": id, "on": "2026-04-05", "how": "On the telephone" }),
    );
    assert_eq!(
        (
            &list["consents"][0]["standing"],
            &list["consents"][0]["ended_on"]
        ),
        (&json!("withdrawn"), &json!("2026-04-05"))
    );
    assert_eq!(
        against(&mut office, &mailing),
        [] as [&str; 0],
        "3 April was before"
    );
    mailing["on"] = "2026-04-05".into();
    let key = format!("consent-{id}-withdrawn");
    assert_eq!(against(&mut office, &mailing), std::slice::from_ref(&key));
    mailing["explicit_consent"] = Value::Null;
    mailing["consent"] = "explicit".into();
    mailing["consent_note"] = "Folder 12".into();
    assert_eq!(
        against(&mut office, &mailing),
        ["consent-none"],
        "a folder does not outweigh what she took back"
    );
    let entries = office.call("handling_list", json!({}));
    assert_eq!(
        (
            &entries["entries"][0]["contradictions"],
            &entries["flagged"]
        ),
        (&json!([]), &json!(0)),
        "the entry of 3 April stays clean"
    );
    office.assert_intact();
}

#[test]
fn a_consent_reaches_only_what_it_says() {
    let mut office = office();
    let ana = somebody("Ana Lindqvist", "ana@example.org");
    let ben = somebody("Ben Nowak", "ben@example.org");
    let mut narrow = consent("Ana Lindqvist", "ana@example.org");
    narrow["data"] = json!(["health"]);
    narrow["until"] = "2026-04-01".into();
    let id = number(&office.call("consent_add", narrow)["consents"][0]["id"]);
    let entry = |on: &str, act: &str, data: &str, persons: &[&Value]| {
        let persons: Vec<Value> = persons.iter().map(|p| (*p).clone()).collect();
        let mut entry = done(on, act, "other", data, &persons);
        entry["explicit_consent"] = id.into();
        entry
    };
    for (entry, expected, why) in [
        (
            entry("2026-03-05", "use", "health", &[&ana]),
            vec![],
            "within it",
        ),
        (
            entry("2026-04-01", "use", "health", &[&ana]),
            vec![],
            "its last day",
        ),
        (
            entry("2026-04-02", "use", "health", &[&ana]),
            vec!["ended"],
            "the day after",
        ),
        (
            entry("2026-02-28", "use", "health", &[&ana]),
            vec!["later"],
            "before it was given",
        ),
        (
            entry("2026-03-05", "use", "sensitive", &[&ana]),
            vec!["data"],
            "health is not everything sensitive",
        ),
        (
            entry("2026-03-05", "disclose", "health", &[&ana]),
            vec!["disclose"],
            "use is not disclosure",
        ),
        (
            entry("2026-03-05", "use", "health", &[&ana, &ben]),
            vec!["others"],
            "his is not on file",
        ),
        (
            entry("2026-03-05", "use", "health", &[&ben]),
            vec!["others"],
            "hers is not his",
        ),
        (
            entry("2026-03-05", "collect", "health", &[&ben]),
            vec![],
            "collecting is asked elsewhere",
        ),
        (
            entry("2026-03-05", "use", "email-address", &[&ben]),
            vec![],
            "nothing sensitive",
        ),
    ] {
        let expected: Vec<String> = expected
            .iter()
            .map(|what| format!("consent-{id}-{what}"))
            .collect();
        assert_eq!(against(&mut office, &entry), expected, "{why}");
    }
    let mut many = entry("2026-03-05", "use", "health", &[&ana]);
    many["people"] = 40.into();
    assert_eq!(
        against(&mut office, &many),
        [format!("consent-{id}-others")],
        "one consent is one person’s"
    );
    let mut gone = entry("2026-03-05", "use", "health", &[&ana]);
    gone["explicit_consent"] = 77.into();
    assert_eq!(against(&mut office, &gone), ["consent-77-missing"]);
    office.call(
        "consent_strike",
        json!({ "id": id, "reason": "Entered for the wrong person" }),
    );
    assert_eq!(
        against(&mut office, &entry("2026-03-05", "use", "health", &[&ana])),
        [format!("consent-{id}-struck")]
    );
}

#[test]
fn health_information_under_its_own_rules_is_not_asked_about_twice() {
    let mut office = under("2026-04-10T08:00:00Z", &["us-hipaa", "us-tx-hb300"]);
    let ana = somebody("Ana Lindqvist", "ana@example.org");
    let plain = done(
        "2026-04-03",
        "disclose",
        "other",
        "health",
        std::slice::from_ref(&ana),
    );
    assert_eq!(
        against(&mut office, &plain),
        [] as [&str; 0],
        "the register of authorisations asks, 45 CFR 164.508"
    );
    let with = |key: &str, value: Value| {
        let mut entry = plain.clone();
        entry[key] = value;
        entry
    };
    let basis = |authorization: Value, exception: &str| json!({ "electronic": true, "authorization": authorization, "exception": exception, "why": "" });
    for entry in [
        with("health", basis(json!(5), "")),
        with("health", basis(Value::Null, "treatment")),
        with("purpose", "care-and-payment".into()),
    ] {
        assert_eq!(against(&mut office, &entry), [] as [&str; 0], "{entry}");
    }
    assert_eq!(
        against(&mut office, &with("purpose", "their-marketing".into())),
        ["consent-none"],
        "marketing is no care"
    );
    let mut office = under("2026-04-10T08:00:00Z", &["us-tx-tdpsa"]);
    assert_eq!(against(&mut office, &plain), ["consent-none"]);
    let mut court = with("purpose", "legal-process".into());
    assert_eq!(
        against(&mut office, &court),
        ["consent-none"],
        "an order is named, or it is none"
    );
    court["legal_basis"] = "Order of the district court".into();
    assert_eq!(against(&mut office, &court), [] as [&str; 0]);
}

#[test]
fn a_consent_that_nobody_could_show_is_not_entered() {
    let mut office = office();
    let good = consent("Ana Lindqvist", "ana@example.org");
    for (field, value, named) in [
        ("person", somebody("", ""), "person.name"),
        ("data", json!([]), "data"),
        ("purpose", json!(" "), "purpose"),
        ("how", json!(""), "how"),
        ("evidence", json!(""), "evidence"),
        ("given_on", json!("2026-04-11"), "given_on"),
        ("given_on", json!("soon"), "given_on"),
        ("until", json!("2026-02-01"), "until"),
        ("recipient", json!(3), "recipient"),
        ("note", json!("x".repeat(2001)), "note"),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        let check = office.call("consent_check", bad.clone());
        assert_eq!(check["problems"][0]["field"], named, "{check:#}");
        assert_eq!(
            office.refused("consent_add", bad).field.as_deref(),
            Some(named)
        );
    }
    let check = office.call("consent_check", good.clone());
    assert_eq!(check["problems"], json!([]));
    assert!(check["says"].to_string().contains("Art. 7(3)"), "{check:#}");
    assert_eq!(
        office.call("consent_list", json!({}))["consents"],
        json!([])
    );

    office.call("consent_add", good);
    let end = |on: &str, how: &str| json!({ "id": 1, "on": on, "how": how });
    for (on, how, field) in [
        ("2026-04-11", "x", "on"),
        ("2026-02-01", "x", "on"),
        ("", "", "how"),
    ] {
        assert_eq!(
            office
                .refused("consent_withdraw", end(on, how))
                .field
                .as_deref(),
            Some(field)
        );
    }
    office.call("consent_withdraw", end("", "Wrote a mail"));
    office.refused("consent_withdraw", end("", "Again"));
    office.refused("consent_strike", json!({ "id": 1, "reason": "" }));
    office.refused("consent_strike", json!({ "id": 9, "reason": "Wrong" }));
}

#[test]
fn a_consent_belongs_to_its_request() {
    let mut office = office();
    let request = office.log(asks(
        "2026-04-09T09:00",
        "Ana Lindqvist",
        "ana@example.org",
        "de",
        &[("consent-withdrawal", &["eu-gdpr"])],
    ));
    let mut of = consent("Ana Lindqvist", "ana@example.org");
    of["request"] = request.into();
    office.call("consent_add", of);
    let view = office.call("request_show", json!({ "id": request }));
    let link = &view["registers"][0];
    assert_eq!(
        (&link["register"], &link["standing"]),
        (&json!("consents"), &json!("given")),
        "{link:#}"
    );
}
