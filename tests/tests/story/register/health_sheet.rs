//! What the sheet of an authorisation says while it is typed, and the form that is signed.

use super::health::*;
use super::*;

#[test]
fn what_cannot_be_is_not_entered_and_what_is_lacking_is_said_while_typing() {
    let mut office = clinic("2026-06-01T15:00:00Z", &[TEXAS]);
    for (changes, field) in [
        (json!({ "patient": somebody("", "") }), "patient.name"),
        (json!({ "signed_on": "2026-06-02" }), "signed_on"),
        (json!({ "signed_on": "2026-02-30" }), "signed_on"),
        (json!({ "expires_on": "2026-03-09" }), "expires_on"),
        (json!({ "expires_on": "soon" }), "expires_on"),
        (json!({ "limit": "dentist" }), "limit"),
        (json!({ "statements": ["whatever"] }), "statements"),
        (json!({ "initialled": ["teeth"] }), "initialled"),
        (json!({ "recipient": 99 }), "recipient"),
        (
            json!({ "form": "oral-documented", "documented_by": "Ana", "documented_on": "2026-03-09" }),
            "documented_on",
        ),
        (json!({ "note": "x".repeat(2001) }), "note"),
    ] {
        let check = office.call("authorization_check", authorization(changes.clone()));
        assert_eq!(check["problems"][0]["field"], field, "{changes}: {check:#}");
        let refused = office.refused("authorization_add", authorization(changes));
        assert_eq!(refused.field.as_deref(), Some(field));
    }
    let check = office.call(
        "authorization_check",
        authorization(json!({ "expires_on": "", "limit": "hospital" })),
    );
    assert_eq!(check["problems"], json!([]));
    let (said, lacks) = (check["says"].to_string(), check["lacks"].to_string());
    assert!(said.contains("Sat 5 Sep 2026"), "{said}");
    assert!(lacks.contains("164.508(c)(1)(v)"), "{lacks}");
    assert_eq!(
        office.call("authorization_list", json!({}))["authorizations"],
        json!([])
    );
    // What it lacks stands apart from what is to be known besides.
    let check = office.call(
        "authorization_check",
        authorization(json!({ "purpose": "", "statements": ["no-conditions", "redisclosure"] })),
    );
    let items: Vec<&str> = check["lacks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|lack| lack["item"].as_str().unwrap())
        .collect();
    assert_eq!(items, ["purpose", "revoke"]);
    for lack in check["lacks"].as_array().unwrap() {
        let sentence = lack["note"]["message"].as_str().unwrap();
        assert!(sentence.ends_with('.'), "{sentence}");
        assert!(!check["says"].to_string().contains(sentence), "{check:#}");
    }
    let rules = office.call("health_rules", json!({}));
    let when = |id: &str| {
        let all = rules["elements"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap()["when"].clone()
    };
    assert_eq!(
        [when("purpose"), when("representative"), when("documented")],
        ["always", "representative", "oral"]
    );
    let kind = rules["kinds"][0]["id"].clone();
    let check = office.call(
        "authorization_check",
        authorization(json!({ "initialled": [kind] })),
    );
    assert_eq!(check["problems"], json!([]), "the kinds are those it takes");
    // An exception is shown by its name.
    let why = "Dr. Quiroga treats the patient.";
    let list = enter(
        &mut office,
        sent(
            "2026-05-20",
            json!({ "exception": "treatment", "why": why }),
        ),
    );
    let treatment = rules["exceptions"].as_array().unwrap();
    let treatment = treatment.iter().find(|one| one["id"] == "treatment");
    assert_eq!(
        list["entries"][0]["exception_name"],
        treatment.unwrap()["name"]
    );
    assert_eq!(rules["exceptions"].as_array().unwrap().len(), 5);
    assert_eq!(rules["limits"].as_array().unwrap().len(), 2);
}

#[test]
fn the_form_has_every_element_on_one_page() {
    for (laws, changes) in [
        (
            vec![TEXAS],
            json!({ "patient": somebody("", ""), "description": "", "discloser": "", "recipient_name": "", "purpose": "", "expires_on": "", "signed_on": "" }),
        ),
        (
            vec![TEXAS, HIPAA],
            json!({ "initialled": ["hiv", "genetic"], "signed_by": "Iris Okafor", "signed_authority": "medical power of attorney of 2024", "limit": "hospital" }),
        ),
        (
            vec![HIPAA],
            json!({ "form": "oral-documented", "documented_by": "Ana Ruiz", "documented_on": "2026-03-11", "expires_event": "the end of the treatment with Dr. Quiroga" }),
        ),
    ] {
        let mut office = clinic("2026-06-01T15:00:00Z", &laws);
        let form = office.call(
            "authorization_form",
            json!({ "about": authorization(changes) }),
        );
        let pdf = bytes(&form["base64"]);
        keep(&json!("Authorization form"), &pdf);
        paper::assert_sound(&pdf);
        assert_eq!(form["pages"], 1);
        let page = paper::words(&pdf);
        says(
            &page,
            &[
                "Pecan Street Clinic",
                "418 Juniper Street",
                "May disclose it",
                "May receive it",
                "Purpose",
                "Ends on (date)",
                "I may revoke this authorization at any time, in writing",
                "I do not have to sign",
                "may disclose it again",
                "You will be given a copy",
                "Mental health records",
                "HIV/AIDS",
                "Authority of the representative",
                "is paid for",
            ],
        );
        assert_eq!(
            page.contains("covers one electronic disclosure"),
            laws.contains(&TEXAS),
            "{page}"
        );
    }
}
