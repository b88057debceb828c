//! Versions in force, compared, withdrawn; and the notice that a change owes.

use super::*;

#[test]
fn a_request_stands_under_the_version_in_force_on_its_receipt() {
    let mut office = office("2026-12-01T08:00:00Z");
    let old = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &old);
    let new = bring_in(&mut office, NEXT, "2027-01-01");
    accept_all(&mut office, &new);
    assert_eq!(new["version"]["standing"], "to-come");
    let list = office.call("policy_list", json!({}));
    assert_eq!(list["versions"][0]["id"], new["version"]["id"]);
    assert_eq!(list["versions"][1]["ends"], "2026-12-31");

    office.at("2027-01-05T08:00:00Z");
    for (received, version, why) in [
        ("2026-02-28T10:00", Value::Null, "before the first version"),
        (
            "2026-12-31T23:59",
            old["version"]["id"].clone(),
            "the last minute of the old one, in the desk’s zone",
        ),
        (
            "2027-01-01T00:00",
            new["version"]["id"].clone(),
            "the first minute of the new one",
        ),
    ] {
        let preview = office.call(
            "request_preview",
            json!({ "draft": draft(received, "mail", "Ana Lindqvist", "de", &[("erasure", &[])]) }),
        );
        assert_eq!(preview["policy"]["version"]["id"], version, "{why}");
    }
}

#[test]
fn two_versions_are_compared_with_what_it_means() {
    let mut office = office("2026-12-01T08:00:00Z");
    let old = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &old);
    let id = office.log(draft(
        "2026-11-30T10:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("erasure", &[])],
    ));
    let new = bring_in(&mut office, NEXT, "2027-01-01");
    let told = office.call(
        "policy_compare",
        json!({ "old": old["version"]["id"], "new": new["version"]["id"] }),
    );

    let change = |words: &str| {
        told["promises"]
            .as_array()
            .unwrap()
            .iter()
            .find(|p| {
                ["old", "new"]
                    .iter()
                    .any(|side| p[side]["quote"].as_str().is_some_and(|q| q.contains(words)))
            })
            .unwrap_or_else(|| panic!("nothing about “{words}” in {:#}", told["promises"]))
            .clone()
    };
    for (words, shift, why) in [
        (
            "delete your account",
            "weakened",
            "six weeks instead of two",
        ),
        (
            "give e-mail addresses to advertisers",
            "weakened",
            "generally instead of never",
        ),
        (
            "without your explicit consent",
            "dropped",
            "the sentence is gone",
        ),
        ("lost or stolen", "added", "a new one"),
    ] {
        let found = change(words);
        assert_eq!(found["change"], shift, "{why}: {found:#}");
    }
    assert!(
        told["rows"]
            .as_array()
            .unwrap()
            .iter()
            .any(|r| r["how"] == "moved"),
        "a section changed places"
    );
    // The open request stays under the version it came in under, and is named.
    assert_eq!(told["touched"][0]["request"], id);
    assert_eq!(
        told["notice"]["by"], "2026-12-18",
        "14 days ahead of 1 January 2027"
    );
}

#[test]
fn the_notice_that_the_old_version_promised_is_a_step_and_its_absence_a_contradiction() {
    let mut office = office("2026-12-01T08:00:00Z");
    let old = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &old);
    let new = bring_in(&mut office, NEXT, "2027-01-01");
    let id = new["version"]["id"].clone();
    assert_eq!(new["notice"]["done"], Value::Null);
    let open = |office: &mut Office| {
        office.call("contradictions", json!({ "which": "open" }))["contradictions"].clone()
    };
    assert_eq!(open(&mut office), json!([]), "there is time left");

    office.at("2027-01-02T08:00:00Z");
    let missed = open(&mut office);
    assert_eq!(missed[0]["about"], "notice");

    let late = office.call(
        "policy_notice_given",
        json!({ "policy": id, "on": "2026-12-20", "how": "By e-mail to all 412 customers" }),
    );
    assert_eq!(late["notice"]["done"]["on"], "2026-12-20");
    assert_eq!(
        open(&mut office)[0]["about"],
        "notice",
        "two days later than promised"
    );
    office.call("policy_notice_given", json!({ "policy": id, "on": "2026-12-17", "how": "The mail went on the 17th; the 20th was the reminder" }));
    assert_eq!(open(&mut office), json!([]));
    office.assert_intact();
}

#[test]
fn a_version_that_should_never_have_counted_is_withdrawn_and_dates_follow() {
    let mut office = office("2026-04-01T08:00:00Z");
    let view = bring_in(&mut office, POLICY, "2026-03-01");
    accept_all(&mut office, &view);
    let id = office.log(draft(
        "2026-04-01T09:00",
        "mail",
        "Ana Lindqvist",
        "de",
        &[("erasure", &[])],
    ));
    let promised = office.call("request_show", json!({ "id": id }));
    let leads = |view: &Value| {
        view["deadlines"]
            .as_array()
            .unwrap()
            .iter()
            .find(|d| d["leads"] == true)
            .unwrap()
            .clone()
    };
    assert_eq!(leads(&promised)["due"], "2026-04-15");

    office.call(
        "policy_withdraw",
        json!({ "id": view["version"]["id"], "reason": "A draft that was never published." }),
    );
    let after = office.call("request_show", json!({ "id": id }));
    assert_eq!(leads(&after)["law"], "eu-gdpr");
    let log = &after["log"][0];
    assert_eq!(
        log["kind"], "policy-withdrawn",
        "the request’s own log says what moved its date"
    );
    office.assert_intact();
}
