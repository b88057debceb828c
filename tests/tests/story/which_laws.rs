//! Which laws a claim is proposed under, by what the organisation and the request say; and what they change in the dates.

use super::{draft, due};
use rightsdesk_tests::{Office, profile};
use serde_json::{Value, json};

const NOW: &str = "2026-11-20T15:00:00Z";

fn office(laws: &[&str], about: Value) -> Office {
    let mut organisation = profile("Europe/Berlin", "de-hh", laws);
    organisation.about = serde_json::from_value(about).unwrap();
    Office::open(organisation, NOW)
}

/// What is proposed for the only claim, and the reasons of what is not.
fn judged(office: &mut Office, draft: &Value) -> (Vec<String>, Vec<(String, String)>) {
    let preview = office.call("request_preview", json!({ "draft": draft }));
    let laws = preview["claims"][0]["laws"].as_array().unwrap().clone();
    let text = |law: &Value, key: &str| law[key].as_str().unwrap().to_owned();
    let (yes, no): (Vec<Value>, Vec<Value>) = laws.into_iter().partition(|l| l["proposed"] == true);
    (
        yes.iter().map(|law| text(law, "law")).collect(),
        no.iter()
            .map(|law| (text(law, "law"), text(law, "reason")))
            .collect(),
    )
}

fn asking(residence: &str, right: &str) -> Value {
    draft(
        "2026-11-19T10:00",
        "mail",
        "Ada Ruiz",
        residence,
        &[(right, &[])],
    )
}

#[test]
fn somebody_in_brazil_is_under_the_gdpr_because_of_where_the_organisation_is() {
    let mut office = office(&["eu-gdpr", "us-ca-ccpa"], json!({ "established": ["de"] }));
    let draft = asking("br", "access");
    let preview = office.call("request_preview", json!({ "draft": draft }));
    let gdpr = &preview["claims"][0]["laws"][0];
    assert_eq!(gdpr["law"], "eu-gdpr");
    assert_eq!(gdpr["chosen"], true);
    let reason = gdpr["reason"].as_str().unwrap();
    assert!(reason.contains("GDPR Art. 3(1)"), "{reason}");
    let (yes, no) = judged(&mut office, &draft);
    assert_eq!(yes, ["eu-gdpr"]);
    assert_eq!(no[0].0, "us-ca-ccpa");
    assert!(no[0].1.contains("does not live there"), "{no:?}");
}

