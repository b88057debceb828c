//! What a parent asks for, and the age at which nobody asks a parent.

use super::*;

#[test]
fn m5_a_parent_reviews_after_being_shown_to_be_one() {
    let mut office = office("2026-05-05T15:00:00Z");
    let child = open(&mut office, file());
    let page = parents_request(&mut office, "child-access");
    assert_eq!(
        page["registers"][0]["id"], child,
        "found by the parent and the child"
    );
    assert_eq!(page["authority"]["child"], child);
    assert_eq!(page["authority"]["needs"][0]["met"], false);
    let view = office.call("child_show", json!({ "id": child }));
    assert_eq!(view["requests"][0]["id"], page["id"]);
    assert_eq!(
        view["timeline"].as_array().unwrap().last().unwrap()["kind"],
        "request-logged"
    );
    let why = office.refused("claim_decide", granted(&page)).message;
    assert!(
        why.contains("A parent is shown in the child’s file") && why.contains("312.6(a)(3)(i)"),
        "{why}"
    );
    no(
        &mut office,
        entry(child, "reviewed", "", json!({ "text": "Shown" })),
        "First make sure that it is a parent",
    );
    no(
        &mut office,
        entry(child, "proof-deleted", "", json!({})),
        "Nothing that proved a parent",
    );
    no(
        &mut office,
        entry(
            child,
            "parent-proven",
            "",
            json!({ "method": "government-id" }),
        ),
        "without a copy of an identity document",
    );
    no(
        &mut office,
        entry(child, "parent-proven", "", json!({ "text": "Seen" })),
        "by which method",
    );
    let view = office.call("child_step", entry(child, "parent-proven", "", json!({ "method": "government-id", "text": "A driving licence; it matched.", "request": page["id"] })));
    assert!(
        view["dates"][0]["what"]
            .as_str()
            .unwrap()
            .contains("the identification"),
        "{view:#}"
    );
    office.call(
        "child_step",
        entry(
            child,
            "reviewed",
            "",
            json!({ "text": "A printout of the account" }),
        ),
    );
    let view = office.call("child_step", entry(child, "proof-deleted", "", json!({})));
    assert_eq!(view["dates"], json!([]));
    let page = office.call("request_show", json!({ "id": page["id"] }));
    assert_eq!(page["authority"]["needs"][0]["met"], true);
    office.call("claim_decide", granted(&page));
    let page = office.write(
        page["id"].as_u64().unwrap() as u32,
        "answer-in-full",
        "us-coppa",
        "",
        "",
        "a printout, enclosed",
    );
    let letter = newest_letter(&mut office, &page);
    says(
        &letter,
        &[
            "First name, the books read, and a nickname.",
            "What you showed us to prove that you are the parent has been deleted.",
        ],
    );
    let view = office.call("child_show", json!({ "id": child }));
    assert!(
        view["timeline"]
            .to_string()
            .contains("Child access: granted."),
        "{:#}",
        view["timeline"]
    );
}

#[test]
fn m6_a_parent_has_it_deleted_and_no_proof_is_demanded() {
    let mut office = office("2026-05-05T15:00:00Z");
    let child = open(&mut office, file());
    let page = parents_request(&mut office, "child-erasure");
    assert_eq!(
        page["authority"]["needs"][0]["must"], false,
        "{:#}",
        page["authority"]
    );
    office.call("child_step", entry(child, "data-erased", "", json!({ "text": "The account and its books; backups are gone by June 5", "request": page["id"] })));
    office.call("claim_decide", granted(&page));
    let page = office.write(
        page["id"].as_u64().unwrap() as u32,
        "answer-in-full",
        "us-coppa",
        "",
        "",
        "it is closed",
    );
    says(
        &newest_letter(&mut office, &page),
        &["on May 5, 2026: The account and its books; backups are gone by June 5."],
    );
}

#[test]
fn m7_a_parent_refuses_more_and_it_stops_the_same_day() {
    let mut office = office("2026-05-05T15:00:00Z");
    let child = open(&mut office, file());
    notice(&mut office, child, "2026-05-05");
    consent(&mut office, child, "2026-05-05", "signed-form", false);
    let page = parents_request(&mut office, "child-refusal");
    assert_eq!(page["authority"]["needs"][0]["accepts"], json!([]));
    let why = office.refused(
        "authority_seen",
        json!({ "request": page["id"], "kind": "guardian", "on": "", "what": "An order" }),
    );
    assert!(
        why.message.contains("needs no authority"),
        "{}",
        why.message
    );
    office.call("claim_decide", granted(&page));
    // The decision itself ends it, whoever forgets to write it into the file.
    let view = office.call("child_show", json!({ "id": child }));
    assert_eq!(
        view["row"]["standing"], "withdrawn",
        "{:#}",
        view["timeline"]
    );
    assert_eq!(view["row"]["may_collect"], false);
    let page = office.write(
        page["id"].as_u64().unwrap() as u32,
        "answer-in-full",
        "us-coppa",
        "",
        "",
        "it goes on without",
    );
    says(
        &newest_letter(&mut office, &page),
        &["collect no more, since May 5, 2026."],
    );
}

#[test]
fn reaching_the_age_is_noticed_and_never_silently_done() {
    let mut office = office("2027-12-01T15:00:00Z");
    let child = open(&mut office, file());
    let row =
        |office: &mut Office| office.call("child_show", json!({ "id": child }))["row"].clone();
    assert_eq!(
        (
            &row(&mut office)["of_age_from"],
            &row(&mut office)["of_age_by"]
        ),
        (&json!("2028-01-01"), &json!("2028-12-30"))
    );
    notice(&mut office, child, "");
    consent(&mut office, child, "", "signed-form", false);
    no(
        &mut office,
        entry(child, "reached-age", "", json!({ "text": "She said so" })),
        "cannot have reached 13 before",
    );
    office.at("2028-01-02T15:00:00Z");
    assert!(
        row(&mut office)["next_step"]
            .as_str()
            .unwrap()
            .contains("may have reached 13")
    );
    assert_eq!(row(&mut office)["standing"], "use-only");
    office.at("2029-01-02T15:00:00Z");
    assert!(
        row(&mut office)["next_step"]
            .as_str()
            .unwrap()
            .contains("at the latest")
    );
    assert_eq!(
        row(&mut office)["standing"],
        "use-only",
        "nobody has said so yet"
    );
    no(
        &mut office,
        entry(child, "reached-age", "", json!({})),
        "how it became known",
    );
    let view = office.call(
        "child_step",
        entry(
            child,
            "reached-age",
            "",
            json!({ "text": "The account says 13" }),
        ),
    );
    assert_eq!(view["row"]["standing"], "of-age");
    no(
        &mut office,
        entry(
            child,
            "consent-given",
            "",
            json!({ "method": "signed-form" }),
        ),
        "speaks for itself",
    );
    assert_eq!(
        against(&mut office, &handled(child, "use", "2029-01-02")),
        [""; 0]
    );
}