#[test]
fn several_laws_apply_to_one_claim_and_the_earliest_date_leads() {
    let mut office = office(
        &["eu-gdpr", "us-ca-ccpa"],
        json!({ "established": ["de"], "facts": { "for-profit": true }, "figures": { "revenue-usd": 40_000_000 } }),
    );
    let draft = asking("us-ca", "access");
    assert_eq!(judged(&mut office, &draft).0, ["eu-gdpr", "us-ca-ccpa"]);
    let id = office.log(draft);
    let view = office.call("request_show", json!({ "id": id }));
    let answers: Vec<(&str, &str)> = view["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|d| d["kind"] == "respond")
        .map(|d| (d["law"].as_str().unwrap(), d["due"].as_str().unwrap()))
        .collect();
    // A month that ends on a Saturday, and forty-five days.
    assert_eq!(
        answers,
        [("eu-gdpr", "2026-12-21"), ("us-ca-ccpa", "2027-01-03")]
    );
    let leads: Vec<&Value> = view["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|d| d["leads"] == true)
        .collect();
    assert_eq!(leads.len(), 1);
    let earliest = view["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|d| d["met_on"].is_null() && d["kind"] != "extension-notice")
        .map(|d| d["due"].as_str().unwrap())
        .min();
    assert_eq!(leads[0]["due"].as_str(), earliest);
    assert_eq!(view["claims"][0]["laws"].as_array().unwrap().len(), 2);
}

#[test]
fn a_texan_hospital_record_is_under_hipaa_and_the_law_of_texas() {
    let mut office = office(
        &["us-hipaa", "us-tx-hb300", "us-tx-tdpsa"],
        json!({ "established": ["us-tx"], "facts": { "hipaa-covered": true, "texas-health": true, "small-business": false, "for-profit": true } }),
    );
    let mut draft = asking("us-tx", "access");
    let asks = &office.call("request_preview", json!({ "draft": draft }))["asks"];
    assert_eq!(asks["data_kinds"], true);
    assert_eq!(asks["age"], false);
    draft["particulars"] = json!({ "data_kinds": ["health-record"] });
    let (yes, no) = judged(&mut office, &draft);
    assert_eq!(yes, ["us-hipaa", "us-tx-hb300"]);
    assert!(no[0].1.contains("HIPAA"), "{no:?}");
    draft["particulars"] = json!({ "data_kinds": ["employment"] });
    assert!(judged(&mut office, &draft).0.is_empty());
}

#[test]
fn a_child_under_thirteen_is_under_coppa_and_the_officer_is_told_when_its_rights_are_not_chosen() {
    let about = json!({ "established": ["us"], "facts": { "child-service": true, "for-profit": true, "online-service": true }, "figures": { "revenue-usd": 90_000_000 } });
    let mut office = office(&["us-coppa", "us-ca-ccpa"], about);
    let child = |right: &str, age: u32| {
        let mut draft = asking("us-ca", right);
        draft["capacity"] = "parent-or-guardian".into();
        draft["subject"] = json!({ "name": "Bo Ruiz", "email": "", "phone": "", "address": [] });
        draft["particulars"] = json!({ "age": age, "data_kinds": ["child-online"] });
        draft
    };
    assert_eq!(
        judged(&mut office, &child("child-erasure", 12)).0,
        ["us-coppa"]
    );
    let (yes, no) = judged(&mut office, &child("child-erasure", 13));
    assert!(yes.is_empty());
    assert!(no[0].1.contains("this person is 13"), "{no:?}");

    let preview = office.call("request_preview", json!({ "draft": child("erasure", 9) }));
    assert_eq!(preview["asks"]["age"], true);
    let said = preview["notes"].to_string();
    assert!(said.contains("COPPA may apply"), "{said}");
    let sale = office.call(
        "request_preview",
        json!({ "draft": child("opt-out-sale-sharing", 14) }),
    );
    assert!(
        sale["notes"].to_string().contains("1798.120(c)"),
        "{}",
        sale["notes"]
    );
}

#[test]
fn fewer_than_twenty_employees_drop_shine_the_light_and_the_officer_may_still_choose_it() {
    let mut office = office(
        &["us-ca-shine-the-light"],
        json!({ "established": ["de"], "facts": { "discloses-for-marketing": true, "bank": false }, "figures": { "employees": 12 } }),
    );
    let mut draft = asking("us-ca", "disclosure-list");
    let (yes, no) = judged(&mut office, &draft);
    assert!(yes.is_empty());
    assert!(
        no[0]
            .1
            .contains("fewer than 20 employees (Cal. Civ. Code 1798.83(c)(1))"),
        "{no:?}"
    );
    let why = office.refused("request_log", json!({ "draft": draft }));
    assert_eq!(why.field.as_deref(), Some("claims"));
    draft["claims"][0]["laws"] = json!(["us-ca-shine-the-light"]);
    let id = office.log(draft);
    let view = office.call("request_show", json!({ "id": id }));
    let said = view["log"][0]["details"].to_string();
    assert!(
        said.contains("proposed none; chosen Shine the Light"),
        "{said}"
    );
    office.assert_intact();
}

#[test]
fn where_it_arrived_and_the_date_on_it_move_the_dates_and_can_be_corrected() {
    let about = json!({ "established": ["us"], "facts": { "discloses-for-marketing": true, "bank": false }, "figures": { "employees": 300 } });
    let mut office = office(&["us-ca-shine-the-light", "br-lgpd"], about);
    let mut light = asking("us-ca", "disclosure-list");
    let preview = office.call("request_preview", json!({ "draft": light }));
    assert_eq!(
        preview["asks"]["arrived_at"],
        json!(["designated-address", "other-address"])
    );
    light["particulars"] = json!({ "arrived_at": "other-address" });
    let id = office.log(light);
    let view = office.call("request_show", json!({ "id": id }));
    assert_eq!(due(&view, "respond"), "2027-04-18");
    let told = json!({ "age": null, "data_kinds": ["account"], "arrived_at": "designated-address", "dated_on": "", "questions": [] });
    let view = office.call(
        "request_correct",
        json!({ "request": id, "received": null, "requester": null, "residence": null, "particulars": told, "reason": "It came to the address of the policy." }),
    );
    assert_eq!(due(&view, "respond"), "2026-12-19");
    assert_eq!(view["particulars"], told);
    let said = view["log"][0]["details"].to_string();
    assert!(
        said.contains("other address → designated address"),
        "{said}"
    );
    assert!(said.contains("not said → account"), "{said}");
    assert!(said.contains("Next date"), "{said}");

    // Brazil counts from the date of the request.
    let mut brazil = asking("br", "access");
    let preview = office.call("request_preview", json!({ "draft": brazil }));
    assert_eq!(preview["asks"]["dated_on"], true);
    let before = due(&preview["claims"][0], "respond").to_owned();
    brazil["particulars"] = json!({ "dated_on": "2026-11-09" });
    let preview = office.call("request_preview", json!({ "draft": brazil }));
    let after = due(&preview["claims"][0], "respond");
    assert_eq!((before.as_str(), after), ("2026-12-04", "2026-11-24"));
    brazil["particulars"] = json!({ "dated_on": "2026-11-21" });
    let why = office.refused("request_log", json!({ "draft": brazil }));
    assert_eq!(why.field.as_deref(), Some("particulars.dated_on"));
    brazil["particulars"] = json!({ "age": 300 });
    let why = office.refused("request_log", json!({ "draft": brazil }));
    assert_eq!(why.field.as_deref(), Some("particulars.age"));
    office.assert_intact();
}

#[test]
fn the_organisation_is_told_which_laws_apply_and_nothing_is_ticked() {
    let mut office = office(&["eu-gdpr"], json!({}));
    let told = office.call(
        "laws_suggest",
        json!({ "established": ["DE"], "serves": ["de", "us-ca"], "facts": { "for-profit": true }, "figures": { "revenue-usd": 1000 } }),
    );
    let of = |id: &str| {
        told["laws"]
            .as_array()
            .unwrap()
            .iter()
            .find(|l| l["law"] == id)
            .unwrap()
            .clone()
    };
    assert_eq!(of("eu-gdpr")["suggested"], "yes");
    assert_eq!(of("br-lgpd")["suggested"], "no");
    let ccpa = of("us-ca-ccpa");
    assert_eq!(ccpa["suggested"], "open");
    assert!(
        ccpa["missing"]
            .as_array()
            .unwrap()
            .contains(&json!("sale-share")),
        "{ccpa}"
    );
    let asked = |id: &str| {
        let all = told["questions"].as_array().unwrap();
        all.iter().find(|q| q["id"] == id).unwrap()["asked"].clone()
    };
    assert_eq!(
        (asked("employees"), asked("turnover-aud")),
        (json!(true), json!(false))
    );
    assert_eq!(
        office.call("profile", json!({}))["laws"],
        json!(["eu-gdpr"])
    );
    let first = office.call("laws_suggest", json!({}));
    let asked: Vec<&Value> = first["questions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|q| q["asked"] == true)
        .map(|q| &q["id"])
        .collect();
    assert_eq!(asked, ["mails-per-day"], "before any place is said");
    let why = office.refused("laws_suggest", json!({ "facts": { "profit": true } }));
    assert_eq!(why.field.as_deref(), Some("about"));
    office.refused("laws_suggest", json!({ "established": ["Germany"] }));
}

#[test]
fn a_desk_and_a_draft_from_before_these_questions_still_open() {
    let mut office = office(&["eu-gdpr"], json!({}));
    let mut older = office.call("profile", json!({}));
    older.as_object_mut().unwrap().remove("about").unwrap();
    office.call("profile_save", older);
    let mut draft = asking("de", "access");
    draft
        .as_object_mut()
        .unwrap()
        .remove("particulars")
        .unwrap();
    office.call("draft_save", json!({ "draft": draft }));
    let kept = office.call("draft_load", json!({}));
    assert_eq!(kept["draft"]["residence"], "de");
    assert_eq!(
        office.call("request_log", json!({ "draft": draft }))["reference"],
        "2026-0001"
    );
}

#[test]
fn a_claim_is_put_under_other_laws_when_the_person_turns_out_to_live_elsewhere() {
    let mut office = office(&["us-ca-ccpa", "us-tx-tdpsa"], json!({}));
    let id = office.log(asking("us-ca", "erasure"));
    let shown = |office: &mut Office| office.call("request_show", json!({ "id": id }));
    let view = shown(&mut office);
    let claim = view["claims"][0]["id"].clone();
    assert_eq!(view["claims"][0]["laws"][0]["law"], "us-ca-ccpa");

    let choose =
        |laws: Value, reason: &str| json!({ "claim": claim, "laws": laws, "reason": reason });
    let wrong = [
        (choose(json!(["us-tx-tdpsa"]), " "), "reason", "no reason"),
        (choose(json!([]), "Lives in Texas."), "laws", "no law"),
        (
            choose(json!(["us-ca-ccpa"]), "Lives in Texas."),
            "laws",
            "nothing changed",
        ),
    ];
    for (args, field, why) in wrong {
        let refused = office.refused("claim_laws", args);
        assert_eq!(refused.field.as_deref(), Some(field), "{why}");
    }
    let unknown = office.refused(
        "claim_laws",
        choose(json!(["us-can-spam"]), "Lives in Texas."),
    );
    assert!(unknown.message.contains("CAN-SPAM"), "{}", unknown.message);

    office.call(
        "request_correct",
        json!({ "request": id, "received": null, "requester": null, "residence": "us-tx", "reason": "She wrote from Austin." }),
    );
    let choices = shown(&mut office)["claims"][0]["choices"].clone();
    let proposed: Vec<&str> = choices
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["proposed"] == true)
        .map(|c| c["law"].as_str().unwrap())
        .collect();
    assert_eq!(proposed, ["us-tx-tdpsa"]);

    let view = office.call(
        "claim_laws",
        choose(json!(["us-tx-tdpsa"]), "Lives in Austin."),
    );
    assert_eq!(view["claims"][0]["laws"][0]["law"], "us-tx-tdpsa");
    assert!(
        view["deadlines"]
            .as_array()
            .unwrap()
            .iter()
            .all(|d| d["law"] == "us-tx-tdpsa")
    );
    let log = view["log"].as_array().unwrap();
    let entry = log
        .iter()
        .find(|e| e["kind"] == "laws-chosen")
        .unwrap()
        .to_string();
    for said in ["CCPA → TDPSA", "Lives in Austin.", "Next date"] {
        assert!(entry.contains(said), "{said}: {entry}");
    }
}

#[test]
fn a_law_that_gave_the_ground_of_a_refusal_is_not_taken_off_before_it_is_decided_again() {
    let mut office = office(&["us-ca-ccpa", "us-tx-tdpsa"], json!({}));
    let id = office.log(asking("us-ca", "erasure"));
    let view = office.call("request_show", json!({ "id": id }));
    let claim = &view["claims"][0];
    office.call(
        "claim_decide",
        json!({ "claim": claim["id"], "outcome": "refused", "ground": claim["grounds"][0]["id"], "reasons": "Needed for the warranty.", "kept": "" }),
    );
    let refused = office.refused(
        "claim_laws",
        json!({ "claim": claim["id"], "laws": ["us-tx-tdpsa"], "reason": "Lives in Texas." }),
    );
    assert!(
        refused.message.contains("decide again"),
        "{}",
        refused.message
    );
}
